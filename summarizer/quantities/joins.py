"""Mentions side by side that are one: ranges, scores, sums of units (六斤八两, 7 feet 10 inches)."""

# A table of words reads best as words.
# ruff: noqa: SIM905
from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.mention import EXACT, Found, divide, plain, shift
from summarizer.quantities.numerals_zh import DIGITS
from summarizer.quantities.patterns import words
from summarizer.quantities.units import UNITS, convert

# What stands between the two ends of a range.
_TO = re.compile(
    r"(?:-{1,4}|~{1,2}|至|到|或|~-|-~|至少|以上至?|以上、?)$|\s?(?:-{1,2}|~)\s?~?$|\s(?:to|"
    r"through|till|until)\s(?:about\s|around\s|nearly\s|almost\s)?(?:a\s)?$|(?:- |-)?\s?to\s$|"
    r"-\sto\s$"
)
_AND = re.compile(r"\s(?:and|or)\s(?:about\s|around\s)?$")
_BETWEEN = re.compile(r"\b(?:between|from)\s(?:about\s|around\s|the\s)?[$£€¥]?$")
_SCORE = re.compile(r"(?:-|:|比|\sto\s|-to-|\s-\s)$")
_VOTES = re.compile(
    r"\b(?:vot|won|win|beat|defeat|lost|lose|lead|led|score|house|senate|tie|drew|draw|"
    r"victory|pass|approv|record|split|margin|ruling|decision|reject|over)|胜|负|战平|比分|"
    r"战胜|击败|不敌|逆转|领先|落后|票"
)
_CHANGE = re.compile(
    r"\b(?:rose|rise|rises|rising|fell|fall|falls|falling|up|down|jump\w*|drop\w*|gain\w*|"
    r"slip\w*|add\w*|los[et]\w*|climb\w*|increas\w*|decreas\w*|declin\w*|grew|grown|slid|"
    r"slump\w*|soar\w*|surg\w*|edg\w*|advanc\w*|by|shed|cut)\s(?:by\s)?(?:some\s|about\s|"
    r"nearly\s|almost\s|more than\s|around\s)?[$£€¥]?$|(?:上涨|下跌|增长|下降|提高|提升|回落|"
    r"上升|减少|增加|下调|上调|涨|跌|降|升|增|减)了?约?$"
)
_SECONDS = re.compile("[0-9]{1,2}秒")
# What a gap that joins begins with: most gaps are told by one character.
_JOINING = frozenset(" \n-~至到或比:零又外以,.")
_GAP = re.compile(r"(?:零|又|外加|\s|\sand\s|)$")
# Powers of hundred, lakh and crore: "and" joins a plain number to these; a million and twenty are two.
_GOING_ON = (2, 5, 7)
_JIAO = ("毛", "角", "毫")
# Units that a comma may part: 6 feet, 2 inches; 3 ft. 6 in.
_LISTED = re.compile(r"\.?,?\s$")
_PAIRS = {("yd", "ft"), ("ft", "in"), ("hour", "minute"), ("minute", "second"), ("lb", "oz")}
_CENTS = {
    "角": 1,
    "毛": 1,
    "毫": 1,
    "分": 2,
    "仙": 2,
    "美分": 2,
    "港仙": 2,
    "欧分": 2,
    "便士": 2,
    "cent": 2,
    "c": 2,
    "cents": 2,
    "pence": 2,
    "penny": 2,
    "pennies": 2,
}


# What a sum of money has for its cents, only read behind the sum itself.
_SUBUNITS = {"jiao": 1, "mao": 1} | dict.fromkeys(
    "fen sen sens kopek kopeks kopeck kopecks kopiyka kopiykas centime centimes centavo centavos paisa paise grosz "
    "grosze groszy satang stotinki haler fils".split(),
    2,
)
_SUBUNIT = re.compile(rf"\s({words(_SUBUNITS)})(?![a-z])")


def join(text: str, last: Found, found: Found) -> bool:
    """Makes `last` carry `found` as well where the two are one mention; true when it did."""
    gap = text[last.end : found.start]
    if gap and gap[0] not in _JOINING:
        return False
    if (
        len(gap) > 14
        or last.iso is not None
        or found.iso is not None
        or last.value is None
        or found.value is None
    ):
        return False
    if last.numeral is None or found.numeral is None:
        return False
    if last.kind == "ordinal" or found.kind == "ordinal" or last.upper is not None:
        return False
    return _sum(text, last, found, gap) or _score(text, last, found, gap) or _range(text, last, found, gap)


