"""`summarizer run --dry-run`: what a run would do and cost."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

import click

from summarizer.cli.prices import price_of

if TYPE_CHECKING:
    from summarizer.inputs.types import Input
    from summarizer.model.endpoint import Endpoint
    from summarizer.pipeline import Settings


def dry_run(pages: Iterable[Input], endpoint: Endpoint, settings: Settings) -> int:
    """Print pages, articles and an estimate of tokens and cost; return the exit code."""
    from summarizer.errors import StoreError
    from summarizer.inputs import PageText, Skipped
    from summarizer.model.strategies.forecast import forecast
    from summarizer.pipeline import content_key
    from summarizer.run.records import lookup
    from summarizer.run.store import open_store
    from summarizer.splitter import split

    try:
        store = open_store(write=False)
    except StoreError:
        store = None
    counts = {"pages": 0, "failed": 0, "skipped": 0, "articles": 0, "stored": 0}
    taken = given = 0
    for item in pages:
        if not isinstance(item, PageText):
            counts["skipped" if isinstance(item, Skipped) else "failed"] += 1
            if not isinstance(item, Skipped):
                click.echo(f"{item.source}: {item.reason}", err=True)
            continue
        counts["pages"] += 1
        for article in split(item.text):
            counts["articles"] += 1
            key = content_key(article, endpoint, settings)
            if store is not None:
                with closing(store.connect(write=False)) as db:
                    stored = lookup(db, [key]).get(key)
                if stored is not None and stored.status == "done":
                    counts["stored"] += 1
                    continue
            into, out = asyncio.run(forecast(article, endpoint, settings))
            taken, given = taken + into, given + out
    _print(counts, taken, given, endpoint)
    return 0 if counts["articles"] and not counts["failed"] else 3 if counts["articles"] else 1


def _print(counts: dict[str, int], taken: int, given: int, endpoint: Endpoint) -> None:
    click.echo(
        f"pages:    {counts['pages']} to read, {counts['failed']} unreadable, {counts['skipped']} skipped"
    )
    click.echo(f"articles: {counts['articles']}, of which {counts['stored']} are done already")
    click.echo(f"tokens:   about {taken:,} in, {given:,} out")
    price = price_of(endpoint)
    cost = None if price is None else price(taken, given, 0)
    said = "unknown: no price for this model" if cost is None else f"about ${cost:.4f}"
    click.echo(f"cost:     {said} ({endpoint.model} at {endpoint.where})")
