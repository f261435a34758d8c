"""The splitter's grammar as a conditional random field: what the weights of evidence are fitted with.

A page is likely as its roles score; gold tells which roles each block may have, not always which one it has (whether a
short line is a subhead or text is nobody's loss), so the likelihood is that of all allowed readings together, in all
styles of page. Needs numpy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from summarizer.splitter import choose
from summarizer.splitter.blocks import Block, build_blocks
from summarizer.splitter.evidence import score_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS

NAMES = list(WEIGHTS)
_AT = {name: at for at, name in enumerate(NAMES)}
SIZE = len(NAMES) + 1  # the last feature is what needs no weight
_ARCS = choose.GRAMMAR
_ROLES = sorted({arc.role for arc in _ARCS})
_STATES = 1 + max(arc.target for arc in _ARCS)
_SOURCE = np.array([arc.source for arc in _ARCS])
_TARGET = np.array([arc.target for arc in _ARCS])
_ROLE = np.array([_ROLES.index(arc.role) for arc in _ARCS])
_OPENS = np.array([arc.opens for arc in _ARCS])
_INTO = np.eye(_STATES)[_TARGET]
_FROM = np.eye(_STATES)[_SOURCE]
_PLAYS = np.eye(len(_ROLES))[_ROLE]
_NEVER, _FORBIDDEN = -1e30, -1e5
_WHOLE = 0.98  # share of a block's characters that one owner must have

_HEADS = frozenset({"head", "headmore", "tail", "tailmore"})
_LOOSE = frozenset({"pool", "poolmore"})
_BY = frozenset({"by", "tailby", "credit"})
_TEXT = frozenset({"open", "next", "first", "more", "sub"})


class Linear:
    """A number that remembers how it depends on each weight."""

    __slots__ = ("parts",)
    now = np.array([*WEIGHTS.values(), 1.0])  # by which two are compared

    def __init__(self, parts: Any) -> None:
        self.parts = parts

    def __add__(self, other: Any) -> Linear:
        if isinstance(other, Linear):
            return Linear(self.parts + other.parts)
        parts = self.parts.copy()
        parts[-1] += other
        return Linear(parts)

    __radd__ = __add__

    def __neg__(self) -> Linear:
        return Linear(-self.parts)

    def __sub__(self, other: Any) -> Linear:
        return self + (-other)

    def __rsub__(self, other: Any) -> Linear:
        return -self + other

    def __mul__(self, factor: float) -> Linear:
        return Linear(self.parts * factor)

    __rmul__ = __mul__

    def __truediv__(self, divisor: float) -> Linear:
        return Linear(self.parts / divisor)

    def __float__(self) -> float:
        return float(self.parts @ self.now)

    def __gt__(self, other: Any) -> bool:
        return float(self) > float(other)

    def __lt__(self, other: Any) -> bool:
        return float(self) < float(other)


_BASIS: dict[str, Any] = {name: Linear(row) for name, row in zip(NAMES, np.eye(SIZE), strict=False)}


def _table(names: Sequence[Sequence[str]]) -> Any:
    found = np.zeros((len(names), SIZE))
    for row, own in enumerate(names):
        for name in own:
            found[row, _AT[name]] += 1
    return found


@dataclass
class _Style:
    arcs: Any
    last: Any
    page: Any


_STYLES = [
    _Style(
        _table([(*arc.weights, *choose.style_weights(style, arc)) for arc in _ARCS]),
        _table([choose.last_weights(style, state) for state in range(_STATES)]),
        _table([[f"style.{style}"] if f"style.{style}" in _AT else []])[0],
    )
    for style in choose.STYLES
]


@dataclass
class Reading:
    """One page: what each role of each block is made of, and which moves the gold allows there."""

    features: Any
    allowed: Any
    sound: bool  # no block holds parts of two articles, no article comes in two pieces
    weight: float = 1.0


def read(text: str, gold: Mapping[str, Any], weight: float = 1.0) -> Reading:
    """Return a page with gold, ready to be learned from."""
    blocks = build_blocks(read_lines(text), WEIGHTS)
    score_blocks(blocks, _BASIS)  # type: ignore[arg-type]
    features = np.zeros((len(blocks), len(_ROLES), SIZE), np.float32)
    for at, block in enumerate(blocks):
        for role, score in block.scores.items():
            if role in _ROLES:
                if isinstance(score, Linear):
                    features[at, _ROLES.index(role)] = score.parts
                else:
                    features[at, _ROLES.index(role), -1] = score
    allowed, sound = _allowed(text, gold, blocks)
    return Reading(features, allowed, sound, weight)


def _squash(text: str | None) -> str:
    return re.sub(r"[\s\-‐‑\ufffe\xad\x02]+", "", text or "")


def _kinds(text: str, gold: Mapping[str, Any], blocks: Sequence[Block]) -> tuple[list[tuple[Any, str]], bool]:
    """Return of every block whose it is (an article's number, "furniture", None) and which part of that."""
    owner: dict[int, Any] = {}
    for number, article in enumerate(gold["articles"]):
        owner.update((at, number) for start, end in article["spans"] for at in range(start, end))
    owner.update((at, "furniture") for span in gold["furniture"] for at in range(span[0], span[1]))
    articles = gold["articles"]
    heads = [
        _squash("".join([a.get("kicker") or "", a.get("headline") or "", *(a.get("deck") or [])]))
        for a in articles
    ]
    names = [(_squash(a.get("byline")), _squash(a.get("credit"))) for a in articles]
    bodies = [_squash(a["body"]) for a in articles]
    found, sound = [], True
    for block in blocks:
        own = Counter(
            owner.get(at)
            for line in block.lines
            for at in range(line.start, line.end)
            if not text[at].isspace()
        )
        whose, most = own.most_common(1)[0]
        sound &= most >= _WHOLE * own.total()
        lines = [_squash(text[line.start : line.end]) for line in block.lines]
        whole = "".join(lines)
        part = "text"
        if not isinstance(whose, int):
            part = ""
        elif len(whole) < 200 and all(line in heads[whose] for line in lines) and whole not in bodies[whose]:
            part = "head"
        elif whole in names[whose] or (len(whole) < 50 and any(whole in name for name in names[whose])):
            part = "by"
        found.append((whose, part))
    return found, sound


def _allowed(text: str, gold: Mapping[str, Any], blocks: Sequence[Block]) -> tuple[Any, bool]:
    kinds, sound = _kinds(text, gold, blocks)
    runs: list[tuple[int, list[int]]] = []
    for at, (whose, _) in enumerate(kinds):
        if isinstance(whose, int):
            if runs and runs[-1][0] == whose:
                runs[-1][1].append(at)
            else:
                runs.append((whose, [at]))
    told: set[int] = set()
    for whose, places in runs:
        if any(kinds[at][1] != "head" for at in places):
            sound &= whose not in told
            told.add(whose)
    apart, opening = set(), set()
    for whose, places in runs:
        if whose in told and all(kinds[at][1] == "head" for at in places):
            apart.update(places)
        else:
            opening.add(places[0])
    allowed = np.zeros((len(blocks), len(_ARCS)), bool)
    for at, (block, (whose, part)) in enumerate(zip(blocks, kinds, strict=True)):
        allowed[at] = _moves(block, whose, part, at in apart, at in opening)
    return allowed, sound


def _moves(block: Block, whose: Any, part: str, apart: bool, opening: bool) -> Any:
    if whose is None or (whose == "furniture" and not block.furniture):
        return np.ones(len(_ARCS), bool)  # what has no form can't be told from text: nothing to learn
    if whose == "furniture" or apart:
        roles = _LOOSE if apart else {"furn"}
        return np.array([arc.role in roles for arc in _ARCS])
    opens = opening == _OPENS
    if part == "by" and not (block.byline or block.credit):
        return opens
    roles = {"head": _HEADS, "by": _BY}.get(part, _TEXT)
    return opens & np.array([arc.role in roles for arc in _ARCS])


def _sums(scores: Any, sizes: Any, last: Any) -> tuple[Any, Any, Any]:
    """Return the logarithm of the sum over all readings of each page, and how likely each move and end is."""
    pages, length, _ = scores.shape
    ahead = np.full((pages, length + 1, _STATES), _NEVER)
    ahead[:, 0, choose.OUT] = 0
    with np.errstate(divide="ignore"):
        for at in range(length):
            step = ahead[:, at][:, _SOURCE] + scores[:, at]
            top = step.max(1, keepdims=True)
            new = np.maximum(np.log(np.exp(step - top) @ _INTO) + top, _NEVER)
            ahead[:, at + 1] = np.where((at < sizes)[:, None], new, ahead[:, at])
        end = ahead[:, length] + last
        top = end.max(1, keepdims=True)
        total = np.log(np.exp(end - top).sum(1)) + top[:, 0]
        back = np.tile(last, (pages, 1))
        moves = np.zeros_like(scores)
        for at in range(length - 1, -1, -1):
            step = scores[:, at] + back[:, _TARGET]
            here = (at < sizes)[:, None]
            likely = np.exp(np.minimum(ahead[:, at][:, _SOURCE] + step - total[:, None], 0))
            moves[:, at] = np.where(here, likely, 0)
            top = step.max(1, keepdims=True)
            new = np.maximum(np.log(np.exp(step - top) @ _FROM) + top, _NEVER)
            back = np.where(here, new, back)
    return total, moves, np.exp(np.minimum(end - total[:, None], 0))


class Likelihood:
    """How unlikely the gold of some pages is by given weights, and which way it grows."""

    def __init__(self, readings: Sequence[Reading], cap: float, batch: int = 24) -> None:
        """`cap`: from about this many nats on, a page that can't be read any better counts less and less."""
        self._cap = cap
        ordered = sorted(readings, key=lambda reading: len(reading.features))
        self._batches = [_stack(ordered[at : at + batch]) for at in range(0, len(ordered), batch)]

    def __call__(self, weights: Any) -> tuple[float, Any]:
        """Return the loss and its gradient."""
        loss, slope = 0.0, np.zeros(SIZE)
        for features, allowed, sizes, counts in self._batches:
            own = (features @ weights.astype(np.float32)).astype(float)[:, :, _ROLE]
            free, held = [], []
            for style in _STYLES:
                scores, last, page = own + style.arcs @ weights, style.last @ weights, style.page @ weights
                for sums, given in ((free, scores), (held, np.where(allowed, scores, _FORBIDDEN))):
                    total, moves, ends = _sums(given, sizes, last)
                    sums.append((total + page, moves, ends))
            all_free = np.logaddexp.reduce([total for total, _, _ in free])
            all_held = np.logaddexp.reduce([total for total, _, _ in held])
            worse = np.maximum(all_free - all_held, 0)
            counts = counts * (all_held > _FORBIDDEN / 2)
            loss += float((self._cap * np.log1p(worse / self._cap) * counts).sum())
            counts = counts / (1 + worse / self._cap)
            roles: Any = 0.0
            for style, one, two in zip(_STYLES, free, held, strict=True):
                pull, push = np.exp(one[0] - all_free) * counts, np.exp(two[0] - all_held) * counts
                moves = one[1] * pull[:, None, None] - two[1] * push[:, None, None]
                roles = roles + moves @ _PLAYS
                slope += moves.sum((0, 1)) @ style.arcs + (pull - push).sum() * style.page
                slope += (one[2] * pull[:, None] - two[2] * push[:, None]).sum(0) @ style.last
            slope += np.tensordot(roles, features, axes=([0, 1, 2], [0, 1, 2]))
        return loss, slope


def _stack(readings: Sequence[Reading]) -> tuple[Any, Any, Any, Any]:
    longest = max(len(reading.features) for reading in readings)
    features = np.zeros((len(readings), longest, len(_ROLES), SIZE), np.float32)
    allowed = np.ones((len(readings), longest, len(_ARCS)), bool)
    for at, reading in enumerate(readings):
        features[at, : len(reading.features)] = reading.features
        allowed[at, : len(reading.allowed)] = reading.allowed
    sizes = np.array([len(reading.features) for reading in readings])
    return features, allowed, sizes, np.array([reading.weight for reading in readings])
