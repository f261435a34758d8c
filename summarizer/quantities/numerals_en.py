"""English number words: two and a half million, ninety-nine hundred, five eighths, one point two billion."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.mention import EXACT, Numeral, divide, plain, shift
from summarizer.quantities.patterns import words
from summarizer.quantities.words_en import (
    GROUPS,
    ONES,
    ORDINAL_SCALES,
    ORDINALS,
    SCALES,
    TEENS,
    TENS,
)

SMALL = {**ONES, **TEENS, **TENS}
# Words that a line break or a careless hand has run together: thirtyfive, fortysecond.
FUSED = {ten + one: TENS[ten] + ONES[one] for ten in TENS for one in ONES if ONES[one]}
FUSED_ORDINALS = {
    ten + one: TENS[ten] + ORDINALS[one] for ten in TENS for one in ORDINALS if 0 < ORDINALS[one] < 10
}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
_PLURAL_PARTS = {name + "s": value for name, value in ORDINALS.items() if value > 2}
# In twenty-firsts, thirty-fifths; "seconds" alone are a time.
_COMPOUND_PARTS = {name + "s": value for name, value in ORDINALS.items() if 0 < value < 10 and value != 2}
_PLURAL_SCALES = {name + "s": power for name, power in ORDINAL_SCALES.items()}

WORDS = {
    "pair",
    "couple",
    "firsts",
    *SMALL,
    *FUSED,
    *FUSED_ORDINALS,
    *SCALES,
    *GROUPS,
    *ORDINALS,
    *ORDINAL_SCALES,
    *PARTS,
    *_PLURAL_PARTS,
    *_PLURAL_SCALES,
}
_ABBREVIATED = {
    "cr",
    "kr",
    "lac",
    "lkh",
    "mln",
    "bln",
    "bn",
    "tln",
    "trn",
    "dz",
    "dzs",
    "lkhs",
    "lacs",
    "crs",
    "krs",
}
# What a run of number words may begin with; short forms only follow digits or words.
STARTERS = WORDS - _ABBREVIATED - {"pair", "couple", "firsts"}
_GAP = r"(?:\s{1,8}(?:-\s)?|-\s{0,8}|\s-\s?)"
RUN = re.compile(
    rf"(?:a\s{{1,4}}|an\s{{1,4}}|point\s(?=[a-z]))?(?:{words(STARTERS)}|(?<=a )(?:pair|couple))(?![a-z])"
    rf"(?:{_GAP}(?:(?:and|point|over)(?:\s{{1,4}}|-))?(?:(?:a|"
    rf"an)[\s-]\s{{0,4}})?{words({*WORDS, 'o', 'oh'})}(?![a-z]))*+"
)
# "a third data centre" is one more, "a third of" and "more than a third" are a part.
_NOUN_NEXT = re.compile(
    r"\s(?!of|in|to|from|more|less|since|over|higher|lower|and|or|by|on|at|as|is|was|were|are|"
    r"for|than|with|who|that|said|have|had)[a-z]|-[a-z]"
)
_MORE_BEFORE = re.compile(r"(?:than|nearly|about|over|almost|by|least|up to|under|roughly|around) $")
_WORD = re.compile(r"[a-z]+|[0-9][0-9,.]*")


class _Reader:
    """Reads as many numerals as a run of words holds, from left to right, each as long as grammar allows."""

    def __init__(self, words: list[tuple[str, int, int]], shares: bool) -> None:
        self.words, self.at, self.shares = words, 0, shares

    def word(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.words[at][0] if at < len(self.words) else ""

    def below_hundred(self) -> int | None:
        word = self.word()
        if word in TENS and self.word(1) in ONES and ONES[self.word(1)]:
            self.at += 2
            return TENS[word] + ONES[self.words[self.at - 1][0]]
        value = SMALL.get(word, FUSED.get(word))
        if value is not None:
            self.at += 1
        return value

    def below_thousand(self) -> int | None:
        """Up to 9,900: ninety-nine hundred and fifteen."""
        value = self.below_hundred()
        if value is None:
            if self.word() not in ("hundred", "hundreds"):
                return None
            value = 1
        if self.word() in ("hundred", "hundreds"):
            self.at += 1
            value *= 100
            mark = self.at
            if self.word() == "and":
                self.at += 1
            rest = self.below_hundred()
            if (
                rest is None
                or self.word() == "hundred"
                or (rest < 10 and self.at > mark + 1 and self.is_part())
            ):
                self.at = mark
            else:
                value += rest
        return value

    def cardinal(self) -> tuple[Decimal, int] | None:
        """A whole or decimal number with its scales: three million two hundred thousand."""
        total, last, power, start = Decimal(0), 99, 0, self.at
        while True:
            mark = self.at
            if self.at > start and self.word() == "and":
                self.at += 1
            section = self.below_thousand()
            value = None if section is None else Decimal(section)
            if self.word() == "point" and (value is not None or self.at == start):
                value = self.decimals(value or Decimal(0))
            if value is None and self.at == start and self.word() in SCALES:
                value = Decimal(1)
            scale = 0
            # Past `last` all is given back: reading on would make a run of scales cost its square.
            while value is not None and scale < last and SCALES.get(self.word(), 0) > 2:
                scale += SCALES[self.word()]
                self.at += 1
            if (
                self.at > mark + 1
                and self.words[mark][0] == "and"
                and section is not None
                and section < 10
                and self.is_part()
            ):
                value = None
            if value is None or scale >= last or (total and not scale and last < 3):
                self.at = mark
                break
            total, last, power = EXACT.add(total, shift(value, scale)), scale, scale
            if not scale:
                break
        return None if self.at == start else (total, power)

    def is_part(self) -> bool:
        """Whether the word at hand stands below a fraction's line, in the plural or as half or quarter."""
        word = self.word()
        return word in PARTS or word in _PLURAL_PARTS or word in _PLURAL_SCALES

    def decimals(self, whole: Decimal) -> Decimal | None:
        mark = self.at
        self.at += 1
        digits = ""
        while self.word() in SMALL or self.word() in ("o", "oh"):
            digits += str(SMALL.get(self.word(), 0))
            self.at += 1
        if not digits:
            self.at = mark
            return None
        return EXACT.add(whole, Decimal(f"0.{digits}"))

    def is_share(self) -> bool:
        """Whether "a third" here is a part and not a third one: a third of, more than a third."""
        return self.shares

    def denominator(self) -> tuple[Decimal, bool] | None:
        """The number below the line: quarters, fifths, hundredths; and whether it is in the plural."""
        word = self.word()
        if word in TENS and (ones := _COMPOUND_PARTS.get(self.word(1))):
            self.at += 2
            return Decimal(TENS[word] + ones), True
        for table in (PARTS, ORDINALS, _PLURAL_PARTS, FUSED_ORDINALS):
            if word in table and table[word] > 1:
                self.at += 1
                return Decimal(table[word]), word.endswith("s")
        for table in (ORDINAL_SCALES, _PLURAL_SCALES):
            if word in table:
                self.at += 1
                return shift(Decimal(1), table[word]), word.endswith("s")
        return None

    def ordinal(self) -> int | None:
        """The ordinal at the end of a number: (one hundred) twenty-first."""
        word = self.word()
        if word in TENS and 0 < ORDINALS.get(self.word(1), 0) < 10:
            self.at += 2
            return TENS[word] + ORDINALS[self.words[self.at - 1][0]]
        if word in ORDINALS or word in FUSED_ORDINALS:
            self.at += 1
            return ORDINALS.get(word, FUSED_ORDINALS.get(word))
        return None


