"""Checks of the attendees: is the name in the article, is the role beside it, and was the person there?"""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.checks.case import Case, squeeze
from summarizer.schema import Attendee

_END = re.compile(r"[。！？!?\n]|(?<=[a-z]{4})\.\s|(?<=[0-9])\.\s")
# Behind a name: what is spoken of is the person's words or an earlier visit, not the person in the room.
_WORDS_ZH = "(?:系列)?(?:重要)?(?:讲话|指示|批示|论述|文章|思想|回信|贺信|来信|要求|精神)"
_ONLY_AFTER_ZH = re.compile(
    "^(?:同志)?(?:总书记|主席|总理|省长|书记|市长|部长|主任)?(?:同志)?(?:近日|日前|此前|上月|上周|去年|前不久)?"
    f"(?:(?:在|来|赴|到|视察|考察)[^，。；]{{0,40}}?(?:时|上|中|期间)?(?:的|发表的|所作的|作出的){_WORDS_ZH}"
    f"|(?:对|就|关于|给|致)[^，。；]{{0,40}}?{_WORDS_ZH}|的?{_WORDS_ZH}|(?:新时代|生态文明|经济|外交|法治|强军|文化)思想"
    "|(?:在)?《|此前|曾|生前|因[^，。]{0,8}(?:请假|缺席|未)|(?:请假|缺席|未能?出席|未能?参加|未到会)"
    "|[^，。；]{0,6}(?:书面|来函|致函|电话|来信))"
)
_ONLY_BEFORE_ZH = re.compile(
    "(?:学习贯彻|学习|贯彻落实|贯彻|传达学习|传达|落实|按照|根据|围绕|遵照|牢记|纪念|缅怀|已故|受|以|《)[^，。；、]{0,6}$"
)
# Other names of a list, a title, and why or when someone was away, may stand between a name and its absence.
_ABSENT_ZH = re.compile(
    "^(?:同志|先生|女士|委员|代表|等)?(?:(?:、|和)[^，。；、的]{2,8}?)*(?:[（(][^（）()]*[）)])?(?:(?:因|由于|当[天日时]|[今昨]天|也|均|都|则|两人|[二三四]人|向[^，。；]{1,6})[^，。；的]{0,8}?)?"
    "(?:请假|缺席|未出席|未能出席|未参加|未能参加|未到会|没有出席|没有参加)(?!的)"
)
# What stands inside one clause: a point or comma of a title, an initial or a number ends none.
_INSIDE_EN = r"(?:[^,.;]|,(?=\d)|\.(?=\d)|(?i:\b(?:dr|mr|ms|mrs|prof|[a-z])\.))"
_ABSENT_EN = re.compile(
    rf"^(?!['’]s\b)(?:, who\b{_INSIDE_EN}{{0,120}},)?[^.;]{{0,60}}?\b(?:did not attend|didn't attend|was absent|were absent|was excused|were excused|could not attend|was not present|"
    r"was not at|missed the meeting|sent regrets|not attending)\b"
)
# What makes a name another's attribute or a relative clause's object, not the one of whom the verb tells.
_OBJECT_EN = re.compile(
    r"\b(?:of|by|with|to|from|for|than|without|about|like|succeed|replace|represent\w*)\s+(?:(?:dr|mr|ms|mrs|prof)\.\s+)?(?:[A-Z]\w+\s+)?$",
    re.IGNORECASE,
)
_RELATIVE_EN = re.compile(rf",\s+(?:who|whom|whose|which|that)\b{_INSIDE_EN}*$", re.IGNORECASE)
_ONLY_AFTER_EN = re.compile(
    r"^(?:'s|,)? (?:(?:said |told \w+ )?(?:\w+ ){0,2}in an? (?:\w+ )?(?:statement|letter|e-?mail|interview|filing|memo|article|blog post|text message)|by (?:phone|e-?mail|video)|wrote (?:in|to)|had (?:earlier )?(?:said|written|visited|proposed|urged)|who (?:died|retired|left)|an? (?:\w+ )?(?:analyst|economist|professor|researcher|historian|commentator)|"
    r"last (?:month|week|year)|'s (?:speech|letter|memo))"
)
_ONLY_BEFORE_EN = re.compile(
    r"(?:the late|a letter from|a statement by|written by|named after|a memo from|successor to|appointed by|sued) (?:\w+ ){0,2}$"
)
# Named for a post, given leave, or dead: spoken of by those who met.
_NAMED_ZH = re.compile(
    "(?:任命|免去|补选|增选|推选|选举|选派|聘任|提名|批捕|逮捕|判处|追授|悼念|缅怀)[^，。；]{0,30}$"
)
_NAMED_EN = re.compile(
    r"\b(?:appoint(?:ed|ing)?|name[ds]?|naming|hire[ds]?|hiring|elect(?:ed|ing)?|nominate[ds]?|promote[ds]?|replac(?:e|ed|ing)|succeed(?:s|ed)?|"
    r"fired?|oust(?:ed)?|indict(?:ed)?|convict(?:ed)?|sentenced?) (?:(?:dr|mr|ms|mrs|prof)\. )?$",
    re.IGNORECASE,
)
_DEAD = re.compile(
    "^(?:同志|先生|女士)?[^。；]{0,12}(?:逝世|去世|病逝|辞世|医治无效|遗体)|^,? (?:who )?(?:died|passed away)\\b"
)
# Without one of these an article tells of no meeting, and whoever speaks in it attended none.
_EVENT = re.compile(
    "会议|大会|全会|例会|年会|[谈进布介报动员论坛听证]会|开幕|闭幕|仪式|签约|签署|调研|考察|视察|出席|列席|主持|参加|与会|论坛|会见|会谈|开庭|庭审|合议庭|宣判|"
    r"\b(?:meeting|session|hearing|conference|ceremony|forum|summit|rally|gathered|attend\w*|vote[ds]?|council|board|court|trial|visit\w*|talks|"
    r"opening|debate|panel|directors|judges?|jury)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"[、，,和及与/（）()\s]|\band\b")


def check_people(case: Case) -> None:
    """Check names, roles and presence of all attendees."""
    seen: set[str] = set()
    for index, attendee in enumerate(case.summary.attendees):
        path = f"summary.attendees[{index}]"
        key = squeeze(attendee.name)
        if key in seen:
            case.add("name-repeated", "warning", path, name=attendee.name)
        seen.add(key)
        places = occurrences(case, attendee.name)
        if not places:
            _check_missing(case, path, attendee)
            continue
        spans = case.spans(*places[0])
        if _is_byline(case, attendee.name, places):
            case.add("byline", "error", f"{path}.name", spans, name=attendee.name)
            continue
        _check_presence(case, path, attendee, places)
        if attendee.role:
            _check_role(case, f"{path}.role", attendee, places)


def occurrences(case: Case, name: str) -> list[tuple[int, int]]:
    """Return where a name stands in the article's text; blanks and breaks inside it don't matter."""
    letters = [re.escape(char) for char in name if not char.isspace()]
    if not letters or len(letters) > 80:
        return []
    if name.isascii():
        pattern = r"\b" + r"\s+".join(map(re.escape, name.split())) + r"\b"
    else:
        pattern = r"\s*".join(letters)
    return [found.span() for found in re.finditer(pattern, case.source.folded, re.IGNORECASE)]


def _check_missing(case: Case, path: str, attendee: Attendee) -> None:
    if _is_byline(case, attendee.name, []):
        case.add("byline", "error", f"{path}.name", name=attendee.name)
        return
    parts = [part for part in re.split(r"[\s·.]+", attendee.name) if len(part) > 1]
    known = bool(parts) and all(part.lower() in case.words for part in parts) and len(parts) > 1
    code, severity = ("name-form", "warning") if known else ("name-absent", "error")
    case.add(code, severity, f"{path}.name", name=attendee.name)  # type: ignore[arg-type]


def _is_byline(case: Case, name: str, places: list[tuple[int, int]]) -> bool:
    """Tell whether a name stands in the byline or credit, and in the text at most as the reporter's."""
    signed = squeeze((case.article.byline or "") + "|" + (case.article.credit or ""))
    if squeeze(name) not in signed:
        return False
    reporter = re.compile(r"(?:记者|通讯员|文/|摄|摄影|by)\s*(?:[^，。\s]{2,4}\s*){0,3}$", re.IGNORECASE)
    return all(reporter.search(case.source.folded[max(0, start - 20) : start]) for start, _ in places)


def _check_presence(case: Case, path: str, attendee: Attendee, places: list[tuple[int, int]]) -> None:
    if attendee.presence == "absent":
        return
    text = case.source.folded
    absent = [p for p in [*places, *_surnames(case, attendee.name)] if _away(text, *p)]
    if absent:
        case.add("stated-absent", "error", f"{path}.presence", case.spans(*absent[0]), name=attendee.name)
    elif (
        not _EVENT.search(text)
        or any(_DEAD.search(text[end : end + 40]) for _, end in places)
        or all(_only_mentioned(text, start, end) for start, end in places)
    ):
        case.add("not-present", "warning", path, case.spans(*places[0]), name=attendee.name)


def _away(text: str, start: int, end: int) -> bool:
    """Tell whether what is said behind a name is that this person was absent."""
    after = text[end : end + 200]
    if _ABSENT_ZH.match(after):
        return True
    found = _ABSENT_EN.match(after)
    if not found or _OBJECT_EN.search(text[max(0, start - 30) : start]):
        return False
    # The president, who hired Ashworth, did not attend: behind the comma the sentence is back with its subject.
    return "," not in found[0] or not _RELATIVE_EN.search(text[max(0, start - 120) : start])


def _surnames(case: Case, name: str) -> list[tuple[int, int]]:
    """Return where an English name stands by its last part alone, if no other attendee has that."""
    last = _last(name)
    shared = sum(1 for a in case.summary.attendees if _last(a.name) == last) > 1
    return [] if shared or not name.isascii() or last == name else occurrences(case, last)


def _last(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1] if name.split() else name


def _matches(chinese: re.Pattern[str], english: re.Pattern[str], text: str) -> bool:
    return bool(chinese.search(text) or english.search(text))


def _only_mentioned(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 40) : start], text[end : end + 80]
    return (
        _matches(_ONLY_BEFORE_ZH, _ONLY_BEFORE_EN, before)
        or _matches(_ONLY_AFTER_ZH, _ONLY_AFTER_EN, after)
        or _matches(_NAMED_ZH, _NAMED_EN, before)
    )


