"""The connections to an endpoint, in small pools: a pool's work for each request grows with its size."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING

import openai

from summarizer.model.endpoint import NO_KEY, Endpoint
from summarizer.model.failures import sent_elsewhere
from summarizer.model.usage import CURRENT

if TYPE_CHECKING:
    import httpx2

# The pool looks at each of its connections, and asks the system about each idle one, twice a request: with 64
# in one pool that is a third of all the CPU time of a call.
AT_ONCE_PER_POOL = 8


# Redirections after which the SDK would send the question anew without its text.
_WITHOUT_BODY = frozenset({301, 302, 303})


class Connections:
    """SDK clients for one endpoint, made as they are needed; each serves a few requests at once."""

    def __init__(
        self, endpoint: Endpoint, transport: httpx2.AsyncBaseTransport | None, timeout: float
    ) -> None:
        self._endpoint = endpoint
        self._transport = transport
        self._timeout = timeout
        self._clients: list[openai.AsyncOpenAI] = [self._another()]
        self._busy: list[int] = [0]

    @contextmanager
    def one(self) -> Iterator[openai.AsyncOpenAI]:
        """Give a client with a place free; the first that has one, so that few connections stay open."""
        free = (place for place, busy in enumerate(self._busy) if busy < AT_ONCE_PER_POOL)
        place = next(free, len(self._busy))
        if place == len(self._busy):
            self._clients.append(self._another())
            self._busy.append(0)
        self._busy[place] += 1
        try:
            yield self._clients[place]
        finally:
            self._busy[place] -= 1

    async def aclose(self) -> None:
        """Close them all."""
        for client in self._clients:
            await client.close()

    def _another(self) -> openai.AsyncOpenAI:
        return openai.AsyncOpenAI(
            base_url=self._endpoint.base_url,
            api_key=self._endpoint.api_key or NO_KEY,
            max_retries=0,
            timeout=self._timeout,
            http_client=_http_client(self._endpoint, self._transport),
        )


def _http_client(endpoint: Endpoint, transport: httpx2.AsyncBaseTransport | None) -> httpx2.AsyncClient:
    import httpx2

    async def look(response: httpx2.Response) -> None:
        if response.status_code in _WITHOUT_BODY and response.has_redirect_location:
            raise sent_elsewhere(response.status_code, response.headers["location"], endpoint)
        ledger = CURRENT.get(None)
        if ledger is not None:
            ledger.headers = response.headers

    return openai.DefaultAsyncHttpxClient(
        transport=transport,
        verify=certificates(),
        limits=httpx2.Limits(max_keepalive_connections=AT_ONCE_PER_POOL),
        # A proxy configured for the network must not be asked for this machine's own ports.
        trust_env=not endpoint.on_this_machine,
        event_hooks={"response": [look]},
    )


@lru_cache(maxsize=1)
def certificates() -> ssl.SSLContext:
    """The trusted certificates, read once: that takes longer than many a question."""
    import httpx2

    return httpx2.create_ssl_context()
