"""The head and the foot of a page: masthead, date, page label, editors; a folio set across the page."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.form import (
    HAN,
    MONTH,
    PAPER_ENDS,
    TITLES,
    TITLES_BEHIND_THE,
    WEEKDAY,
    Mark,
    Row,
)

_DUTIES = (
    "(?:责任编辑|责编|编辑|责任校对|校对|版式设计|版式|美术编辑|美编|组版|排版|检校|编审|审读|版面设计|版面编辑|版面统筹|版面|视觉|制图|图片编辑|图编"
    "|值班主任|值班编委|值班总编|执行主编|主编|总编辑|实习编辑|统筹|策划|执行|监制|审核|终审|撰文|摄影)"
)
_WHOSE = f"(?:本版|本期)?{_DUTIES} ?[:：/ ] ?[{HAN}]{{2,4}}"
EDITORS_ZH: list[Row] = [
    (
        "editors",
        5.0,
        r"(?:本版|本期|值班|版面|一版|今日)?(?:责任编辑|责编|编辑|责任校对|校对|版式|美编|组版|排版|检校|编审|审读|视觉|制图|值班主任|值班编委|值班总编|主编|总编辑)(?:[:： /]|[\u4e00-\u9fff]{2,3} ).{0,80}$",
    ),
    (
        "editors",
        4.5,
        rf"[□■◆●]?(?:本版|本期)?{_WHOSE}(?:[ ,，|■□◆●]{{1,3}}{_WHOSE}){{1,6}}(?: .{{0,50}})?$|(?:执行主编|实习编辑|美术编辑|版面设计|图片编辑)[:：/ ]{{1,2}}[{HAN}]{{2,4}}$",
    ),
]
EDITORS_EN: list[Row] = [
    ("editors", 4.5, rf"[□■◆●]{_WHOSE}(?:[ ,，|■□◆●]{{1,3}}{_WHOSE}){{0,6}}(?: .{{0,50}})?$"),
    (
        "editors",
        4.0,
        r"(?:City|Night|News|Sports?|Arts|Features?|Business|Managing|Deputy|Picture|Photo|Page|Copy|Metro|State|Foreign|Opinion|Letters) (?:Editors?|Designer): ?[A-Z].{2,120}$"
        r"|(?:City|Night|News|Sports?|Arts|Features?|Business|Picture|Photo|Copy|Metro|State|Foreign) Desk: ?(?:[A-Z][\w.'’-]++ [A-Z][\w.'’-]++(?:$|,| {2,}|[;|(]).{0,100}$|[^\n]{0,60}(?:@|\d{3}[-‑ ]\d{4})[^\n]{0,60}$)"
        r"|(?:Page|Pages|Layout|Design) (?:designed|edited|by|design) (?:by )?[A-Z].{3,60}$"
        r"|[A-Z][A-Za-z.'’ -]{3,30}, (?:Publisher|Editor|Managing Editor|PUBLISHER|EDITOR)(?: {2,}[A-Z].{3,80})$"
        r"|(?:(?:Page|News|Night|Copy|City|Sports|Duty) (?:[Ee]ditor|EDITOR)|Editor|Publisher|EDITOR|PUBLISHER): [A-Z][\w.'’-]++(?: [A-Z][\w.'’-]*+){1,3}(?: {2,}.{0,60}| ?[|·].{0,60}|[,;].{0,60})?$|Edited by [A-Z][\w.'’ -]{3,40}$",
    ),
]

_SECTIONS_ZH = "(?:要闻|综合|国际|国内|本地|体育|财经|文化|社会|民生|评论|理论|副刊|专版|专题|广告|城事|都市|时事|经济|教育|科技|娱乐|法治|健康|新闻)"
MASTHEAD_ZH: list[Row] = [
    (
        "masthead",
        4.0,
        rf"(?=[^报媒\n]{{2,12}}+[报媒])(?![\u4e00-\u9fff]{{0,10}}[的了与和让把])[\u4e00-\u9fff]{{2,8}}(?:{PAPER_ENDS})(?: [A-Z]{{2,14}}(?: [A-Z]{{2,14}}){{0,2}})?(?: ?[A-Z]?\d{{1,3}}版?)?"
        r"(?: ?[\u4e00-\u9fff·]{2,6}(?: [\u4e00-\u9fff·]{2,6})?(?: ?[A-Z]?\d{1,3}版?)?| ?[·|].{0,20}| ?\d{4} ?(?:年|[./-]) ?\d{1,2} ?(?:月|[./-]) ?\d{1,2}\b.{0,30}"
        r"| ?\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日.{0,24}| 第 ?\d{2,6} ?期)?$",
    ),
    (
        "masthead",
        4.0,
        r"(?:国内统一(?:连续出版物|刊)号|邮发代号|第 ?\d{2,6} ?期|总第|今日(?:本报)?(?:共)? ?\d+ ?版).{0,80}$",
    ),
    (
        "masthead",
        3.5,
        rf"(?=[^报媒\n]{{2,12}}+[报媒])(?:《?[\u4e00-\u9fff]{{2,6}}(?:{PAPER_ENDS})》?社?(?:社)?(?:出版|主办|主管)).{{0,60}}$",
    ),
    ("masthead", 4.0, r"本期 ?[一二三四五六七八九十\d]{1,2} ?版$"),
    # 中共砚州市委主管主办 今日8版; 主办：某某
    (
        "masthead",
        4.0,
        r"[\u4e00-\u9fff]{2,18}(?:主管|主办|出版|机关报)(?:主办|出版)?(?: (?:[^，。\n]{0,50}\d[^，。\n]{0,30}|[\u4e00-\u9fff]{2,12}(?:主管|主办|出版|编印)|内部资料.{0,20}|社长.{0,20}|总编辑.{0,20}))?$",
    ),
    (
        "masthead",
        4.0,
        rf"(?=[^报媒\n]{{2,16}}+[报媒])[\u4e00-\u9fff]{{2,4}}[ 　][\u4e00-\u9fff]{{2,6}}(?:{PAPER_ENDS})$",
    ),
    ("masthead", 4.0, rf"(?:[{HAN}]{{2,10}} )?(?:主管|主办|承办|出版)(?:单位)?[:：].{{2,40}}$"),
    (
        "masthead",
        4.0,
        rf"[{HAN}]{{2,6}} 第 ?\d{{2,6}} ?期$|.{{0,12}}内部资料 ?(?:免费|注意).{{0,12}}$|.{{0,16}}内部资料 ?准印证号?[:： ].{{0,24}}$",
    ),
]
_COUNT = "(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|TEN|FIFTEEN|TWENTY|One|Two|Three|Four|Five|Six|Seven|Eight|Ten|Fifteen|Twenty)(?:-(?:FIVE|Five|five))?"
_PRICE = r"(?:[\d$£€½¼]|(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|One|Two|Three|Four|Five|Six|Seven|TEN|Ten)\b|[A-Z]+PENCE|[A-Z][a-z]+pence)"
MASTHEAD_EN: list[Row] = [
    (
        "masthead",
        3.0,
        rf"(?!An? [A-Z]|[^\n]{{0,12}}Associated Press)(?:(?:THE |The )?(?:[A-Z][\w.'’-]+ (?:& )?){{1,4}}(?:[A-Z][a-z]+-)?(?:{TITLES})|(?:[Ii]ncorporating|INCORPORATING|[Ww]ith which is incorporated) (?:the |The |THE )?[A-Z][\w.'’& -]{{3,60}}|The (?:[A-Z][\w.'’-]+ ){{0,4}}(?:{TITLES_BEHIND_THE}))(?: ?[|·•].{{0,60}}| {{2,}}[A-Z].{{0,60}})?$",
    ),
    (
        "masthead",
        3.5,
        r"(?!(?:[A-Z.'’-]{1,20} ){1,3}(?:OF|IN|AT|FOR|TO|ON|BY|IS|GETS) )"
        rf"(?:(?:THE )?(?:[A-Z.'’-]+ ){{1,4}}(?:[A-Z]+-)?(?:{TITLES.upper()})|THE (?:[A-Z.'’-]+ ){{1,4}}(?:{TITLES_BEHIND_THE.upper()}))(?: ?[|·•,].{{0,60}}| {{2,}}[A-Z].{{0,60}}| [A-Z]\d{{1,3}})?\.?$|THE (?:[A-Z.'’-]+ ){{1,4}}(?:[A-Z]+-)?(?:{TITLES.upper()}) \d{{1,3}}$",
    ),
    ("masthead", 4.0, r"(?=[^|·•/\n]{2,60}+[|·•/]).{2,50}(?:[|·•]| / ).{2,50}\b(?:1[789]|20)\d\d\b.{0,40}$"),
    (
        "masthead",
        4.0,
        r"(?:[A-Z]?\d{1,3}[A-Z]? [|·•] )[^|·•\n]{2,40}(?: [|·•] [^|·•\n]{2,40}){0,3}$|(?=[^|·•\n]{3,41}+[|·•])[^|·•\n]{2,40}(?: [|·•] [^|·•\n]{2,40}){1,3} [|·•] (?:Page )?[A-Z]?\d{1,3}[A-Z]?$",
    ),
    ("masthead", 4.0, r"(?=[^S\n]{0,34}+S)[A-Z][\w'’&, ]{2,30} ?[/|·•,-] ?(?:Section|SECTION) [A-Z\d]{1,2}$"),
    # The student newspaper of Wexler College
    (
        "masthead",
        4.0,
        r"(?:The|THE) student newspaper of [A-Z][\w'’ -]{2,40}$|(?:Your|YOUR) (?:hometown|community|local) (?:news)?paper$",
    ),
    (
        "masthead",
        4.0,
        r"(?:CN ?\d{2}-\d{4}|Vol\.? ?[\dIVXLC]+|VOL\.? ?[\dIVXLC]+|No\.? ?\d{1,3},?\d{2,6}\b).{0,80}$",
    ),
    (
        "masthead",
        4.0,
        r"[A-Z]{3,14}(?: [A-Z]{2,14}){0,2} ?(?:RIBAO|WANBAO|DUSHIBAO|SHANGBAO|ZAOBAO|CHENBAO|KUAIBAO|SHIBAO|ZHOUBAO)$",
    ),
    # prices, editions, mottoes and imprints beside the name
    (
        "masthead",
        4.0,
        rf"(?:PRICE|Price):? {_PRICE}.{{0,60}}$|(?:[\d½¼]{{1,3}}|{_COUNT}) (?:cents|CENTS|Cents|PENNY|Penny|PENCE|Pence|DOLLARS?|Dollars?)\.?$|[$£€]\d(?:\.\d\d)?$",
    ),
    (
        "masthead",
        4.0,
        r"(?:ESTABLISHED|Established|FOUNDED|Founded|EST\.|Est\.)(?: in| IN)? 1[5-9]\d\d\b.{0,60}$"
        r"|(?:LATE|Late|FINAL|Final|CITY|City|FIRST|First|MORNING|Morning|EVENING|Evening|WEEKEND|Weekend|NATIONAL|National) (?:CITY |City )?(?:EDITION|Edition)$"
        r"|[“\"']?(?:Serving|SERVING|All the [Nn]ews|The [Vv]oice of) .{3,60} (?:since|Since|SINCE) 1[5-9]\d\d[”\"']?$",
    ),
    (
        "masthead",
        4.0,
        rf"Published (?:(?:every|each|daily|weekly|on)\b|Every {WEEKDAY}\b).{{3,80}}$|(?:Printed|PRINTED) (?:and|&|AND) (?:[Pp]ublished|PUBLISHED)\b.{{4,200}}$",
    ),
]

_DAY = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})"
_DAY_CAPITALS = (
    r"(?:[A-Z]{3,9}\.? \d{1,2}(?:ST|ND|RD|TH|st|nd|rd|th)?|\d{1,2}(?:ST|ND|RD|TH|st|nd|rd|th)? [A-Z]{3,9})"
)
DATE_ZH: list[Row] = [
    (
        "date",
        3.5,
        r"(?=[^年\n]{4,30}+年).{0,24}[二〇○零一三四五六七八九]{4} ?年[\u4e00-\u9fff]{1,2}月[\u4e00-\u9fff]{1,3}日.{0,24}$",
    ),
    ("date", 4.0, r".{0,14}中[華华]民[國国].{4,36}$|民[國国][一二三四五六七八九十百0-9]{1,4}年.{4,36}$"),
    ("date", 3.0, r"星期[一二三四五六日天](?: ?第?[A-Z]?\d{0,3}版?)?$"),
    ("date", 3.0, r"(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]{2,6}$"),
    (
        "date",
        4.0,
        r"(?:[\u4e00-\u9fff·]{2,8} )?(?:(?:第 ?)?[A-Z]?\d{1,3} ?版? ?)?[12][\dOo〇○]{3} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?: ?[(（]?星期[一二三四五六日天][)）]?)?(?: ?(?:农历)?[甲乙丙丁戊己庚辛壬癸][\u4e00-\u9fff]{1,12})?(?: ?第 ?[A-Z]?\d{1,3} ?版| ?[A-Z]?\d{1,3}版?)?(?: [\u4e00-\u9fff·]{2,8})?$",
    ),
]
DATE_EN: list[Row] = [
    (
        "date",
        4.0,
        rf"(?=[^\d\n]{{0,130}}+\d)(?:(?:[\w.'’&|·,-]{{1,16}} {{1,3}}){{1,7}})?{WEEKDAY},? {_DAY},? \d{{4}}(?:.{{0,30}}| [A-Z0-9|·$][^,;]{{0,60}} [A-Z]?\d{{1,3}}[A-Z]?)$",
    ),
    (
        "date",
        4.0,
        rf"(?:[A-Z]?\d{{1,3}}[A-Z]? )?(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,? {_DAY_CAPITALS},? \d{{4}}.{{0,30}}$",
    ),
    # THURSDAY 16 OCTOBER £3.90; FRIDAY, MARCH 14 • FINAL EDITION • $2.00
    (
        "date",
        3.5,
        rf"(?i:{WEEKDAY}),? (?:{_DAY}|{_DAY_CAPITALS})(?:$| ?[•|·—–] ?[^.\n]{{0,60}}$| {{1,4}}[£$€]?\d[\d.]{{0,6}}p?$)",
    ),
    ("date", 2.5, rf"(?:Week of )?(?:{MONTH} (?:\d{{1,2}}, )?\d{{4}}|\d{{1,2}} {MONTH} \d{{4}})$"),
    (
        "date",
        4.0,
        r"(?:19|20)\d\d ?[./-] ?\d{1,2} ?[./-] ?\d{1,2}(?: ?[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?: .{0,40})?$",
    ),
]
PAGE_ZH: list[Row] = [
    (
        "page",
        4.0,
        rf"[A-Z]?\d{{1,3}} ?版(?: [\u4e00-\u9fff·]{{2,8}}| ?{_SECTIONS_ZH})?(?: .{{0,6}}热线[:：].{{0,30}})?$"
        rf"|(?:[A-Z]\d{{1,2}}|0\d) [\u4e00-\u9fff]{{2,6}}(?:{PAPER_ENDS})(?: [\u4e00-\u9fff·]{{2,6}})?$"
        rf"|(?:[A-Z]|0)\d{{1,2}}[/ ·|][\u4e00-\u9fff·]{{2,6}}$|\d{{1,2}} (?:{_SECTIONS_ZH}|[\u4e00-\u9fff]{{2,4}}·[\u4e00-\u9fff]{{2,4}})$",
    ),
    (
        "page",
        4.0,
        rf"第 ?[A-Z]?(?:\d{{1,3}}|[一二三四五六七八九十]{{1,3}}) ?版(?: [\u4e00-\u9fff·]{{2,8}}| ?{_SECTIONS_ZH})?$"
        r"|[\u4e00-\u9fff·]{2,6}[ 　]{1,3}第 ?[A-Z]?\d{1,3} ?版$",
    ),
]
_SECTIONS_EN = (
    "(?:(?:HOME|FOREIGN|WORLD|LOCAL|NATIONAL|CITY|STATE|METRO|SPORTS?|BUSINESS) NEWS|NEWS|SPORTS?|OPINION|BUSINESS|FOREIGN|WORLD|NATION|LOCAL|REGION|METRO|ARTS|FEATURES|COMMENT|LETTERS|OBITUARIES|CLASSIFIED"
    "|Home News|World News|Local News|News|Sports?|Opinion|Business|Foreign|World|Nation|Local|Region|Metro|Arts|Features|Comment|Letters|Obituaries)"
)
PAGE_EN: list[Row] = [
    ("page", 4.0, r"[A-Z]\d{1,2} [A-Z]+(?: (?:&|AND|[A-Z]+)){0,3}$|[A-Z]{4,12} [A-Z]\d{1,2}$"),
    (
        "masthead",
        4.0,
        r"(?:£\d(?:\.\d\d)?|\$\d(?:\.\d\d)?|\d{2,3}p|\d{2} cents|\d{2}¢|[$£€]\d\.\d\d \(?(?:incl?\.?|including|inc|plus) .{2,24}|Rs\.? ?\d{1,2}\.\d\d)$"
        r"|(?:\d{2} cents|[$£€]\d(?:\.\d\d)?) (?:newsstand|at (?:the )?newsstands?|to subscribers|elsewhere)$"
        r"|(?:FREE|Free),? (?i:one copy per|take one|please take)\b.{0,24}$",
    ),
    # 4A | SPORTS; LOCAL / A3; Oct. 12, 2026 / Page 9
    (
        "page",
        4.0,
        rf"[A-Z]?\d{{1,3}}[A-Z]? (?:[|•·] )?{_SECTIONS_EN}$|{_SECTIONS_EN} ?[/|•·] ?(?:[A-Z]\d{{1,2}}|\d{{1,3}}[A-Z]?)$"
        rf"|{MONTH} \d{{1,2}}, \d{{4}} ?[/|•·] ?(?:[Pp]age|PAGE) [A-Z]?\d{{1,3}}$",
    ),
    # Arts & Life A16; NATION & WORLD 14A
    (
        "page",
        3.0,
        rf"(?:[A-Z][A-Za-z]{{2,13}} (?:&|and|AND) [A-Z][A-Za-z]{{2,13}}|{_SECTIONS_EN}|(?i:international|national|state)) {{1,2}}"
        r"(?:[A-Z]\d{1,2}|\d{1,2}[A-E])$",
    ),
    (
        "page",
        4.0,
        r"[A-Z]?\d{1,3}[A-Z]?$"
        r"|(?:PAGE|Page|page) (?:[A-Z]?\d{1,3}[A-Z]?|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|One|Two|Three)$",
    ),
]

# A folio set across the page: its cells stand far apart, and the first or the last is a page label or a date.
_CELLS = re.compile(r"\s{3,}")
_LABEL = re.compile(
    rf"(?:(?:PAGE|Page|page|P\.|p\.|第) ?)?[A-Z]{{0,2}}-?\d{{1,3}}[A-Z]? ?版?$|.{{0,20}}{WEEKDAY}\b.{{0,30}}$|.{{0,20}}{MONTH} \d{{1,2}}, \d{{4}}$"
    r"|.{0,12}\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日.{0,16}$|星期[一二三四五六日天]$"
)
_FOLIO = Mark("page", 8.0)


def folio(text: str) -> Mark | None:
    """Return the mark of a folio, if `text` is one: cells that stand apart, or a date amid what goes with it."""
    if len(text) > 240:
        return None
    if "   " in text:
        cells = _CELLS.split(text)
        told = 1 < len(cells) <= 4 and all(len(cell) <= 60 for cell in cells)
        if told and any(_LABEL.match(cell) for cell in (cells[0], cells[-1])):
            return _FOLIO
    if len(text) <= 90 and _FULL_DATE.search(text) and not (_PROSE.search(text) or _RECORD.match(text)):
        rest, beside = _BESIDE.subn(" ", _FULL_DATE.sub(" ", text))
        names = rest.split()
        # a date alone, or behind an office, signs a notice
        if beside and len(names) <= 2 and sum(map(len, names)) <= 14:
            return _FOLIO
    if len(text) <= 120 and (_DATED_EN.search(text) or _numbered(text)):
        return _FOLIO if _NAMES_ONLY.fullmatch(_ADDRESS.sub("", text)) else None
    return None


def _numbered(text: str) -> bool:
    """Tell whether a line has a paper's name, a date and the number of a page: May 11, 2019 10A The Orley Courier."""
    date = _DATE_EN.search(text) if _TITLE.search(text) else None
    return date is not None and _NUMBER.search(text[: date.start()] + "|" + text[date.end() :]) is not None


