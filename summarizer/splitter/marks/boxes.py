"""What the lines of a small box hold, as a headline's lines do not: telephone numbers, prices, hours, cells of data.

Every row with the case that needed it. They are searched for anywhere in a line, but for those that begin with ^.
"""

from __future__ import annotations

import re

_DATA = (
    (
        r"\d{3}[- ]\d{4}\b|\b1[3-9]\d{9}\b|\b1[3-9]\d\*{4}\d{4}|\b\d{3,4}-\d{7,8}\b",
        "1420 Mill Street, 555-0142",
    ),
    (r"^\d{7,8}$", "29445380"),
    (r"\b0\d{3,4} \d{6}\b|\b0\d{2} \d{4} \d{4}\b", "24 hours • 01632 960155"),
    (r"[热专]线.{0,6}\d{5}|[电话机箱][:：]|TEL[:： ]", "订票热线55512345"),
    (r"[电话][ :：]?[一二三四五六七八九〇○零]{5,8}|\b\d{4}-\d{4}\b", "请电七二一八八六"),
    (r"\S(?: {2,}|\t)[^\n]{0,60}\d", "Corn   3.88"),
    (r"\d[\d,.]{0,12}%? (?:[▲▼△▽↑↓+−-] ?)?\d[\d,.]{0,12}%?$|[▲▼△▽↑↓]", "Wheat 5.40 -0.02"),
    (r"^[\u4e00-\u9fff]{1,4}(?: [\u4e00-\u9fff]{1,4}){2,8}$", "队名 胜 平 负 积分"),
    (r"^[^\d，。,.:：]{1,24}[ :：,]{1,4}[$£€¥]?\d[\d,]{0,9}(?:\.\d{1,4})?%?$", "Euro 1.1710"),
    (r"\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|noon\b)|\b\d{1,2}[:：]\d\d\b", "Doors open 7 a.m."),
    (r"^[一二三四五六七八九十]{1,3}时(?:正|半|[一二三四五六七八九十]{1,3}分)? ", "八时半 足球精华"),
    (r"^[^\d]{1,24} \.\d{1,2}$|\d \(\d[\d.,]{0,8}\)$|\bRs\.? ?\d", "Olney Forks .42"),
    (r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?,? \d", "Saturday 8 to 1"),
    (r"(?<!O\. )\bBox (?:No\. ?)?[A-Z]?-?\d|\bc/o\b|  ::  ", "Sealed bids to Box 40"),
    (r"\d ?[-–] ?\d{1,2} ?[ap]\.?m\b|^\d{1,2}\.\d\d [A-Z]", "19.30 News"),
    (
        r"[$£€¥]\d{1,4}(?:\.\d\d|(?:\.\d\d)?$)(?![\d.,]| ?(?:million|billion|trillion|bn|[mkMBK])\b)|^[$£€¥]\d|[₹€]\d",
        "Cheese curds $4.99",
    ),
    (
        r"\S \S[^\n]{0,40}?\d(?:\.\d{1,3})? ?(?:米|元|吨|公斤|克|度|名|台|套|号|月)(?: |$)",
        "警戒水位 城东15.50米",
    ),
    (r"\d(?:\.\d{1,2})?元?/|\d ?℃", "起租价：35元/㎡"),
    (r"作废|[买满]\S{1,4}[送减]\S|\d折|\d ?% off\b", "满3000送300"),
    (
        r"^(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[a-z]{0,6}\.? ?[:–—-]|^[A-Z][a-z]{1,12}: \d",
        "Thu. – Story hour",
    ),
    (r"@|www\.|\.example\b|\.com\b|\w [•●|] \w", "Roofing • Gutters • Siding"),
    (
        r"\d ?% (?:AP[RY]|AER)\b|\bMember FDIC\.?$|\b[Dd]eposits insured\b|\bEqual Housing Lender\b",
        "12-month certificate 4.15% APY",
    ),
    (
        r"^(?:Open|OPEN|Hours:?) (?:daily|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\b)[^\n]{0,24}\d",
        "Open Mon.-Sat. 8 to 6",
    ),
    (
        r"^\S{0,4}(?:地址|地点|时间|热线|电话|票价|价格|门票|网址|邮箱|网站|展期|路线|公交|主办|承办|日期|户名|账号|编号|会场|联系人|联系方式|对象|名额|年龄|截止|面积|保证金|编辑)[:：]\S",
        "地址：锦屿市望海路216号",
    ),
)
DATA = re.compile("|".join([pattern for pattern, _ in _DATA]))

# What a correction says.
CORRECTS = re.compile(
    r"应为|误[作为写植]|有误|特此更正|致歉|差错|纠错|\b(?:misstated|misspelled|misidentified|incorrect|incorrectly|erroneous|erroneously"
    r"|should have (?:said|read|been)|was wrong|editing error|transposed|regrets?)\b"
)

# What those say who sell: half as telling, since a headline may say it.
_SELLS = (
    (
        r"\b(?:[Ff]or [Rr]ent|FOR RENT|[Cc]onditions apply|[Ll]imited [Ss]eats|[Nn]o dealers|[Bb]ids?)\b",
        "FOR RENT",
    ),
    (r"\b(?:[Ff]ree|FREE|[Dd]eliver(?:y|ed))\b", "Free delivery in town"),
    (
        r"\b[Uu]p to \d+% off\b|\b(?:this week|today|one day) only\b|\bwhile (?:they|stocks?|supplies) lasts?\b"
        r"|\b[Nn]ew patients\b|\bhome may be repossessed\b"
        r"|\bfrom [$£€]\d[\d,.]*(?: [a-z]+)?$",
        "Hearing aids from $795",
    ),
    (
        r"\b(?:[Tt]ickets?|TICKETS|[Aa]dmission|[Gg]rand [Oo]pening|[Ff]ish fry|[Ee]venings)\b",
        "Tickets at the door",
    ),
    (
        r"\b(?:[Oo]pen|OPEN|[Nn]ow open|[Cc]all|CALL|[Oo]rder|[Aa]pply|[Hh]iring|[Ww]anted|WANTED)\b",
        "Apply in person",
    ),
    (
        r"\b(?:[Ss]ale|SALE|[Ss]pecials?|[Dd]iscounts?|[Cc]learance|CLEARANCE|[Mm]ust go|[Ii]n stock)\b",
        "Snow blowers in stock",
    ),
    (
        r"\b(?:[Pp]ayments?|[Mm]oney down|[Ss]ame as cash|[Ff]inanc(?:ing|e)|[Ff]or \d+ months|[Tt]erms apply)\b",
        "No money down",
    ),
    (
        r"\b(?:[Ll]icen[sc]ed|[Ff]ully insured|[Ee]stimates?|[Rr]epair(?:s|ed)?|[Ii]nstalled)\b",
        "Licensed, fully insured",
    ),
    (
        r"\b(?:[Bb]est|BEST|[Ss]ince 1[89]\d\d|[Ff]amily[ -]owned|[Ss]tore|[Hh]wy|[Oo]pp\.)",
        "Family owned since 1954",
    ),
    (r"&|\b\d+ (?:[A-Z]\w+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Highway)\b", "1420 Mill Street"),
    (
        r"[买满]\S{1,6}送|以旧换新|优惠|特价|促销|抢购|免费|包邮|直销|批发|零售|惠顾|[减降]价|特惠|出租|免佣|估价",
        "以旧换新 最高补贴800元",
    ),
    (r"寻人|预约|咨询|诚聘|招租|转让|面议|报名|地址", "免费报名咨询"),
    (
        r"\b(?:(?:[Ff]ull|[Pp]art)[ -]time|[Bb]enefits|[Cc]ompetitive|[Nn]o phone calls)\b"
        r"|\b[Ee]xperience (?:preferred|required|necessary)\b",
        "Drivers, full or part time",
    ),
    (
        r"\b(?:[Cc]oupon|COUPON|OFFER|[Hh]alf price|HALF PRICE|2 for 1|TWO FOR ONE)\b",
        "2 for 1 with this coupon",
    ),
    (r"刊登|登报|[征订]订|订阅", "刊登各类公告 声明 启事"),
    (r"招生|随到随学|驾校$|招聘|加盟", "常年招生 随到随学"),
    (r"门店|上市|送货|有售|厂家|门市", "各大门店有售"),
)
SELLS = re.compile("|".join([pattern for pattern, _ in _SELLS]))
