"""Figures of the article that the record doesn't carry, ranked by how much a reader would miss them."""

from __future__ import annotations

import re

from summarizer.checks.case import Case
from summarizer.checks.compare import REACH, compare
from summarizer.checks.context import flat
from summarizer.checks.figures import find_mention
from summarizer.checks.mention import Mention
from summarizer.checks.values import COUNTED
from summarizer.quantities.units import CURRENCIES

# Points for what makes a figure matter; from `WARN` on its absence is a warning, from `LIST` on it is
# listed by itself.
HEADLINE, MONEY, TOTAL, GROWTH, VOTE, LEAD = 3.0, 2.0, 2.0, 1.5, 2.0, 0.5
WARN, LIST, MOST = 3.5, 2.0, 12
_TOTAL = re.compile(r"总|共|累计|合计|\b(?:total|overall|altogether|combined|in all)\b", re.IGNORECASE)
_VOTE = re.compile(r"票|赞成|反对|弃权|\b(?:votes?|voted|ballots?)\b", re.IGNORECASE)
_LOSS = re.compile(r"死亡|遇难|受伤|失踪|\b(?:died|dead|killed|injured|missing|deaths?)\b", re.IGNORECASE)


def salience(case: Case, mention: Mention) -> float:
    """Return how much a figure matters; 0 for dates, ordinals and the like."""
    quantity = mention.quantity
    if mention.value is None or quantity.iso or mention.dimension in {"date", "time", "ordinal"}:
        return 0.0
    body = len(case.text) - len(case.article.body)
    points = HEADLINE if quantity.start < body else 0.0
    points += MONEY if quantity.unit in CURRENCIES else 0.0
    around = mention.left + mention.right
    points += TOTAL if _TOTAL.search(mention.left) else 0.0
    points += VOTE if _VOTE.search(around + quantity.text) else 0.0
    points += VOTE if _LOSS.search(around) else 0.0
    points += GROWTH if mention.role == "change" or mention.dimension in {"ratio", "points"} else 0.0
    points += LEAD if "\n" not in case.text[body : quantity.start] else 0.0
    if mention.dimension in COUNTED and mention.value.nominal >= 100:
        points += 1.0
    if mention.dimension not in COUNTED and mention.dimension not in {"ratio", "points", "months"}:
        points += 0.5
    return points


def check_omitted(case: Case) -> None:
    """List the figures of the article that no field of the record carries."""
    missing = [(points, m) for m in _not_carried(case) if (points := salience(case, m)) > 0]
    ranked = sorted(missing, key=lambda pair: (-pair[0], pair[1].quantity.start))
    listed = [pair for pair in ranked if pair[0] >= LIST][:MOST]
    for points, mention in listed:
        quantity = mention.quantity
        severe = points >= WARN
        case.add(
            "omitted-figure",
            "warning" if severe else "info",
            "summary.figures",
            case.spans(quantity.start, quantity.end),
            text=quantity.text,
            clause=_clause(mention),
        )
    rest = [pair[1].quantity for pair in missing if pair not in listed]
    if rest:
        spans = [span for q in rest for span in case.spans(q.start, q.end)]
        texts = ", ".join(dict.fromkeys(flat(q.text) for q in rest))
        case.add("omitted-more", "info", "summary.figures", spans, number=len(rest), texts=texts[:300])


def _clause(mention: Mention) -> str:
    return (mention.left + mention.quantity.text + mention.right).strip()[:100]


def _not_carried(case: Case) -> list[Mention]:
    """The numbers that are no figure of the record and stand in none of its sentences, by place or by
    value."""
    held = [m for figure in case.summary.figures if (m := find_mention(case, figure)) is not None]
    places = {m.quantity.start for m in held}
    said = [m for path, claim in case.claims if not path.endswith(".role") for m in claim.mentions]
    votes = {
        n
        for d in case.summary.decisions
        if d.vote
        for n in (d.vote.in_favour, d.vote.against, d.vote.abstained)
    }
    carried: dict[str, list[Mention]] = {}
    for mention in [*held, *said]:
        carried.setdefault(mention.dimension, []).append(mention)
    return [
        m
        for m in case.source.mentions
        if m.quantity.start not in places
        and m.quantity.value not in votes
        and not any(_says(other, m) for other in carried.get(m.dimension, ()))
    ]


def _says(said: Mention, mention: Mention) -> bool:
    """Tell whether a number of the record gives a number of the article."""
    mine, theirs = said.point, mention.point
    if mine is not None and theirs is not None and mine != theirs:
        reach = REACH.get(said.value.hedge, 2.1) if said.value else 2.1
        if not abs(mine) <= reach * abs(theirs) <= reach * reach * abs(mine):
            return False
    return compare(said, mention).agreement == "agrees"
