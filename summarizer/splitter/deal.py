"""English headlines that stand in a layer of their own, line below line: where one ends, and whose each is.

Read as a whole: the best way to part the lines into headlines and to deal these to the bodies, which mostly stand in
the same order. What a line's words say of a body counts, and what ties two lines together or parts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import log
from typing import NamedTuple

from summarizer.splitter.blocks import Block
from summarizer.splitter.lines import Line
from summarizer.splitter.match import LEAD, whole
from summarizer.splitter.telling import FEWEST, MISSED, stems_of, tie, words_of, worth

MOST = 8  # lines of one headline
_TOLD = 0.7  # share of a headline's words that its body says again
_NEXT, _FAR, _DECK = 1.5, -1.5, -1.0  # a headline of the next body, of another one, of the same one again
_BLANKS = 2  # between parts of one line; where there are more, another part may stand there
_PIECES = 2.0  # what ties parts of one line
_NOBODY = -1.0  # a line that is nobody's
_NEVER = -1e9
STEM = 4  # letters of a word of which a longer one may hold more


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
    dealt = deal(rows, [body[:LEAD].lower() for body in bodies])
    return [(block, owner) for first, last, owner in dealt for block in blocks_of(rows[first:last])]


def blocks_of(rows: Sequence[tuple[int, Line]]) -> list[Block]:
    """Return numbered lines of a page as blocks, in each of which one line follows the other on the page."""
    found: list[Block] = []
    for number, line in rows:
        apart = found and number < found[-1].last and line.start - found[-1].lines[-1].end > _BLANKS
        if not found or number > found[-1].last or apart:
            found.append(Block(number, number + 1, [line], line.text))
            continue
        above = found[-1]
        lines = [*above.lines, line]
        if number < above.last:
            lines[-2:] = [whole(above.lines[-1], line)]
        text = lines[0].text if len(lines) == 1 else f"{above.text} {line.text}"
        found[-1] = Block(above.first, number + 1, lines, text)
    return found


def deal(rows: Sequence[tuple[int, Line]], bodies: Sequence[str]) -> list[Dealt]:
    """Return the headlines in numbered lines with their owners.

    `bodies` are compared by their first words, in lower case. Every line is in exactly one headline. Time grows with
    the lines times the bodies.
    """
    count = len(bodies)
    lines = [line for _, line in rows]
    words = [words_of(line) for line in lines]
    told = _told(words, [(body, stems_of(body)) for body in bodies])
    ties = [0.0, *_ties(rows, "\n".join(bodies))]
    # best[k][owner]: the lines before line k are dealt, the last headline to `owner` (`count` is nobody)
    best: list[list[_Best]] = [
        [_Best(0.0 if owner == count else _NEVER, 0, count) for owner in range(count + 1)]
    ]
    for end in range(1, len(lines) + 1):
        row = [_Best(_NEVER, end, count)] * (count + 1)
        for start in range(end - 1, max(-1, end - 1 - MOST), -1):
            made = worth(lines[start:end], words[start:end], ties[start + 1 : end])
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


def _ties(rows: Sequence[tuple[int, Line]], bodies: str) -> list[float]:
    return [
        _PIECES if number == below else tie(one, two, bodies)
        for (number, one), (below, two) in pairwise(rows)
    ]


def _told(words: Sequence[set[str]], bodies: Sequence[tuple[str, set[str]]]) -> list[list[float]]:
    """Return for every line what its words say, in nats, for its being each body's rather than any one's."""
    known: dict[str, list[float]] = {}
    found = []
    for line in words:
        row = [0.0] * len(bodies)
        for word in sorted(line):
            if word not in known:
                holders = [word in (text if len(word) >= STEM else short) for text, short in bodies]
                gain = max(FEWEST, log(_TOLD * (len(bodies) + 1) / max(1, sum(holders))))
                known[word] = [gain if holds else MISSED for holds in holders]
            row = [one + other for one, other in zip(row, known[word], strict=True)]
        found.append(row)
    return found
