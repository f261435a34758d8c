"""The reading view of a text: full width and traditional forms folded, wraps and stray blanks taken out.

The view is what the rules read; every mention goes back to the text as it was given through `View.origin`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

from summarizer.quantities import words_en

_TRADITIONAL = (
    "萬億兩點個噸畝頃鐘鍾時週歲號間幾餘來數塊圓幣歐鎊條隻張輛雙對戶項負從場處裡國區縣"
    "鎮層臺壟斷倆參貳陸圖後過滿達約將還隊級門頁頭顆樣類爲為與華攝氣溫無兒發飛車戰員現"
    "話歷經曆屆階線總組黨團體單衹韓臘紐蘇盧澤羅廣東頓開學課畫節齊錢們會說長錄購業壯綫"
    "併傘筆貝紙種讓裏侖廳價"
)
_SIMPLIFIED = (
    "万亿两点个吨亩顷钟钟时周岁号间几余来数块圆币欧镑条只张辆双对户项负从场处里国区县"
    "镇层台垄断俩叁贰陆图后过满达约将还队级门页头颗样类为为与华摄气温无儿发飞车战员现"
    "话历经历届阶线总组党团体单只韩腊纽苏卢泽罗广东顿开学课画节齐钱们会说长录购业壮线"
    "并伞笔贝纸种让里仑厅价"
)
_FOLD = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True))
_FOLD |= {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in "，；！？（）"}
_FOLD |= {
    "：": ":", "∶": ":", "\u3000": " ", "\xa0": " ", "\u202f": " ", "\u2009": " ",
    "−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-", "―": "-", "─": "-",
    "～": "~", "〜": "~", "￥": "¥", "％": "%", "﹪": "%", "○": "〇", "Ο": "〇",
    "’": "'", "′": "'", "″": '"', "İ": "I", "٪": "%", "﹣": "-", "＋": "+",
}  # fmt: skip
for _char in "²³":
    _FOLD[_char] = unicodedata.normalize("NFKC", _char)
# What PDF fonts give instead of ideographs, and blanks of all widths: each folds to one character.
for _low, _high in ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2000, 0x200B)):
    for _char in map(chr, range(_low, _high)):
        _ordinary = unicodedata.normalize("NFKC", _char)
        if len(_ordinary) == 1 and _ordinary != _char:
            _FOLD[_char] = _FOLD.get(_ordinary, _ordinary)
# A hyphen at a line's end, as PDF readers write it; it becomes an ordinary one after the cuts.
_WRAPPED = "\ufffe"
_FOLD["\x02"] = _WRAPPED

_CAPITALS = {char for char in map(chr, range(0x250)) if char != char.lower()} | {
    chr(c) for c in range(0xFF21, 0xFF3B)
}
_CJK = "\u3007\u4e00-\u9fff"
# A blank or a line break beside a Chinese character, or inside a number that a narrow column cut.
# Soft hyphens, zero-width blanks and joiners, byte order marks.
_INVISIBLE = re.compile("[\xad\u200b-\u200d\u2060\ufeff]+(?:(?<=\xad)[ \t]{0,4}\n[ \t]{0,4}(?=[a-z0-9]))?")
_BLANKS = re.compile(r"\s++")
_CUT = re.compile(
    r"(?<=[0-9.:,¥$€£-])[ \t]*+\n[ \t\u3000]*+\n?[ \t\u3000]*+(?=[0-9.%:,]|-[0-9])|(?<=[0-9]) (?=[0-9] ?折)"
)
# 12,⏎400 homes and 7.⏎6 percent: no sentence ends there.
_THOUSANDS = re.compile(
    r"(?<![0-9,.])[0-9]{1,3}(?:,(\n)(?=[0-9]{3}(?![0-9]))"
    r"|\.(\n)(?=[0-9]{1,2}(?:%| per ?cent| million| billion)))"
)
# 1,2-⏎00 homes: the last group of thousands is whole only with what stands on the next line.
_GROUP = re.compile(
    r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3}){0,5},([0-9]{0,2})"
    rf"(-[ \t]{{0,4}}\n\s{{0,4}}|{_WRAPPED}\s{{0,4}}|(?<=[0-9])\n)([0-9]{{1,3}})(?![0-9])"
)
_HYPHEN = re.compile(
    rf"([a-z]{{1,15}})(?:-[ \t]*+\n[ \t]*+\n?[ \t]*+|{_WRAPPED}\s{{0,4}})(?=([a-z]{{1,15}}))"
)
_LONGEST_LINE = 60
# Stands for a line end that parts paragraphs: no number goes on across it.
_STOP = "\n。\n"
_YEAR = re.compile(r"(?:19|20)\d\d(?:年|[-/.]\d)")
_HAS_CJK = re.compile(rf"[{_CJK}]")


class View:
    """`text` is folded, lower-cased and joined; `cased` is the same with its capitals; `origin` maps back."""

    __slots__ = ("_added", "_places", "_shifts", "cased", "text")

    def __init__(self, text: str, paragraphs: bool = False) -> None:
        # Where a stop stands that the given text doesn't have.
        self._added: list[int] = []
        if paragraphs and "\n" in text:
            text = text.replace("\n", _STOP)
            self._added = [
                at for found in re.finditer(_STOP, text) for at in range(found.start() + 1, found.end())
            ]
        letters = set(text)
        folded = text
        # A few str.replace cost a tenth of str.translate, and a page holds few of these characters.
        for char in letters & _FOLD.keys():
            folded = folded.replace(char, _FOLD[char])
        lower = folded.lower() if letters & _CAPITALS else folded
        if len(lower) != len(folded):
            lower = "".join(char.lower()[:1] for char in folded)
        cuts = _cuts(lower)
        if _WRAPPED in folded:
            lower, folded = lower.replace(_WRAPPED, "-"), folded.replace(_WRAPPED, "-")
        self._places: list[int] = []
        self._shifts: list[int] = []
        if not cuts:
            self.text, self.cased = lower, folded
            return
        low, cased, last, removed = [], [], 0, 0
        for start, end in cuts:
            low.append(lower[last:start])
            cased.append(folded[last:start])
            self._places.append(start - removed)
            removed += end - start
            self._shifts.append(removed)
            last = end
        self.text = "".join([*low, lower[last:]])
        self.cased = "".join([*cased, folded[last:]])

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in the given text of a half-open span of the view."""
        if not self._places and not self._added:
            return start, end
        return self._back(start), self._back(end - 1) + 1

    def _back(self, place: int) -> int:
        index = bisect_right(self._places, place)
        place = place + self._shifts[index - 1] if index else place
        return place - bisect_right(self._added, place)


