"""Articles of our own gold, and small ones made on the spot, for the tests of extraction."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from summarizer.extract.material import Material, gather
from summarizer.splitter import Article

ROOT = Path(__file__).parents[1]


@cache
def gold() -> dict[str, dict[str, Any]]:
    lines = (ROOT / "fixtures/gold/articles.jsonl").read_text("utf-8").split("\n")
    return {row["id"]: row for row in map(json.loads, filter(None, lines))}


def gold_article(name: str) -> Article:
    row = gold()[name]
    return article("\n".join(row["paragraphs"]), row["lang"], row["headline"], row.get("kicker"), row["deck"])


def article(
    body: str, language: Any = "zh", headline: str = "", kicker: Any = None, deck: Any = ()
) -> Article:
    return Article(
        id="a1",
        headline=headline or None,
        body=body,
        language=language,
        spans=[],
        kicker=kicker,
        deck=list(deck),
    )


@cache
def gold_material(name: str) -> Material:
    return gather(gold_article(name))
