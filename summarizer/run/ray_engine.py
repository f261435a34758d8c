"""Beyond one machine: articles spread over a Ray cluster, each node running the ordinary engine (extra
`ray`).

`summarize_dataset` is for pipelines of one's own: a dataset of page texts in, a dataset of records out.
`run_on_ray` is `summarizer run --engine ray`: what it fetches goes into the store of the driver, where an
ordinary run finds it.

Every node keeps what it made in a store of its own, so that a worker that is killed and started again asks
nothing twice. All requests of the cluster pass one gate (`ray_gate`), which keeps rates, Retry-After and
the breaker for all.
"""

from __future__ import annotations

import asyncio
import json
import os
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigError
from summarizer.inputs.types import Input, PageText
from summarizer.model.endpoint import Endpoint
from summarizer.pipeline import Settings, content_key
from summarizer.run import records
from summarizer.run.account import Account
from summarizer.run.batch.route import spooled, unspooled
from summarizer.run.intake import Arrival, Intake, Split, split_page
from summarizer.run.records import NewRecord, Worker
from summarizer.run.stop import Stop
from summarizer.run.store import Store, open_store
from summarizer.run.types import NotAttempted, OnEvent, Progress, RunOptions, RunSummary, Work
from summarizer.run.writer import Writer
from summarizer.splitter.page import Article, Run, Span

if TYPE_CHECKING:
    import ray.data

CHUNK = 5000
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cluster:
    """How the work is spread: `actors` processes (None: one for each CPU), `concurrency` articles at once
    in each.

    The rates are those of the endpoint, for the whole cluster. `address` None is the cluster that
    RAY_ADDRESS names, or a new one on this machine. `retry_failed` asks again about articles that failed
    before on a node.
    """

    actors: int | None = None
    concurrency: int = 32
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    address: str | None = None
    retry_failed: bool = False


def summarize_dataset(
    pages: ray.data.Dataset,
    endpoint: Endpoint,
    settings: Settings | None = None,
    cluster: Cluster | None = None,
) -> ray.data.Dataset:
    """Return a dataset with a row for each article of a dataset of pages, failed ones too.

    `pages` has the column "text", and perhaps "source" and "page". The rows have "key", "source", "page",
    "status" ("done", "failed", "skipped"), "passing" (a failure of the endpoint), "reason" and "record"
    (JSON, empty when skipped): write them with `write_parquet` or `write_json`. Nothing is computed before
    the dataset is read.
    """
    return summarize_articles(pages.flat_map(_split_row), endpoint, settings, cluster)


def summarize_articles(
    articles: ray.data.Dataset,
    endpoint: Endpoint,
    settings: Settings | None = None,
    cluster: Cluster | None = None,
) -> ray.data.Dataset:
    """Return the records of a dataset of articles, as `article_row` makes its rows."""
    if not endpoint.base_url:
        raise ConfigError("the ray engine needs an endpoint that every node can reach: give --base-url")
    cluster = cluster or Cluster()
    actors = cluster.actors or _cpus()
    return articles.map_batches(
        ArticleActor,
        fn_constructor_args=(endpoint, settings or Settings(), cluster, ray_gate(cluster)),
        batch_size=2 * cluster.concurrency,
        compute=_pool(actors),
        num_cpus=1,  # actors that die are started again, and their batches given to others: Ray Data's default
    )


def article_row(article: Article, source: str, page: int, key: str = "", page_key: str = "") -> Row:
    """Return an article as a row of a dataset."""
    payload = json.dumps(asdict(article), ensure_ascii=False)
    return {"article": payload, "source": source, "page": page, "key": key, "page_key": page_key}


def _split_row(row: Row) -> list[Row]:
    source, page = str(row.get("source") or "-"), int(row.get("page") or 1)
    return [article_row(article, source, page) for article in split_page(row["text"])]


