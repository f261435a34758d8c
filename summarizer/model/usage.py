"""What one question to the model cost, failed attempts included."""

from __future__ import annotations

import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from summarizer.schema import Usage

if TYPE_CHECKING:
    from openai.types import CompletionUsage


@dataclass(slots=True)
class Ledger:
    """Running account of one question, over all its attempts and re-asks."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    started: float = field(default_factory=time.perf_counter)
    # Response headers of the latest attempt, for the gate.
    headers: dict[str, str] = field(default_factory=dict)
    # To be sent in place of the answer model's own.
    schema: dict[str, Any] | None = None

    def add(self, usage: CompletionUsage | None) -> tuple[int, int]:
        """Count one answer; returns its input and output tokens."""
        if usage is None:
            return 0, 0
        # Compatible servers leave out or null what they don't count.
        taken, given = usage.prompt_tokens or 0, usage.completion_tokens or 0
        details = usage.prompt_tokens_details
        self.input_tokens += taken
        self.output_tokens += given
        self.cached_tokens += (details.cached_tokens or 0) if details else 0
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


# instructor stands between the question and its attempts and passes on nothing of ours.
CURRENT: ContextVar[Ledger] = ContextVar("summarizer_ledger")
