"""Columns that stand side by side on the physical lines of a text, as `pdftotext -layout` writes them, to cells.

Where lines have a gutter in common they are read column by column, but a stretch that blank lines cut through all its
columns is read part by part, and a headline over several columns ends it. So the order is that of the articles on
the page as long as each fills a rectangle of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.splitter.grid import LEAST, Grid, Span, ends, wide
from summarizer.splitter.gutters import Gutters

_PARTED = re.compile(r"\S {3,}\S")  # what a line of two columns looks like, unless one of them is short
_BEGINS = re.compile(r"(?<=\S) {2,}(?=\S)")
_DEPTH = 6  # columns in columns
_WHOLE = 12  # stretches of a column that are each sought in all that is left of it; more than a page has
_WINDOW = 128  # rows in which any further one is sought, unless it goes on below them
_CLEARER = 1.5  # times as clear as the common count of widths that the rarer one must be
_EDGE = 1 << 30
_BLANKS = dict.fromkeys([code for code in range(0x3001) if chr(code).isspace()], " ")


class Cell(NamedTuple):
    """`start` to `end` (half-open) of row `row`.

    `column`: it stands in a stretch of columns, and `gap` and `indent` are measured in its own; else it is all of a
    row, and they are 0.
    """

    row: int
    start: int
    end: int
    gap: int = 0
    indent: int = 0
    column: bool = False


def side_by_side(text: str) -> bool:
    """Tell quickly whether lines of `text` could hold several columns. Its blanks are those of ASCII."""
    if "   " not in text:
        return False
    return len([found for _, found in zip(range(LEAST), _PARTED.finditer(text), strict=False)]) == LEAST


def cells(rows: Sequence[str], gaps: Sequence[int]) -> list[Cell]:
    """Return the cells of `rows` in reading order, without the blanks at their ends.

    `rows` are physical lines with the blanks at their beginning, `gaps` the number of blank lines above each. Tools
    disagree whether an ideograph is one display column wide or two: `pdftotext` says one. The count that gives the
    clearer columns is taken.
    """
    plain = [row.translate(_BLANKS) for row in rows]
    widened = plain if all(map(str.isascii, plain)) else [row.translate(_WIDTHS) for row in rows]
    if _clearness(widened) <= _CLEARER * _clearness(plain):
        return _Reader(Grid(plain, gaps)).cells()
    places = [_places(row) for row in rows]
    return [
        cell._replace(start=places[cell.row][cell.start], end=places[cell.row][cell.end - 1] + 1)
        for cell in _Reader(Grid(widened, gaps)).cells()
    ]


class _Widths(dict[int, str]):
    """A table for str.translate: ideographs twice, blanks of all kinds as blanks. It learns as it is asked."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = _BLANKS.get(code, char) * (2 if wide(char) or char == "\u3000" else 1)
        return found


_WIDTHS = _Widths()


def _places(row: str) -> list[int]:
    """Return which character of `row` stands at each display column."""
    return [at for at, char in enumerate(row) for _ in char.translate(_WIDTHS)]


def _clearness(rows: Sequence[str]) -> int:
    """Return how much the columns after wide blanks are the same from row to row."""
    count = Counter([found.end() for row in rows for found in _BEGINS.finditer(row)])
    return sum([times * times for times in count.values()])


class _Column(NamedTuple):
    """A column of the page from `low` to `high`; most of its lines begin at `edge`.

    `above`: the row that a gap counts from, None at the head of a column beside another. `region` numbers the
    stretches of columns; 0 is none.
    """

    low: int
    high: int
    edge: int
    above: int | None
    region: int


