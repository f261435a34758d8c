"""`find_quantities`: numerals become mentions by what stands on both sides of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from summarizer.quantities import dates, numerals_en, numerals_zh, words_zh
from summarizer.quantities.mention import EXACT, Numeral, divide, plain, shift
from summarizer.quantities.types import Kind, Quantity
from summarizer.quantities.units import CURRENCIES, SURFACE_EN, SURFACE_ZH, UNITS
from summarizer.quantities.view import View
from summarizer.quantities.words_en import GLUED, SCALES

_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}  # fmt: skip
_ZH = numerals_zh.D + numerals_zh.U
_ANCHOR = re.compile(rf"[0-9{_ZH}半几数{''.join(_VULGAR)}]|(?:{numerals_en.ANY})(?![a-z])")
_DIGITS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])(?:\.[0-9]++)?|[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:\.[0-9]+)?|" + numerals_zh.ASCII)
_SCALE = re.compile(rf"[\s-]{{0,4}}({'|'.join(sorted(SCALES, key=len, reverse=True))})(?![a-z])")
_GLUE = re.compile(r"(bn|mn|mm|tn|trn|bln|mln|[kmbtgw])(?![a-z0-9])")


def _pattern(surfaces: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\.", r"[\s.-]{1,2}") for word in sorted(surfaces, key=len, reverse=True))


_UNIT_ZH = re.compile(_pattern(list(SURFACE_ZH)))
_UNIT_EN = re.compile(rf"[\s-]{{0,2}}({_pattern(list(SURFACE_EN))})(?![a-z])")
_SIGNS = {
    "us$": "USD", "u.s.$": "USD", "u.s $": "USD", "us $": "USD", "usd": "USD", "usd$": "USD", "hk$": "HKD", "hk $": "HKD",
    "nt$": "TWD", "a$": "AUD", "c$": "CAD", "c $": "CAD", "s$": "SGD", "r$": "BRL", "cn¥": "CNY", "rmb": "CNY", "cny": "CNY",
    "$": "USD", "¥": "CNY", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "rs.": "INR", "rs": "INR", "rm": "MYR", "₽": "RUB",
    "人民币": "CNY", "美元": "USD", "港币": "HKD", "新台币": "TWD", "港元": "HKD", "欧元": "EUR",
    **{code.lower(): code for code in CURRENCIES},
}  # fmt: skip
_SIGN = re.compile(rf"({'|'.join(re.escape(s) for s in sorted(_SIGNS, key=len, reverse=True))})\s?$")
_QUALIFIERS = {
    **{word: "over" for word in words_zh.HEDGE_OVER},
    **{word: "under" for word in words_zh.HEDGE_UNDER},
    **{word: "about" for word in words_zh.HEDGE_ABOUT},
    "more than ": "over", "over ": "over", "at least ": "over", "above ": "over", "exceeding ": "over",
    "less than ": "under", "nearly ": "under", "almost ": "under", "under ": "under", "up to ": "under", "below ": "under",
    "at most ": "under", "about ": "about", "around ": "about", "roughly ": "about", "some ": "about",
    "approximately ": "about",
}  # fmt: skip
_BEFORE = re.compile(rf"({'|'.join(re.escape(s) for s in sorted(_QUALIFIERS, key=len, reverse=True))})\s?$")
_AFTER = {"左右": "about", "上下": "about", "以上": "over", "以下": "under", "以内": "under", "多": "over", "余": "over", "+": "over"}
_AFTER_RE = re.compile("左右|上下|以上|以下|以内|多(?!$)|余|\\+")
_CONNECT = re.compile(r"(?:-{1,3}|~|至|到|\s?-\s?| to | through |\s?~\s?| and )$")


@dataclass(slots=True)
class Found:
    """A mention in the view, before it becomes a Quantity."""

    start: int
    end: int
    kind: Kind
    numeral: Numeral | None = None
    value: Decimal | None = None
    upper: Decimal | None = None
    unit: str | None = None
    qualifier: str | None = None
    iso: str | None = None


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity mention of `text`, in order, with half-open offsets into `text` as given.

    Chinese and English newspaper figures; what a mention holds, see `Quantity`. Pure, and linear in `len(text)`.
    """
    if not text:
        return []
    view = View(text)
    return [_quantity(view, text, found) for found in _find(view)]


def _quantity(view: View, text: str, found: Found) -> Quantity:
    start, end = view.origin(found.start, found.end)
    return Quantity(
        start, end, text[start:end], found.kind, found.value, found.upper, found.unit, found.qualifier, found.iso  # type: ignore[arg-type]
    )


