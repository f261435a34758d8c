"""The exception tree.

SummarizerError
├── InputError            a page or file can't be read: empty, binary, undecodable, no text layer
├── OutputError           an output can't be written: not writable, disk full
├── ConfigError           options that contradict each other or a missing setting
├── StoreError            a run store that is newer, corrupted or read-only
├── AccountingError       a run's account doesn't add up: discovered is not done + failed + skipped
├── WeightsError          the weights of the local model can't be had: no network, no space, wrong hash
└── ModelError            the endpoint or the model failed for one request
    ├── AuthError         401, 403: the key is missing or refused (final)
    ├── ModelNotFoundError 404: no such model or path (final)
    ├── RequestError      400, 422 and other refusals of the request itself (final)
    ├── ContextLengthError the request is longer than the model's context (final)
    ├── EndpointError     429, 5xx, timeouts, connection errors, after the last attempt
    └── AnswerError       the answer is empty, cut, refused or not of the schema, after the last attempt

Every message is one line that says what was wrong, where, and what to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summarizer.schema import Usage

AnswerProblem = Literal["garbled", "empty", "refused", "cut", "schema"]


class SummarizerError(Exception):
    """Root of all errors that this package raises on purpose."""


class InputError(SummarizerError):
    """A page or file can't be read."""


class OutputError(SummarizerError):
    """An output can't be written."""


class ConfigError(SummarizerError):
    """Options contradict each other, or a setting is missing."""


class StoreError(SummarizerError):
    """The run store can't be used as it is."""


class AccountingError(SummarizerError):
    """A run's account doesn't add up: discovered is not done + failed + skipped."""


class WeightsError(SummarizerError):
    """The weights of the local model can't be had."""


class ModelError(SummarizerError):
    """The endpoint or the model failed for one request.

    `usage` is what the failed attempts cost, None where nothing is known of it.
    """

    usage: Usage | None = None


class AuthError(ModelError):
    """The key is missing or refused."""


class ModelNotFoundError(ModelError):
    """The endpoint knows no such model or path."""


class RequestError(ModelError):
    """The endpoint refused the request itself; `detail` is what it said, without keys."""

    def __init__(self, message: str, detail: str = "") -> None:
        super().__init__(message)
        self.detail = detail


class ContextLengthError(ModelError):
    """The request is longer than the model's context."""


class EndpointError(ModelError):
    """The endpoint stayed unreachable, overloaded or broken after the last attempt."""


class AnswerError(ModelError):
    """The answer stayed empty, cut, refused or off the schema after the last attempt.

    `problem` says which; `text` is what the model did write, untrusted and never part of the message.
    """

    def __init__(self, message: str, problem: AnswerProblem = "garbled", text: str = "") -> None:
        super().__init__(message)
        self.problem = problem
        self.text = text
