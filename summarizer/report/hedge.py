"""A figure as the article states it: 超500亿美元, not 500亿美元."""

from __future__ import annotations

import re

from summarizer.schema import Figure

_BEFORE = re.compile(
    r"(?:不超过|不高于|不低于|不少于|不足|不到|超过|超|逾|近|约|突破|至少|最多"
    r"|\b(?:more than|less than|fewer than|as many as|at least|at most|up to|no more than|"
    r"over|under|nearly|almost|about|around|some|roughly|approximately) )$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"以上|以下|以内|左右|上下|多|余| or (?:more|less|so|fewer)\b")


def stated(figure: Figure) -> str:
    """Return a figure's text with the words of the article that hedge it; the bare text where none do."""
    if figure.qualifier is None:
        return figure.text
    for evidence in figure.evidence:
        place = evidence.text.find(figure.text)
        if place < 0:
            continue
        before = _BEFORE.search(evidence.text[:place])
        after = _AFTER.match(evidence.text, place + len(figure.text))
        if before or after:
            return (before[0] if before else "") + figure.text + (after[0] if after else "")
    return figure.text
