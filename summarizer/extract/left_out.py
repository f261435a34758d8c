"""What a model left out that the rules would have listed, and what it said that the article doesn't bear out."""

from __future__ import annotations

from summarizer.checks.context import terms
from summarizer.extract.choice import Choice, default_choice, strongest
from summarizer.extract.decisions import DecisionCandidate
from summarizer.extract.material import Material
from summarizer.extract.segments import Segment
from summarizer.schema import Finding, PageSpan, Severity
from summarizer.splitter.page import Article

_SAID = {
    "decision-left-out": (
        "原文似有一项决定，模型没有收入：{text}",
        "The article seems to tell a decision that the model left out: {text}",
    ),
    "decision-from-orders": (
        "模型所说的决定出自像是写给模型的指令，没有采用：{text}",
        "A decision of the model rested on text that reads like an instruction to it, and isn't taken: {text}",
    ),
    "attendee-left-out": (
        "按原文“{text}”似参加了，模型没有列入。",
        "By the words of the article {text} seems to have taken part; the model left this person out.",
    ),
    "decided-by-elsewhere": (
        "“{text}”不在该决定所依据的语句中，见于原文他处。",
        "“{text}” doesn't stand in the sentence of this decision, but elsewhere in the article.",
    ),
    "words-not-borne-out": (
        "模型所写的内容在依据的语句中找不到根据，没有采用。",
        "What the model wrote here isn't borne out by the sentence it rests on, and isn't taken.",
    ),
}
CODES = frozenset(_SAID)


def told_by_rule(article: Article, material: Material, choice: Choice) -> list[Finding]:
    """Return findings for what the rules would have listed and a model left out, and for what it wrote and
    the article doesn't bear out.

    A draft by rule alone has none.
    """

    def note(code: str, severity: Severity, path: str, row: Segment | DecisionCandidate, text: str) -> None:
        said = _SAID[code][0 if material.language == "zh" else 1].format(text=text)
        spans = [PageSpan(start=s.start, end=s.end) for s in article.locate(row.start, row.end)]
        found.append(Finding(code=code, severity=severity, message=said, path=path, spans=spans))

    found: list[Finding] = []
    for index, decision in enumerate(choice.decisions):
        for name in decision.unheld:
            path = f"summary.decisions[{index}].{name}"
            note("words-not-borne-out", "info", path, decision.source, "")
        if decision.decider_elsewhere:
            path = f"summary.decisions[{index}].decided_by"
            note("decided-by-elsewhere", "info", path, decision.source, decision.decided_by or "")
    for index, figure in enumerate(material.figures):
        if figure.id in choice.unheld:
            path = f"summary.figures[{index}].meaning"
            note("words-not-borne-out", "info", path, figure.sentence, "")
    for row in choice.refused:
        note("decision-from-orders", "warning", "summary.decisions", row, row.text[:200])
    for candidate in strongest(material):
        if not _told(candidate, choice):
            note("decision-left-out", "info", "summary.decisions", candidate, candidate.text)
    names = {p.name for p in choice.people}
    for person in default_choice(material).people:
        if person.name not in names:
            note("attendee-left-out", "info", "summary.attendees", person.evidence[0], person.name)
    return found


def _told(candidate: DecisionCandidate, choice: Choice) -> bool:
    """A decision tells a candidate when it rests on its sentence and speaks of the same things."""
    about = terms(candidate.text)
    return any(
        d.source.start < candidate.end
        and candidate.start < d.source.end
        and (d.text in candidate.text or candidate.text in d.text or not about.isdisjoint(terms(d.text)))
        for d in choice.decisions
    )
