"""Headlines that stand apart and bodies that touch, read together: where one ends, and where its body begins.

Both mostly stand in the same order. So the lines of the headlines and the blocks of the bodies are parted side by side:
what ties two lines, what opens a text, and which words of a headline its body says again count in one sum.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple

from summarizer.splitter.assemble import APART, Draft, Sketch, ends, place
from summarizer.splitter.blocks import Block
from summarizer.splitter.confidence import ALIKE
from summarizer.splitter.deal import MOST, STEM, blocks_of
from summarizer.splitter.frequent import FREQUENT
from summarizer.splitter.leftover import take_up
from summarizer.splitter.lines import Line
from summarizer.splitter.match import LEAD
from summarizer.splitter.page import Span
from summarizer.splitter.telling import met, tie, words_of, worth
from summarizer.splitter.words import goes_on, likeness

_STACK = 4  # lines of a headline block that may be the headlines of several articles
_CUTS = 16  # places where a body may begin that are weighed
_LEAST = -9.0  # nats by which one of them may be worse than going on
_SPARED = 8  # lines of headlines that another reading leaves to nobody at most
_BODY = 80  # characters of a body at least
_VIEW, _ENOUGH = 6, 8  # blocks on each side of a seam that are compared, and the least words of these
# All in nats.
_NOBODY = -1.0  # a line that is nobody's
_HEADLESS = -3.0  # a body without a headline
_BYLINE = 5.0  # a body that its byline opens
_STRANGE = {False: 2.0, True: 4.0}  # a body whose words are not those of the text above
_KNOWN = 4.0  # a body that opened with a headline before
_SEAM = {False: -2.0, True: 0.0}  # two lines of one headline, beside what ties them as lines of one block
_BETTER = 3.0  # by how much another reading must be the better one
_UNLIKELY = {False: 5.0, True: 8.0}  # … that gives more of them a headline
_GOES_ON = -3.0  # a Chinese body whose first words take up what was told above it
_UNSIGNED = -3.0  # a body below one that nobody signs, where most texts are signed at their ends
_DECK = -1.0  # another part of a headline
# The share of a headline's English words that its body says, and what one of these weighs at most.
_TOLD, _MOST = 0.7, 2.5
_LEAST_TOLD = -2.0  # what an English line of which a body says nothing weighs at least
_DOUBTED = 0.5  # the margin of an article that only this reading opens
_NEVER = -1e9

Range = tuple[int, int]  # half-open
Article = tuple[Sequence[Range], Range]  # the lines of its headline, and of each of its decks; its blocks


class _Part(NamedTuple):
    """An article: its headline's lines and its blocks."""

    lines: Range
    blocks: Range


