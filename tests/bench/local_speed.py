"""What each setting of the local server is worth: `python -m tests.bench.local_speed [GOLD.jsonl]`.

The requests are those of the pipeline itself: short answers that copy the source, behind a prefix that stays
the same. Each setting gets a new server, one warming request, then every article; prefill and decode are
llama.cpp's own timings, wall seconds those of the articles together. Nothing else may run on the machine: two
inference threads beside one busy process fall from 15 tokens a second to 2.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, get_args

import httpx2

from summarizer.errors import AnswerError, SummarizerError
from summarizer.evaluate.gold import GoldArticle, read_gold
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.local.server import LocalServer, usable_cores
from summarizer.model.local.weights import installed
from summarizer.model.settings import Settings, Strategy
from summarizer.pipeline import summarize_article

GOLD = Path(__file__).parents[2] / "fixtures" / "gold" / "wuxi.jsonl"
_SPECULATION = "COMMON_SPECULATIVE_TYPE_"


@dataclass(frozen=True)
class Setup:
    """One way to run the server; `group` is what it varies."""

    group: str
    name: str
    threads: int = field(default_factory=usable_cores)
    parallel: int = 1
    spins: str = "10000"
    engine: dict[str, Any] = field(default_factory=dict)


def setups() -> list[Setup]:
    """Every setting, each but the first with one thing changed."""
    cores = usable_cores()
    found = [Setup("as shipped", f"{cores} threads, 1 slot, spin count 10000")]
    found += [Setup("threads", f"{n} threads", threads=n) for n in (1, 2, 3, 4) if n != cores]
    found += [Setup("spin", f"spin count {n}", spins=n) for n in ("0", "300000", "30000000000")]
    found += [Setup("slots", f"{n} slots", parallel=n) for n in (2, 4)]
    found += [Setup("batch", f"micro-batch of {n}", engine={"n_ubatch": n}) for n in (64, 128, 256, 1024)]
    found += [
        Setup("speculation", f"n-gram {kind}, {told(extra)}", engine=speculation(kind, extra))
        for kind, extra in (
            ("simple", {"size_n": 12, "size_m": 48}),
            ("simple", {"size_n": 4, "size_m": 8}),
            ("simple", {"size_n": 2, "size_m": 4}),
            ("map_k", {"size_n": 4, "size_m": 8, "min_hits": 1}),
            ("map_k4v", {"size_n": 4, "size_m": 8, "min_hits": 1}),
            ("mod", {"n_match": 6, "n_min": 2, "n_max": 8}),
            ("cache", {}),
        )
    ]
    return found


def speculation(kind: str, extra: dict[str, int]) -> dict[str, Any]:
    """The engine's settings for a kind of look-up drafting."""
    fields = {f"speculative.ngram_{kind}.{name}": value for name, value in extra.items()}
    return {"speculative.types": [f"{_SPECULATION}NGRAM_{kind.upper()}"], **fields}


def engine_info() -> str:
    """Return which instructions of the processor the engine was built for."""
    import xllamacpp  # type: ignore[import-untyped]

    return " ".join(str(xllamacpp.get_system_info()).split())


def told(extra: dict[str, int]) -> str:
    """Return settings in words."""
    return " ".join(f"{name}={value}" for name, value in extra.items()) or "defaults"


class Timed(httpx2.AsyncBaseTransport):
    """Passes requests on and adds up the engine's own timings of the answers."""

    def __init__(self) -> None:
        self.total: Counter[str] = Counter()
        self._inner = httpx2.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The server's answer, its timings counted."""
        response = await self._inner.handle_async_request(request)
        data = await response.aread()
        if response.status_code == 200:
            self.total.update(json.loads(data).get("timings") or {})
            self.total["requests"] += 1
        kept = {"content-type": response.headers.get("content-type", "application/json")}
        return httpx2.Response(response.status_code, headers=kept, content=data, request=request)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


