"""Which running text a headline is about: shared words and characters, counted without building an index."""

from __future__ import annotations

import re

from summarizer.splitter.blocks import Block

_REACH = 700  # characters of running text below that a headline is compared with
_BACK = 2400  # and above, back to where the article seems to begin
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{3,20}|\d[\d.,]*\d|\d{2,}")
_HAN = re.compile(r"[\u3400-\u9fff]{2,40}")
_STOP = frozenset(
    "about after again against also amid among back been before being between could first from have here into just"
    " last like make more most near next only over says said should some such than that their them then there these"
    " they this those three through under until what when where which while will with would year years your".split()
)


def tokens(text: str) -> set[str]:
    """Return the tokens that a headline is compared by: pairs of ideographs, word stems, numbers."""
    found: set[str] = set()
    for run in _HAN.findall(text):
        found.update(run[at : at + 2] for at in range(len(run) - 1))
    for word in _WORD.findall(text):
        low = word.lower()
        if low not in _STOP:
            found.add(low[: max(4, len(low) - 2)] if low[0].isalpha() else low)
    return found


class Affinity:
    """Compares display blocks with the running text above and below them."""

    def __init__(self, blocks: list[Block], running: list[bool]) -> None:
        self._blocks = blocks
        self._running = running

    def of(self, at: int) -> tuple[float, float]:
        """Return the shares of block `at`'s tokens that stand only in the text above, and only in that below."""
        words = tokens(self._blocks[at].text)
        if not words:
            return 0.0, 0.0
        above, below = self._above(at), self._below(at)
        up = sum(word in above and word not in below for word in words)
        down = sum(word in below and word not in above for word in words)
        return up / len(words), down / len(words)

    def _below(self, at: int) -> str:
        parts: list[str] = []
        size, skipped = 0, 0
        for i in range(at + 1, min(len(self._blocks), at + 14)):
            if self._running[i]:
                parts.append(self._blocks[i].text)
                size += len(parts[-1])
                if size > _REACH:
                    break
            elif parts and skipped > 1:
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
        return "".join(parts)[: _BACK * 2].lower()
