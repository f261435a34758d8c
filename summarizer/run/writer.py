"""Group commit: one thread writes the store, all that waits goes into one transaction."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from summarizer.errors import StoreError
from summarizer.run.store import Store, told_plainly

T = TypeVar("T")
Operation = Callable[[sqlite3.Connection], T]
_Item = tuple[Operation[Any], "asyncio.Future[Any]"]
MOST_IN_ONE_COMMIT = 512


class Writer:
    """Runs operations on the store in a thread of its own, in the order given.

    `await writer(op)` returns what `op(connection)` returned, after the transaction that holds it is on the
    disk. A failed transaction fails all of its operations with a StoreError.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._queue: SimpleQueue[_Item | None] = SimpleQueue()
        self._loop = asyncio.get_running_loop()
        self._db = store.connect()
        self._broken: StoreError | None = None
        self._thread = threading.Thread(target=self._write, name="summarizer-store", daemon=True)
        self._thread.start()

    def __call__(self, operation: Operation[T]) -> asyncio.Future[T]:
        """Queue an operation; the future holds its result."""
        if self._broken is not None:
            raise self._broken
        future: asyncio.Future[T] = self._loop.create_future()
        self._queue.put((operation, future))
        return future

    async def close(self) -> None:
        """Write what waits, then close."""
        self._queue.put(None)
        await asyncio.to_thread(self._thread.join)
        self._db.close()

    def _write(self) -> None:
        while (batch := self._next()) is not None:
            try:
                with told_plainly(self._store.path):
                    results = self._commit(batch)
            except StoreError as error:
                self._loop.call_soon_threadsafe(_fail, batch, error)
            except BaseException as error:
                self._broken = StoreError(f"run store {self._store.path}: an operation failed: {error!r}")
                self._loop.call_soon_threadsafe(_fail, batch, self._broken)
                raise
            else:
                self._loop.call_soon_threadsafe(_resolve, batch, results)

    def _next(self) -> list[_Item] | None:
        item = self._queue.get()
        if item is None:
            return None
        batch = [item]
        while len(batch) < MOST_IN_ONE_COMMIT:
            try:
                item = self._queue.get_nowait()
            except Empty:
                break
            if item is None:
                self._queue.put(None)
                break
            batch.append(item)
        return batch

    def _commit(self, batch: list[_Item]) -> list[Any]:
        db = self._db
        db.execute("BEGIN IMMEDIATE")
        try:
            results = [operation(db) for operation, _ in batch]
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        return results


def _resolve(batch: list[_Item], results: list[Any]) -> None:
    for (_, future), result in zip(batch, results, strict=True):
        if not future.done():
            future.set_result(result)


def _fail(batch: list[_Item], error: StoreError) -> None:
    for _, future in batch:
        if not future.done():
            future.set_exception(error)
