"""Counts of one record against its gold, and the rates of many."""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from summarizer.evaluate.gold import GoldArticle
from summarizer.schema import ArticleRecord, ArticleSummary

Counts = Counter[str]

# An article's record is the one whose body is most like its own, and at least this much.
ALIKE = 0.5
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_THOUSANDS = re.compile(r"(?<=[0-9]),(?=[0-9]{3})")
_BLANK = re.compile(r"\s+")


def pair(golds: Sequence[GoldArticle], records: Iterable[ArticleRecord]) -> list[ArticleRecord | None]:
    """Return the record of each gold article, None where there is none."""
    pool = [(_squash(record.article.body), record) for record in records]
    return [_best(_squash(gold.body), pool) for gold in golds]


def count(gold: GoldArticle, record: ArticleRecord | None) -> Counts:
    """Return what a record has right and wrong; a missing or failed one has nothing right."""
    counts: Counts = Counter(articles=1, failed=int(record is None or record.summary is None))
    summary = record.summary if record else None
    _count_attendees(counts, gold, summary)
    _count_figures(counts, gold, summary)
    _count_decisions(counts, gold, summary)
    if record:
        counts.update(
            input_tokens=record.usage.input_tokens,
            output_tokens=record.usage.output_tokens,
            cached_tokens=record.usage.cached_tokens,
            requests=record.usage.requests,
            milliseconds=round(record.usage.seconds * 1000),
        )
        counts.update(f"{finding.severity}s" for finding in record.findings)
        _count_invented(counts, gold, record)
    return counts


def _count_attendees(counts: Counts, gold: GoldArticle, summary: ArticleSummary | None) -> None:
    wanted = {attendee.name for attendee in gold.gold.attendees}
    said = {attendee.name for attendee in summary.attendees} if summary else set()
    counts.update(
        attendees_right=len(wanted & said),
        attendees_said=len(said),
        attendees_gold=len(wanted),
        mentioned_as_attending=len(said & set(gold.gold.mentioned_not_attending)),
    )


def _count_figures(counts: Counts, gold: GoldArticle, summary: ArticleSummary | None) -> None:
    stated = [(_values(f.value, f.upper), f.meaning) for f in summary.figures] if summary else []
    known = [_values(figure.value, figure.value2) for figure in gold.gold.figures]
    counts.update(figures_said=len(stated), figures_right=sum(any(v & w for w in known) for v, _ in stated))
    for figure in gold.gold.figures:
        if not figure.core or figure.value is None:
            continue
        meanings = [meaning for values, meaning in stated if figure.value in values]
        counts.update(
            figures_gold=1,
            figures_found=int(bool(meanings)),
            meanings_right=int(any(key in meaning for meaning in meanings for key in figure.keys)),
        )


def _count_decisions(counts: Counts, gold: GoldArticle, summary: ArticleSummary | None) -> None:
    stated = [decision.text for decision in summary.decisions] if summary else []
    counts.update(decisions_said=len(stated))
    for decision in gold.gold.decisions:
        if decision.core:
            found = any(key in text for text in stated for key in decision.keys)
            counts.update(decisions_gold=1, decisions_found=int(found))


def _count_invented(counts: Counts, gold: GoldArticle, record: ArticleRecord) -> None:
    """Count Arabic numbers of the record's prose that the article doesn't hold, and those without a finding.

    Digits alone, on purpose: another measure than the checks that are on trial here.
    """
    text = "\n".join(
        filter(None, [record.article.kicker, record.article.headline, *record.article.deck, gold.body])
    )
    known = _numbers(text) | _numbers(_squash(text))
    flagged = [f.path for f in record.findings if f.severity != "info" and f.path]
    for path, words in _prose(record.summary) if record.summary else ():
        for _ in _numbers(words) - known:
            counts["invented"] += 1
            counts["invented_unflagged"] += not any(place.startswith(path) for place in flagged)


def _prose(summary: ArticleSummary) -> Iterator[tuple[str, str]]:
    yield "summary.headline", summary.headline
    yield "summary.summary", summary.summary
    for number, decision in enumerate(summary.decisions):
        yield f"summary.decisions[{number}]", decision.text
    for number, figure in enumerate(summary.figures):
        yield f"summary.figures[{number}]", f"{figure.text} {figure.meaning}"
    for number, attendee in enumerate(summary.attendees):
        yield f"summary.attendees[{number}]", attendee.role or ""


def _ratio(above: str, below: str) -> Callable[[Counts], float]:
    return lambda c: c[above] / c[below] if c[below] else math.nan


def _f1(counts: Counts) -> float:
    together = counts["attendees_said"] + counts["attendees_gold"]
    return 2 * counts["attendees_right"] / together if together else math.nan


# The rates that are reported, in order; counts are per article unless the name says otherwise.
RATES: dict[str, Callable[[Counts], float]] = {
    "attendee_precision": _ratio("attendees_right", "attendees_said"),
    "attendee_recall": _ratio("attendees_right", "attendees_gold"),
    "attendee_f1": _f1,
    "mentioned_as_attending_total": lambda c: float(c["mentioned_as_attending"]),
    "figure_precision": _ratio("figures_right", "figures_said"),
    "figure_recall_core": _ratio("figures_found", "figures_gold"),
    "figure_meaning": _ratio("meanings_right", "figures_found"),
    "decision_recall_core": _ratio("decisions_found", "decisions_gold"),
    "decisions_said_per_core": _ratio("decisions_said", "decisions_gold"),
    "invented_numbers_total": lambda c: float(c["invented"]),
    "invented_unflagged_total": lambda c: float(c["invented_unflagged"]),
    "core_figures_omitted_total": lambda c: float(c["figures_gold"] - c["figures_found"]),
    "errors": _ratio("errors", "articles"),
    "warnings": _ratio("warnings", "articles"),
    "input_tokens": _ratio("input_tokens", "articles"),
    "cached_tokens": _ratio("cached_tokens", "articles"),
    "output_tokens": _ratio("output_tokens", "articles"),
    "requests": _ratio("requests", "articles"),
    "seconds": lambda c: c["milliseconds"] / 1000 / c["articles"] if c["articles"] else math.nan,
    "failed_total": lambda c: float(c["failed"]),
}


def rates(rows: Iterable[Counts]) -> dict[str, float]:
    """Return every rate of `RATES` over articles; nan where nothing could be counted."""
    total: Counts = Counter()
    for row in rows:
        total.update(row)
    return {name: rate(total) for name, rate in RATES.items()}


def _best(body: str, pool: list[tuple[str, ArticleRecord]]) -> ArticleRecord | None:
    for other, record in pool:
        if other == body:
            return record
    best, most = None, ALIKE
    matcher = difflib.SequenceMatcher(None, b=body, autojunk=False)
    for other, record in pool:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() > most and matcher.quick_ratio() > most and matcher.ratio() > most:
            best, most = record, matcher.ratio()
    return best


def _values(*values: Decimal | None) -> set[Decimal]:
    return {value for value in values if value is not None}


def _squash(text: str) -> str:
    return _BLANK.sub("", unicodedata.normalize("NFKC", text))


def _numbers(text: str) -> set[str]:
    return set(_NUMBER.findall(_THOUSANDS.sub("", unicodedata.normalize("NFKC", text))))
