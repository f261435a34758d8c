"""Pages made of articles: which stand on a page, in what order their parts come, and the gold of it all."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from tests.bench.made_pages.furniture import adverts, captions, feet, jump, labels, masthead
from tests.bench.made_pages.layout import FAMILIES, Layout, halves, layout, wrap_en, wrap_zh
from tests.bench.made_pages.noise import worn
from tests.bench.made_pages.sources import Source, is_subhead, sources

_LONG = {"zh": 900, "en": 1800}  # characters; longer articles are cut to whole paragraphs
_BRIEF = {"zh": 220, "en": 420}

Owner = int | str  # number of an article, or the kind of a piece of furniture
Row = tuple[str, Owner] | None  # one line; None is a blank one


@dataclass(slots=True)
class Piece:
    """One article set in lines: its headline block and its body, each ready to be put on the page."""

    number: int
    source: Source
    position: str
    head: list[Row] = field(default_factory=list)
    body: list[Row] = field(default_factory=list)


def make(seed: int, family: str | None = None) -> tuple[str, dict[str, Any]]:
    """Return the text and the gold of page `seed`, of `family` (or of one that the seed chooses)."""
    chance = random.Random(seed)
    lang = chance.choice(("zh", "zh", "en"))
    how = layout(family or chance.choice(FAMILIES), lang, chance)
    chosen = [_cut(source, how, chance) for source in chance.sample(sources(lang), chance.randint(3, 6))]
    chosen = [_worn(source, how, chance) for source in chosen]
    pieces = [
        _piece(number, source, how, chance.choice(how.positions), chance)
        for number, source in enumerate(chosen)
    ]
    rows: list[Row] = [(text, "masthead") for text in masthead(lang, chance)]
    rows.append(None if how.head_gap[0] or how.margin else None if chance.random() < 0.5 else ("", "blank"))
    rows.extend(_page(pieces, how, chance))
    if how.roundup:
        rows.extend(_roundup(pieces, how, chance))
    if chance.random() < 0.5:
        rows.extend([None, *((text, "editors") for text in feet(lang, chance))])
    return _gold(f"made-{seed}", [row for row in rows if row is None or row[0]], pieces, how, chance)


def made(seeds: Iterable[int]) -> list[tuple[str, str, dict[str, Any]]]:
    """Return (name, text, gold) of the pages of `seeds`."""
    return [(f"made-{seed}", *make(seed)) for seed in seeds]


def _cut(source: Source, how: Layout, chance: random.Random) -> Source:
    kept, size = [], 0
    limit = chance.randint(_LONG[how.lang] // 3, _LONG[how.lang])
    for paragraph in source.paragraphs:
        if kept and size > limit:
            break
        kept.append(paragraph)
        size += len(paragraph)
    while len(kept) > 1 and is_subhead(kept[-1]):
        kept.pop()
    if how.bare < 0.5 and chance.random() < 0.07:
        kept = _with_subheads(kept, how, chance)
    if chance.random() < how.bare:
        return replace(source, paragraphs=kept, lead="", byline=None, credit=None)
    return replace(source, paragraphs=kept)


def _with_subheads(paragraphs: list[str], how: Layout, chance: random.Random) -> list[str]:
    """Return the paragraphs with subheads between them, made of the first words of the paragraph below."""
    found: list[str] = []
    for at, paragraph in enumerate(paragraphs):
        if at and chance.random() < 0.6:
            if how.lang == "zh":
                clauses = [part for part in re.split("[，。；、：“”]", paragraph)[2:] if 5 <= len(part) <= 12]
                if clauses:
                    found.append(chance.choice(clauses))
            else:
                words = paragraph.split()
                start = chance.randint(4, max(4, len(words) - 5))
                words = words[start : start + chance.randint(2, 4)]
                if words and all(word.isalpha() for word in words):
                    found.append(" ".join(words).capitalize())
        found.append(paragraph)
    return found


def _worn(source: Source, how: Layout, chance: random.Random) -> Source:
    def wear(text: str | None) -> str | None:
        return worn(text, how, chance) if text else text

    headline = source.headline.upper() if source.headline and how.caps else source.headline
    return replace(
        source,
        headline=wear(headline),
        kicker=wear(source.kicker),
        deck=[worn(line, how, chance) for line in source.deck],
        paragraphs=[worn(text, how, chance) for text in source.paragraphs],
        byline=wear(source.byline),
        credit=wear(source.credit),
        lead=worn(source.lead, how, chance),
    )


def _heads(text: str, how: Layout, chance: random.Random) -> list[str]:
    if how.head_lines == "one":
        return [text]
    if how.lang == "zh":
        return halves(text, how.width)
    return wrap_en(text, max(18, int(how.width * chance.choice((0.7, 0.9, 1.0)))), 0, (0.0, "-"), chance)


def _lines(text: str, how: Layout, chance: random.Random) -> list[str]:
    zh = how.lang == "zh"
    opening = 2 if how.indent != "none" else 0
    if zh:
        lines = wrap_zh(text, how.width, opening)
        mark = "　　"
    else:
        mark = "   "
        hyphen = (how.hyphen, "\ufffe" if how.newline == "\r\n" else "-")
        lines = wrap_en(text, how.width, 3 if opening else 0, hyphen, chance)
    if how.indent == "full" and lines:
        lines[0] = mark + lines[0]
    elif how.indent == "drop" and how.lead_space and lines:
        lines[0] = " " + lines[0]
    return lines


def _piece(number: int, source: Source, how: Layout, position: str, chance: random.Random) -> Piece:
    piece = Piece(number, source, position)
    if source.headline:
        over = [source.kicker] if source.kicker else []
        lines = [*over, *_heads(source.headline, how, chance)]
        for line in source.deck:
            lines.extend(_heads(line, how, chance) if how.lang == "en" else [line])
        piece.head = [(" " * how.margin + line, number) for line in lines]
    by = source.byline
    if by and source.byline_position == "under_headline":
        piece.body.append((by, number))
        if how.para == "blank" and chance.random() < 0.5:
            piece.body.append(None)
        by = None
    for at, paragraph in enumerate(source.paragraphs):
        lines = _lines((source.lead if at == 0 else "") + paragraph, how, chance)
        if is_subhead(paragraph):
            lines = [paragraph]
        sign = by or source.credit if paragraph is source.paragraphs[-1] else None
        if sign:
            _sign(lines, sign, how, chance)
        piece.body.extend((line, number) for line in lines)
        if how.para == "blank" or (is_subhead(paragraph) and how.head_gap[0]):
            piece.body.append(None)
    while piece.body and piece.body[-1] is None:
        piece.body.pop()
    return piece


def _sign(lines: list[str], sign: str, how: Layout, chance: random.Random) -> None:
    if how.lang == "zh" and sign[0] in "（(" and len(lines[-1]) + len(sign) <= how.width:
        lines[-1] += (" " if chance.random() < 0.6 else "") + sign
    else:
        lines.append(sign)


def _page(pieces: list[Piece], how: Layout, chance: random.Random) -> Iterator[Row]:
    """Yield the rows of the page's articles, with what stands between them."""
    loose: list[Row] = []
    if how.apart in ("first", "last"):
        for piece in pieces:
            piece.position = f"apart-{'before' if how.apart == 'first' else 'after'}"
            loose.extend([*piece.head, None])
    if how.apart == "first":
        yield from loose
    column = _Column(how)
    if how.apart == "rows":
        _in_rows(pieces, chance)
    for at, piece in enumerate(pieces):
        shown = bool(piece.head) and how.apart not in ("first", "last")
        if at and (how.part_gap or (how.head_gap[0] and shown and piece.position != "after")):
            yield None
        if shown and piece.position != "after":
            yield from column.run(piece.head)
            if how.head_gap[1]:
                yield None
        yield from column.run(_with_caption(piece.body, how, chance))
        if chance.random() < 0.08:
            yield (jump(how.lang, chance), "jump")
        if shown and piece.position == "after":
            if how.head_gap[0]:
                yield None
            yield from column.run(piece.head)
            yield None
        if chance.random() < 0.12:
            yield None
            yield from ((line, "advert") for line in adverts(how.lang, chance))
            yield None
    if how.apart == "last":
        yield None
        yield from loose


