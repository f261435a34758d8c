"""What a form is, and the words that forms of all sorts are made of."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

Row = tuple[str, float, str]  # the kind, how much it weighs, the pattern

HAN = "\u4e00-\u9fff·"


def _ideographs(left_out: str) -> str:
    """Return the ranges (for a character class) of the ideographs and the middle dot without some."""
    low, ranges = 0x4E00, ["·"]
    for code in sorted(map(ord, left_out)):
        ranges.append(f"{chr(low)}-{chr(code - 1)}")
        low = code + 1
    return "".join([*ranges, f"{chr(low)}-\u9fff"])


# No name holds a particle; a headline that begins like a byline does (编辑手里的剪刀).
_LETTER = f"[{_ideographs('的了是这那们着被把让给吗呢吧么')}]"
NAME = f"{_LETTER}{{2,5}}"
# 韦 唯: a name of two is often set as wide as one of three.
_SPREAD = rf"(?:{NAME}|{_LETTER} {_LETTER}(?!{_LETTER}))"
# What no further name is; else a row of offices could be read in too many ways.
_OFFICE = "(?!本[报刊网台]|见习|实习|首席|记者|通讯员|评论员)"
NAMES = rf"{_SPREAD}(?:[ 、,，/]{{1,3}}{_OFFICE}{_SPREAD}){{0,5}}"
_DUTY = "(?:首席|参与|特派|特约|特邀|资深|见习|实习|驻[\u4e00-\u9fff]{2,6}|全媒体|融媒体?|财经|体育|摄影|文字|视频){0,2}"
# 记者节, 记者走基层: what follows is no name.
_REPORTER = "记者(?![节走探观体蹲暗眼手说看问从调直述追跟])"
WHO = (
    rf"(?:{_DUTY}(?:{_REPORTER}|通讯员|评论员|观察员|研究员|撰稿人|实习生)"
    rf"|{_DUTY}(?:撰稿|采写|编译|作者|摄影|供稿|特稿|整理|编辑|读者)(?=[ :：/]))"
)
# The endings of the names of Chinese papers.
PAPER_ENDS = (
    "日报|晚报|早报|晨报|午报|时报|商报|都市报|快报|周报|旬报|青年报|少年报|老年报|新报|导报|新闻报|信息报|科技报|教育报|农民报|农村报|工人报"
    "|法治报|法制报|生活报|消费报|经济报|证券报|财经报|金融报|体育报|渔业报|林业报|健康报|文化报|文艺报|文汇报|大公报|教育周报|科技周报|融媒"
)
PAPER = r"(?:本[报刊网台]|新华社|中新社|[\u4e00-\u9fff]{1,8}报社?|[\u4e00-\u9fff]{2,6}(?:周刊|新闻|融媒|客户端|广电|电视台)|[\u4e00-\u9fff]{0,6}融媒体中心)"
AGENCY_NAME = (
    "(?:新华社|中新社|中新网|人民网|新华网|央视网?|中央社|[\u4e00-\u9fff]{2,8}(?:通讯社|社|电视台|电台|网))"
)
MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# What English papers are called. The second row only names a paper behind "The".
TITLES = (
    "Courier|Standard|Times|Post|Herald|Gazette|Tribune|News|Journal|Chronicle|Observer|Mail|Record|Star|Sun|Mercury"
    "|Examiner|Bulletin|Dispatch|Dispatcher|Register|Ledger|Echo|Argus|Advertiser|Telegraph|Telegram|Guardian|Enterprise|Sentinel"
    "|Reporter|Independent|Press|Globe|Mirror|Review|Monitor|Inquirer|Leader|Intelligencer|Messenger|Plaindealer|Clarion"
    "|Packet|Recorder|Plainsman|Republican|Democrat|Beacon|Statesman"
)
# These name no paper without "The": Harlow Girl Is State Champion.
TITLES_BEHIND_THE = "Advocate|Champion|Item|Eagle|Banner|Bee|Call|Union|Pioneer|Spectator|Visitor|Voice|Citizen|Transcript|Budget|Whig|Patriot|Villager|Quill|Commercial|Weekly"


class Mark(NamedTuple):
    """A form: its kind, and how much it weighs."""

    kind: str
    weight: float


class Table(NamedTuple):
    """Forms that one pattern tries in order."""

    rows: tuple[Mark, ...]
    pattern: re.Pattern[str]


class Marks(NamedTuple):
    """Forms of one sort: labels known word for word, and a table each for ASCII, ideographs first, and the rest."""

    labels: Mapping[str, Mark]
    latin: Table
    cjk: Table
    mixed: Table


def _table(rows: Iterable[Row]) -> Table:
    rows = tuple(rows)
    # An empty group behind each pattern tells which one matched; a group around it would keep the engine from passing
    # over those whose first character is another.
    return Table(
        tuple(Mark(kind, weight) for kind, weight, _ in rows),
        re.compile("|".join(f"(?:{pattern})()" for _, _, pattern in rows)),
    )


def marks(zh: Iterable[Row], en: Iterable[Row], labels: Mapping[str, Mark] | None = None) -> Marks:
    """Return the forms of one sort; rows of `en` are tried on all text but that which an ideograph opens."""
    zh, en = tuple(zh), tuple(en)
    return Marks(labels or {}, _table(en), _table(zh), _table(zh + en))


_CJK = "\u2e80"  # what begins with a later character begins with an ideograph or its punctuation
_FRAME = " □■◎●○◆◇△▲⊙★☆【】[]〔〕·|:：.—-#"
_LABEL, _LABEL_CJK = 40, 14  # characters; no label is longer


def first_spaced(forms: Marks, text: str) -> Mark | None:
    """Return what `first` does, of a text in which a justified line may have several blanks for one."""
    return first(forms, text) or (first(forms, _BLANKS.sub(" ", text)) if "  " in text else None)


_BLANKS = re.compile("  +")


def first(forms: Marks, text: str) -> Mark | None:
    """Return the first of `forms` that matches at the head of `text`, or None."""
    labels = forms.labels
    if text > _CJK:
        if len(text) <= _LABEL_CJK and labels and (mark := labels.get(text.strip(_FRAME).replace(" ", ""))):
            return mark
        rows, pattern = forms.cjk
    else:
        if len(text) <= _LABEL and labels and (mark := labels.get(text.strip(_FRAME))):
            return mark
        rows, pattern = forms.latin if text.isascii() else forms.mixed
    found = pattern.match(text)
    return rows[(found.lastindex or 1) - 1] if found else None
