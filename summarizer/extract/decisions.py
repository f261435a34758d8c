"""Clauses that may tell a decision, with kind and weight: the closed set that a model chooses from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.extract.segments import Segment, clauses, is_data, sentences
from summarizer.extract.tables_decisions import (
    CEREMONY,
    DIRECTIVES,
    NOT_DECIDED,
    SINCE_WHEN,
    TRIGGERS,
    VOTE_ONLY,
)
from summarizer.schema import DecisionKind
from summarizer.splitter.page import Language

_PATTERNS = {
    lang: [(kind, weight, re.compile(p, re.I if lang == "en" else 0)) for kind, weight, p in rows]
    for lang, rows in TRIGGERS.items()
}
_NOT = {lang: re.compile(p, re.I) for lang, p in NOT_DECIDED.items()}
# What a document says will be done is part of what was decided with it.
_UNDER = {
    "zh": re.compile(
        "(?:根据|按照|依据)[^，。；]{0,12}(?:协议|方案|决议|决定|通知|条例|办法|规划|合同|约定)"
    ),
    "en": re.compile(
        r"(?:Under|According to) (?:the|its|an?) [^,.;]{0,30}(?:agreement|plan|deal|order|resolution|"
        r"treaty|contract|accord)",
        re.I,
    ),
}
# A clause that only leads up to the next: nothing ends with it.
_LEANING = re.compile("按照|根据|依据|围绕|结合|依托|通过|针对|随着|对照|本着|在|以|为了|借助|立足|聚焦")
_OPENING = re.compile(
    r"(?:并且?|同时|而且|且)(?=[\u4e00-\u9fff]{4})|(?:and|but|also) |[■◆●▲★◎□○◇△▪▶►☆]{1,2} ?"
)
# A decision is cut at a comma near the first; where none stands, it may go on as far as the second.
_LENGTH = {"zh": (130, 180), "en": (280, 360)}
_VOTE, _SINCE = ({lang: re.compile(p) for lang, p in rows.items()} for rows in (VOTE_ONLY, SINCE_WHEN))
_CEREMONY = {lang: re.compile(p) for lang, p in CEREMONY.items()}
_DIRECTIVE = {lang: re.compile(p) for lang, p in DIRECTIVES.items()}
_TOLD_IN_SPEECH = re.compile("(?:指出|强调|提出|认为)")


# Kinds that win over "decided" and "announced" in a clause that has signs of both.
_TELLING = {"appointed", "awarded", "signed", "approved"}


@dataclass(frozen=True, slots=True)
class DecisionCandidate:
    """`text` is the slice [start:end) of the article, ends trimmed; `weight` 3 is beyond doubt, 1 a guess."""

    id: str
    start: int
    end: int
    text: str
    kind: DecisionKind
    weight: int


def find_decisions(text: str, body_start: int, language: Language) -> list[DecisionCandidate]:
    """Return the clauses of the body that may tell a decision, in order; a long sentence may give several."""
    found: list[DecisionCandidate] = []
    carried: tuple[DecisionKind, int] | None = None
    for sentence in sentences(text, language):
        if sentence.start < body_start or _said(sentence.text) or is_data(text, sentence.start):
            carried = None
            continue
        groups = _groups(text, sentence, language, carried)
        # "敲定三件事：…；…；…": what follows a semicolon belongs to the same decision.
        last = text[sentence.end - 1]
        carried = groups[-1][2:] if groups and last in "；;：" and groups[-1][3] >= 2 else None
        for start, end, kind, weight in groups:
            if weight < 2 or _assessed(text[start:end], kind, language):
                continue
            piece = _fit(text, start, end, language)
            found.append(
                DecisionCandidate(f"d{len(found) + 1}", piece.start, piece.end, piece.text, kind, weight)
            )
    return _without_ceremonies(found, language)


def _assessed(group: str, kind: DecisionKind, language: Language) -> bool:
    """What a speaker pointed out and demanded nothing with is an assessment."""
    if kind != "required" or language != "zh" or not (told := _TOLD_IN_SPEECH.search(group)):
        return False
    return not _DIRECTIVE["zh"].search(group, told.end())


def _without_ceremonies(found: list[DecisionCandidate], language: Language) -> list[DecisionCandidate]:
    """Leave out who held the pen, where another clause says what was signed."""
    bare = [d for d in found if d.kind == "signed" and _CEREMONY[language].search(d.text)]
    if any(d.kind == "signed" and d not in bare for d in found):
        found = [d for d in found if d not in bare]
    elif len(bare) > 1:
        found = [d for d in found if d not in bare[1:]]
    return [replace(d, id=f"d{number}") for number, d in enumerate(found, 1)]


def _said(sentence: str) -> bool:
    """A sentence that is a quotation as a whole says what somebody thinks."""
    return sentence[0] in '“"' and sentence[-1] in '”"'


def _groups(
    text: str, sentence: Segment, language: Language, carried: tuple[DecisionKind, int] | None
) -> list[tuple[int, int, DecisionKind, int]]:
    """Cut a sentence before each clause that begins a decision of its own."""
    groups: list[tuple[int, int, DecisionKind, int]] = []
    # What "would have" happened was not decided.
    under = bool(_UNDER[language].match(sentence.text)) and "would have" not in sentence.text
    bare = False  # the last group has no sign of its own yet, only what it was told under
    for clause in clauses(text, sentence, language):
        hit = _trigger(clause.text, language)
        told = hit is not None
        if hit is None and not groups:
            hit = carried or (("announced", 2) if under else None)
        if groups and _SINCE[language].match(clause.text):
            hit = None
        if hit is not None and (
            not groups or (hit[1] >= 2 and not bare and groups[-1][1] - groups[-1][0] > 12)
        ):
            opening = _OPENING.match(clause.text)
            groups.append((clause.start + (opening.end() if opening else 0), clause.end, *hit))
            bare = not told or bool(_VOTE[language].match(clause.text))
        elif groups:
            start, _, kind, weight = groups[-1]
            if bare and hit is not None:
                kind, bare = hit[0], False
            groups[-1] = (start, clause.end, kind, weight)
    return groups


def _trigger(clause: str, language: Language) -> tuple[DecisionKind, int] | None:
    hits = [
        (weight, kind in _TELLING, kind)
        for kind, weight, pattern in _PATTERNS[language]
        if pattern.search(clause)
    ]
    best = None if not hits else (max(hits, key=lambda hit: hit[:2])[2], max(hits)[0])
    if best is not None and _NOT[language].search(clause):
        return (best[0], best[1] - 2) if best[1] > 2 else None
    return best


def _fit(text: str, start: int, end: int, language: Language) -> Segment:
    """Bound a candidate at a comma, and drop the punctuation at its end."""
    soft, hard = (start + most for most in _LENGTH[language])
    if end > soft:
        mark = _last_comma(text, start + 20, soft, language)
        if mark < 0:
            later = [place for m in ("，", "；", ", ", "; ") if (place := text.find(m, soft, hard)) > 0]
            mark = min([*later, end]) if later or end <= hard else text.rfind("、", start + 20, hard)
        end = min(end, mark if mark > 0 else hard)
        last = _last_comma(text, start + 20, end, language)
        if language == "zh" and last > 0 and _LEANING.match(text, last + 1):
            end = last
    while end > start and text[end - 1] in "，、；。：,;:. ":
        end -= 1
    return Segment(start, end, text[start:end])


def _last_comma(text: str, start: int, end: int, language: Language) -> int:
    """Return where the last comma outside quotes and brackets stands in [start, end), -1 where none does."""
    marks = ("，", "；") if language == "zh" else (", ", "; ")
    places = sorted((m.start() for mark in marks for m in re.finditer(mark, text[start:end])), reverse=True)
    for place in places:
        head = text[start : start + place]
        if all(head.count(left) <= head.count(right) for left, right in ("“”", "（）", "《》")):
            return start + place
    return -1
