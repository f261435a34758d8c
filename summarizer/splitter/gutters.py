"""Gutters: display columns that stay blank over many lines, with running text on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from summarizer.splitter.grid import LEAST, WIDE, Grid, Span, wide

_KNOWN = 2  # lines with text on both sides that make a gutter where columns are known to stand; else `LEAST`
_DRIFT = 2  # display columns by which a gutter may move from line to line
_NARROW = 14  # display columns; columns of text are wider, those of tables often aren't
_TRIED = 12  # display columns of one stretch that are tried as gutters, the most frequent first
_TOP = 8  # of these, those that surely begin a column
_NEARLY = 0.7  # share of the width of a column that its full lines have at least
_FULL = 0.4  # share of the lines of a column that are full
_WORDS = 0.7  # share of the lines of a column that are mostly letters
_STRONG = 0.4  # share of the lines with text on both sides of a gutter that have more than one blank there


class Side(NamedTuple):
    """On which side of a gutter a row has text; where on both, the blank (half-open) between them."""

    name: str
    first: int = 0
    last: int = 0


_LEFT, _RIGHT, _ACROSS = Side("left"), Side("right"), Side("across")


class Run(NamedTuple):
    """Rows `start` to `end` (half-open) of a column that leave a gutter free."""

    start: int
    end: int
    gutter: int


class Gutters:
    """Finds the gutters of a grid; each is named by the display column before the text on its right."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._seen: set[int] = set()

    def longest(self, column: list[Span], inside: bool) -> Run | None:
        """Return the gutter of a column that most of its rows have; `inside`: it is part of a stretch of columns."""
        tried = self._tried(column)
        runs = []
        for place in tried:
            least = _KNOWN if inside or self._known(place) else LEAST
            for votes, first, last in _free([self.side(span, place) for span in column]):
                if votes >= least:
                    runs.append((-votes, first, last, place))
        for _, first, last, place in sorted(runs):
            if self._parts_prose(column[first : last + 1], place):
                self._seen.add(place)
                start, end = first, last + 1
                while start and self._begins(column[start - 1], column[start], (place, *tried[:_TOP])):
                    start -= 1
                while end < len(column) and self._goes_on(column[end - 1], column[end], place):
                    end += 1
                return Run(start, end, place)
        return None

    def through(self, column: list[Span], sure: int) -> list[int]:
        """Return the gutters that all of a column's rows leave free, from left to right; one of them is `sure`."""
        found = [sure]
        for place in self._tried(column):
            sides = [self.side(span, place).name for span in column]
            if "across" in sides or sides.count("both") < _KNOWN:
                continue
            new = not any(self._same(column, place, other) for other in found)
            if new and self._parts_prose(column, place):
                found.append(place)
        self._seen.update(found)
        return sorted(found)

    def side(self, span: Span, gutter: int) -> Side:
        """Return on which side of a gutter a row has text."""
        row, low, high = span
        nearest, first, last = _DRIFT + 1, 0, 0
        openings = self._grid.openings[row]
        # The first that may be near enough: the last to begin before the gutter may reach it.
        for at in range(max(0, bisect_left(openings, (gutter - 1, 0)) - 1), len(openings)):
            one, two = openings[at]
            if one > gutter + _DRIFT:
                break
            if low < one and two < high:
                away = one - gutter if one > gutter else max(0, gutter - two + 1)
                if away < nearest:
                    nearest, first, last = away, one, two
        if last:
            return Side("both", first, last)
        if low >= gutter:
            return _RIGHT
        if high <= gutter + _DRIFT:
            return _LEFT
        return _RIGHT if low >= gutter - _DRIFT else _ACROSS

    def cut(self, column: list[Span], gutters: Sequence[int]) -> list[list[Span]]:
        """Return the columns that gutters, from left to right, make of one."""
        columns: list[list[Span]] = []
        for gutter in gutters:
            left, right = [], []
            for span in column:
                side = self.side(span, gutter)
                if side.name == "both":
                    left.append(Span(span.row, span.first, side.first))
                    right.append(Span(span.row, side.last, span.last))
                else:
                    (left if side.name == "left" else right).append(span)
            columns.append(left)
            column = right
        return [*columns, column]

    def _tried(self, column: list[Span]) -> list[int]:
        """Return the display columns before which text begins after a wide blank, the most frequent first."""
        count = Counter([span.first - 1 for span in column])
        del count[min(span.first for span in column) - 1]
        count.update([two - 1 for span in column for one, two in self._grid.blanks(span) if two - one > 1])
        found: list[int] = []
        for place, rows in sorted(count.items(), key=lambda item: (-item[1], item[0])):
            if rows < _KNOWN or len(found) == _TRIED:
                break
            if place - 1 not in found and place + 1 not in found:
                found.append(place)
        return found

    def _known(self, place: int) -> bool:
        return not self._seen.isdisjoint((place - 1, place, place + 1))

    def _begins(self, span: Span, below: Span, places: Sequence[int]) -> bool:
        """Tell whether a row above those with a gutter belongs to a column of theirs: no headline over several."""
        side = self.side(span, places[0]).name
        aligned = side != "right" or any(abs(span.first - 1 - place) <= 1 for place in places)
        return aligned and side != "across" and self._grid.near(span, below)

    def _goes_on(self, above: Span, span: Span, gutter: int) -> bool:
        return self._grid.near(above, span) and self.side(span, gutter) is not _ACROSS

    def _same(self, column: list[Span], place: int, other: int) -> bool:
        """Tell whether next to nothing stands between two gutters."""
        if abs(place - other) < _NARROW // 2:
            return True
        one, two = sorted((place, other))
        between = [self._grid.rows[span.row][one + _DRIFT : two - _DRIFT] for span in column]
        return sum([bool(text.strip()) for text in between]) < _KNOWN

    def _parts_prose(self, column: list[Span], place: int) -> bool:
        """Tell whether a gutter parts running text from running text, mostly by more than one blank."""
        lefts, rights = [], []
        both = strong = apart = 0
        for span in column:
            row = self._grid.rows[span.row]
            side, first, last = self.side(span, place)
            if side != "right":
                left = row[span.first : first if side == "both" else span.last]
                lefts.append(left[left.rfind("  ") + 1 :].strip())
            if side != "left":
                rights.append(row[last if side == "both" else span.first : span.last].partition("  ")[0])
            if side == "both":
                both += 1
                apart += last - first >= WIDE
                strong += last - first >= WIDE or (wide(row[first - 1]) and wide(row[last]))
        if self._known(place):
            return apart > 0 or not both
        if both and (apart < min(both, 3) or strong < _STRONG * both):
            return False
        return min(len(lefts), len(rights)) >= LEAST and _prose(lefts) and _prose(rights)


