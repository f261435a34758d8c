"""Outputs are never half-written."""

from __future__ import annotations

import json
import resource
import signal
import stat
from pathlib import Path

import pytest

from summarizer.errors import InputError, OutputError
from summarizer.report.files import Lines, replaced
from summarizer.report.records import read_records
from tests.sample_records import failed, good


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replaced(path) as file:
        file.write("half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    with replaced(path) as file:
        file.write("新")
    assert path.read_text("utf-8") == "新"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_rights_and_a_new_one_has_the_usual(tmp_path):
    path = tmp_path / "out.txt"
    path.write_text("old")
    path.chmod(0o640)
    for _ in range(2):
        with replaced(path) as file:
            file.write("new")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    (tmp_path / "usual").touch()
    with replaced(tmp_path / "fresh"):
        pass
    assert (tmp_path / "fresh").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_what_cannot_be_written_is_one_line_with_advice(tmp_path):
    with pytest.raises(OutputError, match="the directory doesn't exist"), replaced(tmp_path / "no" / "x"):
        pass
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="no directory"), replaced(tmp_path / "file" / "x"):
        pass
    with pytest.raises(OutputError, match="it is a directory"):
        Lines(tmp_path, append=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_said():
    lines = Lines(Path("/dev/full"), append=True)
    with pytest.raises(OutputError, match="/dev/full: can't be written: the disk is full"):
        lines.write("x")


def test_a_line_that_was_written_in_part_is_taken_back(tmp_path):
    path = tmp_path / "out.jsonl"
    lines = Lines(path, append=True)
    lines.write("first")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, hard))
    try:
        with pytest.raises(OutputError, match="can't be written"):
            lines.write("x" * 500)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert path.read_text() == "first\n"


@pytest.mark.parametrize("more", [{}, {"new": 1}])
def test_a_record_of_another_schema_version_is_refused_by_that_name(tmp_path, more):
    row = json.loads(good().model_dump_json()) | more
    row["provenance"]["schema_version"] = "99"
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps(row))
    with pytest.raises(InputError, match="schema version 99, and this summarizer reads 1"):
        list(read_records(str(path)))


def test_two_runs_never_write_one_file_at_once(tmp_path):
    path = tmp_path / "r.jsonl"
    lines = Lines(path, append=True)
    with pytest.raises(OutputError, match="another run is writing it"):
        Lines(path, append=True)
    lines.write("a")
    lines.close()
    Lines(path, append=True).close()
    assert path.read_text() == "a\n"


def test_lines_are_appended_after_a_torn_one_was_taken_away(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes('一\n二\n{"torn'.encode())
    lines = Lines(path, append=True)
    assert lines.healed == 6
    lines.write("三")
    assert path.read_text("utf-8") == "一\n二\n三\n"  # before it is closed: a crash loses no line
    lines.close()


def test_a_file_that_is_one_torn_line_is_emptied(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_bytes(b"x" * 200_000)
    Lines(path, append=True).close()
    assert path.read_bytes() == b""


def test_a_replaced_file_of_lines_keeps_its_old_lines_until_the_first_new_one(tmp_path):
    path = tmp_path / "out.jsonl"
    path.write_text("old\n")
    lines = Lines(path, append=False)
    assert path.read_text() == "old\n"
    lines.write("new")
    lines.write("newer")
    lines.close()
    assert path.read_text() == "new\nnewer\n"


def test_records_come_back_as_they_were_written(tmp_path):
    path = tmp_path / "records.jsonl"
    records = [good(), failed()]
    path.write_text("\n\n".join(record.model_dump_json() for record in records), "utf-8")
    assert list(read_records(str(path))) == records


def test_of_an_article_that_stands_there_twice_the_last_counts(tmp_path):
    path = tmp_path / "records.jsonl"
    broken = good().model_copy(update={"status": "failed", "summary": None, "reason": "x"})
    path.write_text("\n".join(record.model_dump_json() for record in (broken, failed(), good())), "utf-8")
    assert [record.status for record in read_records(str(path))] == ["failed", "done"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", r"records.jsonl:2: not a record: Invalid JSON"),
        ('{"article": 1}', r"records.jsonl:2: not a record: article"),
        ("\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), r"records.jsonl:2: not a record"),
        ("[" * 100_000, r"records.jsonl:2: not a record"),
        (
            good().model_dump_json().replace('"page":', '"page":[],"was":', 1),
            r"records.jsonl:2: not a record",
        ),
    ],
)
def test_a_line_that_is_no_record_is_named(tmp_path, line, said):
    path = tmp_path / "records.jsonl"
    path.write_text(f"{good().model_dump_json()}\n{line}\n", "utf-8")
    with pytest.raises(InputError, match=said) as error:
        list(read_records(str(path)))
    assert "\n" not in str(error.value)


def test_a_missing_file_of_records_is_named(tmp_path):
    with pytest.raises(InputError, match="No such file"):
        list(read_records(str(tmp_path / "x.jsonl")))
