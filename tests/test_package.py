"""The package as a whole: what imports load, which way they run, what the wheel holds."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "summarizer"
HEAVY = ("pydantic", "openai", "instructor", "rich", "tenacity", "xllamacpp", "pypdfium2", "sqlite3")
# What each room may import of ours, besides itself and the modules at the root that hold no work.
ROOMS = {
    "text": set(),
    "splitter": {"text"},
    "quantities": {"text"},
    "schema": {"quantities"},
    "checks": {"schema", "quantities", "text", "splitter"},
    "extract": {"schema", "quantities", "text", "splitter", "checks"},
    "inputs": {"text", "errors"},
    "model": {"schema", "splitter", "quantities", "checks", "extract", "text"},
    "report": {"schema", "splitter", "checks", "quantities", "text"},
}
PURE = ("text", "splitter", "quantities", "checks")
IMPURE = {
    "openai",
    "instructor",
    "click",
    "rich",
    "logging",
    "socket",
    "time",
    "datetime",
    "os",
    "pathlib",
    "sqlite3",
}
EVERYWHERE = {"errors", "_version"}


def modules(room: str) -> list[Path]:
    folder = PACKAGE / room
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{room}.py"]


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module)
            if node.module == "summarizer":
                found |= {f"summarizer.{alias.name}" for alias in node.names}
    return found


def loaded_by(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after running `code`."""
    command = [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.split("\n")[-2].split())


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        "from summarizer import split, find_quantities",
        "from summarizer.cli import main; main(['--help'])",
    ],
)
def test_light_doors_load_no_heavy_package(code):
    assert not loaded_by(code) & set(HEAVY)


def test_check_numbers_needs_neither_pydantic_nor_a_client():
    assert not loaded_by("from summarizer import check_numbers; check_numbers('3人', '3人')") & {
        "pydantic",
        "openai",
    }


def test_every_public_name_resolves():
    assert all(getattr(summarizer, name) is not None for name in summarizer.__all__)
    with pytest.raises(AttributeError, match="no_such_name"):
        summarizer.no_such_name  # noqa: B018


@pytest.mark.parametrize("room", ROOMS)
def test_imports_run_downward(room):
    for path in modules(room):
        for name in imports(path):
            if name.startswith("summarizer."):
                top = name.split(".")[1]
                assert top == room or top in ROOMS[room] | EVERYWHERE, f"{path} imports {name}"


@pytest.mark.parametrize("room", PURE)
def test_the_core_is_pure(room):
    for path in modules(room):
        assert not {name.split(".")[0] for name in imports(path)} & IMPURE, path
        tree = ast.walk(ast.parse(path.read_text("utf-8")))
        calls = {
            node.func.id for node in tree if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not calls & {"open", "print", "input"}, path


def test_an_installed_wheel_brings_prompts_schema_and_type_marker(tmp_path):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    site = tmp_path / "site"
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-index",
            "--no-deps",
            "--target",
            site,
            wheel,
        ],
        check=True,
        capture_output=True,
    )
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import summarizer, pathlib\n"
        "home = pathlib.Path(summarizer.__file__).parent\n"
        "assert home.is_relative_to(sys.argv[1]), home\n"
        "assert (home / 'py.typed').exists() and (home / 'record.schema.json').exists()\n"
        "from summarizer.model.prompts import prompt_version\n"
        "print(prompt_version())"
    )
    # Run elsewhere: the checkout must not be what answers.
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, site], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_top_level_holds_only_what_was_agreed():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.split("\n") if line}
    assert top <= {
        "pyproject.toml", "README.md", "summarizer", "prompts", "tests", "fixtures",
        ".ci", "LICENSE", "constraints.txt", ".gitignore", ".gitattributes",
    }  # fmt: skip
