"""What a run tells while it goes, and its account at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from summarizer.report.marks import contradicted
from summarizer.run.pace import duration

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.run.types import Counts, Event, Progress, RecordReady, RunSummary

# After so many pages left out one by one, the account at the end says how many there were.
MOST_SKIPS = 20
# A storm of failures has few reasons; the account counts each of them.
MOST_FAILURES = 20

_FINDINGS = (("error", "error"), ("warning", "warning"), ("info", "note"))


class View:
    """Shows the events of a run; `sinks` take its records."""

    def __init__(self, console: Console, sinks: list[Callable[[RecordReady], None]], *, strict: bool) -> None:
        self._console, self._sinks, self._strict = console, sinks, strict
        self._skips = self._failures = 0
        self.contradicted = 0

    def __call__(self, event: Event) -> None:
        """Show an event. Raises OutputError when a sink can't write."""
        from summarizer.run.types import Notice, PageTold, RecordReady

        if isinstance(event, RecordReady):
            if self._strict:
                self.contradicted += contradicted(event.record)
            if event.record.status == "failed":
                self._failure(event)
            for sink in self._sinks:
                sink(event)
        elif isinstance(event, PageTold):
            self._page(event.source, event.page, event.status, event.reason)
        elif isinstance(event, Notice):
            self._console.warn(event.message)
        else:
            self._console.progress(line(event))

    def _failure(self, event: RecordReady) -> None:
        self._failures += 1
        if self._failures <= MOST_FAILURES:
            where = event.source + (f" page {event.page}" if event.page > 1 else "")
            self._console.warn(f"{where} {event.record.article.id}: failed: {event.record.reason}")

    def _page(self, source: str, page: int, status: str, reason: str) -> None:
        where = source + (f" page {page}" if page > 1 else "")
        if status == "failed":
            self._console.warn(f"{where}: {reason}")
        elif self._skips < MOST_SKIPS:
            self._skips += 1
            self._console.note(f"{where}: skipped, {reason}")


def line(progress: Progress) -> str:
    """Return a run's state in a line."""
    articles, spent = progress.articles, progress.spent
    ended = articles.done + articles.failed
    total = f"{articles.discovered}" + ("" if progress.input_ended else "+")
    parts = [f"{ended} of {total} articles"]
    if articles.failed:
        parts.append(f"{articles.failed} failed")
    if found := sum(progress.findings.get(name, 0) for name in ("error", "warning")):
        parts.append(f"{found} findings")
    if progress.rate > 0:
        parts.append(f"{progress.rate * 60:.1f} a minute")
    parts.append(f"{spent.input_tokens:,} + {spent.output_tokens:,} tokens")
    if spent.cost:
        projected = f" of about ${progress.projected_cost:.2f}" if progress.projected_cost else ""
        parts.append(f"${spent.cost:.2f}{projected}")
    if progress.seconds_left is not None:
        parts.append(f"{duration(progress.seconds_left)} left")
    else:
        parts.append(duration(progress.seconds))
    return " · ".join(parts)


def account(summary: RunSummary) -> list[str]:
    """Return the account of a run: what came in is what was done, failed and skipped."""
    lines = [f"pages {_counts(summary.pages)}; articles {_counts(summary.articles)}"]
    spent, findings = summary.spent, summary.findings
    named = ((findings.get(severity, 0), name) for severity, name in _FINDINGS)
    found = ", ".join(f"{count} {name}{'s' * (count != 1)}" for count, name in named if count)
    cost = f", ${spent.cost:.4f}" if spent.cost else ""
    reused = f"{summary.reused} from earlier runs; " if summary.reused else ""
    lines.append(
        f"{reused}findings: {found or 'none'}; {spent.requests} requests, {spent.input_tokens:,} + "
        f"{spent.output_tokens:,} tokens{cost}, {duration(summary.seconds)}"
    )
    lines += [f"  {count} × {reason}" for reason, count in summary.reasons.items() if count > 1]
    if summary.articles.failed:
        lines.append("`summarizer runs show` lists what failed; --retry-failed tries it again")
    if summary.stopped:
        lines.append("stopped before the end: the same command goes on from here")
    return lines


def _counts(counts: Counts) -> str:
    return f"{counts.discovered} = {counts.done} done + {counts.failed} failed + {counts.skipped} skipped"
