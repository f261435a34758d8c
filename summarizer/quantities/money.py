"""Small change: cents, pence, 分 and 角 as parts of their currency, where they are money."""

# A table of words reads best as words.
# ruff: noqa: SIM905
from __future__ import annotations

import re

from summarizer.quantities.mention import Found, plain

# Surface of the smaller unit: currency, places, and whether it is money by itself.
SMALL: dict[str, tuple[str, int, bool]] = {
    "cent": ("USD", 2, True),
    "cents": ("USD", 2, True),
    "¢": ("USD", 2, True),
    "美分": ("USD", 2, True),
    "欧分": ("EUR", 2, True),
    "便士": ("GBP", 2, True),
    "pence": ("GBP", 2, True),
    "p": ("GBP", 2, True),
    "c": ("USD", 2, True),
    "分钱": ("CNY", 2, True),
    "角钱": ("CNY", 1, True),
    "毛钱": ("CNY", 1, True),
    "分": ("CNY", 2, False),
    "角": ("CNY", 1, False),
    "毛": ("CNY", 1, False),
}
_PRICED = re.compile(
    "每(?:千瓦时|度电?|市?斤|公斤|千克|升|股|吨|条|张|件|分钟|公里|立方米)[\u4e00-\u9fff]{0,6}$|"
    "(?:花|付|价格?|上调|下调|涨价?|跌|降价?|贵|便宜|补贴|卖|售|收费|加价|派息|红利|[零找]钱|元)[了为至到约仅价]{0,2}$"
)
_POINTS = re.compile("分数|得分|比分|积分|评分|成绩|考试|高考|录取|总分|满分|分钟|角度")
_RATE = re.compile("/(?:千瓦时|度|斤|公斤|千克|股|升|条)")
# A price in pence: shares, dividends and pounds stand near, or a word of rise and fall before.
_PENCE_NEAR = re.compile(
    r"£|\bshares?\b|\bdividend|\bpence\b|\bstocks?\b|\bcoins?\b|\bcharge\b|\ba (?:litre|pint|mile|kilo|unit|minute)\b"
)
_PENCE_MOVED = re.compile(
    r"\b(?:rose|risen|rise|fell|fallen|fall|up|down|gained|lost|slipped|jumped|climbed|dropped|added|shed|cut|"
    r"raised|increased)(?: by| to| from)? (?:[0-9.]{1,6}p (?:to|from) )?$"
)
_CENTS_NEAR = re.compile(
    r"\ba (?:litre|kilo|minute|unit)\b|\bcents?\b|\bshares?\b|\bdividends?\b|\b(?:a|au|c|ca|nz|s|hk|us)\$"
)
_SUM_AND = re.compile(r"(?:[$€][0-9.,]{1,9}|dollars?|ringgit|rand|euros?)\s(?:and\s)?$")
_CENTED = frozenset("USD AUD CAD HKD NZD SGD EUR ZAR TWD JMD BBD BSD TTD FJD KES LKR MYR NAD BND".split())
_OPEN = frozenset(("cent", "cents", "¢", "c"))
_LINES = frozenset(("240", "360", "480", "720", "1080", "1440", "2160", "4320"))


def small_change(text: str, found: Found, near: str | None = None) -> None:
    """Makes 74 cents 0.74 USD, 3.2分 after 每千瓦时 0.032 CNY; what is no money stays as it is.

    `near` is the currency of the sum of money beside it: after A$2, cents are Australian.
    """
    code, places, sure = SMALL[found.word]
    if found.word in _OPEN:
        code = cented(near)
    if found.value is None or found.kind == "money" or found.unit == "minute":
        return
    if sure and abs(found.value) >= 100 and found.word != "p":
        return  # one hundred cents are a unit explained, not a price
    if not sure:
        near = text[max(0, found.start - 16) : found.start]
        priced = _PRICED.search(near) is not None or _RATE.match(text, found.end) is not None
        if found.unit != found.word or not priced or _POINTS.search(near) is not None:
            return
    found.value = plain(found.value.scaleb(-places))
    for name in ("upper", "low", "high"):
        if (end := getattr(found, name)) is not None:
            setattr(found, name, plain(end.scaleb(-places)))
    found.unit = code
    if found.upper is None:
        found.kind = "money"


def is_cents(text: str, start: int, end: int) -> bool:
    """Whether the c behind the figures `text[start:end]` is cents: fell 3c, 8.5c a share; not 30c."""
    if text[end + 1 : end + 2].isalnum():
        return False
    return (
        _PENCE_MOVED.search(text, max(0, start - 32), start) is not None
        or _SUM_AND.search(text, max(0, start - 24), start) is not None
        or _CENTS_NEAR.search(text, max(0, start - 40), end + 24) is not None
    )


def cented(near: str | None) -> str:
    """The currency whose cents are meant: that of the sum beside them where it has any, else the dollar."""
    return near if near in _CENTED else "USD"


def is_pence(text: str, start: int, end: int) -> bool:
    """Whether the p behind the figures `text[start:end]` is pence: rose 21p to 382p; not 1080p."""
    if text[end + 1 : end + 2].isalnum() or text[start:end] in _LINES:
        return False
    return (
        _PENCE_MOVED.search(text, max(0, start - 32), start) is not None
        or _PENCE_NEAR.search(text, max(0, start - 60), end + 40) is not None
    )
