"""Page text to articles."""

from summarizer.splitter.page import Article, Furniture, Language, Page, Run, Span
from summarizer.splitter.split import split

__all__ = ["Article", "Furniture", "Language", "Page", "Run", "Span", "split"]
