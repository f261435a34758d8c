"""The circuit breaker: when an endpoint is down, and when it is given up."""

from __future__ import annotations

import math
from typing import Literal

FAILURES = 5
STORM = 40
LONGEST_PROBE = 60.0

Verdict = Literal["opened", "closed", "given up"] | None


class Breaker:
    """Opens after some failures in a row of at least two articles, so that one poisonous article doesn't
    stop a run.

    While open, one request at a time probes the endpoint, after ever longer pauses. Times are of a
    monotonic clock.
    """

    def __init__(self, *, give_up_after: float, give_up_unseen: float, first_probe: float) -> None:
        self._give_up_after = give_up_after
        self._give_up_unseen = give_up_unseen
        self._first_probe = first_probe
        self._pause = first_probe
        self._next_probe = 0.0
        self._probing = False
        self._failures = 0
        self._refusals = 0
        self._who: set[str | None] = set()
        self._opened = 0.0
        self.open = False
        self.last_open = -math.inf
        self.last_good = -math.inf
        self.lasted = 0.0

    @property
    def seen(self) -> bool:
        """Whether the endpoint has ever answered."""
        return self.last_good > -math.inf

    def wait(self, now: float) -> float:
        """Return the seconds until a request may go; infinity while a probe is under way."""
        if not self.open:
            return 0.0
        return math.inf if self._probing else max(0.0, self._next_probe - now)

    def sent(self, now: float) -> None:
        """Learn that a request goes."""
        del now
        self._probing = self.open

    def judge(self, now: float, status: int | None, who: str | None) -> Verdict:
        """Learn from an answer (`status` None: there was none) to a request of article `who`."""
        if status == 429:
            self._refusals += 1
        elif status is None or status >= 500:
            self._failures += 1
            self._who.add(who)
        else:
            return self._good(now)
        if self.open:
            return self._still_down(now)
        if (self._failures >= FAILURES and len(self._who) > 1) or self._refusals >= STORM:
            self.open, self._opened, self.last_open = True, now, now
            self._pause = self._first_probe
            self._next_probe = now + self._pause
            return "opened"
        return None

    def _good(self, now: float) -> Verdict:
        self._failures = self._refusals = 0
        self._who.clear()
        self.last_good = now
        if not self.open:
            return None
        self.open, self._probing, self.lasted = False, False, now - self._opened
        return "closed"

    def _still_down(self, now: float) -> Verdict:
        self.last_open = now
        self.lasted = now - self._opened
        if self._probing:
            self._probing = False
            self._pause = min(self._pause * 2, LONGEST_PROBE)
            self._next_probe = now + self._pause
        limit = self._give_up_after if self.seen else self._give_up_unseen
        return "given up" if self.lasted >= limit else None
