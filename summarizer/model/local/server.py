"""llama.cpp on a loopback port, in a child process that can't outlive this one."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import selectors
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self
from urllib.parse import urlsplit

from summarizer.errors import ConfigError, EndpointError, WeightsError

_CHILD = Path(__file__).with_name("_child.py")
_GGUF_MAGIC = b"GGUF"
DEFAULT_CONTEXT = 8192
_MOST_RESTARTS = 3
# How long llama.cpp's threads wait awake for each other. By default it is so long that two threads beside one
# busy process fall from 14 tokens a second to 2.
_SPINS = "10000"


def usable_cores() -> int:
    """Number of cores that this process may run on, at least 1."""
    try:
        return max(1, len(os.sched_getaffinity(0)))
    except AttributeError:  # not on this system
        return os.cpu_count() or 1


class LocalServer:
    """A running llama.cpp server for one GGUF file; use as a context manager or call `start` and `stop`.

    `ctx` is in tokens for each of `parallel` slots; `engine` sets further fields of xllamacpp's CommonParams
    by dotted name, such as `{"n_ubatch": 256}`. The server listens on 127.0.0.1 only and asks for a random
    key. A crash is mended up to three times. It ends with `stop`, with the `with` block, and with this
    process in whatever way that ends.
    Raises WeightsError when the file is no usable GGUF, ConfigError when xllamacpp isn't installed,
    EndpointError when the server doesn't come up.
    """

    def __init__(
        self,
        path: Path | str,
        *,
        threads: int | None = None,
        ctx: int = DEFAULT_CONTEXT,
        parallel: int = 1,
        cache_mib: int = 512,
        startup_timeout: float = 180.0,
        alias: str | None = None,
        engine: Mapping[str, Any] | None = None,
    ) -> None:
        self.path = Path(path)
        self.alias = alias or self.path.stem
        self.threads = threads or usable_cores()
        self.ctx = ctx
        self.parallel = parallel
        self.base_url = ""
        self.api_key = secrets.token_urlsafe(24)
        self._cache_mib = cache_mib
        self._engine = dict(engine or {})
        self._startup_timeout = startup_timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._log: IO[bytes] | None = None
        self._restarts = 0
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"LocalServer({str(self.path)!r}, base_url={self.base_url!r})"

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def pid(self) -> int | None:
        """Process id of the running server, or None."""
        return self._process.pid if self._process else None

    def alive(self) -> bool:
        """True while the server's process runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server and wait until it answers; does nothing when it runs already."""
        with self._lock:
            if self.alive():
                return
            _check_gguf(self.path)
            self._restarts = 0
            self._launch()

    def stop(self) -> None:
        """Stop the server; does nothing when it doesn't run."""
        self._restarts = _MOST_RESTARTS
        starting = self._process
        if starting is not None:
            starting.kill()  # before the lock, which a start holds for as long as it loads
        with self._lock:
            self._kill()

    def _launch(self) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(_CHILD)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={"GOMP_SPINCOUNT": _SPINS, **os.environ},
            start_new_session=True,  # Ctrl-C is for the run, which then stops the server itself
        )
        try:
            self._hand_over_settings()
            self.base_url = self._await_address() + "/v1"
        except BaseException:
            self._kill()
            raise
        threading.Thread(target=self._revive, args=(self._process,), daemon=True).start()

    def _revive(self, process: subprocess.Popen[bytes]) -> None:
        """Start a server that crashed anew, on the same port: requests that are tried again find it there."""
        process.wait()
        with self._lock:
            if self._process is not process or self._restarts >= _MOST_RESTARTS:
                return
            self._kill()
            self._restarts += 1
            with contextlib.suppress(EndpointError, ConfigError, OSError):
                self._launch()

    def _hand_over_settings(self) -> None:
        # Through the pipe and not as arguments, which other users of the machine can list.
        settings = {
            "path": str(self.path.resolve()),
            "alias": self.alias,
            "api_key": self.api_key,
            "port": urlsplit(self.base_url).port or 0,
            "threads": self.threads,
            "ctx": self.ctx,
            "parallel": self.parallel,
            "cache_mib": self._cache_mib,
            "engine": self._engine,
        }
        assert self._process is not None and self._process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # it died at once; _await_address tells why
            self._process.stdin.write(json.dumps(settings).encode() + b"\n")
            self._process.stdin.flush()

    def _await_address(self) -> str:
        assert self._process is not None and self._process.stdout is not None
        line = _read_line(self._process.stdout, self._startup_timeout)
        answer = json.loads(line) if line else {}
        if "address" in answer:
            return str(answer["address"])
        reason = str(answer.get("error") or self._last_log_line() or "it ended without a word")
        if "ModuleNotFoundError" in reason or "ImportError" in reason:
            raise ConfigError(
                f"the local model needs xllamacpp ({reason}); "
                "install it with: pip install 'summarizer[local]', or give --base-url and --model"
            )
        raise EndpointError(f"the local model server did not start with {self.path}: {reason}")

    def _last_log_line(self) -> str:
        if self._log is None:
            return ""
        self._log.seek(0)
        lines = self._log.read()[-4000:].decode("utf-8", "replace").strip().splitlines()
        errors = [line for line in lines if " E " in line or "rror" in line]
        return (errors or lines or [""])[-1].strip()

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    _close_quietly(pipe)
        if self._log is not None:
            self._log.close()
            self._log = None


def _close_quietly(pipe: IO[bytes]) -> None:
    with contextlib.suppress(BrokenPipeError):
        pipe.close()


def _check_gguf(path: Path) -> None:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise WeightsError(f"can't read the model file {path}: {error.strerror or error}") from None
    if magic != _GGUF_MAGIC:
        raise WeightsError(f"{path} is no GGUF model file; give a .gguf file, or run: summarizer models pull")


def _read_line(pipe: IO[bytes], timeout: float) -> bytes:
    """First line of the pipe, or what came before it closed; EndpointError after `timeout` seconds."""
    end = time.monotonic() + timeout
    data = b""
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while b"\n" not in data:
            if time.monotonic() > end:
                raise EndpointError(f"the local model server did not start within {timeout:.0f} s")
            if selector.select(timeout=0.2):
                chunk = os.read(pipe.fileno(), 65536)
                if not chunk:
                    break
                data += chunk
    return data
