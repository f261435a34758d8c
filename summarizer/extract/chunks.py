"""Long articles in pieces that a model's context holds: cut at paragraphs, a little overlapping."""

from __future__ import annotations

from summarizer.extract.segments import Segment


def chunks(rows: list[Segment], text: str, room: int) -> list[list[Segment]]:
    """Return the sentences of a text in pieces of at most about `room` characters.

    A piece ends at a paragraph where one ends in its last quarter, else at a sentence; the next one begins
    with the last sentence of the one before, so that nothing is read without what it leans on. A short text
    is one piece.
    """
    pieces: list[list[Segment]] = []
    piece: list[Segment] = []
    size = 0
    for row in rows:
        paragraph = bool(piece) and "\n" in text[piece[-1].end : row.start]
        if piece and (size + len(row.text) > room or (paragraph and size > room * 0.75)):
            pieces.append(piece)
            last = piece[-1]
            overlap = [last] if len(last.text) < room // 4 else []
            piece, size = list(overlap), sum(len(s.text) for s in overlap)
        piece.append(row)
        size += len(row.text)
    return [*pieces, piece] if piece else pieces
