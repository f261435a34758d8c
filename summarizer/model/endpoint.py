"""Which model to talk to, and where."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit, urlunsplit

from summarizer.errors import ConfigError

Kind = Literal["local", "remote", "recording"]

SHIPPED_MODEL = "qwen2.5-coder-1.5b-instruct-q4_k_m"
OPENAI_URL = "https://api.openai.com/v1"
LOCAL_NAMES = frozenset({"local", SHIPPED_MODEL})
# Servers without keys still want the header that the SDK always sends.
NO_KEY = "none"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint and the model to ask there.

    `base_url` is empty for a local model whose server isn't started yet; `weights` is then the GGUF to serve,
    None for the model that ships. The key never shows in `repr`.
    """

    base_url: str
    model: str
    api_key: str = field(repr=False)
    kind: Kind
    weights: Path | None = None

    def __post_init__(self) -> None:
        if self.base_url and not _is_address(self.base_url):
            raise ConfigError(f"base URL {self.where!r} is no address such as http://host:8000/v1")
        if not self.api_key.isascii() or not self.api_key.isprintable() or " " in self.api_key:
            raise ConfigError("the API key holds characters that no key has; check OPENAI_API_KEY")

    @property
    def on_this_machine(self) -> bool:
        """True when the address is a loopback one."""
        host = urlsplit(self.base_url).hostname or ""
        return host in {"localhost", "::1"} or host.startswith("127.")

    @property
    def where(self) -> str:
        """The address without user names, passwords or queries, fit for a message."""
        try:
            parts = urlsplit(self.base_url)
        except ValueError:
            return "(unreadable)"
        host = parts.netloc.rpartition("@")[2]
        return urlunsplit((parts.scheme, host, parts.path, "", "")) or "the local model"

    def __repr__(self) -> str:
        return f"Endpoint({self.where!r}, model={self.model!r}, kind={self.kind!r})"


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number, half an IPv6 address
        return False


def resolve_endpoint(
    model: str | None = None,
    base_url: str | None = None,
    api_key: str | None = None,
    environ: Mapping[str, str] | None = None,
) -> Endpoint:
    """The endpoint that arguments and environment name; arguments win.

    No address and no key gives the local model that ships, `model="PATH.gguf"` a local model of that file,
    and `model="local"` the model that ships whatever the environment says. Raises ConfigError when a remote
    endpoint lacks its model name or a model name lacks its endpoint.
    """
    env = os.environ if environ is None else environ
    if model and model.lower().endswith(".gguf"):
        path = Path(model).expanduser()
        return Endpoint("", path.stem, "", "local", weights=path)
    if model in LOCAL_NAMES and base_url is None:
        return Endpoint("", SHIPPED_MODEL, "", "local")
    if base_url is not None and not base_url.strip():
        # Of a variable that isn't set; the texts must not go elsewhere for it.
        raise ConfigError("the base URL is empty: give an address such as http://host:8000/v1")
    url = base_url or env.get("OPENAI_BASE_URL") or None
    key = api_key or env.get("OPENAI_API_KEY") or None
    if url is None and key is None:
        if model is None:
            return Endpoint("", SHIPPED_MODEL, "", "local")
        raise ConfigError(
            f"model {model!r} needs an endpoint: set OPENAI_API_KEY or give --base-url, "
            "or give a .gguf file or no --model at all for the local model"
        )
    if model is None:
        raise ConfigError(
            "an endpoint is configured (OPENAI_API_KEY, OPENAI_BASE_URL or --base-url) but no model: "
            "name one with --model, or give --model local for the model that ships"
        )
    return Endpoint((url or OPENAI_URL).rstrip("/"), model, (key or NO_KEY).strip(), "remote")
