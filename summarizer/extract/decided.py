"""Who decided and by when, where the clause itself says it beyond doubt; None is not stated."""

from __future__ import annotations

import re
from collections.abc import Collection

from summarizer.extract.tables_decisions import DEADLINES, DECIDERS
from summarizer.splitter.page import Language

_DECIDER = {lang: re.compile(pattern) for lang, pattern in DECIDERS.items()}
_DEADLINE = {lang: re.compile(pattern, re.I if lang == "en" else 0) for lang, pattern in DEADLINES.items()}
# A person who says what must be done.
_SAYS = {
    "zh": "(?:还|并|在会上|最后|随后|会上){0,2}(?:要求|强调|指出|提出|宣布|表示)",
    "en": "(?: also| then| later)* (?:ordered|ruled|announced|directed|declared)\\b",
}
_MOST = {"decided_by": 80, "deadline": 40}


def decided_by(clause: str, names: Collection[str], language: Language) -> str | None:
    """Return the body or person with which a clause begins that goes on with a verb of deciding."""
    match = _DECIDER[language].match(clause)
    if match is not None:
        return match["who"] if len(match["who"]) <= _MOST["decided_by"] else None
    for name in names:
        if clause.startswith(name) and re.match(_SAYS[language], clause[len(name) :]):
            return name
    return None


def deadline(clause: str, language: Language) -> str | None:
    """Return the one time limit of a clause in its own words; two are no sure one."""
    found = {match["when"].strip() for match in _DEADLINE[language].finditer(clause)}
    when = found.pop() if len(found) == 1 else None
    return when if when and len(when) <= _MOST["deadline"] else None
