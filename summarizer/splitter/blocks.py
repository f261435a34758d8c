"""Lines to blocks: paragraphs of running text, and the display lines that stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from summarizer.splitter import marks
from summarizer.splitter.joins import DASHES, hangs, join_score, whole_dateline
from summarizer.splitter.lines import CONTINUERS, OPENERS, Line
from summarizer.splitter.marks import Mark
from summarizer.splitter.seams import (
    BY_EN,
    CERTAIN,
    GOES_ON,
    HEAD,
    HEADLINE,
    byline_of,
    names_go_on,
    open_bracket,
    parted,
    sign_off,
)
from summarizer.splitter.words import goes_on, tokens
from summarizer.text import joint

SAMPLE = 500  # characters of a block that are compared with other texts
_BROAD = 1.5  # columns
_DISPLAYED = 3  # lines behind a sentence that may be those of a headline
_CARD = 3  # lines that an address or telephone number of the paper fills at most


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


_APART = re.compile(r"\s{3,}")
_BESIDE = 60  # columns that two headlines on one line take at most


def _side_by_side(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines; one that holds the headlines of two columns, far apart, in its parts."""
    for line in lines:
        parts = _APART.split(line.text) if line.cjk and "   " in line.text and line.width <= _BESIDE else []
        told = len(parts) == 2 and min(map(len, parts)) >= HEADLINE and not line.final
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


def build_blocks(lines: list[Line], weights: Mapping[str, float]) -> list[Block]:
    """Return the blocks of `lines`, in order."""
    lines = list(_side_by_side(lines))
    blocks: list[Block] = []
    start = 0
    width = 0.0  # of the line that `one` is the last piece of
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
                if one.over and not (one.final or one.cjk) and two.text[0].isupper() and not two.over:
                    midst = False  # a headline of two sentences, above a narrower column
            inside = (
                midst or (item and not one.cjk) or (told > start and at - told > _DISPLAYED)
            ) and not two.text.isupper()
            if one.final or midst:
                told = at
            if at - 1 == start:
                width = one.width
            piece = two.piece and width + 1 + two.width <= one.column
            score = join_score(one, two, at - 1 == start, weights, inside, width, piece)
            width = width + 1 + two.width if piece else two.width
            below = lines[at + 1] if at + 1 < len(lines) else None
            if (
                score >= 0
                and not one.initial
                and parted(one, two, below, at - 1 == start, jumped)
                and not open_bracket(one.text)
            ):
                score += weights["join.mark"]
            if score >= 0 and two.gap and not one.final and _captioned(lines, at):
                score += weights["join.mark"]
            if score >= 0 and start < at - 1 and _caption_over(lines, start, at):
                score += weights["join.mark"]
            if score >= 0:
                continue
        cuts = (
            _display_lines(lines, start, at)
            or _display_head(lines, start, at)
            or _display_stack(lines, start, at, blocks)
        )
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
        if head := _strange_head(lines, first, cut):
            block = _block(lines, first, head)
            block.soft = soft
            yield block
            first, soft = head, True
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


def _display_lines(lines: list[Line], start: int, end: int) -> list[int]:
    """Return where a block of a few lines without any sentence parts into its lines, which are display lines."""
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
        if lines[at].gap and _fresh(lines[at]) and lines[at - 1].text[-1] not in GOES_ON
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
        and not open_bracket(lines[at - 1].text)
        and not (not lines[at].cjk and names_go_on(lines[at - 1].text, lines[at].text))
        and lines[at - 1].text[-1] not in OPENERS
    ]


_STACKED, _STACK = (
    6,
    30,
)  # lines of headlines one below another that need no look at their widths, and at most
_FILLED = 0.75  # share of their column that such lines fill on average at most


def _ragged(lines: list[Line]) -> bool:
    """Tell whether lines are much shorter than their column, as no text is."""
    return sum([line.width for line in lines]) < _FILLED * sum([line.column for line in lines])


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
        if not (_fresh(next_line) if line.cjk else next_line.text[0].isupper()) or hangs(line):
            continue
        words = tokens(" ".join([one.text[:_LONG] for one in lines[start:cut]]))
        if len(words) >= _FEW:
            glue = "" if line.cjk else " "
            below = glue.join([one.text[:_LONG] for one in lines[cut : min(end, cut + _SOON)]]).lower()
            least = _AGAIN_APART if next_line.gap else _AGAIN
            if sum([word in below for word in words]) >= least * len(words):
                return [cut]
    return []


_REACH = 250  # lines in which the text of a headline that stands in a layer is looked for
_ELSEWHERE, _HERE = (
    0.6,
    0.25,
)  # shares of its words that a text elsewhere says at least, and the one below at most