def _in_rows(pieces: list[Piece], chance: random.Random) -> None:
    """Put the headlines of two or three columns in a row before the first of their bodies."""
    at = 0
    while at < len(pieces):
        row = pieces[at : at + chance.choice((1, 2, 2, 3))]
        heads: list[Row] = []
        for piece in row:
            if heads and piece.head:
                heads.append(None)
            heads.extend(piece.head)
            if len(row) > 1:
                piece.position = "apart-before"
                piece.head = []
        if len(row) > 1:
            row[0].position, row[0].head = "before", heads
        at += len(row)


class _Column:
    """Breaks a stream of rows into columns of the layout's depth."""

    def __init__(self, how: Layout) -> None:
        self._how = how
        self._lines = 0

    def run(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield `rows` with blank ones where a column ends."""
        for row in rows:
            self._lines += 1
            if self._how.depth and self._lines > self._how.depth:
                self._lines = 1
                if self._how.break_gap:
                    yield None
            yield row


def _with_caption(body: list[Row], how: Layout, chance: random.Random) -> list[Row]:
    if chance.random() > 0.15 or len(body) < 12:
        return body
    at = chance.randint(6, len(body) - 4)
    rows: list[Row] = [(line, "caption") for line in captions(how.lang, chance)]
    return [*body[:at], None, *rows, None, *body[at:]]


def _roundup(pieces: list[Piece], how: Layout, chance: random.Random) -> Iterator[Row]:
    """Yield the rows of a roundup, its items added to `pieces`."""
    yield None
    yield (labels(how.lang, chance), "section")
    yield None
    mark = chance.choice(("", "■", "●", ""))
    for source in chance.sample(sources(how.lang), chance.randint(3, 5)):
        text = source.paragraphs[0]
        if (
            is_subhead(text)
            or len(text) > _BRIEF[how.lang]
            or any(p.source.paragraphs[0] == text for p in pieces)
        ):
            continue
        short = _worn(replace(source, headline=None, paragraphs=[text], byline=None), how, chance)
        piece = Piece(len(pieces), short, "before")
        lines = _lines(mark + short.lead + short.paragraphs[0], how, chance)
        if short.credit and chance.random() < 0.5:
            _sign(lines, short.credit, how, chance)
        piece.body = [(line, piece.number) for line in lines]
        pieces.append(piece)
        yield from piece.body
        if how.para == "blank" or how.part_gap:
            yield None


def _gold(
    name: str, rows: list[Row], pieces: list[Piece], how: Layout, chance: random.Random
) -> tuple[str, dict[str, Any]]:
    """Return the text of `rows` and who owns which span of it."""
    text = ""
    owned: dict[Owner, list[list[int]]] = {}
    before: Owner | None = None
    blank = False
    for row in rows:
        if row is None:
            text += "" if blank else how.newline
            blank = True
            continue
        blank = False
        line, owner = row
        if isinstance(owner, str) or not line.startswith(" " * max(1, how.margin)):
            line = " " * (how.margin if how.margin else 0) + line
        start, end = len(text), len(text) + len(line)
        spans = owned.setdefault(owner, [])
        if spans and before == owner:
            spans[-1][1] = end
        else:
            spans.append([start, end])
        before = owner
        text += line + how.newline
    if chance.random() < 0.2:
        text += "\f"
    kinds = [(span, owner) for owner, spans in owned.items() if isinstance(owner, str) for span in spans]
    gold = {
        "id": name,
        "language": how.lang,
        "layout": f"{how.family}: {how.width} wide, {how.depth} deep, {how.para}, indent {how.indent}",
        "articles": [
            {
                "id": f"{name}-{piece.number}",
                "headline": piece.source.headline,
                "kicker": piece.source.kicker,
                "deck": piece.source.deck,
                "byline": piece.source.byline,
                "credit": piece.source.credit,
                "headline_position": piece.position,
                "body": "\n".join(piece.source.paragraphs),
                "spans": owned.get(piece.number, []),
            }
            for piece in pieces
        ],
        "furniture": [span for span, _ in kinds],
        "furniture_kinds": [kind for _, kind in kinds],
    }
    return text, gold
