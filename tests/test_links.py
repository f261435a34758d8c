"""Articles that stand on several pages of a file: each record names the record of its other piece."""

from __future__ import annotations

import asyncio
import csv
import json
import sys
import time
from io import BytesIO, TextIOWrapper

import pytest
from selectolax.lexbor import LexborHTMLParser

from summarizer import split
from summarizer.cli import main
from summarizer.inputs.types import InputFailure, PageText, Skipped
from summarizer.report.records import read_records
from summarizer.run.engine import run_pages
from summarizer.run.intake import Arrival
from summarizer.run.links import Linker
from summarizer.run.stop import Stop
from summarizer.run.store import open_store
from summarizer.run.types import Progress, RunOptions
from summarizer.splitter.jumps import link, parts
from tests.faultlab.batches import BatchLab
from tests.faultlab.server import FaultLab
from tests.pdf_writer import Text, column, pdf
from tests.runkit import PlainWork
from tests.test_jumps import BACK, COUNCIL, FRONT, INSIDE

ALONE = (
    "市图书馆延长开放\n本报讯 市图书馆下月起每日开放至晚上九时，新增座位120个，读者凭证入馆，周一照常闭馆。\n"
)
PARK, BIRDS = (1, "湿地公园三期工程开工"), (2, "生态修复与科普并重")
METRO, BUSES = (1, "地铁五号线试运行"), (2, "五号线沿线再添九条接驳公交")


@pytest.fixture
def lab(monkeypatch):
    with FaultLab() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        yield server


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(f"{FRONT}\f{BACK}\f{ALONE}", "utf-8")
    return path


@pytest.fixture
def records(capsys):
    """Run pages and return the records that come out, in the order of the input."""

    def run(*arguments: object, code: int = 0) -> list[dict]:
        command = ["run", *map(str, arguments), "--model", "m", "--format", "json", "--ordered", "-q"]
        assert main(command) == code
        return rows(capsys.readouterr().out)

    return run


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.split("\n") if line]


def linked(found: list[dict]) -> dict:
    """What each record says of its other pieces: page and headline of the records that it names."""
    names = {}
    for record in found:
        article = record["article"]
        piece = {
            "page": article["page"],
            "id": article["id"],
            "content_key": record["provenance"]["content_key"],
        }
        names[json.dumps(piece)] = (article["page"], article["headline"])
    return {
        (record["article"]["page"], record["article"]["headline"]): tuple(
            piece and names[json.dumps(piece)]
            for piece in (record["article"]["next_piece"], record["article"]["previous_piece"])
        )
        for record in found
    }


WHOLE = {
    PARK: (BIRDS, None),
    METRO: (BUSES, None),
    BUSES: (None, METRO),
    BIRDS: (None, PARK),
    (3, "市图书馆延长开放"): (None, None),
}


# Runs


def test_records_name_the_records_of_their_other_pieces_in_both_directions(lab, paper, records):
    assert linked(records(paper)) == WHOLE


def test_records_say_the_same_links_as_the_split_command(lab, paper, records):
    pages = [split(text) for text in paper.read_text("utf-8").split("\f")]
    said = {
        (pair.page, pair.id, pair.next_page, pair.next_id)
        for pair in link(part for number, page in enumerate(pages, 1) for part in parts(number, page))
    }
    articles = [record["article"] for record in records(paper)]
    ahead = {
        (a["page"], a["id"], a["next_piece"]["page"], a["next_piece"]["id"])
        for a in articles
        if a["next_piece"]
    }
    behind = {
        (a["previous_piece"]["page"], a["previous_piece"]["id"], a["page"], a["id"])
        for a in articles
        if a["previous_piece"]
    }
    assert ahead == behind == said
    assert len(said) == 2


