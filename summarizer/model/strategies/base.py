"""What strategies share: the client they ask, the account they keep, and the draft they hand back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from pydantic import BaseModel

from summarizer.errors import ModelError
from summarizer.extract.material import Material
from summarizer.schema import ArticleSummary, Finding, Usage

if TYPE_CHECKING:
    from summarizer.model.client import Answer
    from summarizer.model.settings import EndpointLike

M = TypeVar("M", bound=BaseModel)


class Client(Protocol):
    """What answers in the shape of a Pydantic model; `summarizer.model.client` has the real one."""

    @property
    def endpoint(self) -> EndpointLike:
        """Model name and kind of the endpoint."""
        ...

    async def ask(
        self,
        messages: Sequence[Mapping[str, str]],
        answer: type[M],
        *,
        max_tokens: int,
        temperature: float = 0.0,
        schema: Mapping[str, Any] | None = None,
        reasks: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Answer[M]:
        """Return the answer and what it cost; raises ModelError with its usage."""
        ...


@dataclass(slots=True)
class Asking:
    """Asks on behalf of one article and keeps its account, failed attempts included."""

    client: Client
    temperature: float = 0.0
    usage: Usage = field(default_factory=Usage)

    async def ask(
        self,
        messages: Sequence[Mapping[str, str]],
        answer: type[M],
        *,
        schema: Mapping[str, Any],
        max_tokens: int,
    ) -> M:
        """Return the answer; a ModelError that goes through carries the article's whole usage."""
        try:
            given = await self.client.ask(
                messages,
                answer,
                schema=schema,
                max_tokens=max_tokens,
                temperature=self.temperature,
                extra={"cache_prompt": True},
            )
        except ModelError as error:
            self.spend(error.usage)
            error.usage = self.usage
            raise
        self.spend(given.usage)
        return given.value

    def spend(self, usage: Usage | None) -> None:
        """Add to the account."""
        if usage is not None:
            self.usage = add_usage(self.usage, usage)


def add_usage(one: Usage, other: Usage) -> Usage:
    """Return the sum of two accounts."""
    return Usage(
        input_tokens=one.input_tokens + other.input_tokens,
        output_tokens=one.output_tokens + other.output_tokens,
        cached_tokens=one.cached_tokens + other.cached_tokens,
        requests=one.requests + other.requests,
        seconds=round(one.seconds + other.seconds, 3),
    )


@dataclass(frozen=True, slots=True)
class Draft:
    """A summary before its checks, what is worth saying about how it came, and the account it is on."""

    summary: ArticleSummary
    findings: list[Finding]
    material: Material
    asking: Asking
    strategy: str
