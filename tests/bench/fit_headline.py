"""Fit the weights of headline blocks: `python -m tests.bench.fit_headline [--folds] [NAME…]`.

The likelihood of the right partition among all of a block, on the sets of `headline_score` that are named, with a pull
to the weights that stand (at first those that a reader of newspapers would give). Prints the tables, to be carried
into `headline_zh.py` and `headline_en.py` after a look (only evidence that has a row there is weighed: to try some,
give it a row of noughts); with `--folds`, how often headlines come out right on blocks
that were left out, the pull then being to nothing, since the weights that stand have seen them.
"""

from __future__ import annotations

import math
import random
import re
import sys
from collections.abc import Iterator, Mapping

from summarizer.splitter import headline_en, headline_zh
from summarizer.splitter.headline import evidence, partition
from summarizer.splitter.lines import Line
from tests.bench.headline_score import Block, blocks, typeset
from tests.bench.splitter_score import PAGES

_PULL = 0.5
_ROUNDS = 120
_PACE = 0.25
_LEAST = 0.1
# Gold comes in three copies; what stands on a page is what counts; articles typeset by us have other papers' headlines.
_WEIGHTS = {"gold": 1 / 3, "page": 2.0, "typeset": 0.3}
_NONE = (0.0, 0.0, 0.0)
Row = tuple[float, float, float]
Use = tuple[int, int, int]  # first line, line after the last, role
Weights = dict[str, list[float]]


class Case:
    """One block: the evidence of its units, its partitions, and the right one."""

    def __init__(self, block: Block, table: Mapping[str, Row]) -> None:
        lines = typeset(block)[1][:10]
        self.name = re.sub(r"-\d$", "", block["id"]) if block["style"] == "gold" else block["id"]
        self.weight = _WEIGHTS.get("typeset" if block["id"].startswith("pdf-") else block["style"], 1.0)
        self.count = len(lines)
        found = evidence(lines, block.get("body", ""))
        self.names = {unit: [name for name in names if name in table] for unit, names in found.items()}
        self.all = list(_partitions(self.count))
        self.right = _right(lines, block)

    def units(self, weights: Weights) -> dict[tuple[int, int], tuple[float, ...]]:
        """Return the three scores of every unit."""
        return {
            unit: tuple(sum(weights.get(name, _NONE)[role] for name in names) for role in range(3))
            for unit, names in self.names.items()
        }

    def hit(self, weights: Weights) -> tuple[bool, bool]:
        """Tell whether headline and whole partition come out right."""
        (start, end), below = partition(self.units(weights), self.count)  # type: ignore[arg-type]
        found = [(0, start, 0)] * (start > 0) + [(start, end, 1)] + [(low, high, 2) for low, high in below]
        return (start, end, 1) in self.right, found == self.right


def _decks(start: int, count: int) -> Iterator[list[Use]]:
    if start == count:
        yield []
    for end in range(start + 1, min(start + 8, count) + 1):
        for rest in _decks(end, count):
            yield [(start, end, 2), *rest]


def _partitions(count: int) -> Iterator[list[Use]]:
    for start in range(min(count, 9)):
        for end in range(start + 1, min(start + 8, count) + 1):
            for below in _decks(end, count):
                yield [*([(0, start, 0)] if start else []), (start, end, 1), *below]


def _right(lines: list[Line], block: Block) -> list[Use]:
    wanted = [(block["kicker"], 0), (block["headline"], 1), *((text, 2) for text in block["deck"])]
    found, at = [], 0
    for text, role in wanted:
        start, size = at, len(re.sub(r"\s", "", text or ""))
        while size > 0 and at < len(lines):
            size -= len(re.sub(r"\s", "", block["lines"][at]))
            at += 1
        if at > start:
            found.append((start, at, role))
    return found


def fit(cases: list[Case], table: Mapping[str, Row]) -> Weights:
    """Return the weights under which the right partitions are likeliest, pulled to those of `table`."""
    weights: Weights = {name: list(row) for name, row in table.items()}
    pace: Weights = {}
    for _ in range(_ROUNDS):
        slope: Weights = {}
        for case in cases:
            units = case.units(weights)
            scores = [sum(units[low, high][role] for low, high, role in one) for one in case.all]
            top = max(scores)
            shares = [math.exp(score - top) for score in scores]
            total = sum(shares)
            pull: dict[Use, float] = dict.fromkeys(case.right, 1.0)
            for one, share in zip(case.all, shares, strict=True):
                if share > 1e-4 * total:
                    for use in one:
                        pull[use] = pull.get(use, 0.0) - share / total
            for (low, high, role), amount in pull.items():
                for name in case.names[low, high]:
                    slope.setdefault(name, [0.0] * 3)[role] += case.weight * amount
        for name, row in slope.items():
            weight, seen = weights.setdefault(name, [0.0] * 3), pace.setdefault(name, [1e-3] * 3)
            for role in range(3):
                step = row[role] - _PULL * (weight[role] - table.get(name, _NONE)[role])
                seen[role] += step * step
                weight[role] += _PACE * step / math.sqrt(seen[role])
    return weights


def main() -> None:
    """Print the tables, or the score on blocks that were left out."""
    names = [name for name in sys.argv[1:] if not name.startswith("-")] or ["dev", "dev2", "gold", str(PAGES)]
    for lang, table in (("zh", headline_zh.TABLE), ("en", headline_en.TABLE)):
        known = [Case(block, table) for name in names for block in blocks(name) if block["lang"] == lang]
        known = [case for case in known if case.right in case.all]
        if "--folds" not in sys.argv:
            weights = fit(known, table)
            print(lang, sum(case.hit(weights)[0] for case in known), "of", len(known))
            for name, row in sorted(weights.items()):
                cells = [0.0 if abs(value) < _LEAST else round(value, 1) for value in row]
                print(f'    "{name}": ({cells[0]}, {cells[1]}, {cells[2]}),')
            continue
        stems = sorted({case.name for case in known})
        random.Random(3).shuffle(stems)
        got = [0, 0, 0]
        for fold in range(5):
            out = set(stems[fold::5])
            weights = fit([case for case in known if case.name not in out], {})
            for case in known:
                if case.name in out and case.weight >= 1:
                    head, whole = case.hit(weights)
                    got = [got[0] + head, got[1] + whole, got[2] + 1]
                    if not whole and "--misses" in sys.argv:
                        print(case.name)
        print(f"{lang} left out: head {got[0] / got[2]:.3f} whole {got[1] / got[2]:.3f} of {got[2]}")


if __name__ == "__main__":
    main()
