"""How sure the seams of an article are: a few signs of its draft and of its page, weighed together.

The weights are fitted by `python -m tests.bench.fit_confidence`, which also prints how far to trust them: on made
pages, the dev- pages, and typeset pages of real articles that aren't in the repository, some with mixed columns.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from summarizer.splitter.words import likeness

if TYPE_CHECKING:
    from summarizer.splitter.assemble import Draft
    from summarizer.splitter.blocks import Block

# Name of a sign: what it weighs. Each sign lies between 0 and 1.
WEIGHTS: dict[str, float] = {
    "bias": -0.57,
    "seam": 2.49,
    "page": 1.93,
    "headless": -0.59,
    "two_subjects": -0.41,
    "page_headless": -0.34,
    "page_torn": -5.76,
    "head_fit": 1.59,
    "inner_break": -1.42,
    "cut_off": -1.74,
    "gaps": -0.05,
    "columns": -0.58,
}
_EVEN = 0.3  # share of a headline's words that its body says again as a rule
_FIRST = 8  # blocks of a body in which they are looked for
_NEAR = 5.0  # nats by which an inner seam may look like the beginning of an article
_GAP = "   "  # inside a line: none of its words are so far apart
_SOFT = 2.5  # nats of a margin that count as much as all further ones
_BLOCKS = 24  # blocks of a body that are compared
_ENOUGH = 12  # words on each side of a seam, below which nothing can be said
ALIKE = 0.12  # likeness of two parts of one article
_MIXED = 0.5  # no article of a page with interleaved columns is surer
_TORN_PAGE = 0.3  # from here on, a page that breaks off so often or is full of gaps has interleaved columns
_PIECES = 5  # blocks of running text; that one of fewer breaks off says little of the page


class PageSigns(NamedTuple):
    """What the articles of a page share: how sure the weakest seams are, how many lack a headline or break off.

    `gaps` is the share of lines of running text with wide gaps inside.
    """

    seam: float
    headless: float
    torn: float
    gaps: float

    @property
    def interleaved(self) -> bool:
        """Whether columns of the page seem to be mixed, line by line or piece by piece."""
        return self.torn > _TORN_PAGE or self.gaps > _TORN_PAGE


def page_signs(drafts: Sequence[Draft]) -> PageSigns:
    """Return the signs that the articles of a page share."""
    running = [block for draft in drafts for block in draft.body if len(block.lines) > 1]
    return PageSigns(
        _mean([_sure(min(draft.margins, default=0.0)) for draft in drafts]),
        _mean([float(not draft.head) for draft in drafts]),
        sum([_breaks_off(block) for block in running]) / max(_PIECES, len(running)),
        _mean([_gaps(block) for block in running]),
    )


def signs(draft: Draft, page: PageSigns) -> dict[str, float]:
    """Return the signs of one article, by name."""
    body = draft.body
    long = [block for block in body if len(block.lines) > 1]
    return {
        "bias": 1.0,
        "seam": _sure(min(draft.margins, default=0.0)),
        "page": page.seam,
        "headless": float(not draft.head),
        "two_subjects": _two_subjects(body),
        "page_headless": page.headless,
        "page_torn": page.torn,
        "head_fit": _fit(draft),
        "inner_break": max([_breaks(block) for block in body[1:]], default=0.0),
        "cut_off": float(bool(body) and _breaks_off(body[-1]) and not draft.credit),
        "gaps": min(1.0, 2 * max(page.gaps, _mean([_gaps(block) for block in long]))),
        "columns": float(any(block.lines[0].cell for block in body)),
    }


def confidence(draft: Draft, page: PageSigns) -> float:
    """Return how likely it is that an article has just the text that it should have."""
    # A sign that was not fitted yet weighs nothing: `fit_confidence` must be able to run.
    score = sum([WEIGHTS.get(name, 0.0) * value for name, value in signs(draft, page).items()])
    sure = 1 / (1 + math.exp(-score))
    return round(min(sure, _MIXED) if page.interleaved else sure, 3)


def _sure(margin: float) -> float:
    return margin / (margin + _SOFT) if margin > 0 else 0.0


def _fit(draft: Draft) -> float:
    """Return the share of a headline's words that its body says again, an even share where there is none."""
    head = frozenset[str]().union(*[block.words for block in draft.head])
    if not head or not draft.body:
        return _EVEN
    return len(head & frozenset[str]().union(*[block.words for block in draft.body[:_FIRST]])) / len(head)


def _breaks(block: Block) -> float:
    """Return how near a block inside a body came to opening an article of its own, from 0 to 1."""
    lead = block.scores.get("open", 0.0) - block.scores.get("more", 0.0)
    return min(1.0, max(0.0, lead / _NEAR))


def _breaks_off(block: Block) -> bool:
    return not (block.lines[-1].final or block.signed or block.lines[-1].text[-1] in ":：")


def _gaps(block: Block) -> float:
    return sum([_GAP in line.text for line in block.lines]) / len(block.lines)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _two_subjects(body: Sequence[Block]) -> float:
    """Return how little the words of a body's halves have in common, at the seam where that is least."""
    words = [block.words for block in body[:_BLOCKS]]
    threes = [frozenset[str]().union(*words[at : at + 3]) for at in range(len(words))]
    least = 1.0
    for at in range(1, len(words)):
        above = threes[at - 3] if at >= 3 else frozenset[str]().union(*words[:at])
        below = threes[at]
        if min(len(above), len(below)) >= _ENOUGH:
            least = min(least, likeness(above, below) / ALIKE)
    return 1.0 - least
