"""Dates and times of day, Chinese and English, as ISO 8601 with unknown parts as X."""

from __future__ import annotations

import re

from summarizer.quantities.numerals_zh import DIGITS
from summarizer.quantities.types import Kind

_N = r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九]?十[一二三四五六七八九]?|[廿卅][一二三四五六七八九]?|[一二三四五六七八九])"
_Y = r"(?:[0-9]{4}|[12一二两][〇零一二三四五六七八九千]{3}|[〇零一二三四五六七八九]{4}|两千零[一二三四五六七八九])"
_ZH = re.compile(
    rf"(?P<y>{_Y}|0[0-9]|[5-9][0-9](?=年[^后来前历以多]))年(?:(?P<m>{_N})月(?:份|(?P<d>{_N})[日号])?)?"
    rf"|(?P<y2>[0-9]{{2}}|[八九]{_N})年(?P<m1>{_N})月(?:(?P<d1>{_N})[日号])?"
    rf"|(?P<m2>{_N})月(?:份|(?P<d2>{_N})[日号])?(?!球|亮|饼|光|票)|(?P<d3>{_N})日(?![均报前])"
)
_ISO = re.compile(r"(?P<y>(?:19|20)[0-9]{2})\s?(?P<sep>[-/.])\s?(?P<m>1[0-2]|0?[1-9])(?:(?P=sep)(?P<d>3[01]|[12][0-9]|0?[1-9]))?(?![0-9.])")
_TIME = re.compile(rf"(?P<h>{_N})(?:时|点(?!{_N}?[度个]))(?:(?P<min>{_N}|半|整)分?)?(?!间|代|期|候|速)|(?P<h2>[0-9]{{1,2}}):(?P<m2>[0-9]{{2}})(?::[0-9]{{2}})?(?![0-9])")
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
Hit = tuple[int, int, Kind, str]


def number(text: str | None) -> int | None:
    """27, 二十七, 廿七, 二〇二四 as an int."""
    if not text:
        return None
    if text.isdigit() and text.isascii():
        return int(text)
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total, current = 0, None
    for char in text:
        if char in DIGITS:
            current = DIGITS[char]
        else:
            total += {"十": 10 * (1 if current is None else current), "廿": 20, "卅": 30, "千": 1000 * (current or 1)}.get(char, 0)
            current = None
    return total + (current or 0)


def iso(year: int | None, month: int | None, day: int | None) -> str:
    """A date with unknown parts as X: XXXX-02-27, 2024, XXXX-XX-27."""
    parts = ["XXXX" if year is None else f"{year:04d}"]
    if month is not None or day is not None:
        parts.append("XX" if month is None else f"{month:02d}")
    if day is not None:
        parts.append(f"{day:02d}")
    return "-".join(parts)


def match(text: str, start: int) -> list[Hit] | None:
    """The date or time that begins at `start`, as (start, end, kind, iso) in a list; None where there is none."""
    if found := _ZH.match(text, start):
        year = number(found["y"] or found["y2"])
        if year is not None and len(found["y"] or found["y2"]) == 2:
            year += 1900 if year > 40 else 2000
        month, day = number(found["m"] or found["m1"] or found["m2"]), number(found["d"] or found["d1"] or found["d2"] or found["d3"])
        if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31) and (year is None or year < 2300):
            return [(start, found.end(), "date", iso(year, month, day))]
    if found := _ISO.match(text, start):
        return [(start, found.end(), "date", iso(int(found["y"]), int(found["m"]), number(found["d"])))]
    if found := _TIME.match(text, start):
        hour, minute = number(found["h"] or found["h2"]), number((found["min"] or found["m2"] or "").strip("半整"))
        if hour is not None and hour <= 24 and (minute or 0) < 60:
            return [(start, found.end(), "time", f"T{hour:02d}:{minute or 0:02d}")]
    return None
