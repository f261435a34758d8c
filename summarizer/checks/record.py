"""`check_record`: every check of a whole record against its article."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from summarizer.checks import figures, omitted, people, statements, untrusted
from summarizer.checks.case import ArticleLike, Case
from summarizer.quantities.types import Quantity
from summarizer.schema import ArticleSummary, Finding

_CHECKS = (
    figures.check_prose,
    figures.check_figures,
    people.check_people,
    statements.check_decisions,
    statements.check_evidence,
    statements.check_quotes,
    statements.check_arithmetic,
    untrusted.check_leaks,
    untrusted.check_source,
    omitted.check_omitted,
)
_RANK = {"error": 0, "warning": 1, "info": 2}


def check_record(
    summary: ArticleSummary,
    article: ArticleLike,
    *,
    quantities: Sequence[Quantity] | None = None,
    examples: Collection[str] = (),
) -> list[Finding]:
    """Return what a reader should know before trusting `summary`: errors first, then warnings, then what was
    left out.

    `article` is the splitter's `Article` or a record's `ArticleData`; both give the same findings.
    `quantities` are those of the article's text, where they are known. `examples` are names and numbers of
    the prompt's example, which must not come back. Paths are places in the record
    (`summary.figures[2].meaning`), spans are offsets into the page. Nothing is changed.
    """
    case = Case(summary, article, quantities, examples)
    for check in _CHECKS:
        check(case)
    return sorted(case.findings, key=lambda finding: _RANK[finding.severity])
