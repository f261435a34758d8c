"""The server: HTTP/1.1 by hand, since broken HTTP is what it is for. One process, one thread, one event
loop.
"""

from __future__ import annotations

import asyncio
import json
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Any, Protocol

from tests.faultlab.answers import answer
from tests.faultlab.faults import Fault, Script, script

REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 429: "Too Many Requests"}


class Extra(Protocol):
    """Other paths than the chat's (the batch API)."""

    def answer(
        self, method: str, path: str, headers: dict[str, str], body: bytes
    ) -> tuple[int, bytes] | None:
        """Return status and body, or None for a path it doesn't know."""


@dataclass(slots=True)
class Seen:
    """One request as the server met it. `at` and `answered` are of time.time(); `answered` 0 when no whole
    answer went out.
    """

    number: int
    at: float
    body: str
    fault: Fault
    answered: float = 0.0


@dataclass(slots=True)
class Window:
    """Limits that the server enforces over any `seconds`: a request beyond them gets 429, and is counted in
    `passed`.
    """

    requests: int | None = None
    tokens: int | None = None
    seconds: float = 60.0
    passed: int = 0
    _times: list[tuple[float, int]] = field(default_factory=list)

    def admits(self, now: float, tokens: int) -> bool:
        """Tell whether the request stays within the limits, and book it if so."""
        self._times = [entry for entry in self._times if entry[0] > now - self.seconds]
        over = self.requests is not None and len(self._times) >= self.requests
        over = over or (self.tokens is not None and sum(t for _, t in self._times) + tokens > self.tokens)
        if over:
            self.passed += 1
            return False
        self._times.append((now, tokens))
        return True


