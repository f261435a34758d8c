"""Pages in: read, recognised or split, in a thread of its own, no further ahead than the engine can use."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import summarizer
from summarizer.inputs.types import Input, PageText
from summarizer.run.links import Linker, Pieces
from summarizer.run.records import Stored, lookup, page_keys
from summarizer.run.store import Store, told_plainly
from summarizer.run.types import Work
from summarizer.splitter.page import Article

Split = Callable[[str], Sequence[Article]]
MOST_AHEAD = 512  # pages or articles, whichever is more


@dataclass(frozen=True, slots=True)
class Arrival:
    """One input. `articles` is None for a page whose records are all in the store: it isn't split.

    `pieces` has the other pieces of those articles that go on on another page of the file, by their index.
    """

    input: Input
    page_key: str = ""
    keys: list[str] = field(default_factory=list)
    articles: list[Article] | None = None
    stored: dict[str, Stored] = field(default_factory=dict)
    new_page: bool = False
    pieces: dict[int, Pieces] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        """How much room it takes in the queue."""
        return max(1, len(self.keys))


def split_page(text: str) -> Sequence[Article]:
    """Return the articles of a page, with the splitter loaded when it is first needed."""
    from summarizer.splitter import split

    return split(text)


@cache
def splitter_digest() -> str:
    """Return a hash of the code that splits pages: a better splitter never meets an older one's work."""
    package = Path(summarizer.__file__).parent
    digest = hashlib.sha256()
    for room in ("text", "splitter"):
        for path in sorted((package / room).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Intake:
    """Iterates over `pages` in a thread; `await next()` gives what has arrived, None at the end."""

    def __init__(
        self, pages: Iterable[Input], store: Store, work: Work, split: Split, usable: Callable[[Stored], bool]
    ) -> None:
        self._pages = pages
        self._store = store
        self._work = work
        self._split = split
        self._usable = usable
        self._base = hashlib.sha256(f"{splitter_digest()}\n{work.fingerprint}\n".encode())
        self._buffer: deque[Arrival] = deque()
        self._weight = 0
        self._room = threading.Condition()
        self._stopped = False
        self._ended = False
        self._read_all = False
        self._dropped = False
        self._error: BaseException | None = None
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        # A daemon: it may stand in a read of standard input that never returns when the run is over.
        threading.Thread(target=self._read, name="summarizer-intake", daemon=True).start()

    async def next(self) -> list[Arrival] | None:
        """Return the arrivals that wait, at least one; None when the input has ended or the intake was
        stopped.

        Raises what the iteration over the pages raised.
        """
        await self._news.wait()
        with self._room:
            arrivals = list(self._buffer)
            self._buffer.clear()
            self._weight = 0
            if not self._ended:
                self._news.clear()
            self._room.notify()
        if arrivals:
            return arrivals
        if self._error is not None:
            raise self._error
        return None

    def stop(self) -> None:
        """Read no further page; what has arrived but wasn't taken is dropped."""
        with self._room:
            self._stopped = self._ended = True
            # Kept apart from `_read_all`, which the reader may set after this.
            self._dropped = self._dropped or bool(self._buffer)
            self._buffer.clear()
            self._room.notify()
        self._news.set()

    @property
    def exhausted(self) -> bool:
        """Whether the input was read to its end, and all of it taken."""
        return self._read_all and not self._buffer and not self._dropped

    def _read(self) -> None:
        try:
            with told_plainly(self._store.path), closing(self._store.connect(write=False)) as db:
                linker = Linker()
                for arrival in self._arrivals(db):
                    # While a file is held nothing is put, and a stop must be heard all the same.
                    if self._stopped or not all(map(self._put, linker.take(arrival))):
                        return
                if not all(map(self._put, linker.rest())):
                    return
        except BaseException as error:  # noqa: BLE001 - carried to the loop, and raised there by next()
            self._error = error
        else:
            self._read_all = True
        with self._room:
            self._ended = True
        self._wake()

    def _put(self, arrival: Arrival) -> bool:
        with self._room:
            self._room.wait_for(lambda: self._stopped or not self._buffer or self._weight < MOST_AHEAD)
            if self._stopped:
                return False
            first = not self._buffer
            self._buffer.append(arrival)
            self._weight += arrival.weight
        if first:
            self._wake()
        return True

    def _wake(self) -> None:
        with suppress(RuntimeError):  # the run is over and its loop closed
            self._loop.call_soon_threadsafe(self._news.set)

    def _arrivals(self, db: sqlite3.Connection) -> Iterator[Arrival]:
        for item in self._pages:
            yield self._recognise(db, item) if isinstance(item, PageText) else Arrival(item)

    def _recognise(self, db: sqlite3.Connection, page: PageText) -> Arrival:
        digest = self._base.copy()
        digest.update(page.text.encode("utf-8", "surrogatepass"))
        page_key = digest.hexdigest()
        known = page_keys(db, page_key)
        if known is not None:
            stored = lookup(db, known)
            # Only records made from this very text have their places right without the article at hand; of an
            # article printed twice on the page, the record knows one place.
            once = len(set(known)) == len(known)
            if once and all(
                (s := stored.get(key)) and s.page_key == page_key and self._usable(s) for key in known
            ):
                return Arrival(page, page_key, known, None, stored)
        articles = list(self._split(page.text))
        keys = [self._work.key(article) for article in articles]
        return Arrival(page, page_key, keys, articles, lookup(db, keys), new_page=known is None)
