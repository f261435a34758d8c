"""Stated limits, kept and used: `python -m tests.bench.limits [--seconds 90]`.

The fault lab enforces a limit over any window, counts what goes beyond it, and asks for pauses with both
forms of Retry-After. Reported: requests beyond the limit (0), requests before a pause had ended (0), and
the throughput as a share of what the limit allows.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from summarizer.model.gate import Outcome
from summarizer.run.limits import Limits
from summarizer.run.store import open_store
from tests.faultlab.faults import status
from tests.faultlab.server import FaultLab, Window
from tests.runkit import go_with_client, pages

USAGE = (100, 20)


def measure(
    name: str, articles: int, window: Window, limits: Limits, latency: float, a_second: float
) -> dict[str, object]:
    with (
        tempfile.TemporaryDirectory() as folder,
        FaultLab(window=window, latency=latency, usage=USAGE) as lab,
    ):
        run = go_with_client(
            pages(articles), lab.url, open_store(Path(folder) / "runs.db"), limits=limits, concurrency=64
        )
        first, last = lab.log[0].at, lab.log[-1].at
    assert run.summary.articles.done == articles, run.summary
    share = (articles - 1) / (last - first) / a_second
    return {
        "limit": name,
        "seconds": round(last - first, 1),
        "beyond the limit": window.passed,
        "share used": round(share, 3),
    }


class Watched(Limits):
    """Limits that note when requests were let through, and when a pause began."""

    def __init__(self) -> None:
        super().__init__()
        self.let_through: list[float] = []
        self.pauses: list[tuple[float, float]] = []

    async def acquire(self, estimated_tokens: int) -> None:
        await super().acquire(estimated_tokens)
        self.let_through.append(time.monotonic())

    def observe(self, outcome: Outcome) -> None:
        if outcome.status == 429 and outcome.retry_after:
            self.pauses.append((time.monotonic(), outcome.retry_after))
        super().observe(outcome)


def retry_after() -> dict[str, object]:
    """Every hundredth request asks for a pause of 2 s, in turn as seconds and as a date.

    Counted from the moment when the client has read the answer: what left before could not know.
    """
    faults = {n: status(429, retry_after=2, as_date=bool(n // 100 % 2)) for n in range(50, 600, 100)}
    limits = Watched()
    with tempfile.TemporaryDirectory() as folder, FaultLab(latency=0.05) as lab:
        lab.faults.by_number.update(faults)
        store = open_store(Path(folder) / "runs.db")
        run = go_with_client(pages(400), lab.url, store, concurrency=16, limits=limits)
    assert run.summary.articles.done == 400
    early = sum(begin < at < begin + pause for begin, pause in limits.pauses for at in limits.let_through)
    return {"limit": "Retry-After", "pauses": len(limits.pauses), "requests too early": early}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=90.0)
    parser.add_argument("--rate", type=int, default=20, help="requests a second that the limit allows")
    options = parser.parse_args()
    seconds = options.seconds
    started = time.time()
    print(json.dumps(retry_after()), flush=True)
    rate = options.rate
    for window in (60.0, 10.0):
        name = f"{rate * 60} requests a minute, enforced over {window:.0f} s"
        limit, allowed = (
            Window(requests=int(rate * window), seconds=window),
            Limits(requests_per_minute=rate * 60),
        )
        print(json.dumps(measure(name, int(rate * seconds), limit, allowed, 0.2, rate)), flush=True)
    tokens = rate * sum(USAGE)
    limit = Window(tokens=tokens * 60, seconds=60.0)
    name, allowed = (
        f"{tokens * 60} tokens a minute, enforced over 60 s",
        Limits(tokens_per_minute=tokens * 60),
    )
    print(json.dumps(measure(name, int(rate * seconds), limit, allowed, 0.2, rate)), flush=True)
    print(f"{time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
