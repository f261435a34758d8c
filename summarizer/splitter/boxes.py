"""Small boxes: a few short lines between blank lines that sell, list or tell, and are no headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.splitter.blocks import Block
from summarizer.splitter.marks import DATA, SELLS, Mark

_MOST = 14  # lines of a box
_BOXED = 3.0  # what being in a box weighs
_SURE = 3.0  # the least weight of a form that makes a box of the lines around it
_LEAST, _SHARE = 2.0, 0.5  # lines of data that a box has at least, and their share of all
_SIGNED = 3.0  # the least weight of a byline or credit, which no box has
# Forms that fill boxes; of the sure ones a single line tells what the others are.
_KINDS = frozenset({"advert", "contact", "correction", "index", "lottery", "table", "weather"})
_TELLING = frozenset({"advert", "contact", "lottery"})


def box_up(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Give the lines of small boxes the form of those among them that have one, or of a table where they hold data."""
    for group in _groups(blocks, running):
        forms = [block.furniture for block in group if block.furniture and block.furniture.kind in _KINDS]
        told = any(form.kind in _TELLING and form.weight >= _SURE for form in forms)
        data = sum([_data(block) for block in group])
        if not told and data < max(_LEAST, _SHARE * len(group)):
            continue
        kinds = Counter([form.kind for form in forms])
        kind = kinds.most_common(1)[0][0] if kinds else "table"
        for block in group:
            if block.furniture is None:
                block.furniture = Mark(kind, _BOXED)


def _data(block: Block) -> float:
    """Return how much a line is one of a box: 1 for data, half of that for words that sell."""
    if block.furniture and block.furniture.kind in _KINDS:
        return 1.0
    return 1.0 if DATA.search(block.text) else 0.5 if SELLS.search(block.text) else 0.0


def _groups(blocks: Sequence[Block], running: Sequence[bool]) -> Iterator[list[Block]]:
    """Yield the display lines that stand together between blank lines, two at least."""
    start = 0
    for at in range(1, len(blocks) + 1):
        if at < len(blocks) and not blocks[at].gap:
            continue
        group = list(blocks[start:at])
        lines = sum(len(block.lines) for block in group)
        if 2 <= lines <= _MOST and not any(running[start:at]) and not any(map(_signed, group)):
            yield group
        start = at


def _signed(block: Block) -> bool:
    return any(mark is not None and mark.weight >= _SIGNED for mark in (block.byline, block.credit))
