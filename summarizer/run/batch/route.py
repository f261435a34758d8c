"""`run --route batch`: the answers of all pages fetched in batches; whatever breaks, nothing is sent or
paid twice.
"""

from __future__ import annotations

import asyncio
import json
import pickle
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from sqlite3 import Connection
from typing import IO, TYPE_CHECKING

from summarizer.errors import EndpointError, StoreError, SummarizerError
from summarizer.inputs.types import Input, PageText
from summarizer.run import records
from summarizer.run.batch import queue
from summarizer.run.batch.api import ENDED, BatchApi, grouped, lines
from summarizer.run.batch.queue import BatchRow, Waiting
from summarizer.run.batch.transport import BatchTransport, BatchWork, batch_line
from summarizer.run.engine import run_pages
from summarizer.run.intake import Intake, Split, split_page
from summarizer.run.jobs import Job, new_record
from summarizer.run.records import Worker
from summarizer.run.stop import Stop
from summarizer.run.store import Store
from summarizer.run.types import Event, Notice, OnEvent, RunOptions, RunSummary
from summarizer.run.writer import Writer

if TYPE_CHECKING:
    from openai.types import Batch

    from summarizer.schema import ArticleRecord

LIMIT_REQUESTS = 50_000
LIMIT_BYTES = 200_000_000
QUEUE_FULL = frozenset({"token_limit_exceeded", "request_limit_exceeded"})
TRY_AGAIN = frozenset({408, 409, 429, *range(500, 600)})


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """How batches go: `poll` seconds between looks, `wait` for their end or only send; the limits of a file.

    `settings` (JSON) are kept with each batch, so that `batches collect` works with the same.
    """

    wait: bool = True
    poll: float = 30.0
    most_requests: int = LIMIT_REQUESTS
    most_bytes: int = LIMIT_BYTES
    settings: str = "{}"
    retry_failed: bool = False


async def run_batch(
    pages: Iterable[Input],
    *,
    store: Store,
    work: BatchWork,
    api: BatchApi,
    options: RunOptions | None = None,
    batch: BatchOptions | None = None,
    stop: Stop | None = None,
    on_event: OnEvent | None = None,
    split: Split | None = None,
) -> RunSummary:
    """Bring every article of `pages` to its end through batches and return the account, as `run_pages` does.

    The pages are spooled to a temporary file. Articles whose batch is still under way at the end
    (`wait=False`, or stopped) are counted as skipped; the same command goes on with them. `work` is
    `BatchWork(PipelineWork(client, settings))` with a client of `batch_transport(store)` and
    `RetryPolicy(attempts=1)`.
    """
    stop = stop or Stop()
    options, batch = options or RunOptions(), batch or BatchOptions()
    options = replace(options, since=time.time(), retry_failed=False)
    with tempfile.TemporaryFile(prefix="summarizer-") as spool:
        async with BatchRoute(store, work, api, batch, stop, on_event) as route:
            await route.enqueue(spooled(pages, spool), split)
            await route.drive()
        spool.seek(0)
        # A stop has done its work by now; what is in the store is still told.
        later = stop if stop.reason is None else Stop()
        summary = await run_pages(
            unspooled(spool),
            store=store,
            work=work,
            options=options,
            stop=later,
            on_event=on_event,
            split=split,
        )
    if later is not stop:
        summary.stopped, summary.message = stop.reason, stop.message
    return summary


def batch_transport(store: Store) -> BatchTransport:
    """Return the transport for a client of the batch route: it answers from the store alone."""
    db = store.connect(write=False)
    return BatchTransport(lambda digest: queue.answer(db, digest))


