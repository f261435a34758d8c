"""`summarizer run`: pages in, checked records out."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.cli.outputs import Format, RecordsFile
    from summarizer.inputs.types import Input
    from summarizer.model.endpoint import Endpoint
    from summarizer.pipeline import Settings
    from summarizer.run.types import RunSummary


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


def _input_options(command: Any) -> Any:  # noqa: ANN401 - click's decorators
    for option in (
        click.option(
            "--files-from", metavar="FILE", help="Read more paths from FILE, one a line (- is stdin)."
        ),
        click.argument("paths", nargs=-1, metavar="PATH..."),
    ):
        command = option(command)
    return command


def _output_options(command: Any) -> Any:  # noqa: ANN401
    for option in reversed(
        (
            click.option(
                "-o", "--output", metavar="FILE", help="Write the records to FILE, one JSON object a line."
            ),
            click.option(
                "--format",
                "form",
                type=click.Choice(["text", "json", "markdown"]),
                help="What goes to stdout.  [default: text; nothing with -o and --quiet]",
            ),
            click.option(
                "--evidence", is_flag=True, help="Show the words of the article that each statement rests on."
            ),
            click.option("--append", is_flag=True, help="Add to an existing FILE what isn't in it."),
            click.option("--force", is_flag=True, help="Replace an existing FILE."),
            click.option("--ordered", is_flag=True, help="Write records in the order of the input."),
            click.option("--summary", metavar="FILE", help="Write the account of the run to FILE as JSON."),
            click.option("--strict", is_flag=True, help="Exit with 3 when the checks contradict a number."),
            click.option(
                "-q", "--quiet", is_flag=True, help="No progress and no notes on stderr, only failures."
            ),
        )
    ):
        command = option(command)
    return command


def _model_options(command: Any) -> Any:  # noqa: ANN401
    for option in reversed(
        (
            click.option(
                "--model", metavar="NAME", help="Model of the endpoint, or a GGUF file to run here."
            ),
            click.option(
                "--base-url", metavar="URL", help="An OpenAI-compatible endpoint (or OPENAI_BASE_URL)."
            ),
            click.option(
                "--strategy",
                type=click.Choice(["auto", "steps", "one-call"]),
                help="How the model is asked.  [default: auto]",
            ),
            click.option(
                "--repair",
                type=click.IntRange(0),
                metavar="N",
                help="Requests an article may cost when its checks complain.",
            ),
            click.option("--dry-run", is_flag=True, help="Print articles, tokens and cost; call no model."),
            click.option(
                "--max-cost",
                type=click.FloatRange(0),
                metavar="DOLLARS",
                help="Stop when the run has cost this.",
            ),
            click.option(
                "--max-tokens",
                type=click.IntRange(1),
                metavar="N",
                help="Stop when the run has used so many tokens.",
            ),
            click.option(
                "--concurrency",
                type=click.IntRange(1, 1000),
                metavar="N",
                help="Articles at once.  [default: 8; 1 here]",
            ),
            click.option(
                "--requests-per-minute",
                type=click.FloatRange(0, min_open=True),
                metavar="N",
                help="Limit of the endpoint.",
            ),
            click.option(
                "--tokens-per-minute",
                type=click.FloatRange(0, min_open=True),
                metavar="N",
                help="Limit of the endpoint.",
            ),
            click.option(
                "--timeout",
                type=click.FloatRange(0, min_open=True),
                metavar="SECONDS",
                help="Longest work on one article.",
            ),
            click.option(
                "--retry-failed", is_flag=True, help="Try articles again that failed in an earlier run."
            ),
        )
    ):
        command = option(command)
    return command


@click.command()
@_input_options
@_output_options
@_model_options
def run(**given: Any) -> int:  # noqa: ANN401 - see Options
    """Summarise every article of the pages at PATH and check each number against its source.

    PATH is a file (text in any usual encoding, HTML, PDF, JSONL of {"id", "text"}), a directory (read
    recursively), a pattern, or - for standard input. A form feed in a text begins a new page.

    Every answer is kept in the run store (`summarizer runs path`): the same article costs no second call, and
    a run that was stopped goes on where it was when it is started again.

    \b
    Exit codes:
      0    every article is done
      1    none is done
      2    wrong usage
      3    some pages or articles failed; with --strict also: numbers are contradicted
      130  interrupted; what was done is kept
    """
    options = Options(**given)
    if not options.paths and options.files_from is None:
        raise click.UsageError("give a PATH (a file, a directory, a pattern, or - for standard input)")
    if options.force and options.append:
        raise click.UsageError("--force replaces and --append adds: give one of them")
    from summarizer.model.endpoint import resolve_endpoint

    endpoint = resolve_endpoint(options.model, options.base_url)
    if options.dry_run:
        from summarizer.cli.estimate import dry_run

        return dry_run(_read(options), endpoint, settings_of(options))
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

    console = Console(quiet=options.quiet)
    sinks, file = _sinks(options, console)
    view = View(console, sinks, strict=options.strict)
    try:
        summary = await _engine(options, endpoint, console, view)
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


async def _engine(options: Options, endpoint: Endpoint, console: Console, view: Any) -> RunSummary:  # noqa: ANN401
    from summarizer.cli.prices import need_price, price_of
    from summarizer.cli.work import LazyWork
    from summarizer.run.engine import run_pages
    from summarizer.run.limits import Limits
    from summarizer.run.stop import Stop, ctrl_c
    from summarizer.run.store import open_store
    from summarizer.run.types import RunOptions

    price = price_of(endpoint) if options.max_cost is None else need_price(endpoint)
    stop, store = Stop(), open_store()
    limits = Limits(
        requests_per_minute=options.requests_per_minute, tokens_per_minute=options.tokens_per_minute
    )
    how = RunOptions(
        concurrency=options.concurrency or (1 if endpoint.kind == "local" else 8),
        # What people read comes in the order of the page.
        ordered=options.ordered or options.form != "json",
        retry_failed=options.retry_failed,
        article_timeout=options.timeout,
        max_tokens=options.max_tokens,
        max_cost=options.max_cost,
        price=price,
        command=" ".join(["run", *options.paths])[:1000],
    )
    async with LazyWork(endpoint, settings_of(options), limits, stop, console) as work:
        with ctrl_c(stop):
            pages = _noted(_read(options), console)
            return await run_pages(
                pages, store=store, work=work, options=how, limits=limits, stop=stop, on_event=view
            )


def _sinks(options: Options, console: Console) -> tuple[list[Any], RecordsFile | None]:
    from summarizer.cli.outputs import RecordsFile, Report

    sinks: list[Any] = []
    file = None
    if options.output is not None:
        file = RecordsFile(Path(options.output), append=options.append, force=options.force, console=console)
        sinks.append(file.take)
    if options.summary is not None:
        _writable(Path(options.summary))
    if options.form is not None or not (options.output is not None and options.quiet):
        sinks.append(Report(console, options.form or "text", evidence=options.evidence).take)
    return sinks, file


def _read(options: Options) -> Iterator[Input]:
    from summarizer.inputs import read_pages

    return read_pages(_paths(options), sys.stdin.buffer)


def _paths(options: Options) -> Iterable[str]:
    yield from options.paths
    if options.files_from is not None:
        with click.open_file(options.files_from, encoding="utf-8", errors="surrogateescape") as file:
            for line in file:
                if path := line.rstrip("\r\n"):
                    yield path


def _noted(pages: Iterator[Input], console: Console) -> Iterator[Input]:
    """Pass inputs on and say what is to be said of them."""
    from summarizer.inputs import PageText

    for item in pages:
        if isinstance(item, PageText):
            for note in item.notes:
                console.note(f"{item.source}: {note}")
        yield item


def _writable(path: Path) -> None:
    """Find out before the run whether a file can be written at its end. Raises OutputError."""
    from summarizer.report.files import replaced

    if path.exists():
        return
    with replaced(path):
        pass


def _write_summary(path: Path, summary: RunSummary) -> None:
    from summarizer.report.files import replaced

    with replaced(path) as file:
        json.dump(summary.as_dict(), file, ensure_ascii=False, indent=2)
        file.write("\n")
