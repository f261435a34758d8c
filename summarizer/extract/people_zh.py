"""Chinese names, found by the office before them, by the list they stand in and by their family name."""

from __future__ import annotations

import re

from summarizer.extract.mention import Mention
from summarizer.extract.tables_zh import (
    COMPOUND_SURNAMES,
    FOLLOWERS,
    FOLLOWING_CHARS,
    JAPANESE_SURNAMES,
    JOINED,
    NOT_FIRST,
    NOT_IN_NAME,
    NOT_NAMES,
    SURNAMES,
    SYLLABLES,
    TITLES,
)

TITLE = re.compile("|".join(TITLES))
_IDEOGRAPH = re.compile(r"[\u4e00-\u9fff]")
_PUNCTUATION = "，、。；：！？（）()《》“”’—\n\t "
# Where a role begins at the latest: before these it says something else.
_ROLE_STOP = re.compile(
    r"[，。；：！？（）()《》“”\n\s]|[与和及对由向为的了请受在是以]|主持|任命|免去|选举|补选|汇报|"
    r"听取|通过|出席|参加|授予|委托|奖励|回忆起|提到|\d日|[上下]午|当天|昨天|今天"
)
_ROLE_LENGTH = 28
_LIST = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff]{2,4}、){1,40}[\u4e00-\u9fff]{2,6}")
# Names of other languages are written with a point between their parts.
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,7}(?:[·•・‧][\u4e00-\u9fff-]{1,9}){1,3}")
# What is said of a person right before the name.
_LEAD_IN = re.compile(
    "任命|免去|补选|增选|选举|推选|聘任|聘请|接受|追授|提名|会见|拜会|岁的|悼念|慰问|看望|握着|名叫|"
    "[打务]工的|退休的"
)
# Who speaks for a school or a firm is often printed with its name alone: "同济大学常玉舟、东南大学展昭宁".
_HOUSE = re.compile(
    "大学|学院|研究院|研究所|设计院|医院|中学|小学|公司|集团|博物馆|图书馆|协会|学会|商会|合作社|社区|村"
)
# "甲、乙等10名教师": whoever stands before it is a person, whatever the name looks like.
_AND_SO_ON = re.compile(
    "等(?:\\d{0,4}[名位人]|[一二三四五六七八九十]{0,3}[名位人])?(" + "|".join(TITLES) + ")"
)
_SPEAKS = re.compile("强调|指出|表示|要求|介绍|宣布|认为|告诉|透露|说[，：]|主持|讲话|致辞|出席")


def find_mentions(text: str) -> list[Mention]:
    """Return the names of a Chinese text in order, each at the first place where it was recognised."""
    found: dict[str, Mention] = {}
    for match in TITLE.finditer(text):
        _add(found, _behind_title(text, match))
    for match in _LEAD_IN.finditer(text):
        _add(found, _plain(text, match.end(), 3.5))
    for match in _HOUSE.finditer(text):
        _add(found, _of_house(text, match.end()))
    for mention in list(found.values()):
        for other in _list_after(text, mention):
            _add(found, other)
    for match in _LIST.finditer(text):
        for other in _bare_list(text, match, found):
            _add(found, other)
    for match in re.finditer(r"(?:(?<=[\n。，；：])|^)(?=[\u4e00-\u9fff])", text):
        _add(found, _speaker(text, match.end()))
    for match in _FOREIGN.finditer(text):
        _add(found, _foreign(text, match))
    return sorted(_without_parts(found), key=lambda m: m.start)


def _add(found: dict[str, Mention], mention: Mention | None) -> None:
    if mention is None:
        return
    known = found.get(mention.name)
    if known is None or (known.weak and not mention.weak) or (known.role is None and mention.role):
        found[mention.name] = mention


def _plain(text: str, start: int, least: float) -> Mention | None:
    best = best_name(text, start)
    if best is None or best[1] < least:
        return None
    return Mention(text[start : start + best[0]], start, start + best[0])


