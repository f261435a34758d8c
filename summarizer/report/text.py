"""A record as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from summarizer.report.cells import cell_len, clean, pad, wrap
from summarizer.report.hedge import stated
from summarizer.report.labels import Language, origins, place, word
from summarizer.report.marks import GLYPHS, Grade, Marks, by_severity, severities
from summarizer.schema import ArticleRecord, ArticleSummary, Decision, Evidence, Figure

Style = Callable[[str, str], str]
"""(text, name of a style) to text with the terminal's codes; the plain one returns the text."""

INDENT = 2
WIDEST = 100


def plain(text: str, style: str) -> str:
    """Return the text without any style."""
    return text


class TextReport:
    """Writes records for a terminal of `width` cells."""

    def __init__(self, width: int = 80, *, evidence: bool = False, style: Style = plain) -> None:
        self._width = max(40, min(width, WIDEST))
        self._evidence = evidence
        self._style = style
        self._quoted = ""

    def render(self, record: ArticleRecord) -> str:
        """Return the report of one article, ending with a line end."""
        self._quoted = ""
        return "\n".join(line.rstrip() for line in self._lines(record)) + "\n"

    def _lines(self, record: ArticleRecord) -> Iterator[str]:
        language = record.article.language
        yield from self._head(record, language)
        if record.summary is None:
            yield ""
            reason = f"{GLYPHS['error']} {word('failed', language)}: {record.reason or ''}"
            yield from (self._style(line, "error") for line in self._hanging(reason, 0))
        else:
            yield from self._body(record, record.summary, language)
        yield from self._findings(record, language)
        yield from self._foot(record, language)

    # Head and foot

    def _head(self, record: ArticleRecord, language: Language) -> Iterator[str]:
        article = record.article
        headline = (
            (record.summary and record.summary.headline) or article.headline or word("untitled", language)
        )
        yield self._style("─" * self._width, "rule")
        for line in wrap(headline, self._width):
            yield self._style(line, "headline")
        where = [clean(article.source or ""), word("page", language, article.page), clean(article.id)]
        by = [clean(part) for part in origins(article)]
        for line in wrap(" · ".join(filter(None, where + by)), self._width):
            yield self._style(line, "dim")

    def _foot(self, record: ArticleRecord, language: Language) -> Iterator[str]:
        usage = record.usage
        parts = [clean(record.provenance.model)]
        if usage.requests:
            parts += [
                word("requests", language, usage.requests),
                word("tokens", language, f"{usage.input_tokens:,}", f"{usage.output_tokens:,}"),
                word("seconds", language, f"{usage.seconds:.1f}"),
            ]
        yield ""
        for line in wrap(" · ".join(filter(None, parts)), self._width):
            yield self._style(line, "dim")

    # The summary

    def _body(self, record: ArticleRecord, summary: ArticleSummary, language: Language) -> Iterator[str]:
        marks = Marks(record)
        yield ""
        yield from self._marked(marks.grade("summary.summary"), summary.summary)
        yield from self._quotes(summary.summary_evidence, summary.summary, language)
        yield from self._decisions(summary.decisions, summary, marks, language)
        yield from self._figures(summary.figures, marks, language)
        yield from self._attendees(summary, marks, language)

    def _decisions(
        self, decisions: Sequence[Decision], summary: ArticleSummary, marks: Marks, language: Language
    ) -> Iterator[str]:
        yield from self._section("decisions", len(decisions), language)
        for index, decision in enumerate(decisions):
            yield from self._marked(marks.grade(f"summary.decisions[{index}]"), decision.text)
            if details := decision_details(decision, summary, language):
                yield from (self._style(line, "dim") for line in self._hanging(" · ".join(details)))
            yield from self._quotes(decision.evidence, decision.text, language)

    def _figures(self, figures: Sequence[Figure], marks: Marks, language: Language) -> Iterator[str]:
        yield from self._section("figures", len(figures), language)
        column = self._column([clean(stated(figure)) for figure in figures], 24)
        for index, figure in enumerate(figures):
            grade = marks.grade(f"summary.figures[{index}]")
            yield from self._row(grade, clean(stated(figure)), figure.meaning, column)
            yield from self._quotes(figure.evidence, figure.text, language)

    def _attendees(self, summary: ArticleSummary, marks: Marks, language: Language) -> Iterator[str]:
        yield from self._section("attendees", len(summary.attendees), language)
        column = self._column([clean(person.name) for person in summary.attendees], 24)
        for index, person in enumerate(summary.attendees):
            presence = word(person.presence, language)
            text = (person.role or "") + (f"  [{presence}]" if presence else "")
            grade = marks.grade(f"summary.attendees[{index}]")
            yield from self._row(grade, clean(person.name), text, column)
            yield from self._quotes(person.evidence, person.name, language)

    def _findings(self, record: ArticleRecord, language: Language) -> Iterator[str]:
        if not record.findings:
            if record.status == "done":
                yield ""
                yield self._style(word("clear", language), "ok")
            return
        yield ""
        counts = severities(record)
        said = (
            word(f"{name}s", language, counts[name]) for name in ("error", "warning", "info") if counts[name]
        )
        yield self._style(word("findings", language), "section") + self._style("  " + " · ".join(said), "dim")
        for finding in by_severity(record):
            where = place(finding.path, language) if finding.path else ""
            text = finding.message + (f"  ({where})" if where else "")
            glyph = {"error": "✗", "warning": "?", "info": "·"}[finding.severity]
            yield from self._marked(finding.severity, text, glyph)

    # Pieces

    def _section(self, name: str, count: int, language: Language) -> Iterator[str]:
        yield ""
        title = self._style(word(name, language), "section")
        yield title + self._style(f"  {count or word('none', language)}", "dim")

    def _marked(self, grade: Grade, text: str, glyph: str | None = None) -> Iterator[str]:
        glyph = glyph or GLYPHS[grade]
        first, *rest = wrap(text, self._width - 2 * INDENT)
        yield " " * INDENT + self._style(glyph, grade) + " " + first
        for line in rest:
            yield " " * (2 * INDENT) + line

    def _row(self, grade: Grade, term: str, text: str, column: int) -> Iterator[str]:
        """Yield a term and its explanation in two columns; a long term has a line of its own."""
        glyph = " " * INDENT + self._style(GLYPHS[grade], grade) + " "
        edge = 2 * INDENT + column + 2
        lines = wrap(text, self._width - edge)
        if cell_len(term) > column:
            first, *more = wrap(term, self._width - 2 * INDENT)
            yield glyph + self._style(first, "term")
            yield from (" " * (2 * INDENT) + self._style(line, "term") for line in more)
        else:
            yield glyph + self._style(pad(term, column), "term") + "  " + lines.pop(0)
        for line in lines:
            yield " " * edge + line

    def _ditto(self, quote: str) -> str:
        same, self._quoted = quote == self._quoted, quote
        return "〃" if same else quote

    def _column(self, terms: Sequence[str], most: int) -> int:
        return min(most, max((cell_len(term) for term in terms if cell_len(term) <= most), default=0))

    def _hanging(self, text: str, indent: int = 2 * INDENT) -> list[str]:
        return [" " * indent + line for line in wrap(text, self._width - indent)]

    def _quotes(self, evidence: Sequence[Evidence], text: str, language: Language) -> Iterator[str]:
        """Yield what a statement rests on; words that it repeats itself, or that stand just above, once."""
        if not self._evidence:
            return
        for piece in evidence:
            if piece.text in text:
                continue
            quote = f"「{piece.text}」" if language == "zh" else f"“{piece.text}”"
            yield from (self._style(line, "quote") for line in self._hanging(self._ditto(quote)))
        if not evidence:
            yield from (self._style(line, "warning") for line in self._hanging(word("ungrounded", language)))


def decision_details(decision: Decision, summary: ArticleSummary, language: Language) -> list[str]:
    """Return what is known of a decision besides its text: kind, who, by when, how much, with which votes."""
    details = [word(decision.kind, language)] if decision.kind else []
    if decision.decided_by:
        details.append(f"{word('decided_by', language)} {clean(decision.decided_by)}")
    if decision.deadline:
        details.append(f"{word('deadline', language)} {clean(decision.deadline)}")
    texts = {figure.id: clean(stated(figure)) for figure in summary.figures}
    if amounts := [texts.get(name, clean(name)) for name in decision.amounts]:
        details.append(f"{word('amounts', language)} {', '.join(amounts)}")
    if decision.vote:
        votes = decision.vote.model_dump(exclude_none=True)
        said = (f"{word(name, language)} {count}" for name, count in votes.items())
        details.append(f"{word('vote', language)} {', '.join(said)}")
    return details


def number(value: Decimal | None) -> str:
    """Return a value without an exponent and without zeros that say nothing; empty for None."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
