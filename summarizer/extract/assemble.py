"""From a choice to the summary that a record holds, with evidence for all of it."""

from __future__ import annotations

from summarizer.extract.choice import Choice, Chosen, DecisionText, trim
from summarizer.extract.figures import FigureCandidate, plain_value
from summarizer.extract.hedge import hedged_span
from summarizer.extract.material import Material
from summarizer.extract.votes import find_vote
from summarizer.schema import ArticleSummary, Attendee, Decision, Evidence, Figure, Finding, PageSpan
from summarizer.splitter.page import Article

# A figure's evidence holds at most eight places.
_MORE_PLACES = 7
MOST_DECISIONS, MOST_FIGURES, MOST_PEOPLE = 300, 3000, 500


def evidence(article: Article, start: int, end: int) -> Evidence:
    """Return `article.text[start:end]` with its spans on the page."""
    spans = [PageSpan(start=s.start, end=s.end) for s in article.locate(start, end)]
    return Evidence(text=article.text[start:end], start=start, end=end, spans=spans)


def assemble(article: Article, material: Material, choice: Choice) -> tuple[ArticleSummary, list[Finding]]:
    """Return the summary, and a finding for each list that had to be cut."""
    lead = choice.lead
    joiner = "" if material.language == "zh" else " "
    summary = ArticleSummary(
        headline=trim(article.headline or (lead[0].text if lead else ""), 300),
        summary=trim(joiner.join(s.text for s in lead), 1200),
        summary_evidence=[evidence(article, s.start, s.end) for s in lead[:20]],
        decisions=[_decision(article, material, d) for d in choice.decisions[:MOST_DECISIONS]],
        figures=[
            _figure(article, f, choice.meanings.get(f.id, f.meaning)) for f in material.figures[:MOST_FIGURES]
        ],
        attendees=[_attendee(article, p) for p in choice.people[:MOST_PEOPLE]],
    )
    counts = {
        "decisions": (len(choice.decisions), MOST_DECISIONS),
        "figures": (len(material.figures), MOST_FIGURES),
        "attendees": (len(choice.people), MOST_PEOPLE),
    }
    return summary, [_cut(name, found, most) for name, (found, most) in counts.items() if found > most]


def _cut(name: str, found: int, most: int) -> Finding:
    message = f"the article has {found} {name}, the record holds the first {most}"
    return Finding(code="list-cut", severity="warning", message=message, path=f"summary.{name}")


def _decision(article: Article, material: Material, decision: DecisionText) -> Decision:
    start, end = decision.source.start, decision.source.end
    inside = [f for f in material.figures if start <= f.quantity.start < end]
    said = [f for f in inside if f.quantity.text in decision.text]
    return Decision(
        text=trim(decision.text, 400),
        kind=decision.kind,
        decided_by=decision.decided_by,
        deadline=decision.deadline,
        amounts=[f.id for f in said if f.quantity.kind == "money"][:12],
        vote=find_vote(decision.source.text, material.language),
        evidence=[evidence(article, start, end)],
    )


def _figure(article: Article, figure: FigureCandidate, meaning: str) -> Figure:
    quantity = figure.quantity
    return Figure(
        id=figure.id,
        text=quantity.text,
        kind=quantity.kind,
        value=plain_value(quantity.value),
        upper=plain_value(quantity.upper),
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        iso=quantity.iso,
        meaning=trim(meaning, 200),
        evidence=[
            evidence(article, *hedged_span(article.text, one))
            for one in (quantity, *figure.again[:_MORE_PLACES])
        ],
    )


def _attendee(article: Article, person: Chosen) -> Attendee:
    return Attendee(
        name=person.name[:80],
        role=trim(person.role, 160) if person.role else None,
        presence=person.presence,
        evidence=[evidence(article, s.start, s.end) for s in person.evidence[:3]],
    )
