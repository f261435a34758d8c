"""The engine: every article to its end, whatever happens to it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import threading
import time

import pytest

from summarizer.errors import AnswerError, AuthError, EndpointError, OutputError, StoreError
from summarizer.inputs.types import InputFailure, PageText, Skipped
from summarizer.run.stop import Stop, ctrl_c
from summarizer.run.store import open_store
from summarizer.run.types import NotAttempted, Notice, PageTold, Progress, RecordReady
from tests.runkit import PlainWork, article_text, go, marked, pages


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path / "runs.db")


def fails(error, *numbers):
    def act(article):
        if any(marked(n) in article.text for n in numbers):
            raise error

    return act


def test_every_article_comes_to_its_end_and_the_account_adds_up(store):
    run = go(pages(23), PlainWork(), store)
    counts = run.summary.articles
    assert (counts.discovered, counts.done, counts.failed, counts.skipped) == (23, 23, 0, 0)
    assert run.summary.pages.done == 5
    assert sorted(run.texts) == [marked(n) for n in range(23)]
    assert run.summary.exit_code == 0
    assert run.summary.spent.input_tokens == 2300


def test_a_second_run_costs_no_call_and_gives_the_same_records(store):
    first = go(pages(23), PlainWork(), store, ordered=True)
    work = PlainWork()
    second = go(pages(23), work, store, ordered=True)
    assert not work.calls
    assert [e.json for e in first.ready] == [e.json for e in second.ready]
    assert second.summary.reused == 23
    assert second.summary.spent.requests == 0
    assert second.summary.findings == first.summary.findings == {"info": 23}


def test_one_article_more_costs_one_call(store):
    go(pages(20), PlainWork(), store)
    work = PlainWork()
    run = go(pages(21), work, store)
    assert work.calls == {marked(20): 1}
    assert run.summary.reused == 20


def test_an_article_put_into_a_known_page_costs_one_call_and_keeps_the_places_of_the_others_right(store):
    (page,) = pages(5)
    go([page], PlainWork(), store)
    longer = PageText(page.source, 1, f"{article_text(77)}\n\n{page.text}")
    work = PlainWork()
    run = go([longer], work, store, ordered=True)
    assert work.calls == {marked(77): 1}
    for event in run.ready:
        record = event.record
        (evidence,) = record.summary.summary_evidence
        assert longer.text[evidence.spans[0].start : evidence.spans[0].end] == "研究"
        assert record.findings[0].spans == evidence.spans
        span = record.article.spans[0]
        assert longer.text[span.start : span.end] == record.article.body


def test_another_version_of_the_prompt_makes_everything_anew(store):
    go(pages(10), PlainWork(), store)
    work = PlainWork(version="2")
    go(pages(10), work, store)
    assert sum(work.calls.values()) == 10


def test_the_same_article_twice_in_a_run_is_paid_once_and_reported_twice(store):
    twice = [
        PageText("a.txt", 1, article_text(1)),
        PageText("b.txt", 3, f"{article_text(2)}\n\n{article_text(1)}"),
    ]
    work = PlainWork(0.05)
    run = go(twice, work, store)
    assert work.calls == {marked(1): 1, marked(2): 1}
    places = {
        (e.record.article.source, e.record.article.page, e.record.article.spans[0].start) for e in run.ready
    }
    assert places == {("a.txt", 1, 0), ("b.txt", 3, 0), ("b.txt", 3, len(article_text(2)) + 2)}


def test_an_article_printed_twice_on_one_page_keeps_both_places_on_a_second_run(store):
    page = PageText("a.txt", 1, f"{article_text(1)}\n\n{article_text(1)}")
    for _ in range(2):
        run = go([page], PlainWork(), store, ordered=True)
        assert [e.record.article.spans[0].start for e in run.ready] == [0, len(article_text(1)) + 2]


def test_a_page_of_the_same_text_under_another_name_costs_nothing_and_has_its_own_name(store):
    (page,) = pages(3)
    go([page], PlainWork(), store)
    work = PlainWork()
    run = go([PageText("copy.txt", 9, page.text)], work, store)
    assert not work.calls
    assert {(e.record.article.source, e.record.article.page) for e in run.ready} == {("copy.txt", 9)}


def test_a_failed_article_is_a_record_with_its_reason_and_is_retried_only_when_asked(store):
    error = AnswerError("the answer was cut", "cut")
    first = go(pages(6), PlainWork(act=fails(error, 2)), store)
    assert (first.summary.articles.done, first.summary.articles.failed) == (5, 1)
    assert first.summary.reasons == {"the answer was cut": 1}
    assert first.summary.exit_code == 3
    (failed,) = [e.record for e in first.ready if e.status == "failed"]
    assert failed.reason == "the answer was cut"

    again = PlainWork()
    assert go(pages(6), again, store).summary.articles.failed == 1
    assert not again.calls
    retried = PlainWork()
    run = go(pages(6), retried, store, retry_failed=True)
    assert retried.calls == {marked(2): 1}
    assert run.summary.exit_code == 0


def test_a_failure_of_the_endpoint_is_tried_again_in_the_next_run_unasked(store):
    go(pages(4), PlainWork(act=fails(EndpointError("overloaded"), 1)), store)
    work = PlainWork()
    assert go(pages(4), work, store).summary.articles.done == 4
    assert set(work.calls) == {marked(1)}


def test_a_refused_key_stops_the_run_and_the_rest_is_not_attempted(store):
    run = go(pages(200), PlainWork(0.01, fails(AuthError("the key was refused"), 20)), store, concurrency=4)
    counts = run.summary.articles
    assert run.summary.stopped == "refused"
    assert counts.failed == 1
    assert counts.skipped > 0
    assert counts.discovered == counts.done + counts.failed + counts.skipped
    work = PlainWork()
    assert go(pages(200), work, store).summary.articles.done == 200
    assert sum(work.calls.values()) == 200 - counts.done


def test_none_done_is_exit_code_1(store):
    run = go(pages(3), PlainWork(act=fails(AnswerError("no", "empty"), 0, 1, 2)), store)
    assert run.summary.exit_code == 1


def test_a_defect_in_the_work_on_one_article_costs_that_article_alone(store):
    run = go(pages(6), PlainWork(act=fails(ZeroDivisionError("oh"), 3)), store)
    assert (run.summary.articles.done, run.summary.articles.failed) == (5, 1)
    assert "internal error" in next(iter(run.summary.reasons))


def test_an_article_beyond_its_time_limit_fails_and_the_others_go_on(store):
    class Slow(PlainWork):
        async def do(self, article, page):
            if marked(1) in article.text:
                await asyncio.sleep(30)
            return await super().do(article, page)

    run = go(pages(4), Slow(), store, article_timeout=0.1)
    assert (run.summary.articles.done, run.summary.articles.failed) == (3, 1)
    assert "time limit of 0.1 s" in next(iter(run.summary.reasons))


def test_inputs_that_are_no_pages_are_counted_and_told(store):
    inputs = [
        InputFailure("a.bin", "binary data"),
        Skipped("b.txt", "blank"),
        PageText("c.txt", 1, "   "),
        *pages(2),
    ]
    run = go(inputs, PlainWork(), store)
    told = [(e.source, e.status) for e in run.events if isinstance(e, PageTold)]
    assert told == [("a.bin", "failed"), ("b.txt", "skipped"), ("c.txt", "skipped")]
    counts = run.summary.pages
    assert (counts.discovered, counts.done, counts.failed, counts.skipped) == (4, 1, 1, 2)
    assert run.summary.exit_code == 3


def test_ordered_records_come_in_input_order(store):
    class Uneven(PlainWork):
        async def do(self, article, page):
            await asyncio.sleep(0.03 if marked(0) in article.text else 0)
            return await super().do(article, page)

    run = go(pages(60), Uneven(), store, ordered=True, concurrency=16)
    assert [e.position for e in run.ready] == list(range(60))
    assert run.texts == [marked(n) for n in range(60)]


def test_ordered_records_dont_wait_for_articles_that_are_not_attempted(store, monkeypatch):
    monkeypatch.setattr("summarizer.run.engine.ORDERED_WINDOW", 20)
    run = go(pages(100), PlainWork(act=fails(NotAttempted("not now"), *range(0, 90, 3))), store, ordered=True)
    assert (run.summary.articles.done, run.summary.articles.skipped) == (70, 30)
    assert run.summary.reasons == {"not attempted: not now": 30}
    assert run.texts == [marked(n) for n in range(100) if n % 3 or n >= 90]


def test_two_runs_at_once_on_one_store_share_the_work_and_both_get_all_of_it(tmp_path):
    path = tmp_path / "runs.db"
    works = [PlainWork(0.01), PlainWork(0.01)]
    runs = []
    threads = [
        threading.Thread(target=lambda work=work: runs.append(go(pages(150), work, path, concurrency=8)))
        for work in works
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    calls = works[0].calls + works[1].calls
    assert set(calls.values()) == {1}
    assert len(calls) == 150
    assert [run.summary.articles.done for run in runs] == [150, 150]
    assert all(work.calls for work in works)


def test_a_live_claim_is_awaited_and_a_dead_one_taken_over(store):
    db = sqlite3.connect(store.path, isolation_level=None)
    work = PlainWork()
    go(pages(1), work, store)
    (key,) = db.execute("SELECT key FROM records").fetchone()
    db.execute("DELETE FROM records")
    db.execute("INSERT INTO workers VALUES ('other', ?, 'elsewhere', ?, 0.7)", (os.getpid(), time.time()))
    db.execute("INSERT INTO claims VALUES (?, 'other', 99)", (key,))
    db.execute(
        "INSERT INTO attempts (id, key, run_id, worker, started, outcome)"
        " VALUES (99, ?, 'r', 'other', 0, 'running')",
        (key,),
    )
    started = time.monotonic()
    run = go(pages(2), PlainWork(), store)
    assert 0.5 < time.monotonic() - started < 5
    assert run.summary.articles.done == 2
    assert db.execute("SELECT outcome FROM attempts WHERE id = 99").fetchone() == ("lost",)


def test_the_first_request_to_stop_finishes_what_is_in_flight(store):
    stop = Stop()
    work = PlainWork(0.1)

    def stop_early(event):
        if isinstance(event, RecordReady) and stop.reason is None:
            stop.request()

    run = go(pages(100), work, store, stop=stop, on_event=stop_early, concurrency=5)
    counts = run.summary.articles
    assert run.summary.exit_code == 130
    assert counts.done == sum(work.calls.values())
    assert counts.discovered == counts.done + counts.skipped
    assert go(pages(100), PlainWork(), store).summary.reused == counts.done


def test_the_second_request_to_stop_drops_what_is_in_flight_and_keeps_what_is_done(store):
    stop = Stop()
    work = PlainWork(0.05, None)

    class Stuck(PlainWork):
        async def do(self, article, page):
            if marked(7) in article.text:
                asyncio.get_running_loop().call_later(0.05, stop.request)
                asyncio.get_running_loop().call_later(0.1, stop.request)
                await asyncio.sleep(60)
            return await super().do(article, page)

    started = time.monotonic()
    run = go(pages(100), Stuck(), store, stop=stop, concurrency=2)
    assert time.monotonic() - started < 10
    assert run.summary.stopped == "interrupted"
    assert run.summary.articles.done >= 7
    assert not sqlite3.connect(store.path).execute("SELECT * FROM claims").fetchall()
    assert go(pages(100), work, store).summary.articles.done == 100


def test_ctrl_c_asks_the_run_to_stop(store):
    async def one_signal():
        stop = Stop()
        with ctrl_c(stop):
            os.kill(os.getpid(), signal.SIGINT)
            await asyncio.sleep(0.05)
        return stop

    stop = asyncio.run(one_signal())
    assert stop.reason == "interrupted"
    assert not stop.now


def test_an_output_that_cant_be_written_stops_the_run_and_loses_nothing_done(store):
    def full(event):
        if isinstance(event, RecordReady) and event.position == 3:
            raise OutputError("records.jsonl: the disk is full")

    work = PlainWork(0.01)
    with pytest.raises(OutputError, match="disk is full"):
        go(pages(100), work, store, on_event=full, concurrency=4)
    again = PlainWork()
    assert go(pages(100), again, store).summary.articles.done == 100
    assert not set(work.calls) & set(again.calls)


def test_a_store_on_a_full_disk_stops_the_run_with_one_clear_line(store, monkeypatch):
    connect = type(store).connect

    def small(self, *, write=True):
        db = connect(self, write=write)
        if write:
            db.execute("PRAGMA max_page_count = 200")  # SQLite then answers as on a full disk
        return db

    monkeypatch.setattr(type(store), "connect", small)
    with pytest.raises(StoreError, match="disk is full; free some space"):
        go(pages(2000), PlainWork(), store, concurrency=16)
    monkeypatch.undo()
    kept = sqlite3.connect(store.path).execute("SELECT count(*) FROM records").fetchone()[0]
    work = PlainWork()
    assert go(pages(2000), work, store).summary.articles.done == 2000
    assert sum(work.calls.values()) == 2000 - kept < 2000


def test_a_budget_stops_the_run(store):
    run = go(pages(100), PlainWork(0.01), store, concurrency=2, max_tokens=1200)
    assert run.summary.stopped == "budget"
    assert 10 <= run.summary.articles.done <= 11
    assert run.summary.exit_code == 3


def test_one_at_a_time_nothing_is_asked_beyond_the_budget(store):
    work = PlainWork()
    assert go(pages(100), work, store, concurrency=1, max_tokens=1200).summary.articles.done == 10
    assert sum(work.calls.values()) == 10


def test_an_error_of_the_input_itself_is_raised_and_what_was_done_is_kept(store):
    def broken():
        yield from pages(10)
        raise OSError("the share went away")

    with pytest.raises(OSError, match="went away"):
        go(broken(), PlainWork(), store)
    assert sqlite3.connect(store.path).execute("SELECT state FROM runs").fetchall() == [("error",)]
    work = PlainWork()
    assert go(pages(10), work, store).summary.articles.done == 10


def test_progress_tells_rate_tokens_cost_and_time_left(store, monkeypatch):
    monkeypatch.setattr("summarizer.run.engine.TICK", 0.05)
    run = go(
        pages(60), PlainWork(0.05), store, concurrency=4, total_pages=12, price=lambda i, o, c: (i + o) / 1000
    )
    ticks = [e for e in run.events if isinstance(e, Progress)]
    middle = ticks[len(ticks) // 2]
    assert middle.rate > 0
    assert middle.seconds_left > 0
    assert middle.projected_cost == pytest.approx(7.2, rel=0.3)
    assert run.summary.spent.cost == pytest.approx(7.2)
    assert run.summary.unread_pages == 0


def test_the_summary_is_plain_json_and_kept_with_the_run(store):
    run = go(pages(3), PlainWork(), store, command="summarizer run x")
    db = sqlite3.connect(store.path)
    state, command, summary = db.execute("SELECT state, command, summary FROM runs").fetchone()
    assert (state, command) == ("finished", "summarizer run x")
    assert json.loads(summary) == json.loads(json.dumps(run.summary.as_dict()))


def test_a_stop_is_told(store):
    stop = Stop()
    stop.request("interrupted")
    run = go(pages(3), PlainWork(), store, stop=stop)
    assert run.summary.articles.done == 0
    assert any(isinstance(e, Notice) and e.code == "stopping" for e in run.events)
