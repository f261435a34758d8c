"""What can go wrong with one answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal[
    "ok",
    "status",  # an error answer with `status`, `message` and perhaps Retry-After
    "cut",  # the connection is cut before a byte is sent
    "cut-body",  # … or in the middle of the body
    "slow",  # the body comes a few bytes at a time
    "hang",  # no answer for `seconds`
    "truncated",  # a whole response whose JSON ends too early
    "wrong-json",  # an answer that is JSON, but not of the schema
    "prose",  # an answer that is no JSON
    "html",  # 200 with a web page
    "refusal",
    "no-choices",
    "empty",
    "length",  # an answer cut at the token limit
]


@dataclass(frozen=True, slots=True)
class Fault:
    """How one request is answered, after `latency` seconds."""

    kind: Kind = "ok"
    status: int = 500
    message: str = "it broke"
    code: str | None = None
    retry_after: float | None = None
    retry_as_date: bool = False
    seconds: float = 0.0
    latency: float | None = None
    headers: tuple[tuple[str, str], ...] = ()


OK = Fault()


def status(
    code: int, *, retry_after: float | None = None, as_date: bool = False, message: str = "it broke"
) -> Fault:
    """An error answer."""
    return Fault("status", status=code, retry_after=retry_after, retry_as_date=as_date, message=message)


@dataclass(slots=True)
class Script:
    """Which request meets which fault: by its number (from 0), by a word in its body, by rule, else `OK`.

    A word's list of faults is used up one by one, the last for ever if `sticky`.
    """

    by_number: dict[int, Fault]
    by_word: dict[str, list[Fault]]
    every: Fault = OK
    until: float = 0.0  # `every` holds for this many seconds after the first request, 0: always
    sticky: bool = False

    def fault(self, number: int, body: str, since_first: float) -> Fault:
        """Return what the request with this number and body meets."""
        if number in self.by_number:
            return self.by_number[number]
        for word, faults in self.by_word.items():
            if faults and word in body:
                return faults[0] if self.sticky and len(faults) == 1 else faults.pop(0)
        return self.every if not self.until or since_first < self.until else OK


def script(
    by_number: dict[int, Fault] | Iterable[Fault] = (),
    by_word: dict[str, list[Fault]] | None = None,
    **rest: Any,
) -> Script:
    """Return a script; a list of faults is for the first requests, in order."""
    numbered = by_number if isinstance(by_number, dict) else dict(enumerate(by_number))
    return Script(numbered, by_word or {}, **rest)
