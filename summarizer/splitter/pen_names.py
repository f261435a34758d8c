"""Names that stand between a headline and its text, without a word that makes them a byline."""

from __future__ import annotations

import re

from summarizer.splitter import marks
from summarizer.splitter.blocks import Block
from summarizer.splitter.headline_en import HANGING, titled
from summarizer.splitter.words import SMALL

_BARE = frozenset({"byline.bare", "byline.in"})  # a name, and where it wrote: Tobias Renn in Castleford Bay
_PLACE = re.compile(" (?:in|at|reports\\b)")
WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_READ = 4  # blocks of text below a name that may tell of its bearer
_STACK = 8  # … which begin so many blocks below it at most: a narrow column breaks a headline often
# A pen name is no word that ends a headline.
_PEN = re.compile(
    "(?![一二三四五六七八九十百千万亿]|第|不|未|无)[\u4e00-\u9fff]{2,3}(?<![成倍开完启了年月日元人次项个起落通止前后中])$"
)
_HEADLINE, _TITLED = 4, 2  # ideographs of a headline above a name, and above one that begins with a surname
_NAME = re.compile(marks.BARE_NAME)
_NAMES = re.compile(rf"(?=(?:{marks.BARE_NAME[:-1]}){{2}}$)...{marks.BARE_NAME}")
_REPORTED = re.compile("记者|通讯员")  # the text below names its writer
_TOLD_SOON = 40  # characters of it in which it does
_TWO_NAMES = 6  # ideographs of two names that nothing parts: 郑保山李发斌
_SPREAD = re.compile("^(.) (.)$")  # a name of two set as wide as one of three


def writes(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether a name and a paper are the byline of an article: between its headline and its text.

    Not below the sentence of a caption, which ends with a full stop.
    """
    mark = blocks[at].furniture
    if mark is None or mark.kind != "caption" or not 0 < at < len(blocks) - 1 or blocks[at].gap:
        return False
    above = blocks[at - 1]
    if above.furniture or above.byline or above.credit or above.lines[-1].final:
        return False
    if running[at - 1] or not running[at + 1]:
        return False
    return marks.OF_PAPER.match(blocks[at].text) is not None


def pen_name(blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether block `at` is a name between a headline and its text, as in a literary supplement.

    Whoever wrote it isn't told of in it, as one who is named at the end of a headline is.
    """
    block, above = blocks[at], blocks[at - 1]
    if block.furniture or above.furniture or running[at - 1] or len(block.lines) > 1:
        return False
    beside = range(at + 1, min(at + 1 + _STACK, len(blocks)))
    below = next((k for k in beside if not _stands_between(blocks[k])), None)
    if below is None:
        return False
    if not (running[below] or (block.lines[0].cjk and _is_sentence(blocks[below]))):
        return False
    if above.byline or above.credit or above.lines[-1].final:
        return False
    body = blocks[below]
    if not block.lines[0].cjk:
        capitals = block.text.isupper() and above.text.isupper()
        bare = (block.byline is not None and block.byline.kind in _BARE) or (
            block.byline is None and marks.MAYBE_NAMES.match(block.text) is not None
        )
        if block.byline is not None and block.byline.kind == "byline.in" and _may_go_on(above):
            return False  # After a Long Winter / Crowds Gather at Pier
        last = above.text.rsplit(" ", 1)[-1]
        if last.lower() in HANGING or last[-1] == ",":
            return False  # Plane Crash in / Costa Rica
        name = _PLACE.split(block.text)[0]  # the place is told of
        return bare and not capitals and " " in above.text and not told_of(name, blocks, running, at)
    if block.byline or not above.lines[0].cjk or len(above.text) < _TITLED or _NAME.match(above.text):
        return False
    if _REPORTED.search(body.text[:_TOLD_SOON]):
        return False
    if len(block.text) <= 4 and _NAME.match(_SPREAD.sub(r"\1\2", block.text)):
        return block.text not in body.text
    if len(block.text) == _TWO_NAMES and len(above.text) >= _HEADLINE and _NAMES.match(block.text):
        return block.text[:3] not in body.text and block.text[3:] not in body.text
    line = above.lines[-1]
    if (
        len(above.text) < _HEADLINE
        or body.lead is not None
        or line.width >= line.column - line.slack
        or not _PEN.match(block.text)
    ):
        return False
    return block.text not in body.text


def _stands_between(block: Block) -> bool:
    """Tell whether a block may stand between a byline and its text: a picture's caption, the result of a match."""
    return block.furniture is not None or marks.RESULT.match(block.text) is not None


def _may_go_on(block: Block) -> bool:
    """Tell whether a headline may go on in a line whose words have capitals."""
    last = block.text.rsplit(" ", 1)[-1]
    up = titled(block.text) and not block.text.isupper()
    return up or last.lower() in HANGING


def _is_sentence(block: Block) -> bool:
    """Tell whether a short paragraph is one of text: 年根儿了，一张张贺卡，飞越关山，从他乡飘至我的案头。"""
    return block.lines[-1].final and "，" in block.text


def told_of(name: str, blocks: list[Block], running: list[bool], at: int) -> bool:
    """Tell whether the text below block `at` has a word of `name`."""
    told = frozenset(WORDS.findall(text_below(blocks, running, at)))
    return any(word in told for word in name.lower().split() if len(word) > 2 and word not in SMALL)


def text_below(blocks: list[Block], running: list[bool], at: int) -> str:
    """Return the first text below block `at`, in small letters; the lines of a headline may stand between."""
    first = next((k for k in range(at + 1, min(at + 1 + _STACK, len(blocks))) if running[k]), at + 1)
    texts = [blocks[k].text for k in range(first, min(first + _READ, len(blocks))) if running[k]]
    return " ".join(texts).lower()
