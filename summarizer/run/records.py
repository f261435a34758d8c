"""Rows of the store that hold work: claims, attempts and finished records.

Plain functions over a connection; the caller holds the transaction (see `writer.Writer`).
"""

from __future__ import annotations

import os
import socket
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Worker:
    """One process at work on the store; its claims hold while it is seen within `lease` seconds."""

    id: str
    lease: float


@dataclass(frozen=True, slots=True)
class Stored:
    """A finished record as the store holds it. `passing` failures are the endpoint's, not the article's."""

    key: str
    status: Literal["done", "failed"]
    passing: bool
    reason: str | None
    page_key: str
    source: str | None
    page: int
    made: float
    errors: int
    warnings: int
    infos: int
    record: str


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to store, with the columns that listings need."""

    key: str
    status: Literal["done", "failed"]
    passing: bool
    reason: str | None
    page_key: str
    source: str
    page: int
    model: str
    input_tokens: int
    output_tokens: int
    cached_tokens: int
    requests: int
    errors: int
    warnings: int
    infos: int
    record: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Leave to work on one key, which no other process has at the same time."""

    key: str
    attempt: int


_COLUMNS = "key, status, passing, reason, page_key, source, page, made, errors, warnings, infos, record"


def lookup(db: sqlite3.Connection, keys: Iterable[str]) -> dict[str, Stored]:
    """Return the stored records of those keys that have one."""
    found: dict[str, Stored] = {}
    for key in keys:
        row = db.execute(f"SELECT {_COLUMNS} FROM records WHERE key = ?", (key,)).fetchone()
        if row is not None:
            found[key] = Stored(row[0], row[1], bool(row[2]), *row[3:])
    return found


def host() -> str:
    """Name this machine and, on Linux, the process namespace, within which a pid means something."""
    try:
        return f"{socket.gethostname()}/{Path('/proc/self/ns/pid').stat().st_ino}"
    except OSError:
        return socket.gethostname()


def enrol(db: sqlite3.Connection, worker: Worker) -> None:
    """Make a worker known."""
    db.execute(
        "INSERT INTO workers VALUES (?, ?, ?, ?, ?)",
        (worker.id, os.getpid(), host(), time.time(), worker.lease),
    )


def beat(db: sqlite3.Connection, worker: Worker) -> None:
    """Say that a worker lives."""
    db.execute("UPDATE workers SET seen = ? WHERE id = ?", (time.time(), worker.id))


def retire(db: sqlite3.Connection, worker: Worker) -> None:
    """Give up all claims of a worker that ends in order."""
    db.execute(
        "UPDATE attempts SET ended = ?, outcome = 'dropped' WHERE worker = ? AND outcome = 'running'",
        (time.time(), worker.id),
    )
    db.execute("DELETE FROM claims WHERE worker = ?", (worker.id,))
    db.execute("DELETE FROM workers WHERE id = ?", (worker.id,))


def alive(db: sqlite3.Connection, worker_id: str) -> bool:
    """Tell whether a worker still holds its lease: seen lately, and on this machine its process exists."""
    row = db.execute("SELECT pid, host, seen, lease FROM workers WHERE id = ?", (worker_id,)).fetchone()
    if row is None or row[2] + row[3] < time.time():
        return False
    return row[1] != host() or process_exists(row[0])


def process_exists(pid: int) -> bool:
    """Tell whether a process runs; True where that can't be asked without harm."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _zombie(pid)


def _zombie(pid: int) -> bool:
    """Tell whether a killed process only waits for its parent to notice; False where that can't be seen."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("latin-1").rpartition(")")[2].split()[0] == "Z"
    except (OSError, IndexError):
        return False


def claim(db: sqlite3.Connection, key: str, worker: Worker, run_id: str) -> Claim | None:
    """Return leave to work on a key, or None while another worker that lives has it."""
    holder = db.execute("SELECT worker, attempt FROM claims WHERE key = ?", (key,)).fetchone()
    if holder is not None:
        if alive(db, holder[0]):
            return None
        db.execute("UPDATE attempts SET ended = ?, outcome = 'lost' WHERE id = ?", (time.time(), holder[1]))
    attempt = db.execute(
        "INSERT INTO attempts (key, run_id, worker, started, outcome) VALUES (?, ?, ?, ?, 'running')",
        (key, run_id, worker.id, time.time()),
    ).lastrowid
    assert attempt is not None
    db.execute("INSERT OR REPLACE INTO claims VALUES (?, ?, ?)", (key, worker.id, attempt))
    return Claim(key, attempt)


def held(db: sqlite3.Connection, key: str) -> bool:
    """Tell whether a worker that lives has a key."""
    holder = db.execute("SELECT worker FROM claims WHERE key = ?", (key,)).fetchone()
    return holder is not None and alive(db, holder[0])


def release(db: sqlite3.Connection, claimed: Claim, outcome: str, reason: str | None = None) -> None:
    """Give a claim back without a record."""
    db.execute(
        "UPDATE attempts SET ended = ?, outcome = ?, reason = ? WHERE id = ? AND outcome = 'running'",
        (time.time(), outcome, reason, claimed.attempt),
    )
    db.execute("DELETE FROM claims WHERE key = ? AND attempt = ?", (claimed.key, claimed.attempt))


def finish(db: sqlite3.Connection, claimed: Claim, new: NewRecord, run_id: str) -> None:
    """Store a record and end its attempt. A record that is done is never replaced by one that failed."""
    save(db, new, run_id)
    db.execute(
        """UPDATE attempts SET ended = ?, outcome = ?, reason = ?, input_tokens = ?, output_tokens = ?,
        requests = ?
        WHERE id = ?""",
        (
            time.time(),
            new.status,
            new.reason,
            new.input_tokens,
            new.output_tokens,
            new.requests,
            claimed.attempt,
        ),
    )
    db.execute("DELETE FROM claims WHERE key = ? AND attempt = ?", (claimed.key, claimed.attempt))


def save(db: sqlite3.Connection, new: NewRecord, run_id: str) -> None:
    """Store a record under its key."""
    db.execute(
        """INSERT INTO records (key, status, passing, reason, page_key, source, page, model, made, run_id,
        input_tokens,
            output_tokens, cached_tokens, requests, errors, warnings, infos, record)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET status = excluded.status, passing = excluded.passing, reason =
        excluded.reason,
            page_key = excluded.page_key, source = excluded.source, page = excluded.page, model =
            excluded.model, made = excluded.made, run_id = excluded.run_id, input_tokens =
            excluded.input_tokens, output_tokens = excluded.output_tokens, cached_tokens =
            excluded.cached_tokens, requests = excluded.requests, errors = excluded.errors, warnings =
            excluded.warnings, infos = excluded.infos, record = excluded.record
        WHERE records.status = 'failed'""",
        (
            new.key, new.status, new.passing, new.reason, new.page_key, new.source, new.page, new.model,
            time.time(), run_id, new.input_tokens, new.output_tokens, new.cached_tokens, new.requests,
            new.errors, new.warnings, new.infos, new.record,
        ),
    )  # fmt: skip


def page_keys(db: sqlite3.Connection, page_key: str) -> list[str] | None:
    """Return the content keys of a page that was split before, None for a new one."""
    row = db.execute("SELECT keys FROM pages WHERE page_key = ?", (page_key,)).fetchone()
    return None if row is None else row[0].split()


def save_page(db: sqlite3.Connection, page_key: str, keys: Iterable[str]) -> None:
    """Remember the content keys of a page, so that it need not be split again."""
    db.execute("INSERT OR IGNORE INTO pages VALUES (?, ?)", (page_key, " ".join(keys)))
