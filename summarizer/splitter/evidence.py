"""Blocks to scores: how well each block plays each role, from typed and weighted evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.splitter import marks
from summarizer.splitter.affinity import Affinity, Match
from summarizer.splitter.blocks import Block
from summarizer.splitter.boxes import box_up
from summarizer.splitter.context import Style, lend_forms, style
from summarizer.splitter.echo import NONE, Echo, echoes
from summarizer.splitter.novelty import novelty
from summarizer.splitter.roles import looks_running, role_scores, sentences
from summarizer.splitter.series import series

Scores = dict[str, float]
Weights = Mapping[str, float]


@dataclass(slots=True)
class _Above:
    """What stands above a block of the page, in the order of reading."""

    text: Block | None = None  # the last block that an article's body may hold
    listed: bool = False  # a roundup goes on
    dotted: bool | None = None  # whether its items begin with a mark
    item: bool = False  # the text begins with a name in brackets or capitals
    begun: bool = False  # an article began with the text
    headed: bool = False  # a display line stands above that text
    told: int = 0  # blocks of that text
    deck: bool = False  # a deck may go on
    grouped: bool = False  # display lines touch one another since a blank line


def score_blocks(blocks: list[Block], weights: Weights) -> None:
    """Fill `scores` of every block: its score in each role."""
    running = [looks_running(block) for block in blocks]
    lend_forms(blocks, running)
    box_up(blocks, running)
    affinity = Affinity(blocks, running)
    news = novelty(blocks, running)
    heard = echoes(blocks, running)
    alike = series(blocks, running)
    look = style(blocks, running)
    signed = _bylined(blocks)
    above = _Above()
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        before = blocks[at - 1] if at else None
        scores = block.scores = role_scores(block, below, above.text, look, weights)
        _list(block, running[at], above, weights)
        _tell(block, running[at], look, above, weights)
        _between(scores, before, above.text, weights)
        above.deck = (look.apart or block.gap == 0) and _decks(blocks, at, above.deck, look.apart)
        if above.deck:
            whole = sentences(block.text) or block.lines[-1].final
            scores["headmore"] += weights["headmore.deck" if whole else "headmore.apart"]
            if whole:
                scores["tailmore"] += weights["headmore.deck"]
        if before is not None and _deck_in_layer(before, block, below, running[at]):
            scores["poolmore"] += weights["poolmore.deck"]
        if before is not None and before.furniture:
            ended = above.text is None or above.text.signed or above.text.lines[-1].final
            _follow(scores, before, ended, weights)
        follows = at > 0 and running[at - 1]
        _renew(scores, news[at], before is None or follows or bool(before.furniture), weights)
        if look.spaced and follows and not block.gap:
            scores["head"] += weights["head.no_gap"]
        if block.gap:
            above.grouped = not running[at]
        elif running[at]:
            above.grouped = False
        elif above.grouped and at and not follows:
            crowned = before is not None and before.furniture is not None and before.furniture.kind in _CROWN
            scores["head"] += weights["head.crowned" if crowned else "head.inside"]
        _hear(scores, heard[at], weights)
        if block.listed:
            scores["more"] += weights["more.row"]
            scores["head"] -= weights["more.row"]
            if before is not None and before.byline is not None:
                scores["first"] += weights["more.row"]
        if not running[at]:
            _subhead(scores, alike[at], signed[at] if signed else None, weights)
            if _in_row(before, block, below):
                scores["sub"] += weights["sub.row"]
            if len(block.lines) <= _HEAD_LINES:
                _compare(scores, affinity.of(at), weights)
            if _carried_on(blocks, at):
                for role in _OPENING:
                    scores[role] += weights["head.carried"]
            _display_forms(scores, block, below, weights)
        if before is not None and block.lead is not None and _pictured(before):
            scores["open"] += weights["open.pictured"]
            scores["next"] += weights["open.pictured"]
        scores["more"] += _signs(before, block, below, above.text, weights)
        if _bears(block, running[at]):
            above.text = block


def _list(block: Block, runs: bool, above: _Above, w: Weights) -> None:
    """Add what it says that a block stands in a roundup, or in a row of texts that a name opens."""
    above.listed = _listed(block, above.listed)
    if not above.listed or (block.furniture and block.furniture.kind == "roundup"):
        above.dotted = None
    elif above.dotted is None and not block.furniture:
        above.dotted = _dotted(block)
    if above.listed and not (above.dotted and runs and not _dotted(block)):
        _itemise(block, bool(above.dotted), w)
    run_in = block.lead is not None and block.lead.kind == "lead.run_in"
    if run_in and above.item:
        block.scores["open"] += w["open.run_in"]
    above.item = run_in or (above.item and not runs)


def _tell(block: Block, runs: bool, look: Style, above: _Above, w: Weights) -> None:
    """Add what it says how much of an article the text above has told."""
    scores, text = block.scores, above.text
    if above.begun and not above.listed:
        scores["open"] += w["open.begun"]
    early = above.told == 1 and above.headed and look.signed and text is not None and not text.signed
    if early and not runs:
        scores["sub"] += w["sub.early"]
        scores["head"] -= w["sub.early"]
    if runs:
        above.begun = block.lead is not None and block.lead.weight >= _DESK
        above.told += 1
    elif not block.furniture:
        above.headed, above.told = True, 0


def _between(scores: Scores, before: Block | None, text: Block | None, w: Weights) -> None:
    """Add that a display line between a block and signed text above it is what opens an article."""
    if text is not None and text.signed and before is not None and before is not text and _display(before):
        scores["open"] -= w["open.signed"] - w["head.signed"]


def _subhead(scores: Scores, alike: bool, bylined: bool | None, w: Weights) -> None:
    """Add what tells a subhead from a headline: others of its form (`alike`), and a byline below on a page of them."""
    if alike:
        scores["sub"] += w["sub.series"]
        scores["head"] -= w["sub.series"]
    if bylined is not None:
        scores["sub"] += w["sub.byline" if bylined else "sub.no_byline"]


def _decks(blocks: list[Block], at: int, going: bool, parted: bool) -> bool:
    """Tell whether block `at` is a deck: below a display line (or `going` on), and apart from the text.

    A blank line may stand above it where a sure byline stands below; where blank lines are not the page's custom
    (`parted`), nothing but such a byline shows it.
    """
    block = blocks[at]
    if not at or block.byline or block.credit or block.furniture:
        return False
    if not (going or _display(blocks[at - 1])):
        return False
    apart = block.gap > 0
    lines = 0
    for below in blocks[at + 1 : at + 2 + _DECK]:
        lines += len(block.lines)
        if lines > _DECK:
            return False
        if below.byline and ((parted and not apart) or below.byline.weight >= _CLEAR_BYLINE):
            return True
        if below.gap:
            return parted and not apart
        block = below
    return False


def _deck_in_layer(before: Block, block: Block, below: Block | None, runs: bool) -> bool:
    """Tell whether a short text stands between display lines, as the deck of a headline does in a layer of them."""
    if not runs or block.lead or len(block.lines) > _DECK or not _display(before):
        return False
    return (
        below is None or below.furniture is not None or below.byline is not None or not looks_running(below)
    )


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
        scores["sub"] += w["sub.section"]


def _renew(scores: Scores, new: float, follows: bool, w: Weights) -> None:
    """Add how new the text from here on is; `follows`: it follows text, no line that may part it from that."""
    scores["open"] += new * w["open.break"]
    scores["next"] += new * w["next.break"]
    if follows:
        scores["more"] -= new * w["more.break"]
    scores["head"] += new * w["head.break"]
    scores["sub"] -= new * w["sub.break"]


_OPENING = ("head", "tail", "pool")
_BETWEEN = 3  # lines of the page's furniture that part a sentence


def _carried_on(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether the text below goes on in the middle of an English sentence that begins with block `at`.

    Only where no blank line stands above it; and not below capitals, where a text may have lost its initial.
    """
    block = blocks[at]
    if block.lines[0].cjk or block.lines[-1].final or block.text.isupper() or block.gap:
        return False
    below = next((one for one in blocks[at + 1 : at + 2 + _BETWEEN] if one.furniture is None), None)
    return below is not None and below.text[0].islower() and not (below.byline or below.lead)


