"""Small questions one after another, for small models: code finds, the model decides what the rules can't."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field

from summarizer.extract.choice import Choice, default_choice, with_people
from summarizer.extract.material import Material
from summarizer.extract.presence import Person
from summarizer.model.fence import fenced
from summarizer.model.prompts import load_prompt
from summarizer.model.strategies.base import Asking

if TYPE_CHECKING:
    from summarizer.model.strategies.base import Client

PARTS = ("present", "online", "absent", "mentioned", "not_a_person")
MORE = 5
MOST_ASKED = 16
MOST_DECISIONS = 6


class PeopleAnswer(BaseModel):
    """Parts of numbered people, and names that had no number."""

    model_config = ConfigDict(extra="allow")
    more: list[str] = Field(default_factory=list, max_length=MORE)

    def part(self, number: str) -> str | None:
        """What was said of one number."""
        part = (self.model_extra or {}).get(number)
        return part if part in PARTS else None


class DecisionsAnswer(BaseModel):
    """Numbers of the clauses that tell decisions, most important first."""

    chosen: list[str] = Field(default_factory=list, max_length=40)


async def draft(material: Material, client: Client, asking: Asking) -> Choice:
    """Return what is to be said of an article, asking only what the rules leave open."""
    choice = default_choice(material)
    choice = await _ask_people(material, choice, asking)
    return await _ask_decisions(material, choice, asking)


async def _ask_people(material: Material, choice: Choice, asking: Asking) -> Choice:
    if not material.event:
        return choice
    open_people = [p for p in material.people if p.part == "unsure" or (p.mention.weak and p.part != "mentioned")][:MOST_ASKED]
    excerpt = people_excerpt(material)
    if not excerpt:
        return choice
    prompt = load_prompt("people", material.language)
    known = [p.name for p in material.people if p not in open_people and p.part not in {"mentioned", "absent"}]
    messages = prompt.messages(
        excerpt=fenced(excerpt),
        known="、".join(known) if material.language == "zh" else ", ".join(known),
        asked="\n".join(f"{p.id} {p.name}" for p in open_people),
    )
    answer = await asking.ask(messages, PeopleAnswer, schema=_people_schema(open_people), max_tokens=120 + 12 * len(open_people))
    parts = {p.id: part for p in open_people if (part := answer.part(p.id))}
    return with_people(material, choice, parts, answer.more)


def _people_schema(people: list[Person]) -> dict[str, Any]:
    properties: dict[str, Any] = {p.id: {"type": "string", "enum": list(PARTS)} for p in people}
    properties["more"] = {"type": "array", "items": {"type": "string", "maxLength": 40}, "maxItems": MORE}
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def people_excerpt(material: Material, limit: int = 900) -> str:
    """Return the sentences that hold people, one to a line, those with open questions first in line for the room."""
    rows = {row for p in material.people for row in p.evidence if p.part != "mentioned"}
    lead = [s for s in material.sentences if s.start >= material.body_start][:1]
    chosen, room = [], limit * (1 if material.language == "zh" else 3)
    for row in sorted(rows | set(lead), key=lambda s: s.start):
        if room - len(row.text) < 0 and chosen:
            continue
        chosen.append(row.text)
        room -= len(row.text)
    return "\n".join(chosen)


async def _ask_decisions(material: Material, choice: Choice, asking: Asking) -> Choice:
    open_ones = [d for d in material.decisions if d.weight < 3]
    sure = [d.id for d in material.decisions if d.weight >= 3]
    if not open_ones:
        return choice
    prompt = load_prompt("decisions", material.language)
    listed = "\n".join(f"{d.id} {d.text}" for d in material.decisions)
    messages = prompt.messages(candidates=fenced(listed))
    schema = {
        "type": "object",
        "properties": {
            "chosen": {"type": "array", "items": {"type": "string", "enum": [d.id for d in material.decisions]}, "maxItems": MOST_DECISIONS}
        },
        "required": ["chosen"],
        "additionalProperties": False,
    }
    answer = await asking.ask(messages, DecisionsAnswer, schema=schema, max_tokens=100)
    return choice.with_decisions(sure + [i for i in answer.chosen if i not in sure])
