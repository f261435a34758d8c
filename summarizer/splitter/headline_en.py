"""What a unit of an English headline block looks like as kicker, headline and deck, and what ties two of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.splitter.lines import Line
from summarizer.splitter.words import SMALL

_SERIES = (
    r"analysis|opinion|exclusive|obituary|obituaries|review|interview|letters?|weather|memo|"
    r"archives?|ask (?:the|a)\b.*|the long read|"
    r"comment|column|editorial|profile|explainer|fact check|breaking|live|essay|diary|"
    r"notebook|q&a|health|energy|education|"
    r"politics|business|sports?|courts?|markets|world|national|local|science|culture|food|travel|books|film|music|tv|media|"
    r"technology|transport|housing|crime|deals|community|commodities|money|dispatch|briefs|report|polls|"
    r"city (?:council|hall)|tennis|baseball|football|soccer|cricket|rugby|golf|hockey|basketball|cycling|boxing|"
    r"part (?:\d|one|two|three)\b.*|election \d{4}|letter from .+"
)
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("series", rf"(?i)(?:\w+[ -]){{0,2}}(?:{_SERIES}):?$"),
        ("series and name", rf"(?i)(?:{_SERIES}) ?[|:/] ?"),
        ("label of capitals", r"[A-Z&' -]{3,22}:?$"),
        ("two words", r"\S+ \S+$"),
        ("colon at its end", r".*:$"),
        ("ends a sentence", r".*[a-z][.]$"),
        ("sentences", r".*[.?!] [A-Z]"),
        ("question or call", r".*[?!]"),
        ("speaker", r"\w+(?: \w+)?: "),
        ("number", r".*\d"),
        ("comma", r".*, "),
    )
)


_WAITS = re.compile(r"(?i)\b(?:to|will|may|can|must|would|could|should|not) [a-z]+$")


def forms(text: str, block: list[Line], start: int) -> Iterator[str]:
    """Yield the names of what the words of a unit look like."""
    for name, pattern in _FORMS:
        if pattern.match(text):
            yield name
    capitals = [line.text.isupper() for line in block]
    if text.isupper():
        yield "all capitals" if all(capitals) else "capitals"
    elif any(capitals):
        yield "not in capitals"
    if titled(text):
        yield "up-style"
    if not start and " " not in text and len(block) > 1 and block[1].width > 2.5 * len(text):
        yield "slug"
    words = text.count(" ") + 1
    if words >= 7:
        yield "seven words"


def seam(one: Line, two: Line) -> Iterator[str]:
    """Yield the names of what ties two lines into one unit, or parts them."""
    yield "seam"
    if two.gap:
        yield "seam: gap"
    first, second = one.text, two.text
    last, opener = first.rsplit(" ", 1)[-1], second.split(" ", 1)[0]
    if first.isupper() and second.isupper():
        yield "seam: capitals go on"
    elif first.isupper() or second.isupper():
        yield "seam: capitals change"
    elif second[0].islower():
        yield "seam: small letter"
    elif not second[0].isalpha():
        yield "seam: number or quote"
    elif opener.lower() in SMALL or last.lower() in SMALL:
        yield "seam: small word"
    elif titled(first) and second.count(" ") > 1:
        yield "seam: up-style ends"
    else:
        yield "seam: capital"
    if _WAITS.search(first) and not second[0].islower():
        yield "seam: a verb waits"
    if last[-1] in ",-–—:&;" or last.endswith(("'s", "’s")):
        yield "seam: open"
    if one.final or last[-1] in ".!?":
        yield "seam: closed"
    if two.width > 1.15 * one.width:
        yield "seam: longer"


def titled(text: str) -> bool:
    """Tell whether the words of `text` are capitalised, small ones left out."""
    words = [word for word in re.findall(r"[A-Za-z][\w'’.-]*", text) if word not in SMALL]
    return len(words) > 1 and all(word[0].isupper() for word in words)


TABLE: dict[str, tuple[float, float, float]] = {
    "all capitals": (-0.7, 0.0, -0.5),
    "capitals": (1.0, 0.9, 1.0),
    "colon at its end": (0.7, -1.6, -0.6),
    "comma": (0.0, 0.0, 0.4),
    "ends a sentence": (-0.8, -1.5, 2.4),
    "four lines": (-1.5, -0.6, -0.4),
    "half as wide": (0.8, 0.7, -2.3),
    "label of capitals": (2.4, -1.5, -0.7),
    "not in capitals": (-0.3, -0.9, 0.4),
    "number": (-0.8, 0.3, 1.3),
    "one line": (-2.3, -2.1, 0.4),
    "question or call": (-1.6, 1.8, -0.2),
    "seam": (-1.9, 0.8, 0.7),
    "seam: a verb waits": (0.0, 2.2, 0.0),
    "seam: capital": (-0.8, -2.0, -2.7),
    "seam: capitals change": (-0.5, -3.2, -1.1),
    "seam: capitals go on": (-0.2, 2.0, -0.8),
    "seam: closed": (-0.5, -1.1, -1.6),
    "seam: gap": (-1.4, -2.6, -1.3),
    "seam: longer": (-0.6, -1.3, -2.6),
    "seam: number or quote": (0.0, 0.5, 0.3),
    "seam: open": (0.2, 2.8, 1.7),
    "seam: small letter": (0.0, 3.8, 4.1),
    "seam: small word": (-0.3, 0.0, 0.8),
    "seam: up-style ends": (-0.1, -1.4, -0.8),
    "sentences": (-0.9, -1.0, -0.3),
    "series": (6.0, -1.5, -1.5),
    "series and name": (2.5, -2.0, -0.5),
    "seven words": (-1.4, 1.5, 1.4),
    "slug": (1.7, -1.5, 0.0),
    "speaker": (0.0, 1.2, -0.6),
    "two words": (0.3, -2.9, -2.9),
    "up-style": (0.0, 0.2, -0.6),
}
