"""A quantity in the base unit of its dimension, so that 12公里 and 12000米, 七成 and 70% are one value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from summarizer.checks.hedges import Bounds, Extent, Hedge, extent
from summarizer.quantities.types import Quantity
from summarizer.quantities.units import CURRENCIES, UNITS

# Dimensions of things that are counted one by one; within them the noun decides, not the measure word.
COUNTED = frozenset({"count", "people", "household"})
_PEOPLE = frozenset({"people", "人", "名", "位", "人次", "口"})
_FRACTION = re.compile(
    r"分之|/|[½⅓⅔¼¾⅕⅛]|half|halves|third|quarter|fifth|sixth|eighth|tenth|半| in | out of ", re.IGNORECASE
)
_VAGUE = re.compile(
    r"^[^0-9零〇一二两三四五六七八九]*[数几]|^(?:dozens|scores|hundreds|thousands|millions|billions|tens)\b|^several",
    re.IGNORECASE,
)


_ONE, _ZERO = Fraction(1), Fraction(0)


@dataclass(frozen=True, slots=True)
class Value:
    """`low` and `high` are the ends of a range, equal for a single number, in the base unit of
    `dimension`."""

    dimension: str
    low: Extent
    high: Extent
    ranged: bool
    vague: bool

    @property
    def nominal(self) -> Fraction:
        """The value as written, hedges left out; the lower end of a range."""
        return self.low.nominal

    @property
    def hedge(self) -> Hedge:
        """How the text hedges it."""
        return self.low.hedge

    @property
    def bounds(self) -> Bounds:
        """All values that it leaves open."""
        low, high = self.low.bounds, self.high.bounds
        return Bounds(low.low, high.high, low.low_open, high.high_open)


@lru_cache(maxsize=1024)
def _factor(unit: str | None) -> float:
    known = UNITS.get(unit or "")
    return float(known.factor) if known and known.dimension not in {"people", "temperature"} else 1.0


def is_fraction(quantity: Quantity) -> bool:
    """Tell whether a number without a unit is a part of a whole: 四分之一, a third, half."""
    maybe = quantity.unit is None and quantity.kind in {"number", "ratio", "percent", "range"}
    return maybe and bool(_FRACTION.search(quantity.text))


def is_vague(quantity: Quantity) -> bool:
    """Tell whether a number only names an order: 数十, 几百, dozens."""
    return quantity.text[0] not in "0123456789" and bool(_VAGUE.match(quantity.text))


def size_of(quantity: Quantity) -> float | None:
    """Return about the value in base units, None for a date: to tell quickly what can't be equal."""
    if quantity.value is None or not quantity.value.is_finite():
        return None
    try:
        size = float(quantity.value) * _factor(quantity.unit)
    except OverflowError:
        return None
    return size * 100 if is_fraction(quantity) else size


def step_of(value: Decimal) -> Decimal:
    """Return the place of the last digit that isn't zero: 10 for 420, 0.1 for 42.5, 1 for 0."""
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) or not any(digits):
        return Decimal(1)
    index = len(digits) - 1
    while digits[index] == 0:
        index -= 1
    return Decimal(1).scaleb(exponent + len(digits) - 1 - index) if abs(exponent) < 10_000 else Decimal(1)


@lru_cache(maxsize=512)
def dimension_of(kind: str, unit: str | None, fraction: bool) -> str:
    """Return what a unit measures: "length", a currency's code, "ratio", "points", "people", "count",
    "ordinal" …"""
    if kind in {"date", "time"} and unit is None:
        return kind
    if kind == "ordinal":
        return "ordinal"
    if fraction and unit is None:
        return "ratio"
    if unit in _PEOPLE:
        return "people"
    known = UNITS.get(unit or "")
    if known is not None:
        return {"households": "household"}.get(known.dimension, known.dimension)
    return unit if unit in CURRENCIES and unit is not None else "count"


def value_of(quantity: Quantity, hedge: Hedge) -> Value | None:
    """Return the value of a quantity in base units; None for dates and times."""
    if quantity.value is None or not quantity.value.is_finite():
        return None
    fraction = is_fraction(quantity)
    dimension = dimension_of(quantity.kind, quantity.unit, fraction)
    written = (quantity.value, quantity.upper, quantity.unit)
    return _value(written, dimension, fraction, is_vague(quantity), hedge)


@lru_cache(maxsize=4096)
def _value(
    written: tuple[Decimal, Decimal | None, str | None],
    dimension: str,
    fraction: bool,
    vague: bool,
    hedge: Hedge,
) -> Value:
    value, upper, symbol = written
    unit = UNITS.get(symbol or "")
    factor, offset = (unit.factor, unit.offset) if unit and dimension != "people" else (_ONE, _ZERO)
    if fraction and dimension == "ratio":
        factor = Fraction(100)

    def end(number: Decimal) -> Extent:
        # A third isn't finite in decimals: read it back as the fraction that was meant.
        exact = Fraction(number)
        if fraction and exact.denominator > 10**9:
            exact = exact.limit_denominator(1000)
        return extent(exact * factor + offset, Fraction(step_of(number)) * factor, hedge)

    if vague:
        nominal = Fraction(value) * factor
        top = Fraction(upper) * factor if upper is not None else nominal * 10
        low = Extent(nominal, nominal, "odd", Bounds(nominal, top, False, True))
        return Value(dimension, low, low, False, True)
    low = end(value)
    if upper is None or upper == value:
        return Value(dimension, low, low, False, False)
    return Value(dimension, low, end(upper), True, False)
