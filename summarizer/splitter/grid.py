"""Physical lines as a grid of display columns: where they are blank, and where blank lines part them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

WIDE = 3  # display columns of a blank that no two words of a line have between them
LEAST = 4  # lines that are a stretch of their own; fewer belong to what follows
_STRIP = 2  # blank lines that part articles; one may part paragraphs
_FAR = 3  # blank lines that part even a few lines from what follows
_HEAD = 6  # lines of a headline and what stands with it
_AROUND = 8  # lines above that a headline is compared with
_THIN = 0.75  # share of their text that it has less than
_BLANK = re.compile(" +")
_ENDS = frozenset('。！？.!?”"')


class Span(NamedTuple):
    """Text of row `row` from `first` to `last` (half-open), in display columns."""

    row: int
    first: int
    last: int


def wide(char: str) -> bool:
    """Tell whether a character is as wide as an ideograph, for one."""
    return char > "\u2e7f"


def ends(char: str) -> bool:
    """Tell whether a character ends a sentence."""
    return char in _ENDS


class Grid:
    """Rows of text, whose blanks are all U+0020. `gaps`: how many blank lines stand above each.

    `openings`: the blanks (half-open) of each row that a gutter may run through. A column of the grid is a list of
    spans, at most one a row, from top to bottom.
    """

    def __init__(self, rows: Sequence[str], gaps: Sequence[int]) -> None:
        self.rows = rows
        self.gaps = gaps
        self.spans: list[Span] = []
        self._heights: list[int] = []
        self.openings: list[list[tuple[int, int]]] = []
        height = 0
        for number, (row, gap) in enumerate(zip(rows, gaps, strict=True)):
            height += 1 + gap
            self._heights.append(height)
            bare = row.rstrip()
            first = len(bare) - len(bare.lstrip())
            self.spans.append(Span(number, first, len(bare)))
            self.openings.append(self._open(number, bare, first))

    def _open(self, number: int, row: str, first: int) -> list[tuple[int, int]]:
        """Return the blanks of a row that a gutter may run through.

        Words of most scripts have one blank between them. Ideographs have none, but in headlines, which stand apart.
        """
        found = [blank.span() for blank in _BLANK.finditer(row, first)]
        below = self.gaps[number + 1] if number + 1 < len(self.gaps) else 1
        if (self.gaps[number] or below) and all(two - one == 1 for one, two in found):
            return []
        return [(one, two) for one, two in found if two - one > 1 or (wide(row[one - 1]) and wide(row[two]))]

    def text(self, span: Span) -> str:
        """Return what a span holds."""
        return self.rows[span.row][span.first : span.last]

    def blanks(self, span: Span) -> Iterator[tuple[int, int]]:
        """Yield the blanks (half-open) inside a span that a gutter may run through."""
        openings = self.openings[span.row]
        for at in range(bisect_left(openings, (span.first + 1, 0)), len(openings)):
            one, two = openings[at]
            if two >= span.last:
                break
            yield one, two

    def near(self, one: Span, two: Span) -> bool:
        """Tell whether few enough lines are blank between two rows of a column for one article."""
        return self._between(one, two)[0] < _STRIP

    def parts(self, column: list[Span]) -> list[list[Span]]:
        """Return the parts that blank lines make of a column; a few lines are the heads of what follows."""
        parts: list[list[Span]] = []
        start = 0
        for at in range(1, len(column)):
            blank, sure = self._between(column[at - 1], column[at])
            apart = blank >= _FAR
            if not apart and at - start >= LEAST:
                apart = blank >= _STRIP or (
                    sure and blank >= 1 and (self._heads(column, at) or self._breaks_off(column[at - 1]))
                )
            if apart:
                parts.append(column[start:at])
                start = at
        return [*parts, column[start:]]

    def _between(self, one: Span, two: Span) -> tuple[float, bool]:
        """Return how many lines are blank between two rows of a column, and whether any is so in all columns.

        Lines of other columns count as well, but less where those of this one aren't level with any.
        """
        others = two.row - one.row - 1
        blank = self._heights[two.row] - self._heights[one.row] - 1 - others
        if not others:
            return blank, True
        alone = (one == self.spans[one.row]) + (two == self.spans[two.row])
        return blank + others - 0.5 * alone, blank > 0

    def _heads(self, column: list[Span], at: int) -> bool:
        """Tell whether headlines stand there: one above several columns, or some that are short, side by side."""
        if not self._several(column[at]):
            return any(map(self._several, column[at + 1 : at + 1 + _HEAD]))
        above = sorted(map(self._letters, column[max(0, at - _AROUND) : at]))
        return self._letters(column[at]) < _THIN * above[len(above) // 2]

    def _several(self, span: Span) -> bool:
        return any(two - one >= WIDE for one, two in self.blanks(span))

    def _letters(self, span: Span) -> int:
        return len("".join(self.text(span).split()))

    def _breaks_off(self, span: Span) -> bool:
        """Tell whether a row ends in the midst of a sentence in one of its columns.

        No paragraph does: its column ends there, and it goes on at the head of the next one.
        """
        row = self.rows[span.row]
        return not all(map(ends, [row[span.last - 1], *(row[one - 1] for one, _ in self.blanks(span))]))
