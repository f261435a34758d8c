"""All in one question, for strong models: the closed sets in the prompt, one structured answer."""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from summarizer.extract.borne import under_orders
from summarizer.extract.choice import (
    Choice,
    DecisionText,
    default_choice,
    with_decisions,
    with_meanings,
    with_parts,
)
from summarizer.extract.chunks import chunks
from summarizer.extract.figures import FigureCandidate
from summarizer.extract.material import Material
from summarizer.extract.presence import Person
from summarizer.extract.segments import Segment
from summarizer.model.fence import fenced
from summarizer.model.prompts import load_prompt
from summarizer.model.strategies.base import Asking
from summarizer.schema import DecisionKind

PARTS = ("chair", "speaker", "present", "online", "signatory", "absent", "mentioned", "not_a_person")
# Text that one question shows, in characters: well inside a context of 8,000 tokens with its answer.
ROOM = {"zh": 4000, "en": 10000}


class More(BaseModel):
    """Somebody who took part and whom the rules didn't find."""

    name: str = Field(max_length=60)
    role: str | None = Field(default=None, max_length=120)
    part: Literal["chair", "speaker", "present", "online", "signatory"] = "present"


class DecisionAnswer(BaseModel):
    """One decision, bound to its sentence."""

    s: str
    text: str = Field(max_length=300)
    kind: DecisionKind | None = None
    decided_by: str | None = Field(default=None, max_length=80)
    deadline: str | None = Field(default=None, max_length=40)


class ArticleAnswer(BaseModel):
    """The whole answer; each key must be there, or an object of another shape would mean "nothing decided"."""

    model_config = ConfigDict(extra="forbid")
    people: dict[str, str]
    more: list[More] = Field(max_length=20)
    decisions: list[DecisionAnswer] = Field(max_length=12)
    figures: dict[str, str]
    lead: list[str] = Field(max_length=6)


async def draft(material: Material, asking: Asking, max_tokens: int) -> Choice:
    """Return what is to be said of an article; a long one is asked for in pieces, nothing counts twice."""
    choice = default_choice(material)
    decisions: list[DecisionText] = []
    ordered = under_orders(material.text, material.sentences)
    label = {row.start: f"s{n}" for n, row in enumerate(material.sentences, 1)}
    for number, piece in enumerate(chunks(material.sentences, material.text, ROOM[material.language])):
        rows = {label[row.start]: row for row in piece}
        inside = {row.start for row in piece}
        people = [p for p in material.people if any(row.start in inside for row in p.evidence)]
        figures = [f for f in material.figures if f.sentence.start in inside]
        answer = await _ask(material, asking, rows, people, figures, max_tokens)
        choice = with_parts(material, choice, answer.people, [(m.name, m.role, m.part) for m in answer.more])
        choice = with_meanings(material, choice, answer.figures, ordered)
        decisions += [
            DecisionText(rows[d.s], d.text, d.kind, d.decided_by, d.deadline)
            for d in answer.decisions
            if d.s in rows
        ]
        if number == 0:
            lead = [rows[s] for s in answer.lead if s in rows]
            choice = choice.with_lead(
                [row for row in lead if row.start >= material.body_start and row.start not in ordered]
            )
    return with_decisions(material, choice, decisions, ordered)


async def _ask(
    material: Material,
    asking: Asking,
    rows: dict[str, Segment],
    people: list[Person],
    figures: list[FigureCandidate],
    max_tokens: int,
) -> ArticleAnswer:
    number_of = {row: number for number, row in rows.items()}
    messages = load_prompt("article", material.language).messages(
        article=fenced("\n".join(f"{number} {row.text}" for number, row in rows.items())),
        people="\n".join(f"{p.id} {fenced(p.name)}" for p in people),
        figures="\n".join(f"{f.id} {fenced(f.quantity.text)} ({number_of[f.sentence]})" for f in figures),
    )
    room = max_tokens + 14 * len(people) + 30 * len(figures)
    return await asking.ask(
        messages, ArticleAnswer, schema=_schema(list(rows), people, figures), max_tokens=room
    )


def _schema(sentences: list[str], people: list[Person], figures: list[FigureCandidate]) -> dict[str, Any]:
    """Return the answer's schema with the article's own numbers as enums."""
    part = {"type": "string", "enum": list(PARTS)}
    text = {"type": "string", "maxLength": 300}
    maybe = {"anyOf": [{"type": "string", "maxLength": 80}, {"type": "null"}]}
    sentence = {"type": "string", "enum": sentences}
    more = _object(
        {
            "name": {"type": "string", "maxLength": 60},
            "role": maybe,
            "part": {"type": "string", "enum": list(PARTS[:5])},
        }
    )
    kinds = {"type": "string", "enum": list(get_args(DecisionKind))}
    decision = _object({"s": sentence, "text": text, "kind": kinds, "decided_by": maybe, "deadline": maybe})
    return _object(
        {
            "people": _object({p.id: part for p in people}),
            "more": {"type": "array", "items": more, "maxItems": 20},
            "decisions": {"type": "array", "items": decision, "maxItems": 10},
            "figures": _object({f.id: {"type": "string", "maxLength": 80} for f in figures}),
            "lead": {"type": "array", "items": sentence, "maxItems": 3},
        }
    )


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
