"""Lines to blocks: paragraphs of running text, and the display lines that stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from summarizer.splitter import marks
from summarizer.splitter.headline_en import titled
from summarizer.splitter.lines import CONTINUERS, OPENERS, Line, ends_sentence
from summarizer.splitter.marks import Mark
from summarizer.splitter.words import BEGINNERS, NAMED_FIRST, SMALL, goes_on, tokens
from summarizer.text import joint

_BY = frozenset("记通本特首见实全□■◎●○◆◇△▲⊙（(【文图撰作评编新财体融B")  # how a byline may begin
SAMPLE = 500  # characters of a block that are compared with other texts
_BROAD = 1.5  # columns
_RESOLVED = 0.4  # how much less a wider line counts below a full one
_DISPLAYED = 3  # lines behind a sentence that may be those of a headline
_CARD = 3  # lines that an address or telephone number of the paper fills at most
_RUNS_ON = frozenset({"advert", "correction", "contact"})  # what may fill more than one line
_DESK = 5.0  # the weight of a lead-in that never stands inside a sentence
_CERTAIN = 4.0  # the weight of a form that needs no second look
_GOES_ON = "，、；：,;:-"
_NEAR = 4.0  # columns by which a line may fall short where its next word was long
_HEAD = 120  # characters of a line that show how it opens
_CITY = 16  # characters in which a dateline's city and its colon stand: WASHINGTON: PRESIDENT / Clinton said
_WORD = 12  # columns; a longer line in capitals is no name or acronym
_DIGITS = re.compile(r"[\d.,]{1,12}%?")


@dataclass(slots=True)
class Block:
    """Lines `first` to `last` (half-open) of the page, read as one, with what its words and shape say."""

    first: int
    last: int
    lines: list[Line]
    text: str
    lead: Mark | None = None
    byline: Mark | None = None
    credit: Mark | None = None
    furniture: Mark | None = None
    signed: bool = False
    runs: bool | None = None  # whether it is surely running text, told once
    listed: bool = False  # a sentence that opens a list, or a row of that list
    soft: bool = False  # goes on with the paragraph above, unless an article begins here
    scores: dict[str, float] = field(default_factory=dict)
    _words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """What the block's first `SAMPLE` characters say, in the tokens that texts are compared by."""
        if self._words is None:
            self._words = frozenset(tokens(self.text[:SAMPLE]))
        return self._words

    @property
    def gap(self) -> int:
        """Blank lines above."""
        return self.lines[0].gap


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
        room -= max(one.indent, 4 if one.cjk else 3)
        # a line of ideographs alone is as wide as its characters are many; one with figures may give way
        return room if room < 0 or not one.cjk or one.width < 2 * len(one.text) else room + _NEAR
    return room


def join_score(
    one: Line,
    two: Line,
    opens: bool,
    weights: Mapping[str, float],
    inside: bool = False,
    width: float | None = None,
    piece: bool = False,
) -> float:
    """Return how strongly line `two` continues the paragraph of line `one`, which `opens` it; below 0 it doesn't.

    `inside`: a sentence has ended in that paragraph, so that it is text, and goes on until another one ends. `width`
    is that of `one` with the pieces above it; `piece`: `two` would fit behind them on the same line.
    """
    w = weights
    if one.initial or (opens and one.text[0] in "（(【" and _whole_dateline(one.text)):
        return w["join.initial"]
    if two.initial or (not (one.cjk or two.cjk) and _capitals(one, two)):
        return w["join.mark"]
    room = 0.0
    if one.over:
        score = w["join.over"]
    elif piece:
        score = w["join.piece"]
    else:
        room = _room(one, two, opens, one.width if width is None else width)
        score = w["join.full"] if room < 0 else w["join.near"] if room < _NEAR else w["join.short"]
    if not one.final:
        score += w["join.unfinished"]
    head = two.text[0]
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
        if opens and one.gap and fresh and not one.final:
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
    if one.piece and one.text in _DASHES:
        score += w["join.bracket"]  # the dash of a torn dateline
    if opens and not one.cjk and _names_go_on(one.text, two.text):
        score += w["join.bracket"]
    if _open_bracket(one.text) or (marks.DESK.match(one.text) and ")" not in one.text):
        score += w["join.bracket"]
    return score


