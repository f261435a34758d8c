"""The real work of a run: one article through the pipeline, with one client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import pipeline
from summarizer.run.rebase import on_sheet

if TYPE_CHECKING:
    from summarizer.errors import SummarizerError
    from summarizer.inputs.types import PageText
    from summarizer.model.strategies.base import Client
    from summarizer.pipeline import Settings
    from summarizer.schema import ArticleRecord
    from summarizer.splitter.page import Article


class PipelineWork:
    """Summarises articles with `client`; a `types.Work`."""

    def __init__(self, client: Client, settings: Settings | None = None) -> None:
        self._client = client
        self._settings = settings or pipeline.Settings()
        self._fingerprint = pipeline.fingerprint(client.endpoint, self._settings)

    @property
    def fingerprint(self) -> str:
        """What content keys depend on besides the article."""
        return self._fingerprint

    def key(self, article: Article) -> str:
        """Return the content key of an article."""
        return pipeline.content_key(article, self._client.endpoint, self._settings)

    async def do(self, article: Article, page: PageText) -> ArticleRecord:
        """Return the checked record of an article; raises ModelError."""
        record = await pipeline.summarize_article(
            article, self._client, self._settings, source=page.source, page=page.page
        )
        if not page.boxes:
            return record
        placed = record.article.model_copy(update={"boxes": on_sheet(page, record.article.spans)})
        return record.model_copy(update={"article": placed})

    def failed(self, article: Article, page: PageText, error: SummarizerError) -> ArticleRecord:
        """Return the record of an article that failed."""
        return pipeline.failed_record(
            article, error, self._client.endpoint, self._settings, source=page.source, page=page.page
        )
