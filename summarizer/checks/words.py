"""The words by which a number's context is read: directions, roles, negation, and what carries no meaning of
its own."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

UP_ZH = "增长 上升 提高 增加 上涨 增至 升至 提高到 增加到 上升到 上调 扩大 扩展 攀升 新增 净增 回升 提升 增幅 涨幅 增速 走高 多增 增收 上浮 升高 扩大到 扩展至 扩展到 涨 增 升 高于"
DOWN_ZH = (
    "下降 减少 降低 下跌 下滑 降至 减至 跌至 下降到 减少到 缩小 缩减 回落 下调 缩短 压减 降幅 跌幅 跌 降 减 收窄 萎缩 裁减 裁员 削减 核减 "
    "下浮 压缩 少 回落至 压减到 低于 净减 流失"
)
UP_EN = (
    "rose rise rises risen rising grew grow grows grown growing growth up increase increased increases increasing climbed climb "
    "climbs gained gain gains jumped jump jumps surged surge surges soared raised raise raises raising expanded expand added adds advance "
    "advanced higher widened"
)
DOWN_EN = (
    "fell fall falls fallen falling dropped drop drops declined decline declines down decreased decrease decreases cut cuts cutting lost slipped "
    "slip slid slumped shrank shrink shrunk reduced reduce reduces reduction lower lowered narrowed eased tumbled plunged dipped shed contracted "
    "trimmed slashed"
)
# These say a change by their own meaning and need no number of percent beside them.
MULTIPLY = {
    "doubled": 200, "tripled": 300, "trebled": 300, "quadrupled": 400, "halved": 50,
    "doubling": 200, "tripling": 300, "quadrupling": 400, "halving": 50, "减半": 50,
}  # fmt: skip

# What was, and may be no more.
PAST = re.compile(
    r"原|前|曾|初|旧|过去|上年|去年|同期|上月|上周|起点|基数|\b(?:was|were|had|been|previous\w*|earlier|before|original\w*|initial\w*|former\w*|last|used to|once|from|"
    r"prior|start\w*|began|old)\b",
    re.IGNORECASE,
)
LESSEN = frozenset({"halved", "halving", "减半"})
# A level right before its number.
LEVEL = re.compile(
    r"(?:达到?|升至|为|是|\b(?:reach(?:ed|es|ing)|stood at|stands at|hit|was|is|at))(?:了|约|近|超| about| nearly| almost| some)*$"
)
_LATIN = re.compile("[A-Za-z]")
_NEGATED_ZH = re.compile(
    "没有(?!超过|少于|低于|不)|没(?=[^有超少低准收想关落错])|并非|并未|尚未|从未|未能|未获|未曾|未予|不是|不予|否认|不存在|未(?=通过|批准|完成|达成|实现|参|出席|到场|签|安排|支付|造成|发现)|不再"
)
_NEGATED_EN = re.compile(
    r"\b(?:not(?! (?:only|less|more|fewer|exceeding))|never|denied|denies|didn't|doesn't|wasn't|weren't|isn't|aren't|won't|no longer|failed to)\b"
)
_DENIED_AFTER = re.compile(
    "(?:的|之)?(?:说法|消息|传言|报道|数字)?(?:不实|系谣言|是谣言|不属实|并不存在|有误|未(?:获)?通过|被否决)"
)
# 不是 … 而是, not … but: what is denied ends where the correction begins.
_CORRECTION = re.compile(r"而是|\bbut\b|\brather\b")

_CHANGE_ZH = re.compile(
    "(增长|上升|提高|增加|上涨|上调|扩大|扩展|攀升|净增|回升|提升|增幅|涨幅|增速|多增|上浮|下降|减少|降低|下跌|下滑|缩小|缩减|回落|下调|缩短|压减|降幅|跌幅|收窄|"
    "裁减|削减|核减|下浮|压缩|同比增|同比降|环比增|环比降|涨|升|增|降|跌|减|翻|(?<![最至])[多少高低])(?:了|速|幅)?(?:度|率)?(?:为|达|达到|约|近|超|超过|逾|仅|至少|不足|不到)*$"
)
_CHANGE_AFTER_ZH = re.compile(
    "的?(?:同比|年均)?(增长|增幅|涨幅|增速|降幅|跌幅|下降|下跌|跌落|升幅|减少|缩减|增加)"
)
_TO_ZH = re.compile(
    "(?:[增升降减跌涨高低加大小展少落调缩扩伸长短宽窄深快慢多]至|[增升降减跌涨高低加大小展少落调缩扩长伸短宽窄深快慢多]到|降为|增为|减为|调整为|变为|升为|由.{1,12}变成)(?:了|约|近|超|超过|逾|(?:去年|上年|今年|目前|现在|如今|当前|本月|上月|年底|年末)的?)*$"
)
_FROM_ZH = re.compile("(?:由|从|自)(?:[^，。]{0,6})$")
_EN_WORDS = "|".join([*UP_EN.split(), *DOWN_EN.split()])
_CHANGE_EN = re.compile(
    rf"\b({_EN_WORDS})\b(?: of)?(?: by)?(?: \w+ly)?(?: (?:about|around|nearly|almost|over|some|roughly|more than|less than|at least|only|just|another|an? |the ))*$"
)
_CHANGE_AFTER_EN = re.compile(
    r"-?(?:year-on-year |annual |yearly )?(increase|rise|growth|gain|jump|drop|decline|decrease|fall|cut|reduction|more|fewer|less|higher|lower)\b"
)
_TO_EN = re.compile(
    rf"\b(?:{_EN_WORDS})\b(?:(?! from ).)*\bto(?: (?:about|around|nearly|almost|over|some|roughly|more than|just))*$"
)
_FROM_EN = re.compile(r"\bfrom(?: (?:about|around|nearly|over|some|just))*$")
_TO_AFTER_FROM_EN = re.compile(r"^ ?(?:in [\w ]+ )?to(?: \w+)?$")

_UP_SET, _DOWN_SET = set(UP_EN.split()), set(DOWN_EN.split())
_ZH_DIRECTION = {**dict.fromkeys(UP_ZH.split(), 1), **dict.fromkeys(DOWN_ZH.split(), -1)}
_ZH_DIRECTION_RE = re.compile("|".join(sorted(_ZH_DIRECTION, key=len, reverse=True)))
# Words in which a direction's character means something else.
_NOT_DIRECTION = re.compile(
    "不少于|不低于|不高于|多少|至少|最少|减少?免|升级|提升到位|增值|增加值|提高度|高质量|较高|最高|最低|降雨|降水|下降落|增设|减排|增强|升学|升旗|少年|少数|少儿|不少|减灾|空降|减税|低碳|跌宕|增发|增资"
)

# Function words and words that name what every number has: they never tell two numbers apart.
_STOP_WORDS_ZH = (
    "其中|上年同期|去年同期|同期|占比|所占|占总|比重|高达|以及|并且|同时|目前|据悉|据了解|记者|了解到|介绍|表示|指出|显示|达到|实现|突破|超过|超出|不少于|不超过|不低于|不足|不到|将近|接近|至少|最多|左右|以上|以下|以内|累计|合计|总计|共计|总共|一共|"
    "同比|环比|比上年|比去年|较上年|较去年|年均|增长|上升|提高|增加|上涨|上调|扩大|扩展|攀升|净增|回升|提升|增幅|涨幅|增速|下降|减少|降低|下跌|下滑|缩小|缩减|回落|下调|缩短|降幅|跌幅|"
    "降至|增至|升至|已经|预计|约为|大约|分别|方面|截至|截止|期间|包括|共有|还有|另有|仅为|进行|开展|相关|有关|有望|我市|全市|我省|全省|全县|全区|全国|本市|该市|该省"
)
_STOP_CHARS_ZH = "的了在和与及为是将对从到由把被等其中共也就都已约近超逾达有并而且以于至各每个该此这那仅只又则却即或者着过会要能可让使给向往同跟比较着地得之所之还再更最很总计均总"
# One literal after another, no class of characters: so `re` knows the first characters, and skips fast.
STOP_ZH = re.compile("|".join([_STOP_WORDS_ZH, *_STOP_CHARS_ZH]))
STOP_EN = (
    frozenset(
        [
            "the",
            "a",
            "an",
            "of",
            "to",
            "in",
            "on",
            "at",
            "by",
            "for",
            "from",
            "with",
            "as",
            "and",
            "or",
            "but",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "could",
            "should",
            "may",
            "might",
            "can",
            "it",
            "its",
            "he",
            "his",
            "she",
            "her",
            "they",
            "their",
            "them",
            "this",
            "that",
            "these",
            "those",
            "there",
            "which",
            "who",
            "whom",
            "whose",
            "what",
            "when",
            "where",
            "while",
            "than",
            "then",
            "also",
            "only",
            "just",
            "about",
            "around",
            "nearly",
            "almost",
            "over",
            "under",
            "more",
            "less",
            "fewer",
            "least",
            "most",
            "up",
            "down",
            "out",
            "into",
            "after",
            "before",
            "during",
            "between",
            "among",
            "per",
            "each",
            "all",
            "some",
            "any",
            "no",
            "not",
            "said",
            "says",
            "say",
            "according",
            "total",
            "totaled",
            "totalled",
            "reached",
            "reaching",
            "reach",
            "hit",
            "stood",
            "amounted",
            "came",
            "year",
            "years",
            "month",
            "months",
            "week",
            "weeks",
            "day",
            "days",
            "percent",
            "per",
            "cent",
            "million",
            "billion",
            "trillion",
            "thousand",
            "hundred",
            "dozen",
            "dollar",
            "dollars",
            "yuan",
            "we",
            "our",
            "us",
            "you",
            "your",
            "i",
            "my",
            "so",
            "if",
            "because",
            "since",
            "until",
            "against",
            "through",
            "including",
            "compared",
            "roughly",
            "approximately",
            "he's",
            "it's",
        ]
    )
    | _UP_SET
    | _DOWN_SET
)


def negated(left: str, right: str) -> bool:
    """Tell whether the words around a number deny what is said of it."""
    cut = max((m.end() for m in _CORRECTION.finditer(left)), default=0)
    left = left[cut:]
    return bool(
        _NEGATED_ZH.search(left) or _NEGATED_EN.search(left.lower()) or _DENIED_AFTER.search(right[:16])
    )


_REFUSED = re.compile(
    r"否决|拒绝|取消|驳回|\b(?:reject|rejected|rejects|refused|voted down|turned down|blocked|defeated|vetoed|opposed|opposing|against|cancelled|"
    r"canceled|without)\b"
)


def denies(text: str) -> bool:
    """Tell whether a sentence denies or refuses anything."""
    return bool(
        _REFUSED.search(text.lower())
        or _NEGATED_ZH.search(text)
        or _NEGATED_EN.search(text.lower())
        or _DENIED_AFTER.search(text)
    )


def role(left: str, right: str, percent: bool) -> str | None:
    """Return "from", "to" or "change" for what a number is in a movement that its clause tells, else None."""
    found = None if left.isascii() else _role_zh(left)
    low = left.lower().rstrip() if _LATIN.search(left) else ""
    found = found or (_role_en(low) if low else None)
    if found:
        return found
    if percent and (_CHANGE_AFTER_ZH.match(right) or _CHANGE_AFTER_EN.match(right.lower().lstrip())):
        return "change"
    return None


def _role_zh(left: str) -> str | None:
    if _TO_ZH.search(left):
        return "to"
    if _FROM_ZH.search(left):
        return "from"
    return "change" if _CHANGE_ZH.search(left) else None


def _role_en(left: str) -> str | None:
    if _TO_EN.search(left):
        return "to"
    if _FROM_EN.search(left):
        return "from"
    return "change" if _CHANGE_EN.search(left) else None


# 比去年多230人: what is said of a comparison right before its number.
_MORE_ZH = re.compile("(?:比|较)[^，。]{1,14}([多高快少低慢])(?:了|出|约|近|超)*$")
_LETTERS = re.compile("[a-z]+")
_NO_MOVE_EN = re.compile(r"\b(?:up|down) to\b|\bmore than\b|\bset up\b")


def direction(left: str, right: str) -> int:
    """Return 1 or -1 for the movement that the words around a number tell, 0 for none."""
    text = _NOT_DIRECTION.sub("", left)
    if (more := _MORE_ZH.search(text)) is not None:
        return 1 if more[1] in "多高快" else -1
    found = _ZH_DIRECTION_RE.findall(text)
    if found:
        return _ZH_DIRECTION[found[-1]]
    for word in reversed(
        _LETTERS.findall(_NO_MOVE_EN.sub("", left.lower()))[-8:] if _LATIN.search(left) else ()
    ):
        if word in _UP_SET or word in _DOWN_SET:
            return 1 if word in _UP_SET else -1
    if after := _CHANGE_AFTER_ZH.match(right):
        return _ZH_DIRECTION.get(after[1], 0)
    if after := _CHANGE_AFTER_EN.match(right.lower().lstrip()):
        return -1 if after[1] in _DOWN_SET or after[1] in {"fewer", "less"} else 1
    return 0
