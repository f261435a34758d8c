"""Names by rule, and what the words around them say."""

from __future__ import annotations

import pytest
from articles import article, gold, gold_material

from summarizer.extract.material import gather
from summarizer.extract.presence import ATTENDING


def parts(body, language="zh"):
    return {p.name: p.part for p in gather(article(body, language)).people}


def roles(body, language="zh"):
    return {p.name: p.mention.role for p in gather(article(body, language)).people}


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("会议由市委副书记、市长柳荫主持。", {"柳荫": "市委副书记、市长"}),
        ("市领导鲍远、万俟青、桑榆出席会议。", {"鲍远": "市领导", "万俟青": "市领导", "桑榆": "市领导"}),
        ("市政协秘书长郁达之出席会议。", {"郁达之": "市政协秘书长"}),
        ("霁川市财政局局长欧阳静以视频方式参加会议。", {"欧阳静": "霁川市财政局局长"}),
        ("奥尔维亚外长托马斯·林德主持签字仪式。", {"托马斯·林德": "奥尔维亚外长"}),
    ],
)
def test_a_name_keeps_the_office_beside_it(body, role):
    assert roles(body) == role


def test_and_behind_an_office_begins_no_name():
    assert roles("各部门要履行工作的统一领导和督促指导职责。") == {}


@pytest.mark.parametrize(
    ("body", "language", "expected"),
    [
        ("市长柳荫主持召开常务会议，副市长桑榆汇报防汛工作。", "zh", {"柳荫": "chair", "桑榆": "speaker"}),
        ("副市长柳荫以视频方式参加会议。", "zh", {"柳荫": "online"}),
        ("市长桑榆主持会议。市委常委柳荫因公请假。", "zh", {"桑榆": "chair", "柳荫": "absent"}),
        ("市长桑榆主持会议，学习省委书记柳荫的批示。", "zh", {"桑榆": "chair", "柳荫": "mentioned"}),
        ("会议决定任命柳荫为市财政局局长。", "zh", {"柳荫": "mentioned"}),
        (
            "大会选举桑榆为主席，选举柳荫、白石为副主席。",
            "zh",
            {"桑榆": "mentioned", "柳荫": "mentioned", "白石": "mentioned"},
        ),
        (
            "Mayor Constance Whitlock, who presided, cast the fifth vote. Councilman Derek Vance was absent.",
            "en",
            {"Constance Whitlock": "chair", "Derek Vance": "absent"},
        ),
    ],
)
def test_the_words_around_a_name_tell_the_part(body, language, expected):
    assert parts(body, language) == expected


def test_nobody_attends_where_there_is_no_event():
    assert parts("市统计局人口处处长邬晓棠解读说，净流入主要来自用工需求。") == {"邬晓棠": "mentioned"}


def test_words_of_public_life_are_no_names():
    body = "市长桑榆主持会议。会议要求，各级党委书记要高质量完成任务，安全责任人要履行职责。"
    assert set(parts(body)) == {"桑榆"}


def test_places_companies_and_titles_are_no_english_names():
    body = (
        "The board of Castaway Ferries voted 5-2 in Harrow Falls. Fire Chief Everett Choi told the board so."
    )
    assert set(parts(body, "en")) == {"Everett Choi"}


def test_every_name_stands_in_the_text_where_it_says():
    for name in gold():
        material = gold_material(name)
        for person in material.people:
            mention = person.mention
            assert material.text[mention.start : mention.end] == mention.name
            assert (
                mention.role is None or mention.role in material.text or mention.role + "s" in material.text
            )


def test_rules_alone_find_most_who_attend_and_hardly_anyone_else():
    hits = listed = wanted = 0
    for name, row in gold().items():
        said = {p.name for p in gold_material(name).people if p.part in ATTENDING and not p.open}
        there = {a["name"] for a in row["gold"]["attendees"]}
        hits, listed, wanted = hits + len(said & there), listed + len(said), wanted + len(there)
    assert hits / listed > 0.95
    assert hits / wanted > 0.8
