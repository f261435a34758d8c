"""Records as one HTML page: the text with its evidence marked, beside what the record says of it.

Article text is untrusted: all of it goes through the template's escaping, the page holds no script, and its
policy forbids any, as well as everything from elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from summarizer.report.cells import clean, visible
from summarizer.report.hedge import stated
from summarizer.report.labels import Language, authors, jumps, place, word
from summarizer.report.marks import GLYPHS, Grade, Marks, by_severity, grounded, severities
from summarizer.report.text import decision_details
from summarizer.schema import ArticleData, ArticleRecord, Evidence, OtherPiece

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a record: its anchor, its mark, what it says, and whether it has a place in the text."""

    anchor: str
    grade: Grade
    text: str
    detail: str = ""
    grounded: bool = True

    @property
    def glyph(self) -> str:
        """The check mark."""
        return GLYPHS[self.grade]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article's text that carries the same marks throughout; `anchors` begin here."""

    text: str
    classes: str = ""
    anchors: tuple[str, ...] = ()
    target: str = ""


@dataclass(slots=True)
class _Mark:
    start: int
    end: int
    kind: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of contents."""

    number: int
    language: Language
    grade: Grade
    headline: str
    detail: str

    @property
    def glyph(self) -> str:
        """The check mark."""
        return GLYPHS[self.grade]


class Continuations:
    """Anchors of articles that stand on several pages.

    Whether the other piece is in the report shows only at its end: what was pointed to and never came is listed there.
    """

    def __init__(self) -> None:
        self._here: set[str] = set()
        self._named: dict[str, str] = {}

    def place(self, article: ArticleData) -> str:
        """Return the anchor of an article, empty where none is needed or it was placed already."""
        anchor = _anchor(article, article)
        if anchor in self._here or not (article.next_piece or article.previous_piece):
            return ""
        self._here.add(anchor)
        return anchor

    def point(self, article: ArticleData, piece: OtherPiece) -> str:
        """Return the anchor of another piece of an article."""
        anchor = _anchor(article, piece)
        where = word("piece_elsewhere", article.language, piece.page, clean(piece.id))
        self._named[anchor] = " · ".join(filter(None, (clean(article.source or ""), where)))
        return anchor

    def missing(self) -> list[tuple[str, str]]:
        """Return anchor and description of the pieces that are pointed to and not here."""
        return [(anchor, where) for anchor, where in self._named.items() if anchor not in self._here]


def _anchor(article: ArticleData, piece: ArticleData | OtherPiece) -> str:
    name = json.dumps([article.source, piece.page, piece.id])
    return "a" + hashlib.sha256(name.encode()).hexdigest()[:16]


@dataclass(slots=True)
class View:
    """What the template shows of one record. `jumps` are words and the anchor that they lead to, empty for none."""

    number: int
    language: Language
    headline: str
    where: str
    record: ArticleRecord
    anchor: str = ""
    jumps: list[tuple[str, str]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    summary: Item | None = None
    sections: list[tuple[str, list[Item]]] = field(default_factory=list)
    findings: list[tuple[Grade, str, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def entry(self) -> Entry:
        """Return its line in the list of contents, marked as its worst finding is."""
        grades: tuple[Grade, ...] = ("error", "warning")
        worst: Grade = next((grade for grade in grades if self.counts.get(grade)), "ok")
        notes = [self.word(f"{grade}s", self.counts[grade]) for grade in grades if self.counts.get(grade)]
        if self.summary is None:
            worst, notes = "error", [self.word("failed")]
        notes += [self.where, *(words for words, _ in self.jumps)]
        return Entry(self.number, self.language, worst, self.headline, " · ".join(notes))

    def word(self, name: str, *values: object) -> str:
        """Return a label in the language of the article."""
        return word(name, self.language, *values)


def render(records: Iterable[ArticleRecord], title: str = "summarizer") -> Iterator[str]:
    """Yield the pieces of the page, one or a few records at a time.

    The list of contents is written last, when all records are known, and shown first.
    """
    environment = _environment()
    style = environment.loader.get_source(environment, "report.css")[0] if environment.loader else ""
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    contents: list[Entry] = []
    known = Continuations()

    def views() -> Iterator[View]:
        for number, record in enumerate(records, 1):
            view = _view(record, number, known)
            contents.append(view.entry())
            yield view

    template = environment.get_template("report.html.j2")
    yield from template.stream(
        views=views(),
        contents=contents,
        missing=known.missing,
        word=word,
        style=style,
        style_hash=f"sha256-{digest}",
        title=title,
    )


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("summarizer.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _visible(value: object) -> object:
    """Return what the template puts in, control characters shown as a mark; the style sheet is left alone."""
    return visible(value) if type(value) is str else value


def _view(record: ArticleRecord, number: int, known: Continuations) -> View:
    article, summary = record.article, record.summary
    language = article.language
    where = [clean(article.source or ""), word("page", language, article.page), clean(article.id)]
    by = [clean(part) for part in authors(article)]
    view = View(
        number=number,
        language=language,
        headline=clean((summary and summary.headline) or article.headline or "")
        or word("untitled", language),
        where=" · ".join(filter(None, where + by)),
        record=record,
        anchor=known.place(article),
        jumps=[
            (clean(words), known.point(article, piece) if piece else "") for words, piece in jumps(article)
        ],
        findings=[
            (finding.severity, clean(finding.message), place(finding.path, language) if finding.path else "")
            for finding in by_severity(record)
        ],
        counts=dict(severities(record)),
    )
    marks = list(_fill(view)) + list(_found(record))
    view.pieces = pieces(_text(article), marks)
    return view


def _fill(view: View) -> Iterator[_Mark]:
    """Put the items of a record into its view, and yield the marks of their evidence."""
    record, language = view.record, view.language
    summary = record.summary
    if summary is None:
        return
    marks = Marks(record)

    def item(kind: str, index: int | None, evidence: list[Evidence], text: str, detail: str = "") -> Item:
        path = f"summary.{kind}" + ("" if index is None else f"[{index}]")
        anchor = f"r{view.number}-{kind}-{index or 0}"
        evidenced.extend(_Mark(piece.start, piece.end, kind, anchor) for piece in evidence)
        if kind == "attendees":
            evidenced.extend(_names(text, evidence))
        return Item(anchor, marks.grade(path), clean(text), clean(detail), grounded(evidence))

    evidenced: list[_Mark] = []
    view.summary = item("summary", None, summary.summary_evidence, summary.summary)
    decisions = [
        item("decisions", index, row.evidence, row.text, " · ".join(decision_details(row, summary, language)))
        for index, row in enumerate(summary.decisions)
    ]
    figures = [
        item("figures", index, row.evidence, stated(row), row.meaning)
        for index, row in enumerate(summary.figures)
    ]
    attendees = [
        item(
            "attendees",
            index,
            row.evidence,
            row.name,
            " · ".join(filter(None, (row.role, word(row.presence, language)))),
        )
        for index, row in enumerate(summary.attendees)
    ]
    view.sections = [("decisions", decisions), ("figures", figures), ("attendees", attendees)]
    yield from evidenced


def _names(name: str, evidence: list[Evidence]) -> Iterator[_Mark]:
    """Yield marks for a person's name inside the sentences that it rests on."""
    for piece in evidence:
        if (at := piece.text.find(name)) >= 0:
            yield _Mark(piece.start + at, piece.start + at + len(name), "name", "")