def test_an_article_in_the_middle_names_both_of_its_neighbours(lab, tmp_path, records):
    middle = INSIDE + "Continued on A9\n"
    last = INSIDE.replace("Page A6", "Page A9").replace("from A1", "from A6").replace("plan appeal", "go on")
    path = tmp_path / "gazette.txt"
    path.write_text(f"{COUNCIL}\f{middle}\f{last}", "utf-8")
    first, second, third = linked(records(path)).items()
    assert second[1] == (third[0], first[0])
    assert (first[1], third[1]) == ((second[0], None), (None, second[0]))


def test_a_run_that_finds_all_in_the_store_gives_the_same_records_and_asks_nothing(lab, paper, records):
    first = records(paper)
    asked = lab.count
    assert records(paper) == first
    assert lab.count == asked


def test_a_run_that_was_stopped_and_goes_on_gives_the_links_of_a_whole_one(lab, paper, tmp_path, records):
    out = tmp_path / "r.jsonl"
    some = records(paper, "-o", out, "--max-tokens", 1, "--concurrency", 1, code=3)
    assert 0 < len(some) < len(WHOLE)
    assert all(record["article"]["next_piece"] for record in some if record["article"]["continues_on"])
    records(paper, "-o", out, "--append")
    written = rows(out.read_text("utf-8"))
    assert len(written) == len(WHOLE)
    assert linked(written) == WHOLE


def test_a_page_of_the_store_in_a_file_of_its_own_is_linked_to_nothing_and_costs_nothing(
    lab, paper, tmp_path, records
):
    whole = records(paper)
    asked = lab.count
    front = tmp_path / "front.txt"
    front.write_text(FRONT, "utf-8")
    alone = records(front)
    assert lab.count == asked
    assert [record["article"]["next_piece"] for record in alone] == [None, None]
    assert [record["article"]["continues_on"] for record in alone] == ["3", "3"]
    keys = [record["provenance"]["content_key"] for record in alone]
    assert keys == [record["provenance"]["content_key"] for record in whole[:2]]


def test_a_page_that_was_first_seen_alone_is_linked_in_its_file_without_a_request(lab, tmp_path, records):
    for name, text in (("a.txt", FRONT), ("b.txt", BACK), ("c.txt", ALONE)):
        (tmp_path / name).write_text(text, "utf-8")
    records(tmp_path)
    asked = lab.count
    (tmp_path / "paper.txt").write_text(f"{FRONT}\f{BACK}\f{ALONE}", "utf-8")
    found = [r for r in records(tmp_path) if r["article"]["source"].endswith("paper.txt")]
    assert linked(found) == WHOLE
    assert lab.count == asked


def test_pieces_of_two_files_are_never_linked(lab, tmp_path, records):
    (tmp_path / "a.txt").write_text(f"{FRONT}\f{ALONE}", "utf-8")
    (tmp_path / "b.txt").write_text(f"{ALONE}\f{BACK}", "utf-8")
    assert all(sides == (None, None) for sides in linked(records(tmp_path)).values())


def test_a_blank_page_between_them_does_not_part_two_pieces(lab, tmp_path, records):
    path = tmp_path / "gazette.txt"
    path.write_text(f"{COUNCIL}\f \f{INSIDE}", "utf-8")
    assert [r["article"]["page"] for r in records(path)] == [1, 3]
    assert [r["article"]["next_piece"] and r["article"]["next_piece"]["page"] for r in records(path)] == [
        3,
        None,
    ]


def test_standard_input_with_form_feeds_is_a_file_of_several_pages(lab, records, monkeypatch):
    data = f"{COUNCIL}\f{INSIDE}".encode()
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(data)))
    front, inside = records("-")
    assert front["article"]["next_piece"]["content_key"] == inside["provenance"]["content_key"]
    assert inside["article"]["previous_piece"]["content_key"] == front["provenance"]["content_key"]


def test_the_pages_of_a_pdf_are_linked(lab, tmp_path, records):
    first = ["本报讯 昨日上午，临江湿地公园三期工程", "正式开工，总投资十二亿元。", "（下转第2版）"]
    second = ["（上接第1版）", "湿地公园三期将恢复湿地三百四十公顷，", "工程还包括两座观鸟塔。"]
    sheets = [
        [Text(60, 40, label, 9), Text(60, 80, head, 24), *column(60, 130, lines)]
        for label, head, lines in (("第1版", PARK[1], first), ("第2版", BIRDS[1], second))
    ]
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf(*sheets))
    assert linked(records(path)) == {PARK: (BIRDS, None), BIRDS: (None, PARK)}


