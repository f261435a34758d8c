"""How sure a rate over a few articles is: bootstrap intervals, and those of a difference."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import TypeVar

from summarizer.evaluate.score import RATES, Counts, rates

ROUNDS = 1000
# Fixed, so that the same records give the same report.
SEED = 20240228

T = TypeVar("T")
Interval = tuple[float, float]


def intervals(rows: Sequence[Counts], rounds: int = ROUNDS) -> dict[str, Interval]:
    """Return the 95 % interval of each rate (percentile bootstrap over the articles)."""
    return _percentiles([rates(drawn) for drawn in _draws(rows, rounds)])


def differences(
    first: Sequence[Counts], second: Sequence[Counts], rounds: int = ROUNDS
) -> dict[str, Interval]:
    """Return the 95 % interval of second minus first (paired bootstrap over the same articles)."""
    drawn = _draws(list(zip(first, second, strict=True)), rounds)
    samples = []
    for pairs in drawn:
        before, after = rates(a for a, _ in pairs), rates(b for _, b in pairs)
        samples.append({name: after[name] - before[name] for name in RATES})
    return _percentiles(samples)


def _draws(rows: Sequence[T], rounds: int) -> list[list[T]]:
    rng = random.Random(SEED)
    return [rng.choices(rows, k=len(rows)) for _ in range(rounds)]


def _percentiles(samples: Sequence[dict[str, float]]) -> dict[str, Interval]:
    found = {}
    for name in RATES:
        values = sorted(value for sample in samples if not math.isnan(value := sample[name]))
        if not values:
            found[name] = (math.nan, math.nan)
            continue
        last = len(values) - 1
        found[name] = (values[round(0.025 * last)], values[round(0.975 * last)])
    return found