def _begins(one: Line, two: Line, room: float) -> bool:
    """Tell whether an English line surely begins a sentence, and the one above it breaks off, as a headline does.

    No sentence has a capital The or When in it, but for titles (of / The Hague) and up-style headlines.
    `room` is by how much the first word of `two` would have fitted behind `one`.
    """
    first, second = one.text, two.text
    if first[-1] in _WAITING or _hangs(one):
        return False
    if titled(first) and (titled(second) or not _RUNNING_WORD.search(second)):
        return False
    word, _, rest = second.partition(" ")
    if word.isupper():
        known = word.lower() in BEGINNERS
        return not first.isupper() and (known or room >= 0) and marks.IN_CAPITALS.match(second) is not None
    if word.lower() in SMALL or word == "The":
        return room >= 0 or rest[:1].islower()
    if word in NAMED_FIRST:
        return rest[:1].islower()
    return word.lower() in BEGINNERS or word.endswith("-year-old")


_RUNNING_WORD = re.compile(
    r" [a-z]{4,}\b"
)  # such as a headline whose words have capitals hasn't, but for with and from
_DASHES = "-–—"
_WAITING = ",:;-–—&/("  # marks behind which the sentence of a line goes on


def _names_go_on(first: str, second: str) -> bool:
    """Tell whether an English byline goes on in the line below it."""
    lines = f"{first} | {second}"
    if first[:3] in _BY_EN:
        return _MORE_NAMES.search(lines) is not None or (
            _HALF_NAME.match(lines) is not None and _byline(f"{first} {second}") is not None
        )
    more = first.endswith((" and", " AND")) or (first[-1] == "," and marks.JOB.match(second) is not None)
    names = f"{first} {second}"
    return more and (_byline(names) or marks.MAYBE_NAMES.match(names)) is not None


_BY_EN = frozenset({"By ", "BY ", "by ", "Fro"})
# Bylines whose names go on in the next line, which is marked by a bar; and one of which only a first name is told,
# or of whose bearer the place is.
_MORE_NAMES = re.compile(r"(?:,|&|\b[Aa][Nn][Dd]) \| [A-Z]|\| (?:and|AND|And) [A-Z]")
_HALF_NAME = re.compile(
    r"(?:(?i:by|from) ){1,2}[A-Z][A-Z'’.-]+ \| [A-Z][A-Z'’-]{2}|(?i:by|from) [^|]{3,40} \| (?i:in) [A-Z]"
)


def _capitals(one: Line, two: Line) -> bool:
    """Tell whether one of two lines is a headline in capitals, and the other is not."""
    if one.text.isupper():
        named = one.width <= _WORD or one.text[-1] in "—–-," or ": " in one.text[:_CITY]
        named = named or marks.first_spaced(marks.LEADS, one.text) is not None
        return not named and any(map(str.islower, two.text[:_WORD]))
    return one.final and two.width > _WORD and two.text.isupper()


_APART = re.compile(r"\s{3,}")
_BESIDE = 60  # columns that two headlines on one line take at most