def _range(text: str, last: Found, found: Found, gap: str) -> bool:
    between = (
        _AND.match(gap) is not None and _BETWEEN.search(text, max(0, last.start - 16), last.start) is not None
    )
    chinese_pair = gap in ("以上", "") and False
    if not (between or chinese_pair or (gap and _TO.match(gap))):
        return False
    if found.upper is not None or (gap == "或" and last.unit != found.unit):
        return False
    if _is_change(text, last, found, gap):
        return False
    unit, low = last.unit, last.value
    assert low is not None and found.value is not None
    if gap in ("-", "--") and found.numeral is not None and found.value < 0 <= low:
        return False
    if unit is None or (
        unit != found.unit and unit in UNITS and found.unit in UNITS and found.unit is not None
    ):
        if unit is not None and found.unit is not None:
            same = convert(low, unit, found.unit)
            if same is None:
                return False
            low = plain(Decimal(same.numerator) / Decimal(same.denominator))
        unit = found.unit
    elif found.unit is not None and unit != found.unit:
        return False
    low = _share_scale(last, found, low)
    if low >= found.value:
        return False
    if (
        gap.strip() in ("-", "--")
        and unit is None
        and found.numeral
        and not found.numeral.plain
        and last.numeral
        and last.numeral.plain
        and last.numeral.form != found.numeral.form
    ):
        return False
    last.value, last.upper, last.unit, last.end, last.kind = low, found.value, unit, found.end, "range"
    last.word = last.word or found.word
    last.qualifier = last.qualifier or found.qualifier
    last.low = last.high = None
    return True


def _is_change(text: str, last: Found, found: Found, gap: str) -> bool:
    """Rose 3,000 to 45,000 and 上涨3元至20元 are a change and where it led, no range."""
    if gap.strip() not in ("to", "至", "到") or (
        last.unit is None and found.unit is not None and not text.endswith("by ", 0, last.start)
    ):
        return False
    assert last.value is not None and found.value is not None
    return _CHANGE.search(text, max(0, last.start - 24), last.start) is not None or (
        gap.strip() == "to" and found.value > abs(last.value) * 50
    )


def _share_scale(last: Found, found: Found, low: Decimal) -> Decimal:
    """2-3万 is 2万 to 3万; 5000到1万 is as written; 三至四成 shares its tenths."""
    one, two = last.numeral, found.numeral
    assert found.value is not None
    if one is None or two is None or (one.power >= two.power and two.power):
        return low
    if found.word in ("成", "折") and last.unit is None:
        return low * 10
    if two.power and last.end == one.end:
        scaled = shift(
            low, two.power - (one.power if one.form == "chinese" and one.power >= two.power else 0)
        )
        return scaled if scaled < found.value else low
    return low


def _score(text: str, last: Found, found: Found, gap: str) -> bool:
    """5-2, 3:1, 78比96: two plain numbers of a score or a vote, kept in their order."""
    one, two = last.numeral, found.numeral
    if one is None or two is None or last.unit is not None or not _SCORE.match(gap):
        return False
    if not (one.plain and two.plain) and (
        gap not in (":", "比") or one.power or two.power or one.fraction or two.fraction
    ):
        return False
    assert last.value is not None and found.value is not None
    bare = found.unit is None or found.word in ("票",)
    if (
        not bare
        or last.value < 0
        or found.value < 0
        or (max(last.value, found.value) >= 1000 and gap.strip() == "-")
    ):
        return False
    hyphen = gap.strip() in ("-", "to", "-to-")
    if (
        hyphen
        and last.value < found.value
        and not _VOTES.search(text, max(0, last.start - 24), found.end + 16)
    ):
        return False
    if gap.strip() == "to" and not _VOTES.search(text, max(0, last.start - 40), found.end + 20):
        return False
    last.upper, last.end, last.kind = found.value, found.end, "ratio"
    last.low = last.high = None
    return True


