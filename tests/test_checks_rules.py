"""The table of rules and the code name the same codes."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path

from summarizer.checks import messages, sentences

PACKAGE = Path(str(files("summarizer")))
RULES = (PACKAGE / "checks" / "RULES.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([^|]*`[^|]*) \|", RULES, re.MULTILINE)
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
PLAIN = {"byline"}  # the one code of a single word


def ruled() -> set[str]:
    """The codes of the tables' first columns, but for those of numbers, which stand by their reasons."""
    found = {code for row in ROWS for code in re.findall(r"`([^`]+)`", row)}
    return {code for code in found if CODE.fullmatch(code) and ("-" in code or code in PLAIN)}


def emitted() -> set[str]:
    """What is handed to a finding as its code, anywhere in the code that makes findings."""
    found: set[str] = set()
    for room in ("checks", "extract"):
        for path in (PACKAGE / room).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value) if path.stem != "sentences" else None
    return found


def test_every_code_of_a_record_stands_in_the_rules():
    from summarizer.extract.left_out import CODES

    assert ruled() == {*sentences._SENTENCES, *CODES, "list-cut"}


def test_every_code_of_the_rules_is_given_somewhere():
    assert ruled() - emitted() == set()


def test_every_finding_takes_its_code_from_the_rules():
    given = set()
    for room in ("checks", "extract"):
        for path in (PACKAGE / room).glob("*.py"):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call):
                    given |= set(_codes(call))
    assert given and given - ruled() == set()


def _codes(call: ast.Call) -> list[str]:
    """The codes that a call of `case.add`, `note` or `Finding` spells out."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    named = [k.value for k in call.keywords if name == "Finding" and k.arg == "code"]
    first = call.args[:1] if name == "note" or (name == "add" and len(call.args) > 2) else []
    return [n.value for n in [*named, *first] if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def test_every_reason_of_a_number_stands_in_the_rules():
    table = RULES[RULES.index("| verdict |") : RULES.index("The steps,")]
    listed = set(re.findall(r"`([a-z]+)`", table))
    assert listed == set(messages._ZH) == set(messages._EN)


def test_every_code_has_a_sentence_in_both_languages_with_the_same_parts():
    for chinese, english in sentences._SENTENCES.values():
        assert re.search("[\u4e00-\u9fff]", chinese) and not re.search("[\u4e00-\u9fff]", english)
        assert set(re.findall(r"{(\w+)}", chinese)) == set(re.findall(r"{(\w+)}", english))
