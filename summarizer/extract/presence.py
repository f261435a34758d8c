"""What the words around a name say of a person's part: presiding, speaking, there, absent, or only named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from summarizer.extract import tables_en, tables_zh
from summarizer.extract.mention import Mention
from summarizer.extract.segments import Segment, clauses, is_data
from summarizer.schema import Presence
from summarizer.splitter.page import Language

ATTENDING: tuple[Presence, ...] = ("chair", "speaker", "present", "online", "signatory")
Part = Presence | Literal["mentioned", "unsure"]


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article; `part` is what the words around the name say, `evidence` those words."""

    id: str
    mention: Mention
    part: Part
    evidence: tuple[Segment, ...]

    @property
    def open(self) -> bool:
        """Whether the rules leave in doubt that it is a name, or what part it played."""
        return self.part == "unsure" or (self.mention.weak and self.part != "mentioned")

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.mention.name


_TABLES = {"zh": tables_zh, "en": tables_en}
_ORDER: tuple[Part, ...] = ("mentioned", "absent", "online", "chair", "signatory", "present", "speaker")
# An event that people take part in. Without one nobody attends anything.
_EVENT = {
    "zh": re.compile(
        r"会议|[大商谈委务全东例进讨告布证思悼介流享表谊茶年询审论诗酒舞见晚绍究班]会|论坛|培训班|"
        r"仪式|活动|庭审|合议庭|调研|考察|会见|会谈|慰问|走访|督导|开庭|宣判"
    ),
    "en": re.compile(
        r"\b(?:meeting|voted|vote|council|board|hearing|session|court|jury|trial|ceremony|summit|"
        r"briefing|news conference|debate|presided|inauguration|visited|town hall|rally|panel)\b",
        re.I,
    ),
}
_GATHERED = {
    "zh": re.compile(
        r"召开|举行|主持|出席|参加|列席|闭幕|开幕|签署|签约|开庭|审理|组成|陪同|在主席台|与会|会见|见证|座谈"
    ),
    "en": re.compile(
        r"\b(?:voted?|presided|chaired|attend\w*|told the|ruled|held|meeting|hearing|majority|"
        r"opposed|signed|ceremony|briefing|joined)\b",
        re.I,
    ),
}


# "出席会议的有：…": the list comes after the word that says what its people do.
_ROLL_CALL = re.compile(
    r"(?:出席|参加|列席|就座|陪同|到会|与会)[^，。；：]{0,12}(?:有|包括|为|是|：)|合议庭[^，。；：]{0,4}(?:由|成员)"
)
# Who was elected or appointed is told of in a list of names; who of them was there is told elsewhere.
_ELECTED = re.compile(r"(?:选举|当选|任命|免去|补选|增选|聘任|接受[^，。；]{0,24}辞)[^。；]*$")
_DEAD = {
    "zh": "[^，。；]{0,12}(?:，[^，。；]{0,16}){0,3}(?:逝世|去世|病逝|辞世|与世长辞|的遗体|遗像)",
    "en": r"(?:, [^,.;]{1,60},)?(?: who)?(?: has)? (?:died|drowned|was killed|was found dead)\b",
}
# ", whose review had urged it, was not called": what is hers acted, not she.
_WHOSE = re.compile(r"^, whose [^,.]*,")
# "正在省城参加培训", "因身在境外": not here; "的学生": somebody else acts; "发来贺信": only the letter came.
_ELSEWHERE = re.compile(
    "正在[^，。；]{1,8}(?:参加|执行|学习|出差|考察|访问|治疗|培训|开会|休养)|因身?在[外境国海省京北]"
)
_KIN = re.compile("的?(?:学生|弟子|女儿|儿子|妻子|丈夫|父亲|母亲|家属|遗孀|孙子|孙女|老伴|秘书)")
_SENT = re.compile("(?:送来|发来|送上|寄来)[^，。；]{0,6}(?:祝福|贺信|贺词|感言|祝贺|问候)")
_PAST_OFFICE = re.compile("一审|原审|前任|时任|首任|原[^，。；]{0,2}(?=[市省县区局厅部委书主])")
_EXPERT, _RULING = re.compile("专家|学者|教授|研究员|分析师"), re.compile("合议庭|审判长|宣判|维持原判|改判")
# What had happened before is no part in this meeting.
_EARLIER = re.compile(r"^,? had (?!to\b|been found)[a-z]+")
_DEATH_OF = r"\b(?:death|killing|murder|funeral|memory|loss) of (?:[\w.]+ ){0,4}"


def has_event(text: str, language: Language) -> bool:
    """Tell whether the article is of something that people attend."""
    return bool(_EVENT[language].search(text)) and bool(_GATHERED[language].search(text))


def judge(text: str, mentions: list[Mention], rows: list[Segment], language: Language) -> list[Person]:
    """Return the people of an article with their parts, in the order in which they are first recognised."""
    event = has_event(text, language)
    people: list[Person] = []
    for mention in mentions:
        parts: list[tuple[Part, Segment]] = []
        for place in _places(text, mention, language):
            row = next((s for s in rows if s.start <= place < s.end), None)
            if row is not None and not is_data(text, place):
                length = (
                    len(mention.name)
                    if text.startswith(mention.name, place)
                    else len(mention.name.split()[-1])
                )
                parts.append((_part(text, place, place + length, row, language), row))
        if not parts:
            continue
        part = _settle([p for p, _ in parts]) if event and not _dead(text, mention, language) else "mentioned"
        if part == "unsure" and language == "zh" and _elsewhere(text, mention):
            part = "mentioned"
        evidence = tuple(
            dict.fromkeys(row for p, row in parts if p == part or part in {"unsure", "mentioned"})
        )[:3]
        people.append(Person(f"p{len(people) + 1}", mention, part, evidence))
    return _shared(text, people)


