"""Columns that stand side by side on a line, as `pdftotext -layout` writes them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import split
from summarizer.splitter.columns import cells, side_by_side
from summarizer.splitter.grid import Span
from summarizer.splitter.gutters import Gutters, Side
from summarizer.splitter.lines import read_lines
from summarizer.splitter.page import Page

PAGES = Path(__file__).parents[1] / "fixtures/pages"

# What pdftotext -layout 22.12 gives for a PDF: a headline over two of three columns, another over the third.
BRIDGE = """\
Bridge on Alder Street to close for nine weeks                                        Library drops late fines
By Ned Gale                               replace its deck, engineers said.           By Ada Orne
   MILLBROOK — The county will               Drivers will be sent to the Canal Road      The library board voted 4-1 Thursday
close the Alder Street bridge for nine    crossing, which adds six minutes to the     to drop fines for late books, saying that
weeks starting Monday so that crews can   trip, county engineer Dana Holt said.       the fines cost more to collect than they
                                                                                      bring in.
                                                                                         Board president Ruth Egan cast the
                                                                                      only vote against the change, which
                                                                                      begins in July at all five branches.
"""
# The same for a Chinese one: an ideograph counts as one column, and the lines of the columns aren't level.
FERRY = """\
新轮渡码头启用 首日运客六千                    云栖柑橘开采
                                    近日，云栖县柑橘进入采
人                                 摘期，全县3万亩果园预计产
  本报讯（记者 柳叶） 昨      市港航局局长方舟介绍，   果4万吨。果农石头说，今年
天，汀洲市新轮渡码头启用，    新码头每天开行轮渡88班，    雨水匀，果子比去年甜。
首日运送乘客6120人。码头   比老码头多出20班，票价不      县农业农村局组织电商培
设泊位4个，候船厅可容300   变。               训，帮助果农把柑橘卖到全国
人同时候船。                            各地。（据东洲社）
"""

TABLE = """\
                          W     L    PCT
