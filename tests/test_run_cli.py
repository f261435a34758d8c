"""`summarizer runs`: listings that tell the truth of every run, killed ones too."""

from __future__ import annotations

import json
import sqlite3
import time

import pytest
from click.testing import CliRunner

from summarizer.cli.runs import runs
from summarizer.errors import AnswerError, ConfigError, StoreError
from summarizer.inputs.types import InputFailure
from summarizer.run.store import default_store_path, open_store
from tests.runkit import PlainWork, go, marked, pages


def fail_one(article):
    if marked(1) in article.text:
        raise AnswerError("the answer was cut", "cut")


@pytest.fixture
def store():
    store = open_store()
    go(
        [InputFailure("x.bin", "binary data"), *pages(4)],
        PlainWork(act=fail_one),
        store,
        command="summarizer run a",
    )
    return store


def call(*arguments):
    result = CliRunner().invoke(runs, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_list_tells_state_and_counts(store):
    go(pages(4), PlainWork(), store)
    newest, oldest = call("list").splitlines()
    assert "finished" in newest
    assert "4 = 3 done + 1 failed + 0 skipped" in oldest
    assert oldest.endswith("summarizer run a")
    rows = json.loads(call("list", "--json"))
    assert [row["state"] for row in rows] == ["finished", "finished"]


def test_show_tells_what_failed_and_why(store):
    said = call("show")
    assert "failed: page-00000.txt" in said
    assert "the answer was cut" in said
    assert "failed: x.bin: binary data" in said
    data = json.loads(call("show", "--json"))
    assert {row["reason"] for row in data["failures"]} == {"the answer was cut", "binary data"}
    assert call("show", data["id"][:12]).startswith(f"run {data['id']}")


def test_a_killed_run_is_shown_as_killed(store):
    db = sqlite3.connect(store.path)
    db.execute(
        "INSERT INTO runs VALUES ('20990101-x', 'gone', '', ?, NULL, 'running', NULL)", (time.time() + 9,)
    )
    db.commit()
    assert "killed" in call("list").splitlines()[0]


def test_path_prints_the_store(store):
    assert call("path").strip() == str(store.path) == str(default_store_path())
    assert json.loads(call("path", "--json"))["exists"] is True


def test_gc_forgets_old_accounts_and_keeps_the_answers(store):
    assert "forgot 0 runs" in call("gc")
    assert json.loads(call("gc", "--older-than", "0", "--json"))["runs"] == 1
    work = PlainWork()
    assert go(pages(4), work, store).summary.reused == 4
    assert not work.calls


def test_gc_with_records_forgets_answers_too(store):
    assert json.loads(call("gc", "--older-than", "0", "--records", "--json"))["records"] == 4
    work = PlainWork()
    go(pages(4), work, store)
    assert sum(work.calls.values()) == 4


def test_unknown_runs_and_missing_stores_are_clear_errors(tmp_path, monkeypatch, store):
    with pytest.raises(ConfigError, match="no run 'zzz'"):
        call("show", "zzz")
    monkeypatch.setenv("SUMMARIZER_STORE", str(tmp_path / "none.db"))
    with pytest.raises(StoreError, match="there is none yet"):
        call("list")
    with pytest.raises(StoreError, match="there is none yet"):
        call("gc")
    assert not (tmp_path / "none.db").exists()
