"""Reports: what a person reads is true to the record, fits its place, and is safe whatever a page says."""

from __future__ import annotations

import csv
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from summarizer.report import html, markdown
from summarizer.report.cells import cell_len, clean, pad, wrap
from summarizer.report.labels import place
from summarizer.report.marks import Marks, contradicted
from summarizer.report.spreadsheet import cell, write_csv, write_parquet
from summarizer.report.tables import TABLES, rows
from summarizer.report.text import TextReport
from tests.sample_records import ATTACK, doubtful, failed, good, hostile

ALL = (good, doubtful, failed, hostile)


def plain_width(line: str) -> int:
    """The width by the Unicode standard alone, without the library."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in line
    )


# Terminal text


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(make, width):
    for line in TextReport(width, evidence=True).render(make()).split("\n"):
        assert plain_width(line) <= width, line


def test_columns_of_chinese_terms_stand_in_line():
    lines = TextReport(80).render(good()).split("\n")
    starts = [
        plain_width(line[: line.index(meaning)])
        for line in lines
        for meaning in ("明年重点工程总投资", "总投资同比增长", "会议召开日期")
        if line.endswith(meaning)
    ]
    assert len(starts) == 3
    assert len(set(starts)) == 1


def test_each_statement_carries_the_mark_of_its_worst_finding():
    said = TextReport(80).render(doubtful())
    assert "  ✗ 会议通过总投资4235亿元的计划。" in said
    assert "  ? 高美" in said
    assert "  ✓ 林远航" in said
    assert said.index("数量级不符") < said.index("记者署名") < said.index("未列入")
    assert "(出席 4 姓名)" in said


def test_labels_are_in_the_language_of_the_article():
    assert "核查：未发现问题" in TextReport(80).render(good())
    english = TextReport(80).render(failed())
    assert "Failed: the endpoint" in english
    assert not re.search("[\u4e00-\u9fff]", english)


def test_an_article_that_goes_on_elsewhere_says_so():
    record = good()
    article = record.article.model_copy(update={"continues_on": "A6", "continued_from": "1"})
    record = record.model_copy(update={"article": article})
    line = "上接1版 · 下转A6版"
    assert line in TextReport(100).render(record)
    assert line in markdown.render(record)


def test_evidence_is_shown_when_asked_for_and_its_lack_is_said():
    quote = "「审议通过明年重点工程计划，总投资423.5亿元」"
    assert quote not in TextReport(80).render(doubtful())
    said = TextReport(80, evidence=True).render(doubtful())
    assert quote in said
    assert "无原文依据" in said


def test_a_hostile_page_cannot_command_the_terminal_or_turn_text_around():
    said = TextReport(80, evidence=True).render(hostile())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)


@given(st.text(max_size=200), st.integers(4, 60))
def test_wrapping_keeps_every_character_and_the_width(text, width):
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert all(cell_len(line) <= width for line in lines)


def test_a_line_begins_with_no_closing_mark():
    lines = wrap("会议听取汇报，审议通过名单。会议要求，各地抓好落实，确保开好局、起好步。", 13)
    assert all(line[0] not in "，。、" for line in lines)


def test_long_words_are_broken_only_when_they_must_be():
    assert wrap("a 423.5 million contract", 12) == ["a 423.5", "million", "contract"]
    assert wrap("x" * 9, 4) == ["xxxx", "xxxx", "x"]
    assert pad("市", 4) == "市  "


# Marks


def test_a_finding_on_a_part_counts_for_what_holds_it_and_for_nothing_else():
    marks = Marks(doubtful())
    assert marks.grade("summary.attendees[3]") == "warning"
    assert marks.grade("summary.attendees") == "warning"
    assert marks.grade("summary.attendees[0]") == "ok"
    assert marks.grade("summary.figures[0]") == "ok"


def test_only_errors_on_numbers_count_as_contradicted():
    record = doubtful()
    assert not contradicted(good())
    scale = record.findings[1].model_copy(update={"code": "number-scale"})
    assert contradicted(record.model_copy(update={"findings": [scale]}))
    warning = scale.model_copy(update={"severity": "warning"})
    assert not contradicted(record.model_copy(update={"findings": [warning]}))
    byline = scale.model_copy(update={"code": "byline"})
    assert not contradicted(record.model_copy(update={"findings": [byline]}))


def test_places_are_said_in_words():
    assert place("summary.figures[2].meaning", "en") == "Figures 3 meaning"
    assert place("summary.decisions[0]", "zh") == "决定 1"
    assert place("summary.new_field[1]", "en") == "new_field 2"


# Markdown


def test_a_briefing_has_one_heading_a_page_and_tables_of_figures():
    said = "".join(markdown.briefing([good(), doubtful()]))
    assert said.count("# pages/qinglan.txt · 第1页\n") == 1
    assert "| ✓ | 423.5亿元 | 明年重点工程总投资 |" in said
    assert "- ? “高美”是记者署名，不是与会者 (出席 4 姓名)" in said


def test_hostile_text_stays_text_in_markdown():
    from markdown_it import MarkdownIt

    said = "".join(markdown.briefing([hostile()]))
    shown = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(said)
    tree = LexborHTMLParser(shown)
    assert not tree.css("script, img, a, [onerror]")
    assert "<script>alert(1)</script>" in tree.text()
    assert len(tree.css("table")) == 2


@given(st.text(max_size=120))
def test_any_text_comes_back_from_markdown(text):
    from markdown_it import MarkdownIt

    shown = MarkdownIt("commonmark", {"html": True}).render(f"x {markdown.escape(text)} x")
    assert " ".join(LexborHTMLParser(shown).text().split()) == " ".join(f"x {clean(text)} x".split())


@pytest.mark.parametrize("text", ["- a", "1. a", "+ b", "=====", "# c", "> d", "---", "2) e"])
def test_text_that_looks_like_a_block_stays_a_paragraph(text):
    from markdown_it import MarkdownIt

    assert MarkdownIt("commonmark").render(markdown.escape(text)) == f"<p>{text.replace('>', '&gt;')}</p>\n"


# HTML


def page_of(*records) -> str:
    return "".join(html.render(records))


def test_the_page_marks_the_evidence_beside_the_record():
    tree = LexborHTMLParser(page_of(good()))
    assert [node.text() for node in tree.css("mark.m-figures")] == ["2月27日", "423.5亿元", "7.6%"]
    assert "".join(node.text() for node in tree.css(".text")).strip().startswith("青澜市政府常务会议")
    for link in tree.css("a[href]"):
        assert tree.css_first(link.attributes["href"]) is not None


def test_what_has_no_place_in_the_text_is_shown_as_such():
    tree = LexborHTMLParser(page_of(doubtful()))
    (item,) = tree.css(".ungrounded")
    assert "高美" in item.parent.text()
    assert [node.text() for node in tree.css("mark.m-found-error")] == ["423.5亿元"]


def test_no_text_of_a_page_becomes_markup():
    said = page_of(hostile(), failed())
    tree = LexborHTMLParser(said)
    assert not tree.css("script, img, iframe, object, form, link, base, [onerror], [style]")
    assert all(link.attributes["href"].startswith("#") for link in tree.css("a[href]"))
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert ATTACK.split("\x1b")[0] in tree.text()


def test_the_policy_of_the_page_forbids_scripts_and_all_from_elsewhere():
    tree = LexborHTMLParser(page_of(good()))
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_several_articles_have_a_list_of_contents_that_shows_which_need_a_look():
    assert not LexborHTMLParser(page_of(good())).css("nav")
    tree = LexborHTMLParser(page_of(good(), doubtful(), failed()))
    lines = tree.css("nav li")
    assert [line.css_first("span").text() for line in lines] == ["✓", "✗", "✗"]
    assert "错误" in lines[1].text() and "Failed" in lines[2].text()
    assert [tree.css_first(line.css_first("a").attributes["href"]).tag for line in lines] == ["article"] * 3


def test_records_are_written_one_at_a_time():
    def records():
        yield good()
        yield doubtful()
        raise AssertionError("read too far ahead")

    pieces = html.render(records())
    said = ""
    with pytest.raises(AssertionError):
        for piece in pieces:
            said += piece
    assert "明年重点工程" in said


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=8))
def test_cutting_a_text_at_overlapping_marks_loses_nothing(spans):
    text = "一二三四五六七八九十" * 3
    marks = [html._Mark(start, end, "figures", f"x{n}") for n, (start, end) in enumerate(spans)]
    pieces = html.pieces(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    marked = {i for start, end in spans for i in range(start, end)}
    at = 0
    for piece in pieces:
        assert bool(piece.classes) == (at in marked)
        at += len(piece.text)


# Tables


def test_rows_carry_every_value_and_what_was_found_on_them():
    found = list(rows(doubtful()))
    names = [name for name, _ in found]
    assert names == ["articles", *["decisions"] * 2, *["figures"] * 3, *["attendees"] * 4]
    for name, row in found:
        assert set(row) == set(TABLES[name])
    figure = next(row for name, row in found if name == "figures")
    assert figure["value"] == Decimal(42350000000)
    assert figure["spans"] == "78:85"
    last = found[-1][1]
    assert (last["name"], last["check"], last["findings"]) == (
        "高美",
        "warning",
        "warning: “高美”是记者署名，不是与会者",
    )


def test_csv_opens_in_a_spreadsheet_with_chinese_and_exact_numbers(tmp_path):
    paths = write_csv([make() for make in ALL], tmp_path)
    assert [path.name for path in paths] == ["articles.csv", "decisions.csv", "figures.csv", "attendees.csv"]
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)
    with paths[2].open(encoding="utf-8-sig", newline="") as file:
        figures = list(csv.DictReader(file))
    assert (figures[0]["figure"], figures[0]["value"]) == ("423.5亿元", "42350000000")
    with paths[0].open(encoding="utf-8-sig", newline="") as file:
        articles = list(csv.DictReader(file))
    assert [row["status"] for row in articles] == ["done", "done", "failed", "done"]
    assert "\n" in articles[0]["body"]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+2", "'=1+2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+1 cmd|' /C calc'!A0", "'+1 cmd|' /C calc'!A0"),
        ("\t=1", "'\t=1"),
        ("＝1+2", "'＝1+2"),
        ("-7.6%", "-7.6%"),
        ("+3.5亿元", "'+3.5亿元"),
        ("1.92", "1.92"),
        ("3:1", "\t3:1"),
        ("2月27日", "\t2月27日"),
        ("2024.2.27", "\t2024.2.27"),
        ("5-2", "\t5-2"),
        ("2024/2", "\t2024/2"),
        ("007", "\t007"),
        ("12345678901234567", "\t12345678901234567"),
        ("423.5亿元", "423.5亿元"),
        ("a\x00b", "a\ufffdb"),
        (Decimal("4.235E+10"), "42350000000"),
        (Decimal("7.60"), "7.6"),
        (None, ""),
        ("字" * 40_000, "字" * 32_766 + "…"),
    ],
)
def test_cells_hold_what_was_meant(value, written):
    assert cell(value) == written


def test_parquet_holds_the_same_rows_with_exact_values_beside_floats(tmp_path):
    from pyarrow import parquet

    write_parquet([make() for make in ALL], tmp_path)
    figures = parquet.read_table(tmp_path / "figures.parquet").to_pylist()
    assert (figures[0]["value"], figures[0]["value_exact"]) == (42350000000.0, "42350000000")
    articles = parquet.read_table(tmp_path / "articles.parquet")
    assert articles.num_rows == 4
    assert articles.column_names == list(TABLES["articles"])


def test_tables_without_rows_are_there_with_their_columns(tmp_path):
    from pyarrow import parquet

    write_csv([], tmp_path)
    write_parquet([], tmp_path)
    assert (tmp_path / "figures.csv").read_text("utf-8-sig").startswith("source,page,article,number")
    assert parquet.read_table(tmp_path / "attendees.parquet").num_rows == 0


@pytest.mark.parametrize(
    ("evidence", "qualifier", "shown"),
    [
        ("超500亿美元", "over", "超500亿美元"),
        ("500亿美元以上", "over", "500亿美元以上"),
        ("500亿美元", None, "500亿美元"),
        ("承保规模去年一年就已经达到或者说超过500亿美元，这一数字还会再增长下去。", "over", "500亿美元"),
    ],
)
def test_a_figure_is_shown_with_the_words_that_hedge_it(evidence, qualifier, shown):
    from summarizer.report.hedge import stated
    from summarizer.schema import Evidence, Figure

    figure = Figure(
        id="f1",
        text="500亿美元",
        kind="money",
        value=50_000_000_000,
        qualifier=qualifier,
        meaning="规模",
        evidence=[Evidence(text=evidence, start=0, end=len(evidence), spans=[])],
    )
    assert stated(figure) == shown
