"""The weights of the model that ships: where they are, and how they get there."""

from __future__ import annotations

from pathlib import Path

from summarizer.errors import WeightsError


def installed() -> Path:
    """Path of the verified weights; WeightsError when they aren't there."""
    raise WeightsError("the model that ships is not here yet; fetch it with: summarizer models pull")
