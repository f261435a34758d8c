"""English names: capitalised words with an office beside them, a verb of speech, or a list around them."""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.extract.mention import Mention
from summarizer.extract.tables_en import NOT_FIRST, NOT_PERSON, OFFICES_AND_NAMES, TITLES

_UP, _LOW = "[A-Z\u00c0-\u00de\u0141\u015a\u0160\u017d\u010c\u0130]", "[a-z\u00df-\u017f]"
_WORD = rf"(?:{_UP}{_LOW}+(?:{_UP}{_LOW}+)?|{_UP}['’]{_UP}{_LOW}+)"
_PART = rf"(?:{_WORD}(?:-{_WORD})*)"
# What stands in lower case between given and family name.
_PARTICLE = (
    "(?: (?:de|da|do|von|van|der|den|ter|al|el|bin|bint|ibn|ben|la|las|los|le|del|della|di|du|ten|dos|das|"
    "ap|zu|af|"
    "y)){0,2}"
)
_FAMILY = rf"{_PARTICLE} (?:St\. )?{_PART}"
_INITIALS = r"(?<!\.)(?!U\. ?[SNK]\.|E\.U\.|D\.C\.|[AP]\.M\.)[A-Z]\.(?: ?[A-Z]\.){0,2}"
_MIDDLE = rf"(?: (?:[A-Z]\.){{1,2}}| [\"“]{_UP}{_LOW}+[\"”])?"
_NAME = re.compile(
    rf"(?<![\w'’-])(?:{_INITIALS}|{_PART}{_MIDDLE}){_FAMILY}"
    rf"(?: (?!(?:Jr|Sr)\b){_PART}){{0,3}}(?: (?:Jr|Sr)\.)?(?![\w-])"
)
_HONORIFIC = re.compile(
    r"(?:Coach|Prosecutor|Analyst|Investigator|Attorney|Engineer|Professor|Economist|Principal|"
    r"Treasurer|Clerk|Sheriff|Commander|General|Colonel|Major|Sergeant|Lieutenant|Detective|"
    r"Mother|Brother|Seaman|Able Seaman|Petty Officer|Surgeon Captain|Lt\.|Cmdr\.|Adm\.|"
    r"Capt\.|Sgt\.|Maj\.|Gen\.|Col\.|Cpl\.|"
    r"Sub-Lieutenant|Admiral|Corporal|Private|Constable|"
    r"Inspector|Officer|Bishop|Archbishop|Father|Sister|Sen\.|Rep\.|Gov\.|Councillor|Councilor|"
    r"Alderman|Trustee|Secretary|Ambassador|Premier|Chief|Sir|Dame|Lord|Lady|Mr\.?|Mrs\.?|Ms\.?|Miss|"
    r"Dr\.?|Prof\.?|Professor|Rev\.?|Justice|Judge|Captain|Mayor|Senator|Governor|President|Chairman|"
    r"Chancellor|Councilman|Councilwoman|Superintendent|Commissioner|Director|Prime Minister|"
    r"Minister|Premier) "
)
_TITLE_BEFORE = re.compile(
    rf"((?:[\w’'&.-]+ ){{0,4}}?(?<![A-Za-z])(?:{TITLES}))[,:]? (?:(?:Sir|Dame|Dr\.|Mr\.|Mrs\.|Ms\.) )?$", re.I
)
# What no office begins with.
_NO_OFFICE = (
    "who|which|had|has|have|was|were|is|will|would|did|and|but|or|as|while|after|when|where|in|on|at|by|"
    "from|to|with|"
    "for|said|says|[a-z]+ed"
)
_APPOSITION = re.compile(
    r"^ of (?:the )?[A-Z][\w’']+(?: [A-Z][\w’']+){0,3}(?=[,.;]| and )|"
    r"^(?:,[”\"]?|[”\"],?) (?:who (?:chairs|heads|leads|runs|directs) [^,.;]{3,50}|"
    r"(?:an?|the|its|their|his|her|of) [^,.;]{3,60}|"
    rf"(?!(?:{_NO_OFFICE})\b)[a-z][^,.;]{{3,50}}(?: of | at | for )[^,.;]{{2,40}})(?=[,.;])"
)
_SAYS = re.compile(
    r"^,? (?:said|says|told|wrote|who|added|called|argued|explained|asked|voted|cast|joined|"
    r"abstained|presided|and|is|was|did|read|testified|cited|"
    r"in (?:opposition|favou?r|dissent))\b|^(?:,|\.| and\b)"
)
_SAID = re.compile(
    r"(?:said|says|told|asked|joined|joining|joined by|added|by|with|from|members?|and|were|including|[Jj]oining|,) $"
)

