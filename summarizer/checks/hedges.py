"""How a text hedges a number: the words around it, and the set of values that they leave open.

A hedge turns a number into an interval: 3000多 is more than 3000 and less than 4000, 近430 is a little less
than 430, 至少50 is 50 or more. The words stand in tables, longest first; `RULES.md` shows them with
examples.
"""

# ruff: noqa: E501 - a table is read best in one piece

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, NamedTuple

Hedge = Literal["exact", "about", "near", "over", "least", "odd", "under", "most"]

# Words before the number.
_BEFORE: dict[Hedge, str] = {
    "over": "超 超过 超出 逾 突破 多于 大于 高于 越过 冲破 跨过 迈过 >|more than|over|above|exceed|exceeds|exceeded|exceeding|upwards of|in excess of|"
    "surpass|surpassed|surpassing|topped|topping|passed|greater than|higher than|north of|beyond",
    "least": "至少 最少 不少于 不低于 不小于 不下 不下于 起码 ≥|at least|no fewer than|no less than|not less than|not fewer than|a minimum of|minimum of",
    "near": "近 将近 接近 逼近 临近 险些|nearly|almost|close to|just under|just below|approaching|just shy of|not quite",
    "under": "不足 不到 低于 少于 小于 未满 不满 未达 没到 未到 <|less than|fewer than|under|below|lower than|short of|"
    "smaller than",
    "most": "不超过 不高于 不多于 不大于 至多 最多 最高 上限 未超过 没有超过 没超过 未超 不超 ≤|up to|at most|no more than|not more than|"
    "a maximum of|maximum of|as many as|as much as|not exceeding|capped at|limit of|ceiling of|cap of",
    "about": "约 大约 约为 大概 大致 约合 将达 折合约 合约|about|around|roughly|approximately|approx.|some|an estimated|estimated|circa|"
    "or so",
}
# Words behind the number.
_AFTER: dict[Hedge, str] = {
    "least": "以上 及以上 或以上 起|or more|and above|or above|and over|or higher|plus|+",
    "most": "以内 之内 以下 及以下 或以下 封顶|or less|or fewer|or below|and under",
    "about": "左右 上下 许 前后|or so|or thereabouts",
    "odd": "多 余|-odd",
}
# Letters inside the surface itself: 三百来公里, 3000多人, 百余.
_INSIDE = re.compile(r"[0-9零〇一二两三四五六七八九十百千万亿](?:(?P<odd>[多余])|(?P<about>来))")
_PLUS = re.compile(r"[0-9万亿](?P<plus>\+)")

# What may stand between the hedge and the number: particles, an opening bracket, a currency sign.
_GAP = r"(?:了|过|达|到|达到|有|为|共|就|已|的|a|an|the|by|of|to)?[ \"“'（(¥$€£]{0,3}$"
# Characters that make the hedge part of another word: 最近, 附近, 相约, 大约 stays.
_BLOCK = {"近": "最附邻靠远晚亲就临", "约": "条节预签违公合制契", "余": "", "超": "赶反高"}


def _alternatives(words: str) -> list[str]:
    chinese, _, english = words.partition("|")
    return [*chinese.split(), *(word for word in english.split("|") if word)]


def _compile(table: dict[Hedge, str]) -> tuple[str, dict[str, Hedge]]:
    kinds = {word: kind for kind, words in table.items() for word in _alternatives(words)}
    ordered = sorted(kinds, key=len, reverse=True)
    parts = [rf"\b{re.escape(w)}" if w[0].isascii() and w[0].isalpha() else re.escape(w) for w in ordered]
    return "|".join(parts), kinds


def _firsts(words: Iterable[str]) -> set[str]:
    return {letter for word in words for letter in (word[0].lower(), word[0].upper())}


_BEFORE_WORDS, _BEFORE_KIND = _compile(_BEFORE)
_AFTER_WORDS, _AFTER_KIND = _compile(_AFTER)
_BEFORE_RE = re.compile(rf"({_BEFORE_WORDS}) ?{_GAP}", re.IGNORECASE)
_HEAD_RE = re.compile(rf"({_BEFORE_WORDS})(?![a-z])", re.IGNORECASE)
# Where the first letter of a hedge isn't, there is no hedge: a glance saves most searches.
_BEFORE_FIRST = re.compile("[" + re.escape("".join(sorted(_firsts(_BEFORE_KIND)))) + "]")
_AFTER_FIRST = _firsts(_AFTER_KIND) | {" "}
_AFTER_RE = re.compile(rf" ?({_AFTER_WORDS})(?![a-z])", re.IGNORECASE)


