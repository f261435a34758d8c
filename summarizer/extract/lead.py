"""The summary: the article's own first sentences."""

from __future__ import annotations

from summarizer.extract.material import Material
from summarizer.extract.segments import Segment

_ROOM = {"zh": 160, "en": 420}


def lead_sentences(material: Material) -> list[Segment]:
    """Return the sentences of the first paragraph that fit a summary; at least one where there is a body."""
    body = [s for s in material.sentences if s.start >= material.body_start]
    chosen: list[Segment] = []
    room = _ROOM[material.language]
    for sentence in body:
        if chosen and (len(sentence.text) > room or "\n" in material.text[chosen[0].start : sentence.start].strip()):
            break
        chosen.append(sentence)
        room -= len(sentence.text)
        if room <= 0:
            break
    return chosen
