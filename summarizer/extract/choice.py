"""What is to be said of an article, chosen from its material, and the summary made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.extract.evidence import evidence
from summarizer.extract.figures import plain_value
from summarizer.extract.lead import lead_sentences
from summarizer.extract.material import Material
from summarizer.extract.segments import Segment
from summarizer.schema import ArticleSummary, Attendee, Decision, Figure, Presence
from summarizer.splitter.page import Article

ATTENDING: tuple[Presence, ...] = ("chair", "speaker", "present", "online", "signatory")
MOST_DECISIONS = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person to be listed."""

    name: str
    role: str | None
    presence: Presence
    evidence: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """People, ids of decisions and meanings by figure id; nothing in it is text that a model wrote unchecked."""

    people: tuple[Chosen, ...]
    decisions: tuple[str, ...]
    meanings: dict[str, str]

    def with_decisions(self, ids: list[str]) -> Choice:
        """Return a copy with other decisions."""
        return replace(self, decisions=tuple(dict.fromkeys(ids)))


def default_choice(material: Material) -> Choice:
    """Return what the rules alone would say."""
    people = tuple(
        Chosen(p.name, p.mention.role, p.part, p.evidence)
        for p in material.people
        if p.part in ATTENDING and not p.mention.weak
    )
    return Choice(
        people=people,  # type: ignore[arg-type]
        decisions=tuple(d.id for d in material.decisions if d.weight >= 2),
        meanings={f.id: f.meaning for f in material.figures},
    )


def with_people(material: Material, choice: Choice, parts: dict[str, str], more: list[str]) -> Choice:
    """Return a copy with the people whom the model judged to be there, and those it found verbatim in the text."""
    people = list(choice.people)
    for person in material.people:
        part = parts.get(person.id)
        if part in {"present", "online"} or (part in {"mentioned", "absent"} and person.part in ATTENDING):
            people = [p for p in people if p.name != person.name]
            # Of a name that only may be none, the words around it tell the part better than a small model.
            presence: Presence = person.part if person.part in ATTENDING else part  # type: ignore[assignment]
            people.append(Chosen(person.name, person.mention.role, presence, person.evidence))
        elif part is not None:
            people = [p for p in people if p.name != person.name]
    known = [p.name for p in material.people] + [p.name for p in people]
    for name in dict.fromkeys(n.strip() for n in more):
        row = _row_of(material, name)
        if row is not None and _new_name(name, known, material):
            people.append(Chosen(name, None, "present", (row,)))
    order = {p.name: material.text.find(p.name) for p in people}
    return replace(choice, people=tuple(sorted(people, key=lambda p: order[p.name])))


def _new_name(name: str, known: list[str], material: Material) -> bool:
    if any(name in k or k in name for k in known):
        return False
    if material.language == "zh":
        return bool(re.fullmatch(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff-]{1,9}){1,3}", name))
    return bool(re.fullmatch(r"[A-Z][\w.'’-]*(?: [\w.'’\"-]+){1,4}", name))


def _row_of(material: Material, name: str) -> Segment | None:
    place = material.text.find(name, material.body_start) if len(name) > 1 else -1
    return next((s for s in material.sentences if s.start <= place < s.end), None) if place >= 0 else None


def assemble(article: Article, material: Material, choice: Choice) -> ArticleSummary:
    """Return the summary: every word of it stands in the article, with its evidence."""
    lead = lead_sentences(material)
    by_id = {d.id: d for d in material.decisions}
    decisions = [by_id[i] for i in choice.decisions if i in by_id][:MOST_DECISIONS]
    return ArticleSummary(
        headline=(article.headline or (lead[0].text if lead else ""))[:300],
        summary=("" if material.language == "zh" else " ").join(s.text for s in lead)[:1200],
        summary_evidence=[evidence(article, s.start, s.end) for s in lead],
        decisions=[
            Decision(
                text=d.text[:400],
                kind=d.kind,
                amounts=[f.id for f in material.figures if d.start <= f.quantity.start < d.end][:12],
                evidence=[evidence(article, d.start, d.end)],
            )
            for d in sorted(decisions, key=lambda d: d.start)
        ],
        figures=[
            Figure(
                id=f.id,
                text=f.quantity.text,
                kind=f.quantity.kind,
                value=plain_value(f.quantity.value),
                upper=plain_value(f.quantity.upper),
                unit=f.quantity.unit,
                qualifier=f.quantity.qualifier,
                iso=f.quantity.iso,
                meaning=choice.meanings.get(f.id, f.meaning)[:200],
                evidence=[evidence(article, f.quantity.start, f.quantity.end)],
            )
            for f in material.figures[:200]
        ],
        attendees=[
            Attendee(
                name=p.name[:80],
                role=p.role[:160] if p.role else None,
                presence=p.presence,
                evidence=[evidence(article, s.start, s.end) for s in p.evidence[:3]],
            )
            for p in choice.people[:120]
        ],
    )
