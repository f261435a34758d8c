"""Sentences cut into clauses, and each number bound to the words of its clause.

A mention owns the words of its clause up to the next number on either side, and inherits the rest of its sentence.
Where a sentence lists subjects and numbers apart (分别, respectively), each number gets the subject of its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from summarizer.checks import words
from summarizer.checks.context import Mention, flat, terms
from summarizer.checks.hedges import find_hedge
from summarizer.checks.values import dimension_of, value_of
from summarizer.quantities.types import Quantity
from summarizer.quantities.units import SURFACE_EN, SURFACE_ZH, UNITS
from summarizer.text import fold

_HARD = re.compile(
    r"[，,；;:：（）()—]|\b(?:while|whereas|but|compared with|compared to|versus|against)\b|而(?=[^且是言])", re.IGNORECASE
)
_SOFT = re.compile(r"[、和与及]|\band\b|以及|\bor\b|/", re.IGNORECASE)
# Words before a number that make it a name: Section 12, Chapter 11, Route 66.
_LABEL = re.compile(
    r"\b(?:section|chapter|article|page|room|route|highway|flight|line|type|part|volume|figure|table|phase|no\.|number|rule|clause|"
    r"interstate|district|ward|gate|pier|unit|act|title|proposition|measure|amendment|resolution)s? $",
    re.IGNORECASE,
)
_PER_BEFORE = re.compile(r"每(?P<unit>[\u4e00-\u9fff]{1,4}?)(?:(?:售|单|均)?价|收购价|补贴|补助|奖励|约|为|仅|才|卖|售|重|产){0,2}$")
_PER_AFTER = re.compile(r"^ ?(?:/ ?|per |an? |每)(?P<unit>[a-z]+|[\u4e00-\u9fff]{1,3})", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"分别|各自?为|依次为?|\brespectively\b", re.IGNORECASE)
_NOUN = re.compile(r"[\u4e00-\u9fff]{0,2}| ?[a-z]*")
_ITEM = re.compile(r"[、，,]|和|与|及|\band\b|以及", re.IGNORECASE)


_NEXT_DATE = re.compile(r" ?(?:in|on|by|for|as of|at the end of|for the year ended|in the year ended)? ?", re.IGNORECASE)
_SPANS = frozenset({"year", "month", "day", "week", "decade", "hour"})
_ASIDE = re.compile(r"[ -]?(?:前|来|间|内|后|里|以来|的|old\b|ago\b|earlier\b|later\b)")


@dataclass(slots=True)
class Clause:
    """A stretch of one sentence: `pieces[i]` stands before `held[i]`, the last piece behind the last of them."""

    number: int
    sentence: int
    held: list[Quantity] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)


def mentions_of(text: str, start: int, end: int, held: Sequence[Quantity], sentence: int, number: int) -> list[Mention]:
    """Return the mentions of the sentence `text[start:end]` (folded text), clauses numbered from `number`."""
    clauses = list(_cut(text, start, end, held, sentence, number))
    found = list(_bind(clauses))
    if len(found) > 1:
        listed = _RESPECTIVELY.search(text, start, end)
        if listed:
            return _respectively(found, flat(text[start:end]))
    return found


def _cut(
    text: str, start: int, end: int, held: Sequence[Quantity], sentence: int, number: int
) -> Iterator[Clause]:
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
    dates = [tuple(iso for q in clause.held if (iso := iso_of(q))) for clause in clauses]
    denies = any(words.denies("|".join(clause.pieces)) for clause in clauses)
    subject: frozenset[str] = frozenset()
    around = frozenset().union(*whole)
    for index, clause in enumerate(clauses):
        earlier = tuple(iso for held in dates[:index] for iso in held)
        subject = whole[index] or subject
        for at in range(len(clause.held)):
            mention = _mention(clause, at, around, dates[index], earlier, denies)
            # 同比增长7.6%: a clause without a word of its own goes on about the one before.
            yield mention if mention.own or mention.iso else replace(mention, own=subject, around=around - subject)


def iso_of(quantity: Quantity) -> str | None:
    """Return the date of a quantity; a decade has an X for its last digit."""
    if quantity.iso and len(quantity.iso) == 4 and quantity.iso.isdigit() and re.search(r"0'?s$|年代$", quantity.text):
        return quantity.iso[:3] + "X"
    return quantity.iso


def _reach(clause: Clause, at: int) -> tuple[str, str]:
    """Return the words before and behind a number up to the next number; dates let the words through."""
    dated = bool(clause.held[at].iso)
    first = last = at
    while not dated and first > 0 and _aside(clause, first - 1):
        first -= 1
    while not dated and last + 1 < len(clause.held) and _aside(clause, last + 1):
        last += 1
    left, right = " ".join(clause.pieces[first : at + 1]), " ".join(clause.pieces[at + 1 : last + 2])
    alike = [i for i, q in enumerate(clause.held) if not _aside(clause, i) and q.unit == clause.held[at].unit]
    if dated or len(alike) < 2:
        return left, right
    if first > 0 and not terms(clause.pieces[0]):
        left = ""  # 35人受伤12人死亡: each number owns what stands behind it
    elif last + 1 < len(clause.held) and not terms(clause.pieces[-1]):
        # 男性328人女性291人: each number owns what stands before it, and the noun that its measure word takes.
        right = _NOUN.match(right)[0] if clause.held[at].kind == "count" else ""  # type: ignore[index]
    return left, right


def _aside(clause: Clause, at: int) -> bool:
    """Tell whether a number only dates or describes the clause: 2023年, 五年前, 72岁."""
    quantity = clause.held[at]
    if quantity.iso:
        return True
    return quantity.unit in _SPANS and bool(_ASIDE.match(clause.pieces[at + 1]) or "岁" in quantity.text)


def _described(clause: Clause, at: int) -> frozenset[str]:
    """Return terms for the ages and spans that tell whom a number counts: 0至14岁人口71.5万人."""
    if clause.held[at].iso or _aside(clause, at):
        return frozenset()
    return frozenset(
        f"#{q.value}-{q.upper}{q.unit}" for i, q in enumerate(clause.held[:at]) if not q.iso and _aside(clause, i)
    )


def _per(before: str, after: str) -> tuple[str, Fraction] | None:
    """Return dimension and size of the unit that a price or rate is for: 每公斤, a kilogram; None without one."""
    found = _PER_BEFORE.search(before) or _PER_AFTER.match(after)
    if not found:
        return None
    word = found["unit"].lower()
    unit = UNITS.get(SURFACE_ZH.get(word) or SURFACE_EN.get(word) or "")
    return (unit.dimension, unit.factor) if unit else None


def _mention(
    clause: Clause, at: int, around: frozenset[str], dates: tuple[str, ...], earlier: tuple[str, ...], denies: bool
) -> Mention:
    quantity = clause.held[at]
    before, after = clause.pieces[at], clause.pieces[at + 1]
    left, right = _reach(clause, at)
    value = value_of(quantity, find_hedge(before, fold(quantity.text), after, quantity.qualifier))
    dimension = value.dimension if value else dimension_of(quantity.kind, quantity.unit, False)
    if quantity.unit is None and dimension == "count" and _LABEL.search(before[-16:]):
        dimension = "ordinal"
    own = terms(left + "|" + right) | _described(clause, at)
    return Mention(
        quantity=quantity,
        value=value,
        dimension=dimension,
        iso=iso_of(quantity),
        per=_per(before, after),
        left=left,
        right=right,
        before=before,
        clause=clause.number,
        sentence=clause.sentence,
        role=words.role(before, after, dimension in {"ratio", "points"}),
        direction=words.direction(left or before, after),
        negated=words.negated(left or before, after),
        denies=denies,
        own=own,
        around=around - own,
        dates=_date_beside(clause, at) or dates,
        dates_around=earlier,
    )


def _date_beside(clause: Clause, at: int) -> tuple[str, ...]:
    """Return the date that belongs to a number among several of its clause: 2023年产量为120万吨, 4.1 percent in July."""
    if sum(1 for q in clause.held if not q.iso) < 2:
        return ()
    if at + 1 < len(clause.held) and _NEXT_DATE.fullmatch(clause.pieces[at + 1]) and (iso := iso_of(clause.held[at + 1])):
        return (iso,)
    if at and (iso := iso_of(clause.held[at - 1])):
        return (iso,)
    return ()


def _respectively(found: list[Mention], sentence: str) -> list[Mention]:
    """Give each number the subject of its place in the list before it."""
    figures = [index for index, mention in enumerate(found) if not mention.iso]
    for place, index in enumerate(figures):
        mention = found[index]
        if "respectively" in sentence.lower():
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
    own = (mention.own - listed) | mine
    return replace(mention, own=own, around=(mention.around | mention.own) - own)
