"""The global choice: one role for every block, so that the page as a whole scores best (Viterbi over a grammar).

The grammar of a page: articles follow each other, each `head* by? text (text | sub | furn)* credit?`, or headless
with its headline behind it; furniture may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from summarizer.splitter.blocks import Block
from summarizer.splitter.weights import WEIGHTS

# States: what is open after a block. 1 marks an article that has its headline, 0 one that has none (so far), 2 one
# whose headline stands in the pool of headlines above.
OUT, HEAD, BY, BODY1, BODY0, SUB1, SUB0, END1, END0, TAIL, BY0, POOL, BY2, BODY2, SUB2, END2, TAILBY = range(
    17
)


class Arc(NamedTuple):
    """A move of the grammar: in state `source` a block plays `role`, which costs `weight` beside its own score."""

    source: int
    target: int
    role: str
    weights: tuple[str, ...]
    opens: bool


def _grammar() -> tuple[Arc, ...]:
    arcs: list[Arc] = []

    def add(sources: tuple[int, ...], target: int, role: str, *weights: str, opens: bool = False) -> None:
        for source in sources:
            closing: tuple[str, ...] = ("arc.headless",) if opens and source in (BODY0, END0, SUB0) else ()
            closing += ("arc.empty",) if opens and source in (HEAD, BY, BY0, BY2) else ()
            closing += ("arc.sub_last",) if opens and source in (SUB0, SUB1, SUB2) else ()
            arcs.append(Arc(source, target, role, weights + closing, opens))

    bare = (OUT, BODY1, END1, TAIL, TAILBY, BODY0, END0)
    pooled = (POOL, BODY2, END2)
    closed = (*bare, *pooled)
    add((HEAD, BY), BODY1, "first")
    add((BY0,), BODY0, "first")
    add((BY2,), BODY2, "first")
    for body, sub, end in ((BODY1, SUB1, END1), (BODY0, SUB0, END0), (BODY2, SUB2, END2)):
        add((body, sub), body, "more")
        add((end,), body, "more", "arc.text_after_credit")
        add((body,), sub, "sub")
        add((sub,), sub, "sub", "arc.sub_last")
        add((body, end), end, "credit")
    add((OUT, BODY1, END1, BODY0, END0), BODY0, "open", "arc.article", opens=True)
    add((TAIL,), BODY0, "next", "arc.article", opens=True)
    add((TAILBY,), BODY0, "next", "arc.article", opens=True)
    add((BODY2, END2), BODY2, "open", "arc.article", opens=True)
    add((POOL,), BODY2, "next", "arc.article", opens=True)
    add((*bare, BODY2, END2, HEAD), HEAD, "head", "arc.article", opens=True)
    add((POOL,), HEAD, "head", "arc.article", "arc.head_after_pool", opens=True)
    add((HEAD,), HEAD, "headmore")
    add((BY,), HEAD, "headmore", "arc.deck_after_by")
    add((HEAD, BY), BY, "by")
    add(bare, BY0, "by", "arc.article", "arc.by_first", opens=True)
    add(pooled, BY2, "by", "arc.article", opens=True)
    add((POOL,), POOL, "by", "arc.pool_by")
    add((BY0,), BY0, "by")
    add((BY2,), BY2, "by")
    add((BODY0, END0), TAIL, "tail", "arc.tail")
    add((TAIL,), TAIL, "tailmore")
    add((TAIL,), TAILBY, "tailby", "arc.by_after_tail")
    add((TAILBY,), TAILBY, "by")
    add((TAILBY,), TAIL, "tailmore", "arc.deck_after_by")
    add((TAIL, TAILBY), TAILBY, "credit")
    add((*bare, BODY2, END2), POOL, "pool", "arc.pool", opens=True)
    add((POOL,), POOL, "poolmore")
    for state in (*closed, SUB0, SUB1, SUB2):
        add((state,), state, "furn")
    for state in (HEAD, BY, BY0, BY2):
        add((state,), state, "furn", "arc.furn_in_head")
    return tuple(arcs)


GRAMMAR = _grammar()
# How a page may be set as a whole: what moves weigh in that style beside what they weigh on any page. The first is any.
# In the last one bylines open the texts that their headlines stand below.
STYLES = ("any", "before", "after", "layer", "signed")
LAYER = ("layer",)


_LIKE = {"signed": "after"}  # a style and the one whose weights it shares but for bylines


def style_weights(style: str, arc: Arc) -> tuple[str, ...]:
    """Return the names of what `arc` weighs beside its own in a page of `style`."""
    if style == "any":
        return ()
    likes = _LIKE.get(style, style)
    found = [f"style.{likes}.{arc.role}"] if arc.role in ("head", "tail", "pool", "open") else []
    if likes == "after" and arc.role == "tailby":
        found.append(f"style.{style}.by")
    if likes == "after" and arc.role == "by" and arc.target == BY0 and arc.source == TAIL:
        found.append(f"style.{style}.by_first")
    if style == "layer" and "arc.headless" in arc.weights:
        found.append("style.layer.headless")
    return tuple(found)


def last_weights(style: str, state: int) -> tuple[str, ...]:
    """Return the names of what it weighs that a page of `style` ends in `state`."""
    name = _LAST.get(state)
    if name is None:
        return ()
    return (name, "style.layer.headless") if style == "layer" and name == "arc.headless" else (name,)


_CUSTOM = 2  # lines like bylines, below which no page is read as one whose texts they open
_LAST = {
    HEAD: "arc.empty",
    BY: "arc.empty",
    BY0: "arc.empty",
    BY2: "arc.empty",
    BODY0: "arc.headless",
    END0: "arc.headless",
    SUB1: "arc.sub_last",
    SUB0: "arc.sub_last",
    SUB2: "arc.sub_last",
}
_NEVER = -1e18
_STATES = 17


class Step(NamedTuple):
    """The role that a block was given, the state it left behind, and whether a new article opens with it.

    `margin` is by how much the page would score worse if that last choice were the other way round.
    """

    role: str
    state: int
    opens: bool
    margin: float


_Costs = dict[
    str, list[tuple[int, int, float, int, bool]]
]  # source, target, cost, number and opening of each arc
_NO_ARC = 255
_FLOOR = -11.0  # a role that scores below is not tried


ONE_PAGE = 2000  # blocks; more are no single page, and have no style of their own


class Choice(NamedTuple):
    """The roles of all blocks, what the page scores with them, and which styles of page were tried."""

    steps: list[Step]
    score: float
    styles: tuple[str, ...]


def choose(
    blocks: list[Block],
    weights: Mapping[str, float],
    eager: float = 0.0,
    styles: tuple[str, ...] = STYLES,
    *,
    seams: bool = True,
) -> Choice:
    """Return the best role of every block, in that of the styles of page that goes best with all of them.

    `eager` is what it weighs beside all else that running text without a headline before it opens an article; the
    score that is told is without it. Without `seams`, margins are left at 0.
    """
    best: tuple[float, str, int, list[tuple[float, ...]], list[bytes]] | None = None
    if len(styles) > 1 and sum([block.byline is not None for block in blocks]) < _CUSTOM:
        styles = tuple([style for style in styles if style != "signed"])
    for style in styles if len(blocks) <= ONE_PAGE else STYLES[:1]:
        costs, last = _costs(style, weights, eager)
        scores, trail, lost = _forward(blocks, costs)
        state = max(range(_STATES), key=lambda s: scores[-1][s] + last[s])
        total = scores[-1][state] + last[state] + lost + weights.get(f"style.{style}", 0.0)
        if best is None or total > best[0]:
            best = (total, style, state, scores, trail)
    assert best is not None
    total, style, state, scores, trail = best
    margins = _margins(blocks, *_costs(style, weights, eager), scores) if seams else [0.0] * len(blocks)
    steps: list[Step] = []
    for back, margin in zip(reversed(trail), reversed(margins), strict=True):
        taken = GRAMMAR[back[state]]
        steps.append(Step(taken.role, taken.target, taken.opens, margin))
        state = taken.source
    steps.reverse()
    return Choice(steps, total - eager * sum(step.role in _BARE for step in steps), styles)


_BARE = frozenset({"open", "next"})  # roles of text that opens an article


def _costs(style: str, weights: Mapping[str, float], eager: float) -> tuple[_Costs, list[float]]:
    """Return what each move weighs in a page of `style`, by role, and what it weighs to end in each state."""
    return _standing(style, eager) if weights is WEIGHTS else _weighed(style, weights, eager)


@cache
def _standing(style: str, eager: float) -> tuple[_Costs, list[float]]:
    return _weighed(style, WEIGHTS, eager)


def _weighed(style: str, weights: Mapping[str, float], eager: float) -> tuple[_Costs, list[float]]:
    costs: _Costs = {}
    for number, arc in enumerate(GRAMMAR):
        cost = sum([weights[name] for name in (*arc.weights, *style_weights(style, arc))])
        cost += eager * (arc.role in _BARE)
        costs.setdefault(arc.role, []).append((arc.source, arc.target, cost, number, arc.opens))
    last = [sum([weights[name] for name in last_weights(style, state)]) for state in range(_STATES)]
    return costs, last


def _forward(blocks: list[Block], costs: _Costs) -> tuple[list[tuple[float, ...]], list[bytes], float]:
    """Return the best score of every state before each block (and after the last), and the arcs that led there.

    Scores are told from the best state's on; the third value is what was taken off them in all.

    Tuples and bytes, because the garbage collector passes them over.
    """
    score = tuple(0.0 if state == OUT else _NEVER for state in range(_STATES))
    scores, trail = [score], []
    lost = 0.0
    for block in blocks:
        new = [_NEVER] * _STATES
        back = [_NO_ARC] * _STATES
        for role, own in block.scores.items():
            if own < _FLOOR:
                continue
            for source, target, cost, number, _ in costs[role]:
                total = score[source] + own + cost
                if total > new[target]:
                    new[target] = total
                    back[target] = number
        top = max(new)
        lost += top
        score = tuple([value - top for value in new])
        scores.append(score)
        trail.append(bytes(back))
    return scores, trail, lost


def _margins(
    blocks: list[Block], costs: _Costs, last: list[float], scores: list[tuple[float, ...]]
) -> list[float]:
    """Return how much better the page scores with than without an article opening at each block, or the reverse."""
    after = last
    margins: list[float] = []
    for block, score in zip(reversed(blocks), reversed(scores[:-1]), strict=True):
        before = [_NEVER] * _STATES
        opened = closed = _NEVER
        for role, own in block.scores.items():
            if own < _FLOOR:
                continue
            for source, target, cost, _, opens in costs[role]:
                total = own + cost + after[target]
                if total > before[source]:  # noqa: PLR1730 - max() costs more than the rest
                    before[source] = total
                total += score[source]
                if opens:
                    if total > opened:  # noqa: PLR1730 - likewise
                        opened = total
                elif total > closed:
                    closed = total
        margins.append(min(abs(opened - closed), 99.0))
        top = max(before)
        after = [value - top for value in before]
    margins.reverse()
    return margins
