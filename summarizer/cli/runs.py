"""`summarizer runs`: what was run, what came of it, and what can be forgotten."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from summarizer.run.listing import RunRow
    from summarizer.run.types import Counts

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def runs() -> None:
    """List, show and forget the runs of the run store."""


@runs.command("list")
@click.option(
    "-n",
    "--most",
    type=click.IntRange(1),
    default=20,
    show_default=True,
    help="At most so many, newest first.",
)
@as_json
def list_(most: int, as_json: bool) -> None:
    """List the runs, newest first."""
    from summarizer.run.listing import list_runs
    from summarizer.run.store import open_store

    rows = list_runs(open_store(write=False), most)
    if as_json:
        _print([row.as_dict() for row in rows])
        return
    if not rows:
        click.echo("the run store has no runs", err=True)
    for row in rows:
        click.echo(
            f"{row.id}  {_when(row.started)}  {row.state:<11}  {_counts(row.articles)}"
            + (f"  {row.command}" if row.command else "")
        )


@runs.command()
@click.argument("run", required=False)
@as_json
def show(run: str | None, as_json: bool) -> None:
    """Show a run (the newest, or the one whose id begins with RUN) with all that failed or was skipped."""
    from dataclasses import asdict

    from summarizer.run.listing import failures, find_run
    from summarizer.run.store import open_store

    store = open_store(write=False)
    row = find_run(store, run)
    if as_json:
        _print(row.as_dict() | {"failures": [asdict(failure) for failure in failures(store, row.id)]})
        return
    _show(row)
    for failure in failures(store, row.id):
        where = failure.source + (f", page {failure.page}" if failure.page > 1 else "")
        what = f" ({failure.headline})" if failure.headline else ""
        click.echo(f"  {failure.status}: {where}{what}: {failure.reason or 'no reason known'}")


@runs.command()
@as_json
def path(as_json: bool) -> None:
    """Print where the run store is."""
    from summarizer.run.store import default_store_path

    store = default_store_path()
    _print({"path": str(store), "exists": store.exists()}) if as_json else click.echo(store)


@runs.command()
@click.option(
    "--older-than",
    type=click.FloatRange(0),
    default=90,
    show_default=True,
    metavar="DAYS",
    help="Forget runs older than this.",
)
@click.option(
    "--records",
    is_flag=True,
    help="Forget their answers too, where no newer run uses them. They would be paid again.",
)
@as_json
def gc(older_than: float, records: bool, as_json: bool) -> None:
    """Forget the accounts of old runs. Answers are kept, unless --records is given."""
    from dataclasses import asdict

    from summarizer.run.listing import forget
    from summarizer.run.store import open_store

    open_store(write=False)  # says so where there is none, instead of making one
    gone = forget(open_store(), older_than, records=records)
    if as_json:
        _print(asdict(gone))
    else:
        click.echo(f"forgot {gone.runs} runs and {gone.records} records, {gone.bytes / 1e6:.1f} MB")


def _show(row: RunRow) -> None:
    click.echo(f"run {row.id}: {row.state}")
    if row.command:
        click.echo(f"  command:  {row.command}")
    click.echo(f"  started:  {_when(row.started)}" + (f", ended {_when(row.ended)}" if row.ended else ""))
    click.echo(f"  pages:    {_counts(row.pages)}")
    click.echo(f"  articles: {_counts(row.articles)}")
    if row.summary:
        spent = row.summary["spent"]
        cost = f", cost {spent['cost']:.4f}" if spent["cost"] is not None else ""
        tokens = f"{spent['input_tokens']} + {spent['output_tokens']} tokens{cost}"
        click.echo(f"  spent:    {spent['requests']} requests, {tokens}")
        click.echo(f"  reused:   {row.summary['reused']} articles that were in the store")
        if row.summary["message"]:
            click.echo(f"  stopped:  {row.summary['message']}")


def _counts(counts: Counts) -> str:
    parts = [f"{counts.done} done", f"{counts.failed} failed", f"{counts.skipped} skipped"]
    if counts.open:
        parts.append(f"{counts.open} open")
    return f"{counts.discovered} = {' + '.join(parts)}"


def _when(moment: float) -> str:
    return datetime.fromtimestamp(moment).astimezone().isoformat(" ", "seconds")


def _print(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
