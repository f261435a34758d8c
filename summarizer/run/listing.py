"""What the store tells of runs, and what it can forget."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from typing import Any

from summarizer.errors import ConfigError
from summarizer.run.ledger import run_state
from summarizer.run.records import alive
from summarizer.run.store import Store, told_plainly
from summarizer.run.types import Counts

DAY = 86400.0


@dataclass(frozen=True, slots=True)
class RunRow:
    """One run; its counts are those of the rows, so that a killed run tells the truth too."""

    id: str
    state: str
    command: str
    started: float
    ended: float | None
    pages: Counts
    articles: Counts
    summary: dict[str, Any] | None

    def as_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class FailedRow:
    """An article or page of a run that failed or was left out, and why."""

    source: str
    page: int
    headline: str | None
    status: str
    reason: str | None


def list_runs(store: Store, most: int | None = None) -> list[RunRow]:
    """Return the runs of a store, newest first."""
    with told_plainly(store.path), closing(store.connect(write=False)) as db:
        rows = db.execute(
            """SELECT id, state, worker, command, started, ended, summary FROM runs
            ORDER BY started DESC, id DESC LIMIT ?""",
            (-1 if most is None else most,),
        ).fetchall()
        return [_run(db, *row) for row in rows]


def find_run(store: Store, name: str | None) -> RunRow:
    """Return the run whose id begins with `name`, or the newest; ConfigError for none or several."""
    rows = [row for row in list_runs(store) if name is None or row.id.startswith(name)]
    if not rows:
        raise ConfigError(
            f"no run {name!r} in {store.path}; see `summarizer runs list`"
            if name
            else f"no run yet in {store.path}"
        )
    if name is not None and len(rows) > 1:
        raise ConfigError(f"{len(rows)} runs begin with {name!r}; give more of the id")
    return rows[0]


def failures(store: Store, run_id: str) -> Iterator[FailedRow]:
    """Give the articles and pages of a run that didn't come to a record that is done, in input order."""
    with told_plainly(store.path), closing(store.connect(write=False)) as db:
        yield from (
            FailedRow(*row)
            for row in db.execute(
                """SELECT p.source, p.page,
                    coalesce(json_extract(r.record, '$.article.headline'),
                    substr(json_extract(r.record, '$.article.body'), 1, 24)),
                    a.status, CASE a.status WHEN 'failed' THEN r.reason ELSE p.reason END
                FROM run_articles a JOIN run_pages p ON p.run_id = a.run_id AND p.seq = a.seq
                LEFT JOIN records r ON r.key = a.key
                WHERE a.run_id = ?1 AND a.status NOT IN ('done', 'open')
                UNION ALL SELECT source, page, NULL, status, reason FROM run_pages
                WHERE run_id = ?1 AND articles = 0 AND status IN ('failed', 'skipped')""",
                (run_id,),
            )
        )


def _run(db: sqlite3.Connection, run_id: str, state: str, worker: str, command: str, *rest: Any) -> RunRow:  # noqa: ANN401
    started, ended, summary = rest
    return RunRow(
        run_id,
        run_state(db, state, worker),
        command,
        started,
        ended,
        _counts(db, "run_pages", run_id),
        _counts(db, "run_articles", run_id),
        json.loads(summary) if summary else None,
    )


def _counts(db: sqlite3.Connection, table: str, run_id: str) -> Counts:
    rows = dict(
        db.execute(
            f"SELECT status, count(*) FROM {table} WHERE run_id = ? GROUP BY status", (run_id,)
        ).fetchall()
    )
    return Counts(sum(rows.values()), rows.get("done", 0), rows.get("failed", 0), rows.get("skipped", 0))


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What `forget` removed."""

    runs: int
    records: int
    bytes: int


def forget(store: Store, older_than_days: float, *, records: bool) -> Forgotten:
    """Remove the accounts of runs that ended so long ago; with `records` also answers made then that no
    other run shows.

    Runs under way and their claims stay. The file shrinks.
    """
    before = time.time() - older_than_days * DAY
    size = store.path.stat().st_size
    with told_plainly(store.path), closing(store.connect()) as db:
        db.execute("BEGIN IMMEDIATE")
        dead = [row[0] for row in db.execute("SELECT id FROM workers").fetchall() if not alive(db, row[0])]
        for worker in dead:
            db.execute("DELETE FROM claims WHERE worker = ?", (worker,))
            db.execute(
                "UPDATE attempts SET outcome = 'lost', ended = ? WHERE worker = ? AND outcome = 'running'",
                (time.time(), worker),
            )
            db.execute("DELETE FROM workers WHERE id = ?", (worker,))
        old = "SELECT id FROM runs WHERE started < ? AND worker NOT IN (SELECT id FROM workers)"
        runs = db.execute(f"SELECT count(*) FROM ({old})", (before,)).fetchone()[0]
        for table in ("run_articles", "run_pages", "attempts"):
            db.execute(f"DELETE FROM {table} WHERE run_id IN ({old})", (before,))
        db.execute(f"DELETE FROM runs WHERE id IN ({old})", (before,))
        gone = 0
        if records:
            gone = db.execute(
                "DELETE FROM records WHERE made < ? AND key NOT IN (SELECT key FROM run_articles)", (before,)
            ).rowcount
        db.execute("DELETE FROM pages")  # only spares splitting again
        db.execute("COMMIT")
        db.execute("VACUUM")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return Forgotten(runs, gone, max(0, size - store.path.stat().st_size))