class _Reader:
    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._gutters = Gutters(grid)
        self._read_so_far: list[tuple[Span, _Column]] = []
        self._regions = 0

    def cells(self) -> list[Cell]:
        """Return the cells of the grid in reading order."""
        self._read(self._grid.spans, _Column(0, _EDGE, 0, None, 0), 0)
        heights = self._heights()
        return [self._cell(at, heights) for at in range(len(self._read_so_far))]

    def _read(self, spans: list[Span], column: _Column, depth: int) -> None:
        """Read a column: the columns in it where there are some, else line by line."""
        left: list[tuple[list[Span], int | None]] = [(spans, None)]  # the gutter of what is known to have one
        stretches = 0
        while left:
            spans, gutter = left.pop()
            size = len(spans) if stretches < _WHOLE else _WINDOW
            if gutter is not None:
                self._read_columns(spans, column, gutter, depth + 1)
            elif parts := self._stretches(spans, column, depth, size):
                stretches += any(gutter is not None for _, gutter in parts)
                left.extend(part for part in reversed(parts) if part[0])
                continue
            else:
                for span in spans:
                    self._read_so_far.append((span, column))
                    column = column._replace(above=span.row)
            if spans:
                column = column._replace(above=spans[-1].row)

    def _stretches(
        self, spans: list[Span], column: _Column, depth: int, size: int
    ) -> list[tuple[list[Span], int | None]]:
        """Return the parts to read of a column, with the gutter of the one that is columns; none if it's one part.

        `size`: in how many of its rows a part is sought at first; in more if there is none that ends in them.
        """
        while True:
            *parts, last = self._grid.parts(spans[:size])
            if parts:
                return [*((part, None) for part in parts), (last + spans[size:], None)]
            run = self._gutters.longest(last, column.region > 0) if last and depth < _DEPTH else None
            if size >= len(spans) or (run and run.end < size):
                break
            size *= 2
        if run is None:
            return []
        return [
            (spans[: run.start], None),
            (spans[run.start : run.end], run.gutter),
            (spans[run.end :], None),
        ]

    def _read_columns(self, spans: list[Span], column: _Column, gutter: int, depth: int) -> None:
        """Read rows that have a gutter all through, apart where the columns beside it share the fewest blank lines."""
        region = column.region
        if not region:
            self._regions = region = self._regions + 1
        gutters = self._gutters.through(spans, gutter)
        columns = self._gutters.cut(spans, gutters)
        shared = [len(self._grid.parts(_beside(one, two))) for one, two in pairwise(columns)]
        cuts = [cut for cut, parts in zip(gutters, shared, strict=True) if parts == min(shared)]
        bounds = pairwise([column.low, *cuts, column.high])
        for own, (low, high) in zip(self._gutters.cut(spans, cuts), bounds, strict=True):
            if own:
                edge = Counter([span.first for span in own]).most_common(1)[0][0]
                above = column.above if low == column.low else None
                self._read(own, _Column(low, high, edge, above, region), depth)

    def _cell(self, at: int, heights: list[int]) -> Cell:
        span, column = self._read_so_far[at]
        if not column.region:
            return Cell(*span)
        if column.above is None:
            gap = self._opens(at, heights)
        else:
            gap = heights[span.row] - heights[column.above] - 1
        indent = span.first - column.edge
        if indent < 2 or self._grid.rows[span.row][max(0, span.first - 2) : span.first].strip():
            indent = 0  # pushed aside by a long line of the column on its left
        return Cell(*span, max(0, min(gap, 3)), indent, True)

    def _opens(self, at: int, heights: list[int]) -> int:
        """Return the gap that counts above a column: 1 if a headline seems to stand at its head."""
        top, column = self._read_so_far[at]
        for span, below in self._read_so_far[at + 1 : at + 4]:
            if below.above is None or below.low != column.low:
                break
            if heights[span.row] - heights[below.above] > 1 or span.first >= top.first + 2:
                return 1
            if top.first > column.edge + 1 or ends(self._grid.text(top)[-1]):
                break
            top = span
        return 0

    def _heights(self) -> list[int]:
        """Return the height of each row; rows of different columns count as one if no blank line is between them.

        The lines of two columns needn't stand level.
        """
        taken: list[list[tuple[int, int]]] = [[] for _ in self._grid.rows]
        for span, column in self._read_so_far:
            taken[span.row].append((column.low, column.high))
        heights: list[int] = []
        height = 0
        above = [(0, _EDGE)]
        for own, gap in zip(taken, self._grid.gaps, strict=True):
            if gap or any(low < right and left < high for low, high in own for left, right in above):
                height += 1 + gap
                above = own
            else:
                above = [*above, *own]
            heights.append(height)
        return heights


def _beside(one: list[Span], two: list[Span]) -> list[Span]:
    """Return two neighbouring columns as one."""
    rows = {span.row: span for span in one}
    for span in two:
        rows[span.row] = rows.get(span.row, span)._replace(last=span.last)
    return sorted(rows.values())
