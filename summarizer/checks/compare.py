"""Whether the value that a claim gives follows from the value that a source gives.

Nothing here looks at subjects: `compare` is told two mentions of the same thing and says whether the numbers
agree.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from operator import itemgetter
from typing import Literal, NamedTuple

from summarizer.checks.hedges import Hedge
from summarizer.checks.mention import Mention
from summarizer.checks.values import COUNTED, Value
from summarizer.checks.words import PAST

Agreement = Literal["agrees", "vaguer", "conflicts", "differs"]


class Outcome(NamedTuple):
    """`agrees`: the claim follows. `vaguer`: the source is less exact than the claim. `conflicts`: both
    can't be true of one thing. `differs`: the two measure different things. `reason` is the code of a
    finding."""

    agreement: Agreement
    reason: str


DIFFERS = Outcome("differs", "absent")
EQUAL = Outcome("agrees", "equal")
ROUNDED = Outcome("agrees", "rounded")
CONVERTED = Outcome("agrees", "converted")
PRECISION = Outcome("vaguer", "precision")
HEDGE = Outcome("vaguer", "hedge")
BOUND = Outcome("conflicts", "bound")
WRONG = Outcome("conflicts", "value")
UNIT = Outcome("conflicts", "unit")
DIRECTION = Outcome("conflicts", "direction")
LEVEL = Outcome("conflicts", "level")
NEGATED = Outcome("conflicts", "negation")
SCALE = Outcome("conflicts", "scale")

_UP: frozenset[Hedge] = frozenset({"over", "least", "odd"})
_DOWN: frozenset[Hedge] = frozenset({"near", "under", "most"})
_BOUNDS = _UP | _DOWN
# A bare number may stand for a longer one that rounds to it, where a conversion made the digits; else it is
# marked.
CONVERSION_SLACK = Fraction(1, 100)
# Beyond this share "over 100" says too little of 400 to be a fair account of it.
LOOSE = Fraction(1, 2)
# A bare number this close to the source's, and a rounding of it, lacks the word "about" rather than being
# wrong.
NEARBY = Fraction(1, 100)


def comparable(first: str, second: str) -> bool:
    """Tell whether two dimensions can hold the same thing."""
    return first == second or (first in COUNTED and second in COUNTED)


# So many mentions of one kind are looked at for one number of a claim, and no more.
SCANNED = 3000
# By how much a number of the source may be more or less than the claim's, and still agree.
REACH: dict[Hedge, float] = {"exact": 1.02, "about": 1.1, "near": 1.3}


class Sizes:
    """The mentions of one dimension, in order of the text and by their rough value."""

    def __init__(self, mentions: list[Mention]) -> None:
        self.all = mentions
        self.unsized = [(at, m) for at, m in enumerate(mentions) if m.point is None]
        sized = [(abs(m.point), at, m) for at, m in enumerate(mentions) if m.point is not None]
        sized.sort(key=itemgetter(0, 1))
        self.keys = [size for size, _, _ in sized]
        self.sized = [(at, mention) for _, at, mention in sized]

    def within(self, low: float, high: float) -> list[Mention]:
        """Return the mentions whose size lies between two values, and dates, ranges and vague numbers."""
        first, last = bisect_left(self.keys, low), bisect_right(self.keys, high)
        found = [*self.unsized[:SCANNED], *self.sized[first : min(last, first + SCANNED)]]
        found.sort(key=itemgetter(0))
        return [mention for _, mention in found]


def near(claim: Mention, sizes: dict[str, Sizes]) -> list[Mention]:
    """Return the mentions that could agree with the claim, by their rough values; most are left out at
    little cost."""
    mine, value = claim.point, claim.value
    found: list[Mention] = []
    for dimension, held in sizes.items():
        if not comparable(claim.dimension, dimension) and "count" not in {claim.dimension, dimension}:
            continue
        if mine is None or value is None or claim.per is not None or dimension == "temperature":
            found += held.all[:SCANNED]
        else:
            reach = REACH.get(value.hedge, 2.1)
            found += held.within(abs(mine) / reach, abs(mine) * reach)
    return found


def compare(claim: Mention, source: Mention) -> Outcome:
    """Return whether the value of `claim` follows from that of `source`, both taken to speak of the same
    thing."""
    if claim.iso or source.iso:
        return compare_dates(claim.iso, source.iso)
    mine, theirs = claim.value, source.value
    if mine is None or theirs is None:
        same = claim.dimension == source.dimension and claim.quantity.text == source.quantity.text
        return EQUAL if same else DIFFERS
    if claim.multiplies or source.multiplies:
        return _compare_multiples(claim, source)
    if not comparable(claim.dimension, source.dimension):
        return _compare_loosely(claim, source, mine, theirs)
    if claim.per and source.per and claim.per[0] == source.per[0] and claim.per[1] != source.per[1]:
        mine, theirs = _scaled(mine, claim.per[1]), _scaled(theirs, source.per[1])
        if mine.nominal == theirs.nominal:
            return CONVERTED
        return UNIT if claim.quantity.value == source.quantity.value else WRONG
    outcome = compare_values(mine, theirs, converted=claim.quantity.unit != source.quantity.unit)
    if outcome.agreement in {"agrees", "vaguer"}:
        return movement(claim, source) or outcome
    if _signed_alike(claim, source):
        return EQUAL
    return outcome


def _compare_loosely(claim: Mention, source: Mention, mine: Value, theirs: Value) -> Outcome:
    """Compare where one side names no unit: 3600万 can be the source's 3600万元."""
    bare = (claim.quantity.unit is None and claim.dimension == "count") or (
        source.quantity.unit is None and source.dimension == "count"
    )
    if not bare or {claim.dimension, source.dimension} & {"ratio", "points", "ordinal", "date", "time"}:
        return DIFFERS
    if min(mine.nominal, theirs.nominal) < 20 and claim.own.isdisjoint(source.own):
        return DIFFERS
    raw = Fraction(claim.quantity.value or 0), Fraction(source.quantity.value or 0)
    if raw[0] == raw[1] and mine.hedge == theirs.hedge and claim.quantity.upper == source.quantity.upper:
        return movement(claim, source) or EQUAL
    return DIFFERS


