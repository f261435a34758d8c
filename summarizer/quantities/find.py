"""`find_quantities`: one regex finds where numerals begin; all work happens around those places."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities import attach, context, dates, dates_en, digits, numerals_en, numerals_zh, periods, words_zh
from summarizer.quantities.joins import join
from summarizer.quantities.mention import Found, Numeral, divide
from summarizer.quantities.types import Quantity
from summarizer.quantities.view import View

_ZH = numerals_zh.D + numerals_zh.U
_MONTHS = rf"(?:{dates_en.MONTH})(?=\.?,?[\s-]{{0,4}},?\s?(?:the |of )?(?:[0-9'’]|[a-z]+(?:st|nd|rd|th|first|second|third)\b|nineteen|two thousand))"
_ANCHOR = re.compile(
    rf"[0-9{_ZH}几数{''.join(digits.VULGAR)}]|翻番|半(?![导决自成挂岛山径夜路官])|(?:(?<![a-z])(?:{numerals_en.ANY}|{_MONTHS}|https?://|www\.|point (?=[a-z0-9])|tens of|scores of|fy(?='?[0-9]))|(?<=\b)(?:a|an) (?=[a-z]))"
)
_ANCHOR_ASCII = _ANCHOR
_LINK = re.compile(r"[!-~]+")
_FIRST = re.compile(rf"[0-9]+|[{_ZH}]+")
_ORDINAL_ENDS = ("st", "nd", "rd", "th")
_PARTED = ("块", "元", "米", "蚊")
_OF = re.compile(r"份?之?分?之?")


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity mention of `text`, in order, with half-open offsets into `text` as given.

    Chinese and English newspaper figures; what a mention holds, see `Quantity`. Pure, and linear in `len(text)`.
    """
    view = View(text)
    mentions = _find(view.text, view.cased)
    out = []
    for found in mentions:
        start, end = view.origin(found.start, found.end)
        out.append(
            Quantity(
                start, end, text[start:end], found.kind, found.value, found.upper, found.unit, found.qualifier,
                found.iso, found.low, found.high,
            )  # fmt: skip
        )
    return out


def _find(text: str, cased: str) -> list[Found]:
    out: list[Found] = []
    place, search = 0, _ANCHOR.search
    while match := search(text, place):
        place = _step(text, cased, match, out)
    return out


def _step(text: str, cased: str, match: re.Match[str], out: list[Found]) -> int:
    """Reads what begins at `match`, adds its mentions to `out`, returns where to go on."""
    start, char = match.start(), text[match.start()]
    floor = out[-1].end if out else 0
    if char.isdecimal() or char in digits.VULGAR:
        return _arabic(text, cased, start, floor, out)
    if char.isascii():
        return _english(text, cased, match, floor, out)
    return _chinese(text, cased, start, floor, out)


def _arabic(text: str, cased: str, start: int, floor: int, out: list[Found]) -> int:
    before = text[start - 1 : start]
    money = before in "$€£¥ " and before != "" and attach.has_currency(text, start)
    if before.isascii() and before.isalpha():
        money = attach.has_currency(text, start)
        if not money:
            return _skip_label(text, start)
    first = _FIRST.match(text, start)
    if first is not None:
        date = periods.match(text, start, first.end()) or dates.match(text, start, first.end()) or dates_en.before_month(text, start) or dates_en.year(text, start)
        if date is not None:
            return _add_date(text, date, out)
    numeral: Numeral | None = None
    run = numerals_zh.RUN.match(text, start)
    if run is not None and _holds_chinese(run[0]):
        numeral = _read_run(text, run)
    if numeral is None:
        numeral = digits.read(text, cased, start, money, text[start - 1 : start] == "第")
    if numeral is None:
        return digits.end_of_digits(text, start)
    if numeral.form == "digits" and not numeral.power and numeral.end < len(text) and text[numeral.end] in "百千万亿兆":
        numerals_zh.scale_after(text, numeral)
    end = context.end_of_label(text, cased, numeral, money)
    if end:
        return max(end, numeral.end)
    return _add(text, cased, numeral, floor, out)


def _skip_label(text: str, start: int) -> int:
    match = re.compile(r"[a-z0-9]+(?:[-._/][a-z0-9]+)*").match(text, start)
    return match.end() if match else start + 1


def _holds_chinese(run: str) -> bool:
    return not run.isascii()


def _add_date(text: str, date: Found, out: list[Found]) -> int:
    last = out[-1] if out else None
    if last is not None and not last.iso:
        periods.share_month(text, last, date)
    if last is not None and last.iso and date.iso and last.kind == "date" and date.kind == "date":
        periods.inherit(text, last, date)
    out.append(date)
    return date.end


def _english(text: str, cased: str, match: re.Match[str], floor: int, out: list[Found]) -> int:
    start, word = match.start(), match[0]
    if word in ("http://", "https://", "www."):
        link = _LINK.match(text, start)
        return link.end() if link else match.end()
    if word == "fy":
        return _add_date(text, date, out) if (date := periods.match(text, start, start)) else match.end()
    date = dates_en.after_month(text, cased, start) or dates_en.worded(text, start)
    if date is not None:
        return _add_date(text, date, out)
    if (vague := numerals_en.many(text, start)) is not None:
        return _add(text, cased, vague, floor, out)
    run = numerals_en.RUN.match(text, start)
    if run is None:
        return match.end()
    place = run.end()
    for numeral in numerals_en.read(run[0], start, text):
        if numeral.start < (out[-1].end if out else 0):
            continue
        end = numerals_en.end_of_phrase(text, cased, numeral)
        if end:
            place = max(place, end)
            continue
        place = max(place, _add(text, cased, numeral, out[-1].end if out else floor, out))
    return place


