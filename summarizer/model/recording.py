"""True answers of a model, kept in files and played back without it.

One file holds the exchanges of a page (or whatever `cassette` names). A request is found again by a hash of
what decides its answer: model, messages, schema, parameters; neither address nor key is ever stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import httpx2

from summarizer.errors import RequestError
from summarizer.model.cassette import (
    RECORD_COMMAND,
    TRANSIENT_FIELDS,
    Exchange,
    dump,
    load,
    request_key,
    route,
)
from summarizer.model.endpoint import SHIPPED_MODEL, Endpoint

# What differs between two same answers.
_VOLATILE_ANSWER_FIELDS = frozenset({"id", "created", "timings", "system_fingerprint"})

_cassette: ContextVar[str] = ContextVar("summarizer_cassette", default="exchanges")


@contextmanager
def cassette(name: str) -> Iterator[None]:
    """Exchanges recorded meanwhile, in this task and its children, go to the file of this name."""
    token = _cassette.set(name)
    try:
        yield
    finally:
        _cassette.reset(token)


def replay_endpoint(model: str = SHIPPED_MODEL) -> Endpoint:
    """The endpoint for a ReplayTransport: an address that leads nowhere."""
    return Endpoint("http://recording.invalid/v1", model, "recording", "recording")


class ReplayTransport(httpx2.AsyncBaseTransport):
    """Answers from the recordings of a folder; a request without one fails with the command that records it.

    `missing` holds the keys that were asked for in vain, `unused()` the recordings that nothing asked for.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.missing: list[str] = []
        self._used: set[str] = set()
        self._files = {file.stem: load(file) for file in sorted(self.folder.glob("*.json"))}
        self._answers = {key: kept for file in self._files.values() for key, kept in file.items()}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The recorded answer; RequestError when there is none."""
        path, body = await _read(request)
        key = request_key(route(path), body)
        kept = self._answers.get(key)
        if kept is None:
            self.missing.append(key)
            raise RequestError(
                f"no recording of this request to {body.get('model')!r} in {self.folder} "
                f"(prompt, schema or text has changed); record anew with: {RECORD_COMMAND} PAGE... --into DIR, "
                f"or summarizer eval GOLD.jsonl --record DIR"
            )
        self._used.add(key)
        return _response(request, kept.answer)

    def unused(self) -> list[str]:
        """Recordings that no request asked for, as `file: key`."""
        every = [(name, key) for name, file in self._files.items() for key in file]
        return [f"{name}: {key}" for name, key in every if key not in self._used]


class RecordingTransport(httpx2.AsyncBaseTransport):
    """Passes requests on to `inner` and keeps the answers; what is recorded already is not asked again.

    Each new answer is on disk before it is returned. `prune` removes, from the files written or read for the
    cassettes of this session, what nothing asked for: the stale recordings.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.asked = 0
        self.kept = 0
        self._inner = inner
        self._files: dict[str, dict[str, Exchange]] = {}
        self._used: dict[str, set[str]] = {}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The kept answer, or that of the inner transport."""
        name = _cassette.get()
        path, body = await _read(request)
        key = request_key(route(path), body)
        file = self._file(name)
        if key not in file:
            self.asked += 1
            response = await self._inner.handle_async_request(request)
            data = await response.aread()
            answer = _answer(data) if response.status_code == 200 else None
            if answer is None:
                return _copy(request, response, data)
            file[key] = Exchange(key, route(path), _kept_request(body), answer)
            self._used[name].add(key)
            self._save(name)
        else:
            self.kept += 1
        self._used[name].add(key)
        return _response(request, file[key].answer)

    def prune(self) -> int:
        """Remove the recordings of this session's cassettes that nothing asked for; returns how many."""
        removed = 0
        for name, used in self._used.items():
            stale = [key for key in self._files[name] if key not in used]
            for key in stale:
                del self._files[name][key]
            removed += len(stale)
            if stale:
                self._save(name)
        return removed

    async def aclose(self) -> None:
        """Close the inner transport."""
        await self._inner.aclose()

    def _file(self, name: str) -> dict[str, Exchange]:
        if name not in self._files:
            path = self._path(name)
            self._files[name] = load(path) if path.exists() else {}
            self._used[name] = set()
        return self._files[name]

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.json"

    def _save(self, name: str) -> None:
        path, exchanges = self._path(name), self._files[name]
        if not exchanges:
            path.unlink(missing_ok=True)
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.write_text(dump(list(exchanges.values())), "utf-8")
        fresh.replace(path)


async def _read(request: httpx2.Request) -> tuple[str, dict[str, Any]]:
    data = await request.aread()
    body = json.loads(data) if data else {}
    return request.url.path, body if isinstance(body, dict) else {"body": body}


def _kept_request(body: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in TRANSIENT_FIELDS}


def _answer(data: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(data)
    except ValueError:
        return None
    if not isinstance(answer, dict):
        return None
    return {name: value for name, value in answer.items() if name not in _VOLATILE_ANSWER_FIELDS}


def _response(request: httpx2.Request, answer: dict[str, Any]) -> httpx2.Response:
    return httpx2.Response(200, json={"id": "recording", "created": 0, **answer}, request=request)


def _copy(request: httpx2.Request, response: httpx2.Response, data: bytes) -> httpx2.Response:
    names = [name for name in ("content-type", "retry-after") if name in response.headers]
    kept = {name: response.headers[name] for name in names}
    return httpx2.Response(response.status_code, headers=kept, content=data, request=request)
