"""English dates: Dec. 31, 2026; 5 january 2012; the twenty-second of June; 2019-sep-1; FY2023; the 1990s."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.dates import full_year, iso, real
from summarizer.quantities.mention import Found
from summarizer.quantities.words_en import MONTHS, ONES, ORDINALS, TEENS, TENS

MONTH = (
    "january|february|march|april|june|july|august|september|october|november|december|jan|"
    "feb|mar|apr|may|jun|jul|aug|sept|sep|oct|nov|dec"
)
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
ORDINAL_WORDS = "|".join(
    [f"{ten}[ -]{one}" for ten in ("twenty", "thirty") for one in list(ORDINALS)[1:10]]
    + sorted((w for w, n in ORDINALS.items() if 0 < n < 31), key=len, reverse=True)
)
_SMALL = {**ONES, **TEENS, **TENS}
_YW = (
    r"(?:two thousand(?: and)?(?: [a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|"
    r"nine))?)?|nineteen [a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"twenty [a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_YEAR = r"(?:1[5-9][0-9]{2}|20[0-9]{2})(?![0-9])"
_AFTER_MONTH = re.compile(
    rf"(?P<m>{MONTH})(?:\.\s?|\s{{1,4}}|-|,\s?|\s,\s)?(?:the\s)?(?:(?P<d>{_D})(?:st|nd|rd|"
    rf"th)?(?![0-9a-z%:]|\.[0-9])|(?P<w>{ORDINAL_WORDS})(?![a-z]))"
    rf"(?:(?:,\s{{0,3}}|\s{{1,3}}|-)(?:(?P<y>{_YEAR})|(?P<yw>{_YW})(?![a-z])))?"
    rf"|(?P<m2>{MONTH})(?:\.?,?\s{{1,4}}|\s?,\s?|-|/|\sof\s)?(?:(?P<y2>{_YEAR})|"
    rf"(?P<y3>['’][0-9]{{2}}|[4-9][0-9](?![0-9.,%:]))|(?<=\s)(?:of\s)?(?P<y4>nineteen [a-z]+[ "
    rf"-][a-z]+))"
)
_BEFORE_MONTH = re.compile(
    rf"(?:(?P<d>{_D})(?:st|nd|rd|th)?\.?|(?P<w>{ORDINAL_WORDS}))(?:-|"
    rf"\s{{1,3}})(?:of\s{{1,3}})?(?P<m>{MONTH})(?![a-z])\.?(?:,?\s{{0,3}}(?P<y>{_YEAR})|"
    rf",?\s(?P<yw>{_YW})(?![a-z]))?"
    rf"|(?P<y2>{_YEAR})(?:-|/|\s?,\s?|\s)(?P<m2>{MONTH})(?![a-z])(?:[-/](?P<d2>{_D}))?"
)
_DECADE = re.compile(r"(?P<y>(?:1[5-9]|20)[0-9]0)['’]?s(?![a-z])|(?<=['’])(?P<s>[1-9]0)s(?![a-z])")
_DECADE_WORDS = re.compile(r"nineteen (twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies")
_YEAR_ONLY = re.compile(r"(?:1[5-9][0-9]{2}|20[0-9]{2})(?![0-9a-z]|[.,][0-9]|\s?%|-[a-z])")
_IN = re.compile(
    r"(?:\b(?:in|since|by|until|till|during|before|after|from|to|through|of|for|the|and|"
    r"between|early|late|mid|fiscal|year|than|spring|summer|autumn|fall|winter|fy|year ended|"
    r"vs\.?|circa|back)[\s-]{1,3}|\bfy)$"
)
_SEASON = re.compile(r"((?:19|20)[0-9]{2})[-/]([0-9]{2})(?![0-9/-]|\.[0-9])")
_PERIOD = re.compile(r"(?:-|–|\s?[-–]\s?|/)(?P<y>(?:19|20)[0-9]{2})(?![0-9])")
_FISCAL = re.compile(r"fy\s?'?(?P<y>20[0-9]{2}|[0-9]{2})(?![0-9])")


def day_of_words(text: str) -> int:
    """21 for twenty-first."""
    words = re.split(r"[ -]", text)
    return sum({**ORDINALS, **TENS}.get(word, 0) for word in words)


def year_of(words: str) -> int | None:
    """two thousand and eighteen, nineteen ninety nine as an int."""
    parts = [word for word in re.split(r"[ -]", words) if word != "and"]
    values = [_SMALL.get(word, 1000 if word == "thousand" else -1) for word in parts]
    if -1 in values or not values:
        return None
    if len(values) > 1 and values[1] == 1000:
        return values[0] * 1000 + sum(values[2:])
    year = values[0] * 100 + sum(values[1:])
    return year if 1500 <= year < 2100 else None


def after_month(text: str, cased: str, start: int) -> Found | None:
    """A date that begins with the name of its month."""
    found = _AFTER_MONTH.match(text, start)
    if found is None or (text.startswith(("may", "mar"), start) and cased[start].islower()):
        return None
    month = MONTHS[found["m"] or found["m2"]]
    day = int(found["d"]) if found["d"] else day_of_words(found["w"]) if found["w"] else None
    year = found["y"] or found["y2"]
    if found["y3"]:
        value: int | None = full_year(int(found["y3"].lstrip("'’")))
    elif found["y4"]:
        value = year_of(found["y4"])
    else:
        value = int(year) if year else year_of(found["yw"]) if found["yw"] else None
    if not real(month, day) or (day is None and value is None):
        return None
    end = found.end() if value is not None or not found["yw"] else found.end("d" if found["d"] else "w")
    return Found(start, end, "date", iso=iso(value, month, day))


def before_month(text: str, start: int) -> Found | None:
    """A date that begins with its day or year: 5 January 2012, 2016, nov."""
    found = _BEFORE_MONTH.match(text, start)
    if found is None:
        return None
    month = MONTHS[found["m"] or found["m2"]]
    if found["y2"]:
        day = int(found["d2"]) if found["d2"] else None
        return Found(start, found.end(), "date", iso=iso(int(found["y2"]), month, day))
    if (
        (found["m"] == "may" or found["m"] == "mar")
        and re.match(r"\s[a-z]+", text[found.end() : found.end() + 3])
        and found["w"]
    ):
        return None  # "the second may follow"
    day = int(found["d"]) if found["d"] else day_of_words(found["w"])
    year = int(found["y"]) if found["y"] else year_of(found["yw"]) if found["yw"] else None
    end = found.end() if year or not found["yw"] else found.start("yw") - 1
    return Found(start, end, "date", iso=iso(year, month, day)) if real(month, day) else None


def year(text: str, start: int) -> Found | None:
    """The 1990s, and a year that a preposition makes one: in 2013, mid-2025, FY2023, 2014-2018."""
    if found := _DECADE.match(text, start):
        first = int(found["y"] or 1900 + int(found["s"]))
        return Found(start, found.end(), "date", iso=str(first), upper=Decimal(first + 10))
    if (found := _YEAR_ONLY.match(text, start)) is None:
        return None
    if season := _SEASON.match(text, start):
        first = int(season[1])
        if (first + 1) % 100 == int(season[2]):
            return Found(start, season.end(), "date", iso=f"{first}/{first + 1}")
    if (
        _IN.search(text, max(0, start - 14), start)
        or _PERIOD.match(text, found.end())
        or _ends_period(text, start)
    ):
        return Found(start, found.end(), "date", iso=found[0])
    return None


def _ends_period(text: str, start: int) -> bool:
    return (
        text[start - 1 : start] == "-"
        and re.search(r"(?:^|[^0-9])(?:19|20)[0-9]{2}-$", text[max(0, start - 6) : start]) is not None
    )


def worded(text: str, start: int) -> Found | None:
    """The nineteen seventies; the tenth of September, two thousand."""
    if found := _DECADE_WORDS.match(text, start):
        tens = {
            "twent": 20,
            "thirt": 30,
            "fort": 40,
            "fift": 50,
            "sixt": 60,
            "sevent": 70,
            "eight": 80,
            "ninet": 90,
        }
        first = 1900 + tens[found[1]]
        return Found(start, found.end(), "date", iso=str(first), upper=Decimal(first + 10))
    return before_month(text, start)