def _foreign(text: str, match: re.Match[str]) -> Mention | None:
    """Return a transliterated name, without the office and the verb that it is written together with."""
    start, end = match.span()
    first = min(place for mark in "·•・‧" if (place := text.find(mark, start, end)) >= 0)
    # The office may begin before the match, which is bounded.
    titles = [t for t in TITLE.finditer(text, max(0, start - 3), first) if t.end() >= start]
    role_start = None
    if titles:
        role_start, start = _role_start(text, titles[-1]), titles[-1].end()
    last = max(text.rfind(mark, start, end) for mark in "·•・‧") + 1
    for stop in range(last + 2, end):
        if _follow(text, stop) >= 2:
            end = stop
            break
    if last <= start or end - last < 1:
        return None
    role = text[role_start:start] if role_start is not None else None
    if titles and first - start < 1:
        return None
    return Mention(text[start:end], start, end, role, role_start, weak=end - start > 14)


def _without_parts(found: dict[str, Mention]) -> list[Mention]:
    """Leave out a weak name that is only a piece of another."""
    names = list(found)
    return [m for m in found.values() if not (m.weak and any(m.name != n and m.name in n for n in names))]


def _behind_title(text: str, title: re.Match[str]) -> Mention | None:
    # 领导和督促, 书记和市长: behind a title 和 joins; the family name 和 is far rarer.
    if text.startswith("和", title.end()):
        return None
    best = best_name(text, title.end())
    if best is None:
        return None
    length, score = best
    role_start = _role_start(text, title)
    end = title.end() + length
    name = text[title.end() : end]
    return Mention(name, title.end(), end, text[role_start : title.end()], role_start, weak=score < 4)


def best_name(text: str, start: int) -> tuple[int, float] | None:
    """Return length and score of the likeliest name at `start`; None where nothing looks like one."""
    if text[start - 1 : start].isdigit():
        return None  # 18.6万亩: 万 is a family name too, but not behind a digit
    scored = [(s, n) for n in (2, 3, 4, 5, 6) if (s := _score(text, start, n)) >= 2.5]
    if not scored:
        return None
    score, length = max(scored, key=lambda pair: (pair[0], -pair[1]))
    return length, score


def _score(text: str, start: int, length: int) -> float:
    """0 for no name; from 4 on it has a family name and what follows it fits."""
    name = text[start : start + length]
    if len(name) < length or not all(_IDEOGRAPH.match(c) for c in name):
        return 0
    spelt = length > 2 and all(c in SYLLABLES for c in name)
    if length > 4 and not spelt:
        return 0
    compound = name[:2] in COMPOUND_SURNAMES or (length > 2 and name[:2] in JAPANESE_SURNAMES)
    given = name[2:] if compound else name[1:]
    family = compound or name[0] in SURNAMES
    if not family and not spelt and name[0] in NOT_FIRST:
        return 0
    if (any(c in NOT_IN_NAME for c in _told(given)) and not spelt) or (not family and name[0] in NOT_IN_NAME):
        return 0
    if (
        name[-1] in "说称指讲问岛市县区镇村省案房厂局"
        or name in NOT_NAMES
        or name[:2] in NOT_NAMES
        or name[-2:] in NOT_NAMES
        or TITLE.search(name)
    ):
        return 0
    follow = _follow(text, start + length)
    score = follow - (2 if name[-1] in "以因" or (name[-1] == "同" and follow < 3) else 0)
    if spelt and (length > 3 or not family):
        score += 1.5
    elif compound:
        score += 2 if length > 2 else 0
    elif family:
        score += {2: 1.5, 3: 2, 4: -1}[length]
    elif length == 4:
        score -= 1
    if not compound and name[:2] in FOLLOWERS:
        return 0
    return score + (1 if score and text.count(name) > 1 else 0)


def _told(given: str) -> str:
    """Return a given name without the 之 that ends many (羲之): elsewhere it says that no name stands here."""
    return given[:-1] if len(given) == 2 and given[-1] == "之" else given


def _follow(text: str, end: int) -> float:
    after = text[end : end + 2]
    if not after or after[0] in _PUNCTUATION or after in FOLLOWERS:
        return 3
    if after[0] == "等":
        return 2.5
    if TITLE.match(text, end):
        return 2
    return 2 if after[0] in FOLLOWING_CHARS or after[0].isdigit() else 0


