"""What a quantity is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal[
    "number", "percent", "points", "money", "measure", "count", "ordinal", "date", "time", "ratio", "range"
]
Qualifier = Literal["about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One mention of a quantity in a text.

    `start` and `end` are half-open offsets, in characters, into the text as it was given; `text` is that
    very slice.
    `value` has its scale expanded (423.5亿美元 is 42350000000) and is None for dates; `upper` is the upper
    end of a
    range, else None. `unit` is normalised: an ISO 4217 code, "%", "pp", "‰", "bp", "×", an SI-like symbol,
    "people",
    or the measure word as written; None where there is none. `qualifier` says how the text hedges the
    value. `iso`
    is the date with unknown parts as X ("XXXX-02-27"), None for all but dates and times ("T09:30").

    A decade or century has the first year in `iso` and the year after its last in `upper`. A score or a
    vote (5-2,
    3:1) has kind "ratio", its first number in `value`, its second in `upper`. `low` and `high` bound a
    vague figure:
    几十万 is 200000 to 900000, 500多人 500 to 600; None where the words give no bound.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier | None = None
    iso: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
