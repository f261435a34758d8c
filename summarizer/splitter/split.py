"""`split`: page text to articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from summarizer.splitter.align import realigned
from summarizer.splitter.assemble import BYLINES, HEADS, LOOSE, Sketch, assemble, sketch
from summarizer.splitter.blocks import Block, build_blocks
from summarizer.splitter.choose import LAYER, ONE_PAGE, Choice, Step, choose
from summarizer.splitter.evidence import score_blocks
from summarizer.splitter.jumps import with_jumps
from summarizer.splitter.lines import read_lines
from summarizer.splitter.page import Page
from summarizer.splitter.weights import WEIGHTS


def split(text: str) -> Page:
    """Return the articles of one page of newspaper text.

    Pure and deterministic. Every non-blank character of `text` stands in exactly one article, in `furniture` or in
    `residue`. Offsets are half-open and count the characters of `text` as it was given. Raises nothing on any text.
    """
    return split_with(text, WEIGHTS)


def split_with(text: str, weights: Mapping[str, float]) -> Page:
    """Return what `split` would with other weights of evidence."""
    return with_jumps(text, assemble(text, drafts_of(text, weights)))


def drafts_of(text: str, weights: Mapping[str, float]) -> Sketch:
    """Return the drafts of the articles, which `assemble` writes out."""
    lines = read_lines(text)
    if not lines:
        return Sketch([], [], [])
    looked_up = dict(weights)  # a view of a mapping takes twice as long to look into
    blocks = build_blocks(lines, looked_up)
    score_blocks(blocks, looked_up)
    choice = choose(blocks, weights)
    page = sketch(blocks, choice.steps)
    if len(blocks) > ONE_PAGE:
        return page
    best = _merit(page, choice)
    if page.residue:
        # headlines that found no body may be no layer
        plain = choose(blocks, {**weights, "arc.pool": _NEVER})
        tried = sketch(blocks, plain.steps)
        merit = _merit(tried, plain)
        if merit > best:
            page, choice, best = tried, plain, merit
    # headlines of a layer want as many bodies
    for base, among in _layered(blocks, weights, choice):
        sure = frozenset(block.first for block, step in zip(blocks, base.steps, strict=True) if step.opens)
        for eager in _EAGER if base is choice else (0.0, *_EAGER):
            tried = sketch(blocks, _eagerly(blocks, among, base, eager) if eager else base.steps)
            tried.rejoin(sure)
            merit = (
                _merit(tried, base)
                - tried.reluctance()
                - _DOUBT * tried.doubts()
                - (0.0 if base is choice else _UNLIKELY)
            )
            if merit > best:
                page, best = tried, merit
            elif merit < best - _HOPELESS:
                break
    return realigned(page, weights["arc.article"])


def _eagerly(blocks: list[Block], weights: Mapping[str, float], base: Choice, eager: float) -> list[Step]:
    """Return the roles when text is readier to open an article; where it does so more than in `base` it is not sure."""
    steps = choose(blocks, weights, eager, base.styles, seams=False).steps
    return [
        step._replace(margin=one.margin if step.opens == one.opens else _DOUBTED)
        for step, one in zip(steps, base.steps, strict=True)
    ]


def _layered(
    blocks: list[Block], weights: Mapping[str, float], choice: Choice
) -> Iterator[tuple[Choice, Mapping[str, float]]]:
    """Yield the readings of a page in which headlines stand apart from their bodies, if it may be such a page.

    With each come the weights that it was made with.
    """
    if any(step.role in LOOSE for step in choice.steps):
        yield choice, weights
    run = longest = 0
    for step in choice.steps:
        run = run + (step.role in HEADS) if step.role in _DISPLAYED else 0
        longest = max(longest, run)
    if longest >= _CROWDED:
        # a layer heads no single article above it
        loose = {**weights, "style.layer.tail": _NEVER}
        yield choose(blocks, loose, styles=LAYER), loose


_DISPLAYED = HEADS | BYLINES
_CROWDED = 4  # display blocks in a row that may be the headlines of several articles
_DOUBT = 1.0  # nats that an article costs which only a headline elsewhere opens
_DOUBTED = 0.5  # the margin, in nats, of a seam that only such readiness makes
_EAGER = (1.5, 3.0)  # nats by which text is made readier to open an article
_HOPELESS = 20.0  # nats by which a reading may be worse and others like it yet be tried
_UNLIKELY = 12.0  # nats by which another reading must be the better one
_PAIRED, _ALONE = 4.0, -1.5  # what a headline that found its body, and a body without one, are worth, in nats


_LOST = -3.0  # what a line that is left over is worth, in nats
_HEAPED = -3.0  # … and a display line that is one too many for the headline of one article
_NEVER = -99.0


def _merit(page: Sketch, choice: Choice) -> float:
    alone = _ALONE * page.bare() + _LOST * len(page.residue) + _HEAPED * page.heaped(_CROWDED)
    return choice.score + _PAIRED * page.apart() + alone
