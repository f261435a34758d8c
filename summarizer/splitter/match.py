"""Headlines that stand apart from their articles, in a layer of their own: whose is which, by shared words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from summarizer.splitter.blocks import Block
from summarizer.splitter.lines import Line
from summarizer.splitter.words import PLAIN, tokens

_PHRASE = re.compile(r"\S+")
_HAN = re.compile("[\u3400-\u9fff]")
_NEAR = 24  # headless articles on each side of a run of loose headlines that may claim one
_LOOK = 120  # articles on each side that are looked at for such
LEAD = 1500  # characters of a body that its headline is compared with
# Scores beside the share of a headline's words that a body holds, in the same unit.
_SIGNS = 0.25  # a share of single ideographs, of which any text holds some
_NOBODY = 0.22
_WELL, _CLEAR = 0.6, 0.4  # shares by which a body says an English headline well, and two say its parts better
_TOLD = 2  # words of such a part
_CAPITAL = re.compile(r"(?<=\s)[A-Z'‘“\"]")
_RUN_TOGETHER = 240  # characters of English headlines that are looked at for such parts
_SAME, _SAME_ACROSS_GAP, _NEXT, _FAR = 0.12, -0.12, 0.10, -0.02


def match_loose(run: Sequence[Block], bodies: Sequence[str]) -> list[int | None]:
    """Return for every block of a run of loose headlines which of `bodies` it heads, or None.

    Lines of one headline stand together and headlines mostly in the order of their articles, so the run is read as
    a whole: the best path through the bodies.
    """
    if not bodies:
        return [None] * len(run)
    texts = [body[:LEAD].lower() for body in bodies]
    count = len(texts)
    score = [0.0] * (count + 1)  # the last state is nobody
    trail: list[list[int]] = []
    for number, block in enumerate(run):
        shares = _shares(block.text, texts)
        new, back = [], []
        ranked = sorted(range(count), key=lambda state: (-score[state], state))[:2]
        for state in range(count + 1):
            own = shares[state] if state < count else _NOBODY
            best, origin = max(
                (score[before] + (step if number else 0.0), -before)
                for before, step in _steps(state, count, ranked, block.gap > 0)
            )
            new.append(best + own)
            back.append(-origin)
        score = new
        trail.append(back)
    state = max(range(count + 1), key=lambda s: (score[s], -s))
    found: list[int | None] = []
    for back in reversed(trail):
        found.append(state if state < count else None)
        state = back[state]
    return found[::-1]


def phrases(block: Block, bodies: Sequence[str] = ()) -> list[Block]:
    """Return the phrases of a loose headline: the headlines of two columns may stand on one line.

    An English one, which may take several lines, is parted where one of `bodies` says what stands before, and another
    what stands behind.
    """
    line = block.lines[0]
    if not line.cjk and bodies and not block.furniture:
        return _parted_en(block, [body[:LEAD].lower() for body in bodies])
    if len(block.lines) > 1 or not line.cjk or block.furniture:
        return [block]
    found = list(_PHRASE.finditer(line.text))
    return [_part(block, one.start(), one.end()) for one in found] if len(found) > 1 else [block]


def _parted_en(block: Block, texts: list[str]) -> list[Block]:
    """Return the headlines that a tool ran together in `block`, or the block alone."""
    if len(block.text) > _RUN_TOGETHER:
        return [block]
    whole, _ = _best(block.text, texts)
    if whole >= _WELL:
        return [block]
    best, parts = 0.0, [block]
    for at, line in enumerate(block.lines):
        for found in _CAPITAL.finditer(line.text):
            one, two = _cut(block, at, found.start())
            if min(len(tokens(one.text)), len(tokens(two.text))) < _TOLD:
                continue
            (first, owner), (second, other) = _best(one.text, texts), _best(two.text, texts)
            both = first + second
            if owner != other and first >= _WELL and second >= _CLEAR and both > max(best, whole + _CLEAR):
                best, parts = both, [one, two]
    return [parts[0], *_parted_en(parts[1], texts)] if len(parts) > 1 else parts


def _best(text: str, texts: list[str]) -> tuple[float, int]:
    """Return the share of its words with which a text says a headline best, and the number of that text."""
    shares = _shares(text, texts)
    owner = max(range(len(shares)), key=lambda at: (shares[at], -at))
    return shares[owner], owner


def _cut(block: Block, at: int, start: int) -> tuple[Block, Block]:
    """Return the two blocks that a cut at character `start` of line `at` makes of one."""
    line = Block(block.first + at, block.first + at + 1, [block.lines[at]], block.lines[at].text)
    left, right = _part(line, 0, len(line.text[:start].rstrip())), _part(line, start, len(line.text))
    one = [*block.lines[:at], *left.lines]
    two = [replace(right.lines[0], gap=1), *block.lines[at + 1 :]]
    return (
        Block(block.first, block.first + at + 1, one, " ".join([part.text for part in one])),
        Block(block.first + at, block.last, two, " ".join([part.text for part in two])),
    )


def together(parts: Sequence[Block], owners: Sequence[int | None]) -> list[tuple[Block, int | None]]:
    """Return the parts with their owners; neighbours on one line that have one owner are one part again."""
    found: list[tuple[Block, int | None]] = []
    for part, owner in zip(parts, owners, strict=True):
        plain = len(part.lines) == 1 == len(found[-1][0].lines) if found else False
        if plain and found[-1][1] == owner and found[-1][0].first == part.first:
            line = whole(found[-1][0].lines[0], part.lines[0])
            found[-1] = (Block(part.first, part.last, [line], line.text), owner)
        else:
            found.append((part, owner))
    return found


def whole(one: Line, two: Line) -> Line:
    """Return the line that two parts of it make."""
    text = one.text + " " * (two.start - one.end) + two.text
    return replace(one, end=two.end, text=text, width=one.width + two.width + 1)


def _part(block: Block, start: int, end: int) -> Block:
    line = block.lines[0]
    width = line.width * (end - start) / len(line.text)
    text = line.text[start:end]
    cut = replace(
        line,
        start=line.start + start,
        end=line.start + end,
        text=text,
        width=width,
        gap=line.gap if start == 0 else 0,
    )
    return Block(block.first, block.last, [cut], text)


def _steps(state: int, count: int, ranked: Sequence[int], gap: bool) -> list[tuple[int, float]]:
    """Return the states that a path may come from to `state`, and what the step weighs; of far ones the best alone."""
    if state == count:
        return [(count, 0.0), (ranked[0], 0.0)]
    steps = [(count, 0.0), (state, _SAME_ACROSS_GAP if gap else _SAME)]
    if state:
        steps.append((state - 1, _NEXT))
    steps += [(before, _FAR) for before in ranked if before not in (state, state - 1)]
    return steps


def _shares(headline: str, texts: list[str]) -> list[float]:
    """Return which share of a headline's words each text holds, words that fewer texts hold counting more."""
    total = 0.0
    found = [0.0] * len(texts)
    for word in sorted(tokens(headline)):
        holders = [i for i, text in enumerate(texts) if word in text]
        weight = max(1, len(holders)) ** -0.5
        total += weight
        for i in holders:
            found[i] += weight
    shares = [share / total for share in found] if total else found
    signs = set(_HAN.findall(headline)) - PLAIN
    if not signs:
        return shares
    return [
        share + _SIGNS * sum(sign in text for sign in signs) / len(signs)
        for share, text in zip(shares, texts, strict=True)
    ]


def near(position: int, order: Sequence[int], free: Sequence[bool]) -> list[int]:
    """Return the indices into `order` (block numbers, rising) of the `free` articles closest to block `position`."""
    at = bisect_left(order, position)
    before = [i for i in range(at - 1, max(-1, at - _LOOK), -1) if free[i]][:_NEAR]
    after = [i for i in range(at, min(len(order), at + _LOOK)) if free[i]][:_NEAR]
    return before[::-1] + after


def head_share(head: Sequence[str], body: Sequence[str]) -> float:
    """Return the share of the words of a headline's lines that its body holds, no line counting more than another."""
    text = "".join(body[:12])[: 2 * LEAD].lower()
    shares = []
    for line in head[:8]:
        words = tokens(line)
        if words:
            shares.append(sum(word in text for word in words) / len(words))
    return sum(shares) / len(shares) if shares else 0.3
