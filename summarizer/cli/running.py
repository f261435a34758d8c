"""What `summarizer run` does with its options: inputs, engine, outputs, account."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from summarizer.errors import ConfigError, InputError

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.cli.outputs import Format, RecordsFile
    from summarizer.cli.view import View
    from summarizer.inputs.types import Input
    from summarizer.model.endpoint import Endpoint
    from summarizer.pipeline import Settings
    from summarizer.run.stop import Stop
    from summarizer.run.types import RecordReady, RunOptions, RunSummary
    from summarizer.splitter.page import Page


_OF_MANY_PAGES = frozenset({".pdf", ".jsonl", ".ndjson"})


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line said; the names are those of the options."""

    paths: tuple[str, ...]
    files_from: str | None
    output: str | None
    form: Format | None
    model: str | None
    base_url: str | None
    strict: bool
    evidence: bool
    quiet: bool
    dry_run: bool
    repair: int | None
    strategy: Literal["auto", "steps", "one-call"] | None
    max_cost: float | None
    max_tokens: int | None
    force: bool
    append: bool
    concurrency: int | None
    requests_per_minute: float | None
    tokens_per_minute: float | None
    timeout: float | None
    ordered: bool
    retry_failed: bool
    summary: str | None
    route: Literal["live", "batch"]
    engine: Literal["local", "ray"]
    wait: bool


def execute(options: Options, endpoint: Endpoint) -> int:
    """Run to the end and return the exit code. Raises SummarizerError, BrokenPipeError."""
    if options.dry_run:
        from summarizer.cli.estimate import dry_run

        return dry_run(read(options), endpoint, settings_of(options))
    return asyncio.run(_run(options, endpoint))


def settings_of(options: Options) -> Settings:
    """Return the pipeline's settings, its own defaults where nothing was said."""
    from summarizer.pipeline import Settings

    said = {"strategy": options.strategy, "repair": options.repair}
    return Settings(**{name: value for name, value in said.items() if value is not None})  # type: ignore[arg-type]


async def _run(options: Options, endpoint: Endpoint) -> int:
    from summarizer.cli.console import Console
    from summarizer.cli.outputs import ReaderGoneError
    from summarizer.cli.view import View, account
    from summarizer.run.stop import Stop, ctrl_c

    console = Console(quiet=options.quiet)
    sinks, file = _sinks(options, console)
    view, stop = View(console, sinks, strict=options.strict), Stop()
    engine = _on_ray if options.engine == "ray" else _batch if options.route == "batch" else _live
    try:
        with ctrl_c(stop):
            summary = await engine(options, endpoint, stop, view, console)
    except ReaderGoneError:
        raise BrokenPipeError from None
    finally:
        console.progress("", ended=True)
        if file is not None:
            file.close()
    lines = account(summary)
    if view.contradicted:
        lines.append(f"{view.contradicted} records have contradicted numbers")
    for line in lines:
        console.note(line)
    if options.summary:
        _write_summary(Path(options.summary), summary)
    return 3 if summary.exit_code == 0 and view.contradicted else summary.exit_code


async def _live(options: Options, endpoint: Endpoint, stop: Stop, view: View, console: Console) -> RunSummary:
    """Ask the endpoint article by article."""
    from summarizer.cli.work import LazyWork
    from summarizer.run.engine import run_pages
    from summarizer.run.limits import Limits
    from summarizer.run.store import open_store

    limits = Limits(
        requests_per_minute=options.requests_per_minute, tokens_per_minute=options.tokens_per_minute
    )
    how, store = _how(options, endpoint), open_store()
    async with LazyWork(endpoint, settings_of(options), limits, stop, console) as work:
        told = _Told(read(options), console)
        return await run_pages(
            told.pages(),
            store=store,
            work=work,
            options=how,
            limits=limits,
            stop=stop,
            on_event=view,
            split=told.split,
        )


async def _batch(
    options: Options, endpoint: Endpoint, stop: Stop, view: View, console: Console
) -> RunSummary:
    """Send requests through the endpoint's Batch API, wait for them unless told not to."""
    from summarizer.model.client import ModelClient
    from summarizer.model.retry import RetryPolicy
    from summarizer.run.batch.api import BatchApi
    from summarizer.run.batch.route import BatchOptions, batch_transport, run_batch
    from summarizer.run.batch.transport import BatchWork
    from summarizer.run.store import open_store
    from summarizer.run.work import PipelineWork

    store, settings = open_store(), settings_of(options)
    batch = BatchOptions(
        wait=options.wait, settings=json.dumps(asdict(settings)), retry_failed=options.retry_failed
    )
    client = ModelClient(endpoint, transport=batch_transport(store), retry=RetryPolicy(attempts=1))
    async with client, BatchApi(endpoint) as api:
        work = BatchWork(PipelineWork(client, settings))
        pages, how = _noted(read(options), console), _how(options, endpoint)
        return await run_batch(
            pages, store=store, work=work, api=api, options=how, batch=batch, stop=stop, on_event=view
        )


