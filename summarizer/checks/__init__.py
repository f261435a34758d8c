"""Checks of what a model wrote: numbers against the source both ways, names, quotes, arithmetic. Nothing is
changed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from summarizer.checks.numbers import check_numbers
from summarizer.checks.types import NumberFinding

if TYPE_CHECKING:
    from summarizer.checks.record import check_record as check_record

__all__ = ["NumberFinding", "check_numbers", "check_record"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    # The checks of a record need pydantic; those of numbers don't.
    if name == "check_record":
        value = importlib.import_module("summarizer.checks.record").check_record
        globals()[name] = value
        return value
    raise AttributeError(f"module 'summarizer.checks' has no attribute {name!r}")
