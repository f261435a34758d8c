"""The lines of a headline block: which are the headline, which stand above it (kicker) and below it (deck).

All partitions of the block are weighed against one another. A unit of it (kicker, headline, one deck) counts by what
its words and its shape look like, a seam inside a unit by what ties its two lines together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import ModuleType

from summarizer.splitter import headline_en, headline_zh
from summarizer.splitter.lines import Line
from summarizer.text import View
from summarizer.text.wrap import joint

_MAX_LINES = 10  # of a block that are weighed; what follows is deck, line by line
_MAX_UNIT = 8  # lines of one unit: narrow columns break a headline often
_TELLING = 6000  # characters of a body in which the words of its headline are looked for
Roles = tuple[float, float, float]  # a weight as kicker, as headline, as deck
Unit = tuple[int, int]  # first line, line after the last
_HEIGHTS = {1: "one line", 3: "three lines", 4: "four lines"}  # four, or more
_NONE: Roles = (0.0, 0.0, 0.0)
_CUSTOMS = (headline_en, headline_zh)


@dataclass(slots=True)
class Arranged:
    """Lines of a headline block by their part in it."""

    above: list[Line]
    main: list[Line]
    below: list[list[Line]]

    def in_order(self) -> list[list[Line]]:
        """The parts that are there, in order: kicker, headline, each unit of the deck."""
        return [part for part in (self.above, self.main, *self.below) if part]

    def headline(self, raw: str) -> str | None:
        """The headline, its lines joined."""
        return joined(raw, self.main, display=True)

    def kicker(self, raw: str) -> str | None:
        """The line above the headline."""
        return joined(raw, self.above)

    def deck(self, raw: str) -> list[str]:
        """The lines below the headline."""
        return [text for part in self.below if (text := joined(raw, part))]


def joined(raw: str, lines: list[Line], display: bool = False) -> str | None:
    """Return the text of `lines` as one paragraph, of a headline if for `display`, or None if there are none."""
    if not lines:
        return None
    view = View()
    view.paragraph(raw, [(line.start, line.end) for line in lines], display)
    return view.text


def arrange(lines: list[Line], body: str = "") -> Arranged:
    """Return the parts of the headline block `lines`, which stand on the page in this order, above or below `body`."""
    if len(lines) <= 1:
        return Arranged([], lines, [])
    block = lines[:_MAX_LINES]
    table = _custom(block).TABLE
    told = evidence([_tidy(line) for line in block], body[:_TELLING])
    units = {unit: _weigh(table, names) for unit, names in told.items()}
    cut, below = partition(units, len(block))
    above, main = cut
    parts = [block[start:end] for start, end in below] + [[line] for line in lines[_MAX_LINES:]]
    return Arranged(block[:above], block[above:main], parts)


def _tidy(line: Line) -> Line:
    """Return a line without the blanks that a tool left inside its quotes, which part nothing."""
    text = _STRAY.sub("", line.text)
    return line if text == line.text else replace(line, text=text)


_STRAY = re.compile(r"(?<=[“‘《（「『]) +| +(?=[”’》）」』])")


def _weigh(table: Mapping[str, Roles], names: Iterable[str]) -> Roles:
    kicker = main = deck = 0.0
    for name in names:
        row = table.get(name, _NONE)
        kicker, main, deck = kicker + row[0], main + row[1], deck + row[2]
    return kicker, main, deck


def unit_ranges(count: int) -> list[Unit]:
    """Return every range of lines that can be one unit of a block of `count` lines."""
    return [
        (start, end) for start in range(count) for end in range(start + 1, min(start + _MAX_UNIT, count) + 1)
    ]


def partition(units: dict[Unit, Roles], count: int) -> tuple[Unit, list[Unit]]:
    """Return the best partition: where the headline begins and ends, and the units of the deck below it."""
    # From each line on, were all of it deck: the score, and where its first unit ends.
    decks = [(0.0, count)] * (count + 1)
    for start in range(count - 1, 0, -1):
        ends = range(min(start + _MAX_UNIT, count), start, -1)
        decks[start] = max((units[start, end][2] + decks[end][0], end) for end in ends)
    best = max(
        ((units[0, start][0] if start else 0.0) + units[start, end][1] + decks[end][0], -start, end)
        for start in range(min(count, _MAX_UNIT + 1))
        for end in range(start + 1, min(start + _MAX_UNIT, count) + 1)
    )
    start, end = -best[1], best[2]
    below = []
    at = end
    while at < count:
        below.append((at, decks[at][1]))
        at = decks[at][1]
    return (start, end), below


def evidence(block: list[Line], body: str) -> dict[Unit, list[str]]:
    """Return for every unit of `block` the names of what speaks for or against its being one."""
    custom = _custom(block)
    seams = [list(custom.seam(one, two, body)) for one, two in pairwise(block)]
    found = {}
    for start, end in unit_ranges(len(block)):
        text = block[start].text
        for line in block[start + 1 : end]:
            text += joint(text, line.text).glue + line.text
        names = found[start, end] = [*_shape(block, start, end), *custom.forms(text, block, start, body)]
        for seam in seams[start : end - 1]:
            names += seam
        if _wrapped(block[start:end]) and any("told below" in name for name in names):
            names.append("wrapped")
    return found


def _custom(block: list[Line]) -> ModuleType:
    return _CUSTOMS[sum(line.cjk for line in block) * 2 >= len(block)]


def _shape(block: list[Line], start: int, end: int) -> Iterator[str]:
    if name := _HEIGHTS.get(min(end - start, 4)):
        yield name
    if end - start == len(block):
        yield "whole block"
    if start and block[start].gap:
        yield "gap above"
    if end < len(block) and block[end].gap:
        yield "gap below"
    widest = max(line.width for line in block)
    wide = max(line.width for line in block[start:end])
    if wide >= widest:
        yield "widest"
    elif wide < 0.5 * widest:
        yield "half as wide"


_EVEN = 1.0  # columns by which lines of one text, wrapped where they are full, differ


def _wrapped(lines: list[Line]) -> bool:
    """Tell whether ideographs were broken into lines wherever these were full, not where a clause ends."""
    if len(lines) < 3 or not lines[0].cjk:
        return False
    full = lines[0].width
    return all(abs(line.width - full) <= _EVEN for line in lines[:-1]) and lines[-1].width <= full + _EVEN
