"""A text as the checks read it: its sentences, its numbers bound to their clauses, and what a number
implies."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from summarizer.checks import words
from summarizer.checks.clauses import mentions_of
from summarizer.checks.compare import Sizes
from summarizer.checks.context import flat, folded, terms
from summarizer.checks.lazy import lazy
from summarizer.checks.mention import Mention
from summarizer.checks.values import Value, value_of
from summarizer.quantities import Quantity, find_quantities

# The point of an abbreviation or an initial (Dr., Nov., J.) ends no sentence.
_SENTENCE = re.compile(
    r"[。！？!?]+|\n[ \t\u3000]*\n+"
    r"|\.(?=\s|[”\"’]|$)(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?<!\b[A-Z][a-z]{3}\.)"
)
_PARAGRAPH = re.compile(r"\n+")
_MULTIPLY = re.compile("|".join([rf"\b{w}\b" if w.isascii() else w for w in words.MULTIPLY]), re.IGNORECASE)


# A claim is compared word for word with at most this many numbers; an article has far fewer.
MOST = 150


@dataclass
class Reading:
    """A text with its quantities, each bound to its clause when first asked for.

    With `paragraphs` each line of the text is a paragraph of its own, as in `Article.text`; else a single
    line end is taken for the wrap of a column.
    """

    text: str
    quantities: Sequence[Quantity]
    paragraphs: bool = False

    @lazy
    def folded(self) -> str:
        """The text with full-width forms folded, of the same length."""
        return folded(self.text)

    @lazy
    def lower(self) -> str:
        """The folded text in lower case, blanks and breaks taken out, to look words up in."""
        return flat(self.folded).lower()

    @lazy
    def all_terms(self) -> frozenset[str]:
        """The terms of the whole text."""
        return terms(flat(self.folded))

    @lazy
    def sentences(self) -> list[tuple[int, int]]:
        """Half-open offsets of the sentences; a mark inside a number ends none."""
        ends = [match.end() for match in _SENTENCE.finditer(self.folded)]
        if self.paragraphs:
            ends = sorted({*ends, *(match.end() for match in _PARAGRAPH.finditer(self.folded))})
        spans, start, at = [], 0, 0
        for end in [*ends, len(self.folded)]:
            while at < len(self.quantities) and self.quantities[at].end < end:
                at += 1
            inside = at < len(self.quantities) and self.quantities[at].start < end < self.quantities[at].end
            if end > start and not inside:
                spans.append((start, end))
                start = end
        return spans

    @lazy
    def mentions(self) -> list[Mention]:
        """One mention for each quantity, in order."""
        found: list[Mention] = []
        at, number = 0, 0
        for index, (start, end) in enumerate(self.sentences):
            first = at
            while at < len(self.quantities) and self.quantities[at].start < end:
                at += 1
            if at > first:
                held = mentions_of(
                    self.folded, (start, end), self.quantities[first:at], number=index, clause=number
                )
                number = held[-1].clause + 1
                found.extend(held)
        return found

    @lazy
    def stated(self) -> list[Mention]:
        """The mentions, and those that they imply: both ends of a movement, the factor of "doubled"."""
        return [*self.mentions, *_ends(self.mentions), *_joined(self.mentions), *self._multiples()]

    def _multiples(self) -> Iterator[Mention]:
        low = self.folded.lower()
        if not any(word in low for word in words.MULTIPLY):
            return
        for found in _MULTIPLY.finditer(self.folded):
            start, end = found.span()
            if any(q.start < end and start < q.end for q in self.quantities):
                continue
            value = Decimal(words.MULTIPLY[found[0].lower()]) / 100
            quantity = Quantity(start, end, self.text[start:end], "ratio", value, unit="×")
            index = bisect_right(self.sentences, start, key=itemgetter(1))
            yield from mentions_of(self.folded, self.sentences[index], [quantity], number=index, clause=-1)

    @lazy
    def by_dimension(self) -> dict[str, list[Mention]]:
        """The stated mentions of each dimension."""
        table: dict[str, list[Mention]] = {}
        for mention in self.stated:
            table.setdefault(mention.dimension, []).append(mention)
        return table

    @lazy
    def sizes(self) -> dict[str, Sizes]:
        """The stated mentions of each dimension by their rough value."""
        return {dimension: Sizes(held) for dimension, held in self.by_dimension.items()}

    def pool(self, claim: Mention) -> list[Mention]:
        """The stated mentions that a claim is held against: all, or of very many those that share a word
        with it."""
        if len(self.stated) <= MOST:
            return self.stated
        places = {at for term in claim.own for at in self._places.get(term, ())[:MOST]}
        return [self.stated[at] for at in sorted(places)[:MOST]] if places else self.stated[:MOST]

    @lazy
    def _places(self) -> dict[str, list[int]]:
        """Where among the stated mentions each term stands."""
        table: dict[str, list[int]] = {}
        for at, mention in enumerate(self.stated):
            for term in mention.own:
                table.setdefault(term, []).append(at)
        return table

    @lazy
    def by_sentence(self) -> dict[int, list[Mention]]:
        """The mentions of each sentence that has any."""
        table: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            table.setdefault(mention.sentence, []).append(mention)
        return table

    @lazy
    def index(self) -> dict[str, list[Mention]]:
        """The mentions among whose own words each term stands."""
        table: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            for term in mention.own:
                table.setdefault(term, []).append(mention)
        return table

    @lazy
    def weights(self) -> dict[str, float]:
        """How much each term tells one number from the others: the more numbers share it, the less."""
        return {term: (2.0 if term[0] in "§@" else 1.0) / len(held) for term, held in self.index.items()}


def _ends(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield both ends of a range that tells a movement: from 40% to 44%."""
    for mention in mentions:
        quantity = mention.quantity
        if quantity.upper is None or quantity.value is None or mention.role != "from":
            continue
        value = mention.value
        if value is None:
            continue
        sign = 1 if quantity.upper > quantity.value else -1
        for role, number, end in (("from", quantity.value, value.low), ("to", quantity.upper, value.high)):
            single = Value(value.dimension, end, end, False, False)
            yield replace(
                mention,
                quantity=replace(quantity, value=number, upper=None),
                given_value=single,
                given_role=role,
                given_direction=sign,
                implied=True,
            )


def _joined(mentions: list[Mention]) -> Iterator[Mention]:
    """Yield the range of a movement that is told in two numbers: 由5.3%降至5.1%."""
    for first, second in pairwise(mentions):
        if (
            first.sentence != second.sentence
            or first.dimension != second.dimension
            or first.dimension == "date"
        ):
            continue
        if first.role == "from" and second.role == "to":
            quantity = replace(first.quantity, upper=second.quantity.value)
            value = value_of(quantity, "exact")
            if value is not None:
                yield replace(
                    first,
                    quantity=quantity,
                    given_value=value,
                    given_direction=second.direction,
                    given_own=first.own | second.own,
                    implied=True,
                )


@lru_cache(maxsize=64)
def read(text: str, paragraphs: bool = False) -> Reading:
    """Return the reading of a text; the last ones are kept, so that many claims on one source cost one
    reading."""
    return Reading(text, find_quantities(text, paragraphs=paragraphs), paragraphs)
