"""Which parts of a record a reader may trust: the worst finding on each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from summarizer.schema import ArticleRecord, Evidence, Finding

Grade = Literal["ok", "info", "warning", "error"]
GRADES: tuple[Grade, ...] = ("ok", "info", "warning", "error")
GLYPHS: dict[Grade, str] = {"ok": "✓", "info": "✓", "warning": "?", "error": "✗"}


class Marks:
    """The findings of a record, by the part of it that they concern."""

    def __init__(self, record: ArticleRecord) -> None:
        self._findings = record.findings

    def on(self, path: str) -> list[Finding]:
        """Return the findings on a part of the record and on what it holds."""
        return [finding for finding in self._findings if _within(finding.path, path)]

    def grade(self, path: str) -> Grade:
        """Return the worst severity found on a part, "ok" when nothing was found."""
        return worst(self.on(path))


def worst(findings: Iterable[Finding]) -> Grade:
    """Return the worst severity of some findings."""
    return max((finding.severity for finding in findings), key=GRADES.index, default="ok")


def severities(record: ArticleRecord) -> Counter[str]:
    """Return how many findings of each severity a record has."""
    return Counter(finding.severity for finding in record.findings)


def by_severity(record: ArticleRecord) -> list[Finding]:
    """Return the findings, the worst first, otherwise in their order."""
    return sorted(record.findings, key=lambda finding: -GRADES.index(finding.severity))


def grounded(evidence: Iterable[Evidence]) -> bool:
    """Return whether a statement has a place in the text."""
    return any(piece.text.strip() for piece in evidence)


def contradicted(record: ArticleRecord) -> bool:
    """Return whether a number of the record is contradicted by its article."""
    return any(
        finding.severity == "error" and finding.code.startswith(("number-", "figure-", "vote-"))
        for finding in record.findings
    )


def _within(path: str, part: str) -> bool:
    return path == part or (path.startswith(part) and path[len(part)] in ".[")
