"""Articles that go on on another page: what their jump lines say, and which pieces belong together."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from summarizer import split
from summarizer.cli.split import split as command
from summarizer.inputs.pdf import pdf_pages
from summarizer.inputs.types import PageText
from summarizer.splitter import jumps
from summarizer.splitter.jumps import Link, link, parts
from tests.pdf_writer import Text, column, pdf

FRONT = """临江日报 2024年3月5日 第1版

湿地公园三期工程开工
本报讯 昨日上午，临江湿地公园三期工程正式开工，总投资12.6亿元，计划明年底建成开放。
市长余岚宣布工程开工，并考察了一期的湿地科普馆和候鸟观测站。
（下转第三版）

地铁五号线试运行
本报讯 地铁五号线昨日开始空载试运行，全长28.4公里，共设车站21座，预计六月载客运营。
（下转第3版）
"""
BACK = """临江日报 2024年3月5日 第3版

五号线沿线再添九条接驳公交
（上接第1版）
运营公司介绍，五号线试运行期为三个月，其间对地铁车站的通风和信号逐一测试，沿线另开通接驳公交。

生态修复与科普并重
（上接第1版）
湿地公园三期将恢复湿地面积340公顷，工程还包括两座观鸟塔。市长余岚要求确保工程质量。
"""
COUNCIL = """The Kestral Gazette
Page A1

Council backs river tax after long night
By Dana Prewitt
KESTRAL — The City Council voted 5-2 on Monday to raise the river tax by a tenth, ending a debate of nine hours.
Mayor Ines Calder said the river tax would pay for 12 new pumps before the next spring flood.
Continued on A6
"""
INSIDE = """The Kestral Gazette
Page A6

River tax: opponents plan appeal
Continued from A1
Residents had waited until after midnight to speak to the council. Two of them said that they would
go to court over the river tax, which Mayor Calder called a last resort.
"""


def linked(*texts: str) -> tuple[list[Link], dict[tuple[int, str], str | None]]:
    pages = [split(text) for text in texts]
    found = [part for number, page in enumerate(pages, 1) for part in parts(number, page)]
    heads = {(number, a.id): a.headline for number, page in enumerate(pages, 1) for a in page}
    return link(found), heads


def test_pieces_that_name_each_others_page_are_linked_by_their_words():
    links, heads = linked(FRONT, BACK)
    said = {heads[pair.page, pair.id]: heads[pair.next_page, pair.next_id] for pair in links}
    assert said == {
        "湿地公园三期工程开工": "生态修复与科普并重",
        "地铁五号线试运行": "五号线沿线再添九条接驳公交",
    }


def test_a_jump_to_a_page_that_says_another_origin_is_no_link():
    assert linked(COUNCIL, INSIDE)[0] == [Link(1, "a1", 2, "a1")]
    assert linked(COUNCIL, INSIDE.replace("from A1", "from A2"))[0] == []
    assert linked(COUNCIL, INSIDE.replace("Page A6", "Page A7"))[0] == []
    assert linked(COUNCIL)[0] == []


def test_pages_without_a_label_are_known_by_their_number():
    plain = COUNCIL.replace("Page A1\n", "").replace("on A6", "on Page 2")
    inside = INSIDE.replace("Page A6\n", "").replace("from A1", "from Page 1")
    assert linked(plain, inside)[0] == [Link(1, "a1", 2, "a1")]


@pytest.mark.parametrize(
    ("line", "on", "origin"),
    [
        ("（下转第十二版）", "12", None),
        ("▶下转A06版", "A6", None),
        ("（上接要闻版）", None, "要闻"),
        ("See COUNCIL, Page B4", "B4", None),
        ("FROM PAGE 1", None, "1"),
        ("Continued from Page A-1", None, "A1"),
    ],
)
def test_jump_lines_of_many_papers_name_their_page(line, on, origin):
    text = (
        COUNCIL.replace("Continued on A6\n", "")
        if line.isascii()
        else FRONT.split("\n", 2)[2].split("（", maxsplit=1)[0]
    )
    body = text.split("\n", 3)[3] if line.isascii() else text
    page = split(body + line + "\n" if on else line + "\n" + body)
    assert [(a.continues_on, a.continued_from) for a in page][:1] == [(on, origin)]


def test_an_article_over_two_pages_of_a_pdf_is_linked():
    page = [
        [Text(60, 40, label, 9), Text(60, 80, head, 24), *column(60, 130, lines)]
        for label, head, lines in (
            (
                "第1版",
                "湿地公园三期工程开工",
                ["本报讯 昨日上午，临江湿地公园三期工程", "正式开工，总投资十二亿元。", "（下转第2版）"],
            ),
            (
                "第2版",
                "生态修复与科普并重",
                ["（上接第1版）", "湿地公园三期将恢复湿地三百四十公顷，", "工程还包括两座观鸟塔。"],
            ),
        )
    ]
    sheets = [item for item in pdf_pages(pdf(*page), "x.pdf") if isinstance(item, PageText)]
    links, heads = linked(*(sheet.text for sheet in sheets))
    assert [(heads[p.page, p.id], heads[p.next_page, p.next_id]) for p in links] == [
        ("湿地公园三期工程开工", "生态修复与科普并重")
    ]


def test_the_split_command_says_which_pieces_belong_together(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(COUNCIL + "\f" + INSIDE, "utf-8")
    result = CliRunner().invoke(command, [str(path)], standalone_mode=False)
    assert "[a1] of page 1 goes on as [a1] of page 2" in result.stderr
    assert "(continues on page A6)" in result.stdout


def test_the_columns_of_a_piece_of_text_are_looked_up_once_however_many_jump_lines_there_are(monkeypatch):
    row = f"{'The council met again on Monday':40}and voted for the bridge plans."
    jump = f"{'See BRIDGE, A4':40}See WATER, A5"
    looked = []
    columns = jumps._columns

    def counted(*args):
        looked.append(args)
        return columns(*args)

    monkeypatch.setattr(jumps, "_columns", counted)
    counts = []
    for rows in (100, 200):
        looked.clear()
        split("\n".join(row if at % 9 else jump for at in range(rows)))
        counts.append(len(looked))
    assert 0 < counts[1] < 2.5 * counts[0]
