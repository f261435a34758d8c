"""Small questions one after another, for small models: code finds, the model decides what the rules can't."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from summarizer.extract.choice import Choice, default_choice, with_people
from summarizer.extract.chunks import chunks
from summarizer.extract.material import Material
from summarizer.extract.presence import ATTENDING, Person
from summarizer.extract.segments import Segment
from summarizer.model.fence import fenced
from summarizer.model.prompts import load_prompt
from summarizer.model.strategies.base import Asking

PARTS = ("present", "online", "absent", "mentioned", "not_a_person")
MORE = 5
# Sentences about people that one question shows, in characters.
ROOM = {"zh": 900, "en": 2700}
# Beyond so many uncertain names a list of enums is too long for a small model.
MOST_ASKED = 16


class PeopleAnswer(BaseModel):
    """Parts of numbered people, and names that had no number; nothing else is an answer."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[Annotated[str, Field(pattern=r"^p[0-9]+$")], str]
    more: list[str] = Field(default_factory=list, max_length=MORE)

    def part(self, number: str) -> str | None:
        """What was said of one number."""
        part = self.__pydantic_extra__.get(number)
        return part if part in PARTS else None


async def draft(material: Material, asking: Asking) -> Choice:
    """Return what is to be said of an article: by rule, and for people by rule and model.

    An article of nothing that people attend costs no request, and a long one a request for each piece of it
    that speaks of people.
    """
    choice = default_choice(material)
    if not material.event:
        return choice
    asked: set[str] = set()
    for piece in chunks(_rows_of_people(material), material.text, ROOM[material.language]):
        people = [
            p
            for p in material.people
            if p.open and p.id not in asked and any(row in piece for row in p.evidence)
        ]
        for start in range(0, max(len(people), 1), MOST_ASKED):
            batch = people[start : start + MOST_ASKED]
            asked.update(p.id for p in batch)
            choice = await _ask_people(material, choice, asking, piece, batch)
    return choice


def _rows_of_people(material: Material) -> list[Segment]:
    """Return the sentences that tell who was there, and the article's first."""
    rows = {row for p in material.people for row in p.evidence if p.part != "mentioned"}
    lead = [s for s in material.sentences if s.start >= material.body_start][:1]
    return sorted(rows | set(lead), key=lambda s: s.start)


async def _ask_people(
    material: Material, choice: Choice, asking: Asking, piece: list[Segment], people: list[Person]
) -> Choice:
    there = [
        p.name
        for p in material.people
        if p.part in ATTENDING and not p.open and any(r in piece for r in p.evidence)
    ]
    messages = load_prompt("people", material.language).messages(
        excerpt=fenced("\n".join(row.text for row in piece)),
        known=("、" if material.language == "zh" else ", ").join(there),
        asked="\n".join(f"{p.id} {fenced(p.name)}" for p in people),
    )
    answer = await asking.ask(
        messages, PeopleAnswer, schema=_schema(people), max_tokens=120 + 12 * len(people)
    )
    return with_people(
        material, choice, {p.id: part for p in people if (part := answer.part(p.id))}, answer.more
    )


def _schema(people: list[Person]) -> dict[str, Any]:
    """Return the answer's schema with a required key for each person asked about."""
    properties: dict[str, Any] = {p.id: {"type": "string", "enum": list(PARTS)} for p in people}
    properties["more"] = {"type": "array", "items": {"type": "string", "maxLength": 40}, "maxItems": MORE}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
