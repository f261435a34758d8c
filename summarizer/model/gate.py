"""Where pacing is plugged into the client."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one HTTP attempt came to.

    `status` is None when no response came (timeout, connection error). `retry_after` is in seconds, as the
    server asked, before any cap. `headers` are those of the response, with lower-case names.
    """

    status: int | None
    retry_after: float | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    input_tokens: int = 0
    output_tokens: int = 0
    seconds: float = 0.0


class Gate(Protocol):
    """Paces the requests of one endpoint; every HTTP attempt, retries too, passes through it."""

    async def acquire(self, estimated_tokens: int) -> None:
        """Return when one request of about so many tokens (prompt and answer) may be sent."""

    def observe(self, outcome: Outcome) -> None:
        """Learn from an attempt that `acquire` let through; called exactly once for each."""