class _Layer:
    """Lines of headlines, and the blocks of their bodies with what it weighs that one opens a body.

    `running` tells of each block whether it is of a body, as no signature is; `bodies` is how many were found before.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        blocks: Sequence[Block],
        opens: Sequence[float],
        running: Sequence[bool],
        bodies: int,
    ) -> None:
        self.lines, self.opens, self._cjk = lines, opens, lines[0].cjk
        sizes = [len(block.text) * runs for block, runs in zip(blocks, running, strict=True)]
        self._sizes = [0, *accumulate(sizes)]
        texts = [block.text.lower() for block in blocks]
        whole = "\n".join(texts)
        seam = _SEAM[self._cjk]
        self._ties = [0.0, *[seam + tie(one, two, whole) for one, two in pairwise(lines)]]
        self._starts = [0, *accumulate([len(text) + 1 for text in texts])]
        self._ends = [bisect_left(self._starts, self._starts[at] + LEAD) for at in range(len(texts))]
        self._words = [words_of(line) for line in lines]
        self._told: dict[tuple[int, int], list[float]] = {}
        self._known = _known(self._words, whole, len(whole) // max(2, bodies), cjk=self._cjk)

    def told(self, start: int, end: int) -> list[float]:
        """Return what the words before each line, and before the end, say for a body of blocks `start` to `end`."""
        begin, stop = self._starts[start], self._starts[min(end, self._ends[start])]
        if (known := self._told.get((begin, stop))) is not None:
            return known
        row = []
        for words in self._words:
            score = 0.0
            for rare, at in map(self._known.__getitem__, sorted(words)):
                first = bisect_left(at, begin)
                into = at[first] - begin if first < len(at) and at[first] < stop else -1
                score += met(into, rare, cjk=self._cjk)
            row.append(score if self._cjk else max(score, _LEAST_TOLD))
        found = self._told[begin, stop] = [0.0, *accumulate(row)]
        return found

    def headline(self, first: int, last: int) -> float:
        """Return how much lines `first` to `last` are one headline."""
        return worth(self.lines[first:last], self._words[first:last], self._ties[first + 1 : last])

    def score(self, articles: Sequence[Article]) -> float:
        """Return how well articles go with all that is known."""
        total, owned = 0.0, 0
        for pieces, (start, end) in articles:
            total += self.opens[start] if start else 0.0
            total += 0.0 if pieces else _HEADLESS
            told = self.told(start, end)
            for deck, (first, last) in enumerate(pieces):
                own = _DECK + sum(self._ties[first + 1 : last]) if deck else self.headline(first, last)
                total += own + told[last] - told[first]
                owned += last - first
        return total + _NOBODY * (len(self.lines) - owned)

    def best(self) -> list[_Part]:
        """Return the articles that go best with it, in order. There is a running block."""
        count, size = len(self.lines), len(self.opens)
        ranked = sorted(range(1, size), key=lambda at: (-self.opens[at], at))[: _CUTS - 1]
        cuts = [0, *sorted(at for at in ranked if self.opens[at] > _LEAST), size]
        heads = [
            [self.headline(first, last) for last in range(first + 1, min(first + MOST, count) + 1)]
            for first in range(count)
        ]
        # scores[c][k]: the blocks before cut c and the lines before line k are dealt
        scores = [[_NEVER] * (count + 1) for _ in cuts]
        # the cut and the line before; a line that is nobody's comes from the same cut
        trail = [[(0, 0)] * (count + 1) for _ in cuts]
        scores[0][0] = 0.0
        for c, cut in enumerate(cuts):
            row = scores[c]
            for line in range(count):
                if row[line] + _NOBODY > row[line + 1]:
                    row[line + 1], trail[c][line + 1] = row[line] + _NOBODY, (c, line)
            above = [score + (self.opens[cut] if 0 < c < len(cuts) - 1 else 0.0) for score in row]
            for d in range(c + 1, len(cuts)):
                if self._sizes[cuts[d]] - self._sizes[cut] >= min(_BODY, self._sizes[-1]):
                    _reach(scores[d], trail[d], above, self.told(cut, cuts[d]), heads, c)
        return _read(trail, cuts, count)


def _known(
    lines: Sequence[set[str]], text: str, size: int, *, cjk: bool
) -> dict[str, tuple[float, list[int]]]:
    """Return for every word what it weighs that a body says it, and where in `text` it stands.

    An English word that stretches of the page as long as a body, `size`, mostly say weighs little.
    """
    found: dict[str, tuple[float, list[int]]] = {}
    for word in set[str]().union(*lines):
        at = list(_places(word, text, cjk=cjk))
        stretches = len({where // max(1, size) for where in at})
        likely = max(1, stretches) / (len(text) / max(1, size) + 1)
        found[word] = 0.0 if cjk else min(_MOST, math.log(_TOLD / likely)), at
    return found


def _places(word: str, text: str, *, cjk: bool) -> Iterator[int]:
    """Yield where a word stands in `text`, an English one that begins there, and ends if it is short.

    Words are looked for by the hundred, each in one text: a pattern of its own would take longer to make than to find.
    """
    size = len(word)
    at = text.find(word)
    while at >= 0:
        whole = cjk or (_edge(text, at) and (size >= STEM or _edge(text, at + size)))
        if whole:
            yield at
        at = text.find(word, at + size if whole else at + 1)


def _edge(text: str, at: int) -> bool:
    """Tell whether a word begins or ends before character `at`, as \\b does."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")


