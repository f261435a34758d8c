"""From a slice of an article's text to the words and their place on the page."""

from __future__ import annotations

from summarizer.schema import Evidence, PageSpan
from summarizer.splitter.page import Article


def evidence(article: Article, start: int, end: int) -> Evidence:
    """Return `article.text[start:end]` with its spans on the page."""
    spans = [PageSpan(start=s.start, end=s.end) for s in article.locate(start, end)]
    return Evidence(text=article.text[start:end], start=start, end=end, spans=spans)
