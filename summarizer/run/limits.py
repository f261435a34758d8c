"""The gate before an endpoint: stated rates kept, Retry-After obeyed by all, fewer at once when it is too
much, a pause when it is down.

One `Limits` for each endpoint, shared by all requests to it. It is the `Gate` of `summarizer.model.gate`.
Waiting for the gate doesn't count against an article's time limit; with a gate, give the client
`RetryPolicy(retry_after_cap=0)`, since the waiting is done here, for all requests together.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from summarizer.errors import EndpointError
from summarizer.model.gate import Outcome
from summarizer.run.breaker import Breaker
from summarizer.run.pace import Adaptive, Pace, duration, reset_after
from summarizer.run.types import Notice

LONGEST_WAIT = 3600.0
# A run that was asked to stop waits no longer than this for the endpoint.
LONGEST_WAIT_STOPPING = 10.0
WORTH_TELLING = 2.0


@dataclass(slots=True)
class Flight:
    """One article at work; its clock stands still while it waits for the gate."""

    key: str
    started: float
    clock: asyncio.Timeout | None = None
    _left: float | None = None
    _waits: int = 0

    def hold(self) -> None:
        """Stop the clock."""
        self._waits += 1
        if self._waits == 1 and self.clock is not None and not self.clock.expired():
            when = self.clock.when()
            self._left = None if when is None else when - asyncio.get_running_loop().time()
            self.clock.reschedule(None)

    def go_on(self) -> None:
        """Let the clock run again."""
        self._waits -= 1
        if (
            self._waits == 0
            and self._left is not None
            and self.clock is not None
            and not self.clock.expired()
        ):
            self.clock.reschedule(asyncio.get_running_loop().time() + self._left)


FLIGHT: ContextVar[Flight | None] = ContextVar("flight", default=None)


@contextmanager
def off_the_clock() -> Iterator[None]:
    """Let the block not count against the time of the article at work: waiting for all isn't its fault."""
    flight = FLIGHT.get()
    if flight is not None:
        flight.hold()
    try:
        yield
    finally:
        if flight is not None:
            flight.go_on()


RESERVED: ContextVar[float] = ContextVar("reserved", default=0.0)


