"""A page's physical lines with what their shape says: width, indent, gap above, the column that they fill."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from summarizer.splitter.columns import cells, side_by_side
from summarizer.text import LINE, ROW
from summarizer.text.fold import folding

# Traditional forms of the ideographs in the tables of `marks`, which are written in simplified ones.
_SIMPLER = str.maketrans(
    "報訊記電網臺據員編責轉華聞時號攝圖專評論檢閱廣熱線話傳來會議發經濟際國內開閉舉題緊實習雲陰風氣溫價連絡買滿舊換優銷搶購費郵減尋預約諮詢誠讓門廠點",
    "报讯记电网台据员编责转华闻时号摄图专评论检阅广热线话传来会议发经济际国内开闭举题紧实习云阴风气温价连络买满旧换优销抢购费邮减寻预约咨询诚让门厂点",
)
_FOLDED = folding({code: chr(simple) for code, simple in _SIMPLER.items()})
CLOSERS = "”’」』）)]】》\"'"
FINALS = frozenset("。！？!?.…")
OPENERS = frozenset('“‘「『（([【《"')
_BEHIND = "”’」』）)]】》\"' "  # closing quotes may be set off by a blank
_FULL_STOPS = frozenset("。！？")
_ASIDE = 24  # characters that such an aside takes at most
CONTINUERS = frozenset("，。、；：！？）】》”’」』,.;:!?)]}%％")

_WINDOW = 12  # lines; the stretch of page that sets the width of a column, with its neighbours on both sides
_PREVAILS = 0.35  # share of the lines around that a column width must have, else the look goes wider
_PAGE = 2000  # lines; more are several pages
_LAYER = 0.8  # share of the page's column, below which that of lines without text is none
PAUSE = re.compile("[，。；]|[.,;] ")  # what text has in it
_PAUSES = 2  # how many headlines in a row have it at most
_FULL = 3.0  # columns of the terminal; the least tolerance of a full line
# Wide lines tell more about a column than narrow ones, up to where any paper's column is wide enough.
_TELLING = [math.sqrt(max(bucket, 1)) for bucket in range(13)]


@dataclass(slots=True)
class Line:
    """One physical line, blanks at its ends left out. Widths count an ideograph as two.

    `over`: it is wider than the columns of running text around it. `initial`: it is the large first letter of the
    paragraph that follows. `opens`: it is as much narrower than its column as an indent that was lost. `cell`: it is
    a part of a physical line that holds several columns; gap and indent are then those in its column. `piece`: it may
    be a part of the same justified line as the one above it.
    """

    start: int
    end: int
    text: str
    width: float
    gap: int
    indent: int
    cjk: bool
    final: bool
    column: float = 0.0
    slack: float = _FULL
    over: bool = False
    initial: bool = False
    opens: bool = False
    cell: bool = False
    piece: bool = False


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with a sentence-final mark, perhaps with closing quotes or brackets behind it."""
    last = text[-1:]
    if last in FINALS:
        return True
    if last not in CLOSERS:
        return False
    if text.rstrip(_BEHIND)[-1:] in FINALS:
        return True
    # 。（文中人物均系化名）, 。(完): an aside behind the last sentence
    at = max(text.rfind("（"), text.rfind("("))
    return 0 < at >= len(text) - _ASIDE and text[:at].rstrip(_BEHIND)[-1:] in _FULL_STOPS


# What a full stop behind it shortens, and doesn't end.
SHORTENED = re.compile(
    r"\b(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Gen|Capt|Lt|Col|Sgt|Cpl|Rev|Hon|St|Ste|Mt|Ft|No|Nos|vs|v|Messrs|Supt|Sir|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[A-Z])\.$"
)


_CAPITALS = re.compile(r"[^\W\d_]{2}")  # no number of a road: with access from the / B3390.


def _finishes(text: str) -> bool:
    """Tell whether a line ends a sentence; a line of capitals with a full stop is a headline of the old manner."""
    if not ends_sentence(text):
        return False
    if text[-1] != ".":
        return True
    if 4 < len(text) < 60 and text[0] != "(" and text.isupper() and _CAPITALS.search(text):
        return False
    return not SHORTENED.search(text[-8:])


