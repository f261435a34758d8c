"""HTML pages: what a visitor reads, in the encoding the page declares."""

from __future__ import annotations

import io

import pytest

from summarizer.errors import InputError
from summarizer.inputs import read_pages
from summarizer.inputs.html import html_text, looks_like_html


def text_of(body: str, head: str = '<meta charset="utf-8">') -> str:
    return html_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())[0]


def test_paragraphs_are_apart_and_lines_end_where_a_browser_ends_them():
    body = "<h1>青澜市政府常务会议</h1><p>第一段，<b>总投资</b>\n 3亿元。<br>同段</p>"
    body += "<div>一行</div><div>又一行</div>"
    assert text_of(body) == "青澜市政府常务会议\n\n第一段，总投资 3亿元。\n同段\n\n一行\n又一行\n"


def test_scripts_hidden_parts_and_comments_are_not_read():
    hidden = "<script>1亿</script><style>p{}</style><!-- 2亿 --><p hidden>3亿</p><template>4亿</template>"
    assert text_of(f"{hidden}<p>正文</p>") == "正文\n"


def test_navigation_is_left_out_and_that_is_said():
    data = b"<body><nav>Home News</nav><article><h1>Vote</h1><p>5-2</p></article><footer>(c)</footer></body>"
    text, _, notes = html_text(data)
    assert text == "Vote\n\n5-2\n"
    assert notes == ("left out 11 characters of navigation, site header and footer",)


def test_a_header_that_holds_the_headline_stays():
    assert "Council votes" in text_of("<header><h1>Council votes</h1></header><p>Body.</p>")


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "gb18030"])
def test_the_declared_encoding_counts(declared):
    data = f'<html><head><meta charset="{declared}"></head><body><p>镕基</p></body></html>'.encode("gbk")
    assert html_text(data)[:2] == ("镕基\n", "gb18030")


def test_entities_and_cells_are_text():
    table = "<table><tr><td>A &amp; B</td><td>&lt;3%</td></tr><tr><td>c</td></tr></table>"
    assert text_of(table) == "A & B\t<3%\nc\n"


def test_a_page_is_known_by_its_beginning_whatever_its_name(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("  <!doctype HTML><html><body><p>一</p></body></html>", "utf-8")
    assert [page.text for page in read_pages([str(path)])] == ["一\n"]
    assert not looks_like_html(b"Html is a word; <html> a tag")
    stdin = io.BytesIO(b"<html><body>two</body></html>")
    assert [page.text for page in read_pages(["-"], stdin)] == ["two\n"]


def test_a_page_without_text_and_one_nested_too_deeply_are_refused():
    with pytest.raises(InputError, match="without readable text"):
        text_of("<img src=x>")
    with pytest.raises(InputError, match="deep"):
        text_of("<div>" * 5000)


def test_unclosed_paragraphs_are_no_nesting():
    assert text_of("<p>x" * 5000).count("x") == 5000