def _check_role(case: Case, path: str, attendee: Attendee, places: list[tuple[int, int]]) -> None:
    role = re.sub(r"[（(][^（）()]*[）)]", "", attendee.role or "")
    spans = case.spans(*places[0])
    parts = [part for part in re.split(r"[、，,;；]|\band\b", role) if part.strip()]
    whole = [part for part in parts if _stands(case, part)]
    made = [end for part in parts if part not in whole and (end := _composed(case, part))]
    if len(whole) + len(made) < len(parts):
        case.add("role-absent", "error", path, spans, role=role, name=attendee.name)
        return
    if any(_beside(case, part, place, attendee.name) for part in [*whole, *made] for place in places):
        return
    other = _owner(case, whole[0], attendee.name) if whole and squeeze(whole[0]) in case.plain else None
    if other:
        case.add("role-of-another", "error", path, spans, role=role, name=attendee.name, other=other)
    else:
        case.add("role-not-beside", "warning", path, spans, role=role, name=attendee.name)


def _composed(case: Case, role: str) -> str | None:
    """Return the last piece of a role that an editor put together from the article (市人大常委会 + 副主任),
    else None."""
    rest, pieces = squeeze(role), 0
    last = None
    while rest and pieces < 4 and not role.isascii():
        size = next((n for n in range(len(rest), 1, -1) if rest[:n] in case.plain), 0)
        if size == 0:
            return None
        last, rest, pieces = rest[:size], rest[size:], pieces + 1
    return last if not rest else None


