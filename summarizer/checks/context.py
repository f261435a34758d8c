"""Where a number stands: its sentence and clause, and what these say about it.

A text is cut into sentences and clauses; each mention owns the words of its clause up to the next number on either
side, and inherits the rest of its sentence. Line breaks and hyphens of narrow columns are taken out first, so that a
wrapped page reads like a clean one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from summarizer.checks import words
from summarizer.checks.hedges import find_hedge
from summarizer.checks.lexicon import concepts
from summarizer.checks.values import Value, dimension_of, value_of
from summarizer.quantities import Quantity, find_quantities
from summarizer.text import CJK, fold

_SENTENCE = re.compile(r"[。！？!?]+|\n[ \t\u3000]*\n+|(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})\.(?=\s|[”\"’]|$)|(?<=[0-9%])\.(?=\s+[A-Z]|\s*$)")
_PARAGRAPH = re.compile(r"\n+")
_HARD = re.compile(r"[，,；;:：（）()—]|\b(?:while|whereas|but|compared with|compared to|versus|against)\b|而(?=[^且是言])")
_SOFT = re.compile(r"[、和与及]|\band\b|以及|\bor\b|/")
_BREAK = re.compile(r"(?<=[A-Za-z])-[ \t]*\n[ \t]*(?=[a-z])")
_SPACE = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_BLANK = re.compile(r"\s+")
_RUN = re.compile("[\u4e00-\u9fff]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*[A-Za-z]")
_NOT_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday jan feb mar apr jun jul aug sep sept oct nov dec i".split()
)


def flat(text: str) -> str:
    """Return a piece of (folded) text without the line breaks, hyphens and blanks of its column."""
    if "\n" in text:
        text = _BREAK.sub("", text)
    if not text.isascii():
        text = _SPACE.sub("", text)
    return _BLANK.sub(" ", text)


def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, less in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", "")):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss" if ending == "s" else "\0"):
            return word[: -len(ending)] + less
    return word


@lru_cache(maxsize=8192)
def terms(text: str) -> frozenset[str]:
    """Return what a piece of text speaks of: pairs of ideographs, stems of English words, concepts and places."""
    found = set(concepts(text))
    if not text.isascii():
        for run in _RUN.findall(words.STOP_ZH.sub(" ", text)):
            found.update(run[i : i + 2] for i in range(len(run) - 1))
    for word in _WORD.findall(text):
        if word.lower() not in words.STOP_EN:
            found.add(_stem(word))
    return frozenset(found)


@lru_cache(maxsize=8192)
def names(text: str) -> frozenset[str]:
    """Return the capitalised words of an English piece, lower-cased, without months and days."""
    return frozenset(
        word.lower().removesuffix("'s")
        for word in _WORD.findall(text)
        if word[0].isupper() and word.lower() not in _NOT_NAMES and word.lower() not in words.STOP_EN
    )


@dataclass(slots=True, eq=False)
class Mention:
    """A quantity and what its clause says of it."""

    quantity: Quantity
    value: Value | None
    dimension: str
    left: str
    right: str
    before: str
    after: str
    clause: int
    sentence: int
    role: str | None
    direction: int
    negated: bool
    own: frozenset[str]
    around: frozenset[str]
    dates: tuple[str, ...]
    dates_around: tuple[str, ...]

    @property
    def context(self) -> frozenset[str]:
        """The terms of its clause and of the rest of its sentence."""
        return self.own | self.around

    @property
    def chinese(self) -> bool:
        """Whether the words around it are Chinese."""
        return not (self.left + self.right).isascii()


@dataclass(slots=True)
class Clause:
    """A stretch of one sentence: `pieces[i]` stands before `held[i]`, the last piece behind the last of them."""

    number: int
    sentence: int
    held: list[Quantity] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)


@dataclass
class Reading:
    """A text with its quantities, each bound to its clause when first asked for.

    With `paragraphs` each line of the text is a paragraph of its own, as in `Article.text`; else a single line end is
    taken for the wrap of a column.
    """

    text: str
    quantities: Sequence[Quantity]
    paragraphs: bool = False

    @cached_property
    def folded(self) -> str:
        """The text with full-width forms folded, of the same length."""
        return fold(self.text)

    @cached_property
    def lower(self) -> str:
        """The folded text in lower case, blanks and breaks taken out, to look words up in."""
        return flat(self.folded).lower()

    @cached_property
    def all_terms(self) -> frozenset[str]:
        """The terms of the whole text."""
        return terms(flat(self.folded))

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Half-open offsets of the sentences; a mark inside a number ends none."""
        ends = [match.end() for match in _SENTENCE.finditer(self.folded)]
        if self.paragraphs:
            ends = sorted({*ends, *(match.end() for match in _PARAGRAPH.finditer(self.folded))})
        spans, start, at = [], 0, 0
        for end in [*ends, len(self.folded)]:
            while at < len(self.quantities) and self.quantities[at].end <= end - 1:
                at += 1
            if at < len(self.quantities) and self.quantities[at].start < end - 1 < self.quantities[at].end - 1:
                continue
            if end > start:
                spans.append((start, end))
                start = end
        return spans

    @cached_property
    def mentions(self) -> list[Mention]:
        """One mention for each quantity, in order."""
        found: list[Mention] = []
        at, number = 0, 0
        for index, (start, end) in enumerate(self.sentences):
            held = []
            while at < len(self.quantities) and self.quantities[at].start < end:
                held.append(self.quantities[at])
                at += 1
            if held:
                clauses = list(_clauses(self.folded, start, end, held, index, number))
                number += len(clauses)
                found.extend(_bind(clauses))
        return found

    @cached_property
    def by_dimension(self) -> dict[str, list[Mention]]:
        """The mentions of each dimension."""
        table: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            table.setdefault(mention.dimension, []).append(mention)
        return table

    @cached_property
    def frequency(self) -> dict[str, int]:
        """In how many mentions' own words each term stands."""
        count: dict[str, int] = {}
        for mention in self.mentions:
            for term in mention.own:
                count[term] = count.get(term, 0) + 1
        return count


