"""`summarizer split --explain`: the page with margins that show what each line was taken for, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.report.cells import clean, pad, visible, wrap

if TYPE_CHECKING:
    from summarizer.inputs.types import PageText
    from summarizer.splitter.page import Article, Page

_MARGIN = 16


def explained(item: PageText, page: Page, width: int = 100) -> str:
    """Return the lines of a page, each with its article and part in the margin, then the reasons."""
    labels = _Labels(page)
    out = [f"# {clean(item.source)} page {item.page}: {len(page)} articles", ""]
    at = 0
    for line in item.text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        label = labels.at(start) if line.strip() else ""
        out.append((pad(label, _MARGIN) + "│ " + visible(line)).rstrip())
        at += len(line) + 1
    out.append("")
    for article in page:
        out += _reasons(article, width)
    return "\n".join(out) + "\n"


def _reasons(article: Article, width: int) -> Iterator[str]:
    headline = clean(article.headline or "(no headline)")
    yield f"{article.id}  confidence {article.confidence:.2f}  {headline}"
    for reason in article.reasons:
        first, *rest = wrap(reason, width - 6)
        yield f"    - {first}"
        yield from (f"      {line}" for line in rest)
    yield ""


class _Labels:
    """What stands at an offset of the page."""

    def __init__(self, page: Page) -> None:
        parts: list[tuple[int, int, str]] = []
        for article in page:
            parts += [(span.start, span.end, article.id) for span in article.spans]
        parts += [(span.start, span.end, f"({span.kind})") for span in page.furniture]
        parts += [(span.start, span.end, "(residue)") for span in page.residue]
        # Narrower parts lie over the wider ones they stand in.
        for article in page:
            parts += _heads(article)
        self._parts = sorted(parts, key=lambda part: (part[0], part[0] - part[1]))
        self._starts = [part[0] for part in self._parts]

    def at(self, offset: int) -> str:
        """Return the name of the narrowest part that holds an offset."""
        best, size = "?", float("inf")
        for start, end, name in reversed(self._parts[: bisect_right(self._starts, offset)]):
            if start <= offset < end and end - start < size:
                best, size = name, end - start
            if offset - start > 200_000:
                break
        return best


def _heads(article: Article) -> Iterator[tuple[int, int, str]]:
    """Yield where kicker, headline and deck stand on the page; the rest of an article is its body."""
    at = 0
    heads = [
        ("kicker", article.kicker),
        ("headline", article.headline),
        *(("deck", line) for line in article.deck),
    ]
    for name, text in heads:
        if text:
            for span in article.locate(at, at + len(text)):
                yield span.start, span.end, f"{article.id} {name}"
            at += len(text) + 1
