"""Blocks to scores: how well each block plays each role, from typed and weighted evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping

from summarizer.splitter import marks
from summarizer.splitter.affinity import Affinity, Match
from summarizer.splitter.blocks import Block
from summarizer.splitter.context import Style, lend_forms, style
from summarizer.splitter.echo import Echo, echoes
from summarizer.splitter.lines import CONTINUERS, ends_sentence
from summarizer.splitter.marks import Mark
from summarizer.splitter.novelty import novelty
from summarizer.splitter.words import SMALL


def looks_running(block: Block) -> bool:
    """Tell whether a block is surely running text."""
    text = block.text
    if block.signed or ends_sentence(text):
        return len(text) > (30 if block.lines[0].cjk else 60) or len(block.lines) >= 3
    return len(block.lines) >= 4 and (len(block.lines) >= 7 or _sentences(text))


def score_blocks(blocks: list[Block], weights: Mapping[str, float]) -> int:
    """Fill `scores` of every block: its score in each role. Return the longest row of display blocks."""
    running = [looks_running(block) for block in blocks]
    lend_forms(blocks, running)
    affinity = Affinity(blocks, running)
    news = novelty(blocks, running)
    heard = echoes(blocks, running)
    above: Block | None = None
    listed = grouped = False
    crowds = _crowds(blocks, running)
    look = style(blocks, running)
    for at, block in enumerate(blocks):
        below = blocks[at + 1] if at + 1 < len(blocks) else None
        s = block.scores = _roles(block, below, above, look, weights)
        listed = _listed(block, listed)
        if listed:
            for role, name in (("open", "open.listed"), ("head", "head.listed"), ("sub", "sub.listed")):
                s[role] += weights[name]
            if marks.LABELLED.match(block.text):
                s["open"] += weights["open.labelled"]
        if (
            above is not None
            and above.signed
            and at
            and blocks[at - 1] is not above
            and _display(blocks[at - 1])
        ):
            s["open"] -= weights["open.signed"] - weights["head.signed"]  # what stands between opens it
        mark = blocks[at - 1].furniture if at else None
        if mark and mark.kind == "jump" and not marks.JUMPED_FROM.match(blocks[at - 1].text):
            s["open"] += weights["open.jumped"]
            s["head"] += weights["open.jumped"]
            s["more"] -= weights["open.jumped"]
        if mark and mark.kind in _PARTING:
            s["head"] += weights["head.section"]
            s["open"] += weights["open.section"]
            s["sub"] -= weights["head.section"]
        new = news[at]
        s["open"] += new * weights["open.break"]
        s["next"] += new * weights["next.break"]
        if at == 0 or running[at - 1] or blocks[at - 1].furniture:
            s["more"] -= new * weights["more.break"]
        s["head"] += new * weights["head.break"]
        s["tail"] += new * weights["tail.break"]
        s["sub"] -= new * weights["sub.break"]
        if look.spaced and at and running[at - 1] and not block.gap:
            s["head"] += weights["head.no_gap"]
        if block.gap:
            grouped = not running[at]
        elif running[at]:
            grouped = False
        elif grouped and at and not running[at - 1]:
            s["head"] += weights["head.inside"]
        if crowds[at] > _CROWD:
            extra = weights["head.crowd"] * min(crowds[at] - _CROWD, 8)
            s["pool"] += extra
            s["poolmore"] += extra
            s["headmore"] -= extra
            s["tailmore"] -= extra
        if len(block.lines) <= 4 and not running[at]:
            _compare(s, affinity.of(at), weights)
        _hear(s, heard[at], weights)
        block.called = heard[at].called
        if (
            below
            and marks.SIGNATURE.match(block.text)
            and marks.DATED.match(below.text)
            and above is not None
        ):
            s["more"] += weights["text.sign"]
        if at and marks.DATED.match(block.text) and marks.SIGNATURE.match(blocks[at - 1].text):
            s["more"] += weights["text.sign"] + 4.0
        if (block.credit and block.credit.weight >= 4) or (
            not block.furniture
            and (
                running[at] or (s["more"] > s["head"] and (_sentences(block.text) or block.text[-1] in "：:"))
            )
        ):
            above = block
    return max(crowds, default=0)


def _display(block: Block) -> bool:
    """Tell whether a block is a display line without a form of its own."""
    return not (looks_running(block) or block.furniture or block.byline or block.credit)


_INDENT = 4  # columns; two ideographic blanks open a paragraph
# Furniture below which an article mostly begins.
_PARTING = frozenset({"section", "advert", "table", "contact", "index", "correction", "quote"})
_LED = 2.0  # the least weight of a lead-in on a page whose articles have them
_WORDY_ZH, _WORDY_EN = 28, 42  # columns, above which a line is long for a subhead
_PARTED = re.compile("[\u4e00-\u9fff”》！？][ \u3000\xa0]{1,3}[\u4e00-\u9fff“《]")  # a headline in two parts
_CROWD = 7  # display blocks in a row that one headline may have at most


def _crowds(blocks: list[Block], running: list[bool]) -> list[int]:
    """Return for every block how many display blocks stand in a row with it, names left out."""
    found = [0] * len(running)
    start = count = 0
    for at in range(len(running) + 1):
        if at == len(running) or running[at]:
            found[start:at] = [count] * (at - start)
            start, count = at + 1, 0
        else:
            block = blocks[at]
            count += not (block.byline or block.credit)
    return found


def _listed(block: Block, before: bool) -> bool:
    """Tell whether `block` stands in a roundup: a section of items, each an article of its own."""
    if block.furniture and block.furniture.kind == "roundup":
        return True
    return (
        before
        and len(block.lines) <= 12
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


def _sentences(text: str) -> bool:
    """Tell whether a sentence ends inside `text`."""
    return (
        "。" in text
        or "；" in text
        or ". " in text[12:]
        or ".” " in text
        or '." ' in text
        or "? " in text[12:]
    )


def _weight(mark: Mark) -> float:
    return mark.weight


def _roles(
    block: Block, below: Block | None, above: Block | None, look: Style, w: Mapping[str, float]
) -> dict[str, float]:
    text, lines = block.text, block.lines
    count, line = len(lines), lines[0]
    width = sum(one.width for one in lines[:6])
    column = max(line.column, 12.0)
    final = lines[-1].final or block.signed
    inner = _sentences(text[:-2])
    starts = text[0].islower() or text[0] in CONTINUERS
    form = max(
        (mark for mark in (block.byline, block.credit, block.furniture) if mark), key=_weight, default=None
    )

    run = 0.0
    if count >= 3 and (inner or final or count >= 6):
        run += w["text.lines"]
    if not (inner or final):
        run += w["text.unended"]
    if inner:
        run += w["text.inner"]
    if final:
        run += w["text.final"]
    if width > 2.2 * column:
        run += w["text.long"]
    if "，" in text or ", " in text:
        run += w["text.comma"]
    if starts:
        run += w["text.start"]
    if text[-1] in "：:" and len(text) >= 4:
        run += w["text.colon"]
    if not final and count <= 2:
        run += w["text.short"]
    if form and count <= 3:
        run += w["text.unmarked"] - form.weight / 2

    head = w["head.final"] if final and text[-1] not in "?？!！" else w["head.no_final"]
    if inner:
        head += w["head.inner"]
    if count > 3:
        head += w["head.lines"] * (count - 3)
    if width > 90:
        head += w["head.wide"] * (width - 60) / 30
    if any(one.over for one in lines):
        head += w["head.over"]
    if line.gap:
        head += w["head.gap"]
    if below is None or below.gap:
        head += w["head.below"]
    if starts:
        head += w["head.start"]
    if text[-1] in "，、；,;：:":
        head += w["head.comma"]
    if line.cjk and line.indent == _INDENT:
        head += w["head.indent"]
    if not line.cjk and (text.isupper() or _capitals(text)):
        head += w["head.upper"] if text.isupper() and len(text) > 3 else w["head.caps"]
    if form:
        head -= form.weight
    if look.signed and above is not None and not above.signed:
        head += w["head.unsigned"]
    if marks.TITLE.match(text):
        head += w["head.title"]
    lead_below = below is not None and _opens(below)
    apart_below = below is None or below.gap > 0
    if line.cjk and count <= 3 and _PARTED.search(text):
        head += w["head.blank"]
    tail = head
    if line.gap and not apart_below:
        head += w["head.leans_down"]
        tail += w["tail.leans_down"]
    elif apart_below and not line.gap:
        head += w["head.leans_up"]
        tail += w["tail.leans_up"]
    if lead_below:
        tail += w["tail.lead_below"]

    sub = head + w["sub.base"]
    if count > 1:
        sub += w["sub.lines"]
    if width > (_WORDY_ZH if line.cjk else _WORDY_EN):
        sub += w["sub.wordy"]
    if line.cjk != (below is not None and below.lines[0].cjk):
        sub += w["sub.script"]
    if width <= min(column, 30):
        sub += w["sub.short"]
    else:
        sub += w["sub.wide"]
    if text.isupper() and len(text) > 3:
        sub += w["sub.upper"]
    if line.gap and (below is None or below.gap):
        sub += w["sub.gaps"]
    if line.gap and not look.airy and below is not None and not below.gap:
        sub += w["sub.gap_tight"]
    if marks.SUBHEAD.match(text):
        sub += w["sub.mark"]
    if lead_below:
        sub += w["sub.lead_below"]

    lead = block.lead.weight if block.lead else 0.0
    first = run + (lead * w["open.lead"] if lead else w["open.no_lead"] if above is not None else 0.0)
    more = run + lead * w["open.more_lead"] * 0.5
    if above is not None:
        if look.signed and not above.signed:
            first += w["open.unsigned"]
        if look.led and lead < _LED:
            first += w["open.not_led"]
        if not above.lines[-1].final and not above.signed:
            first += w["open.unfinished"]
            head += w["open.unfinished"]
            sub += w["open.unfinished"]
        if above.signed:
            first += w["open.signed"]
            more += w["open.more_signed"]
            sub += w["open.more_signed"]
            head += w["head.signed"]
    if line.gap:
        first += w["open.gap"]
        if not look.airy:
            first += w["open.gap_tight"]
    elif look.spaced:
        first += w["open.no_gap"]
    if marks.ITEM.match(text):
        first += w["open.item"]
    elif marks.BULLET.match(text):
        first += w["open.bullet"]
    return {
        "open": first,
        "first": run + lead * w["open.lead"],
        "next": run + lead * w["open.lead"] + w["text.next"],
        "more": more,
        "head": head + (w["head.lead_below"] if lead_below else 0.0),
        "headmore": head + w["head.more"] + (w["head.more_gap"] if line.gap else 0.0),
        "tail": tail,
        "tailmore": tail + w["head.more"] + (w["head.more_gap"] if line.gap else 0.0),
        "sub": sub,
        "by": block.byline.weight if block.byline else w["by.none"],
        "credit": block.credit.weight if block.credit else w["credit.none"],
        "furn": block.furniture.weight + w["furn.form"] if block.furniture else w["furn.none"],
        "pool": head + (0.0 if line.gap else w["pool.no_gap"]),
        "poolmore": head,
    }


def _opens(block: Block) -> bool:
    """Tell whether a block opens what a headline above it would head."""
    if block.lead is not None and block.lead.weight >= 2:
        return True
    if block.furniture is not None and block.furniture.kind == "jump":
        return marks.JUMPED_FROM.match(block.text) is not None
    return block.byline is not None


def _capitals(text: str) -> bool:
    """Tell whether the words of a line are capitalised as in a headline of the older manner."""
    words = [word for word in text.split() if word[0].isalpha() and word not in SMALL]
    return len(words) >= 2 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
