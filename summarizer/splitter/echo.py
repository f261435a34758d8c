"""Where the words of a display line come again: below it, above it, or in a text that stands elsewhere on the page.

A headline says in short what the first paragraphs of its article say in full. A word counts for the paragraph that
uses it first; one that few paragraphs use counts for more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from summarizer.splitter.blocks import Block

_REACH = 64  # running blocks on each side that a display line is compared with
_BACK = 14  # of them above, those that may be the body of the article that ends there
_AHEAD = 3  # and below, those that a headline mostly repeats
_LEAST = 2  # words of a line, below which it tells nothing
_SURE = 4  # words of a line that can be trusted in full
_LINES = 4  # of a block, above which it is no headline


class Echo(NamedTuple):
    """Shares of a line's words: in the running text right below, in that above, elsewhere, in the text it calls.

    For running text only `called` is set: the share of the words of some line, not right above, that call it.
    """

    below: float = 0.0
    above: float = 0.0
    elsewhere: float = 0.0
    called: float = 0.0


NONE = Echo()


def echoes(blocks: Sequence[Block], running: Sequence[bool]) -> list[Echo]:
    """Return the echo of every block; of one that says too little, `NONE`."""
    lines = [
        at
        for at, block in enumerate(blocks)
        if not (running[at] or block.furniture or block.byline or block.credit) and len(block.lines) <= _LINES
    ]
    lines = [at for at in lines if len(blocks[at].words) >= _LEAST]
    found = [NONE] * len(blocks)
    if not lines:
        return found
    asked = frozenset[str]().union(*[blocks[at].words for at in lines])
    texts = [at for at in range(len(blocks)) if running[at]]
    users = _users(blocks, texts, asked)
    called: dict[int, float] = {}
    for at in lines:
        below = bisect_left(texts, at)
        shares, first = _shares(blocks[at].words, users, below)
        if not shares:
            continue
        back = max((share for k, share in shares.items() if below - _BACK <= k < below), default=0.0)
        far = [k for k in shares if not below - _BACK <= k < below + _AHEAD]
        best = max(far, key=lambda k: (shares[k], -abs(k - below)), default=below)
        other = shares.get(best, 0.0)
        if other > first:
            called[texts[best]] = max(called.get(texts[best], 0.0), other)
        found[at] = Echo(first, back, other if far else 0.0)
    for at, share in called.items():
        found[at] = Echo(called=share)
    return found


def _users(blocks: Sequence[Block], texts: Sequence[int], asked: frozenset[str]) -> dict[str, list[int]]:
    """Return for every word that is asked for the running texts, by number, that use it when the one above doesn't."""
    users: dict[str, list[int]] = {}
    before: frozenset[str] = frozenset()
    for k, at in enumerate(texts):
        words = blocks[at].words & asked
        for word in words - before:
            users.setdefault(word, []).append(k)
        before = words
    return users


def _shares(words: frozenset[str], users: dict[str, list[int]], below: int) -> tuple[dict[int, float], float]:
    """Return which share of `words` each of the running texts around number `below` uses, and those right below."""
    found: defaultdict[int, float] = defaultdict(float)
    total = first = 0.0
    for word in sorted(words):
        near = users.get(word, [])
        if near and (near[0] < below - _REACH or near[-1] > below + _REACH):
            near = near[bisect_left(near, below - _REACH) : bisect_left(near, below + _REACH)]
        weight = max(1, len(near)) ** -0.5
        total += weight
        at = bisect_left(near, below)
        if at < len(near) and near[at] < below + _AHEAD:
            first += weight
        for k in near:
            found[k] += weight
    total *= max(1.0, _SURE / len(words))
    return {k: share / total for k, share in found.items()}, first / total
