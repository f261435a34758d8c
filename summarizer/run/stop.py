"""The two ways to stop a run: let what is in flight come to its end, or drop it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from summarizer.run.types import StopReason


class Stop:
    """Asked once, a run finishes what is in flight; asked twice, it drops that too. What is done is kept."""

    def __init__(self) -> None:
        self.reason: StopReason | None = None
        self.message: str | None = None
        self.now = False
        self._listeners: list[Callable[[], None]] = []

    def request(self, reason: StopReason = "interrupted", message: str | None = None) -> None:
        """Stop; the second request of a user stops at once."""
        if self.reason is None:
            self.reason, self.message = reason, message
        elif reason == "interrupted":
            self.now = True
        else:
            return  # it stops already, and has said why
        for listener in self._listeners:
            listener()

    def on_request(self, listener: Callable[[], None]) -> None:
        """Call `listener` at every request."""
        self._listeners.append(listener)


@contextmanager
def ctrl_c(stop: Stop) -> Iterator[Stop]:
    """Let Ctrl-C and SIGTERM ask `stop` while the block runs in an event loop; the third is Python's own."""
    loop = asyncio.get_running_loop()
    caught: list[signal.Signals] = []

    def ask(number: signal.Signals) -> None:
        if stop.now:
            loop.remove_signal_handler(number)
        stop.request()

    for number in (signal.SIGINT, signal.SIGTERM):
        # Windows and threads other than the main one have no such handlers: KeyboardInterrupt does its work
        # there.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, ask, number)
            caught.append(number)
    try:
        yield stop
    finally:
        for number in caught:
            loop.remove_signal_handler(number)
