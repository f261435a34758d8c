"""`split`: page text to articles."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.splitter.assemble import LOOSE, Sketch, assemble, sketch
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.choose import choose
from summarizer.splitter.evidence import looks_running, score_blocks
from summarizer.splitter.jumps import with_jumps
from summarizer.splitter.layer import weigh_layer
from summarizer.splitter.lines import read_lines
from summarizer.splitter.page import Page
from summarizer.splitter.weights import LAYERED, WEIGHTS

_LAYER = 4  # display blocks in a row that may be a layer of headlines
_HEADS = 2  # headlines of it that must find their bodies
_CLEARLY = 0.03  # by how much headlines must go better with their bodies

_WASTE = 0.1  # what a block weighs, in headlines, that is left over only when they are read as a layer


def split(text: str) -> Page:
    """Return the articles of one page of newspaper text.

    Pure and deterministic. Every non-blank character of `text` stands in exactly one article, in `furniture` or in
    `residue`. Offsets are half-open and count the characters of `text` as it was given. Raises nothing on any text.
    """
    return split_with(text, WEIGHTS)


def split_with(text: str, weights: Mapping[str, float]) -> Page:
    """Return what `split` would with other weights of evidence."""
    return with_jumps(text, assemble(text, drafts_of(text, weights)))


def drafts_of(text: str, weights: Mapping[str, float]) -> Sketch:
    """Return the drafts of the articles, which `assemble` writes out."""
    lines = read_lines(text)
    if not lines:
        return Sketch([], [], [])
    blocks = build_blocks(lines, weights)
    crowd = score_blocks(blocks, weights)
    page = sketch(blocks, choose(blocks, weights))
    if crowd >= _LAYER:
        weigh_layer(blocks, [looks_running(block) for block in blocks], _LAYER, LAYERED)
        other = {**weights, **LAYERED}
        steps = choose(blocks, other, seams=False)
        if sum(step.role in LOOSE for step in steps) >= _HEADS:
            layered = sketch(blocks, steps)
            waste = _WASTE * (len(layered.residue) - len(page.residue)) / max(1, len(page.drafts))
            fits = layered.head_fit() > page.head_fit() + _CLEARLY + max(0.0, waste)
            if fits and layered.layer() >= _HEADS:
                page = sketch(blocks, choose(blocks, other))
    return page
