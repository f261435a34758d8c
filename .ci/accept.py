"""Hold the records of the true run on the sample page against the bars of the main job."""

from __future__ import annotations

import sys
from pathlib import Path

from summarizer.evaluate.gold import read_gold
from summarizer.evaluate.score import count, pair, rates
from summarizer.evaluate.table import table
from summarizer.report.records import read_records

# rate: (least, most)
BARS = {
    "failed_total": (0, 0),
    "attendee_f1": (0.95, 1),
    "figure_recall_core": (1, 1),
    "figure_meaning": (0.9, 1),
    "decision_recall_core": (0.5, 1),
    "invented_numbers_total": (0, 0),
}


def main(path: str) -> int:
    """Print the scores and return 1 when a bar is missed."""
    golds = read_gold([Path("fixtures/gold/wuxi.jsonl")])
    rows = [
        count(gold, record) for gold, record in zip(golds, pair(golds, list(read_records(path))), strict=True)
    ]
    print(table({"sample page": rows}))
    scores = rates(rows)
    missed = [
        f"{name} is {scores[name]}"
        for name, (least, most) in BARS.items()
        if not least <= scores[name] <= most
    ]
    print("missed: " + "; ".join(missed) if missed else "all bars of the main job are met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
