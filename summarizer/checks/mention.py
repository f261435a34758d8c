"""A number bound to its clause. What the clause says is read when it is first asked for: most is never
needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from summarizer.checks import words
from summarizer.checks.context import head, tail, terms
from summarizer.checks.hedges import find_hedge
from summarizer.checks.lazy import lazy
from summarizer.checks.values import Value, dimension_of, is_fraction, is_vague, size_of, value_of
from summarizer.quantities.types import Quantity
from summarizer.quantities.units import SURFACE_EN, SURFACE_ZH, UNITS
from summarizer.text import fold

# Words before a number that make it a name: Section 12, Chapter 11, Route 66.
_LABEL = re.compile(
    r"\b(?:section|chapter|article|page|room|route|highway|flight|line|type|part|volume|figure|table|phase|no\.|number|rule|clause|"
    r"interstate|district|ward|gate|pier|unit|act|title|proposition|measure|amendment|resolution)s? $",
    re.IGNORECASE,
)
_PER_BEFORE = re.compile(
    r"每(?P<unit>[\u4e00-\u9fff]{1,4}?)(?:(?:售|单|均)?价|收购价|补贴|补助|奖励|约|为|仅|才|卖|售|重|产){0,2}$"
)
_PER_AFTER = re.compile(r"^ ?(?:/ ?|per |an? |每)(?P<unit>[a-z]+|[\u4e00-\u9fff]{1,3})", re.IGNORECASE)
_NEXT_DATE = re.compile(
    r" ?(?:in|on|by|for|as of|at the end of|for the year ended|in the year ended)? ?", re.IGNORECASE
)
# How many clauses back a number may take its subject or date from.
REACH = 12
# How many numbers on either side of one bear on what its words are.
NEAR = 4
_SPANS = frozenset({"year", "month", "day", "week", "decade", "hour"})
_SERIES = frozenset({"期", "届", "批", "轮", "标段"})
_ASIDE = re.compile(r"[ -]?(?:前|来|间|内|后|里|以来|的|old\b|ago\b|earlier\b|later\b)")
# All that stands between a change and the level that it led to.
_TO_ONLY = re.compile(
    r"[, ]*(?:to|到|至)(?: (?:about|around|nearly|almost|some|just|more than))? *", re.IGNORECASE
)
_NOUN = re.compile(r"[\u4e00-\u9fff]{0,2}| ?[a-z]*")


@dataclass(eq=False)
class Clause:
    """A stretch of one sentence: `pieces[i]` stands before `held[i]`, the last piece behind the last of
    them."""

    number: int
    sentence: Sentence
    position: int = 0
    held: list[Quantity] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)

    @lazy
    def terms(self) -> frozenset[str]:
        """The terms of all its words."""
        return terms("|".join(self.pieces))

    @lazy
    def dates(self) -> tuple[str, ...]:
        """The dates that stand in it."""
        return tuple(iso for q in self.held if (iso := iso_of(q)))

    def aside(self, at: int) -> bool:
        """Tell whether a number only dates or describes the clause: 2023年, 五年前, 72岁."""
        quantity = self.held[at]
        if quantity.iso or quantity.kind == "ordinal" or quantity.unit in _SERIES:
            return True
        return quantity.unit in _SPANS and bool(_ASIDE.match(self.pieces[at + 1]) or "岁" in quantity.text)

    def reach(self, at: int) -> tuple[str, str]:
        """Return the words before and behind a number up to the next number; dates and ages let the words
        through."""
        if len(self.held) == 1:
            return self.pieces[0], self.pieces[1]
        dated = bool(self.held[at].iso)
        first = last = at
        while not dated and first > 0 and self.aside(first - 1):
            first -= 1
        while not dated and last + 1 < len(self.held) and self.aside(last + 1):
            last += 1
        left, right = " ".join(self.pieces[first : at + 1]), " ".join(self.pieces[at + 1 : last + 2])
        near = range(max(0, at - NEAR), min(len(self.held), at + NEAR + 1))
        alike = [i for i in near if self.held[i].unit == self.held[at].unit and not self.aside(i)]
        if dated or len(alike) < 2:
            return left, right
        if first > 0 and not terms(self.pieces[0]):
            left = ""  # 35人受伤12人死亡: each number owns what stands behind it
        elif last + 1 < len(self.held) and not terms(self.pieces[-1]):
            # 男性328人女性291人: each number owns what stands before it, and the noun that its measure word
            # takes.
            right = _NOUN.match(right)[0] if self.held[at].kind == "count" else ""  # type: ignore[index]
        return left, right


@dataclass(eq=False)
class Sentence:
    """A sentence with numbers, cut into clauses."""

    number: int
    clauses: list[Clause] = field(default_factory=list)

    @lazy
    def terms(self) -> frozenset[str]:
        """The terms of all its clauses."""
        return frozenset().union(*(clause.terms for clause in self.clauses))

    @lazy
    def denies(self) -> bool:
        """Whether it denies or refuses anything."""
        return any(words.denies("|".join(clause.pieces)) for clause in self.clauses)


def iso_of(quantity: Quantity) -> str | None:
    """Return the date of a quantity; a decade has an X for its last digit."""
    iso = quantity.iso
    if iso and len(iso) == 4 and iso.isdigit() and re.search(r"0'?s$|年代$", quantity.text):
        return iso[:3] + "X"
    return iso


@dataclass(eq=False)
class Mention:
    """A quantity and what its clause says of it; a given value, role or subject stands in for what would be
    read."""

    quantity: Quantity
    at: int
    place: Clause
    given_value: Value | None = None
    given_role: str | None = None
    given_direction: int | None = None
    given_own: frozenset[str] | None = None
    implied: bool = False

    @property
    def clause(self) -> int:
        """The number of its clause."""
        return self.place.number

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.place.sentence.number

    @lazy
    def iso(self) -> str | None:
        """The date that it is."""
        return iso_of(self.quantity)

    @lazy
    def reach(self) -> tuple[str, str]:
        """The words that are its own, before and behind it."""
        return self.place.reach(self.at)

    @property
    def left(self) -> str:
        """Its own words before it."""
        return self.reach[0]

    @property
    def right(self) -> str:
        """Its own words behind it."""
        return self.reach[1]

    @property
    def before(self) -> str:
        """What stands right before it."""
        return self.place.pieces[self.at]

    @property
    def after(self) -> str:
        """What stands right behind it."""
        return self.place.pieces[self.at + 1]

    @lazy
    def size(self) -> float | None:
        """About the value in base units, None for dates: enough to tell what can't be equal."""
        return size_of(self.quantity)

    @lazy
    def point(self) -> float | None:
        """The size of a number that is one point; None for a date, a range or a vague number."""
        quantity = self.quantity
        return None if quantity.upper is not None or quantity.unit == "×" or is_vague(quantity) else self.size

    @lazy
    def multiplies(self) -> bool:
        """Whether it is a multiple: 3倍, doubled."""
        return self.quantity.unit == "×" or self.quantity.text.lower() in words.MULTIPLY

    @lazy
    def value(self) -> Value | None:
        """The value with its hedge, None for dates."""
        if self.given_value is not None or self.quantity.value is None:
            return self.given_value
        hedge = find_hedge(self.before, fold(self.quantity.text), self.after, self.quantity.qualifier)
        return value_of(self.quantity, hedge)

    @lazy
    def dimension(self) -> str:
        """What it measures."""
        quantity = self.quantity
        found = dimension_of(quantity.kind, quantity.unit, is_fraction(quantity))
        if found == "count" and quantity.unit is None and _LABEL.search(self.before[-16:]):
            return "ordinal"
        if quantity.unit == "point" and words.role(self.before, self.after, True) == "change":
            return "points"  # rose by six points
        return found

    @lazy
    def per(self) -> tuple[str, Fraction] | None:
        """Dimension and size of the unit that a price or rate is for: 每公斤, a kilogram; None without
        one."""
        if self.dimension == "speed":
            return None  # 每小时36公里 has its hour in the unit
        found = _PER_BEFORE.search(self.before) or _PER_AFTER.match(self.after)
        if not found:
            return None
        word = found["unit"].lower()
        unit = UNITS.get(SURFACE_ZH.get(word) or SURFACE_EN.get(word) or "")
        return (unit.dimension, unit.factor) if unit else None

    @lazy
    def role(self) -> str | None:
        """ "from", "to" or "change" in a movement, else None."""
        if self.given_role or self._moved:
            return self.given_role or "to"
        return words.role(self.before, self.after, self.dimension in {"ratio", "points"})

    @lazy
    def _moved(self) -> int:
        """The direction of the number before, where this one is what that led to: fell four points to 38
        percent; 0 where it isn't."""
        if not self.at or len(self.before) > 20 or not _TO_ONLY.fullmatch(self.before):
            return 0
        earlier = Mention(self.place.held[self.at - 1], self.at - 1, self.place)
        if earlier.multiplies:
            return -1 if earlier.quantity.text.lower() in words.LESSEN else 1
        return words.direction(earlier.before, "") if earlier.role == "change" else 0

    @property
    def level(self) -> bool:
        """Whether it is told as a level and as no change: 达到97%, reached 97 percent."""
        return self.role is None and self.direction == 0 and bool(words.LEVEL.search(self.before))

    @lazy
    def direction(self) -> int:
        """1 for up, -1 for down, 0 for neither."""
        if self.given_direction is not None:
            return self.given_direction
        return self._moved or words.direction(self.left or self.before, self.after)

    @lazy
    def negated(self) -> bool:
        """Whether its clause denies it."""
        return words.negated(self.left or self.before, self.after)

    @property
    def denies(self) -> bool:
        """Whether its sentence denies anything."""
        return self.place.sentence.denies

    @lazy
    def own(self) -> frozenset[str]:
        """The terms of its own words; those of the clause before, where it has none."""
        if self.given_own is not None:
            return self.given_own
        left, right = self.reach
        found = terms(left + "|" + right) | self._described()
        if self.role in {"from", "to"}:
            # rose to 4.3 percent in August from 4.1 percent in July: both ends have one subject.
            return found | self._subject()
        return found if found or self.iso else self._subject()

    def _described(self) -> frozenset[str]:
        """Terms for the ages and spans that tell whom a number counts: 0至14岁人口71.5万人."""
        if self.at == 0 or self.iso or self.place.aside(self.at):
            return frozenset()
        held = self.place.held
        near = range(max(0, self.at - NEAR), self.at)
        described = [held[i] for i in near if not held[i].iso and self.place.aside(i)]
        return frozenset(f"#{q.value}-{q.upper}{q.unit}" for q in described)

    def _subject(self) -> frozenset[str]:
        """The terms of its clause, or of the nearest one before that has any: 同比增长7.6% goes on about its
        subject."""
        last = self.place.position
        for clause in reversed(self.place.sentence.clauses[max(0, last - REACH) : last + 1]):
            if any(term[0] not in "§@#" for term in clause.terms):
                return clause.terms
        return frozenset()

    @property
    def context(self) -> frozenset[str]:
        """The terms of its sentence, its own among them."""
        return self.place.sentence.terms | self.own

    @property
    def around(self) -> frozenset[str]:
        """The terms of its sentence that aren't its own."""
        return self.place.sentence.terms - self.own

    @lazy
    def nouns(self) -> frozenset[str]:
        """The words right beside it: what it most likely counts."""
        return frozenset({tail(self.left), head(self.right)} - {""})

    @lazy
    def chinese(self) -> bool:
        """Whether the words around it are Chinese."""
        return not all(piece.isascii() for piece in self.reach)

    @lazy
    def dates(self) -> tuple[str, ...]:
        """The date that belongs to it among several numbers (2023年产量为120万吨), else those of its
        clause."""
        held, pieces = self.place.held, self.place.pieces
        if sum(1 for q in held[max(0, self.at - NEAR) : self.at + NEAR + 1] if not q.iso) > 1:
            if (
                self.at + 1 < len(held)
                and _NEXT_DATE.fullmatch(pieces[self.at + 1])
                and (iso := iso_of(held[self.at + 1]))
            ):
                return (iso,)
            if self.at and (iso := iso_of(held[self.at - 1])):
                return (iso,)
        return self.place.dates

    @lazy
    def dates_around(self) -> tuple[str, ...]:
        """The dates of the clauses before."""
        last = self.place.position
        return tuple(
            iso for clause in self.place.sentence.clauses[max(0, last - REACH) : last] for iso in clause.dates
        )
