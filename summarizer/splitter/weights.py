"""What each piece of evidence weighs, in nats: positive speaks for, negative against.

The first part of a name says what the evidence is about: `join` two lines being one paragraph, then the role of a
block: `text` running text, `head` a line of a headline block, `sub` a subhead, `by`, `credit`, `furn`; `open` and
`arc` are about where articles begin and end. `python -m tests.bench.ablation` shows what each contributes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        # line b continues the paragraph of line a
        "join.full": 2.5,
        "join.over": -0.5,
        "join.near": -0.5,
        "join.short": -2.5,
        "join.final": -1.5,
        "join.unfinished": 1.0,
        "join.comma": 2.0,
        "join.colon": -1.0,
        "join.lower": 3.0,
        "join.upper": -1.2,
        "join.gap": -2.0,
        "join.gaps": -4.0,
        "join.indent": -5.0,
        "join.notch": -3.0,
        "join.widens": -4.0,
        "join.narrows": -2.0,
        "join.script": -3.0,
        "join.hyphen": 2.5,
        "join.open": 1.0,
        "join.bracket": 4.0,
        "join.mark": -5.0,
        # the block is running text
        "text.lines": 3.0,
        "text.inner": 2.5,
        "text.final": 0.5,
        "text.long": 2.0,
        "text.unended": -1.5,
        "text.comma": 1.0,
        "text.start": 1.0,
        "text.colon": 3.5,
        "text.sign": 8.0,
        "text.short": -1.5,
        "text.unmarked": -1.0,
        "text.break": 1.5,
        # … and opens an article
        "open.lead": 1.0,
        "open.no_lead": -2.5,
        "open.more_lead": -0.5,
        "open.unfinished": -4.0,
        "open.signed": 5.0,
        "open.more_signed": -6.0,
        "open.gap": 1.5,
        "open.item": 3.5,
        "open.labelled": 2.5,
        "open.listed": 4.5,
        "open.section": 2.0,
        "open.jumped": 2.5,
        "open.gap_tight": 2.5,
        "open.no_gap": -0.5,
        # the block is part of a headline block
        "head.no_final": 1.5,
        "head.final": -2.0,
        "head.inner": -3.5,
        "head.lines": -1.5,
        "head.wide": -2.5,
        "head.over": 1.5,
        "head.gap": 0.5,
        "head.below": -0.5,
        "head.unsigned": -0.5,
        "head.caps": 1.0,
        "head.upper": 2.0,
        "head.start": -3.0,
        "head.comma": -4.0,
        "head.indent": -2.0,
        "head.up": 2.0,
        "head.down": 3.0,
        "head.above_share": 5.0,
        "head.below_share": 4.0,
        "head.lead_below": 2.0,
        "head.more": 0.8,
        "head.more_gap": -2.0,
        "head.no_gap": -1.5,
        "head.title": 4.0,
        "head.inside": -3.0,
        "head.crowd": 0.9,
        "head.section": 2.0,
        "head.signed": 1.5,
        "head.listed": 3.0,
        "pool.no_gap": -2.0,
        # the block is a subhead inside a body
        "sub.base": -2.0,
        "sub.short": 1.0,
        "sub.mark": 5.0,
        "sub.listed": -2.0,
        "sub.upper": -5.0,
        "sub.wide": -1.0,
        "sub.gap_tight": -2.0,
        "sub.lead_below": -3.0,
        "sub.gaps": -1.0,
        "sub.lean": -1.0,
        # forms
        "by.none": -12.0,
        "credit.none": -12.0,
        "furn.none": -4.5,
        "furn.form": 1.0,
        # where articles begin and end
        "arc.article": -2.0,
        "arc.headless": -2.0,
        "arc.empty": -5.0,
        "arc.tail": -1.5,
        "arc.by_first": -4.0,
        "arc.by_after_tail": -5.0,
        "arc.deck_after_by": -2.0,
        "arc.sub_last": -2.0,
        "arc.furn_in_head": -1.0,
        "arc.text_after_credit": -5.0,
        "arc.head_after_pool": 0.0,
        "arc.pool": -3.5,
    }
)

# What weighs otherwise on a page whose headlines are a layer of their own.
LAYERED: Mapping[str, float] = MappingProxyType(
    {
        "open.layer": 12.0,
        "open.layer_even": 0.25,
        "arc.pool": 2.0,
        "arc.headless": 0.0,
        "arc.tail": -5.0,
        "arc.by_first": -1.0,
        "arc.head_after_pool": -3.0,
    }
)
