"""The parts of the Ray engine that need no cluster; `tests.bench.ray_cluster` runs it on a real one."""

from __future__ import annotations

import asyncio
import json
import time

import pytest

from summarizer.errors import ConfigError, EndpointError
from summarizer.model.endpoint import Endpoint
from summarizer.model.gate import Outcome
from summarizer.run.ray_engine import article_from, article_row, summarize_articles
from summarizer.run.ray_gate import ClusterLimits, SharedGate
from tests.runkit import article_text, paragraphs


class Local:
    """An actor's handle whose calls stay in this process."""

    def __init__(self, target):
        self._target = target

    def __getattr__(self, name):
        method = getattr(self._target, name)

        class Call:
            @staticmethod
            def remote(*arguments):
                return asyncio.ensure_future(method(*arguments))

        return Call


async def one(limits, tokens=10, status=200, retry_after=None):
    await limits.acquire(tokens)
    went = time.monotonic()
    limits.observe(Outcome(status, retry_after, input_tokens=8, output_tokens=2))
    await asyncio.sleep(0)
    return went


def test_workers_share_the_stated_rate():
    async def play():
        shared = SharedGate(6000, None)
        workers = [ClusterLimits(Local(shared)) for _ in range(4)]
        return sorted(await asyncio.gather(*(one(workers[n % 4]) for n in range(40))))

    went = asyncio.run(play())
    assert went[-1] - went[0] >= 39 / 100


def test_a_pause_asked_of_one_worker_holds_all():
    async def play():
        shared = SharedGate(None, None)
        first, second = ClusterLimits(Local(shared)), ClusterLimits(Local(shared))
        asked = await one(first, status=429, retry_after=0.3)
        await asyncio.sleep(0.01)
        return asked, await one(second)

    asked, went = asyncio.run(play())
    assert went >= asked + 0.3


def test_an_endpoint_given_up_closes_the_gate_of_every_worker():
    async def play():
        shared = SharedGate(None, None)
        shared._limits.close()
        limits = ClusterLimits(Local(shared))
        with pytest.raises(EndpointError, match="down"):
            await limits.acquire(1)
        return limits.closed, limits.in_flight

    assert asyncio.run(play()) == (True, 0)


def test_the_place_of_a_dead_workers_request_is_given_back(monkeypatch):
    async def play():
        shared = SharedGate(None, None)
        await shared.acquire(1, "a")
        monkeypatch.setattr("summarizer.run.ray_gate.LEASE", 0.0)
        await asyncio.sleep(0.001)
        await shared.acquire(1, "b")
        return shared._limits.in_flight

    assert asyncio.run(play()) == 1


def test_an_article_goes_through_a_row_unchanged():
    (article,) = paragraphs(article_text(1))
    row = article_row(article, "a.txt", 2, "key", "page")
    assert article_from(json.loads(json.dumps(row))["article"]) == article


def test_a_local_model_is_refused_since_other_nodes_cant_reach_it():
    with pytest.raises(ConfigError, match="every node can reach"):
        summarize_articles(None, Endpoint("", "local", "", "local"))
