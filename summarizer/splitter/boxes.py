"""Small boxes: a few short lines between blank lines that sell, list or tell, and are no headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.splitter import marks
from summarizer.splitter.blocks import Block
from summarizer.splitter.marks import CORRECTS, DATA, SELLS, Mark

_MOST = 14  # lines of a box
_HEAD = 3  # lines of a headline with kicker and deck
_OFFER, _ROOM = 9, 400  # lines, and characters, of an advert that its first line names
_BOXED, _FULL = 3.0, 4.5  # what being in a box weighs, and in one of which nearly every line is data
_MOSTLY = 0.75
_OFFERED = 7.0  # … and in such an advert, which may hold whole sentences
_SURE = 3.0  # the least weight of a form that makes a box of the lines around it
_NAMED = 4.0  # … and of the line that names an advert
_LEAST, _SHARE = 2.0, 0.5  # lines of data that a box has at least, and their share of all
# 名单如下（按姓氏笔画排序）：/ 王冬生 县供电公司带电作业班班长 / 刘细妹（女） 松陂竹编厂技师
_NAMES_FOLLOW = re.compile("名单|如下|分别|包括")
_NAMED_ROW = re.compile("[\u4e00-\u9fff·]{2,6}(?:[（(][^（）()]{1,4}[)）])?[ \u3000]{1,4}[\u4e00-\u9fff]")
_SENTENCE, _LEFT = 40, 4  # ideographs of such a sentence that are looked at, and of a row's second line
_SPREAD_NAME = re.compile("(?<!\\S)(\\S) +(\\S)(?!\\S)")
_HAN = re.compile("[\u4e00-\u9fff·]+")
_NAMES, _NAMES_LINES, _NAME_SIZE, _NAMES_SHARE = (
    3,
    12,
    4,
    0.7,
)  # of a row of names; a line may cut the last one
_OF_WHERE = 12  # characters of the line above that says where those come from
_RATED = re.compile("(?:[\\w ]{2,12}[:：] ?)?[★☆✮✩⭐]{1,5}$")  # VERDICT: ★★
# Central 7 14 0 3 - 24
_BY_PERIOD = re.compile(r"([A-Z][\w.'’-]{2,20})[\w.'’ -]{0,20}(?: {1,4}\d{1,2}){3,10} ?[-–—]{1,2} ?\d{1,3}$")
_PARTICULAR = re.compile("[\u4e00-\u9fff]{2,10}[：:]\\S")  # 建设单位：栾浦净源环境有限公司
# What a notice says above them.
_NOTIFIES = re.compile("公[示告]|通[告知]|启事|如下|规定|招[标聘生]|征集|报名")
_PLAIN_ROWS = 2  # of those in a row that no box has
_REPORT = 12  # blocks of the report of a game above its points
_EDITORS = re.compile("本[报刊网](?:编辑部|总编室)$")  # who signs one
_OFFERS = 2  # lines that offer something in a box that no blank line shows
_LOOSE, _ROWS = 0.5, 3
_SAYS, _TELLS = 7, 3  # ideographs, and words, of a sentence that opens a list
_TERSE = 40  # characters of a sentence that offers something for a price
_SENTENCE_WORDS = 5  # of a sentence that no box has
_ROWS_APART = 3  # lines of a box that no text speaks of at least, …
_TOLD = 0.2  # … and the share of its words that texts have
_SIGNS = re.compile("[0-9·•|&@/:：★]")  # what one of its lines has
_SIGNED, _OPENS = 3.0, 3.5  # the least weight of a byline or credit, and of a lead-in, which no box has
# Forms that fill boxes; of the telling ones a single line says what the others are.
_KINDS = frozenset({"advert", "contact", "correction", "index", "lottery", "table", "weather"})
# Kinds whose label names all that is below it.
_LABELLED = frozenset({"weather", "index", "lottery", "correction"})
_TELLING = frozenset({"advert", "contact", "lottery"})


def box_up(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Give the lines of small boxes the form of those among them that have one, or of a table where they hold data."""
    _keep_ratings(blocks, running)
    _keep_particulars(blocks, running)
    _list_names(blocks, running)
    _fill_advert(blocks, running)
    _fill_correction(blocks)
    for begun, end in _groups(blocks):
        start = begun + _below_headline(blocks[begun:end])
        group = blocks[start:end]
        if any(map(_led, group)):
            continue
        first = group[0].furniture
        lines = sum([len(block.lines) for block in group])
        if (
            first
            and _names(first, group)
            and lines <= _OFFER
            and sum([len(block.text) for block in group]) <= _ROOM
        ):
            _lend(group, Mark(first.kind, _OFFERED))
        elif 2 <= lines <= _MOST and not (any(running[start:end]) or any(map(_signed, group))):
            if _introduces(group[0]):
                _list(group)
                continue
            kind = _kind(group, _loose(blocks, running, start, end), end < len(blocks) and _led(blocks[end]))
            if kind:
                full = sum(map(_data, group)) >= _MOSTLY * len(group)
                _lend(group, Mark(kind, _FULL if full else _BOXED))

    _set_apart(blocks, running)
    for start, end in _tight(blocks, running):
        group = blocks[start:end]
        if any(map(_led, group)) or any(map(_signed, group)):
            continue
        sells = sum(SELLS.search(block.text) is not None for block in group)
        if sells >= _OFFERS and _kind(group, 0.0, headed=False):
            _lend(group, Mark("advert", _BOXED))


