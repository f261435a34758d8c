"""What stands around a numeral and tells a figure from a label: names, models, telephones, slogans."""

from __future__ import annotations

import re

from summarizer.quantities.attach import has_unit
from summarizer.quantities.mention import Numeral

_CJK = re.compile("[\u4e00-\u9fff]")
_CALL = re.compile(
    r"(?:电话|热线|拨打|致电|传真|qq群?|[0-9]转|微信|邮编|代码|代号|刊号|编号|证号|文号|账号|车牌|isbn|issn|\btel|\bphone|\bfax|"
    r"\bdial|\bcall|hotline|phone number is|\bzip code)[\s:：.]{0,3}\+?$"
)
_COUNTED = re.compile(
    r"\s?%|\s(?:per ?cent|people|million|billion|men|women|children|miles|minutes|hours|days|"
    r"weeks|months|years)\b"
)
_MONEY_NEXT = re.compile(r"\s?(?:yuan|dollars?|euros?|pounds?|yen|people|tonnes|tons|%)")
_PHONE = re.compile(
    r"\+?[0-9]{1,4}(?:[-\s/][0-9]{3,8}){2,}(?![0-9])|0[0-9]{2,3}-[0-9]{7,8}(?![0-9])|"
    r"1[3-9][0-9]{9}(?![0-9.,])|[0-9]{3}-[0-9]{2}-[0-9]{4}(?![0-9])|[48]00-?[0-9]{3,4}-?[0-9]{3,4}(?![0-9])"
)
_DOTTED = re.compile(r"[0-9]+(?:\.[0-9]+){2,}")
_TAIL = re.compile(r"(?:[-./]?[a-z0-9])*")
_ROAD = re.compile(
    r"国道|省道|县道|高速|号线|号楼|号文|号机|路公交|热线|购物节|晚会|大促|弄|室(?!内|外|温)|"
    r"航班|次列车|g(?:网络|基站|通信|时代|技术|手机|用户|赋能|\+|应用|工厂|智)|d打印|k(?:超清|"
    r"高清|电视|分辨率)|°角|单元(?!格|测)|号[汽柴燃]?油|[栋幢座](?=[0-9]{1,4}(?:室|单元|号))"
    r"|(?:(?<=211)|(?<=985))(?:工程|高校|院校|大学|[、/](?:211|985))"
    r"|(?:(?<=110)|(?<=119)|(?<=120)|(?<=122))(?:报警|火警|急救|指挥|接警|出警|消防|平台|电话|宣传日|救护)"
)
# 下转02版, 04版:要闻: the page of a paper.
_PAGE_BEFORE = re.compile("(?:下转|上接|详见|转|见|刊于|刊|接)第?$")
# Ward 3, Bill 204, Apt. 3B, Local 12: what officials number, as names are written.
_NAMED = re.compile(
    r"\b(?:Ward|District|Precinct|Bill|Measure|Amendment|Lot|Unit|Parcel|Exit|Engine|Ladder|Docket|Item|Exhibit|Form|"
    r"Model|Formula|Group of|Apt\.?|Apartment|Flat|Bldg\.?|Building|"
    r"H\.R\.|S\.R\.|S\.B\.|H\.B\.|HR|SB|HB|Local|Troop|Lodge|Python)\s$"
)
_STREET = re.compile(
    r"(?:\s(?:[NSEW]\.?|North|South|East|West))?\s(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Boulevard|Blvd|Terrace|"
    r"Highway|Battalion|Precinct|Ward)"
)
# A noun behind it would be counted: 5 Wall Street banks.
_ADDRESS_EN = re.compile(
    r"(?:-[0-9]{1,4})?\s(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?"
    r"(?:[A-Z][a-z]{1,14}\.?\s|[0-9]{1,3}(?:st|nd|rd|th)\s){1,3}"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Lane|Drive|Dr\b|Boulevard|Blvd|Terrace|Parkway)"
    r"(?=$|\.|[,;)\n]|\s(?:in|on|at|and|or|was|is|to|from|for|near|will|that|has|[A-Z]))"
)
_DIALLED = re.compile(r"[0-9]{1,3}(?:[-\s][0-9]{2,5}){2,4}(?![0-9])")
_LOCAL = re.compile(r"[2-9][0-9]{2}-0[0-9]{3}(?![0-9])")
_CLAUSE = re.compile(r"\([a-z]\)(?:\([0-9a-z]\))*")
_GENERATION = re.compile(r"[1-7](?:g|d|k)(?![a-z0-9])")
_BORN = re.compile(r"[5-9]0后|00后|10后|[5-9]5后")
_NAME_BEFORE = re.compile(
    r"(?:(?<![a-z])(?:boeing|airbus|route|highway|interstate|flight|room|windows|iphone|ipad|playstation|xbox|"
    r"android|channel|apollo|article|catch|area|pier|gate|terminal|no\.|sections?|sec\.|chapter|title|"
    r"proposition|resolution|clause|paragraph|pages?|vol\.|psalm|studio|suite|box|ssn|ios|fortune|forbes|s&p|gb/t|iso|iec|cn)|工业|web|wto)[\s-]{0,2}$"
)
_ITEM = re.compile(r"[.．、)）](?![0-9])")
_OPEN = "“「『‘《〈\"'"
_CLOSE = "”」』’》〉\"'"
# First characters of what the checks below look for: most figures touch none of them.
_HANGING = frozenset("-/.·\\=#@&+")
_OPENING = frozenset('“「『‘《〈"(（[〔')
_LABEL_NEXT = frozenset(
    "·后购晚大弄室+国省县高号路热航次dgk°.．、)）-/ 单栋幢座工院报火急指接出消平电宣救版("
)
_NAMING = frozenset(" -话线打电真q群转信编码号文证:.+业b" + "abcdefghijklmnopqrstuvwxyz")
_SLOGAN = re.compile(r"[^“”\n，。；]{1,10}[”」』》]")
_DAY = re.compile("[0-9]{1,2}")
_ADDRESS = re.compile("号(?!线)")
_BRACKETS = "〔[（("
_DOCUMENT = re.compile(r"[〕\]）)](?:第?[0-9]+号|[\u4e00-\u9fff]{1,3}[0-9]*[\u4e00-\u9fff]{1,4}[0-9]+号)")
_AREA_CODE = re.compile(r"[0-9]{3}\)\s?[0-9]{3}-[0-9]{4}(?![0-9])|0[0-9]{2,3}\)\s?-?[0-9]{7,8}(?![0-9])")
# Public numbers of two syllables in running Chinese: 12306订票, 12345平台.
_SERVICE = re.compile("12(?:3[0-9]{2}|123)(?=[\u4e00-\u9fff])")
_SLASHED = re.compile(r"(?:9/11|24/7|50/50|20/20|7/7)")
# “1+3+N”体系: a slogan in figures.
_FORMULA = re.compile(r"[0-9]{1,4}(?:\+(?:[0-9]{1,4}|[a-z])){1,6}")
# 视力5.0, 容积率2.0 are figures; 工业4.0, WTO 2.0 are names.
_MEASURED = frozenset("力率达为至到约报数值比分于级震是得打")
_SOFTWARE = re.compile(r"[0-9]\.0(?![0-9])")


