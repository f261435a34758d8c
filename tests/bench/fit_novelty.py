"""Fit the cues of a first paragraph: `python -m tests.bench.fit_novelty [ARTICLES.jsonl…]`.

Puts two articles in a row, half of the time such as one paper printed, their paragraphs now and then run together or torn as
on a page, and fits by a conditional logit which paragraph opens the second. The articles are those of `fixtures/gold`, of the
pages to develop on, of `fixtures/papers`, and of other files: one object a line with `lang`, `paragraphs` and, if known,
`paper`. The weights are pulled towards those that stand, which know articles that are not ours to print. Prints the tables
for `summarizer/splitter/novelty.py`, and how often the second article is found in the sets after the twelfth when only those
before are fitted on. Needs numpy and scipy.

The English table that stands was fitted so with 190 articles of 120 publications beside the fixtures; it stood, before that, on
560 of 180. The Chinese one was fitted with 18 publications on other mixtures.
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
_FITTED_ON = 12  # sets of papers that the sets after them are tested with
_OF_ONE = 0.6  # share of the pairs that one paper printed, where it has enough articles
_FEW = 3  # articles of a paper that make pairs
_TOGETHER = (0.0, 0.0, 0.25, 0.5)  # how often paragraphs of a pair run together, one of these for each pair
_TORN = 0.1  # how often one of such a pair is torn
_SHORT = 12  # words of a paragraph that is not torn
_FITTED, _TESTED = 2500, 1500  # pairs
_TRUST = 30.0  # how hard the weights are pulled towards those that stand
_BIAS = {"zh": 1.5, "en": 0.3}  # what a paragraph without any cue has: as the pages to develop on ask for
_LEAST = 0.05  # weights below tell nothing
Cues = dict[str, float]
Papers = Sequence[Sequence[Sequence[str]]]  # papers, their articles, the paragraphs of these
Pair = tuple[list[Cues], int]  # the cues of all paragraphs but the first, and which of them opens an article


def _set(paragraphs: Sequence[str], together: float, chance: random.Random, glue: str) -> list[str]:
    """Return the paragraphs as a page may have them."""
    if not together:
        return list(paragraphs)
    joined: list[str] = []
    for paragraph in paragraphs:
        if joined and chance.random() < together:
            joined[-1] += glue + paragraph
        else:
            joined.append(paragraph)
    found: list[str] = []
    for paragraph in joined:
        words = paragraph.split(" ")
        if len(words) > _SHORT and chance.random() < _TORN:
            cut = chance.randint(3, len(words) - 3)
            found += [" ".join(words[:cut]), " ".join(words[cut:])]
        else:
            found.append(paragraph)
    return found


def pairs(found: Papers, count: int, seed: int, lang: str) -> Iterator[Pair]:
    """Yield the cues of two articles in a row."""
    chance = random.Random(seed)
    glue = " " if lang == "en" else ""
    anybodys = [article for articles in found for article in articles]
    own = [articles for articles in found if len(articles) >= _FEW]
    sizes = [len(articles) for articles in own]
    for _ in range(count):
        among = chance.choices(own, sizes)[0] if chance.random() < _OF_ONE else anybodys
        two, together = chance.sample(among, 2), chance.choice(_TOGETHER)
        blocks: list[Block] = []
        opens = 0
        for paragraphs in two:
            opens = len(blocks)
            for text in _set(paragraphs[: chance.randint(3, 9)], together, chance, glue):
                lines = read_lines(text)
                whole = " ".join(line.text for line in lines)
                blocks.append(Block(len(blocks), len(blocks) + 1, lines, whole))
        texts, words = list(range(len(blocks))), [block.words - FREQUENT for block in blocks]
        names = [names_in(block) for block in blocks]
        yield [dict(cues(blocks, texts, words, names, k)) for k in range(1, len(blocks))], opens - 1


def fit(data: Sequence[Pair], names: Sequence[str], standing: Any) -> Any:
    """Return the weight of each cue."""
    values = np.vstack([_matrix(rows, names) for rows, _ in data])
    sizes = [len(rows) for rows, _ in data]
    starts = np.cumsum([0, *sizes[:-1]])
    pair = np.repeat(np.arange(len(data)), sizes)
    good = np.zeros(len(values))
    good[[start + opens for start, (_, opens) in zip(starts, data, strict=True)]] = 1.0

    def loss(weights: Any) -> tuple[float, Any]:
        odds = values @ weights
        most = np.maximum.reduceat(odds, starts)
        share = np.exp(odds - most[pair])
        total = np.add.reduceat(share, starts)
        off = weights - standing
        slope = values.T @ (share / total[pair] - good) + 2 * _TRUST * off
        return float((np.log(total) + most).sum() - odds[good > 0].sum() + _TRUST * off @ off), slope

    return minimize(loss, standing, jac=True, method="L-BFGS-B").x


def found_in(data: Sequence[Pair], names: Sequence[str], weights: Any) -> float:
    """Return the share of pairs whose second article the weights find."""
    right = [int((_matrix(rows, names) @ weights).argmax()) == opens for rows, opens in data]
    return sum(right) / len(right)


def _matrix(rows: Sequence[Cues], names: Sequence[str]) -> Any:
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


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
        others = _papers(list(map(Path, sys.argv[1:])), lang)
        others.append([kept for source in sources(lang) if (kept := _kept(source.paragraphs))])
        some = list(pairs([*_papers(known, lang), *others], _FITTED, 1, lang))
        test = list(pairs(_papers(later, lang), _TESTED, 2, lang))
        names = sorted({name for rows, _ in some for row in rows for name in row} - {"bias"})
        standing = np.array([WEIGHTS[lang].get(name, 0.0) for name in names])
        before, after = (found_in(test, names, weights) for weights in (standing, fit(some, names, standing)))
        found = [*_papers([*known, *later], lang), *others]
        weights = fit(list(pairs(found, _FITTED, 1, lang)), names, standing)
        count = sum(map(len, found))
        print(f"{lang}: {count} articles; found of the later sets {after:.3f}, as it stands {before:.3f}")
        for name, weight in zip(names, weights, strict=True):
            if abs(weight) >= _LEAST:
                print(f'                "{name}": {weight:.1f},')
        print(f'                "bias": {_BIAS[lang]:.1f},')


if __name__ == "__main__":
    main()
