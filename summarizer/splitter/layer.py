"""Where the articles of a layer of headlines begin: a lead is the first text to use its headline's words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.splitter.blocks import Block
from summarizer.splitter.words import tokens

_MOST = 32  # phrases of one layer that texts are compared with
_LEAD = 220  # characters of a block in which a headline's words are looked for
_MEMORY = 4  # running blocks above in which a word counts as told already


def weigh_layer(
    blocks: Sequence[Block], running: Sequence[bool], crowd: int, weights: Mapping[str, float]
) -> None:
    """Add to the scores of running text how surely it is the lead of a headline of the layers beside it."""
    layers = _layers(blocks, running, crowd)
    if not layers:
        return
    best: dict[tuple[int, int], tuple[float, int]] = {}
    told: list[frozenset[str]] = []
    layer = 0
    texts = [at for at in range(len(blocks)) if running[at]]
    for at in texts:
        while layer + 1 < len(layers) and layers[layer + 1][0] <= at:
            layer += 1
        block = blocks[at]
        words = block.words if len(block.text) <= _LEAD else frozenset(tokens(block.text[:_LEAD]))
        novel = words.difference(*told[-_MEMORY:])
        told.append(block.words)
        for number in (layer, layer + 1):
            if number < len(layers):
                for place, head in enumerate(layers[number][1]):
                    share = len(head & novel) / len(head)
                    if share > best.get((number, place), (0.0, 0))[0]:
                        best[number, place] = (share, at)
    found = dict.fromkeys(texts, 0.0)
    for share, at in best.values():
        found[at] = max(found[at], share)
    for at, share in found.items():
        sure = weights["open.layer"] * (min(share, 0.7) - weights["open.layer_even"])
        for role in ("open", "first"):
            blocks[at].scores[role] += sure


def _layers(blocks: Sequence[Block], running: Sequence[bool], crowd: int) -> list[tuple[int, list[set[str]]]]:
    """Return every row of at least `crowd` display blocks: where it begins, and the words of its phrases."""
    found: list[tuple[int, list[set[str]]]] = []
    start = 0
    for at in range(len(blocks) + 1):
        if at == len(blocks) or running[at]:
            if at - start >= crowd:
                row = [block for block in blocks[start:at] if not block.furniture]
                parts = [part for block in row for part in _phrases(block)][:_MOST]
                found.append((start, [words for words in map(tokens, parts) if len(words) >= 3]))
            start = at + 1
    return found


def _phrases(block: Block) -> list[str]:
    """Return the phrases of a display block: two headlines of two columns may stand on one line."""
    return block.text.split() if block.lines[0].cjk else [block.text]
