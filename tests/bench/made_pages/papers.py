"""Pages of the papers of `fixtures/papers`: one column, headlines above or below, with what stands between articles.

A page holds articles of one paper (one in five of several), its masthead, boxes, adverts and foot. Columns break off
as a tool's text does: a blank line every so many lines, in the middle of a paragraph too.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.made_pages.furniture import captions
from tests.bench.made_pages.layout import breadth, wrap_en, wrap_zh
from tests.bench.made_pages.noise import spaced, widened

PAPERS = Path(__file__).parents[3] / "fixtures" / "papers"
_ONE_PAPER = 0.8  # share of pages whose articles come from one paper
_MARGIN = {"zh": "　　", "en": "   "}
_LONG = {"zh": 900, "en": 1700}  # characters; longer articles are cut to whole paragraphs
_DUTY = re.compile("本报|记者")
Article = dict[str, Any]
# A line and whose it is: an article's number, or a kind of furniture; None is a blank one.
Row = tuple[str, int | str] | None


@dataclass(frozen=True, slots=True)
class House:
    """How a page is set. Widths are in characters of the language."""

    lang: str
    width: int
    depth: int  # lines of a column, 0 for one endless column
    airy: bool  # blank lines between paragraphs
    indent: str  # full, drop, none
    below: float  # share of headlines that stand below their text
    stray: float
    wide: bool  # full-width figures
    hyphen: float
    blank_lead: bool


@dataclass(slots=True)
class _Page:
    """The rows of a page, broken into columns as they come."""

    house: House
    chance: random.Random
    rows: list[Row] = field(default_factory=list)
    lines: int = 0

    def blank(self) -> None:
        self.rows.append(None)

    def block(self, lines: list[str], kind: str) -> None:
        """Put furniture between blank lines; it stands outside the columns."""
        self.rows += [None, *((self.worn(line), kind) for line in lines), None]

    def put(self, line: str, owner: int) -> None:
        self.lines += 1
        if self.house.depth and self.lines > self.house.depth:
            self.lines = 1
            self.blank()
        self.rows.append((line, owner))

    def headline(self, lines: list[str], owner: int) -> None:
        """Put a headline block, which no column's end breaks unless it is deeper than a column."""
        self.blank()
        if self.house.depth and self.lines + len(lines) > self.house.depth:
            self.lines = 0
        for line in lines:
            self.put(line, owner)

    def worn(self, text: str) -> str:
        """Return `text` as a tool gives it."""
        text = widened(text) if self.house.wide else text
        return spaced(text, self.house.stray, self.chance)


def house(lang: str, chance: random.Random) -> House:
    """Return how a page in `lang` is set, its open choices made by `chance`."""
    zh = lang == "zh"
    airy = chance.random() < 2 / 3
    indent = chance.choice(("full", "drop", "none") if zh else ("none", "none", "full"))
    return House(
        lang,
        width=chance.randint(13, 24) if zh else chance.randint(34, 50),
        depth=chance.choice((0, chance.randint(12, 26), chance.randint(12, 26), chance.randint(20, 45))),
        airy=airy,
        indent="full" if indent == "none" and not airy else indent,
        below=chance.choice((0, 0.25, 0.4)),
        stray=chance.choice((0, 0, 0.04, 0.1, 0.2)) if zh else 0.0,
        wide=zh and chance.random() < 0.15,
        hyphen=0.0 if zh else chance.choice((0, 0.3, 0.5)),
        blank_lead=zh and chance.random() < 0.3,
    )


def sets() -> tuple[str, ...]:
    """Return the names of the sets of papers."""
    return tuple(sorted(path.name.split(".")[0] for path in PAPERS.glob("*.jsonl")))


