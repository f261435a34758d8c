"""A numeral becomes a mention, or turns out no figure."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities import attach, context, numerals_zh, periods, words_zh
from summarizer.quantities.mention import Found, Numeral
from summarizer.quantities.units import SURFACE_EN, convert

_ORDINAL_ENDS = ("st", "nd", "rd", "th")
# After these a bare numeral goes on: 四块二, 一米七.
_PARTED = ("块", "元", "米", "蚊", "度", "毛", "角", "毫")
_A_UNIT_AND = re.compile(r"\ban?\s([a-z]{3,8})\sand\s$")
# The smaller units that "an hour and", "a foot and" go before.
_SMALLER = ("minute", "second", "in", "oz")
_PERCENT_FORMS = {"%": "percent", "‰": "percent", "bp": "points"}


def build(text: str, cased: str, numeral: Numeral, floor: int, near: Found | None) -> Found | None:
    """The mention of `numeral` with sign, unit and kind; None where it is no figure.

    `floor` is where the mention before ends, `near` that mention if it touches this one and has a unit.
    """
    found = Found(
        numeral.start, numeral.end, "number", numeral.value, numeral.upper, None, numeral.qualifier, None,
        numeral.low, numeral.high, numeral,
    )  # fmt: skip
    if not _fill(text, cased, found, numeral, floor, near):
        return None
    found.start = max(found.start, floor)
    if found.upper is not None and found.kind != "ratio":
        found.kind = "range"
    return found


def _fill(text: str, cased: str, found: Found, numeral: Numeral, floor: int, near: Found | None) -> bool:
    start = numeral.start
    if numeral.form in _PERCENT_FORMS:
        found.kind, found.unit = _PERCENT_FORMS[numeral.form], numeral.form  # type: ignore[assignment]
        attach.sign(text, found, floor)
        return True
    if start and text[start - 1] == "第":
        _ordinal(text, found)
        return True
    if numeral.ordinal:
        found.kind = "ordinal"
        return not context.is_street(cased, numeral.end)
    chinese = numeral.form == "chinese"
    if chinese and numeral.plain and numeral.end - start == 2 and attach.has_unit(text, numeral.end):
        numerals_zh.as_pair(found, text[start : numeral.end])
    attach.sign(text, found, floor)
    attach.unit(text, cased, found)
    if chinese:
        return _is_chinese_figure(text, found, numeral, near)
    if numeral.form != "chinese" and (numeral.fraction or found.unit in _SMALLER):
        _add_whole(text, found)
    if found.unit is None and numeral.form == "digits" and not _settle_letters(text, found, numeral):
        return False
    if found.kind == "ordinal" and context.is_street(cased, found.end):
        return False
    if found.kind == "number" and numeral.fraction:
        found.kind = "ratio"
    return True


def _add_whole(text: str, found: Found) -> None:
    """An hour and a half, an hour and ten minutes: the whole one stands before the numeral."""
    whole = _A_UNIT_AND.search(text, max(0, found.start - 20), found.start)
    if whole is None or found.value is None or (symbol := SURFACE_EN.get(whole[1])) is None:
        return
    if found.unit is None:
        found.start, found.value, found.unit, found.kind = whole.start(), found.value + 1, symbol, "measure"
    elif (one := convert(Decimal(1), symbol, found.unit)) is not None and found.value < one == int(one):
        found.start, found.value = whole.start(), found.value + int(one)


def _ordinal(text: str, found: Found) -> None:
    found.start, found.kind = found.start - 1, "ordinal"
    if (measure := words_zh.ORDINAL_MEASURE.match(text, found.end)) is not None:
        found.end, found.unit, found.word = measure.end(), measure[0], measure[0]


def _settle_letters(text: str, found: Found, numeral: Numeral) -> bool:
    """Letters glued to figures make an ordinal (42nd) or a label (3A, 12B); false for a label."""
    after, beyond = text[found.end : found.end + 1], text[found.end + 1 : found.end + 2]
    if not (after.isascii() and after.isalpha()) or not numeral.plain:
        return True
    if text.startswith(_ORDINAL_ENDS, found.end) and not text[found.end + 2 : found.end + 3].isalpha():
        found.kind, found.end = "ordinal", found.end + 2
        return True
    return not text[numeral.end - 1].isdigit() or (beyond.isascii() and beyond.isalpha())


def _is_chinese_figure(text: str, found: Found, numeral: Numeral, near: Found | None) -> bool:
    if near is not None and (found.word or near.word in _PARTED):
        return True
    if context.is_slogan(text, numeral):
        return False
    if (ordinal := periods.ordinal(text, found, numeral)) is not None:
        found.kind, found.value = "ordinal", ordinal
        return True
    if found.word == "番":
        return True
    if found.word:
        return words_zh.counts(text, found.start, found.end, text[numeral.start : numeral.end], found.word)
    if numeral.fraction:
        found.kind = "ratio"
        return True
    if found.kind != "number" or (found.value is not None and found.value < 0):
        return True
    if words_zh.PLAN.match(text, numeral.start) is not None:
        return False
    if numeral.upper is not None:
        return True
    return context.stands_alone(text, numeral)
