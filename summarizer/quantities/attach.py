"""A numeral gets its sign, currency, unit and hedge from the words beside it."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities import money, words_zh
from summarizer.quantities.currencies import SIGNS
from summarizer.quantities.mention import EXACT, ROUNDED, Found, plain, shift, step
from summarizer.quantities.numerals_zh import DIGITS
from summarizer.quantities.patterns import words
from summarizer.quantities.types import Kind
from summarizer.quantities.units import CURRENCIES, SURFACE_EN, SURFACE_ZH, UNITS
from summarizer.quantities.words_en import HEDGES, HEDGES_AFTER, SCALES

_HALF = Decimal("0.5")
# Chinese units and measure words by their first character, longest first: a miss costs one look-up.
_BY_CHAR: dict[str, list[tuple[str, str | None]]] = {}
for _word, _symbol in sorted(
    [*SURFACE_ZH.items(), *((word, None) for word in words_zh.MEASURES)], key=lambda pair: -len(pair[0])
):
    if not any(_word == known for known, _ in _BY_CHAR.get(_word[0], ())):
        _BY_CHAR.setdefault(_word[0], []).append((_word, _symbol))


def _english_pattern() -> re.Pattern[str]:
    units = words(SURFACE_EN, gap=r"[\s.-]{1,2}")
    return re.compile(
        rf"(?:\s{{1,4}}|-\s{{0,3}}|\s?[\[{{(])?(?:(?:additional|extra|more|full|(?P<of>of(?:\sa|"
        rf"\san)?|an?))\s)?(?P<unit>{units})(?:(?=[0-9])(?<=[²³])|(?![a-z0-9]))"
    )


_ENGLISH = _english_pattern()
_ENGLISH_START = frozenset(word[0] for word in SURFACE_EN) | frozenset(" -[({\n\t")
# A sign of letters begins a word: "spent $5" holds no NT$.
_SIGN = re.compile(r"(?:(?<![a-z])|(?![a-z]))" + words(SIGNS) + r"\s{0,2}$")
_SIGN_END = frozenset(sign[-1] for sign in SIGNS)
_SIGN_AFTER = re.compile(r"\s?(us\$|[$¥€£₩₹₽])")
_NOT_CHENG = "功立为了本果员绩效长就人品年都片批群语分熟型见像交"
_BEFORE: dict[str, list[tuple[str, str]]] = {}
for _word, _hedge in {**words_zh.HEDGES, **HEDGES}.items():
    _BEFORE.setdefault(_word[-1], []).append((_word, _hedge))
for _list in _BEFORE.values():
    _list.sort(key=lambda pair: -len(pair[0]))
_AFTER = {**words_zh.HEDGES_AFTER, **HEDGES_AFTER}
_AFTER_START = frozenset(word[0] for word in _AFTER)
_SEVERAL = ("several ", "a few ", "many ")
_COUNTABLE = frozenset(("hundred", "thousand", "million", "billion", "trillion", "dozen"))
_DEGREES = re.compile(r"(?:[°\s]\s?|(?<=[0-9]))([cf])(?![a-z0-9'’])")
_SPANS = frozenset(("day", "week", "month", "year", "decade"))
_SIGNED = frozenset("-负下 ") | _SIGN_END
# 3C产品 is no heat; 30C左右 is.
_PRODUCT = re.compile("[\u4e00-\u9fff](?<![左以上下至到和与])")
# Between two degrees of frost one hyphen joins and one is the sign: -5—-2℃.
_BELOW_ZERO = re.compile(r"(?<![0-9])-[0-9]{1,3}(?:\.[0-9]{1,2})?(?:℃|°c|度)?-$")
_MINUS = ("minus ", "negative ")
_BELOW = re.compile(r"\s?(?:degrees?\s)?below zero")
_PER = re.compile(
    r"/([a-z]{1,10}|[\u4e00-\u9fff]{1,3})|每(?:平方米|平方公里|公里|公斤|小时|千瓦时|人|吨|亩|"
    r"斤|米|天|年|月|日|户|股|桶|升)|(?:\s(?:per|an?)\s)(kilogram|kg|hour|day|year|month|week|"
    r"person|share|barrel|tonne|ton|gallon|litre|liter|square metre|square meter|acre|hectare|"
    r"pound)(?![a-z])"
)
# What counts a unit through "of": a couple of weeks, millions of dollars.
_MANY = ("couple", "pair", "dozen", "dozens", "hundreds", "thousands", "millions", "billions", "trillions")
_DOZENS = re.compile(
    "(?:(?<=[一二三四五六七八九十百两半几])打(?!仗|击)|打(?=$|[，。、；]|鸡蛋|鸭蛋|啤酒|袜子|铅笔|毛巾))"
)
_FEET = re.compile(r"'\s?([0-9]{1,2})(?:\"|”|'')")
_ARC = re.compile(r"°\s?([0-9]{1,2})'(?:\s?([0-9]{1,2}(?:\.[0-9]{1,4})?)(?:\"|”|''))?")
# In her 30s, temperatures in the low 80s: no seconds.
_TENS_OF = re.compile(
    r"\b(?:the|his|her|their|my|our|your|its|early|mid|late|low|high|upper|lower|teens or)[\s-]$"
)
_SCALE_AFTER = re.compile(r"\s(million|billion|trillion)(?![a-z])")
_INCHES = re.compile(r"\s(?:thick|long|wide|tall|high|deep|of\s(?:rain|snow)|diameter)")
_PAID = re.compile(r"\b(?:pa(?:y|ys|id|ying)|costs?|worth|fined|fine of|earn(?:s|ed|ing)?|price[ds]?)\b|£")
_INDEX_NEAR = re.compile(r"\b(?:index|indices|dow|nasdaq|average|ftse|nikkei|stocks?)\b")
_PERCENT_NEAR = re.compile("%|per ?cent")
_MULTIPLE = re.compile(
    r"\s(?:the|as|more|larger|higher|bigger|faster|that|its|their|his|her|what|greater|less|"
    r"over|earnings|oversubscribed|longer)\b"
)
_SPEED = re.compile("(?:时速|每小时|每秒|秒速)[达为约近超过高]{0,3}$")
_CONTEXTUAL = frozenset(("公里", "千米", "米", "度"))
_DEGREE_OF = [
    (re.compile("华氏(?:温度)?$"), "degF"),
    (re.compile("温|摄氏|℃"), "degC"),
    (re.compile("电"), "kWh"),
]


def sign(text: str, found: Found, floor: int = 0) -> None:
    """A minus and a currency sign before the number, in either order: -$5, $-5, 负3, 零下四."""
    for _ in range(2):
        start = found.start
        if not start:
            return
        before = text[start - 1]
        if before not in _SIGNED:
            return
        if (
            before == " "
            and text[start - 2 : start - 1] in ("-", "负")
            and not text[start - 3 : start - 2].strip()
            and start > 1
            and (start < 3 or text[start - 3] == "\n")
        ):
            start, before = start - 1, text[start - 2]
        if (
            before in "-负"
            and start > floor
            and _is_minus(text, start - 1)
            and not (before == "-" and floor and _is_dash(text[floor:start]) and not _frost(text, start - 1))
        ):
            _negate(found, start - 1)
        elif before == "下" and text.startswith("零下", start - 2):
            _negate(found, start - 2)
        elif (
            before == " "
            and text.endswith(_MINUS, max(0, start - 9), start)
            and not text.endswith("plus or minus ", 0, start)
        ):
            _negate(found, start - (6 if text.endswith("minus ", 0, start) else 9))
        elif found.unit is None and (before in _SIGN_END or (before == " " and text[start - 2] in _SIGN_END)):
            _currency_before(text, found, floor)


def _is_dash(gap: str) -> bool:
    """Whether the hyphen behind the last mention joins (2-3, 44 - 50) and is no minus (in a table)."""
    return gap.strip("-~") == "" or gap in (" -", " --")


def has_currency(text: str, start: int) -> bool:
    """Whether a currency sign or code stands before the number at `start`."""
    found = Found(start, start, "number")
    _currency_before(text, found)
    return found.unit is not None


def _frost(text: str, at: int) -> bool:
    """Whether the hyphen at `at` is the second sign of a span below zero."""
    return text[at - 1 : at] == "-" and _BELOW_ZERO.search(text, max(0, at - 12), at) is not None


def _is_minus(text: str, at: int) -> bool:
    if text[at] == "负":
        return text[at - 1 : at] not in ("肩", "胜", "欺", "辜", "抱", "自")
    before = text[at - 1 : at]
    if before == "-" and _frost(text, at):
        return True
    if not before or before in " \n(（:：，,。；;“=<>~、$¥€£":
        return not (before == " " and text[at - 2 : at - 1].isdigit())
    return "\u4e00" <= before <= "\u9fff" and before not in "歼运轰直东风红旗第"


def _negate(found: Found, start: int) -> None:
    if found.value is not None:
        found.value, found.start = found.value.copy_negate(), start
        found.low = found.high = None


def _currency_before(text: str, found: Found, floor: int = 0) -> None:
    match = _SIGN.search(text, max(0, found.start - 8), found.start)
    if match is None or match.start() < floor:
        return  # 3 UAH 4: the code belongs to the number before it
    start, written = match.start(), match[0].strip()
    if (
        written[0].isascii()
        and written[0].isalpha()
        and text[start - 1 : start].isascii()
        and text[start - 1 : start].isalpha()
    ):
        return
    if written.isalpha() and written.isascii() and text[start - 1 : start].isdigit():
        return
    if len(written) > 1 and "\u4e00" <= written[0] <= "\u9fff" and text[start - 1 : start].isdigit():
        return  # 100美元50件: the currency belongs to the number before it
    if written in ("元",):
        return
    found.start, found.unit, found.kind, found.word = start, SIGNS[written], "money", written


def unit(text: str, cased: str, found: Found) -> None:
    """The unit behind the number, with what may stand between: 2000余元, 三百来公里, 两个半小时."""
    after = text[found.end : found.end + 1]
    if not after or after in "，。,.；、）)":
        return
    if after < "\u3000" and after != "%":
        _english(text, cased, found)
        return
    end = found.end
    if after in "多余来几" and _chinese_unit(text, end + 1) is not None:
        _vague(found, after)
        end += 1
    elif after in "个半":
        end = _between(text, found, end)
        if end < 0:
            return
    known = _chinese_unit(text, end)
    if known is None:
        _special(text, found, after)
        return
    if known[1] is not None or not (
        found.kind == "money" or (found.numeral is not None and found.numeral.fraction)
    ):
        _chinese(text, found, end, *known)


def _between(text: str, found: Found, end: int) -> int:
    """Reads 个亿, 个半 and 半 before the unit; where the unit begins, -1 where the mention is complete."""
    assert found.value is not None
    if text[end] == "个" and (power := {"亿": 8, "万": 4}.get(text[end + 1 : end + 2])):
        found.value, found.end = shift(found.value, power), end + 2
        return end + 2
    half = text.startswith("个半", end) or (
        text[end] == "半" and not text.startswith(words_zh.HALF_WORDS, end)
    )
    if not half:
        return end
    after = end + (2 if text[end] == "个" else 1)
    if _chinese_unit(text, after) is None:
        _half_alone(text, found, end)
        return -1
    found.value = EXACT.add(found.value, _HALF)
    return after


def _chinese(text: str, found: Found, end: int, word: str, symbol: str | None) -> None:
    found.word = word
    halved = end > found.end and text[end - 1] == "半"
    if (
        word == "元"
        and (other := _chinese_unit(text, end + 1)) is not None
        and other[1] in CURRENCIES
        and len(other[0]) > 1
    ):
        word, symbol = "元" + other[0], other[1]  # 100元港币
    if word.startswith("个多") and found.qualifier is None:
        _vague(found, "多")
    found.end = end + len(word)
    _set(found, symbol or word, is_measure=symbol is None)
    if (
        not halved
        and text.startswith("半", found.end)
        and found.value is not None
        and not text.startswith(words_zh.HALF_WORDS, found.end)
    ):
        found.value, found.end = EXACT.add(found.value, _HALF), found.end + 1
        if symbol == "minute" or word == "分":
            _set(found, "minute", is_measure=False)
            found.end += text.startswith("钟", found.end)
    if word in _CONTEXTUAL:
        _by_context(text, found)


def _special(text: str, found: Found, after: str) -> None:
    """成, 折, 番 and 打, which reckon by themselves."""
    value, end = found.value, found.end
    if value is None:
        return
    if after == "成":
        _tenths(text, found, end)
    elif after == "折" and text[end + 1 : end + 2] not in ("射", "磨", "叠", "腾", "返"):
        found.value = plain(value * 10) if value < 10 else value
        found.upper = found.upper and found.upper * 10
        found.unit, found.kind, found.end, found.word = "%", "percent", end + 1, "折"
    elif after == "番" and "翻" in text[max(0, found.start - 3) : found.start] and value < 20:
        found.value, found.unit, found.kind = Decimal(2) ** int(value), "×", "ratio"
        found.start, found.end, found.word = text.rindex("翻", 0, found.start), end + 1, "番"
    elif after == "钟" and text[end - 1] == "半" and text[end + 1 : end + 2] != "头":
        found.end, found.word = end + 1, "钟"
        _set(found, "hour", is_measure=False)
    elif after == "打" and _DOZENS.match(text, end) and found.numeral is not None:
        found.value, found.end, found.word = plain(value * 12), end + 1, "打"


def has_unit(text: str, at: int) -> bool:
    """Whether a Chinese unit or measure word, 成 or 折 stands at `at`."""
    return text[at : at + 1] in ("成", "折") or _chinese_unit(text, at) is not None


def _chinese_unit(text: str, at: int) -> tuple[str, str | None] | None:
    for word, symbol in _BY_CHAR.get(text[at : at + 1], ()):
        if text.startswith(word, at):
            if (
                word.isascii()
                and text[at + len(word) : at + len(word) + 1].isascii()
                and text[at + len(word) : at + len(word) + 1].isalpha()
            ):
                continue
            stop = words_zh.NOT_BEFORE.get(word)
            if stop and text.startswith(stop, at + len(word)):
                continue
            return word, symbol
    return None


def _half_alone(text: str, found: Found, end: int) -> None:
    """一个半, 一个半月, 两个半钟."""
    assert found.value is not None
    if text[end] == "半" and found.value != found.value.to_integral_value():
        return
    end += 2 if text[end] == "个" else 1
    symbol = {"月": "month", "钟": "hour"}.get(text[end : end + 1])
    if symbol is None and text[end - 2] != "个":
        return
    found.value = EXACT.add(found.value, _HALF)
    found.unit, found.word, found.kind = symbol or "个", "个半", "measure" if symbol else "count"
    found.end = end + (symbol is not None)


def _vague(found: Found, word: str) -> None:
    """多 and 余: above the number, and below its next round step; 来: about it."""
    found.qualifier = "about" if word == "来" else "over"
    if word == "来" or found.value is None or found.upper is not None:
        return
    found.low, found.high = found.value, EXACT.add(found.value, step(found.value))


def _tenths(text: str, found: Found, end: int) -> None:
    if (
        found.value is None
        or found.value > 10
        or (text[end + 1 : end + 2] in _NOT_CHENG and text[end + 1 : end + 2])
    ):
        return
    found.value, found.upper = found.value * 10, found.upper and found.upper * 10
    found.unit, found.kind, found.end, found.word = "%", "percent", end + 1, "成"
    digit = DIGITS.get(text[end + 1 : end + 2])
    if text[end + 1 : end + 2] == "半":
        found.value, found.end = found.value + 5, end + 2
    if (
        digit
        and text[end + 2 : end + 3] not in DIGITS
        and text[end + 2 : end + 3] not in ("个", "家", "名", "十", "百", "成")
        and found.upper is None
    ):
        found.value, found.end = found.value + digit, end + 2


def _by_context(text: str, found: Found) -> None:
    """时速350公里 is a speed; 度 is a degree of heat after 气温, a kilowatt-hour after 用电."""
    before = text[max(0, found.start - 10) : found.start]
    if found.unit in ("km", "m") and (speed := _SPEED.search(before)):
        found.unit = {"km": "km/s" if "秒" in speed[0] else "km/h", "m": "m/s"}[found.unit]
    elif found.word in ("度", "°"):
        if text.startswith("零下", found.start):
            found.unit = "degC"
            return
        for pattern, symbol in _DEGREE_OF:
            if pattern.search(before):
                found.unit = symbol
                break


def _english(text: str, cased: str, found: Found) -> None:
    end = found.end
    if text[end] == "p" and found.unit is None and money.is_pence(text, found.start, end):
        found.end, found.word = end + 1, "p"
        _set(found, "penny", is_measure=False)
        return
    if (
        text[end] == " "
        and found.unit is None
        and found.value is not None
        and (cold := _BELOW.match(text, end))
    ):
        found.value, found.end, found.word = -abs(found.value), cold.end(), "degree"
        _set(found, "deg", is_measure=False)
        return
    if text[end] == "c" and found.unit is None and money.is_cents(text, found.start, end):
        found.end, found.word = end + 1, "c"
        _set(found, "cent", is_measure=False)
        return
    if text[end] in "'°" and found.value is not None and _marked(text, found, found.value):
        return
    if (
        text[end] in "$¥€£₩₹₽u "
        and found.unit is None
        and (after := _SIGN_AFTER.match(text, end))
        and not text[after.end() : after.end() + 1].isdigit()
    ):
        found.end, found.unit, found.kind, found.word = after.end(), SIGNS[after[1]], "money", after[1]
        return
    if (
        (degrees := _DEGREES.match(text, end))
        and cased[degrees.start(1)].isupper()
        and not _PRODUCT.match(text, degrees.end())
    ):
        found.end = degrees.end()
        _set(found, "degC" if degrees[1] == "c" else "degF", is_measure=False)
        return
    if (
        text[end] in "\"'"
        and text[end - 1].isdigit()
        and text.count('"', max(0, end - 200), end) % 2 == 0
        and text[end] == '"'
    ):
        found.end = end + 1
        _set(found, "in", is_measure=False)
        return
    if text[end] not in _ENGLISH_START or (match := _ENGLISH.match(text, end)) is None:
        return
    written = match["unit"]
    symbol = SURFACE_EN.get(re.sub(r"[\s.-]+", ".", written)) or SURFACE_EN.get(written)
    whole = found.value is None or found.value == found.value.to_integral_value()
    if match["of"] and whole and not text.endswith(_MANY, found.start, end):
        return
    if symbol is None or not _plausible(text, cased, found, match, symbol):
        return
    if found.kind == "money":
        return
    found.end, found.word = match.end(), written
    if (
        text[found.end : found.end + 1] in ("]", "}")
        and text[match.start() : match.end()].lstrip()[:1] in "[{"
    ):
        found.end += 1
    _set(found, symbol, is_measure=False)
    if symbol in CURRENCIES and found.value is not None and (scale := _SCALE_AFTER.match(text, found.end)):
        found.value, found.end = shift(found.value, SCALES[scale[1]]), scale.end()
    if symbol == "lb" and _is_sterling(text, found):
        symbol = "GBP"
        _set(found, symbol, is_measure=False)
    if (
        symbol == "point"
        and found.value is not None
        and abs(found.value) < 50
        and not _INDEX_NEAR.search(text, max(0, found.start - 80), found.start)
        and _PERCENT_NEAR.search(text, max(0, found.start - 60), found.end + 60)
    ):
        _set(found, "pp", is_measure=False)
    if (
        found.kind == "measure"
        and found.unit == "deg"
        and found.value is not None
        and (below := _BELOW.match(text, found.end))
    ):
        found.value, found.end = -abs(found.value), below.end()


def _marked(text: str, found: Found, value: Decimal) -> bool:
    """5'10" in inches, 116°23' in degrees; true where it was one of them."""
    if (feet := _FEET.match(text, found.end)) is not None and value < 30 and int(feet[1]) < 12:
        found.value, found.end = EXACT.add(value * 12, Decimal(feet[1])), feet.end()
        _set(found, "in", is_measure=False)
        return True
    if (arc := _ARC.match(text, found.end)) is None:
        return False
    seconds = Decimal(arc[1]) * 60 + Decimal(arc[2] or 0)
    found.value, found.end = plain(ROUNDED.add(value, ROUNDED.divide(seconds, Decimal(3600)))), arc.end()
    _set(found, "deg", is_measure=False)
    return True


def _is_sterling(text: str, found: Found) -> bool:
    """Whether pounds are sterling: millions of them, or paid."""
    large = found.numeral is not None and found.numeral.power >= 5
    return large or _PAID.search(text, max(0, found.start - 14), found.start) is not None


def _plausible(text: str, cased: str, found: Found, match: re.Match[str], symbol: str) -> bool:
    """A short symbol is a unit only as its own letters are written: 5 m, 5 in of rain, not '5 in June'."""
    word, apart = match["unit"], match.start("unit") > found.end
    if word == "in" and apart:
        return _INCHES.match(text, match.end()) is not None or text.endswith(
            (" ft ", " feet ", " ft. ", " feet, "), 0, found.start
        )
    if word == "second" or (word == "mu" and apart and text[match.end() : match.end() + 1].isalpha()):
        return not (found.numeral and found.numeral.ordinal)
    if word in {"times", "time"}:
        return _MULTIPLE.match(text, match.end()) is not None
    if word in ("real", "lev", "won", "mark", "cup", "rand", "cal") and word != "cup":
        return word != "won" or (
            (found.numeral is not None and found.numeral.power > 0)
            or text[match.end() : match.end() + 2] not in (" t", " a", " b", " o", " i", " s")
        )
    if len(word) == 1 and word.isalpha():
        written = cased[match.start("unit")]
        if word in "wvac":
            return written.isupper() and word != "a"
        if word == "s" and not apart and _TENS_OF.search(text, max(0, found.start - 8), found.start):
            return False
        if word in "lx" and not apart and (word == "x" or written == "L"):
            return True
        return (
            written.islower()
            and word in "mgltsh"
            and (
                not apart
                or word not in "sh"
                or (word == "h" and found.numeral is not None and found.numeral.fraction)
            )
            and not (word == "s" and found.value is not None and not apart and found.value > 99)
        )
    return not (symbol in ("%",) and word == "percentage" and text.startswith(" point", match.end()))


def _set(found: Found, symbol: str, *, is_measure: bool) -> None:
    if found.kind == "money" and symbol in ("倍", "×"):
        return
    found.unit = symbol
    if is_measure:
        found.kind = "count"
        return
    if symbol in CURRENCIES:
        found.kind = "money"
        return
    dimension = UNITS[symbol].dimension
    found.kind = _KINDS.get(dimension, "measure")
    if symbol == "×":
        found.kind = "ratio"


_KINDS: dict[str, Kind] = {"people": "count", "households": "count", "points": "points", "ratio": "percent"}


def hedged(text: str, found: Found) -> Found:
    """`found` with 超, 近, 约, more than, about before the number; 左右, 以上, or more behind it."""
    start = found.start
    if start and text[start - 1] in _BEFORE:
        for word, name in _BEFORE[text[start - 1]]:
            if text.endswith(word, max(0, start - 24), start):
                if not (
                    word in words_zh.HEDGE_STOPS
                    and text.endswith(words_zh.HEDGE_STOPS[word], max(0, start - 6), start)
                ):
                    if word == "over " and found.unit in _SPANS:
                        break  # "over five years" says how long, not more than
                    if word == "up to " and _RISES.search(text, max(0, start - 36), start):
                        break  # "would go up to $70" says where it went
                    found.qualifier = name  # type: ignore[assignment]
                break
    if (
        found.numeral is not None
        and found.numeral.form == "words"
        and text.endswith(_SEVERAL, 0, found.start)
    ):
        _several(text, found)
    hedge_after(text, found)
    return found


# "takes up to 20 minutes" is a bound; "takes it up to 20" is where it went.
_RISES = re.compile(
    r"\b(?:(?:go|goes|going|gone|went|come|comes|came|rises?|rising|rose|risen|jump(?:s|ed)?|climb(?:s|ed)?|creep|crept)"
    r"(?: back| all the way)?"
    r"|(?:mov(?:e|es|ed|ing)|push(?:es|ed|ing)?|bring(?:s|ing)?|brought|tak(?:e|es|en|ing)|took) (?:it|them)) up to $"
)


def _several(text: str, found: Found) -> None:
    """Several hundred: more than one hundred, and below ten of them."""
    scale = found.numeral is not None and text[found.start : found.numeral.end]
    if found.value is not None and scale in _COUNTABLE:
        found.qualifier, found.low = "over", EXACT.multiply(found.value, Decimal(2))
        found.high = EXACT.multiply(found.value, Decimal(10)) if scale != "dozen" else None


def hedge_after(text: str, found: Found) -> None:
    """左右, 以上, -plus, or more."""
    after = text[found.end : found.end + 1]
    if after and after in _AFTER_START:
        for word, name in _AFTER.items():
            if text.startswith(word, found.end):
                found.qualifier = name  # type: ignore[assignment]
                if word == "-plus":
                    found.end += 5
                break


__all__ = ["has_currency", "has_unit", "hedge_after", "hedged", "sign", "unit"]
