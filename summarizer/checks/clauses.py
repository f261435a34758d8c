"""Sentences cut into clauses, and each number bound to the words of its clause.

A mention owns the words of its clause up to the next number on either side, and inherits the rest of its
sentence. Where a sentence lists subjects and numbers apart (分别, respectively), each number gets the
subject of its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.checks.context import flat, terms
from summarizer.checks.mention import Clause, Mention, Sentence
from summarizer.quantities.types import Quantity

_HARD = re.compile(
    r"[，,；;:：（）()—]|\b(?:while|whereas|but|compared with|compared to|versus|against)\b|而(?=[^且是言])",
    re.IGNORECASE,
)
_SOFT = re.compile(r"[、和与及]|\band\b|以及|\bor\b|/", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"分别|各自?为|依次为?|\brespectively\b", re.IGNORECASE)
_ITEM = re.compile(r"[、，,]|和|与|及|\band\b|以及", re.IGNORECASE)


def mentions_of(
    text: str, span: tuple[int, int], held: Sequence[Quantity], *, number: int, clause: int
) -> list[Mention]:
    """Return the mentions of sentence `number`, at `span` of the folded text, its clauses numbered from
    `clause`."""
    start, end = span
    sentence = Sentence(number)
    sentence.clauses = _cut(text, span, held, sentence, clause)
    found = [
        Mention(quantity, at, part) for part in sentence.clauses for at, quantity in enumerate(part.held)
    ]
    if len(found) > 1 and _RESPECTIVELY.search(text, start, end):
        return _respectively(found, "respectively" in flat(text[start:end]).lower())
    return found


def _cut(
    text: str, span: tuple[int, int], held: Sequence[Quantity], sentence: Sentence, number: int
) -> list[Clause]:
    """Cut a sentence at its commas, and at a conjunction that stands between two numbers."""
    start, end = span
    gaps = list(zip([start, *(q.end for q in held)], [*(q.start for q in held), end], strict=True))
    clauses = [Clause(number, sentence)]
    for index, (low, high) in enumerate(gaps):
        piece = flat(text[low:high]) if low < high else ""
        parts = _HARD.split(piece)
        if len(parts) == 1 and 0 < index < len(held):
            soft = list(_SOFT.finditer(piece))
            if soft:
                parts = [piece[: soft[-1].start()], piece[soft[-1].end() :]]
        for part in parts[:-1]:
            clauses[-1].pieces.append(part)
            clauses.append(Clause(clauses[-1].number + 1, sentence, len(clauses)))
        clauses[-1].pieces.append(parts[-1])
        if index < len(held):
            clauses[-1].held.append(held[index])
    return clauses


def _respectively(found: list[Mention], english: bool) -> list[Mention]:
    """Give each number the subject of its place in the list before it."""
    figures = [index for index, mention in enumerate(found) if not mention.iso]
    for place, index in enumerate(figures):
        mention = found[index]
        if english:
            subject = mention.left
        elif match := _RESPECTIVELY.search(mention.left):
            subject = mention.left[: match.start()]
        else:
            continue
        items = [item for item in _ITEM.split(subject) if item.strip()]
        rest = figures[place:]
        if len(items) > 1 and len(rest) >= len(items):
            for item, target in zip(items, rest, strict=False):
                found[target] = _assign(found[target], terms(item), terms(subject))
            return found
        before = figures[:place]
        count = min(len(before), len(rest))
        for source, target in zip(before[-count:], rest[:count], strict=True) if count > 1 else ():
            found[target] = _assign(found[target], found[source].own, frozenset())
        return found
    return found


def _assign(mention: Mention, mine: frozenset[str], listed: frozenset[str]) -> Mention:
    return replace(mention, given_own=(mention.own - listed) | mine)
