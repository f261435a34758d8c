"""`find_quantities`: two cheap searches find where numerals begin; all work happens around those places."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities import (
    attach,
    context,
    dates,
    dates_en,
    digits,
    money,
    numerals_en,
    numerals_zh,
    patterns,
    periods,
    periods_en,
    words_zh,
)
from summarizer.quantities.assemble import build
from summarizer.quantities.joins import join
from summarizer.quantities.mention import Found, Numeral
from summarizer.quantities.types import Quantity
from summarizer.quantities.view import View
from summarizer.quantities.words_en import MONTHS

_ZH = numerals_zh.D + numerals_zh.U
# A plain character class, and words that all begin with a literal: the two forms that `re` searches fast.
_FIGURE = re.compile(rf"[0-9{_ZH}几数半翻{''.join(digits.VULGAR)}]")
_EXTRA_WORDS = (
    "https",
    "http",
    "www",
    "fy",
    "point",
    "tens",
    "scores",
    "pair",
    "couple",
    "对折",
    *numerals_en.VERBS,
)
_WORD = re.compile(
    patterns.words([*numerals_en.STARTERS, *dates_en.MONTH.split("|"), *_EXTRA_WORDS]) + "(?![a-z])"
)
_LINK = re.compile(r"[!-~]+")
_FIRST = re.compile(rf"[0-9]+|[{_ZH}]+")
_LABEL = re.compile(r"[a-z0-9]+(?:[-._/+][a-z0-9]+)*")
_MIXED_NEXT = frozenset(f"{numerals_zh.U}点几多余来零〇")
_DATE_NEXT = frozenset("年月日号时点世许:-/.,至到~、和 ap季财学赛snrtq\n'’)）;；。，\"”")
# How far the sum may stand whose currency lends its name to cents: mentions, characters.
_BESIDE, _NEAR = 6, 300
_PART_NEXT = ("s", "n", "r", "t", "q")
_MONTH_NEXT = frozenset(" -./,snrt\n")


def find_quantities(text: str, *, paragraphs: bool = False) -> list[Quantity]:
    """Every quantity mention of `text`, in order, with half-open offsets into `text` as given.

    Chinese and English newspaper figures; what a mention holds, see `Quantity`. A line end is taken for
    the wrap of a column; with `paragraphs`, as in `Article.text`, no number goes on from one line to the
    next: a headline may end in a numeral (冲进前四) and the body begin with one. Pure, and linear in `len(text)`.
    """
    view = View(text, paragraphs)
    out = []
    all_found = _Scan(view.text, view.cased).run()
    for at, found in enumerate(all_found):
        if found.word in money.SMALL:
            money.small_change(view.text, found, _currency_near(all_found, at))
        start, end = view.origin(found.start, found.end)
        out.append(
            Quantity(
                start,
                end,
                text[start:end],
                found.kind,
                found.value,
                found.upper,
                found.unit,
                found.qualifier,
                found.iso,
                found.low,
                found.high,
            )
        )
    return out


def _currency_near(all_found: list[Found], at: int) -> str | None:
    """The currency of the last sum of money before the mention at `at`, else of the next one."""
    for other in (*all_found[max(0, at - _BESIDE) : at][::-1], *all_found[at + 1 : at + _BESIDE]):
        if other.kind == "money" and abs(other.start - all_found[at].start) < _NEAR:
            return other.unit
    return None


class _Scan:
    """One pass over a view: `text` folded and lower-cased, `cased` the same with its capitals."""

    __slots__ = ("cased", "out", "text")

    def __init__(self, text: str, cased: str) -> None:
        self.text, self.cased = text, cased
        self.out: list[Found] = []

    def run(self) -> list[Found]:
        """All mentions, in order."""
        figure, word = _FIGURE.search(self.text), _WORD.search(self.text)
        while figure is not None or word is not None:
            if word is None or (figure is not None and figure.start() < word.start()):
                assert figure is not None
                place = self._figure(figure.start())
            else:
                place = self._word(word)
            if figure is not None and figure.start() < place:
                figure = _FIGURE.search(self.text, place)
            if word is not None and word.start() < place:
                word = _WORD.search(self.text, place)
        return self.out

    def _floor(self) -> int:
        return self.out[-1].end if self.out else 0

    def _figure(self, start: int) -> int:
        char = self.text[start]
        if (named := words_zh.undatable(self.text, start)) > 0:
            return named
        return self._arabic(start) if char.isdecimal() or char in digits.VULGAR else self._chinese(start)

    def _arabic(self, start: int) -> int:
        """Reads what begins with an Arabic figure, returns where to go on."""
        text = self.text
        before = text[start - 1] if start else "\n"
        letter = before.isascii() and before.isalpha()
        money = (letter or before in "$€£¥₹₩₽. ") and attach.has_currency(text, start)
        if before in "qh" and (part := periods_en.match(text, self.cased, start - 1)) is not None:
            return self._add_date(part)
        if before == "#" or (letter and not money):
            label = _LABEL.match(text, start)
            return label.end() if label else start + 1
        if (date := self._date(start)) is not None:
            return self._add_date(date)
        numeral = self._arabic_numeral(start, money)
        if numeral is None:
            run = numerals_zh.RUN.match(text, start)
            return max(digits.end_of_digits(text, start), run.end() if run else 0)
        if not money and (end := context.end_of_label(text, self.cased, numeral)):
            return max(end, numeral.end)
        return self._add(numeral)

    def _arabic_numeral(self, start: int, money: bool) -> Numeral | None:
        text = self.text
        numeral = digits.read(text, self.cased, start, money, text[start - 1 : start] == "第")
        if (
            numeral is None
            or numeral.power
            or numeral.end >= len(text)
            or text[numeral.end] not in _MIXED_NEXT
        ):
            return numeral
        run = numerals_zh.RUN.match(text, start) if text[start] not in digits.VULGAR else None
        if run is None or run.end() < numeral.end:
            numerals_zh.scale_after(text, numeral)
            return numeral
        if run.end() - start > digits.LONGEST:
            return None
        return (self._read_run(run) or numeral) if run.end() > numeral.end else numeral

    def _date(self, start: int) -> Found | None:
        """The date, time or period that begins with the numeral at `start`."""
        text = self.text
        first = _FIRST.match(text, start)
        if first is None:
            return None
        end = first.end()
        after = text[end : end + 1]
        if after and after not in _DATE_NEXT and not (after.isdigit() or text[start - 1 : start] in "'’"):
            return None
        found = periods.match(text, start, end) or dates.match(text, start, end)
        if found is not None or text[start] > "9":
            return found
        if end < len(text) and text[end] in _MONTH_NEXT and end - start in (1, 2, 4):
            found = dates_en.before_month(text, start)
        if found is None and after in _PART_NEXT:
            found = periods_en.match(text, self.cased, start)
        if found is None and (end - start == 4 or text[start - 1 : start] in ("'", "’")):
            found = dates_en.year(text, start)
        return found

    def _word(self, match: re.Match[str]) -> int:
        """Reads what begins with an English word, returns where to go on."""
        start, word, text = match.start(), match[0], self.text
        if start and text[start - 1].isascii() and text[start - 1].isalpha():
            return match.end()
        if word == "对折":
            if text.endswith(words_zh.PRICED_AT, 0, start):
                self.out.append(Found(start, start + 2, "percent", Decimal(50), unit="%", word="折"))
            return start + 2
        if word in ("http", "https", "www"):
            link = _LINK.match(text, start)
            return link.end() if link and text[match.end() : match.end() + 1] in (":", ".") else match.end()
        if word == "fy":
            return self._add_date(date) if (date := periods.match(text, start, start)) else match.end()
        if word in numerals_en.VERBS:
            return self._verb(match)
        date = (
            dates_en.after_month(text, self.cased, start)
            if word in MONTHS
            else dates_en.worded(text, start) or periods_en.match(text, self.cased, start)
        )
        if date is not None:
            return self._add_date(date)
        if (vague := numerals_en.many(text, start)) is not None:
            return self._add(vague)
        start = numerals_en.with_article(text, start)
        run = numerals_en.RUN.match(text, start)
        if run is None:
            return match.end()
        place = max(run.end(), match.end())
        for numeral in numerals_en.read(run[0], start, text):
            if numeral.start < self._floor():
                continue
            place = max(place, numerals_en.end_of_phrase(text, self.cased, numeral) or self._add(numeral))
        return place

    def _verb(self, match: re.Match[str]) -> int:
        """Doubled, tripled, halved: a multiple without a numeral."""
        if (value := numerals_en.multiple(self.text, match)) is not None:
            self.out.append(
                attach.hedged(self.text, Found(match.start(), match.end(), "ratio", value, unit="×"))
            )
        return match.end()

    def _chinese(self, start: int) -> int:
        """Reads what begins with a Chinese numeral, returns where to go on."""
        text = self.text
        char = text[start]
        if char in "数几" and text[start + 1 : start + 2] not in ("十", "百", "千", "万", "亿"):
            return start + 1
        if char == "翻":
            if not text.startswith(("翻番", "翻倍"), start):
                return start + 1
            self.out.append(Found(start, start + 2, "ratio", Decimal(2), unit="×", word="番"))
            return start + 2
        if char in "百千万" and (percent := numerals_zh.percent(text, start)) is not None:
            return self._add(percent)
        if char in "百千兆万亿十" and (end := words_zh.name_of_unit(text, start)):
            return end
        if char == "一" and text.startswith("一半", start) and not attach.has_unit(text, start + 2):
            return self._add(numerals_zh.half(text, start))
        if end := words_zh.in_idiom(text, start):
            return max(end, start + 1)
        if char == "半":
            return self._half(start)
        if (date := self._date(start)) is not None:
            return self._add_date(date)
        run = numerals_zh.RUN.match(text, start)
        if run is None:
            return start + 1
        numeral = self._read_run(run)
        return run.end() if numeral is None else self._add(numeral)

    def _half(self, start: int) -> int:
        if self.text.startswith("半数", start) and words_zh.is_hedged(self.text, start):
            return self._add(numerals_zh.half(self.text, start))
        if self.text.startswith(words_zh.HALF_WORDS, start):
            return start + 1
        if (date := periods.match(self.text, start, start + 1)) is not None:
            return self._add_date(date)
        return self._add(numerals_zh.half(self.text, start))

    def _read_run(self, run: re.Match[str]) -> Numeral | None:
        """The numeral of `run`, without a last 千 or 两 that begins its unit (350万千瓦, 九两)."""
        body, text = run[0], self.text
        if len(body) > digits.LONGEST:
            return None
        last = body[-1] if len(body) > 1 else ""
        if last == "两":
            a_pair = body == "一两" and attach.has_unit(text, run.end())
            body = body if a_pair or body[-2] == "点" else body[:-1]
        elif (
            last
            and last in "千兆百"
            and body[:-1] not in ("几", "数")  # 数千米 are thousands of metres
            and text.startswith(words_zh.UNIT_HEADS, run.end() - 1)
        ):
            body = body[:-1]
        return numerals_zh.read(body, run.start())

    def _add_date(self, date: Found) -> int:
        last = self.out[-1] if self.out else None
        if last is not None and not last.iso and date.kind == "time":
            periods.share_time(self.text, last, date)
        elif last is not None and not last.iso:
            periods.share_month(self.text, last, date)
        elif last is not None and periods.of_year(self.text, last, date):
            return date.end
        elif last is not None and last.kind == "date" and date.kind == "date":
            periods.inherit(self.text, last, date)
        elif last is not None and last.kind == "time" and date.kind == "time":
            periods.later(self.text, last, date)
        self.out.append(date)
        return date.end

    def _add(self, numeral: Numeral) -> int:
        """Builds the mention of `numeral`, joins it to the one before if the two are one; where to go on."""
        text, out, floor = self.text, self.out, self._floor()
        numeral = numerals_zh.with_denominator(text, numeral)
        last = out[-1] if out else None
        near = last if last is not None and numeral.start - last.end < 2 and last.word else None
        if near is not None and text[near.end : numeral.start] == "。":
            near = None  # 十二元。三分之一的人
        found = build(text, self.cased, numeral, floor, near)
        if found is None:
            return numeral.end
        place = found.end
        if last is not None and last.iso and periods.share_month(text, last, found):
            out.append(found)
        elif last is not None and numeral.start - last.end < 16 and join(text, last, found):
            attach.hedge_after(text, last)
        else:
            out.append(attach.hedged(text, found))
        return max(place, out[-1].end)