def _free(sides: Sequence[Side]) -> Iterator[tuple[int, int, int]]:
    """Yield each run of rows that no text crosses: what it weighs, the first and last row that count.

    Rows with text on both sides count, and turns from one side to the other: lines needn't stand level.
    """
    first = last = votes = 0
    before: int | None = None
    for at, side in enumerate([*sides, _ACROSS]):
        if side is _ACROSS:
            if votes:
                yield votes, first, last
            votes, before = 0, None
            continue
        both = side.name == "both"
        if both or (before is not None and sides[before].name not in ("both", side.name)):
            if not votes:
                first = at if both or before is None else before
            last = at
            votes += 1
        before = at


def _flows(line: str) -> bool:
    """Tell whether a line has more than a name: three words, or ideographs."""
    return line.count(" ") > 1 or any(map(wide, line))


def _prose(lines: Sequence[str]) -> bool:
    """Tell whether lines look like a column of running text: mostly words, many as wide as the column."""
    widths = sorted([len(line) + sum(map(wide, line)) for line in lines])
    full = widths[len(widths) * 9 // 10]
    if full < _NARROW:
        return False
    words = sum([sum(map(str.isalpha, line)) * 2 >= len(line) and _flows(line) for line in lines])
    filled = sum([width >= _NEARLY * full for width in widths])
    return words >= _WORDS * len(lines) and filled >= _FULL * len(lines)
