"""Fit the weights of evidence: `python -m tests.bench.fit_splitter SECONDS FIRST COUNT NAMES [PREFIX…]`.

Learns on made pages, COUNT of them from seed FIRST on, and on the pages of the fixtures whose names begin with a PREFIX.
Coordinate ascent: each weight whose name matches the pattern NAMES is moved up and down in turn, and kept where the mean
of f1 and headlines rises by more than chance would have it. Prints the weights that changed, to be carried into
`summarizer/splitter/weights.py` by hand, after a look, with the scores before and after on made pages of other seeds.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections.abc import Mapping
from typing import Any

from summarizer.splitter.weights import WEIGHTS
from tests.bench.made_pages import made
from tests.bench.splitter_score import PAGES, pages, score

Pages = list[tuple[str, str, dict[str, Any]]]

_OTHERS = range(900_000, 900_120)  # seeds of the pages that are only measured on
_HEADS = 0.4  # what a right headline counts beside a right article
_GAIN = 0.0015  # a lesser gain in the mean is chance
_FINE = 0.2  # the least step


def means(known: Pages, weights: Mapping[str, float]) -> tuple[float, float]:
    """Return the mean f1 of the pages, and the share of headlines that are right."""
    rows = [score(text, gold, weights) for _, text, gold in known]
    heads = sum(row.heads for row in rows) / (sum(row.heads_wanted for row in rows) or 1)
    return sum(row.f1 for row in rows) / (len(rows) or 1), heads


def climb(known: Pages, names: list[str], seconds: float) -> dict[str, float]:
    """Return the weights with those of `names` moved to where the pages are read best."""
    deadline = time.monotonic() + seconds

    def value(tried: Mapping[str, float]) -> float:
        f1, heads = means(known, tried)
        return f1 + _HEADS * heads

    weights = dict(WEIGHTS)
    best = value(weights)
    step = dict.fromkeys(names, 1.0)
    chance = random.Random(7)
    while max(step.values()) > _FINE:
        for name in chance.sample(names, len(names)):
            for move in (step[name], -step[name]):
                if time.monotonic() > deadline:
                    return weights
                tried = {**weights, name: round(weights[name] + move, 2)}
                reached = value(tried)
                if reached > best + _GAIN:
                    weights, best = tried, reached
                    break
            else:
                step[name] *= 0.5
    return weights


def main() -> None:
    """Fit, and print what changed and what it is worth."""
    seconds, first, count, pattern = (
        float(sys.argv[1]),
        int(sys.argv[2]),
        int(sys.argv[3]),
        re.compile(sys.argv[4]),
    )
    own = pages(PAGES, sys.argv[5:]) if sys.argv[5:] else []
    learned = [*made(range(first, first + count)), *own]
    weights = climb(learned, [name for name in WEIGHTS if pattern.search(name)], seconds)
    for name, weight in weights.items():
        if weight != WEIGHTS[name]:
            print(f'        "{name}": {weight},')
    for title, chosen in (("learned on", learned), ("other made pages", made(_OTHERS))):
        for when, table in (("before", WEIGHTS), ("after", weights)):
            f1, head = means(chosen, table)
            print(f"{title} ({len(chosen)}), {when}: f1 {f1:.4f}  head {head:.4f}")


if __name__ == "__main__":
    main()
