"""Forms that part two lines: a byline, a dateline, a signature, the label of a page end or begin what is one block."""

from __future__ import annotations

import re

from summarizer.splitter import marks
from summarizer.splitter.lines import Line, ends_sentence
from summarizer.splitter.marks import Mark

CERTAIN = 4.0  # the weight of a form that needs no second look
HEAD = 120  # characters of a line that show how it opens
WORD = 12  # columns; a longer line in capitals is no name or acronym
HEADLINE = 5  # ideographs that a headline has at least
GOES_ON = "，、；：,;:-"
WAITING = ",:;-–—&/("  # marks behind which the sentence of an English line goes on
_BY = frozenset("记通本特首见实全□■◎●○◆◇△▲⊙（(【文图撰作评编新财体融B")  # how a byline may begin
_RUNS_ON = frozenset({"advert", "correction", "contact"})  # what may fill more than one line
_DESK = 5.0  # the weight of a lead-in that never stands inside a sentence
# GRANITE CITY, ILL., March / 12 - First Granite; WOLFSBURG, / March 9 -; WASHINGTON, APRIL 1 / - The U.S. House
_DATELINE_BROKEN = re.compile(
    r"[A-Z][A-Z.' -]{2,24},(?: [A-Z][A-Za-z. ]{1,20},)? ?"
    rf"(?:\| ?(?i:{marks.form.MONTH}) \d{{1,2}}\b|(?i:{marks.form.MONTH})\|\d{{1,2}}\b"
    rf"|(?i:{marks.form.MONTH}) \d{{1,2}}\|[-–—] )"
)
_SIGNED = re.compile(marks.BARE_NAME)
_SHUT = ")）】"  # how a signature ends
_CITY = 16  # characters of a line in which the rest of a broken dateline stands
_DESKS = frozenset({"新华", "中新", "本报", "据新"})  # how the dateline of a Chinese agency or paper begins
_DATELINE = 16  # ideographs of a line in which one breaks off
_SHORT = 1.2  # columns that a jump line is wide at most
_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\d{1,2}[.:]\d\d ")  # a line of a programme
# What every jump line has, looked for before its forms are: most lines have none of it.
_SENDS = re.compile("版|[Pp]age|PAGE|[»▶]|[A-Z]\\d|\\d[A-Z]")
BY_EN = frozenset({"By ", "BY ", "by ", "Fro"})
# Bylines whose names go on in the next line, which is marked by a bar; and one of which only a first name is told,
# or of whose bearer the place is.
_MORE_NAMES = re.compile(r"(?:,|&|\b[Aa][Nn][Dd]) \| [A-Z]|\| (?:and|AND|And) [A-Z]")
_HALF_NAME = re.compile(
    r"(?:(?i:by|from) ){1,2}[A-Z][A-Z'’.-]+ \| [A-Z][A-Z'’-]{2}|(?i:by|from) [^|]{3,40} \| (?i:in) [A-Z]"
)


def parted(one: Line, two: Line, below: Line | None, opens: bool, jumped: bool) -> bool:
    """Tell whether a form that is all of `one`, or one that opens `two` (and `below` it), parts the lines.

    `opens`: a block begins with `one`; `jumped`: above it stands from which page an article comes.
    """
    if opens and (dateline_breaks(one, two) or desk_breaks(one, two)):
        return False
    if opens and (ends := _form_ends(one, two, jumped)) is not None:
        return ends
    if _signs(one, two, below, opens) or _leads_in(one, two, below, opens):
        return True
    if not two.final and two.width < _SHORT * two.column and _jump(two.text):
        return True
    if two.text[0] in "•■" and one.final:
        return True
    clock = two.text[0].isdigit() and not two.final and _CLOCK.match(two.text)
    if clock and (one.text.isupper() or _CLOCK.match(one.text)):
        return True
    if two.final:
        return two.gap > 0 and two.cjk and marks.first(marks.FURNITURE, two.text) is not None
    if _of_paper(one, two, below):
        return True
    return _named(one, two, below, opens) or ((one.final or opens or two.gap > 0) and _form_begins(one, two))


def dateline_breaks(one: Line, two: Line) -> bool:
    """Tell whether an English dateline begins with line `one` and goes on in line `two`."""
    if one.cjk or not one.text[:3].isupper():
        return False
    head = two.text[0]
    if not (one.text[-1] == "," or head.isdigit() or head in "-–—"):
        return False
    return _DATELINE_BROKEN.match(f"{one.text}|{two.text[:_CITY]}") is not None