Port Ellery Otters       41    22   .651
Greywater Herons         38    25   .603
Dunmere Dockers          30    33   .476
Fulton Scholars          21    42   .333
Stanmoor Mules           19    44   .302
"""


def texts(raw: str) -> list[str]:
    return [line.text for line in read_lines(raw)]


def beside(*columns: list[str], gutter: int = 4, wide: bool = False) -> str:
    """Return columns side by side; `wide`: an ideograph is two display columns wide."""

    def width(text: str) -> int:
        return len(text) + (sum(char > "\u2e7f" for char in text) if wide else 0)

    widths = [max(map(width, column)) + gutter for column in columns]
    rows = []
    for at in range(max(map(len, columns))):
        row = ""
        for column, size in zip(columns, widths, strict=True):
            text = column[at] if at < len(column) else ""
            row += text + " " * (size - width(text))
        rows.append(row.rstrip())
    return "\n".join(rows) + "\n"


def owners(raw: str, page: Page) -> list[int]:
    """Return in how many parts of the page each non-blank character stands."""
    count = [0] * len(raw)
    spans = [span for article in page for span in article.spans]
    for span in (*spans, *page.furniture, *page.residue):
        for at in range(span.start, span.end):
            count[at] += 1
    return [count[at] for at, char in enumerate(raw) if not char.isspace()]


def test_an_english_layout_is_read_column_by_column() -> None:
    page = split(BRIDGE)
    assert [article.headline for article in page] == [
        "Bridge on Alder Street to close for nine weeks",
        "Library drops late fines",
    ]
    assert page[0].body == (
        "MILLBROOK — The county will close the Alder Street bridge for nine weeks starting Monday so that crews can "
        "replace its deck, engineers said.\n"
        "Drivers will be sent to the Canal Road crossing, which adds six minutes to the trip, county engineer Dana "
        "Holt said."
    )
    assert [article.byline for article in page] == ["By Ned Gale", "By Ada Orne"]
    assert not page.interleaved


def test_a_chinese_layout_is_read_column_by_column_though_its_lines_are_not_level() -> None:
    page = split(FERRY)
    assert len(page) == 2
    assert page[0].body.startswith("本报讯（记者 柳叶） 昨天，汀洲市新轮渡码头启用，首日运送乘客6120人。")
    assert page[0].body.endswith("市港航局局长方舟介绍，新码头每天开行轮渡88班，比老码头多出20班，票价不变。")
    assert page[1].headline == "云栖柑橘开采"
    assert page[1].body.startswith("近日，云栖县柑橘进入采摘期，全县3万亩果园预计产果4万吨。")


@pytest.mark.parametrize("raw", [BRIDGE, FERRY])
def test_every_character_of_a_layout_stands_in_one_place(raw: str) -> None:
    assert set(owners(raw, split(raw))) == {1}


@pytest.mark.parametrize("raw", [BRIDGE, FERRY])
def test_runs_of_articles_in_columns_lead_back_to_the_page(raw: str) -> None:
    for article in split(raw):
        for run in article.runs:
            here = raw[run.page_start : run.page_start + run.length]
            assert article.text[run.text_start : run.text_start + run.length] == here


def test_articles_in_columns_are_less_sure_than_the_same_ones_below_each_other() -> None:
    apart = "\n\n".join("\n".join(column) for column in (texts(BRIDGE)[:9], texts(BRIDGE)[9:]))
    assert len(split(apart)) == len(split(BRIDGE)) == 2
    for below, side in zip(split(apart), split(BRIDGE), strict=True):
        assert side.confidence < below.confidence


LEFT = [
    "The county will close the bridge on",
    "Alder Street for nine weeks so that",
    "crews can replace its worn deck and",
    "paint the rails, engineers said on a",
    "visit to the town on Monday morning.",
]
RIGHT = [
    "The library board voted on Thursday",
    "to drop all fines for books that are",
    "late, since they cost more to gather",
    "in than they bring, the chief said.",
    "It begins in July at five branches.",
]


def test_columns_are_read_one_after_the_other() -> None:
    assert texts(beside(LEFT, RIGHT)) == [*LEFT, *RIGHT]


def test_a_headline_over_all_columns_ends_a_stretch_of_them() -> None:
    head = "Bridge and library both change their ways in the summer, board says"
    raw = beside(LEFT, RIGHT) + "\n" + head + "\n" + beside(RIGHT, LEFT)
    assert texts(raw) == [*LEFT, *RIGHT, head, *RIGHT, *LEFT]


def test_stretches_that_blank_lines_part_are_read_one_after_the_other() -> None:
    raw = beside(LEFT, RIGHT) + "\n\n" + beside(RIGHT, LEFT)
    assert texts(raw) == [*LEFT, *RIGHT, *RIGHT, *LEFT]


STRETCH = ["Bridge and library both change their ways in the summer, board says", *LEFT, *RIGHT]


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize("stretches", [12, 13, 40])
def test_a_page_may_have_any_number_of_stretches_of_columns(stretches: int, between: str) -> None:
    raw = between.join([STRETCH[0] + "\n" + beside(LEFT, RIGHT)] * stretches)
    assert texts(raw) == STRETCH * stretches


def test_a_long_stretch_of_columns_below_many_others_is_read_whole() -> None:
    raw = f"{STRETCH[0]}\n{beside(LEFT, RIGHT)}" * 20 + f"{STRETCH[0]}\n{beside(LEFT * 80, RIGHT * 80)}"
    assert texts(raw) == [*STRETCH * 20, STRETCH[0], *LEFT * 80, *RIGHT * 80]


def test_the_search_for_columns_grows_with_the_number_of_their_stretches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    side = Gutters.side

    def counted(self: Gutters, span: Span, gutter: int) -> Side:
        looked.append(gutter)
        return side(self, span, gutter)

    monkeypatch.setattr(Gutters, "side", counted)
    counts = []
    for stretches in (100, 200):
        looked.clear()
        texts(f"{STRETCH[0]}\n{beside(LEFT, RIGHT)}" * stretches)
        counts.append(len(looked))
    assert counts[1] < 2.5 * counts[0]


def test_a_blank_line_that_paragraphs_of_all_columns_share_ends_none_of_them() -> None:
    end = "The work begins in July, they said."
    left, right = [*LEFT[:3], end, "", *LEFT, end], [*RIGHT[:3], end, "", *RIGHT, end]
    assert texts(beside(left, right)) == [line for line in (*left, *right) if line]


def test_a_blank_line_in_the_midst_of_sentences_ends_a_stretch_of_columns() -> None:
    left, right = [*LEFT[:4], "", *LEFT], [*RIGHT[:4], "", *RIGHT]
    assert texts(beside(left, right)) == [*LEFT[:4], *RIGHT[:4], *LEFT, *RIGHT]


def test_a_long_column_beside_two_short_articles_is_read_whole() -> None:
    short = [*beside(LEFT, RIGHT).splitlines(), "", "", *beside(RIGHT, LEFT).splitlines()]
    long = [*LEFT, *RIGHT, *LEFT[:3]]
    assert texts(beside(short, long)) == [*LEFT, *RIGHT, *RIGHT, *LEFT, *long]


def test_ideographs_may_be_two_columns_wide() -> None:
    one = [
        "今年全市秋粮播种面积418.6万亩",
        "预计总产量达到39亿斤，比去年",
        "增加1.7亿斤。会议决定安排补",
        "助资金6300万元，新建烘干中心",
    ]
    two = [
        "全年一般公共预算支出相应调整",
        "为362.5亿元，债券资金使用率",
        "年底前不低于95%，不得用于经",
        "常性支出，会议表决通过了决议",
    ]
    assert texts(beside(one, two, wide=True)) == [*one, *two]
    assert texts(beside(one, two)) == [*one, *two]


def test_gap_and_indent_are_measured_in_the_column() -> None:
    left = [*LEFT[:2], "", "   " + LEFT[2], *LEFT[3:], LEFT[0]]
    found = read_lines(beside(left, [*RIGHT, *RIGHT[:2]]))
    assert [(line.gap, line.indent) for line in found[1:4]] == [(0, 0), (1, 3), (0, 0)]
    assert all(line.cell for line in found)


def test_offsets_of_lines_in_columns_lead_to_their_text() -> None:
    assert all(BRIDGE[line.start : line.end] == line.text for line in read_lines(BRIDGE))


def test_the_jump_line_of_a_column_belongs_to_the_article_above_it() -> None:
    left = ["Bridge to close in June", *LEFT, *LEFT, "Continued on Page 7"]
    right = ["Library drops late fines", *RIGHT, *RIGHT, *RIGHT]
    page = split(beside(left, right))
    assert [article.continues_on for article in page] == ["7", None]


def test_a_table_of_figures_is_no_columns_of_text() -> None:
    assert side_by_side(TABLE)
    assert not any(line.cell for line in read_lines(TABLE))


@pytest.mark.parametrize(
    "raw",
    [
        "         The Ledger          Tuesday, May 6          Page A3\n" * 6,
        "".join(f"{' ' * 20}{line}\n" for line in LEFT) * 3,
        "".join(f"    {one}\n{two}\n" for one, two in zip(LEFT, RIGHT, strict=True)),
        "".join(
            f"{one}                  (Ned Gale)\n\n{two}\n{two}\n"
            for one, two in zip(LEFT, RIGHT, strict=True)
        ),
        "".join(f"{hour}:00      The board of the county meets in the hall\n" for hour in range(6, 12)),
        "王小明      李大海      张天山      赵长河\n" * 8,
    ],
)
def test_blanks_inside_lines_that_part_no_columns_change_nothing(raw: str) -> None:
    assert not any(line.cell for line in read_lines(raw))


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt")), ids=lambda path: path.stem)
def test_pages_in_one_column_have_no_cells(path: Path) -> None:
    assert not any(line.cell for line in read_lines(path.read_text("utf-8")))


@pytest.mark.parametrize("path", sorted((PAGES / "interleaved").glob("*.txt")), ids=lambda path: path.stem)
def test_pages_with_columns_side_by_side_keep_every_character_in_one_place(path: Path) -> None:
    raw = path.read_text("utf-8")
    assert set(owners(raw, split(raw))) == {1}


@given(st.text(alphabet="ab 好。\n\u3000\t", max_size=400))
def test_text_without_wide_blanks_is_read_as_it_stands(raw: str) -> None:
    raw = "\n".join(" ".join(line.split()) for line in raw.split("\n"))
    assert not any(line.cell for line in read_lines(raw))


_LINES = st.sampled_from(
    [*LEFT, *RIGHT, "市港航局局长方舟介绍，新码头每天开行", "比老码头多出20班，票价不", "", "", "By Ned Gale"]
)
_COLUMNS = st.lists(st.lists(_LINES, min_size=1, max_size=14), min_size=1, max_size=4)


@given(st.lists(_COLUMNS, min_size=1, max_size=4), st.integers(1, 6), st.booleans())
def test_cells_hold_every_character_once_and_never_overlap(
    stretches: list[list[list[str]]], gutter: int, wide: bool
) -> None:
    raw = "\n".join(beside(*columns, gutter=gutter, wide=wide) for columns in stretches)
    found = sorted(read_lines(raw), key=lambda line: line.start)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join("".join(line.text.split()) for line in found) == "".join(raw.split())
    assert all(line.text == raw[line.start : line.end] == line.text.strip() for line in found)


@given(st.lists(_COLUMNS, min_size=1, max_size=3), st.integers(1, 6))
def test_split_keeps_every_character_of_columns_in_one_place(
    stretches: list[list[list[str]]], gutter: int
) -> None:
    raw = "\n".join(beside(*columns, gutter=gutter) for columns in stretches)
    assert set(owners(raw, split(raw))) <= {1}


@given(st.text(alphabet="ab  \u3000  好。\n\f\t\xa0\x1f\u1680", max_size=300))
def test_cells_of_any_text_keep_its_characters(raw: str) -> None:
    rows = [row for row in raw.replace("\f", "\n").split("\n") if row.strip()]
    found = cells(rows, [0] * len(rows))
    kept = sorted((cell.row, cell.start, cell.end) for cell in found)
    assert "".join("".join(rows[row][start:end].split()) for row, start, end in kept) == "".join(raw.split())


def test_time_grows_with_the_length_of_the_page() -> None:
    """Lines that look like columns at a different place each: the search for gutters is bounded."""
    rows = [f"{'word ' * (at % 17 + 3)}    {'text ' * (at % 13 + 3)}" for at in range(4000)]
    assert len(cells(rows, [0] * len(rows))) >= len(rows)


def test_a_short_page_of_which_one_paragraph_breaks_off_is_not_told_to_be_mixed() -> None:
    page = split(
        "我市启动冬季供热排查\n"
        "本报讯（记者 裴玉成） 昨日，记者从市供热办获悉，全市\n行动已排查换热站216座，整改隐患47处。\n"
        "枫溪至桐岭公路开工\n"
        "本报讯 11月25日，枫溪至桐岭公路在沙河镇开工建设。项目总投资19.8亿元，\n"
        "双向四车道，设计时速80公里，计划2029年建成通车，届时两地车程由70分\n钟缩短到30分钟。\n（卫长青）\n"
    )
    assert len(page) == 2
    assert not page.interleaved
