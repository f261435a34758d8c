"""Votes told in a clause: for, against, abstained."""

from __future__ import annotations

import re

from summarizer.schema import Vote
from summarizer.splitter.page import Language

_ZH = {
    "in_favour": re.compile(r"(\d{1,5})票(?:赞成|同意)|(?:赞成|同意)票?(\d{1,5})票"),
    "against": re.compile(r"(\d{1,5})票反对|反对票?(\d{1,5})票"),
    "abstained": re.compile(r"(\d{1,5})票弃权|弃权票?(\d{1,5})票"),
}
_EN_SCORE = re.compile(
    r"\b(?:vot\w+|by|on a|ruled|rejected,?|approved,?|separate) (\d{1,3})[-–](\d{1,3})\b|"
    r"\b(\d{1,3})[-–](\d{1,3}) vote\b",
    re.I,
)
_EN_ABSTAINED = re.compile(r"\b(\d{1,3}|one|two|three) abst(?:entions?|ained)", re.I)
_WORDS = {"one": 1, "two": 2, "three": 3}
_AGAINST = re.compile(r"\b(?:reject|vot\w+ down|defeat)", re.I)


def find_vote(clause: str, language: Language) -> Vote | None:
    """Return the vote that a clause tells, None where it tells none."""
    if language == "zh":
        counts = {side: _first(pattern.search(clause)) for side, pattern in _ZH.items()}
        return Vote(**counts) if any(c is not None for c in counts.values()) else None
    score = _EN_SCORE.search(clause)
    if score is None:
        return None
    first, second = (int(group) for group in score.groups() if group)
    # "rejected 4-3": the larger side voted against.
    if _AGAINST.search(clause):
        first, second = second, first
    said = _EN_ABSTAINED.search(clause)
    word = said.group(1).lower() if said else None
    abstained = None if word is None else _WORDS.get(word) or int(word)
    return Vote(in_favour=first, against=second, abstained=abstained)


def _first(match: re.Match[str] | None) -> int | None:
    return next((int(group) for group in match.groups() if group), None) if match else None
