"""Records as a Markdown briefing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from summarizer.report.cells import clean
from summarizer.report.hedge import stated
from summarizer.report.labels import Language, origins, place, word
from summarizer.report.marks import GLYPHS, Grade, Marks, by_severity, grounded
from summarizer.report.text import decision_details
from summarizer.schema import ArticleRecord, ArticleSummary, Evidence

# Whatever could become markup or HTML; a backslash before ASCII punctuation makes it literal.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")
# What would begin a list or a rule, and what some renderers take for an address.
_START = re.compile(r"^(\d{0,9})([-+=.)])(?=\s|$|[-=])")
_SCHEME = re.compile(r"(?i)\b(https?|ftp|javascript|data|mailto|www)([:.])")


def escape(text: str) -> str:
    """Return source text so that Markdown shows it as it is, on one line, and links nothing."""
    text = _SPECIAL.sub(r"\\\1", clean(text))
    return _SCHEME.sub(r"\1\\\2", _START.sub(r"\1\\\2", text))


def briefing(records: Iterable[ArticleRecord]) -> Iterator[str]:
    """Yield the pieces of a briefing over all records: a heading for each page, then its articles."""
    page: tuple[str | None, int] | None = None
    for record in records:
        here = (record.article.source, record.article.page)
        if here != page:
            page = here
            yield page_heading(record)
        yield render(record)


def page_heading(record: ArticleRecord) -> str:
    """Return the heading of the page that an article stands on."""
    article = record.article
    return f"# {escape(article.source or '-')} · {word('page', article.language, article.page)}\n\n"


def render(record: ArticleRecord, *, evidence: bool = True) -> str:
    """Return one article as Markdown, ending with a blank line."""
    language = record.article.language
    summary = record.summary
    headline = (summary and summary.headline) or record.article.headline or word("untitled", language)
    lines = [f"## {escape(headline)}", ""]
    by = [escape(part) for part in origins(record.article)]
    if by:
        lines += [" · ".join(by), ""]
    if summary is None:
        lines += [f"**{GLYPHS['error']} {word('failed', language)}**: {escape(record.reason or '')}", ""]
    else:
        marks = Marks(record)
        lines += [f"{_glyph(marks.grade('summary.summary'), '')}{escape(summary.summary)}", ""]
        lines += _decisions(summary, marks, language, evidence)
        lines += _figures(summary, marks, language)
        lines += _attendees(summary, marks, language)
    lines += _findings(record, language)
    return "\n".join(lines) + "\n"


def _decisions(summary: ArticleSummary, marks: Marks, language: Language, evidence: bool) -> list[str]:
    lines = [f"### {word('decisions', language)}", ""]
    for index, decision in enumerate(summary.decisions):
        details = " · ".join(map(escape, decision_details(decision, summary, language)))
        grade = marks.grade(f"summary.decisions[{index}]")
        lines.append(f"- {GLYPHS[grade]} {escape(decision.text)}" + (f" ({details})" if details else ""))
        if evidence:
            lines += _quotes(decision.evidence, language)
    return [*lines, *_nothing(summary.decisions, language), ""]


def _quotes(evidence: Sequence[Evidence], language: Language) -> list[str]:
    if not grounded(evidence):
        return [f"  - *{word('ungrounded', language)}*"]
    return [f"  > {escape(piece.text)}" for piece in evidence]


def _figures(summary: ArticleSummary, marks: Marks, language: Language) -> list[str]:
    rows = [
        (marks.grade(f"summary.figures[{index}]"), stated(figure), figure.meaning)
        for index, figure in enumerate(summary.figures)
    ]
    return _table("figures", "meaning", rows, language)


def _attendees(summary: ArticleSummary, marks: Marks, language: Language) -> list[str]:
    rows = []
    for index, person in enumerate(summary.attendees):
        role = " · ".join(filter(None, (person.role, word(person.presence, language))))
        rows.append((marks.grade(f"summary.attendees[{index}]"), person.name, role))
    return _table("attendees", "role", rows, language)


def _table(title: str, second: str, rows: list[tuple[Grade, str, str]], language: Language) -> list[str]:
    lines = [f"### {word(title, language)}", ""]
    if rows:
        lines += [f"| | {word(title, language)} | {word(second, language)} |", "|---|---|---|"]
        lines += [f"| {GLYPHS[grade]} | {escape(term)} | {escape(text)} |" for grade, term, text in rows]
    return [*lines, *_nothing(rows, language), ""]


def _findings(record: ArticleRecord, language: Language) -> list[str]:
    lines = [
        f"- {_glyph(finding.severity, '· ')}{escape(finding.message)}"
        + (f" ({escape(place(finding.path, language))})" if finding.path else "")
        for finding in by_severity(record)
    ]
    return [f"### {word('findings', language)}", "", *lines, ""] if lines else []


def _glyph(grade: Grade, otherwise: str) -> str:
    return f"{GLYPHS[grade]} " if grade in ("warning", "error") else otherwise


def _nothing(rows: Sequence[object], language: Language) -> list[str]:
    return [] if rows else [f"*{word('none', language)}*"]
