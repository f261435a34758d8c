"""The local server with a real, tiny model: it answers its owner only, and ends whenever its owner does."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel
from tiny_gguf import write_tiny_gguf

from summarizer.errors import ConfigError, ContextLengthError, EndpointError, RequestError, WeightsError
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint, resolve_endpoint
from summarizer.model.local.server import LocalServer
from summarizer.model.retry import RetryPolicy
from summarizer.model.serving import serving

pytest.importorskip("xllamacpp")
ONCE = RetryPolicy(attempts=1)


class Choice(BaseModel):
    pick: Literal["p", "q"]


@pytest.fixture(scope="module")
def gguf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_gguf(tmp_path_factory.mktemp("gguf") / "tiny.gguf")


@pytest.fixture(scope="module")
def server(gguf: Path) -> Iterator[LocalServer]:
    with LocalServer(gguf, threads=1, ctx=512) as running:
        yield running


def endpoint_of(server: LocalServer) -> Endpoint:
    resolved = resolve_endpoint(str(server.path))
    return replace(resolved, base_url=server.base_url, api_key=server.api_key)


def listening(base_url: str) -> bool:
    parts = urlsplit(base_url)
    with socket.socket() as probe:
        probe.settimeout(2)
        return probe.connect_ex((parts.hostname, parts.port)) == 0


def ends_soon(base_url: str, seconds: float = 8) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not listening(base_url):
            return True
        time.sleep(0.05)
    return False


def test_the_model_is_asked_with_the_very_same_client(gguf: Path, capfd: pytest.CaptureFixture[str]):
    async def run() -> None:
        with serving(resolve_endpoint(str(gguf)), threads=1, ctx=512) as endpoint:
            assert endpoint.model == "tiny" and endpoint.kind == "local"
            async with ModelClient(endpoint, retry=ONCE) as client:
                question = [{"role": "user", "content": "城市" * 30}]
                first = await client.ask(question, Choice, max_tokens=60)
                again = await client.ask(question, Choice, max_tokens=60)
        assert first.value.pick in {"p", "q"} and first.usage.cached_tokens == 0
        assert again.value.pick == first.value.pick
        # The prefix stays in the server: only the last token is read again.
        assert again.usage.cached_tokens >= first.usage.input_tokens - 1 > 180

    asyncio.run(run())
    assert capfd.readouterr() == ("", "")


def test_a_prompt_beyond_the_context_is_refused_and_not_cut(server: LocalServer):
    async def run() -> None:
        async with ModelClient(endpoint_of(server), retry=ONCE) as client:
            await client.ask([{"role": "user", "content": "城市" * 300}], Choice, max_tokens=60)

    with pytest.raises(ContextLengthError, match="longer than the context of tiny"):
        asyncio.run(run())


def test_a_schema_that_cannot_be_compiled_is_refused_at_once(server: LocalServer):
    async def run() -> None:
        question = [{"role": "user", "content": "x"}]
        async with ModelClient(endpoint_of(server)) as client:
            await client.ask(question, Choice, max_tokens=9, schema={"type": "nonsense"})

    with pytest.raises(RequestError):
        asyncio.run(run())


def test_others_on_the_machine_are_not_answered(server: LocalServer):
    request = urllib.request.Request(f"{server.base_url}/models", headers={"Authorization": "Bearer guess"})
    with pytest.raises(urllib.error.HTTPError, match="401"):
        urllib.request.urlopen(request, timeout=5)
    assert urlsplit(server.base_url).hostname == "127.0.0.1"
    assert server.api_key not in repr(server)
    arguments = Path(f"/proc/{server.pid}/cmdline")
    if arguments.exists():
        assert server.api_key.encode() not in arguments.read_bytes()


def test_it_ends_with_its_block_even_when_that_fails(gguf: Path):
    with pytest.raises(KeyError), LocalServer(gguf, threads=1, ctx=512) as server:
        url = server.base_url
        assert listening(url)
        raise KeyError
    assert not listening(url) and not server.alive()


OWNER = """
import sys, time
from summarizer.model.local.server import LocalServer
server = LocalServer(sys.argv[1], threads=1, ctx=512)
server.start()
if sys.argv[2] == "fork":
    import os
    if os.fork() == 0:
        time.sleep(20)
        os._exit(0)
print(server.base_url, flush=True)
if sys.argv[2] == "return":
    sys.exit()
time.sleep(60)
"""


@pytest.mark.parametrize("end", ["return", "SIGINT", "SIGTERM", "SIGKILL", "fork"])
def test_it_ends_with_its_owner_in_whatever_way_that_ends(gguf: Path, end: str):
    command = [sys.executable, "-c", OWNER, str(gguf), end]
    owner = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
    )
    assert owner.stdout is not None
    url = owner.stdout.readline().strip()
    try:
        if end == "fork":  # a forked sibling of the server keeps its pipe open
            owner.kill()
        elif end != "return":
            os.kill(owner.pid, getattr(signal, end))
        owner.wait(10)
        assert ends_soon(url)
    finally:
        if end == "fork":
            os.killpg(owner.pid, signal.SIGKILL)
        owner.stdout.close()


def test_a_crashed_server_comes_back_for_those_who_try_again(gguf: Path):
    async def crash(retry: RetryPolicy) -> None:
        with LocalServer(gguf, threads=1, ctx=512) as server:
            async with ModelClient(endpoint_of(server), retry=retry) as client:
                assert server.pid is not None
                os.kill(server.pid, signal.SIGKILL)
                await client.ask([{"role": "user", "content": "x"}], Choice, max_tokens=60)

    with pytest.raises(EndpointError, match="can't reach"):
        asyncio.run(crash(ONCE))
    asyncio.run(crash(RetryPolicy(attempts=8, first_wait=0.1)))


@pytest.mark.parametrize(
    ("content", "expected", "words"),
    [
        (None, WeightsError, "can't read"),
        (b"PK\x03\x04 no model", WeightsError, "no GGUF"),
        (b"GGUF\x03\0\0\0 torn", EndpointError, "did not start"),
    ],
)
def test_a_file_that_is_no_model_is_told_in_one_line(
    tmp_path: Path, content: bytes | None, expected: type[Exception], words: str
):
    path = tmp_path / "broken.gguf"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(expected, match=words) as caught:
        LocalServer(path, threads=1).start()
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)


def test_without_xllamacpp_the_way_to_get_it_is_told(
    gguf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "xllamacpp.py").write_text("raise ModuleNotFoundError(\"No module named 'xllamacpp'\")\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ConfigError, match=r"pip install 'summarizer\[local\]'"):
        LocalServer(gguf, threads=1).start()
