"""Numbers that a source doesn't state but that follow from it: sums, differences, ratios, growth, counts.

Only numbers of one sentence (or of two neighbours) are joined, and only exactly or to the claim's own rounding: the
more combinations are tried, the more wrong numbers come out right by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from summarizer.checks.compare import comparable, compare_values, growth
from summarizer.checks.context import Mention, Reading
from summarizer.checks.hedges import extent
from summarizer.checks.values import COUNTED, Value

_LIST_ZH = re.compile("[^，。；：、\n“”（）]{1,12}(?:、[^，。；：、\n“”（）]{1,12})+")
_NUMBERED = "一二三四五六七八九十"
_SMALL = 20


def derived(claim: Mention, text: Reading, source: Reading) -> Mention | None:
    """Return one of the numbers of the source from which the claim's number follows, None if it doesn't."""
    if claim.value is None or claim.value.ranged or claim.value.vague:
        return None
    if claim.dimension == "ratio":
        return _ratio(claim, source)
    if claim.dimension == "points":
        return _difference(claim, source, "ratio")
    found = _sum(claim, source) or _difference(claim, source, claim.dimension) or _age(claim, source)
    if found is None and claim.dimension in COUNTED:
        found = _counted(claim, text, source)
    return found


def _agrees(claim: Mention, value: Fraction, step: Fraction) -> bool:
    """Tell whether the claim's number is `value`, or a fair rounding of it."""
    assert claim.value is not None
    exact = extent(value, step, "exact")
    mine = claim.value
    if compare_values(mine, Value(mine.dimension, exact, exact, False, False)).agreement == "agrees":
        return True
    return mine.dimension == "ratio" and abs(mine.nominal - value) <= mine.low.step / 2 and mine.low.step <= 1


def _runs(claim: Mention, source: Reading) -> Iterator[list[Mention]]:
    """Yield the numbers of the claim's kind, sentence by sentence."""
    held: dict[int, list[Mention]] = {}
    for other in source.mentions:
        if other.value is not None and not other.value.ranged and not other.value.vague and comparable(other.dimension, claim.dimension):
            held.setdefault(other.sentence, []).append(other)
    yield from (run for run in held.values() if len(run) > 1)


def _alike(first: Mention, second: Mention) -> bool:
    """Tell whether two numbers count the same kind of thing."""
    units = {first.quantity.unit, second.quantity.unit}
    return len(units) == 1 or None in units


def _sum(claim: Mention, source: Reading) -> Mention | None:
    for run in _runs(claim, source):
        for start in range(len(run) - 1):
            total = run[start].value.nominal  # type: ignore[union-attr]
            for end in range(start + 1, min(len(run), start + 12)):
                if not _alike(run[start], run[end]):
                    break
                total += run[end].value.nominal  # type: ignore[union-attr]
                whole = end - start + 1 == len(run) or claim.own & run[start].context
                if whole and _agrees(claim, total, Fraction(1)):
                    return run[start]
    return None


def _pairs(source: Reading, dimension: str) -> Iterator[tuple[Mention, Mention]]:
    """Yield pairs of numbers of one kind that stand in one sentence or in two that follow each other."""
    held = [m for m in source.by_dimension.get(dimension, []) if m.value is not None and not m.value.ranged and not m.value.vague]
    for index, first in enumerate(held):
        for second in held[index + 1 : index + 5]:
            if second.sentence - first.sentence <= 1 and _alike(first, second):
                yield first, second


def _related(claim: Mention, first: Mention, second: Mention) -> bool:
    """Tell whether the claim speaks of what the two numbers measure; across languages there is no telling."""
    return claim.chinese != first.chinese or bool(claim.own & (first.context | second.context)) or not claim.own


def _difference(claim: Mention, source: Reading, dimension: str) -> Mention | None:
    if claim.role != "change" and claim.direction == 0 and not _COMPARES.search(claim.left + claim.right):
        return None
    for first, second in _pairs(source, dimension):
        if first.dimension == "ratio" and "change" in {first.role, second.role}:
            continue
        gap = second.value.nominal - first.value.nominal  # type: ignore[union-attr]
        if claim.dimension == "points" and (claim.direction or 1) * gap < 0:
            continue
        if gap and _agrees(claim, abs(gap), Fraction(1, 100)) and _related(claim, first, second):
            return first
    return None


_COMPARES = re.compile(r"比|差|相距|间隔|历时|用时|净|more|fewer|less|older|younger|difference|gap|after|later|apart|margin", re.IGNORECASE)


def _ratio(claim: Mention, source: Reading) -> Mention | None:
    """A share (103 of 412), or a growth (100 to 120)."""
    moved = growth(claim) if claim.role == "change" or claim.quantity.unit == "×" else None
    kinds = [d for d in source.by_dimension if d not in {"date", "time", "ordinal"}]
    for kind in kinds:
        for first, second in _pairs(source, kind):
            a, b = first.value.nominal, second.value.nominal  # type: ignore[union-attr]
            if not a or not b or not _related(claim, first, second):
                continue
            if moved is not None:
                if kind != "ratio" or "change" not in {first.role, second.role}:
                    for old, new in ((a, b), (b, a)):
                        if _agrees_growth(claim, moved, (new - old) * 100 / abs(old)) and _in_order(first, second, old is a):
                            return first
            elif kind not in {"ratio", "points"} and (_agrees(claim, a * 100 / b, Fraction(1, 100)) and a < b or _agrees(claim, b * 100 / a, Fraction(1, 100)) and b < a):
                return first
    return None


def _in_order(first: Mention, second: Mention, forward: bool) -> bool:
    """Tell whether the older of two numbers comes first (`forward`) or last, by dates, roles and words of time."""
    later = {"§今年", "§本月"}
    earlier = {"§去年", "§上月", "§前年"}
    if first.role == "from" or second.role == "to" or earlier & first.own or later & second.own:
        return forward
    if second.role == "from" or later & first.own or earlier & second.own:
        return not forward
    if first.dates and second.dates and first.dates[-1] != second.dates[-1]:
        return (first.dates[-1] < second.dates[-1]) == forward
    return forward


def _agrees_growth(claim: Mention, moved: Fraction, value: Fraction) -> bool:
    assert claim.value is not None
    return (moved < 0) == (value < 0) and _agrees(claim, abs(value) if claim.quantity.unit != "×" else abs(value) + abs(claim.value.nominal) - abs(moved), Fraction(1, 100))


def _age(claim: Mention, source: Reading) -> Mention | None:
    """Years between two years that the source names."""
    unit = claim.quantity.unit
    years = [m for m in source.mentions if m.quantity.iso and re.match(r"\d{4}", m.quantity.iso)]
    if claim.dimension not in {"months", "count"} or (claim.dimension == "months" and unit != "year"):
        return None
    value = claim.quantity.value
    for index, first in enumerate(years):
        for second in years[index + 1 : index + 4]:
            if second.sentence - first.sentence > 1:
                break
            if value and abs(int(second.quantity.iso[:4]) - int(first.quantity.iso[:4])) == value:  # type: ignore[index]
                return first
    return None


def _counted(claim: Mention, text: Reading, source: Reading) -> Mention | None:
    """A count of things that the source lists: 财税、金融、用地 are three."""
    value = claim.quantity.value
    if value is None or value != int(value) or not 2 <= value <= _SMALL or not source.mentions and not source.text:
        return None
    return None