def _form_ends(one: Line, two: Line, jumped: bool) -> bool | None:
    """Tell whether a form that the first line of a block has ends with it; nothing if it has none."""
    mark = marks.first(marks.FURNITURE, one.text)
    if mark is not None:
        # an advert or a correction goes on in the next line, as a paragraph does
        whole = mark.kind not in _RUNS_ON or one.final or one.width < 0.8 * one.column
        return whole and not _wraps(one, two)
    if not one.cjk and names_go_on(one.text, two.text):
        return False
    byline = byline_of(one.text)
    if byline is not None and (byline.weight >= CERTAIN or not two.text[0].islower()):
        return True
    if not one.final and "20" in one.text and marks.folio(one.text):
        return True
    # the word that names an article continued from another page
    return True if jumped and one.text.isupper() else None


def _signs(one: Line, two: Line, below: Line | None, opens: bool) -> bool:
    """Tell whether a signature ends with `one`, or names begin with `two` that go on below."""
    if not one.final:
        if one.text[-1] in _SHUT and not two.text[0].islower() and sign_off([one]):
            return True
        if not one.cjk and two.text[0] in "—–" and marks.first(marks.CREDITS, two.text):
            return True  # a name behind a dash, below a headline
    if below and not (two.cjk or opens) and two.text[-1] == "," and names_go_on(two.text, below.text):
        return True
    if one.final and marks.DESK.match(two.text):
        return True
    return opens and one.text[-1] == ")" and marks.DESK.match(one.text) is not None


def _leads_in(one: Line, two: Line, below: Line | None, opens: bool) -> bool:
    """Tell whether `two` (with the line `below` it) surely opens an article."""
    if not one.final and ((not opens and _desk_opens(two.text)) or desk_breaks(two, below)):
        return True
    begun = opens and _where(one, two)
    if not two.cjk and one.text[-1] not in WAITING and _where(two, below) and not begun:
        return True
    if not (one.final or one.gap or opens or two.gap or two.width < 0.8 * two.column):
        return False
    # in a narrow column a dateline takes two lines
    lead = marks.first_spaced(marks.LEADS, two.text)
    if lead is None and below and two.text[:WORD].isupper():
        lead = marks.first_spaced(marks.LEADS, f"{two.text} {below.text}")
    if lead is None:
        return False
    # a lead-in may fill a line, and its reporters the next
    led = opens and not one.final and (begun or marks.first_spaced(marks.LEADS, one.text) is not None)
    # a line without any mark, above text that opens, is its headline
    plain = opens and one.cjk and one.text.isalnum() and len(one.text) >= HEADLINE
    return not led and lead.weight >= (2.0 if one.final or plain else 3.0)


def _named(one: Line, two: Line, below: Line | None, opens: bool) -> bool:
    """Tell whether `two` is a byline."""
    if (
        two.text[0] in _BY
        or two.text.find("记者", 0, 12) >= 0
        or (opens and (two.text.startswith("by ") or "@" in two.text))
        or (two.text.startswith("by ") and two.width < 0.8 * two.column and _ends_here(two, below))
    ) and byline_of(two.text):
        return True
    if one.cjk and two.cjk and not (one.final or two.gap):
        # a name alone, below a headline that is as wide as its column
        return _SIGNED.match(two.text) is not None and (
            below is None or below.gap > 0 or below.indent > two.indent
        )
    if one.cjk or two.cjk or two.gap or not (below is None or below.gap):
        return False
    byline = byline_of(two.text)
    return byline is not None and byline.weight >= CERTAIN  # between a headline and a blank line


def _of_paper(one: Line, two: Line, below: Line | None) -> bool:
    """Tell whether `two` names somebody and a paper, above a blank line: Dana Wexford | The Calloway Dispatch."""
    if "|" not in two.text or one.final or two.gap or not (below is None or below.gap):
        return False
    return marks.OF_PAPER.match(two.text) is not None


def _form_begins(one: Line, two: Line) -> bool:
    """Tell whether an item or a form begins with `two`."""
    if marks.ITEM.match(two.text) or marks.BULLET.match(two.text):
        return True
    mark = marks.first(marks.FURNITURE, two.text)
    return mark is not None and not (mark.kind == "caption" and _ends_caption(one, two))