def _cuts(text: str) -> list[tuple[int, int]]:
    """Spans to leave out, in order, none touching another."""
    found: list[tuple[int, int]] = []
    chinese = not text.isascii() and _HAS_CJK.search(text) is not None
    if chinese:
        found += (
            (start, end)
            for start, end in map(re.Match.span, _BLANKS.finditer(text))
            if "\u3001" <= text[start - 1] <= "\uffef"
            or (end < len(text) and "\u3001" <= text[end] <= "\uffef")
        )
        found += (match.span() for match in _CUT.finditer(text) if _is_one_number(text, match))
    if _INVISIBLE.search(text) is not None:
        found += (match.span() for match in _INVISIBLE.finditer(text))
    wrapped = _WRAPPED in text
    if "\n" in text:
        found += (match.span(match.lastindex or 0) for match in _THOUSANDS.finditer(text))
    if "\n" in text or wrapped:
        found += (m.span(2) for m in _GROUP.finditer(text) if len(m[1]) + len(m[3]) == 3)
    if wrapped or ("-" in text and "\n" in text):
        for match in _HYPHEN.finditer(text):
            keep = 0 if match[1] + match[2] in words_en.VOCABULARY else 1
            found.append((match.end(1) + keep, match.end()))
    found.sort()
    return [
        span for i, span in enumerate(found) if span[0] < span[1] and (not i or span[0] >= found[i - 1][1])
    ]


def _is_one_number(text: str, match: re.Match[str]) -> bool:
    """Whether figures on both sides of a line break are one number: the lines are of a Chinese column."""
    start, end = match.span()
    if match[0] == " ":
        return True  # 8 5 折
    if text[start - 1] in "¥$€£":
        return True
    if text[start - 1] not in "0123456789" and not text[start - 2 : start - 1].isdigit():
        return False
    top = text.rfind("\n", max(0, start - _LONGEST_LINE), start) + 1
    above = text[max(top, start - _LONGEST_LINE) : start]
    floor = text.find("\n", end, end + _LONGEST_LINE)
    below = text[end : floor if floor >= 0 else end + _LONGEST_LINE]
    if _YEAR.match(below):
        return False
    if _HAS_CJK.search(above):
        # A heading is shorter than the line below it; a line that was cut is not.
        return len(above) >= len(below) - 1 or _width(above) >= _width(below) - 2
    before = text[max(0, top - 1 - _LONGEST_LINE) : max(0, top - 1)]
    before = before[before.rfind("\n") + 1 :]
    return _HAS_CJK.search(before) is not None and abs(len(before) - len(above)) < 2 and len(above) > 2


def _width(line: str) -> int:
    """The columns that a line takes: a Chinese character is two."""
    return sum(2 if char > "\u2e80" else 1 for char in line)