def _reach(
    into: list[float],
    back: list[tuple[int, int]],
    above: Sequence[float],
    told: Sequence[float],
    heads: Sequence[Sequence[float]],
    cut: int,
) -> None:
    """Reach a later cut from `cut` by one body, without a headline or with one of any length."""
    for first, start in enumerate(above):
        if start + _HEADLESS > into[first]:
            into[first], back[first] = start + _HEADLESS, (cut, first)
        for last, own in enumerate(heads[first] if first < len(heads) else (), first + 1):
            total = start + own + told[last] - told[first]
            if total > into[last]:
                into[last], back[last] = total, (cut, first)


def _read(trail: Sequence[Sequence[tuple[int, int]]], cuts: Sequence[int], count: int) -> list[_Part]:
    found: list[_Part] = []
    c, line = len(cuts) - 1, count
    while c or line:
        before, first = trail[c][line]
        if before != c:
            found.append(_Part((first, line), (cuts[before], cuts[c])))
        c, line = before, first
    return found[::-1]


def realigned(page: Sketch, weight: float) -> Sketch:
    """Return `page` with articles parted anew whose headlines stand apart, or run together, where that goes better.

    `weight` is what it weighs that an article opens, whatever opens it. The blocks of every article stay what they are.
    """
    residue = {(span.start, span.end) for span in page.residue}
    drafts: list[Draft] = []
    loose = list(page.loose)
    for apart, group in groupby(page.drafts, key=lambda draft: not draft.head or APART in draft.reasons):
        own = list(group)
        drafts += _parted(own, loose, residue, weight, 0) if apart else own
    found: list[Draft] = []
    for own in _stacks(drafts):
        lines = sum([len(block.lines) for draft in own for block in draft.head])
        found += _parted(own, [], residue, weight, 1) if lines >= _STACK else own
    layer = [block for draft in page.drafts if APART in draft.reasons for block in draft.head]
    take_up(found, [*page.loose, *layer], residue)
    return Sketch(found, page.furniture, [Span(*span) for span in sorted(residue)])


