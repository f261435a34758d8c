"""The articles that pages are made of: those of `fixtures/gold` and of the pages that the splitter is developed on."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FIXTURES = Path(__file__).parents[3] / "fixtures"
_PREFIXES = ("dev-", "unseen-")  # no other page of the fixtures is looked at
_NOISY = ("ocr", "traditional")
_SAME = 12  # first characters that two pages' versions of one article share
_ENDS = "。！？!?.…”’\"'）)：:"
_LEAD = re.compile(
    r"(?:[\u4e00-\u9fff]{1,5}[报刊网台社]讯|据?[\u4e00-\u9fff]{2,12}?(?:\d{1,2}月)?\d{1,2}日(?:专?电|讯))"
    r"(?:（[^（）]{2,40}）)? ?|[（(](?:本报)?记者[^（）()]{2,40}[)）] ?"
)
_CITY = re.compile(r"[A-Z][A-Z.'’ -]+(?:, [A-Z][a-z]+\.?)?(?: \([A-Za-z]+\))? ?[—–-]{1,2} ?")


@dataclass(frozen=True, slots=True)
class Source:
    """One article in parts. `lead` stands before the first paragraph; paragraphs without an end are subheads."""

    lang: str
    headline: str | None
    paragraphs: list[str]
    kicker: str | None = None
    deck: list[str] = field(default_factory=list)
    byline: str | None = None
    byline_position: str | None = None
    credit: str | None = None
    lead: str = ""


def is_subhead(paragraph: str) -> bool:
    """Tell whether a paragraph is a subhead: short, and no sentence."""
    return len(paragraph) < 40 and paragraph[-1] not in _ENDS


def _plain(row: dict[str, Any]) -> Source:
    lead = row["dateline"] or ""
    return Source(
        row["lang"],
        row["headline"],
        list(row["paragraphs"]),
        row["kicker"],
        list(row["deck"]),
        None if row["byline_position"] == "lead" else row["byline"],
        row["byline_position"],
        None if row["credit_position"] == "lead" else row["credit"],
        lead + (" " if lead and not lead.endswith(("】", "）")) else ""),
    )


def _of_page(row: dict[str, Any], lang: str) -> Source | None:
    paragraphs = [part for part in row["body"].split("\n") if part.strip()]
    if not paragraphs or row.get("partial") or sum(map(len, paragraphs)) < (60 if lang == "zh" else 150):
        return None
    first = paragraphs[0]
    found = (_LEAD if lang == "zh" else _CITY).match(first)
    lead = found.group() if found else ""
    paragraphs[0] = first[len(lead) :]
    if not paragraphs[0].strip():
        return None
    byline = row.get("byline")
    if byline and byline in lead:
        byline = None
    return Source(
        lang,
        row.get("headline"),
        paragraphs,
        row.get("kicker"),
        list(row.get("deck") or ()),
        byline,
        "end" if byline and byline[0] in "（(" else "under_headline",
        row.get("credit") if row.get("credit") and row["credit"] not in lead else None,
        lead,
    )


@cache
def sources(lang: str) -> tuple[Source, ...]:
    """Return the articles in one language, each once, in a fixed order."""
    found: dict[str, Source] = {}
    with (FIXTURES / "gold" / "articles.jsonl").open(encoding="utf-8") as file:
        for line in file:
            article = _plain(json.loads(line))
            found[article.paragraphs[0][:40]] = article
    for path in sorted((FIXTURES / "pages").glob("*.gold.json")):
        if path.name.startswith(_PREFIXES) and not any(word in path.name for word in _NOISY):
            page = json.loads(path.read_text("utf-8"))
            for row in page["articles"]:
                if article_of := _of_page(row, page["language"]):
                    found.setdefault(article_of.paragraphs[0][:40], article_of)
    titles: dict[str | None, Source] = {}
    for article in found.values():
        titles.setdefault(article.headline or article.paragraphs[0], article)
    known: dict[str, Source] = {}
    for article in titles.values():
        known.setdefault(article.paragraphs[0][:_SAME], article)
    return tuple(article for article in known.values() if article.lang == lang)