def _display_stack(lines: list[Line], start: int, end: int, above: list[Block]) -> list[int]:
    """Return where a block parts from its first line because that is the last of a stack of headlines.

    Text far off says its words again, and that below it doesn't.
    """
    first = lines[start]
    if (
        end - start < 3
        or len(above) < _STACK_HEIGHT
        or first.gap
        or first.cjk
        or lines[start + 1].text[0].islower()
    ):
        return []
    if not all(map(_stacked, above[-_STACK_HEIGHT:])):
        return []
    if (
        first.final
        or hangs(first)
        or _PAUSE.search(first.text)
        or marks.first_spaced(marks.LEADS, first.text)
    ):
        return []
    words, head = tokens(first.text[:_LONG]), tokens(above[-1].text)
    if len(words) < _FEW - 1 or not head:
        return []
    text = _joined(lines[start + 1 : min(end, start + 1 + _SOON)]).lower()
    if max(_told(words, text), _told(head, text)) > _HERE:
        return []
    for at in (
        *range(end, min(len(lines), end + _REACH), _SOON),
        *range(max(0, start - _REACH), start, _SOON),
    ):
        if _told(words, _joined(lines[at : at + 2 * _SOON]).lower()) >= _ELSEWHERE:
            return [start + 1]
    return []


def _stacked(block: Block) -> bool:
    formed = block.furniture or block.byline or block.credit or block.lead
    return (
        not formed
        and len(block.lines) <= _DISPLAYED
        and not block.lines[-1].final
        and block.text[-1] not in GOES_ON
    )


def _told(words: set[str], text: str) -> float:
    return sum([word in text for word in words]) / len(words)


def _strange_head(lines: list[Line], start: int, end: int) -> int:
    """Return where the headline that a block may begin with ends, or 0: its words and its text's are not those above.

    It is for the global choice to decide.
    """
    first = lines[start]
    if end - start < _STRANGE_LINES or not start or first.cjk or not lines[start - 1].final:
        return 0
    if first.indent > lines[start + 1].indent or marks.first_spaced(marks.LEADS, first.text):
        return 0
    for cut in range(start + 1, start + 1 + _DISPLAYED):
        line, two = lines[cut - 1], lines[cut]
        if line.final or _PAUSE.search(line.text):
            return 0
        if two.text[0].islower() or line.text[-1] == "." or hangs(line) or names_go_on(line.text, two.text):
            continue
        text = _joined(lines[cut : min(end, cut + _VIEW)])
        head, own = tokens(_joined(lines[start:cut])), tokens(text)
        if len(head) < _FEW - 1 or len(own) < _FEW or goes_on(text, cjk=False):
            continue
        above = tokens(_joined(lines[max(0, start - 2 * _VIEW) : start]))
        strange = len((head | own) & above) < _STRANGE_HEAD * len(head | own)
        soon = _joined(lines[cut : min(end, cut + _SOON)]).lower()
        if strange and _told({word[:_STEM] for word in head}, soon) >= _HERE:
            return cut
    return 0


_STRANGE_HEAD = 0.09  # share of its words and its text's that stand above at most
_STEM = 5  # letters: Beijingers, Beijing
_STRANGE_LINES = 5  # lines of a block that may begin with a headline at least
_STACK_HEIGHT = 2  # display blocks that such a headline stands below at least


def _opens_text(line: Line) -> bool:
    """Tell whether what `line` opens is text for sure: an item of a list, or what stands behind a dateline."""
    head = line.text[:HEAD]
    if marks.BULLET.match(head):
        return True
    lead = None if head.isupper() else marks.first_spaced(marks.LEADS, head)
    return lead is not None and lead.weight >= CERTAIN


# What the last line of a caption has: 通讯员 于远明 摄影报道; morning. PHOTO: PETER KEMP
_SHOT = re.compile("(?i:photo|picture)|/ ?(?:Staff|The )")
_CAPTION = 4  # lines of a caption


def _caption_over(lines: list[Line], start: int, end: int) -> bool:
    """Tell whether a caption ends with line `end` (left out), its photographer named in it."""
    last = lines[end - 1]
    if end - start > _CAPTION or lines[end].text[0].islower():
        return False
    if not ("摄" in last.text or "供图" in last.text if last.cjk else _SHOT.search(last.text)):
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
    if len(own) == 1 and (block.furniture is None or block.furniture.weight < CERTAIN):
        block.furniture = marks.folio(text) or block.furniture
    if own[0].piece and text in DASHES:
        block.furniture = None  # what a torn dateline left: (AFP) / - / The Russian
    if block.furniture is not None and block.furniture.kind in ("roundup", "editors"):
        block.byline = block.credit = None  # ○简讯 looks like a name behind a mark, 编辑 陆判 like a writer
    block.lead = marks.first_spaced(marks.LEADS, text[:HEAD].lstrip("◆●■▲★□◇○►▶ "))
    if block.lead is not None and whole_dateline(text):
        block.credit = None
    block.signed = sign_off(own) is not None
    return block
