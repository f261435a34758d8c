"""The server's own process: reads its settings from standard input, serves until that input closes.

It is started by path, imports nothing of this package, and dies with its parent however the parent ends:
the pipe on standard input closes when the parent is gone, even after kill -9.
"""

from __future__ import annotations

import functools
import json
import os
import select
import signal
import sys
from typing import Any


def _params(settings: dict[str, Any]) -> object:
    import xllamacpp  # type: ignore[import-untyped]

    params: Any = xllamacpp.CommonParams()
    params.model.path = settings["path"]
    params.model_alias = {settings["alias"]}
    params.hostnames = ["127.0.0.1"]
    params.port = settings["port"]
    params.api_keys = [settings["api_key"]]
    params.ui = False
    params.verbosity = 2
    params.n_parallel = settings["parallel"]
    params.n_ctx = settings["ctx"] * settings["parallel"]
    params.cpuparams.n_threads = settings["threads"]
    params.cpuparams_batch.n_threads = settings["threads"]
    params.cache_ram_mib = settings["cache_mib"]
    for name, value in settings["engine"].items():
        *path, last = name.split(".")
        kinds = xllamacpp.common_speculative_type if name == "speculative.types" else None
        whole = [getattr(kinds, kind) for kind in value] if kinds else value
        setattr(functools.reduce(getattr, path, params), last, whole)
    return params


def _wait_for_the_end(parent: int) -> None:
    # A forked sibling may hold the pipe's other end open, so the parent's id is watched too.
    while os.getppid() == parent:
        ready, _, _ = select.select([0], [], [], 1.0)
        if ready and not os.read(0, 4096):
            return


def main() -> None:
    """Serve until standard input closes; its first line of output is `{"address": …}` or `{"error": …}`."""
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what llama.cpp prints belongs to the log
    settings = json.loads(sys.stdin.buffer.readline())
    try:
        import xllamacpp

        server = xllamacpp.Server(_params(settings))
    except (ImportError, RuntimeError, ValueError, AttributeError, TypeError) as error:
        print(json.dumps({"error": f"{type(error).__name__}: {error}"}), file=answer, flush=True)
        os._exit(1)
    print(json.dumps({"address": server.listening_address}), file=answer, flush=True)
    _wait_for_the_end(parent)
    os._exit(0)  # nothing to save; an orderly shutdown would wait for a running generation


if __name__ == "__main__":
    main()
