"""English number words and what follows a number in English."""

# A table of words reads best as words.
# ruff: noqa: SIM905
from __future__ import annotations

from summarizer.quantities.units import SURFACE_EN

ONES = {
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6,
    "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}  # fmt: skip
# Powers of ten, with the short forms of headlines.
SCALES = {
    "hundred": 2, "thousand": 3, "lakh": 5, "lac": 5, "lkh": 5, "million": 6, "mln": 6, "crore": 7, "cr": 7,
    "kr": 7,
    "billion": 9, "bln": 9, "bn": 9, "trillion": 12, "tln": 12, "trn": 12, "quadrillion": 15,
    "quintillion": 18,
    "sextillion": 21, "septillion": 24,
}  # fmt: skip
SCALES |= {name + "s": power for name, power in SCALES.items() if len(name) > 2}
GROUPS = {"dozen": 12, "dozens": 12, "dz": 12, "dzs": 12}
# Letters glued to digits: 10k, $3.4m, 1.2b, $2.174T.
GLUED = {
    "k": 3,
    "m": 6,
    "mn": 6,
    "mm": 6,
    "b": 9,
    "bn": 9,
    "t": 12,
    "tn": 12,
    "trn": 12,
    "g": 9,
    "bln": 9,
    "mln": 6,
}
ORDINALS = {
    "zeroth": 0, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
ORDINAL_SCALES = {
    "hundredth": 2, "thousandth": 3, "millionth": 6, "billionth": 9, "trillionth": 12,
}  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|"
        "october oct|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}

_OVER = (
    "more than|over|at least|above|exceeding|exceeds|exceeded|surpassing|surpass|surpassed|"
    "no less than|not less than|greater than|larger than|higher than|upwards of|as many as|"
    "as much as|topping|topped|no fewer than|minimum of|beyond"
)
_UNDER = (
    "less than|nearly|almost|under|up to|below|at most|no more than|not more than|fewer than|"
    "lower than|smaller than|close to|just under|maximum of|approaching|just short of"
)
_ABOUT = "about|around|roughly|some|approximately|an estimated|estimated|approx.|circa|~|or so"
HEDGES = {
    **{f"{word} ": "over" for word in _OVER.split("|")},
    **{f"{word} ": "under" for word in _UNDER.split("|")},
    **{f"{word} ": "about" for word in _ABOUT.split("|")},
    ">": "over", ">=": "over", "> ": "over", "<": "under", "<=": "under", "< ": "under", "~": "about",
    ">= ": "over", "<= ": "under",
    "more than a ": "over", "about a ": "about", "nearly a ": "under", "almost a ": "under",
    "over a ": "over",
}  # fmt: skip
HEDGES_AFTER = {
    " or more": "over", " or greater": "over", " or above": "over", " or higher": "over", "-plus": "over",
    " plus ": "over", " or less": "under",
    " or fewer": "under", " or below": "under", " or so": "about", "-odd": "about",
}  # fmt: skip

VOCABULARY = frozenset(
    word
    for table in (ONES, TEENS, TENS, SCALES, GROUPS, ORDINALS, ORDINAL_SCALES, MONTHS, SURFACE_EN)
    for word in table
) | frozenset(
    "percentage percent points point half quarter quarters half third thirds minus negative".split()
)
