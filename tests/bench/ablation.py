"""What every piece of evidence contributes: `python -m tests.bench.ablation [FOLDER] [PREFIX…]`.

Each weight in turn is set to nothing, and all pages with gold are split again. A positive figure is what the page
mean of f1, or the share of right headlines, loses without it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from summarizer.splitter.weights import WEIGHTS
from tests.bench.splitter_score import PAGES, pages, score


def main() -> None:
    """Print a line for every piece of evidence, the most useful first."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    known = pages(folder, sys.argv[2:] or [""])

    def means(weights: Mapping[str, float]) -> tuple[float, float]:
        rows = [score(text, gold, weights) for _, text, gold in known]
        return (
            sum(row.f1 for row in rows) / (len(rows) or 1),
            sum(row.heads for row in rows) / (sum(row.heads_wanted for row in rows) or 1),
        )

    f1, head = means(WEIGHTS)
    print(f"{len(known)} pages, all evidence: f1 {f1:.4f}  head {head:.4f}")
    rows = []
    for name, weight in WEIGHTS.items():
        if not name.endswith(".none"):  # the floor of a role that no form supports is no evidence
            without = means({**WEIGHTS, name: 0.0})
            rows.append((f1 - without[0], head - without[1], name, weight))
    for f1_lost, head_lost, name, weight in sorted(rows, reverse=True):
        print(f"{name:20} {weight:+6.2f}   f1 {f1_lost:+.4f}  head {head_lost:+.4f}")


if __name__ == "__main__":
    main()