class BatchRoute:
    """Sends, follows and collects batches; an async context manager."""

    def __init__(
        self,
        store: Store,
        work: BatchWork,
        api: BatchApi,
        options: BatchOptions,
        stop: Stop | None = None,
        on_event: OnEvent | None = None,
    ) -> None:
        self._store, self._work, self._api, self._options = store, work, api, options
        self._stop = stop or Stop()
        self._on_event = on_event or (lambda event: None)
        self._worker = Worker(uuid.uuid4().hex, 60.0)
        self.collected = 0
        self.made = 0

    async def __aenter__(self) -> BatchRoute:
        self._writer = Writer(self._store)
        await self._writer(partial(records.enrol, worker=self._worker))
        self._beating = asyncio.create_task(self._beat())
        return self

    async def __aexit__(self, *exception: object) -> None:
        self._beating.cancel()
        with suppress(StoreError):
            await self._writer(partial(records.retire, worker=self._worker))
        await self._writer.close()

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self._worker.lease / 4)
            await self._writer(partial(records.beat, worker=self._worker))

    def _tell(self, message: str) -> None:
        event: Event = Notice("batch", message)
        self._on_event(event)

    # Queueing

    async def enqueue(self, pages: Iterable[Input], split: Split | None = None) -> int:
        """Queue the first requests of articles with no record and none under way; return their number."""
        intake = Intake(pages, self._store, self._work, split or split_page, self._usable)
        self._stop.on_request(intake.stop)
        new = 0
        while (arrivals := await intake.next()) is not None:
            for arrival in arrivals:
                for key, article in zip(arrival.keys, arrival.articles or (), strict=False):
                    stored = arrival.stored.get(key)
                    if stored is None or not self._usable(stored):
                        assert isinstance(arrival.input, PageText)
                        new += await self._advance(Waiting(key, article, arrival.input, arrival.page_key))
        return new

    def _usable(self, stored: records.Stored) -> bool:
        return stored.status == "done" or not (stored.passing or self._options.retry_failed)

    async def _advance(self, waiting: Waiting) -> int:
        """Take an article as far as the known answers lead; return how many requests were queued."""
        error: SummarizerError | None = None
        try:
            made = await self._work.step(waiting.article, waiting.page)
        except SummarizerError as caught:
            error, made = caught, self._work.failed(waiting.article, waiting.page, caught)
        if isinstance(made, dict):
            if (reason := await self._writer(partial(queue.given_up, key=waiting.key))) is None:
                return await self._writer(partial(queue.enqueue, waiting=waiting, requests=made))
            error = EndpointError(f"no answer in {queue.MOST_TRIES} batches: {reason}")
            made = self._work.failed(waiting.article, waiting.page, error)
        await self._writer(
            partial(self._save, waiting=waiting, made=made, passing=isinstance(error, EndpointError))
        )
        return 0

    def _save(self, db: Connection, waiting: Waiting, made: ArticleRecord, passing: bool) -> None:
        job = Job(0, 0, waiting.key, waiting.article, waiting.page, waiting.page_key)
        claim = records.claim(db, waiting.key, self._worker, "batch")
        if claim is not None:
            records.finish(db, claim, new_record(job, made, passing=passing), "batch")
        queue.settled(db, waiting.key)
        self.made += 1

    # Sending

    async def drive(self) -> None:
        """Send what is queued, follow what is sent, collect what has ended, until nothing is left to do."""
        await self._advance_ready()
        while self._stop.reason is None:
            await self._send_all()
            sent = await self._writer(partial(queue.list_batches, state="sent"))
            mine = [row for row in sent if row.endpoint == self._api.endpoint.where]
            ended = [await self.look(row) for row in mine]
            if not mine or (not self._options.wait and not any(ended)):
                return
            if not any(ended):
                await self._sleep()

    async def _sleep(self) -> None:
        woken = asyncio.Event()
        self._stop.on_request(woken.set)
        if self._stop.reason is not None:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(self._options.poll):
                await woken.wait()

    async def _send_all(self) -> None:
        for row in await self._writer(partial(queue.list_batches, state="building")):
            if row.endpoint == self._api.endpoint.where:
                await self._send(row, look_first=True)
        where = (self._api.endpoint.where, self._api.endpoint.model, self._options.settings)
        limits = (self._options.most_requests, self._options.most_bytes)
        while self._stop.reason is None:
            name = uuid.uuid4().hex
            taken = await self._writer(lambda db, n=name: queue.new_batch(db, n, where, *limits))  # type: ignore[misc]
            if not taken:
                return
            (row,) = [r for r in await self._writer(queue.list_batches) if r.id == name]
            await self._send(row, look_first=False)

    async def _send(self, row: BatchRow, *, look_first: bool) -> None:
        """Upload and start a batch, or find it started by a process that died before writing that down."""
        claim = await self._writer(lambda db: records.claim(db, f"batch:{row.id}", self._worker, "batch"))
        if claim is None:
            return  # another process is at it
        try:
            batch = await self._api.find(row.id, row.created) if look_first else None
            if batch is None:
                batch = await self._start(row)
            await self._update(
                row, batch_id=batch.id, file_id=batch.input_file_id, state="sent", remote=batch.status
            )
            self._tell(f"batch {batch.id}: {row.requests} requests sent")
        finally:
            await self._writer(partial(records.release, claimed=claim, outcome="sent"))

    async def _start(self, row: BatchRow) -> Batch:
        file_id = row.file_id
        if file_id is None:
            with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
                path = Path(folder) / "requests.jsonl"
                await asyncio.to_thread(self._write, row.id, path)
                file_id = await self._api.upload(path)
            await self._update(row, file_id=file_id)
        try:
            return await self._api.create(file_id, row.id)
        except EndpointError:
            # The answer was lost, the batch perhaps not.
            if (batch := await self._api.find(row.id, row.created)) is not None:
                return batch
            raise

    def _write(self, batch: str, path: Path) -> None:
        db = self._store.connect(write=False)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for custom_id, body in queue.requests_of(db, batch):
                file.write(batch_line(custom_id, body))
        db.close()

    async def _update(self, row: BatchRow, **columns: object) -> None:
        await self._writer(lambda db: queue.update_batch(db, row.id, **columns))

    # Collecting

    async def look(self, row: BatchRow) -> bool:
        """Look how a batch stands; collect it and return True when it has ended."""
        assert row.batch_id is not None
        batch = await self._api.retrieve(row.batch_id)
        counts = batch.request_counts
        detail = f"{counts.completed} done, {counts.failed} failed of {counts.total}" if counts else ""
        if (row.remote, row.detail) != (batch.status, detail):
            await self._update(row, remote=batch.status, detail=detail)
            self._tell(f"batch {row.batch_id}: {batch.status} {detail}".rstrip())
        if batch.status not in ENDED:
            return False
        await self._collect(row, batch)
        return True

    async def _collect(self, row: BatchRow, batch: Batch) -> None:
        """Read both files; what has no answer is queued anew, given up or left, as the batch's end says."""
        for file_id in (batch.output_file_id, batch.error_file_id):
            if file_id:
                with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
                    path = Path(folder) / "answers.jsonl"
                    await self._api.download(file_id, path)
                    for some in grouped(lines(path), 500):
                        self.collected += await self._writer(partial(_enter, batch=row.id, some=some))
        fate, why = _fate(batch)
        left = await self._writer(
            partial(queue.unanswered, batch=row.id, custom_id=None, reason=why, fate=fate)
        )
        if left:
            self._tell(f"batch {row.batch_id}: {left} requests came back without an answer ({why})")
        await self._update(row, state="collected")
        await self._advance_ready()
        if fate == "later":
            await self._sleep()

    async def _advance_ready(self) -> None:
        for key in await self._writer(queue.ready_keys):
            waiting = await self._writer(partial(queue.load_waiting, key=key))
            if waiting is not None:
                await self._advance(waiting)


