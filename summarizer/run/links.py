"""Which articles of one file belong together, put into their records when these are told.

A record in the store is that of an article, wherever it stands; on which page it goes on is a matter of the file.
So the pieces are put together while the pages of a file arrive, and no content key and no stored record knows of it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from summarizer.inputs.types import PageText
from summarizer.schema import OtherPiece
from summarizer.splitter.jumps import Part, link, parts

if TYPE_CHECKING:
    from summarizer.inputs.types import Input
    from summarizer.run.intake import Arrival
    from summarizer.run.records import Stored


class Pieces(NamedTuple):
    """Where an article goes on and where it comes from, each None where it doesn't."""

    next_piece: OtherPiece | None = None
    previous_piece: OtherPiece | None = None


ALONE = Pieces()


def with_pieces(record: str, pieces: Pieces) -> str:
    """Return a record's JSON that says where its article goes on and comes from."""
    if pieces == ALONE:
        return record
    data = json.loads(record)
    data["article"] |= {
        name: piece and piece.model_dump(mode="json") for name, piece in pieces._asdict().items()
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


class Linker:
    """Passes arrivals on in their order; the pages of a file wait from its first jump line on, until all are there.

    At most one file is held. A page that can't be read says nothing of its articles; the others are linked without it.
    """

    def __init__(self) -> None:
        self._held: list[Arrival] = []

    def take(self, arrival: Arrival) -> list[Arrival]:
        """Return the arrivals that need wait no longer now that this one is there."""
        ready = [] if self._same_file(arrival.input) else self.rest()
        if not self._held and not _may_go_on(arrival):
            return [*ready, arrival]
        self._held.append(arrival)
        first = self._held[0].input
        assert isinstance(first, PageText)
        last = (arrival.input.page or 0) >= first.pages
        return ready + (self.rest() if last else [])

    def rest(self) -> list[Arrival]:
        """Return what is still held: its file has ended."""
        held, self._held = self._held, []
        return _linked(held)

    def _same_file(self, item: Input) -> bool:
        """Tell whether an input is a later page of the file that is held."""
        if not self._held or item.page is None:
            return False
        before = self._held[-1].input
        return item.source == before.source and item.page > (before.page or 0)


def _may_go_on(arrival: Arrival) -> bool:
    page = arrival.input
    return isinstance(page, PageText) and page.page < page.pages and bool(_parts(arrival))


def _linked(arrivals: list[Arrival]) -> list[Arrival]:
    """Return the pages of one file, each with the pieces that its articles go on as and come from."""
    places: dict[tuple[int, str], OtherPiece] = {}
    found: list[dict[int, Part]] = []
    for arrival in arrivals:
        found.append(_parts(arrival))
        for index, part in found[-1].items():
            piece = OtherPiece(page=part.page, id=part.id, content_key=arrival.keys[index])
            places[part.page, part.id] = piece
    pieces = dict.fromkeys(places, ALONE)
    for pair in link(part for some in found for part in some.values()):
        one, two = (pair.page, pair.id), (pair.next_page, pair.next_id)
        pieces[one] = pieces[one]._replace(next_piece=places[two])
        pieces[two] = pieces[two]._replace(previous_piece=places[one])
    return [
        replace(arrival, pieces={index: pieces[part.page, part.id] for index, part in some.items()})
        for arrival, some in zip(arrivals, found, strict=True)
    ]


def _parts(arrival: Arrival) -> dict[int, Part]:
    """Return the articles of a page that have a jump line, by their places among all."""
    page = arrival.input
    if not isinstance(page, PageText):
        return {}
    if arrival.articles is None:
        some = {index: _stored_part(page, arrival.stored[key]) for index, key in enumerate(arrival.keys)}
        return {index: part for index, part in some.items() if part}
    return {
        index: part for index, article in enumerate(arrival.articles) for part in parts(page.page, [article])
    }


def _stored_part(page: PageText, stored: Stored) -> Part | None:
    """Return the part that a record of this very text tells of; None without a jump line."""
    # A quote within a value has a backslash before it: these are keys with a text behind them.
    if '"continues_on":"' not in stored.record and '"continued_from":"' not in stored.record:
        return None
    article = json.loads(stored.record)["article"]
    return Part(
        page.page,
        article["page_label"],
        article["id"],
        article["headline"] or "",
        article["body"],
        article["continues_on"],
        article["continued_from"],
    )
