"""The summary: the article's own first sentences."""

from __future__ import annotations

import re

from summarizer.extract.segments import Segment, is_data
from summarizer.splitter.page import Language

# Where and when a report was filed stands before its first sentence and sums up nothing.
_DATELINE: dict[Language, re.Pattern[str]] = {
    "zh": re.compile(
        r"[■◆●▲★◎□○◇△▪▶►☆]{0,2} ?"
        r"(?:本报讯|本报[^\s，。]{1,12}讯|据?[^\s，。]{2,6}社[^，。]{1,16}[日电]|【[^】]{2,24}】)(?:[（(][^）)]{0,30}[）)]\s*|\s+)"
        r"|[■◆●▲★◎□○◇△▪▶►☆]{1,2} ?"
    ),
    "en": re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?: \([^)]{2,30}\))? ?[—–-]+ (?=\S)"),
}
_ROOM: dict[Language, int] = {"zh": 160, "en": 420}


def lead_sentences(text: str, sentences: list[Segment], body_start: int, language: Language) -> list[Segment]:
    """Return the sentences of the first paragraph that fit a summary; at least one where there is a body."""
    chosen: list[Segment] = []
    room = _ROOM[language]
    for sentence in sentences:
        if sentence.start < body_start or is_data(text, sentence.start):
            continue
        if chosen and (len(sentence.text) > room or "\n" in text[chosen[-1].end : sentence.start]):
            break
        dateline = _DATELINE[language].match(sentence.text) if not chosen else None
        start = sentence.start + (dateline.end() if dateline else 0)
        chosen.append(Segment(start, sentence.end, text[start : sentence.end]))
        room -= len(sentence.text)
    return chosen
