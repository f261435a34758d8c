"""The engine: pages in, every article to its end, each answer in the store before anyone hears of it.

How the CLI uses it::

    store = open_store()                                 # or open_store(path); raises StoreError
    limits = Limits(requests_per_minute=..., tokens_per_minute=...)
    client = ModelClient(endpoint, gate=limits, retry=RetryPolicy(retry_after_cap=0))
    stop = Stop()
    with ctrl_c(stop):
        summary = await run_pages(
            read_inputs(paths), store=store, work=PipelineWork(client, settings),
            options=RunOptions(concurrency=8, total_pages=len(paths)), limits=limits, stop=stop,
            on_event=show)
    summary.as_dict()                                    # --summary out.json
    sys.exit(summary.exit_code)

`show` gets `RecordReady` (one article; write `event.json` to the output, or use `event.record`), `PageTold`,
`Notice` and, twice a second, `Progress`. An OutputError that it raises stops the run in order, and is
raised again at the end.
"""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from sqlite3 import Connection

from summarizer.errors import StoreError, SummarizerError
from summarizer.inputs.types import Input
from summarizer.run import ledger, records
from summarizer.run.account import Account
from summarizer.run.admission import Admission
from summarizer.run.attempt import Attempts
from summarizer.run.intake import Arrival, Intake, Split, split_page
from summarizer.run.jobs import Emitter, Job, here, new_record, stored_again, told
from summarizer.run.limits import Limits
from summarizer.run.records import Claim, NewRecord, Stored, Worker
from summarizer.run.stop import Stop
from summarizer.run.store import Store
from summarizer.run.types import (
    Event,
    NotAttempted,
    Notice,
    OnEvent,
    RunOptions,
    RunSummary,
    Status,
    Work,
)
from summarizer.run.writer import Writer
from summarizer.schema import ArticleRecord

TICK = 0.5
# Workers for each article that may be asked about at once: while some ask, others wait for the disk.
WORKERS = 2
LOOK_AGAIN = 0.2
STOPPING = "stopping: finishing what is in flight; asked again, it stops at once"
ORDERED_WINDOW = 1000


async def run_pages(
    pages: Iterable[Input],
    *,
    store: Store,
    work: Work,
    options: RunOptions | None = None,
    limits: Limits | None = None,
    stop: Stop | None = None,
    on_event: OnEvent | None = None,
    split: Split | None = None,
) -> RunSummary:
    """Bring every article of `pages` to its end and return the account.

    `pages` is iterated in a thread, never further ahead than some hundred articles. Articles whose answer
    is in the store cost no call, whoever made it; those that another process works on are awaited, not done
    again. A failure of the article itself is kept and not tried again without `retry_failed`; a failure of
    the endpoint is tried again in the next run. `on_event` is called in the event loop. Raises StoreError
    when the store can't be used, AccountingError when the account doesn't add up, and what the iteration
    over `pages` raised.
    """
    run = _Run(store, work, options or RunOptions(), limits or Limits(), stop or Stop())
    run.emitter = Emitter(on_event, ordered=run.options.ordered)
    return await run.go(pages, split or split_page)


