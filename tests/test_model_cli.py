"""`summarizer models`, without a model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.model.local.weights import SHIPPED


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path))
    return tmp_path / "models"


def test_list_says_what_is_here_and_what_is_not(folder: Path, capsys: pytest.CaptureFixture[str]):
    folder.mkdir()
    (folder / "other.gguf").write_bytes(b"GGUF")
    assert main(["models", "list", "--json"]) == 0
    shipped, other = json.loads(capsys.readouterr().out)
    assert (shipped["state"], shipped["bytes"], shipped["full_bytes"]) == ("absent", 0, SHIPPED.size)
    assert (other["name"], other["ships"]) == ("other", False)
    assert main(["models", "list"]) == 0
    assert "absent" in capsys.readouterr().out


def test_path_names_the_file_before_it_is_there(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["models", "path"]) == 0
    assert capsys.readouterr().out == f"{folder / SHIPPED.file}\n"


def test_remove_asks_first_and_frees_what_a_fetch_left(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["models", "remove", "--yes"]) == 0
    assert "nothing to remove" in capsys.readouterr().err
    begun = folder / f"{SHIPPED.file}.partial" / "index"
    begun.mkdir(parents=True)
    (begun / "joined.bin").write_bytes(b"x" * 2_000_000)
    assert main(["models", "list"]) == 0
    assert "partial  2 MB" in capsys.readouterr().out
    assert main(["models", "remove"]) != 0  # nobody answers
    assert begun.exists()
    capsys.readouterr()
    assert main(["models", "remove", "--yes"]) == 0
    assert "2 MB freed" in capsys.readouterr().err and not begun.exists()


def test_pull_tells_a_wrong_file_in_one_line(folder: Path, capsys: pytest.CaptureFixture[str]):
    folder.mkdir()
    (folder / SHIPPED.file).write_bytes(b"GGUF, but not that one")
    assert main(["models", "pull"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and "models remove" in err