def _clauses(text: str, start: int, end: int, held: list[Quantity], sentence: int, number: int) -> Iterator[Clause]:
    """Cut a sentence at its commas, and at a conjunction that stands between two numbers."""
    gaps = list(zip([start, *(q.end for q in held)], [*(q.start for q in held), end], strict=True))
    clause = Clause(number, sentence)
    for index, (low, high) in enumerate(gaps):
        piece = flat(text[low:high]) if low < high else ""
        parts = _HARD.split(piece)
        if len(parts) == 1 and 0 < index < len(held):
            soft = list(_SOFT.finditer(piece))
            if soft:
                parts = [piece[: soft[-1].start()], piece[soft[-1].end() :]]
        for part in parts[:-1]:
            clause.pieces.append(part)
            yield clause
            clause = Clause(clause.number + 1, sentence)
        clause.pieces.append(parts[-1])
        if index < len(held):
            clause.held.append(held[index])
    yield clause


def _bind(clauses: list[Clause]) -> Iterator[Mention]:
    """Yield the mentions of one sentence."""
    whole = [terms("|".join(clause.pieces)) for clause in clauses]
    dates = [tuple(q.iso for q in clause.held if q.iso) for clause in clauses]
    for index, clause in enumerate(clauses):
        rest = frozenset().union(*whole[:index], *whole[index + 1 :])
        earlier = tuple(iso for held in dates[:index] for iso in held)
        for at in range(len(clause.held)):
            yield _mention(clause, at, whole[index], rest, dates[index], earlier)


def _reach(clause: Clause, at: int) -> tuple[str, str]:
    """Return the words before and behind a number up to the next number; dates let the words through."""
    first = at
    while first > 0 and clause.held[first - 1].iso and not clause.held[at].iso:
        first -= 1
    last = at
    while last + 1 < len(clause.held) and clause.held[last + 1].iso and not clause.held[at].iso:
        last += 1
    left, right = " ".join(clause.pieces[first : at + 1]), " ".join(clause.pieces[at + 1 : last + 2])
    inner = sum(1 for q in clause.held if not q.iso) > 1 and not clause.held[at].iso
    if inner and first > 0 and not terms(clause.pieces[0]):
        left = ""  # 35人受伤12人死亡: each number owns what stands behind it
    elif inner and last + 1 < len(clause.held) and not terms(clause.pieces[-1]):
        right = ""  # 男性328人女性291人: each number owns what stands before it
    return left, right


def _mention(
    clause: Clause, at: int, whole: frozenset[str], rest: frozenset[str], dates: tuple[str, ...], earlier: tuple[str, ...]
) -> Mention:
    quantity = clause.held[at]
    before, after = clause.pieces[at], clause.pieces[at + 1]
    left, right = _reach(clause, at)
    hedge = find_hedge(before, fold(quantity.text), after, quantity.qualifier)
    value = value_of(quantity, hedge)
    dimension = value.dimension if value else dimension_of(quantity.kind, quantity.unit, False)
    own = terms(left + "|" + right)
    return Mention(
        quantity=quantity,
        value=value,
        dimension=dimension,
        left=left,
        right=right,
        before=before,
        after=after,
        clause=clause.number,
        sentence=clause.sentence,
        role=words.role(before, after, dimension in {"ratio", "points"}),
        direction=words.direction(left, after),
        negated=words.negated(left if left else before, after),
        own=own,
        around=(whole | rest) - own,
        dates=dates,
        dates_around=earlier,
    )


@lru_cache(maxsize=64)
def read(text: str, paragraphs: bool = False) -> Reading:
    """Return the reading of a text; the last ones are kept, so that many claims on one source cost one reading."""
    return Reading(text, find_quantities(text), paragraphs)
