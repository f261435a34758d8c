"""How far a fetch has come, for showing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` bytes; `rate` is in bytes a second since this fetch began."""

    stage: Literal["fetch", "verify"]
    done: int
    total: int
    rate: float = 0.0


OnProgress = Callable[[Progress], None]
Say = Callable[[str], None]


def folder_bytes(folder: Path) -> int:
    """Bytes in all files below a folder, those that vanish meanwhile left out."""
    total = 0
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                total += path.stat().st_size
        except OSError:
            continue
    return total


@contextmanager
def watching(measure: Callable[[], int], total: int, on_progress: OnProgress | None) -> Iterator[None]:
    """Report twice a second what `measure` says, while other code fetches."""
    if on_progress is None:
        yield
        return
    before, started, over = measure(), time.monotonic(), threading.Event()
    most = before

    def report() -> None:
        nonlocal most  # a part counts twice while it is copied out of its wrapping
        done = most = max(most, min(measure(), total))
        rate = max(0, done - before) / max(0.001, time.monotonic() - started)
        on_progress(Progress("fetch", done, total, rate))

    def run() -> None:
        while not over.wait(0.5):
            report()

    thread = threading.Thread(target=run, daemon=True)
    report()
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        report()