def _find(view: View) -> list[Found]:
    text, place, out = view.text, 0, []
    while match := _ANCHOR.search(text, place):
        start = match.start()
        char = text[start]
        date = dates.match(view.text, start)
        if date is not None:
            out += [Found(s, e, kind, iso=iso) for s, e, kind, iso in date]
            place = date[-1][1]
            continue
        if char.isascii() and char.isdigit() or char in _VULGAR:
            numerals = _digits(text, start)
        elif char.isascii():
            numerals = _words(text, start)
        else:
            numerals = _chinese(text, start)
        if not numerals:
            place = match.end()
            if char.isascii() and char.isdigit():
                while place < len(text) and text[place] in "0123456789":
                    place += 1
            continue
        place = numerals[-1].end
        for numeral in numerals:
            found = _mention(text, numeral)
            if found is None:
                continue
            place = max(place, found.end)
            if out and _join(text, out[-1], found):
                continue
            out.append(found)
    return out


def _digits(text: str, start: int) -> list[Numeral]:
    if text[start] in _VULGAR:
        top, bottom = _VULGAR[text[start]]
        return [Numeral(start, start + 1, divide(Decimal(top), Decimal(bottom)) or Decimal(0), "digits", fraction=True, plain=False)]
    if start and text[start - 1] == "." and (start < 2 or not text[start - 2].isdigit()):
        start -= 1
    run = numerals_zh.RUN.match(text, start)
    match = _DIGITS.match(text, start if text[start] != "." else start + 1)
    assert match is not None
    if run and run.end() > match.end():
        numeral = numerals_zh.read(run[0], start)
        return [numeral] if numeral else []
    end = match.end()
    if end - start > 300:
        return []
    body = match[0].replace(",", "").replace(" ", "")
    if text[start] == ".":
        body = "0." + body
    numeral = Numeral(start, end, Decimal(body), "digits", plain="." not in body)
    if scale := _SCALE.match(text, end):
        numeral.power, numeral.end = SCALES[scale[1]], scale.end()
    elif glue := _GLUE.match(text, end):
        numeral.power, numeral.end = {"w": 4, **GLUED}[glue[1]], glue.end()
        if glue[1] in "mtgb" and not _SIGN.search(text, max(0, start - 4), start):
            numeral.power, numeral.end = 0, end
    if numeral.power:
        numeral.value, numeral.plain = shift(numeral.value, numeral.power), False
    elif (over := re.compile(r"\s?/\s?([0-9]+)(?![0-9/])").match(text, end)) and numeral.plain:
        value = divide(numeral.value, Decimal(over[1]))
        if value is not None:
            numeral.value, numeral.end, numeral.fraction, numeral.plain = value, over.end(), True, False
    return [numeral]


def _words(text: str, start: int) -> list[Numeral]:
    if start and text[start - 1].isalpha():
        return []
    if text[max(0, start - 2) : start] == "a " and (start < 3 or not text[start - 3].isalpha()):
        start -= 2
    match = numerals_en.RUN.match(text, start)
    return numerals_en.read(match[0], match.start()) if match else []


def _chinese(text: str, start: int) -> list[Numeral]:
    for head, base in (("百分之", 1), ("千分之", 1), ("万分之", 1), ("百分", 1)):
        if text.startswith(head, start):
            sign = start + len(head)
            negative = text.startswith("负", sign)
            run = numerals_zh.RUN.match(text, sign + negative)
            numeral = run and numerals_zh.read(run[0], start)
            if run is None or not numeral:
                return []
            numeral.end = run.end()
            numeral.form = {"百": "%", "千": "‰", "万": "bp"}[head[0]]
            if negative:
                numeral.value = -numeral.value
            if head == "百分之" and run[0] == "百":
                numeral.value = Decimal(100)
            return [numeral]
    run = numerals_zh.RUN.match(text, start)
    if run is None:
        return []
    end = words_zh.in_idiom(text, start)
    if end:
        return []
    numeral = numerals_zh.read(run[0], start)
    if numeral is None:
        return []
    if text.startswith("分之", run.end()):
        top = numerals_zh.RUN.match(text, run.end() + 2)
        above = top and numerals_zh.read(top[0], top.start())
        value = divide(above.value, numeral.value) if above else None
        if top and value is not None:
            return [Numeral(start, top.end(), value, "chinese", fraction=True, plain=False)]
    return [numeral]


def _mention(text: str, numeral: Numeral) -> Found | None:
    start, end = numeral.start, numeral.end
    before = text[start - 1] if start else ""
    if numeral.form == "digits" and _is_label(text, start, end):
        return None
    found = Found(start, end, "number", numeral, numeral.value, numeral.upper, qualifier=numeral.qualifier)
    if numeral.form in ("%", "‰", "bp"):
        found.kind, found.unit = "points" if numeral.form == "bp" else "percent", numeral.form
        return _hedge(text, found)
    if before == "第":
        found.start, found.kind = start - 1, "ordinal"
        if measure := words_zh.MEASURE.match(text, end):
            found.end, found.unit = measure.end(), measure[0]
        return found
    if numeral.ordinal:
        found.kind = "ordinal"
        return found
    _sign(text, found)
    _unit(text, found)
    if numeral.form == "chinese" and found.kind == "number" and not _stands_alone(text, start, end):
        return None
    return _hedge(text, found)


