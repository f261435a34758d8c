"""What the lines of a small box hold, as a headline's lines do not: telephone numbers, prices, hours, cells of data."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

# A line with one of these is data: (the case that needed it).
DATA = re.compile(
    r"\d{3}[-‑ ]\d{4}\b|\b1[3-9]\d{9}\b|\b\d{3,4}-\d{7,8}\b|[热专]线.{0,6}\d{5}|[电话机箱][:：]"  # Call 555-0142
    r"|\S(?: {2,}|\t|\u3000)[^\n]{0,60}\d"  # Corn   3.88
    r"|\d[\d,.]{0,12}%? (?:[▲▼△▽↑↓+−-] ?)?\d[\d,.]{0,12}%?$|[▲▼△▽↑↓]|^[\u4e00-\u9fff]{1,4}(?: [\u4e00-\u9fff]{1,4}){2,8}$"  # 江城 23 13 5 5 44
    r"|^[^\d，。,.:：]{1,24}[ :：,]{1,4}[$£€¥]?\d[\d,]{0,9}(?:\.\d{1,4})?%?$"  # Euro 1.1710
    r"|\b\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|noon\b)|\b\d{1,2}[:：]\d\d\b|\d ?[-–] ?\d{1,2} ?[ap]\.?m\b|^\d{1,2}\.\d\d [A-Z]"  # 7 a.m., 19:35
    r"|[$£€¥]\d{1,4}(?:\.\d\d|(?:\.\d\d)?$)(?![\d.,]| ?(?:million|billion|trillion|bn|[mkMBK])\b)|^[$£€¥]\d"  # Cheese curds $4.99
    r"|\S \S[^\n]{0,40}?\d(?:\.\d{1,3})?(?:米|元|吨|公斤|克|度|名|台|套|号|月)(?: |$)"  # 警戒水位 城东15.50米
    r"|\d(?:\.\d{1,2})?元?/|\d ?℃|作废|[买满]\S{1,4}[送减]\S|\d折"  # 起租价：35元/㎡
    r"|^(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[a-z]{0,6}\.? ?[:–—-]|^[A-Z][a-z]{1,12}: \d|\d ?% off\b|[₹€]\d"  # Thu. – Story hour; Yes: 24
    r"|@|www\.|\.example\b|\.com\b|\w [•●|] \w"  # Roofing • Gutters • Siding
    r"|^(?:\S{0,4}(?:地址|地点|时间|热线|电话|票价|价格|门票|网址|邮箱|网站|展期|路线|公交|主办|承办|日期|户名|账号|编号|会场|联系人|联系方式|对象|名额|年龄|预案))[:：]\S"  # 地址：锦屿市望海路216号
)

# Words of those who sell: half as telling, since a headline may have one.
SELLS = re.compile(
    r"\b(?:[Ff]ree|FREE|[Tt]ickets?|TICKETS|[Oo]pen|OPEN|[Cc]all|CALL|[Oo]rder|[Ss]ale|SALE|[Pp]ayments?|[Bb]est|BEST|[Ll]icen[sc]ed|[Ww]anted|WANTED|[Rr]epair(?:s|ed)?"
    r"|[Ss]pecials?|[Ee]stimates?|[Dd]iscounts?|[Aa]dmission|[Ss]tore|[Hh]wy|[Mm]oney down|[Cc]learance|CLEARANCE|[Aa]pply|[Hh]iring|[Nn]ow open|[Oo]pp\.|[Ii]n stock|[Ss]ame as cash|[Ii]nstalled|[Ff]inanc(?:ing|e)|[Dd]eliver(?:y|ed)|[Ss]ince 1[89]\d\d|[Ff]amily[ -]owned|[Mm]ust go|[Gg]rand [Oo]pening|[Ff]ish fry|[Ff]or \d+ months|[Tt]erms apply|[Ff]ully insured|[Ee]venings)\b|&|\b\d+ (?:[A-Z]\w+ ){1,2}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Highway)\b"
    r"|[买满]\S{1,6}送|以旧换新|优惠|预约|咨询|诚聘|招租|转让|面议|特价|促销|抢购|免费|门店|上市|报名|地址|包邮|直销|送货|有售|厂家|批发|零售|惠顾|门市"
)
