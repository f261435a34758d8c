"""Parts of a year and of a congress: 一季度, 上半年, FY2023; 二十届三中全会; dates that share a part."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.dates import full_year, number
from summarizer.quantities.mention import Found, Numeral

_QUARTER = re.compile(r"(?P<q>[一二三四1-4])(?:(?:至|到|-{1,3}|~|、|和)第?(?P<q2>[一二三四1-4]))?季度")
_QUARTER_NEXT = frozenset("季至到-~、和")
_FISCAL = re.compile(r"fy\s?'?(?P<y>20[0-9]{2}|[0-9]{2})(?![0-9])|(?P<y2>20[0-9]{2})财年")
_CONGRESS = re.compile("中?全会|次全会|次会议|次全体会议")
_TO = re.compile(r"(?:-{1,3}|~|至|到|、|和|及|或|\s(?:to|through|and|until|-)\s(?:the\s)?|\s?-\s?)$")


def match(text: str, start: int, end: int) -> Found | None:
    """A quarter, a half year or a fiscal year that begins at `start`; None where there is none."""
    if text[end : end + 1] in _QUARTER_NEXT and (found := _QUARTER.match(text, start)) is not None:
        quarter = number(found["q"]) or 0
        if found["q2"] and (number(found["q2"]) or 0) > quarter:
            first = start - (text[start - 1 : start] == "第")
            return Found(first, found.end(), "date", iso=f"XXXX-Q{quarter}/XXXX-Q{number(found['q2'])}")
        if text[start - 1 : start] == "前" and quarter > 1:
            return Found(start - 1, found.end(), "date", iso=f"XXXX-Q1/XXXX-Q{quarter}")
        return Found(start - (text[start - 1 : start] == "第"), found.end(), "date", iso=f"XXXX-Q{quarter}")
    if text[start] in "半" and text.startswith("半年", start) and text[start - 1 : start] in ("上", "下"):
        half = 1 if text[start - 1] == "上" else 2
        return Found(start - 1, start + 2, "date", iso=f"XXXX-H{half}")
    if text[start] == "f" or text.startswith("财年", end):
        found = _FISCAL.match(text, start)
        if found is not None:
            return Found(start, found.end(), "date", iso=str(full_year(int(found["y"] or found["y2"]))))
    return None


def share_month(text: str, last: Found, found: Found) -> bool:
    """November 19-20, 2 to 7 Feb: the number beside a date is a day of its month; true when it was one."""
    if not _TO.match(text[last.end : found.start]):
        return False
    date, bare = (last, found) if last.iso else (found, last)
    numeral = bare.numeral
    if (
        not date.iso
        or date.kind != "date"
        or numeral is None
        or not numeral.plain
        or bare.unit
        or bare.upper
        or bare.value is None
    ):
        return False
    parts = date.iso.split("-")
    if len(parts) < 3 or "X" in parts[1] or not 1 <= bare.value <= 31 or numeral.form == "chinese":
        return False
    bare.iso, bare.kind, bare.value, bare.qualifier = (
        "-".join([*parts[:2], f"{int(bare.value):02d}"]),
        "date",
        None,
        None,
    )
    return True


def of_year(text: str, last: Found, found: Found) -> bool:
    """2024年第三季度 is one period: `last` takes the part of the year in; true when it did."""
    if last.iso is None or found.iso is None or text[last.end : found.start] not in ("", "的"):
        return False
    if not (last.iso.isdigit() and last.upper is None and found.iso.startswith(("XXXX-Q", "XXXX-H"))):
        return False
    last.end, last.iso = found.end, found.iso.replace("XXXX", last.iso)
    return True


def share_time(text: str, last: Found, found: Found) -> None:
    """2 to 4 p.m.: the bare hour before a time of day is one as well, of the same half of the day."""
    numeral, hour = last.numeral, int((found.iso or "T00")[1:3])
    if (
        numeral is None
        or not numeral.plain
        or last.unit
        or last.upper
        or last.value is None
        or last.kind != "number"
    ):
        return
    first = int(last.value)
    if not 1 <= first <= 12 or numeral.form != "digits" or not _TO.match(text[last.end : found.start]):
        return
    if not text[found.end - 1 : found.end].isalpha() and text[found.end - 1] != ".":
        return
    first = first % 12 + (12 if hour >= 12 and (first % 12 < hour % 12 or hour % 12 == 0) else 0)
    last.iso, last.kind, last.value, last.qualifier = f"T{first:02d}:00", "time", None, None


def later(text: str, last: Found, found: Found) -> None:
    """下午2:30-5:00: the second time of a span is after noon where the first one is."""
    if last.iso and found.iso and found.iso < last.iso and _TO.match(text[last.end : found.start]):
        hour = int(found.iso[1:3]) + 12
        if hour < 24:
            found.iso = f"T{hour}{found.iso[3:]}"


def inherit(text: str, last: Found, found: Found) -> None:
    """The second of two joined dates takes what it leaves out from the first, and the other way."""
    gap = text[last.end : found.start]
    if (
        len(gap) > 9
        or not _TO.match(gap)
        or not last.iso
        or not found.iso
        or "T" in last.iso
        or "Q" in last.iso + found.iso
        or "H" in last.iso + found.iso
    ):
        return
    one, two = last.iso.split("-"), found.iso.split("-")
    for source, target in ((one, two), (two, one)):
        for i in range(min(len(source), len(target)) - (target is two and len(two) < len(one)) * 0):
            if set(target[i]) == {"X"} and set(source[i]) != {"X"} and len(target) >= len(source):
                target[i] = source[i]
    last.iso, found.iso = "-".join(one), "-".join(two)


def ordinal(text: str, found: Found, numeral: Numeral) -> Decimal | None:
    """二十届, 三中全会, 二次会议 name a congress, a session; they count nothing."""
    if found.word == "届" and text[found.end : found.end + 1] in (
        "中",
        "全",
        "人",
        "政",
        "市",
        "省",
        "二",
        "三",
        "四",
        "五",
        "六",
        "七",
        "一",
    ):
        return numeral.value
    if _CONGRESS.match(text, numeral.end) and numeral.value < 20 and not found.word:
        found.end = numeral.end + 1
        found.unit = "次"
        return numeral.value
    if (
        found.word == "次"
        and text.startswith(("全会", "会议", "全体会议"), found.end)
        and "届" in text[max(0, numeral.start - 12) : numeral.start]
    ):
        return numeral.value
    return None
