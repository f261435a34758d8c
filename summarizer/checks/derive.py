"""Numbers that a source doesn't state but that follow from it: sums, differences, ratios, growth, counts.

Only numbers of one sentence (or of two neighbours) are joined, and only exactly or to the claim's own
rounding: the more combinations are tried, the more wrong numbers come out right by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from summarizer.checks.compare import comparable, compare_values, growth
from summarizer.checks.context import terms
from summarizer.checks.hedges import extent
from summarizer.checks.listed import counted
from summarizer.checks.mention import Mention
from summarizer.checks.reading import MOST, Reading
from summarizer.checks.values import COUNTED, Value

_COMPARES = re.compile(
    r"比|差|相距|间隔|历时|用时|净|缺席|未到|盈余|结余|超出|exceed|absent|missing|surplus|more|fewer|less|older|younger|difference|gap|after|later|apart|margin",
    re.IGNORECASE,
)


# Those who vote are counted in people, what they cast in votes.
_VOTERS = {"票", "people"}


_PART = re.compile(r"其中|中，|里，|\bof (?:them|which|whom|those|these)\b|\bincluding\b", re.IGNORECASE)
_OF = re.compile(r" *(?:out )?of (?:the |some |about )?", re.IGNORECASE)
_AGAINST = re.compile(r"反对|\b(?:against|oppos\w+|dissent\w*)\b", re.IGNORECASE)
_AGED = re.compile(r"享年|终年|岁|\baged?\b|years old", re.IGNORECASE)
_SCORE = re.compile(r"\d+ ?[-–—:比] ?\d+")
_VOTE = re.compile(r"投票|表决|票|\bvot(?:e|ed|es|ing)\b", re.IGNORECASE)


def derived(claim: Mention, text: Reading, source: Reading) -> Mention | None:
    """Return one of the numbers of the source from which the claim's number follows, None if it doesn't."""
    if claim.value is None or claim.value.ranged or claim.value.vague:
        return None
    if claim.dimension == "ratio":
        return _ratio(claim, source)
    if claim.dimension == "points":
        return _difference(claim, source, "ratio")
    found = _sum(claim, source) or _difference(claim, source, claim.dimension)
    found = found or _rest(claim, source) or _age(claim, source) or _ballots(claim, source)
    if found is None and claim.dimension in COUNTED:
        found = counted(claim, text, source)
    return found


def _nominal(mention: Mention) -> Fraction:
    return mention.value.nominal if mention.value else Fraction(0)


def _agrees(claim: Mention, value: Fraction) -> bool:
    """Tell whether the claim's number is `value`, or a fair rounding of it."""
    if claim.value is None:
        return False
    exact = extent(value, Fraction(1, 100), "exact")
    mine = claim.value
    if mine.hedge in {"over", "least", "under", "most"} and abs(mine.nominal - value) > mine.low.step:
        return False  # nearly any sum is at most 820
    if compare_values(mine, Value(mine.dimension, exact, exact, False, False)).agreement == "agrees":
        return True
    step = min(mine.low.step, Fraction(1))
    return mine.dimension == "ratio" and mine.hedge == "exact" and abs(mine.nominal - value) <= step / 2


def _ballots(claim: Mention, source: Reading) -> Mention | None:
    """All who voted, or one of the two sides, of a vote that is told as 5-2."""
    if claim.dimension not in COUNTED or claim.quantity.value is None:
        return None
    for other in source.pool(claim):
        value, upper = other.quantity.value, other.quantity.upper
        side = upper if _AGAINST.search(claim.left + claim.right) else value
        if value is None or upper is None or claim.quantity.value not in {value + upper, side}:
            continue
        if _SCORE.fullmatch(other.quantity.text) and _VOTE.search(other.left):
            return other
    return None


def _single(mention: Mention) -> bool:
    return mention.value is not None and not mention.value.ranged and not mention.value.vague


