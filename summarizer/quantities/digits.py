"""Numerals in Arabic figures: 1,254,300; 82，225.00; 1 414 021 100; 12,34,567; 2 1/2; ¾; 3.4m; 5k; 1.3e6."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.mention import EXACT, Numeral, divide, plain, shift, unexponent
from summarizer.quantities.words_en import GROUPS, SCALES

VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5",
    "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅐": "1/7", "⅑": "1/9",
    "⅒": "1/10",
}  # fmt: skip
LONGEST = 300  # more digits than this are a data dump, not a figure

_BODY = re.compile(
    r"[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?![0-9,])"  # the Indian way
    r"|[0-9]{1,3}(?:[,，][0-9]{3}){1,30}(?![0-9])"
    r"|[0-9]{1,3}(?: [0-9]{3}){1,6}(?![0-9]|,[0-9])"
    r"|[0-9]++"
)
_DUMP = re.compile(r"[0-9]++(?:[.,][0-9]++)*+")
_PLAIN = re.compile("[0-9]++")
_GOES_ON = frozenset(",，.e ")
_PART_NEXT = frozenset(" /" + "".join(VULGAR))
_DECIMALS = re.compile(r"\.[0-9]++(?:e[+-]?[0-9]{1,2}(?![0-9a-z]))?|e[+-]?[0-9]{1,2}(?![0-9a-z])")
_MIXED = re.compile(r" {1,2}([0-9]{1,3})\s?/\s?([1-9][0-9]{0,3})(?![0-9/])|\s?([" + "".join(VULGAR) + "])")
_OVER = re.compile(r"\s?/\s?([1-9][0-9]{0,5})(?![0-9/.])")
_TIMES_TEN = re.compile(r"\s?[x×*]\s?10\^([+-]?[0-9]{1,2})(?![0-9])")
_RAISED = re.compile(r"\^(-?[0-9]{1,2})(?![0-9.])")
_HEAT = re.compile(r"°|℃|kelvin|\btemperature|\bcooled\b|\bheated\b")
_SCREEN = re.compile(
    r"(?i:\s(?:tvs?|video|resolution|display|screen|monitor|camera)\b)|\s?(?:超?高清|超清|电视|分辨率|画质|视频|直播|屏)"
)
_SCALE = re.compile(
    rf"(?:\s{{1,4}}|-\s{{0,2}})?((?:{'|'.join(sorted(SCALES, key=len, reverse=True))})|dozens?|dzs?)(?![a-zß-öø-ɏ])"
)
_GLUED = re.compile(r"\s{0,2}(bn|mn|tn|trn|bln|mln|k|b|m|t|w)(?![a-zß-öø-ɏ0-9'’²2³/])")
# 64m people, 3m customers: what is counted in millions, not in metres.
_COUNTED = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|users|customers|subscribers|passengers|shares|tonnes|tons|"
    r"barrels|households|homes|jobs|workers|children|adults|voters|viewers|units|vehicles|"
    r"cars|copies|visitors|patients|followers|members|families|euros?|dollars?|pounds?|yuan|"
    r"yen)\b"
)
_GLUE = {"k": 3, "w": 4, "m": 6, "mn": 6, "mln": 6, "b": 9, "bn": 9, "bln": 9, "t": 12, "tn": 12, "trn": 12}


def read(text: str, cased: str, start: int, money: bool, ordinal: bool = False) -> Numeral | None:
    """The numeral in Arabic figures that begins at `start`, None where the digits are too many to be a
    figure.

    `money` says that a currency sign stands before it ($2.1t is a trillion, 2.1t are tonnes), `ordinal`
    that 第 does.
    """
    if text[start] in VULGAR:
        top, bottom = VULGAR[text[start]].split("/")
        return _fraction(start, start + 1, Decimal(0), top, bottom)
    end = _end(text, start, ordinal)
    if end - start > LONGEST:
        return None
    body = text[start:end]
    if not body.isdigit():
        body = body.replace(",", "").replace("，", "").replace(" ", "")
    numeral = Numeral(start, end, Decimal(body), "digits", plain=body.isdigit())
    if "e" in body:
        numeral.value = unexponent(numeral.value)
    if (
        start
        and text[start - 1] == "."
        and "." not in body
        and not text[start - 2 : start - 1].isalnum()
        and text[start - 2 : start - 1] != "."
    ):
        numeral.start, numeral.value, numeral.plain = start - 1, Decimal("0." + body), False
    after = text[end : end + 1]
    if numeral.plain and after in _PART_NEXT and after and (part := _part(text, numeral)):
        return part
    if after and after in "^x×* " and _power(text, numeral):
        return numeral
    if after < "\u3000":
        _scale(text, cased, numeral, money)
    return numeral


def end_of_digits(text: str, start: int) -> int:
    """Where the run of digits and separators at `start` ends: a dump of numbers is passed over whole."""
    match = _DUMP.match(text, start)
    return match.end() if match else start + 1


def _end(text: str, start: int, ordinal: bool) -> int:
    match = _PLAIN.match(text, start)
    assert match is not None
    if text[match.end() : match.end() + 1] not in _GOES_ON:
        return match.end()
    match = _BODY.match(text, start)
    assert match is not None
    body, end = match[0], match.end()
    if "，" in body and not _wide_comma(text, body, end, ordinal):
        end = start + body.index("，")
    elif " " in body and not _spaced(body):
        end = start + body.index(" ")
    decimals = _DECIMALS.match(text, end)
    return decimals.end() if decimals else end


def _wide_comma(text: str, body: str, end: int, ordinal: bool) -> bool:
    """Whether ，between digits parts thousands: 82，225.00元 yes, 得票350，280，190 no."""
    first = body.split("，", 1)[0]
    if ordinal:
        return text[end : end + 1] in ("号", "期", "页", "次", "名", "位", "条", "个", "届", "回", "章")
    return (
        "," in body
        or len(first) < 3
        or (body.count("，") == 1 and first != "100" and text[end : end + 1] in ("个", "%"))
    )


def _spaced(body: str) -> bool:
    """Whether blanks part thousands: 1 414 021 100 and 10 000 yes, 350 280 190 no."""
    groups = body.split(" ")
    return (len(groups) > 2 and len(groups[0]) < 3) or (len(groups) == 2 and groups[1] == "000")


def _fraction(start: int, end: int, whole: Decimal, top: str, bottom: str) -> Numeral | None:
    value = divide(Decimal(top), Decimal(bottom))
    if value is None:
        return None
    return Numeral(start, end, EXACT.add(whole, value), "digits", fraction=not whole, plain=False)


def _part(text: str, numeral: Numeral) -> Numeral | None:
    """2 1/2, 23 4/5, 1½, 3/4, 1 / 2."""
    if (mixed := _MIXED.match(text, numeral.end)) is not None:
        top, bottom = (mixed[1], mixed[2]) if mixed[1] else VULGAR[mixed[3]].split("/")
        if int(top) < int(bottom):
            return _fraction(numeral.start, mixed.end(), numeral.value, top, bottom)
    if (over := _OVER.match(text, numeral.end)) is not None and text[
        numeral.start - 1 : numeral.start
    ] != "/":
        return _fraction(numeral.start, over.end(), Decimal(0), str(numeral.value), over[1])
    return None


def _power(text: str, numeral: Numeral) -> bool:
    """1.5 x 10^6, 2^8; true where the numeral was one."""
    if (ten := _TIMES_TEN.match(text, numeral.end)) is not None:
        numeral.value, numeral.end, numeral.plain = plain(shift(numeral.value, int(ten[1]))), ten.end(), False
        return True
    if (raised := _RAISED.match(text, numeral.end)) is None or numeral.end - numeral.start > 6:
        return False
    if not numeral.value:
        return False
    numeral.value = plain(EXACT.power(numeral.value, Decimal(raised[1])))
    numeral.end, numeral.plain = raised.end(), False
    return True


def _scale(text: str, cased: str, numeral: Numeral, money: bool) -> None:
    power, end = 0, numeral.end
    if (scale := _SCALE.match(text, end)) is not None:
        if scale[1] in GROUPS:
            numeral.value, numeral.end, numeral.plain = (
                EXACT.multiply(numeral.value, GROUPS[scale[1]]),
                scale.end(),
                False,
            )
            return
        power, end = SCALES[scale[1]], scale.end()
        while (scale := _SCALE.match(text, end)) is not None and scale[1] in SCALES:
            power, end = power + SCALES[scale[1]], scale.end()
    elif (glued := _GLUED.match(text, end)) is not None and _is_scale(cased, glued, numeral, money):
        power, end = _GLUE[glued[1]], glued.end()
    if power:
        numeral.value, numeral.end = shift(numeral.value, power), end
        numeral.power, numeral.plain = power, False


def _is_scale(cased: str, glued: re.Match[str], numeral: Numeral, money: bool) -> bool:
    """Letters that are scales or units: $3.4m and 10M but 3m wide, 100t; 10k, 30w and 30W."""
    letter, before = glued[1], cased[glued.start(1)]
    apart = glued.start(1) > numeral.end
    if letter in ("bn", "mn", "tn", "trn", "bln", "mln"):
        return True
    if letter == "w":
        return before == "w" and not apart and not cased[glued.end() : glued.end() + 1].isascii()
    if letter == "t":
        return money and not apart
    if letter == "m" and before == "M" and numeral.value == 3 and not money and not apart:
        return _COUNTED.match(cased, glued.end()) is not None  # the company 3M
    if letter == "m":
        return (money or before == "M" or _COUNTED.match(cased, glued.end()) is not None) and not apart
    if letter == "b":
        return not apart and numeral.value < 1000
    if letter == "k" and _SCREEN.match(cased, glued.end()) is not None:
        return False
    if before == "K" and not money and (apart or not numeral.plain):
        return _HEAT.search(cased, max(0, numeral.start - 40), glued.end() + 20) is None  # 273.15K of heat
    return not (apart and not money and numeral.value == 4)