def _stacks(drafts: Sequence[Draft]) -> Iterator[list[Draft]]:
    """Yield the articles, each with those without a headline that its own block of headlines may head as well.

    They stand below an article whose headline is above its text, and else above it.
    """
    waiting: list[Draft] = []
    heads = False  # whether the headlines that wait stand above their texts
    for draft in drafts:
        if draft.head:
            below = not draft.body or draft.head[0].first < draft.body[0].first
            if waiting and (heads or below):
                yield waiting
                waiting = []
            heads = below
        waiting.append(draft)
        if draft.head and not heads:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _parted(
    own: list[Draft], loose: list[Block], residue: set[tuple[int, int]], weight: float, more: int
) -> list[Draft]:
    """Return the articles of `own`, parted anew if that goes better and gives `more` of them a headline at least.

    Lines of `loose` near by leave it and `residue`; those that no article takes go there.
    """
    heads = [block for draft in own for block in draft.head]
    if not heads:
        return own
    cjk = heads[0].lines[0].cjk
    if any(block.lines[0].cjk != cjk for block in heads):
        return own
    blocks, opens, now = _bodies(own, weight)
    signing = frozenset(id(block) for draft in own for block in draft.by)
    closing = frozenset(id(block) for draft in own for block in draft.credit)
    running = [id(block) not in signing and id(block) not in closing for block in blocks]
    if not any(running):
        return own
    signed = [block.signed or not runs for block, runs in zip(blocks, running, strict=True)]
    custom = 2 * sum([signed[end - 1] for start, end in now if start < end]) > len(now)
    for at, block in enumerate(blocks):
        opens[at] += _STRANGE[cjk] * _strange(blocks, at)
        opens[at] += _GOES_ON * (cjk and goes_on(block.text, cjk=True))
        opens[at] += _UNSIGNED * (custom and at > 0 and not signed[at - 1])
    first, last = min(block.first for block in heads), max(block.last for block in heads)
    near = [
        block for block in loose if first - MOST <= block.first < last + MOST and block.lines[0].cjk == cjk
    ]
    places = sorted(
        [
            (block.first + at, line.start, line)
            for block in (*heads, *near)
            for at, line in enumerate(block.lines)
        ],
        key=itemgetter(0, 1),
    )
    lines = [line for _, _, line in places]
    numbers = {id(line): number for number, line in enumerate(lines)}
    articles: list[Article] = [
        ([(numbers[id(block.lines[0])], numbers[id(block.lines[-1])] + 1) for block in draft.head], where)
        for draft, where in zip(own, now, strict=True)
    ]
    layer = _Layer(lines, blocks, opens, running, len(own))
    parts = layer.best()
    if sum(one < two for (one, two), _ in parts) < sum(bool(draft.head) for draft in own) + more:
        return own
    best = layer.score(
        [([part.lines] if part.lines[0] < part.lines[1] else [], part.blocks) for part in parts]
    )
    if best <= layer.score(articles) + (_UNLIKELY[cjk] if more else _BETTER):
        return own
    taken = {number for part in parts for number in range(*part.lines)}
    if sum(numbers[id(line)] not in taken for block in heads for line in block.lines) > _SPARED:
        return own
    loose[:] = [block for block in loose if not any(block is one for one in near)]
    residue.difference_update([span for block in near for span in ends(block)])
    residue.update([(line.start, line.end) for at, line in enumerate(lines) if at not in taken])
    begun = {start: draft for draft, (start, _) in zip(own, now, strict=True)}
    found = []
    for part in parts:
        draft = _draft(blocks[slice(*part.blocks)], signing, closing, begun.get(part.blocks[0]))
        draft.head = blocks_of([(number, line) for number, _, line in places[slice(*part.lines)]])
        if draft.head:
            draft.reasons = [APART]
        found.append(draft)
    return found


def _bodies(own: Sequence[Draft], weight: float) -> tuple[list[Block], list[float], list[tuple[int, int]]]:
    """Return the blocks of articles but for their headlines, what it weighs that each opens one, and whose they are."""
    blocks: list[Block] = []
    opens: list[float] = []
    now: list[tuple[int, int]] = []
    for draft in own:
        start = len(blocks)
        blocks += sorted([*draft.by, *draft.body, *draft.credit], key=place)
        now.append((start, len(blocks)))
        body = {id(block) for block in draft.body}
        for at in range(start, len(blocks)):
            block = blocks[at]
            if id(block) not in body:
                opens.append(_NEVER if at > start else _BYLINE)
            elif at > start and id(blocks[at - 1]) not in body:
                opens.append(_NEVER)
            else:
                opens.append(block.scores.get("open", 0.0) - block.scores.get("more", 0.0) + weight)
        if start < len(blocks) and draft.head:
            opens[start] += _KNOWN
    return blocks, opens, now


def _strange(blocks: Sequence[Block], at: int) -> float:
    """Return how little the texts above and below block `at` share: 1 for nothing, -1 for as much as one article's."""
    above = frozenset[str]().union(*[block.words for block in blocks[max(0, at - _VIEW) : at]]) - FREQUENT
    below = frozenset[str]().union(*[block.words for block in blocks[at : at + _VIEW]]) - FREQUENT
    if min(len(above), len(below)) < _ENOUGH:
        return 0.0
    return 1.0 - 2.0 * min(1.0, likeness(above, below) / ALIKE)


def _draft(
    own: Sequence[Block], signing: frozenset[int], closing: frozenset[int], before: Draft | None
) -> Draft:
    """Return an article of these blocks; `before` is the one that began where it begins."""
    return Draft(
        by=[block for block in own if id(block) in signing],
        body=[block for block in own if id(block) not in signing and id(block) not in closing],
        credit=[block for block in own if id(block) in closing],
        margins=list(before.margins) if before else [_DOUBTED],
        doubtful=before is None or before.doubtful,
    )
