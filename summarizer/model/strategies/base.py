"""What strategies share: the client they ask, and the draft they hand back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel

from summarizer.schema import ArticleSummary, Finding, Usage

if TYPE_CHECKING:
    from summarizer.model.client import Answer
    from summarizer.pipeline import Endpoint

T = TypeVar("T", bound=BaseModel)
Message = dict[str, str]


class Client(Protocol):
    """An endpoint that answers in the shape of a Pydantic model; `summarizer.model.client` has the real one."""

    @property
    def endpoint(self) -> Endpoint:
        """Model name and kind of the endpoint."""
        ...

    async def ask(
        self,
        messages: Sequence[Message],
        answer: type[T],
        *,
        max_tokens: int,
        temperature: float = 0.0,
        extra: dict[str, Any] | None = None,
    ) -> Answer[T]:
        """Return the answer and what it cost; raises ModelError with its usage."""
        ...


@dataclass(frozen=True, slots=True)
class Draft:
    """A summary before its checks, what is worth saying about how it came, and what it cost so far."""

    summary: ArticleSummary
    findings: list[Finding]
    usage: Usage
    strategy: str