def _stands(case: Case, role: str) -> bool:
    """Tell whether the article has a role: word for word, or in English all its words ("members … board")."""
    return squeeze(role) in case.plain or (role.isascii() and _worded(case.words, role))


def _worded(text: str, role: str) -> bool:
    found = [word for word in re.findall(r"[a-z]{3,}", role.lower()) if word not in {"the", "and", "for"}]
    return bool(found) and all(re.search(rf"\b{word}", text) for word in found)


def _beside(case: Case, role: str, place: tuple[int, int], name: str) -> bool:
    """Tell whether a role stands in the sentence of a name, with only other names of its list between
    them."""
    text, (start, end) = case.source.folded, place
    low = max((m.end() for m in _END.finditer(text, max(0, start - 200), start)), default=max(0, start - 200))
    stop = _END.search(text, end, min(len(text), end + 200))
    high = stop.start() if stop else min(len(text), end + 200)
    before, after = squeeze(text[low:start]), squeeze(text[end:high])
    wanted = squeeze(role)
    at = before.rfind(wanted)
    if at >= 0 and _is_list(case, before[at + len(wanted) :], name):
        return True
    if (
        role.isascii()
        and _worded(text[low:high].lower(), _last(role))
        and not _taken(case, text[low:high], role, name)
    ):
        return True
    at = after.find(wanted)
    if at > 0 and not role.isascii() and _is_list(case, after[:at], name):
        return True
    return 0 <= at <= (40 if text[start:end].isascii() else 12) and not _holds_name(case, after[:at], name)


def _taken(case: Case, sentence: str, role: str, name: str) -> bool:
    """Tell whether the role stands right before the name of another attendee, one of another role."""
    last = re.escape(_last(role).lower())
    low = sentence.lower()
    mine = next((a.role for a in case.summary.attendees if a.name == name), None)
    others = [a.name.lower() for a in case.summary.attendees if a.name != name and a.role != mine]
    return any(re.search(rf"\b{last},? {re.escape(other)}", low) for other in others)


def _is_list(case: Case, between: str, name: str) -> bool:
    """Tell whether what stands between a role and a name is nothing, a few letters, or other names."""
    if len(between) <= 2:
        return True
    rest = between
    for attendee in case.summary.attendees:
        if attendee.name != name:
            rest = rest.replace(squeeze(attendee.name), "、")
    pieces = [piece for piece in _LINK.split(rest) if piece]
    if not pieces or (len(pieces) == 1 and len(pieces[0]) <= 10):
        return True
    if any(len(piece) > 4 for piece in pieces) and not between.isascii():
        return False
    return (len(pieces) == 1 and len(pieces[0]) <= 20) or (
        "、" in between and all(len(p) <= 4 for p in pieces)
    )


def _holds_name(case: Case, text: str, name: str) -> bool:
    return any(squeeze(a.name) in text for a in case.summary.attendees if a.name != name)


def _owner(case: Case, role: str, name: str) -> str | None:
    """Return the attendee beside whom a role stands."""
    for attendee in case.summary.attendees:
        if attendee.name != name and any(
            _beside(case, role, place, attendee.name) for place in occurrences(case, attendee.name)
        ):
            return attendee.name
    return None
