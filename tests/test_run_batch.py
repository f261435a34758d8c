"""The batch route against a server that follows the published API, faults included."""

from __future__ import annotations

import asyncio
import sqlite3

import pytest

from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.retry import RetryPolicy
from summarizer.run.batch.api import BatchApi
from summarizer.run.batch.route import BatchOptions, BatchRoute, batch_transport, run_batch
from summarizer.run.batch.transport import BatchWork
from summarizer.run.stop import Stop
from summarizer.run.store import open_store
from summarizer.run.types import Notice, RunOptions
from tests.faultlab.batches import BatchFaults, BatchLab
from tests.faultlab.server import FaultLab
from tests.runkit import ClientWork, PlainWork, go, marked, pages, paragraphs

FAST = RetryPolicy(attempts=3, first_wait=0.01, longest_wait=0.02)


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path / "runs.db")


class TwoQuestions(ClientWork):
    """Work that asks a second question once it has the answer to the first."""

    async def do(self, article, page):
        record = await super().do(article, page)
        extra = await self._client.ask_text(
            [{"role": "user", "content": f"{article.text} 再问"}], max_tokens=9
        )
        return record.model_copy(
            update={"usage": record.usage.model_copy(update={"requests": 1 + extra.usage.requests})}
        )


def run(store, lab, articles=8, *, work=ClientWork, stop=None, on_event=None, **options):
    endpoint = Endpoint(lab.url, "lab", "sk-lab-0123456789", "remote")
    events = []

    async def whole():
        client = ModelClient(endpoint, transport=batch_transport(store), retry=RetryPolicy(attempts=1))
        async with BatchApi(endpoint, FAST) as api:
            return await run_batch(
                pages(articles),
                store=store,
                work=BatchWork(work(client)),
                api=api,
                options=RunOptions(ordered=True),
                batch=BatchOptions(**{"poll": 0.01} | options),
                stop=stop,
                on_event=on_event or events.append,
                split=paragraphs,
            )

    return asyncio.run(whole()), events


def charges(batches):
    return set(batches.charged.values())


def test_every_article_is_answered_in_one_batch_and_charged_once(store):
    batches = BatchLab()
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab)
        assert lab.count == 0  # no request outside the batch
    assert summary.articles.done == 8
    assert summary.exit_code == 0
    assert len(batches.batches) == 1
    assert charges(batches) == {1}
    # custom ids are content keys, and the records are the same as those of any other route
    keys = {row[0] for row in sqlite3.connect(store.path).execute("SELECT key FROM records")}
    assert set(batches.charged) == keys
    work = PlainWork()
    assert go(pages(8), work, store).summary.reused == 8
    assert not sqlite3.connect(store.path).execute("SELECT * FROM batch_requests").fetchall()


def test_what_is_in_the_store_is_not_sent(store):
    batches = BatchLab()
    with FaultLab(extra=batches) as lab:
        run(store, lab, 10)
        run(store, lab, 12)
        run(store, lab, 12)
    assert [batch["request_counts"]["total"] for batch in batches.batches.values()] == [10, 2]


def test_files_stay_within_the_limits(store):
    batches = BatchLab()
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab, 20, most_requests=8)
        assert [b["request_counts"]["total"] for b in batches.batches.values()] == [8, 8, 4]
        run(store, lab, 40, most_bytes=4000)
    assert summary.articles.done == 20
    sizes = [len(data) for name, data in batches.files.items() if name[5].isdigit()]
    assert max(sizes[3:]) <= 4000
    assert charges(batches) == {1}


def test_an_expired_batch_gives_what_was_done_and_the_rest_is_sent_again(store):
    batches = BatchLab(BatchFaults(expire_after={0: 3}))
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab)
    assert summary.articles.done == 8
    assert [b["request_counts"]["total"] for b in batches.batches.values()] == [8, 5]
    assert charges(batches) == {1}


def test_lines_that_are_missing_garbled_or_failed_are_sent_again(store):
    faults = BatchFaults(drop_lines={0: 5}, garbage=True, status_of={marked(1): [500], marked(2): [429]})
    batches = BatchLab(faults)
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab)
    assert summary.articles.done == 8
    assert charges(batches) == {1}


def test_a_request_refused_for_good_fails_its_article_alone(store):
    batches = BatchLab(BatchFaults(status_of={marked(3): [400] * 9}))
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab)
    assert (summary.articles.done, summary.articles.failed) == (7, 1)
    assert "refused the request" in next(iter(summary.reasons))


