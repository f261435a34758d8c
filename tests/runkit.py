"""Pages, splitting and work for the tests and benches of runs."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pydantic import BaseModel, Field

from summarizer.errors import ModelError, SummarizerError
from summarizer.inputs.types import Input, PageText
from summarizer.run.engine import run_pages
from summarizer.run.limits import Limits
from summarizer.run.stop import Stop
from summarizer.run.store import Store, open_store
from summarizer.run.types import Event, RecordReady, RunOptions, RunSummary
from summarizer.schema import (
    ArticleData,
    ArticleRecord,
    ArticleSummary,
    Evidence,
    Finding,
    PageSpan,
    Provenance,
    TextRun,
    Usage,
)
from summarizer.splitter.page import Article, Run, Span


def marked(number: int) -> str:
    """The word by which a request is known to be about an article."""
    return f"文号{number:05d}号"


def article_text(number: int) -> str:
    return f"{marked(number)}：市政府常务会议研究决定，投资{number}亿元建设重点工程，有关部门月底前报送方案。"


def pages(articles: int, per_page: int = 5, first: int = 0) -> Iterator[PageText]:
    """Pages whose articles are their paragraphs."""
    numbers = range(first, first + articles)
    for page, start in enumerate(numbers[::per_page]):
        text = "\n\n".join(article_text(n) for n in range(start, min(start + per_page, first + articles)))
        yield PageText(f"page-{page:05d}.txt", 1, text)


def paragraphs(text: str) -> list[Article]:
    """A splitter for pages whose articles are paragraphs apart."""
    found: list[Article] = []
    start = 0
    for part in text.split("\n\n"):
        if part.strip():
            span, run = Span(start, start + len(part)), Run(0, start, len(part))
            found.append(Article(f"a{len(found) + 1}", None, part, "zh", [span], runs=[run]))
        start += len(part) + 2
    return found


class PlainWork:
    """Work without a model: each article takes `seconds`, or does what `act` says. Counts its calls by
    article.
    """

    def __init__(
        self, seconds: float = 0.0, act: Callable[[Article], None] | None = None, version: str = "1"
    ) -> None:
        self.calls: Counter[str] = Counter()
        self.version = version
        self._seconds = seconds
        self._act = act

    @property
    def fingerprint(self) -> str:
        return self.version

    def key(self, article: Article) -> str:
        return hashlib.sha256(f"{self.version}{article.text}".encode()).hexdigest()[:32]

    async def do(self, article: Article, page: PageText) -> ArticleRecord:
        self.calls[article.text.split("：")[0]] += 1
        await asyncio.sleep(self._seconds)
        if self._act is not None:
            self._act(article)
        return done_record(self, article, page, Usage(input_tokens=100, output_tokens=20, requests=1))

    def failed(self, article: Article, page: PageText, error: SummarizerError) -> ArticleRecord:
        usage = error.usage if isinstance(error, ModelError) and error.usage else Usage()
        return ArticleRecord(
            article=_data(article, page),
            summary=None,
            status="failed",
            reason=str(error),
            provenance=_provenance(self, article),
            usage=usage,
        )


class _Said(BaseModel):
    summary: str = Field(max_length=200)


class ClientWork(PlainWork):
    """Work with the real client: one request an article."""

    def __init__(self, client) -> None:
        super().__init__()
        self._client = client

    async def do(self, article: Article, page: PageText) -> ArticleRecord:
        self.calls[article.text.split("：")[0]] += 1
        answer = await self._client.ask([{"role": "user", "content": article.text}], _Said, max_tokens=60)
        return done_record(self, article, page, answer.usage, answer.value.summary)


def done_record(
    work: PlainWork, article: Article, page: PageText, usage: Usage, said: str = "研究工作"
) -> ArticleRecord:
    start = article.text.index("研究")
    spans = [PageSpan(start=s.start, end=s.end) for s in article.locate(start, start + 2)]
    return ArticleRecord(
        article=_data(article, page),
        summary=ArticleSummary(
            headline=article.text[:9],
            summary=said,
            summary_evidence=[Evidence(text="研究", start=start, end=start + 2, spans=spans)],
        ),
        findings=[Finding(code="lab", severity="info", message="made in the lab", spans=spans)],
        status="done",
        provenance=_provenance(work, article),
        usage=usage,
    )


def _data(article: Article, page: PageText) -> ArticleData:
    return ArticleData(
        id=article.id,
        source=page.source,
        page=page.page,
        headline=None,
        body=article.body,
        language="zh",
        spans=[PageSpan(start=s.start, end=s.end) for s in article.spans],
        runs=[
            TextRun(text_start=r.text_start, page_start=r.page_start, length=r.length) for r in article.runs
        ],
    )


def _provenance(work: PlainWork, article: Article) -> Provenance:
    return Provenance(
        model="lab",
        endpoint="remote",
        prompt_version="1",
        content_key=work.key(article),
        summarizer_version="0",
    )


class Run_:
    """What came of a run: its summary, events and records by article."""

    def __init__(self, summary: RunSummary, events: list[Event]) -> None:
        self.summary = summary
        self.events = events
        self.ready = [event for event in events if isinstance(event, RecordReady)]
        self.texts = [json.loads(event.json)["article"]["body"].split("：")[0] for event in self.ready]


def go(
    inputs: Iterable[Input],
    work,
    store: Store | Path,
    *,
    limits: Limits | None = None,
    stop: Stop | None = None,
    on_event: Callable[[Event], None] | None = None,
    **options,
) -> Run_:
    """Run pages in an event loop of its own."""
    events: list[Event] = []

    def keep(event: Event) -> None:
        events.append(event)
        if on_event is not None:
            on_event(event)

    summary = asyncio.run(
        run_pages(
            inputs,
            store=open_store(store) if isinstance(store, Path) else store,
            work=work,
            options=RunOptions(**options),
            limits=limits,
            stop=stop,
            on_event=keep,
            split=paragraphs,
        )
    )
    return Run_(summary, events)


def go_with_client(
    inputs: Iterable[Input], url: str, store: Store | Path, *, limits: Limits | None = None, **rest
) -> Run_:
    """Run pages through the real client against a server."""
    from summarizer.model.client import ModelClient
    from summarizer.model.dialect import Dialect, remember
    from summarizer.model.endpoint import Endpoint
    from summarizer.model.retry import RetryPolicy

    limits = limits or Limits()
    endpoint = Endpoint(url, "lab", "sk-lab-0123456789", "remote")
    remember(endpoint, Dialect())
    policy = RetryPolicy(first_wait=0.02, longest_wait=0.1, retry_after_cap=0)
    client = ModelClient(endpoint, gate=limits, retry=policy, timeout=rest.pop("timeout", 10.0))
    return go(inputs, ClientWork(client), store, limits=limits, **rest)
