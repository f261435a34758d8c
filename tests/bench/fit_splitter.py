"""Fit the weights of evidence: `python -m tests.bench.fit_splitter [--made N] [--folds K] [FOLDER=WEIGHT…]`.

Learns on the pages of the fixtures that may be developed on, on N made pages, and on those of other FOLDERs with gold, a
page of which counts WEIGHT times a made one. The likelihood of the gold (`splitter_chain`) with a pull to the weights
that stand. Prints the table, to be carried into `summarizer/splitter/weights.py` after a look; with `--folds`, first how
well pages come out that were left out. Needs numpy and scipy.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from summarizer.splitter.weights import WEIGHTS
from tests.bench.made_pages import FAMILIES, make
from tests.bench.splitter_chain import NAMES, Likelihood, Reading, read
from tests.bench.splitter_score import PAGES, pages, score

_OWN = [
    "dev-",
    "dev3-",
    "unseen-",
    "unseen2-",
    "unseen3-",
    "unseen4-",
]  # pages of the fixtures that were looked at
_COUNTS = 4.0  # how much a page of the fixtures counts, beside a made one
_PULL, _CAP, _ROUNDS = 4.0, 5.0, 200
_FIRST, _OTHERS = 1000, 5000  # seeds of the made pages to learn from, and of those that are only measured on
Page = tuple[str, str, dict[str, Any], float]


def fit(readings: Sequence[Reading]) -> dict[str, float]:
    """Return the weights by which the gold is likeliest."""
    loss = Likelihood([reading for reading in readings if reading.sound], _CAP)
    stands = np.array([*WEIGHTS.values(), 1.0])

    def target(weights: Any) -> tuple[float, Any]:
        value, slope = loss(weights)
        off = weights - stands
        slope = slope + 2 * _PULL * off
        slope[-1] = 0.0  # the part without a weight stays
        return value + _PULL * float(off @ off), slope

    found = minimize(target, stands, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS}).x
    return {name: round(float(weight), 2) for name, weight in zip(NAMES, found, strict=False)}


def report(title: str, known: Sequence[Page], weights: dict[str, float] | None) -> None:
    """Print how well pages are read."""
    rows = [score(text, gold, weights or WEIGHTS) for _, text, gold, _ in known]
    heads = sum(row.heads for row in rows) / (sum(row.heads_wanted for row in rows) or 1)
    print(f"{title} ({len(rows)}): f1 {sum(row.f1 for row in rows) / (len(rows) or 1):.3f}  head {heads:.3f}")


def main() -> None:
    """Fit, and print the table and what it is worth."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--made", type=int, default=200)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("folders", nargs="*", help="FOLDER=WEIGHT")
    given = parser.parse_args()
    known: list[Page] = [(*page, _COUNTS) for page in pages(PAGES, _OWN)]
    for folder in given.folders:
        path, _, weight = folder.rpartition("=")
        known += [(*page, float(weight)) for page in pages(Path(path))]
    drawn = [
        (f"made-{seed}", *make(seed, FAMILIES[seed % len(FAMILIES)]), 1.0)
        for seed in range(_FIRST, _FIRST + given.made)
    ]
    made = [read(text, gold, weight) for _, text, gold, weight in drawn]
    own = [read(text, gold, weight) for _, text, gold, weight in known]
    order = random.Random(1).sample(range(len(known)), len(known))
    for fold in range(given.folds):
        out = set(order[fold :: given.folds])
        weights = fit([*made, *(own[at] for at in order if at not in out)])
        report(f"left out, part {fold + 1}", [known[at] for at in sorted(out)], weights)
    weights = fit([*made, *own])
    for name, weight in weights.items():
        print(f'        "{name}": {weight},')
    others = [(str(seed), *make(seed), 1.0) for seed in range(_OTHERS, _OTHERS + 90)]
    for title, chosen in (("learned from", known), ("other made pages", others)):
        report(f"{title}, before", chosen, None)
        report(f"{title}, after", chosen, weights)


if __name__ == "__main__":
    main()
