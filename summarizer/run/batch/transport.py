"""The pipeline at work without a network: answers that are known are replayed, requests that aren't are
caught.

So an article goes through the same client, parsing, checks and repairs by any route; what a batch fetches
is only the HTTP exchanges. A strategy of several requests simply takes several rounds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING

import httpx2

from summarizer.errors import SummarizerError
from summarizer.run.types import NotAttempted, Work

if TYPE_CHECKING:
    from summarizer.inputs.types import PageText
    from summarizer.schema import ArticleRecord
    from summarizer.splitter.page import Article

Answers = Callable[[str], tuple[int, str] | None]
"""Status and body by the digest of a request's body; None while there is none."""

_CAUGHT: ContextVar[dict[str, str] | None] = ContextVar("caught", default=None)


class Pending(NotAttempted):
    """A request whose answer isn't there yet."""


def digest(body: str) -> str:
    """Return what identifies a request: 32 hex digits of its body."""
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class BatchTransport(httpx2.AsyncBaseTransport):
    """Answers from `answers`; everything else is caught and raises Pending."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the known answer to a request, or raise Pending."""
        body = (await request.aread()).decode("utf-8")
        known = self._answers(digest(body))
        if known is None:
            caught = _CAUGHT.get()
            if caught is not None:
                caught[digest(body)] = body
            raise Pending("its batch has not been collected yet; run again, or `summarizer batches collect`")
        status, text = known
        return httpx2.Response(
            status, headers={"content-type": "application/json"}, content=text.encode(), request=request
        )


class BatchWork:
    """Work whose client has a BatchTransport: an article with a request caught is pending, come what may."""

    def __init__(self, work: Work) -> None:
        self._work = work

    @property
    def fingerprint(self) -> str:
        """That of the work itself: the route changes no key."""
        return self._work.fingerprint

    def key(self, article: Article) -> str:
        """Return the content key of an article."""
        return self._work.key(article)

    def failed(self, article: Article, page: PageText, error: SummarizerError) -> ArticleRecord:
        """Return the record of an article that failed."""
        return self._work.failed(article, page, error)

    async def do(self, article: Article, page: PageText) -> ArticleRecord:
        """Return the record when all answers are there, else raise Pending."""
        made = await self.step(article, page)
        if isinstance(made, dict):
            raise Pending("its batch has not been collected yet; run again, or `summarizer batches collect`")
        return made

    async def step(self, article: Article, page: PageText) -> ArticleRecord | dict[str, str]:
        """Return the record, or the requests (body by digest) that have to be answered first; raises
        SummarizerError.
        """
        caught: dict[str, str] = {}
        token = _CAUGHT.set(caught)
        try:
            record = await self._work.do(article, page)
        except SummarizerError:
            if caught:
                return caught
            raise
        finally:
            _CAUGHT.reset(token)
        return caught or record


def batch_line(custom_id: str, body: str) -> str:
    """Return one line of a batch's input file."""
    request = {"custom_id": custom_id, "method": "POST", "url": "/v1/chat/completions"}
    head = json.dumps(request)[:-1]
    return f'{head}, "body": {body}}}\n'
