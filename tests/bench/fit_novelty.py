"""Fit the cues of a first paragraph: `python -m tests.bench.fit_novelty [ARTICLES.jsonl…]`.

Mixes articles of the fixtures (and of other files: one object a line with `lang` and `paragraphs`), five in a row, and fits
by logistic regression which of their paragraphs are first ones. Prints the tables for `summarizer/splitter/novelty.py`, the
bias set to even odds, and the area under the curve on mixtures that were not fitted on. Needs numpy and scipy.

The tables that stand were fitted with a thousand articles of some four hundred publications beside the fixtures, which
are not ours to print; on the fixtures alone they come out much the same, the lexical cues a little weaker.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from summarizer.splitter.blocks import Block
from summarizer.splitter.frequent import FREQUENT
from summarizer.splitter.lines import read_lines
from summarizer.splitter.novelty import cues
from tests.bench.made_pages.sources import is_subhead, sources

_MIXED = 5  # articles in a row
_FITTED, _TESTED = 500, 150  # mixtures
_DECAY = 1.5
Cues = dict[str, float]


def mixtures(
    articles: Sequence[Sequence[str]], count: int, seed: int
) -> Iterator[tuple[list[Block], list[bool]]]:
    """Yield the paragraphs of articles in a row, and which of them are an article's first."""
    chance = random.Random(seed)
    for _ in range(count):
        blocks, first = [], []
        for paragraphs in chance.sample(articles, _MIXED):
            for at, text in enumerate(paragraphs[: chance.randint(2, 8)]):
                lines = read_lines(text)
                blocks.append(
                    Block(len(blocks), len(blocks) + 1, lines, " ".join(line.text for line in lines))
                )
                first.append(at == 0)
        yield blocks, first


def rows(articles: Sequence[Sequence[str]], count: int, seed: int) -> Iterator[tuple[Cues, bool]]:
    """Yield the cues of each paragraph, and whether it is a first one."""
    for blocks, first in mixtures(articles, count, seed):
        texts, words = list(range(len(blocks))), [block.words - FREQUENT for block in blocks]
        for k in range(1, len(blocks)):
            yield dict(cues(blocks, texts, words, k)), first[k]


def fit(data: Sequence[tuple[Cues, bool]], names: Sequence[str]) -> Any:
    """Return the weight of each cue; the bias is the last."""
    values, good = _matrix(data, names)

    def loss(weights: Any) -> tuple[float, Any]:
        odds = values @ weights
        pull = _DECAY * np.append(weights[:-1], 0.0)
        slope = values.T @ (1 / (1 + np.exp(-odds)) - good) + 2 * pull
        return float((np.logaddexp(0, odds) - good * odds).sum() + pull @ weights), slope

    return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x


def area(data: Sequence[tuple[Cues, bool]], names: Sequence[str], weights: Any) -> float:
    """Return the area under the curve."""
    values, good = _matrix(data, names)
    order = np.argsort(values @ weights, kind="stable")
    ranks = np.empty(len(order))
    ranks[order] = np.arange(1, len(order) + 1)
    ones = good.sum()
    return float((ranks[good > 0].sum() - ones * (ones + 1) / 2) / (ones * (len(good) - ones)))


def _matrix(data: Sequence[tuple[Cues, bool]], names: Sequence[str]) -> tuple[Any, Any]:
    return np.array([[row.get(name, 0.0) for name in names] for row, _ in data]), np.array(
        [float(g) for _, g in data]
    )


def _articles(lang: str, files: Sequence[str]) -> list[list[str]]:
    found = [source.paragraphs for source in sources(lang)]
    for file in files:
        with Path(file).open(encoding="utf-8") as lines:
            found += [row["paragraphs"] for row in map(json.loads, lines) if row["lang"] == lang]
    return [
        kept for texts in found if (kept := [text for text in texts if text.strip() and not is_subhead(text)])
    ]


def main() -> None:
    """Fit both languages, and print the tables."""
    for lang in ("zh", "en"):
        articles = _articles(lang, sys.argv[1:])
        data, other = list(rows(articles, _FITTED, 1)), list(rows(articles, _TESTED, 77))
        names = [*sorted({name for row, _ in data for name in row} - {"bias"}), "bias"]
        weights = fit(data, names)
        share = sum(first for _, first in data) / len(data)
        weights[-1] -= np.log(share / (1 - share))
        print(f"{lang}: {len(articles)} articles, area under the curve {area(other, names, weights):.3f}")
        for name, weight in zip(names, weights, strict=True):
            print(f'                "{name}": {weight:.1f},')


if __name__ == "__main__":
    main()
