"""How two lines of one paragraph join, and which blanks inside a line are not the writer's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer.text.fold import CJK

_ENDS = "\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
# One line as it was set; every line end that str.splitlines() knows ends it, form feeds included. PDFium joins a line
# that ends with a hyphen to the one below it, and leaves this non-character (older builds: \x02) in the hyphen's place.
LINE = re.compile(f"[^{_ENDS}\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
ROW = re.compile(f"[^{_ENDS}]+")  # one line as it stands in the text

_IDEOGRAPH = re.compile(f"[{CJK}]")
_HYPHENS = "-\u2010\u00ad\ufffe\x02"
SOFT = "\u00ad\ufffe\x02"
# Words whose hyphen survives the line break: the first half is a word or number of its own.
_COMPOUND = re.compile(
    r"(?:\d|\b(?:self|non|anti|pro|ex|co|re|pre|post|mid|half|well|ill|long|short|high|low|full|part|"
    r"all|cross|so|year|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|"
    r"twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|north|south|east|west|vice|mother|"
    r"father|son|daughter|brother|sister|runner|passer|state|world|third))$",
    re.IGNORECASE,
)


class Joint(NamedTuple):
    """What stands between two joined lines: `drop` characters fall off the first, then `glue` follows."""

    drop: int
    glue: str


# The large first letter of a paragraph, on a line of its own: the word goes on behind it. A and I may be words.
_INITIAL = re.compile(r"^[“\"‘]?[B-HJ-Z]$")
_CLOSE, _APART = Joint(0, ""), Joint(0, " ")


def joint(first: str, second: str, display: bool = False) -> Joint:
    """Return how line `first` (stripped) and line `second` (stripped) of one paragraph join.

    Lines for `display` are set without breaking words: a hyphen at their end is the writer's (Less- / Lethal Tools).
    """
    if not first or not second:
        return _CLOSE
    last, head = first[-1], second[0]
    if "\u4e00" <= last <= "\u9fff":  # the most common case, cheaply
        return _CLOSE
    if last in SOFT and len(first) > 1 and first[-2].isalnum() and head.isalnum():
        # a hyphen that is told only by its mark: between figures, or before a capital, it is the writer's
        return Joint(1, "" if first[-2].isalpha() and head.islower() and not display else "-")
    if last in _HYPHENS and len(first) > 1 and first[-2].isalnum() and head.isalnum():
        broken = head.islower() and first[-2].isalpha() and not _COMPOUND.search(first[-24:-1])
        return Joint(1 if broken and not display else 0, "")
    if _parts_number(first, second):
        return _CLOSE
    if last.isupper() and head.isalpha() and _INITIAL.search(first):
        return _CLOSE
    if _IDEOGRAPH.match(last) or _IDEOGRAPH.match(head):
        return _CLOSE
    if (last in "“‘" and head > "\u2e7f") or last in "—–/":
        return _CLOSE
    if head in "”’" and last > "\u2e7f":
        return _CLOSE
    return _APART


_BESIDE = 40  # characters on each side of a line break that show a Chinese text
_AT_END, _AT_HEAD = re.compile(r"\d[.．∶:]?$"), re.compile(r"\d|[.．∶:]\d|,\d{3}(?!\d)")
_OF_THOUSANDS, _GROUP = re.compile(r"(?<!\d)\d{1,3}(?:,\d{3})*,$"), re.compile(r"\d{3}(?!\d)")


def _parts_number(first: str, second: str) -> bool:
    """Tell whether a line break stands inside a number, as narrow Chinese columns have it: 52.1 / 8%, 218, / 460股.

    In English two numbers may stand side by side: on Jan. 3, / 100 people.
    """
    if not (second[0].isdigit() or second[0] in ".．,∶:%％‰℃"):
        return False
    if second[0] in "%％‰℃":
        return first[-1].isdigit()
    end = first[-_BESIDE:]
    if not (_IDEOGRAPH.search(end) or _IDEOGRAPH.search(second[:_BESIDE])):
        return False
    if _AT_END.search(end):
        return _AT_HEAD.match(second) is not None
    return _OF_THOUSANDS.search(end) is not None and _GROUP.match(second) is not None


# In Chinese a blank between an ideograph and a number, or inside a number, is the typesetter's (1, 234; 3. 5; 24 ∶21).
# Blanks between ideographs stay: headlines and signatures use them. In English the blank behind a comma or point is
# the writer's: July 4, 1976; on Jan. 3, 100 people.
_SEVERAL = r"(?<=[ \u00a0])[ \u00a0]+"  # of several blanks one is enough
_STRAY = re.compile(
    rf"(?<=[0-9０-９])[ \u00a0]+(?=[{CJK}%％℃‰])|(?<=[{CJK}])[ \u00a0]+(?=[0-9０-９])"
    r"|(?<=[0-9０-９][,，])[ \u00a0]+(?=[0-9０-９]{3}(?![0-9０-９]))|(?<=[0-9０-９][.．])[ \u00a0]+(?=[0-9０-９])"
    r"|(?<=[0-9０-９])[ \u00a0]+(?=[.．∶:][0-9０-９])|(?<=[0-9０-９][∶:：])[ \u00a0]+(?=[0-9０-９])"
    rf"|{_SEVERAL}"
)
_STRAY_LATIN = re.compile(rf"(?<=[0-9])[ \u00a0]+(?=[%‰])|{_SEVERAL}")
# … but the blank after a lead-in or before a bracket is a separator.
_SEPARATOR = re.compile(r"(?:[讯电]|[）)】])$")


def stray_blanks(line: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of blanks in `line` that a careful editor would close up."""
    if line.isascii() and "  " not in line and " %" not in line:
        return  # as nearly all lines of a Latin text
    for found in (_STRAY if _IDEOGRAPH.search(line) else _STRAY_LATIN).finditer(line):
        low, high = found.span()
        if not _SEPARATOR.search(line, max(0, low - 2), low):
            yield low, high
