"""The Python API: text in, records out; `summarize` waits for `asummarize`: nothing is written twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from summarizer.errors import AuthError, ModelError, ModelNotFoundError
from summarizer.pipeline import Settings, failed_record, summarize_article
from summarizer.schema import ArticleRecord
from summarizer.splitter import split

if TYPE_CHECKING:
    from summarizer.model.client import ModelClient
    from summarizer.model.endpoint import Endpoint


async def asummarize(
    text: str,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    settings: Settings | None = None,
    client: ModelClient | None = None,
    source: str | None = None,
    page: int = 1,
) -> AsyncIterator[ArticleRecord]:
    """Yield a checked record for each article of a page, in reading order.

    Without `model`, `base_url`, `api_key` and their environment variables the model that ships answers; its
    weights are fetched when they aren't there. `client` is used as it is instead. An article that fails
    yields a record with status "failed" and the reason; AuthError, ModelNotFoundError, ConfigError
    and WeightsError are raised, since they concern all.
    """
    settings = settings or Settings()
    articles = split(text).articles
    if not articles:
        return
    async with AsyncExitStack() as stack:
        client = client or await _open(stack, model, base_url, api_key)
        for article in articles:
            try:
                record = await summarize_article(article, client, settings, source=source, page=page)
            except (AuthError, ModelNotFoundError):
                raise
            except ModelError as error:
                record = failed_record(article, error, client.endpoint, settings, source=source, page=page)
            yield record


def summarize(
    text: str,
    *,
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    settings: Settings | None = None,
    source: str | None = None,
    page: int = 1,
) -> list[ArticleRecord]:
    """Return a checked record for each article of a page, as `asummarize` yields them.

    It works inside a running event loop too, a notebook's for instance.
    """

    async def collect() -> list[ArticleRecord]:
        records = asummarize(
            text,
            model=model,
            base_url=base_url,
            api_key=api_key,
            settings=settings,
            source=source,
            page=page,
        )
        return [record async for record in records]

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(collect())
    # A notebook runs a loop already: the work gets its own, in a thread.
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, collect()).result()


async def _open(
    stack: AsyncExitStack, model: str | None, base_url: str | None, api_key: str | None
) -> ModelClient:
    from summarizer.model.client import ModelClient
    from summarizer.model.endpoint import resolve_endpoint
    from summarizer.model.serving import serving

    endpoint = resolve_endpoint(model, base_url, api_key)
    await asyncio.to_thread(_fetch, endpoint)
    served = serving(endpoint)
    # Starting the server of a local model blocks for seconds.
    ready = await asyncio.to_thread(served.__enter__)
    stack.push(served)
    return await stack.enter_async_context(ModelClient(ready))


def _fetch(endpoint: Endpoint) -> None:
    if endpoint.kind == "local" and not endpoint.base_url and endpoint.weights is None:
        from summarizer.model.local import weights

        weights.ensure()
