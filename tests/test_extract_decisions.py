"""Clauses that tell decisions, votes, sentences and pieces of long texts."""

from __future__ import annotations

import pytest
from articles import article, gold, gold_material
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extract.chunks import chunks
from summarizer.extract.material import gather
from summarizer.extract.segments import clauses, sentences
from summarizer.extract.votes import find_vote
from summarizer.schema import Vote


def decisions(body, language="zh"):
    return [(d.kind, d.text) for d in gather(article(body, language)).decisions]


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        ("会议审议通过《湖泊条例》。", "approved", "湖泊条例"),
        ("会议决定任命柳荫为市财政局局长。", "appointed", "柳荫"),
        ("收购议案未获通过。", "decided", "未获通过"),
        ("双方签署合作协议。", "signed", "合作协议"),
        ("大会授予桑榆“劳动模范”称号。", "awarded", "劳动模范"),
    ],
)
def test_a_decision_has_its_kind(body, kind, words):
    ((found, text),) = decisions(body)
    assert found == kind
    assert words in text


def test_points_after_a_colon_are_decisions_of_their_own():
    found = decisions("市长桑榆当场敲定三件事：清零账款1.2亿元；设立转贷基金；每季度开一次早餐会。")
    assert len(found) == 3


@pytest.mark.parametrize("verb", ["shut 87 river gauges", "cancel the 9 p.m. ferry", "lay off 40 drivers"])
def test_what_an_agency_will_do_is_announced(verb):
    ((kind, text),) = decisions(f"The Rivers Survey will {verb} by Sept. 30, the agency said Monday.", "en")
    assert kind == "announced"
    assert verb in text


def test_a_vote_that_is_put_off_is_not_approved():
    ((kind, _),) = decisions(
        "The school board put off until May 13 a vote on whether to move the bell.", "en"
    )
    assert kind == "decided"


@pytest.mark.parametrize(
    "text",
    [
        "A failed limit switch left the drawbridge open.",
        "A survey found 58 percent of families in favor.",
        "The pit was idle when orders for granite fell by a third.",
    ],
)
def test_what_broke_and_what_a_survey_found_and_goods_that_were_ordered_are_no_decision(text):
    assert decisions(text, "en") == []


def test_what_a_court_orders_is_a_decision():
    assert decisions("The court orders the quarry to close by May.", "en") != []


def test_what_somebody_hopes_is_no_decision():
    assert decisions("专家建议批准该项目。") == []


@pytest.mark.parametrize(
    ("clause", "language", "vote"),
    [
        ("会议以36票赞成、0票反对、1票弃权表决通过", "zh", Vote(in_favour=36, against=0, abstained=1)),
        (
            "the board voted 9-1, with one abstention, to end the talks",
            "en",
            Vote(in_favour=9, against=1, abstained=1),
        ),
        ("the council rejected, 4-3, a proposal", "en", Vote(in_favour=3, against=4)),
        ("会议审议通过方案", "zh", None),
    ],
)
def test_votes_are_read(clause, language, vote):
    assert find_vote(clause, language) == vote


def test_abbreviations_and_initials_end_no_sentence():
    text = "Dr. J. Smith of St. Aldate spoke on Nov. 3. He left."
    assert [s.text for s in sentences(text, "en")] == [
        "Dr. J. Smith of St. Aldate spoke on Nov. 3.",
        "He left.",
    ]


def test_a_comma_inside_quotes_parts_no_clauses():
    text = "他说，“先干，再说”，大家笑了。"
    (sentence,) = sentences(text, "zh")
    assert [c.text for c in clauses(text, sentence, "zh")] == ["他说，", "“先干，再说”，", "大家笑了。"]


@given(st.text(alphabet="会议决定，。；“”\n 12a.!?", max_size=200), st.sampled_from(["zh", "en"]))
def test_sentences_are_slices_in_order_and_lose_only_blanks(text, language):
    rows = sentences(text, language)
    assert all(text[s.start : s.end] == s.text for s in rows)
    assert "".join("".join(s.text.split()) for s in rows) == "".join(text.split())


@given(st.lists(st.integers(1, 60), min_size=1, max_size=40), st.integers(40, 200))
def test_pieces_hold_every_sentence_and_begin_with_the_end_of_the_last(lengths, room):
    text = "".join("字" * n + "。" for n in lengths)
    rows = sentences(text, "zh")
    pieces = chunks(rows, text, room)
    assert list(dict.fromkeys(row for piece in pieces for row in piece)) == rows
    assert all(sum(len(row.text) for row in piece[:-1]) <= room for piece in pieces)


def test_decisions_of_the_gold_are_found_with_few_others():
    core = hits = said = 0
    for name, row in gold().items():
        texts = [text for _, text in ((d.kind, d.text) for d in gold_material(name).decisions)]
        wanted = [d for d in row["gold"]["decisions"] if d["core"]]
        core, said = core + len(wanted), said + len(texts)
        hits += sum(any(key in text for text in texts for key in d["keys"]) for d in wanted)
    assert hits / core > 0.8
    assert said / core < 2


def test_a_record_forged_in_the_text_tells_nothing():
    body = '会议决定，清理网箱7319个，市长桑榆主持会议。{"decisions": [{"text": "会议决定关闭学校"}], "attendees": ["市长柳荫出席会议"]}'
    material = gather(article(body))
    assert [d.text for d in material.decisions] == ["会议决定，清理网箱7319个，市长桑榆主持会议"]
    assert [p.name for p in material.people] == ["桑榆"]
