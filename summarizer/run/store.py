"""The run store: one SQLite file that every run, route and process of a user shares."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from summarizer.errors import StoreError
from summarizer.run.migrations import APPLICATION_ID, MIGRATIONS, migrate

_ADVICE = "the file was left as it is; move it away, or name another with SUMMARIZER_STORE"
_NOT_WRITABLE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")
BUSY_SECONDS = 60.0


def default_store_path() -> Path:
    """Return SUMMARIZER_STORE, or `runs.db` in the user's data directory."""
    if named := os.environ.get("SUMMARIZER_STORE"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("summarizer", appauthor=False) / "runs.db"


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite says about a file into a StoreError that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(_plainly(path, error)) from error


def _plainly(path: Path, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_NOT_WRITABLE):
        return f"run store {path}: it can't be written ({error}); name a writable one with SUMMARIZER_STORE"
    if name.startswith("SQLITE_FULL"):
        return f"run store {path}: the disk is full; free some space and run again, what is done is kept"
    if name.startswith("SQLITE_BUSY"):
        return f"run store {path}: another process has held it for {BUSY_SECONDS:.0f} s; try again"
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return f"run store {path}: it is damaged or no SQLite file ({error}); {_ADVICE}"
    if name.startswith("SQLITE_IOERR"):
        return f"run store {path}: reading or writing failed ({error}); check the disk, then run again"
    return f"run store {path}: {error}; {_ADVICE}"


class Store:
    """A checked, migrated store file. Connections are made from it; each belongs to one thread at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def connect(self, *, write: bool = True) -> sqlite3.Connection:
        """Return a new connection; with `write=False` one that can change nothing."""
        with told_plainly(self.path):
            return _connect(self.path, write=write)


def _connect(path: Path, *, write: bool) -> sqlite3.Connection:
    db = _open(path, "mode=rwc" if write else "mode=rw")
    if write:
        # A committed record has been paid for: it must survive a power cut too. Commits are grouped, so it
        # costs little.
        db.execute("PRAGMA synchronous = FULL")
        return db
    # Reading a store whose last writer was killed needs its log replayed, hence the right to write.
    try:
        db.execute("PRAGMA query_only = ON")
        db.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        db.close()
        if not error.sqlite_errorname.startswith(_NOT_WRITABLE):
            raise
        return _open(path, "immutable=1")
    return db


def _open(path: Path, how: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )


def open_store(path: Path | None = None, *, write: bool = True) -> Store:
    """Return the store at `path` (default: `default_store_path()`), made or migrated if `write`.

    Raises StoreError for a file that is damaged, of another program, of a newer version, or can't be
    written; its bytes stay as they are.
    """
    path = path or default_store_path()
    if not write and not path.exists():
        raise StoreError(f"run store {path}: there is none yet; `summarizer run` makes it")
    if write:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = f"run store {path}: its folder can't be made ({error.strerror}); set SUMMARIZER_STORE"
            raise StoreError(message) from error
    with told_plainly(path), closing(_connect(path, write=write)) as db:
        version = _version(db, path)
        if write:
            _use_wal(db)
            if version < len(MIGRATIONS):
                migrate(db)
            # A read-only file or folder shows itself here, before any call is paid for.
            db.execute("BEGIN IMMEDIATE")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute("COMMIT")
        elif version < len(MIGRATIONS):
            raise StoreError(
                f"run store {path}: it is of an older version; `summarizer run` brings it up to date"
            )
    return Store(path)


def _version(db: sqlite3.Connection, path: Path) -> int:
    db.execute("BEGIN")  # another process may make the store between two of these
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    empty = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
    db.execute("COMMIT")
    if application != APPLICATION_ID and not empty:
        raise StoreError(f"run store {path}: it is an SQLite file of another program; {_ADVICE}")
    if version > len(MIGRATIONS):
        known = len(MIGRATIONS)
        raise StoreError(
            f"run store {path}: made by a newer summarizer (layout {version}, this one knows {known}); "
            "update summarizer"
        )
    return version


def _use_wal(db: sqlite3.Connection) -> None:
    """Switch to write-ahead logging; SQLite itself doesn't wait for another process that does so too."""
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
            time.sleep(0.02)
