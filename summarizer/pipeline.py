"""One article: extract, check, repair within a budget, and the record that comes of it."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from summarizer._version import __version__
from summarizer.errors import ModelError, SummarizerError
from summarizer.model.prompts import prompt_version
from summarizer.model.settings import EndpointLike, Settings
from summarizer.schema import (
    SCHEMA_VERSION,
    ArticleData,
    ArticleRecord,
    PageSpan,
    Provenance,
    TextRun,
    Usage,
)

__all__ = ["Settings", "article_data", "content_key", "failed_record", "fingerprint", "summarize_article"]

if TYPE_CHECKING:
    from summarizer.model.strategies.base import Client
    from summarizer.splitter.page import Article


def content_key(article: Article, endpoint: EndpointLike, settings: Settings) -> str:
    """Return the key under which a record is stored: 32 hex digits.

    It hashes the article's text and language, the prompts, the schema version, the model and the settings; it
    costs no call and changes when any of them does.
    """
    parts = [
        article.text,
        article.language,
        prompt_version(),
        SCHEMA_VERSION,
        endpoint.model,
        asdict(settings),
    ]
    data = json.dumps(parts, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fingerprint(endpoint: EndpointLike, settings: Settings) -> str:
    """Return what a content key depends on besides the article, as one short string."""
    parts = [prompt_version(), SCHEMA_VERSION, endpoint.model, asdict(settings)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:16]


async def summarize_article(
    article: Article,
    client: Client,
    settings: Settings | None = None,
    *,
    source: str | None = None,
    page: int = 1,
) -> ArticleRecord:
    """Return the checked record of an article.

    Raises ModelError, its `usage` filled, when no answer could be had; the caller makes a record of that with
    `failed_record`.
    """
    from summarizer.model.strategies import draft_article
    from summarizer.repair import check_and_repair

    settings = settings or Settings()
    started = time.monotonic()
    drafted = await draft_article(article, client, settings)
    checked = await check_and_repair(drafted, article, settings.repair)
    usage = drafted.asking.usage.model_copy(update={"seconds": round(time.monotonic() - started, 3)})
    return ArticleRecord(
        article=article_data(article, source=source, page=page),
        summary=checked.summary,
        findings=checked.findings,
        status="done",
        provenance=_provenance(article, client.endpoint, settings, drafted.strategy),
        usage=usage,
    )


def failed_record(
    article: Article,
    error: SummarizerError,
    endpoint: EndpointLike,
    settings: Settings,
    *,
    source: str | None = None,
    page: int = 1,
) -> ArticleRecord:
    """Return the record of an article that has no summary: the reason, and what the attempts cost."""
    usage = error.usage if isinstance(error, ModelError) and error.usage else Usage()
    return ArticleRecord(
        article=article_data(article, source=source, page=page),
        summary=None,
        status="failed",
        reason=" ".join(str(error).split()) or type(error).__name__,
        provenance=_provenance(article, endpoint, settings, None),
        usage=usage,
    )


def article_data(article: Article, *, source: str | None = None, page: int = 1) -> ArticleData:
    """Return an article as records hold it."""
    return ArticleData(
        id=article.id,
        source=source,
        page=page,
        headline=article.headline,
        kicker=article.kicker,
        deck=list(article.deck),
        byline=article.byline,
        credit=article.credit,
        dateline=article.dateline,
        body=article.body,
        language=article.language,
        spans=[PageSpan(start=s.start, end=s.end) for s in article.spans],
        runs=[
            TextRun(text_start=r.text_start, page_start=r.page_start, length=r.length) for r in article.runs
        ],
        confidence=article.confidence,
        page_label=article.page_label,
        continues_on=article.continues_on,
        continued_from=article.continued_from,
    )


def _provenance(
    article: Article, endpoint: EndpointLike, settings: Settings, strategy: str | None
) -> Provenance:
    return Provenance(
        model=endpoint.model,
        endpoint=endpoint.kind,
        prompt_version=prompt_version(),
        content_key=content_key(article, endpoint, settings),
        strategy=strategy,
        summarizer_version=__version__,
    )
