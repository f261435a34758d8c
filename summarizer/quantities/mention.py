"""A numeral as read, and a mention being built: what the parsers hand to each other inside this room."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from summarizer.quantities.types import Kind, Qualifier

# Exact arithmetic for numerals: a product of two newspaper figures never needs more digits than this.
EXACT = Context(prec=400, Emax=MAX_EMAX // 4, Emin=MIN_EMIN // 4, traps=[])
# Fractions such as a third have no exact Decimal; they are given to this many digits.
ROUNDED = Context(prec=40, traps=[])
_ONE = Decimal(1)


@dataclass(slots=True)
class Numeral:
    """A number at `start:end` of the view; `upper`, `low` and `high` as in `Quantity`.

    `form` says how it is written: "digits", "chinese", "words", or a percent family's unit for 百分之五.
    `power` is
    its last scale word (4 for 万), which a range may lend to its lower end. `plain` is true of an unscaled,
    undivided integer such as 2024, which may be a year, a score or the number of an item.
    """

    start: int
    end: int
    value: Decimal
    form: str
    upper: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    power: int = 0
    ordinal: bool = False
    fraction: bool = False
    plain: bool = True
    qualifier: Qualifier | None = None


@dataclass(slots=True)
class Found:
    """A mention in the view, before it becomes a `Quantity`."""

    start: int
    end: int
    kind: Kind
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    iso: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    numeral: Numeral | None = None
    word: str = ""  # the unit as written


def shift(value: Decimal, power: int) -> Decimal:
    """`value` × 10**power, exact, written without an exponent (42350000000, not 4.235E+10)."""
    return unexponent(value.scaleb(power, EXACT)) if power else value


def step(value: Decimal) -> Decimal:
    """The round step that a vague rest stays below: 500 for 500多 ends at 600, 3800 at 3900, 20 at 30."""
    digits = value.normalize(EXACT).as_tuple()
    return (
        Decimal(1).scaleb(digits.exponent)
        if isinstance(digits.exponent, int) and digits.exponent > 0
        else Decimal(1)
    )


def unexponent(value: Decimal) -> Decimal:
    """`value` written without a positive exponent."""
    exponent = value.as_tuple().exponent
    return value.quantize(_ONE, context=EXACT) if isinstance(exponent, int) and exponent > 0 else value


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros of the fraction and without an exponent."""
    return unexponent(value.normalize(EXACT))


def divide(top: Decimal, bottom: Decimal) -> Decimal | None:
    """`top` / `bottom`, exact when it ends within 40 digits; None when `bottom` is zero."""
    return plain(ROUNDED.divide(top, bottom)) if bottom else None
