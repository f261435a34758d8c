"""Which quantities of an article are worth listing, and what each measures, in the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.checks.context import flat, terms
from summarizer.checks.lexicon import concepts
from summarizer.extract.segments import Segment, clauses, sentences
from summarizer.extract.tables_figures import (
    ATTRIBUTE,
    GIVING,
    MEASURED,
    NO_FIGURE,
    SERVED_AFTER,
    SERVED_BEFORE,
    VOTES,
)
from summarizer.quantities.types import Quantity
from summarizer.splitter.page import Language
from summarizer.text import fold


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """A quantity with its sentence and its meaning by rule; not `sure` where the words are too few.

    `again` are the other places where the article tells the same fact.
    """

    id: str
    quantity: Quantity
    sentence: Segment
    meaning: str
    sure: bool
    again: tuple[Quantity, ...] = ()


# Kinds that are places in time or in a row, not amounts.
_NOT_AMOUNTS = frozenset({"date", "time", "ordinal"})
_ZH_NUMERAL = re.compile("[一二两三四五六七八九十百千万亿零〇几半]")
_QUOTED = re.compile('[“‘"「《](.{0,14})[”’"」》]')
_MEANING_LENGTH = 60
# A clause that opens like this leans on the one before it.
_LEANS = {
    "zh": re.compile(
        r"^(?:其中|并且?|且|同比|环比|比|较|增长|下降|减少|增加|提高|提升|降低|上升|回落|上涨|下跌|"
        r"扩大|收窄|占|约占|为|达到?|合计|分别|年均|最高|最低|最长|最大|"
        r"升|降|共|约|预计|其|每|平均|创|刷新|连续|净增|累计|以上|以下|上年|去年|今年|后者|前者|"
        r"最[一-龥]|首次|自|由|从)"
    ),
    "en": re.compile(
        r"^(?:up|down|from|to|or|and|but|against|compared|including|with|while|which|who|that|an?|"
        r"the|some|about|nearly|more|"
        r"less|fewer|roughly|almost|over|under|of|its|their|his|her|than|at|on|in|for|by|after|"
        r"before|as|plus|minus|one|two|"
        r"rising|falling|though|when|where|enough|ahead|below|above|well|only|just|most|half)\b",
        re.IGNORECASE,
    ),
}
_ZH_TAIL = re.compile(
    r"(?:为|达到?|是|有|至|(?<![实应])到|超过?|突破|约|近|共|仅|了|和|与|、|分别|由|从|的|以|按|不低于|不超过|"
    r"在|降至|升至|增至)+$"
)
_HEDGES = re.compile(r"[，、；：。,;:.!?！？\s]+$|^[，、；：。,;:.\s■◆●▲★◎□○◇△▪▶►☆]+")


def select_figures(
    text: str, quantities: list[Quantity], body_start: int, language: Language
) -> list[FigureCandidate]:
    """Return the figures of an article in order, each fact once; `body_start` is where headlines end."""
    kept = [q for q in quantities if _worth(text, q, language)]
    in_body = {_fact(q) for q in kept if q.start >= body_start}
    rows = sentences(text, language)
    starts = [row.start for row in rows]
    found: dict[tuple[object, ...], list[FigureCandidate]] = {}
    for quantity in kept:
        if quantity.start < body_start and _fact(quantity) in in_body:
            continue
        sentence = rows[max(0, bisect_right(starts, quantity.start) - 1)]
        meaning, sure = meaning_by_rule(text, quantity, sentence, language, body_start)
        one = FigureCandidate("", quantity, sentence, meaning, sure)
        same = found.setdefault(_fact(quantity), [])
        place = next((n for n, other in enumerate(same) if _same_fact(other, one)), None)
        if place is None:
            same.append(one)
        else:
            same[place] = replace(same[place], again=(*same[place].again, quantity))
    listed = sorted((f for same in found.values() for f in same), key=lambda f: f.quantity.start)
    return [replace(f, id=f"f{number}") for number, f in enumerate(listed, 1)]


# Shares of the words of two meanings that must be the same for one fact told twice: of any two, and of an amount
# of money or a number written with the same words, which few things have in common.
_SAME, _SAME_SURFACE, _SAME_MONEY = 0.5, 0.25, 0.15


def _same_fact(one: FigureCandidate, other: FigureCandidate) -> bool:
    """Tell whether two places with the same value speak of the same thing."""
    if one.sentence.start == other.sentence.start:
        return True
    about, also = _about(one.meaning), _about(other.meaning)
    if not about or not also:
        return False
    share = len(about & also) / min(len(about), len(also))
    if one.quantity.kind == "money":
        return share >= _SAME_MONEY
    surface = one.quantity.kind == "count" and one.quantity.text == other.quantity.text
    return share >= (_SAME_SURFACE if surface else _SAME)


def _about(meaning: str) -> frozenset[str]:
    words = flat(fold(meaning))
    return terms(words) - frozenset(concepts(words))


def _fact(quantity: Quantity) -> tuple[object, ...]:
    return quantity.value, quantity.upper, quantity.unit


def plain_value(value: Decimal | None) -> Decimal | None:
    """Return a value as records hold it: thirds and their like rounded to four places."""
    if value is None or not isinstance(exponent := value.as_tuple().exponent, int) or exponent >= -12:
        return value
    return value.quantize(Decimal("0.0001")).normalize()


def _worth(text: str, quantity: Quantity, language: Language) -> bool:
    if quantity.kind in _NOT_AMOUNTS or quantity.value is None:
        return False
    return _worth_zh(text, quantity) if language == "zh" else _worth_en(text, quantity)


def _worth_zh(text: str, quantity: Quantity) -> bool:
    digits = any(c.isdigit() for c in quantity.text)
    if not digits and _no_figure(text, quantity):
        return False
    numeral = _ZH_NUMERAL.search(quantity.text)
    if not digits and numeral:
        # 一 and its measure word count nothing ("一份", "一律"); a span of time or money does.
        if quantity.value == 1 and quantity.kind in {"count", "number"}:
            return False
        if (
            quantity.kind == "number"
            and quantity.value is not None
            and quantity.value == quantity.value.to_integral_value()
        ):
            return False
        if _quoted(text, quantity):
            return False
    if digits and quantity.kind == "number" and quantity.unit is None:
        before, after = (
            text[max(0, quantity.start - 1) : quantity.start],
            text[quantity.end : quantity.end + 1],
        )
        if (
            (before.isascii() and before.isalpha())
            or after in {"后", "”", "·", "-"}
            or before in {"“", "·", "-"}
        ):
            return False
    return True


def _no_figure(text: str, quantity: Quantity) -> bool:
    left, right = text[max(0, quantity.start - 6) : quantity.start], text[quantity.end : quantity.end + 6]
    return any(b.search(left) and n.match(quantity.text) and a.match(right) for b, n, a in NO_FIGURE)


def _quoted(text: str, quantity: Quantity) -> bool:
    """A numeral in a short quotation or a title belongs to a slogan or a name."""
    low = max(text.rfind("\n", 0, quantity.start) + 1, quantity.start - 16)
    return any(
        low + m.start() < quantity.start < low + m.end()
        for m in _QUOTED.finditer(text[low : quantity.end + 16])
    )


def _worth_en(text: str, quantity: Quantity) -> bool:
    word = quantity.text.lower()
    if quantity.kind == "number" and quantity.unit is None:
        after = text[quantity.end : quantity.end + 12]
        before = text[max(0, quantity.start - 12) : quantity.start]
        if word in {"one", "a", "an", "quarter", "half", "a quarter", "first"} or (
            word.isalpha() and len(word) < 3
        ):
            return bool(re.match(r" (?:abst|vote|against|dissent)", after))
        # A bare year, a day of a month, part of a code.
        if re.fullmatch(r"(?:1[5-9]|20)\d\d", word) and not re.match(r" [a-z]+s\b", after):
            return False
        if (
            re.search(r"(?:[A-Za-z]-|[A-Z][a-z]{2,8}\.? |No\. ?)$", before)
            and word.isdigit()
            and len(word) < 3
        ):
            return False
    return True


def meaning_by_rule(
    text: str, quantity: Quantity, sentence: Segment, language: Language, body_start: int
) -> tuple[str, bool]:
    """Return what a quantity measures in the article's own words, and whether they suffice."""
    parts = clauses(text, sentence, language)
    place = next((i for i, p in enumerate(parts) if p.start <= quantity.start < p.end), len(parts) - 1)
    own = None
    if language == "zh":
        told = _told(parts[place], quantity)
        if told is not None:
            return told, True
        own = _changed(parts[place], quantity)
    own = own or _without(parts[place], quantity, language)
    words = [own]
    back = place
    while back > 0 and _thin(words[0], language) and sum(map(len, words)) < _limit(language):
        back -= 1
        if _SOURCE.match(parts[back].text):
            break
        words.insert(0, _HEDGES.sub("", parts[back].text))
    if place + 1 < len(parts) and _empty("".join(words), language):
        words.append(_HEDGES.sub("", parts[place + 1].text))
    if language == "zh" and "“" in text[parts[place].start : quantity.start]:
        # With the number taken out, a quotation is none any more.
        words = [re.sub("[“”]", "", w) if w == own else w for w in words]
    elif language == "en" and re.search('[“"]', text[parts[place].start : quantity.start]):
        words = [re.sub('[“”"]', "", w) if w == own else w for w in words]
    joiner = "，" if language == "zh" else ", "
    meaning = joiner.join(_tidy(w, language) for w in words if w)
    return _fit(_lower(meaning, text, language), quantity, language), not _empty(meaning, language)


