"""Records as four tables: articles, decisions, figures, attendees. A row carries what was found on it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from summarizer.report.marks import Marks, severities
from summarizer.schema import ArticleRecord, Evidence, Finding, PageSpan

Cell = str | int | float | Decimal | None
Row = dict[str, Cell]
Type = Literal["text", "integer", "number", "exact"]

# Every row leads back to its article; (source, page, article) is unique within an edition.
_KEY: dict[str, Type] = {"source": "text", "page": "integer", "article": "text"}
_GRADE: dict[str, Type] = {"check": "text", "findings": "text", "evidence": "text", "spans": "text"}

TABLES: dict[str, dict[str, Type]] = {
    "articles": _KEY
    | {
        "status": "text",
        "reason": "text",
        "language": "text",
        "headline": "text",
        "kicker": "text",
        "deck": "text",
        "byline": "text",
        "credit": "text",
        "dateline": "text",
        "summary": "text",
        "decisions": "integer",
        "figures": "integer",
        "attendees": "integer",
        "errors": "integer",
        "warnings": "integer",
        "notes": "integer",
        "findings": "text",
        "body": "text",
        "continued_from": "text",
        "previous_page": "integer",
        "previous_article": "text",
        "continues_on": "text",
        "next_page": "integer",
        "next_article": "text",
        "confidence": "number",
        "model": "text",
        "endpoint": "text",
        "prompt_version": "text",
        "schema_version": "text",
        "content_key": "text",
        "input_tokens": "integer",
        "output_tokens": "integer",
        "requests": "integer",
        "seconds": "number",
    },
    "decisions": _KEY
    | {
        "number": "integer",
        "decision": "text",
        "kind": "text",
        "decided_by": "text",
        "deadline": "text",
        "amounts": "text",
        "in_favour": "integer",
        "against": "integer",
        "abstained": "integer",
    }
    | _GRADE,
    "figures": _KEY
    | {
        "number": "integer",
        "id": "text",
        "figure": "text",
        "meaning": "text",
        "kind": "text",
        "value": "exact",
        "upper": "exact",
        "unit": "text",
        "qualifier": "text",
        "iso": "text",
    }
    | _GRADE,
    "attendees": _KEY | {"number": "integer", "name": "text", "role": "text", "presence": "text"} | _GRADE,
}


def rows(record: ArticleRecord) -> Iterator[tuple[str, Row]]:
    """Yield (name of the table, row) for one record, the article first; keys are the columns of `TABLES`."""
    article, summary, marks = record.article, record.summary, Marks(record)
    key: Row = {"source": article.source, "page": article.page, "article": article.id}
    yield "articles", key | _article(record)
    if summary is None:
        return
    texts = {figure.id: figure.text for figure in summary.figures}
    for index, decision in enumerate(summary.decisions):
        vote = decision.vote
        row: Row = {
            "number": index + 1,
            "decision": decision.text,
            "kind": decision.kind,
            "decided_by": decision.decided_by,
            "deadline": decision.deadline,
            "amounts": _joined([texts.get(name, name) for name in decision.amounts]),
            "in_favour": vote.in_favour if vote else None,
            "against": vote.against if vote else None,
            "abstained": vote.abstained if vote else None,
        }
        yield "decisions", key | row | _grade(marks, f"summary.decisions[{index}]", decision.evidence)
    for index, figure in enumerate(summary.figures):
        row = {
            "number": index + 1,
            "id": figure.id,
            "figure": figure.text,
            "meaning": figure.meaning,
            "kind": figure.kind,
            "value": figure.value,
            "upper": figure.upper,
            "unit": figure.unit,
            "qualifier": figure.qualifier,
            "iso": figure.iso,
        }
        yield "figures", key | row | _grade(marks, f"summary.figures[{index}]", figure.evidence)
    for index, person in enumerate(summary.attendees):
        row = {"number": index + 1, "name": person.name, "role": person.role, "presence": person.presence}
        yield "attendees", key | row | _grade(marks, f"summary.attendees[{index}]", person.evidence)


def _article(record: ArticleRecord) -> Row:
    article, summary, usage, made = record.article, record.summary, record.usage, record.provenance
    counts = severities(record)
    before, after = article.previous_piece, article.next_piece
    return {
        "status": record.status,
        "reason": record.reason,
        "language": article.language,
        "headline": summary.headline if summary else article.headline,
        "kicker": article.kicker,
        "deck": _joined(article.deck),
        "byline": article.byline,
        "credit": article.credit,
        "dateline": article.dateline,
        "summary": summary.summary if summary else None,
        "decisions": len(summary.decisions) if summary else None,
        "figures": len(summary.figures) if summary else None,
        "attendees": len(summary.attendees) if summary else None,
        "errors": counts["error"],
        "warnings": counts["warning"],
        "notes": counts["info"],
        "findings": _messages(record.findings),
        "body": article.body,
        "continued_from": article.continued_from,
        "previous_page": before.page if before else None,
        "previous_article": before.id if before else None,
        "continues_on": article.continues_on,
        "next_page": after.page if after else None,
        "next_article": after.id if after else None,
        "confidence": article.confidence,
        "model": made.model,
        "endpoint": made.endpoint,
        "prompt_version": made.prompt_version,
        "schema_version": made.schema_version,
        "content_key": made.content_key,
        "input_tokens": usage.input_tokens,
        "output_tokens": usage.output_tokens,
        "requests": usage.requests,
        "seconds": usage.seconds,
    }


def _grade(marks: Marks, path: str, evidence: list[Evidence]) -> Row:
    return {
        "check": marks.grade(path),
        "findings": _messages(marks.on(path)),
        "evidence": _joined([piece.text for piece in evidence]),
        "spans": _spans([span for piece in evidence for span in piece.spans]),
    }


def _messages(findings: list[Finding]) -> str | None:
    return _joined([f"{finding.severity}: {finding.message}" for finding in findings])


def _spans(spans: list[PageSpan]) -> str | None:
    return " ".join(f"{span.start}:{span.end}" for span in spans) or None


def _joined(parts: list[str]) -> str | None:
    return " | ".join(parts) or None