def _stands_alone(text: str, start: int, end: int) -> bool:
    short = end - start < 2
    before, after = text[start - 1 : start], text[end : end + 1]
    if short:
        return not (before.isalnum() or after.isalnum()) or before in "是为" and not after.isalnum()
    return True


def _is_label(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    if before.isascii() and before.isalpha() and not _SIGN.search(text, max(0, start - 4), start):
        return True
    if before == "-" and text[start - 2 : start - 1].isalpha():
        return True
    return before == "“" and text[end : end + 1] == "”"


def _sign(text: str, found: Found) -> None:
    before = text[found.start - 1 : found.start]
    if before in ("-", "负") and found.value is not None and not text[found.start - 2 : found.start - 1].isalnum():
        found.value, found.start = -found.value, found.start - 1
    for word in ("minus ", "negative ", "零下"):
        if found.value is not None and text.endswith(word, 0, found.start):
            found.value, found.start = -found.value, found.start - len(word)
    sign = _SIGN.search(text, max(0, found.start - 5), found.start)
    if sign and not (sign[1][0].isalpha() and text[sign.start() - 1 : sign.start()].isalpha() and sign[1].isascii()):
        found.start, found.unit, found.kind = sign.start(), _SIGNS[sign[1]], "money"


def _unit(text: str, found: Found) -> None:
    end = found.end
    if after := re.compile("[多余来几]").match(text, end):
        if UNIT_NEXT.match(text, end + 1):
            found.qualifier = "about" if after[0] == "来" else "over"
            end += 1
    unit = _UNIT_ZH.match(text, end)
    if unit:
        found.end = unit.end()
        _set(found, SURFACE_ZH[unit[0]])
    elif text.startswith("成", end) and found.value is not None and found.value <= 10:
        found.unit, found.kind, found.value, found.end = "%", "percent", found.value * 10, end + 1
        if tail := re.compile("[一二三四五六七八九](?![一二三四五六七八九十])").match(text, end + 1):
            found.value, found.end = found.value + numerals_zh.DIGITS[tail[0]], tail.end()
    elif text.startswith("折", end) and found.value is not None:
        value = found.value * 10 if found.value < 10 else found.value
        found.unit, found.kind, found.value, found.end = "%", "percent", value, end + 1
    elif measure := words_zh.MEASURE.match(text, end):
        found.end, found.kind, found.unit = measure.end(), "count", measure[0]
    elif not found.unit and (english := _UNIT_EN.match(text, end)):
        word = re.sub(r"[\s-]+", ".", english[1])
        symbol = SURFACE_EN.get(word) or SURFACE_EN.get(english[1])
        if symbol:
            found.end = english.end()
            _set(found, symbol)


UNIT_NEXT = re.compile(f"{_UNIT_ZH.pattern}|{words_zh.MEASURE.pattern}")


def _set(found: Found, symbol: str) -> None:
    found.unit = symbol
    dimension = UNITS[symbol].dimension
    kinds: dict[str, Kind] = {"people": "count", "households": "count", "points": "points"}
    if symbol in CURRENCIES:
        found.kind = "money"
    elif dimension == "ratio":
        found.kind = "ratio" if symbol == "×" else "percent"
    else:
        found.kind = kinds.get(dimension, "measure")


def _hedge(text: str, found: Found) -> Found:
    if before := _BEFORE.search(text, max(0, found.start - 14), found.start):
        found.qualifier = _QUALIFIERS[before[1]]
    if after := _AFTER_RE.match(text, found.end):
        found.qualifier = _AFTER[after[0]]
    return found


def _join(text: str, last: Found, found: Found) -> bool:
    """Joins 2 and 3万元 of 2-3万元 into one range; true when `last` now carries both."""
    gap = text[last.end : found.start]
    if len(gap) > 9 or not gap or last.value is None or found.value is None or last.upper is not None:
        return False
    if not _CONNECT.fullmatch(gap) or last.kind in ("ordinal", "date") or found.kind in ("ordinal", "date"):
        return False
    if last.unit is not None and last.unit != found.unit:
        return False
    if gap == " and " and not text.endswith("between ", 0, last.start):
        return False
    low = last.value
    if last.numeral and found.numeral and not last.numeral.power and found.numeral.power >= 2 and last.unit is None:
        scaled = shift(low, found.numeral.power)
        low = scaled if scaled < found.value else low
    if low >= found.value:
        return False
    last.value, last.upper, last.unit, last.end, last.kind = low, found.value, found.unit, found.end, "range"
    last.qualifier = last.qualifier or found.qualifier
    return True


_ = (EXACT, plain)
