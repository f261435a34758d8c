"""Fit the weights of evidence on pages with gold: `python -m tests.bench.fit_splitter SECONDS FOLDER [PREFIX…]`.

Coordinate ascent: each weight in turn is moved up and down and kept where the mean of f1 and headlines is best.
Prints the weights that changed, to be carried into `summarizer/splitter/weights.py` by hand, after a look.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from summarizer.splitter.weights import WEIGHTS
from tests.bench.splitter_score import pages, score


def main() -> None:
    """Search until the time is up or nothing helps any more."""
    deadline = time.monotonic() + float(sys.argv[1])
    known = pages(Path(sys.argv[2]), sys.argv[3:] or [""])

    def value(weights: Mapping[str, float]) -> float:
        rows = [score(text, gold, weights) for _, text, gold in known]
        heads = sum(row.heads for row in rows) / (sum(row.heads_wanted for row in rows) or 1)
        return sum(row.f1 for row in rows) / (len(rows) or 1) + 0.4 * heads

    weights = dict(WEIGHTS)
    step = dict.fromkeys(weights, 1.0)
    best = value(weights)
    chance = random.Random(7)
    better = True
    while better and time.monotonic() < deadline:
        better = False
        for name in chance.sample(sorted(weights), len(weights)):
            for move in (step[name], -step[name]):
                tried = {**weights, name: round(weights[name] + move, 2)}
                if time.monotonic() < deadline and (reached := value(tried)) > best + 1e-4:
                    weights, best, better = tried, reached, True
                    break
            else:
                step[name] *= 0.6
    print(f"value {best:.4f}")
    for name, weight in weights.items():
        if weight != WEIGHTS[name]:
            print(f'        "{name}": {weight},')


if __name__ == "__main__":
    main()
