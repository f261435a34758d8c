"""The store: what it refuses, what it leaves untouched, how a person browses it."""

from __future__ import annotations

import contextlib
import json
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from summarizer.errors import AccountingError, StoreError
from summarizer.run import ledger, store
from summarizer.run.migrations import MIGRATIONS, migrate
from summarizer.run.store import default_store_path, open_store
from tests import sample_records
from tests.runkit import PlainWork, go, pages


def test_a_new_store_is_made_with_its_folders_and_opened_again(tmp_path):
    path = tmp_path / "a" / "b" / "runs.db"
    open_store(path)
    open_store(path)
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_store_that_another_process_makes_meanwhile_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "runs.db"
    connect = store._connect

    def watched(path, *, write):
        other = connect(path, write=True)
        other.execute("PRAGMA busy_timeout = 0")
        db = connect(path, write=write)
        db.set_trace_callback(lambda sql: make(other) if "sqlite_master" in sql else None)
        return db

    def make(other):
        with contextlib.suppress(sqlite3.OperationalError):  # it is locked: the other process would wait
            migrate(other)

    monkeypatch.setattr(store, "_connect", watched)
    assert open_store(path).path == path


def test_the_environment_names_the_store(monkeypatch, tmp_path):
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "mine.db"))
    assert default_store_path() == tmp_path / "mine.db"
    monkeypatch.delenv("SUMMARIZER_STORE")
    assert default_store_path().name == "runs.db"


def test_a_store_of_a_newer_version_is_refused_and_untouched(tmp_path):
    path = tmp_path / "runs.db"
    open_store(path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(StoreError, match=r"newer summarizer.*99.*update"):
            open_store(path, write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content",
    [b"no database at all, but long enough to be one " * 40, b"SQLite format 3\x00" + b"\xff" * 4096],
)
def test_a_damaged_store_is_refused_and_untouched(tmp_path, content):
    path = tmp_path / "runs.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|no SQLite file"):
        open_store(path)
    assert path.read_bytes() == content


def test_damage_in_the_middle_is_told_in_one_line(tmp_path):
    path = tmp_path / "runs.db"
    go(pages(300), PlainWork(), path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    data = bytearray(path.read_bytes())
    data[8192:] = b"\x5a" * (len(data) - 8192)
    path.write_bytes(data)
    with pytest.raises(StoreError, match="damaged") as caught:
        go(pages(300), PlainWork(), path)
    assert "\n" not in str(caught.value)


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path):
    path = tmp_path / "theirs.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE photos (id)")
    db.commit()
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_folder_that_cant_be_made_is_one_clear_line(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"folder can't be made.*SUMMARIZER_STORE"):
        open_store(tmp_path / "file" / "runs.db")


@pytest.fixture
def open_folder():
    """A folder that other users can enter, unlike those of pytest."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)
        Path(name).chmod(0o755)


def test_a_store_that_cant_be_written_is_one_clear_line(open_folder):
    path = open_folder / "runs.db"
    open_store(path)
    # A superuser writes read-only files: an ordinary user tries.
    for name in (path, *open_folder.glob("runs.db-*")):
        name.chmod(0o444)
    open_folder.chmod(0o555)
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from summarizer.errors import StoreError\n"
        "from summarizer.run.listing import list_runs\n"
        "from summarizer.run.store import open_store\n"
        "os.getuid() or os.setuid(65534)\n"
        "try: open_store(Path(sys.argv[1]))\n"
        "except StoreError as error: print(error)\n"
        "else: print('opened')\n"
        "print(len(list_runs(open_store(Path(sys.argv[1]), write=False))), 'runs')\n"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    ).stdout
    assert "can't be written" in said
    assert "SUMMARIZER_STORE" in said
    assert "0 runs" in said  # reading needs no right to write


def test_listing_without_a_store_says_so(tmp_path):
    with pytest.raises(StoreError, match="there is none yet"):
        open_store(tmp_path / "runs.db", write=False)


def test_an_account_that_does_not_add_up_is_an_error(tmp_path):
    store = open_store(tmp_path / "runs.db")
    run = go(pages(5), PlainWork(), store)
    db = sqlite3.connect(store.path, isolation_level=None)
    ledger.verify(db, run.summary)
    run.summary.articles.done -= 1
    with pytest.raises(AccountingError, match="doesn't add up"):
        ledger.verify(db, run.summary)
    run.summary.articles.done += 1
    db.execute("DELETE FROM records WHERE key = (SELECT min(key) FROM records)")
    with pytest.raises(AccountingError, match="1 articles have no record"):
        ledger.verify(db, run.summary)


def test_views_lay_the_records_out_for_people(tmp_path):
    store = open_store(tmp_path / "runs.db")
    go(pages(1), PlainWork(), store)
    db = sqlite3.connect(store.path, isolation_level=None)
    db.row_factory = sqlite3.Row
    record = sample_records.good()
    db.execute("UPDATE records SET record = ?", (record.model_dump_json(),))
    summary = record.summary
    decisions = db.execute("SELECT * FROM decisions ORDER BY number").fetchall()
    assert [row["decision"] for row in decisions] == [d.text for d in summary.decisions]
    assert decisions[0]["source"] == record.article.source
    figures = db.execute("SELECT * FROM figures").fetchall()
    assert [(row["text"], row["unit"], row["meaning"]) for row in figures] == [
        (f.text, f.unit, f.meaning) for f in summary.figures
    ]
    assert [row["value"] for row in figures] == [
        json.loads(f.model_dump_json())["value"] for f in summary.figures
    ]
    attendees = db.execute("SELECT * FROM attendees").fetchall()
    assert [(row["name"], row["presence"]) for row in attendees] == [
        (a.name, a.presence) for a in summary.attendees
    ]
    assert db.execute("SELECT count(*) FROM findings").fetchone()[0] == len(record.findings)
    (row,) = db.execute("SELECT * FROM articles").fetchall()
    assert row["headline"] == summary.headline
