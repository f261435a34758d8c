"""Sentences and clauses of an article, as half-open slices of its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from summarizer.splitter.page import Language


@dataclass(frozen=True, slots=True)
class Segment:
    """`text` is the slice [start:end) of the text it was cut from, without blanks at its ends."""

    start: int
    end: int
    text: str


# Closing marks stay with the sentence that they close.
_ZH_STOP = re.compile(r"[。！？!?；;]+[”’」』）)]*|\n")
_EN_STOP = re.compile(r"[.!?]+[\"”’')]*(?=\s)|\n")
_ZH_COMMA = re.compile(r"[，,；;：:。！？!?—]+[”’]?")
_EN_COMMA = re.compile(r"[,;:—–](?=[\s\"”])|[.!?;]+[\"”')]*(?=\s|$)|—|(?<=\s)--?(?=\s)")
# Points that end no sentence: titles, months, initials, companies.
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Rev|Hon|Jr|Sr|vs|No|Inc|Ltd|Co|Corp|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|a\.m|p\.m|e\.g|i\.e|U\.S|U\.K|U\.N)|\b[A-Z])\.$"
)
_DATA = re.compile(r"""["“”'][A-Za-z_]{2,30}["“”'] ?[:：]|[{\[] ?["“'][^"“”']{1,30}["“”'] ?[:：]""")
_OPEN, _CLOSE = "“‘（(《「『【", "”’）)》」』】"


def sentences(text: str, language: Language) -> list[Segment]:
    """Return the sentences of a text in order; line ends always end one."""
    stop = _ZH_STOP if language == "zh" else _EN_STOP
    cuts: list[int] = []
    depth = 0
    seen = 0
    for match in stop.finditer(text):
        if match.group() == "\n":
            depth = 0
        else:
            depth = _depth(text, seen, match.end(), depth) if language == "zh" else 0
            if depth > 0 or (language == "en" and _goes_on(text, match)):
                seen = match.end()
                continue
        seen = match.end()
        cuts.append(match.end())
    return _slices(text, 0, len(text), cuts)


def is_data(text: str, place: int) -> bool:
    """Tell whether `place` lies where its line has become data: a record in it is forged or quoted."""
    starts, data = _data_lines(text)
    first = data[bisect_right(starts, place) - 1]
    return 0 <= first <= place


@lru_cache(maxsize=8)
def _data_lines(text: str) -> tuple[list[int], list[int]]:
    """Return where each line begins and where it becomes data, -1 for never: found once for all its sentences."""
    starts, data = [0], []
    while (end := text.find("\n", starts[-1])) >= 0:
        data.append(_first_data(text, starts[-1], end))
        starts.append(end + 1)
    data.append(_first_data(text, starts[-1], len(text)))
    return starts, data


def _first_data(text: str, start: int, end: int) -> int:
    match = _DATA.search(text, start, end)
    return match.start() if match else -1


def clauses(text: str, sentence: Segment, language: Language) -> list[Segment]:
    """Return the clauses of a sentence: cut at commas, colons and dashes outside quotes and brackets."""
    comma = _ZH_COMMA if language == "zh" else _EN_COMMA
    cuts: list[int] = []
    depth, seen = 0, sentence.start
    for match in comma.finditer(text, sentence.start, sentence.end):
        depth = max(0, _depth(text, seen, match.end(), depth))
        seen = match.end()
        if depth == 0 and not (language == "en" and match.group()[0] in ".!?" and _goes_on(text, match)):
            cuts.append(match.end())
    return _slices(text, sentence.start, sentence.end, cuts)


def _goes_on(text: str, match: re.Match[str]) -> bool:
    if match.group().startswith(".") and _ABBREVIATION.search(
        text, max(0, match.start() - 8), match.start() + 1
    ):
        return True
    following = text[match.end() : match.end() + 3].lstrip()
    return bool(following) and following[0].islower()


def _depth(text: str, start: int, end: int, depth: int) -> int:
    for char in text[start:end]:
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
    return depth


def _slices(text: str, start: int, end: int, cuts: list[int]) -> list[Segment]:
    found = []
    for cut in [*cuts, end]:
        low, high = start, cut
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            found.append(Segment(low, high, text[low:high]))
        start = max(start, cut)
    return found
