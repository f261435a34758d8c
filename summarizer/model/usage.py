"""What one question to the model cost, failed attempts included."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarizer.schema import Usage

if TYPE_CHECKING:
    from openai.types.chat import ChatCompletion


@dataclass(slots=True)
class Ledger:
    """Running account of one question, over all its attempts and re-asks."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    started: float = field(default_factory=time.perf_counter)
    # Response headers of the latest attempt, for the gate.
    headers: Mapping[str, str] = field(default_factory=dict)
    # An answer that came and couldn't be read, for instructor to ask again about.
    unread: ChatCompletion | None = None
    # To be sent in place of the answer model's own.
    schema: dict[str, Any] | None = None

    def add(self, completion: object) -> tuple[int, int]:
        """Count one answer; returns its input and output tokens."""
        # The SDK checks nothing, and compatible servers leave out, null or misspell what they don't count.
        usage = getattr(completion, "usage", None)
        taken, given = _count(usage, "prompt_tokens"), _count(usage, "completion_tokens")
        self.input_tokens += taken
        self.output_tokens += given
        self.cached_tokens += _count(getattr(usage, "prompt_tokens_details", None), "cached_tokens")
        return taken, given

    def usage(self) -> Usage:
        """The account so far; `seconds` is wall time since the question was asked, waits included."""
        return Usage(
            input_tokens=self.input_tokens,
            output_tokens=self.output_tokens,
            cached_tokens=self.cached_tokens,
            requests=self.requests,
            seconds=round(time.perf_counter() - self.started, 3),
        )


def _count(part: object, name: str) -> int:
    value = getattr(part, name, None)
    return value if isinstance(value, int) and value > 0 else 0


# instructor stands between the question and its attempts and passes on nothing of ours.
CURRENT: ContextVar[Ledger] = ContextVar("summarizer_ledger")
