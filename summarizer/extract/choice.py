"""What is to be said of an article, with all that a model wrote held against the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.extract.borne import borne_out, stands
from summarizer.extract.decided import deadline, decided_by
from summarizer.extract.decisions import DecisionCandidate
from summarizer.extract.lead import lead_sentences
from summarizer.extract.material import Material
from summarizer.extract.people_zh import TITLE
from summarizer.extract.presence import ATTENDING, Person
from summarizer.extract.segments import Segment, is_data
from summarizer.extract.tables_en import NOT_PERSON
from summarizer.schema import DecisionKind, Presence

# For each so many characters of an article the rules list at most so many decisions.
_DECISIONS, _PER = 12, 4000
# Commas and points inside a number part nothing.
_WORDS = re.compile("[\u4e00-\u9fff]{2}|[A-Za-z]{3}")
_CUT = re.compile(r"[，。；、;\s]|[,.](?=\s)")


@dataclass(frozen=True, slots=True)
class Chosen:
    """One person to be listed."""

    name: str
    role: str | None
    presence: Presence
    evidence: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class DecisionText:
    """One decision to be listed: the clause that tells it, and how it is put."""

    source: Segment
    text: str
    kind: DecisionKind | None
    decided_by: str | None = None
    deadline: str | None = None
    unheld: tuple[str, ...] = ()  # fields whose words from a model the article didn't bear out
    decider_elsewhere: bool = False  # who decided stands in another sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """People, decisions, meanings by figure id, and the sentences of the summary."""

    people: tuple[Chosen, ...]
    decisions: tuple[DecisionText, ...]
    meanings: dict[str, str]
    lead: tuple[Segment, ...]
    unheld: frozenset[str] = frozenset()  # ids of figures for which a model's meaning wasn't borne out
    refused: tuple[Segment, ...] = ()  # sentences with orders, on which a model rested a decision

    def with_lead(self, rows: list[Segment]) -> Choice:
        """Return a copy whose summary is made of other sentences; none keeps those that there are."""
        chosen = tuple(sorted(dict.fromkeys(rows), key=lambda s: s.start))
        return replace(self, lead=chosen) if chosen else self


def default_choice(material: Material) -> Choice:
    """Return what the rules alone would say."""
    people = [p for p in material.people if p.part in ATTENDING and not p.open]
    return Choice(
        people=tuple(_chosen(p, p.part) for p in people),  # type: ignore[arg-type]
        decisions=tuple(_by_rule(material, d) for d in strongest(material)),
        meanings={f.id: f.meaning for f in material.figures},
        lead=tuple(lead_sentences(material.text, material.sentences, material.body_start, material.language)),
    )


def _by_rule(material: Material, candidate: DecisionCandidate) -> DecisionText:
    names = [p.name for p in material.people if p.part != "mentioned"]
    return DecisionText(
        Segment(candidate.start, candidate.end, candidate.text),
        candidate.text,
        candidate.kind,
        decided_by(candidate.text, names, material.language),
        deadline(candidate.text, material.language),
    )


def strongest(material: Material) -> list[DecisionCandidate]:
    """Return the candidates to be listed where nobody chooses: the surest, in the order of the article."""
    most = _DECISIONS * (1 + len(material.text) // _PER)
    ranked = sorted((d for d in material.decisions if d.weight >= 2), key=lambda d: (-d.weight, d.start))
    return sorted(ranked[:most], key=lambda d: d.start)


def with_people(material: Material, choice: Choice, parts: dict[str, str], more: list[str]) -> Choice:
    """Return a copy with the people whom a small model judged to be there, and those it found in the text.

    Where the words around a doubtful name tell the part, the model decides only whether it is a name.
    """
    judged: dict[str, str] = {}
    for person in material.people:
        part = parts.get(person.id)
        if part is not None and part != "not_a_person" and person.part in (*ATTENDING, "absent"):
            part = person.part
        if part is not None:
            judged[person.id] = part
    return with_parts(material, choice, judged, [(name, None, "present") for name in more])


def with_parts(
    material: Material, choice: Choice, parts: dict[str, str], more: list[tuple[str, str | None, Presence]]
) -> Choice:
    """Return a copy in which people have the parts that a model gave them; some parts take people out."""
    people = {p.name: p for p in choice.people}
    for person in material.people:
        part = parts.get(person.id)
        if part is not None:
            people.pop(person.name, None)
        if part in ATTENDING:
            people[person.name] = _chosen(person, part)
    for name, role, presence in more:
        added = _added(material, name.strip(), role, presence, [*people, *(p.name for p in material.people)])
        if added is not None:
            people[added.name] = added
    return replace(choice, people=tuple(sorted(people.values(), key=lambda p: material.text.find(p.name))))


def _chosen(person: Person, part: Presence) -> Chosen:
    return Chosen(person.name, person.mention.role, part, person.evidence)


def _added(
    material: Material, name: str, role: str | None, presence: Presence, known: list[str]
) -> Chosen | None:
    """Return somebody whom the rules missed, if the name stands in the text and looks like one."""
    place = material.text.find(name, material.body_start) if len(name) > 1 else -1
    row = next((s for s in material.sentences if s.start <= place < s.end), None) if place >= 0 else None
    if row is None or is_data(material.text, place) or any(name in k or k in name for k in known):
        return None
    if material.language == "zh":
        looks = re.fullmatch(
            r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,7}(?:·[\u4e00-\u9fff-]{1,9}){1,3}", name
        )
        looks = None if looks and TITLE.search(name) else looks
    else:
        looks = re.fullmatch(r"[A-Z][\w.'’-]*(?: [\w.'’\"-]+){1,4}", name)
        looks = None if looks and NOT_PERSON & set(name.split()) else looks
    if looks is None:
        return None
    return Chosen(name, role if role and role in row.text else None, presence, (row,))


def with_meanings(
    material: Material, choice: Choice, meanings: dict[str, str], ordered: frozenset[int]
) -> Choice:
    """Return a copy with a model's meanings, but for those that their sentence doesn't bear out.

    `ordered` are the starts of sentences that give a model orders; they bear out nothing.
    """
    taken, unheld = dict(choice.meanings), set(choice.unheld)
    for figure in material.figures:
        meaning = " ".join(meanings.get(figure.id, "").split())
        if not _WORDS.search(meaning.replace(figure.quantity.text, " ")):
            continue  # the number said again tells nothing
        if figure.sentence.start not in ordered and _holds(meaning, figure.sentence.text):
            taken[figure.id] = trim(meaning, 120)
        else:
            unheld.add(figure.id)
    return replace(choice, meanings=taken, unheld=frozenset(unheld))


def with_decisions(
    material: Material, choice: Choice, decisions: list[DecisionText], ordered: frozenset[int]
) -> Choice:
    """Return a copy with a model's decisions, each once; words that the sentence doesn't bear out give way to
    it.

    By when is kept where the sentence says so in these words; who decided, where it or another one does. Of a
    sentence in `ordered`, one that gives a model orders, stays what the rules find in it.
    """
    news = "\n".join(s.text for s in material.sentences if s.start not in ordered)
    kept: dict[tuple[int, str], DecisionText] = {}
    refused: dict[int, Segment] = {}
    for decision in decisions:
        source = decision.source
        if source.start in ordered:
            refused[source.start] = source
            rows = [d for d in choice.decisions if source.start <= d.source.start < source.end]
        else:
            rows = [_held(decision, news)]
        for row in rows:
            kept.setdefault((row.source.start, row.text), row)
    return replace(
        choice,
        decisions=tuple(sorted(kept.values(), key=lambda d: d.source.start)),
        refused=tuple(refused.values()),
    )


def _held(decision: DecisionText, news: str) -> DecisionText:
    source = decision.source
    unheld: list[str] = []
    text = " ".join(decision.text.split())
    decider, deadline = decision.decided_by or None, decision.deadline or None
    if len(text) < 2 or not _holds(text, source.text):
        text = source.text
        unheld.append("text")
    elsewhere = bool(decider) and not stands(decider or "", source.text)
    if elsewhere and not stands(decider or "", news):
        decider, elsewhere = None, False
        unheld.append("decided_by")
    if deadline and not stands(deadline, source.text):
        deadline = None
        unheld.append("deadline")
    return replace(
        decision,
        text=trim(text, 400),
        decided_by=decider,
        deadline=deadline,
        unheld=tuple(unheld),
        decider_elsewhere=elsewhere,
    )


def _holds(words: str, source: str) -> bool:
    return _numbers(words) <= _numbers(source) and borne_out(words, source)


def _numbers(text: str) -> set[str]:
    return set(re.findall(r"[0-9]+(?:[.,][0-9]+)*", text))


def trim(text: str, limit: int) -> str:
    """Return a text of at most `limit` characters, cut at punctuation where its second half has some."""
    if len(text) <= limit:
        return text
    cuts = [mark.start() for mark in _CUT.finditer(text, limit // 2, limit)]
    return text[: cuts[-1] if cuts else limit].rstrip("，。；、,;. ")
