"""A real HTTP server on loopback that answers as scripted, for the tests of the model room."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """One scripted answer; `cut` ends the connection after so many bytes of the body, `drip` is the pause
    after each byte.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    cut: int | None = None
    delay: float = 0.0
    drip: float = 0.0


Script = Callable[[dict[str, Any]], Reply]


def completion(content: Any = '{"city": "无锡"}', *, finish: str = "stop", **message: Any) -> Reply:
    """A chat completion with this content."""
    body = {
        "id": "c-1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
        "usage": {
            "prompt_tokens": 100,
            "completion_tokens": 7,
            "total_tokens": 107,
            "prompt_tokens_details": {"cached_tokens": 60},
        },
    }
    return Reply(body=json.dumps(body, ensure_ascii=False).encode())


def tool_call(arguments: str, name: str = "Place") -> Reply:
    """A chat completion that calls a tool."""
    call = {"id": "t1", "type": "function", "function": {"name": name, "arguments": arguments}}
    return completion(None, finish="tool_calls", tool_calls=[call])


def failure(status: int, message: str = "no", **more: Any) -> Reply:
    """An error in the API's form; keyword `headers` adds headers."""
    headers = {"Content-Type": "application/json", **more.pop("headers", {})}
    return Reply(status, json.dumps({"error": {"message": message, **more}}).encode(), headers)


class ScriptedServer:
    """Answers requests by the script's next reply, the last one again and again; keeps what was asked."""

    def __init__(self, *replies: Reply | Script) -> None:
        self.replies = list(replies)
        self.requests: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.times: list[float] = []
        self.lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = outer.next(body, {name.lower(): value for name, value in self.headers.items()})
                time.sleep(reply.delay)
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                if reply.cut is not None:
                    self.wfile.write(reply.body[: reply.cut])
                    self.wfile.flush()
                    self.close_connection = True
                    self.connection.close()
                    return
                if reply.drip:
                    for byte in reply.body:
                        self.wfile.write(bytes([byte]))
                        time.sleep(reply.drip)
                    return
                self.wfile.write(reply.body)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass  # a client that hung up is part of the tests

        self.server = Server(("127.0.0.1", 0), Handler)
        self.base_url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def next(self, body: dict[str, Any], headers: dict[str, str]) -> Reply:
        with self.lock:
            self.requests.append(body)
            self.headers.append(headers)
            self.times.append(time.monotonic())
            reply = self.replies[min(len(self.requests), len(self.replies)) - 1]
        return reply if isinstance(reply, Reply) else reply(body)


@contextmanager
def scripted(*replies: Reply | Script) -> Iterator[ScriptedServer]:
    """A running server with this script."""
    server = ScriptedServer(*replies)
    thread = threading.Thread(target=server.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.server.shutdown()
        server.server.server_close()
