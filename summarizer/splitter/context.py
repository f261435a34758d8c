"""What a block's neighbours and its page say about it: lines that share a form, how the page uses blank lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from summarizer.splitter import marks
from summarizer.splitter.blocks import Block
from summarizer.splitter.lines import PAUSE
from summarizer.splitter.marks import Mark
from summarizer.splitter.pen_names import WORDS, pen_name, text_below, told_of, writes
from summarizer.splitter.words import SMALL

_TOP = 4  # blocks at the head of a page that may be its masthead
_ROW_WIDTH = 60  # columns that a row of a table may be wide


@dataclass(frozen=True, slots=True)
class Style:
    """How a page is set: do blank lines part paragraphs, do they part headlines, are ends signed, beginnings led.

    `apart`: blank lines part headlines from the text below them.
    """

    airy: bool
    spaced: bool
    signed: bool
    led: bool
    apart: bool = False


def style(blocks: list[Block], running: list[bool]) -> Style:
    """Return how the page of `blocks` is set."""
    inner = gaps = heads = spaced = begun = apart = 0
    for (one, two), (runs, goes_on) in zip(pairwise(blocks), pairwise(running), strict=True):
        if runs and goes_on:
            inner += 1
            gaps += two.gap > 0
        elif not goes_on and (runs or _formed(one)) and not _formed(two):
            heads += 1
            spaced += two.gap > 0
        if goes_on and not runs and not one.furniture:
            begun += 1
            apart += two.gap > 0
    signs = sum(
        block.signed or (block.credit is not None and block.credit.weight >= _SURE) for block in blocks
    )
    leads = sum(block.lead is not None and block.lead.weight >= _SURE_LEAD for block in blocks)
    parted = begun >= _CUSTOM and apart >= _MOSTLY * begun
    return Style(gaps >= 0.4 * inner, spaced > 0.4 * heads, signs >= 2, leads >= 2, parted)


def _formed(block: Block) -> bool:
    return bool(block.furniture or block.byline or block.credit)


_CUSTOM, _MOSTLY = 2, 0.6  # headlines that show a custom at least, and their share
_SURE_LEAD = 3.0  # the least weight of a lead-in that surely opens one
_SURE = 5.0  # the least weight of a form that surely ends one


def lend_forms(blocks: list[Block], running: list[bool]) -> None:
    """Let lines share the form of the line that they belong to: captions, tables, boxes, names over their titles."""
    for above, block in pairwise(blocks):
        _join_label(above, block)
    if blocks and (top := blocks[0].furniture) and top.kind == "masthead":
        blocks[0].furniture = Mark("masthead", max(top.weight, _CROWNED + 1.0))
    _crown(blocks, running)
    _drop_names(blocks, running)
    for at in range(len(blocks)):
        if (
            _told_result(blocks, running, at)
            or _misread_label(blocks, running, at)
            or _kicks(blocks, running, at)
        ):
            blocks[at].furniture = None
        if writes(blocks, running, at):
            blocks[at].furniture, blocks[at].byline = None, Mark("byline.role", _SURE)
        if _goes_on_headline(blocks, running, at):
            blocks[at].furniture = blocks[at].byline = None
        if _above_byline(blocks, at):
            blocks[at].byline = None
    for at in range(len(blocks) - 1, -1, -1):
        mark = blocks[at].furniture
        if mark is not None:
            _lend_up(blocks, running, at, mark)
    for at, (above, block) in enumerate(pairwise(blocks), 1):
        if _misread_title(blocks, running, at):
            block.furniture = None
        if _signs_text(block, above, running[at - 1]):
            block.credit = Mark("credit.names", _SIGNS)
        if block.credit and block.byline and block.text[0] in "□■◆●◎" and not _ended(above, running[at - 1]):
            block.credit = None  # below a headline the name stands for the text that follows
        if block.gap:
            continue
        if pen_name(blocks, running, at):
            block.byline = Mark("byline.bare", _NAMED if block.lines[0].cjk else _NAMED_EN)
        if above.byline is not None:
            _lend_name(above, block)
        mark = above.furniture
        if (
            mark is not None
            and mark.kind == "contact"
            and block.byline
            and block.byline.kind == "byline.mail"
        ):
            block.furniture, block.byline = mark, None  # the last of a paper's addresses
        if mark is not None and not (block.furniture or block.byline) and _goes_on(blocks, running, at, mark):
            block.furniture = Mark(mark.kind, mark.weight - _FARTHER)


def _crown(blocks: list[Block], running: list[bool]) -> None:
    """Know the lines at a page's head, above a blank line, for its masthead if one of them is known for it.

    Those below the last known one only where another display line follows, and no text says their words again: they
    may be a headline.
    """
    end = next((at for at in range(1, len(blocks)) if blocks[at].gap), len(blocks))
    if end > _TOP + 1 or any(running[:end]):
        return
    known = [at for at in range(end) if (mark := blocks[at].furniture) and mark.kind in _CROWN]
    if not known or known[0] > 1 or len(known) == end:
        return
    if len(known) >= _SEVERAL:  # 75¢; No. 18; Free, one copy per person
        for at in range(known[-1] + 1, end):
            if not blocks[at].furniture and not marks.ISSUE.match(blocks[at].text):
                break
            blocks[at].furniture = blocks[at].furniture or Mark("masthead", _CROWNED)
            known.append(at)
    apart = end < len(blocks) and not (running[end] or blocks[end].byline)
    told = next((blocks[at].words for at in range(end, len(blocks)) if running[at]), frozenset[str]())
    for at in range(end if apart else known[-1]):
        block = blocks[at]
        if at > known[-1] and len(block.words & told) >= _SAID * len(block.words):
            return
        if block.furniture is None and len(block.lines) == 1 and not block.byline:
            block.furniture = Mark("masthead", _CROWNED)


_SEVERAL = 2  # lines known for a masthead, below which the number of an issue and its price stand
_SAID = 0.25  # share of a headline's words that its text says again at least
_SIGNATURES = frozenset({"credit.letter", "credit.sign"})
_CROWN = frozenset({"masthead", "date", "page", "editors"})
_CROWNED = 4.0  # what being among the lines of a masthead weighs


def _drop_names(blocks: list[Block], running: list[bool]) -> None:
    """Take what only looks like a name for none where no name can stand: amid the lines of a headline."""
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        ends = at > 0 and (running[at - 1] or blocks[at - 1].credit is not None)
        if block.credit is not None and not ends and (block.credit.weight <= _WEAK or _aside(block)):
            block.credit = None
        if below is not None and _headline_like_signature(block, below, running[at + 1]):
            block.credit = None
        if block.byline is None or block.byline.weight > _WEAK or ends:
            continue
        if (
            below is not None
            and not below.gap
            and not running[at + 1]
            and not (below.byline or below.furniture)
        ):
            block.byline = None


def _headline_like_signature(block: Block, below: Block, runs: bool) -> bool:
    """Tell whether a name and a place between blank lines are a headline, with its text below.

    Mayor Quits, Council Splits.
    """
    signs = block.credit is not None and block.credit.kind in _SIGNATURES
    return signs and block.gap > 0 and not block.lines[0].cjk and runs and below.lead is None


def _aside(block: Block) -> bool:
    """Tell whether a line in brackets names no agency: (And Eleven Trout)."""
    return not block.lines[0].cjk and block.text[0] == "(" and marks.AGENCY.search(block.text) is None


def _told_result(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether what looks like the row of a table is the one result that a headline right above it, or the report
    below, tells of."""
    mark = blocks[at].furniture
    if mark is None or mark.kind != "table":
        return False
    if _heads_report(blocks, running, at):
        return True
    if not at or blocks[at].gap or running[at - 1]:
        return False
    beside = blocks[at - 1 : at + 2]
    return not any(block.furniture for block in beside if block is not blocks[at]) and len(beside) == _BESIDE


