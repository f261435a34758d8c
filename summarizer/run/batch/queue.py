"""Rows of the store that hold batches: articles that wait, their requests, the answers that came.

A request is "queued", "sent" with a batch, then "answered" or "failed"; a batch is "building" until the
endpoint has named it, then "sent", then "collected".
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from summarizer.inputs.types import PageText
from summarizer.splitter.page import Article, Run, Span

MOST_TRIES = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article whose requests are on their way, with all that its record will need."""

    key: str
    article: Article
    page: PageText
    page_key: str


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One batch. `batch_id` and `file_id` are the endpoint's names, None until it gave them."""

    id: str
    endpoint: str
    model: str
    settings: str
    created: float
    state: str
    requests: int
    file_id: str | None
    batch_id: str | None
    remote: str | None
    detail: str | None


_BATCH = "id, endpoint, model, settings, created, state, requests, file_id, batch_id, remote, detail"


def enqueue(db: sqlite3.Connection, waiting: Waiting, requests: dict[str, str]) -> int:
    """Queue the requests (body by digest) of an article, except those under way already; return how many
    are new.
    """
    payload = json.dumps(
        {
            "article": asdict(waiting.article),
            "source": waiting.page.source,
            "page": waiting.page.page,
            "page_key": waiting.page_key,
        },
        ensure_ascii=False,
    )
    db.execute("INSERT OR IGNORE INTO batch_articles VALUES (?, ?)", (waiting.key, payload))
    new = 0
    for digest, body in requests.items():
        known = db.execute(
            "SELECT 1 FROM batch_requests WHERE key = ? AND digest = ?", (waiting.key, digest)
        ).fetchone()
        if known is None:
            count = db.execute(
                "SELECT count(*) FROM batch_requests WHERE key = ?", (waiting.key,)
            ).fetchone()[0]
            custom_id = waiting.key if not count else f"{waiting.key}-{count}"
            db.execute(
                """INSERT INTO batch_requests (custom_id, key, digest, body, state)
                VALUES (?, ?, ?, ?, 'queued')""",
                (custom_id, waiting.key, digest, body),
            )
            new += 1
        else:
            # Given up or cancelled before: asked for again now.
            new += db.execute(
                """UPDATE batch_requests SET state = 'queued', tries = 0, batch = NULL
                WHERE key = ? AND digest = ? AND state IN ('failed', 'cancelled')""",
                (waiting.key, digest),
            ).rowcount
    return new


def load_waiting(db: sqlite3.Connection, key: str) -> Waiting | None:
    """Return a waiting article."""
    row = db.execute("SELECT payload FROM batch_articles WHERE key = ?", (key,)).fetchone()
    if row is None:
        return None
    data = json.loads(row[0])
    article = data["article"]
    article["spans"] = [Span(**span) for span in article["spans"]]
    article["runs"] = [Run(**run) for run in article["runs"]]
    page = PageText(data["source"], data["page"], "")
    return Waiting(key, Article(**article), page, data["page_key"])


def settled(db: sqlite3.Connection, key: str) -> None:
    """Forget a waiting article, its requests and answers, once its record is stored."""
    db.execute("DELETE FROM batch_requests WHERE key = ?", (key,))
    db.execute("DELETE FROM batch_articles WHERE key = ?", (key,))


def answer(db: sqlite3.Connection, digest: str) -> tuple[int, str] | None:
    """Return status and body of the answer to a request."""
    row = db.execute(
        "SELECT status, answer FROM batch_requests WHERE digest = ? AND state = 'answered'", (digest,)
    ).fetchone()
    return None if row is None else (row[0], row[1])


def new_batch(
    db: sqlite3.Connection, batch_id: str, where: tuple[str, str, str], most: int, most_bytes: int
) -> int:
    """Put queued requests into a new batch, as many as a file may hold; return their number."""
    taken = size = 0
    for custom_id, length in db.execute(
        "SELECT custom_id, length(CAST(body AS BLOB)) FROM batch_requests WHERE state = 'queued' LIMIT ?",
        (most,),
    ).fetchall():
        size += length + len(custom_id) + 100
        if taken and size > most_bytes:
            break
        db.execute(
            "UPDATE batch_requests SET state = 'sent', batch = ? WHERE custom_id = ?", (batch_id, custom_id)
        )
        taken += 1
    if taken:
        db.execute(
            f"INSERT INTO batches ({_BATCH}) VALUES (?, ?, ?, ?, ?, 'building', ?, NULL, NULL, NULL, NULL)",
            (batch_id, *where, time.time(), taken),
        )
    return taken


def requests_of(db: sqlite3.Connection, batch: str) -> Iterator[tuple[str, str]]:
    """Give custom id and body of a batch's requests."""
    yield from db.execute(
        "SELECT custom_id, body FROM batch_requests WHERE batch = ? AND state = 'sent'", (batch,)
    )


def list_batches(db: sqlite3.Connection, state: str | None = None) -> list[BatchRow]:
    """Return batches, oldest first."""
    where = "WHERE state = ?" if state else ""
    rows = db.execute(
        f"SELECT {_BATCH} FROM batches {where} ORDER BY created, id", (state,) if state else ()
    ).fetchall()
    return [BatchRow(*row) for row in rows]


def update_batch(db: sqlite3.Connection, batch: str, **columns: Any) -> None:  # noqa: ANN401
    """Set columns of a batch."""
    assigned = ", ".join(f"{name} = ?" for name in columns)
    db.execute(f"UPDATE batches SET {assigned} WHERE id = ?", (*columns.values(), batch))


def answered(db: sqlite3.Connection, batch: str, custom_id: str, status: int, text: str) -> bool:
    """Enter an answer; False for one that nobody waits for."""
    cursor = db.execute(
        """UPDATE batch_requests SET state = 'answered', status = ?, answer = ?
        WHERE custom_id = ? AND batch = ? AND state = 'sent'""",
        (status, text, custom_id, batch),
    )
    return cursor.rowcount == 1


Fate = Literal["again", "later", "failed", "cancelled"]
"""What becomes of a request without an answer: tried again a few times, tried again uncounted, given up,
left.
"""
_STATES = {
    "again": f"CASE WHEN tries + 1 >= {MOST_TRIES} THEN 'failed' ELSE 'queued' END",
    "later": "'queued'",
    "failed": "'failed'",
    "cancelled": "'cancelled'",
}


def unanswered(db: sqlite3.Connection, batch: str, custom_id: str | None, reason: str, fate: Fate) -> int:
    """Enter that a request (None: all left of a batch) came back without an answer; return how many."""
    which = "batch = ? AND state = 'sent'" + ("" if custom_id is None else " AND custom_id = ?")
    arguments = (batch,) if custom_id is None else (batch, custom_id)
    return db.execute(
        f"UPDATE batch_requests SET state = {_STATES[fate]}, tries = tries + ?, reason = ? WHERE {which}",
        (fate == "again", reason, *arguments),
    ).rowcount


def ready_keys(db: sqlite3.Connection) -> list[str]:
    """Return the articles none of whose requests is under way."""
    return [
        row[0]
        for row in db.execute(
            """SELECT DISTINCT key FROM batch_requests WHERE key NOT IN
            (SELECT key FROM batch_requests WHERE state IN ('queued', 'sent', 'cancelled'))"""
        )
    ]


def given_up(db: sqlite3.Connection, key: str) -> str | None:
    """Return why a request of an article was given up, None when none was."""
    row = db.execute(
        "SELECT reason FROM batch_requests WHERE key = ? AND state = 'failed'", (key,)
    ).fetchone()
    return None if row is None else row[0]
