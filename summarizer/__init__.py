"""Newspaper pages in, checked records out.

Names are loaded when first used: `import summarizer` loads neither pydantic nor openai nor instructor.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from summarizer._version import __version__

if TYPE_CHECKING:
    from summarizer.api import asummarize as asummarize
    from summarizer.api import summarize as summarize
    from summarizer.checks import NumberFinding as NumberFinding
    from summarizer.checks import check_numbers as check_numbers
    from summarizer.errors import SummarizerError as SummarizerError
    from summarizer.quantities import Quantity as Quantity
    from summarizer.quantities import find_quantities as find_quantities
    from summarizer.schema import ArticleRecord as ArticleRecord
    from summarizer.schema import ArticleSummary as ArticleSummary
    from summarizer.splitter import Article as Article
    from summarizer.splitter import Page as Page
    from summarizer.splitter import split as split

_HOME = {
    "split": "splitter",
    "Page": "splitter",
    "Article": "splitter",
    "find_quantities": "quantities",
    "Quantity": "quantities",
    "check_numbers": "checks",
    "NumberFinding": "checks",
    "summarize": "api",
    "asummarize": "api",
    "ArticleRecord": "schema",
    "ArticleSummary": "schema",
    "SummarizerError": "errors",
}

__all__ = ["__version__", *_HOME]  # noqa: PLE0604 - names of the table above


def __getattr__(name: str) -> Any:  # noqa: ANN401
    if name not in _HOME:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    value = getattr(importlib.import_module(f"summarizer.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
