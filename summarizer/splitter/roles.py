"""What a block scores in each role by its own words and shape, and by the blocks right above and below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from summarizer.splitter import marks
from summarizer.splitter.blocks import Block
from summarizer.splitter.context import Style
from summarizer.splitter.headline_en import titled
from summarizer.splitter.lines import CONTINUERS, ends_sentence
from summarizer.splitter.marks import Mark
from summarizer.splitter.words import SMALL, takes_up

Weights = Mapping[str, float]

_INDENT = 4  # columns; two ideographic blanks open a paragraph
_LED = 2.0  # the least weight of a lead-in on a page whose articles have them
_SURE_LEAD = 4.5  # the least weight of a lead-in that hardly ever stands inside an article
_SURE_BYLINE = 5.0  # the least weight of a byline that is no article of its own
# In 3,100 words of English headlines three of these stand, in 88,000 of text 3,100.
_NARRATIVE = re.compile(r" (?:said|was|had|been|told|added|asked)(?=[ .,]|$)")
_SENTENCE = 5  # words of a sentence
_WORDY_ZH, _WORDY_EN = 28, 42  # columns, above which a line is long for a subhead
_FEW_ZH, _FEW_EN = 7, 3  # ideographs, and words, that few headlines do with
_TALL = 4  # lines of a headline of whole sentences, their words in capitals
# A headline that asks, calls or quotes is no text for all its mark: victim: "We got her!"
_ASKS = re.compile("[?!？！][”’\"']?$")
_PARTS = 10  # ideographs that a headline of two clauses has at least
# What somebody in the text below says: 'Nowhere to send them'.
_QUOTED = re.compile(r"['‘“\"][^'‘’“”\"\n]{3,50}[^,.?!'‘’“”\"]['’”\"]$")
_PARTED = re.compile("[\u4e00-\u9fff”》！？][ \u3000\xa0]{1,3}[\u4e00-\u9fff“《]")  # a headline in two parts


def looks_running(block: Block) -> bool:
    """Tell whether a block is surely running text."""
    if block.runs is None:
        block.runs = _runs(block)
    return block.runs


def _runs(block: Block) -> bool:
    text = block.text
    if len(block.lines) <= _TALL and _proclaims(text):
        return False
    if len(block.lines) <= _TALL and len(text) < 100 and _ASKS.search(text) and not sentences(text):
        return False
    if block.signed or ends_sentence(text):
        return len(text) > (30 if block.lines[0].cjk else 60) or len(block.lines) >= 3
    return len(block.lines) >= 4 and (len(block.lines) >= 7 or sentences(text))


def _proclaims(text: str) -> bool:
    """Tell whether whole sentences are a headline: Firms Flock to U.S. Markets. The War May Have Had a Role."""
    listed = ";" in text or ":" in text or text.count(", ") > 1  # names and their points have capitals too
    return text[:1].isupper() and not (listed or text.isupper()) and titled(text)


def sentences(text: str) -> bool:
    """Tell whether a sentence ends inside `text`."""
    return (
        "。" in text
        or "；" in text
        or ". " in text[12:]
        or ".” " in text
        or '." ' in text
        or "? " in text[12:]
    )


@dataclass(slots=True)
class _Facts:
    """What a block looks like, told once."""

    block: Block
    above: Block | None
    below: Block | None
    look: Style
    width: float
    over: bool  # one of its lines is wider than its column
    final: bool
    inner: bool
    starts: bool
    form: Mark | None
    lead: float
    lead_below: bool
    cut: bool
    says: bool  # a colon at its end, and a display line below it

    @property
    def apart_below(self) -> bool:
        return self.below is None or self.below.gap > 0


def role_scores(
    block: Block, below: Block | None, above: Block | None, look: Style, w: Weights
) -> dict[str, float]:
    """Return the score of a block in each role; `above` is the running text above it, not what stands between."""
    text = block.text
    form: Mark | None = None
    for mark in (block.byline, block.credit, block.furniture):
        if mark is not None and (form is None or mark.weight > form.weight):
            form = mark
    facts = _Facts(
        block,
        above,
        below,
        look,
        width=sum([line.width for line in block.lines[:6]]),
        over=any(line.over for line in block.lines),
        final=block.lines[-1].final or block.signed,
        inner=sentences(text[:-2]),
        starts=text[0].islower() or text[0] in CONTINUERS,
        form=form,
        lead=block.lead.weight if block.lead else 0.0,
        lead_below=below is not None and _opens(below),
        says=text[-1] in "：:" and below is not None and _says(block, below),
        cut=below is not None and above is not None and _sends_on(below),
    )
    run = _running(facts, w)
    head, tail = _heading(facts, w)
    sub = _subheading(facts, head, w)
    opening = run + (
        facts.lead * w["open.lead"] if facts.lead else w["open.no_lead"] if above is not None else 0.0
    )
    first = run + facts.lead * w["open.lead"]
    if not (looks_running(block) or facts.lead or facts.inner) and _bare(below):
        opening += w["first.stub"]
        first += w["first.stub"]
    more = run
    if facts.lead >= _SURE_LEAD:
        # several dispatches may stand under one headline; a lead-in in heavy brackets sets its item apart
        more += w["more.bracketed" if text[0] in "【［[" else "more.led"]
    if above is not None and (facts.final or looks_running(block)) and marks.SPEAKER.match(text):
        more += w["text.answer"]
        first += w["text.answer"]
    if above is not None:
        if look.led and facts.lead < _LED:
            opening += w["open.not_led"]
        if not above.lines[-1].final and not above.signed:
            opening += w["open.unfinished"]
            head += w["open.unfinished"]
            sub += w["open.unfinished"]
        if above.signed:
            opening += w["open.signed"]
            more += w["open.more_signed"]
            sub += w["open.more_signed"]
            head += w["head.signed"]
    if above is not None and takes_up(text, cjk=block.lines[0].cjk):
        opening += w["open.takes_up"]
        first += w["open.takes_up"]
    opening += _opening(facts, w)
    if block.byline and block.byline.weight >= _SURE_BYLINE:
        opening += w["open.byline"]
    gap = w["head.more_gap"] if block.gap else 0.0
    by = block.byline.weight if block.byline else w["by.none"]
    leans_down = block.gap > 0 and not facts.apart_below
    told = w["head.sentence"] if _tells(facts) else 0.0
    alone = block.gap > 0 and facts.apart_below
    if not alone and _NARRATIVE.search(text) and text.count(" ") >= _SENTENCE - 1:
        told += w["head.narrative"]
    return {
        "open": opening,
        "first": first,
        "next": first + w["text.next"],
        "more": more,
        "head": head + told + (w["head.lead_below"] if facts.lead_below else 0.0),
        "headmore": head + w["head.more"] + gap,
        "tail": tail + told,
        "tailmore": tail + w["head.more"] + gap,
        "sub": sub,
        "by": by,
        "tailby": by + (w["tail.by_leans_down"] if leans_down else 0.0),
        "credit": block.credit.weight if block.credit else w["credit.none"],
        "furn": block.furniture.weight + w["furn.form"] if block.furniture else w["furn.none"],
        "pool": head + told + (0.0 if block.gap else w["pool.no_gap"]),
        "poolmore": head,
    }


def _tells(facts: _Facts) -> bool:
    """Tell whether a block is an English sentence with its full stop, as hardly a headline is: The vote is Friday."""
    text = facts.block.text
    if facts.block.lines[0].cjk or text.isupper() or text.count(" ") < _SENTENCE - 1:
        return False
    if facts.below is not None and facts.below.byline is not None:
        return False
    return facts.final and text[-1] == "."


def _running(facts: _Facts, w: Weights) -> float:
    """Return how much a block looks like running text."""
    text, count = facts.block.text, len(facts.block.lines)
    run = 0.0
    if count >= 3 and (facts.inner or facts.final or count >= 6):
        run += w["text.lines"]
    if not (facts.inner or facts.final):
        run += w["text.unended"]
    if facts.inner:
        run += w["text.inner"]
    if facts.final:
        run += w["text.final"]
    if facts.width > 2.2 * max(facts.block.lines[0].column, 12.0):
        run += w["text.long"]
    if "，" in text or ", " in text:
        run += w["text.comma"]
    if facts.starts:
        run += w["text.start"]
    if facts.over and facts.final and count == 1 and facts.block.gap and facts.apart_below:
        run += w["text.over"]
    if text[-1] in "：:" and len(text) >= 3 and not facts.says:
        run += w["text.colon"]
    if text[-1] in "；;" and len(text) >= 6:
        run += w["text.item"]
    if not facts.final and count <= 2:
        run += w["text.short"]
    if facts.cut and not facts.final:
        run += w["text.cut"]
    if facts.form and count <= 3:
        run += w["text.unmarked"] - facts.form.weight / 2
    return run


def _heading(facts: _Facts, w: Weights) -> tuple[float, float]:
    """Return how much a block looks like a headline of the text below it, and of the text above it."""
    block, text, line = facts.block, facts.block.text, facts.block.lines[0]
    head = w["head.final"] if facts.final and text[-1] not in "?？!！" else w["head.no_final"]
    if facts.inner:
        head += w["head.inner"]
    if len(block.lines) > 3:
        head += w["head.lines"] * (len(block.lines) - 3)
    if facts.width > 90:
        head += w["head.wide"] * (facts.width - 60) / 30
    if facts.over:
        head += w["head.over"]
    if facts.starts:
        head += w["head.start"]
    if text[-1] in "，、；,;" or (text[-1] in "：:" and not facts.says):
        head += w["head.comma"]
    if line.cjk and line.indent == _INDENT:
        head += w["head.indent"]
    if not line.cjk and text.isupper() and len(text) > 3:
        head += w["head.upper"]
    if facts.form:
        head -= facts.form.weight
    if facts.cut:
        head += w["head.cut"]
    if facts.look.signed and facts.above is not None and not facts.above.signed:
        head += w["head.unsigned"]
    if marks.SPEAKER.match(text):
        head += w["head.speaker"]
    if marks.TITLE.match(text):
        head += w["head.title"]
    if line.cjk and len(block.lines) <= 3 and _PARTED.search(text):
        head += w["head.blank"]
    if line.gap:
        head += w["head.gap"]
    if facts.apart_below:
        head += w["head.below"]
    tail = head
    if line.gap and not facts.apart_below:
        tail += w["tail.leans_down"]
    elif facts.apart_below and not line.gap:
        head += w["head.leans_up"]
        tail += w["tail.leans_up"]
    if facts.lead_below:
        tail += w["tail.lead_below"]
    return head, tail


def _subheading(facts: _Facts, head: float, w: Weights) -> float:
    """Return how much a block that looks like a headline by `head` looks like a subhead."""
    text, line = facts.block.text, facts.block.lines[0]
    sub = head + w["sub.base"]
    if len(facts.block.lines) > 1:
        sub += w["sub.lines"]
    wordy = facts.width > (_WORDY_ZH if line.cjk else _WORDY_EN)
    if wordy:
        sub += w["sub.wordy" if line.cjk else "sub.wordy_en"]
    sub += w["sub.short"] if facts.width <= min(max(line.column, 12.0), 30) else w["sub.wide"]
    if (len(text) if line.cjk else text.count(" ") + 1) <= (_FEW_ZH if line.cjk else _FEW_EN):
        sub += w["sub.few"]
    elif not line.cjk and text.count(" ") >= _FEW_EN and _capitals(text):
        sub += w["sub.titled"]
    if line.cjk and len(text) >= _PARTS and _PARTED.search(text):
        sub += w["sub.parted"]
    if not line.cjk and _QUOTED.match(text):
        sub += w["sub.quoted"]
    if text.isupper() and len(text) > 3:
        sub += w["sub.upper"]
    if facts.over:
        sub += w["sub.over"]
    if line.gap and facts.apart_below:
        sub += w["sub.gaps"]
        if not facts.look.airy and (len(facts.block.lines) > 1 or wordy or not titled(text)):
            sub += w["sub.gaps_tight"]
    if line.gap and not facts.look.airy and not facts.apart_below:
        sub += w["sub.gap_tight"]
    if marks.SUBHEAD.match(text):
        sub += w["sub.mark"]
    if facts.lead_below:
        sub += w["sub.lead_below"]
    return sub


def _opening(facts: _Facts, w: Weights) -> float:
    """Return what the page's blank lines and a mark at its head say of text that may open an article."""
    text, found = facts.block.text, 0.0
    if facts.block.gap:
        found += w["open.gap"]
        if not facts.look.airy:
            found += w["open.gap_tight"]
    elif facts.look.spaced:
        found += w["open.no_gap"]
    if text[-1] in "；;":
        found += w["open.clause"]
    if marks.ITEM.match(text):
        found += w["open.item"]
    elif marks.BULLET.match(text):
        found += w["open.bullet"]
    return found