def _enter(db: Connection, batch: str, some: list[str]) -> int:
    """Enter lines of an output or error file; return how many were answers. Garbled lines are none."""
    count = 0
    for line in some:
        try:
            entry = json.loads(line)
            custom_id, response, error = (
                str(entry["custom_id"]),
                entry.get("response") or {},
                entry.get("error") or {},
            )
            status, body = int(response.get("status_code") or 0), response.get("body")
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
        if status and status not in TRY_AGAIN and isinstance(body, dict):
            count += queue.answered(db, batch, custom_id, status, json.dumps(body, ensure_ascii=False))
        elif status:
            reason = str(error.get("message") or f"HTTP {status}")[:200]
            queue.unanswered(db, batch, custom_id, reason, "again")
    return count


def _fate(batch: Batch) -> tuple[queue.Fate, str]:
    """Return what becomes of a batch's requests without an answer, and why they have none."""
    problems = batch.errors.data if batch.errors and batch.errors.data else []
    said = "; ".join(str(problem.message or problem.code) for problem in problems[:3])
    why = f"batch {batch.status}" + (f": {said[:200]}" if said else "")
    if batch.status == "cancelled":
        return "cancelled", why
    if batch.status == "failed":
        # Too much queued at the endpoint is cured by waiting; a file that it refuses isn't.
        return ("later" if any(problem.code in QUEUE_FULL for problem in problems) else "failed"), why
    return "again", why


def spooled(pages: Iterable[Input], spool: IO[bytes]) -> Iterator[Input]:
    """Pass inputs on and keep them in a temporary file, since many inputs can be read but once."""
    for item in pages:
        pickle.dump(item, spool)
        yield item


def unspooled(spool: IO[bytes]) -> Iterator[Input]:
    """Give the inputs of a temporary file again."""
    while True:
        try:
            item: Input = pickle.load(spool)
        except EOFError:
            return
        yield item