class Limits:
    """Lets requests through one by one, as the stated limits, the endpoint's answers and its health allow.

    `requests_per_minute` and `tokens_per_minute` are the endpoint's limits, kept with a margin of 3 %.
    `at_once` bounds the requests in flight; 429 answers lower it for a while. When the endpoint is down,
    all wait while single requests probe it; after `give_up_after` seconds of that (`give_up_unseen` if it
    has never answered) the gate closes.
    """

    def __init__(
        self,
        *,
        requests_per_minute: float | None = None,
        tokens_per_minute: float | None = None,
        at_once: int = 1000,
        give_up_after: float = 600.0,
        give_up_unseen: float = 30.0,
        first_probe: float = 1.0,
    ) -> None:
        self._requests = Pace(requests_per_minute) if requests_per_minute else None
        self._tokens = Pace(tokens_per_minute) if tokens_per_minute else None
        self._adaptive = Adaptive(at_once)
        self._breaker = Breaker(
            give_up_after=give_up_after, give_up_unseen=give_up_unseen, first_probe=first_probe
        )
        self._not_before = 0.0
        self._storm = 0
        self._token_ratio = 1.0
        self._in_flight = 0
        self._line = asyncio.Lock()
        self._changed = asyncio.Event()
        self._closed = self._stopping = False
        self._tell: Callable[[Notice], None] = lambda notice: None
        self._give_up: Callable[[str], object] = lambda message: None

    def attach(self, tell: Callable[[Notice], None], give_up: Callable[[str], object]) -> None:
        """Name who is told of waits, and who is told when the endpoint is given up."""
        self._tell, self._give_up = tell, give_up

    def detach(self) -> None:
        """Forget who was to be told."""
        self._tell, self._give_up = (lambda notice: None), (lambda message: None)

    @property
    def in_flight(self) -> int:
        """Requests sent and not answered."""
        return self._in_flight

    @property
    def closed(self) -> bool:
        """Whether nothing is let through any more."""
        return self._closed

    @property
    def down(self) -> bool:
        """Whether the endpoint counts as down now."""
        return self._breaker.open

    def was_down_since(self, moment: float) -> bool:
        """Tell whether the endpoint was found down after `moment` (of `time.monotonic()`)."""
        return self._breaker.open or self._breaker.last_open >= moment

    def answered_since(self, moment: float) -> bool:
        """Tell whether any request was answered well after `moment`."""
        return self._breaker.last_good >= moment

    def close(self) -> None:
        """Let nothing through any more; what waits gets an EndpointError."""
        self._closed = True
        self._changed.set()

    async def acquire(self, estimated_tokens: int) -> None:
        """Return when one request of about so many tokens may be sent."""
        with off_the_clock():
            async with self._line:
                while (wait := self._must_wait(time.monotonic())) != 0.0:
                    await self._pause(wait)
                self._let_through(time.monotonic(), estimated_tokens)

    def observe(self, outcome: Outcome) -> None:
        """Learn from a request that was let through."""
        now = time.monotonic()
        self._correct_tokens(outcome)
        if outcome.status == 429:
            self._too_many(now, outcome)
        elif outcome.status is None or outcome.status >= 500:
            if outcome.retry_after:
                self._hold_all(now, outcome.retry_after, "the endpoint asks for a pause")
        else:
            self._storm = 0
            self._adaptive.good()
            if (reset := reset_after(outcome.headers)) is not None:
                self._hold_all(now, reset, "the endpoint's rate limit is used up")
        self._judge(now, outcome)
        self.forget()

    def forget(self) -> None:
        """Give back the place of a request, whether or not anybody told its end."""
        self._in_flight -= 1
        self._changed.set()

    def stopping(self) -> None:
        """Let no request wait long any more: a run that stops doesn't sit out an hour's Retry-After."""
        self._stopping = True
        self._changed.set()

    def _must_wait(self, now: float) -> float:
        """Return how many seconds the next request has to wait at least; 0 when it may go."""
        if self._closed:
            raise EndpointError("not sent: the run was stopped")
        if self._in_flight >= self._adaptive.limit:
            return float("inf")
        wait = max(self._not_before - now, self._breaker.wait(now), 0.0)
        for pace in (self._requests, self._tokens):
            if pace is not None:
                wait = max(wait, pace.wait(now))
        if self._stopping and wait > LONGEST_WAIT_STOPPING:
            self.close()
            raise EndpointError("not sent: the run was stopped")
        return wait

    async def _pause(self, seconds: float) -> None:
        self._changed.clear()
        try:
            async with asyncio.timeout(None if seconds == float("inf") else seconds):
                await self._changed.wait()
        except TimeoutError:
            pass

    def _let_through(self, now: float, estimated_tokens: int) -> None:
        self._in_flight += 1
        self._breaker.sent(now)
        if self._requests is not None:
            self._requests.take(1, now)
        if self._tokens is not None:
            tokens = max(1.0, estimated_tokens * self._token_ratio)
            self._tokens.take(tokens, now)
            RESERVED.set(tokens)

    def _correct_tokens(self, outcome: Outcome) -> None:
        """Book what a request really took, and learn how far estimates are off."""
        used, reserved = outcome.input_tokens + outcome.output_tokens, RESERVED.get()
        if self._tokens is not None and used and reserved:
            self._tokens.correct(used - reserved)
            seen = self._token_ratio * used / reserved
            self._token_ratio += (
                0.1 * (seen - self._token_ratio) if self._breaker.seen else seen - self._token_ratio
            )

    def _too_many(self, now: float, outcome: Outcome) -> None:
        if self._adaptive.too_many(now, outcome.seconds, self._in_flight):
            most = self._adaptive.limit
            told = f"rate limit met: at most {most} request{'s' * (most > 1)} at once for now"
            self._tell(Notice("slower", told))
            self._storm += 1
        asked = outcome.retry_after
        if asked is None:
            asked = min(30.0, 0.5 * 2 ** min(self._storm, 6)) * random.uniform(0.5, 1.0)
        self._hold_all(now, asked, "rate limit met")

    def _hold_all(self, now: float, seconds: float, why: str) -> None:
        wait = min(seconds, LONGEST_WAIT)
        until = now + wait
        if until > self._not_before + WORTH_TELLING and wait >= WORTH_TELLING:
            more = f", though it asks for {duration(seconds)}" if seconds > wait else ""
            self._tell(Notice("wait", f"{why}: no request for {duration(wait)}{more}"))
        self._not_before = max(self._not_before, until)

    def _judge(self, now: float, outcome: Outcome) -> None:
        flight = FLIGHT.get()
        verdict = self._breaker.judge(now, outcome.status, flight.key if flight else None)
        if verdict == "opened":
            self._tell(Notice("down", "the endpoint is down: all requests wait, single ones probe it"))
        elif verdict == "closed":
            self._tell(Notice("up", f"the endpoint answers again, after {duration(self._breaker.lasted)}"))
        elif verdict == "given up":
            message = (
                f"the endpoint has been down for {duration(self._breaker.lasted)}; run again when it is back"
            )
            self.close()
            self._give_up(message)
