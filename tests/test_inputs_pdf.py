"""PDF pages: their text in reading order, by the white between columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.inputs import InputFailure, PageText, Skipped, read_pages
from summarizer.inputs.boxes import places
from summarizer.inputs.pdf import pdf_pages
from tests.pdf_writer import Text, column, pdf, scan

FIXTURES = Path(__file__).parent / "fixtures"
BODY = [
    "青澜市政府昨日召开常务会",
    "议，审议通过明年重点工程",
    "计划，总投资超过四百亿元",
    "，同比增长百分之七点六。",
]
ENGLISH = [
    "The council voted 5-2 on",
    "Monday to approve a $3.5",
    "million contract for the",
    "new public library.",
]


def text_of(page: list[Text]) -> str:
    (item,) = pdf_pages(pdf(page), "x.pdf")
    assert isinstance(item, PageText)
    return item.text


def lines_of(page: list[Text]) -> list[str]:
    return [line.strip() for line in text_of(page).split("\n") if line.strip()]


def test_columns_are_read_one_after_the_other_below_their_headline():
    page = [Text(60, 60, "常务会议通过重点工程计划", 28)]
    # Set in rows, as some programs write them: the order of the file is not that of reading.
    for row in range(4):
        page += [Text(60 + 170 * i, 110 + 15 * row, f"{i}{BODY[row]}") for i in range(3)]
    assert lines_of(page) == ["常务会议通过重点工程计划", *(f"{i}{line}" for i in range(3) for line in BODY)]


def test_a_headline_over_two_of_three_columns_ends_what_stands_above_it():
    page = [Text(60, 60, "上面文章的标题横贯三栏版面", 30)]
    page += [t for i in range(3) for t in column(60 + 170 * i, 100, [f"上{i}{line}" for line in BODY])]
    page += [Text(60, 240, "下面文章的标题占两栏", 22), Text(400, 240, "右边标题", 22)]
    page += [t for i in range(2) for t in column(60 + 170 * i, 270, [f"下{i}{line}" for line in BODY])]
    page += column(400, 270, [f"右{line}" for line in BODY])
    found = lines_of(page)
    assert found.index("上2" + BODY[3]) < found.index("下面文章的标题占两栏")
    assert found.index("下1" + BODY[3]) < found.index("右边标题")


def test_staggered_columns_and_narrow_english_ones_stay_apart():
    page = [Text(60, 60, "Council approves library contract", 24)]
    page += [*column(60, 100, ENGLISH), *column(220, 106, ENGLISH), *column(380, 103, ENGLISH)]
    assert lines_of(page) == ["Council approves library contract", *ENGLISH * 3]


def test_blocks_are_apart_and_first_lines_show_their_indentation():
    page = [
        Text(60, 60, "标题", 20),
        *column(60, 100, BODY[:2]),
        Text(80, 130, BODY[2][:10]),
        Text(60, 145, BODY[3]),
    ]
    assert text_of(page) == "标题\n\n" + "\n".join([*BODY[:2], "\u3000\u3000" + BODY[2][:10], BODY[3]]) + "\n"


def justified(x: float, y: float, lines: list[str], width: float) -> list[Text]:
    """Lines whose words are spread to a width, each set by itself, as page layout programs do."""
    words = []
    for row, line in enumerate(lines):
        parts = line.split()
        stretched = (width - 5 * sum(map(len, parts))) / max(1, len(parts) - 1)
        gap = 5 if line == lines[-1] else stretched
        at = x
        for part in parts:
            words.append(Text(at, y + 15 * row, part))
            at += 5 * len(part) + gap
    return words


@pytest.mark.parametrize("width", [125, 135, 145])
def test_stretched_blanks_of_justified_lines_are_no_gutters(width):
    page = [Text(60, 60, "Council approves library contract", 24)]
    page += [*justified(60, 100, ENGLISH, width), *justified(90 + width, 100, ENGLISH, width)]
    assert lines_of(page) == ["Council approves library contract", *ENGLISH * 2]


def test_a_gap_in_one_line_is_no_gutter():
    first = [Text(60, 100, "本报讯"), Text(105, 100, "记者从会上获悉市政府")]
    page = [*first, *column(60, 115, BODY), *column(230, 100, [BODY[3], *BODY])]
    assert lines_of(page) == ["本报讯 记者从会上获悉市政府", *BODY, BODY[3], *BODY]


def test_a_table_is_read_row_by_row_beside_a_column_of_text():
    rows = [
        ("单位", "投资", "增长"),
        ("东港区", "12.3亿元", "4.5%"),
        ("西岭县", "9.8亿元", "7.6%"),
        ("南湖镇", "3亿元", "1%"),
    ]
    page = [Text(60, 60, "三地上月投资情况一览表", 20)]
    page += [
        Text(60 + 90 * place, 100 + 15 * row, cell)
        for row, cells in enumerate(rows)
        for place, cell in enumerate(cells)
    ]
    page += column(400, 100, BODY)
    assert lines_of(page)[1:] == [*("  ".join(cells) for cells in rows), *BODY]


def test_words_set_apart_keep_a_blank_and_pieces_of_a_line_are_joined():
    page = [Text(60, 100, "The council"), Text(121, 100, "voted 5-2"), *column(60, 115, ENGLISH)]
    assert text_of(page).startswith("The council voted 5-2\n")


def test_every_line_leads_back_to_its_place_on_the_sheet():
    (item,) = pdf_pages(pdf([Text(60, 60, "标题", 20), *column(60, 100, BODY)]), "x.pdf")
    assert isinstance(item, PageText)
    assert [item.text[box.start : box.end] for box in item.boxes] == ["标题", *BODY]
    first = item.boxes[0]
    assert first.left == 60
    assert 30 < first.top < 60 < first.bottom < 70
    assert all(0 <= box.left < box.right <= 600 and 0 <= box.top < box.bottom <= 800 for box in item.boxes)


def test_scanned_and_blank_pages_are_told_apart_and_the_others_read(tmp_path):
    path = tmp_path / "three.pdf"
    path.write_bytes(pdf(column(60, 100, BODY), scan(), ""))
    text, scanned, blank = read_pages([str(path)])
    assert (text.page, text.encoding) == (1, "pdf")
    assert isinstance(scanned, InputFailure)
    assert scanned.page == 2
    assert "OCR" in scanned.reason
    assert blank == Skipped(str(path), "a blank page", 3)


def test_encrypted_and_damaged_files_are_refused():
    with pytest.raises(InputError, match="encrypted"):
        list(pdf_pages(FIXTURES / "encrypted.pdf", "x"))
    with pytest.raises(InputError, match="damaged"):
        list(pdf_pages(b"%PDF-1.4 nothing more", "x"))
    (failure,) = read_pages([str(FIXTURES / "encrypted.pdf")])
    assert failure.reason.startswith("an encrypted PDF")


def test_no_character_is_lost_or_said_twice():
    page = [Text(60, 60, "一二三四五六", 18)]
    for place in range(4):
        lines = [chr(0x4E10 + 40 * place + row) * (row + 1) for row in range(9)]
        page += column(60 + 130 * place, 90 + 5 * place, lines)
    wanted = sorted("".join(text.text for text in page))
    assert sorted("".join(text_of(page).split())) == wanted


def test_glyphs_set_one_by_one_in_a_font_that_is_nowhere_are_read():
    page = [Text(60 + 10 * place, 100 + 15 * row, "乙丙丁"[place]) for row in range(2) for place in range(3)]
    # A blank set by itself elsewhere doesn't stretch the glyph that stands before it in the file.
    page += [Text(90, 100, "戊"), Text(400, 100, " "), *column(60, 130, BODY), *column(200, 100, BODY)]
    assert lines_of(page) == ["乙丙丁戊", "乙丙丁", *BODY, *BODY]


def test_an_article_of_two_columns_has_a_box_for_each():
    page = [Text(60, 60, "常务会议通过重点工程计划", 28)]
    page += [text for place in range(2) for text in column(60 + 170 * place, 110, BODY)]
    (item,) = pdf_pages(pdf(page), "x.pdf")
    assert isinstance(item, PageText)
    start = item.text.index(BODY[0])
    first, second = places(item.boxes, [(start, len(item.text))])
    assert (first[0], second[0]) == (60, 230)
    assert (first[1], first[3]) == (second[1], second[3])
    head = item.boxes[0]
    assert places(item.boxes, [(0, 3)]) == [(head.left, head.top, head.right, head.bottom)]
    assert places(item.boxes, []) == []