def _display_forms(scores: Scores, block: Block, below: Block | None, w: Weights) -> None:
    """Add that an item of a list is no English headline, nor what ends amid a phrase right above its text."""
    if block.lines[0].cjk:
        return
    found = 0.0
    if block.text[0] in _POINTS and marks.BULLET.match(block.text):
        found += w["head.bullet"]
    if below is not None and _is_text(below) and block.text.rsplit(" ", 1)[-1].lower() in _NEVER_LAST:
        found += w["head.hangs"]
    for role in (*_OPENING, "headmore", "tailmore", "poolmore"):
        scores[role] += found


_POINTS = "•*·-–—"  # how a point of a list begins; a square may mark a headline
# Hardly a phrase ends with these, or a headline (Hepatitis A); those that are adverbs too are left out (in, off, up).
_NEVER_LAST = frozenset(
    "a an the and or of with from for at as into his her its our their your my".split()  # noqa: SIM905
)
_CREDITED = 90  # characters at the end of a caption in which its credit stands


def _is_text(block: Block) -> bool:
    """Tell whether a block is running text, or the end of a sentence."""
    return looks_running(block) or (block.text[-1] == "." and block.lines[-1].final and not block.gap)


def _pictured(block: Block) -> bool:
    """Tell whether a block is the caption of a picture, for the credit at its end."""
    credit = marks.PICTURE_CREDIT_ZH if block.lines[0].cjk else marks.PICTURE_CREDIT
    return credit.search(block.text[-_CREDITED:]) is not None


def _signs(before: Block | None, block: Block, below: Block | None, above: Block | None, w: Weights) -> float:
    """Return what speaks for a block being the authority, or the date, under a notice."""
    found = 0.0
    if below and above is not None and marks.DATED.match(below.text) and marks.SIGNATURE.match(block.text):
        found += w["text.sign"]
    aside = before is not None and before.furniture is not None and before.furniture.kind == "advert"
    if before and not aside and marks.DATED.match(block.text) and marks.SIGNATURE.match(before.text):
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


_DECK = 4  # lines of a deck of whole sentences
_HEAD_LINES = 4  # lines of a headline that is compared with the texts around it
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


# What stands at the head of a page, and what is no display line beside the headline below it.
_CROWN = frozenset({"masthead", "date", "page", "jump", "rule"})
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
    if echo is NONE:
        return
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
