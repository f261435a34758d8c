"""Display lines of like form: the subheads of one text are built alike, the headlines of a page are not.

Q1：…, Q2：…; 天气：…, 库存：…; 先算清污水账, 再算清产业账; How it works, How to pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.splitter.blocks import Block

_SHORT_ZH, _SHORT_EN = 9, 6  # ideographs, and words, of a line whose first or last ones are compared
_REACH = 4  # display lines ahead among which the next of a series stands
_NUMBER = re.compile(r"[（(]?(?:[QA问答]?\d{1,2}|[一二三四五六七八九十]{1,2})[)）、.:：]")
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,4}[:：](?=.)|[A-Z][a-z]{2,12}: (?=.)")


def series(blocks: Sequence[Block], running: Sequence[bool]) -> list[bool]:
    """Return which blocks are lines of a series: single display lines of one form, with text below each."""
    found = [False] * len(blocks)
    lines = [at for at in range(len(blocks) - 1) if _display(blocks[at]) and running[at + 1]]
    forms = [frozenset(_forms(blocks[at])) for at in lines]
    for k, at in enumerate(lines):
        for other in range(k + 1, min(k + _REACH, len(lines))):
            if forms[k] & forms[other]:
                found[at] = found[lines[other]] = True
                break
    return found


def _display(block: Block) -> bool:
    formed = block.furniture or block.byline or block.credit
    return len(block.lines) == 1 and not formed and (not block.lines[0].final or block.text[-1] in "？?")


def _forms(block: Block) -> Iterator[str]:
    """Yield what a line may have in common with others of its series."""
    text = block.text
    if _NUMBER.match(text):
        yield "number"
    elif _LABEL.match(text):
        yield "label"
    if text[-1] in "？?":
        yield "question"
    if not block.lines[0].cjk:
        words = text.split()
        if 2 <= len(words) <= _SHORT_EN:
            yield f"{words[0]} …"
    elif 4 <= len(text) <= _SHORT_ZH:
        yield f"{text[:2]}…"
        yield f"…{text[-1]}{len(text)}"
