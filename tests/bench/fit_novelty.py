"""Fit the cues of a first paragraph: `python -m tests.bench.fit_novelty [ARTICLES.jsonl…]`.

Mixes articles, five in a row, half of the time such as one paper printed, and fits by logistic regression which of their
paragraphs are first ones. The articles are those of `fixtures/gold`, of the pages to develop on, of `fixtures/papers` up to the
twelfth sets, and of other files: one object a line with `lang`, `paragraphs` and, if known, `paper`. Prints the tables for
`summarizer/splitter/novelty.py`, the bias set to about even odds, and the area under the curve on the later sets of papers.
Needs numpy and scipy.

The English table that stands was fitted with 560 articles of 180 publications beside the fixtures, which are not ours to print
(area .928 on our later sets). The Chinese one is older: it was fitted with 18 publications on other mixtures, and splits
pages as well as a new one.
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
from summarizer.splitter.novelty import WEIGHTS, cues, names_in
from tests.bench.made_pages.sources import is_subhead, sources

PAPERS = Path(__file__).parents[2] / "fixtures" / "papers"
_FITTED_ON = 12  # sets of papers
_MIXED = 5  # articles in a row
_OF_ONE = 0.5  # share of the mixtures whose articles one paper printed
_FEW = 3  # articles of a paper that make a mixture
_FITTED, _TESTED = 1500, 600  # mixtures
_DECAY = 1.5
# What the pages to develop on asked for beside the fit: by how much all weights grow, and the bias rises.
_SHARPER, _READIER = {"zh": 1.0, "en": 1.2}, {"zh": 0.0, "en": 0.2}
Cues = dict[str, float]
Papers = Sequence[Sequence[Sequence[str]]]  # papers, their articles, the paragraphs of these


def mixtures(found: Papers, count: int, seed: int) -> Iterator[tuple[list[Block], list[bool]]]:
    """Yield the paragraphs of articles in a row, and which of them are an article's first."""
    chance = random.Random(seed)
    anybodys = [article for articles in found for article in articles]
    own = [articles for articles in found if len(articles) >= _FEW]
    sizes = [len(articles) for articles in own]
    for _ in range(count):
        among = chance.choices(own, sizes)[0] if chance.random() < _OF_ONE else anybodys
        blocks, first = [], []
        for paragraphs in chance.sample(among, min(_MIXED, len(among))):
            for at, text in enumerate(paragraphs[: chance.randint(2, 8)]):
                lines = read_lines(text)
                blocks.append(
                    Block(len(blocks), len(blocks) + 1, lines, " ".join(line.text for line in lines))
                )
                first.append(at == 0)
        yield blocks, first


def rows(found: Papers, count: int, seed: int) -> Iterator[tuple[Cues, bool]]:
    """Yield the cues of each paragraph, and whether it is a first one."""
    for blocks, first in mixtures(found, count, seed):
        texts, words = list(range(len(blocks))), [block.words - FREQUENT for block in blocks]
        names = [names_in(block) for block in blocks]
        for k in range(1, len(blocks)):
            yield dict(cues(blocks, texts, words, names, k)), first[k]


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


def _kept(paragraphs: Sequence[str]) -> list[str]:
    return [text for text in paragraphs if text.strip() and not is_subhead(text)]


def _papers(files: Sequence[Path], lang: str) -> list[list[list[str]]]:
    """Return the articles of each paper in files of articles."""
    found: dict[tuple[Path, str], list[list[str]]] = {}
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row["lang"] == lang and (kept := _kept(row["paragraphs"])):
                    found.setdefault((file, row.get("paper", "")), []).append(kept)
    return list(found.values())


def _sets(lang: str) -> tuple[list[Path], list[Path]]:
    """Return the sets of papers that are fitted on, and the later ones."""
    files = {int(path.name.split(".")[0][1:]): path for path in PAPERS.glob(f"{lang[0]}*.articles.jsonl")}
    return (
        [files[number] for number in sorted(files) if number <= _FITTED_ON],
        [files[number] for number in sorted(files) if number > _FITTED_ON],
    )


def main() -> None:
    """Fit both languages, and print the tables."""
    for lang in ("zh", "en"):
        known, later = _sets(lang)
        found = _papers([*known, *map(Path, sys.argv[1:])], lang)
        found.append([kept for source in sources(lang) if (kept := _kept(source.paragraphs))])
        data, other = list(rows(found, _FITTED, 1)), list(rows(_papers(later, lang), _TESTED, 77))
        names = [*sorted({name for row, _ in data for name in row} - {"bias"}), "bias"]
        weights = fit(data, names)
        share = sum(first for _, first in data) / len(data)
        weights[-1] += _READIER[lang] - np.log(share / (1 - share))
        weights *= _SHARPER[lang]
        standing = np.array([WEIGHTS[lang].get(name, 0.0) for name in names])
        areas = area(other, names, weights), area(other, names, standing)
        print(
            f"{lang}: {sum(map(len, found))} articles, area under the curve {areas[0]:.3f}, as it stands {areas[1]:.3f}"
        )
        for name, weight in zip(names, weights, strict=True):
            print(f'                "{name}": {weight:.1f},')


if __name__ == "__main__":
    main()