def _heads_report(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether a result stands above the headline of the report on it: MILLERS 5, ANGLERS 3."""
    teams = marks.RESULT.match(blocks[at].text)
    if teams is None or at + 2 >= len(blocks) or (at and blocks[at - 1].furniture and not blocks[at].gap):
        return False
    below = blocks[at + 1]
    if running[at + 1] or below.gap or below.furniture or below.byline:
        return False
    return all(told_of(team, blocks, running, at) for team in teams.groups())


def _misread_label(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether what looks like the label of a box, or a line of an index, stands above an article as its headline.

    招聘 above 本报讯（记者 …）; Standings above a long paragraph.
    """
    mark = blocks[at].furniture
    if mark is None or mark.kind not in ("advert", "table", "index") or at + 1 == len(blocks):
        return False
    below = blocks[at + 1]
    if below.furniture:
        return False
    if any(form is not None and form.weight >= _HEADS for form in (below.lead, below.byline)):
        return True
    if mark.kind != "table":
        return False
    size, runs = 0, False
    for other in range(at + 1, min(at + 1 + _LINES, len(blocks))):
        if blocks[other].furniture or (size and blocks[other].gap):
            break
        size += len(blocks[other].text)
        runs = runs or running[other]
    return runs and size >= _LONG


def _kicks(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether the name of a section is the kicker of a headline, which it touches: MARKETS / Stocks slip."""
    mark = blocks[at].furniture
    if mark is None or mark.kind != "section" or not at or at + 1 == len(blocks) or not blocks[at].gap:
        return False
    below = blocks[at + 1]
    return not (below.gap or running[at + 1] or _formed(below) or below.lead)


def _misread_title(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether what looks like a paper's name is a writer's office, or a headline.

    CROWN COURT REPORTER; Plum Creek News.
    """
    mark, byline = blocks[at].furniture, blocks[at].byline
    if at < _TOP or mark is None or mark.kind != "masthead":
        return False
    if byline is not None and byline.weight >= _OFFICE:
        return True
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    heads = below is not None and (running[at + 1] or below.byline is not None)
    if (
        below is not None
        and heads
        and not (blocks[at].gap or below.gap or running[at - 1] or _formed(blocks[at - 1]))
    ):
        return mark.weight <= _MAYBE  # the last line of a headline: off of write / ins" - RT USA News
    return heads and mark.weight <= _MAYBE and blocks[at].gap > 0 and not blocks[at - 1].furniture


def _goes_on_headline(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether what looks like a form is a line of the headline in capitals that it touches: the text tells of it.

    CBC BANCORP TO BE ACQUIRED / BY UNION PLANTERS; CANADIAN OIL / COMPANIES / RAISE PRICES.
    """
    block = blocks[at]
    if not (block.furniture or block.byline) or len(block.lines) > 1 or not block.text.isupper():
        return False
    above = at > 0 and not block.gap and _is_capitals(blocks[at - 1], running[at - 1])
    below = at + 1 < len(blocks) and not blocks[at + 1].gap and _is_capitals(blocks[at + 1], running[at + 1])
    words = [word for word in WORDS.findall(block.text.lower()) if len(word) > 2 and word not in SMALL]
    if not (above or below) or not words:
        return False
    if above and below and block.furniture and block.furniture.kind in _MAY_BE_WORDS:
        return True  # amid a headline, in whatever layer it stands
    told = frozenset(WORDS.findall(text_below(blocks, running, at)))
    return sum(word in told for word in words) >= _SAYS * len(words)


def _above_byline(blocks: list[Block], at: int) -> bool:
    """Tell whether a byline of English small letters, or a bare name, stands right above the byline: a headline's line.

    American Politics Is Fueled / by Ignorance and Hatred / By Kevin Drum.
    """
    byline = blocks[at].byline
    if byline is None or at + 1 == len(blocks) or blocks[at].gap or blocks[at + 1].gap:
        return False
    below = blocks[at + 1]
    sure = below.byline is not None and below.byline.weight >= _SURE_BY and below.text[:2] in ("By", "BY")
    text = blocks[at].text
    return sure and (byline.kind == "byline.bare" or (text.startswith("by ") and not _BY_NAME.match(text)))


_SURE_BY = 5.0  # the least weight of such a byline
_BY_NAME = re.compile(r"by (?:[A-Z][\w.'’-]*+ ){1,3}[A-Z][\w.'’-]++$")
_MAY_BE_WORDS = frozenset({"section", "caption", "table"})  # COMPANIES; RAIN/FLOOD; STANDINGS


def _is_capitals(block: Block, runs: bool) -> bool:
    """Tell whether a block is a display line in capitals without a sure form."""
    named = block.byline is not None and block.byline.weight > _WEAK
    return block.text.isupper() and not (runs or block.furniture or named)


def _signs_text(block: Block, above: Block, runs: bool) -> bool:
    """Tell whether a reporter's line without brackets may stand below the text: 本报记者 柳青."""
    byline = block.byline
    return (
        block.credit is None
        and byline is not None
        and byline.weight >= _SURE
        and block.lines[0].cjk
        and _ended(above, runs)
    )


def _ended(above: Block, runs: bool) -> bool:
    """Tell whether text has ended above: running text, or one line that ends as no headline does."""
    return (runs or above.text.endswith(("。", "。”"))) and (above.signed or above.lines[-1].final)


def _join_label(above: Block, block: Block) -> None:
    """Know a label in capitals that a narrow column breaks in two: AROUND THE / REGION."""
    lines = (*above.lines, *block.lines)
    if len(lines) > 2 or block.gap or above.furniture or block.furniture:
        return
    if above.text.isupper() and block.text.isupper() and not above.lines[0].cjk:
        mark = marks.first(marks.FURNITURE, f"{above.text} {block.text}")
        if mark is not None and mark.kind in ("section", "roundup"):
            above.furniture = block.furniture = mark


_WEAK = 1.5  # the weight of what may be a name as well as words of a headline
_BESIDE = 3  # a result with the lines right above and below it
_MAYBE = 3.0  # the weight of what may be a paper's name, or something else called News
_OFFICE = 4.0  # the least weight of a writer's office that looks like a paper's name
_HEADS = 3.5  # the least weight of a form that opens an article
_LONG, _LINES = 200, 8  # characters of text that is no box, among so many blocks
_SIGNS = 4.0  # the weight of a reporter's line as the end of a text
_FARTHER = 0.5  # what a form loses with every block that it is lent to
_CAPTION = 5  # lines that a caption may have above its photographer
_ROW, _TITLE = 3.0, 2.5  # what a row of a table weighs at least, and its title at most
_COLUMNS = 3  # words in a line that heads columns


def _lend_up(blocks: list[Block], running: list[bool], at: int, mark: Mark) -> None:
    """Lend the form of block `at` to the lines above that belong to it."""
    if blocks[at].gap or not at:
        return
    if mark.kind == "caption" and not blocks[at].byline:
        _lend_caption(blocks, running, at, mark)
        return
    block = blocks[at - 1]
    named = block.byline is not None and block.byline.weight >= _NAMED
    if block.furniture or named or len(block.lines) > 1 or running[at - 1]:
        return
    if mark.kind in ("masthead", "date", "page"):
        if at - 1 < _TOP and not any(one.lines[-1].final for one in blocks[: at - 1]):
            block.furniture = Mark("masthead", mark.weight - _FARTHER)
    elif mark.kind == "table" and _cell(block):
        # above its first row a table has a title, and between them perhaps the heads of its columns
        if mark.weight >= _ROW or (mark.weight > _TITLE and len(blocks[at].text.split()) >= _COLUMNS):
            block.furniture = Mark("table", min(mark.weight, _ROW) - _FARTHER / 2)
    elif mark.kind == "contact" and marks.TRADE.match(block.text):
        block.furniture = Mark("advert", mark.weight)


def _lend_caption(blocks: list[Block], running: list[bool], at: int, mark: Mark) -> None:
    """Lend the form of a photographer's line to the caption right above, or else right below."""
    if len(blocks[at].lines) > 1 and _SENTENCE.search(blocks[at].text):
        return  # it is a whole caption
    start, lines = at, 0
    while start and not blocks[start].gap:
        block = blocks[start - 1]
        lines += len(block.lines)
        if block.furniture or block.byline or block.signed or lines > _CAPTION:
            break
        if start < at and (block.lines[-1].final or block.text.isupper()):
            break  # a headline in capitals above a caption that has none
        start -= 1
    if start < at:
        first, above = blocks[start], blocks[start - 1] if start else None
        apart = first.gap or above is None or above.signed or above.furniture
        broken = above is not None and above.lines[-1].final and not blocks[at - 1].lines[-1].final
        text = " ".join([block.text for block in blocks[start:at]])
        bare = marks.BARE_SHOT.match(blocks[at].text) is not None
        # a photographer's line without a sentence below it has its own above
        last = (
            bare
            and _closed_below(blocks, running, at)
            and len(blocks[at - 1].lines) < _CAPTION
            and not running[at - 1]
        )
        if marks.DRAWN.match(blocks[at].text) or any(_TELLS.search(block.text) for block in blocks[start:at]):
            return  # the last paragraph of the text above
        if (apart and at - start == 1 and lines <= _CAPTION) or (
            (apart or broken or last) and bare and PAUSE.search(text + " ")
        ):
            for block in blocks[start:at]:
                block.furniture = Mark("caption", mark.weight - _FARTHER)
            return


def _closed_below(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether no caption can stand below a photographer's line."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None or below.gap or below.furniture or below.byline:
        return True
    return running[at + 1] or not below.lines[-1].final


_SENTENCE = re.compile("。|[.?!] ")
# What somebody says, or is told of as past, stands in no caption, but in the last paragraph of the text above.
_TELLS = re.compile('[，。？！…]”|[,.?!][”"]| (?:said|told|added|had been|would)\\b')


def _lend_name(above: Block, block: Block) -> None:
    """Take a name over what its bearer is (or an address) for a byline in two lines."""
    name = above.byline
    if name is None or len(block.lines) > 1 or len(above.lines) > 1:
        return
    titled = marks.JOB.match(block.text) is not None
    if titled and name.weight >= _SURE and (block.byline is None or block.byline.weight < _SURE):
        block.byline = Mark("byline.title", _SURE)
    elif name.kind == "byline.bare" and (titled or (block.byline and block.byline.kind == "byline.mail")):
        above.byline = Mark("byline.name", _SURE)
        if block.byline is None or block.byline.weight < _SURE:
            block.byline = Mark("byline.title", _SURE)


_SAYS = 0.6  # share of the words of a headline's line that its text says
_NAMED, _NAMED_EN = 3.0, 4.0  # what a name in that place weighs
_LEADS = 2.5  # the weight of a lead-in that surely opens an article
_PHONE = re.compile(r".{0,60}?(?:\d{3}[ -]\d{4}|\d{7})")
_ENTRY = re.compile(r"(?=.{2,60}$).{0,60}?(?:[A-Z]?\d{1,3}|版)")
_MOTTO = 14  # ideographs
_RUNS_ON = frozenset({"advert", "correction", "contact", "caption"})


def _goes_on(blocks: list[Block], running: list[bool], at: int, mark: Mark) -> bool:
    """Tell whether block `at`, right below one of form `mark`, belongs to it."""
    above, block = blocks[at - 1], blocks[at]
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    text = block.text
    if mark.kind in _RUNS_ON and not above.lines[-1].final and text[0].islower():
        return len(block.lines) <= _CAPTION
    if mark.kind == "masthead" and block.lines[0].cjk:
        # the paper's motto
        return (
            at < _TOP and (below is None or below.gap > 0) and len(text) <= _MOTTO and len(block.lines) == 1
        )
    if mark.kind == "masthead":
        return at < _TOP and text.isupper() and _cell(block) and " AND " in above.text
    if running[at] or len(block.lines) > 1:
        return False
    if mark.kind == "table":
        return _cell(block) and _cells(block) and any(map(str.isdigit, text))
    if mark.kind == "index":
        return _cell(block) and _ENTRY.match(text) is not None
    if mark.kind == "advert":
        return _PHONE.match(text) is not None
    if mark.kind == "caption":
        # the caption's sentence stands below its photographer
        alone = at < 2 or blocks[at - 1].gap or blocks[at - 2].lines[-1].final
        told = at >= 2 and blocks[at - 2].furniture is not None and not blocks[at - 1].gap
        shot = marks.BARE_SHOT.match(above.text) is not None
        ends = below is None or below.gap or not running[at + 1]
        return bool(
            shot
            and alone
            and not told
            and ends
            and block.lines[-1].final
            and not (block.lead and block.lead.weight >= _LEADS)
        )
    if mark.kind == "contact":
        box = at >= 2 and above.gap == 0 and blocks[at - 2].furniture is not None
        return bool(box and (below is None or below.gap) and _cell(block))
    return False


def _cells(block: Block) -> bool:
    """Tell whether a line falls into cells, as the rows of a table do."""
    return " " in block.text.strip()


def _cell(block: Block) -> bool:
    return len(block.lines) == 1 and block.lines[0].width <= _ROW_WIDTH and not block.lines[0].final