def make(seed: int, names: Sequence[str] = ()) -> tuple[str, dict[str, Any]]:
    """Return the text and the gold of page `seed`, made of the sets of papers in `names`.

    Without names it is made of all there are: a new set then changes the page of a seed.

    Raises:
        ValueError: if no set has such a name.
    """
    known = sets()
    if unknown := sorted(set(names) - set(known)):
        raise ValueError(f"no set of papers {', '.join(unknown)}; there are {' '.join(known)}")
    chance = random.Random(seed)
    name = chance.choice(tuple(names) or known)
    articles, furniture = papers(name)
    chosen = _chosen(articles, chance)
    page = _Page(house(chosen[0]["lang"], chance), chance)
    if chance.random() < 0.75:
        page.block(chance.choice(furniture["mastheads"]), "masthead")
    gold = []
    for number, article in enumerate(chosen):
        gold.append(_article(page, article, number))
        if chance.random() < 0.25:
            kind = chance.choice(("boxes", "adverts"))
            page.block(chance.choice(furniture[kind]), "advert" if kind == "adverts" else "table")
    if chance.random() < 0.6:
        page.block(chance.choice(furniture["feet"]), "contact")
    return _written(f"paper-{seed}", page, gold)


@cache
def papers(name: str) -> tuple[list[Article], dict[str, list[list[str]]]]:
    """Return the articles and the furniture of one set."""
    with (PAPERS / f"{name}.articles.jsonl").open(encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    return articles, json.loads((PAPERS / f"{name}.furniture.json").read_text("utf-8"))


def _chosen(articles: list[Article], chance: random.Random) -> list[Article]:
    paper = chance.choice(articles)["paper"]
    same = [article for article in articles if article["paper"] == paper]
    pool = same if len(same) >= 3 and chance.random() < _ONE_PAPER else articles
    return chance.sample(pool, min(len(pool), chance.choice((3, 3, 4, 4, 5))))


def _article(page: _Page, article: Article, number: int) -> Article:
    """Put one article on the page, and return its gold without spans."""
    chance, lang = page.chance, page.house.lang
    paragraphs = _cut(article, chance.randint(_LONG[lang] // 3, _LONG[lang]))
    heads = [text in article["subheads"] for text in paragraphs]
    paragraphs[0] = article["lead"] + paragraphs[0]
    paragraphs = [page.worn(text) for text in paragraphs]
    after = bool(article["headline"]) and chance.random() < page.house.below
    kicker, lines, deck = _head(page, article)
    head = [*([kicker] if kicker else []), *lines, *deck]
    byline, at_end = _byline(page, article, after)
    if head and not after:
        page.headline(head, number)
    if byline and not at_end:
        if not head:
            page.blank()
        page.put(byline, number)
    if not (head and not after) or chance.random() < 0.85:
        page.blank()
    credit = article["credit"] and page.worn(article["credit"])
    signs = [text for text in (byline if at_end else None, credit) if text]
    for row in _body(page, article["captions"], list(zip(paragraphs, heads, strict=True)), signs):
        if row is None:
            page.blank()
        elif isinstance(row[1], str):
            page.rows.append(row)
        else:
            page.put(row[0], number)
    if head and after:
        page.headline(head, number)
    page.blank()
    return {
        "id": f"{number}-{article['id']}",
        "headline": ("" if lang == "zh" else " ").join(lines) or None,
        "headline_lines": lines,
        "kicker": kicker,
        "deck": deck,
        "byline": byline,
        "credit": credit,
        "headline_position": "after" if after else "before",
        "body": "\n".join(paragraphs),
    }


def _cut(article: Article, limit: int) -> list[str]:
    kept: list[str] = []
    for paragraph in article["paragraphs"]:
        if kept and sum(map(len, kept)) > limit:
            break
        kept.append(paragraph)
    while len(kept) > 1 and kept[-1] in article["subheads"]:
        kept.pop()
    return kept


def _head(page: _Page, article: Article) -> tuple[str | None, list[str], list[str]]:
    """Return kicker, lines of the headline, and deck, as they are printed."""
    if not article["headline"]:
        return None, [], []
    lines = article["headline_break"] if page.chance.random() < 0.8 else [article["headline"]]
    kicker = article["kicker"] and page.worn(article["kicker"])
    return kicker, [page.worn(line) for line in lines], [page.worn(line) for line in article["deck"]]


def _byline(page: _Page, article: Article, after: bool) -> tuple[str | None, bool]:
    """Return the byline, and whether it stands at the end of the text: below a text it is in brackets, or left out."""
    byline, position = article["byline"], article["byline_position"]
    if not byline or position == "end" or not (after and article["headline"]):
        return byline and page.worn(byline), position == "end"
    if page.house.lang == "en":
        return None, True
    return page.worn(f"（{_DUTY.sub('', byline).strip(' □■◎')}）"), True


def _body(
    page: _Page, pictures: list[list[str]], paragraphs: list[tuple[str, bool]], signs: list[str]
) -> Iterator[Row]:
    """Yield the rows of a body, of paragraphs and subheads, perhaps with a caption between them."""
    house, chance = page.house, page.chance
    pictured = chance.randint(1, len(paragraphs) - 1) if len(paragraphs) > 2 and chance.random() < 0.2 else 0
    for at, (paragraph, subhead) in enumerate(paragraphs):
        if pictured and at == pictured:
            yield None
            for line in chance.choice(pictures) if pictures else captions(house.lang, chance):
                yield page.worn(line), "caption"
            yield None
        if subhead:
            if house.airy or chance.random() < 0.5:
                yield None
            yield paragraph, 0
        else:
            lines = _set(page, paragraph)
            if at == len(paragraphs) - 1:
                for sign in signs:
                    _sign(lines, sign, house, chance)
            yield from ((line, 0) for line in lines)
        if house.airy:
            yield None


def _set(page: _Page, text: str) -> list[str]:
    house = page.house
    zh, opening = house.lang == "zh", house.indent != "none"
    if zh:
        lines = wrap_zh(text, house.width, 2 if opening else 0)
    else:
        lines = wrap_en(text, house.width, 3 if opening else 0, (house.hyphen, "-"), page.chance)
    if house.indent == "full":
        lines[0] = _MARGIN[house.lang] + lines[0]
    elif house.indent == "drop" and house.blank_lead:
        lines[0] = " " + lines[0]
    return lines


def _sign(lines: list[str], sign: str, house: House, chance: random.Random) -> None:
    fits = sign[0] in "（(" and breadth(lines[-1]) + breadth(sign) <= house.width * 2
    if house.lang == "zh" and fits:
        lines[-1] += (" " if chance.random() < 0.6 else "") + sign
    else:
        lines.append(sign)


def _written(name: str, page: _Page, gold: list[Article]) -> tuple[str, dict[str, Any]]:
    """Return the text of the rows and the gold with its spans."""
    text, before, blank = "", None, True
    owned: dict[int | str, list[list[int]]] = {}
    for row in page.rows:
        if row is None:
            text += "" if blank else "\n"
            blank = True
        elif row[0].strip():
            spans, start = owned.setdefault(row[1], []), len(text)
            text += row[0]
            if spans and before == row[1]:
                spans[-1][1] = len(text)
            else:
                spans.append([start, len(text)])
            text += "\n"
            before, blank = row[1], False
    kinds = [(span, kind) for kind, spans in owned.items() if isinstance(kind, str) for span in spans]
    house = page.house
    return text, {
        "id": name,
        "language": house.lang,
        "layout": f"papers: {house.width} wide, {house.depth} deep, {'blank lines' if house.airy else 'tight'}, indent {house.indent}",
        "articles": [
            {**article, "id": f"{name}-{article['id']}", "spans": owned.get(n, [])}
            for n, article in enumerate(gold)
        ],
        "furniture": [span for span, _ in kinds],
        "furniture_kinds": [kind for _, kind in kinds],
    }
