"""Which running text a headline is about: shared words and characters, counted without building an index."""

from __future__ import annotations

from operator import and_
from typing import NamedTuple

from summarizer.splitter.blocks import SAMPLE, Block
from summarizer.splitter.words import tokens

_REACH = 500  # characters of running text below that a headline is compared with
_BACK = 2400  # and above, back to where the article seems to begin


class Match(NamedTuple):
    """Shares of a headline's tokens: in the text above, in that below, in one only; and how far to trust them."""

    above: float
    below: float
    only_above: float
    only_below: float
    trust: float


def _bounds(block: Block) -> bool:
    """Tell whether a byline or a credit bounds an article here."""
    byline, credit = block.byline, block.credit
    return (byline is not None and byline.weight >= 4) or (credit is not None and credit.weight >= 4)


class Affinity:
    """Compares display blocks with the running text above and below them."""

    def __init__(self, blocks: list[Block], running: list[bool]) -> None:
        self._blocks = blocks
        self._running = running

    def of(self, at: int) -> Match:
        """Return the shares of block `at`'s tokens that stand in the texts around it."""
        block = self._blocks[at]
        words = block.words if len(block.text) <= SAMPLE else tokens(block.text)
        if not words:
            return Match(0.3, 0.3, 0.0, 0.0, 0.0)
        above, below = self._above(at), self._below(at)
        up = [word in above for word in words]
        down = [word in below for word in words]
        both = sum(map(and_, up, down))
        ups, downs, size = sum(up), sum(down), len(words)
        return Match(
            ups / size,
            downs / size,
            (ups - both) / size,
            (downs - both) / size,
            min(1.0, size / 4),
        )

    def _below(self, at: int) -> str:
        parts: list[str] = []
        size, skipped = 0, 0
        for i in range(at + 1, min(len(self._blocks), at + 14)):
            block = self._blocks[i]
            if self._running[i]:
                if parts and block.lead and block.lead.weight >= 2.5:
                    break
                parts.append(block.text)
                size += len(parts[-1])
                if size > _REACH or block.signed:
                    break
            elif (parts and _bounds(block)) or (parts and skipped > 1):
                break
            elif parts:
                skipped += 1
        return "".join(parts)[: _REACH * 2].lower()

    def _above(self, at: int) -> str:
        parts: list[str] = []
        size = 0
        for i in range(at - 1, max(-1, at - 40), -1):
            block = self._blocks[i]
            if self._running[i]:
                if parts and block.signed:
                    break
                parts.append(block.text[-_BACK:])
                size += len(parts[-1])
                if size > _BACK or (block.lead and block.lead.weight >= 2.5):
                    break
            elif parts and _bounds(block):
                break
        return "".join(parts)[: _BACK * 2].lower()
