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
from summarizer.text import ROW, fold

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
_LINE_END = re.compile(r"[\n\r\f]")
_REACH = 100  # pages; the thickest paper
_NUMERALS = {**{digit: number for number, digit in enumerate("一二三四五六七八九", 1)}, "十": 10}


def with_jumps(raw: str, page: Page) -> Page:
    """Return the page, its articles with the labels of their page and of those that they go on on or come from."""
    found: dict[int, dict[str, str]] = {}
    spans = sorted(
        (span.start, span.end, number) for number, article in enumerate(page) for span in article.spans
    )
    said = [
        (item, jump)
        for item in page.furniture
        if item.kind == "jump" and spans and (jump := _jump(raw[item.start : item.end]))
    ]
    for owner, (_, jump) in zip(_owners(raw, spans, said), said, strict=True):
        found.setdefault(owner, {}).setdefault(*jump)
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


def _owners(
    raw: str, spans: Sequence[tuple[int, int, int]], said: Sequence[tuple[Span, tuple[str, str]]]
) -> list[int]:
    """Return which article each jump line belongs to: of the text above it, or (from) of that below.

    Text that stands beside it in another column doesn't count, unless there is no other.
    """
    below = [bisect_right(spans, (item.start, 0, 0)) for item, _ in said]
    uppers: Sequence[int | None] = [at - 1 for at in below]
    lowers: Sequence[int | None] = below
    if said and any(ROW.fullmatch(raw, one[1], two[0]) for one, two in pairwise(spans)):
        uppers, lowers = _in_columns(raw, spans, [item for item, _ in said], below)
    owners = []
    for at, upper, lower, (_, (way, _)) in zip(below, uppers, lowers, said, strict=True):
        near = (at - 1, at) if upper is None and lower is None else (upper, lower)
        one, two = near if way == "on" else near[::-1]
        place = one if one is not None and 0 <= one < len(spans) else two
        assert place is not None
        owners.append(spans[place][2])
    return owners


def _in_columns(
    raw: str, spans: Sequence[tuple[int, int, int]], items: Sequence[Span], below: Sequence[int]
) -> tuple[list[int | None], list[int | None]]:
    """Return the nearest spans above and below each jump line that don't stand beside it in another column.

    `below`: the nearest spans below, whatever their column.
    """
    origins = [0, *(found.end() for found in _LINE_END.finditer(raw))]
    columns = [
        _columns(origins, start, end) if ROW.fullmatch(raw, start, end) else None for start, end, _ in spans
    ]
    own = [_columns(origins, item.start, item.end) for item in items]
    order = sorted(range(len(items)), key=below.__getitem__)

    def nearest(order: Sequence[int], first: int, end: int, step: int) -> list[int | None]:
        found: list[int | None] = [None] * len(items)
        # What the last jump line in the same columns found: no need to look there again.
        known: dict[tuple[int, int], tuple[int, int | None]] = {}
        for number in order:
            low, high = own[number]
            stop, last = known.get(own[number], (end, None))
            at = below[number] + first
            for place in range(at, stop, step):
                column = columns[place]
                if column is None or (low < column[1] and column[0] < high):
                    last = place
                    break
            known[own[number]] = at, last
            found[number] = last
        return found

    return nearest(order, -1, -1, -1), nearest(order[::-1], 0, len(spans), 1)


def _columns(origins: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return in which columns of its physical line a piece of text stands; `origins`: where lines begin."""
    origin = origins[bisect_right(origins, start) - 1]
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
