"""What a page and its articles are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, overload

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open character offsets into the page text as it was given."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Furniture(Span):
    """Text of the page that belongs to no article: masthead, caption, jump line, advert and so on."""

    kind: str


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters of an article's text from `text_start` stand on the page from `page_start`, one to one."""

    text_start: int
    page_start: int
    length: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a page.

    `body` is un-wrapped, its paragraphs joined by "\\n", without the byline and credit at its end. `text` is kicker,
    headline, deck and body, joined by "\\n", in this order; `runs` map it back to the page, sorted by `text_start`.
    Characters of `text` that stand in no run (a joining blank, "\\n") have no place of their own on the page. `spans`
    are in reading order, which is not that of the page's characters where columns stand side by side on its lines.
    """

    id: str
    headline: str | None
    body: str
    language: Language
    spans: list[Span]
    kicker: str | None = None
    deck: list[str] = field(default_factory=list)
    byline: str | None = None
    credit: str | None = None
    dateline: str | None = None
    runs: list[Run] = field(default_factory=list)
    confidence: float = 1.0
    continues_on: str | None = None
    continued_from: str | None = None
    page_label: str | None = None
    reasons: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Kicker, headline, deck and body, one to a line."""
        return "\n".join(part for part in (self.kicker, self.headline, *self.deck, self.body) if part)

    def locate(self, start: int, end: int) -> list[Span]:
        """Return the spans of the page that hold `text[start:end]`, in page order of the text, touching ones joined."""
        found: list[Span] = []
        first = max(0, bisect_right(self.runs, start, key=lambda run: run.text_start) - 1)
        for run in self.runs[first:]:
            if run.text_start >= end:
                break
            low, high = max(start, run.text_start), min(end, run.text_start + run.length)
            if low >= high:
                continue
            span = Span(run.page_start + low - run.text_start, run.page_start + high - run.text_start)
            if found and found[-1].end == span.start:
                span = Span(found.pop().start, span.end)
            found.append(span)
        return found


@dataclass(frozen=True, slots=True)
class Page(Sequence[Article]):
    """The articles of one page, in reading order; all other non-blank characters are in `furniture` or `residue`.

    `interleaved`: lines of several columns seem to be mixed, so that no article can be trusted.
    """

    articles: list[Article]
    furniture: list[Furniture] = field(default_factory=list)
    residue: list[Span] = field(default_factory=list)
    interleaved: bool = False

    @overload
    def __getitem__(self, index: int) -> Article: ...
    @overload
    def __getitem__(self, index: slice) -> list[Article]: ...
    def __getitem__(self, index: int | slice) -> Article | list[Article]:
        return self.articles[index]

    def __len__(self) -> int:
        return len(self.articles)

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)