# "从48个增加到120个": two values of one thing, before and after.
_CHANGE = re.compile(
    r"(?:由|从)(?P<old>[^，。；]{1,30}?)(?P<verb>增加|提高|提升|提前|扩大|扩建|上升|增长|下降|减少|"
    r"降低|压减|缩小|缩短|收窄|回落|调整|上调|下调|延长|增|减|升|降)(?:到|至|"
    r"为)(?P<new>[^，。；]{1,20})"
)


# Who told it, and where it was filed, says nothing of what a number measures.
_SOURCE = re.compile(
    r"(?:据(?:了解|悉|介绍|统计|通报|透露|初步统计)|数据显示|统计显示|记者.{0,10}获悉)[，,：:]?$"
    r"|[A-Z][A-Z .,'’-]{2,40}(?:\([^)]{2,30}\))? ?[—–-]+\s*$"
)
# "提高到24.8%": the number is where the movement ends, not how far it went.
_REACHED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(增加|提高|提升|扩大|上升|增长|下降|减少|降低|压减|缩小|缩短|收窄|回落|下调|上调|延长)(?:到|至|为)$"
)


def _changed(part: Segment, quantity: Quantity) -> str | None:
    match = _CHANGE.search(part.text)
    if match is None:
        return None
    before, place = _HEDGES.sub("", part.text[: match.start()]), quantity.start - part.start
    if len(re.findall("[\u4e00-\u9fff]", before)) < 2:
        return None
    if match.start("old") <= place < match.end("old"):
        return f"{before}（{match['verb']}前）"
    return f"{before}（{match['verb']}后）" if match.start("new") <= place < match.end("new") else None


