"""Rates and numbers at once: what a stated limit and the endpoint's 429 answers allow."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

MARGIN = 0.97
"""Share of a stated limit that is used: the rest covers the network's jitter, so that no window of the
server overflows.
"""
CATCH_UP = 0.25
"""Seconds of lateness of our own that may be made up for: with the margin, no window of 8.3 s or more
overflows.
"""


class Pace:
    """An even pace of `per_minute` requests or tokens: each one taken moves the time of the next."""

    def __init__(self, per_minute: float) -> None:
        self._each = 60.0 / (per_minute * MARGIN)
        self._next = 0.0
        self._begun = False

    def wait(self, now: float) -> float:
        """Return the seconds until the next may go."""
        return max(0.0, self._next - now)

    def take(self, amount: float, now: float) -> None:
        """Book an amount that goes now."""
        earliest = now - CATCH_UP if self._begun else now
        self._next = max(self._next, earliest) + amount * self._each
        self._begun = True

    def correct(self, amount: float) -> None:
        """Book what was taken beyond, or with a negative amount short of, what was booked before."""
        self._next += amount * self._each


class Adaptive:
    """How many requests may be in flight: a third less than there were when those were too many, one more for
    each round of good ones.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._limit = float(most)
        self._highest = 0
        self._last_cut = -math.inf

    @property
    def limit(self) -> int:
        """Requests that may be in flight."""
        return max(1, int(self._limit))

    def too_many(self, now: float, seconds: float, in_flight: int) -> bool:
        """Learn of a 429 answer to one of `in_flight` requests, sent `seconds` ago; tell whether it lowered the
        limit.

        Answers to requests sent before the last cut say nothing new.
        """
        if now - seconds <= self._last_cut:
            return False
        self._limit = max(1.0, min(self._limit, in_flight) * 2 / 3)
        self._last_cut = now
        return True

    def good(self) -> None:
        """Learn of an answer that came."""
        self._limit = min(self._most, self._limit + 1 / max(1.0, self._limit))


_PART = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(ms|s|m|h)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}


def reset_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds until a used-up limit is refilled by one, from `x-ratelimit-*` headers; None while
    some is left.
    """
    waits = [
        _duration(headers.get(f"x-ratelimit-reset-{kind}", ""))
        for kind in ("requests", "tokens")
        if headers.get(f"x-ratelimit-remaining-{kind}") == "0"
    ]
    return max(waits) if waits else None


def _duration(text: str) -> float:
    """Read a duration such as 6m0s, 20ms or 1.5 (seconds); 0 for anything else."""
    try:
        return max(0.0, float(text)) if math.isfinite(float(text)) else 0.0
    except ValueError:
        return sum(float(number) * _SECONDS[unit] for number, unit in _PART.findall(text[:40]))


def duration(seconds: float) -> str:
    """Return a time span as people say it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    hours = seconds / 3600
    return f"{hours:.1f} h" if hours < 48 else f"{hours / 24:,.0f} days"
