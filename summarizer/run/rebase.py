"""The same article on another page: its stored record, with every place put where the article stands now."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from summarizer.inputs.boxes import places
from summarizer.inputs.types import PageText
from summarizer.schema import PageBox, PageSpan
from summarizer.splitter.page import Article


def moved(record: str, page: PageText) -> str:
    """Return a record's JSON on another page of the very same text."""
    data = json.loads(record)
    data["article"] |= {"source": page.source, "page": page.page}
    return _placed(data, page)


def on_sheet(page: PageText, spans: Iterable[PageSpan]) -> list[PageBox]:
    """Return where spans of a page of a PDF stand on its sheet."""
    found = places(page.boxes, [(span.start, span.end) for span in spans])
    return [PageBox(left=left, top=top, right=right, bottom=bottom) for left, top, right, bottom in found]


def _placed(data: dict[str, Any], page: PageText) -> str:
    """Return a record as JSON with the boxes that it has on this page: text files have none."""
    spans = [PageSpan(**span) for span in data["article"]["spans"]]
    data["article"]["boxes"] = [box.model_dump(mode="json") for box in on_sheet(page, spans)]
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def rebased(record: str, article: Article, page: PageText) -> str:
    """Return a record's JSON with the places of `article`, whose text is that of the record's article.

    Evidence has offsets into the article's text and is located anew; the spans of findings are taken back
    from the old page to the text first. A span of a finding that stands in no run is dropped.
    """
    from summarizer.pipeline import article_data

    data = json.loads(record)
    runs = sorted((run["page_start"], run["text_start"], run["length"]) for run in data["article"]["runs"])
    for evidence in _evidence(data["summary"]):
        evidence["spans"] = _spans(article, evidence["start"], evidence["end"])
    for finding in data["findings"]:
        places = [place for span in finding["spans"] for place in _in_text(runs, span["start"], span["end"])]
        finding["spans"] = [span for start, end in places for span in _spans(article, start, end)]
    data["article"] = article_data(article, source=page.source, page=page.page).model_dump(mode="json")
    return _placed(data, page)


def _evidence(node: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - any JSON
    """Return every evidence object below a node, told by its keys."""
    if isinstance(node, list):
        return [found for item in node for found in _evidence(item)]
    if not isinstance(node, dict):
        return []
    if {"text", "start", "end", "spans"} <= node.keys():
        return [node]
    return [found for item in node.values() for found in _evidence(item)]


def _spans(article: Article, start: int, end: int) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in article.locate(start, end)]


def _in_text(runs: list[tuple[int, int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """Take half-open page offsets back to the text, through runs sorted by their place on the page."""
    found: list[tuple[int, int]] = []
    first = max(0, bisect_right(runs, (start, float("inf"), 0)) - 1)
    for page_start, text_start, length in runs[first:]:
        if page_start >= end:
            break
        low, high = max(start, page_start), min(end, page_start + length)
        if low < high:
            found.append((text_start + low - page_start, text_start + high - page_start))
    return found
