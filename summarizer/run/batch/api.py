"""The few calls of the Batch API that we make, through the SDK, under our one retry policy."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import openai

from summarizer.model.endpoint import NO_KEY, Endpoint
from summarizer.model.failures import from_sdk
from summarizer.model.retry import RetryPolicy, TransientError

if TYPE_CHECKING:
    from openai.types import Batch

T = TypeVar("T")
MARK = "summarizer_batch"
"""Key of the metadata under which the endpoint keeps our own name of a batch."""
ENDED = frozenset({"completed", "failed", "expired", "cancelled"})


class BatchApi:
    """The Batch API of one endpoint; an async context manager. All calls raise ModelError."""

    def __init__(self, endpoint: Endpoint, retry: RetryPolicy | None = None) -> None:
        self.endpoint = endpoint
        self._retrying = (retry or RetryPolicy()).retrying()
        self._sdk = openai.AsyncOpenAI(
            base_url=endpoint.base_url, api_key=endpoint.api_key or NO_KEY, max_retries=0, timeout=600.0
        )

    async def __aenter__(self) -> BatchApi:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self._sdk.close()

    async def upload(self, path: Path) -> str:
        """Upload a file of requests; return its id."""

        async def once() -> str:
            return (await self._sdk.files.create(file=path, purpose="batch")).id

        return await self._calling(once)

    async def create(self, file_id: str, mark: str) -> Batch:
        """Start a batch that carries our mark. Not tried again here: look for the mark first."""

        async def once() -> Batch:
            return await self._sdk.batches.create(
                input_file_id=file_id,
                endpoint="/v1/chat/completions",
                completion_window="24h",
                metadata={MARK: mark},
            )

        return await self._calling(once, again=False)

    async def find(self, mark: str, not_before: float) -> Batch | None:
        """Return the batch that carries our mark, among those made since then; None when there is none."""

        async def once() -> Batch | None:
            async for batch in self._sdk.batches.list(limit=100):
                if (batch.metadata or {}).get(MARK) == mark:
                    return batch
                # Newest first. An hour of doubt, for clocks that differ.
                if batch.created_at < not_before - 3600:
                    return None
            return None

        return await self._calling(once)

    async def retrieve(self, batch_id: str) -> Batch:
        """Return a batch as it is now."""
        return await self._calling(lambda: self._sdk.batches.retrieve(batch_id))

    async def cancel(self, batch_id: str) -> Batch:
        """Ask for a batch to be cancelled; what is done already is still returned and charged."""
        return await self._calling(lambda: self._sdk.batches.cancel(batch_id))

    async def download(self, file_id: str, path: Path) -> None:
        """Write a file of answers to `path`, piece by piece."""

        async def once() -> None:
            async with self._sdk.files.with_streaming_response.content(file_id) as response:
                with path.open("wb") as file:
                    async for piece in response.iter_bytes():
                        file.write(piece)

        await self._calling(once)

    async def _calling(self, once: Callable[[], Awaitable[T]], *, again: bool = True) -> T:
        async def told() -> T:
            try:
                return await once()
            except openai.OpenAIError as error:
                raise from_sdk(error, self.endpoint) from None

        try:
            if not again:
                return await told()
            result: T = await self._retrying.copy()(told)
        except TransientError as failure:
            raise failure.error from None
        return result


def lines(path: Path) -> Iterator[str]:
    """Give the lines of a file of answers. Only "\\n" ends a line: answers may hold U+2028 and its like."""
    with path.open("rb") as file:
        for line in file:
            if text := line.decode("utf-8", "replace").strip("\r\n"):
                yield text


def grouped(items: Iterable[str], most: int) -> Iterator[list[str]]:
    """Give lists of so many items, the last with what is left."""
    iterator = iter(items)
    while some := list(islice(iterator, most)):
        yield some
