"""What a unit of a Chinese headline block looks like as kicker, headline and deck, and what ties two of its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.splitter import clause_zh
from summarizer.splitter.lines import Line

_CLAUSE = 4  # ideographs of a clause
_PAIRED = range(4, 10)  # ideographs of each line of a couplet: 一河清水 / 两岸人家 / 三年答卷
_SUBJECT = 8  # ideographs of a subject
_PAIRS = re.compile("(?=([\u4e00-\u9fff]{2}))")
_LONG = 90  # characters of a line that are looked at
_DEED = (
    "学习|传达|贯彻|通过|表决|研究|部署|审议|听取|全力|打造|推动|推进|落实|强调|要求|选举|补选|努力|奋力|加快|"
    "切实|深入|坚决|坚定|确保|共商|共话|决定|号召|动员|围绕|继续|持续|进一步|聚焦|安排|着力|向"
)
_SERIES = (
    "评论员|评论员文章|时评|社论|社評|社评|短评|快评|锐评|观察|访谈|专访|侧记|综述|纪实|追踪|走基层|巡礼|来信|书评|读书|首例|首单|首个|"
    "解读|提醒|说法|调查|暗访|见闻|直通车|往来|热线|速览|聚焦|关注|特稿|札记|论坛|纵论|受权发布|独家|獨家|突发|注意|深度|"
    "新华全媒.{0,2}|答复|连载|揭秘|视点|视线|视界|連線|连线|手记|信箱|会客厅|门诊|茶座|讲堂|沙龙|里的故事|图说|图解|回应|百姓话题|来论|新知|前沿|征集|新发现|快讯|速递|新书|快评|一周|专栏|副刊|人物|寻人|权威发布|直击现场|服务台|最新消息|深读|特写"
)
_MATCH = (
    "决赛|淘汰赛|附加赛|小组赛|首回合|次回合|揭幕战|德比|联赛|锦标赛|预选赛|公开赛|大奖赛|冠军赛|常规赛|邀请赛|挑战赛|"
    "世界杯|亚洲杯|运动会|马拉松|轮|收官|开赛|开拍"
)
_ACTS = (
    "召开|举行|完成|发生|通过|否决|发布|公布|启动|开通|建成|增长|下降|上升|出台|印发|签署|签约|开工|投用|落户|战胜|达成|推进|推动|"
    "打造|建设|实施|开展|加强|提升|提高|成立|揭牌|开幕|闭幕|逝世|当选|任命|要求|强调|审议|研究|部署|学习|传达|听取|上线|"
    "亮相|升级|下达|结为|接受|督导|约谈|打响|征集|走进|牵手|摘牌|受理|签约"
)
_VERBS = re.compile(
    rf"{_ACTS}|"
    "[夺获赴访将达超破促助拟可能须让为被遭致涨跌降增减停开关办建迎送奖罚查捕救修拆卖买有是在不没未成入出走跑打追引变写守挖揭打撞判获夺胜负来去]"
)
_STARTS_PREDICATE = (
    "发生|在|关于|达成|完成|审议|通过|否决|公开|签署|跃居|同比|环比|预计|进入|成功|将|拟|获|已|被|遭|让|为|再|仍|不|未|正|今|昨|明|"
    "首|全|开|召|举|推|建|增|降|达|超|破|成|入|出|启|迎|把|夺|上|下|怎|能|何|与|和|及|的|到|向|从|对|是|有|可|还|却|才|就|也|都|要|会|"
    "卖|买|走|跑|打|追|引|变|写|守|挖|找|竟|遇|落|赴|宣|强|紧|需|須|設|加|減|料|押|祭|掀|频|悄|起|靠|同|共|[坐搭端装用穿登骑吃住种]上"
)
_ATTEND = "主持|讲话|出席|参加|致辞|宣布|批示|见证签约|见证|陪同|主持并讲话|部署|通报|致辞|出席签约仪式|作报告|工作报告"

_SERIAL = rf".{{0,8}}(?:{_SERIES})[：:]?$|\S{{2,16}}·\S{{2,5}}$|.*[①-⑳]$"
_BRACKET = r"[【〔\[［]"
# How a line above a headline begins that says under what, by what or for what it came about.
_NO_SUBJECT = (
    "(?:不|涉嫌|涉|为(?!什么|何)|受|因|面对|从|以(?!色列|军|方|媒|总理|外长|国防)|历|状告|当选|毛利|营收|围绕|针对|牢记|奋战|支持|坚持|践行|弘扬|落实|办好|沿着|致敬|纪念|"
    "庆祝|迎接|投入|耗资|继(?!承|续)|随着|经过|较|比|仅|只|由|时隔|首期|总|预算|免费|严重|走进|跟着|点亮|告别|可|让|把|勇(?!士)|奋|深[入化耕挖]|聚焦|"
    "打造|增|减|降|超|破|年产|覆盖|惠及|全长|耗时)"
)
# What the press carries its stories under for months: 新思想引领新征程, 党旗在基层一线高高飘扬, 奋进新征程 建功新时代.
_CAMPAIGN = re.compile(
    r"(?:(?:新思想|新时代|新征程|奋进新征程|建功新时代)[^，。！？\d]{0,10}(?:新征程|新时代|新伟业|实干笃行|新图景|新功|之歌)"
    r"|锲而不舍落实[^，。]{2,8}规定精神|党旗在[^，。]{2,8}飘扬|学思想 强党性[^，。]{0,12}|新春走基层"
    r"|(?:领航|活力|情满)中国年?"
    r"|权威(?:部门话开局|访谈)|一线调研|在希望的田野上|筑梦现代化[^，。]{0,10}|[^，。]{0,12}代表委员履职故事|[^，。]{4,16}系列(?:主题)?新闻发布会)"
    r"(?:[·—].{2,20})?$"
)
_VISIT = re.compile(
    r".*[在到赴].*(?:调研|考察|会见|检查|督导|会议|慰问|现场办公|视察|走访)|.*(?:调研|督导|走访慰问|检查).{4}"
)
# What the words of a unit look like: name, pattern.
_FORMS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("holds a meeting", r".*(?:召开|举行|举办|开展).+"),
        ("says", r".*(?:强调|指出|要求|表示|提出|[时文]说|坦言|透露|勉励|认为|揭|[会议坛式动场]上)$"),
        ("says what", r".*(?:[时会上]|会议)(?:强调|指出|要求)[^，]{5,}$"),
        ("figures", r"\S*\d\S* \S*\d"),
        ("an object to come", r".*(?:研究|审议|听取|讨论)$"),
        ("at a visit", _VISIT.pattern),
        ("colon at its end", r".*[：:｜|]$"),
        ("speaker", r"[^：:，“]{1,7}[：:].{3}"),
        (
            "who took part",
            rf"(?!.*(?:会议?|研究|安排|专题)部署$).{{2,14}}(?:{_ATTEND})(?:.{{2,14}}(?:{_ATTEND}))?$",
        ),
        ("series", rf"{_SERIAL}|(?:{_SERIES})[：:｜|·]|.*系列报道"),
        ("bracketed name", _BRACKET),
        ("campaign", _CAMPAIGN.pattern),
        ("in brackets", r"[（(].*[）)]$"),
        ("dash", r"[—─-]{1,2}"),
        ("dash at its end", r".{6,}(?:——|──)$"),  # 全市143个单元申请，记者走访11个小区——
        ("security", r"(?:证券|股票|债券)(?:代码|简称)[：:]"),
        ("interview", r"(?:专访|对话|访)[^，。！？：:、]{5,}$"),  # 专访岚海精轴科技总经理郑怀远
        ("quoted words", r".*[“「‘『]"),
        (
            "what it took",
            r"(?:面积|总投资|投资|历时|耗时|全长|占地|涉及|涉案|惠及|覆盖|年产值|存续|总长|时隔)",
        ),
        (
            "complement",
            r"(?:年内|年底|最高|最低|预计|预期|其中|另有|免费|局地|募资|续航|主因|主犯|抓获|涉及|展期|录取|一度|"
            r"即日|应到|违规|享年|命名|较[上去前]|来自|门票|票价|末班|双方|业内|市民|机场|无|入场|获|系|已|仍|另|并|至|料)",
        ),
        ("period of force", r".*(?:起施行|起执行|起实施|起)$"),
        ("exclamation", r".*[！!]"),
        ("contest", rf".*(?:{_MATCH})$"),
        (
            "notice",
            r".*(?:公告|通告|通知|决定|声明|启事|通报|慰问信|名单|意见|办法|条例》?|规划》?|纲要》?)$",
        ),
        ("list", r".*、"),
        ("begun without a subject", _NO_SUBJECT),
        ("office", r"(?:中共|省|市|全市|全省|我市|我省|国家|国务院|外交部|教育局|警方|法院|检察官|法官|县)"),
        ("byline", r"[□■◎●]|(?:本报|特约|见习)?记者|本报评论员$|.*(?:文|图|摄)[/／](?:文|图|摄)$"),
        ("in memory", r".*(?:之际|周年|诞辰|纪念|专题|开学|节)"),
        ("two or three", r"[一-鿿]{2,3}$"),
    )
)
# In characters; what isn't named is usual for a headline.
_SIZES = (
    ("up to four", range(1, 5)),
    ("five to seven", range(5, 8)),
    ("eight to ten", range(8, 11)),
    ("over fifteen", range(16, _LONG + 1)),
)

_CONTEST = re.compile(rf".*(?:{_MATCH})$")
_OPENS = re.compile(rf"(?:{_STARTS_PREDICATE}|{_ACTS})")
_CAUSE = re.compile(_NO_SUBJECT)
# 遇难人数升 / 至235人; 已致超 / 8000人死亡
_AMOUNT = re.compile(r"[超逾达至近约仅破降升增减]\|\d|[升降增减达]\|至\d")
_DEEDS = re.compile(rf"(?:{_DEED})")
_ASSEMBLY = re.compile(r"(?!.*(?:召开|举行|举办|主持)).*(?:会议|全会|大会|常委会|委员会|政府|法院)$")
_OF_RECORD = re.compile(r".*(?:公告|通告|通知|决定|声明|意见|办法|启事|条例|规定|通报|公示|名单)$")
_SUBJECTLESS = re.compile(
    r"(?:享年|命名|较[上去前]|来自|门票|票价|年内|年底|最高|最低|预计|预期|其中|免费|局地|年可|续航|主因|抓获|拘|涉|\d)"
)
_NAME_GOES_ON = re.compile(r"关于|股份|有限公司|委员会|常务|第.{1,3}[届次]|[（(][^）)]+[）)].")
_LABEL = re.compile(rf"{_SERIAL}|{_BRACKET}")
_APART = re.compile(
    rf"\S{{2,7}}(?:{_ATTEND})(?:[ 、]|$)|[□■◎●]|(?:本报|特约|见习)(?:评论员|记者)|[（(].*[）)]$|编号|——"
)
# 汪峻岭主持召开市政府第62次常务会议 / 研究根治欠薪等工作: what it dealt with is told below the meeting.
_DEALT = re.compile(
    r".{0,40}(?:召开|举行|主持).{0,24}(?:会议|大会|全会|常委会)(?:研究|部署|审议|听取|传达|学习|讨论|表决|通过)"
)
_BUSINESS = re.compile(r"(?:批准|选举|补选|决定任命|研究|审议|听取|传达|讨论|表决|学习贯彻)")
_DECIDED = re.compile("(?:通过|表决|作出|批准|选举|补选|决定|任命|研究|审议|听取|传达|讨论|学习)")
_SLOGAN = re.compile(r"(?:[以让把莫别勿为向愿]|.*[“‘「『])")
# How the line below a report's headline ends: 我市推行“小窗办大事”改革见闻.
_GENRE = re.compile("(?:见闻|纪实|侧记|札记|答记者问|走笔|巡礼|掠影|目击|速写|透视|观察|追踪|综述)$")
_ENDED = re.compile(
    r".*(?:召开|举行|举办).+|"
    r".*(?:(?<!主持)召开|举行|开幕|闭幕|启幕|落幕|开会|挂牌|出台|公布|发布|签约|逝世|启动|封顶|揭晓|出炉|结束)$"
)


def forms(text: str, block: list[Line], start: int, _body: str) -> Iterator[str]:
    """Yield the names of what the words of a unit look like."""
    parted = any(_BUSINESS.match(line.text) for line in block[start + 1 :] if line.text in text)
    text = clause_zh.simplified(text[:_LONG])
    for name, pattern in _FORMS:
        if pattern.match(text) and not (name == "notice" and _BUSINESS.match(text)):
            yield name
    if parted and _DEALT.match(text):
        yield "a meeting and its business"
    for name, sizes in _SIZES:
        if len(text) in sizes:
            yield name
    if clause_zh.agent(text) and not _acts(text):
        yield "an agent alone"
    if _balanced(text):
        yield "couplet"
    if start and _GENRE.search(text):
        yield "its genre"
    if not start:
        return
    above = clause_zh.simplified(block[start - 1].text[-_LONG:])
    if start > 1 and clause_zh.wants_object(before := clause_zh.simplified(block[start - 2].text[-_LONG:])):
        above = before + above
    if _VISIT.match(above):
        yield "below a visit"
    if _CAMPAIGN.match(above):
        return
    if _ENDED.match(above):
        if not _DECIDED.match(text) and any(_BUSINESS.match(line.text) for line in block[start + 1 :]):
            return  # what it urged, above what it dealt with
        if _BUSINESS.match(text) or (_DEEDS.match(text) and not (_SLOGAN.match(text) or _balanced(text))):
            yield "deed below a meeting"
    elif _told(above) and not _told(text) and (_DEEDS.match(text) or _SUBJECTLESS.match(text)):
        yield "rest below a clause"


@lru_cache(256)
def _acts(text: str) -> bool:
    return _VERBS.search(clause_zh.plain(text)) is not None


def _told(text: str) -> bool:
    """Tell whether a line can be a clause of its own."""
    return len(text) >= 7 and not _OPENS.match(text) and _VERBS.search(clause_zh.plain(text), 2) is not None


def _balanced(text: str) -> bool:
    one, blank, two = text.replace("，", " ").partition(" ")
    return bool(blank) and len(one) == len(two) >= 4


def _parts(text: str) -> bool:
    """Tell whether a line is two clauses or phrases: 网购“整块核桃木”茶盘，到手是压缩板."""
    one, blank, two = text.replace("，", " ").partition(" ")
    return bool(blank) and len(one) >= _CLAUSE and len(two) >= _CLAUSE


def seam(one: Line, two: Line, body: str) -> Iterator[str]:
    """Yield the names of what ties two lines into one unit, or parts them; `body` is the text that they head."""
    if told := _told_below(one.text, two.text, body):
        yield told
    first, second = clause_zh.simplified(one.text[-_LONG:]), clause_zh.simplified(two.text[:_LONG])
    if told := _named_below(first, body):
        yield told
    if two.gap:
        yield "seam: gap"
    if one.width + two.width <= 24:
        yield "seam: two short lines"
    if one.width >= one.column - 4:
        yield "seam: full"
    if " " in first:
        yield "seam: blank above"
    if " " in second:
        yield "seam: blank below"
        if one.width >= two.width - 2 and second.index(" ") <= 4:
            yield "seam: a clause ends below"
    if _APART.match(second) or _LABEL.match(first):
        yield "seam: a part of its own"
    if "，" in second and "，" not in first and _acts(first) and not clause_zh.wants_object(first):
        yield "seam: a comma below"
    if "，" in second and _parts(first) and len(second) >= len(first) - 3:
        yield "seam: two clauses and two more"
    elif _parts(first) and len(second) >= len(first) + 3:
        yield "seam: more below two clauses"
    if first[-1].isdigit():
        yield "seam: a number is open"
    elif _AMOUNT.search(f"{first[-1]}|{second[:2]}"):
        yield "seam: a number follows"
    if first[-1] in "：:" and len(first) <= 14:
        yield "seam: who says it"
    if len(first) == len(second) and len(first) in _PAIRED and not _CONTEST.match(first):
        yield "seam: a pair"
    elif abs(len(first) - len(second)) <= 1 and len(first) >= 7:
        yield "seam: even"
    acts, acted = _acts(first), _acts(second)
    if not acted:
        yield "seam: none comes"
    elif acts and two.width > one.width + 6:
        yield "seam: more is told below"
    elif not acts and clause_zh.agent(first):
        yield "seam: an agent acts"
    yield from _over(first)
    yield from _begun(first, second)
    yield from _rest(first, second)


def _named_below(first: str, body: str) -> str | None:
    """Return what it says that the words of a short line are, or are not, in `body`.

    A subject is told of (苇川脐橙 / 坐上冷链专列进京宁), the name of a column is not (银杏大道 / 旧书铺的秤).
    """
    pairs = _PAIRS.findall(first) if len(first) <= _SUBJECT else []
    if not (body and pairs) or _LABEL.match(first) or _acts(first):
        return None
    return "seam: named below" if any(pair in body for pair in pairs) else "seam: named nowhere"


def _told_below(first: str, second: str, body: str) -> str | None:
    """Return what it says that the characters at the seam stand side by side in the body: "开" and "庭"."""
    if first[-1] < "\u3400" or second[0] < "\u3400" or first[-1] + second[0] not in body:
        return None
    longer = first[-2:] + second[0], first[-1] + second[:2]
    return "seam: three told below" if any(words in body for words in longer) else "seam: two told below"


def _over(first: str) -> Iterator[str]:
    """Yield the names of what tells whether a line is over."""
    if _ENDED.match(first):
        yield "seam: all is told"
    if _OPENS.match(first):
        yield "seam: begun with a predicate"
    if _CAUSE.match(first):
        yield "seam: begun without a subject"
    if clause_zh.wants_object(first):
        yield "seam: an object is wanted"
    if clause_zh.qualifies(first):
        yield "seam: a noun or deed is wanted"
    if any(first.count(a) > first.count(b) for a, b in ("“”", "《》", "（）", "「」")):
        yield "seam: open bracket"
    if " " in first and len(first) - first.rindex(" ") <= 3:
        yield "seam: a phrase has just begun"
    if len(first) <= 4:
        yield "seam: after a word"


def _begun(first: str, second: str) -> Iterator[str]:
    """Yield the names of what tells whether something new begins in the second line."""
    if _OPENS.match(second):
        yield "seam: a predicate follows"
    if _DEEDS.match(second):
        yield "seam: a deed follows"
        if _ASSEMBLY.match(first):
            yield "seam: an assembly acts"
    if opens := clause_zh.opens(second):
        yield f"seam: begins as headlines {opens} do"


def _rest(first: str, second: str) -> Iterator[str]:
    """Yield the names of what shows that the second line is the rest of something."""
    if first[-1] in "的和与及、，“（" or second[0] in "的和与及、，”）！？":
        yield "seam: open"
    if first.startswith("关于") and not _OF_RECORD.match(first) and _OF_RECORD.match(second):
        yield "seam: the name of a notice goes on"
    if _NAME_GOES_ON.match(second):
        yield "seam: a name goes on"
    if len(second) == 1:
        yield "seam: a character is left"
    if len(second) <= 2:
        yield "seam: half a word is left"
    elif len(second) <= 4:
        yield "seam: a word is left"


TABLE: dict[str, tuple[float, float, float]] = {
    "a meeting and its business": (0.0, -5.0, 0.0),
    "an agent alone": (-0.2, -0.2, -2.0),
    "an object to come": (-3.0, 0.0, 0.0),
    "at a visit": (0.3, 0.3, 0.4),
    "begun without a subject": (3.4, -0.7, -1.3),
    "below a visit": (0.0, 0.5, -0.2),
    "bracketed name": (0.8, -0.6, -0.5),
    "byline": (-0.2, -1.1, 6.2),
    "campaign": (5.0, -1.0, -1.0),
    "colon at its end": (-1.3, -3.5, -0.6),
    "complement": (-1.0, -0.2, 1.6),
    "contest": (3.7, -1.1, -0.9),
    "couplet": (-0.4, -0.5, -3.4),
    "dash": (-1.5, -4.5, 4.6),
    "dash at its end": (3.0, -4.0, -2.0),
    "deed below a meeting": (0.0, -3.5, 2.5),
    "eight to ten": (-1.2, -1.3, -1.1),
    "exclamation": (-0.3, -0.9, -1.3),
    "figures": (0.0, -0.8, 0.5),
    "five to seven": (-1.4, -2.7, -2.5),
    "gap above": (0.0, 1.4, 1.4),
    "gap below": (1.4, 1.1, 0.3),
    "half as wide": (0.9, -0.3, -1.4),
    "holds a meeting": (0.8, 0.0, -1.5),
    "in brackets": (-0.8, -1.0, 3.0),
    "in memory": (0.5, -1.1, 0.5),
    "interview": (3.0, -2.0, 1.5),
    "its genre": (0.0, -1.4, 2.0),
    "list": (1.9, -1.2, -0.9),
    "notice": (-1.4, 0.5, -4.3),
    "office": (2.0, 1.1, -0.3),
    "one line": (2.7, -1.3, 2.2),
    "over fifteen": (0.7, -0.8, 1.1),
    "period of force": (3.4, 0.4, -1.8),
    "quoted words": (-0.3, 0.2, -0.5),
    "rest below a clause": (0.0, -2.6, 2.3),
    "says": (2.8, -0.8, 2.1),
    "says what": (-4.0, 1.0, -1.0),
    "seam: a character is left": (1.5, 1.3, 2.5),
    "seam: a clause ends below": (0.0, 0.9, 0.0),
    "seam: a comma below": (0.0, -2.0, 0.0),
    "seam: a deed follows": (0.0, -0.4, -1.8),
    "seam: a name goes on": (0.0, 3.8, 0.0),
    "seam: a noun or deed is wanted": (0.0, 2.8, 2.2),
    "seam: a number follows": (0.0, 4.0, 1.0),
    "seam: a number is open": (0.0, 1.2, 1.1),
    "seam: a part of its own": (0.0, -2.4, -2.4),
    "seam: a phrase has just begun": (0.8, 3.6, 3.7),
    "seam: a predicate follows": (-1.0, 0.1, -0.2),
    "seam: a word is left": (-0.6, 0.0, 0.6),
    "seam: after a word": (-0.2, -2.8, -1.0),
    "seam: all is told": (-3.0, -2.4, -1.0),
    "seam: an agent acts": (-0.3, 1.2, -2.3),
    "seam: an assembly acts": (0.2, 5.0, 0.4),
    "seam: an object is wanted": (0.0, 2.7, -0.8),
    "seam: a pair": (-0.1, 3.0, 0.2),
    "seam: begins as headlines freely do": (-0.4, 0.8, 0.3),
    "seam: begins as headlines often do": (-2.0, -0.5, -1.4),
    "seam: begun with a predicate": (-0.6, 0.0, 0.8),
    "seam: begun without a subject": (-1.2, 1.0, -0.7),
    "seam: blank above": (-0.6, -2.1, -1.4),
    "seam: blank below": (-1.2, -1.2, -1.9),
    "seam: even": (-0.1, 0.5, 0.2),
    "seam: full": (-1.2, 1.2, 1.1),
    "seam: gap": (-1.3, -3.8, -2.1),
    "seam: half a word is left": (0.2, 2.1, 1.7),
    "seam: more is told below": (-0.4, -1.2, -2.0),
    "seam: named below": (0.0, 2.0, 0.0),
    "seam: named nowhere": (0.0, -1.0, 0.0),
    "seam: none comes": (-0.2, -0.2, -1.1),
    "seam: open": (1.0, 2.0, 2.3),
    "seam: open bracket": (1.0, 2.0, 3.3),
    "seam: the name of a notice goes on": (1.5, 2.1, 1.5),
    "seam: three told below": (0.0, 3.0, 4.1),
    "seam: more below two clauses": (0.0, -1.5, 0.0),
    "seam: two clauses and two more": (0.0, -2.5, 0.0),
    "seam: two short lines": (-0.6, 1.2, -1.0),
    "seam: two told below": (0.0, 3.8, 0.0),
    "seam: who says it": (0.0, 0.8, 0.0),
    "security": (6.0, -5.0, 0.0),
    "series": (5.1, 1.5, 0.6),
    "speaker": (-3.3, -0.9, 1.2),
    "three lines": (-1.0, -0.4, -0.2),
    "two or three": (3.9, 0.2, -1.5),
    "up to four": (-2.3, -5.0, -3.1),
    "what it took": (2.0, -2.4, 1.5),
    "who took part": (3.3, -0.8, 2.3),
    "whole block": (0.0, 1.0, 0.0),
    "wrapped": (0.0, 4.0, 2.0),
    "widest": (-1.6, -1.4, -0.8),
}
