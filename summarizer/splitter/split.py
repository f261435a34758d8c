"""`split`: page text to articles."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.splitter.assemble import Sketch, assemble, sketch
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.choose import choose
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
    return sketch(blocks, choose(blocks, weights))
