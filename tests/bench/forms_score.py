"""Score the tables of forms on lines with gold: `python -m tests.bench.forms_score [FILE] [-v]`.

A row of the file holds `text` (one line of a page, or a few), `kind` and `lang`, perhaps the lines `above` and `below`
in `context`. Kinds: those of furniture, `byline`, `credit`, `lead`, and `headline` and `text`, which bear no form.
A bracketed name is a byline or a credit by where it stands, so either form counts for both.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from summarizer.splitter.blocks import Block, build_blocks
from summarizer.splitter.boxes import box_up
from summarizer.splitter.context import lend_forms
from summarizer.splitter.lines import read_lines
from summarizer.splitter.roles import looks_running
from summarizer.splitter.weights import WEIGHTS

FORMS = Path(__file__).parents[2] / "fixtures" / "forms"
_SURE = 2.5  # a lighter form is a hint, not a claim
_PLAIN = ("headline", "text")


def roles(text: str, above: str = "", below: str = "") -> list[str]:
    """Return what each block of `text` is taken for: `furniture <kind>`, `signature`, `lead` or `plain`."""
    before = above + "\n" if above else ""
    page = before + text + ("\n" + below if below else "")
    blocks = build_blocks(read_lines(page), WEIGHTS)
    running = [looks_running(block) for block in blocks]
    lend_forms(blocks, running)
    box_up(blocks, running)
    start, end = len(before), len(before) + len(text)
    return [_role(block) for block in blocks if start <= block.lines[0].start < end]


def _role(block: Block) -> str:
    furniture = block.furniture.weight if block.furniture else 0.0
    signature = max((mark.weight for mark in (block.byline, block.credit) if mark), default=0.0)
    if block.furniture and furniture >= max(_SURE, signature):
        return f"furniture {block.furniture.kind}"
    if signature >= _SURE:
        return "signature"
    return "lead" if block.lead and block.lead.weight >= _SURE else "plain"


def wanted(kind: str) -> str:
    """Return the role that a row of `kind` should have."""
    if kind in _PLAIN:
        return "plain"
    return {"byline": "signature", "credit": "signature", "lead": "lead"}.get(kind, "furniture")


def right(row: dict[str, Any]) -> tuple[bool, list[str]]:
    """Return whether every block of a row has its role, and the roles."""
    found = roles(row["text"], **row.get("context", {}))
    want = wanted(row["kind"])
    if row["kind"] == "lead":
        return found[0] == "lead", found
    if row["kind"] == "text":
        return all(role in ("plain", "lead") for role in found), found
    return all(role.split()[0] == want for role in found), found


def report(rows: Iterable[dict[str, Any]], *, verbose: bool = False) -> None:
    """Print recall by kind, then precision and recall by role."""
    kinds: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    claimed: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for row in rows:
        good, found = right(row)
        key = f"{row['kind']}.{row['lang']}"
        kinds[key] += 1
        hits[key] += good
        for role in {role.split()[0] for role in found}:
            claimed[role] += 1
            true[role] += role == wanted(row["kind"])
        if verbose and not good:
            print(f"{key:14} {row['text']!r}  ->  {found}")
    for key in sorted(kinds):
        print(f"{key:16} {hits[key]:3}/{kinds[key]:<3} {hits[key] / kinds[key]:.2f}")
    for role in ("furniture", "signature", "lead", "plain"):
        mine = [key for key in kinds if wanted(key.split(".")[0]) == role]
        recall = sum(hits[key] for key in mine) / (sum(kinds[key] for key in mine) or 1)
        print(f"{role:10} precision {true[role] / (claimed[role] or 1):.3f}  recall {recall:.3f}")


def main() -> None:
    """Score a file of rows: dev.jsonl by default."""
    names = [name for name in sys.argv[1:] if name != "-v"] or ["dev.jsonl"]
    for name in names:
        path = Path(name) if Path(name).exists() else FORMS / name
        with path.open(encoding="utf-8") as file:
            report([json.loads(line) for line in file], verbose="-v" in sys.argv)


if __name__ == "__main__":
    main()