def compare_values(claim: Value, source: Value, converted: bool = False) -> Outcome:
    """Compare two values of one dimension, hedges, ranges and rounding included."""
    if claim.ranged or source.ranged:
        return _compare_ranges(claim, source)
    if claim.nominal == source.nominal and not claim.vague and not source.vague:
        return _same_nominal(claim.hedge, source.hedge, converted)
    if (
        claim.vague
        and source.vague
        and claim.nominal < source.nominal * 5
        and source.nominal < claim.nominal * 5
    ):
        return ROUNDED
    if claim.hedge == source.hedge and claim.hedge in _BOUNDS and claim.low.step <= source.low.step:
        # 不超过820万 for 不超过800万 follows, but no rounding has made it of the source's.
        return SCALE if powers_apart(claim.nominal, source.nominal) else BOUND
    mine, theirs = claim.bounds, source.bounds
    if theirs.within(mine):
        if claim.hedge in _UP and abs(claim.nominal) < abs(source.nominal) * LOOSE:
            return SCALE if powers_apart(claim.nominal, source.nominal) else PRECISION
        if claim.hedge in _DOWN and abs(claim.nominal) * LOOSE > abs(source.nominal):
            return SCALE if powers_apart(claim.nominal, source.nominal) else PRECISION
        return ROUNDED
    if mine.apart(theirs):
        return _apart(claim, source, converted)
    return PRECISION


def _apart(claim: Value, source: Value, converted: bool) -> Outcome:
    if powers_apart(claim.nominal, source.nominal):
        return SCALE
    size = abs(source.nominal)
    gap = abs(claim.nominal - source.nominal)
    if (
        converted
        and claim.hedge in {"exact", "about"}
        and size
        and gap <= min(claim.low.step / 2, size * CONVERSION_SLACK)
    ):
        return CONVERTED
    if (
        claim.hedge == "exact"
        and size
        and gap < claim.low.step
        and gap <= size * NEARBY
        and claim.low.step > source.low.step
    ):
        return HEDGE
    return BOUND if claim.hedge != "exact" or source.hedge != "exact" else WRONG


def _same_nominal(claim: Hedge, source: Hedge, converted: bool) -> Outcome:
    """Compare the hedges of two mentions of the same number."""
    if claim == source:
        return CONVERTED if converted else EQUAL
    if source == "exact":
        return ROUNDED if claim in {"about", "least", "most"} else BOUND
    if claim == "about":
        return ROUNDED
    if claim == "exact" or source == "about":
        return HEDGE
    if (claim in _UP and source in _DOWN) or (claim in _DOWN and source in _UP):
        return BOUND
    stronger = (source == "least" and claim in {"over", "odd"}) or (
        source == "most" and claim in {"under", "near"}
    )
    return HEDGE if stronger else ROUNDED


def _compare_ranges(claim: Value, source: Value) -> Outcome:
    ends = (claim.low.nominal, claim.high.nominal), (source.low.nominal, source.high.nominal)
    if ends[0] == ends[1]:
        return EQUAL
    if not claim.ranged:
        if claim.hedge != "exact" and source.bounds.within(claim.bounds):
            return ROUNDED
        return WRONG if claim.bounds.apart(source.bounds) else PRECISION
    if not source.ranged:
        return ROUNDED if source.bounds.within(claim.bounds) else WRONG
    scale = powers_apart(ends[0][0], ends[1][0]) and powers_apart(ends[0][1], ends[1][1])
    return SCALE if scale else WRONG


def powers_apart(first: Fraction, second: Fraction) -> bool:
    """Tell whether two numbers have the same digits and differ by a power of ten."""
    if not first or not second or first == second:
        return False
    ratio = abs(first / second)
    top, bottom = ratio.numerator, ratio.denominator
    return (bottom == 1 and _power(top)) or (top == 1 and _power(bottom))


