"""A numeral as read, before its unit is known: what the two number parsers hand to the assembler."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

# Exact arithmetic for numerals: a product of two newspaper figures never needs more digits than this.
EXACT = Context(prec=400, Emax=MAX_EMAX // 4, Emin=MIN_EMIN // 4, traps=[])
# Fractions such as a third have no exact Decimal; they are given to this many digits.
ROUNDED = Context(prec=40, traps=[])


@dataclass(slots=True)
class Numeral:
    """A number at `start:end` of the view; `upper`, `low` and `high` as in `Quantity`; `power` is its last scale."""

    start: int
    end: int
    value: Decimal
    form: str  # "digits", "chinese" or "words"
    upper: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    power: int = 0
    ordinal: bool = False
    fraction: bool = False
    plain: bool = True  # an unscaled, undivided integer such as 2024: may be a year, a score, an item's number
    qualifier: str | None = None


def shift(value: Decimal, power: int) -> Decimal:
    """`value` × 10**power, exact, written without an exponent (42350000000, not 4.235E+10)."""
    if not power:
        return value
    value = value.scaleb(power, EXACT)
    return value.quantize(Decimal(1), context=EXACT) if value.as_tuple().exponent > 0 else value  # type: ignore[operator]


def divide(top: Decimal, bottom: Decimal) -> Decimal | None:
    """`top` / `bottom`, exact when it ends within 40 digits; None when `bottom` is zero."""
    return plain(ROUNDED.divide(top, bottom)) if bottom else None


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros of the fraction and without an exponent."""
    value = value.normalize(EXACT)
    return value.quantize(Decimal(1), context=EXACT) if value.as_tuple().exponent > 0 else value  # type: ignore[operator]
