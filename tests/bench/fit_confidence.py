"""Fit and judge the confidence of articles: `python -m tests.bench.fit_confidence [MADE PAGES] [FOLDER…]`.

Fits the weights of `summarizer.splitter.confidence` by logistic regression on made pages, a part of them with columns
interleaved, on the dev- pages and on those of other FOLDERs with gold; prints them, and how often an article of each
confidence is right (it shares 95 % of its characters with a gold one) on the pages of the fixtures.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from summarizer.splitter import confidence
from summarizer.splitter.assemble import Sketch, assemble
from summarizer.splitter.split import drafts_of
from summarizer.splitter.weights import WEIGHTS
from tests.bench.made_pages import made
from tests.bench.splitter_score import PAGES, pages

RIGHT = 0.95
_TIMES = (
    6  # the dev- pages are as papers print them, made ones are harder: how often each of the former counts
)
_EDGES = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
Row = tuple[dict[str, float], bool]
Gold = dict[str, Any]


def rows(found: Iterable[tuple[str, str, Gold]]) -> Iterator[Row]:
    """Yield the signs of each article that is found, and whether it is right."""
    for _, text, gold in found:
        page = drafts_of(text, WEIGHTS)
        shared = confidence.page_signs(page.drafts)
        for draft, good in zip(page.drafts, judged(text, gold, page), strict=True):
            yield confidence.signs(draft, shared), good


def judged(text: str, gold: Gold, page: Sketch) -> list[bool]:
    """Return which articles of a page are right."""
    aside = _characters(gold["furniture"], text)
    wanted = [_characters(article["spans"], text) - aside for article in gold["articles"]]
    good = []
    for article in assemble(text, page):
        have = _characters([(span.start, span.end) for span in article.spans], text) - aside
        best = max((len(want & have) / len(want | have) for want in wanted if want & have), default=0.0)
        good.append(best >= RIGHT)
    return good


def _characters(spans: Iterable[Any], text: str) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


def interleaved(text: str, gold: Gold, chance: random.Random) -> tuple[str, Gold]:
    """Return a page whose halves are mixed: side by side in one line, or by turns of a few lines."""
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    halves = lines[: len(lines) // 2], lines[len(lines) // 2 :]
    out, moved, at = [], {}, 0
    if chance.random() < 0.5:
        wide = max(len(line) for _, line in halves[0]) + 4
        for number, (start, line) in enumerate(halves[1]):
            before, left = halves[0][number] if number < len(halves[0]) else (-1, "")
            moved[before], moved[start] = at, at + wide
            out.append(f"{left:{wide}}{line}")
            at += len(out[-1]) + 1
    else:
        while halves[0] or halves[1]:
            for half in halves:
                turn = chance.randint(1, 6)
                for start, line in half[:turn]:
                    moved[start] = at
                    out.append(line)
                    at += len(line) + 1
                del half[:turn]

    def follow(spans: Iterable[Any]) -> list[tuple[int, int]]:
        found = []
        for low, high in spans:
            for start, line in lines:
                left, right = max(low, start), min(high, start + len(line))
                if left < right and start in moved:
                    found.append((left - start + moved[start], right - start + moved[start]))
        return found

    articles = [article | {"spans": follow(article["spans"])} for article in gold["articles"]]
    return "\n".join(out), {"articles": articles, "furniture": follow(gold["furniture"])}


def training(count: int) -> Iterator[tuple[str, str, Gold]]:
    """Yield made pages, one of eight interleaved, and the dev- pages, several times over."""
    chance = random.Random(17)
    for number, (name, text, gold) in enumerate(made(range(5000, 5000 + count))):
        yield (name, *(interleaved(text, gold, chance) if number % 8 == 7 else (text, gold)))
    for _ in range(_TIMES):
        yield from pages(PAGES, ["dev-"])


def fit(data: list[Row], decay: float = 1.0) -> dict[str, float]:
    """Return the weights that make the data likeliest (Newton's method, with a little weight decay)."""
    names = list(data[0][0])
    values = [[signs[name] for name in names] for signs, _ in data]
    weights = [0.0] * len(names)
    for _ in range(12):
        slope = [-decay * weight for weight in weights]
        bend = [[decay * (i == j) for j in range(len(names))] for i in range(len(names))]
        for row, (_, good) in zip(values, data, strict=True):
            p = 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row, strict=True))))
            for i, x in enumerate(row):
                slope[i] += (good - p) * x
                for j, y in enumerate(row):
                    bend[i][j] += p * (1 - p) * x * y
        weights = [w + s for w, s in zip(weights, _solve(bend, slope), strict=True)]
    return {name: round(weight, 2) for name, weight in zip(names, weights, strict=True)}


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(len(rows)):
        pivot = max(range(i, len(rows)), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(len(rows)):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [row[-1] / row[i] for i, row in enumerate(rows)]


def report(name: str, data: list[Row], weights: dict[str, float]) -> None:
    """Print how often articles of each confidence are right, and how well it tells right from wrong."""
    said = [
        (1 / (1 + math.exp(-sum(weights[n] * x for n, x in signs.items()))), good) for signs, good in data
    ]
    right, wrong = [p for p, good in said if good], [p for p, good in said if not good]
    pairs = len(right) * len(wrong)
    auc = sum((p > q) + 0.5 * (p == q) for p in right for q in wrong) / pairs if pairs else float("nan")
    print(f"{name}: {len(said)} articles, {len(right)} right, area under the curve {auc:.3f}")
    print(
        f"   wrong ones below .6: {sum(p < 0.6 for p in wrong)} of {len(wrong)};"
        f" right ones above .8: {sum(p > 0.8 for p in right)} of {len(right)}"
    )
    for low, high in pairwise(_EDGES):
        held = [good for p, good in said if low <= p < high]
        if held:
            print(
                f"   {low:.2f} to {min(high, 1.0):.2f}: {len(held):4} articles, {sum(held) / len(held):.2f} right"
            )


def main() -> None:
    """Fit, print the weights and the tables."""
    data = list(rows(training(int(sys.argv[1]) if len(sys.argv) > 1 else 400)))
    for folder in sys.argv[2:]:
        data += rows(pages(Path(folder)))
    weights = fit(data)
    print("\n".join(f'    "{name}": {weight},' for name, weight in weights.items()))
    report("made and dev-", data, weights)
    for name, folder, prefixes in (
        ("dev-", PAGES, ["dev-"]),
        ("unseen-", PAGES, ["unseen-"]),
        ("unseen2-", PAGES, ["unseen2-"]),
        ("interleaved", PAGES / "interleaved", ["dev-", "unseen-"]),
    ):
        report(name, list(rows(pages(folder, prefixes))), weights)


if __name__ == "__main__":
    main()
