"""The work of `summarizer run`: the model is fetched and started when the first article needs it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING, Any

from summarizer import pipeline
from summarizer.errors import ConfigError, EndpointError, SummarizerError, WeightsError
from summarizer.run.pace import duration
from summarizer.run.types import NotAttempted

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.inputs.types import PageText
    from summarizer.model.endpoint import Endpoint
    from summarizer.model.local.progress import Progress
    from summarizer.pipeline import Settings
    from summarizer.run.limits import Limits
    from summarizer.run.stop import Stop
    from summarizer.run.work import PipelineWork
    from summarizer.schema import ArticleRecord
    from summarizer.splitter.page import Article


class LazyWork:
    """A `run.types.Work` for an endpoint that may have to be started first; an async context manager.

    A run whose articles are all in the store, or that has none, starts nothing. When the model can't be had
    the run is stopped with that reason, and no article is held against it.
    """

    def __init__(
        self, endpoint: Endpoint, settings: Settings, limits: Limits, stop: Stop, console: Console
    ) -> None:
        self._endpoint, self._settings = endpoint, settings
        self._limits, self._stop, self._console = limits, stop, console
        self._fingerprint = pipeline.fingerprint(endpoint, settings)
        self._stack = AsyncExitStack()
        self._starting = asyncio.Lock()
        self._work: PipelineWork | None = None
        self._error: SummarizerError | None = None

    async def __aenter__(self) -> LazyWork:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    @property
    def fingerprint(self) -> str:
        """What content keys depend on besides the article."""
        return self._fingerprint

    def key(self, article: Article) -> str:
        """Return the content key of an article."""
        return pipeline.content_key(article, self._endpoint, self._settings)

    async def do(self, article: Article, page: PageText) -> ArticleRecord:
        """Return the checked record of an article; raises ModelError, NotAttempted."""
        from summarizer.run.limits import off_the_clock

        # Fetching and starting the model is no work on this article.
        with off_the_clock():
            work = await self._started()
        return await work.do(article, page)

    def failed(self, article: Article, page: PageText, error: SummarizerError) -> ArticleRecord:
        """Return the record of an article that failed."""
        return pipeline.failed_record(
            article, error, self._endpoint, self._settings, source=page.source, page=page.page
        )

    async def _started(self) -> PipelineWork:
        async with self._starting:
            if self._work is None and self._error is None:
                try:
                    self._work = await self._start()
                except (WeightsError, ConfigError, EndpointError) as error:
                    self._error = error
                    self._stop.request("refused", str(error))
            if self._work is None:
                raise NotAttempted(str(self._error)) from self._error
            return self._work

    async def _start(self) -> PipelineWork:
        from summarizer.model.client import ModelClient
        from summarizer.model.retry import RetryPolicy
        from summarizer.model.serving import serving
        from summarizer.run.work import PipelineWork

        await self._unless_stopped(lambda: fetch(self._endpoint, self._console))
        served = serving(self._endpoint)
        ready = await self._unless_stopped(served.__enter__)
        self._stack.push(served)
        # The gate does the waiting that a server asks for, for all requests together.
        policy = RetryPolicy(retry_after_cap=0)
        client = ModelClient(ready, retry=policy, gate=self._limits)
        return PipelineWork(await self._stack.enter_async_context(client), self._settings)

    async def _unless_stopped(self, step: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the step returns
        """Return what a blocking step returns; EndpointError when the run is stopped meanwhile."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()

        def tell(result: Any, error: BaseException | None) -> None:  # noqa: ANN401
            if future.done():
                return
            if error is not None:
                future.set_exception(error)
            else:
                future.set_result(result)

        def run() -> None:
            try:
                result = step()
            except BaseException as error:  # noqa: BLE001 - handed on to the task that waits
                loop.call_soon_threadsafe(tell, None, error)
            else:
                loop.call_soon_threadsafe(tell, result, None)

        self._stop.on_request(lambda: tell(None, EndpointError("stopped before the model was ready")))
        # A daemon: the end of the program doesn't wait for a download.
        threading.Thread(target=run, name="summarizer-start", daemon=True).start()
        return await future


def fetch(endpoint: Endpoint, console: Console) -> None:
    """Fetch the weights of the model that ships where they are needed and missing. Raises WeightsError."""
    if endpoint.kind != "local" or endpoint.base_url or endpoint.weights is not None:
        return
    from summarizer.model.local import weights

    weights.ensure(on_progress=lambda progress: console.progress(told(progress)), say=console.note)
    console.progress("", ended=True)


def told(progress: Progress) -> str:
    """Return how far a fetch has come, in a line."""
    done, total = progress.done / 1e6, progress.total / 1e6
    what = "checking the model" if progress.stage == "verify" else "fetching the model"
    rate = f", {progress.rate / 1e6:.1f} MB/s" if progress.rate else ""
    left = f", {duration((progress.total - progress.done) / progress.rate)} left" if progress.rate else ""
    return f"{what}: {done:,.0f} of {total:,.0f} MB ({100 * done / max(total, 1e-9):.0f} %){rate}{left}"
