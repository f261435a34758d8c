"""How an endpoint wants to be spoken to, found by its own answers and remembered for the process."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from summarizer.errors import AnswerError, ModelError, RequestError
from summarizer.model.endpoint import Endpoint

Mode = Literal["json_schema", "tools", "plain"]
# From the strictest to the most widely understood.
_NEXT: dict[Mode, Mode] = {"json_schema": "tools", "tools": "plain"}

# Words of refusals that are about the form of the answer asked for, and not about the question itself.
_ABOUT_THE_FORM = ("response_format", "json_schema", "schema", "grammar", "structured", "tool", "function")


@dataclass(frozen=True, slots=True)
class Dialect:
    """One way to ask: how the answer's schema is given, and which parameters are understood."""

    mode: Mode = "json_schema"
    tokens_name: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    temperature: bool = True

    def parameters(self, max_tokens: int, temperature: float) -> dict[str, Any]:
        """The sampling parameters of a request."""
        given: dict[str, Any] = {self.tokens_name: max_tokens}
        if self.temperature:
            given["temperature"] = temperature
        return given

    def after(self, error: ModelError) -> Dialect | None:
        """The next way to try after `error`, or None when it says nothing against this one."""
        if isinstance(error, AnswerError):
            return self._simpler() if error.problem in {"schema", "empty"} else None
        if not isinstance(error, RequestError):
            return None
        said = error.detail.lower()
        if self.tokens_name == "max_tokens" and "max_completion_tokens" in said:
            return replace(self, tokens_name="max_completion_tokens")
        if self.temperature and "temperature" in said:
            return replace(self, temperature=False)
        return self._simpler() if any(mark in said for mark in _ABOUT_THE_FORM) else None

    def _simpler(self) -> Dialect | None:
        mode = _NEXT.get(self.mode)
        return replace(self, mode=mode) if mode else None


_known: dict[tuple[str, str], Dialect] = {}


def remembered(endpoint: Endpoint) -> Dialect | None:
    """The dialect that worked before in this process; the local server's is known."""
    if endpoint.kind != "remote":
        return Dialect()
    return _known.get((endpoint.base_url, endpoint.model))


def remember(endpoint: Endpoint, dialect: Dialect) -> None:
    """Keep what worked."""
    _known[endpoint.base_url, endpoint.model] = dialect


def forget() -> None:
    """Forget all dialects (for tests)."""
    _known.clear()
