"""The command line: one line for every error, data on stdout alone, exit codes that tell the truth."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.cli.app import COMMANDS
from summarizer.schema import Finding
from tests.sample_records import doubtful, failed, good

HEAVY = {
    "pydantic",
    "rich",
    "openai",
    "instructor",
    "jinja2",
    "selectolax",
    "pypdfium2",
    "charset_normalizer",
}
PAGE = "本报讯 2月27日，青澜市市长林远航主持会议，审议通过重点工程计划，总投资423.5亿元。（高美）\n"


@pytest.fixture
def call(capsys, monkeypatch):
    """Run a command line in this process; return its exit code, stdout and stderr."""

    def run(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return run


@pytest.fixture
def records(tmp_path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(make().model_dump_json() for make in (good, doubtful, failed)) + "\n", "utf-8")
    return path


@pytest.fixture
def page(tmp_path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(f"青澜市政府常务会议审议通过明年重点工程计划\n{PAGE}", "utf-8")
    return path


# Help and usage


def test_help_is_quick_because_it_loads_nothing_heavy():
    program = (
        "import sys; from summarizer.cli import main; main(['--help']);"
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "Exit codes" in done.stdout
    assert not HEAVY & set(re.findall(r"'(\w+)'", done.stderr))


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_there_and_has_help(call, command):
    code, out, _ = call(command, "--help")
    assert code == 0
    assert "Usage: summarizer " + command in out


def test_the_exit_codes_of_a_run_are_documented(call):
    _, out, _ = call("run", "--help")
    for number in (0, 1, 2, 3, 130):
        assert re.search(rf"^ +{number} ", out, re.MULTILINE)


@pytest.mark.parametrize(
    "arguments",
    [
        ["bogus"],
        ["run"],
        ["run", "x", "--no-such-option"],
        ["run", "x", "--append", "--force"],
        ["run", "x", "--route", "batch"],
        ["run", "x", "--engine", "ray"],
        ["run", "x", "--max-tokens", "0"],
        ["run", "x", "--model", "some-model"],
        ["run", "x", "--base-url", "http://127.0.0.1:1/v1"],
        ["run", "x", "--base-url", "ftp://x", "--model", "m"],
        ["export", "x.jsonl"],
        ["export", "x.jsonl", "-f", "csv"],
    ],
)
def test_wrong_usage_is_said_in_a_line_with_exit_code_2(call, arguments):
    code, out, err = call(*arguments)
    assert (code, out) == (2, "")
    assert err.strip().split("\n")[-1].startswith("Error: ")


def test_a_defect_of_our_own_is_a_line_to_report(call, monkeypatch, page):
    def broken(path):
        raise ZeroDivisionError("not\nthought of")

    monkeypatch.setattr("summarizer.report.records.read_records", broken)
    code, out, err = call("check", page)
    assert (code, out) == (1, "")
    assert re.fullmatch(r"Error: a defect .* ZeroDivisionError: not thought of \(test_cli.py:\d+\)\n", err)


# split


def test_split_prints_the_articles_as_text_or_json(call, page):
    code, out, err = call("split", page)
    assert (code, err) == (0, "")
    assert "青澜市政府常务会议审议通过明年重点工程计划" in out
    code, out, _ = call("split", page, "--json")
    row = json.loads(out)
    assert row["articles"][0]["headline"] == "青澜市政府常务会议审议通过明年重点工程计划"
    text = page.read_text("utf-8")
    for article in row["articles"]:
        for run in article["runs"]:
            here = text[run["page_start"] : run["page_start"] + run["length"]]
            assert article["text"][run["text_start"] : run["text_start"] + run["length"]] == here


def test_split_explains_every_line_and_keeps_it_as_it_stands(call, page):
    _, out, _ = call("split", page, "--explain")
    shown = [line.split("│ ", 1) for line in out.split("\n") if "│ " in line]
    assert [text for _, text in shown] == page.read_text("utf-8").strip().split("\n")
    assert "headline" in shown[0][0]
    assert "confidence" in out


def test_split_explains_in_words_what_it_saw(call, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(
        "Bridge to close for nine weeks\nBy Carl Benson\n\nMILLBROOK — The county will close the river bridge for\n"
        "nine weeks from March 1, officials said on Monday.\nContinued on A6\n",
        "utf-8",
    )
    _, out, _ = call("split", path, "--explain")
    assert "a1 byline       │ By Carl Benson" in out
    assert "- opens with a dateline: a city and a dash" in out
    assert "- continues on page A6" in out
    assert "lead." not in out


def test_split_reads_standard_input_and_says_what_it_was_decoded_from(call):
    code, out, err = call("split", "-", stdin=PAGE.encode("gb18030"))
    assert code == 0
    assert "林远航" in out
    assert err == "-: read as GB18030, not UTF-8\n"


def test_split_goes_on_after_a_bad_file(call, page, tmp_path):
    (tmp_path / "blank.txt").write_text(" \n")
    code, out, err = call("split", tmp_path / "blank.txt", page)
    assert code == 3
    assert "林远航" in out
    assert err.count("\n") == 1
    assert call("split", tmp_path / "blank.txt")[0] == 1


# check


def test_check_makes_the_findings_anew(call, records):
    code, out, err = call("check", records)
    assert code == 3  # one article failed
    assert "4235亿元" in out
    assert "records 3 = 2 done + 1 failed" in err
    assert "1 with contradicted numbers" in err


def test_check_is_strict_only_when_told(call, tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(doubtful().model_dump_json(), "utf-8")
    assert call("check", path)[0] == 0
    assert call("check", path, "--strict")[0] == 3
    path.write_text(good().model_dump_json(), "utf-8")
    assert call("check", path, "--strict")[0] == 0


def test_check_prints_records_that_are_their_own_input(call, records):
    _, once, _ = call("check", records, "--json", "-q")
    _, twice, err = call("check", "-", "--json", stdin=once.encode())
    assert once == twice
    assert "0 with other findings than stored" in err


def test_check_keeps_what_only_the_making_of_the_record_could_find(call, tmp_path):
    cut = Finding(
        code="list-cut", severity="warning", message="the record holds the first 40", path="summary"
    )
    path = tmp_path / "one.jsonl"
    path.write_text(good().model_copy(update={"findings": [cut]}).model_dump_json(), "utf-8")
    _, out, _ = call("check", path, "--json")
    assert json.loads(out)["findings"][0]["code"] == "list-cut"


def test_check_of_what_is_no_file_of_records_is_one_line(call, page, tmp_path):
    for path in (page, tmp_path / "missing.jsonl"):
        code, out, err = call("check", path)
        assert (code, out) == (1, "")
        assert err.count("\n") == 1


# export


@pytest.mark.parametrize(
    ("form", "name"), [("html", "r.html"), ("markdown", "r.md"), ("jsonl", "r.jsonl"), (None, "r.htm")]
)
def test_export_writes_a_file_or_stdout(call, records, tmp_path, form, name):
    options = ["-f", form] if form else []
    code, out, err = call("export", records, *options, "-o", tmp_path / name)
    assert (code, out, err) == (0, "", f"{tmp_path / name}\n")
    said = (tmp_path / name).read_text("utf-8")
    assert "明年重点工程" in said
    if form:
        assert call("export", records, "-f", form)[1] == said


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_export_makes_four_tables(call, records, tmp_path, form):
    code, _, err = call("export", records, "-f", form, "-o", tmp_path / "tables")
    assert code == 0
    assert [Path(line).name for line in err.split()] == [
        f"{name}.{form}" for name in ("articles", "decisions", "figures", "attendees")
    ]


def test_export_replaces_nothing_unasked(call, records, tmp_path):
    out = tmp_path / "r.md"
    out.write_text("mine")
    assert call("export", records, "-o", out)[0] == 2
    assert out.read_text() == "mine"
    assert call("export", records, "-o", out, "--force")[0] == 0
    assert out.read_text("utf-8").startswith("# ")
    before = records.read_bytes()
    assert call("export", records, "-o", records, "--force")[0] == 2
    assert records.read_bytes() == before


def test_an_export_that_breaks_off_leaves_the_old_file(call, records, tmp_path):
    out = tmp_path / "r.html"
    out.write_text("old")
    with records.open("a") as file:
        file.write("not a record\n")
    code, _, err = call("export", records, "-o", out, "--force")
    assert code == 1
    assert ":4: not a record" in err
    assert out.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r.html", "records.jsonl"]


def test_a_briefing_for_each_page_goes_into_a_directory(call, records, tmp_path):
    code, _, err = call("export", records, "-f", "markdown", "-o", f"{tmp_path}/briefings/")
    assert code == 0
    assert [Path(line).name for line in err.split()] == ["qinglan-1.md"]


# The outside world


def test_a_reader_that_goes_away_is_no_error(records):
    command = (
        f"'{sys.executable}' -m summarizer export '{records}' -f html | head -c 10; echo ${{PIPESTATUS[0]}}"
    )
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("<!doctype ")
    assert done.stderr == ""


def test_closed_streams_do_no_harm(records):
    command = f"'{sys.executable}' -m summarizer check '{records}' 2>&-; echo $?; "
    command += f"'{sys.executable}' -m summarizer check '{records}' >&- 2>&-; echo $?"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-2:] == ["3", "3"]  # as with open ones: one of the records failed


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_behind_stdout_is_one_line(records):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "summarizer", "export", str(records), "-f", "html"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr == "Error: the output can't be written: No space left on device\n"


def test_output_is_utf8_whatever_the_locale_says(records):
    command = [sys.executable, "-m", "summarizer", "export", str(records), "-f", "markdown"]
    environment = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", "PATH": "/usr/bin"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "明年重点工程总投资" in done.stdout.decode("utf-8")