def test_records_of_a_batch_are_linked_too(paper, tmp_path, monkeypatch):
    out = tmp_path / "r.jsonl"
    command = ["run", str(paper), "--model", "m", "--route", "batch", "--no-wait", "-o", str(out)]
    monkeypatch.setenv("OPENAI_API_KEY", "sk-lab-0123456789")
    with FaultLab(extra=BatchLab()) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        assert any(main([*command, "--append", "-q"]) == 0 for _ in range(12))
    assert linked(rows(out.read_text("utf-8"))) == WHOLE


# What waits, and for how long


def arrival(source: str, page: int, text: str, pages: int) -> Arrival:
    articles = list(split(text))
    keys = [f"{source}-{page}-{article.id}" for article in articles]
    return Arrival(PageText(source, page, text, pages=pages), f"{page}", keys, articles)


def test_only_pages_from_the_first_jump_line_of_a_file_on_wait_and_only_for_its_end():
    linker = Linker()
    one = arrival("one.txt", 1, FRONT, 1)
    assert linker.take(one) == [one]
    before, front, back = (
        arrival("a.txt", n, text, 3) for n, text in ((1, ALONE), (2, COUNCIL), (3, INSIDE))
    )
    assert linker.take(before) == [before]
    assert linker.take(front) == []
    first, second = linker.take(back)
    assert first.pieces[0].next_piece.model_dump() == {"page": 3, "id": "a1", "content_key": "a.txt-3-a1"}
    assert second.pieces[0].previous_piece.content_key == "a.txt-2-a1"
    assert linker.rest() == []


@pytest.mark.parametrize(
    "end",
    [
        InputFailure("a.txt", "the disk is gone"),
        InputFailure("a.txt", "damaged", 4),
        Skipped("a.txt", "blank", 4),
        PageText("b.txt", 3, ALONE, pages=9),
        PageText("a.txt", 1, ALONE, pages=4),
    ],
)
def test_a_file_whose_last_page_never_comes_as_a_page_is_let_go_in_order(end):
    linker = Linker()
    front, inside = arrival("a.txt", 1, COUNCIL, 4), arrival("a.txt", 3, INSIDE, 4)
    assert linker.take(front) == linker.take(inside) == []
    ready = linker.take(Arrival(end))
    assert [one.input for one in ready] == [front.input, inside.input, end]
    assert ready[0].pieces[0].next_piece.page == 3


def test_a_page_that_failed_takes_no_part_and_the_others_are_linked_without_it():
    linker = Linker()
    linker.take(arrival("a.pdf", 1, COUNCIL, 3))
    linker.take(Arrival(InputFailure("a.pdf", "a scan", 2)))
    front, _, _ = linker.take(arrival("a.pdf", 3, ALONE, 3))
    assert front.pieces[0].next_piece is None


def test_a_stop_is_heard_while_a_file_is_held_and_none_of_it_is_told(tmp_path):
    read = 0

    def pages():
        nonlocal read
        for read in range(1, 2001):
            time.sleep(0.01)
            yield PageText("a.txt", read, COUNCIL, pages=2000)

    stop, told = Stop(), []

    def on_event(event):
        told.append(event)
        if isinstance(event, Progress):
            stop.request()

    summary = asyncio.run(
        run_pages(
            pages(),
            store=open_store(tmp_path / "runs.db"),
            work=PlainWork(),
            options=RunOptions(),
            stop=stop,
            on_event=on_event,
        )
    )
    assert (summary.stopped, summary.pages.discovered) == ("interrupted", 0)
    assert not [event for event in told if not isinstance(event, Progress) and hasattr(event, "json")]
    time.sleep(0.1)
    before = read
    time.sleep(0.1)
    assert read == before < 2000