# Verbs that multiply: doubled is twofold.
VERBS = {
    "doubled": 2, "doubling": 2, "doubles": 2, "tripled": 3, "tripling": 3, "triples": 3, "trebled": 3,
    "trebling": 3,
    "quadrupled": 4, "quadrupling": 4, "quintupled": 5, "twofold": 2, "threefold": 3, "fourfold": 4,
    "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9, "tenfold": 10, "hundredfold": 100,
}  # fmt: skip
_ARTICLE = re.compile(r"(?<![a-z])(?:an?|point)\s$")


def multiple(text: str, match: re.Match[str]) -> Decimal | None:
    """What doubled or tripled multiplies by; None in doubled up, doubles title."""
    if match[0] in ("doubles", "triples") and not re.match(
        r"\s(?:the|its|their|in|to|from|every|each|as)\b", text[match.end() : match.end() + 8]
    ):
        return None
    return (
        None if text.startswith((" up", " down", " over", " back"), match.end()) else Decimal(VERBS[match[0]])
    )


def with_article(text: str, start: int) -> int:
    """Where the run at `start` begins with its article or leading point: a dozen, point two."""
    before = _ARTICLE.search(text, max(0, start - 6), start)
    if before is None:
        return start
    if before[0].startswith("point") and text[max(0, before.start() - 2) : before.start()].strip().isalnum():
        return start
    return before.start()


