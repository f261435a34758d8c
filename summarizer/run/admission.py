"""Inputs as they arrive: entered into the account, told where the store knows them, else made into jobs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from sqlite3 import Connection

from summarizer.inputs.types import PageText, Skipped
from summarizer.run import ledger, records
from summarizer.run.account import Account
from summarizer.run.intake import Arrival
from summarizer.run.jobs import Job, stored_again
from summarizer.run.links import ALONE
from summarizer.run.records import Stored
from summarizer.run.types import PageTold, RecordReady, Status

NO_ARTICLE = "no article found on the page"


@dataclass(slots=True)
class Admitted:
    """What came of some arrivals: rows to store, events to tell once they are stored, jobs to do."""

    pages: list[ledger.PageRow] = field(default_factory=list)
    articles: list[ledger.ArticleRow] = field(default_factory=list)
    known_pages: list[tuple[str, list[str]]] = field(default_factory=list)
    ready: list[PageTold | RecordReady] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)

    def store(self, db: Connection, run_id: str) -> None:
        """Enter the rows."""
        ledger.add_pages(db, run_id, self.pages, self.articles)
        for page_key, keys in self.known_pages:
            records.save_page(db, page_key, keys)


class Admission:
    """Numbers pages and articles in input order. `position` is that of the next article."""

    def __init__(self, account: Account, usable: Callable[[Stored], bool]) -> None:
        self.position = 0
        self._seq = 0
        self._account = account
        self._usable = usable

    def admit(self, arrivals: list[Arrival]) -> Admitted:
        """Enter arrivals into the account; nothing is stored or told yet."""
        admitted = Admitted()
        for arrival in arrivals:
            if isinstance(arrival.input, PageText) and arrival.keys:
                self._page(admitted, arrival, arrival.input)
            else:
                self._no_page(admitted, arrival)
            if arrival.new_page:
                admitted.known_pages.append((arrival.page_key, arrival.keys))
            self._seq += 1
        return admitted

    def _no_page(self, admitted: Admitted, arrival: Arrival) -> None:
        told = _told(arrival)
        self._account.closed_page(told.status, told.reason)
        admitted.pages.append(ledger.PageRow(self._seq, told.source, told.page, 0, told.status, told.reason))
        admitted.ready.append(told)

    def _page(self, admitted: Admitted, arrival: Arrival, page: PageText) -> None:
        self._account.open_page(self._seq, len(arrival.keys))
        ended: Status | None = None
        for index, key in enumerate(arrival.keys):
            article = arrival.articles[index] if arrival.articles is not None else None
            stored, pieces = arrival.stored.get(key), arrival.pieces.get(index, ALONE)
            if stored is not None and self._usable(stored):
                event = stored_again(self.position, page, stored, article, pieces)
                ended = self._account.end_stored(self._seq, stored)
                admitted.ready.append(event)
                row = ledger.ArticleRow(self.position, self._seq, key, event.status, True)
            else:
                assert article is not None
                job = Job(self.position, self._seq, key, article, page, arrival.page_key, pieces)
                admitted.jobs.append(job)
                row = ledger.ArticleRow(self.position, self._seq, key, "open", False)
            admitted.articles.append(row)
            self.position += 1
        state = ended or "open"
        admitted.pages.append(ledger.PageRow(self._seq, page.source, page.page, len(arrival.keys), state))


def _told(arrival: Arrival) -> PageTold:
    item = arrival.input
    if isinstance(item, PageText):
        return PageTold(item.source, item.page, "skipped", NO_ARTICLE)
    if isinstance(item, Skipped):
        return PageTold(item.source, item.page or 0, "skipped", item.reason)
    return PageTold(item.source, item.page or 0, "failed", item.reason)
