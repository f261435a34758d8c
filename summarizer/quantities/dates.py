"""Chinese and numeric dates and times of day, as ISO 8601 with unknown parts as X."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.mention import Found
from summarizer.quantities.numerals_zh import DIGITS

_N = (
    r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九]?十[一二三四五六七八九]?|"
    r"[廿卅][一二三四五六七八九]?|[一二三四五六七八九])"
)
_Y = r"(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3}|[一二两]千[〇零]?[一二三四五六七八九十]{1,3})"
_Y2 = r"(?:[0-9]{2}|[〇零一二三四五六七八九]{2})"
_DAY = "[日号](?!楼|线|店|文|机|公路|院|地块|馆|门|桥|井|船|舰|坑|矿|仓|库|码|球|选手)"
# The end of a day, or of the first day of a span: 12月15—18日.
_END = rf"(?:{_DAY}|(?=(?:-{{1,2}}|~|至|到|、){_N}[日号]))"
_FULL = re.compile(
    rf"(?P<y>{_Y})年(?:度|代)?(?:(?P<m>{_N})月(?:份|初|底|末|中旬|上旬|下旬)?(?:(?P<d>{_N}){_END})?)?"
    rf"|(?P<y2>{_Y2})年(?P<m1>{_N})月(?!亮)(?:份|(?P<d1>{_N}){_END})?"
    rf"|(?P<m2>{_N})月(?!亮|饼|球|光|票|嫂|子)(?:份|(?P<d2>{_N}){_END})?"
    rf"|(?P<d3>{_N})日(?!均|报|元|圆|币|式|系|产|常|趋|益|[游本语韩])"
)
# The year before the first of an era.
_ERAS = {
    "民国": 1911, "洪武": 1367, "永乐": 1402, "嘉靖": 1521, "万历": 1572, "崇祯": 1627, "顺治": 1643, "康熙": 1661,
    "雍正": 1722, "乾隆": 1735, "嘉庆": 1795, "道光": 1820, "咸丰": 1850, "同治": 1861, "光绪": 1874, "宣统": 1908,
    "明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018,
}  # fmt: skip
_ERA_ENDS = frozenset(name[-1] for name in _ERAS)
_YEAR_OF_ERA = re.compile(rf"(?P<n>{_N})年(?:(?P<m>{_N})月(?:(?P<d>{_N})[日号])?)?")
_LONG = re.compile("来|的?历史|的?文明")
# After these, 四日 lasts four days and is no day of a month.
_LASTING = ("已", "历时", "为期", "长达", "逾", "时隔", "连续", "需时", "耗时")
_DAY_ONLY = re.compile(rf"(?P<d>{_N}){_DAY.replace('[日号]', '号')}")
_BARE_YEAR = re.compile(
    r"(?P<y>0[0-9]|[5-9][1-9]|[〇零][一二三四五六七八九]|(?!五六|六七|七八|八九)[五六七八九][一二三四五六七八九])"
    r"年(?!后|来|前|历|多|间|期|的历|不|轮|以|时间|共|累|[以之])|(?P<y0>0[0-9])年"
)
_RANGE_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=(?:-{1,2}|~|至|到)(?:19|20)[0-9]{2}(?![0-9]))")
_SCHOOL_YEAR = re.compile(r"(?P<y>(?:19|20)[0-9]{2})(?=学年|赛季)")
_RANGE_MONTH = re.compile(rf"(?P<m>{_N})(?=(?:-{{1,2}}|~|至|到|、){_N}月(?!亮))")
_RANGE_DAY = re.compile(rf"(?P<d>{_N})(?=(?:-{{1,2}}|~|至|到|、){_N}日(?!元|圆|币|均|报))")
_DECADE = re.compile(
    rf"(?:(?P<c>{_N})世纪)?(?P<t>[0-9]0|[一二三四五六七八九]十)(?P<more>(?:、|至|到|"
    rf"-)(?:[0-9]0|[一二三四五六七八九]十))?年代"
)
_CENTURY = re.compile(rf"(?P<c>{_N})世纪(?!杯|之)")
_NUMERIC = re.compile(
    r"(?P<y>1[89][0-9]{2}|20[0-9]{2})\s{0,2}(?P<s>[-/.])\s{0,2}(?P<m>1[0-2]|"
    r"0?[1-9])(?:\s?(?P=s)\s?(?P<d>3[01]|[12][0-9]|0?[1-9]))?(?![0-9]|[-/.,][0-9])"
    r"|(?P<y1>20[0-9]{2}|19[0-9]{2}) (?P<m1>0[1-9]|1[0-2]) (?P<d1>0[1-9]|[12][0-9]|3[01])(?![0-9])"
    r"|(?P<a>[0-9]{1,2})(?P<s2>[-/.])(?P<b>[0-9]{1,2})(?:(?P=s2)|,\s?)(?P<y2>(?:19|"
    r"20)[0-9]{2}|[0-9]{2})(?![0-9]|[-/.][0-9])"
    r"|(?P<m3>1[0-2]|0?[1-9])\s{0,2}[-/]\s{0,2}(?P<y3>(?:19|20)[0-9]{2})(?![0-9]|[-/.][0-9])"
    r"|(?P<m4>1[0-2]|0?[1-9])/(?P<d4>3[01]|[12][0-9]|0?[1-9])(?![0-9/])"
)
# What makes the digits after 点 a decimal fraction: 三点二十 is a time, 三点二万 a number.
_REST = "度个米公万亿倍%千克斤吨元成折百"
_CLOCK = re.compile(
    rf"(?P<h>{_N}|[零〇两])(?:(?:时|许时)(?!间|代|期|候|速|段|尚|装|而|刻|常)(?:(?P<n>{_N}|"
    rf"[〇零][一二三四五六七八九])分?(?!之)|(?P<half>半)|整|(?P<q>[123一二三])刻|许)?"
    rf"|点(?:(?P<n2>[二三四五]?十[一二三四五六七八九]?|[0-5][0-9](?![0-9])|"
    rf"[〇零][一二三四五六七八九](?![{''.join(DIGITS)}]))分?(?![{_REST}])"
    rf"|(?P<n3>[一二三四五六七八九0-9])分(?!钟|之|米|[0-9])|(?P<half2>半)(?![{_REST}])|整|"
    rf"(?P<q2>[123一二三])刻|钟|许|(?![{''.join(DIGITS)}0-9建要问意击名半{_REST}])))"
)
_COLON = re.compile(
    r"(?P<h>[01]?[0-9]|2[0-4]):(?P<n>[0-5][0-9])(?::(?P<sec>[0-5][0-9]))?(?![0-9:])\s?(?P<ap>[ap]\.?m\b\.?)?"
    # 9am; British papers write 2.30am
    r"|(?P<h2>1[0-2]|0?[1-9])(?:\.(?P<n2>[0-5][0-9]))?\s?(?P<ap2>a\.m\b\.?|p\.m\b\.?|am(?![a-z])|pm(?![a-z]))"
)
# 3:45.2 is how long a race took.
_LAP = re.compile(r"(?:(?P<h>[0-9]):)?(?P<m>[0-9]{1,2}):(?P<s>[0-5][0-9]\.[0-9]{1,3})(?![0-9.])")
_PARTS_OF_DAY = ("上午", "下午", "凌晨", "早上", "晚上", "中午", "清晨", "傍晚", "时间")
_AFTERNOON = ("下午", "晚", "晚上", "傍晚", "午后", "当晚", "夜里", "深夜", "夜间")
_MIDNIGHT = ("晚", "晚上", "午夜", "深夜", "半夜", "夜里", "凌晨")
_SCORE = re.compile("比分|胜|负|战平|击败|逆转|局|落后|领先")
_DATEISH = frozenset("年月日号时点世许:-/.,至到~、 年ap学赛")


def number(text: str | None) -> int | None:
    """27, 二十七, 廿七, 二〇二四, 两千零五 as an int."""
    if not text:
        return None
    if text.isascii():
        return int(text)
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total, current = 0, None
    tens = {"十": 10, "千": 1000}
    for char in text:
        if char in DIGITS:
            current = DIGITS[char]
        else:
            total += {"廿": 20, "卅": 30}.get(char, 0) or tens[char] * (1 if current is None else current)
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


def real(month: int | None, day: int | None) -> bool:
    """Whether a month and a day can be: 13月 is none."""
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def full_year(year: int) -> int:
    """98 is 1998, 07 is 2007: two digits mean the century around the turn."""
    return year if year > 99 else year + (1900 if year > 40 else 2000)


def match(text: str, start: int, end: int) -> Found | None:
    """The date or time that begins at `start`, None where there is none; the first numeral ends at `end`."""
    after = text[end : end + 1]
    if after not in _DATEISH or not after:
        return None
    if after == "." and "." not in text[end + 1 : end + 4]:
        clock = _COLON.match(text, start)
        return _time(text, start) if clock and clock["n2"] else None  # else a decimal
    if after in "年月日号世至到~、-/学赛" and (found := _chinese(text, start)):
        return found
    if after in "-/. ,:" and text[start].isdigit() and (found := _numeric(text, start)):
        return found
    if after in "时点许:ap ":
        return _time(text, start)
    return None


def _chinese(text: str, start: int) -> Found | None:
    if found := _DECADE.match(text, start):
        century, tens = number(found["c"]), number(found["t"]) or 0
        if century is None and tens < 10:
            return None
        this = text.endswith(("本世纪", "新世纪"), 0, start)
        first = (century - 1 if century else 20 if this else 19) * 100 + tens
        last = first + (10 if found["more"] is None else 20)
        return Found(start, found.end(), "date", iso=str(first), upper=Decimal(last))
    if text[start - 1 : start] in _ERA_ENDS and (of_era := _era(text, start)) is not None:
        return of_era
    if found := _CENTURY.match(text, start):
        first = ((number(found["c"]) or 1) - 1) * 100
        return Found(start, found.end(), "date", iso=f"{first:04d}", upper=Decimal(first + 100))
    if found := _FULL.match(text, start):
        year = number(found["y"] or found["y2"])
        month = number(found["m"] or found["m1"] or found["m2"])
        day = number(found["d"] or found["d1"] or found["d2"] or found["d3"])
        if year is not None and year % 1000 == 0 and _LONG.match(text, found.end()):
            return None  # 2000年来 is a time of two thousand years
        if found["d3"] and text.endswith(_LASTING, 0, start):
            return Found(start, found.end(), "measure", Decimal(day or 0), unit="day", word="日")
        if real(month, day) and (year is None or year < 2200):
            if year is not None:
                year = full_year(year)
            return Found(start, found.end(), "date", iso=iso(year, month, day))
        return None
    if (found := _DAY_ONLY.match(text, start)) and not _named(text, start) and real(None, number(found["d"])):
        return Found(start, found.end(), "date", iso=iso(None, None, number(found["d"])))
    before = text[start - 1 : start]
    if (
        (found := _BARE_YEAR.match(text, start))
        and not (before.isalnum() and before.isascii())
        and before != "-"
    ):
        return Found(start, found.end(), "date", iso=str(full_year(number(found["y"] or found["y0"]) or 0)))
    for pattern, part in ((_RANGE_YEAR, "y"), (_SCHOOL_YEAR, "y"), (_RANGE_MONTH, "m"), (_RANGE_DAY, "d")):
        if found := pattern.match(text, start):
            value = number(found[part])
            parts = {"y": (value, None, None), "m": (None, value, None), "d": (None, None, value)}[part]
            if real(parts[1], parts[2]):
                return Found(start, found.end(), "date", iso=iso(*parts))
    return None


def _era(text: str, start: int) -> Found | None:
    """民国三十六年二月 is February 1947: a year counted from the beginning of an era."""
    first = _ERAS.get(text[max(0, start - 2) : start])
    found = _YEAR_OF_ERA.match(text, start) if first is not None else None
    if found is None or first is None:
        return None
    year, month, day = (number(found[part]) for part in ("n", "m", "d"))
    return (
        Found(start, found.end(), "date", iso=iso(first + (year or 0), month, day))
        if real(month, day)
        else None
    )


def _named(text: str, start: int) -> bool:
    """Whether 号 ends a name (嫦娥六号, 长安街12号) and no day of the month."""
    before = text[start - 1 : start]
    return (
        "\u4e00" <= before <= "\u9fff" and before not in "在于至到从月是和与及本、定" and not before.isspace()
    )


def _numeric(text: str, start: int) -> Found | None:
    if text[start - 1 : start] in ("/", ".", "-") and text[start - 2 : start - 1].isalnum():
        return None
    found = _NUMERIC.match(text, start)
    if found is None:
        return None
    year = number(found["y"] or found["y1"] or found["y2"] or found["y3"])
    month, day = (
        number(found["m"] or found["m1"] or found["m3"] or found["m4"]),
        number(found["d"] or found["d1"] or found["d4"]),
    )
    if found["s"] == "." and day is None:
        return None  # 2024.2 is a decimal as well
    if found["a"]:
        month, day = int(found["a"]), int(found["b"])
        chinese = text[start - 1 : start] > "\u4e00" or text[found.end() : found.end() + 1] > "\u4e00"
        if month > 12 or (chinese and day <= 12):
            month, day = day, month
        if len(found["y2"]) == 2 and found["s2"] == ".":
            return None
    if found["m4"] and not _is_day_of_month(text, start, int(found["m4"]), int(found["d4"])):
        return None
    if not real(month, day):
        return None
    return Found(start, found.end(), "date", iso=iso(None if year is None else full_year(year), month, day))


def _is_day_of_month(text: str, start: int, month: int, day: int) -> bool:
    """Whether 4/22 is the 22nd of April and no fraction."""
    before = text[max(0, start - 12) : start]
    if re.search(r"\b(?:on|from|until|till|by|since|back|dated|before|after|until|through)\s+$", before):
        return True
    return month > day and day not in (2, 3, 4, 5, 8)


def _time(text: str, start: int) -> Found | None:
    if (lap := _LAP.match(text, start)) is not None:
        seconds = int(lap["h"] or 0) * 3600 + int(lap["m"]) * 60 + Decimal(lap["s"])
        return Found(start, lap.end(), "measure", seconds, unit="second", word="second")
    if (found := _COLON.match(text, start)) is not None:
        hour, minute = int(found["h"] or found["h2"]), int(found["n"] or found["n2"] or 0)
        meridiem = found["ap"] or found["ap2"] or ""
        if not meridiem and (
            text[start - 1 : start] == ":" or _SCORE.search(text, max(0, start - 10), found.end() + 4)
        ):
            return None
        hour = hour % 12 + (12 if meridiem[0] == "p" else 0) if meridiem else hour
        return Found(start, found.end(), "time", iso=f"T{_later(text, start, hour):02d}:{minute:02d}")
    if (found := _CLOCK.match(text, start)) is None or text[start - 1 : start] == "第":
        return None
    if (
        found["h"] in ("零", "〇")
        and found["n2"]
        and found["n2"][0] in "零〇"
        and text[found.end() - 1] != "分"
    ):
        return None  # 零点零五 is a number
    hour = number(found["h"]) or 0
    minute = number(found["n"] or found["n2"] or found["n3"]) or (
        30 if found["half"] or found["half2"] else 15 * (number(found["q"] or found["q2"]) or 0)
    )
    if hour > 24 or minute > 59:
        return None
    if text[found.end() - 1] == "点" and not _has_hour_before(text, start, found["h"]):
        return None
    return Found(start, found.end(), "time", iso=f"T{_later(text, start, hour):02d}:{minute:02d}")


def _has_hour_before(text: str, start: int, hour: str) -> bool:
    """三点 alone may be three points, 涨15点 are points of an index; 早上三点, 20点 are hours."""
    before = text[max(0, start - 2) : start]
    if hour.isascii():
        return before[-1:] not in ("涨", "跌", "升", "降", "报", "收", "为", "了", "约", "近", "超")
    return before in _PARTS_OF_DAY or before[-1:] in ("晚", "早", "晨", "午")


def _later(text: str, start: int, hour: int) -> int:
    if hour == 12 and text.endswith(_MIDNIGHT, max(0, start - 2), start):
        return 0
    return hour + 12 if hour < 12 and text.endswith(_AFTERNOON, max(0, start - 2), start) else hour