def _opens(block: Block) -> bool:
    """Tell whether a block opens what a headline above it would head."""
    if block.lead is not None and block.lead.weight >= 2:
        return True
    if block.furniture is not None and block.furniture.kind == "jump":
        return marks.JUMPED_FROM.match(block.text) is not None
    return block.byline is not None


def _bare(block: Block | None) -> bool:
    """Tell whether a block is a display line, or none at all."""
    return block is None or not (
        looks_running(block)
        or block.furniture
        or block.byline
        or block.credit
        or block.lead
        or sentences(block.text)
    )


def _says(block: Block, below: Block) -> bool:
    """Tell whether a block is the line of a headline that says who speaks or of what, and no sentence opens a list."""
    if below.gap or below.listed or block.lines[0].indent or sentences(block.text) or "，" in block.text:
        return False
    return _bare(below) and not (marks.BULLET.match(below.text) or marks.ITEM.match(below.text))


def _sends_on(block: Block) -> bool:
    """Tell whether a block sends the reader on to where the text above it continues."""
    jump = block.furniture is not None and block.furniture.kind == "jump"
    return jump and marks.JUMPED_FROM.match(block.text) is None


def _capitals(text: str) -> bool:
    """Tell whether the words of a line are capitalised as in a headline of the older manner."""
    words = [word for word in text.split() if word[0].isalpha() and word not in SMALL]
    return len(words) >= 2 and sum([word[0].isupper() for word in words]) >= 0.8 * len(words)