def end_of_label(text: str, cased: str, numeral: Numeral) -> int:
    """Where the label ends that the Arabic figures at `numeral` belong to; 0 where they are a figure."""
    start, end = numeral.start, numeral.end
    before, after = text[start - 1 : start], text[end : end + 1]
    if numeral.plain and end - start == 5 and _SERVICE.match(text, start) and not has_unit(text, end):
        return end
    if numeral.fraction and _SLASHED.fullmatch(text, start, end):
        return end
    if before in _HANGING and before and _glued_before(text, cased, numeral):
        dialled = _DIALLED.match(text, start) if before == "+" else None
        return dialled.end() if dialled else _tail(text, end)
    if before == "双" and numeral.plain:
        return end
    if before in _OPENING and before:
        enclosed = _enclosed(text, numeral, before, after)
        if enclosed:
            return enclosed
    if after in _LABEL_NEXT and after:
        label = _by_next(text, cased, numeral, before, after)
        if label:
            return label
    if (
        before == " "
        and (numeral.plain or after_letter(text, end))
        and _NAMED.search(cased, max(0, start - 12), start)
    ):
        return _tail(text, end)
    if (
        before in _NAMING
        and before
        and (_CALL.search(text, max(0, start - 18), start) or _is_numbered(text, start, end))
    ):
        return _tail(text, end)
    if (
        numeral.plain
        and end - start > 9
        and " " not in text[start:end]
        and (phone := _PHONE.match(text, start)) is not None
        and not (has_unit(text, end) or _MONEY_NEXT.match(text, end))
    ):
        return phone.end()
    if (
        text[end - 1] == "0"
        and after not in ("%", "元")
        and before not in _MEASURED
        and _SOFTWARE.fullmatch(text, start, end)
        and (before.isalpha() or (before == " " and text[start - 2 : start - 1].isalpha()))
    ):
        return end if not _followed_by_unit(text, end) else 0
    return 0