def _where(line: Line, below: Line | None) -> bool:
    """Tell whether an English dateline stands in a line, or in it and the one `below`."""
    if not (line.text[:3].isupper() or line.text[0] == "("):
        return False
    whole = f"{line.text} {below.text}" if below else line.text
    return marks.WHERE.match(whole) is not None


def _wraps(one: Line, two: Line) -> bool:
    """Tell whether a full line is surely the first of a paragraph that goes on in the next.

    Monday: Caller east of Lone Elm reported / a man in a field; 报名者可拨打电话0510-82345678咨询，/也可到社区登记。
    """
    if one.final or two.gap:
        return False
    if not one.cjk:
        return two.text[0].islower() and one.width >= one.column - 2 * one.slack
    begins = one.opens or (one.indent > two.indent and one.width + one.indent >= one.column - one.slack)
    return begins and two.cjk and marks.first(marks.FURNITURE, two.text) is None


def _ends_caption(one: Line, two: Line) -> bool:
    """Tell whether the line that names a photographer first ends the sentence of the line above it."""
    if one.final or two.gap:
        return False
    return "。" in two.text if two.cjk else two.text[0].islower() and ". " in two.text


def _ends_here(line: Line, below: Line | None) -> bool:
    """Tell whether what `line` says does not go on below it."""
    return below is None or below.gap > 0 or (below.text[0].isupper() and line.text[-1] not in GOES_ON)


def _jump(text: str) -> bool:
    """Tell whether a line sends the reader to another page."""
    if _SENDS.search(text) is None:
        return False
    mark = marks.first(marks.FURNITURE, text)
    return mark is not None and mark.kind == "jump"


def names_go_on(first: str, second: str) -> bool:
    """Tell whether an English byline goes on in the line below it."""
    lines = f"{first} | {second}"
    if first[:3] in BY_EN:
        return _MORE_NAMES.search(lines) is not None or (
            _HALF_NAME.match(lines) is not None and byline_of(f"{first} {second}") is not None
        )
    more = first.endswith((" and", " AND")) or (first[-1] == "," and marks.JOB.match(second) is not None)
    names = f"{first} {second}"
    return more and (byline_of(names) or marks.MAYBE_NAMES.match(names)) is not None


def byline_of(text: str) -> Mark | None:
    """Return the byline that a line is, if it is one."""
    return marks.first(marks.BYLINES, text) if len(text) <= HEAD else None


def desk_breaks(line: Line, below: Line | None) -> bool:
    """Tell whether a Chinese dateline breaks off with a line: 新华社开罗１月１０ / 日电（记者郭春菊）."""
    if (
        below is None
        or below.gap
        or not line.cjk
        or line.text[:2] not in _DESKS
        or len(line.text) > _DATELINE
    ):
        return False
    return marks.first_spaced(marks.LEADS, line.text) is None and _desk_opens(line.text + below.text)


def _desk_opens(text: str) -> bool:
    """Tell whether a line surely opens an article, wherever it stands: 本报讯, 新华社…日电."""
    if "讯" not in text[:10] and "电" not in text[:30]:
        return False
    lead = marks.first_spaced(marks.LEADS, text)
    return lead is not None and lead.kind in ("lead.desk", "lead.wire") and lead.weight >= _DESK


def open_bracket(text: str) -> bool:
    """Tell whether a bracket opens in `text` that doesn't close."""
    end = text[-_OPEN:]
    if "（" not in end and "(" not in end:
        return False
    end = end[max(end.rfind("（"), end.rfind("(")) :]
    return "）" not in end and ")" not in end


_OPEN = 23  # characters of a line's end in which such a bracket stands


def sign_off(lines: list[Line]) -> tuple[int, int] | None:
    """Return where a signature begins that ends `lines`: how many lines from the end (1 or 2), and the character."""
    end = lines[-1].text
    if end[-1] not in _SHUT:
        return None
    at = max(0, len(end) - 60)
    found = marks.SIGN_OFF.search(end[at:])
    if found:
        start = at + found.start()
        before = end[:start].rstrip() or (lines[-2].text if len(lines) > 1 else "")
        # a bracket inside a sentence is an aside, unless it says that it is a signature
        if not before or ends_sentence(before) or marks.SIGNED.search(end[start:]):
            return 1, start
        return None
    if len(lines) > 1 and "(" not in end and "（" not in end:
        above = lines[-2].text
        at = max(0, len(above) - 40)
        for glue in ("", " "):
            found = marks.SIGN_OFF.search(above[at:] + glue + end)
            if found and at + found.start() < len(above):
                return 2, at + found.start()
    return None
