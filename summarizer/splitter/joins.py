"""How strongly a line goes on with the paragraph of the one above: by width, marks, indent, gap, letter case."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.splitter import marks
from summarizer.splitter.headline_en import titled
from summarizer.splitter.lines import CONTINUERS, OPENERS, Line
from summarizer.splitter.seams import (
    WAITING,
    WORD,
    dateline_breaks,
    desk_breaks,
    names_go_on,
    open_bracket,
)
from summarizer.splitter.words import BEGINNERS, NAMED_FIRST, SMALL

DASHES = "-–—"
_RESOLVED = 0.4  # how much less a wider line counts below a full one
_NEAR = 4.0  # columns by which a line may fall short where its next word was long
_SPARSE = 0.62  # share of its column that a line of text fills at least
_CONTRACTED = re.compile("['’](?:s|re|m|ve|ll|d)$")
_CITY = 16  # characters in which a dateline's city and its colon stand: WASHINGTON: PRESIDENT / Clinton said
# An address alone on its line: what begins with a capital below it is something else (U.S. VIDEO / VENDING MAY).
_ADDRESS = re.compile(r"(?:[A-Za-z]+: ?)?(?:[\w.-]{1,40}@|www\.)[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}")
_CLOSES = re.compile(
    r"\d{3}[- ]\d{4}$"
)  # a telephone number, behind which no sentence goes on over a blank line
_DIGITS = re.compile(r"[\d.,]{1,12}%?")
_RUNNING_WORD = re.compile(
    r" [a-z]{4,}\b"
)  # such as a headline whose words have capitals hasn't, but for with and from


def join_score(
    one: Line,
    two: Line,
    opens: bool,
    weights: Mapping[str, float],
    inside: bool = False,
    width: float | None = None,
    piece: bool = False,
    below_label: bool = False,
) -> float:
    """Return how strongly line `two` continues the paragraph of line `one`, which `opens` it; below 0 it doesn't.

    `inside`: a sentence has ended in that paragraph, so that it is text, and goes on until another one ends. `width`
    is that of `one` with the pieces above it; `piece`: `two` would fit behind them on the same line. `below_label`: one
    line that ends no sentence stands right above the paragraph.
    """
    w = weights
    head = two.text[0]
    if one.initial or (opens and one.text[0] in "（(【" and whole_dateline(one.text)):
        return w["join.initial"]
    broken = opens and (desk_breaks(one, two) if one.cjk else dateline_breaks(one, two))
    if two.initial or (not (one.cjk or two.cjk or broken) and _capitals(one, two)):
        return w["join.mark"]
    if (head.isupper() and _address(one.text)) or (opens and not one.final and _address(two.text)):
        return w["join.mark"]
    if two.gap and head.isupper() and _CLOSES.search(one.text):
        return w["join.mark"]
    room = 0.0
    if one.over:
        score = w["join.over"]
    elif piece:
        score = w["join.piece"]
    elif one.piece:
        room = -1.0  # a line that was torn was justified, and full
        score = w["join.full"]
    else:
        room = _room(one, two, opens, one.width if width is None else width)
        score = w["join.full"] if room < 0 else w["join.near"] if room < _NEAR else w["join.short"]
    if not one.final:
        score += w["join.unfinished"]
    if one.final:
        score += w["join.final"]
    elif one.text[-1] in "，、；,;":
        score += w["join.comma"]
    elif one.text[-1] in ":：":
        score += w["join.colon"]
    if head.islower() or head in CONTINUERS:
        score += w["join.lower"]
    elif head.isupper() and not one.final:
        score += w["join.begins" if _begins(one, two, room) else "join.upper"]
    if two.gap:
        score += w["join.gap"] if two.gap == 1 else w["join.gaps"]
        fresh = one.text.isalnum() and not one.indent if one.cjk else head.isupper()
        if opens and (one.gap or below_label) and fresh and not one.final:
            score += w["join.alone"]  # a line between blank lines is a headline as wide as its column
    if two.indent > one.indent + 1 or (two.indent >= 2 and one.indent < 2):
        score += w["join.indent"]
    elif two.indent == 1 and one.indent == 0 and two.cjk:
        score += w["join.notch"]
    if inside and not one.final:
        score += w["join.inside"]
    elif two.over and not one.over:
        # a line of two whose hyphen was resolved is as wide as both
        likely = room < 0 and not two.cjk and (two.text[0].islower() or not opens)
        score += w["join.widens"] * (_RESOLVED if likely else 1.0)
    elif one.over and not two.over:
        score += w["join.narrows"]
    if two.opens:
        score += w["join.opens" if one.width < one.column - _NEAR / 2 else "join.opens_full"]
    if one.cjk != two.cjk and min(one.width, two.width) > 12:
        score += w["join.script"]
    if one.text[-1] in "-\u00ad" and head.isalnum():
        score += w["join.hyphen"]
    if one.text[-1] in OPENERS:
        score += w["join.open"]
    if one.piece and one.text in DASHES:
        score += w["join.bracket"]  # the dash of a torn dateline
    if opens and not one.cjk and names_go_on(one.text, two.text):
        score += w["join.bracket"]
    if broken:
        score += w["join.bracket"]
    if open_bracket(one.text) or (marks.DESK.match(one.text) and ")" not in one.text):
        score += w["join.bracket"]
    return score


def _address(text: str) -> bool:
    """Tell whether a line is nothing but an address: letters@ashford.example."""
    return ("@" in text or "www." in text) and _ADDRESS.fullmatch(text) is not None


def _room(one: Line, two: Line, opens: bool, width: float) -> float:
    """Return by how much the first word of `two` would have fitted behind `one`, in columns; below 0 it would not.

    `width` is that of `one` with the pieces of its line that stand above it. A line that opens a paragraph may have
    lost its indent: two ideographs, or about as much in Latin text.
    """
    if two.cjk or two.text[0] > "\u2e7f":
        need = 2.0
        if number := _DIGITS.match(two.text):
            need = 1.0 + number.end()
    else:
        cut = two.text.find(" ", 0, 24)
        need = 1.0 + (cut if cut > 0 else min(len(two.text), 12))
    room = one.column - one.slack * 0.4 - width - need
    if opens and room >= 0:
        if not one.cjk and one.width < _SPARSE * one.column:
            return room  # no line of text is left so empty
        room -= max(one.indent, 4 if one.cjk else 3)
        # a line of ideographs alone is as wide as its characters are many; one with figures may give way
        return room if room < 0 or not one.cjk or one.width < 2 * len(one.text) else room + _NEAR
    return room


def _begins(one: Line, two: Line, room: float) -> bool:
    """Tell whether an English line surely begins a sentence, and the one above it breaks off, as a headline does.

    No sentence has a capital The or When in it, but for titles (of / The Hague) and up-style headlines.
    `room` is by how much the first word of `two` would have fitted behind `one`.
    """
    first, second = one.text, two.text
    if first[-1] in WAITING or hangs(one):
        return False
    if titled(first):
        if titled(second) or not _RUNNING_WORD.search(second):
            return False
        if _UP_STYLE.search(first):
            return True
    word, _, rest = second.partition(" ")
    word = _CONTRACTED.sub("", word)
    if len(word) > 1 and word.isupper():
        known = word.lower() in BEGINNERS
        return not first.isupper() and (known or room >= 0) and marks.IN_CAPITALS.match(second) is not None
    if word.lower() in SMALL or word == "The":
        return room >= 0 or rest[:1].islower()
    if word in NAMED_FIRST:
        return rest[:1].islower()
    return word.lower() in BEGINNERS or word.endswith("-year-old")


# Words with a capital inside a headline of the older manner, and in no sentence: Why Trump Should Not Be President.
_UP_STYLE = re.compile(
    r" (?:Is|Are|Be|Been|Was|Were|Will|Would|Could|Should|May(?! \d)|Might|Can|Has|Have|Had|Do|Does|Did|Not|No"
    r"|Its?|Your|Our|My|Their|His|Her|They|We|You|Who|What|Why|How|When|Where|That|This|These|With|From|Into|Over"
    r"|After|Before|About|Against|Gets?|Makes?|Says?|Takes?|Wins?|More|But|If|Than)\b"
)


def _capitals(one: Line, two: Line) -> bool:
    """Tell whether one of two lines is a headline in capitals, and the other is not."""
    if one.text.isupper():
        named = one.width <= WORD or one.text[-1] in "—–-," or ": " in one.text[:_CITY]
        named = named or marks.first_spaced(marks.LEADS, one.text) is not None
        return not named and any(map(str.islower, two.text[:WORD]))
    return one.final and two.width > WORD and two.text.isupper()


def whole_dateline(text: str) -> bool:
    """Tell whether a line is the dateline of a wire story in brackets, alone above its text."""
    found = marks.BRACKETED_WIRE.match(text)
    return found is not None and found.end() == len(text)


def hangs(line: Line) -> bool:
    """Tell whether an English line ends with a word after which no phrase ends."""
    return not line.cjk and line.text.rsplit(" ", 1)[-1].lower() in SMALL