class FaultLab:
    """A server on a loopback port, in a thread of its own; a context manager.

    `latency` is in seconds. `usage` are the tokens that each answer says it took. `log` has every request
    in order.
    """

    def __init__(
        self,
        faults: Script | None = None,
        *,
        latency: float = 0.0,
        window: Window | None = None,
        usage: tuple[int, int] = (100, 20),
        extra: Extra | None = None,
        keep_log: bool = True,
        port: int = 0,
    ) -> None:
        self.faults = faults or script()
        self.latency = latency
        self.window = window
        self.usage = usage
        self.extra = extra
        self.log: list[Seen] = []
        self.count = 0
        self.in_flight = 0
        self.most_in_flight = 0
        self.first = 0.0
        self._keep_log = keep_log
        self.port = port
        self._up = threading.Event()

    @property
    def url(self) -> str:
        """Base URL for a client."""
        return f"http://127.0.0.1:{self.port}/v1"

    def __enter__(self) -> FaultLab:
        threading.Thread(target=lambda: asyncio.run(self.serve()), daemon=True).start()
        assert self._up.wait(10)
        return self

    def __exit__(self, *exception: object) -> None:
        self._loop.call_soon_threadsafe(self._done.set)

    async def serve(self) -> None:
        """Serve until told to stop."""
        self._loop, self._done = asyncio.get_running_loop(), asyncio.Event()
        server = await asyncio.start_server(self._connection, "127.0.0.1", self.port, backlog=1024)
        self.port = server.sockets[0].getsockname()[1]
        self._up.set()
        await self._done.wait()
        server.close()

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._request(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client is gone, or the lab closes
        finally:
            writer.close()

    async def _request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {
            name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)
        }
        body = await _body(reader, headers)
        if self.extra is not None and (given := self.extra.answer(method, path, headers, body)) is not None:
            writer.write(_response(given[0], given[1]))
            await writer.drain()
            return True
        if not path.endswith("/chat/completions"):
            writer.write(_response(404, b'{"error":{"message":"no such path"}}'))
            return True
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            return await self._chat(writer, body.decode("utf-8"))
        finally:
            self.in_flight -= 1

    async def _chat(self, writer: asyncio.StreamWriter, body: str) -> bool:
        now = time.time()
        self.first = self.first or now
        if self.window is not None and not self.window.admits(now, sum(self.usage)):
            fault = Fault("status", status=429, message="rate limit", latency=0.0)
        else:
            fault = self.faults.fault(self.count, body, now - self.first)
        seen = Seen(self.count, now, body, fault)
        self.count += 1
        if self._keep_log:
            self.log.append(seen)
        await asyncio.sleep(self.latency if fault.latency is None else fault.latency)
        going_on = await _act(writer, fault, self._completion(json.loads(body), fault))
        seen.answered = time.time() if fault.kind not in {"cut", "cut-body", "hang"} else 0.0
        self.finished(seen)
        return going_on

    def finished(self, seen: Seen) -> None:
        """Hear of a request that was dealt with; for labs that keep their own log."""

    def _completion(self, body: dict[str, Any], fault: Fault) -> bytes:
        text: str | None = answer(body)
        if fault.kind in {"wrong-json", "prose", "empty", "refusal"}:
            text = {"wrong-json": '{"nothing": "of the kind"}', "prose": "Here you are!", "empty": ""}.get(
                fault.kind
            )
        message: dict[str, Any] = {"role": "assistant", "content": text}
        if fault.kind == "refusal":
            message["refusal"] = "I can't help with that."
        if fault.kind == "length" and text is not None:
            message["content"] = text[: len(text) // 2]
        if body.get("tools") and text is not None:
            call = {"name": body["tools"][0]["function"]["name"], "arguments": message["content"]}
            message |= {
                "content": None,
                "tool_calls": [{"id": "call_1", "type": "function", "function": call}],
            }
        choice = {
            "index": 0,
            "message": message,
            "finish_reason": "length" if fault.kind == "length" else "stop",
        }
        prompt, completion = self.usage
        return json.dumps(
            {
                "id": f"chatcmpl-{self.count}",
                "object": "chat.completion",
                "created": int(time.time()),
                "model": body.get("model", "lab"),
                "choices": [] if fault.kind == "no-choices" else [choice],
                "usage": {
                    "prompt_tokens": prompt,
                    "completion_tokens": completion,
                    "total_tokens": prompt + completion,
                },
            }
        ).encode()


async def _body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    parts: list[bytes] = []
    while size := int((await reader.readline()).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


async def _act(writer: asyncio.StreamWriter, fault: Fault, body: bytes) -> bool:
    """Answer as the fault says; tell whether the connection stays open."""
    if fault.kind in {"cut", "hang"}:
        await asyncio.sleep(fault.seconds)
        return False
    if fault.kind == "status":
        error = {"message": fault.message, "type": "error", "code": fault.code}
        writer.write(_response(fault.status, json.dumps({"error": error}).encode(), fault))
    elif fault.kind == "html":
        writer.write(_response(200, b"<!DOCTYPE html><html><body>Welcome</body></html>", fault, "text/html"))
    elif fault.kind == "truncated":
        writer.write(_response(200, body[: len(body) // 2], fault))
    elif fault.kind == "cut-body":
        writer.write(_response(200, body, fault)[: -len(body) // 2])
        await writer.drain()
        return False
    elif fault.kind == "slow":
        whole = _response(200, body, fault)
        step = max(1, len(whole) // 10)
        for start in range(0, len(whole), step):
            writer.write(whole[start : start + step])
            await writer.drain()
            await asyncio.sleep(fault.seconds / 10)
    else:
        writer.write(_response(200, body, fault))
    await writer.drain()
    return True


def _response(status: int, body: bytes, fault: Fault | None = None, kind: str = "application/json") -> bytes:
    headers = {"Content-Type": kind, "Content-Length": str(len(body)), "x-request-id": "lab"}
    if fault is not None:
        headers |= dict(fault.headers)
        if fault.retry_after is not None:
            when = formatdate(time.time() + fault.retry_after, usegmt=True)
            headers["Retry-After"] = when if fault.retry_as_date else f"{fault.retry_after:g}"
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {REASONS.get(status, 'Error')}\r\n{head}\r\n".encode() + body