def _read_run(text: str, run: re.Match[str]) -> Numeral | None:
    """The numeral of `run`, without a last 千 or 两 that begins its unit (350万千瓦, 二十五千克, 九两)."""
    body = run[0]
    if len(body) > digits.LONGEST:
        return None
    if len(body) > 1 and text.startswith(words_zh.UNIT_HEADS, run.end() - 1) and body[-1] in "千兆百":
        body = body[:-1]
    elif len(body) > 1 and body[-1] == "两" and body[-2] != "点" and not (body == "一两" and attach.has_unit(text, run.end())):
        body = body[:-1]
    return numerals_zh.read(body, run.start())


def _chinese(text: str, cased: str, start: int, floor: int, out: list[Found]) -> int:
    numeral = numerals_zh.percent(text, start)
    if numeral is not None:
        return _add(text, cased, numeral, floor, out)
    if text[start] == "翻":
        out.append(Found(start, start + 2, "ratio", Decimal(2), unit="×", word="番"))
        return start + 2
    end = words_zh.in_idiom(text, start)
    if end:
        return max(end, start + 1)
    if text[start] in "半几数":
        numeral = numerals_zh.vague_head(text, start)
        if numeral is not None:
            return _add(text, cased, numeral, floor, out)
    first = _FIRST.match(text, start)
    if first is not None:
        date = periods.match(text, start, first.end()) or dates.match(text, start, first.end())
        if date is not None:
            return _add_date(text, date, out)
    run = numerals_zh.RUN.match(text, start)
    if run is None:
        return start + 1
    numeral = _read_run(text, run)
    if numeral is None:
        return run.end()
    return _add(text, cased, numeral, floor, out)


def _add(text: str, cased: str, numeral: Numeral, floor: int, out: list[Found]) -> int:
    """Builds the mention of `numeral` and joins it to the one before where they are one."""
    numeral = numerals_zh.with_denominator(text, numeral)
    found = Found(
        numeral.start, numeral.end, "number", numeral.value, numeral.upper, None, numeral.qualifier, None,
        numeral.low, numeral.high, numeral,
    )  # fmt: skip
    near = out[-1] if out and found.start - out[-1].end < 2 and out[-1].word else None
    if not _build(text, cased, found, numeral, floor, near):
        return numeral.end
    found.start = max(found.start, floor)
    if found.upper is not None and found.kind not in ("ratio",):
        found.kind = "range"
    place = found.end
    if out and out[-1].iso and periods.share_month(text, out[-1], found):
        out.append(found)
    elif not (out and join(text, out[-1], found)):
        attach.hedge(text, found)
        out.append(found)
    elif text[out[-1].end - 1 : out[-1].end] != "":
        attach.hedge_after(text, out[-1])
    return max(place, out[-1].end)


def _build(text: str, cased: str, found: Found, numeral: Numeral, floor: int, near: Found | None) -> bool:
    """Fills in sign, unit and kind; false where the numeral turns out no figure."""
    start = numeral.start
    if numeral.form in ("%", "‰", "bp"):
        found.kind, found.unit = "points" if numeral.form == "bp" else "percent", numeral.form
        return True
    if text[start - 1 : start] == "第":
        found.start, found.kind = start - 1, "ordinal"
        if (measure := words_zh.ORDINAL_MEASURE.match(text, found.end)) is not None:
            found.end, found.unit, found.word = measure.end(), measure[0], measure[0]
        return True
    if numeral.ordinal:
        found.kind = "ordinal"
        return True
    if numeral.form == "chinese" and numeral.plain and numeral.end - start == 2 and attach.has_unit(text, numeral.end):
        numerals_zh.as_pair(found, text[start : numeral.end])
    attach.sign(text, found, floor)
    attach.unit(text, cased, found)
    if numeral.form == "digits" and found.unit is None and not _settle_letters(text, cased, found, numeral):
        return False
    if numeral.form == "chinese":
        return _chinese_figure(text, found, numeral, near)
    if found.kind == "number" and numeral.fraction:
        found.kind = "ratio"
    return True


def _settle_letters(text: str, cased: str, found: Found, numeral: Numeral) -> bool:
    """Letters glued to figures make an ordinal (42nd) or a label (3A, 12B); false for a label."""
    after = text[found.end : found.end + 1]
    if not (after.isascii() and after.isalpha()):
        return True
    beyond = text[found.end + 1 : found.end + 2]
    if text.startswith(_ORDINAL_ENDS, found.end) and not text[found.end + 2 : found.end + 3].isalpha() and numeral.plain:
        found.kind, found.end = "ordinal", found.end + 2
        return True
    return not (numeral.plain and text[numeral.end - 1].isdigit() and not (beyond.isascii() and beyond.isalpha()))


def _chinese_figure(text: str, found: Found, numeral: Numeral, near: Found | None) -> bool:
    if near is not None and (found.word or near.word in _PARTED):
        return True
    if context.is_slogan(text, numeral):
        return False
    if ordinal := periods.ordinal(text, found, numeral):
        found.kind, found.value = "ordinal", ordinal
        return True
    run = text[numeral.start : numeral.end]
    if found.word and found.kind in ("count", "money", "measure", "ratio", "number", "percent", "points"):
        return words_zh.counts(text, found.start, found.end, run, found.word)
    if numeral.fraction:
        found.kind = "ratio"
        return True
    if found.kind != "number" or found.value is not None and found.value < 0:
        return True
    if numeral.upper is not None:
        return not words_zh.PLAN.match(text, numeral.start)
    return context.stands_alone(text, numeral)


__all__ = ["divide", "find_quantities"]