class ArticleActor:
    """Summarises batches of articles with the ordinary engine; keeps what it made in its node's store."""

    def __init__(self, endpoint: Endpoint, settings: Settings, cluster: Cluster, gate: Any) -> None:  # noqa: ANN401
        self._endpoint = endpoint
        self._settings = settings
        self._options = RunOptions(
            concurrency=cluster.concurrency, retry_failed=cluster.retry_failed, command="ray"
        )
        self._gate = gate
        user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
        self._store = open_store(Path(tempfile.gettempdir()) / f"summarizer-ray-{user}" / f"{node_name()}.db")

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """Return a row for each article of a batch."""
        rows = [dict(zip(batch, values, strict=True)) for values in zip(*batch.values(), strict=True)]
        return asyncio.run(self._summarise(rows))

    async def _summarise(self, rows: list[Row]) -> dict[str, list[Any]]:
        from summarizer.model.client import ModelClient
        from summarizer.model.retry import RetryPolicy
        from summarizer.run.engine import run_pages
        from summarizer.run.ray_gate import ClusterLimits
        from summarizer.run.types import Event, RecordReady
        from summarizer.run.work import PipelineWork

        made: dict[int, RecordReady] = {}

        def keep(event: Event) -> None:
            if isinstance(event, RecordReady):
                made[event.position] = event

        limits = ClusterLimits(self._gate)
        pages = [PageText(str(row["source"]), int(row["page"]), str(row["article"])) for row in rows]
        async with ModelClient(self._endpoint, gate=limits, retry=RetryPolicy(retry_after_cap=0)) as client:
            summary = await run_pages(
                pages,
                store=self._store,
                work=PipelineWork(client, self._settings),
                options=self._options,
                limits=limits,
                split=lambda payload: [article_from(payload)],
                on_event=keep,
            )
        return _columns(rows, made, next(iter(summary.reasons), "not attempted"), self._key)

    def _key(self, payload: str) -> str:
        return content_key(article_from(payload), self._endpoint, self._settings)


def _columns(rows: list[Row], made: dict[int, Any], why_not: str, key: Any) -> dict[str, list[Any]]:  # noqa: ANN401
    columns: dict[str, list[Any]] = {
        n: [] for n in ("key", "page_key", "source", "page", "status", "passing", "reason", "record")
    }
    for position, row in enumerate(rows):
        event = made.get(position)
        reason = (
            why_not
            if event is None
            else (json.loads(event.json)["reason"] or "" if event.status == "failed" else "")
        )
        values = (
            row["key"] or key(str(row["article"])),
            row["page_key"],
            str(row["source"]),
            int(row["page"]),
            "skipped" if event is None else event.status,
            event is not None and event.passing,
            reason,
            "" if event is None else event.json,
        )
        for column, value in zip(columns.values(), values, strict=True):
            column.append(value)
    return columns


def article_from(payload: str) -> Article:
    """Return the article of a row."""
    data = json.loads(payload)
    data["spans"] = [Span(**span) for span in data["spans"]]
    data["runs"] = [Run(**run) for run in data["runs"]]
    return Article(**data)


def node_name() -> str:
    """Return a name of this node that files can have."""
    import ray

    return str(ray.get_runtime_context().get_node_id())[:16]


def ray_gate(cluster: Cluster) -> Any:  # noqa: ANN401 - a handle of an actor
    """Return the gate that all requests of a cluster pass."""
    import ray
    from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

    from summarizer.run.ray_gate import SharedGate

    # On the driver's node: a cluster without its driver has nothing to ask.
    here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=True)
    actor = ray.remote(num_cpus=0, max_restarts=-1, max_task_retries=-1, max_concurrency=10_000)(SharedGate)
    return actor.options(scheduling_strategy=here).remote(
        cluster.requests_per_minute, cluster.tokens_per_minute
    )


def _cpus() -> int:
    import ray

    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _pool(actors: int) -> Any:  # noqa: ANN401
    import ray.data

    return ray.data.ActorPoolStrategy(min_size=1, max_size=actors)


# The driver


async def run_on_ray(
    pages: Iterable[Input],
    *,
    store: Store,
    endpoint: Endpoint,
    work: Work,
    settings: Settings | None = None,
    cluster: Cluster | None = None,
    options: RunOptions | None = None,
    stop: Stop | None = None,
    on_event: OnEvent | None = None,
    split: Split | None = None,
) -> RunSummary:
    """Bring every article of `pages` to its end on a Ray cluster and return the account, as `run_pages` does.

    `work` tells content keys, as `PipelineWork(client, settings)` does; the driver itself asks nothing.
    Pages are taken in chunks, so that memory stays flat; what a chunk gave is in the store before the next
    one starts, and a run started again goes on from there.
    """
    from summarizer.run.engine import run_pages

    stop, options = stop or Stop(), options or RunOptions()
    since = time.time()
    with tempfile.TemporaryFile(prefix="summarizer-") as spool:
        driver = _Driver(
            store, work, endpoint, settings or Settings(), cluster or Cluster(), options, stop, on_event
        )
        await driver.go(spooled(pages, spool), split or split_page)
        spool.seek(0)
        later = stop if stop.reason is None else Stop()
        summary = await run_pages(
            unspooled(spool),
            store=store,
            work=_Kept(work),
            options=replace(options, since=since, retry_failed=False),
            stop=later,
            on_event=on_event,
            split=split,
        )
    driver.account.fill_spent(summary)
    if later is not stop:
        summary.stopped, summary.message = stop.reason, stop.message
    return summary


