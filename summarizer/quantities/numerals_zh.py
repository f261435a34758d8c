"""Chinese numerals, and the mixed ones of newspapers: 1亿2000万, 三百五十万零三, 十几万, 百分之五."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.mention import EXACT, Found, Numeral, divide, plain, shift, step
from summarizer.quantities.words_zh import in_idiom

DIGITS = {
    **dict(zip("〇零一二三四五六七八九", [0, *range(10)], strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "两": 2, "俩": 2, "仨": 3, "弍": 2, "弎": 3, "貮": 2, "幺": 1,
}  # fmt: skip
SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
TENS = {"廿": 20, "卅": 30, "卌": 40}
LARGE = {"万": 4, "亿": 8, "兆": 12}
# Letters that newspapers of the net glue to digits.
LETTERS = {"k": 3, "w": 4}

D = "".join(DIGITS)
U = "".join([*SMALL, *TENS, *LARGE])
ASCII = r"[0-9]++(?:,[0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?+"
_NONZERO = D.replace("零", "").replace("〇", "")
_UNITS = "[十拾廿卅卌万亿兆]|(?<![十拾百佰千仟])[百佰千仟]"
# 几 and 数 stand for a digit, 多 余 来 几 for an unknown rest before 万 or 亿.
RUN = re.compile(
    rf"(?:{ASCII}|[{D}{U}]|[几数](?=[十百千万亿])|(?<=[十百千万零])[几](?=[万亿]|(?![何点乎])))"
    rf"(?:(?<![{_NONZERO}]){ASCII}|(?<![0-9.])[{D}]|{_UNITS}|几(?=[十百千万亿])|"
    rf"(?<=[十百千万零廿卅])几|(?<=[{U}0-9])[多余来](?=[万亿]))*+"
    rf"(?:点[{D}0-9]++(?![十拾])[百千万亿兆]*+)?+"
)
_TOKEN = re.compile(rf"{ASCII}|.")
_PAIRS = {(3, 5)}


def read(run: str, start: int) -> Numeral | None:
    """The numeral that `run` writes, None where it writes none (负, 点). `run` was matched by RUN."""
    whole, _, rest = run.partition("点")
    numeral = _integer(whole, start, start + len(run))
    if numeral is None or not rest:
        return numeral
    decimals = rest.rstrip("百千万亿兆")
    digits = "".join(str(DIGITS.get(char, char)) for char in decimals)
    power = sum(SMALL.get(char, 0) or LARGE.get(char, 0) for char in rest[len(decimals) :])
    numeral.value = shift(EXACT.add(numeral.value, Decimal(f"0.{digits}")), power)
    numeral.power, numeral.plain = power, False
    return numeral


def _integer(run: str, start: int, end: int) -> Numeral | None:
    tokens = _TOKEN.findall(run)
    if all(token in DIGITS for token in tokens):
        return _digits(tokens, start, end)
    pair = _pair(tokens)
    if pair is not None:
        at, low, high = pair
        one, two = (_evaluate([*tokens[:at], digit, *tokens[at + 2 :]]) for digit in (low, high))
        if one is None or two is None:
            return None
        return Numeral(start, end, one[0], "chinese", upper=two[0], power=one[1], plain=False)
    vague = [i for i, token in enumerate(tokens) if token in "几数多余来"]
    exact = _evaluate([token for token in tokens if token not in "多余来"])
    if exact is None:
        return None
    value, power = exact
    numeral = Numeral(start, end, value, "chinese", power=power, plain=False)
    if vague:
        numeral.qualifier = "over"
        low_high = _bounds(tokens, vague[-1])
        if low_high:
            numeral.low, numeral.high = low_high
    return numeral


def _digits(tokens: list[str], start: int, end: int) -> Numeral:
    """二〇三五, 一二三; 七八 and 三五 before a measure word are told apart by the assembler."""
    numbers = [DIGITS[token] for token in tokens]
    return Numeral(start, end, Decimal("".join(map(str, numbers))), "chinese")


def is_pair(low: int, high: int) -> bool:
    """Whether two digits side by side are an approximation: 七八, 三五."""
    return (high == low + 1 and low > 0) or (low, high) in _PAIRS


def _pair(tokens: list[str]) -> tuple[int, str, str] | None:
    for i in range(len(tokens) - 1):
        low, high = tokens[i], tokens[i + 1]
        if low in DIGITS and high in DIGITS and low not in "零〇":
            alone = (i == 0 or tokens[i - 1] not in DIGITS) and (
                i + 2 == len(tokens) or tokens[i + 2] not in DIGITS
            )
            if alone and is_pair(DIGITS[low], DIGITS[high]):
                return i, low, high
            return None
    return None


def _evaluate(tokens: list[str]) -> tuple[Decimal, int] | None:
    """The value and the power of the last scale word; each 万, 亿, 兆 multiplies what stands below it."""
    stack: list[tuple[Decimal, int]] = []
    section, current, colloquial, last = Decimal(0), None, 0, 0
    for token in tokens:
        if token in DIGITS:
            digit = DIGITS[token]
            if digit == 0 and token in "零〇" and current is None:
                colloquial = 0
                continue
            current = Decimal(digit) if current is None else current * 10 + digit
        elif token in SMALL:
            last = SMALL[token]
            section = EXACT.add(section, shift(Decimal(1) if current is None else current, last))
            current, colloquial = None, last
        elif token in TENS:
            section, current, colloquial, last = section + TENS[token], None, 1, 1
        elif token in LARGE:
            last = LARGE[token]
            below = section if current is None else EXACT.add(section, current)
            bare = current is None and not section
            while stack and stack[-1][1] <= last and (bare or stack[-1][1] < last):
                below = EXACT.add(below, stack.pop()[0])
                bare = False
            stack.append((shift(below if below or not bare else Decimal(1), last), last))
            section, current, colloquial = Decimal(0), None, last
        elif token in "几数":
            # 几十万 is at least 十万; in 十几 and 一百零几 the digit stands behind, and the base is the
            # value.
            current = current if section or stack else Decimal(1)
        else:
            current = Decimal(token.replace(",", ""))
            if current >= 10 or "." in token or token[0] == "0":
                colloquial = 0
        if len(stack) > 8:
            return None
    total = section
    if current is not None:
        total = EXACT.add(
            total, shift(current, colloquial - 1) if colloquial > 1 and current < 10 else current
        )
        if colloquial > 1:
            last = colloquial - 1
        elif not colloquial or colloquial == 1:
            last = 0
    for value, _ in stack:
        total = EXACT.add(total, value)
    return total, last


def _bounds(tokens: list[str], at: int) -> tuple[Decimal, Decimal] | None:
    """What 几 and 多 leave open: 几十万 is 20 to 90 万, 十几万 11 to 19 万, 五百多万 500 to 600 万."""
    if tokens[at] in "几数":
        low, high = "2", "9"
        if at and tokens[at - 1] in "十百千廿卅零":
            low, high = "1", "9"
        ends = [
            _evaluate([*(t for t in tokens[:at] if t not in "多余来"), digit, *tokens[at + 1 :]])
            for digit in (low, high)
        ]
    else:
        rest = [token for token in tokens[at + 1 :] if token not in "多余来"]
        base = _evaluate(tokens[:at])
        if base is None or not rest:
            return None
        ends = [
            (shift(base[0], _power(rest)), 0),
            (shift(EXACT.add(base[0], step(base[0])), _power(rest)), 0),
        ]
    if ends[0] is None or ends[1] is None:
        return None
    return ends[0][0], ends[1][0]


def _power(tokens: list[str]) -> int:
    return sum(LARGE.get(token, 0) or SMALL.get(token, 0) for token in tokens)


_PERCENT = re.compile(r"(?P<head>百分之?|千分之|万分之)(?P<sign>负)?")
_FAMILY = {"百": "%", "千": "‰", "万": "bp"}
_DENOMINATOR = re.compile(r"分之|分(?=一[^.0-9一二三四五六七八九十百千万亿人名个年月日次天]|一$)")
_LONGEST = 300
_SCALES = re.compile("[百千]?[万亿兆]+|[千百](?![瓦米克卡伏赫帕])")
_SLASHED = re.compile(r"([0-9]{1,4})/([1-9][0-9]{0,3})(?![0-9/])")
_THOUSANDS = re.compile(r"\s?k(?![a-z])")
_WIDE = re.compile("[0-9]{1,3}(?:，[0-9]{3})+(?![0-9])")


def top_at(text: str, start: int) -> re.Match[str] | None:
    """The run of a share's upper number, without the 一 of a word that follows it (三分之二一律)."""
    run = RUN.match(text, start)
    if run is not None and run[0][-1:] == "一" and run[0][-2:-1] in DIGITS and in_idiom(text, run.end() - 1):
        return RUN.match(text, start, run.end() - 1)
    return run


