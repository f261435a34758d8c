"""One article on its way through a run, and what is told of it."""

from __future__ import annotations

import time
from dataclasses import dataclass

from summarizer.inputs.types import PageText
from summarizer.run.links import ALONE, Pieces, with_pieces
from summarizer.run.rebase import moved, rebased
from summarizer.run.records import NewRecord, Stored
from summarizer.run.types import Event, OnEvent, RecordReady
from summarizer.schema import ArticleRecord
from summarizer.splitter.page import Article


@dataclass(slots=True)
class Job:
    """An article to work on, at its position in the run."""

    position: int
    seq: int
    key: str
    article: Article
    page: PageText
    page_key: str
    pieces: Pieces = ALONE
    outages: int = 0


def new_record(job: Job, record: ArticleRecord, *, passing: bool) -> NewRecord:
    """Return the row of a record just made."""
    severities = [finding.severity for finding in record.findings]
    usage = record.usage
    return NewRecord(
        key=job.key,
        status=record.status,
        passing=passing,
        reason=record.reason,
        page_key=job.page_key,
        source=job.page.source,
        page=job.page.page,
        model=record.provenance.model,
        input_tokens=usage.input_tokens,
        output_tokens=usage.output_tokens,
        cached_tokens=usage.cached_tokens,
        requests=usage.requests,
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        infos=severities.count("info"),
        record=record.model_dump_json(),
    )


def here(new: NewRecord) -> Stored:
    """Return a record just stored as a look-up would."""
    return Stored(
        new.key, new.status, new.passing, new.reason, new.page_key, new.source, new.page, time.time(),
        new.errors, new.warnings, new.infos, new.record,
    )  # fmt: skip


def told(job: Job, new: NewRecord) -> RecordReady:
    """Return the event for a record just stored."""
    page, text = job.page, with_pieces(new.record, job.pieces)
    return RecordReady(job.position, page.source, page.page, new.status, False, text, new.passing)


def stored_again(
    position: int, page: PageText, stored: Stored, article: Article | None, pieces: Pieces = ALONE
) -> RecordReady:
    """Return the event for a stored record at another place; `article` None: a page of the same text."""
    if article is not None:
        text = rebased(stored.record, article, page)
    elif page.boxes or (stored.source, stored.page) != (page.source, page.page):
        text = moved(stored.record, page)
    else:
        text = stored.record
    text = with_pieces(text, pieces)
    return RecordReady(position, page.source, page.page, stored.status, True, text, stored.passing)


class Emitter:
    """Passes events on at once, or records in input order. `position` is that of the next record in order."""

    def __init__(self, on_event: OnEvent | None, *, ordered: bool) -> None:
        self.ordered = ordered
        self.position = 0
        self._on_event = on_event or (lambda event: None)
        self._held: dict[int, RecordReady | None] = {}

    def tell(self, event: Event) -> None:
        """Pass one event on, with those that waited for it."""
        if not self.ordered or not isinstance(event, RecordReady):
            self._on_event(event)
            return
        self._held[event.position] = event
        self._go_on()

    def skip(self, position: int) -> None:
        """Learn that no record will come for a position, so that the later ones don't wait for it."""
        if self.ordered:
            self._held[position] = None
            self._go_on()

    def _go_on(self) -> None:
        while self.position in self._held:
            ready = self._held.pop(self.position)
            self.position += 1
            if ready is not None:
                self._on_event(ready)

    def flush(self) -> None:
        """Pass on what waits for records that will never come, still in order."""
        for position in sorted(self._held):
            if (ready := self._held[position]) is not None:
                self._on_event(ready)
        self._held.clear()