def read_lines(raw: str) -> list[Line]:
    """Return the non-blank lines of `raw` in page order, their columns measured."""
    folded = raw if raw.isascii() and "\x02" not in raw else raw.translate(_FOLDED)
    lines: list[Line] = []
    origins: list[int] = []
    last_end = 0
    columns = side_by_side(folded)
    for found in (ROW if columns else LINE).finditer(raw):
        whole = folded[found.start() : found.end()]
        text = whole.strip()
        if not text:
            continue
        low = found.start()
        indent = 0
        start = low
        if whole[0] != text[0]:
            indent = len(whole) - len(whole.lstrip())
            start += indent
            # An ideographic blank is two columns wide; a form feed in a gap is a page break.
            indent += raw.count("\u3000", low, start)
        gap = 0
        if start - last_end > 1:
            between = raw[last_end : min(start, last_end + 200)]
            gap = max(between.count("\n"), between.count("\r")) - 1
            gap = 3 if "\f" in between else max(0, min(gap, 3))
        origins.append(low)
        lines.append(_line(start, text, raw, gap if lines else 3, indent))
        last_end = start + len(text)
    if columns:
        lines = _parted(raw, folded, lines, origins)
    if lines:
        _measure(lines)
    return lines


def _line(start: int, text: str, raw: str, gap: int, indent: int) -> Line:
    """Return the line that `text`, folded, makes; as wide as in `raw`, where a figure may be as wide as 万."""
    size = len(text)
    width = float(size) if text.isascii() else (len(text.encode("utf-8", "surrogatepass")) + size) / 2
    cjk = width - size > size * 0.3
    if cjk and (shown := raw[start : start + size]) != text:
        width = (len(shown.encode("utf-8", "surrogatepass")) + size) / 2
    if cjk and size > _SPACED and text[1::2].isspace():
        width -= size // 2  # a justified line may have a blank between any two ideographs
    return Line(start, start + size, text, width, gap, indent, cjk, _finishes(text))


_SPACED = 8  # characters of a line, above which blanks between all of them are no label's


def _parted(raw: str, folded: str, lines: list[Line], origins: list[int]) -> list[Line]:
    """Return the lines, those that hold several columns cut and read column by column."""
    rows = [raw[origin : line.end] for line, origin in zip(lines, origins, strict=True)]
    found: list[Line] = []
    for cell in cells(rows, [line.gap for line in lines]):
        if cell.column:
            low = origins[cell.row]
            line = _line(
                low + cell.start, folded[low + cell.start : low + cell.end], raw, cell.gap, cell.indent
            )
            line.cell = True
            found.append(line)
        else:
            found.append(lines[cell.row])
    return found


def _measure(lines: list[Line]) -> None:
    """Tell by the widths of the lines around each whether it is full, too wide, the first of a paragraph."""
    _set_columns(lines)
    _find_pieces(lines)
    _find_openings(lines)
    _find_initials(lines)