_OFFICES = frozenset(
    word.strip("\\.?").lower().rstrip("s?") for title in TITLES.split("|") for word in title.split()
)

_LISTED = re.compile(r"(?:, | and |, and )")


def find_mentions(text: str) -> list[Mention]:
    """Return the full names of an English text in order, each at the place that says most of its office."""
    found: dict[str, Mention] = {}
    for match in _NAME.finditer(text):
        mention = _mention(text, match)
        if mention is None:
            continue
        known = found.get(mention.name)
        if known is None or (known.role is None and mention.role) or (known.weak and not mention.weak):
            found[mention.name] = mention
    return _inherit(text, sorted(found.values(), key=lambda m: m.start))


def _mention(text: str, match: re.Match[str]) -> Mention | None:
    start, end = match.span()
    while (title := _HONORIFIC.match(text, start, end)) is not None:
        start = title.end()
    words = text[start:end].split()
    while words and (words[0] in NOT_FIRST or (len(words) > 1 and _is_office(words[0]))):
        start += len(words.pop(0)) + 1
    # "Defence Secretary Harriet Lyle": what stands before an office belongs to it.
    while (
        place := next(
            (i for i in range(len(words) - 3, 0, -1) if _is_office(words[i], before_a_name=True)), 0
        )
    ) > 0:
        start += sum(len(word) + 1 for word in words[: place + 1])
        del words[: place + 1]
    # With its office gone a name may go on: "Councilor Yusuf | ibn Rashid".
    if start > match.start() and (whole := _NAME.match(text, start)) is not None and whole.end() > end:
        end, words = whole.end(), whole.group().split()
    if len(words) < 2 and (
        not words or not _HONORIFIC.search(text, match.start(), start) or text.count(words[0]) > 1
    ):
        return None
    if not words or any(re.sub(r"['’-].*", "", w) in NOT_PERSON for w in words):
        return None
    if words[0].isupper() and not words[0].endswith("."):
        return None
    before, after = text[max(0, start - 60) : start], text[end : end + 90]
    role, role_start = _role(before, after, start)
    sure = role is not None or bool(_SAYS.match(after) and _SAID.search(before))
    return Mention(text[start:end], start, end, role, role_start, weak=not sure)


def _is_office(word: str, *, before_a_name: bool = False) -> bool:
    """Tell whether a word is an office's; `before_a_name`, when it is no given or family name too."""
    return word.lower().rstrip("s") in _OFFICES and not (before_a_name and word in OFFICES_AND_NAMES)


def _role(before: str, after: str, start: int) -> tuple[str | None, int | None]:
    line = before.rsplit("\n", 1)[-1]
    title = _TITLE_BEFORE.search(line)
    if title is not None:
        role = re.sub(
            r"^.*(?:[.;:,\"”—] |\b(?:and|by|that|said|told|from|with|when|as|joined|while|of the|In|"
            r"On|but|to|for|was|were|is|are|also|place of|authori[sz]ed|named|appointed|hired) )",
            "",
            title.group(1),
        ).strip()
        role = re.sub(r"^(?:The|Its|Their|His|Her|the|its|their|his|her|some) ", "", role)
        if role:
            return role, start - len(line) + title.start(1) + title.group(1).rfind(role)
    apposition = _APPOSITION.match(after)
    if apposition is not None:
        return re.sub(r"^[, ]+(?:an? |the |its |their |his |her )?", "", apposition.group()).strip(), start
    honorific = _HONORIFIC.search(line, max(0, len(line) - 18))
    if (
        honorific
        and honorific.end() == len(line)
        and honorific.group().strip() not in {"Mr.", "Mrs.", "Ms.", "Miss", "Sir", "Dame"}
    ):
        return honorific.group().strip(), start - len(honorific.group())
    return None, None


def _inherit(text: str, mentions: list[Mention]) -> list[Mention]:
    """Names that follow one of a list ("members A, B and C") share its office."""
    result: list[Mention] = []
    for mention in mentions:
        last = result[-1] if result else None
        if last and last.role and mention.role is None and _LISTED.fullmatch(text, last.end, mention.start):
            role = last.role.removesuffix("s")
            if last.role != role:
                result[-1] = last = replace(last, role=role)
            result.append(replace(mention, role=role, role_start=last.role_start, weak=last.weak))
        else:
            result.append(mention)
    return result
