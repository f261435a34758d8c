"""Inputs: every page is read, or it is said why not."""

from __future__ import annotations

import io
import json
import os
import socket
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.inputs import InputFailure, PageText, Skipped, read_pages
from summarizer.inputs import read as reading
from summarizer.inputs.decode import decode

SIMPLIFIED = (
    "本报讯 2月27日，青澜市政府常务会议审议通过明年重点工程计划，总投资423.5亿元。市长林远航主持会议。"
)
TRADITIONAL = (
    "市政府昨日宣布，將於明年撥款三億五千萬元興建新圖書館，市長表示工程預計明年完成。記者陳美玲報導。"
)
ENGLISH = "The council’s vote — 5–2 — approved a €3.5 million contract for the café, “at last,” he said.\n"


def read(*paths: object, stdin: bytes = b"") -> list:
    return list(read_pages(map(str, paths), io.BytesIO(stdin)))


def only(items: list):
    assert len(items) == 1
    return items[0]


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (SIMPLIFIED, "utf-16", "utf-16-le"),
        (SIMPLIFIED, "utf-16-be", "utf-16-be"),
        (SIMPLIFIED, "utf-32", "utf-32-le"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (ENGLISH, "cp1252", "cp1252"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
    ],
)
def test_text_is_read_in_the_encoding_it_was_written_in(tmp_path, text, encoding, name):
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(encoding))
    page = only(read(path))
    assert (page.text, page.encoding) == (text, name)


