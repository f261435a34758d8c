"""The files of recordings: one exchange after the other, readable in a diff.

Long texts and schemas, which many requests share, stand once in a file; a text of several lines is a list of
its lines.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import InputError

RECORD_COMMAND = "summarizer record"

# What a server does with a request, not what it answers.
TRANSIENT_FIELDS = frozenset({"id_slot", "cache_prompt", "timings_per_token", "stream", "n_threads"})
_SHARED_FROM = 160  # characters


def route(path: str) -> str:
    """The end of an address's path that names the call, such as "chat/completions"."""
    return "/".join(path.strip("/").split("/")[-2:])


def request_key(path: str, body: dict[str, Any]) -> str:
    """Hash of what decides the answer to a request, 24 hex digits.

    The order of keys below the first level counts: a grammar asks for properties in their order.
    """
    kept = {name: body[name] for name in sorted(body) if name not in TRANSIENT_FIELDS}
    data = json.dumps([path, kept], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()[:24]


@dataclass(slots=True)
class Exchange:
    """One request and the model's answer to it."""

    key: str
    path: str
    request: dict[str, Any]
    answer: dict[str, Any]


def _seal(answer: dict[str, Any]) -> str:
    """Hash that shows an answer edited by hand."""
    data = json.dumps(answer, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return hashlib.sha256(data).hexdigest()[:12]


def dump(exchanges: list[Exchange]) -> str:
    """The text of a recording file."""
    shared: dict[str, Any] = {}
    rows = [
        {
            "key": exchange.key,
            "seal": _seal(exchange.answer),
            "path": exchange.path,
            "request": _folded(exchange.request, shared),
            "answer": _lines(exchange.answer),
        }
        for exchange in exchanges
    ]
    about = f"True answers of the model, not to be edited; recorded by: {RECORD_COMMAND}"
    whole = {"about": about, "shared": shared, "exchanges": rows}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def load(path: Path) -> dict[str, Exchange]:
    """Exchanges of a recording file by key; InputError when it can't be read or was edited."""
    again = f"record anew with: {RECORD_COMMAND}"
    try:
        whole = json.loads(path.read_text("utf-8"))
        shared = whole["shared"]
        exchanges = [
            Exchange(row["key"], row["path"], _unfolded(row["request"], shared), _unlined(row["answer"]))
            for row in whole["exchanges"]
        ]
        seals = [row["seal"] for row in whole["exchanges"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path} is no readable recording ({error}); {again}") from None
    for exchange, seal in zip(exchanges, seals, strict=True):
        if request_key(exchange.path, exchange.request) != exchange.key or _seal(exchange.answer) != seal:
            raise InputError(f"{path} was edited (exchange {exchange.key}); {again}")
    return {exchange.key: exchange for exchange in exchanges}


def _folded(value: Any, shared: dict[str, Any]) -> Any:  # noqa: ANN401
    """A request with its long texts and its schemas moved to `shared`, a reference in their place."""
    if isinstance(value, dict):
        if "schema" in value or "parameters" in value:
            apart = {"schema", "parameters"}
            return {
                name: (_reference if name in apart else _folded)(inner, shared)
                for name, inner in value.items()
            }
        return {name: _folded(inner, shared) for name, inner in value.items()}
    if isinstance(value, list):
        return [_folded(inner, shared) for inner in value]
    if isinstance(value, str) and len(value) > _SHARED_FROM:
        return _reference(value, shared)
    return _lines(value)


def _reference(value: Any, shared: dict[str, Any]) -> dict[str, str]:  # noqa: ANN401
    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    name = hashlib.sha256(data).hexdigest()[:12]
    shared[name] = _lines(value) if isinstance(value, str) else value
    return {"$shared": name}


def _unfolded(value: Any, shared: dict[str, Any]) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        if set(value) == {"$shared"}:
            kept = shared[value["$shared"]]
            return _unlined(kept) if isinstance(kept, dict) and set(kept) == {"$lines"} else kept
        if set(value) == {"$lines"}:
            return _unlined(value)
        return {name: _unfolded(inner, shared) for name, inner in value.items()}
    return [_unfolded(inner, shared) for inner in value] if isinstance(value, list) else value


def _lines(value: Any) -> Any:  # noqa: ANN401
    """The value with each text of several lines as a list of its lines."""
    if isinstance(value, dict):
        return {name: _lines(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_lines(inner) for inner in value]
    if isinstance(value, str) and "\n" in value:
        return {"$lines": value.split("\n")}
    return value


def _unlined(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, dict):
        if set(value) == {"$lines"}:
            return "\n".join(value["$lines"])
        return {name: _unlined(inner) for name, inner in value.items()}
    return [_unlined(inner) for inner in value] if isinstance(value, list) else value
