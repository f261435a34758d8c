"""How an article is asked about, and what must be known of whom is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

EndpointKind = Literal["local", "remote", "recording", "none"]
Strategy = Literal["auto", "steps", "one-call"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How an article is summarised; all of it is part of the content key.

    `strategy` "steps" asks small questions one after another, "one-call" asks once, "auto" takes what suits
    the endpoint. `repair` is the number of extra requests that an article may cost when its checks complain.
    """

    strategy: Strategy = "auto"
    temperature: float = 0.0
    max_tokens: int = 700
    repair: int = 2


class EndpointLike(Protocol):
    """What the content key and the provenance need to know of an endpoint."""

    @property
    def model(self) -> str:
        """Name of the model, as the endpoint calls it."""
        ...

    @property
    def kind(self) -> EndpointKind:
        """Where the answers come from."""
        ...