def _told(part: Segment, quantity: Quantity) -> str | None:
    """Return what a number measures where the words beside it say so beyond doubt, in a short phrase."""
    low, high = quantity.start - part.start, quantity.end - part.start
    before, after = part.text[:low], _HEDGES.sub("", part.text[high:])
    if quantity.text.endswith("票") and (vote := VOTES.match(after)):
        return f"{vote['vote']}票数"
    served, whom = SERVED_AFTER.match(after), SERVED_BEFORE.search(before)
    if served and whom:
        what = served["what"]
        what = what.rpartition("的")[2] if _ANOTHER_NUMBER.search(what) else what
        return f"{served['verb']}{what}的{whom['place']}{served['noun']}"
    measured, before = MEASURED.match(after), _HEDGE_BEFORE.sub("", before)
    if measured is None:
        return None
    if attribute := ATTRIBUTE.search(before):
        return f"{measured['noun']}的{attribute['attribute']}"
    giving = GIVING.search(_SPAN_BEFORE.sub("", before))
    if giving and len(before) > 5:
        return f"{giving.group() if _ANOTHER_NUMBER.search(before) else before}的{measured['noun']}"
    return None


def _limit(language: Language) -> int:
    return _MEANING_LENGTH if language == "zh" else _MEANING_LENGTH * 2