def _is_numbered(text: str, start: int, end: int) -> bool:
    """Section 230, Gate 12; but not: in the area 50 people."""
    return _NAME_BEFORE.search(text, max(0, start - 14), start) is not None and not _COUNTED.match(text, end)


def _enclosed(text: str, numeral: Numeral, before: str, after: str) -> int:
    """“465”, (3)指导思想, (212) 555-0123, 〔2023〕12号."""
    start, end = numeral.start, numeral.end
    if not numeral.plain:
        return 0
    if before in _OPEN and after in _CLOSE and after:
        return end
    if before == "(" and (area := _AREA_CODE.match(text, start)) is not None:
        return area.end()
    if before in _BRACKETS and (document := _DOCUMENT.match(text, end)) is not None:
        return document.end()
    if before in "（(" and after in "）)" and after and numeral.value < 20 and _CJK.match(text, end + 1):
        return end
    return 0


def _by_next(text: str, cased: str, numeral: Numeral, before: str, after: str) -> int:
    """9·11, 5G, 90后, 107国道, 010-88886666, 1.加强, 人民路118号: told by what comes next."""
    start, end = numeral.start, numeral.end
    if after == "·" and (day := _DAY.match(text, end + 1)):
        return day.end()
    if after in "gdk" and _generation(cased, start):
        return start + 2
    if (after == "后" and _BORN.match(text, start)) or _ROAD.match(text, end):
        return end
    if after == "版" and (
        (text[start] == "0" and before != "第")
        or text[end + 1 : end + 2] == ":"
        or _PAGE_BEFORE.search(text, max(0, start - 4), start)
    ):
        return end + 1
    if after == "(" and numeral.plain and (clause := _CLAUSE.match(text, end)) is not None:
        return clause.end()
    if after == "-" and cased.startswith("Eleven", end + 1):
        return end + 7
    if after == "-" and (local := _LOCAL.match(text, start)) is not None:
        return local.end()
    if after in " -" and numeral.plain and (address := _ADDRESS_EN.match(cased, end)) is not None:
        return address.end()
    if after == "号" and before in "路街道巷弄" and before and _ADDRESS.match(text, end):
        return end + 1
    if after == "+" and numeral.plain and (formula := _FORMULA.match(text, start)) is not None:
        return formula.end() if (before in _OPEN and before) or formula[0][-1].isalpha() else 0
    if after == "." and text.startswith((".sh", ".sz", ".hk", ".ss"), end):
        return end + 3
    if after == "." and (dotted := _DOTTED.match(text, start)) is not None:
        return dotted.end()
    if (
        after in ".．、)）"
        and numeral.plain
        and _ITEM.match(text, end)
        and _begins_clause(text, start)
        and len(text) > end + 2
    ):
        return end
    if (
        after in "-/ "
        and numeral.plain
        and " " not in text[start:end]
        and (phone := _PHONE.match(text, start))
        and (phone.end() - start > 9)
    ):
        return phone.end()
    return 0


def _generation(cased: str, start: int) -> bool:
    match = _GENERATION.match(
        cased.lower() if len(cased) < 64 else cased[start : start + 4].lower(),
        start if len(cased) < 64 else 0,
    )
    return (
        match is not None
        and cased[start + 1].isupper()
        and not cased[start - 1 : start].isdigit()
        and cased[start - 1 : start] not in (".", ",", "$")
    )


def _followed_by_unit(text: str, end: int) -> bool:
    return (
        re.match(r"\s?(?:%|[a-z\u4e00-\u9fff])", text[end : end + 2]) is not None
        and re.match(r"\s?[版时代]", text[end : end + 2]) is None
    )


def _tail(text: str, end: int) -> int:
    match = _TAIL.match(text, end)
    return match.end() if match else end


def _glued_before(text: str, cased: str, numeral: Numeral) -> bool:
    """歼-20, CN42-0001, 9·11, x=10: the figure hangs on what stands before its hyphen."""
    start = numeral.start
    sign, two = text[start - 1], text[start - 2 : start - 1]
    if sign in "=#@&\\":
        return sign != "="
    if sign == "+":
        return _DIALLED.match(text, start) is not None
    if not two or two.isspace():
        return False
    if sign == "·":
        return True
    if sign == ".":
        return cased[start - 2].isupper() and cased[start - 2].isascii()  # XBB.1.5
    if sign == "-":
        if two.isascii():
            return two.isalpha() and not text.endswith("-to-", 0, start) and not _range_word(text, start - 1)
        return (
            _CJK.match(two) is not None
            and two not in "为是到至于了达约负温算和与、从由在"
            and numeral.plain
            and not _unit_after(text, numeral.end)
        )
    return False


