"""How near a run comes to the ideal: `python -m tests.bench.throughput [--articles 20000]`.

The fault lab, in a process of its own, answers each request after 200 ms; 64 go at once, so the ideal is
articles / 64 * 0.2 s. Measured in processes of their own: a plain `asyncio.gather` over the SDK, one call
an article; the engine with work that is one such call through our client; the engine with the real
pipeline; and a resume of it all. `--profile` shows where the engine's time goes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.runkit import article_text, pages, paragraphs

LATENCY = 0.2
AT_ONCE = 64


def memory() -> float:
    """Resident memory now, in MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6


async def baseline(url: str, articles: int) -> dict[str, float]:
    """What the SDK alone needs."""
    import openai

    client = openai.AsyncOpenAI(base_url=url, api_key="k", max_retries=0)
    room = asyncio.Semaphore(AT_ONCE)

    async def one(number: int) -> None:
        async with room:
            await client.chat.completions.create(
                model="lab", max_tokens=60, messages=[{"role": "user", "content": article_text(number)}]
            )

    await one(0)
    started, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(one(n) for n in range(articles)))
    return {"seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu, "memory": memory()}


async def engine(url: str, articles: int, store: Path, *, pipeline: bool) -> dict[str, float]:
    """A run; memory after the first thousand articles and at the end."""
    from summarizer.model.client import ModelClient
    from summarizer.model.dialect import Dialect, remember
    from summarizer.model.endpoint import Endpoint
    from summarizer.model.retry import RetryPolicy
    from summarizer.run.engine import run_pages
    from summarizer.run.limits import Limits
    from summarizer.run.store import open_store
    from summarizer.run.types import RecordReady, RunOptions
    from summarizer.run.work import PipelineWork
    from tests.runkit import ClientWork

    endpoint = Endpoint(url, "lab", "k", "remote")
    remember(endpoint, Dialect())
    limits = Limits()
    client = ModelClient(endpoint, gate=limits, retry=RetryPolicy(retry_after_cap=0))
    work = PipelineWork(client) if pipeline else ClientWork(client)
    seen = 0
    early = 0.0

    def count(event: object) -> None:
        nonlocal seen, early
        seen += isinstance(event, RecordReady)
        if seen == 1000 and not early:
            early = memory()

    started, cpu = time.perf_counter(), time.process_time()
    summary = await run_pages(
        pages(articles, per_page=10),
        store=open_store(store),
        work=work,
        limits=limits,
        options=RunOptions(concurrency=AT_ONCE),
        on_event=count,
        split=paragraphs,
    )
    assert summary.articles.done == articles, summary
    return {
        "seconds": time.perf_counter() - started,
        "cpu": time.process_time() - cpu,
        "requests": summary.spent.requests,
        "memory at 1000": early,
        "memory": memory(),
    }


def child(which: str, url: str, articles: int, store: Path, profile: bool) -> None:
    job = (
        baseline(url, articles)
        if which == "sdk"
        else engine(url, articles, store, pipeline=which == "pipeline")
    )
    if profile:
        import cProfile
        import pstats

        with cProfile.Profile() as profiler:
            result = asyncio.run(job)
        pstats.Stats(profiler, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
    else:
        result = asyncio.run(job)
    print(json.dumps(result))


def measure(which: str, url: str, options: argparse.Namespace, store: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.throughput", "--child", which, "--url", url]
    command += ["--articles", str(options.articles), "--store", str(store)] + ["--profile"] * options.profile
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--only", nargs="*", default=["sdk", "engine", "engine again"])
    parser.add_argument("--child")
    parser.add_argument("--url")
    parser.add_argument("--store", type=Path)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.url, options.articles, options.store, options.profile)
        return
    ideal = options.articles / AT_ONCE * LATENCY
    print(f"{options.articles} articles, {LATENCY * 1000:.0f} ms, {AT_ONCE} at once: ideal {ideal:.1f} s")
    command = [sys.executable, "-m", "tests.faultlab", "-", "--latency", str(LATENCY)]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as lab,
    ):
        assert lab.stdout is not None
        url = f"http://127.0.0.1:{int(lab.stdout.readline())}/v1"
        for which in options.only:
            name = which.removesuffix(" again")
            result = measure(name, url, options, Path(folder) / f"{name}.db")
            ratio = f"{result['seconds'] / ideal:.3f} x ideal" if "again" not in which else "resumed"
            each = result["cpu"] / options.articles * 1000
            print(
                f"{which:14} {result['seconds']:7.1f} s  {ratio}  {each:.2f} ms of CPU an article  "
                f"{json.dumps(result)}"
            )
        lab.kill()


if __name__ == "__main__":
    main()