def _without(part: Segment, quantity: Quantity, language: Language) -> str:
    low, high = quantity.start - part.start, quantity.end - part.start
    before, after = part.text[:low], part.text[high:]
    if language == "zh":
        return _without_zh(before, after)
    gap = " … " if before.strip() and re.search(r"\w", after) else " "
    return _HEDGES.sub("", (before.rstrip() + gap + after.lstrip()).strip())


_SPAN_BEFORE = re.compile("[0-9一二三四五六七八九十]+年$")
# What hedges a number goes with it: the figure says so itself.
_HEDGE_BEFORE = re.compile(r"(?:不超过|不低于|不少于|不足|不到|超过|超|逾|近|约|突破|至少|累计达|达到|达)+$")
_HEDGE_AFTER = re.compile(r"^(?:以上|以下|左右|以内|上下|多|余)+")
# "三年来", "五年内": the span of time leaves nothing of its own behind.
_SPAN_AFTER = re.compile(r"^(?:以来|来|内|间|后|前|里)")
_ANOTHER_NUMBER = re.compile("[0-9０-９]|[一二两三四五六七八九十百千万亿]{2}")


def _without_zh(before: str, after: str) -> str:
    """Return a clause without its number: "…" where it stood between words, numbers told beside it left out."""
    head, comma, last = before.rpartition("、")
    if comma and _ANOTHER_NUMBER.search(head) and not _empty(last, "zh") and not _open(head):
        told = head.rpartition("、")[2] if _LEANS["zh"].match(last) else ""
        told = told[: _number_at(told)]
        before = last if _empty(told, "zh") else f"{told}，{last}"
    before, after = _HEDGE_BEFORE.sub("", before), _HEDGE_AFTER.sub("", after)
    own, comma, rest = after.partition("、")
    if comma and _ANOTHER_NUMBER.search(rest) and not _open(own) and not _empty(before, "zh"):
        after = own
    if not before:
        after = _SPAN_AFTER.sub("", after)
    gap = "…" if re.search("[\u4e00-\u9fff]", before) and re.search("[\u4e00-\u9fff]", after) else ""
    return _HEDGES.sub("", before + gap + after)


def _open(words: str) -> bool:
    """Whether a bracket or quotation is still open at the end."""
    return any(words.count(left) > words.count(right) for left, right in ("（）", "“”", "()", "《》"))


def _number_at(words: str) -> int:
    match = _ANOTHER_NUMBER.search(words)
    return len(_HEDGE_BEFORE.sub("", words[: match.start()])) if match else 0


def _thin(words: str, language: Language) -> bool:
    return bool(_LEANS[language].match(words)) or _empty(words, language)


def _empty(words: str, language: Language) -> bool:
    if language == "zh":
        return len(re.findall("[\u4e00-\u9fff]", words)) < 3
    return len(re.findall(r"[A-Za-z]{3,}", words)) < 3


def _tidy(words: str, language: Language) -> str:
    if language == "en":
        return words
    return _HEDGES.sub("", _ZH_TAIL.sub("", _REACHED.sub(r"（\1后）", words)))


def _lower(meaning: str, text: str, language: Language) -> str:
    """A sentence's first word loses its capital, unless it has it elsewhere too."""
    first = re.match(r"[A-Z][a-z]+\b", meaning) if language == "en" else None
    if first is None or re.match(r"[A-Z][a-z']+ [A-Z]", meaning):
        return meaning
    word = first.group()
    if len(re.findall(rf"(?<=[a-z,] ){word}\b", text)):
        return meaning
    return word.lower() + meaning[len(word) :]


def _fit(meaning: str, quantity: Quantity, language: Language) -> str:
    """Bound a meaning, dropping whole pieces from its front."""
    limit = _limit(language) + 20
    while len(meaning) > limit:
        cut = re.search("[，、：；]|[,;:] ", meaning)
        if cut is None or len(meaning) - cut.end() < 6:
            return meaning[:limit].rsplit(" ", 1)[0] if language == "en" else meaning[:limit]
        meaning = meaning[cut.end() :]
    return meaning
