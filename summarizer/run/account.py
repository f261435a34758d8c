"""Counting while a run goes: pages, articles, findings, tokens, rate and what is left."""

from __future__ import annotations

import time
from collections import Counter, deque
from dataclasses import dataclass, field

from summarizer.run.records import NewRecord, Stored
from summarizer.run.types import Counts, Price, Progress, RunOptions, RunSummary, Spent, Status

RATE_WINDOW = 60.0
MOST_REASONS = 50
# So many articles tell how long the others will take.
ENOUGH = 4


@dataclass(slots=True)
class OpenPage:
    """A page some of whose articles have not come to their end."""

    open: int
    failed: int = 0
    skipped: int = 0

    @property
    def status(self) -> Status:
        """What the page comes to when its articles have."""
        return "skipped" if self.skipped else "failed" if self.failed else "done"


@dataclass(slots=True)
class Account:
    """The counts of one run."""

    price: Price | None = None
    total_pages: int | None = None
    pages: Counts = field(default_factory=Counts)
    articles: Counts = field(default_factory=Counts)
    reused: int = 0
    in_flight: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    spent: Spent = field(default_factory=Spent)
    started: float = field(default_factory=time.monotonic)
    _open: dict[int, OpenPage] = field(default_factory=dict)
    _worked: int = 0
    _samples: deque[tuple[float, int]] = field(default_factory=lambda: deque([(time.monotonic(), 0)]))

    def open_page(self, seq: int, articles: int) -> None:
        """Enter a page with articles."""
        self.pages.discovered += 1
        self.articles.discovered += articles
        self._open[seq] = OpenPage(articles)

    def closed_page(self, status: Status, reason: str | None = None) -> None:
        """Enter a page that has no articles to wait for."""
        self.pages.discovered += 1
        self.pages.end(status)
        if reason is not None:
            self.because(reason)

    def end_article(self, seq: int, status: Status, *, reused: bool) -> Status | None:
        """Enter an article's end; return the status of its page when that has come to its end with it."""
        self.articles.end(status)
        self.reused += reused
        page = self._open[seq]
        page.open -= 1
        page.failed += status == "failed"
        page.skipped += status == "skipped"
        if page.open:
            return None
        del self._open[seq]
        self.pages.end(page.status)
        return page.status

    def end_stored(self, seq: int, stored: Stored) -> Status | None:
        """Enter an article that ends with a record of the store, as `end_article` does."""
        self.found(stored)
        return self.end_article(seq, stored.status, reused=True)

    def skip_open(self, reason: str) -> None:
        """Enter all that is open as not attempted."""
        if self.articles.open:
            self.because(reason, self.articles.open)
        self.articles.skipped += self.articles.open
        self.pages.skipped += self.pages.open
        self._open.clear()

    def because(self, reason: str, times: int = 1) -> None:
        """Count a reason; the list of them stays short however many there are."""
        if reason not in self.reasons and len(self.reasons) >= MOST_REASONS:
            reason = "other reasons"
        self.reasons[reason] += times

    def found(self, record: Stored | NewRecord) -> None:
        """Count the findings of a record, and why it failed if it did."""
        self.findings.update(error=record.errors, warning=record.warnings, info=record.infos)
        if record.status == "failed":
            self.because(record.reason or "failed")

    def spend(self, record: NewRecord) -> None:
        """Count what a record cost in this run."""
        self._worked += 1
        spent = self.spent
        spent.input_tokens += record.input_tokens
        spent.output_tokens += record.output_tokens
        spent.cached_tokens += record.cached_tokens
        spent.requests += record.requests
        if self.price is not None:
            spent.cost = self.price(spent.input_tokens, spent.output_tokens, spent.cached_tokens)

    def beyond(self, limits: RunOptions) -> str | None:
        """Return a sentence when a run has spent what it may, else None."""
        tokens, cost = self.spent.input_tokens + self.spent.output_tokens, self.spent.cost
        if limits.max_tokens is not None and tokens >= limits.max_tokens:
            return f"stopped at {tokens} tokens, the limit was {limits.max_tokens}"
        if limits.max_cost is not None and cost is not None and cost >= limits.max_cost:
            return f"stopped at a cost of {cost:.4f}, the limit was {limits.max_cost:g}"
        return None

    def progress(self, *, input_ended: bool) -> Progress:
        """Return where the run stands, and take a sample for its rate."""
        now = time.monotonic()
        self._samples.append((now, self._worked))
        while len(self._samples) > 2 and now - self._samples[0][0] > RATE_WINDOW:
            self._samples.popleft()
        since, before = self._samples[0]
        rate = (self._worked - before) / max(now - since, 1e-9)
        left = self._left(input_ended=input_ended)
        cost = self.spent.cost
        known = left is not None and self._worked >= ENOUGH
        return Progress(
            pages=self.pages,
            articles=self.articles,
            reused=self.reused,
            in_flight=self.in_flight,
            findings=dict(self.findings),
            spent=self.spent,
            seconds=now - self.started,
            rate=rate,
            input_ended=input_ended,
            projected_cost=cost * (1 + left / self._worked)
            if known and cost is not None and left is not None
            else None,
            seconds_left=left / rate if known and rate > 0 and left is not None else None,
        )

    def _left(self, *, input_ended: bool) -> float | None:
        """Return how many articles are still to come; an estimate while pages are unread, None where their
        number is unknown.
        """
        if input_ended:
            return self.articles.open
        if self.total_pages is None or not self.pages.discovered:
            return None
        unread = max(0, self.total_pages - self.pages.discovered)
        return self.articles.open + unread * self.articles.discovered / self.pages.discovered

    def fill_spent(self, summary: RunSummary) -> None:
        """Put into a summary what was spent elsewhere: those records are new, though found in the store."""
        summary.spent, summary.seconds = self.spent, time.monotonic() - self.started
        summary.reused = max(0, summary.reused - self._worked)

    def fill(self, summary: RunSummary) -> None:
        """Put the counts into a run's summary."""
        summary.pages, summary.articles = self.pages, self.articles
        summary.reused, summary.spent = self.reused, self.spent
        summary.findings = {name: count for name, count in self.findings.items() if count}
        summary.reasons = dict(self.reasons.most_common())
        summary.seconds = time.monotonic() - self.started
        if self.total_pages is not None:
            summary.unread_pages = max(0, self.total_pages - self.pages.discovered)