def _sum(text: str, last: Found, found: Found, gap: str) -> bool:
    """A larger unit and the smaller one after it: one mention in the smaller unit, or in the currency."""
    if last.value is None or found.value is None or last.kind == "range" or found.upper is not None:
        return False
    if _ratio_of_words(last, found, gap) or _scales(text, last, found, gap):
        return True
    if not _GAP.match(gap) and not ((last.unit, found.unit) in _PAIRS and _LISTED.match(gap)):
        return _height(text, last, found, gap)
    if last.kind == "money":
        return _cents(text, last, found, gap)
    if found.word == "分" and gap == "" and (last.unit == "hour" or _SECONDS.match(text, found.end)):
        found.unit = "minute"
    if last.unit == last.word == "分" and found.word == "秒" and gap == "":
        last.unit, last.kind = "minute", "measure"
    if (
        last.word in _JIAO
        and _is_tail(found, last.word)
        and gap == ""
        and 0 < found.value < 10
        and found.unit is None
    ):
        last.value, last.end = EXACT.add(last.value.scaleb(-1), found.value.scaleb(-2)), found.end  # 三毛五
        last.unit, last.kind, last.word = "CNY", "money", "元"
        return True
    if last.unit is None or found.unit is None or last.unit == found.unit or not last.word:
        return _height(text, last, found, gap) or _trailing(text, last, found, gap)
    if last.unit == "度" or found.value < 0 or last.unit in ("%", "×") or found.unit in ("%", "×"):
        return False
    if last.word == "亩" and found.word == "分" and gap == "":
        last.value, last.end = EXACT.add(last.value, found.value / 10), found.end
        return True
    ratio = convert(Decimal(1), last.unit, found.unit) if last.unit in UNITS and found.unit in UNITS else None
    if (
        ratio is None
        or ratio <= 1
        or (found.value >= ratio.numerator / ratio.denominator and (last.unit, found.unit) not in _PAIRS)
        or last.value != last.value.to_integral_value()
    ):
        return False
    total = ratio * int(last.value)
    if total.denominator != 1:
        return False
    last.value, last.unit, last.end, last.word = (
        EXACT.add(Decimal(total.numerator), found.value),
        found.unit,
        found.end,
        found.word,
    )
    return True


def _height(text: str, last: Found, found: Found, gap: str) -> bool:
    """6-foot-2, 5 foot 11: the bare number counts inches."""
    if (
        last.word != "foot"
        or gap not in ("-", " ")
        or found.unit
        or found.numeral is None
        or last.value is None
    ):
        return False
    if (
        found.value is None
        or not (found.numeral.plain and 0 <= found.value < 12)
        or text[found.end : found.end + 1].isalnum()
    ):
        return False
    last.value, last.unit, last.end = EXACT.add(last.value * 12, found.value), "in", found.end
    return True


def _ratio_of_words(last: Found, found: Found, gap: str) -> bool:
    """One in five, one over twenty, 8 out of 10, two thirds of a million, half of 1 percent."""
    one, two = last.numeral, found.numeral
    if one is None or two is None or last.unit or last.value is None or found.value is None:
        return False
    if gap == " and " and two.fraction and two.value < 1 and one.form == "digits" and one.plain:
        last.value, last.end = plain(EXACT.add(last.value, found.value)), found.end  # 3 and a half cups
        last.unit, last.kind, last.word = found.unit, found.kind if found.unit else "number", found.word
        return True
    # half of 1 percent; of 40 percent it may be a half, or what half of those said
    whole = found.value == 1 and found.kind in ("percent", "points")
    if gap == " of " and one.fraction and (whole or (two.power and two.form == "words")):
        last.value, last.end, last.unit, last.kind = (
            plain(EXACT.multiply(last.value, found.value)),
            found.end,
            found.unit,
            found.kind,
        )
        return True
    if not one.plain or found.value <= 0 or found.unit is not None:
        return False
    part = (
        gap in (" in ", " over ", " in every ", " in a ")
        and (last.value == 1 or (gap == " in " and _is_share(last, found)))
    ) or (gap in (" out of ", " out of every ") and last.value < found.value)
    value = divide(last.value, found.value) if part and found.value > 1 else None
    if value is None:
        return False
    last.value, last.end, last.kind = value, found.end, "ratio"
    one.plain, one.fraction = False, True
    return True


def _is_share(last: Found, found: Found) -> bool:
    """3 in 10, two in five; but not 12 in six boxes, 2 in 2009."""
    one, two = last.numeral, found.numeral
    if (
        last.value is None
        or found.value is None
        or one is None
        or two is None
        or not 0 < last.value < found.value
    ):
        return False
    return found.value in (10, 100, 1000) or (one.form == two.form == "words" and found.value <= 10)