def _alike(first: Mention, second: Mention) -> bool:
    """Tell whether two numbers count the same kind of thing."""
    units = {first.quantity.unit, second.quantity.unit}
    return len(units) == 1 or None in units or units == _VOTERS


def _sum(claim: Mention, source: Reading) -> Mention | None:
    """A total of all like numbers of one sentence, or of some that follow each other and share the claim's
    words."""
    held: dict[int, list[Mention]] = {}
    for other in source.pool(claim):
        if (
            not other.implied
            and _single(other)
            and comparable(other.dimension, claim.dimension)
            and _alike(claim, other)
            and not other.negated
        ):
            held.setdefault(other.sentence, []).append(other)
    for run in held.values():
        for start in range(len(run) - 1):
            total = _nominal(run[start])
            for end in range(start + 1, min(len(run), start + 12)):
                total += _nominal(run[end])
                whole = end - start + 1 == len(run)
                if (whole or claim.own & run[start].context) and _agrees(claim, total):
                    return run[start]
    return None


def _pairs(claim: Mention, source: Reading, dimension: str) -> Iterator[tuple[Mention, Mention]]:
    """Yield pairs of numbers of one kind that stand in one sentence or in two that follow each other."""
    pool = source.by_dimension.get(dimension, [])
    pool = pool if len(pool) <= MOST else [m for m in source.pool(claim) if m.dimension == dimension]
    held = sorted((m for m in pool if _single(m)), key=lambda m: m.quantity.start)
    for index, first in enumerate(held):
        for second in held[index + 1 : index + 6]:
            if (
                second.sentence - first.sentence <= 1
                and _alike(first, second)
                and _nominal(first) != _nominal(second)
            ):
                yield first, second


def _related(claim: Mention, first: Mention, second: Mention) -> bool:
    """Tell whether the claim speaks of what the two numbers measure; across languages there is no telling."""
    return (
        claim.chinese != first.chinese or bool(claim.own & (first.context | second.context)) or not claim.own
    )


def _levels(first: Mention, second: Mention) -> bool:
    """Tell whether neither of two numbers is itself a change in percent."""
    return first.dimension not in {"ratio", "points"} or "change" not in {first.role, second.role}


def _difference(claim: Mention, source: Reading, dimension: str) -> Mention | None:
    if claim.role != "change" and claim.direction == 0 and not _COMPARES.search(claim.left + claim.right):
        return None
    for first, second in _pairs(claim, source, dimension):
        if not _levels(first, second) or not _related(claim, first, second):
            continue
        gap = _nominal(second) - _nominal(first)
        forward = gap if _in_order(first, second) else -gap
        if (sides := _sides(claim, first, second)) is not None:
            forward = _nominal(sides[0]) - _nominal(sides[1])
        if claim.direction * forward >= 0 and _agrees(claim, abs(gap)):
            return first
    return None


def _sides(claim: Mention, first: Mention, second: Mention) -> tuple[Mention, Mention] | None:
    """Return two numbers as 赞成票比反对票多55票 sets them side by side; None where the words don't tell."""
    mine, compared, theirs = claim.left.partition("比")
    one, other = terms(mine) - terms(theirs), terms(theirs) - terms(mine)
    if not compared or not one or not other:
        return None
    for left, right in ((first, second), (second, first)):
        if one & left.own and other & right.own and not one & right.own and not other & left.own:
            return left, right
    return None


def _growths(claim: Mention, source: Reading) -> Iterator[tuple[Mention, Fraction]]:
    """Yield the growth in percent between numbers that the claim may speak of."""
    for kind in source.by_dimension:
        if kind in {"date", "time", "ordinal", "points"}:
            continue
        for first, second in _pairs(claim, source, kind):
            if _levels(first, second) and _related(claim, first, second):
                old, new = (first, second) if _in_order(first, second) else (second, first)
                if _nominal(old):
                    yield first, (_nominal(new) - _nominal(old)) * 100 / abs(_nominal(old))