@contextmanager
def spinning(count: str) -> Iterator[None]:
    """Servers that start meanwhile spin so long before their threads sleep."""
    before = os.environ.get("GOMP_SPINCOUNT")
    os.environ["GOMP_SPINCOUNT"] = count
    try:
        yield
    finally:
        if before is None:
            del os.environ["GOMP_SPINCOUNT"]
        else:
            os.environ["GOMP_SPINCOUNT"] = before


def measure(setup: Setup, golds: list[GoldArticle], settings: Settings, path: Path) -> Counter[str]:
    """Return the timings of all articles, `wall` in milliseconds; raises SummarizerError."""
    server = LocalServer(path, threads=setup.threads, parallel=setup.parallel, engine=setup.engine)
    with spinning(setup.spins), server:
        endpoint = Endpoint(server.base_url, server.alias, server.api_key, "local")
        return asyncio.run(_summarize(golds, endpoint, settings, setup.parallel))


async def _summarize(
    golds: list[GoldArticle], endpoint: Endpoint, settings: Settings, at_once: int
) -> Counter[str]:
    timed, free = Timed(), asyncio.Semaphore(at_once)
    async with ModelClient(endpoint, transport=timed) as client:
        with suppress(AnswerError):  # cut after one token, as it should be
            await client.ask_text([{"role": "user", "content": "1"}], max_tokens=1)
        timed.total.clear()

        async def one(gold: GoldArticle) -> None:
            async with free:
                await summarize_article(gold.article(), client, settings)

        started = time.perf_counter()
        await asyncio.gather(*map(one, golds))
        timed.total["wall"] = round(1000 * (time.perf_counter() - started))
    return timed.total


def row(setup: Setup, total: Counter[str] | str) -> str:
    """Return a line of the table."""
    if isinstance(total, str):
        return f"| {setup.group} | {setup.name} | {total} |"
    drafted = total["draft_n"]
    cells = [
        setup.group,
        setup.name,
        f"{total['wall'] / 1000:.1f}",
        f"{total['requests']}",
        f"{total['prompt_n']}",
        f"{total['cache_n']}",
        f"{1000 * total['prompt_n'] / max(total['prompt_ms'], 1):.1f}",
        f"{total['predicted_n']}",
        f"{1000 * total['predicted_n'] / max(total['predicted_ms'], 1):.1f}",
        f"{total['draft_n_accepted']} of {drafted}" if drafted else "",
    ]
    return "| " + " | ".join(cells) + " |"


HEAD = (
    "setting",
    "",
    "wall s",
    "requests",
    "prefilled",
    "cached",
    "prefill /s",
    "decoded",
    "decode /s",
    "drafts taken",
)


def main() -> None:
    """Print the table, a line as soon as it is measured."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("gold", nargs="*", type=Path, default=[GOLD])
    options.add_argument("--only", default="", help="ids of gold articles, separated by commas")
    options.add_argument("--groups", default="", help="only these settings besides the shipped one")
    options.add_argument("--strategy", choices=get_args(Strategy), default="auto")
    options.add_argument("--model", type=Path, help="another GGUF file than the model that ships")
    given = options.parse_args()
    ids, groups = (set(filter(None, text.split(","))) for text in (given.only, given.groups))
    golds = [gold for gold in read_gold(given.gold) if not ids or gold.id in ids]
    path = given.model or installed()
    print(f"{time.strftime('%Y-%m-%d')}; {path.name}; xllamacpp {version('xllamacpp')}")
    print(f"{usable_cores()} cores; {engine_info()}")
    print(f"{len(golds)} articles, strategy {given.strategy}; load {os.getloadavg()[0]:.1f} before\n")
    print("| " + " | ".join(HEAD) + " |\n" + "|---" * len(HEAD) + "|")
    for setup in setups():
        if groups and setup.group not in {"as shipped", *groups}:
            continue
        try:
            total: Counter[str] | str = measure(setup, golds, Settings(strategy=given.strategy), path)
        except SummarizerError as error:
            total = str(error)
        print(row(setup, total), flush=True)


if __name__ == "__main__":
    main()