def _power(number: int) -> bool:
    text = str(number) if number < 10**40 else ""
    return len(text) > 1 and text[0] == "1" and not text.strip("10") and text.count("1") == 1


def _signed(mention: Mention) -> int:
    """Return the direction that the words and the sign of the number tell together, 0 for none."""
    if mention.direction == 0 or mention.value is None:
        return 0
    return -mention.direction if mention.value.nominal < 0 else mention.direction


def _signed_alike(claim: Mention, source: Mention) -> bool:
    """增长-7.6% says what 下降7.6% says."""
    if claim.value is None or source.value is None or claim.value.nominal != -source.value.nominal:
        return False
    mine, theirs = _signed(claim), _signed(source)
    return mine != 0 and mine == theirs and "change" in {claim.role, source.role}


def _now(claim: Mention) -> bool:
    """Tell whether a claim gives its only number for what is, not for what was."""
    sentence = claim.place.sentence
    if sum(len(clause.held) for clause in sentence.clauses) > 1:
        return False
    return not any(PAST.search(piece) for clause in sentence.clauses for piece in clause.pieces)


def movement(claim: Mention, source: Mention) -> Outcome | None:
    """Return what speaks against the claim in how the two clauses move: direction, from and to, negation."""
    if (claim.negated and not source.denies) or (source.negated and not claim.denies):
        return NEGATED
    mine, theirs = _signed(claim), _signed(source)
    moves = {"change", "to", "from"}
    if mine and theirs and mine != theirs and (claim.role in moves or source.role in moves):
        return DIRECTION
    if claim.role == "change" and mine and source.level:
        return LEVEL
    if source.role == "from" and claim.role is None and _now(claim):
        return LEVEL
    roles = {claim.role, source.role}
    if roles in ({"from", "to"}, {"change", "to"}, {"change", "from"}):
        return DIRECTION if "change" not in roles else LEVEL
    return None


def _scaled(value: Value, size: Fraction) -> Value:
    """Return a price for one base unit."""
    low, high = (replace(e, nominal=e.nominal / size, step=e.step / size) for e in (value.low, value.high))
    return replace(value, low=low, high=high)


def growth(mention: Mention) -> Fraction | None:
    """Return the growth in percent that a multiple or a percentage tells: 翻一番, ×2, 增长1倍 and 增长100%
    are 100."""
    if mention.value is None or mention.dimension != "ratio":
        return None
    size = mention.value.nominal
    if mention.multiplies:
        # 增长1.2倍 counts what was added; 是…的1.2倍, 翻两番, tripled count the whole.
        added = mention.role == "change" and "倍" in mention.quantity.text
        return size if added else size - 100
    return size * (mention.direction or 1) if mention.role == "change" else None


def _compare_multiples(claim: Mention, source: Mention) -> Outcome:
    if claim.dimension != "ratio" or source.dimension != "ratio":
        return DIFFERS
    mine, theirs = growth(claim), growth(source)
    if mine is not None and theirs is not None:
        if mine == theirs:
            if claim.role == source.role == "change" and claim.direction * source.direction < 0:
                return DIRECTION
            return EQUAL if claim.quantity.unit == source.quantity.unit else CONVERTED
        return WRONG
    if claim.value and source.value and claim.value.nominal == source.value.nominal:
        return CONVERTED
    return DIFFERS


@lru_cache(maxsize=4096)
def _parts(iso: str) -> tuple[str, ...]:
    return tuple(iso.split("-"))


@lru_cache(maxsize=4096)
def compare_dates(claim: str | None, source: str | None) -> Outcome:
    """Compare two dates part by part; a part that the claim leaves open agrees with any."""
    if claim is None or source is None:
        return DIFFERS
    if claim == source:
        return EQUAL
    if "/" in claim or "/" in source:
        ends = claim.partition("/")[::2], source.partition("/")[::2]
        if not ends[0][1] or not ends[1][1]:
            inside = any(compare_dates(ends[0][0], end).agreement == "agrees" for end in ends[1] if end)
            return PRECISION if inside else WRONG
        both = [compare_dates(a, b) for a, b in zip(*ends, strict=True)]
        return next((outcome for outcome in both if outcome.agreement != "agrees"), both[0])
    mine, theirs = _parts(claim), _parts(source)
    finer, shared = False, False
    for index in range(max(len(mine), len(theirs))):
        a = mine[index] if index < len(mine) else ""
        b = theirs[index] if index < len(theirs) else ""
        a, b = a.strip("X"), b.strip("X")
        if a and b:
            if a == b:
                shared = True
            elif a.startswith(b) or b.startswith(a):  # a decade and a year
                finer, shared = finer or len(a) > len(b), True
            else:
                return Outcome("conflicts", "date")
        elif a:
            finer = True
    if not shared:
        return DIFFERS
    return Outcome("vaguer", "date") if finer else Outcome("agrees", "coarser")
