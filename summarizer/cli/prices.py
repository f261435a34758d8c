"""What tokens cost, from a table that the user can edit."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from summarizer.model.endpoint import Endpoint
    from summarizer.run.types import Price

_KEYS = ("input", "output", "cached")


def prices_path() -> Path:
    """Return where the user's own prices are looked for."""
    from platformdirs import user_config_path

    return user_config_path("summarizer", appauthor=False) / "prices.toml"


def price_of(endpoint: Endpoint) -> Price | None:
    """Return what tokens cost at an endpoint; None where nobody said. The local model costs nothing."""
    if endpoint.kind == "local":
        return lambda taken, given, cached: 0.0
    row = _row(endpoint.model)
    if row is None:
        return None
    into, out = row["input"], row["output"]
    cheaper = row.get("cached", into)
    return lambda taken, given, cached: ((taken - cached) * into + cached * cheaper + given * out) / 1e6


def need_price(endpoint: Endpoint) -> Price:
    """Return what tokens cost at an endpoint. Raises ConfigError that says where to put the price."""
    price = price_of(endpoint)
    if price is None:
        raise ConfigError(
            f"no price is known for model {endpoint.model!r}, so --max-cost can't be kept: put a line "
            f'"{endpoint.model}" = {{ input = 1.0, output = 2.0 }} (dollars a million tokens) '
            f"under [models] into {prices_path()}, or use --max-tokens"
        )
    return price


def _row(model: str) -> dict[str, float] | None:
    for table in (_own(), _shipped()):
        names = [
            name for name in table if name == model or (name.endswith("*") and model.startswith(name[:-1]))
        ]
        if names:
            return table[max(names, key=len)]
    return None


def _shipped() -> dict[str, dict[str, float]]:
    return _table(tomllib.loads((files("summarizer.cli") / "prices.toml").read_text("utf-8")), "prices.toml")


def _own() -> dict[str, dict[str, float]]:
    path = prices_path()
    try:
        return _table(tomllib.loads(path.read_text("utf-8")), str(path))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: can't be read: {' '.join(str(error).split())}") from error


def _table(data: dict[str, Any], where: str) -> dict[str, dict[str, float]]:
    table = data.get("models", {})
    for model, row in table.items():
        good = isinstance(row, dict) and {"input", "output"} <= set(row) <= set(_KEYS)
        if not good or not all(isinstance(value, int | float) and value >= 0 for value in row.values()):
            raise ConfigError(
                f"{where}: {model!r} needs input and output, and may have cached: dollars a million tokens"
            )
    return dict(table)
