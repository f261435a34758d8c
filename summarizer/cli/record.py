"""`summarizer record`: the true answers of the local model, kept for tests that run without it."""

from __future__ import annotations

import asyncio
import re
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.inputs.types import PageText
    from summarizer.model.client import ModelClient
    from summarizer.model.recording import RecordingTransport

_UNSAFE_NAME = re.compile(r"[^\w.-]+")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PAGE...")
@click.option("--into", required=True, metavar="DIR", help="The folder of the recordings.")
@click.option("--model", metavar="PATH.gguf", help="Another local model than the one that ships.")
def record(paths: tuple[str, ...], into: str, model: str | None) -> int:
    """Summarise pages with the local model and keep its true answers, one file a page.

    Only what is missing or stale (another prompt, schema, text or setting) is asked anew; answers that no
    request asks for any more are removed. Recordings are never edited by hand.
    """
    from summarizer.cli.console import Console

    return asyncio.run(_record(paths, Path(into), model or "local", Console()))


async def _record(paths: tuple[str, ...], folder: Path, model: str, console: Console) -> int:
    import httpx2

    from summarizer.cli.console import stdin_bytes
    from summarizer.cli.split import where
    from summarizer.cli.work import fetch
    from summarizer.inputs import PageText, Skipped, read_pages
    from summarizer.model.client import ModelClient
    from summarizer.model.endpoint import resolve_endpoint
    from summarizer.model.recording import RecordingTransport, cassette
    from summarizer.model.serving import serving

    endpoint = resolve_endpoint(model)
    fetch(endpoint, console)
    done = failed = 0
    async with AsyncExitStack() as stack:
        ready = stack.enter_context(serving(endpoint))
        transport = RecordingTransport(httpx2.AsyncHTTPTransport(), folder)
        client = await stack.enter_async_context(ModelClient(ready, transport=transport))
        for item in read_pages(paths, stdin_bytes()):
            if isinstance(item, PageText):
                with cassette(_cassette_name(item)):
                    ended, broken = await _page(item, client, transport, console)
                done, failed = done + ended, failed + broken
            else:
                failed += not isinstance(item, Skipped)
                console.warn(f"{where(item)}: {item.reason}")
        # What an article that failed would have asked is not known.
        removed = 0 if failed else transport.prune()
    console.progress("", ended=True)
    kept = f"{transport.asked} asked, {transport.kept} answers kept, {removed} stale ones removed"
    console.note(f"articles {done + failed} = {done} done + {failed} failed; {kept}")
    return 1 if not done else 3 if failed else 0


async def _page(
    page: PageText, client: ModelClient, transport: RecordingTransport, console: Console
) -> tuple[int, int]:
    from summarizer.cli.split import where
    from summarizer.errors import ModelError
    from summarizer.pipeline import summarize_article
    from summarizer.splitter import split

    done = failed = 0
    for article in split(page.text):
        console.progress(
            f"{where(page)} {article.id}: {transport.asked} asked, {transport.kept} answers kept"
        )
        try:
            await summarize_article(article, client, source=page.source, page=page.page)
            done += 1
        except ModelError as error:
            failed += 1
            console.warn(f"{where(page)} {article.id}: {error}")
    return done, failed


def _cassette_name(page: PageText) -> str:
    """Return the name of a page's recordings: that of its file, and its number from the second page on."""
    path, _, row = page.source.partition("#")
    name = "-".join(filter(None, (Path(path).stem, row, str(page.page) if page.page > 1 else "")))
    return _UNSAFE_NAME.sub("_", name)
