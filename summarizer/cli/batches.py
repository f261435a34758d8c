"""`summarizer batches`: what was sent through a Batch API, how it stands, and what came back."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from summarizer.model.endpoint import Endpoint
    from summarizer.run.batch.queue import BatchRow
    from summarizer.run.store import Store
    from summarizer.run.types import Event

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def batches() -> None:
    """List, follow, collect and cancel the batches of the run store.

    The endpoint's key is taken from OPENAI_API_KEY. `summarizer run --route batch` sends batches and goes
    on with them.
    """


@batches.command("list")
@as_json
def list_(as_json: bool) -> None:
    """List the batches as they stood when last looked at, without asking the endpoint."""
    from summarizer.run.store import open_store

    _show(_rows(open_store(write=False)), as_json)


@batches.command()
@as_json
def status(as_json: bool) -> None:
    """Ask the endpoint how the batches under way stand."""
    from summarizer.run.store import open_store

    store = open_store()
    asyncio.run(_look(store))
    _show(_rows(store), as_json)


@batches.command()
@as_json
def collect(as_json: bool) -> None:
    """Fetch the answers of batches that have ended, make their records, and send what has to be asked
    further.
    """
    from summarizer.run.store import open_store

    store = open_store()
    answers, records = asyncio.run(_collect(store))
    left = sum(row.state != "collected" for row in _rows(store))
    if as_json:
        _print({"answers": answers, "records": records, "under_way": left})
    else:
        click.echo(
            f"collected {answers} answers; {records} articles came to their records; {left} batches under way"
        )


@batches.command()
@click.argument("batch")
@as_json
def cancel(batch: str, as_json: bool) -> None:
    """Cancel a batch. What was done is still charged, and kept by `collect`."""
    from summarizer.errors import ConfigError
    from summarizer.run.store import open_store

    rows = [row for row in _rows(open_store(write=False)) if batch in {row.batch_id, row.id}]
    if not rows or rows[0].batch_id is None:
        raise ConfigError(f"no batch {batch!r} under way; see `summarizer batches list`")
    state = asyncio.run(_cancel(rows[0]))
    if as_json:
        _print({"batch": rows[0].batch_id, "remote": state})
    else:
        click.echo(f"{rows[0].batch_id}: {state}; `summarizer batches collect` keeps what was done")


def _rows(store: Store) -> list[BatchRow]:
    from contextlib import closing

    from summarizer.run.batch.queue import list_batches
    from summarizer.run.store import told_plainly

    with told_plainly(store.path), closing(store.connect(write=False)) as db:
        return list_batches(db)


def _endpoint(row: BatchRow) -> Endpoint:
    """Return the endpoint that a batch was sent to, with the key of the environment."""
    from summarizer.model.endpoint import resolve_endpoint

    return resolve_endpoint(row.model, row.endpoint)


async def _look(store: Store) -> None:
    from summarizer.run.batch.api import BatchApi
    from summarizer.run.batch.queue import update_batch

    for row in _rows(store):
        if row.state == "sent" and row.batch_id is not None:
            async with BatchApi(_endpoint(row)) as api:
                batch = await api.retrieve(row.batch_id)
            counts = batch.request_counts
            detail = f"{counts.completed} done, {counts.failed} failed of {counts.total}" if counts else ""
            db = store.connect()
            update_batch(db, row.id, remote=batch.status, detail=detail)
            db.close()


async def _collect(store: Store) -> tuple[int, int]:
    from summarizer.model.client import ModelClient
    from summarizer.model.retry import RetryPolicy
    from summarizer.pipeline import Settings
    from summarizer.run.batch.api import BatchApi
    from summarizer.run.batch.route import BatchOptions, BatchRoute, batch_transport
    from summarizer.run.batch.transport import BatchWork
    from summarizer.run.work import PipelineWork

    answers = records = 0
    # Each endpoint with its settings once: a batch is finished with those that it was made with.
    for row in {
        (row.endpoint, row.model, row.settings): row for row in _rows(store) if row.state != "collected"
    }.values():
        endpoint = _endpoint(row)
        client = ModelClient(endpoint, transport=batch_transport(store), retry=RetryPolicy(attempts=1))
        work = BatchWork(PipelineWork(client, Settings(**json.loads(row.settings))))
        options = BatchOptions(wait=False, settings=row.settings)
        async with (
            client,
            BatchApi(endpoint) as api,
            BatchRoute(store, work, api, options, on_event=_tell) as route,
        ):
            await route.drive()
            answers, records = answers + route.collected, records + route.made
    return answers, records


async def _cancel(row: BatchRow) -> str:
    from summarizer.run.batch.api import BatchApi

    assert row.batch_id is not None
    async with BatchApi(_endpoint(row)) as api:
        return (await api.cancel(row.batch_id)).status


def _tell(event: Event) -> None:
    message = getattr(event, "message", None)
    if message:
        click.echo(message, err=True)


def _show(rows: list[BatchRow], as_json: bool) -> None:
    if as_json:
        _print([{name: getattr(row, name) for name in row.__slots__} for row in rows])
        return
    if not rows:
        click.echo("the run store has no batches", err=True)
    for row in rows:
        when = datetime.fromtimestamp(row.created).astimezone().isoformat(" ", "seconds")
        name = row.batch_id or f"({row.id[:8]}, not sent yet)"
        click.echo(
            f"{name}  {when}  {row.state}  {row.remote or '-'}  {row.requests} requests"
            + (f"  {row.detail}" if row.detail else "")
        )


def _print(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