# Reports


@pytest.fixture
def jsonl(lab, paper, tmp_path, records):
    path = tmp_path / "r.jsonl"
    records(paper, "-o", path)
    return path


def test_csv_and_parquet_say_page_and_article_of_the_other_pieces(jsonl, tmp_path):
    from pyarrow import parquet

    for form in ("csv", "parquet"):
        assert main(["export", str(jsonl), "-f", form, "-o", str(tmp_path / form)]) == 0
    with (tmp_path / "csv" / "articles.csv").open(encoding="utf-8-sig", newline="") as file:
        table = {row["headline"]: row for row in csv.DictReader(file)}
    names = (
        "continued_from",
        "previous_page",
        "previous_article",
        "continues_on",
        "next_page",
        "next_article",
    )
    park, birds = ([table[head][name] for name in names] for head in (PARK[1], BIRDS[1]))
    assert park == ["", "", "", "3", "2", table[BIRDS[1]]["article"]]
    assert birds == ["1", "1", table[PARK[1]]["article"], "", "", ""]
    exact = {
        row["headline"]: row for row in parquet.read_table(tmp_path / "parquet/articles.parquet").to_pylist()
    }
    assert [exact[PARK[1]][name] for name in names] == [
        None,
        None,
        None,
        "3",
        2,
        birds and table[BIRDS[1]]["article"],
    ]


def test_each_piece_links_to_the_other_on_the_html_page(jsonl, tmp_path):
    assert main(["export", str(jsonl), "-o", str(tmp_path / "r.html")]) == 0
    tree = LexborHTMLParser((tmp_path / "r.html").read_text("utf-8"))
    leads = {
        article.css_first("h2").text(): tree.css_first(jump.attributes["href"]).text()
        for article in tree.css("article")
        for jump in article.css("a.jump")
    }
    assert leads == {
        one[1]: other[1] for one, other in ((PARK, BIRDS), (BIRDS, PARK), (METRO, BUSES), (BUSES, METRO))
    }
    assert "不在这些记录中" not in tree.body.text()


def test_a_piece_that_is_not_among_the_records_is_said_to_be_elsewhere_on_the_html_page(jsonl):
    from summarizer.report import html

    alone = [record for record in read_records(str(jsonl)) if record.article.headline == PARK[1]]
    tree = LexborHTMLParser("".join(html.render(alone + alone)))
    first, second = tree.css("a.jump")
    assert first.attributes["href"] == second.attributes["href"]
    assert tree.css_first(first.attributes["href"]).text().endswith("paper.txt · 第2页 a2：不在这些记录中")
    anchors = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(anchors) == len(set(anchors))


def test_the_reports_to_read_say_where_the_other_piece_is(jsonl, paper, tmp_path, capsys):
    assert main(["export", str(jsonl), "-o", str(tmp_path / "r.md")]) == 0
    said = (tmp_path / "r.md").read_text("utf-8")
    capsys.readouterr()
    assert main(["run", str(paper), "--model", "m", "-q"]) == 0
    for text in (said, capsys.readouterr().out):
        assert "下转3版（第2页 a2）" in text
        assert "上接1版（第1页 a1）" in text


def test_records_of_before_there_were_links_are_still_read(jsonl):
    old = []
    for record in rows(jsonl.read_text("utf-8")):
        for name in ("next_piece", "previous_piece"):
            del record["article"][name]
        old.append(json.dumps(record, ensure_ascii=False))
    jsonl.write_text("\n".join(old) + "\n", "utf-8")
    assert [record.article.next_piece for record in read_records(str(jsonl))] == [None] * len(WHOLE)


def test_the_count_of_pages_is_that_of_the_file(tmp_path, paper):
    from summarizer.inputs import read_pages

    assert [page.pages for page in read_pages([str(paper)])] == [3, 3, 3]
    row = tmp_path / "rows.jsonl"
    row.write_text('{"text": "a"}\n{"text": "b"}\n', "utf-8")
    assert [page.pages for page in read_pages([str(row)])] == [1, 1]
