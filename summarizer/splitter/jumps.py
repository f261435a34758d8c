"""Articles that go on on another page: what their jump lines say, and which pieces belong together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from summarizer.splitter.match import head_share
from summarizer.splitter.page import Article, Page, Span
from summarizer.text import LINE, fold

_LABEL_ZH = r"第? ?([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3}|(?!第)[\u4e00-\u9fff]{1,4}?) ?版"
_LABEL_EN = r"(?:[Pp]ages?|PAGES?)?[ ,.]{0,2}([A-Z]?-?\d{1,3}[A-Z]?)\b"
# The words of a jump line before its page: does the article go on there, or come from there?
_JUMPS = (
    ("on", re.compile(rf"(?:下转|转至|转|详见) ?{_LABEL_ZH}")),
    ("from", re.compile(rf"(?:上接|紧接|接) ?{_LABEL_ZH}")),
    ("from", re.compile(rf"(?:\bfrom|\bFROM|\bFrom)\b.{{0,20}}?{_LABEL_EN}")),
    (
        "on",
        re.compile(
            rf"(?i:\bcontinued|\bcont['’]?d|\bsee|\bturn|\bjumps?|\bmore|\bstory)\b.{{0,30}}?{_LABEL_EN}"
        ),
    ),
)
# A jump in brackets at an end of the running text itself.
_LAST = re.compile(r"[（(]\s?(?:下转|转)[^（）()]{1,16}[）)]\s*$|[（(]\s?(?i:continued on)[^()]{1,20}\)\s*$")
_FIRST = re.compile(
    r"^\s*(?:[（(]\s?(?:上接|紧接|接)[^（）()]{1,16}[）)]|[（(]\s?(?i:continued from)[^()]{1,20}\))"
)
_FOLIOS = frozenset({"masthead", "date", "page"})
_FOLIO = (
    re.compile(rf"{_LABEL_ZH}"),
    re.compile(r"(?i:\bpage) ([A-Z]?-?\d{1,3}[A-Z]?)\b"),
    re.compile(r"(?<![\w.])([A-Z]-?\d{1,2})(?![\w.])"),
)
_REACH = 100  # pages; the thickest paper
_NUMERALS = {**{digit: number for number, digit in enumerate("一二三四五六七八九", 1)}, "十": 10}


def with_jumps(raw: str, page: Page) -> Page:
    """Return the page, its articles with the labels of their page and of those that they go on on or come from."""
    found: dict[int, dict[str, str]] = {}
    spans = sorted(
        (span.start, span.end, number) for number, article in enumerate(page) for span in article.spans
    )
    for item in page.furniture:
        if item.kind == "jump" and spans and (jump := _jump(raw[item.start : item.end])):
            near = _in_column(raw, spans, item)
            found.setdefault(_owner(near, item.start, jump[0]), {}).setdefault(*jump)
    for number, article in enumerate(page):
        for form, text in ((_LAST, article.body[-40:]), (_FIRST, article.body[:40])):
            if (match := form.search(text)) and (jump := _jump(match.group())):
                found.setdefault(number, {}).setdefault(*jump)
    own = _label(raw, page)
    if not found and own is None:
        return page
    articles = [
        replace(
            article,
            page_label=own,
            continues_on=found.get(number, {}).get("on"),
            continued_from=found.get(number, {}).get("from"),
        )
        for number, article in enumerate(page)
    ]
    return replace(page, articles=articles)


def _jump(text: str) -> tuple[str, str] | None:
    text = fold(text)
    for way, form in _JUMPS:
        if found := form.search(text):
            return way, _plain(found.group(1))
    return None


def _plain(label: str) -> str:
    """Return a page label as it compares: 三 is 3, 十二 is 12, A-6 is A6, 03 is 3."""
    if label and all(char in _NUMERALS for char in label):
        tens, ten, ones = label.rpartition("十")
        return str((_NUMERALS.get(tens, 1) * 10 if ten else 0) + _NUMERALS.get(ones, 0))
    return re.sub(r"(?<!\d)0+(?=\d)", "", label.replace("-", ""))


def _label(raw: str, page: Page) -> str | None:
    for item in page.furniture:
        if item.kind in _FOLIOS:
            for form in _FOLIO:
                if found := form.search(fold(raw[item.start : item.end])):
                    return _plain(found.group(1))
    return None


def _owner(spans: Sequence[tuple[int, int, int]], at: int, way: str) -> int:
    """Return which article a jump line at `at` belongs to: of the text above it, or (from) of that below."""
    below = bisect_right(spans, (at, 0, 0))
    one, two = (below - 1, below) if way == "on" else (below, below - 1)
    return spans[one if 0 <= one < len(spans) else two][2]


def _in_column(raw: str, spans: Sequence[tuple[int, int, int]], item: Span) -> Sequence[tuple[int, int, int]]:
    """Return the spans that stand above or below a jump line; all, unless other text stands beside one of them."""
    if not any(LINE.fullmatch(raw, one[1], two[0]) for one, two in pairwise(spans)):
        return spans
    low, high = _columns(raw, item.start, item.end)
    near = []
    for span in spans:
        if LINE.fullmatch(raw, span[0], span[1]):
            left, right = _columns(raw, span[0], span[1])
            if right <= low or high <= left:
                continue
        near.append(span)
    return near or spans


def _columns(raw: str, start: int, end: int) -> tuple[int, int]:
    """Return in which columns of its physical line a piece of text stands."""
    origin = max(raw.rfind(end_of_line, 0, start) for end_of_line in "\n\r\f") + 1
    return start - origin, end - origin


class Part(NamedTuple):
    """An article that may go on on another page; `label` is that of its page, None where none is printed."""

    page: int
    label: str | None
    id: str
    headline: str
    body: str
    continues_on: str | None
    continued_from: str | None


class Link(NamedTuple):
    """Article `id` of page `page` goes on as article `next_id` of page `next_page`."""

    page: int
    id: str
    next_page: int
    next_id: str


def parts(number: int, articles: Iterable[Article]) -> list[Part]:
    """Return the articles of page `number` that have a jump line."""
    return [
        Part(
            number,
            article.page_label,
            article.id,
            article.headline or "",
            article.body,
            article.continues_on,
            article.continued_from,
        )
        for article in articles
        if article.continues_on or article.continued_from
    ]


def link(found: Iterable[Part]) -> list[Link]:
    """Return which pieces of one file belong together, in order of the first pieces.

    A piece that goes on and one that comes from elsewhere fit if each says the page of the other, or nothing is
    known of that page; of several that fit, those whose words agree best. One piece never goes on as two.
    """
    pieces = list(found)
    ahead = [piece for piece in pieces if piece.continues_on]
    behind = [piece for piece in pieces if piece.continued_from]
    pairs = sorted(
        (
            (-fit, i, j)
            for i, one in enumerate(ahead)
            for j, two in enumerate(behind)
            if 0 < abs(one.page - two.page) <= _REACH and (fit := _fit(one, two)) is not None
        ),
    )
    links: dict[int, Link] = {}
    taken: set[int] = set()
    for _, i, j in pairs:
        if i not in links and j not in taken:
            taken.add(j)
            links[i] = Link(ahead[i].page, ahead[i].id, behind[j].page, behind[j].id)
    return [links[i] for i in sorted(links)]


def _fit(one: Part, two: Part) -> float | None:
    """Return how well `two` goes on with `one`, None if it can't."""
    there, back = _names(two, one.continues_on), _names(one, two.continued_from)
    if there is None or back is None:
        return None
    words = head_share([one.headline], [two.headline, two.body]) if one.headline else 0.0
    # The words decide among pieces that fit alike; of equals the nearest page.
    return there + back + words - abs(one.page - two.page) / (10 * _REACH)


def _names(piece: Part, label: str | None) -> float | None:
    """Return 1 if a label names the page of a piece, less where that can't be known, None if it names another."""
    if piece.label is not None:
        return 1.0 if piece.label == label else None
    return 0.5 if str(piece.page) == label else 0.0