def percent(text: str, start: int) -> Numeral | None:
    """百分之五, 千分之六, 万分之三, 百分百; None where something else begins at `start`."""
    head = _PERCENT.match(text, start)
    if head is None:
        return None
    run = _WIDE.match(text, head.end()) or top_at(text, head.end())
    if run is None or run.end() - run.start() > _LONGEST:
        return None
    if "，" in run[0]:
        return Numeral(start, run.end(), Decimal(run[0].replace("，", "")), _FAMILY[text[start]], plain=False)
    numeral = Numeral(start, run.end(), Decimal(100), "") if run[0] == "百" else read(run[0], start)
    if numeral is None or (numeral.value < 10 and head["head"] == "百分" and run[0] != "百"):
        return None
    numeral.start, numeral.end, numeral.form = start, run.end(), _FAMILY[text[start]]
    numeral.plain = False
    if (thousands := _THOUSANDS.match(text, run.end())) is not None:
        numeral.value, numeral.end = shift(numeral.value, 3), thousands.end()
    if head["sign"]:
        numeral.value = -numeral.value
    return numeral


def with_denominator(text: str, numeral: Numeral, *, mixed: bool = True) -> Numeral:
    """`numeral` as the denominator of N分之M, or the whole of N又M分之K; itself where neither follows."""
    if (
        numeral.form not in ("chinese", "digits")
        or numeral.end >= len(text)
        or text[numeral.end] not in "分又"
    ):
        return numeral
    if text[numeral.end] == "又":
        if not mixed:
            return numeral
        if (slashed := _SLASHED.match(text, numeral.end + 1)) is not None:
            value = EXACT.add(numeral.value, divide(Decimal(slashed[1]), Decimal(slashed[2])) or Decimal(0))
            return Numeral(numeral.start, slashed.end(), value, numeral.form, fraction=True, plain=False)
        run = RUN.match(text, numeral.end + 1)
        below = run and read(run[0], run.start())
        part = with_denominator(text, below, mixed=False) if below else None
        if part is None or not part.fraction:
            return numeral
        value = EXACT.add(numeral.value, part.value)
        return Numeral(numeral.start, part.end, value, numeral.form, fraction=True, plain=False)
    over = _DENOMINATOR.match(text, numeral.end)
    if over is None:
        return numeral
    negative = text.startswith("负", over.end())
    run = top_at(text, over.end() + negative)
    top = run and read(run[0], run.start())
    quotient = divide(-top.value if negative else top.value, numeral.value) if top else None
    if run is None or quotient is None:
        return numeral
    return Numeral(numeral.start, run.end(), quotient, numeral.form, fraction=True, plain=False)


