"""Blocks with roles to articles, furniture and residue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.splitter import marks
from summarizer.splitter.blocks import Block
from summarizer.splitter.choose import POOL, Step
from summarizer.splitter.confidence import PageSigns, confidence, page_signs
from summarizer.splitter.deal import deal_blocks
from summarizer.splitter.headline import arrange, joined
from summarizer.splitter.lines import Line
from summarizer.splitter.match import match_loose, near, phrases, together
from summarizer.splitter.page import Article, Furniture, Language, Page, Run, Span
from summarizer.splitter.seams import sign_off
from summarizer.text import View, fold

_HAN = re.compile("[\u3400-\u9fff]+")
_LATIN = re.compile("[A-Za-z]+")
LOOSE_ROLE = "pool"
LOOSE = frozenset({LOOSE_ROLE, "poolmore"})
BYLINES = frozenset({"by", "tailby"})
HEADS = frozenset({"head", "headmore", "tail", "tailmore"})
_SURE = 3.0  # the least weight of an English byline that is no bare name


def place(block: Block) -> tuple[int, int]:
    """Where a block stands in reading order: parts of one line share its number."""
    return block.first, block.lines[0].start


@dataclass(slots=True)
class Draft:
    """The blocks of one article by role."""

    head: list[Block] = field(default_factory=list)
    by: list[Block] = field(default_factory=list)
    body: list[Block] = field(default_factory=list)
    credit: list[Block] = field(default_factory=list)
    margins: list[float] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    doubtful: bool = False  # it is an article only because a headline elsewhere is about it

    def blocks(self) -> list[Block]:
        """All blocks, in page order."""
        return sorted([*self.head, *self.by, *self.body, *self.credit], key=place)

    def first(self) -> Block:
        """The first of them."""
        return min([*self.head, *self.by, *self.body, *self.credit], key=place)


def _lag(draft: Draft) -> float:
    """Return by how many nats the first text of a draft would rather go on with the text above than open an article."""
    scores = draft.body[0].scores if draft.body else {}
    return scores.get("more", 0.0) - scores.get("open", 0.0)


@dataclass(slots=True)
class Sketch:
    """A page in drafts: what goes to articles, and what is put aside."""

    drafts: list[Draft]
    furniture: list[Furniture]
    residue: list[Span]
    loose: list[Block] = field(default_factory=list)  # display lines in `residue` that stood in a layer

    def rejoin(self, sure: frozenset[int]) -> None:
        """Put bodies that no headline claimed back to the article before, or after where that begins there rather.

        `sure` holds the first lines of the blocks that open an article in any case.
        """
        found: list[Draft] = []
        waiting: list[Draft] = []  # bodies without a headline that may belong to either side
        for draft in self.drafts:
            doubtful = draft.first().first not in sure and not (draft.by or draft.credit)
            if doubtful and found and not draft.head:
                waiting.append(draft)
                continue
            starts = [*waiting, draft]
            start = (
                min(range(len(starts)), key=lambda k: _lag(starts[k]))
                if doubtful and draft.head
                else len(waiting)
            )
            for before in waiting[:start]:
                found[-1].body.extend(before.body)
            draft.body[:0] = [block for after in waiting[start:] for block in after.body]
            waiting = []
            draft.doubtful = doubtful
            found.append(draft)
        for before in waiting:
            found[-1].body.extend(before.body)
        self.drafts = found

    def reluctance(self) -> float:
        """Return by how many nats the articles that only a headline elsewhere opens would rather go on."""
        return sum([max(0.0, _lag(draft)) for draft in self.drafts if draft.doubtful])

    def doubts(self) -> int:
        """Return how many articles only a headline elsewhere opens."""
        return sum(draft.doubtful for draft in self.drafts)

    def apart(self) -> int:
        """Return how many articles have a headline that stands apart from them."""
        return sum(APART in draft.reasons for draft in self.drafts)

    def heaped(self, most: int) -> int:
        """Return how many display lines are more than a headline has, which is `most` at most."""
        return sum(max(0, len(draft.head) - most) for draft in self.drafts)

    def bare(self) -> int:
        """Return how many articles have no headline."""
        return sum(not draft.head for draft in self.drafts)


APART = "headline found apart, by shared words"


def sketch(blocks: list[Block], steps: list[Step]) -> Sketch:
    """Return the drafts that the chosen roles make, loose headlines given to their articles."""
    drafts: list[Draft] = []
    furniture: list[Furniture] = []
    residue: list[Span] = []
    loose: list[list[Block]] = []
    previous = ""
    for block, step in zip(blocks, steps, strict=True):
        if step.role == "furn":
            _put_aside(block, furniture, residue)
        elif step.role in LOOSE or step.state == POOL:
            if previous not in LOOSE:
                loose.append([])
            loose[-1].append(block)
        else:
            if step.opens or not drafts:
                if drafts:
                    drafts[-1].margins.append(step.margin)
                drafts.append(Draft())
            drafts[-1].margins.append(step.margin)
            _put(drafts[-1], block, step.role)
        previous = LOOSE_ROLE if step.state == POOL else step.role if step.role != "furn" else previous
    left = _give_heads(drafts, loose)
    over: list[Block] = []
    beside = {
        draft.first().first: draft for draft in drafts if not draft.head or draft.head[0] is draft.first()
    }
    for block in reversed(left):
        owner = beside.get(block.last)
        if owner and _signs(block):
            owner.by.insert(0, block)
        elif owner and not block.furniture:
            owner.head.insert(0, block)
            beside[block.first] = owner
        else:
            _put_aside(block, furniture, residue)
            if not (block.furniture or _signs(block)):
                over.append(block)
    for draft in drafts:
        draft.head.sort(key=place)
    return Sketch(drafts, furniture, residue, over)


def assemble(raw: str, page: Sketch) -> Page:
    """Return the page that a sketch makes."""
    signs = page_signs(page.drafts)
    articles = [_article(raw, f"a{number}", draft, signs) for number, draft in enumerate(page.drafts, 1)]
    return Page(
        articles,
        sorted(page.furniture, key=lambda item: item.start),
        sorted(page.residue, key=lambda span: span.start),
        interleaved=signs.interleaved,
    )


def _put_aside(block: Block, furniture: list[Furniture], residue: list[Span]) -> None:
    for start, end in ends(block):
        if block.furniture:
            furniture.append(Furniture(start, end, block.furniture.kind))
        else:
            residue.append(Span(start, end))


def _put(draft: Draft, block: Block, role: str) -> None:
    if role in HEADS:
        if not draft.head:
            draft.reasons.append("headline after the body" if draft.body else "headline before the body")
        draft.head.append(block)
    elif role in BYLINES:
        draft.by.append(block)
    elif role == "credit":
        draft.credit.append(block)
    else:
        if not draft.body and block.lead:
            draft.reasons.append(f"opens with a form of the press ({block.lead.kind})")
        draft.body.append(block)


def _give_heads(drafts: list[Draft], loose: list[list[Block]]) -> list[Block]:
    """Give loose headlines to the headless articles they are about; return those that nobody claims."""
    left: list[Block] = []
    headless = [draft for draft in drafts if not draft.head and draft.body]
    order = [draft.body[0].first for draft in headless]
    free = [True] * len(headless)
    for run in loose:
        chosen = near(run[0].first, order, free)
        candidates = [headless[i] for i in chosen]
        bodies = ["".join(block.text for block in draft.body[:8]) for draft in candidates]
        parts = [part for block in run if not _signs(block) for part in phrases(block, bodies)]
        cjk = sum(block.lines[0].cjk for block in run) * 2 >= len(run)
        owned = together(parts, match_loose(parts, bodies)) if cjk else deal_blocks(parts, bodies)
        left.extend(_give_bylines(run, owned, candidates))
        for block, owner in owned:
            if owner is None:
                left.append(block)
            else:
                if not candidates[owner].head:
                    candidates[owner].reasons.append(APART)
                    candidates[owner].margins.append(1.0)
                candidates[owner].head.append(block)
        for i in chosen:
            free[i] = not headless[i].head
    return left


def _signs(block: Block) -> bool:
    """Tell whether a block is a byline: of English ones a bare name is none, which may be words of a headline."""
    return block.byline is not None and (block.lines[0].cjk or block.byline.weight >= _SURE)


def _give_bylines(
    run: list[Block], owned: list[tuple[Block, int | None]], candidates: list[Draft]
) -> list[Block]:
    """Give the bylines between loose headlines to the articles of those above them; return what is left."""
    left = []
    for block in run:
        if _signs(block):
            above = [owner for part, owner in owned if part.last <= block.first]
            if above and above[-1] is not None:
                candidates[above[-1]].by.append(block)
            else:
                left.append(block)
    return left


def ends(block: Block) -> list[tuple[int, int]]:
    """Return where a block stands on the page: between the lines of a column stand those of others."""
    lines = block.lines
    if any(line.cell for line in lines):
        return [(line.start, line.end) for line in lines]
    return [(lines[0].start, lines[-1].end)]


def _spans(blocks: list[Block], raw: str) -> list[Span]:
    """Return where blocks stand, in reading order; parts with only blanks between them are one.

    Line by line, as a part of a row that others have may stand between two lines of a headline.
    """
    bounds: list[list[int]] = []
    for block in blocks:
        for line in block.lines:
            if bounds and bounds[-1][1] <= line.start and not raw[bounds[-1][1] : line.start].strip():
                bounds[-1][1] = line.end
            else:
                bounds.append([line.start, line.end])
    return [Span(start, end) for start, end in bounds]


def _paragraphs(body: list[Block]) -> list[list[Line]]:
    """Return the lines of the body by paragraph: a block that breaks off goes on in the next one."""
    found: list[list[Line]] = []
    for block in body:
        breaks_off = found and len(found[-1]) > 1 and not found[-1][-1].final and not block.lines[0].indent
        if breaks_off or (found and block.soft):
            found[-1].extend(block.lines)
        else:
            found.append(list(block.lines))
    return found


def _article(raw: str, name: str, draft: Draft, signs: PageSigns) -> Article:
    blocks = draft.blocks()
    view = View()
    heads = [line for block in draft.head for line in block.lines]
    parts = arrange(heads, " ".join([block.text for block in draft.body]))
    for group in parts.in_order():
        if view.length:
            view.glue("\n")
        view.paragraph(raw, [(line.start, line.end) for line in group], display=group is parts.main)
    body_start = view.length + 1 if view.length else 0
    byline = joined(raw, [line for block in draft.by for line in block.lines])
    found = [joined(raw, block.lines) for block in draft.credit]
    paragraphs = _paragraphs(draft.body)
    for lines in paragraphs:
        if view.length:
            view.glue("\n")
        ranges = [(line.start, line.end) for line in lines]
        if lines is paragraphs[-1]:
            found.insert(0, _cut_signature(raw, lines, ranges))
        view.paragraph(raw, ranges)
    body = view.text[body_start:]
    byline, credit = _signatures(byline, [sign for sign in found if sign])
    if credit is None and (wire := marks.WIRE.match(body[:60])):
        credit = wire.group(1) or wire.group(2)
    language: Language = "zh" if _is_chinese(body or view.text) else "en"
    return Article(
        id=name,
        headline=parts.headline(raw),
        body=body,
        language=language,
        spans=_spans(blocks, raw),
        kicker=parts.kicker(raw),
        deck=parts.deck(raw),
        byline=byline or _lead_byline(body),
        credit=credit,
        dateline=_dateline(body),
        confidence=confidence(draft, signs),
        reasons=_reasons(draft),
        runs=[Run(*piece) for piece in view.pieces],
    )


def _cut_signature(raw: str, lines: list[Line], ranges: list[tuple[int, int]]) -> str | None:
    """Take the signature at the end of a body's last paragraph out of its `ranges`, and return it."""
    signed = sign_off(lines)
    if not signed or not (signed[1] > 0 or signed[0] < len(lines)):
        return None
    first, at = signed
    (start, end), rest = ranges[-first], ranges[len(ranges) - first + 1 :]
    kept = lines[-first].text[:at].rstrip()
    ranges[len(ranges) - first :] = [(start, start + len(kept))] if kept else []
    return " ".join([raw[start + at : end], *(raw[low:high] for low, high in rest)]).strip()


