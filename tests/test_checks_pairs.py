"""Pairs of source and claim, written for this project: the verdict on a claim is that on its worst number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer import check_numbers

WORST = {"supported": 0, "unsupported": 1, "contradicted": 2}
PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parent / "fixtures" / "pairs.jsonl").read_text(encoding="utf-8").split("\n")
    if line
]


@pytest.mark.parametrize(
    ("source", "claim", "fair"),
    [(source, claim, fair) for _, source, claim, *fair in PAIRS],
    ids=[f"{kind}-{number}" for number, (kind, *_) in enumerate(PAIRS)],
)
def test_verdict_on_a_claim(source: str, claim: str, fair: list[str]):
    found = check_numbers(claim, source)
    worst = max((finding.verdict for finding in found), key=WORST.__getitem__, default="supported")
    assert worst in fair, [(f.quantity.text, f.verdict, f.reason) for f in found]


def test_pairs_are_of_all_kinds():
    kinds = {kind for kind, *_ in PAIRS}
    assert kinds == {
        "surface", "scale", "rounding", "unit", "pp", "entity", "date", "range", "sum", "polarity", "idiom", "noise", "absent",
    }  # fmt: skip
    assert len(PAIRS) >= 150
