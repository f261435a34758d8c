"""Display lines inside what reads as one paragraph: a headline as wide as its column touches text without a seam."""

from __future__ import annotations

import re

from summarizer.splitter import marks
from summarizer.splitter.joins import hangs
from summarizer.splitter.lines import CONTINUERS, OPENERS, Line
from summarizer.splitter.seams import (
    BY_EN,
    CERTAIN,
    GOES_ON,
    byline_of,
    dateline_breaks,
    names_go_on,
    open_bracket,
)
from summarizer.splitter.words import goes_on, tokens

DISPLAYED = 3  # lines behind a sentence that may be those of a headline
_ASIDE = 2  # lines that a part of a block has at least
_VIEW = 7  # lines on each side of a seam whose words are compared
_STRANGE = 0.08  # share of the words below that stand above, below which the subject may be another
_STACKED = 6  # lines of headlines one below another that need no look at their widths
_STACK = 30  # … and that are looked at at all
_FILLED = 0.75  # share of their column that such lines fill on average at most
_AGAIN = 0.5  # share of a headline's words that the text below says again at least
_AGAIN_APART = 0.3  # … where a blank line parts the two
_HEIGHT = 4  # lines of such a headline at most
_SOON = 8  # lines in which they are said again
_CALLS = '?!？！"”'  # marks that end a headline too
_PAUSE = re.compile(r"[。，；、]|[.,;] ")
_LONG = 200  # characters of a line that are compared
_FEW = 4  # words; fewer may come again by chance
_REACH = 250  # lines in which the text of a headline that stands in a layer is looked for
_ELSEWHERE = 0.6  # share of its words that a text elsewhere says at least
_HERE = 0.25  # … and that below it at most
_STRANGE_HEAD = 0.09  # share of a strange headline's words, and its text's, that stand above at most
_STRANGE_LINES = 5  # lines of a block that may begin with one at least
_STEM = 5  # letters: Beijingers, Beijing


def fresh(line: Line) -> bool:
    """Tell whether `line` can open a paragraph."""
    return not (line.text[0].islower() or line.text[0] in CONTINUERS)


def joined(lines: list[Line], most: int | None = None) -> str:
    """Return `lines` as one text, `most` characters of each."""
    return ("" if lines[0].cjk else " ").join([line.text[:most] for line in lines])


def _compared(lines: list[Line]) -> str:
    return joined(lines, _LONG)


def _told(words: set[str], text: str) -> float:
    """Return which share of `words` a text says."""
    return sum([word in text for word in words]) / len(words)


def new_subjects(lines: list[Line], first: int, last: int) -> list[int]:
    """Return before which lines of a block the words change so much that two articles may touch there."""
    found: list[int] = []
    for at in range(first + _ASIDE, last - _ASIDE + 1):
        if not lines[at - 1].final or not fresh(lines[at]) or at - (found[-1] if found else first) < _ASIDE:
            continue
        below = _compared(lines[at : min(last, at + _VIEW)])
        if goes_on(below, cjk=lines[at].cjk):
            continue
        own = tokens(below)
        if len(own) < _FEW:
            continue
        above = tokens(_compared(lines[max(first, at - _VIEW) : at]))
        if len(own & above) < _STRANGE * len(own):
            found.append(at)
    return found


def display_lines(lines: list[Line], start: int, end: int) -> list[int]:
    """Return where lines without any sentence part, as display lines do: a few, or a stack of ragged ones."""
    if not 2 <= end - start <= _STACK or any(line.final for line in lines[start:end]):
        return []
    if end - start > _STACKED and not _ragged(lines[start:end]):
        return []
    if lines[start].text[:3] in BY_EN and byline_of(lines[start].text):
        return []
    lead = marks.first_spaced(marks.LEADS, lines[start].text)
    if lead is not None and lead.weight >= CERTAIN:
        return []  # it opens an article, whose first sentence a column's end or a jump line may cut
    own = lines[start:end]
    apart = [
        at
        for at in range(start + 1, end)
        if lines[at].gap and fresh(lines[at]) and lines[at - 1].text[-1] not in GOES_ON
    ]
    if apart:
        return apart
    if any(
        "。" in line.text or "，" in line.text or ". " in line.text or line.text[-1] in "、，,；;-"
        for line in own
    ):
        return []
    return [
        at
        for at in range(start + 1, end)
        if fresh(lines[at])
        and not open_bracket(lines[at - 1].text)
        and not (not lines[at].cjk and names_go_on(lines[at - 1].text, lines[at].text))
        and lines[at - 1].text[-1] not in OPENERS
    ]