def _scales(text: str, last: Found, found: Found, gap: str) -> bool:
    """4 thousand 3 hundred and 21: parts of one number, each below the scale of the part before."""
    one, two = last.numeral, found.numeral
    if (
        one is None
        or two is None
        or last.unit
        or gap not in (" ", " and ")
        or one.power < 2
        or last.value is None
        or found.value is None
    ):
        return False
    if (
        one.form == "chinese"
        or not 0 < found.value < Decimal(10) ** one.power
        or (gap == " " and not two.power)
        or two.fraction
    ):
        return False
    if (
        two.power == 0 and (found.value != found.value.to_integral_value() or one.power not in _GOING_ON)
    ) or _BETWEEN.search(text, max(0, last.start - 16), last.start):
        return False
    last.value, last.end, last.unit, last.kind = (
        EXACT.add(last.value, found.value),
        found.end,
        found.unit,
        found.kind,
    )
    one.power = two.power
    return True


def _cents(text: str, last: Found, found: Found, gap: str) -> bool:
    assert last.value is not None and found.value is not None
    if found.value < 0 or found.upper is not None:
        return False
    part = _SUBUNIT.match(text, found.end) if found.unit is None and gap in (" ", " and ") else None
    if part is not None and found.value < 100:
        last.value, last.end = EXACT.add(last.value, found.value.scaleb(-_SUBUNITS[part[1]])), part.end()
        return True
    places = _CENTS.get(found.word)
    if places is not None and found.value < 100:
        last.value, last.end = EXACT.add(last.value, found.value.scaleb(-places)), found.end
        return True
    if (
        found.unit is None
        and found.numeral is not None
        and found.numeral.plain
        and gap in (" ", " and ")
        and last.word.isalpha()
    ):
        if (
            not 1 <= found.value < 100
            or (found.value < 10 and gap == " ")
            or text[found.end : found.end + 1].isalnum()
        ):
            return False
        after = text[found.end : found.end + 2].strip()
        if (
            last.numeral is not None
            and last.numeral.plain
            and (not after or after[0] in ".,;!?")
            and last.end - len(last.word) > last.start
        ):
            last.value, last.end = EXACT.add(last.value, found.value.scaleb(-2)), found.end
            return True
    if (
        found.unit is None
        and gap == ""
        and last.word in ("块", "元", "蚊")
        and found.numeral
        and found.numeral.plain
        and _is_tail(found, last.word)
        and found.value < 100
    ):
        run = text[found.start : found.end]
        last.value, last.end = (
            EXACT.add(last.value, found.value.scaleb(-2 if run[0] in "零〇" or found.value > 9 else -1)),
            found.end,
        )
        return True
    return False


def _is_tail(found: Found, word: str) -> bool:
    """Whether a bare numeral after a currency word is its small change: 四块二, 3块5; not 100元50."""
    assert found.numeral is not None
    return found.numeral.form == "chinese" or (word == "块" and found.end - found.start == 1)


def _two_places(run: str) -> bool:
    """Whether two figures behind 米 are its hundredths: 1米85, 一米八五; not 一米二十."""
    return run.isdigit() or all(char in DIGITS for char in run)


def _trailing(text: str, last: Found, found: Found, gap: str) -> bool:
    """1 hour fifteen, an hour and a half, 一米七."""
    if (
        found.unit is not None
        or last.unit is None
        or found.numeral is None
        or last.value is None
        or found.value is None
    ):
        return False
    if (
        last.unit in ("hour", "year", "mi", "km", "day", "month", "minute", "week")
        and gap == " and "
        and found.numeral.fraction
        and found.value < 1
    ):
        last.value, last.end = EXACT.add(last.value, found.value), found.end
        return True
    if (
        last.unit == "hour"
        and gap in (" ", " and ")
        and found.numeral.plain
        and 0 < found.value < 60
        and text[found.end : found.end + 2].strip() in ("", ".")
    ):
        last.value, last.unit, last.end = EXACT.add(last.value * 60, found.value), "minute", found.end
        return True
    if (
        last.word == "秒"
        and gap == ""
        and found.numeral.plain
        and found.end - found.start == 2
        and text[found.start].isdigit()
    ):
        last.value, last.end = EXACT.add(last.value, found.value.scaleb(-2)), found.end
        return True
    digits = found.end - found.start
    if (
        gap
        or last.word not in ("米", "度")
        or not found.numeral.plain
        or text[found.end : found.end + 1].isdigit()
    ):
        return False
    if (digits == 1 and 0 < found.value < 10 and last.end - last.start == 2) or (
        last.word == "度" and digits == 1 and found.value > 0
    ):
        last.value, last.end = EXACT.add(last.value, found.value.scaleb(-1)), found.end
        return True
    if digits == 2 and last.word == "米" and last.value < 10 and _two_places(text[found.start : found.end]):
        last.value, last.end = EXACT.add(last.value, found.value.scaleb(-2)), found.end
        return True
    return False