def _found(record: ArticleRecord) -> Iterator[_Mark]:
    """Yield marks for the places on the page that findings point to."""
    runs = record.article.runs
    for finding in record.findings:
        for span in finding.spans:
            for run in runs:
                low = max(span.start, run.page_start)
                high = min(span.end, run.page_start + run.length)
                if low < high:
                    shift = run.text_start - run.page_start
                    yield _Mark(low + shift, high + shift, f"found-{finding.severity}", "")


def _text(article: ArticleData) -> str:
    return "\n".join(part for part in (article.kicker, article.headline, *article.deck, article.body) if part)


def pieces(text: str, marks: Iterable[Any]) -> list[Piece]:
    """Cut a text at the ends of its marks, which may overlap, so that each piece carries one set of marks."""
    size = len(text)
    kept = [mark for mark in marks if 0 <= mark.start < mark.end <= size]
    starts: dict[int, list[_Mark]] = {}
    ends: dict[int, list[_Mark]] = {}
    for mark in kept:
        starts.setdefault(mark.start, []).append(mark)
        ends.setdefault(mark.end, []).append(mark)
    edges = sorted({0, size, *starts, *ends})
    out: list[Piece] = []
    active: list[_Mark] = []
    placed: set[str] = set()
    for low, high in pairwise(edges):
        for mark in ends.get(low, ()):
            active.remove(mark)
        active += starts.get(low, ())
        anchors = [mark.anchor for mark in active if mark.anchor and mark.anchor not in placed]
        placed.update(anchors)
        kinds = sorted({f"m-{mark.kind}" for mark in active})
        target = next((mark.anchor for mark in reversed(active) if mark.anchor), "")
        out.append(Piece(text[low:high], " ".join(kinds), tuple(dict.fromkeys(anchors)), target))
    return out
