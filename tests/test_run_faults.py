"""Runs against a server that fails as told, through the real client: nothing lost, nothing silent, nothing
asked in vain.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import threading
import time

import pytest

from summarizer.run.intake import Intake
from summarizer.run.limits import Limits
from summarizer.run.links import Linker
from summarizer.run.stop import Stop
from summarizer.run.store import open_store
from summarizer.run.types import Notice
from tests.faultlab.faults import Fault, script, status
from tests.faultlab.server import FaultLab, Window
from tests.runkit import PlainWork, go_with_client, marked, pages, paragraphs


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path / "runs.db")


def balanced(run, articles):
    counts = run.summary.articles
    assert counts.discovered == articles == counts.done + counts.failed + counts.skipped
    return counts


def test_passing_faults_of_every_kind_cost_nothing_but_time(store):
    faults = [
        status(500), Fault("cut"), Fault("slow", seconds=0.2), status(503, retry_after=0.05),
        Fault("cut-body"),
        Fault("truncated"), status(429, retry_after=0.05), Fault("html"), Fault("hang", seconds=0.2),
        status(429, retry_after=1, as_date=True),
    ]  # fmt: skip
    with FaultLab(script(by_word={marked(n): [fault] for n, fault in enumerate(faults)})) as lab:
        run = go_with_client(pages(12), lab.url, store, concurrency=4)
    assert balanced(run, 12).done == 12
    assert sorted(run.texts) == [marked(n) for n in range(12)]


def test_an_article_that_never_gets_a_usable_answer_fails_alone_with_its_reason(store):
    bad = {"refusal": 1, "no-choices": 2, "empty": 3, "length": 4, "prose": 5, "wrong-json": 6}
    by_word = {marked(number): [Fault(kind)] for kind, number in bad.items()}
    with FaultLab(script(by_word=by_word, sticky=True)) as lab:
        run = go_with_client(pages(20), lab.url, store, concurrency=3)
    counts = balanced(run, 20)
    assert (counts.done, counts.failed) == (14, 6)
    reasons = {
        json.loads(e.json)["article"]["body"][:8]: json.loads(e.json)["reason"]
        for e in run.ready
        if e.status == "failed"
    }
    assert set(reasons) == {marked(n) for n in bad.values()}
    assert all("\n" not in reason and "sk-lab" not in reason for reason in reasons.values())
    usage = {json.loads(e.json)["usage"]["requests"] for e in run.ready if e.status == "failed"}
    assert min(usage) >= 1  # what failed attempts cost is told


def test_no_request_comes_before_retry_after_has_ended(store):
    with FaultLab(script({9: status(429, retry_after=0.4)}), latency=0.02) as lab:
        run = go_with_client(pages(24), lab.url, store, concurrency=4)
    assert balanced(run, 24).done == 24
    limited = next(seen for seen in lab.log if seen.fault.status == 429 and seen.fault.kind == "status")
    # Requests that were on their way when the answer came are not held against the client.
    after = [seen.at for seen in lab.log if seen.at > limited.answered + 0.02]
    assert min(after) >= limited.answered + 0.39


def test_a_window_of_requests_is_never_passed_when_its_rate_is_stated(store):
    window = Window(requests=100, seconds=2.5)
    with FaultLab(window=window) as lab:
        started = time.monotonic()
        run = go_with_client(
            pages(60), lab.url, store, concurrency=16, limits=Limits(requests_per_minute=3000)
        )
        took = time.monotonic() - started
    assert balanced(run, 60).done == 60
    assert window.passed == 0
    assert took < 60 / 30 / 0.6


def test_an_expired_key_stops_the_run_at_once(store):
    with FaultLab(script(every=status(401))) as lab:
        run = go_with_client(pages(100), lab.url, store, concurrency=4)
        counts = balanced(run, 100 if run.summary.input_ended else run.summary.articles.discovered)
        assert run.summary.stopped == "refused"
        assert "refused the key" in run.summary.message
        assert lab.count <= 4
    assert counts.failed <= 4
    assert run.summary.exit_code == 1


def test_an_input_that_ends_while_a_stop_drops_the_rest_of_it_was_not_all_taken(store, monkeypatch):
    last, arrived, stopped, ended = (threading.Event() for _ in range(4))
    rest = Linker.rest

    def to_the_end():
        yield from pages(10)
        last.set()

    def rest_until_the_stop(linker: Linker):
        yield from rest(linker)
        if last.is_set():
            arrived.set()
            stopped.wait(10)
            ended.set()

    async def take() -> bool:
        intake = Intake(to_the_end(), store, PlainWork(), paragraphs, lambda _: False)
        assert await asyncio.to_thread(arrived.wait, 10)  # and nothing is taken
        intake.stop()
        stopped.set()
        assert await asyncio.to_thread(ended.wait, 10)
        await asyncio.sleep(0.2)  # the reader comes to its end
        return intake.exhausted

    monkeypatch.setattr(Linker, "rest", rest_until_the_stop)
    assert asyncio.run(take()) is False


def test_an_endpoint_that_goes_down_pauses_the_run_which_says_so_and_goes_on_when_it_is_back(store):
    faults = script({n: status(503) for n in range(10, 20)})
    with FaultLab(faults, latency=0.01) as lab:
        run = go_with_client(pages(30), lab.url, store, concurrency=8, limits=Limits(first_probe=0.1))
    assert balanced(run, 30).done == 30
    codes = [event.code for event in run.events if isinstance(event, Notice)]
    assert "down" in codes
    assert "up" in codes


def test_an_endpoint_that_stays_down_is_given_up_and_the_rest_resumed_later(store):
    limits = Limits(first_probe=0.05, give_up_after=0.5)
    faults = script()
    with FaultLab(faults, latency=0.01) as lab:
        lab.faults.by_number.update({n: Fault("cut") for n in range(10, 2000)})
        run = go_with_client(pages(40), lab.url, store, concurrency=8, limits=limits)
        counts = balanced(run, run.summary.articles.discovered)
        assert run.summary.stopped == "endpoint"
        assert "run again" in run.summary.message
        assert counts.failed == 0
        assert counts.skipped > 0
        assert counts.done == 10
        lab.faults.by_number.clear()
        sent = lab.count
        again = go_with_client(pages(40), lab.url, store, concurrency=8)
        assert lab.count - sent == 30
    assert balanced(again, 40).done == 40


def test_too_many_requests_without_a_stated_rate_slow_the_run_and_lose_nothing(store):
    with FaultLab(window=Window(requests=10, seconds=0.3)) as lab:
        run = go_with_client(pages(30), lab.url, store, concurrency=16)
    assert balanced(run, 30).done == 30
    assert any(isinstance(event, Notice) and event.code == "slower" for event in run.events)


def test_the_key_is_nowhere_in_the_store(store):
    with FaultLab(script(every=status(401, message="bad key sk-lab-0123456789"))) as lab:
        go_with_client(pages(3), lab.url, store)
    sqlite3.connect(store.path).execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"sk-lab" not in store.path.read_bytes()


def test_a_run_that_is_stopped_does_not_sit_out_a_long_retry_after(store):
    stop = Stop()
    with FaultLab(script(every=status(429, retry_after=3000))) as lab:
        timer = threading.Timer(1.0, stop.request)
        timer.start()
        started = time.monotonic()
        run = go_with_client(pages(4), lab.url, store, concurrency=2, stop=stop)
        timer.cancel()
    assert time.monotonic() - started < 30
    assert balanced(run, run.summary.articles.discovered).done == 0
    assert run.summary.stopped == "interrupted"
