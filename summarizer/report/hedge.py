"""A figure as the article states it: 超500亿美元, not 500亿美元."""

from __future__ import annotations

from summarizer.schema import Figure

# Evidence that runs on further than this is a sentence, not the figure with its hedge.
_MOST = 24


def stated(figure: Figure) -> str:
    """Return a figure's text with the words that hedge it in the article, as its evidence has them."""
    for evidence in figure.evidence[:1]:
        if (
            figure.qualifier
            and figure.text in evidence.text
            and len(evidence.text) <= len(figure.text) + _MOST
        ):
            return evidence.text
    return figure.text
