"""Blocks to scores: how well each block plays each role, from typed and weighted evidence."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.splitter import marks
from summarizer.splitter.affinity import Affinity, Match
from summarizer.splitter.blocks import Block
from summarizer.splitter.boxes import box_up
from summarizer.splitter.context import lend_forms, style
from summarizer.splitter.echo import Echo, echoes
from summarizer.splitter.novelty import novelty
from summarizer.splitter.roles import looks_running, role_scores, sentences
from summarizer.splitter.series import series

Scores = dict[str, float]
Weights = Mapping[str, float]


def score_blocks(blocks: list[Block], weights: Weights) -> None:
    """Fill `scores` of every block: its score in each role."""
    running = [looks_running(block) for block in blocks]
    lend_forms(blocks, running)
    box_up(blocks, running)
    affinity = Affinity(blocks, running)
    news = novelty(blocks, running)
    heard = echoes(blocks, running)
    alike = series(blocks, running)
    above: Block | None = None
    listed = grouped = False
    dotted: bool | None = None  # whether the items of the roundup begin with a mark
    item = False  # the text above begins with a name in brackets or capitals
    begun = False  # an article began with the text above
    headed, told = False, 0  # whether a display line stands above that text, and its blocks so far
    deck = False
    look = style(blocks, running)
    signed = _bylined(blocks)
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        before = blocks[at - 1] if at else None
        scores = block.scores = role_scores(block, below, above, look, weights)
        listed = _listed(block, listed)
        if not listed or (block.furniture and block.furniture.kind == "roundup"):
            dotted = None
        elif dotted is None and not block.furniture:
            dotted = _dotted(block)
        if listed and not (dotted and running[at] and not _dotted(block)):
            _itemise(block, bool(dotted), weights)
        run_in = block.lead is not None and block.lead.kind == "lead.run_in"
        if run_in and item:
            scores["open"] += weights["open.run_in"]
        item = run_in or (item and not running[at])
        if begun and not listed:
            scores["open"] += weights["open.begun"]
        if (
            told == 1
            and headed
            and look.signed
            and above is not None
            and not above.signed
            and not running[at]
        ):
            scores["sub"] += weights["sub.early"]
            scores["head"] -= weights["sub.early"]
        if running[at]:
            begun = block.lead is not None and block.lead.weight >= _DESK
            told += 1
        elif not block.furniture:
            headed, told = True, 0
        if (
            above is not None
            and above.signed
            and before is not None
            and before is not above
            and _display(before)
        ):
            scores["open"] -= weights["open.signed"] - weights["head.signed"]  # what stands between opens it
        deck = look.apart and _decks(blocks, at, deck)
        if deck:
            scores["headmore"] += (
                weights["head.deck"]
                if sentences(block.text) or block.lines[-1].final
                else weights["head.apart"]
            )
        if before is not None and before.furniture:
            _follow(scores, before, above is None or above.signed or above.lines[-1].final, weights)
        _renew(scores, news[at], before is None or running[at - 1] or bool(before.furniture), weights)
        if look.spaced and at and running[at - 1] and not block.gap:
            scores["head"] += weights["head.no_gap"]
        if not running[at] and _in_row(before, block, below):
            scores["sub"] += weights["sub.row"]
        if block.gap:
            grouped = not running[at]
        elif running[at]:
            grouped = False
        elif grouped and at and not running[at - 1]:
            scores["head"] += weights["head.inside"]
        if len(block.lines) <= 4 and not running[at]:
            _compare(scores, affinity.of(at), weights)
        _hear(scores, heard[at], weights)
        if alike[at] and not running[at]:
            scores["sub"] += weights["sub.series"]
            scores["head"] -= weights["sub.series"]
        if signed and not running[at]:
            _sign(scores, signed[at], weights)
        scores["more"] += _signs(before, block, below, above, weights)
        if _bears(block, running[at]):
            above = block


def _decks(blocks: list[Block], at: int, going: bool) -> bool:
    """Tell whether block `at` is a deck: below a display line (or `going` on), and apart from the text.

    A blank line may stand above it where a sure byline stands below.
    """
    block = blocks[at]
    if not at or block.byline or block.credit or block.furniture:
        return False
    if not (going or _display(blocks[at - 1])):
        return False
    apart = block.gap > 0
    lines = 0
    for below in blocks[at + 1 :]:
        lines += len(block.lines)
        if lines > _DECK:
            return False
        if below.byline and (not apart or below.byline.weight >= _CLEAR_BYLINE):
            return True
        if below.gap:
            return not apart
        block = below
    return False


def _bylined(blocks: list[Block]) -> list[bool]:
    """Return which display lines have a byline below, other display lines between; nothing if few on a page do."""
    found = [False] * len(blocks)
    count = 0
    for at in range(len(blocks) - 2, -1, -1):
        if _display(blocks[at]):
            below = blocks[at + 1]
            byline = below.byline is not None and below.byline.weight >= _CLEAR_BYLINE
            found[at] = byline or found[at + 1]
            count += byline
    return found if count >= _CUSTOM else []


def _sign(scores: Scores, bylined: bool, w: Weights) -> None:
    """Add what it says on a page of bylines that a display line has one below, or none."""
    scores["sub"] += w["sub.byline" if bylined else "sub.no_byline"]


def _dotted(block: Block) -> bool:
    return bool(marks.ITEM.match(block.text) or marks.BULLET.match(block.text))


def _itemise(block: Block, dotted: bool, w: Weights) -> None:
    """Add what it says that a block stands in a roundup, whose items begin with a mark if it is `dotted`."""
    block.scores["open"] += w["open.listed"]
    block.scores["head"] += w["head.listed"]
    if dotted and _dotted(block):
        block.scores["open"] += w["open.dotted"]
        block.scores["sub"] -= w["sub.mark"]
    if marks.LABELLED.match(block.text):
        block.scores["open"] += w["open.labelled"]


def _follow(scores: Scores, before: Block, finished: bool, w: Weights) -> None:
    """Add what the furniture right above says; `finished`: no sentence of the text above it goes on below."""
    assert before.furniture is not None
    kind = before.furniture.kind
    if kind == "jump" and finished and not marks.JUMPED_FROM.match(before.text):
        scores["open"] += w["open.jumped"]
        scores["head"] += w["open.jumped"]
        scores["more"] -= w["open.jumped"]
    if kind in _PARTING:
        scores["head"] += w["head.section"]
        scores["open"] += w["open.section"]
        scores["sub"] -= w["head.section"]


def _renew(scores: Scores, new: float, follows: bool, w: Weights) -> None:
    """Add how new the text from here on is; `follows`: it follows text, no line that may part it from that."""
    scores["open"] += new * w["open.break"]
    scores["next"] += new * w["next.break"]
    if follows:
        scores["more"] -= new * w["more.break"]
    scores["head"] += new * w["head.break"]
    scores["sub"] -= new * w["sub.break"]


def _signs(before: Block | None, block: Block, below: Block | None, above: Block | None, w: Weights) -> float:
    """Return what speaks for a block being the authority, or the date, under a notice."""
    found = 0.0
    if below and above is not None and marks.SIGNATURE.match(block.text) and marks.DATED.match(below.text):
        found += w["text.sign"]
    if before and marks.DATED.match(block.text) and marks.SIGNATURE.match(before.text):
        found += w["text.sign"] + _SIGNED_ABOVE
    return found


def _bears(block: Block, running: bool) -> bool:
    """Tell whether a block is text, or ends one, as what stands below it sees it."""
    if block.credit and block.credit.weight >= 4:
        return True
    if block.furniture:
        return False
    if block.lead and block.lead.weight >= _DESK and len(block.lines) > 1 and not block.lines[-1].final:
        return True  # its first sentence may be cut by a jump line
    scores = block.scores
    return running or (scores["more"] > scores["head"] and (sentences(block.text) or block.text[-1] in "：:"))


_DECK = 3  # lines of a deck of whole sentences
_CLEAR_BYLINE = 4.5  # the least weight of a byline that counts for a custom
_CUSTOM = 2  # bylines below headlines that make a page's custom
_ITEM_LINES, _COLUMN = 12, 34  # lines of an item of a roundup, in a column so wide
_DESK = 4.5  # the least weight of a lead-in that surely opens an article
_SIGNED_ABOVE = 4.0  # nats by which a date below an authority is surer than that


def _in_row(before: Block | None, block: Block, below: Block | None) -> bool:
    """Tell whether a display line stands right above or below block, without a blank line between."""
    over = before is not None and not block.gap and _display(before)
    return over or (below is not None and not below.gap and _display(below))


def _display(block: Block) -> bool:
    """Tell whether a block is a display line without a form of its own."""
    return not (looks_running(block) or block.furniture or block.byline or block.credit)


# Furniture below which an article mostly begins.
_PARTING = frozenset({"section", "advert", "table", "contact", "index", "correction", "quote"})


def _listed(block: Block, before: bool) -> bool:
    """Tell whether `block` stands in a roundup: a section of items, each an article of its own."""
    if block.furniture and block.furniture.kind == "roundup":
        return True
    return (
        before
        and len(block.lines) * min(1.0, block.lines[0].column / _COLUMN) <= _ITEM_LINES
        and not (block.lead and block.lead.weight >= 5 and len(block.lines) > 8)
    )


def _compare(scores: dict[str, float], found: Match, w: Mapping[str, float]) -> None:
    """Add what the words shared with the text above and below say about whose headline a block is."""
    lean = found.only_below - found.only_above
    trust = found.trust
    down = w["head.down"] * lean + w["head.below_share"] * (found.below - 0.3)
    up = -w["head.up"] * lean + w["head.above_share"] * (found.above - 0.3)
    scores["head"] += down * trust
    scores["headmore"] += down * trust
    scores["tail"] += up * trust
    scores["tailmore"] += up * trust
    scores["sub"] += w["sub.lean"] * lean * trust


def _hear(scores: dict[str, float], echo: Echo, w: Mapping[str, float]) -> None:
    """Add what says where a line's words come again, or that a line elsewhere calls this text."""
    if echo.called:
        scores["open"] += w["echo.called"] * echo.called
        scores["first"] += w["echo.called"] * echo.called
        return
    near = max(echo.below, echo.above)
    away = max(0.0, echo.elsewhere - near)
    for role in ("head", "headmore"):
        scores[role] += w["echo.below"] * echo.below - w["echo.near"] * away
    for role in ("tail", "tailmore"):
        scores[role] += w["echo.above"] * echo.above - w["echo.near"] * away
    for role in ("pool", "poolmore"):
        scores[role] += w["echo.elsewhere"] * away - w["echo.home"] * near
    scores["sub"] -= w["echo.sub"] * max(near, echo.elsewhere)
