"""The layout of the run store, as a list of plain functions: each takes the store one version further."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION_ID = 0x53554D52  # "SUMR", so that another program's SQLite file is never taken for a store


def _tables(db: sqlite3.Connection) -> None:
    for statement in (
        # One answer for each content key, whatever run, route or process made it.
        """CREATE TABLE records (
            key TEXT PRIMARY KEY, status TEXT NOT NULL, passing INTEGER NOT NULL DEFAULT 0, reason TEXT,
            page_key TEXT NOT NULL, source TEXT, page INTEGER, model TEXT, made REAL NOT NULL, run_id TEXT,
            input_tokens INTEGER NOT NULL, output_tokens INTEGER NOT NULL, cached_tokens INTEGER NOT NULL,
            requests INTEGER NOT NULL, errors INTEGER NOT NULL, warnings INTEGER NOT NULL, infos INTEGER NOT
            NULL,
            record TEXT NOT NULL) WITHOUT ROWID""",
        "CREATE TABLE pages (page_key TEXT PRIMARY KEY, keys TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE runs (
            id TEXT PRIMARY KEY, worker TEXT NOT NULL, command TEXT NOT NULL, started REAL NOT NULL, ended
            REAL,
            state TEXT NOT NULL, summary TEXT) WITHOUT ROWID""",
        """CREATE TABLE run_pages (
            run_id TEXT NOT NULL, seq INTEGER NOT NULL, source TEXT NOT NULL, page INTEGER NOT NULL,
            articles INTEGER NOT NULL, status TEXT NOT NULL, reason TEXT, PRIMARY KEY (run_id, seq)) WITHOUT
            ROWID""",
        """CREATE TABLE run_articles (
            run_id TEXT NOT NULL, position INTEGER NOT NULL, seq INTEGER NOT NULL, key TEXT NOT NULL,
            status TEXT NOT NULL, reused INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (run_id, position)) WITHOUT
            ROWID""",
        """CREATE TABLE workers (
            id TEXT PRIMARY KEY, pid INTEGER NOT NULL, host TEXT NOT NULL, seen REAL NOT NULL,
            lease REAL NOT NULL) WITHOUT ROWID""",
        """CREATE TABLE claims (
            key TEXT PRIMARY KEY, worker TEXT NOT NULL, attempt INTEGER NOT NULL) WITHOUT ROWID""",
        """CREATE TABLE attempts (
            id INTEGER PRIMARY KEY, key TEXT NOT NULL, run_id TEXT NOT NULL, worker TEXT NOT NULL, started
            REAL NOT NULL, ended REAL, outcome TEXT NOT NULL, reason TEXT, input_tokens INTEGER NOT NULL
            DEFAULT 0,
            output_tokens INTEGER NOT NULL DEFAULT 0, requests INTEGER NOT NULL DEFAULT 0)""",
        "CREATE INDEX attempts_key ON attempts (key)",
        """CREATE TABLE batches (
            id TEXT PRIMARY KEY, endpoint TEXT NOT NULL, model TEXT NOT NULL, settings TEXT NOT NULL,
            created REAL NOT NULL, state TEXT NOT NULL, requests INTEGER NOT NULL, file_id TEXT, batch_id
            TEXT,
            remote TEXT, detail TEXT) WITHOUT ROWID""",
        # What is needed to turn answers into a record in another process, on another day.
        "CREATE TABLE batch_articles (key TEXT PRIMARY KEY, payload TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE batch_requests (
            custom_id TEXT PRIMARY KEY, key TEXT NOT NULL, digest TEXT NOT NULL, body TEXT NOT NULL,
            batch TEXT, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, reason TEXT, status INTEGER,
            answer TEXT) WITHOUT ROWID""",
        "CREATE UNIQUE INDEX batch_requests_key ON batch_requests (key, digest)",
        "CREATE INDEX batch_requests_digest ON batch_requests (digest)",
        "CREATE INDEX batch_requests_batch ON batch_requests (batch, state)",
        "CREATE INDEX batch_requests_state ON batch_requests (state)",
    ):
        db.execute(statement)


# (view, its list in a record, its own columns)
_LISTS = (
    ("decisions", "$.summary.decisions", "text AS decision, kind, decided_by, deadline"),
    ("figures", "$.summary.figures", "id AS figure, text, kind, value, upper, unit, qualifier, iso, meaning"),
    ("attendees", "$.summary.attendees", "name, role, presence"),
    ("findings", "$.findings", "severity, code, message, path"),
)
# json_extract and not its operator, which SQLite has had since 3.38 only.
_ARTICLE = """records.key, json_extract(record, '$.article.source') AS source,
    json_extract(record, '$.article.page') AS page,
    coalesce(json_extract(record, '$.summary.headline'), json_extract(record, '$.article.headline'))
    AS headline"""
_QUOTES = """(SELECT group_concat(json_extract(value, '$.text'), ' … ')
    FROM json_each(item.value, '$.evidence')) AS evidence"""


def _views(db: sqlite3.Connection) -> None:
    """Lay the records out for browsing: one row an article, decision, figure, attendee, finding."""
    db.execute(
        f"""CREATE VIEW articles AS SELECT {_ARTICLE}, status, reason,
            json_extract(record, '$.summary.summary') AS summary,
            json_extract(record, '$.article.language') AS language, errors, warnings, infos, model,
            datetime(made, 'unixepoch') AS made, input_tokens, output_tokens, requests,
            json_extract(record, '$.article.body') AS body FROM records"""
    )
    for view, place, columns in _LISTS:
        own = ", ".join(
            f"json_extract(item.value, '$.{name}') AS {alias or name}"
            for name, _, alias in (column.partition(" AS ") for column in columns.split(", "))
        )
        db.execute(
            f"""CREATE VIEW {view} AS SELECT {_ARTICLE}, item.key + 1 AS number, {own}, {_QUOTES}
            FROM records, json_each(record, '{place}') AS item"""
        )


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_tables, _views)


def migrate(db: sqlite3.Connection) -> None:
    """Bring an open store to the newest version; all steps or none."""
    db.execute("BEGIN IMMEDIATE")
    try:
        version = int(db.execute("PRAGMA user_version").fetchone()[0])
        for step in MIGRATIONS[version:]:
            step(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
