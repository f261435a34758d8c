"""`split`: page text to articles."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.splitter.assemble import LOOSE, Sketch, assemble, sketch
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.choose import ONE_PAGE, Choice, choose
from summarizer.splitter.evidence import score_blocks
from summarizer.splitter.jumps import with_jumps
from summarizer.splitter.lines import read_lines
from summarizer.splitter.page import Page
from summarizer.splitter.weights import WEIGHTS


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
    score_blocks(blocks, weights)
    choice = choose(blocks, weights)
    page = sketch(blocks, choice.steps)
    if len(blocks) > ONE_PAGE or not any(step.role in LOOSE for step in choice.steps):
        return page
    # headlines of a layer want as many bodies
    best = _merit(page, choice)
    sure = frozenset(block.first for block, step in zip(blocks, choice.steps, strict=True) if step.opens)
    for eager in _EAGER:
        tried = sketch(blocks, choose(blocks, weights, eager).steps)
        tried.rejoin(sure)
        merit = _merit(tried, choice) - tried.reluctance()
        if merit > best:
            page, best = tried, merit
    return page


_EAGER = (1.5, 3.0, 4.5)  # nats by which text is made readier to open an article
_PAIRED, _ALONE = 4.0, -1.5  # what a headline that found its body, and a body without one, are worth, in nats


def _merit(page: Sketch, choice: Choice) -> float:
    return choice.score + _PAIRED * page.apart() + _ALONE * page.bare()