def test_an_encoding_other_than_utf8_is_said_once(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes(f"{SIMPLIFIED}\f{SIMPLIFIED}".encode("gb18030"))
    first, second = read(path)
    assert first.notes == ("read as GB18030, not UTF-8",)
    assert second.notes == ()


def test_line_ends_and_byte_order_mark_are_as_python_reads_them(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes("\ufeff第一行\r\n第二行\r第三行\n".encode())
    assert only(read(path)).text == path.read_text("utf-8-sig")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "nothing but blanks"),
        ("\u3000\ufeff\n".encode(), "nothing but blanks"),
        (bytes(range(256)) * 8, "binary"),
        (b"\x00" * 400, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "OCR"),
        (b"PK\x03\x04" + bytes(50), "Word"),
        (b"\x1f\x8b\x08" + bytes(50), "unpack"),
        (SIMPLIFIED.encode() + b"\xff", "damaged UTF-8: byte 0xFF at offset"),
        (b"\xff\xfe\x00\xd8", "damaged UTF-16-LE"),
        (bytes([0x81, 0xFF, 0xFE, 0x81, 0x8D]) * 40, "undecodable"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(tmp_path, data, said):
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    failure = only(read(path))
    assert isinstance(failure, InputFailure)
    assert failure.source == str(path)
    assert said in failure.reason
    assert "\n" not in failure.reason


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_but_an_input_error(data):
    try:
        text, _ = decode(data)
    except InputError:
        return
    assert "\r" not in text


@given(st.text(min_size=1, max_size=300).filter(lambda text: text.isprintable() and not text.isspace()))
def test_any_printable_text_comes_back_from_utf8(text):
    try:
        assert decode(text.encode()) == (text, "utf-8")
    except InputError as error:  # some texts begin like another kind of file
        assert "not text but" in str(error) or "blanks" in str(error)


def test_one_bad_file_does_not_stop_the_rest(tmp_path):
    (tmp_path / "a.txt").write_text("第一页", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text("第三页", "utf-8")
    assert [type(item) for item in read(tmp_path)] == [PageText, InputFailure, PageText]


def test_form_feeds_part_pages_and_blank_ones_keep_their_number(tmp_path):
    path = tmp_path / "volume.txt"
    path.write_text("一\f\n\f三\f", "utf-8")
    first, blank, third = read(path)
    assert (first.text, first.page) == ("一", 1)
    assert blank == Skipped(str(path), "a blank page", 2)
    assert (third.text, third.page) == ("三", 3)


def test_directories_are_read_in_natural_order_and_say_what_they_leave_out(tmp_path):
    for name in ("p10.txt", "p2.txt", "sub/p1.txt", "photo.jpg", ".hidden.txt", "records.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    items = read(tmp_path)
    assert [i.text for i in items if isinstance(i, PageText)] == ["p2.txt", "p10.txt", "sub/p1.txt"]
    skipped = {Path(i.source).name: i.reason for i in items if isinstance(i, Skipped)}
    assert skipped == {
        "photo.jpg": "not a page (.jpg)",
        ".hidden.txt": "hidden",
        "records.jsonl": "not a page (.jsonl)",
    }


def test_a_directory_without_pages_is_an_error(tmp_path):
    (tmp_path / "notes.doc").write_text("x")
    *_, failure = read(tmp_path)
    assert isinstance(failure, InputFailure)
    assert "without new pages" in failure.reason


def test_loops_of_links_end_and_no_file_is_read_twice(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "page.txt").write_text("一", "utf-8")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "twin.txt").symlink_to(tmp_path / "sub" / "page.txt")
    (tmp_path / "zzz.txt").symlink_to(tmp_path / "nowhere")
    items = read(tmp_path)
    assert sum(isinstance(item, PageText) for item in items) == 1
    assert [i.reason for i in items if isinstance(i, InputFailure)] == ["a link that leads nowhere"]


def test_devices_sockets_and_missing_files_are_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s")
        reasons = [item.reason for item in read("/dev/zero", "s", "missing.txt", "bad\0name")]
    assert [reason.split(":")[0] for reason in reasons] == [
        "a device, not a file",
        "a socket, not a file",
        "no such file or directory",
        "no path",
    ]


def test_a_named_pipe_is_read_when_it_is_named(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    threading.Thread(target=path.write_text, args=("来自管道", "utf-8"), daemon=True).start()
    assert only(read(path)).text == "来自管道"


def test_patterns_are_expanded_and_one_without_match_is_an_error(tmp_path):
    for name in ("a2.txt", "a10.txt", "b.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    items = read(tmp_path / "a*.txt", tmp_path / "c*.txt")
    assert [getattr(item, "text", None) for item in items] == ["a2.txt", "a10.txt", None]
    assert items[2].reason == "no file matches this pattern"


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path):
    path = tmp_path / "page[1].txt"
    path.write_text("一", "utf-8")
    assert only(read(path)).text == "一"


def test_standard_input_is_text_or_rows(tmp_path):
    assert only(read("-", stdin=SIMPLIFIED.encode("gb18030"))).text == SIMPLIFIED
    rows = [json.dumps({"id": n, "text": f"文{n}"}, ensure_ascii=False) for n in (1, 2)]
    pages = read("-", stdin="\n".join(rows).encode())
    assert [(page.source, page.text) for page in pages] == [("-#1", "文1"), ("-#2", "文2")]
    assert "empty" in only(read("-")).reason


def test_a_row_may_hold_a_number_longer_than_python_reads(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": ' + "9" * 5000 + ', "text": "甲"}\n{"text": 5}\n', "utf-8")
    page, failed = read_pages([str(path)])
    assert isinstance(page, PageText) and page.text == "甲"
    assert isinstance(failed, InputFailure) and 'no "text"' in failed.reason


def test_a_text_cut_in_mid_character_is_told_as_such():
    data = ("市政府与中国出口信用保险公司签署新一轮合作协议。\n" * 5 + "结束语").encode("gb18030")
    with pytest.raises(InputError, match="GB18030 text that breaks off"):
        decode(data[:-1])


def test_rows_of_jsonl_are_pages_and_a_bad_row_is_a_failed_page(tmp_path):
    path = tmp_path / "texts.jsonl"
    rows = [
        '{"id": "x", "text": "甲\\r\\n乙\\u2028丙"}',
        "not json",
        '{"text": "no id"}',
        "",
        '{"id": "y"}',
        '{"id": "z", "text": "  "}',
        '{"id": "s", "text": "\\ud800"}',
        '{"article": {}, "status": "done"}',
        "[" * 100_000,
    ]
    path.write_text("\n".join(rows), "utf-8")
    items = read(path)
    assert [(i.source.removeprefix(str(path)), getattr(i, "text", None)) for i in items] == [
        ("#x", "甲\n乙\u2028丙"),
        (":2", None),
        (":3", "no id"),
        (":5", None),
        ("#z", None),
        ("#s", None),
        (":8", None),
        (":9", None),
    ]
    assert "summarizer check" in items[6].reason


def test_a_file_beyond_the_limit_is_refused_before_it_fills_the_memory(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MAX_BYTES", 1000)
    path = tmp_path / "huge.txt"
    path.write_bytes(b"a" * 1001)
    assert "split it" in only(read(path)).reason


def test_a_file_name_that_is_no_utf8_gives_a_source_that_can_be_stored(tmp_path):
    (tmp_path / os.fsdecode(b"\xff.txt")).write_text("一", "utf-8")
    page = only(read(tmp_path))
    assert page.text == "一"
    page.source.encode("utf-8")


def test_pages_are_read_one_at_a_time(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text("一", "utf-8")
    pages = read_pages([str(tmp_path)])
    next(pages)
    (tmp_path / "1.txt").unlink()
    assert isinstance(next(pages), InputFailure)
