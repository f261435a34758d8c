"""From a configured endpoint to one that answers, with the local model's server where it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from summarizer.model.endpoint import Endpoint


@contextmanager
def serving(
    endpoint: Endpoint, *, threads: int | None = None, ctx: int | None = None, parallel: int = 1
) -> Iterator[Endpoint]:
    """An endpoint that can be asked: a remote one as it is, a local one with its server running meanwhile.

    `ctx` is the context in tokens of each of `parallel` slots. The weights of the model that ships must be
    there (`summarizer.model.local.weights.ensure`); raises WeightsError otherwise.
    """
    if endpoint.kind != "local" or endpoint.base_url:
        yield endpoint
        return
    from summarizer.model.local.server import DEFAULT_CONTEXT, LocalServer

    path = endpoint.weights or _shipped_weights()
    server = LocalServer(
        path, alias=endpoint.model, threads=threads, ctx=ctx or DEFAULT_CONTEXT, parallel=parallel
    )
    with server:
        yield replace(endpoint, base_url=server.base_url, api_key=server.api_key)


def _shipped_weights() -> Path:
    from summarizer.model.local.weights import installed

    return installed()
