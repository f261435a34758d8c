"""What the checks of a record share: the article's text and numbers, the summary, and the findings so far."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from summarizer.checks.context import folded
from summarizer.checks.lazy import lazy
from summarizer.checks.mention import Mention
from summarizer.checks.reading import Reading, read
from summarizer.checks.sentences import sentence
from summarizer.quantities import Quantity, find_quantities
from summarizer.schema import ArticleSummary, Evidence, Finding, PageSpan, Severity

# Without one of these a text holds no quantity.
_NUMERIC = re.compile("[0-9０-９零〇一二两三四五六七八九十百千万亿半几数翻倍壹贰叁肆伍陆柒捌玖拾A-Za-z½¼¾]")


class RunLike(Protocol):
    """Characters of the article's text that stand one to one on the page."""

    @property
    def text_start(self) -> int:
        """Offset into the article's text."""

    @property
    def page_start(self) -> int:
        """Offset into the page."""

    @property
    def length(self) -> int:
        """How many characters."""


class ArticleLike(Protocol):
    """What the checks need of an article: `splitter.Article` and a record's `ArticleData` both have it."""

    @property
    def headline(self) -> str | None:
        """The headline."""

    @property
    def kicker(self) -> str | None:
        """The line above it."""

    @property
    def deck(self) -> list[str]:
        """The lines below it."""

    @property
    def body(self) -> str:
        """The paragraphs, one to a line."""

    @property
    def byline(self) -> str | None:
        """Who wrote it."""

    @property
    def credit(self) -> str | None:
        """The agency."""

    @property
    def language(self) -> str:
        """The language: "zh" or "en"."""

    @property
    def runs(self) -> Sequence[RunLike]:
        """Where the text stands on the page."""


def article_text(article: ArticleLike) -> str:
    """Return kicker, headline, deck and body, one to a line, as `Article.text` has them."""
    return "\n".join(part for part in (article.kicker, article.headline, *article.deck, article.body) if part)


@dataclass
class Case:
    """One record under examination."""

    summary: ArticleSummary
    article: ArticleLike
    quantities: Sequence[Quantity] | None = None
    examples: Collection[str] = ()
    findings: list[Finding] = field(default_factory=list)

    @lazy
    def text(self) -> str:
        """The article's text."""
        return article_text(self.article)

    @lazy
    def source(self) -> Reading:
        """The article's text with its numbers."""
        if self.quantities is None:
            return read(self.text, paragraphs=True)
        return Reading(self.text, self.quantities, paragraphs=True)

    @lazy
    def by_text(self) -> dict[str, list[Mention]]:
        """The numbers of the article by their words."""
        table: dict[str, list[Mention]] = {}
        for mention in self.source.mentions:
            table.setdefault(mention.quantity.text, []).append(mention)
        return table

    @lazy
    def plain(self) -> str:
        """The text as names and quotes are looked up in it: folded, lower case, without blanks."""
        return squeeze(self.text)

    @lazy
    def words(self) -> str:
        """The folded text with single blanks, in lower case."""
        return self.source.lower

    def fields(self) -> Iterator[tuple[str, str]]:
        """Yield path and text of every field that a model writes in prose."""
        summary = self.summary
        yield "summary.headline", summary.headline
        yield "summary.summary", summary.summary
        for index, decision in enumerate(summary.decisions):
            yield f"summary.decisions[{index}].text", decision.text
            if decision.deadline:
                yield f"summary.decisions[{index}].deadline", decision.deadline
        for index, figure in enumerate(summary.figures):
            yield f"summary.figures[{index}].meaning", figure.meaning
        for index, attendee in enumerate(summary.attendees):
            if attendee.role:
                yield f"summary.attendees[{index}].role", attendee.role

    @lazy
    def claims(self) -> list[tuple[str, Reading]]:
        """Path and reading of every field in prose that holds a number."""
        held = [(path, text) for path, text in self.fields() if _NUMERIC.search(text)]
        return [(path, Reading(text, found)) for path, text in held if (found := find_quantities(text))]

    def spans(self, start: int, end: int) -> list[PageSpan]:
        """Return where on the page `text[start:end]` stands."""
        found: list[PageSpan] = []
        for run in self.article.runs:
            low, high = max(start, run.text_start), min(end, run.text_start + run.length)
            if low >= high:
                continue
            span = PageSpan(
                start=run.page_start + low - run.text_start, end=run.page_start + high - run.text_start
            )
            if found and found[-1].end == span.start:
                span = PageSpan(start=found.pop().start, end=span.end)
            found.append(span)
        return found

    def evidence_spans(self, evidence: Sequence[Evidence]) -> list[PageSpan]:
        """Return where on the page the evidence of a statement stands."""
        return [span for one in evidence for span in self.spans(one.start, one.end)]

    def add(
        self,
        code: str,
        severity: Severity,
        path: str,
        spans: list[PageSpan] | None = None,
        message: str = "",
        **parts: object,
    ) -> None:
        """Add a finding; `message` stands in for the sentence of its code."""
        text = message or sentence(code, self.article.language, **parts)
        self.findings.append(
            Finding(code=code, severity=severity, message=text, path=path, spans=spans or [])
        )


@lru_cache(maxsize=2048)
def squeeze(text: str) -> str:
    """Return `text` folded, in lower case, without any blank, and with one kind of quotation mark."""
    text = "".join(folded(text).lower().split())
    return _QUOTES.sub(lambda found: "'" if found[0] in "‘’" else '"', text)


_QUOTES = re.compile("[‘’“”「」『』]")
