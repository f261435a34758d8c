"""The global choice: one role for every block, so that the page as a whole scores best (Viterbi over a grammar).

The grammar of a page: articles follow each other, each `head* by? text (text | sub | furn)* credit?`, or headless
with its headline behind it; furniture may stand anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from summarizer.splitter.blocks import Block

# States: what is open after a block. 1 marks an article that has its headline, 0 one that has none (so far).
OUT, HEAD, BY, BODY1, BODY0, SUB1, SUB0, END1, END0, TAIL, BY0, POOL = range(12)


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
            closing += ("arc.empty",) if opens and source in (HEAD, BY, BY0) else ()
            closing += ("arc.sub_last",) if opens and source in (SUB0, SUB1) else ()
            arcs.append(Arc(source, target, role, weights + closing, opens))

    closed = (OUT, BODY1, END1, TAIL, BODY0, END0, POOL)
    add((HEAD, BY), BODY1, "first")
    add((BY0,), BODY0, "first")
    add((BODY1, SUB1), BODY1, "more")
    add((BODY0, SUB0), BODY0, "more")
    add((END1,), BODY1, "more", "arc.text_after_credit")
    add((END0,), BODY0, "more", "arc.text_after_credit")
    add(closed, BODY0, "open", "arc.article", opens=True)
    add((*closed[:-1], HEAD), HEAD, "head", "arc.article", opens=True)
    add((POOL,), HEAD, "head", "arc.article", "arc.head_after_pool", opens=True)
    add((HEAD,), HEAD, "headmore")
    add((BY,), HEAD, "headmore", "arc.deck_after_by")
    add((HEAD, BY), BY, "by")
    add(closed, BY0, "by", "arc.article", "arc.by_first", opens=True)
    add((BY0,), BY0, "by")
    add((BODY0, END0), TAIL, "tail", "arc.tail")
    add((TAIL,), TAIL, "tailmore")
    add((TAIL,), TAIL, "by", "arc.by_after_tail")
    add((BODY1,), SUB1, "sub")
    add((BODY0,), SUB0, "sub")
    add((SUB1,), SUB1, "sub", "arc.sub_last")
    add((SUB0,), SUB0, "sub", "arc.sub_last")
    add((BODY1, END1), END1, "credit")
    add((BODY0, END0), END0, "credit")
    add((TAIL,), TAIL, "credit")
    add((OUT, TAIL, END1, END0, BODY1, BODY0), POOL, "pool", "arc.pool", opens=True)
    add((POOL,), POOL, "poolmore")
    for state in (BODY1, BODY0, END1, END0, TAIL, POOL, SUB1, SUB0, OUT):
        add((state,), state, "furn")
    for state in (HEAD, BY, BY0):
        add((state,), state, "furn", "arc.furn_in_head")
    return tuple(arcs)


GRAMMAR = _grammar()
_LAST = {
    HEAD: "arc.empty",
    BY: "arc.empty",
    BY0: "arc.empty",
    BODY0: "arc.headless",
    END0: "arc.headless",
    SUB1: "arc.sub_last",
    SUB0: "arc.sub_last",
}
_NEVER = -1e18
_STATES = 12


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


def choose(blocks: list[Block], weights: Mapping[str, float], *, seams: bool = True) -> list[Step]:
    """Return the best role of every block; without `seams`, margins are left at 0."""
    costs: _Costs = {}
    for number, arc in enumerate(GRAMMAR):
        cost = sum(weights[name] for name in arc.weights)
        costs.setdefault(arc.role, []).append((arc.source, arc.target, cost, number, arc.opens))
    last = [weights.get(_LAST.get(state, ""), 0.0) for state in range(_STATES)]
    scores, trail = _forward(blocks, costs)
    margins = _margins(blocks, costs, scores, last) if seams else [0.0] * len(blocks)
    state = max(range(_STATES), key=lambda s: scores[-1][s] + last[s])
    steps: list[Step] = []
    for back, margin in zip(reversed(trail), reversed(margins), strict=True):
        taken = GRAMMAR[back[state]]
        steps.append(Step(taken.role, taken.target, taken.opens, margin))
        state = taken.source
    steps.reverse()
    return steps


def _forward(blocks: list[Block], costs: _Costs) -> tuple[list[tuple[float, ...]], list[bytes]]:
    """Return the best score of every state before each block (and after the last), and the arcs that led there.

    Tuples and bytes, because the garbage collector passes them over.
    """
    score = tuple(0.0 if state == OUT else _NEVER for state in range(_STATES))
    scores, trail = [score], []
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
        score = tuple([value - top for value in new])
        scores.append(score)
        trail.append(bytes(back))
    return scores, trail


def _margins(
    blocks: list[Block], costs: _Costs, scores: list[tuple[float, ...]], last: list[float]
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