def half(text: str, start: int) -> Numeral:
    """半, 半百, 个半."""
    if text.startswith("半百", start):
        return Numeral(start, start + 2, Decimal(50), "chinese")
    if text.startswith(("半数", "一半"), start):
        return Numeral(start, start + 2, Decimal("0.5"), "chinese", fraction=True, plain=False)
    if (
        text[start - 1 : start] == "个"
        and text[start - 2 : start - 1] not in DIGITS
        and text[start - 2 : start - 1] not in ("几", "每", "这", "那", "大", "前", "后", "十", "百")
    ):
        return Numeral(start - 1, start + 1, Decimal("1.5"), "chinese", plain=False)
    return Numeral(start, start + 1, Decimal("0.5"), "chinese", plain=False)


def as_pair(found: Found, run: str) -> None:
    """七八 before a measure word is seven or eight."""
    if run[0] in DIGITS and run[1] in DIGITS and is_pair(DIGITS[run[0]], DIGITS[run[1]]):
        found.value, found.upper = Decimal(DIGITS[run[0]]), Decimal(DIGITS[run[1]])


def scale_after(text: str, numeral: Numeral) -> None:
    """万 and 亿 behind figures that RUN doesn't read: 1，234.5万."""
    tail = _SCALES.match(text, numeral.end)
    if tail is not None:
        numeral.power = _power(list(tail[0]))
        numeral.value, numeral.end, numeral.plain = shift(numeral.value, numeral.power), tail.end(), False


__all__ = ["RUN", "as_pair", "half", "is_pair", "percent", "plain", "read", "scale_after", "with_denominator"]
