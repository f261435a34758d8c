"""One gate for the requests of all processes of a Ray cluster."""

from __future__ import annotations

import time
from contextvars import ContextVar
from typing import Any

from summarizer.errors import EndpointError
from summarizer.model.gate import Outcome
from summarizer.run.limits import FLIGHT, RESERVED, Flight, Limits, off_the_clock

LEASE = 900.0
_NUMBER: ContextVar[int] = ContextVar("number", default=0)


class SharedGate:
    """The actor that holds the cluster's `Limits`. A dead worker's request gives its place back later."""

    def __init__(self, requests_per_minute: float | None, tokens_per_minute: float | None) -> None:
        self._limits = Limits(requests_per_minute=requests_per_minute, tokens_per_minute=tokens_per_minute)
        self._sent: dict[int, tuple[float, float]] = {}
        self._number = 0

    async def acquire(self, estimated_tokens: int, key: str) -> int | None:
        """Return a number for a request that may be sent now; None when the endpoint was given up."""
        self._sweep(time.monotonic())
        FLIGHT.set(Flight(key, time.monotonic()))
        RESERVED.set(0.0)
        try:
            await self._limits.acquire(estimated_tokens)
        except EndpointError:
            return None
        self._number += 1
        self._sent[self._number] = (time.monotonic(), RESERVED.get())
        return self._number

    async def observe(self, number: int, outcome: Outcome, key: str) -> bool:
        """Learn what a request came to; tell whether the endpoint counts as down now."""
        if (entry := self._sent.pop(number, None)) is not None:
            FLIGHT.set(Flight(key, entry[0]))
            RESERVED.set(entry[1])
            self._limits.observe(outcome)
        return self._limits.down

    def _sweep(self, now: float) -> None:
        for number in [n for n, (sent, _) in self._sent.items() if now - sent > LEASE]:
            self._limits.forget()
            del self._sent[number]


class ClusterLimits(Limits):
    """The gate of one worker: its own, and behind it that of the cluster, an actor handle."""

    def __init__(self, shared: Any) -> None:  # noqa: ANN401 - a handle of an actor
        super().__init__()
        self._shared = shared

    async def acquire(self, estimated_tokens: int) -> None:
        """Return when the cluster lets one request through."""
        await super().acquire(estimated_tokens)
        flight = FLIGHT.get()
        with off_the_clock():
            number = await self._shared.acquire.remote(estimated_tokens, flight.key if flight else "")
        if number is None:
            super().observe(Outcome(None))
            self.close()
            raise EndpointError("not sent: the endpoint is down")
        _NUMBER.set(number)

    def observe(self, outcome: Outcome) -> None:
        """Learn from a request, and let the cluster learn."""
        super().observe(outcome)
        flight = FLIGHT.get()
        self._shared.observe.remote(_NUMBER.get(), outcome, flight.key if flight else "")
