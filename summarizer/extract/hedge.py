"""The words of the article that hedge a number: 超500亿美元, 1万家以上, nearly $3 million."""

from __future__ import annotations

import re

from summarizer.quantities.types import Quantity

_REACH = 16
_BEFORE = re.compile(
    r"(?:不超过|不高于|不低于|不少于|不足|不到|超过|超|逾|近|约|突破|至少|最多"
    r"|\b(?:more than|less than|fewer than|as many as|at least|at most|up to|no more than|"
    r"over|under|nearly|almost|about|around|some|roughly|approximately) )$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"以上|以下|以内|左右|上下| or (?:more|less|so|fewer)\b")


def hedged_span(text: str, quantity: Quantity) -> tuple[int, int]:
    """Return the half-open offsets of a quantity with its hedge; its own where it has none."""
    if quantity.qualifier is None:
        return quantity.start, quantity.end
    before = _BEFORE.search(text[max(0, quantity.start - _REACH) : quantity.start])
    after = _AFTER.match(text, quantity.end)
    return quantity.start - (len(before[0]) if before else 0), after.end() if after else quantity.end