_PLURALS = re.compile(
    r"(?P<many>tens|dozens|scores|hundreds|thousands|millions|billions|"
    r"trillions)(?:\sof\s(?P<more>thousands|millions|billions|trillions))?(?![a-z])"
)
_MANY = {"tens": 10, "dozens": 12, "scores": 20}


def many(text: str, start: int) -> Numeral | None:
    """Hundreds, tens of thousands: a vague number of at least twice its scale and below its next one."""
    found = _PLURALS.match(text, start)
    if found is None or (found["many"] in _MANY and not text.startswith(" of ", found.end("many"))):
        return None
    value = (
        Decimal(_MANY[found["many"]]) if found["many"] in _MANY else shift(Decimal(1), SCALES[found["many"]])
    )
    if found["more"]:
        value = shift(value, SCALES[found["more"]])
    high = None if found["many"] in ("dozens", "scores") else EXACT.multiply(value, Decimal(10))
    return Numeral(
        start,
        found.end(),
        value,
        "words",
        low=EXACT.multiply(value, Decimal(2)),
        high=high,
        plain=False,
        qualifier="over",
    )


def read(run: str, start: int, text: str) -> list[Numeral]:
    """The numerals in a run of number words; `start` is the run's place in `text`."""
    parts = [(m[0], m.start() + start, m.end() + start) for m in _WORD.finditer(run)]
    reader, found = (
        _Reader(
            parts,
            not _NOUN_NEXT.match(text, start + len(run))
            or _MORE_BEFORE.search(text, max(0, start - 12), start) is not None,
        ),
        [],
    )
    while reader.at < len(parts):
        mark = reader.at
        numeral = _numeral(reader)
        if numeral is None or reader.at == mark:
            reader.at = mark + 1
            continue
        if parts[mark][0] in ("a", "an") and (numeral.ordinal or parts[mark + 1][0] in SMALL):
            mark += 1
        numeral.start, numeral.end = parts[mark][1], parts[reader.at - 1][2]
        found.append(numeral)
    return found


def _numeral(reader: _Reader) -> Numeral | None:
    article = reader.word() in ("a", "an")
    if article:
        reader.at += 1
    numeral = _simple(reader, article)
    if numeral is None or numeral.ordinal:
        return numeral
    _and_part(reader, numeral)
    if reader.word() in GROUPS:
        numeral.value = plain(EXACT.multiply(numeral.value, GROUPS[reader.word()]))
        reader.at += 1
    elif numeral.fraction or reader.words[reader.at - 1][0] not in SCALES:
        _scales(reader, numeral)
    return numeral


def _simple(reader: _Reader, article: bool) -> Numeral | None:
    if reader.word() in GROUPS:
        return _make(Decimal(1))
    if article and reader.word() in ("pair", "couple"):
        reader.at += 1
        return _make(Decimal(2))
    if reader.word() in PARTS and (article or reader.word(1) in (*SCALES, "a", "dozen", "")):
        reader.at += 1
        value = Decimal(1) / PARTS[reader.words[reader.at - 1][0]]
        if reader.word() in ("a", "an") and (reader.word(1) in SCALES or reader.word(1) in GROUPS):
            reader.at += 1
        return _make(value, fraction=True)
    if reader.word() in PARTS:
        reader.at += 1
        return _make(Decimal(1) / PARTS[reader.words[reader.at - 1][0]], fraction=True)
    mark = reader.at
    ordinal = reader.ordinal()
    if ordinal is not None:
        if article and ordinal > 2 and reader.is_share():
            return _make(divide(Decimal(1), Decimal(ordinal)) or Decimal(0), fraction=True)
        return _make(Decimal(ordinal), ordinal=True)
    if reader.word() in ORDINAL_SCALES:
        scale = shift(Decimal(1), ORDINAL_SCALES[reader.word()])
        reader.at += 1
        return (
            _make(divide(Decimal(1), scale) or scale, fraction=True)
            if article
            else _make(scale, ordinal=True)
        )
    cardinal = reader.cardinal()
    if cardinal is None:
        reader.at = mark
        return None
    return _after_cardinal(reader, *cardinal)