async def _on_ray(
    options: Options, endpoint: Endpoint, stop: Stop, view: View, console: Console
) -> RunSummary:
    """Let a Ray cluster ask the endpoint."""
    from summarizer.cli.work import LazyWork
    from summarizer.run.limits import Limits
    from summarizer.run.ray_engine import Cluster, run_on_ray
    from summarizer.run.store import open_store

    if find_spec("ray") is None:
        raise ConfigError("--engine ray needs one more package: pip install 'summarizer[ray]'")
    cluster = Cluster(
        concurrency=options.concurrency or 32,
        requests_per_minute=options.requests_per_minute,
        tokens_per_minute=options.tokens_per_minute,
        retry_failed=options.retry_failed,
    )
    store, settings = open_store(), settings_of(options)
    return await run_on_ray(
        _noted(read(options), console),
        store=store,
        endpoint=endpoint,
        work=LazyWork(endpoint, settings, Limits(), stop, console),
        settings=settings,
        cluster=cluster,
        options=_how(options, endpoint),
        stop=stop,
        on_event=view,
    )


def _how(options: Options, endpoint: Endpoint) -> RunOptions:
    from summarizer.cli.prices import need_price, price_of
    from summarizer.run.types import RunOptions

    return RunOptions(
        concurrency=options.concurrency or (1 if endpoint.kind == "local" else 8),
        # What people read comes in the order of the page.
        ordered=options.ordered or (reports(options) and options.form != "json"),
        retry_failed=options.retry_failed,
        article_timeout=options.timeout,
        max_tokens=options.max_tokens,
        max_cost=options.max_cost,
        price=price_of(endpoint) if options.max_cost is None else need_price(endpoint),
        total_pages=_expected(options),
        command=" ".join(["run", *options.paths])[:1000],
    )


def _sinks(
    options: Options, console: Console
) -> tuple[list[Callable[[RecordReady], None]], RecordsFile | None]:
    from summarizer.cli.outputs import RecordsFile, Report

    sinks: list[Callable[[RecordReady], None]] = []
    file = None
    if options.output is not None:
        _not_an_input(Path(options.output), options.paths)
        file = RecordsFile(Path(options.output), append=options.append, force=options.force, console=console)
        sinks.append(file.take)
    if options.summary is not None:
        _writable(Path(options.summary))
    if reports(options):
        sinks.append(Report(console, options.form or "text", evidence=options.evidence).take)
    return sinks, file


def _not_an_input(output: Path, paths: Iterable[str]) -> None:
    for path in paths:
        try:
            same = output.samefile(path)
        except (OSError, ValueError):
            continue
        if same:
            raise ConfigError(f"{output} is one of the inputs: name another output")


def reports(options: Options) -> bool:
    """Return whether records are printed: always, but where a quiet run writes them to a file."""
    return options.form is not None or options.output is None or not options.quiet


def read(options: Options) -> Iterator[Input]:
    """Yield the inputs that the options name."""
    from summarizer.cli.console import stdin_bytes
    from summarizer.inputs import read_pages

    return read_pages(_paths(options), stdin_bytes())


def _paths(options: Options) -> Iterable[str]:
    yield from options.paths
    if options.files_from is not None:
        try:
            with click.open_file(options.files_from, encoding="utf-8", errors="surrogateescape") as file:
                for line in file:
                    if path := line.rstrip("\r\n"):
                        yield path
        except OSError as error:
            raise InputError(f"{options.files_from}: can't be read: {error.strerror or error}") from error


def _expected(options: Options) -> int | None:
    """Return how many pages there will be, for the estimates of time; None where only reading tells."""
    from summarizer.inputs.find import Finder

    if options.files_from is not None or "-" in options.paths:
        return None
    count = 0
    for found in Finder().find(options.paths):
        if isinstance(found, Path) and found.suffix.lower() in _OF_MANY_PAGES:
            return None
        count += 1
    return count


def _noted(pages: Iterator[Input], console: Console) -> Iterator[Input]:
    """Pass inputs on and say what is to be said of them."""
    from summarizer.inputs import PageText

    for item in pages:
        if isinstance(item, PageText):
            for note in item.notes:
                console.note(f"{item.source}: {note}")
        yield item


class _Told:
    """Passes inputs on and splits them, and says what is to be said of each: a page is split right after it is read."""

    def __init__(self, pages: Iterator[Input], console: Console) -> None:
        self._pages = pages
        self._console = console
        self._at = ""

    def pages(self) -> Iterator[Input]:
        from summarizer.cli.split import where

        for item in _noted(self._pages, self._console):
            self._at = where(item)
            yield item

    def split(self, text: str) -> Page:
        """Return the articles of the page read last."""
        from summarizer.cli.split import INTERLEAVED
        from summarizer.splitter import split

        page = split(text)
        if page.interleaved:
            self._console.warn(f"{self._at}: {INTERLEAVED}")
        return page


def _writable(path: Path) -> None:
    """Find out before the run whether a file can be written at its end. Raises OutputError."""
    from summarizer.report.files import replaced

    if not path.exists():
        with replaced(path):
            pass


def _write_summary(path: Path, summary: RunSummary) -> None:
    from summarizer.report.files import replaced

    with replaced(path) as file:
        json.dump(summary.as_dict(), file, ensure_ascii=False, indent=2)
        file.write("\n")
