"""Records of gold articles: from a model, or from its recorded answers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import AuthError, ConfigError, ModelError, ModelNotFoundError
from summarizer.evaluate.gold import GoldArticle
from summarizer.pipeline import Settings, failed_record, summarize_article
from summarizer.schema import ArticleRecord

if TYPE_CHECKING:
    from summarizer.model.client import ModelClient
    from summarizer.model.endpoint import Endpoint
    from summarizer.model.recording import RecordingTransport, ReplayTransport


async def answer(
    golds: Sequence[GoldArticle], client: ModelClient, settings: Settings
) -> AsyncIterator[ArticleRecord]:
    """Yield the record of each gold article, a failed one with its reason, in order."""
    from summarizer.model.recording import cassette

    for gold in golds:
        article = gold.article()
        with cassette(gold.id):
            try:
                record = await summarize_article(article, client, settings, source=gold.id)
            except (AuthError, ModelNotFoundError):
                raise
            except ModelError as error:
                record = failed_record(article, error, client.endpoint, settings, source=gold.id)
        yield record


async def open_client(
    stack: AsyncExitStack, endpoint: Endpoint, replay: Path | None, record: Path | None
) -> tuple[ModelClient, RecordingTransport | ReplayTransport | None]:
    """Return a client that is closed with `stack`, and the transport of its recordings if it has one.

    `replay` answers from the recordings of a folder and calls no model; `record` asks the model and keeps the
    answers there. Raises ConfigError when the folder of recordings isn't there.
    """
    import httpx2

    from summarizer.model.client import ModelClient
    from summarizer.model.recording import RecordingTransport, ReplayTransport, replay_endpoint
    from summarizer.model.serving import serving

    if replay is not None:
        if not replay.is_dir():
            raise ConfigError(f"{replay}: no folder of recordings; make one with --record {replay}")
        transport = ReplayTransport(replay)
        return await stack.enter_async_context(ModelClient(replay_endpoint(), transport=transport)), transport
    ready = stack.enter_context(serving(endpoint))
    if record is None:
        return await stack.enter_async_context(ModelClient(ready)), None
    keeping = RecordingTransport(httpx2.AsyncHTTPTransport(), record)
    return await stack.enter_async_context(ModelClient(ready, transport=keeping)), keeping