class _Run:
    """The state of one run."""

    emitter: Emitter
    writer: Writer
    intake: Intake

    def __init__(self, store: Store, work: Work, options: RunOptions, limits: Limits, stop: Stop) -> None:
        self.id = time.strftime("%Y%m%d-%H%M%S-", time.gmtime()) + uuid.uuid4().hex[:4]
        self.store, self.work, self.options, self.limits, self.stop = store, work, options, limits, stop
        self.worker = Worker(uuid.uuid4().hex, options.lease)
        self.account = Account(price=options.price, total_pages=options.total_pages)
        self.attempts = Attempts(work, limits, stop, options.article_timeout)
        self.concurrency = max(1, options.concurrency)
        self.room = asyncio.Semaphore(self.concurrency)
        self.started = time.time() if options.since is None else options.since
        self.todo: asyncio.Queue[Job] = asyncio.Queue()
        self.running: dict[str, list[Job]] = {}
        self.waiting: list[Job] = []
        self.unsettled = 0
        self.admission = Admission(self.account, self._usable)
        self.changed = asyncio.Event()
        self.trouble: SummarizerError | None = None
        self.left: str | None = None

    async def go(self, pages: Iterable[Input], split: Split) -> RunSummary:
        self.writer = Writer(self.store)
        try:
            await self.writer(self._open)
            self.intake = Intake(pages, self.store, self.work, split, self._usable)
            self.stop.on_request(self._stopping)
            self.limits.attach(self._tell, partial(self.stop.request, "endpoint"))
            if self.stop.reason is not None:
                self._stopping()
            try:
                await self._all_tasks()
            finally:
                self.intake.stop()
            return await self._close()
        finally:
            self.limits.detach()
            with suppress(StoreError):
                await self.writer(self._leave_store)
            await self.writer.close()

    def _leave_store(self, db: Connection) -> None:
        records.retire(db, self.worker)
        ledger.broke_off(db, self.id)

    def _open(self, db: Connection) -> None:
        records.enrol(db, self.worker)
        ledger.start_run(db, self.id, self.worker, self.options.command)

    async def _all_tasks(self) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(self._work_on()) for _ in range(WORKERS * self.concurrency)]
                tasks += [group.create_task(part()) for part in (self._tick, self._beat, self._look_again)]
                await self._admit()
                await self._until(lambda: not self.unsettled)
                for task in tasks:
                    task.cancel()
        except BaseExceptionGroup as group_error:
            raise _first(group_error) from group_error

    async def _until(self, met: Callable[[], bool]) -> None:
        while not met():
            self.changed.clear()
            await self.changed.wait()

    # Admission

    async def _admit(self) -> None:
        while (arrivals := await self.intake.next()) is not None:
            await self._enter(arrivals)
            await self._until(lambda: self.stop.reason is not None or self._has_room())

    def _has_room(self) -> bool:
        ahead = self.admission.position - self.emitter.position if self.emitter.ordered else 0
        return self.unsettled < 4 * self.concurrency and ahead < ORDERED_WINDOW

    async def _enter(self, arrivals: list[Arrival]) -> None:
        """Enter inputs into the account, tell what is known already, queue the rest."""
        admitted = self.admission.admit(arrivals)
        await self.writer(partial(admitted.store, run_id=self.id))
        for event in admitted.ready:
            self._tell(event)
        self.unsettled += len(admitted.jobs)
        for job in admitted.jobs:
            self.todo.put_nowait(job)

    def _usable(self, stored: Stored) -> bool:
        """Tell whether a stored record answers an article of this run."""
        if stored.status == "done" or stored.made >= self.started:
            return True
        return not (stored.passing or self.options.retry_failed)

    # Work

    async def _work_on(self) -> None:
        while True:
            job = await self.todo.get()
            if self.stop.reason is not None:
                self._leave(job)
            elif job.key in self.running:
                self.running[job.key].append(job)
            else:
                await self._one(job)

    async def _one(self, job: Job) -> None:
        self.running[job.key] = []
        taken = await self.writer(partial(self._take, key=job.key))
        if taken is None:
            self._wait([job, *self.running.pop(job.key)])
        elif isinstance(taken, Stored):
            for each in (job, *self.running.pop(job.key)):
                await self._settle_reused(each, taken)
        else:
            await self._claimed(job, taken)

    def _take(self, db: Connection, key: str) -> Stored | Claim | None:
        """Return the record that is there after all, or leave to make it; None while another makes it."""
        stored = records.lookup(db, [key]).get(key)
        if stored is not None and self._usable(stored):
            return stored
        return records.claim(db, key, self.worker, self.id)

    async def _claimed(self, job: Job, claim: Claim) -> None:
        try:
            made = await self._asked(job)
        except NotAttempted as error:
            await self._not_attempted(job, claim, str(error))
            return
        if made is None:
            await self.writer(partial(records.release, claimed=claim, outcome="dropped"))
            self._wait([job, *self.running.pop(job.key)])
            return
        record, passing = made
        new = new_record(job, record, passing=passing)
        self.account.spend(new)
        # Before anything is waited for: the next article has its place already.
        if (spent_up := self.account.beyond(self.options)) is not None:
            self.stop.request("budget", spent_up)
        self.account.found(new)
        ended = self.account.end_article(job.seq, new.status, reused=False)
        await self.writer(partial(self._finish, job=job, claim=claim, new=new, page_ended=ended))
        self._tell(told(job, new))
        self._settled()
        for follower in self.running.pop(job.key):
            await self._settle_reused(follower, here(new))

    async def _asked(self, job: Job) -> tuple[ArticleRecord, bool] | None:
        """Attempt an article when there is room; None where it needs another turn, or the run stops first."""
        async with self.room:
            if self.stop.reason is not None:
                return None
            self.account.in_flight += 1
            try:
                return await self.attempts.make(job)
            finally:
                self.account.in_flight -= 1

    async def _not_attempted(self, job: Job, claim: Claim, reason: str) -> None:
        await self.writer(partial(records.release, claimed=claim, outcome="dropped", reason=reason))
        self.left = reason
        for each in (job, *self.running.pop(job.key)):
            self._leave(each)

    def _finish(
        self, db: Connection, job: Job, claim: Claim, new: NewRecord, page_ended: Status | None
    ) -> None:
        records.finish(db, claim, new, self.id)
        self._end(db, job, new.status, page_ended, reused=False)

    def _end(self, db: Connection, job: Job, status: Status, page: Status | None, *, reused: bool) -> None:
        ledger.end_article(db, self.id, job.position, status, reused=reused)
        if page is not None:
            ledger.end_page(db, self.id, job.seq, page)

    async def _settle_reused(self, job: Job, stored: Stored) -> None:
        event = stored_again(job.position, job.page, stored, job.article, job.pieces)
        page = self.account.end_stored(job.seq, stored)
        await self.writer(partial(self._end, job=job, status=stored.status, page=page, reused=True))
        self._tell(event)
        self._settled()

    # Waiting and leaving

    def _wait(self, jobs: list[Job]) -> None:
        """Put jobs aside until another process is done with them, or the endpoint is back."""
        if self.stop.reason is None:
            self.waiting += jobs
        else:
            for job in jobs:
                self._leave(job)

    def _leave(self, job: Job) -> None:
        """Give a job up; it is entered as not attempted when the account closes."""
        self.emitter.skip(job.position)
        self._settled()

    def _settled(self) -> None:
        self.unsettled -= 1
        self.changed.set()

    async def _look_again(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AGAIN)
            if self.waiting:
                held = await self.writer(partial(self._held, keys={job.key for job in self.waiting}))
                free = [job for job in self.waiting if job.key not in held]
                self.waiting = [job for job in self.waiting if job.key in held]
                for job in free:
                    self.todo.put_nowait(job)

    def _held(self, db: Connection, keys: set[str]) -> set[str]:
        return {key for key in keys if records.held(db, key)}

    def _stopping(self) -> None:
        if not self.stop.now:
            self._tell(Notice("stopping", self.stop.message or STOPPING))
        self.intake.stop()
        for job in self.waiting:
            self._leave(job)
        self.waiting = []
        self.limits.stopping()
        if self.stop.now or self.stop.reason == "endpoint":
            self.limits.close()
        if self.stop.now:
            self.attempts.drop()
        self.changed.set()

    # Telling

    def _tell(self, event: Event) -> None:
        """Pass an event on; an output that can't be written stops the run in order."""
        if self.trouble is not None:
            return
        try:
            self.emitter.tell(event)
        except SummarizerError as error:
            self.trouble = error
            self.stop.request("error", str(error))

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            self._tell(self.account.progress(input_ended=self.intake.exhausted))

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(self.worker.lease / 4)
            await self.writer(partial(records.beat, worker=self.worker))

    # The end

    async def _close(self) -> RunSummary:
        exhausted = self.intake.exhausted
        self.emitter.flush()
        summary = RunSummary(self.id, str(self.store.path), input_ended=exhausted)
        reason = self.stop.reason
        if self.account.articles.open or self.account.pages.open:
            why = f"not attempted: {self.stop.message or reason or self.left or 'stopped'}"
            self.account.skip_open(why)
            await self.writer(lambda db: ledger.skip_open(db, self.id, why))
        # A stop that came when all was done has stopped nothing.
        if reason is not None and not (exhausted and not self.account.articles.skipped):
            summary.stopped, summary.message = reason, self.stop.message
        self.account.fill(summary)
        await self.writer(partial(ledger.close_run, summary=summary))
        self._tell(self.account.progress(input_ended=True))
        if self.trouble is not None:
            raise self.trouble
        return summary


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Return the one exception that matters out of a group."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error