def _range_word(text: str, at: int) -> bool:
    """A unit or a scale before the hyphen makes 3km-5km and 5k-20k ranges, not names."""
    return (
        re.search(
            r"[0-9]\s?[a-z]{1,3}$|[0-9][- ]foot$|\b(?:million|billion|thousand|percent)$",
            text[max(0, at - 12) : at],
        )
        is not None
    )


def _unit_after(text: str, end: int) -> bool:
    return re.match(r"[℃°%元万亿千米公吨度]", text[end : end + 1]) is not None


def _begins_clause(text: str, start: int) -> bool:
    at = start - 1
    while at >= 0 and at > start - 6 and text[at] in " \t\u3000(（":
        at -= 1
    if at > 0 and text[at] == ":" and text[at - 1].isdigit():
        return False  # a score: 27:18
    return (
        at < 0
        or text[at] in "\n；;。:：！？!?“"
        or (
            text[start + 1 : start + 2] == "、"
            and _CJK.match(text[at]) is not None
            and text[at] not in "为是达到共约第超近至得各"
        )
    )


def after_letter(text: str, end: int) -> bool:
    """Whether the numeral that ends at `end` took a letter for its scale: 3B."""
    return text[end - 1].isascii() and text[end - 1].isalpha()


def is_street(cased: str, end: int) -> bool:
    """Whether the ordinal that ends at `end` names a street: First Street, 42nd St."""
    return cased[end : end + 1] == " " and _STREET.match(cased, end) is not None


def is_slogan(text: str, numeral: Numeral) -> bool:
    """“两个确立”, “三农”: a short Chinese numeral at the head of a quoted phrase names, it doesn't count."""
    before = text[numeral.start - 1 : numeral.start]
    if before not in ("“", "「", "『", "《", '"'):
        return False
    if numeral.end - numeral.start in (2, 3) and text[numeral.end : numeral.end + 1] in _CLOSE:
        return all(char in "一二三四五六七八九十" for char in text[numeral.start : numeral.end])  # “九五”
    if numeral.end - numeral.start > 1:
        return False
    return _SLOGAN.match(text, numeral.end) is not None


def stands_alone(text: str, numeral: Numeral) -> bool:
    """Whether a Chinese numeral without a unit is a figure all the same: 排名前三, 答案是五."""
    start, end = numeral.start, numeral.end
    before, after = text[start - 1 : start], text[end : end + 1]
    open_left, open_right = not _is_word(before), not _is_word(after)
    run = text[start:end]
    if text.startswith(_LIMITS, end):
        return True
    if (
        after == "、"
        and before in _PARAGRAPH_BEGINS
        and len(run) < 4
        and text[end + 1 : end + 2] not in _COUNTING
    ):
        return False  # 一、项目概况; not 三、四、五是勾股数
    if open_left and open_right:
        return not (before in "（(" and before and after in "）)")
    if before == "遥":
        return False
    if len(run) == 1 and run in "一二三四五六七八九十" and _JOINED.match(text, end):
        return True
    if (
        before in "是为前等比第仅达至到于共有超近约逾过加减乘按数"
        and before
        and (open_right or after in "不而却这的和与或位后以大左上月" or len(run) > 1)
    ):
        return True
    if all(char in "一二三四五六七八九" for char in run):
        return False
    if len(run) == 1 or run in ("千万", "万千", "百万", "亿万", "百千", "千百", "十百", "两千", "三千"):
        return open_right and before in "近超逾约达共计有了破过上"
    return len(run) > 2 or open_right or open_left or after in "的余多以左上到至级"


_COUNTING = frozenset("一二三四五六七八九十百千两半几")
_PARAGRAPH_BEGINS = ("", "\n", "。", "；")
_JOINED = re.compile("(?:至|到|~|-{1,2}|比)[一二三四五六七八九十]")
_LIMITS = ("以上", "以下", "以内", "左右", "上下", "或者", "或以", "之间", "之上", "之下")


def _is_word(char: str) -> bool:
    return bool(char) and (char.isalnum() or char in "-")
