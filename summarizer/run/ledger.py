"""The account of a run in the store: its pages, its articles, and the proof that none is missing."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import dataclass

from summarizer.errors import AccountingError
from summarizer.run.records import Worker, alive
from summarizer.run.types import Counts, RunSummary, Status


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page of a run; "open" until all of its articles have come to their end."""

    seq: int
    source: str
    page: int
    articles: int
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of a run, at its place in input order."""

    position: int
    seq: int
    key: str
    status: str
    reused: bool


def start_run(db: sqlite3.Connection, run_id: str, worker: Worker, command: str) -> None:
    """Open the account."""
    db.execute(
        "INSERT INTO runs (id, worker, command, started, state) VALUES (?, ?, ?, ?, 'running')",
        (run_id, worker.id, command, time.time()),
    )


def add_pages(db: sqlite3.Connection, run_id: str, pages: list[PageRow], articles: list[ArticleRow]) -> None:
    """Enter pages and their articles."""
    db.executemany(
        "INSERT INTO run_pages VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(run_id, p.seq, p.source, p.page, p.articles, p.status, p.reason) for p in pages],
    )
    db.executemany(
        "INSERT INTO run_articles VALUES (?, ?, ?, ?, ?, ?)",
        [(run_id, a.position, a.seq, a.key, a.status, a.reused) for a in articles],
    )


def end_article(db: sqlite3.Connection, run_id: str, position: int, status: Status, *, reused: bool) -> None:
    """Enter how an article ended."""
    db.execute(
        "UPDATE run_articles SET status = ?, reused = ? WHERE run_id = ? AND position = ?",
        (status, reused, run_id, position),
    )


def end_page(
    db: sqlite3.Connection, run_id: str, seq: int, status: Status, reason: str | None = None
) -> None:
    """Enter how a page ended."""
    db.execute(
        "UPDATE run_pages SET status = ?, reason = ? WHERE run_id = ? AND seq = ?",
        (status, reason, run_id, seq),
    )


def skip_open(db: sqlite3.Connection, run_id: str, reason: str) -> None:
    """Enter all that has not come to its end as not attempted, before a run that stops early closes."""
    db.execute("UPDATE run_articles SET status = 'skipped' WHERE run_id = ? AND status = 'open'", (run_id,))
    db.execute(
        "UPDATE run_pages SET status = 'skipped', reason = ? WHERE run_id = ? AND status = 'open'",
        (reason, run_id),
    )


def close_run(db: sqlite3.Connection, summary: RunSummary) -> None:
    """Verify the account against the rows, then close it. Raises AccountingError when they differ."""
    verify(db, summary)
    state = summary.stopped or "finished"
    db.execute(
        "UPDATE runs SET ended = ?, state = ?, summary = ? WHERE id = ?",
        (time.time(), state, json.dumps(summary.as_dict(), ensure_ascii=False), summary.run_id),
    )


def broke_off(db: sqlite3.Connection, run_id: str) -> None:
    """Enter that a run ended with an error, unless its account is closed."""
    db.execute(
        "UPDATE runs SET ended = ?, state = 'error' WHERE id = ? AND state = 'running'", (time.time(), run_id)
    )


def verify(db: sqlite3.Connection, summary: RunSummary) -> None:
    """Check that discovered = done + failed + skipped, in the counts and in the rows, and that each record
    is there.
    """
    for name, counts in (("articles", summary.articles), ("pages", summary.pages)):
        rows = _counted(db, f"run_{name}", summary.run_id)
        if counts != rows or counts.open:
            raise AccountingError(
                f"run {summary.run_id}: the account of {name} doesn't add up: "
                f"counted {counts}, stored {rows}; "
                f"please report it, with the store {summary.store}"
            )
    missing = db.execute(
        """SELECT count(*) FROM run_articles a LEFT JOIN records r ON r.key = a.key
        WHERE a.run_id = ? AND a.status IN ('done', 'failed') AND (r.key IS NULL OR (a.status = 'done') >
        (r.status = 'done'))""",
        (summary.run_id,),
    ).fetchone()[0]
    if missing:
        raise AccountingError(
            f"run {summary.run_id}: {missing} articles have no record in {summary.store}; please report it"
        )


def _counted(db: sqlite3.Connection, table: str, run_id: str) -> Counts:
    by_status = dict(
        db.execute(
            f"SELECT status, count(*) FROM {table} WHERE run_id = ? GROUP BY status", (run_id,)
        ).fetchall()
    )
    return Counts(
        discovered=sum(by_status.values()),
        done=by_status.get("done", 0),
        failed=by_status.get("failed", 0),
        skipped=by_status.get("skipped", 0),
    )


def run_state(db: sqlite3.Connection, state: str, worker_id: str) -> str:
    """Return a run's state as it is now: a run whose process is gone was "killed"."""
    return "killed" if state == "running" and not alive(db, worker_id) else state
