"""English lines of headlines in a layer that no article took: those of the headline that they touch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from operator import itemgetter

from summarizer.splitter.assemble import Draft, ends
from summarizer.splitter.blocks import Block
from summarizer.splitter.deal import blocks_of
from summarizer.splitter.lines import Line
from summarizer.splitter.telling import tie

_TOUCHES = 0.0  # nats that tie a line to the headline that it touches, at least


def take_up(drafts: Sequence[Draft], blocks: Sequence[Block], residue: set[tuple[int, int]]) -> None:
    """Give English lines of `blocks` that nobody took, and which `residue` holds, to the headline that they touch.

    Rows of which a headline has a part only are left alone.
    """
    free = _free(blocks, residue)
    heads: dict[int, tuple[Draft, Line]] = {}
    shared: set[int] = set()
    for draft in drafts:
        for block in draft.head:
            for number, line in enumerate(block.lines, block.first):
                if number in heads:
                    shared.add(number)
                heads[number] = draft, line
    free = {number: line for number, line in free.items() if number not in heads}
    broken = {
        id(draft)
        for draft in drafts
        for block in draft.head
        if not shared.isdisjoint(range(block.first, block.last))
    }
    waiting = sorted(free)
    while waiting:
        later = []
        for number in waiting:
            owner = _touched(number, free[number], heads, broken)
            if owner is None:
                later.append(number)
                continue
            line = free.pop(number)
            residue.discard((line.start, line.end))
            heads[number] = owner, line
            rows = [(block.first + at, one) for block in owner.head for at, one in enumerate(block.lines)]
            owner.head = blocks_of(sorted([*rows, (number, line)], key=itemgetter(0)))
        if len(later) == len(waiting):
            break
        waiting = later


def _free(blocks: Sequence[Block], residue: set[tuple[int, int]]) -> dict[int, Line]:
    """Return the English lines of `blocks` that `residue` holds, if alone on a row; it then holds them one by one."""
    found: dict[int, Line] = {}
    shared: set[int] = set()
    for block in blocks:
        if block.lines[0].cjk:
            continue
        if residue.issuperset(spans := ends(block)):
            residue.difference_update(spans)
            residue.update([(line.start, line.end) for line in block.lines])
        for number, line in enumerate(block.lines, block.first):
            if (line.start, line.end) in residue and found.setdefault(number, line) is not line:
                shared.add(number)
    return {number: line for number, line in found.items() if number not in shared}


def _touched(
    number: int, line: Line, heads: Mapping[int, tuple[Draft, Line]], broken: Collection[int]
) -> Draft | None:
    """Return whose headline a line goes on with best, above it or below it, if any touches it."""
    best, found = _TOUCHES, None
    for other in (number + 1, number - 1):
        draft, beside = heads.get(other, (None, line))
        one, two = (line, beside) if other > number else (beside, line)
        if draft is None or id(draft) in broken or two.gap or beside.cjk:
            continue
        weight = tie(one, two, "")
        if weight >= best:
            best, found = weight, draft
    return found
