"""The text view: what is joined, what is kept, and the way back to the raw characters."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text import fold, joint, stray_blanks, unwrap
from tests.passages import as_read

PIECES = st.sampled_from(
    [
        "会议",
        "强调",
        "，",
        "。",
        "1.2亿",
        " ",
        "　　",
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "The ",
        "mayor-",
        "said",
        ". ",
        "（",
        "“",
        "- ",
        "ofﬁ",
        "ﬃ",
        "\u00a0",
        "\ufffe",
        "２０２５",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("市委书记陆承", "远主持召开", "市委书记陆承远主持召开"),
        ("voted to end merger", "talks with", "voted to end merger talks with"),
        ("the com-", "mittee", "the committee"),
        ("a well-", "known man", "a well-known man"),
        ("on Mer-", "Lin Road", "on Mer-Lin Road"),
        ("the com\ufffe", "mittee", "the committee"),
        ("投资", "1.6亿元", "投资1.6亿元"),
        ("the 2025-", "26 year", "the 2025-26 year"),
    ],
)
def test_lines_join_as_their_script_asks(first: str, second: str, joined: str) -> None:
    drop, glue = joint(first, second)
    assert first[: len(first) - drop] + glue + second == joined


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("1月20 日，望川市", "1月20日，望川市"),
        ("为期 40 天的行动", "为期40天的行动"),
        ("本报讯 2月27日", "本报讯 2月27日"),
        ("下好先手棋 守住安澜线", "下好先手棋 守住安澜线"),
        ("（记者 钟黎） 3月", "（记者 钟黎） 3月"),
        ("增长 4.5 %左右", "增长4.5%左右"),
        ("增长3. 5%，达1, 234亿元", "增长3.5%，达1,234亿元"),
        ("8, 9, 10日", "8, 9, 10日"),
        ("凌源港务（24 ∶21，19∶ 26）", "凌源港务（24∶21，19∶26）"),
        ("score was 24 :21", "score was 24 :21"),
        ("On July 4, 1976 the bell rang.", "On July 4, 1976 the bell rang."),
        ("On Jan. 3, 100 people marched.", "On Jan. 3, 100 people marched."),
        ("It ended in 2023. 5 people were hurt.", "It ended in 2023. 5 people were hurt."),
        ("a rise of 4.5 %", "a rise of 4.5%"),
    ],
)
def test_blanks_around_numbers_close_and_separators_stay(line: str, closed: str) -> None:
    for low, high in reversed(list(stray_blanks(line))):
        line = line[:low] + line[high:]
    assert line == closed


def test_folding_keeps_every_character_in_its_place() -> None:
    text = "２０２５年\u3000Ａ\u00a0⼀\u2019，"
    assert fold(text) == "2025年 A 一'，"
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(TEXTS)
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(deadline=None)
@given(TEXTS)
def test_every_piece_of_a_view_stands_in_the_raw_text(raw: str) -> None:
    view = unwrap(raw)
    for start, at, length in view.pieces:
        assert view.text[start : start + length] == as_read(raw[at : at + length])
        assert view.to_raw(start, start + length) == [(at, at + length)]
        assert view.to_view(at) == start


@settings(deadline=None)
@given(TEXTS)
def test_a_view_keeps_all_but_blanks_and_line_end_hyphens(raw: str) -> None:
    def bare(text: str) -> str:
        text = re.sub("[\ufb00-\ufb06]", lambda found: unicodedata.normalize("NFKC", found.group()), text)
        return "".join(char for char in text if not char.isspace() and char not in "-\u00ad\ufffe\x02")

    assert bare(unwrap(raw).text) == bare(raw)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["会议强调，要抓实。", "The council voted. It rained.", "1.2亿元", "本报讯"]),
        max_size=8,
    )
)
def test_unwrapping_twice_changes_nothing(paragraphs: list[str]) -> None:
    once = unwrap("\n\n".join(paragraphs)).text
    assert unwrap(once).text == once


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("总数为218,460,30\n0股，占52.1\n8%。", "总数为218,460,300股，占52.18%。"),
        ("投资1\n.2亿元，增长12\n%。", "投资1.2亿元，增长12%。"),
        ("共有218,\n460股，增长5.\n6%。", "共有218,460股，增长5.6%。"),
        ("在20\n24年", "在2024年"),
        ("以24\n∶21领先，终场92∶\n88", "以24∶21领先，终场92∶88"),
        ("第3,\n4567人", "第3, 4567人"),
        ("on Jan. 3,\n100 people and in 2023\n24 more", "on Jan. 3, 100 people and in 2023 24 more"),
        ("a rise of 12\n% on", "a rise of 12% on"),
    ],
)
def test_a_chinese_number_goes_on_behind_the_end_of_its_line(raw: str, read: str) -> None:
    assert unwrap(raw).text == read


def test_ligatures_and_no_break_blanks_read_as_what_they_stand_for() -> None:
    raw = "Oﬃcials\u00a0of the ﬁrm paid ﬂat ﬁnes."
    view = unwrap(raw)
    assert view.text == "Officials of the firm paid flat fines."
    at = view.text.index("fines")
    assert view.to_raw(at, at + 5) == [(raw.index("ﬁnes"), raw.index("ﬁnes") + 4)]


def test_a_line_that_pdfium_ran_together_at_its_hyphen_reads_as_two() -> None:
    raw = "The plan needs specula\ufffetion and care,\nsaid the Kings\ufffe\nport council."
    assert unwrap(raw).text == "The plan needs speculation and care, said the Kingsport council."


def test_wrapped_paragraphs_become_one_line_each() -> None:
    raw = "会议听取干部挂职锻炼情况汇\n报，同意选派第三批86名。\n\n第二段在这里继续说明\n情况。\n"
    assert (
        unwrap(raw).text == "会议听取干部挂职锻炼情况汇报，同意选派第三批86名。\n\n第二段在这里继续说明情况。"
    )
