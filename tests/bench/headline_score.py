"""Score how headline blocks are arranged: `python -m tests.bench.headline_score [--misses] [NAME…]`.

A NAME is one of `dev`, `dev2`, `held`, `held2` (fixtures/headlines), a folder of pages with gold, or `gold`: the
kickers, headlines and decks of the gold articles and pages, each broken at three widths. A held set prints its totals
only. A block is right when its kicker, headline and deck all are, blanks ignored; `head` counts the headline alone,
which on a page may be one of `headline_also`.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.splitter.headline import Arranged, arrange
from summarizer.splitter.lines import Line, read_lines
from tests.bench.splitter_score import pages

FIXTURES = Path(__file__).parents[2] / "fixtures"
_BODY = {
    "zh": "本报讯街坊们昨日来到河边的老码头看龙舟下水鼓声一响两岸便热闹起来",
    "en": "the ferry left at noon ",
}
Block = dict[str, Any]


def blocks(name: str) -> list[Block]:
    """Return the headline blocks of one set."""
    if name == "gold":
        return list(_of_gold())
    if "/" in name:
        return list(_of_pages(Path(name)))
    text = (FIXTURES / "headlines" / f"{name}.jsonl").read_text("utf-8")
    return [json.loads(row) for row in text.splitlines()]


def _of_gold() -> Iterator[Block]:
    articles = [
        (row["lang"], row)
        for row in map(json.loads, (FIXTURES / "gold" / "articles.jsonl").read_text("utf-8").splitlines())
    ]
    for path in sorted((FIXTURES / "pages").glob("*.gold.json")):
        if not path.name.startswith("unseen2-"):
            page = json.loads(path.read_text("utf-8"))
            articles += [(page["language"], row) for row in page["articles"]]
    seen = set()
    for number, (lang, row) in enumerate(articles):
        if row["headline"] and row["headline"] not in seen:
            seen.add(row["headline"])
            for copy in range(3):
                block = _set(f"gold-{number}-{copy}", lang, row, random.Random(f"{number} {copy}"))
                if len(block["lines"]) > 1:
                    yield block


def _set(name: str, lang: str, row: Block, chance: random.Random) -> Block:
    """Return the block as a compositor might set it: headlines mostly broken by sense, the smaller type where it is full."""
    widest = chance.choice((22, 28, 36, 44)) if lang == "zh" else chance.choice((24, 32, 40, 48))
    deck = list(row.get("deck") or [])
    spaced = chance.random() < 0.25
    headline = row.get("headline_lines") or _by_sense(row["headline"], widest, lang)
    if chance.random() < 0.3:
        headline = _broken(row["headline"], widest, lang)
    lines: list[str] = []
    gaps: list[int] = []
    parts = [[row["kicker"]] if row.get("kicker") else [], headline]
    for part in parts + [_broken(text, widest * 1.4, lang) for text in deck]:
        for at, line in enumerate(part):
            gaps.append(int(not lines or (spaced and at == 0)))
            lines.append(line)
    return {
        "id": name,
        "lang": lang,
        "style": "gold",
        "lines": lines,
        "gaps": gaps,
        "column": chance.choice((24, 30, 36)),
        "body": _folded(row.get("body") or "\n".join(row["paragraphs"])),
        "kicker": row.get("kicker"),
        "headline": row["headline"],
        "deck": deck,
    }


def _folded(body: str) -> str:
    return " ".join(line.text for line in read_lines(body))


def _by_sense(text: str, widest: int, lang: str) -> list[str]:
    if lang == "zh":
        return (
            re.findall(r"[^，：？！ ]+[，：？！]?", text)
            if len(text) * 2 > widest and "，" in text
            else [text]
        )
    return _broken(text, widest, lang)


def _broken(text: str, widest: float, lang: str) -> list[str]:
    """Return `text` in lines that are full but for the last."""
    pieces = (
        re.findall(r"[A-Za-z0-9.,．％%０-９]+|.[，、：；？！”》」]*", text) if lang == "zh" else text.split()
    )
    glue, size = ("", 2) if lang == "zh" else (" ", 1)
    lines = [""]
    for piece in pieces:
        if lines[-1] and len(lines[-1] + glue + piece) * size > widest:
            lines.append("")
        lines[-1] += (glue if lines[-1] else "") + piece
    return [line.strip() for line in lines]


def _of_pages(folder: Path) -> Iterator[Block]:
    """Yield the blocks of several lines that stand whole on the pages of `folder`."""
    for name, text, page in pages(folder, ["dev", "unseen-", "set", "wuxi", "zh", "en", "pdf"]):
        lines = read_lines(text)
        for article in page["articles"]:
            parts = [article.get("kicker"), article.get("headline"), *(article.get("deck") or [])]
            whole = _bare("".join(filter(None, parts)))
            for first in range(len(lines)):
                run = ""
                for last in range(first, min(first + 12, len(lines))):
                    run += _bare(text[lines[last].start : lines[last].end])
                    if run == whole and last > first and article.get("headline"):
                        yield {
                            **article,
                            "kicker": article.get("kicker"),
                            "deck": article.get("deck") or [],
                            "id": f"{name}-{article['id']}",
                            "lang": page["language"],
                            "style": "page",
                            "lines": [text[line.start : line.end] for line in lines[first : last + 1]],
                            "page": text,
                            "body": _folded(article["body"]),
                            "first": first,
                        }


def typeset(block: Block) -> tuple[str, list[Line]]:
    """Return a page that holds the block, and the block's lines on it."""
    if block["style"] == "page":
        return block["page"], read_lines(block["page"])[block["first"] :][: len(block["lines"])]
    size = block["column"] // 2 if block["lang"] == "zh" else block["column"]
    body = _BODY[block["lang"]] * 12
    head = "".join("\n" * gap + line + "\n" for gap, line in zip(block["gaps"], block["lines"], strict=True))
    raw = head.lstrip("\n") + "\n".join(body[at : at + size] for at in range(0, size * 10, size))
    return raw, read_lines(raw)[: len(block["lines"])]