def _set_columns(lines: list[Line]) -> None:
    """Give each line the column width that prevails around it, and how far lines of it may differ."""
    chunks = [lines[at : at + _WINDOW] for at in range(0, len(lines), _WINDOW)]
    counts = [Counter([int(line.width) // 2 for line in chunk]) for chunk in chunks]
    page = _column(lines, _prevailing(_total(counts))) if len(lines) <= _PAGE else (0.0, _FULL)
    for number, chunk in enumerate(chunks):
        column, slack = 0.0, _FULL
        for reach in (1, 4, 16):
            low, high = max(0, number - reach), number + reach + 1
            support = _total(counts[low:high])
            best = _prevailing(support)
            around = lines[low * _WINDOW : high * _WINDOW]
            column, slack = _column(around, best)
            share = sum([support.get(bucket, 0) for bucket in range(best - 2, best + 3)]) / len(around)
            if share >= _PREVAILS or high - low >= len(chunks):
                break
        if (
            column < _LAYER * page[0]
            and sum(PAUSE.search(line.text + " ") is not None for line in chunk) <= _PAUSES
        ):
            column, slack = page  # headlines, one below another, are no column
        for line in chunk:
            line.column, line.slack = column, slack
            line.over = line.width - column > slack + 1


def _find_initials(lines: list[Line]) -> None:
    """Tell which lines are the large first letter of a paragraph; the lines beside it count as full."""
    for at, line in enumerate(lines):
        if line.width > 3 or at + 1 == len(lines):
            continue
        # an ideograph alone behind an unfinished line is the last of its paragraph
        fresh = not line.cjk or at == 0 or lines[at - 1].final or line.gap
        if fresh and _initial(line, lines[at + 1]):
            line.initial = True
            for beside in lines[at + 1 : at + 1 + _DEEP]:
                if _BESIDE * beside.column <= beside.width < beside.column:
                    beside.width = beside.column


# Words alone on a line one below another, and how many such lines show a reader's custom.
_TORN, _TORN_LINES = 3, 2
_NARROW = 0.6  # share of its column that such a word takes at most


def _find_pieces(lines: list[Line]) -> None:
    """Tell which lines may be words of one justified line, torn where a reader of PDF took its wide blanks for gaps."""
    run = torn = 0
    alone = [
        not (line.cjk or line.gap or line.indent)
        and " " not in line.text
        and line.width < _NARROW * line.column
        for line in lines
    ]
    for at, word in enumerate([*alone, False]):
        if not word and run >= _TORN:
            above = lines[at - run - 1] if at > run else None
            goes_on = above is not None and not above.final and above.width >= above.column - above.slack
            torn += _TORN_LINES if goes_on else 1  # no headline stands right below a full line that goes on
        run = run + 1 if word else 0
    if torn < _TORN_LINES:
        return
    for at in range(1, len(lines)):
        one, two = lines[at - 1], lines[at]
        if alone[at] or (alone[at - 1] and not (two.cjk or two.gap)):
            two.piece = max(one.text.count(" "), two.text.count(" ")) <= 1


_LOST = (2.5, 6.5)  # columns that a first line is narrower where its indent of two ideographs was lost
_AS_WIDE = 2.5  # columns that a full line may fall short
_CUSTOM, _OFTEN = 2, 0.6  # paragraphs that show a page's custom at least, and their share


def _lacks(line: Line, below: Line) -> bool:
    """Tell whether a line falls short by an indent, and the one below is full."""
    full = (
        below.column - below.width <= _AS_WIDE and below.text[0] > "\u2e7f"
    )  # no word or number that is kept whole
    return full and not below.gap and not line.indent and _LOST[0] <= line.column - line.width <= _LOST[1]


def _find_openings(lines: list[Line]) -> None:
    """Tell which lines open a paragraph by their width, on a page that has lost its indents."""
    begun = lost = 0
    for at in range(1, len(lines) - 1):
        above, line = lines[at - 1], lines[at]
        if line.cjk and above.final and above.column - above.width > _LOST[1]:
            begun += lines[at + 1].column - lines[at + 1].width <= _AS_WIDE
            lost += _lacks(line, lines[at + 1])
    if lost < _CUSTOM or lost < _OFTEN * begun:
        return
    for line, below in pairwise(lines):
        if line.cjk and line.column - line.width >= _LOST[0]:
            line.opens = _lacks(line, below)


_DEEP = 3  # lines that an initial is deep
_BESIDE = 0.6  # share of the column that it leaves to them at least


def _initial(line: Line, below: Line) -> bool:
    """Tell whether a line is the large first letter of the text below: a letter alone, the word goes on there."""
    if below.gap or len(below.text) < 2 or below.width < _BESIDE * below.column:
        return False
    letter = line.text.lstrip('“"‘「『')
    if line.cjk:
        # a paragraph with an initial has no indent, and its first lines make room for it
        narrow = not below.indent and below.width < below.column
        return len(letter) == 1 and letter.isalpha() and below.cjk and narrow
    return len(letter) == 1 and letter.isupper() and below.text[0].isalpha()


def _total(counts: list[Counter[int]]) -> dict[int, int]:
    total: dict[int, int] = {}
    for count in counts:
        for bucket, lines in count.items():
            total[bucket] = total.get(bucket, 0) + lines
    return total


def _prevailing(support: dict[int, int]) -> int:
    """Return the width, in half columns, that most lines have or nearly have; of equals the widest."""
    best, most = 0, 0.0
    for bucket, lines in support.items():
        near = lines * 2 + support.get(bucket - 1, 0) + support.get(bucket + 1, 0)
        weight = near * _TELLING[min(bucket, 12)]
        if weight > most or (weight == most and bucket > best):
            best, most = bucket, weight
    return best


def _column(lines: list[Line], best: int) -> tuple[float, float]:
    """Return the width that lines of about `best` half columns are set in, and the tolerance of a full line."""
    low, high = 0.6 * best * 2, 1.4 * (best * 2 + 1)
    near = sorted([line.width for line in lines if low <= line.width <= high])
    near = near or sorted([line.width for line in lines])
    high = near[len(near) * 3 // 4]
    spread = high - near[len(near) // 4]
    return high, min(max(_FULL, 0.7 * spread), max(_FULL, 0.2 * high))