def find_hedge(left: str, surface: str, right: str, qualifier: str | None) -> Hedge:
    """Return how the words around `surface` hedge it; `qualifier` is what the extractor saw, for want of a
    word."""
    if right[:1] in _AFTER_FIRST and (found := _AFTER_RE.match(right)):
        kind = _AFTER_KIND[found[1].lower()]
        if not (found[1] == "起" and right[1:2] in {"事", "案", "来"}) and found[1] != "许":
            return kind
    if not surface.isascii() and (found := _INSIDE.search(surface)):
        return "odd" if found["odd"] else "about"
    if "+" in surface and _PLUS.search(surface):
        return "least"
    for word in ("以上", "以下", "以内", "左右", "上下"):
        if surface.endswith(word):
            return _AFTER_KIND[word]
    if earlier := _last_before(left[-28:]):
        return earlier
    if surface[0] not in "0123456789" and (found := _HEAD_RE.match(surface)):
        return _BEFORE_KIND[found[1].lower()]
    return {"about": "about", "over": "over", "under": "under"}.get(qualifier or "", "exact")  # type: ignore[return-value]


def _last_before(left: str) -> Hedge | None:
    first = _BEFORE_FIRST.search(left)
    found = _BEFORE_RE.search(left, first.start()) if first else None
    if not found:
        return None
    word = found[1]
    if len(word) == 1 and left[found.start() - 1 : found.start()] in set(_BLOCK.get(word, "")):
        return None
    return _BEFORE_KIND[word.lower()]


class Bounds(NamedTuple):
    """The values that a mention leaves open; None is no bound. An end is open when it is not itself
    possible."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def within(self, other: Bounds) -> bool:
        """Tell whether every value of this is one of `other`."""
        if other.low is not None:
            if self.low is None or self.low < other.low:
                return False
            if self.low == other.low and other.low_open and not self.low_open:
                return False
        if other.high is not None:
            if self.high is None or self.high > other.high:
                return False
            if self.high == other.high and other.high_open and not self.high_open:
                return False
        return True

    def apart(self, other: Bounds) -> bool:
        """Tell whether this and `other` have no value in common."""
        return _gap(self, other) or _gap(other, self)


def _gap(lower: Bounds, upper: Bounds) -> bool:
    if lower.high is None or upper.low is None:
        return False
    return lower.high < upper.low or (lower.high == upper.low and (lower.high_open or upper.low_open))


@dataclass(frozen=True, slots=True)
class Extent:
    """What a hedged number may be: its nominal value, the step of its last written digit, and its bounds."""

    nominal: Fraction
    step: Fraction
    hedge: Hedge
    bounds: Bounds


# "about" lets in what rounds to the number as written, but no more than this share of it.
ABOUT = Fraction(8, 100)
# "nearly" lets in what falls short by one step of the last digit or by this share, whichever is more.
NEAR = Fraction(6, 100)


def extent(nominal: Fraction, step: Fraction, hedge: Hedge) -> Extent:
    """Return the values that `nominal`, written to `step`, may stand for under `hedge`."""
    size = abs(nominal)
    if hedge == "about":
        slack = max(min(step / 2, size * ABOUT), size / 100)
        bounds = Bounds(nominal - slack, nominal + slack)
    elif hedge == "near":
        bounds = Bounds(nominal - max(min(step, size / 5), size * NEAR), nominal, high_open=True)
    elif hedge == "over":
        bounds = Bounds(nominal, None, low_open=True)
    elif hedge == "least":
        bounds = Bounds(nominal, None)
    elif hedge == "odd":
        bounds = Bounds(nominal, nominal + step, low_open=True, high_open=True)
    elif hedge == "under":
        bounds = Bounds(None, nominal, high_open=True)
    elif hedge == "most":
        bounds = Bounds(None, nominal)
    else:
        bounds = Bounds(nominal, nominal)
    return Extent(nominal, step, hedge, bounds)
