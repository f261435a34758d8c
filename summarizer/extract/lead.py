"""The summary: the article's own first sentences."""

from __future__ import annotations

from summarizer.extract.segments import Segment
from summarizer.splitter.page import Language

_ROOM: dict[Language, int] = {"zh": 160, "en": 420}


def lead_sentences(text: str, sentences: list[Segment], body_start: int, language: Language) -> list[Segment]:
    """Return the sentences of the first paragraph that fit a summary; at least one where there is a body."""
    chosen: list[Segment] = []
    room = _ROOM[language]
    for sentence in sentences:
        if sentence.start < body_start:
            continue
        if chosen and (len(sentence.text) > room or "\n" in text[chosen[-1].end : sentence.start]):
            break
        chosen.append(sentence)
        room -= len(sentence.text)
    return chosen
