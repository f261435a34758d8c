"""How sure the seams of an article are: a few signs of its draft and of its page, weighed together.

The weights are fitted on made pages by `python -m tests.bench.fit_confidence`, which also prints how far to trust them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from summarizer.splitter.match import head_share

if TYPE_CHECKING:
    from summarizer.splitter.assemble import Draft
    from summarizer.splitter.blocks import Block

# Name of a sign: what it weighs. Each sign lies between 0 and 1.
WEIGHTS: dict[str, float] = {
    "bias": -1.01,
    "seam": 4.25,
    "seams": 0.52,
    "page": 2.15,
    "headless": -1.19,
    "strange": -0.49,
    "page_torn": -4.29,
    "cut_off": -2.28,
    "gaps": -2.5,
}
_INNER_GAP = re.compile(r"\S {3,}\S")
_SOFT = 2.5  # nats of a margin that count as much as all further ones
_TORN_PAGE = 0.3  # from here on, a page that breaks off so often or is full of gaps has interleaved columns


class PageSigns(NamedTuple):
    """Shares of a page's articles or blocks: how sure the weakest seams are, what breaks off, what has gaps inside."""

    seam: float
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
        _mean([float(_breaks_off(block)) for block in running]),
        _mean([_gaps(block) for block in running]),
    )


def signs(draft: Draft, page: PageSigns) -> dict[str, float]:
    """Return the signs of one article, by name."""
    body = draft.body
    long = [block for block in body if len(block.lines) > 1]
    share = (
        head_share([block.text for block in draft.head], [block.text for block in body])
        if draft.head and body
        else 0.0
    )
    return {
        "bias": 1.0,
        "seam": _sure(min(draft.margins, default=0.0)),
        "seams": _mean([_sure(margin) for margin in draft.margins]),
        "page": page.seam,
        "headless": float(not draft.head),
        "strange": float(bool(draft.head)) * (1.0 - min(1.0, 2 * share)),
        "page_torn": page.torn,
        "cut_off": float(bool(body) and _breaks_off(body[-1]) and not draft.credit),
        "gaps": min(1.0, 2 * max(page.gaps, _mean([_gaps(block) for block in long]))),
    }


def confidence(draft: Draft, page: PageSigns) -> float:
    """Return how likely it is that an article has just the text that it should have."""
    score = sum(WEIGHTS[name] * value for name, value in signs(draft, page).items())
    return round(1 / (1 + math.exp(-score)), 3)


def _sure(margin: float) -> float:
    return margin / (margin + _SOFT) if margin > 0 else 0.0


def _breaks_off(block: Block) -> bool:
    return not (block.lines[-1].final or block.signed or block.lines[-1].text[-1] in ":：")


def _gaps(block: Block) -> float:
    return _mean([float(bool(_INNER_GAP.search(line.text))) for line in block.lines])


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
