"""English headlines that stand in a layer of their own, line below line: where one ends, and whose each is.

Read as a whole: the best way to part the lines into headlines and to deal these to the bodies, which mostly stand in
the same order. What a line's words say of a body counts, and what ties two lines together or parts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from summarizer.splitter import headline_en
from summarizer.splitter.blocks import Block
from summarizer.splitter.lines import Line
from summarizer.splitter.match import LEAD
from summarizer.splitter.words import SMALL, STOP

MOST = 8  # lines of one headline
_TOLD = 0.7  # share of a headline's words that its body says again
_FEWEST, MISSED = 0.2, -1.0  # nats of a word that its body says at least, and of one that it doesn't
_APIECE = -2.0  # what each headline costs
_THIN = -2.0  # … and one of a single telling word
_NEXT, _FAR, _DECK = 1.5, -1.5, -1.0  # a headline of the next body, of another one, of the same one again
_NOBODY = -1.0  # a line that is nobody's
_NEVER = -1e9
_WORD = re.compile(r"[a-z][a-z'’-]*[a-z]{2}|\d[\d.,]*\d")
_STEM = 4  # letters of a word that may stand inside another one


class Dealt(NamedTuple):
    """Lines `first` to `last` (half-open) of a layer, and the number of the body that they head, or None."""

    first: int
    last: int
    owner: int | None


class _Best(NamedTuple):
    score: float
    start: int
    before: int  # the owner of the headline above


def deal_blocks(run: Sequence[Block], bodies: Sequence[str]) -> list[tuple[Block, int | None]]:
    """Return the headlines in the lines of `run`, each with the number of the body that it heads, or None.

    What a line that is none of them parts comes as two.
    """
    rows = [(block.first + at, line) for block in run for at, line in enumerate(block.lines)]
    dealt = deal([line for _, line in rows], [body[:LEAD].lower() for body in bodies])
    return [(block, owner) for first, last, owner in dealt for block in blocks_of(rows[first:last])]


def blocks_of(rows: Sequence[tuple[int, Line]]) -> list[Block]:
    """Return numbered lines of a page as blocks, in each of which one line follows the other on the page."""
    found: list[Block] = []
    for number, line in rows:
        if found and number <= found[-1].last:
            above = found[-1]
            found[-1] = Block(above.first, number + 1, [*above.lines, line], f"{above.text} {line.text}")
        else:
            found.append(Block(number, number + 1, [line], line.text))
    return found


def deal(lines: Sequence[Line], bodies: Sequence[str]) -> list[Dealt]:
    """Return the headlines in `lines` with their owners; `bodies` are compared by their first words, in lower case.

    Every line is in exactly one of them. Time grows with the lines times the bodies.
    """
    count = len(bodies)
    words = [words_of(line.text) for line in lines]
    told = _told(words, [(body, words_of(body)) for body in bodies])
    ties = [0.0, *[tie(one, two) for one, two in pairwise(lines)]]
    # best[k][owner]: the lines before line k are dealt, the last headline to `owner` (`count` is nobody)
    best: list[list[_Best]] = [
        [_Best(0.0 if owner == count else _NEVER, 0, count) for owner in range(count + 1)]
    ]
    for end in range(1, len(lines) + 1):
        row = [_Best(_NEVER, end, count)] * (count + 1)
        for start in range(end - 1, max(-1, end - 1 - MOST), -1):
            made = worth(words[start:end], ties[start + 1 : end])
            above = best[start]
            top = max(range(count + 1), key=lambda owner: (above[owner].score, -owner))
            for owner in range(count):
                own = made + sum([row_told[owner] for row_told in told[start:end]])
                if own + above[top].score + _NEXT <= row[owner].score:
                    continue
                for before, step in _steps(owner, count, top):
                    total = above[before].score + step + own
                    if total > row[owner].score:
                        row[owner] = _Best(total, start, before)
            if start == end - 1 and above[top].score + _NOBODY > row[count].score:
                row[count] = _Best(above[top].score + _NOBODY, start, top)
        best.append(row)
    owner = max(range(count + 1), key=lambda o: (best[-1][o].score, -o))
    found: list[Dealt] = []
    end = len(lines)
    while end > 0:
        one = best[end][owner]
        found.append(Dealt(one.start, end, owner if owner < count else None))
        end, owner = one.start, one.before
    return found[::-1]


def _steps(owner: int, count: int, top: int) -> list[tuple[int, float]]:
    """Return whose the headline above may be, and what that weighs."""
    steps = [(owner, _DECK), (count, 0.0)]
    if owner:
        steps.append((owner - 1, _NEXT))
    if top not in (owner, owner - 1, count):
        steps.append((top, _FAR))
    return steps


def words_of(text: str) -> set[str]:
    """Return the stems of the telling words of `text` and its numbers.

    Those of three letters are among them, as `tokens` has only names of them: a line in capitals may hold no other.
    """
    found = set(_WORD.findall(text.lower())) - STOP - SMALL
    return {word[: max(4, len(word) - 2)] for word in found}


def _told(words: Sequence[set[str]], bodies: Sequence[tuple[str, set[str]]]) -> list[list[float]]:
    """Return for every line what its words say, in nats, for its being each body's rather than any one's."""
    known: dict[str, list[float]] = {}
    found = []
    for line in words:
        row = [0.0] * len(bodies)
        for word in sorted(line):
            if word not in known:
                holders = [word in (text if len(word) >= _STEM else short) for text, short in bodies]
                gain = max(_FEWEST, log(_TOLD * (len(bodies) + 1) / max(1, sum(holders))))
                known[word] = [gain if holds else MISSED for holds in holders]
            row = [one + other for one, other in zip(row, known[word], strict=True)]
        found.append(row)
    return found


def worth(words: Sequence[set[str]], ties: Sequence[float]) -> float:
    """Return how much lines with these words, and these ties between them, are one headline, whosever it is."""
    return _APIECE + sum(ties) + (_THIN if len(set[str]().union(*words)) < 2 else 0.0)


def tie(one: Line, two: Line) -> float:
    """Return what ties two lines into one headline, in nats."""
    return sum([headline_en.TABLE.get(name, (0.0, 0.0, 0.0))[1] for name in headline_en.seam(one, two, "")])