_DATE_EN = re.compile(rf"\b(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}), ?\d{{4}}\b")
_TITLE = re.compile(rf"\b(?:{TITLES}|{TITLES_BEHIND_THE})\b")
_NUMBER = re.compile(r"(?:^|[ |])[A-Z]?\d{1,3}[A-Z]?(?=[ |]|$)")
# "Page 13 THE BROOK OBSERVER FRIDAY, MARCH 18, 2015": a weekday and a date amid names and labels, nothing told of them.
_DATED_EN = re.compile(
    rf"(?i:(?:\b{WEEKDAY},? |\bpage {{1,2}}\d{{1,3}}\b[^\n]{{0,60}} )(?:{MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}),? ?\d{{4}})\b"
)
_ADDRESS = re.compile(r"(?i:\b(?:www\.)?[a-z\d-]{3,40}(?:\.[a-z]{2,10}){1,2}\b)")
_NAMES_ONLY = re.compile(
    r"(?:(?:[A-Z][\w'’.-]*+|\d{1,4}[A-Z]?|[$£€]\d[\d.]{0,5}|of|the|and|[&|·•~/—–-])(?:, *+| ++|$)){3,20}"
)

# A full date, and what stands beside it on one line of a page's head: all the rest is the paper's or the section's name.
_FULL_DATE = re.compile(
    r"\d{4} ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_PROSE = re.compile("[，。；！？“”]")
# （2026年5月14日市第七届人民代表大会常务委员会第三十八次会议通过）, which opens what was passed
_RECORD = re.compile(r"[（(]\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日[^）)\n]{2,60}(?:会|通过|批准)")
_BESIDE = re.compile(
    r"(?:星期|周)[一二三四五六日天]|(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]{2,6}|农历[\u4e00-\u9fff]{2,8}"
    r"|国内统一(?:连续出版物|刊)号[:：]? ?(?:CN ?[\d-]+)?|CN ?\d{2}-\d{4}|邮发代号[:：]? ?[\d-]+|总?第 ?[\d一二三四五六七八九十百]{1,6} ?[期版]|(?:今日|本期|共) ?[\d一二三四五六七八九十]{1,3} ?版"
    r"|(?:本版|责任|执行|值班|实习)?(?:主编|编辑|责编|美编|校对|版式设计|版面设计|版式|视觉|编委|组版|制图)[:： /]{0,2}[\u4e00-\u9fff]{2,4}"
    r"|(?:电子信箱|邮箱|信箱|热线|电话|E-?mail)[:： ]{0,2}[\w.@-]{4,40}"
    r"|(?<!\d)[A-Z]{0,2}\d{1,3} ?版(?=\s|$)|\b[A-Z]{0,2}\d{1,3}\b|\b[A-Z]{2,}\b|[|·•~/()（）—-]"
)

# The number of an issue and its price, below other lines of a masthead: 75¢; No. 18; Free, one copy per person.
ISSUE = re.compile(
    r"(?:No\.? ?\d{1,6}|(?:FREE|Free)\b.{0,28}|(?:[$£€₹]|Rs\.? ?|K?Sh ?)?\d[\d.,/]{0,6}(?:¢|p|/-)?(?: [a-z ]{3,24})?)$"
)