def _after_cardinal(reader: _Reader, value: Decimal, power: int) -> Numeral:
    """A cardinal may turn out the top of a fraction or the head of an ordinal."""
    mark, last = reader.at, reader.words[reader.at - 1][0]
    if last in TENS and 0 < ORDINALS.get(reader.word(), 0) < 10:
        value = EXACT.add(value, ORDINALS[reader.word()])
        reader.at += 1
        return _make(value, ordinal=True)
    if last in TENS and value > TENS[last] and reader.word() in _COMPOUND_PARTS:
        reader.at += 1  # one hundred thirty-fifths
        parts = Decimal(TENS[last] + _COMPOUND_PARTS[reader.words[reader.at - 1][0]])
        return _make(divide(value - TENS[last], parts) or Decimal(0), fraction=True)
    if reader.word() == "and":
        reader.at += 1
    if last in SCALES and (ordinal := reader.ordinal()) is not None:
        return _make(EXACT.add(value, ordinal), ordinal=True)
    reader.at = mark
    if last in ("hundred", "hundreds") or last not in SCALES:
        below = reader.denominator()
        if below is not None:
            quotient = divide(value, below[0])
            if quotient is not None and (below[1] or value == 1):
                return _make(quotient, fraction=True)
            reader.at = mark
    if value > 1 and reader.word() in ORDINAL_SCALES:
        reader.at += 1
        return _make(shift(value, ORDINAL_SCALES[reader.words[reader.at - 1][0]]), ordinal=True)
    if value in (18, 19, 20) and not power and (rest := _year_rest(reader)) is not None:
        return _make(value * 100 + rest)
    numeral = _make(value)
    numeral.power, numeral.plain = power, not power
    return numeral


def _year_rest(reader: _Reader) -> int | None:
    """The second half of a spoken year: (nineteen) eighty-four, (twenty) twelve."""
    mark = reader.at
    rest = reader.below_hundred()
    if rest is None or rest < 10 or reader.word() in SCALES or reader.word() in GROUPS:
        reader.at = mark
        return None
    return rest


def _and_part(reader: _Reader, numeral: Numeral) -> None:
    """... and a half, and three quarters, and two thirds."""
    if numeral.fraction or reader.word() != "and":
        return
    mark = reader.at
    reader.at += 1
    if reader.word() in ("a", "an"):
        reader.at += 1
    top = Decimal(1)
    if reader.word() in SMALL:
        top = Decimal(SMALL[reader.word()])
        reader.at += 1
    below = reader.denominator()
    part = divide(top, below[0]) if below else None
    if part is None:
        reader.at = mark
        return
    last = reader.words[mark - 1][0]
    if reader.word() in SCALES and last in SCALES and SCALES[last] > SCALES[reader.word()]:
        part = shift(part, SCALES[reader.word()])
        reader.at += 1
    elif last in SCALES and SCALES[last] > 2:
        part = shift(part, SCALES[last])
    numeral.value, numeral.plain = EXACT.add(numeral.value, part), False


def _scales(reader: _Reader, numeral: Numeral) -> None:
    while reader.word() in SCALES:
        numeral.power += SCALES[reader.word()]
        numeral.value, numeral.plain = shift(numeral.value, SCALES[reader.word()]), False
        reader.at += 1


def _make(value: Decimal, *, ordinal: bool = False, fraction: bool = False) -> Numeral:
    return Numeral(0, 0, value, "words", ordinal=ordinal, fraction=fraction, plain=not fraction)


