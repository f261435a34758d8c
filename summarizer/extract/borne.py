"""Whether the words of a model are borne out by the words of the article on which they rest."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from summarizer.checks.case import squeeze
from summarizer.checks.context import flat, terms
from summarizer.checks.lexicon import concepts
from summarizer.checks.untrusted import find_orders
from summarizer.checks.words import denies
from summarizer.extract.segments import Segment, is_data
from summarizer.text import fold

# Pieces between marks: an order's words hung onto a true clause are a piece of their own.
_PIECE = re.compile(r"[，。；、：！？,;:!?]+(?=\s|[^\x00-\x7f]|$)|\n")
_LATIN = "A-Za-z0-9"
# Shares of what a text speaks of that its source must speak of too: this much of each piece, more than this of
# the whole.
_OF_PIECE, _OF_WHOLE = 1 / 3, 0.5


def borne_out(said: str, source: str) -> bool:
    """Tell whether `source` speaks of most of what `said` speaks of, in each of its pieces.

    Words copied from the source are; a text without any word to compare by must be such a copy.
    """
    if stands(said, source):
        return True
    held = terms(flat(fold(source)))
    about = _words(flat(fold(said)))
    if not about or (denies(said) and not denies(source)):
        return False
    return _share(about, held) > _OF_WHOLE and all(
        _piece_holds(piece, source, held) for piece in _PIECE.split(fold(said))
    )


def _piece_holds(piece: str, source: str, held: frozenset[str]) -> bool:
    about = _words(flat(piece))
    if not about:  # figures, single characters: their numbers are looked at elsewhere
        return True
    return _share(about, held) >= _OF_PIECE or stands(piece, source)


def _words(text: str) -> frozenset[str]:
    """Return the terms of a text but for the concepts behind them, which would count a word twice."""
    return terms(text) - frozenset(concepts(text))


def _share(about: frozenset[str], held: frozenset[str]) -> float:
    return len(about & held) / len(about)


def stands(words: str, text: str) -> bool:
    """Tell whether `words` stand in `text` but for width, case and blanks, Latin words as whole ones."""
    plain = _plain(words).strip()
    if not plain:
        return False
    if not plain.isascii() and squeeze(words) in squeeze(text):
        return True
    left = f"(?<![{_LATIN}])" if plain[0].isascii() else ""
    right = f"(?![{_LATIN}])" if plain[-1].isascii() else ""
    return re.search(left + re.escape(plain) + right, _plain(text)) is not None


def under_orders(text: str, rows: Iterable[Segment]) -> frozenset[int]:
    """Return the starts of sentences that hold orders to a model, or data made up for it: no news to rest on."""
    orders = find_orders(text)
    ends = [end for _, end in orders]

    def ordered(row: Segment) -> bool:
        first = bisect_right(ends, row.start)  # the first order that ends after the sentence begins
        return first < len(orders) and orders[first][0] < row.end

    return frozenset(row.start for row in rows if ordered(row) or is_data(text, row.start))


@lru_cache(maxsize=64)
def _plain(text: str) -> str:
    return flat(fold(text)).lower()