def _ragged(lines: list[Line]) -> bool:
    """Tell whether lines are much shorter than their column, as no text is."""
    return sum([line.width for line in lines]) < _FILLED * sum([line.column for line in lines])


def display_head(lines: list[Line], start: int, end: int) -> list[int]:
    """Return where a block parts from its first lines because the text below says them again, as under a headline.

    A headline as wide as its column touches the text without a seam; no paragraph begins by saying itself twice.
    """
    first = lines[start]
    if (
        end - start < 3
        or first.indent > lines[start + 1].indent
        or marks.first_spaced(marks.LEADS, first.text)
    ):
        return []
    if any(line.text[-1] in "；;" for line in lines[start : start + DISPLAYED]):
        return []  # an item of a list
    for cut in range(start + 1, min(start + 1 + _HEIGHT, end - 1)):
        line, next_line = lines[cut - 1], lines[cut]
        if (line.final and line.text[-1] not in _CALLS) or _PAUSE.search(line.text):
            return []
        if not (fresh(next_line) if line.cjk else next_line.text[0].isupper()) or hangs(line):
            continue
        words = tokens(" ".join([one.text[:_LONG] for one in lines[start:cut]]))
        if len(words) >= _FEW:
            least = _AGAIN_APART if next_line.gap else _AGAIN
            if _told(words, _compared(lines[cut : min(end, cut + _SOON)]).lower()) >= least:
                return [cut]
    return []


def display_stack(lines: list[Line], start: int, end: int, head: str) -> list[int]:
    """Return where a block parts from its first line because that is the last of a stack of headlines.

    `head` is the one above. Text far off says the line's words again, and that below says those of neither.
    """
    first = lines[start]
    if end - start < _HEIGHT - 1 or first.gap or first.cjk or lines[start + 1].text[0].islower():
        return []
    if first.final or hangs(first) or _PAUSE.search(first.text):
        return []
    if marks.first_spaced(marks.LEADS, first.text):
        return []
    words, others = tokens(first.text[:_LONG]), tokens(head[:_LONG])
    if len(words) < _FEW - 1 or not others:
        return []
    text = _compared(lines[start + 1 : min(end, start + 1 + _SOON)]).lower()
    if max(_told(words, text), _told(others, text)) > _HERE:
        return []
    below, above = (
        range(end, min(len(lines), end + _REACH), _SOON),
        range(max(0, start - _REACH), start, _SOON),
    )
    for at in (*below, *above):
        if _told(words, _compared(lines[at : at + 2 * _SOON]).lower()) >= _ELSEWHERE:
            return [start + 1]
    return []


def strange_head(lines: list[Line], start: int, end: int) -> int:
    """Return where the headline that a block may begin with ends, or 0: its words and its text's are not those above.

    It is for the global choice to decide.
    """
    first = lines[start]
    if end - start < _STRANGE_LINES or not start or first.cjk or not lines[start - 1].final:
        return 0
    if first.indent > lines[start + 1].indent or marks.first_spaced(marks.LEADS, first.text):
        return 0
    if dateline_breaks(first, lines[start + 1]):
        return 0
    for cut in range(start + 1, start + 1 + DISPLAYED):
        line, two = lines[cut - 1], lines[cut]
        if line.final or _PAUSE.search(line.text):
            return 0
        if two.text[0].islower() or line.text[-1] == "." or hangs(line) or names_go_on(line.text, two.text):
            continue
        text = _compared(lines[cut : min(end, cut + _VIEW)])
        head, own = tokens(_compared(lines[start:cut])), tokens(text)
        if len(head) < _FEW - 1 or len(own) < _FEW or goes_on(text, cjk=False):
            continue
        above = tokens(_compared(lines[max(0, start - 2 * _VIEW) : start]))
        strange = len((head | own) & above) < _STRANGE_HEAD * len(head | own)
        soon = _compared(lines[cut : min(end, cut + _SOON)]).lower()
        if strange and _told({word[:_STEM] for word in head}, soon) >= _HERE:
            return cut
    return 0


def display_tail(lines: list[Line], start: int, end: int) -> list[int]:
    """Return where the last lines of a block part from it because they break off after a finished sentence.

    A paragraph ends with a sentence; lines behind its last sentence that end with none are a headline's, set as wide
    as the column by chance.
    """
    if end - start < 2 or lines[end - 1].final or (end < len(lines) and not fresh(lines[end])):
        return []
    for cut in range(end - 1, max(start, end - 4), -1):
        if lines[cut - 1].final:
            return [cut]
    return []
