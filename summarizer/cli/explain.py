"""`summarizer split --explain`: the page with margins that show what each line was taken for, and why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.cli.split import jumps
from summarizer.report.cells import clean, pad, visible, wrap

if TYPE_CHECKING:
    from summarizer.inputs.types import PageText
    from summarizer.splitter.page import Article, Page

_MARGIN = 16
# What the codes of the splitter's reasons mean, for people.
_FORMS = {
    "lead.desk": "a desk's lead-in, such as 本报讯",
    "lead.wire": "a news agency's lead-in",
    "lead.reporter": "a reporter's lead-in, such as 记者 … 报道",
    "lead.source": "a lead-in that names its source, such as 记者从 …",
    "lead.day": "a day, as news do",
    "lead.city": "a dateline: a city and a dash",
    "lead.caps": "words in capitals, as news do",
    "lead.run_in": "a run-in head",
    "lead.letter": "a letter's salutation",
}
_CODE = re.compile(r"opens with a form of the press \(([\w.]+)\)")
_SEAM = re.compile(r"weakest seam ([\d.]+)")
_LEGEND = "A seam's figure: how much worse the page would score with that seam elsewhere; below 2 is little."
_SURE, _DOUBTFUL = 0.8, 0.6


def explained(item: PageText, page: Page, width: int = 100) -> str:
    """Return the lines of a page, each with its article and part in the margin, then the reasons."""
    labels = _Labels(page, item.text)
    doubtful = sum(article.confidence < _DOUBTFUL for article in page)
    looks = f", {doubtful} in doubt" if doubtful else ""
    out = [f"# {clean(item.source)} page {item.page}: {len(page)} articles{looks}", ""]
    at = 0
    for line in item.text.split("\n"):
        start = at + len(line) - len(line.lstrip())
        label = labels.at(start) if line.strip() else ""
        out.append((pad(label, _MARGIN) + "│ " + visible(line)).rstrip())
        at += len(line) + 1
    out.append("")
    for article in page:
        out += _reasons(article, width)
    if len(page):
        out += wrap(_LEGEND, width)
    return "\n".join(out) + "\n"


def _reasons(article: Article, width: int) -> Iterator[str]:
    headline = clean(article.headline or "(no headline)")
    sure = article.confidence
    grade = "sure" if sure >= _SURE else "likely" if sure >= _DOUBTFUL else "in doubt"
    yield f"{article.id}  confidence {sure:.2f} ({grade})  {headline}"
    for reason in [*map(_said, article.reasons), *jumps(article)]:
        first, *rest = wrap(reason, width - 6)
        yield f"    - {first}"
        yield from (f"      {line}" for line in rest)
    yield ""


def _said(reason: str) -> str:
    """Return a reason as a person would say it."""
    if found := _CODE.fullmatch(reason):
        return f"opens with {_FORMS.get(found.group(1), found.group(1))}"
    if found := _SEAM.fullmatch(reason):
        return f"least sure seam {found.group(1)}"
    return reason


class _Labels:
    """What stands at an offset of the page."""

    def __init__(self, page: Page, text: str) -> None:
        parts: list[tuple[int, int, str]] = []
        for article in page:
            parts += [(span.start, span.end, article.id) for span in article.spans]
        parts += [(span.start, span.end, f"({span.kind})") for span in page.furniture]
        parts += [(span.start, span.end, "(residue)") for span in page.residue]
        # Narrower parts lie over the wider ones they stand in.
        for article in page:
            parts += _heads(article)
            parts += _signatures(article, text)
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


def _signatures(article: Article, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where byline and credit stand, if they begin a line of their own."""
    for name, words in (("byline", article.byline), ("credit", article.credit)):
        for span in article.spans if words else ():
            at = text.find(words or "", span.start, span.end)
            if at >= 0 and not text[text.rfind("\n", 0, at) + 1 : at].strip():
                yield at, at + len(words or ""), f"{article.id} {name}"
