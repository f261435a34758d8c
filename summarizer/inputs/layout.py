"""Pieces of a printed line to reading order: columns found by the white between them.

A sheet is cut where white runs through: at wide white above a headline, then into the tallest zones that
share a gutter, each zone at its gutters, so on until a region is one column. Works on geometry alone; knows
nothing of the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters on one baseline without a wide gap: points from the sheet's top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """The height at which the line stands."""
        return (self.top + self.bottom) / 2


Line = list[Piece]
Interval = tuple[float, float]

# In sizes of the type: the narrowest gutter, and the white that sets a block apart from the next one.
GUTTER = 0.75
_PARAGRAPH = 0.9
# White across all columns that ends whatever stands above it: above larger type, and above any type.
_MODULE = (0.9, 2.5)
_NEAR = 60  # pieces above that tell the usual size of the type there
# Columns of a table: at least so many rows, such a share of them level with those beside, cells narrower than
# this. A column of running text is wider even on a page of six columns.
_ROWS = 3
_ALIGNED = 0.75
_CELL = 6.0
_SAME_LINE = 0.45
_SURE = 3.5  # gutters: a gap so wide is none of chance
_OTHER_SIZE = 1.2


def blocks(pieces: Sequence[Piece]) -> Iterator[list[Line]]:
    """Yield the blocks of a sheet in reading order: lines from top to bottom, each from left to right."""
    if not pieces:
        return
    gutter = GUTTER * median(piece.size for piece in pieces for _ in piece.text)
    for column in _columns(list(pieces), gutter):
        yield from _set_apart(column)


def _columns(pieces: list[Piece], gutter: float) -> Iterator[list[Line]]:
    """Yield regions that no gutter divides, in reading order. A sheet may be cut many times over."""
    stack = [pieces]
    while stack:
        region = stack.pop()
        if parts := _cut(region, gutter):
            stack.extend(reversed(parts))
        else:
            yield _lines(region)


def _cut(region: list[Piece], gutter: float) -> list[list[Piece]]:
    """Return the parts of a region in reading order, or nothing if it is one column."""
    if len(region) < 2:
        return []
    strips = _strips(region)
    if parts := _modules(strips) or _at_gutters(region, gutter):
        return parts
    zones = _zones(strips, gutter)
    divided = any(_divides(_white(zone, gutter), _reach(zone)) for zone in zones)
    return zones if len(zones) > 1 and divided else []


def _modules(strips: list[list[Piece]]) -> list[list[Piece]]:
    """Join strips to parts that stand one below the other: no column runs from one into the next."""
    parts: list[list[Piece]] = []
    bottom = 0.0
    for strip in strips:
        if parts and not _begins_module(parts[-1][-_NEAR:], bottom, strip):
            parts[-1].extend(strip)
        else:
            parts.append(list(strip))
        bottom = max(piece.bottom for piece in strip)
    return parts if len(parts) > 1 else []


def _begins_module(above: list[Piece], bottom: float, strip: list[Piece]) -> bool:
    size = median(piece.size for piece in above)
    white = min(piece.top for piece in strip) - bottom
    larger = max(piece.size for piece in strip) > _OTHER_SIZE * size
    return white > _MODULE[0 if larger else 1] * size


def _at_gutters(region: list[Piece], gutter: float) -> list[list[Piece]]:
    """Cut a region at every gutter that runs through its whole height."""
    parts: list[list[Piece]] = []
    reach = float("-inf")
    for piece in sorted(region, key=lambda piece: piece.left):
        if not parts or piece.left - reach >= gutter:
            parts.append([])
        parts[-1].append(piece)
        reach = max(reach, piece.right)
    parts = _tables_joined(parts)
    return parts if len(parts) > 1 and max(map(len, parts)) > 1 else []


def _tables_joined(parts: list[list[Piece]]) -> list[list[Piece]]:
    """Join neighbouring columns of short cells that stand level: a table is read row by row."""
    joined: list[list[Piece]] = []
    beside: list[Piece] = []
    for part in parts:
        if joined and _level(beside, part):
            joined[-1].extend(part)
        else:
            joined.append(list(part))
        beside = part
    return joined


def _level(left: list[Piece], right: list[Piece]) -> bool:
    rows, others = _lines(left), _lines(right)
    if min(len(rows), len(others)) < _ROWS or max(_cell_width(rows), _cell_width(others)) > _CELL:
        return False
    heights = [row[0].middle for row in rows]
    near = 0
    for first, *_ in others:
        at = bisect_left(heights, first.middle - _SAME_LINE * first.size)
        near += at < len(heights) and heights[at] <= first.middle + _SAME_LINE * first.size
    return near >= _ALIGNED * max(len(rows), len(others))


def _cell_width(rows: list[Line]) -> float:
    return median((row[-1].right - row[0].left) / row[0].size for row in rows)


def _strips(region: list[Piece]) -> list[list[Piece]]:
    """Cut a region wherever a horizontal line passes between its pieces."""
    strips: list[list[Piece]] = []
    reach = float("-inf")
    for piece in sorted(region, key=lambda piece: piece.top):
        # Glyph boxes of neighbouring lines overlap a little in tight setting: compare with the middle.
        if not strips or piece.middle > reach:
            strips.append([])
        strips[-1].append(piece)
        reach = max(reach, piece.bottom)
    return strips


def _zones(strips: list[list[Piece]], gutter: float) -> list[list[Piece]]:
    """Join neighbouring strips as long as one gutter runs through all of them and divides what they hold."""
    zones: list[list[Piece]] = []
    shared: list[Interval] = []
    held = (0.0, 0.0)
    for strip, white in zip(strips, _true_white(strips, gutter), strict=True):
        reach = _reach(strip)
        common = _overlap(shared, white, gutter) if zones else []
        both = (min(held[0], reach[0]), max(held[1], reach[1]))
        undivided = not _divides(shared, held) and not _divides(white, reach)
        if zones and (_divides(common, both) or (undivided and _same_column(held, reach))):
            zones[-1].extend(strip)
            shared, held = common, both
        else:
            zones.append(list(strip))
            shared, held = white, reach
    return zones


def _true_white(strips: list[list[Piece]], gutter: float) -> list[list[Interval]]:
    """Return the white of each strip without gaps of chance: true ones go on in a neighbour or are wide."""
    every = [(_white(strip, gutter), _reach(strip)) for strip in strips]
    kept = []
    for index, (gaps, reach) in enumerate(every):
        beside = [every[i] for i in (index - 1, index + 1) if 0 <= i < len(every)]
        kept.append(
            [
                gap
                for gap in gaps
                if not _divides([gap], reach)
                or gap[1] - gap[0] >= _SURE * gutter
                or any(_divides(_overlap([gap], white, gutter), other) for white, other in beside)
            ]
        )
    return kept


def _same_column(a: Interval, b: Interval) -> bool:
    return min(a[1], b[1]) - max(a[0], b[0]) > 0.5 * min(a[1] - a[0], b[1] - b[0])


def _reach(pieces: Sequence[Piece]) -> Interval:
    """Return from where to where pieces stand."""
    return min(piece.left for piece in pieces), max(piece.right for piece in pieces)


def _white(pieces: Sequence[Piece], gutter: float) -> list[Interval]:
    """Return the intervals from left to right in which no piece stands, the margins without an end."""
    white: list[Interval] = []
    reach = float("-inf")
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if piece.left - reach >= gutter:
            white.append((reach, piece.left))
        reach = max(reach, piece.right)
    return [*white, (reach, float("inf"))]


def _overlap(a: Sequence[Interval], b: Sequence[Interval], gutter: float) -> list[Interval]:
    both = ((max(x[0], y[0]), min(x[1], y[1])) for x in a for y in b)
    return [(low, high) for low, high in both if high - low >= gutter]


def _divides(white: Sequence[Interval], reach: Interval) -> bool:
    """Return whether one of the intervals has something on both sides."""
    return any(reach[0] < low and high < reach[1] for low, high in white)


def _lines(region: Sequence[Piece]) -> list[Line]:
    """Put the pieces of one column into lines, from top to bottom."""
    lines: list[Line] = []
    for piece in sorted(region, key=lambda piece: (piece.middle, piece.left)):
        if lines and piece.middle - lines[-1][0].middle < _SAME_LINE * min(piece.size, lines[-1][0].size):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: piece.left)
    return lines


def _set_apart(lines: list[Line]) -> Iterator[list[Line]]:
    """Divide a column where the type changes its size or the white between two lines is wide."""
    usual = _usual_leading(lines)
    block: list[Line] = []
    for line in lines:
        if block and _breaks(block[-1], line, usual):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _usual_leading(lines: list[Line]) -> float:
    steps = [b[0].middle - a[0].middle for a, b in pairwise(lines)]
    return median(steps) if steps else 0.0


def _breaks(above: Line, below: Line, usual: float) -> bool:
    small, large = sorted((_size(above), _size(below)))
    step = below[0].middle - above[0].middle
    return large > _OTHER_SIZE * small or step > usual + _PARAGRAPH * small


def _size(line: Line) -> float:
    return max(piece.size for piece in line)