def _signatures(byline: str | None, signs: list[str]) -> tuple[str | None, str | None]:
    """Return byline and credit: of the signatures at its end, those of agencies are the credit, the others names."""
    credit: str | None = None
    for sign in signs:
        if _agency(sign):
            credit = f"{credit} {sign}" if credit else sign
        elif not byline:
            byline = sign
        elif sign not in byline:
            byline = f"{byline} {sign}"
    return byline, credit


def _reasons(draft: Draft) -> list[str]:
    found = list(draft.reasons)
    if not draft.head:
        found.append("no headline")
    if draft.by:
        found.append("byline apart")
    if draft.credit or (draft.body and draft.body[-1].signed):
        found.append("signed at its end")
    found.append(f"weakest seam {min(draft.margins, default=0.0):.1f}")
    return found


def _dateline(body: str) -> str | None:
    found = marks.DATELINE.match(fold(body[:120]))
    return body[: found.end(1)].strip() if found else None


def _lead_byline(body: str) -> str | None:
    found = marks.LEAD_BYLINE.search(body[:80])
    return (found.group(1) or found.group(2)) if found else None


def _agency(credit: str) -> bool:
    return bool(marks.AGENCY.search(credit) or marks.DESK.match(credit))


def _is_chinese(text: str) -> bool:
    sample = text[:4000]
    if sample.isascii():
        return False
    han = sum(map(len, _HAN.findall(sample)))
    latin = sum(map(len, _LATIN.findall(sample)))
    return han * 3 > latin
