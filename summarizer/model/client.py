"""The client: one question to a model, one checked answer, with openai, instructor and one retry policy."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

import instructor
import openai
from instructor.core.exceptions import InstructorRetryException
from openai import RequestOptions
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from summarizer.errors import AnswerError, ConfigError, ModelError
from summarizer.model import dialect as dialects
from summarizer.model.connections import Connections
from summarizer.model.endpoint import Endpoint
from summarizer.model.failures import complaint, from_sdk, garbled, too_slow
from summarizer.model.gate import Gate, Outcome
from summarizer.model.retry import OnWait, RetryPolicy, TransientError, parse_retry_after
from summarizer.model.usage import CURRENT, Ledger
from summarizer.schema import Usage

if TYPE_CHECKING:
    import httpx2

Message = Mapping[str, str]
T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)

# A local model on a busy machine may take minutes for a long prompt.
_TIMEOUT = {"local": 900.0, "remote": 300.0, "recording": 10.0}
_MODES: dict[dialects.Mode, instructor.Mode] = {
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
    "plain": instructor.Mode.MD_JSON,
}

# The key alone: by default the SDK would send an administrator's key too.
_BEARER: RequestOptions = {"security": {"bearer_auth": True}}

# instructor reports every failure on its own logger, which without any set-up prints to stderr.
logging.getLogger("instructor").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What the model answered and what it cost, failed attempts included."""

    value: T
    usage: Usage


