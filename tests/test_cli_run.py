"""`summarizer run` against a real server: every article ends in the account, and none is lost."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.cli import main
from tests.faultlab.batches import BatchLab
from tests.faultlab.faults import Fault, script, status
from tests.faultlab.server import FaultLab
from tests.pdf_writer import Text, column, pdf


def article(number: int) -> str:
    return (
        f"青澜市召开第{number}次工作会议\n\n"
        f"本报讯 3月{number}日，青澜市召开第{number}次工作会议，市长林远航主持会议并讲话。"
        f"会议审议通过有关方案，决定投资{number}.5亿元建设第{number}批重点项目，"
        f"{number + 20}家企业参加。（高美）\n"
    )


@pytest.fixture
def pages(tmp_path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(1, 5):
        (folder / f"p{number}.txt").write_text(article(number), "utf-8")
    return folder


@pytest.fixture
def call(capsys, monkeypatch):
    def run(lab: FaultLab | None, *arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        if lab is not None:
            monkeypatch.setenv("OPENAI_BASE_URL", lab.url)
            arguments = (*arguments, "--model", "m")
        code = main(["run", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


def rows(text: str) -> list[dict]:
    return [json.loads(line) for line in text.split("\n") if line]


# The main job


def test_a_report_of_each_article_goes_to_stdout_in_the_order_of_the_pages(call, pages):
    with FaultLab() as lab:
        code, out, err = call(lab, pages)
    assert code == 0
    heads = [f"青澜市召开第{number}次工作会议" for number in range(1, 5)]
    places = [out.index(f"\n{head}\n") for head in heads]
    assert places == sorted(places)
    assert "pages 4 = 4 done + 0 failed + 0 skipped; articles 4 = 4 done" in err


def test_records_go_to_a_file_or_to_stdout_as_lines(call, pages, tmp_path):
    with FaultLab() as lab:
        code, out, err = call(lab, pages, "-o", tmp_path / "r.jsonl", "-q")
        assert (code, out, err) == (0, "", "")
        written = (tmp_path / "r.jsonl").read_text("utf-8")
        assert len(rows(written)) == 4
        _, out, _ = call(lab, pages, "--format", "json", "--ordered")
        assert sorted(out.split("\n")) == sorted(written.split("\n"))


def test_a_page_whose_columns_are_mixed_is_warned_of(call, tmp_path):
    left = [
        "The county will close",
        "the bridge over the river",
        "for nine weeks from",
        "the first of March.",
    ]
    right = [
        "Library members will no",
        "longer pay late fines,",
        "the board decided on",
        "a vote of five to two.",
    ]
    path = tmp_path / "mixed.txt"
    path.write_text("\n".join(f"{one:40}{two}" for one, two in zip(left, right, strict=True)) * 3, "utf-8")
    with FaultLab() as lab:
        _, _, err = call(lab, path)
    assert "mixed.txt: lines of several columns seem to be mixed" in err


def test_a_second_run_asks_nothing(call, pages):
    with FaultLab() as lab:
        call(lab, pages)
        asked = lab.count
        code, _, err = call(lab, pages)
        assert (code, lab.count) == (0, asked)
    assert "4 from earlier runs" in err


def test_standard_input_and_lists_of_files_are_inputs(call, pages, tmp_path):
    names = tmp_path / "names.txt"
    names.write_text(f"{pages / 'p1.txt'}\n\n{pages / 'p2.txt'}\n", "utf-8")
    with FaultLab() as lab:
        _, out, err = call(
            lab, "-", "--files-from", names, "--format", "json", stdin=article(3).encode("gb18030")
        )
    assert [row["article"]["source"] for row in rows(out)] == ["-", f"{pages}/p1.txt", f"{pages}/p2.txt"]
    assert "-: read as GB18030, not UTF-8" in err


def test_a_list_of_files_that_is_missing_is_one_line(call, tmp_path):
    with FaultLab() as lab:
        code, out, err = call(lab, "--files-from", tmp_path / "none.txt", "-q")
    assert (code, out) == (1, "")
    assert err == f"Error: {tmp_path / 'none.txt'}: can't be read: No such file or directory\n"


def test_no_input_is_taken_for_the_output(call, tmp_path):
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": 1, "text": article(1)}))
    before = texts.read_bytes()
    with FaultLab() as lab:
        for word in ("--force", "--append"):
            assert call(lab, texts, "-o", texts, word)[0] == 2
        assert lab.count == 0
    assert texts.read_bytes() == before


# Bad input and bad endpoints


def test_one_bad_page_does_not_stop_the_rest_and_the_account_adds_up(call, pages, tmp_path):
    (pages / "p5.txt").write_bytes(bytes(range(256)) * 9)
    (pages / "p6.txt").write_text(" \n", "utf-8")
    with FaultLab() as lab:
        code, _, err = call(lab, pages, "--summary", tmp_path / "sum.json", "-q", "--format", "json")
    assert code == 3
    assert [line.split(": ")[0] for line in err.strip().split("\n")] == [f"{pages}/p5.txt", f"{pages}/p6.txt"]
    said = json.loads((tmp_path / "sum.json").read_text("utf-8"))
    assert said["pages"] == {"discovered": 6, "done": 4, "failed": 2, "skipped": 0}
    assert said["exit_code"] == 3


def test_nothing_to_read_asks_nothing_and_starts_no_model(call, tmp_path):
    (tmp_path / "blank.txt").write_text("\n")
    code, out, err = call(None, tmp_path / "blank.txt", tmp_path / "missing.txt")
    assert (code, out) == (1, "")
    assert "blank" in err
    assert "no such file" in err


def test_a_failed_article_is_a_record_with_its_reason_and_can_be_tried_again(call, pages, tmp_path):
    lab_script = script(by_word={"第2批": [status(400)] * 50})
    with FaultLab(lab_script) as lab:
        code, out, err = call(lab, pages, "--quiet", "--format", "json", "-o", tmp_path / "r.jsonl")
        assert code == 3
        assert len([line for line in err.split("\n") if ": failed: " in line]) == 1
        failed = [row for row in rows(out) if row["status"] == "failed"]
        assert len(failed) == 1
        assert failed[0]["reason"]
        lab.faults = script()
        code, _, _ = call(lab, pages, "--retry-failed", "-o", tmp_path / "r.jsonl", "--append")
        assert code == 0
    assert [row["status"] for row in rows((tmp_path / "r.jsonl").read_text("utf-8"))].count("done") == 4


@pytest.mark.parametrize(("number", "said"), [(401, "key"), (404, "model")])
def test_a_refused_key_or_model_stops_the_run_in_one_line(call, pages, number, said):
    with FaultLab(script(every=status(number))) as lab:
        code, _, err = call(lab, pages, "--format", "json")
    assert code == 1
    assert any(said in line for line in err.split("\n"))
    assert "4 discovered" not in err


def test_a_key_never_reaches_what_is_written(call, pages, tmp_path, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-very-secret-key-123456")
    faults = script([status(401, message="bad key sk-very-secret-key-123456")])
    with FaultLab(faults) as lab:
        first = call(lab, pages, "--format", "json", "--summary", tmp_path / "sum.json")
        second = call(lab, pages, "--format", "json", "-o", tmp_path / "r.jsonl")
    said = (
        "".join(map(str, first + second))
        + (tmp_path / "sum.json").read_text()
        + (tmp_path / "r.jsonl").read_text()
    )
    assert "very-secret" not in said


# Outputs


def test_an_output_that_cannot_be_written_is_found_before_anything_is_asked(call, pages, tmp_path):
    with FaultLab() as lab:
        for options in (
            ["-o", tmp_path / "no" / "r.jsonl"],
            ["--summary", tmp_path / "no" / "s.json"],
            ["-o", tmp_path],
        ):
            code, out, err = call(lab, pages, *options)
            assert (code, out) == (1, "")
            assert err.count("\n") == 1
        assert lab.count == 0


def test_an_existing_output_needs_a_word(call, pages, tmp_path):
    out = tmp_path / "r.jsonl"
    out.write_text('{"mine": 1}\n{"torn')
    with FaultLab() as lab:
        assert call(lab, pages, "-o", out)[0] == 2
        assert lab.count == 0
        code, _, err = call(lab, pages / "p1.txt", "-o", out, "--append")
        assert code == 0
        assert "took away an incomplete last line" in err
        call(lab, pages, "-o", out, "--append")
        assert [row.get("mine") for row in rows(out.read_text("utf-8"))] == [1, None, None, None, None]
        call(lab, pages / "p1.txt", "-o", out, "--force")
        assert len(rows(out.read_text("utf-8"))) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_stops_the_run_and_what_was_done_is_in_the_store(call, pages):
    with FaultLab() as lab:
        code, _, err = call(lab, pages, "-o", "/dev/full", "-q")
        assert code == 1
        assert "the disk is full" in err
        asked = lab.count
        assert asked > 0
        code, out, _ = call(lab, pages, "--format", "json")
        assert code == 0
        assert len(rows(out)) == 4


# Money


def test_a_dry_run_asks_nothing_and_tells_what_is_done_already(call, pages):
    with FaultLab() as lab:
        call(lab, pages / "p1.txt")
        asked = lab.count
        code, out, _ = call(lab, pages, "--dry-run")
        assert (code, lab.count) == (0, asked)
    assert "articles: 4, of which 1 are done already" in out
    assert "cost:     unknown" in out


def test_a_budget_of_tokens_stops_the_run_in_order(call, pages):
    with FaultLab() as lab:
        code, out, err = call(lab, pages, "--max-tokens", 1, "--concurrency", 1, "--format", "json")
    assert code == 3
    assert 1 <= len(rows(out)) < 4
    assert "the limit was 1" in err


def test_a_budget_of_money_needs_a_price_which_the_user_can_give(call, pages, tmp_path, monkeypatch):
    monkeypatch.setattr("summarizer.cli.prices.prices_path", lambda: tmp_path / "prices.toml")
    with FaultLab() as lab:
        code, _, err = call(lab, pages, "--max-cost", 1)
        assert (code, lab.count) == (2, 0)
        assert str(tmp_path / "prices.toml") in err
        (tmp_path / "prices.toml").write_text('[models]\n"m*" = { input = 1000.0, output = 2000.0 }\n')
        code, _, err = call(lab, pages, "--max-cost", 0.01, "--concurrency", 1, "--format", "json")
    assert code == 3
    assert "the limit was 0.01" in err
    assert "$0." in err


def test_strict_runs_tell_contradicted_numbers_by_their_exit_code(call, pages, monkeypatch):
    monkeypatch.setattr(
        "summarizer.cli.view.contradicted", lambda record: record.article.source.endswith("p2.txt")
    )
    with FaultLab() as lab:
        assert call(lab, pages)[0] == 0
        code, _, err = call(lab, pages, "--strict")
    assert code == 3
    assert "1 records have contradicted numbers" in err


# Interruptions


def start(lab: FaultLab, *arguments: object) -> subprocess.Popen:
    environment = os.environ | {"OPENAI_BASE_URL": lab.url}
    command = [sys.executable, "-m", "summarizer", "run", *map(str, arguments), "--model", "m"]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def wait_for(condition, seconds: float = 30.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def when(condition: Callable[[], bool], act: Callable[[], None]) -> None:
    """Do something from another thread as soon as a condition holds."""

    def watch() -> None:
        wait_for(condition)
        act()

    threading.Thread(target=watch, daemon=True).start()


def test_ctrl_c_keeps_what_is_done_and_exits_with_130(call, pages, tmp_path):
    out = tmp_path / "r.jsonl"
    with FaultLab(latency=0.1) as lab:
        when(lambda: out.exists() and out.stat().st_size > 0, lambda: signal.raise_signal(signal.SIGINT))
        code, _, err = call(lab, pages, "-o", out, "--concurrency", 1, "-q")
        assert code == 130
        assert err.count("\n") == 1
        assert 1 <= len(rows(out.read_text("utf-8"))) < 4
        lab.latency = 0
        assert call(lab, pages, "-o", out, "--append", "-q")[0] == 0
    sources = [row["article"]["source"] for row in rows(out.read_text("utf-8"))]
    assert sorted(sources) == [f"{pages}/p{number}.txt" for number in range(1, 5)]


def test_ctrl_c_outside_a_run_is_a_line_too(capsys, monkeypatch):
    monkeypatch.setattr("summarizer.cli._run", lambda arguments: signal.raise_signal(signal.SIGINT))
    assert main(["split", "-"]) == 130
    assert capsys.readouterr().err == "interrupted; what was done is kept\n"


def test_kill_9_loses_no_line_and_doubles_none(call, pages, tmp_path):
    out = tmp_path / "r.jsonl"
    with FaultLab(latency=0.2) as lab:
        running = start(lab, pages, "-o", out, "--concurrency", 1, "-q")
        wait_for(lambda: out.exists() and out.read_bytes().count(b"\n") >= 2)
        running.kill()
        running.communicate()
        lab.latency = 0
        assert call(lab, pages, "-o", out, "--append", "-q")[0] == 0
    sources = [row["article"]["source"] for row in rows(out.read_text("utf-8"))]
    assert sorted(sources) == [f"{pages}/p{number}.txt" for number in range(1, 5)]


def test_a_reader_of_the_report_that_goes_away_stops_the_run_quietly(pages, capsys, monkeypatch):
    reader, writer = os.pipe()
    os.close(reader)
    monkeypatch.setattr(sys, "stdout", os.fdopen(writer, "w"))
    with FaultLab() as lab:
        monkeypatch.setenv("OPENAI_BASE_URL", lab.url)
        assert main(["run", str(pages), "--model", "m", "--concurrency", "1", "-q"]) == 141
        assert 0 < lab.count < 8
    assert capsys.readouterr().err == ""


def test_a_record_of_a_pdf_leads_back_to_the_sheet(call, tmp_path):
    path = tmp_path / "page.pdf"
    lines = ["本报讯　三月一日，青澜市召开会议，", "市长林远航主持，决定投资五亿元。"]
    path.write_bytes(pdf([], [Text(60, 60, "青澜市召开工作会议", 24), *column(60, 100, lines)]))
    with FaultLab() as lab:
        code, out, err = call(lab, path, "--format", "json")
    (record,) = rows(out)
    assert (code, record["article"]["page"]) == (0, 2)
    (box,) = record["article"]["boxes"]
    assert box["left"] == 60
    assert box["top"] < 60
    assert box["bottom"] > 115
    assert "a blank page" in err
    copy = path.with_name("copy.pdf")
    copy.write_bytes(path.read_bytes())
    text = path.with_name("page.txt")
    text.write_text("青澜市召开工作会议\n\n" + "\n".join(lines), "utf-8")
    with FaultLab() as lab:
        for again, boxes in ((copy, [box]), (path, [box]), (text, [])):
            _, out, _ = call(lab, again, "--format", "json")
            assert rows(out)[0]["article"]["boxes"] == boxes
        assert lab.count == 0


def test_batches_are_listed_followed_collected_and_cancelled(call, pages, monkeypatch, capsys):
    def batches(*arguments):
        assert main(["batches", *arguments, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    monkeypatch.setenv("OPENAI_API_KEY", "sk-lab-0123456789")
    with FaultLab(extra=BatchLab()) as lab:
        assert call(lab, pages, "--route", "batch", "--no-wait", "-q", "--format", "json")[0] == 1
        (sent,) = batches("list")
        assert (sent["state"], sent["requests"]) == ("sent", 4)
        (seen,) = batches("status")
        assert seen["remote"] in {"validating", "in_progress", "finalizing", "completed"}
        records = 0
        for _ in range(12):
            records += batches("collect")["records"]
        assert records == 4
        asked = lab.count
        code, out, err = call(lab, pages, "--format", "json")
        assert (code, len(rows(out)), lab.count) == (0, 4, asked)
        assert "4 from earlier runs" in err
        call(lab, pages, "--route", "batch", "--no-wait", "-q", "--format", "json", "--repair", "1")
        waiting = next(row for row in batches("list") if row["state"] == "sent")
        assert batches("cancel", waiting["batch_id"])["remote"] in {"cancelling", "cancelled"}
        assert main(["batches", "cancel", "none"]) == 2
    assert "no batch 'none' under way" in capsys.readouterr().err


def test_an_empty_account_stops_the_run_in_one_line(call, pages):
    empty = Fault("status", 429, "You exceeded your quota", code="insufficient_quota")
    with FaultLab(script(every=empty)) as lab:
        code, _, err = call(lab, pages, "--concurrency", "1", "-q")
        assert (code, lab.count) == (1, 1)
    assert "quota is used up" in err and "billing" in err


def test_a_batch_is_sent_and_collected_by_the_same_command(call, pages, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-lab-0123456789")
    with FaultLab(extra=BatchLab()) as lab:
        code, out, err = call(lab, pages, "--route", "batch", "--no-wait", "--format", "json")
        assert (code, out) == (1, "")
        assert "4 skipped" in err
        for _ in range(12):  # a strategy of several requests takes several rounds
            code, out, err = call(lab, pages, "--route", "batch", "--no-wait", "--format", "json")
            if code == 0:
                break
    assert code == 0
    assert len(rows(out)) == 4
