"""Checks of decisions, evidence, quotes and the arithmetic inside a record."""

from __future__ import annotations

import difflib
import re
from decimal import Decimal

from summarizer.checks.case import Case, squeeze
from summarizer.checks.context import terms
from summarizer.checks.figures import find_mention
from summarizer.schema import Decision, Evidence

_QUOTED = re.compile('“([^“”\n]{2,200})”|「([^「」\n]{2,200})」|《([^《》\n]{2,100})》|"([^"\n]{8,300})"')
_PART = re.compile(r"其中|\bof (?:which|them|whom|those|these)\b|\bincluding\b", re.IGNORECASE)
_PRESENT = re.compile(
    r"实到|到会|出席|与会|应到|投票|\b(?:present|attended|members|voted|ballots)\b", re.IGNORECASE
)


def check_decisions(case: Case) -> None:
    """Check evidence, deciders, amounts and votes of all decisions."""
    ids = {figure.id for figure in case.summary.figures}
    for index, decision in enumerate(case.summary.decisions):
        path = f"summary.decisions[{index}]"
        if not decision.evidence:
            case.add("no-evidence", "warning", f"{path}.evidence")
        elif not _related(decision):
            case.add(
                "evidence-unrelated",
                "warning",
                f"{path}.text",
                case.evidence_spans(decision.evidence),
                text=decision.text,
            )
        if decision.decided_by and not _known(case, decision.decided_by):
            case.add("decided-by-absent", "warning", f"{path}.decided_by", name=decision.decided_by)
        for one in decision.amounts:
            if one not in ids:
                case.add("unknown-figure", "error", f"{path}.amounts", id=one)
        _check_vote(case, f"{path}.vote", decision)


def _related(decision: Decision) -> bool:
    said = terms(decision.text)
    held = frozenset().union(*(terms(one.text) for one in decision.evidence))
    return (
        not said
        or not held
        or not said.isdisjoint(held)
        or decision.text.isascii() != decision.evidence[0].text.isascii()
    )


def _known(case: Case, name: str) -> bool:
    """Tell whether a decider is named in the article, or described with its words."""
    if squeeze(name) in case.plain:
        return True
    words = [word for word in re.findall(r"[a-z]{3,}", name.lower()) if word != "the"]
    return bool(words) and all(word in case.words for word in words)


def _check_vote(case: Case, path: str, decision: Decision) -> None:
    vote = decision.vote
    if vote is None:
        return
    values = {m.quantity.value for m in case.source.mentions} | {
        m.quantity.upper for m in case.source.mentions
    }
    counts = [n for n in (vote.in_favour, vote.against, vote.abstained) if n is not None]
    for number in counts:
        if number > 1 and Decimal(number) not in values:
            case.add("vote-absent", "error", path, case.evidence_spans(decision.evidence), number=number)
    if len(counts) > 1:
        _check_attendance(case, path, counts)


def _check_attendance(case: Case, path: str, counts: list[int]) -> None:
    """Find a number of people present or voting that is less than the votes together."""
    for mention in case.source.mentions:
        quantity, present = mention.quantity, mention.quantity.value
        if present is None or quantity.upper is not None or mention.dimension not in {"people", "count"}:
            continue
        exact = mention.value is not None and mention.value.hedge == "exact"
        if exact and sum(counts) > present >= max(counts) and _PRESENT.search(mention.left + mention.right):
            spans = case.spans(quantity.start, quantity.end)
            case.add("vote-sum", "warning", path, spans, total=sum(counts), text=quantity.text)


def check_evidence(case: Case) -> None:
    """Check that every piece of evidence is word for word what the article has there."""
    for path, held in _evidence(case):
        for index, one in enumerate(held):
            if squeeze(case.text[one.start : one.end]) != squeeze(one.text):
                found = squeeze(one.text) in case.plain
                case.add(
                    "evidence-differs",
                    "warning" if found else "error",
                    f"{path}.evidence[{index}]",
                    case.spans(one.start, one.end),
                    quote=one.text[:80],
                )


def _evidence(case: Case) -> list[tuple[str, list[Evidence]]]:
    summary = case.summary
    held = [(f"summary.decisions[{i}]", d.evidence) for i, d in enumerate(summary.decisions)]
    held += [(f"summary.figures[{i}]", f.evidence) for i, f in enumerate(summary.figures)]
    held += [(f"summary.attendees[{i}]", a.evidence) for i, a in enumerate(summary.attendees)]
    return [*held, ("summary.summary", summary.summary_evidence)]


def check_quotes(case: Case) -> None:
    """Check that what stands in quotation marks or title marks is word for word in the article."""
    for path, text in case.fields():
        for found in _QUOTED.finditer(text):
            quote = next(group for group in found.groups() if group)
            wanted = squeeze(quote).strip(".,，。;；'")
            if len(wanted) < 2 or wanted in case.plain:
                continue
            near = _nearest(case.plain, wanted)
            if near:
                case.add("quote-differs", "error", path, quote=quote, source=near)
            else:
                case.add("quote-absent", "warning", path, quote=quote)


def _nearest(text: str, quote: str) -> str | None:
    """Return the stretch of the text that a quote was made from, None if there is none."""
    matcher = (
        difflib.SequenceMatcher(None, text[:20_000], quote, autojunk=False) if len(quote) <= 60 else None
    )
    if matcher is None:
        return None
    block = matcher.find_longest_match()
    if block.size * 3 < len(quote) or block.size < 3:
        return None
    start = max(0, block.a - block.b)
    return text[start : start + len(quote)]


def check_arithmetic(case: Case) -> None:
    """Find parts that are more than the total they are said to be part of."""
    whole = None
    for index, figure in enumerate(case.summary.figures):
        mention = find_mention(case, figure)
        if (
            mention is None
            or mention.value is None
            or mention.value.ranged
            or mention.dimension in {"ratio", "points"}
        ):
            whole = None
            continue
        part = bool(_PART.search(mention.left)) or bool(_PART.search(figure.meaning))
        if (
            part
            and whole is not None
            and whole.sentence == mention.sentence
            and whole.quantity.unit == mention.quantity.unit
        ):
            if whole.value and mention.value.nominal > whole.value.nominal:
                quantity = mention.quantity
                case.add(
                    "part-above-total",
                    "warning",
                    f"summary.figures[{index}]",
                    case.spans(quantity.start, quantity.end),
                    part=quantity.text,
                    total=whole.quantity.text,
                )
        elif not part:
            whole = mention
