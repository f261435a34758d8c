"""What the SDK raises and what a server answers, told in our errors: one line, no key, what to do."""

from __future__ import annotations

import re

import httpx2
import openai
from openai.types.chat import ChatCompletion

from summarizer.errors import (
    AnswerError,
    AuthError,
    ContextLengthError,
    EndpointError,
    ModelError,
    ModelNotFoundError,
    RequestError,
)
from summarizer.model.endpoint import Endpoint
from summarizer.model.retry import TransientError, parse_retry_after

# Statuses that may pass. 501 and 505 say that the server never will.
TRANSIENT_STATUS = frozenset({408, 409, 425, 429, *range(500, 600)} - {501, 505})

# Error codes and phrases by which servers tell that the prompt is too long (OpenAI, llama.cpp, vLLM).
_TOO_LONG = ("context_length_exceeded", "exceed_context_size", "context size", "maximum context length")
# 429 also means that the account is empty, which no waiting cures.
_NO_QUOTA = ("insufficient_quota", "billing_hard_limit", "credit balance")

_SECRET = re.compile(r"sk-[\w*.-]{4,200}|(?i:bearer)\s+\S{4,400}|(?<=//)[^\s/@]{1,200}@")
_MESSAGE_LIMIT = 200
_READ_LIMIT = 2000
# A body that isn't JSON is seldom cured by asking on, but a proxy's page may pass.
_GARBLED_ATTEMPTS = 2


def scrub(text: str, endpoint: Endpoint, limit: int = _MESSAGE_LIMIT) -> str:
    """One line of a server's text, at most `limit` characters, without keys."""
    if len(endpoint.api_key) > 4:
        text = text.replace(endpoint.api_key, "***")
    line = " ".join(_SECRET.sub("***", text[:_READ_LIMIT]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def from_sdk(error: openai.OpenAIError, endpoint: Endpoint) -> ModelError | TransientError:
    """The error to raise for what the SDK raised: TransientError when trying again may help."""
    if isinstance(error, openai.APITimeoutError):
        return TransientError(EndpointError(f"{endpoint.where} did not answer in time; try again later"))
    if isinstance(error, openai.APIConnectionError):
        cause = error.__cause__
        if isinstance(cause, ModelError):  # a transport or a hook of ours refused
            return cause
        if isinstance(cause, httpx2.DecodingError):  # it says gzip, and is none
            return garbled("", endpoint)
        why = scrub(str(cause or "connection error") or type(cause).__name__, endpoint)
        told = f"can't reach {endpoint.where}: {why}; check the address and the network"
        return TransientError(EndpointError(told))
    if isinstance(error, openai.APIStatusError):
        return _from_status(error, endpoint)
    return garbled(str(error), endpoint)


def _from_status(error: openai.APIStatusError, endpoint: Endpoint) -> ModelError | TransientError:
    status, said = error.status_code, _said(error)
    told = scrub(said, endpoint)
    if status in {401, 403}:
        return AuthError(f"{endpoint.where} refused the key (HTTP {status}); check OPENAI_API_KEY")
    if status == 404:
        return ModelNotFoundError(
            f"{endpoint.where} knows no model {endpoint.model!r} or no such path (HTTP 404); "
            "check --model and --base-url"
        )
    if any(mark in said for mark in _TOO_LONG):
        return ContextLengthError(f"the request is longer than the context of {endpoint.model}: {told}")
    if status == 429 and any(mark in said for mark in _NO_QUOTA):
        return AuthError(
            f"{endpoint.where} says that the account's quota is used up (HTTP 429): {told}; "
            "see to its plan and billing, then run again"
        )
    # llama.cpp answers 500 to a schema that it can't compile: the same again would fail the same.
    if status in TRANSIENT_STATUS and not (endpoint.kind == "local" and status == 500):
        wait = parse_retry_after(error.response.headers.get("retry-after"))
        what = "is over its rate limit" if status == 429 else "failed"
        message = f"{endpoint.where} {what} (HTTP {status}): {told or 'no reason given'}; try again later"
        return TransientError(EndpointError(message), retry_after=wait)
    message = f"{endpoint.where} refused the request (HTTP {status}): {told or 'no reason given'}"
    return RequestError(message, scrub(said, endpoint, _READ_LIMIT))


def _said(error: openai.APIStatusError) -> str:
    """The server's own words with its error code and type, or nothing when it sent a page instead."""
    body = error.body
    if isinstance(body, dict):
        inner = body.get("error", body)
        inner = inner if isinstance(inner, dict) else {"message": inner}
        parts = [str(inner.get(key) or "") for key in ("message", "code", "type")]
        return " ".join([parts[0], *(f"[{part}]" for part in parts[1:] if part and not part.isdecimal())])
    text = str(body or "")
    return "" if text.lstrip().startswith("<") else text


def sent_elsewhere(status: int, where: str, endpoint: Endpoint) -> ModelNotFoundError:
    """The error for a redirection that would lose the question: a login page, or http for https."""
    return ModelNotFoundError(
        f"{endpoint.where} sends requests on to {scrub(where, endpoint)} (HTTP {status}); "
        "check --base-url, and whether the network asks for a login"
    )


def too_slow(endpoint: Endpoint, seconds: float) -> TransientError:
    """The error for an answer that began and didn't end."""
    told = f"{endpoint.where} did not end its answer within {seconds:g} s; try again later"
    return TransientError(EndpointError(told))


def garbled(body: str, endpoint: Endpoint) -> TransientError:
    """The error for a body that is no JSON object of the API."""
    html = body.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<"))
    what = "HTML instead of JSON; is the base URL right?" if html else "something that is no complete JSON"
    error = AnswerError(f"{endpoint.where} answered with {what}", "garbled")
    return TransientError(error, attempts=_GARBLED_ATTEMPTS)


def complaint(completion: object, endpoint: Endpoint, max_tokens: int) -> ModelError | TransientError | None:
    """What is wrong with an answer before its text is even read, or None."""
    if not isinstance(completion, ChatCompletion):
        return garbled(completion if isinstance(completion, str) else "", endpoint)
    try:
        return _complaint(completion, endpoint, max_tokens)
    except (AttributeError, TypeError, KeyError, IndexError):
        # The SDK builds its objects of whatever came, unchecked.
        return AnswerError(f"{endpoint.where} answered with JSON of another form than the API's", "garbled")


def _complaint(completion: ChatCompletion, endpoint: Endpoint, max_tokens: int) -> AnswerError | None:
    where = endpoint.where
    if not completion.choices:
        said = (completion.model_extra or {}).get("error") or ""
        told = scrub(str(said.get("message", said) if isinstance(said, dict) else said), endpoint)
        return AnswerError(f"{where} answered without a choice{': ' + told if told else ''}", "empty")
    choice = completion.choices[0]
    message = choice.message
    text = (message.content or "").strip()
    if message.refusal:
        told = scrub(message.refusal, endpoint)
        return AnswerError(f"{endpoint.model} refused to answer: {told}", "refused")
    if choice.finish_reason == "content_filter":
        return AnswerError(f"{where} withheld the answer (content filter)", "refused", text)
    if choice.finish_reason == "length":
        told = f"the answer of {endpoint.model} was cut at the token limit of {max_tokens}"
        return AnswerError(told, "cut", text)
    if not text and not message.tool_calls:
        return AnswerError(f"{endpoint.model} gave an empty answer", "empty")
    return None
