"""What a unit of an English headline block looks like as kicker, headline and deck, and what ties two of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.splitter.lines import SHORTENED, Line
from summarizer.splitter.words import SMALL

_SERIES = (
    r"analysis|opinion|views?|viewpoint|exclusive|obituary|obituaries|review|interview|letters?|weather|memo|"
    r"letters? to the editor|the editor|people|archives?|ask (?:the|a)\b.*|the long read|"
    r"comment|column|editorial|profile|explainer|fact check|breaking|live|essay|diary|"
    r"notebook|q&a|health|energy|education|"
    r"politics|business|sports?|courts?|markets|world|national|local|science|culture|food|travel|books|film|music|tv|media|"
    r"technology|transport|housing|crime|deals|community|commodities|money|dispatch|briefs|report|polls|"
    r"city (?:council|hall)|tennis|baseball|football|soccer|cricket|rugby|golf|hockey|basketball|cycling|boxing|"
    r"looking back|way back when|from (?:our|the) files|\w+ years ago|then (?:&|and) now|on the farm|"
    r"in the garden|"
    r"part (?:\d|one|two|three)\b.*|election \d{4}|letter from .+"
)
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "series",
            rf"(?i)(?:\w+[ -]){{0,2}}(?:{_SERIES})(?: ?[–—-] ?(?:round|day|week|part|game|stage) \d{{1,2}})?:?$",
        ),
        ("series and name", rf"(?i)(?:{_SERIES}) ?[|:/–—] ?"),
        ("two words", r"\S+ \S+$"),
        ("one word", r"[A-Za-z]\S*$"),
        ("name and years", r"[A-Z][^\n]{6,40}[ (]\d{4} ?[–-] ?\d{4}\)?$"),  # DR. AGNES MULVIHILL 1925-2020
        ("years of a life", r".{0,3}\d{4} ?[–-] ?\d{4}\)?$"),  # Vernon Teichmeier / 1932–2025
        ("colon at its end", r".*:$"),
        ("ends a sentence", r".*[a-z][.]$"),
        ("sentences", r".*[.?!] [A-Z]"),
        ("question or call", r".*[?!]"),
        ("speaker", r"\w+(?: \w+)?: "),
        ("number", r".*\d"),
        ("comma", r".*, "),
        (
            "score",
            r"(?=.{7,60}$)[A-Z][\w'’. -]{2,24} \d{1,3}(?:, | {1,4})[A-Z][\w'’. -]{2,24} \d{1,3}$",
        ),  # Ely 2, Rye 1
        ("bullet", r"[●•▪■◆] ?"),
        (
            "contest",
            r"(?i:(?!.*\b(?:the|in|of|out|for|wins?|lifts?|takes?|claims?|seals?|reach(?:es)?|lose|loses|retains?|holds?|keeps?|drops?|hosts?"
            r"|backs?|quits?|buys?|eyes?|faces?|probes?|dominates?)\b)(?:[\w'’&.-]+ ){1,2}"
            r"(?:(?:league|championship) division (?:one|two|three|\d)|league|cup|trophy|masters"
            r"|[smji][fh]c|championships?|premiership|play-?offs?"
            r"|(?:football|hurling|camogie|shinty|hockey|rugby|soccer) (?:(?:semi|quarter)-?)?finals?"
            r"|division (?:one|two|three|\d))"
            r"(?:,? (?:(?:first|second|third|fourth|fifth|final|opening) round|round|final|(?:semi|quarter)-?finals?"
            r"|first leg|second leg))?$)",
        ),  # NORTHERN LEAGUE above LATE HEADER SINKS TOWN
    )
)


_POINTS = re.compile(r"[A-Z][A-Za-z'’. -]{3,24} \d{1,2}(?:-\d{1,2})?$")  # of a team: Rathmoyle 2-10
_LABEL = re.compile(r"[A-Z&' -]{3,28}:?$")
_WORD = re.compile(r"[A-Za-z][\w'’.-]*")
_COMMON = 3  # letters of a word that may be looked for in a body
_NAME_WORDS = 3  # of the name of a column at most
_TITLE_OPENS = frozenset("A An Around At Behind Beyond From In Inside My Notes Off On Our Out The".split())  # noqa: SIM905
_TITLE_WORDS = 4  # … of its title, where no capitals set it off, and of the headline below that at least
# A sum, a number or a time: above it a small word that may end a headline (moves in) still waits (held over / $90,000).
_AMOUNT = re.compile(
    r"(?:[A-Z]{1,3})?[$£€¥]?\d|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|\w+day\b"
)
_QUOTES = "“”‘’,:;.?!"
_SUMS = "$£€¥"
_OWNED = re.compile("['’]s?$")  # from Kurt / Volker's
_WAITS = re.compile(r"(?i)\b(?:to|will|may|can|must|would|could|should|not) [a-z]+$")

# Words after which a phrase can't end: "Why New Yorkers Received a", "America has lost hope since".
HANGING = SMALL - {"in", "off", "on", "out", "over", "up"} | frozenset(
    """
    after because before between during if like than that though under until when where while with without since
    how what which who whose why against about among around near
    has have had is are was were be been being will would can could may must should
    his her my our their your this these those every no not more most new first former
    """.split()  # noqa: SIM905
)


def forms(text: str, block: list[Line], start: int, body: str) -> Iterator[str]:
    """Yield the names of what the words of a unit look like."""
    shouts = text.isupper() and len(block) > start + 1 and block[start + 1].text.isupper()
    named = False
    for name, pattern in _FORMS:
        if pattern.match(text):
            named = named or name in ("series", "contest")
            yield name
    if _LABEL.match(text) and not shouts:
        yield "label of capitals"
    capitals = [line.text.isupper() for line in block]
    if text.isupper():
        yield "all capitals" if all(capitals) else "capitals"
    elif any(capitals):
        yield "not in capitals"
    if titled(text):
        yield "up-style"
    if not start and " " not in text and len(block) > 1 and block[1].width > 2.5 * len(text):
        yield "slug"
    if shouts and not (start or named) and _fills(block, text):
        yield "fills its line"
    if (
        start == 1
        and not text.isupper()
        and (_names_column(block[0].text) or _titles(block[0].text, text, body))
    ):
        yield "below a label"
    words = text.count(" ") + 1
    if not start and words <= 3 and len(block) > 1 and block[1].text[0].isupper():
        # Building materials / Sable Quarries sells lime arm
        last = text.rsplit(" ", 1)[-1].lower()
        if text[1:].islower() and last not in SMALL and last not in HANGING and block[1].text[1:2].islower():
            yield "topic"
        elif text.isupper() and not block[1].text.isupper():
            yield "topic in capitals"
        else:
            yield "few words"
    if words >= 7:
        yield "seven words"


def _fills(block: list[Line], text: str) -> bool:
    """Tell whether the first line of a block breaks where the column is full: HOLDER / COMMUNICATIONS TO."""
    widest = max(line.width for line in block)
    if text.count(" ") > 1 or any(map(str.isdigit, text)):
        return False
    return text == block[0].text and len(text) + 1 + len(block[1].text.split(" ", 1)[0]) > widest


def _names_column(text: str) -> bool:
    """Tell whether a line of capitals is the name of a column or a subject: THE LAST FRAME, GAELIC GAMES.

    Three words may be a headline (FIRE HITS MILL), but for those that a small word opens.
    """
    words = text.split()
    few = len(words) <= _NAME_WORDS - (words[0].lower() not in SMALL)
    return few and text.isupper() and text[-1] not in "!?.," and not any(map(str.isdigit, text))


def _titles(text: str, below: str, body: str) -> bool:
    """Tell whether a line is the title of a column above a headline that has no capitals: The Long View.

    The body tells of what a headline says (The Price Of Apples), not of the name of a column.
    """
    if text.count(" ") >= _TITLE_WORDS or not titled(text) or text.isupper() or text[-1] in "!?.,:":
        return False
    if text.split(" ", 1)[0] not in _TITLE_OPENS:
        return False  # Panel Clears Police Chief; Sheriff's Log
    words = [word.lower() for word in text.split()[1:] if word.lower() not in SMALL]
    if not body or any(re.search(rf"\b{re.escape(word)}", body.lower()) for word in words):
        return False
    return below[0].isupper() and below.count(" ") >= _TITLE_WORDS - 1 and not titled(below)


def seam(one: Line, two: Line, body: str) -> Iterator[str]:
    """Yield the names of what ties two lines into one unit, or parts them; `body` is the text that they head."""
    yield "seam"
    if told_together(one.text, two.text, body, apart=two.gap > 0):
        yield "seam: told below"
    if two.gap:
        yield "seam: gap"
    if _POINTS.match(two.text):
        yield "seam: points"
    first, second = one.text, two.text
    last = first.rsplit(" ", 1)[-1]
    if first.isupper() and second.isupper():
        yield "seam: capitals go on"
    elif first.isupper() or second.isupper():
        yield "seam: capitals change"
    elif second[0].islower():
        yield "seam: small letter"
    else:
        yield from _letter_case(first, second)
        if _begins_again(first, second, body):
            yield "seam: a sentence begins"
    if last.lower() in HANGING or (last.lower() in SMALL and _AMOUNT.match(second)):
        yield "seam: a word hangs"
    elif _WAITS.search(first) and not second[0].islower():
        yield "seam: a verb waits"
    if first.count("“") > first.count("”") or first.count("(") > first.count(")"):
        yield "seam: inside quotes"
    if last[-1] in ",-–—:&;" or last.endswith(("'s", "’s")):
        yield "seam: open"
    if one.final or (last[-1] in ".!?" and not SHORTENED.search(last)):
        yield "seam: closed"
    if two.width > 1.15 * one.width:
        yield "seam: longer"


def told_together(first: str, second: str, body: str, apart: bool = False) -> bool:
    """Tell whether the words at the seam of two lines stand side by side in `body`: "Holly" and "Bowles".

    Where all words of a headline have capitals, in small letters too; but not over a blank line (`apart`).
    """
    if not body:
        return False
    one, two = first.rsplit(" ", 1)[-1].lstrip(_SUMS), _OWNED.sub("", second.split(" ", 1)[0].strip(_QUOTES))
    if not (one.isalnum() and two.isalnum()) or one.lower() in SMALL:
        return False
    if one.isdecimal():
        two = two.lower()  # Sees $5 / Billion Hit
    elif first.isupper() and second.isupper():
        one, two = one.capitalize(), two.capitalize()  # a name: FARMERS / COMMODITIES TO
    if not (apart or first.isupper()) and titled(first):  # Aldermen Kill Downtown / Parking Tax
        return re.search(rf"(?i)\b{one} {two}\b", body) is not None
    return f"{one} {two}" in body and re.search(rf"\b{one} {two}\b", body) is not None


def _begins_again(first: str, second: str, body: str) -> bool:
    """Tell whether a line begins with a capital that its word has not in the body, below one whose words have none.

    foot of snow to coast / High tides on Friday.
    """
    if (
        not any(word.islower() and word not in SMALL for word in _WORD.findall(first))
        or first[-1] in ",:;-–—.?!"
    ):
        return False
    word = second.split(" ", 1)[0].strip(_QUOTES)
    if len(word) < _COMMON or not (word.isalpha() and word[0].isupper() and word[1:].islower()):
        return False
    return re.search(rf"\b{word.lower()}\b", body) is not None


def _letter_case(first: str, second: str) -> Iterator[str]:
    """Yield what it says that a line which begins with a capital, number or quote follows another."""
    if second[0].isdigit():
        yield "seam: number"
        return
    if not second[0].isalpha():
        yield "seam: quote"
    if second.split(" ", 1)[0].lower() in SMALL:
        yield "seam: small word"
    elif titled(first) and _capitalised(second):
        yield "seam: up-style goes on"
    elif titled(first):
        yield "seam: up-style ends"
    elif titled(second):
        yield "seam: up-style begins"
    else:
        yield "seam: capital"


def titled(text: str) -> bool:
    """Tell whether the words of `text` are capitalised, small ones left out."""
    count = 0
    for found in _WORD.finditer(text):
        if (word := found.group()) not in SMALL:
            if not word[0].isupper():
                return False  # mostly among the first words of a text
            count += 1
    return count > 1


def _capitalised(text: str) -> bool:
    return all(word[0].isupper() for word in _WORD.findall(text) if word not in SMALL)


TABLE: dict[str, tuple[float, float, float]] = {
    "all capitals": (0.9, 0.0, -0.8),
    "below a label": (0.0, 3.0, -2.0),
    "bullet": (-1.0, -2.0, 2.0),
    "capitals": (0.9, 0.7, 1.4),
    "colon at its end": (-0.3, -1.8, -0.6),
    "comma": (-0.3, -0.5, 0.0),
    "contest": (6.0, -2.0, -1.5),
    "ends a sentence": (-1.1, -2.2, 2.9),
    "fills its line": (-3.0, 0.0, 0.0),
    "few words": (-1.8, -0.7, 0.0),
    "four lines": (-1.5, 0.4, -0.5),
    "half as wide": (2.4, 2.7, -3.6),
    "label of capitals": (2.7, -1.9, -1.0),
    "name and years": (4.0, -3.0, 2.0),
    "not in capitals": (-0.8, -0.7, 1.4),
    "number": (0.0, -0.4, 0.9),
    "one line": (-2.2, -2.0, 0.8),
    "one word": (0.0, 0.0, -4.0),
    "question or call": (-2.5, 2.8, -0.3),
    "seam": (-2.9, 1.0, 0.8),
    "seam: a verb waits": (0.0, 2.8, 0.5),
    "seam: a word hangs": (0.0, 3.8, 2.4),
    "seam: capital": (-1.0, -1.6, -3.5),
    "seam: capitals change": (-0.5, -3.0, -1.5),
    "seam: capitals go on": (-0.5, 1.2, -1.0),
    "seam: a sentence begins": (0.0, -1.0, -0.5),
    "seam: closed": (-0.5, -0.3, -2.3),
    "seam: gap": (-1.4, -4.2, -1.3),
    "seam: inside quotes": (0.0, -0.7, 0.9),
    "seam: longer": (-0.9, -1.5, -4.3),
    "seam: number": (0.0, 0.9, 0.6),
    "seam: open": (0.2, 3.0, 1.1),
    "seam: points": (0.0, -5.0, 0.5),
    "seam: quote": (0.0, 2.3, 0.2),
    "seam: small letter": (0.0, 4.2, 5.2),
    "seam: small word": (-0.4, 0.3, 0.5),
    "seam: told below": (0.0, 4.0, 0.5),
    "seam: up-style begins": (0.0, 0.9, -0.2),
    "seam: up-style ends": (-0.1, -1.5, -0.9),
    "seam: up-style goes on": (-0.2, -0.6, 0.5),
    "sentences": (-1.7, -0.8, -0.5),
    "score": (3.0, -4.0, 4.0),
    "series": (7.0, -2.3, -1.5),
    "series and name": (2.7, -2.2, -0.5),
    "seven words": (-0.4, 1.5, 2.2),
    "slug": (3.0, -2.3, 0.0),
    "speaker": (-0.3, 2.9, -1.3),
    "topic": (3.5, -1.4, 0.0),
    "topic in capitals": (0.9, -0.6, 0.0),
    "two words": (-0.2, -3.3, -4.3),
    "years of a life": (0.0, -3.0, 6.0),
    "up-style": (1.6, 0.3, -0.7),
}