class ModelClient:
    """Asks one endpoint; an async context manager, to be made once and used by many tasks of one event loop.

    `retry` is the only policy of retries; `on_wait` is told each pause before it begins. `timeout` is in
    seconds for one HTTP attempt, to the last byte of its answer. `gate` paces every attempt. `reasks` bounds
    how often a model is shown its own answer with the schema errors and asked again. `transport` replaces
    the network.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        transport: httpx2.AsyncBaseTransport | None = None,
        retry: RetryPolicy | None = None,
        timeout: float | None = None,
        on_wait: OnWait | None = None,
        gate: Gate | None = None,
        reasks: int = 1,
    ) -> None:
        if not endpoint.base_url:
            raise ConfigError(f"the server of the local model {endpoint.model} is not started")
        self.endpoint = endpoint
        self._retrying = (retry or RetryPolicy()).retrying(on_wait)
        self._gate = gate
        self._reasks = reasks
        self._scout: asyncio.Event | None = None
        self._timeout = timeout or _TIMEOUT[endpoint.kind]
        self._connections = Connections(endpoint, transport, self._timeout)
        self._asking: dict[dialects.Mode, Callable[..., Awaitable[Any]]] = {
            mode: cast(Any, instructor.patch(create=self._create, mode=_MODES[mode])) for mode in _MODES
        }

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections."""
        await self._connections.aclose()

    async def ask(
        self,
        messages: Sequence[Message],
        answer: type[M],
        *,
        max_tokens: int,
        temperature: float = 0.0,
        schema: Mapping[str, Any] | None = None,
        reasks: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Answer[M]:
        """An instance of `answer` (of a subclass, to be exact) and what it cost.

        `schema` is sent to the endpoint in place of the model's own JSON Schema: a narrower one, such as with
        the enums of one article. `extra` are fields of llama.cpp, sent to the local server only.
        Raises AnswerError when no usable answer came, and the other errors of ModelError, with `usage`.
        """
        prepared = _prepared(answer)
        rest = self._body(extra)

        async def once(dialect: dialects.Dialect) -> M:
            body = {
                "model": self.endpoint.model,
                "messages": _sendable(messages),
                **dialect.parameters(max_tokens, temperature),
                **rest,
            }
            if dialect.mode == "json_schema" and (value := await self._first_answer(prepared, body)):
                return cast(M, value)
            bound = self._reasks if reasks is None else reasks
            asking = self._asking[dialect.mode]
            return cast(M, await asking(response_model=prepared, max_retries=bound, strict=False, **body))

        return await self._answer(once, schema or _own_schema(answer))

    async def ask_text(
        self,
        messages: Sequence[Message],
        *,
        max_tokens: int,
        temperature: float = 0.0,
        extra: Mapping[str, Any] | None = None,
    ) -> Answer[str]:
        """The answer's text as it came, for questions that need no schema."""
        rest = self._body(extra)

        async def once(dialect: dialects.Dialect) -> str:
            completion = await self._create(
                model=self.endpoint.model,
                messages=_sendable(messages),
                **dialect.parameters(max_tokens, temperature),
                **rest,
            )
            return completion.choices[0].message.content or ""

        return await self._answer(once, None)

    async def _first_answer(self, prepared: type[BaseModel], body: dict[str, Any]) -> BaseModel | None:
        """What instructor would return where the first answer is good, at a fraction of its CPU time.

        None for an answer that isn't of the schema; instructor then gets it as that to its own first request.
        """
        form = {"name": prepared.__name__, "schema": prepared.model_json_schema()}
        completion = await self._create(**body, response_format={"type": "json_schema", "json_schema": form})
        try:
            return prepared.model_validate_json(completion.choices[0].message.content or "", strict=False)
        except (ValueError, RecursionError):
            CURRENT.get().unread = completion
            return None

    def _body(self, extra: Mapping[str, Any] | None) -> dict[str, Any]:
        return dict(extra) if extra and self.endpoint.kind != "remote" else {}

    async def _answer(
        self, once: Callable[[dialects.Dialect], Any], schema: Mapping[str, Any] | None
    ) -> Answer[Any]:
        ledger = Ledger(schema=dict(schema) if schema else None)
        token = CURRENT.set(ledger)
        try:
            known = dialects.remembered(self.endpoint)
            if known:
                value = await self._unwrapped(once, known)
            elif schema:
                value = await self._find_out(once)
            else:  # a plain text tells nothing of schemas
                value = await self._try_dialects(once, keep=False)
        except ModelError as error:
            error.usage = ledger.usage()
            raise
        finally:
            CURRENT.reset(token)
        return Answer(value, ledger.usage())

    async def _find_out(self, once: Callable[[dialects.Dialect], Any]) -> Any:  # noqa: ANN401
        """Ask in the first dialect that the endpoint understands; other calls wait for what it learns."""
        if self._scout is None:
            self._scout = asyncio.Event()
            try:
                return await self._try_dialects(once)
            finally:
                self._scout.set()
        await self._scout.wait()
        known = dialects.remembered(self.endpoint)
        return await (self._unwrapped(once, known) if known else self._try_dialects(once))

    async def _try_dialects(self, once: Callable[[dialects.Dialect], Any], *, keep: bool = True) -> Any:  # noqa: ANN401
        dialect: dialects.Dialect | None = dialects.Dialect()
        first: ModelError | None = None
        while dialect is not None:
            try:
                value = await self._unwrapped(once, dialect)
            except ModelError as error:
                first = first or error
                dialect = dialect.after(error)
            else:
                if keep:
                    dialects.remember(self.endpoint, dialect)
                return value
        assert first is not None
        raise first

    async def _unwrapped(self, once: Callable[[dialects.Dialect], Any], dialect: dialects.Dialect) -> Any:  # noqa: ANN401
        """The value, or our own error taken out of instructor's wrapping."""
        try:
            return await once(dialect)
        except InstructorRetryException as wrapped:
            cause = wrapped.__cause__
            if isinstance(cause, ModelError):
                raise cause from None
            raise _off_schema(cause, wrapped, self.endpoint.model) from None

    async def _create(self, **kwargs: Any) -> ChatCompletion:  # noqa: ANN401
        """What instructor calls: the SDK's call under the retry policy. Raises only ModelError."""
        ledger = CURRENT.get()
        if ledger.unread is not None:
            completion, ledger.unread = ledger.unread, None
            return completion
        if "tools" in kwargs and ledger.schema is not None:
            # instructor keeps the first schema that it saw of a model
            tool = kwargs["tools"][0]
            kwargs["tools"] = [{**tool, "function": {**tool["function"], "parameters": ledger.schema}}]
        try:
            return await self._attempt(ledger, kwargs)
        except TransientError as failure:
            first = [failure]

        async def again() -> ChatCompletion:
            if first:  # the attempt made already, since few calls need tenacity, which isn't cheap
                raise first.pop()
            return await self._attempt(ledger, kwargs)

        try:
            # A copy, because tenacity keeps the state of a call in the object.
            return await self._retrying.copy()(again)
        except TransientError as failure:
            raise failure.error from None

    async def _attempt(self, ledger: Ledger, kwargs: dict[str, Any]) -> ChatCompletion:
        if self._gate is not None:
            await self._gate.acquire(_estimated_tokens(kwargs))
        ledger.requests += 1
        ledger.headers = {}
        started = time.perf_counter()
        status: int | None = None
        counted = (0, 0)
        try:
            # The SDK's time limit begins anew with each byte that comes.
            async with asyncio.timeout(self._timeout):
                # Not chat.completions.create: it walks the whole request by its types, at twice the CPU time.
                with self._connections.one() as sdk:
                    completion = await sdk.post(
                        "/chat/completions", body=kwargs, cast_to=ChatCompletion, options=_BEARER
                    )
            status = 200
            counted = ledger.add(completion)
        except TimeoutError:
            raise too_slow(self.endpoint, self._timeout) from None
        except openai.APIStatusError as error:
            told = from_sdk(error, self.endpoint)
            # The gate learns nothing of rates and health from what no waiting cures, such as an empty account.
            status = error.status_code if isinstance(told, TransientError) else 400
            raise told from None
        except openai.OpenAIError as error:
            raise from_sdk(error, self.endpoint) from None
        except (ValueError, RecursionError):  # the body is no JSON, or no UTF-8
            status = 200
            raise garbled("", self.endpoint) from None
        finally:
            if self._gate is not None:
                wait = parse_retry_after(ledger.headers.get("retry-after"))
                elapsed = time.perf_counter() - started
                self._gate.observe(Outcome(status, wait, ledger.headers, *counted, elapsed))
        problem = complaint(completion, self.endpoint, _token_limit(kwargs))
        if problem is not None:
            raise problem
        return completion


@lru_cache(maxsize=256)
def _own_schema(answer_model: type[BaseModel]) -> dict[str, Any]:
    return answer_model.model_json_schema()


@lru_cache(maxsize=256)
def _prepared(answer_model: type[BaseModel]) -> type[BaseModel]:
    """The model as instructor wants it, made once: it would build class and schema anew for every call."""
    prepared = instructor.response_schema(answer_model)
    own = _own_schema(answer_model)

    def model_json_schema(cls: type[BaseModel], *args: Any, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401
        ledger = CURRENT.get(None)
        asked = own if ledger is None or ledger.schema is None else ledger.schema
        return {"title": cls.__name__, **asked}  # a copy, since instructor writes into it

    prepared.model_json_schema = classmethod(model_json_schema)  # type: ignore[method-assign,assignment]
    return prepared


def _off_schema(cause: BaseException | None, wrapped: InstructorRetryException, model: str) -> AnswerError:
    what = "is not of the schema"
    if isinstance(cause, ValidationError):
        first = cause.errors(include_url=False, include_input=False, include_context=False)[0]
        place = " ".join(".".join(str(part) for part in first["loc"]).split())[:60]
        what = f"is not of the schema ({place + ': ' if place else ''}{' '.join(first['msg'].split())[:120]})"
    elif isinstance(cause, json.JSONDecodeError):
        what = "is no JSON"
    text = ""
    completion = wrapped.last_completion
    if isinstance(completion, ChatCompletion) and completion.choices:
        text = completion.choices[0].message.content or ""
    tries = f" after {wrapped.n_attempts} tries" if wrapped.n_attempts > 1 else ""
    return AnswerError(f"the answer of {model} {what}{tries}", "schema", text)


def _sendable(messages: Sequence[Message]) -> list[dict[str, str]]:
    """Copies of the messages; half characters, which no request can carry, become U+FFFD."""
    return [{name: _whole(text) for name, text in message.items()} for message in messages]


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _estimated_tokens(kwargs: Mapping[str, Any]) -> int:
    """Prompt and answer in tokens, roughly: a Chinese character and four English ones are about one each."""
    sent = sum(len(str(message.get("content") or "").encode()) for message in kwargs["messages"]) // 3
    return sent + _token_limit(kwargs)


def _token_limit(kwargs: Mapping[str, Any]) -> int:
    return int(kwargs.get("max_tokens") or kwargs.get("max_completion_tokens") or 0)