class _Kept:
    """Work that finds what is in the store and asks nothing."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self.fingerprint = work.fingerprint
        self.key = work.key
        self.failed = work.failed

    async def do(self, article: Article, page: PageText) -> Any:  # noqa: ANN401
        raise NotAttempted("the cluster gave no record; run again")


class _Driver:
    """Feeds the cluster chunk by chunk and keeps what comes back."""

    def __init__(
        self,
        store: Store,
        work: Work,
        endpoint: Endpoint,
        settings: Settings,
        cluster: Cluster,
        options: RunOptions,
        stop: Stop,
        on_event: OnEvent | None,
    ) -> None:
        self._store, self._work, self._endpoint, self._settings = store, work, endpoint, settings
        self._cluster = replace(cluster, retry_failed=options.retry_failed)
        self._options, self._stop = options, stop
        self._on_event = on_event or (lambda event: None)
        self._worker = Worker(uuid.uuid4().hex, options.lease)
        self.account = Account(price=options.price)

    async def go(self, pages: Iterable[Input], split: Split) -> None:
        # What Ray tells of its own work stands in its own log; the run's account is ours to tell.
        os.environ.setdefault("RAY_DATA_LOG_LEVEL", "ERROR")
        os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
        import ray

        if not ray.is_initialized():
            ray.init(address=self._cluster.address, log_to_driver=False, logging_level="ERROR")
        intake = Intake(pages, self._store, self._work, split, self._usable)
        self._stop.on_request(intake.stop)
        self._writer = Writer(self._store)
        chunk: list[Row] = []
        try:
            while (arrivals := await intake.next()) is not None:
                chunk += [row for arrival in arrivals for row in self._rows(arrival)]
                if len(chunk) >= CHUNK:
                    await self._send(chunk)
                    chunk = []
            if chunk and self._stop.reason is None:
                await self._send(chunk)
        finally:
            intake.stop()
            await self._writer.close()

    def _usable(self, stored: records.Stored) -> bool:
        return stored.status == "done" or not (stored.passing or self._options.retry_failed)

    def _rows(self, arrival: Arrival) -> Iterator[Row]:
        page = arrival.input
        for key, article in zip(arrival.keys, arrival.articles or (), strict=False):
            stored = arrival.stored.get(key)
            if isinstance(page, PageText) and (stored is None or not self._usable(stored)):
                yield article_row(article, page.source, page.page, key, arrival.page_key)

    async def _send(self, chunk: list[Row]) -> None:
        """Have a chunk summarised; records are stored as their batches come back."""
        import ray.data

        ray.data.DataContext.get_current().enable_progress_bars = False
        once = list({row["key"]: row for row in chunk}.values())
        self.account.articles.discovered += len(once)
        blocks = max(1, min(len(once) // (2 * self._cluster.concurrency), 200))
        dataset = ray.data.from_items(once, override_num_blocks=blocks)
        answers = summarize_articles(dataset, self._endpoint, self._settings, self._cluster)
        iterator = iter(answers.iter_batches(batch_size=None))
        while (batch := await asyncio.to_thread(next, iterator, None)) is not None:
            rows = [dict(zip(batch, values, strict=True)) for values in zip(*batch.values(), strict=True)]
            await self._writer(partial(self._save, rows=rows))
            self._on_event(self._progress())
            if (spent_up := self.account.beyond(self._options)) is not None:
                self._stop.request("budget", spent_up)
            if self._stop.reason is not None:
                return

    def _save(self, db: Connection, rows: list[Row]) -> None:
        for row in rows:
            self.account.articles.end(row["status"])
            if row["status"] != "skipped":
                new = _new_record(row)
                self.account.spend(new)
                records.save(db, new, "ray")

    def _progress(self) -> Progress:
        return self.account.progress(input_ended=False)


def _new_record(row: Row) -> NewRecord:
    data = json.loads(row["record"])
    severities = [finding["severity"] for finding in data["findings"]]
    usage = data["usage"]
    return NewRecord(
        key=row["key"],
        status=row["status"],
        passing=bool(row["passing"]),
        reason=data["reason"],
        page_key=row["page_key"],
        source=row["source"],
        page=int(row["page"]),
        model=data["provenance"]["model"],
        input_tokens=usage["input_tokens"],
        output_tokens=usage["output_tokens"],
        cached_tokens=usage["cached_tokens"],
        requests=usage["requests"],
        errors=severities.count("error"),
        warnings=severities.count("warning"),
        infos=severities.count("info"),
        record=row["record"],
    )