def test_a_request_that_never_gets_an_answer_is_given_up_and_tried_again_in_the_next_run(store):
    batches = BatchLab(BatchFaults(status_of={marked(3): [500] * 3}))
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab)
        assert (summary.articles.done, summary.articles.failed) == (7, 1)
        assert "no answer in 3 batches" in next(iter(summary.reasons))
        assert run(store, lab)[0].articles.done == 8


def test_a_refused_file_fails_with_the_endpoints_words_and_a_full_queue_is_waited_for(store):
    batches = BatchLab(
        BatchFaults(refuse={0: ("token_limit_exceeded", "queue full"), 1: ("invalid_model", "no such model")})
    )
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab, 3)
        assert summary.articles.failed == 3
        assert "no such model" in next(iter(summary.reasons))
        assert len(batches.batches) == 2
        assert run(store, lab, 3)[0].articles.done == 3


def test_a_batch_whose_creation_got_no_answer_is_found_and_not_made_twice(store):
    batches = BatchLab(BatchFaults(lose_answer={0, 2}))
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab, 20, most_requests=5)
    assert summary.articles.done == 20
    assert len(batches.batches) == 4
    assert charges(batches) == {1}


class Crash(BaseException):
    """As good as a kill -9: nothing after it runs."""


@pytest.mark.parametrize("moment", ["upload", "create", "after create", "retrieve", "download"])
def test_a_crash_at_any_step_is_resumed_without_sending_twice(store, monkeypatch, moment):
    batches = BatchLab()
    name = moment.removeprefix("after ")
    real = getattr(BatchApi, name)

    async def crash(*arguments, **options):
        if moment.startswith("after"):
            await real(*arguments, **options)
        raise Crash

    with FaultLab(extra=batches) as lab:
        monkeypatch.setattr(BatchApi, name, crash)
        with pytest.raises(Crash):
            run(store, lab)
        monkeypatch.setattr(BatchApi, name, real)
        summary, _ = run(store, lab)
    assert summary.articles.done == 8
    assert len(batches.batches) == 1
    assert charges(batches) == {1}


def test_without_waiting_the_rest_is_skipped_and_collected_later_by_another_process(store):
    batches = BatchLab(BatchFaults(looks=3))
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab, wait=False)
        assert summary.articles.skipped == 8
        assert summary.exit_code == 1
        assert "not been collected" in next(iter(summary.reasons))
        run(store, lab, wait=False)
        summary, _ = run(store, lab, wait=False)
    assert summary.articles.done == 8
    assert charges(batches) == {1}


def test_a_cancelled_batch_keeps_what_was_done_and_leaves_the_rest_until_it_is_run_again(store):
    batches = BatchLab(BatchFaults(looks=99))
    with FaultLab(extra=batches) as lab:
        run(store, lab, wait=False)
        batches.answer("POST", "/v1/batches/batch_0/cancel", {}, b"")
        endpoint = Endpoint(lab.url, "lab", "k", "remote")

        async def collect():
            client = ModelClient(endpoint, transport=batch_transport(store), retry=RetryPolicy(attempts=1))
            async with (
                BatchApi(endpoint, FAST) as api,
                BatchRoute(store, BatchWork(ClientWork(client)), api, BatchOptions(wait=False)) as route,
            ):
                await route.drive()
                return route.collected, route.made

        assert asyncio.run(collect()) == (1, 1)
        assert len(batches.batches) == 1
        batches.faults.looks = 1
        assert run(store, lab)[0].articles.done == 8
    assert charges(batches) == {1}


def test_work_of_several_requests_takes_several_batches(store):
    batches = BatchLab()
    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab, work=TwoQuestions)
    assert summary.articles.done == 8
    assert [b["request_counts"]["total"] for b in batches.batches.values()] == [8, 8]
    assert charges(batches) == {1}


def test_ctrl_c_while_waiting_keeps_the_batches_for_the_next_run(store):
    batches = BatchLab(BatchFaults(looks=10**9))
    stop = Stop()

    def interrupt(event):
        if isinstance(event, Notice) and "in_progress" in event.message:
            stop.request()

    with FaultLab(extra=batches) as lab:
        summary, _ = run(store, lab, stop=stop, poll=60, on_event=interrupt)
        assert summary.exit_code == 130
        assert summary.articles.skipped == 8
        batches.faults.looks = 1
        assert run(store, lab)[0].articles.done == 8
    assert len(batches.batches) == 1