def _ratio(claim: Mention, source: Reading) -> Mention | None:
    """A share (103 of 412), or a growth (100 to 120)."""
    moved = growth(claim)
    if moved is not None:
        for first, value in _growths(claim, source):
            same = (
                abs(moved - value) < Fraction(1, 20)
                if claim.quantity.unit == "×"
                else _agrees(claim, abs(value))
            )
            if same and (moved < 0) == (value < 0):
                return first
        return None
    for kind in source.by_dimension:
        if kind in {"date", "time", "ordinal", "ratio", "points"}:
            continue
        for first, second in _pairs(claim, source, kind):
            part, whole = sorted((_nominal(first), _nominal(second)))
            if part > 0 and _related(claim, first, second) and _agrees(claim, part * 100 / whole):
                return first
    return None


def misstated(claim: Mention, source: Reading) -> Mention | None:
    """Return a number of the source from which the claim's growth, share or age was worked out wrongly."""
    if not claim.own or claim.value is None:
        return None
    if claim.dimension == "ratio" and (claim.role == "change" or claim.quantity.unit == "×"):
        found = [first for first, _ in _growths(claim, source) if claim.own & first.context]
    elif claim.dimension == "ratio":
        found = [first for first, second in _parts(claim, source) if claim.own & second.own]
    elif _AGED.search(claim.before + claim.quantity.text + claim.after):
        found = [first for first, _ in _lifetimes(claim, source)]
    else:
        return None
    return found[0] if len(found) == 1 else None


def _parts(claim: Mention, source: Reading) -> Iterator[tuple[Mention, Mention]]:
    """Yield wholes with the part that the source tells of them: 412家企业中，103家为外资."""
    for kind in source.by_dimension:
        if kind in {"date", "time", "ordinal", "ratio", "points"}:
            continue
        for first, second in _pairs(claim, source, kind):
            parted = _PART.search(first.after + "，" + second.left) or _OF.fullmatch(first.before)
            if parted and _nominal(first) > _nominal(second) > 0:
                yield first, second


def _rest(claim: Mention, source: Reading) -> Mention | None:
    """What is left of a whole when its part is taken away, where the claim doesn't speak of the part."""
    for first, second in _parts(claim, source):
        apart = not claim.own & (second.own - first.own)
        if (
            apart
            and comparable(first.dimension, claim.dimension)
            and _agrees(claim, _nominal(first) - _nominal(second))
        ):
            return first
    return None


def _in_order(first: Mention, second: Mention) -> bool:
    """Tell whether the older of two numbers comes first, by their roles, dates and words of time."""
    later, earlier = {"§今年", "§本月"}, {"§去年", "§上月", "§前年"}
    if first.role == "from" or second.role == "to" or earlier & first.own or later & second.own:
        return True
    if second.role == "from" or later & first.own or earlier & second.own:
        return False
    if first.dates and second.dates and first.dates[-1] != second.dates[-1]:
        return first.dates[-1] < second.dates[-1]
    return True


def _lifetimes(claim: Mention, source: Reading) -> Iterator[tuple[Mention, int]]:
    """Yield the years between two years that the source names near each other."""
    years = [m for m in source.pool(claim) if m.iso and re.match(r"\d{4}", m.iso)]
    for index, first in enumerate(years):
        for second in years[index + 1 : index + 4]:
            gap = abs(int((second.iso or "")[:4]) - int((first.iso or "")[:4]))
            if second.sentence - first.sentence <= 1 and gap:
                yield first, gap


def _age(claim: Mention, source: Reading) -> Mention | None:
    """A span or an age that is the years between two years."""
    if claim.dimension not in {"months", "count"} or claim.quantity.unit not in {None, "year"}:
        return None
    return next((first for first, gap in _lifetimes(claim, source) if claim.quantity.value == gap), None)