def _role_start(text: str, title: re.Match[str]) -> int:
    """Walk back over the office, its place and further offices joined to it by "、"."""
    start, low = title.start(), max(0, title.end() - _ROLE_LENGTH)
    while start > low:
        if text[start - 1] == "、":
            if not any(text.endswith(t, 0, start - 1) for t in TITLES):
                break
        else:
            window = text[max(0, start - 2) : start]
            if _ROLE_STOP.search(window, max(0, len(window) - 1)) or _ROLE_STOP.fullmatch(window):
                joined = _joined(text, start)
                if not joined:
                    break
                start -= joined
                continue
        start -= 1
    return start


def _joined(text: str, end: int) -> int:
    """Return how far back the name of an office reaches over the 和 that ends at `end`; 0 where it parts."""
    for name in JOINED:
        head = re.split("[和与]", name)[0]
        if text.startswith(name, end - 1 - len(head)) and end - 1 - len(head) >= 0:
            return len(head) + 1
    return 0


def _of_house(text: str, start: int) -> Mention | None:
    """Return the name right behind a school or firm, if it has a family name and ends where a name may end."""
    best = best_name(text, start)
    if best is None or best[0] < 3 or best[1] < 5 or _title_ahead(text, start):
        return None
    return Mention(text[start : start + best[0]], start, start + best[0], weak=True)


def _list_after(text: str, mention: Mention) -> list[Mention]:
    """Return the names that follow one in the same list, with its office."""
    found, position = [], mention.end
    while position < len(text) and text[position] in "、和":
        start = position + 1
        if _title_ahead(text, start):
            break
        best = best_name(text, start) or _whole_item(text, start)
        if best is None:
            break
        length, score = best
        name = text[start : start + length]
        found.append(
            Mention(name, start, start + length, mention.role, mention.role_start, mention.weak or score < 3)
        )
        position = start + length
    return found


# An item of a list, from one mark to the next.
_ITEM = re.compile("([\u4e00-\u9fff]{2,5})(?=[、，。；和及]|等)")


def _whole_item(text: str, start: int) -> tuple[int, float] | None:
    """Return length and a low score of what stands between two marks of a list of names."""
    item = _ITEM.match(text, start)
    if (
        item is None
        or any(c in NOT_IN_NAME for c in item[1])
        or item[1] in NOT_NAMES
        or TITLE.search(item[1])
    ):
        return None
    return len(item[1]), 2.5


def _title_ahead(text: str, start: int) -> bool:
    title = TITLE.search(text, start, start + _ROLE_LENGTH)
    return bool(title) and not re.search("[、，。；为]", text[start : title.start()] if title else "")


def _bare_list(text: str, match: re.Match[str], known: dict[str, Mention]) -> list[Mention]:
    """Return the names of a list without offices, if most of it looks like names."""
    found, position, likely = [], match.start(), 0
    parts = match.group().split("、")
    for part in parts:
        best = best_name(text, position)
        if best is None or (best[0] != len(part) and part is not parts[-1]):
            return []
        likely += part[0] in SURNAMES or part[:2] in COMPOUND_SURNAMES or part in known
        found.append(Mention(text[position : position + best[0]], position, position + best[0], weak=True))
        position += len(part) + 1
    title = _AND_SO_ON.match(text, found[-1].end)
    if title is not None and len(parts) > 1:
        return [Mention(m.name, m.start, m.end, title.group(1)) for m in found]
    if likely < 0.6 * len(parts):
        return []
    if len(parts) >= 3 and likely >= 0.75 * len(parts):
        return [Mention(m.name, m.start, m.end) for m in found]
    return found


def _speaker(text: str, start: int) -> Mention | None:
    """Return the name with which a clause begins, when it goes on with a verb of speaking or presiding."""
    for length in (3, 2, 4):
        if _SPEAKS.match(text, start + length) and _score(text, start, length) >= 4.5:
            return Mention(text[start : start + length], start, start + length, weak=True)
    return None