def _elsewhere(text: str, mention: Mention) -> bool:
    """Tell whether an office is of another time, or that of an expert who comments a ruling from outside."""
    role = mention.role or ""
    return bool(_PAST_OFFICE.match(role) or (_EXPERT.search(role) and _RULING.search(text)))


def _dead(text: str, mention: Mention, language: Language) -> bool:
    name = re.escape(mention.name)
    if language == "en" and re.search(_DEATH_OF + name, text):
        return True
    return bool(re.search(name + _DEAD[language], text))


def _shared(text: str, people: list[Person]) -> list[Person]:
    """Those of a list took the part that one of them is known to have taken."""
    result = list(people)
    for step in (1, -1):
        for i in range(len(result))[::step]:
            j = i - step
            if (
                not 0 <= j < len(result)
                or result[i].part != "unsure"
                or result[j].part in {"unsure", "chair", "absent"}
            ):
                continue
            first, second = sorted((result[i].mention, result[j].mention), key=lambda m: m.start)
            between = text[
                first.end : second.role_start
                if second.role_start and second.role_start >= first.end
                else second.start
            ]
            if re.fullmatch(
                r"[、和]|，|(?: (?:of|from|for) (?:the )?[A-Z][\w’' ]{2,30}?)?(?:, | and |, and )", between
            ):
                result[i] = replace(
                    result[i], part="present" if result[j].part == "speaker" else result[j].part
                )
    return result


def _places(text: str, mention: Mention, language: Language) -> list[int]:
    """Offsets of all mentions; in English the family name alone counts too, where no other person has it."""
    found = [m.start() for m in re.finditer(re.escape(mention.name), text)] or [mention.start]
    if language == "en":
        family = mention.name.split()[-1]
        alone = re.finditer(rf"(?<![\w-]){re.escape(family)}(?![\w-])", text)
        inside = {p + mention.name.rfind(family) for p in found}
        found += [
            m.start()
            for m in alone
            if m.start() not in inside
            and not re.search(r"[A-Z][\w.'’-]+[\"”]? $", text[max(0, m.start() - 30) : m.start()])
        ]
    return found


def _settle(parts: list[Part]) -> Part:
    for wanted in ("chair", "absent", "online", "signatory", "speaker", "present"):
        if wanted in parts:
            return wanted
    return "mentioned" if "mentioned" in parts else "unsure"


def _part(text: str, start: int, end: int, row: Segment, language: Language) -> Part:
    tables = _TABLES[language]
    cues: list[tuple[int, int, Part]] = []
    after = text[end : row.end]
    if language == "en":
        after = _WHOSE.sub("", after.split(";")[0])
    for part, words in _cue_table(language):
        for word in words:
            found = _find(after, word, language)
            if found >= 0:
                cues.append((found, -len(word), part))
    before_start = max(row.start, _clause_start(text, start, row, language))
    before = text[before_start:start]
    if language == "en" and _EARLIER.match(after):
        return "mentioned"
    if language == "en" and re.search(r"\bin place of\b", before) and any(p == "online" for _, _, p in cues):
        return "online"
    for word in tables.MENTIONED:
        if _find(before, word, language) >= 0 and len(before) - before.rfind(word) < 40:
            return "mentioned"
    if language == "en":
        for part, words in _cue_table(language):
            for word in words:
                found = _find(before, word, language)
                if found >= 0:
                    cues.append((len(before) - found + 8, -len(word), part))
    elif re.search(r"由[^，。；]{0,30}$", before) and re.match("[^，。；]{0,6}主持", after):
        return "chair"
    elif re.search(r"由[^，。；]{0,30}$", before) and re.match("代表|代为|宣读|参加|出席", after):
        return "present"
    elif _ELSEWHERE.match(after):
        return "absent" if not any(p == "online" for _, _, p in cues) else "online"
    elif (
        _KIN.match(after)
        or (any(p == "online" for _, _, p in cues) and _SENT.search(after))
        or (re.search(r"受[^，。；]{0,20}$", before) and re.match("(?:同志)?[的之]?委托", after))
        or _ELECTED.search(text[row.start : start])
    ):
        return "mentioned"
    elif _ROLL_CALL.search(text[row.start : start]):
        return "present"
    if not cues:
        return "unsure"
    part = min(cues)[2]
    if part == "absent" and any(p == "online" for _, _, p in cues):  # "因航班取消，以视频形式发言"
        return "online"
    if (
        part in {"speaker", "present"}
        and language == "en"
        and any(_find(after, w, "en") >= 0 for w in tables_en.FROM_AFAR)
    ):
        return "mentioned"
    return part


def _find(text: str, word: str, language: Language) -> int:
    if language == "zh":
        return text.find(word)
    match = re.search(rf"(?<![a-z]){re.escape(word)}", text, re.I)
    return match.start() if match else -1


def _cue_table(language: Language) -> tuple[tuple[Part, tuple[str, ...]], ...]:
    t = _TABLES[language]
    return (
        ("chair", t.CHAIR),
        ("speaker", t.SPEAKER),
        ("present", t.PRESENT),
        ("online", t.ONLINE),
        ("absent", t.ABSENT),
        ("signatory", t.SIGNATORY),
        ("mentioned", t.MENTIONED),
    )


def _clause_start(text: str, place: int, row: Segment, language: Language) -> int:
    for clause in clauses(text, row, language):
        if clause.start <= place < clause.end:
            return clause.start
    return row.start