def _bare(text: str | None) -> str:
    return re.sub(r"\s+", "", text or "")


def _same(one: str | None, two: str | None) -> bool:
    return _bare(one) == _bare(two)


def right(raw: str, found: Arranged, block: Block) -> tuple[bool, bool]:
    """Tell whether the headline is right, and whether the whole block is."""
    wanted = [block["headline"], *(block.get("headline_also") or ())]
    head = any(_same(found.headline(raw), text) for text in wanted)
    deck = found.deck(raw)
    rest = len(deck) == len(block["deck"]) and all(map(_same, deck, block["deck"]))
    return head, head and rest and _same(found.kicker(raw), block["kicker"])


def main() -> None:
    """Print the misses that were asked for, and a line for each set and language."""
    names = [name for name in sys.argv[1:] if not name.startswith("-")] or ["dev", "dev2", "gold"]
    for name in names:
        totals: dict[str, list[int]] = {}
        for block in blocks(name):
            raw, lines = typeset(block)
            found = arrange(lines, block.get("body", ""))
            head, whole = right(raw, found, block)
            for key in (block["lang"], "all"):
                slot = totals.setdefault(key, [0, 0, 0])
                totals[key] = [slot[0] + head, slot[1] + whole, slot[2] + 1]
            if not whole and "--misses" in sys.argv and not name.startswith("held"):
                print(f"{block['id']:18} {'/'.join(block['lines'])}")
                print(f"{'':18} {found.kicker(raw)} | {found.headline(raw)} | {found.deck(raw)}")
        for key, (heads, wholes, count) in sorted(totals.items()):
            print(f"{name:5} {key:4} head {heads / count:.3f}  whole {wholes / count:.3f}  of {count}")


if __name__ == "__main__":
    main()
