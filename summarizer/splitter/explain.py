"""The page as it was understood: every line with its part and its article, and why."""

from __future__ import annotations

from bisect import bisect_right

from summarizer.splitter.lines import read_lines
from summarizer.splitter.page import Article, Page
from summarizer.splitter.split import split

_EDGE = "│"


def explain(text: str, page: Page | None = None) -> str:
    """Return `text` line by line, with a margin that shows each line's part and article, and the reasons.

    `page` is what `split(text)` gave, to spare the work of splitting again.
    """
    page = split(text) if page is None else page
    owners = _owners(page)
    starts = [start for start, _, _, _ in owners]
    rows: list[str] = []
    seen: set[str] = set()
    by_id = {article.id: article for article in page}
    for line in read_lines(text):
        at = bisect_right(starts, line.start) - 1
        _, end, owner, part = owners[at] if at >= 0 else (0, 0, "", "residue")
        if line.start >= end:
            owner, part = "", "residue"
        if owner in by_id and owner not in seen:
            seen.add(owner)
            rows.append(_title(by_id[owner]))
        part = _part(by_id[owner], line.start) if owner in by_id else part
        rows.append(f"{owner:>5} {part:<10} {_EDGE} {text[line.start : line.end]}")
    return "\n".join(rows) + ("\n" if rows else "")


def _owners(page: Page) -> list[tuple[int, int, str, str]]:
    """Return (start, end, article id, part) of everything on the page, in page order."""
    found = [(span.start, span.end, article.id, "") for article in page for span in article.spans]
    found += [(item.start, item.end, "", item.kind) for item in page.furniture]
    found += [(span.start, span.end, "", "residue") for span in page.residue]
    return sorted(found)


def _title(article: Article) -> str:
    name = article.headline or "(no headline)"
    return f"──── {article.id}  {article.confidence:.2f}  {name}  [{'; '.join(article.reasons)}]"


def _part(article: Article, start: int) -> str:
    """Return the part of `article` that the page character at `start` belongs to."""
    for run in article.runs:
        if run.page_start <= start < run.page_start + run.length:
            at = run.text_start + start - run.page_start
            for name, value in (("kicker", article.kicker), ("headline", article.headline)):
                if value:
                    if at < len(value):
                        return name
                    at -= len(value) + 1
            for value in article.deck:
                if at < len(value):
                    return "deck"
                at -= len(value) + 1
            return "body"
    return "signature"