# Words before or after which "one" is a pronoun.
_NO_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|another|some|such|first|second|third|"
    r"[a-z]{2,8}th|loved|young|little|big|good|only the|or|than|for)\s$"
)
_NO_ONE_AFTER = re.compile(
    r"\s(?:of|another|by|is|was|who|that|which|day|thing|way|side|hand|can|could|may|might|"
    r"should|must|will|would|has|had|to|as|for|and|or|you|i|we|he|she|they|it|reason|reasons|"
    r"bites|at|with|on|from|another's|s)\b"
    r"|['’]s|-(?!mile|year|day|hour|month|week|minute|inch|foot|metre|meter|third|half|"
    r"quarter|fifth|fourth|eighth|tenth|million|billion|dollar)[a-z]"
)
_ORDINAL_IDIOM = re.compile(
    r"(?:-(?!year|quarter|degree|largest|biggest|century|place|round|grade|most|highest|seed|"
    r"period|inning|half|day|floor|ranked|generation)[a-z]|\s(?:to none|thoughts?\b|of all|"
    r"and foremost|nature\b|hand\b|glance|lady\b|wind\b|heaven\b))"
)
_ORDINAL_BEFORE = re.compile(r"\b(?:at|from the)\s$")
_HYPHENED = re.compile(
    r"-(?:way|faced|figure|tier|timer|fold[a-z]|wheel|handed|pronged|dimensional|some|off)\b"
)
_SET_HEADS = ("cloud ", "square ", "ground ", "one by ", "one-on-")
_HALF_OF_TWO = ("first ", "second ", "first-", "second-", "other ", "latter ", "better ")
_MOMENT = re.compile(r"\s(?:point|time|stage|moment)\b")
_NAMED_QUARTER = re.compile(
    r"(?:first|second|third|fourth|last|this|next|the|each|per|every|final|current)[\s-]+$"
)
_RATED = re.compile(r"(?:[0-9]|cents?|dollars?|pounds?|euros?|yuan|[mb]illion|times|once|twice)\s$")
_OF_UNIT = re.compile(r"[\s-](?:of\b|litre|liter|mile|hour|inch|pound|acre|century)")
_FUNCTION_WORDS = frozenset(
    ("the", "a", "an", "of", "in", "and", "or", "to", "at", "on", "for", "by", "with", "from")
)
_NAME_OF = re.compile(r"\b(?:group|gang|council|band) of\s$")
_UNIT_NEXT = re.compile(
    r"\s(?:mile|kilomet|hour|dollar|euro|pound|per ?cent|million|billion|trillion|hundred|thousand)"
)


def end_of_phrase(text: str, cased: str, numeral: Numeral) -> int:
    """Where the phrase ends in which these words are no figure (no one, Big Four); 0 for a figure."""
    start, end = numeral.start, numeral.end
    run = text[start:end]
    if run in ("one", "nine", "zero") and (
        text.endswith(_SET_HEADS, 0, start) or text.startswith(" tolerance", end)
    ):
        return end
    if run == "zero" and text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha():
        return end  # zero-based, zero-sum
    if run == "nine" and text.startswith("-to-five", end):
        return end + 8
    if run == "half" and text.endswith(_HALF_OF_TWO, 0, start):
        return end
    if run == "one" and text.endswith("at ", 0, start) and _MOMENT.match(text, end):
        return end
    if run in ("one", "a one"):
        if (
            (_NO_ONE_BEFORE.search(text, max(0, start - 12), start) and not _UNIT_NEXT.match(text, end))
            or _NO_ONE_AFTER.match(text, end)
            or run == "a one"
        ):
            return end
        if (
            start
            and text[end : end + 1] in (".", "?", "!")
            and text[start - 1] == " "
            and text[max(0, start - 12) : start].split()[-1:]
            not in (["minus"], ["to"], ["and"], ["one"], ["at"], ["by"], ["number"], ["ten"])
        ):
            return end
    if numeral.ordinal and (
        _ORDINAL_IDIOM.match(text, end)
        or (_ORDINAL_BEFORE.search(text, max(0, start - 9), start) and run == "first")
    ):
        return end
    if _HYPHENED.match(text, end):
        return end
    if run == "quarter" and _NAMED_QUARTER.search(text, max(0, start - 10), start):
        return end
    if run == "a quarter" and _RATED.search(text, max(0, start - 10), start):
        return end  # 15 cents a quarter
    if numeral.fraction and run in ("quarter", "quarters") and not _OF_UNIT.match(text, end):
        return end
    return end if _is_name(text, cased, numeral) else 0


def _is_name(text: str, cased: str, numeral: Numeral) -> bool:
    """Big Four, Group of Seven, Fifth Avenue: a capital where the sentence gives none."""
    start, end = numeral.start, numeral.end
    if not cased[start].isupper() or cased[start + 1].isupper() or start < 2:
        return False
    before = cased[max(0, start - 24) : start].rstrip()
    if not before or not (before[-1].isalpha() or before[-1] in ",;"):
        return False
    if _NAME_OF.search(text, max(0, start - 12), start):
        return True
    last = before.split()[-1]
    following = cased[end : end + 2].strip(" -")
    capital_before = last[0].isupper() and last.lower() not in _FUNCTION_WORDS
    if numeral.ordinal and following[:1].isupper():
        return True
    return capital_before != following[:1].isupper()
