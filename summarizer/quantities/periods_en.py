"""Parts of years and centuries in English: the third quarter of 2024, Q3, 3Q24, the first half, the 21st century."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.quantities.dates import full_year
from summarizer.quantities.dates_en import ORDINAL_WORDS, day_of_words
from summarizer.quantities.mention import Found

_FIRST = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_YEAR = (
    r"(?:(?:\s|\sof\s)(?:(?:the\s)?(?:fiscal|financial)\s(?:year\s)?|fy)?(?P<y>(?:19|20)[0-9]{2})(?![0-9]))?"
)
_QUARTER = re.compile(
    rf"(?P<o>{'|'.join(_FIRST)})(?:[\s-](?:fiscal|financial))?[\s-]quarter(?![a-z])(?!-?final){_YEAR}"
    rf"|(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)"
    rf"(?:(?![a-z0-9]){_YEAR.replace('?P<y>', '?P<y2>')}|(?P<y3>[0-9]{{2}})(?![a-z0-9]))"
)
_HALF = re.compile(
    r"(?:(?P<h>first|second|1st|2nd)[\s-]half|h(?P<h2>[12]))(?:\sof\s(?:the\s)?(?:(?:fiscal|financial)\s)?|\s)"
    r"(?:(?P<y>(?:19|20)[0-9]{2})(?![0-9])|(?<=\s)(?P<w>(?:this\s|last\s|next\s)?(?:year|century|decade)(?![a-z])))"
)
_CENTURY = re.compile(
    rf"(?:(?P<c>[12]?[0-9])(?:st|nd|rd|th)|(?P<w>{ORDINAL_WORDS}))"
    r"(?:[\s-]centur(?:y|ies)(?![a-z])(?!\s?(?:b\.?c|-?\s?fox))|(?=\s(?:and|or|to)\s(?:the\s)?[a-z0-9-]{3,14}\scenturies))"
)
# A quarter of a game is none of a year.
_GAME = re.compile(
    r"touchdown|field goal|intercept|rebound|pointer|-yard|halftime|half-time|scor(?:ed|ing)|quarterback|kickoff|"
    r"left in the|remaining in the|to play|\b(?:led|trailed|ahead|lead)\s(?:by\s)?[0-9]|"
    r"[0-9]-[0-9]{1,3}\s(?:lead|after|at)"
)


def match(text: str, cased: str, start: int) -> Found | None:
    """A quarter, a half year or a century that begins at `start`; None where there is none."""
    if (found := _QUARTER.match(text, start)) is not None:
        if found["o"] and _GAME.search(text, max(0, start - 80), found.end() + 60):
            return None
        if found["q"] and text.endswith(("audi ", "奥迪"), 0, start):
            return None
        quarter = _FIRST[found["o"]] if found["o"] else int(found["q"] or found["q2"])
        written = found["y"] or found["y2"] or found["y3"]
        year = f"{full_year(int(written)):04d}" if written else "XXXX"
        return Found(start, found.end(), "date", iso=f"{year}-Q{quarter}")
    if (found := _HALF.match(text, start)) is not None:
        if found["w"] and (found["h2"] or not found["w"].endswith("year")):
            return None
        end = found.end() if found["y"] else start + len(found["h"]) + 5
        half = _FIRST[found["h"]] if found["h"] else int(found["h2"])
        return Found(start, end, "date", iso=f"{found['y'] or 'XXXX'}-H{half}")
    if (found := _CENTURY.match(text, start)) is not None:
        place = text.find("centur", start, found.end())
        if place > 0 and cased[place].isupper() and not cased[place + 1].isupper():
            return None  # 20th Century Studios
        number = int(found["c"]) if found["c"] else day_of_words(found["w"])
        if 0 < number < 23:
            first = (number - 1) * 100
            return Found(start, found.end(), "date", iso=f"{first:04d}", upper=Decimal(first + 100))
    return None
