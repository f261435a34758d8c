"""Score the splitter on pages with gold: `python -m tests.bench.splitter_score [FOLDER] [PREFIX…]`.

Every `<page>.txt` has a `<page>.gold.json` with `articles` (headline, spans) and `furniture` (spans). An article is
found when it shares at least 95 % of its characters with a gold one, furniture and blanks left out.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.splitter.split import split_with
from summarizer.splitter.weights import WEIGHTS

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"


@dataclass(frozen=True)
class Score:
    """How well one page was split."""

    f1: float
    heads: int
    heads_wanted: int
    lost: int


def pages(folder: Path, prefixes: Iterable[str] = ("",)) -> list[tuple[str, str, dict[str, Any]]]:
    """Return (name, text, gold) of the pages in `folder` whose names begin with one of `prefixes`."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if any(name.startswith(prefix) for prefix in prefixes):
            with (folder / f"{name}.txt").open(encoding="utf-8", newline="") as file:
                found.append((name, file.read(), json.loads(path.read_text("utf-8"))))
    return found


def _characters(spans: Iterable[Any], text: str) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if not text[at].isspace()}


def score(text: str, gold: Mapping[str, Any], weights: Mapping[str, float] = WEIGHTS) -> Score:
    """Return the score of splitting `text`."""
    page = split_with(text, weights)
    aside = _characters(gold["furniture"], text)
    wanted = [_characters(article["spans"], text) - aside for article in gold["articles"]]
    whole = [_characters([(span.start, span.end) for span in article.spans], text) for article in page]
    found = [characters - aside for characters in whole]
    pairs = sorted(
        (
            (len(want & have) / len(want | have), i, j)
            for i, want in enumerate(wanted)
            for j, have in enumerate(found)
            if want & have
        ),
        reverse=True,
    )
    match: dict[int, tuple[int, float]] = {}
    for iou, i, j in pairs:
        if i not in match and all(j != taken for taken, _ in match.values()):
            match[i] = (j, iou)
    right = sum(iou >= 0.95 for _, iou in match.values())
    heads = sum(
        bool(article.get("headline"))
        and i in match
        and match[i][1] > 0.5
        and _bare(page[match[i][0]].headline)
        in {_bare(h) for h in (article["headline"], *article.get("headline_also", ()))}
        for i, article in enumerate(gold["articles"])
    )
    rest = _characters([(item.start, item.end) for item in (*page.furniture, *page.residue)], text)
    lost = sum(not char.isspace() for char in text) - len(rest.union(*whole))
    total = sum(bool(have) for have in found) + len(wanted)
    return Score(
        2 * right / total if total else 1.0,
        heads,
        sum(bool(a.get("headline")) for a in gold["articles"]),
        lost,
    )


def _bare(headline: str | None) -> str:
    return re.sub(r"\s+", "", headline or "")


def main() -> None:
    """Print a line a page and the means."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    rows = [(name, score(text, gold)) for name, text, gold in pages(folder, sys.argv[2:] or [""])]
    for name, row in rows:
        print(f"{name:32} f1 {row.f1:.3f}  head {row.heads}/{row.heads_wanted}  lost {row.lost}")
    heads = sum(row.heads for _, row in rows) / (sum(row.heads_wanted for _, row in rows) or 1)
    print(
        f"MEAN of {len(rows)}: f1 {sum(row.f1 for _, row in rows) / (len(rows) or 1):.4f}  head {heads:.4f}"
    )


if __name__ == "__main__":
    main()
