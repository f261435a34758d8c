"""Checks of the numbers of a record: in its prose, in its figures and in what the figures are said to
mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from summarizer.checks.binding import opposite, swapped
from summarizer.checks.case import Case
from summarizer.checks.compare import movement
from summarizer.checks.context import flat, terms
from summarizer.checks.mention import Clause, Mention, Sentence
from summarizer.checks.numbers import judge_all
from summarizer.checks.types import NumberFinding
from summarizer.checks.words import STOP_ZH
from summarizer.schema import Figure, Severity

# What a wrong number of each reason means to an editor; what is not here is an error.
_SEVERITY: dict[str, Severity] = {
    "hedge": "warning",
    "precision": "warning",
    "date": "warning",
    "level": "warning",
}


# So many are told of by name.
TOLD = 6
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")


def _same_value(read: Decimal | None, held: Decimal | None) -> bool:
    """Thirds and their like stand in a record rounded to four places; every other value is exact."""
    if read is None or held is None or read == held:
        return read == held
    endless = len(read.as_tuple().digits) > 20
    return endless and abs(read - held) < Decimal("0.00005")


def check_prose(case: Case) -> None:
    """Check every quantity of the headline, summary, decisions, meanings and roles against the article."""
    for path, claim in case.claims:
        for found in judge_all(claim, case.source):
            if found.verdict != "supported":
                _report(case, path, found)


def _report(case: Case, path: str, found: NumberFinding) -> None:
    severity: Severity = "error"
    if found.verdict == "unsupported" and found.quantity.kind == "ordinal":
        severity = "warning"  # 第一局 of a list that the article doesn't number
    elif found.verdict == "unsupported":
        severity = _SEVERITY.get(found.reason, "warning" if found.reason == "subject" else "error")
    spans = case.spans(found.source.start, found.source.end) if found.source else []
    case.add(f"number-{found.reason}", severity, path, spans, message=found.message)


def check_figures(case: Case) -> None:
    """Check that each figure is the article's, and that its meaning fits the clause that it stands in."""
    for index, figure in enumerate(case.summary.figures):
        path = f"summary.figures[{index}]"
        mention = find_mention(case, figure)
        if mention is None:
            case.add("figure-absent", "error", path, case.evidence_spans(figure.evidence), text=figure.text)
            continue
        quantity = mention.quantity
        if (
            not _same_value(quantity.value, figure.value)
            or quantity.unit != figure.unit
            or quantity.iso != figure.iso
            or not _same_value(quantity.upper, figure.upper)
        ):
            case.add(
                "figure-value", "error", path, case.spans(quantity.start, quantity.end), text=figure.text
            )
        _check_meaning(case, f"{path}.meaning", figure, mention)
    _check_repeats(case)


def find_mention(case: Case, figure: Figure) -> Mention | None:
    """Return the number of the article that a figure is, by its evidence and its words."""
    same = case.by_text.get(figure.text, [])
    for one in figure.evidence:
        for mention in same:
            if mention.quantity.start >= one.start and mention.quantity.end <= one.end:
                return mention
    return same[0] if same else None


def _check_meaning(case: Case, path: str, figure: Figure, mention: Mention) -> None:
    words = terms(figure.meaning)
    if not words or (figure.meaning.isascii() and mention.chinese):
        return
    code, parts = _misfit(case, figure, mention), {"meaning": figure.meaning, "text": figure.text}
    if isinstance(code, Mention):
        parts["other"], code = code.quantity.text, "meaning-of-another"
    if code:
        spans = case.spans(mention.quantity.start, mention.quantity.end)
        case.add(code, "warning", path, spans, **parts)


def _misfit(case: Case, figure: Figure, mention: Mention) -> str | Mention | None:
    """Return a code, or the number that the meaning belongs to, or None where it fits."""
    words = terms(figure.meaning)
    if words.isdisjoint(mention.own) and words.isdisjoint(mention.place.sentence.terms):
        near = not words.isdisjoint(_neighbours(case, mention)) or _alike(case, figure.meaning, mention)
        return None if near else "meaning-unrelated"
    claim = _said(figure, mention)
    if (rival := swapped(claim, mention, case.source)) is not None:
        return rival
    against = opposite(claim, mention) or (claim.direction and movement(claim, mention) is not None)
    return "meaning-opposed" if against else None


def _said(figure: Figure, mention: Mention) -> Mention:
    """Return the figure as a claim: its meaning, then the number."""
    sentence = Sentence(0)
    clause = Clause(0, sentence, 0, [mention.quantity], [figure.meaning, ""])
    sentence.clauses.append(clause)
    return Mention(mention.quantity, 0, clause)


def _alike(case: Case, meaning: str, mention: Mention) -> bool:
    """Tell whether a third of the meaning's ideographs stand in the sentence (被困人数 for 22人被困), or in
    English the beginning of one of its words (deliberation, deliberated)."""
    start, end = case.source.sentences[mention.sentence]
    if meaning.isascii():
        stems = {word[:5] for word in re.findall("[a-z]{5,}", meaning.lower())}
        return any(stem in case.source.folded[start:end].lower() for stem in stems)
    said = set(_IDEOGRAPH.findall(STOP_ZH.sub("", meaning)))
    return len(said & set(case.source.folded[start:end])) * 3 >= len(said) > 0


def _neighbours(case: Case, mention: Mention) -> frozenset[str]:
    """The terms of the sentence before, where a subject may have been named."""
    start, _ = case.source.sentences[max(0, mention.sentence - 2)]
    _, end = case.source.sentences[mention.sentence]
    head = case.article.headline or ""
    return terms(case.source.folded[start:end].replace("\n", "")) | terms(head)


def _check_repeats(case: Case) -> None:
    """Find meanings that don't tell the figures apart to which they are given.

    In one sentence that is a warning for each meaning. Figures of different sentences are told apart by their
    evidence, so all of them are told in one line.
    """
    groups: dict[tuple[str, str | None], dict[object, tuple[int, Figure]]] = {}
    for index, figure in enumerate(case.summary.figures):
        if figure.meaning and not figure.iso:
            same = groups.setdefault((figure.meaning, figure.unit), {})
            same.setdefault((figure.value, figure.upper), (index, figure))
    apart: list[list[Figure]] = []
    for group in groups.values():
        if len(group) < 2:
            continue
        indexes, figures = zip(*group.values(), strict=True)
        if beside := _of_one_sentence(case, figures):
            path = f"summary.figures[{indexes[figures.index(beside[1])]}].meaning"
            _add_repeats(case, "warning", path, [beside])
        else:
            apart.append(list(figures))
    if apart:
        _add_repeats(case, "info", "summary.figures", apart)


def _of_one_sentence(case: Case, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that stand in one sentence with another of them."""
    mentions = [find_mention(case, figure) for figure in figures]
    counts = Counter(mention.sentence for mention in mentions if mention)
    return [f for f, m in zip(figures, mentions, strict=True) if m and counts[m.sentence] > 1]


def _add_repeats(case: Case, severity: Severity, path: str, groups: list[list[Figure]]) -> None:
    spans = [span for figures in groups for f in figures for span in case.evidence_spans(f.evidence[:1])]
    told = "; ".join(f"“{figures[0].meaning}”: {_texts(figures)}" for figures in groups[:TOLD])
    case.add("meaning-repeated", severity, path, spans, told=told + (" …" if len(groups) > TOLD else ""))


def _texts(figures: list[Figure]) -> str:
    return ", ".join(flat(f.text) for f in figures[:TOLD]) + (" …" if len(figures) > TOLD else "")