def _side_by_side(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines; one that holds the headlines of two columns, far apart, in its parts."""
    for line in lines:
        parts = _APART.split(line.text) if line.cjk and "   " in line.text and line.width <= _BESIDE else []
        told = len(parts) == 2 and min(map(len, parts)) >= _HEADLINE and not line.final
        if (
            not told
            or any(map(str.isdigit, line.text))
            or marks.first(marks.FURNITURE, line.text)
            or marks.folio(line.text)
        ):
            yield line
            continue
        second = line.text.index(parts[1], len(parts[0]))
        wide = line.width * len(parts[0]) / (len(parts[0]) + len(parts[1]))
        yield replace(line, end=line.start + len(parts[0]), text=parts[0], width=wide)
        yield replace(line, start=line.start + second, text=parts[1], width=line.width - wide, gap=1)


_HEADLINE = 5  # ideographs that a headline has at least


def build_blocks(lines: list[Line], weights: Mapping[str, float]) -> list[Block]:
    """Return the blocks of `lines`, in order."""
    lines = list(_side_by_side(lines))
    blocks: list[Block] = []
    start = 0
    width, filled = (
        0.0,
        False,
    )  # of the line that `one` is the last piece of; whether a full line stands above it
    item = False  # whether the paragraph is text from its first line on
    told = start  # the line in which the last sentence of the paragraph ended, or its first line
    for at in range(1, len(lines) + 1):
        if at < len(lines):
            one, two = lines[at - 1], lines[at]
            jumped = start == at - 1 and bool(blocks) and _jumped(blocks[-1])
            midst = "。" in one.text or ". " in one.text
            if at - 1 == start and one.width > _BROAD * one.column and ", " in one.text:
                midst = True  # no headline is as broad as a line of two, and has a comma
            if at - 1 == start:
                item = _opens_text(one)
            inside = (
                midst or (item and not one.cjk) or (told > start and at - told > _DISPLAYED)
            ) and not two.text.isupper()
            if one.final or midst:
                told = at
            if at - 1 == start:
                width, filled = one.width, False
            piece = two.piece and width + 1 + two.width <= one.column
            score = join_score(one, two, at - 1 == start, weights, inside, width, piece)
            filled = filled or width >= one.column - one.slack
            width = width + 1 + two.width if piece else two.width
            below = lines[at + 1] if at + 1 < len(lines) else None
            if (
                score >= 0
                and not one.initial
                and _parted(one, two, below, at - 1 == start, jumped)
                and not _open_bracket(one.text)
            ):
                score += weights["join.mark"]
            if score >= 0 and two.gap and not one.final and _captioned(lines, at):
                score += weights["join.mark"]
            if score >= 0 and start < at - 1 and _caption_over(lines, start, at):
                score += weights["join.mark"]
            if score >= 0:
                continue
        cuts = _display_lines(lines, start, at) or _display_head(lines, start, at)
        for cut in cuts or _display_tail(lines, start, at):
            blocks.extend(_parts(lines, start, cut))
            start = cut
        blocks.extend(_parts(lines, start, at))
        start = told = at
    return blocks


def _parts(lines: list[Line], first: int, last: int) -> Iterator[Block]:
    """Yield the block of these lines, in two where another subject may begin, for the global choice to decide."""
    soft = False
    for cut in [*_new_subjects(lines, first, last), last]:
        block = _block(lines, first, cut)
        block.soft = soft
        yield block
        first, soft = cut, True


_ASIDE = 2  # lines that a part of a block has at least
_VIEW = 7  # lines on each side of a seam whose words are compared
_STRANGE = 0.08  # share of the words below that stand above, below which the subject may be another


def _new_subjects(lines: list[Line], first: int, last: int) -> list[int]:
    """Return before which lines of a block the words change so much that two articles may touch there."""
    found: list[int] = []
    for at in range(first + _ASIDE, last - _ASIDE + 1):
        if not lines[at - 1].final or not _fresh(lines[at]) or at - (found[-1] if found else first) < _ASIDE:
            continue
        below = _joined(lines[at : min(last, at + _VIEW)])
        if goes_on(below, cjk=lines[at].cjk):
            continue
        own = tokens(below)
        if len(own) < _FEW:
            continue
        above = tokens(_joined(lines[max(first, at - _VIEW) : at]))
        if len(own & above) < _STRANGE * len(own):
            found.append(at)
    return found


def _joined(lines: list[Line]) -> str:
    return ("" if lines[0].cjk else " ").join([line.text for line in lines])


def _jumped(block: Block) -> bool:
    """Tell whether a block says that what follows comes from another page."""
    mark = block.furniture
    return mark is not None and mark.kind == "jump" and marks.JUMPED_FROM.match(block.text) is not None


def _open_bracket(text: str) -> bool:
    """Tell whether a bracket opens in `text` that doesn't close."""
    at = max(text.rfind("（"), text.rfind("("))
    return at >= 0 and len(text) - at < 24 and "）" not in text[at:] and ")" not in text[at:]


def _display_lines(lines: list[Line], start: int, end: int) -> list[int]:
    """Return where a block of a few lines without any sentence parts into its lines, which are display lines."""
    if not 2 <= end - start <= 6 or any(line.final for line in lines[start:end]):
        return []
    if lines[start].text[:3] in _BY_EN and _byline(lines[start].text):
        return []
    lead = marks.first_spaced(marks.LEADS, lines[start].text)
    if lead is not None and lead.weight >= _CERTAIN:
        return []  # it opens an article, whose first sentence a column's end or a jump line may cut
    own = lines[start:end]
    apart = [
        at
        for at in range(start + 1, end)
        if lines[at].gap and _fresh(lines[at]) and lines[at - 1].text[-1] not in _GOES_ON
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
        if _fresh(lines[at])
        and not _open_bracket(lines[at - 1].text)
        and not (not lines[at].cjk and _names_go_on(lines[at - 1].text, lines[at].text))
        and lines[at - 1].text[-1] not in OPENERS
    ]


# Share of a headline's words that the text below says again at least, and where a blank line parts the two.
_AGAIN, _AGAIN_APART = 0.5, 0.3
_HEIGHT = 4  # lines of such a headline at most
_CALLS = '?!？！"”'  # marks that end a headline too
_SOON = 8  # lines in which they are said again
_PAUSE = re.compile(r"[。，；、]|[.,;] ")
_LONG = 200  # characters of a line that are compared
_FEW = 4  # words; fewer may come again by chance


def _display_head(lines: list[Line], start: int, end: int) -> list[int]:
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
    if any(line.text[-1] in "；;" for line in lines[start : start + _DISPLAYED]):
        return []  # an item of a list
    for cut in range(start + 1, min(start + 1 + _HEIGHT, end - 1)):
        line, next_line = lines[cut - 1], lines[cut]
        if (line.final and line.text[-1] not in _CALLS) or _PAUSE.search(line.text):
            return []
        if not (_fresh(next_line) if line.cjk else next_line.text[0].isupper()) or _hangs(line):
            continue
        words = tokens(" ".join([one.text[:_LONG] for one in lines[start:cut]]))
        if len(words) >= _FEW:
            glue = "" if line.cjk else " "
            below = glue.join([one.text[:_LONG] for one in lines[cut : min(end, cut + _SOON)]]).lower()
            least = _AGAIN_APART if next_line.gap else _AGAIN
            if sum([word in below for word in words]) >= least * len(words):
                return [cut]
    return []


def _hangs(line: Line) -> bool:
    """Tell whether an English line ends with a word after which no phrase ends."""
    return not line.cjk and line.text.rsplit(" ", 1)[-1].lower() in SMALL


def _desk_opens(text: str) -> bool:
    """Tell whether a line surely opens an article, wherever it stands: 本报讯, 新华社…日电."""
    if "讯" not in text[:10] and "电" not in text[:30]:
        return False
    lead = marks.first_spaced(marks.LEADS, text)
    return lead is not None and lead.kind in ("lead.desk", "lead.wire") and lead.weight >= _DESK


def _whole_dateline(text: str) -> bool:
    """Tell whether a line is the dateline of a wire story in brackets, alone above its text."""
    found = marks.BRACKETED_WIRE.match(text)
    return found is not None and found.end() == len(text)


def _opens_text(line: Line) -> bool:
    """Tell whether what `line` opens is text for sure: an item of a list, or what stands behind a dateline."""
    head = line.text[:_HEAD]
    if marks.BULLET.match(head):
        return True
    lead = None if head.isupper() else marks.first_spaced(marks.LEADS, head)
    return lead is not None and lead.weight >= _CERTAIN


# What the last line of a caption has: 通讯员 于远明 摄影报道; morning. PHOTO: PETER KEMP
_SHOT = re.compile("摄|供图|(?i:photo|picture)|/ ?(?:Staff|The )")
_CAPTION = 4  # lines of a caption


def _caption_over(lines: list[Line], start: int, end: int) -> bool:
    """Tell whether a caption ends with line `end` (left out), its photographer named in it."""
    if end - start > _CAPTION or lines[end].text[0].islower() or _SHOT.search(lines[end - 1].text) is None:
        return False
    mark = marks.first(marks.FURNITURE, _joined(lines[start:end]))
    return mark is not None and mark.kind == "caption"


def _captioned(lines: list[Line], at: int) -> bool:
    """Tell whether a photographer's line stands right below line `at`."""
    if at + 1 >= len(lines) or lines[at + 1].gap:
        return False
    mark = marks.first(marks.FURNITURE, lines[at + 1].text)
    return mark is not None and mark.kind == "caption"


def _display_tail(lines: list[Line], start: int, end: int) -> list[int]:
    """Return where the last lines of a block part from it because they break off after a finished sentence.

    A paragraph ends with a sentence; lines behind its last sentence that end with none are a headline's, set as wide
    as the column by chance.
    """
    if end - start < 2 or lines[end - 1].final or (end < len(lines) and not _fresh(lines[end])):
        return []
    for cut in range(end - 1, max(start, end - 4), -1):
        if lines[cut - 1].final:
            return [cut]
    return []


def _fresh(line: Line) -> bool:
    """Tell whether `line` can open a paragraph."""
    return not (line.text[0].islower() or line.text[0] in CONTINUERS)


def _parted(one: Line, two: Line, below: Line | None, opens: bool, jumped: bool) -> bool:
    """Tell whether a form that is all of `one`, or one that opens `two` (and `below` it), parts the lines."""
    if opens:
        mark = marks.first(marks.FURNITURE, one.text)
        if mark is not None and _wraps(one, two):
            return False
        if mark is not None:
            # an advert or a correction goes on in the next line, as a paragraph does
            return mark.kind not in _RUNS_ON or one.final or one.width < 0.8 * one.column
        byline = _byline(one.text)
        if not one.cjk and _names_go_on(one.text, two.text):
            return False
        if byline is not None and (byline.weight >= _CERTAIN or not two.text[0].islower()):
            return True
        if not one.final and "20" in one.text and marks.folio(one.text):
            return True
    if opens and jumped and one.text.isupper():
        return True  # the word that names an article continued from another page
    if not one.final and not two.text[0].islower() and sign_off([one]):
        return True
    if not (one.final or one.cjk) and two.text[0] in "—–" and marks.first(marks.CREDITS, two.text):
        return True  # a name behind a dash, below a headline
    if below and not (two.cjk or opens) and two.text[-1] == "," and _names_go_on(two.text, below.text):
        return True
    if not one.final and not opens and _desk_opens(two.text):
        return True
    if one.final and marks.DESK.match(two.text):
        return True
    if opens and one.text[-1] == ")" and marks.DESK.match(one.text):
        return True
    if (
        not two.cjk
        and one.text[-1] not in _WAITING
        and _where(two, below)
        and not (opens and _where(one, two))
    ):
        return True
    if one.final or one.gap or opens or two.gap or two.width < 0.8 * two.column:
        # in a narrow column a dateline takes two lines
        lead = marks.first_spaced(marks.LEADS, two.text) or (
            marks.first_spaced(marks.LEADS, f"{two.text} {below.text}")
            if below and two.text[:_WORD].isupper()
            else None
        )
        # a lead-in may fill a line, and its reporters the next
        led = (
            opens
            and not one.final
            and (marks.first_spaced(marks.LEADS, one.text) is not None or _where(one, two))
        )
        # a line without any mark, above text that opens, is its headline
        plain = opens and one.cjk and one.text.isalnum() and len(one.text) >= _HEADLINE
        if lead is not None and not led and lead.weight >= (2.0 if one.final or plain else 3.0):
            return True
    if not two.final and two.width < _SHORT * two.column and _jump(two.text):
        return True
    if two.text[0] in "•■" and one.final:
        return True
    if two.text[0].isdigit() and _CLOCK.match(two.text) and (one.text.isupper() or _CLOCK.match(one.text)):
        return True
    if two.final:
        return two.gap > 0 and two.cjk and marks.first(marks.FURNITURE, two.text) is not None
    if (
        two.text[0] in _BY
        or two.text.find("记者", 0, 12) >= 0
        or (opens and (two.text.startswith("by ") or "@" in two.text))
        or (two.text.startswith("by ") and two.width < 0.8 * two.column and _ends_here(two, below))
    ) and _byline(two.text):
        return True
    if not (one.cjk or two.cjk) and (below is None or below.gap) and not two.gap:
        byline = _byline(two.text)
        if byline is not None and byline.weight >= _CERTAIN:
            return True  # Special Correspondent, between a headline and a blank line
    if one.final or opens or two.gap:
        if marks.ITEM.match(two.text) or marks.BULLET.match(two.text):
            return True
        mark = marks.first(marks.FURNITURE, two.text)
        return mark is not None and not (mark.kind == "caption" and _ends_caption(one, two))
    return False


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
    return below is None or below.gap > 0 or (below.text[0].isupper() and line.text[-1] not in _GOES_ON)


def _byline(text: str) -> Mark | None:
    return marks.first(marks.BYLINES, text) if len(text) <= _HEAD else None


_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|\d{1,2}[.:]\d\d ")  # a line of a programme
_SHORT = 1.2  # columns that a jump line is wide at most


# What every jump line has, looked for before its forms are: most lines have none of it.
_SENDS = re.compile("版|[Pp]age|PAGE|[»▶]|[A-Z]\\d|\\d[A-Z]")


def _jump(text: str) -> bool:
    """Tell whether a line sends the reader to another page."""
    if _SENDS.search(text) is None:
        return False
    mark = marks.first(marks.FURNITURE, text)
    return mark is not None and mark.kind == "jump"


def _block(lines: list[Line], first: int, last: int) -> Block:
    own = lines[first:last]
    text = own[0].text
    for line in own[1:20]:
        drop, glue = joint(text, line.text)
        text = text[: len(text) - drop] + glue + line.text
    block = Block(first, last, own, text)
    if len(own) <= 4:
        block.byline = marks.first(marks.BYLINES, text) if len(text) < 90 else None
        block.credit = marks.first(marks.CREDITS, text) if len(text) < 160 else None
        if len(text) < 320:
            block.furniture = marks.first(marks.FURNITURE, text)
            if block.furniture is not None and block.furniture.kind == "contact" and len(own) > _CARD:
                block.furniture = None  # a paragraph that begins with an address
            if block.furniture is None and " " in text:
                spaced = (
                    len(text) < 20 and text[1::2].isspace()
                )  # a label set with a blank between its letters
                if spaced or "  " in text:
                    block.furniture = marks.first(marks.FURNITURE, ("" if spaced else " ").join(text.split()))
    if len(own) == 1 and (block.furniture is None or block.furniture.weight < _CERTAIN):
        block.furniture = marks.folio(text) or block.furniture
    if own[0].piece and text in _DASHES:
        block.furniture = None  # what a torn dateline left: (AFP) / - / The Russian
    if block.furniture is not None and block.furniture.kind in ("roundup", "editors"):
        block.byline = block.credit = None  # ○简讯 looks like a name behind a mark, 编辑 陆判 like a writer
    block.lead = marks.first_spaced(marks.LEADS, text[:_HEAD].lstrip("◆●■▲★□◇○►▶ "))
    if block.lead is not None and _whole_dateline(text):
        block.credit = None
    block.signed = sign_off(own) is not None
    return block


def sign_off(lines: list[Line]) -> tuple[int, int] | None:
    """Return where a signature begins that ends `lines`: how many lines from the end (1 or 2), and the character."""
    end = lines[-1].text
    if end[-1] not in ")）】":
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
    if len(lines) > 1 and end[-1] in ")）】" and "(" not in end and "（" not in end:
        above = lines[-2].text
        at = max(0, len(above) - 40)
        for glue in ("", " "):
            found = marks.SIGN_OFF.search(above[at:] + glue + end)
            if found and at + found.start() < len(above):
                return 2, at + found.start()
    return None
