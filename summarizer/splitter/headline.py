"""The lines of a headline block: which are the headline, which stand above it (kicker) and below it (deck)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.splitter.lines import Line
from summarizer.text import View


@dataclass(slots=True)
class Arranged:
    """Lines of a headline block by their part in it."""

    above: list[Line]
    main: list[Line]
    below: list[list[Line]]

    def in_order(self) -> list[list[Line]]:
        """The parts that are there, in order: kicker, headline, each line of the deck."""
        return [part for part in (self.above, self.main, *self.below) if part]

    def headline(self, raw: str) -> str | None:
        """The headline, its lines joined."""
        return joined(raw, self.main)

    def kicker(self, raw: str) -> str | None:
        """The line above the headline."""
        return joined(raw, self.above)

    def deck(self, raw: str) -> list[str]:
        """The lines below the headline."""
        return [text for part in self.below if (text := joined(raw, part))]


def joined(raw: str, lines: list[Line]) -> str | None:
    """Return the text of `lines` as one paragraph, or None if there are none."""
    if not lines:
        return None
    view = View()
    view.paragraph(raw, [(line.start, line.end) for line in lines])
    return view.text


_DEEDS = (
    "(?:学习|传达|贯彻|通过|研究|部署|审议|听取|全力|打造|推动|推进|落实|强调|要求|选举|补选|表决|"
    "努力|奋力|加快|切实|深入|坚决|确保|共商|共话)"
)
_DEED = re.compile(_DEEDS)

# What a line of a Chinese headline block looks like: (pattern, as kicker, as first line of the headline, as deck).
_ZH = (
    # an event told in full: "…会议召开", "…发布…公报"
    (
        r".*(?:召开|举行|开幕|闭幕|揭牌|召开会议|会议召开|公报|座谈会|发布会|推进会|动员会|工作会|常委会|公布|出炉|揭晓|联赛|锦标赛|公开赛|大奖赛|运动会)$",
        1.2,
        0.0,
        -0.5,
    ),
    # who says what the headline says, or what kind of piece it is
    (r".*(?:强调|指出|要求|表示|提出|时说|解读|侧记|综述|纪实|追踪|观察|访谈)$", 2.5, -1.5, -1.0),
    # what it costs, takes or covers
    (r"(?:总投资|投资|历时|全长|占地|涉及|惠及|覆盖)", 2.0, -1.5, 0.5),
    # words of a speaker
    (r"[^：:，\s]{2,6}[：:].{5}", -1.0, -1.2, 1.0),
    (
        r".{2,14}(?:主持|讲话|出席|致辞|参加|宣布|批示)(?:[ 并].{2,14}(?:主持|讲话|出席|致辞|参加|宣布))?$",
        -0.5,
        -4.0,
        3.0,
    ),
    # what was done, without saying who did it
    (_DEEDS, -0.6, -1.2, 1.2),
    (r"(?=.{16}).*[、，]", 0.0, -0.3, 0.8),
    # a couplet of equal halves
    (r"(\S{4,9}) (?=\S)(?!.*\s.*\s)\S{4,9}$", -0.6, 1.5, -1.0),
    (r"[以“]", 0.0, 0.8, 0.0),
    (r".*\d.*[万亿%％元倍成级年天℃]|.*[达超增降破]", 0.0, 0.5, 0.0),
    (r"——|—", -2.0, -2.0, 2.5),
    (r".*(?:：|:)$", 1.5, -1.5, -1.0),
    (r".{2,12}(?:主持召开|出席).{2,16}$", 1.2, 0.0, 0.0),
    (r"\S{2,4}$", 1.4, -0.6, 0.0),
    (r"【|〔|\[|聚焦|关注|新华时评|评论员", 0.8, -0.3, 0.0),
)
_ZH_TABLE = tuple((re.compile(pattern), kicker, main, deck) for pattern, kicker, main, deck in _ZH)
_VERB = re.compile(
    "召开|举行|完成|发生|通过|否决|发布|公布|启动|开通|建成|增长|下降|上升|出台|印发|签署|签约|开工|投用|落户|战胜|夺|获|赴|访|将|"
    "达|超|破|推进|推动|促|助|力|打造|建设|实施|开展|加强|提升|提高|成立|揭牌|开幕|闭幕|逝世|当选|任命|要求|强调|审议|研究|部署|"
    "学习|传达|听取|拟|可|能|须|让|为|被|遭|致|涨|跌|降|增|减|停|开|关|办|建|迎|送|奖|罚|查|捕|救|修|拆|卖|买|有|是|在|不|没|未"
)
_PREDICATE = re.compile(
    "发生|在|关于|达成|完成|审议|通过|否决|将|拟|获|已|被|遭|让|为|再|仍|不|未|正|今|昨|明|首|全|开|召|举|推|建|增|降|达|超|破|成|入|出|启|迎"
)
_MAX_LINES = 6


def arrange(lines: list[Line], before_body: bool = True) -> Arranged:
    """Return the parts of the headline block `lines`; `before_body` tells that the body follows them."""
    if len(lines) <= 1:
        return Arranged([], lines, [])
    lead, rest = lines[:_MAX_LINES], lines[_MAX_LINES:]
    chinese = sum(line.cjk for line in lead) * 2 >= len(lead)
    found = _chinese(lead, before_body) if chinese else _latin(lead)
    found.below.extend([line] for line in rest)
    return found


def _chinese(lines: list[Line], before_body: bool) -> Arranged:
    parts = [_parts(line.text) for line in lines]
    best, score = (0, 1), float("-inf")
    for start in range(min(3, len(lines))):
        for end in range(start + 1, min(start + 3, len(lines)) + 1):
            total = sum(kicker for kicker, _, _ in parts[:start]) + 1.0 + parts[start][1]
            total += sum(_bond(lines[at], lines[at + 1]) for at in range(start, end - 1))
            total += sum(deck for _, _, deck in parts[end:])
            if start and before_body and lines[start].gap and end == len(lines):
                total += 1.0
            if total > score:
                best, score = (start, end), total
    start, end = best
    return Arranged(lines[:start], lines[start:end], [[line] for line in lines[end:]])


def _parts(text: str) -> tuple[float, float, float]:
    kicker, main, deck = -0.6, 0.0, 0.0
    for pattern, as_kicker, as_main, as_deck in _ZH_TABLE:
        if pattern.match(text):
            kicker, main, deck = kicker + as_kicker, main + as_main, deck + as_deck
    return kicker, main, deck


def _bond(one: Line, two: Line) -> float:
    """Return how strongly two lines are one headline, broken to fit its column."""
    if two.gap:
        return -3.0
    score = -0.5
    if not _VERB.search(one.text):
        score += 1.5
        if two.width <= 32 and _DEED.match(two.text):
            score += 1.5  # who, and what they did
    if len(one.text) <= 4 and two.width >= 2 * one.width:
        score -= 1.5  # a label
        if _PREDICATE.match(two.text):
            score += 0.7
    if one.width <= 28 and two.width <= 28 and abs(one.width - two.width) <= 8:
        score += 1.0
        if one.width == two.width and len(one.text) >= 6:
            score += 1.0  # a couplet, a half to a line
    if _told(one.text) and _told(two.text) and not _PREDICATE.match(two.text):
        score -= 1.5  # two clauses, each with a subject of its own
    if _ZH_TABLE[0][0].match(one.text):
        score -= 1.5
    if max(one.width, two.width) > max(one.column + 2, 28):
        score -= 1.5
    if " " in one.text or " " in two.text:
        score -= 1.0
    if two.width < 0.8 * one.width and _parts(two.text)[2] <= 0:
        score += 1.5  # the rest of a line that was broken where it was full
    if one.text[-1] in "的和与及、，“（" or two.text[0] in "的和与及、，”）！？":
        score += 3.0
    if two.text[0] == " " or _ZH_TABLE[1][0].match(two.text):
        score -= 3.0
    return score


def _told(text: str) -> bool:
    """Tell whether a line can be a clause of its own."""
    return len(text) >= 8 and _VERB.search(text) is not None


def _latin(lines: list[Line]) -> Arranged:
    start = 0
    first, second = lines[0].text, lines[1].text
    label = first.isupper() and not second.isupper() and len(first) <= 32
    label = label or (" " not in first and 2.5 * len(first) < len(second))
    if label or (first.endswith(":") and len(first) <= 40):
        start = 1
    end = start + 1
    while end < len(lines) and not _begins_deck(lines[start:end], lines[end]):
        end += 1
    below: list[list[Line]] = []
    for line in lines[end:]:
        if below and not line.gap and line.text[0].islower():
            below[-1].append(line)
        else:
            below.append([line])
    return Arranged(lines[:start], lines[start:end], below)


_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "is",
        "its",
        "nor",
        "of",
        "off",
        "on",
        "or",
        "out",
        "over",
        "per",
        "the",
        "to",
        "up",
        "via",
        "vs",
        "with",
    ]
)
_NEW_UNIT = 1.5


def _begins_deck(head: list[Line], line: Line) -> bool:
    """Tell whether `line` begins a deck instead of going on with the headline `head`."""
    before = head[-1]
    if line.gap or before.final:
        return True
    if head[0].text.isupper() and len(head[0].text) > 5:
        return not line.text.isupper()
    first = line.text.split(" ", 1)[0]
    if not line.text[0].isupper() or before.text[-1] in ",-–—:&" or before.text.rsplit(" ", 1)[-1] in _SMALL:
        return False
    widest = max(one.width for one in head)
    titled = all(_titled(one.text) for one in head)
    score = (
        1.5 if titled and len(line.text.split()) >= 3 and not _titled(line.text) else 0.0 if titled else 1.0
    )
    if len(head) > 1 and before.width + 1 + len(first) <= widest:
        score += 1.0
    if line.width > 1.15 * widest:
        score += 0.7
    return score >= _NEW_UNIT


def _titled(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w'’.-]*", text) if word not in _SMALL]
    return bool(words) and all(word[0].isupper() for word in words)
