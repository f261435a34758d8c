"""The one retry policy: which failures are tried again, after how long."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, wait_exponential_jitter

from summarizer.errors import ModelError


@dataclass(frozen=True, slots=True)
class Wait:
    """A pause before the next attempt, for showing: `seconds` long, after attempt number `attempt` failed."""

    seconds: float
    attempt: int
    reason: str
    asked_by_server: bool


OnWait = Callable[[Wait], None]


class TransientError(Exception):
    """A failure that may pass; carries the error to raise when it doesn't."""

    def __init__(
        self, error: ModelError, *, retry_after: float | None = None, attempts: int | None = None
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.retry_after = retry_after
        self.attempts = attempts  # fewer than the policy's, where trying on seldom helps


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often and how patiently a failed request is tried again; all times in seconds.

    Waits double from `first_wait` up to `longest_wait`, each with jitter; a server's Retry-After counts
    instead, up to `retry_after_cap`.
    """

    attempts: int = 5
    first_wait: float = 0.5
    longest_wait: float = 30.0
    retry_after_cap: float = 120.0

    def seconds(self, state: RetryCallState) -> float:
        """How long to wait after the failed attempt of `state`."""
        failure = _failure(state)
        if failure.retry_after is not None:
            return min(failure.retry_after, self.retry_after_cap)
        first = self.first_wait
        return float(wait_exponential_jitter(multiplier=first, max=self.longest_wait, jitter=first)(state))

    def retrying(
        self, on_wait: OnWait | None = None, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> AsyncRetrying:
        """A tenacity strategy of this policy; `copy()` it for every call."""

        def show(state: RetryCallState) -> None:
            if on_wait is not None and state.next_action is not None:
                failure = _failure(state)
                asked = failure.retry_after is not None
                on_wait(Wait(state.next_action.sleep, state.attempt_number, str(failure), asked))

        def enough(state: RetryCallState) -> bool:
            limit = _failure(state).attempts
            allowed = self.attempts if limit is None else min(limit, self.attempts)
            return state.attempt_number >= allowed

        return AsyncRetrying(
            sleep=sleep,
            stop=enough,
            wait=self.seconds,
            retry=retry_if_exception_type(TransientError),
            before_sleep=show,
            reraise=True,
        )


def _failure(state: RetryCallState) -> TransientError:
    assert state.outcome is not None
    error = state.outcome.exception()
    assert isinstance(error, TransientError)
    return error


def parse_retry_after(value: str | None, now: float | None = None) -> float | None:
    """Seconds to wait by a Retry-After header, in either of its forms; None when it says nothing usable.

    `now` is seconds since the epoch. A date in the past gives 0.
    """
    if not value:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            date = parsedate_to_datetime(value)
            seconds = date.timestamp() - (time.time() if now is None else now)
        except (ValueError, OverflowError):
            return None
        return max(0.0, seconds)
    return seconds if math.isfinite(seconds) and seconds >= 0 else None
