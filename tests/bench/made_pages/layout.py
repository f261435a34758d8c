"""How a made page is set: the choices of a layout, and lines broken to a column."""

from __future__ import annotations

import random
import unicodedata
from dataclasses import dataclass

_NO_START = set("，。、；：！？）】》”’」』%,.;:!?)℃％")
_NO_END = set("（【《“‘「『(")


@dataclass(frozen=True, slots=True)
class Layout:
    """The choices that hold for a whole page. Widths are in characters of the language."""

    family: str
    lang: str
    width: int
    depth: int  # lines of a column, 0 for one endless column
    break_gap: bool  # a blank line at a column's end
    para: str  # blank, tight
    indent: str  # full, drop, none
    head_gap: tuple[bool, bool]  # blank lines above and below a headline block
    part_gap: bool  # blank lines between articles that no headline parts
    head_lines: str  # one, wrapped
    positions: tuple[str, ...]
    apart: str  # first, last: all headlines together; rows: those of neighbouring columns; or ""
    bare: float  # share of articles without lead-in, byline and credit
    fullwidth: bool = False
    stray: float = 0.0
    lead_space: bool = False
    quote_gap: bool = False
    hyphen: float = 0.0
    ocr: float = 0.0
    traditional: bool = False
    margin: int = 0
    newline: str = "\n"
    roundup: bool = False
    caps: bool = False


FAMILIES = ("plain", "tool", "tight", "bare", "narrow", "layers", "rows", "ocr", "briefs")
_PLAIN = ("before", "before", "before", "after")


def layout(family: str, lang: str, chance: random.Random) -> Layout:
    """Return a layout of `family`, its open choices made by `chance`."""
    zh = lang == "zh"
    pick = chance.choice
    narrow = family == "narrow"
    width = pick((8, 9, 10, 11, 12)) if narrow else chance.randint(13, 40)
    if not zh:
        width = pick((22, 24, 26, 28)) if narrow else chance.randint(28, 70)
    para = pick(("blank", "tight"))
    indent = pick(("full", "drop", "none")) if zh else pick(("none", "none", "full"))
    if family in ("tight", "narrow"):
        para = "tight"
    if para == "tight" and indent == "none" and family != "tight":
        indent = pick(("full", "drop")) if zh else "none"
    depth = pick((0, chance.randint(12, 40), chance.randint(20, 70)))
    gaps = pick(((True, True), (True, True), (True, False)))
    if family == "tight":
        gaps = pick(((False, False), (True, False), (False, False)))
    ocr = family == "ocr"
    return Layout(
        family=family,
        lang=lang,
        width=width,
        depth=depth,
        break_gap=family != "tight" or chance.random() < 0.3,
        para=para,
        indent=indent,
        head_gap=gaps,
        part_gap=gaps[0],
        head_lines=pick(("one", "wrapped", "wrapped")),
        positions=("before",)
        if family == "rows" or (family in ("tight", "ocr") and chance.random() < 0.7)
        else _PLAIN,
        apart={"layers": pick(("first", "last")), "rows": "rows"}.get(family, ""),
        bare={"bare": 0.8, "tight": 0.2, "ocr": 0.4}.get(family, 0.15),
        fullwidth=zh and chance.random() < 0.15,
        stray=pick((0.0, 0.0, 0.05, 0.15)) if zh else 0.0,
        lead_space=zh and chance.random() < 0.3,
        quote_gap=zh and chance.random() < 0.2,
        hyphen=pick((0.0, 0.3, 0.6)) if not zh else 0.0,
        ocr=pick((0.004, 0.01, 0.02)) if ocr else 0.0,
        traditional=ocr and zh and chance.random() < 0.6,
        margin=pick((0, 0, 4, 8)) if family == "tool" else 0,
        newline=pick(("\n", "\n", "\r\n")) if family in ("tool", "tight") else "\n",
        roundup=family == "briefs",
        caps=not zh and chance.random() < 0.15,
    )


def breadth(text: str) -> int:
    """Return the columns that `text` takes, an ideograph two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _pieces(text: str) -> list[str]:
    """Return what a line may not be broken inside of: words, numbers, single ideographs."""
    pieces: list[str] = []
    for char in text:
        last = pieces[-1][-1] if pieces else ""
        word = char.isascii() and last.isascii() and not char.isspace() and not last.isspace()
        if last and (word or char in _NO_START or last in _NO_END):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def wrap_zh(text: str, width: int, opening: int = 0) -> list[str]:
    """Return the lines of a Chinese paragraph set `width` ideographs wide, the first by `opening` narrower."""
    lines, line, room = [], "", (width - opening) * 2
    for piece in _pieces(text):
        need = breadth(piece)
        if line and breadth(line) + need > room + 1:
            lines.append(line)
            line, room = "", width * 2
            if piece.isspace():
                continue
        line += piece
    return [*lines, line] if line.strip() else lines


def wrap_en(
    text: str, width: int, opening: int, hyphen: tuple[float, str], chance: random.Random
) -> list[str]:
    """Return the lines of an English paragraph; `hyphen` tells how often a word is broken, and the mark for it."""
    lines: list[str] = []
    line, room = "", width - opening
    for word in text.split():
        rest = word
        if line and len(line) + 1 + len(rest) > room:
            left = room - len(line) - 2
            if left >= 3 and len(rest) - left >= 3 and rest.isalpha() and chance.random() < hyphen[0]:
                lines.append(f"{line} {rest[:left]}{hyphen[1]}")
                rest = rest[left:]
            else:
                lines.append(line)
            line, room = rest, width
        else:
            line = f"{line} {rest}" if line else rest
    return [*lines, line] if line else lines


def halves(text: str, width: int) -> list[str]:
    """Return a Chinese headline in lines of even length that fit `width`."""
    parts = text.split() if " " in text and len(text.split()) <= 2 else [text]
    found: list[str] = []
    for part in parts:
        count = -(-breadth(part) // (2 * max(6, width)))
        found.extend(wrap_zh(part, -(-breadth(part) // (2 * count)) + 1) if count > 1 else [part])
    return found
