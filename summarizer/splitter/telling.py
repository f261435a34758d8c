"""What the words of a headline's line say for its being that of a body, and what ties two lines of headlines.

All in nats. Most words of a headline stand in the first sentence of its body, so a word counts by how soon the body
says it; an English one also by how few bodies do, while a pair of ideographs hardly stands in two bodies by chance.
Counted over 1,000 articles: of the pairs of a Chinese headline its body says 64 % again, any other body of the page
1.5 %; 42 % stand in its first 60 characters. Of English words 81 % and 5 %; 54 % in the first 120.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from summarizer.splitter import headline_en, headline_zh, marks
from summarizer.splitter.lines import Line
from summarizer.splitter.words import SMALL, STOP, tokens

MISSED = -1.0  # an English word that the body doesn't say
# By whether they are Chinese: characters into a body, and what it weighs that it says a pair of ideographs up to there
# first, or behind them; to an English word that is added to what it weighs at all.
_INTO = {True: (60, 150, 400), False: (120, 200, 400, 800)}
_SOON = {True: (2.0, 1.6, 0.8, 0.4), False: (0.3, 0.0, -0.5, -1.0, -1.5)}
_MISSED = {True: -0.2, False: MISSED}
FEWEST = 0.2  # what a word that the body says weighs at least
_APIECE = {False: -2.0, True: -1.0}  # what each headline costs; by whether it is Chinese
_THIN = -2.0  # … and an English one of a single telling word
_POINT = -4.0  # … and one that is a point of a list, as decks are: • Dividend held
_WORD = re.compile(r"[a-z][a-z'’-]*[a-z]{2}|\d[\d.,]*\d")
# Evidence of `headline_zh.seam` for two lines being above the same body: what is rare between two headlines, by a count
# over 1,600 pairs of lines.
_TIES = {
    "seam: three told below": 4.0,
    "seam: two told below": 2.5,
    "seam: a phrase has just begun": 2.5,
    "seam: open bracket": 2.5,
    "seam: open": 2.5,
    "seam: a part of its own": 4.0,
    "seam: a deed follows": 2.5,
    "seam: begins as headlines often do": -0.4,
}
# … and of two English lines, that the words at the seam stand side by side in a body: to use Social / Security
_BESIDE = 3.5
_EVEN = 1.0  # … and of lines of the same width


def words_of(line: Line) -> set[str]:
    """Return the pairs of ideographs of a line and its numbers, or what `stems_of` does of an English one."""
    return tokens(line.text) if line.cjk else stems_of(line.text)


def stems_of(text: str) -> set[str]:
    """Return the stems of the telling words of an English text and its numbers.

    Those of three letters are among them, as `tokens` has only names of them: a line in capitals may hold no other.
    """
    found = set(_WORD.findall(text.lower())) - STOP - SMALL
    return {word[: max(4, len(word) - 2)] for word in found}


def met(into: int, rare: float, *, cjk: bool) -> float:
    """Return what a word weighs that a body says first `into` characters after it began, or nowhere (-1).

    `rare` is what it weighs that any body says it, which for a pair of ideographs is nothing.
    """
    if into < 0:
        return _MISSED[cjk]
    return max(FEWEST, rare + _SOON[cjk][bisect_left(_INTO[cjk], into)])


def worth(lines: Sequence[Line], words: Sequence[set[str]], ties: Sequence[float]) -> float:
    """Return how much lines with these words, and these ties between them, are one headline, whosever it is."""
    cjk = lines[0].cjk
    thin = not cjk and len(set[str]().union(*words)) < 2
    point = marks.BULLET.match(lines[0].text) is not None
    return _APIECE[cjk] + sum(ties) + (_THIN if thin else 0.0) + (_POINT if point else 0.0)


def tie(one: Line, two: Line, bodies: str) -> float:
    """Return what ties two lines into the headlines of one of the texts in `bodies`, which has no capitals."""
    if not (one.cjk and two.cjk):
        names = headline_en.seam(one, two, "")
        found = sum([headline_en.TABLE.get(name, (0.0, 0.0, 0.0))[1] for name in names])
        beside = headline_en.told_together(one.text.lower(), two.text.lower(), bodies)
        return found + (_BESIDE if beside else 0.0)
    found = sum([_TIES.get(name, 0.0) for name in headline_zh.seam(one, two, bodies)])
    return found + (_EVEN if abs(one.width - two.width) <= 1 else 0.0)