def _tight(blocks: Sequence[Block], running: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of boxes that no blank line parts from the text above or below, as a layer of text may have it.

    They end with the last line of data: what stands below that is the headline of the text that follows.
    """
    for start, end in _groups(blocks):
        if not any(running[start:end]):
            continue
        begun = start
        for at in range(start, end + 1):
            if at < end and not running[at]:
                continue
            if sum([len(block.lines) for block in blocks[begun:at]]) < _ROWS:
                begun = at + 1
                continue
            while begun < at and blocks[begun].lines[-1].final and _data(blocks[begun]) < 1:
                begun += 1  # the end of the text above
            if begun == start or blocks[begun - 1].lines[-1].final or blocks[begun - 1].signed:
                last = next((k for k in range(at - 1, begun - 1, -1) if _data(blocks[k])), begun - 1) + 1
                lines = sum([len(block.lines) for block in blocks[begun:last]])
                if _ROWS <= lines <= _MOST and max(map(_data, blocks[begun:last])) >= 1:
                    yield begun, last
            begun = at + 1


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the blocks that stand together between blank lines."""
    start = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or blocks[at].gap:
            yield start, at
            start = at


def _below_headline(group: Sequence[Block]) -> int:
    """Return how many lines stand above the label of a box, or above the numbers of a paper: of a headline.

    ESTIMATES LOSS ON / BRAZIL / WEATHER / Kingsport: Showers / High 75, low 30.
    """
    at = next((at for at, block in enumerate(group) if block.furniture is not None), 0)
    if not at or any(map(_data, group[:at])):
        return 0
    first = group[at].furniture
    label = first is not None and first.kind in _LABELLED and group[at].text.isalpha()
    numbers = all(block.furniture is not None and block.furniture.kind == "contact" for block in group[at:])
    return at if label or (numbers and len(group) - at >= _ROWS) else 0


def _set_apart(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Give lines of data that no text of the page speaks of, and that no text stands right below, the form of a box."""
    told: set[str] | None = None
    for start, end in _groups(blocks):
        group = blocks[start:end]
        if any(running[start:end]) or not _boxy(group):
            continue
        if end < len(blocks) and (running[end] or blocks[end].byline or blocks[end].furniture):
            continue
        if told is None:
            told = set().union(*[block.words for block, runs in zip(blocks, running, strict=True) if runs])
        words = set().union(*[block.words for block in group])
        if len(words & told) < _TOLD * len(words):
            _lend(group, Mark("table", _BOXED))


def _boxy(group: Sequence[Block]) -> bool:
    """Tell whether display lines may be a box of no known form: some hold data, none is of a text or a list."""
    if not _ROWS_APART <= sum([len(block.lines) for block in group]) <= _MOST:
        return False
    if all(block.furniture for block in group):
        return False
    if any(block.byline or block.credit or block.text[-1] in "。：:；;" for block in group):
        return False
    if any(marks.BULLET.match(block.text) or _led(block) for block in group):
        return False
    # a kicker may have such a sign too: ROCK & ROLL above The last waltz of / a garage band
    data = any(block.furniture or _SIGNS.search(block.text) for block in group[1:])
    return data and 2 * sum(map(_says, group)) < len(group)


def _says(block: Block) -> bool:
    """Tell whether an English line is a sentence, as of a poem or a note."""
    return block.lines[-1].final and block.text.count(" ") >= _SENTENCE_WORDS - 1


def _lend(group: Sequence[Block], mark: Mark) -> None:
    for block in group:
        if block.furniture is None:
            block.furniture = mark


def _list(group: Sequence[Block]) -> None:
    """Keep the lines of a list with the sentence that opens it, where most of them are data."""
    if len(group) > _ROWS - 1 and sum(map(_data, group[1:])) >= _MOSTLY * (len(group) - 1):
        for block in group:
            block.listed = True


def _fill_advert(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Give the lines right below the label of an advert its form: a line of data, and those that offer below that."""
    label: Mark | None = None
    told = False  # whether data stands below the label: a headline may offer something
    for at, block in enumerate(blocks):
        mark = block.furniture
        if mark is not None and mark.kind == "advert" and mark.weight >= _NAMED:
            label, told = mark, False
        elif label is None:
            continue
        elif running[at] or block.gap or block.lead or _data(block) < (0.5 if told else 1.0):
            label = None
        else:
            told = True
            if mark is None:
                block.furniture = label


def _fill_correction(blocks: Sequence[Block]) -> None:
    """Give the paragraphs below the label of a correction its form, behind blank lines too, as long as they correct."""
    going = False
    for block in blocks:
        mark = block.furniture
        if mark is not None and mark.kind == "correction":
            going = True
        elif going and not _led(block) and (CORRECTS.search(block.text) or _EDITORS.match(block.text)):
            block.furniture = Mark("correction", _OFFERED)
        else:
            going = False


def _keep_ratings(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Keep a line of stars with the review above it, the result of a match and points by period with its report."""
    for at in range(1, len(blocks)):
        if running[at - 1] and _RATED.match(blocks[at].text):
            blocks[at].furniture, blocks[at].listed = None, True
        points = _BY_PERIOD.match(blocks[at].text)
        if _result_below_byline(blocks, running, at):
            blocks[at].furniture, blocks[at].listed = None, True
        if points and (blocks[at - 1].listed or _tells_of(points[1], blocks, running, at)):
            blocks[at].furniture, blocks[at].listed = None, True


def _keep_particulars(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Keep the particulars of a notice with its text, those that may stand in a box too: 联系电话, 通讯地址."""
    at = 1
    while at < len(blocks):
        end = at
        while end < len(blocks) and _PARTICULAR.match(blocks[end].text):
            end += 1
        rows = blocks[at:end]
        above = blocks[at - 1]
        if len(rows) >= _ROWS and running[at - 1] and not above.furniture:
            plain = sum(row.furniture is None for row in rows)
            known = any(row.furniture is not None and row.furniture.kind == "editors" for row in rows)
            if plain >= _PLAIN_ROWS and not known and _NOTIFIES.search(above.text):
                for row in rows:
                    row.furniture, row.listed = None, True
        at = max(at + 1, end)


def _result_below_byline(blocks: Sequence[Block], running: Sequence[bool], at: int) -> bool:
    """Tell whether the result of a match stands between the byline of its report and the text."""
    above = blocks[at - 1]
    if above.byline is None or above.furniture or at + 1 == len(blocks) or not running[at + 1]:
        return False
    teams = marks.RESULT.match(blocks[at].text)
    text = blocks[at + 1].text.lower()
    return teams is not None and any(word in text for team in teams.groups() for word in team.lower().split())


def _tells_of(team: str, blocks: Sequence[Block], running: Sequence[bool], at: int) -> bool:
    """Tell whether the text above block `at` names a team."""
    above = (blocks[k].text for k in range(max(0, at - _REPORT), at) if running[k])
    return any(team in text for text in above)


def _list_names(blocks: Sequence[Block], running: Sequence[bool]) -> None:
    """Keep names and what their bearers are, each on a line, with the sentence that says of whom it is a list."""
    for at, block in enumerate(blocks):
        if _names_people(block):
            block.furniture, block.listed = None, True
            above = blocks[at - 1] if at else None
            if above and not (running[at - 1] or above.furniture) and len(above.text) <= _OF_WHERE:
                above.listed = True  # 澜城区（9名）
        if block.text[-1] not in ":：" or _NAMES_FOLLOW.search(block.text[-_SENTENCE:]) is None:
            continue
        end = at + 1
        while end < len(blocks) and _goes_on_list(blocks[end], blocks[at + 1], begun=end > at + 1):
            end += 1
        while end > at + 1 and end < len(blocks) and (running[end] or blocks[end].lead):
            end -= 1  # the headline of the text below
        if end - at > _ROWS:
            for row in blocks[at + 1 : end]:
                row.listed = True


def _names_people(block: Block) -> bool:
    """Tell whether a line is a row of names, those of two set as wide as those of three: 卢秀华 方 磊 丁月娥 谭志强."""
    if not block.lines[0].cjk or len(block.lines) > _NAMES_LINES or block.text.count(" ") < _NAMES - 1:
        return False
    names = _SPREAD_NAME.sub(r"\1\2", block.text).split()
    told = [name for name in names if marks.SURNAME.match(name)]
    short = all(len(name) <= _NAME_SIZE and _HAN.fullmatch(name) for name in names)
    return short and len(names) >= _NAMES and len(told) >= _NAMES_SHARE * len(names)


def _goes_on_list(block: Block, first: Block, *, begun: bool) -> bool:
    """Tell whether a block is a row of the list of names that `first` begins, or what was left of the row above it."""
    if block.gap and not first.gap:
        return False
    plain = not (block.furniture or block.byline or block.credit)
    return _NAMED_ROW.match(block.text) is not None or (begun and plain and len(block.text) <= _LEFT)


def _loose(blocks: Sequence[Block], running: Sequence[bool], start: int, end: int) -> float:
    """Return how much it speaks for a box that text stands above these lines and none below."""
    above = start == 0 or running[start - 1] or blocks[start - 1].credit is not None
    below = end == len(blocks) or not (running[end] or blocks[end].byline)
    return _LOOSE if above and below and end - start >= _ROWS else 0.0


def _kind(group: Sequence[Block], loose: float, headed: bool) -> str | None:
    """Return what kind of box display lines make, if any; `loose` lines of data are told by where they stand.

    Above text that a lead-in opens (`headed`) a few are a headline, unless one of them says that they are not.
    """
    forms = [block.furniture for block in group if block.furniture and block.furniture.kind in _KINDS]
    told = any(form.kind in _TELLING and form.weight >= _SURE for form in forms)
    if not told and (
        (headed and len(group) <= _HEAD) or sum(map(_data, group)) + loose < max(_LEAST, _SHARE * len(group))
    ):
        return None
    if not forms:
        return "table"
    kind = Counter([form.kind for form in forms]).most_common(1)[0][0]
    sells = kind == "contact" and any(block.furniture is None and SELLS.search(block.text) for block in group)
    return "advert" if sells else kind


def _data(block: Block) -> float:
    """Return how much a line is one of a box: 1 for data, half of that for words that sell, nothing for a sentence."""
    if block.furniture and block.furniture.kind in _KINDS:
        return 1.0
    if block.furniture is None and block.lines[-1].final:
        # Up to 40% off. Free fitting.
        return (
            1.0 if len(block.text) <= _TERSE and DATA.search(block.text) and SELLS.search(block.text) else 0.0
        )
    return 1.0 if DATA.search(block.text) else 0.5 if SELLS.search(block.text) else 0.0


def _names(first: Mark, group: Sequence[Block]) -> bool:
    """Tell whether the first line says what all lines below are: adverts, or sentences that correct others."""
    if first.kind == "correction":
        return group[-1].lines[-1].final
    return first.kind == "advert" and first.weight >= _NAMED


def _introduces(block: Block) -> bool:
    """Tell whether a sentence opens a list, which is then part of its text: The top finishers were:"""
    if block.furniture:
        return False
    if block.text[-1] not in ":：":
        return block.lines[-1].final and block.text[-1] in ".。" and _data_free(block.text)
    words = block.text.split()
    told = len(block.text) >= _SAYS if block.lines[0].cjk else len(words) >= _TELLS and words[-1].islower()
    return told and _data_free(block.text)


def _data_free(text: str) -> bool:
    return not (DATA.search(text) or SELLS.search(text))


def _led(block: Block) -> bool:
    """Tell whether a lead-in opens a block: of text, not of capitals that look like one (HEARING TEST — FREE)."""
    return block.lead is not None and block.lead.weight >= _OPENS and not block.text.isupper()


def _signed(block: Block) -> bool:
    return any(mark is not None and mark.weight >= _SIGNED for mark in (block.byline, block.credit))
