"""What sends the reader elsewhere: indexes, jump lines, pointers to another page."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.form import Row

_LEAF = "第? ?(?:[A-Z]?\\d{1,3}|[一二三四五六七八九十○]{1,4})(?:[、,-]\\d{1,3}){0,3} ?版[①-⑨]?"
INDEX_ZH: list[Row] = [
    ("index", 4.0, r"(?:今日导读|导读|本期导读)[:：|][^，。]{0,160}$"),
    # 2版 全市营商环境大会召开
    ("index", 3.5, r"(?:第 ?)?[A-Z]?\d{1,2} ?版[ :：·][^。\n]{6,40}$"),
    # 砚州考古揭开窑址之谜 ▶4版
    (
        "index",
        4.0,
        rf"(?=[^版A-Z\n]{{4,44}}+[版A-Z])[^。\n]{{4,30}}?(?: ?[▶►>→.…·—]{{1,12}} ?| )(?:{_LEAF}|[A-Z]\d{{2}}版?)$|[^。\n]{{4,30}}?[(（](?:见|详见)?{_LEAF}[)）]$",
    ),
]
# Departments of a paper that its index names.
_PARTS = (
    "(?:Weather|Crosswords?|Letters|Obituaries|TV|TV guide|Television|Comics|Puzzles?|Classifieds?|Opinion|Business|Sports?|Stocks|Markets|Funds|Tides|Editorials?|Leading articles?|Comment|Arts|Lottery"
    "|Horoscopes?|Bridge|Chess|Law reports?|Reports?|Analysis|Reviews?|Pictures?|Index|Food|Travel|Books|Deaths|Court|Racing|Radio|Calendar|Nation|World|Local|Metro|Home|Advice|Money|Science)"
)
_PAGES = r"(?:[A-Z]?\d{1,3}[A-Z]?)(?:(?: ?(?:&|and|,|-|–) ?)[A-Z]?\d{1,3}[A-Z]?){0,2}"
# A department's name, in which no word is a page: else one text can be read in too many ways.
_PART = r"(?>[A-Z][A-Za-z&'’]{0,24}(?: (?![A-Z]?\d)[A-Za-z&'’]{1,24}){0,4},? {1,4})"
INDEX_EN: list[Row] = [
    (
        "index",
        4.0,
        r"(?:INSIDE|Inside|INDEX|Index|IN THIS ISSUE)[:|].{0,160}$|(?:INSIDE|Inside) (?:TODAY|Today|Sport|SPORT|Business|BUSINESS)$|IN TODAY'S (?:PAPER|EDITION)$|Index on [Pp]age .{1,6}$",
    ),
    (
        "index",
        4.0,
        rf"(?=[^\d\n]{{3,28}}+\d){_PART}{_PAGES}(?:(?: {{2,8}}| ?[•|·;] ?){_PART}{_PAGES}){{1,8}}\.?$",
    ),
    ("index", 4.0, rf"[A-Z][\w&'’ ]{{2,30}}? ?\.(?: ?\.){{2,40}} ?{_PAGES}$"),
    ("index", 4.0, rf"{_PARTS}[,:]? {{1,3}}(?:[Pp]ages? |PAGES? )?{_PAGES}\.?$"),
    ("index", 3.5, r"[A-Z][^.\n]{8,60}\. ?(?:[A-Z]\d{1,2}|\d{1,2}[A-Z])$"),
]
_NUMBER = r"(?:[A-Z]?-?\d{1,3}[A-Z]?|[Oo]ne|ONE|[Tt]wo|TWO|[Tt]hree|THREE|[Ff]our|FOUR)"
_TOWARDS = (
    rf"(?:(?:[Pp]ages?|PAGES?),? {_NUMBER}(?: ?(?:&|and) ?\d{{1,3}})?|[A-Z]-?\d{{1,2}}\b|\d{{1,2}}[A-Z]\b)"
)
JUMP_ZH: list[Row] = [
    (
        "jump",
        6.0,
        r"[(（▶►>→※]{0,4} ?(?:下转|上接|紧接|转|接|详见)(?:第? ?[\dA-Z一二三四五六七八九十○]{1,4} ?[版页]|(?:第 ?)?[A-Z]?\d{1,3}(?![\d\u4e00-\u9fff])|[\u4e00-\u9fff]{0,4}版).{0,20}$",
    ),
    (
        "jump",
        5.5,
        rf"[(（▶►>→※]{{0,4}} ?(?:[\u4e00-\u9fff]{{0,6}}(?:报道|全文|新闻|图片|内容|稿件|社论|评论|文章))?(?:均?见|详见|参见|刊)(?:{_LEAF}|[A-Z]\d{{2}}版?)[)）]?$",
    ),
]
JUMP_EN: list[Row] = [
    (
        "jump",
        6.0,
        rf"(?:.{{0,30}}[,:] )?(?:[Cc]ontinued|CONTINUED|Cont['’]?d\.?|[Tt]urn to|TURN TO|[Pp]lease (?:see|turn)|[Ss]ee|SEE|[Ff]rom|FROM|[Jj]ump to|[Mm]ore on|[Ss]tory on)[ ,:]{{1,2}}.{{0,40}}?{_TOWARDS}.{{0,12}}$",
    ),
    (
        "jump",
        6.0,
        r"(?=[^\d\n]{4,110}+\d)(?:.{0,30}[,:] )?(?:[Cc]ontinued|CONTINUED|Cont['’]?d\.?|[Tt]urn to|TURN TO|[Ss]ee [A-Z]{3,14},?)[ ,:]{1,2}.{0,30}?\d{1,2}\b.{0,12}$",
    ),
    ("jump", 6.0, r"\(?(?:[Cc]ontinued|CONTINUED) (?:on|from|ON|FROM) .{0,30}(?:[Pp]age|PAGE)s?\.?\)?$"),
    # » HARBOR, A15; and one broken before its number
    ("jump", 5.0, r"[»▶►➤→>]{1,2} ?[A-Z][A-Z'’ -]{1,20}[,:] ?(?:[Pp]age |PAGE )?[A-Z]?\d{1,2}[A-Z]?$"),
    ("jump", 5.0, r"(?:[Cc]ontinued on|[Tt]urn to|[Ss]ee) [A-Z][A-Z'’-]{2,19}, [Pp]age$"),
    # Leading article, page 26; FULL STORY PAGE 5
    (
        "jump",
        5.0,
        rf"(?=[^\d\n]{{0,50}}+\d)[A-Z][\w'’&, -]{{2,40}}[,:.] ?(?:[Pp]ages?|PAGES?) {_PAGES}\.?$|(?:FULL STORY|Full story|MORE|STORY)[:,]? (?:PAGES?|[Pp]ages?) {_PAGES}$",
    ),
]
# A jump line that opens the continuation of an article.
JUMPED_FROM = re.compile(
    r"[(（▶►>]{0,2} ?(?:上接|紧接|接)|(?:.{0,30}[,:] )?(?:[Cc]ontinued [Ff]rom|CONTINUED FROM|Cont['’]?d\.? from|[Ff]rom [Pp]age|FROM PAGE)"
)
