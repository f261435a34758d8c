"""Headlines that stand apart and bodies that touch, read together: where a headline ends and where its body begins.

Both mostly stand in the same order. So the lines of the headlines and the blocks of the bodies are parted side by side:
what ties two lines, what opens a text, and which words of a headline its body says again count in one sum.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, groupby, pairwise
from math import log

from summarizer.splitter.assemble import APART, Draft, Sketch, ends, place
from summarizer.splitter.blocks import Block
from summarizer.splitter.deal import APIECE, MISSED, MOST, THIN, tie, words_of
from summarizer.splitter.lines import Line
from summarizer.splitter.page import Span

_NOBODY = -1.0  # nats of a line that is nobody's
_HEADLESS = -3.0  # … and of a body without a headline
_BYLINE = 5.0  # … and of a body that its byline opens
_CUTS = 16  # places where a body may begin that are weighed
_LEAST = -9.0  # nats by which one of them may be worse than going on
_LEAD = 1500  # characters of a body that its headline is compared with
_TOLD, _FEWEST, _MOST_TOLD = 0.7, 0.2, 2.5  # share of a headline's words that its body says, and what one weighs
SEAM = -2.0
KNOWN = 4.0
STACK = 3
_BETTER = 3.0
_DOUBTED = 0.5
_NEVER = -1e9


@dataclass(slots=True)
class Part:
    """An article: its headline's lines and its blocks, both half-open ranges."""

    lines: tuple[int, int]
    blocks: tuple[int, int]


