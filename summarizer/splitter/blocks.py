"""Lines to blocks: paragraphs of running text, and the display lines that stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from summarizer.splitter import marks
from summarizer.splitter.display import (
    DISPLAYED,
    display_head,
    display_lines,
    display_stack,
    display_tail,
    joined,
    new_subjects,
    strange_head,
)
from summarizer.splitter.joins import DASHES, join_score, whole_dateline
from summarizer.splitter.lines import Line
from summarizer.splitter.marks import Mark
from summarizer.splitter.seams import (
    CERTAIN,
    GOES_ON,
    HEAD,
    HEADLINE,
    WORD,
    open_bracket,
    parted,
    sign_off,
)
from summarizer.splitter.words import tokens
from summarizer.text import joint

SAMPLE = 500  # characters of a block that are compared with other texts
_BROAD = 1.5  # columns
_STACK_HEIGHT = 2  # display blocks that the last headline of a stack stands below at least
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
    gap: int = field(init=False)  # blank lines above
    _words: frozenset[str] | None = None

    def __post_init__(self) -> None:
        self.gap = self.lines[0].gap

    @property
    def words(self) -> frozenset[str]:
        """What the block's first `SAMPLE` characters say, in the tokens that texts are compared by."""
        if self._words is None:
            self._words = frozenset(tokens(self.text[:SAMPLE]))
        return self._words


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
    item: bool | None = None  # whether the paragraph is text from its first line on, where that was asked
    told = start  # the line in which the last sentence of the paragraph ended, or its first line
    for at in range(1, len(lines) + 1):
        if at < len(lines):
            one, two = lines[at - 1], lines[at]
            jumped = start == at - 1 and bool(blocks) and _jumped(blocks[-1])
            midst = "。" in one.text or ". " in one.text
            if at - 1 == start and one.width > _BROAD * one.column and ", " in one.text:
                midst = True  # no headline is as broad as a line of two, and has a comma
            if at - 1 == start:
                item = None
                if one.over and not (one.final or one.cjk) and two.text[0].isupper() and not two.over:
                    midst = False  # a headline of two sentences, above a narrower column
            if item is None and not (midst or one.cjk):
                item = _opens_text(lines[start])
            inside = (
                midst or (item and not one.cjk) or (told > start and at - told > DISPLAYED)
            ) and not two.text.isupper()
            if one.final or midst:
                told = at
            if at - 1 == start:
                width = one.width
            piece = two.piece and width + 1 + two.width <= one.column
            label = at - 1 == start and bool(blocks) and _labels(blocks[-1])
            score = join_score(one, two, at - 1 == start, weights, inside, width, piece, label)
            width = width + 1 + two.width if piece else two.width
            if _goes_on(lines, start, at, score, weights, jumped):
                continue
        cuts = (
            display_lines(lines, start, at)
            or display_head(lines, start, at)
            or (_stacked(blocks) and display_stack(lines, start, at, blocks[-1].text))
            or []
        )
        for cut in cuts or display_tail(lines, start, at):
            blocks.extend(_parts(lines, start, cut))
            start = cut
        blocks.extend(_parts(lines, start, at))
        start = told = at
    return blocks


def _labels(block: Block) -> bool:
    """Tell whether a block is one line that ends no sentence: MARKETS above a headline as wide as its column."""
    return len(block.lines) == 1 and not block.lines[0].final


def _goes_on(
    lines: list[Line], start: int, at: int, score: float, weights: Mapping[str, float], jumped: bool
) -> bool:
    """Tell whether line `at` goes on with the block that begins with line `start`.

    `score` is what its shape and that of the line above say, as `join_score` does; the forms around come to that.
    `jumped`: above the block stands from which page an article comes.
    """
    one, two = lines[at - 1], lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    if score >= 0 and not one.initial and parted(one, two, below, at - 1 == start, jumped):
        score += 0.0 if open_bracket(one.text) else weights["join.mark"]
    if score < 0 and one.cjk and not two.gap and _in_brackets(lines[max(start, at - _BRACKET) : at], two):
        score += weights["join.bracket"]
    if score < 0:
        return False
    ends = (
        (1 < at - start <= _STACKED and _capitals_end(lines[start:at], two))
        or (two.gap and not one.final and _captioned(lines, at))
        or (start < at - 1 and _caption_over(lines, start, at))
    )
    return not ends


def _parts(lines: list[Line], first: int, last: int) -> Iterator[Block]:
    """Yield the block of these lines, in parts where another subject may begin, for the global choice to decide."""
    soft = False
    for cut in [*new_subjects(lines, first, last), last]:
        if head := strange_head(lines, first, cut):
            block = _block(lines, first, head)
            block.soft = soft
            yield block
            first, soft = head, True
        block = _block(lines, first, cut)
        block.soft = soft
        yield block
        first, soft = cut, True


def _jumped(block: Block) -> bool:
    """Tell whether a block says that what follows comes from another page."""
    mark = block.furniture
    return mark is not None and mark.kind == "jump" and marks.JUMPED_FROM.match(block.text) is not None


def _stacked(blocks: list[Block]) -> bool:
    """Tell whether the last blocks are display lines without a form of their own, one below another."""
    last = blocks[-_STACK_HEIGHT:]
    return len(last) == _STACK_HEIGHT and all(
        not (block.furniture or block.byline or block.credit or block.lead)
        and len(block.lines) <= DISPLAYED
        and not block.lines[-1].final
        and block.text[-1] not in GOES_ON
        for block in last
    )


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
_BRACKET = 4  # lines that one in brackets fills
_STACKED = 8  # lines of a headline in capitals
_CAPITALS = 18  # characters; fewer, in a narrow column, may be the first words of a text


def _caption_over(lines: list[Line], start: int, end: int) -> bool:
    """Tell whether a caption ends with line `end` (left out), its photographer named in it."""
    last = lines[end - 1]
    if end - start > _CAPTION or lines[end].text[0].islower():
        return False
    if not ("摄" in last.text or "供图" in last.text if last.cjk else _SHOT.search(last.text)):
        return False
    mark = marks.first(marks.FURNITURE, joined(lines[start:end]))
    return mark is not None and mark.kind == "caption"


def _in_brackets(own: list[Line], two: Line) -> bool:
    """Tell whether a bracket that opened in the lines above closes in the line below them.

    （2025年5月16日栾浦市 / 第七届人民代表大会常务委员会第二十三次会议通 / 过）
    """
    text = "".join([line.text for line in own])
    return (
        text.rfind("（") > text.rfind("）") and "。" not in text and two.text.find("）") > two.text.find("（")
    )


def _capitals_end(own: list[Line], two: Line) -> bool:
    """Tell whether lines of capitals are a headline, and the line below them is not of it.

    RAISES / SUPERMARKETS / GENERAL BID above Fans cheer in the stands.; more than the first words of a text.
    """
    if not own[0].text.isupper() or two.text.isupper() or not all(line.text.isupper() for line in own):
        return False
    size = sum([len(line.text) for line in own])
    return size >= _CAPITALS and own[-1].text[-1] not in GOES_ON and any(map(str.islower, two.text[:WORD]))


def _captioned(lines: list[Line], at: int) -> bool:
    """Tell whether a photographer's line stands right below line `at`."""
    if at + 1 >= len(lines) or lines[at + 1].gap:
        return False
    mark = marks.first(marks.FURNITURE, lines[at + 1].text)
    return mark is not None and mark.kind == "caption"


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
