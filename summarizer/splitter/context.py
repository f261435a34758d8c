"""What a block's neighbours and its page say about it: lines that share a form, how the page uses blank lines."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from summarizer.splitter.blocks import Block
from summarizer.splitter.marks import Mark

_TOP = 4  # blocks at the head of a page that may be its masthead
_ROW_WIDTH = 60  # columns that a row of a table may be wide


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set: do blank lines part paragraphs, do they part headlines, are ends signed."""

    airy: bool
    spaced: bool
    signed: bool


def style(blocks: list[Block], running: list[bool]) -> Style:
    """Return how the page of `blocks` is set."""
    inner = gaps = heads = spaced = 0
    for (one, two), (runs, goes_on) in zip(pairwise(blocks), pairwise(running), strict=True):
        if runs and goes_on:
            inner += 1
            gaps += two.gap > 0
        elif not goes_on and (runs or _formed(one)) and not _formed(two):
            heads += 1
            spaced += two.gap > 0
    signs = sum(
        block.signed or (block.credit is not None and block.credit.weight >= _SURE) for block in blocks
    )
    return Style(gaps >= 0.4 * inner, spaced > 0.4 * heads, signs >= 2)


def _formed(block: Block) -> bool:
    return bool(block.furniture or block.byline or block.credit)


_SURE = 5.0  # the least weight of a form that surely ends one


def lend_forms(blocks: list[Block], running: list[bool]) -> None:
    """Let lines share the form of the line that they belong to: captions in two lines, mastheads, tables."""
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at else None
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.furniture or block.byline:
            continue
        if below is not None and below.furniture and not below.gap:
            mark = below.furniture
            apart = block.gap or (above is not None and (above.signed or above.furniture))
            if mark.kind == "caption" and not below.byline and apart and len(block.lines) <= 4:
                block.furniture = Mark("caption", mark.weight - 0.5)
            elif (
                at < _TOP
                and not any(one.lines[-1].final for one in blocks[:at])
                and mark.kind in ("masthead", "date")
                and len(block.lines) == 1
                and not running[at]
            ):
                block.furniture = Mark("masthead", mark.weight - 0.5)
            elif mark.kind == "table" and _cell(block) and not running[at]:
                block.furniture = Mark("table", mark.weight)
        if block.furniture or above is None or not above.furniture or block.gap or running[at]:
            continue
        if above.furniture.kind == "table" and _cell(block) and any(char.isdigit() for char in block.text):
            block.furniture = Mark("table", above.furniture.weight)


def _cell(block: Block) -> bool:
    return len(block.lines) == 1 and block.lines[0].width <= _ROW_WIDTH and not block.lines[0].final