@dataclass(slots=True)
class Layer:
    """Lines of headlines, and the blocks of their bodies with what it weighs that one opens a body."""

    lines: Sequence[Line]
    blocks: Sequence[Block]
    opens: Sequence[float]
    bodies: int  # as many as were found without this
    _ties: list[float] = field(default_factory=list)
    _where: list[list[tuple[float, list[int]]]] = field(default_factory=list)  # for each word its gain and its blocks
    _ends: list[int] = field(default_factory=list)  # for each block where the lead that it opens ends
    _thin: list[frozenset[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count words once."""
        self._ties = [0.0, *[SEAM + tie(one, two) for one, two in pairwise(self.lines)]]
        texts = [block.text.lower() for block in self.blocks]
        size = max(1, len(texts) // max(2, self.bodies))
        windows = -(-len(texts) // size)
        known: dict[str, tuple[float, list[int]]] = {}
        for line in self.lines:
            own = words_of(line.text)
            self._thin.append(frozenset(own))
            for word in own:
                if word not in known:
                    at = [k for k, text in enumerate(texts) if word in text]
                    likely = len({k // size for k in at} or {0}) / (windows + 1)
                    known[word] = (min(_MOST_TOLD, max(_FEWEST, log(_TOLD / likely))), at)
            self._where.append([known[word] for word in own])
        lengths = [0, *accumulate(map(len, texts))]
        self._ends = [bisect_left(lengths, lengths[k] + _LEAD) for k in range(len(texts))]

    def told(self, start: int, end: int) -> list[float]:
        """Return what the words before each line say for a body of blocks `start` to `end`."""
        last = min(end, self._ends[start])
        row = []
        for words in self._where:
            score = 0.0
            for gain, at in words:
                first = bisect_left(at, start)
                score += gain if first < len(at) and at[first] < last else MISSED
            row.append(score)
        return [0.0, *accumulate(row)]

    def headline(self, first: int, last: int) -> float:
        """Return how much these lines are one headline."""
        thin = THIN if len(frozenset[str]().union(*self._thin[first:last])) < 2 else 0.0
        return APIECE + thin + sum(self._ties[first + 1 : last])

    def score(self, articles: Sequence[tuple[Sequence[int], tuple[int, int]]]) -> float:
        """Return how well articles go with all that is known; of each the lines and the range of blocks are told."""
        total, owned = 0.0, 0
        for numbers, (start, end) in articles:
            total += self.opens[start] if start else 0.0
            total += 0.0 if numbers else _HEADLESS
            told = self.told(start, end)
            for first, last in _stretches(numbers):
                total += self.headline(first, last) + told[last] - told[first]
            owned += len(numbers)
        return total + _NOBODY * (len(self.lines) - owned)

    def best(self) -> list[Part]:
        """Return the best articles, in order."""
        count = len(self.lines)
        ranked = sorted(range(1, len(self.blocks)), key=lambda k: (-self.opens[k], k))[: _CUTS - 1]
        cuts = [0, *sorted(k for k in ranked if self.opens[k] > _LEAST), len(self.blocks)]
        base = [
            [self.headline(first, last) for last in range(first + 1, min(first + MOST, count) + 1)]
            for first in range(count)
        ]
        scores = [[_NEVER] * (count + 1) for _ in cuts]
        trail: list[list[tuple[int, int, int]]] = [[(0, 0, 0)] * (count + 1) for _ in cuts]
        scores[0][0] = 0.0
        for c, cut in enumerate(cuts):
            row = scores[c]
            for line in range(count):
                if row[line] + _NOBODY > row[line + 1]:
                    row[line + 1] = row[line] + _NOBODY
                    trail[c][line + 1] = (c, line, line)
            opening = self.opens[cut] if 0 < c < len(cuts) - 1 else 0.0
            for d in range(c + 1, len(cuts)):
                told = self.told(cut, cuts[d])
                into, back = scores[d], trail[d]
                for first in range(count + 1):
                    above = row[first] + opening
                    if above + _HEADLESS > into[first]:
                        into[first] = above + _HEADLESS
                        back[first] = (c, first, first)
                    if first == count:
                        break
                    for last, own in enumerate(base[first], first + 1):
                        total = above + own + told[last] - told[first]
                        if total > into[last]:
                            into[last] = total
                            back[last] = (c, first, last)
        found: list[Part] = []
        c, line = len(cuts) - 1, count
        while c or line:
            before, first, last = trail[c][line]
            if before != c:
                found.append(Part((first, last), (cuts[before], cuts[c])))
            c, line = before, first
        return found[::-1]


def realigned(page: Sketch, weight: float) -> Sketch:
    """Return `page` with the articles whose headlines stand apart parted anew where that goes better with all of them.

    `weight` is what it weighs that an article opens, whatever opens it.
    """
    drafts: list[Draft] = []
    residue = {(span.start, span.end) for span in page.residue}
    for layered, group in groupby(page.drafts, key=_stands_apart):
        own = list(group)
        drafts += _parted(own, page.loose, residue, weight, 0) if layered else own
    done: list[Draft] = []
    for own in _stacks(drafts):
        done += _parted(own, [], residue, weight, 1) if sum(len(b.lines) for d in own for b in d.head) >= STACK else own
    drafts = done
    return Sketch(drafts, page.furniture, [Span(*span) for span in sorted(residue)])


def _stands_apart(draft: Draft) -> bool:
    return not draft.head or APART in draft.reasons


def _stacks(drafts: list[Draft]) -> Iterator[list[Draft]]:
    """Yield the articles, each with those without a headline that its own may stand for: below it, or above."""
    waiting: list[Draft] = []
    open_ = False  # whether the last one has its headline above its text
    for draft in drafts:
        if not draft.head:
            waiting.append(draft)
            continue
        after = bool(draft.body) and draft.head[0].first > draft.body[0].first
        if waiting and open_ or not after:
            if waiting:
                yield waiting
            waiting = []
        waiting.append(draft)
        open_ = not after
        if after:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _parted(
    own: list[Draft], loose: list[Block], residue: set[tuple[int, int]], weight: float, more: int
) -> list[Draft]:
    """Return the articles of a layer, parted anew if that goes better; lines that they take leave `residue`."""
    heads = [block for draft in own for block in draft.head]
    if not heads or heads[0].lines[0].cjk:
        return own
    first, last = min(block.first for block in heads), max(block.last for block in heads)
    near = [block for block in loose if first - MOST <= block.first < last + MOST and not block.lines[0].cjk]
    places = sorted(
        (block.first + at, line.start, line) for block in (*heads, *near) for at, line in enumerate(block.lines)
    )
    lines = [line for _, _, line in places]
    at = {id(line): number for number, line in enumerate(lines)}
    blocks = [block for draft in own for block in sorted([*draft.by, *draft.body, *draft.credit], key=place)]
    signing = {id(block) for draft in own for block in draft.by}
    closing = {id(block) for draft in own for block in draft.credit}
    opens = [0.0]
    for above, block in pairwise(blocks):
        opens.append(
            _NEVER
            if id(block) in closing or id(above) in signing
            else _BYLINE
            if id(block) in signing
            else block.scores.get("open", 0.0) - block.scores.get("more", 0.0) + weight
        )
    now, start = [], 0
    for draft in own:
        if start and draft.head:
            opens[start] += KNOWN
        end = start + len(draft.by) + len(draft.body) + len(draft.credit)
        numbers = sorted(at[id(line)] for block in draft.head for line in block.lines)
        now.append((numbers, (start, end)))
        start = end
    layer = Layer(lines, blocks, opens, len(own))
    parts = layer.best()
    if sum(part.lines[0] < part.lines[1] for part in parts) < sum(map(bool, [draft.head for draft in own])) + more:
        return own
    if layer.score([(list(range(*part.lines)), part.blocks) for part in parts]) <= layer.score(now) + _BETTER:
        return own
    begun = {blocks[start].first: draft for draft, (_, (start, _)) in zip(own, now, strict=True)}
    used = {k for part in parts for k in range(*part.lines)}
    residue.difference_update([span for block in near for span in ends(block)])
    residue.update([(line.start, line.end) for k, line in enumerate(lines) if k not in used])
    return [_draft(part, places, blocks, begun, signing, closing) for part in parts]


def _stretches(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return the half-open ranges that rising numbers make."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1)
        else:
            found.append((number, number + 1))
    return found


def _draft(part: Part, places, blocks, begun, signing, closing) -> Draft:
    own = blocks[part.blocks[0] : part.blocks[1]]
    draft = Draft(
        by=[block for block in own if id(block) in signing],
        body=[block for block in own if id(block) not in signing and id(block) not in closing],
        credit=[block for block in own if id(block) in closing],
    )
    old = begun.get(own[0].first)
    draft.margins = list(old.margins) if old else [_DOUBTED]
    draft.doubtful = old is None or old.doubtful
    rows = places[part.lines[0] : part.lines[1]]
    if rows:
        lines = [line for _, _, line in rows]
        draft.head = [Block(rows[0][0], rows[-1][0] + 1, lines, " ".join([line.text for line in lines]))]
        draft.reasons = [APART]
    return draft
