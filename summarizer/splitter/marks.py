"""Tables of the words and forms by which newspapers mark the parts of a page.

All patterns are matched against folded text (`summarizer.text.fold`), anchored, and bounded in every repetition, so
that hostile text costs no more than plain text.
"""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re
from typing import NamedTuple

HAN = "\u4e00-\u9fff·"
_NAME = rf"[{HAN}]{{2,5}}"
_NAMES = rf"{_NAME}(?:[ 、,，/]{{1,3}}{_NAME}){{0,5}}"
_WHO = (
    "(?:首席|特派|特约|见习|实习|驻[\u4e00-\u9fff]{2,6}|全媒体|融媒体?|财经|体育)?"
    "(?:记者|通讯员|撰稿人?|评论员|编译|作者|摄影|供稿|特稿|整理|观察员|研究员|编辑|读者|实习生)"
)
_PAPER = "(?:本报|本刊|本网|[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|青年报|周刊|新闻|融媒|客户端))"
_AGENCY = (
    "(?:新华社|中新社|中新网|人民网|新华网|央视网?|中央社|[\u4e00-\u9fff]{2,8}(?:通讯社|社|电视台|电台|网))"
)
_MONTH = r"(?:Jan|Feb|March|Mar|April|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


class Mark(NamedTuple):
    """A form: its kind, how much it weighs, and the pattern that recognises it."""

    kind: str
    weight: float
    pattern: re.Pattern[str]


class Marks(NamedTuple):
    """Forms of one sort, tried in order by one pattern."""

    rows: tuple[Mark, ...]
    pattern: re.Pattern[str]


def _marks(rows: list[tuple[str, float, str]]) -> Marks:
    marks = tuple(Mark(kind, weight, re.compile(pattern)) for kind, weight, pattern in rows)
    return Marks(marks, re.compile("|".join(f"({mark.pattern.pattern})" for mark in marks)))


# How the running text of an article opens.
LEADS = _marks(
    [
        ("lead.desk", 5.0, r"[\u4e00-\u9fff]{1,5}[报刊网台社]讯(?=[ (（\u4e00-\u9fff0-9]|$)"),
        ("lead.desk", 5.0, r"【[^【】\n]{0,12}(?:讯|电|消息|报道)】"),
        ("lead.run_in", 2.5, r"【[^【】\n]{2,10}】(?=[^\s])"),
        ("lead.run_in", 2.5, r"[A-Z][A-Z0-9'’&-]+(?: [A-Z0-9'’&-]+){1,7}: (?=[A-Z“\"])"),
        (
            "lead.desk",
            5.0,
            rf"{_PAPER}[\u4e00-\u9fff]{{2,8}}? ?(?:\d{{1,2}} ?月 ?)?\d{{1,2}} ?日(?:电|讯|专电)",
        ),
        (
            "lead.wire",
            5.0,
            rf"据?{_AGENCY}[\u4e00-\u9fff]{{0,10}} ?\d{{1,2}} ?月 ?\d{{1,2}} ?日(?:专?电|消息|报道|讯)",
        ),
        ("lead.wire", 4.0, rf"据?{_AGENCY}[\u4e00-\u9fff]{{0,10}} ?(?:\d{{1,2}} ?日)?(?:专?电|讯)(?=[ (（])"),
        ("lead.wire", 2.5, rf"据{_AGENCY}\d{{0,2}}日?(?:消息|报道|电)"),
        ("lead.reporter", 4.0, rf"[(（]?(?:{_PAPER})?{_WHO} ?{_NAMES} ?(?:报道|[)）])"),
        ("lead.source", 2.5, r"(?:本报)?记者(?:昨日|昨天|近日|日前|今天|今日|\d{1,2}日)?从"),
        (
            "lead.day",
            1.2,
            r"(?:近日|日前|昨日|昨天|昨晚|昨(?:天)?[上下]午|今日|今天|连日来|最近|近期|前不久|(?:\d{1,2}月)?\d{1,2}日)[，,上下晚\u4e00-\u9fff]",
        ),
        (
            "lead.city",
            4.5,
            r"[A-Z][A-Z.'’-]+(?:[ ,]{1,2}(?:[A-Z][A-Z.'’-]+|of|the|[A-Z][a-z]{1,9}\.?|\d{1,2}\.?)){0,6}"
            r"(?: ?\([^()\n]{2,30}\))?\s?(?:[—–]{1,2}|--?(?=[ A-Z]))",
        ),
        (
            "lead.city",
            3.0,
            r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]{1,12}){0,2}(?: ?\([A-Z][^()\n]{1,30}\))"
            r"\s?(?:[—–]{1,2}|--?(?=[ A-Z]))",
        ),
        ("lead.city", 2.0, r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]{1,12}){0,2} ?[—–]{1,2} ?[A-Z]"),
        ("lead.caps", 3.0, r"[A-Z][A-Z'’&.-]+(?: [A-Z][A-Z'’&.-]+){1,5}[,:]? [a-z]"),
        (
            "lead.letter",
            3.0,
            r"(?:To the Editor|Sir|Dear (?:Sir|Editor|Madam)[^\n]{0,12}|编辑同志|编辑先生|[\u4e00-\u9fff]{2,4}编辑)\s?[:：,，.—–-]",
        ),
    ]
)

# Lines that say who wrote what follows or went before; the whole block has to match.
BYLINES = _marks(
    [
        (
            "byline.by",
            6.0,
            r"[Bb][Yy]:? (?:[A-Z][\w.'’-]*|and|de|van|von|the|&|,|\|)(?:,? (?:[A-Z][\w.'’-]*|and|de|der|van|von|of|the|for|in|&|/|\|)){0,14}[,.]?$",
        ),
        (
            "byline.role",
            4.0,
            r"(?:[A-Z][\w.'’-]+,? ){2,5}(?:[|/—–-] ?)?(?:Staff|Special|Correspondent|Reporter|Columnist|Writer|Editor|Associated Press|Reuters|Bloomberg)[\w .,'/-]{0,40}$",
        ),
        (
            "byline.staff",
            4.5,
            r"(?:STAFF|Staff|Special to|SPECIAL TO|The Associated Press|THE ASSOCIATED PRESS|Associated Press|Reuters|AFP|From (?:staff|wire)|Our )[\w .,'’/&-]{0,40}$",
        ),
        (
            "byline.staff",
            4.5,
            r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)? (?:Reporter|Writer|Correspondent|Editor|Columnist|REPORTER|WRITER|CORRESPONDENT|EDITOR)s?$",
        ),
        ("byline.mail", 4.0, r"[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}$"),
        (
            "byline.bare",
            1.5,
            r"(?:[A-Z][a-z'’-]+|[A-Z]\.) (?:[A-Z]\.? |de |van |von )?[A-Z][A-Za-z'’-]+(?: [A-Z][a-z'’-]+)?$",
        ),
        ("byline.in", 1.0, r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][\w'’-]+ in [A-Z][a-z]+(?: [A-Z][a-z]+)?$"),
        (
            "byline.who",
            6.0,
            rf"[(（【] ?(?:文 ?[/、] ?图?|图文 ?[/:：]?)? ?(?:{_PAPER} ?)?{_WHO} ?[:：/]? ?{_NAMES}(?: ?(?:{_PAPER} ?)?{_WHO} ?[:：/]? ?{_NAMES}){{0,3}}(?: ?(?:文[/ ]?图|文并摄|报道|发自[\u4e00-\u9fff]{{2,6}}))? ?[)）】]$",
        ),
        (
            "byline.who",
            6.0,
            rf"[□■◎●○◆◇△▲⊙]{{0,2}} ?(?:文 ?[/、] ?图?|图文 ?[/:：]?)? ?(?:{_PAPER} ?)?{_WHO} ?[:：/]? ?{_NAMES}(?: ?(?:{_PAPER} ?)?{_WHO} ?[:：/]? ?{_NAMES}){{0,3}}(?: ?(?:文[/ ]?图|文并摄|报道|发自[\u4e00-\u9fff]{{2,6}}))?$",
        ),
        ("byline.who", 5.0, rf"(?:[(（] ?{_NAMES} ?[)）]|[□■◎●○◆◇△▲⊙]{{1,2}} ?{_NAMES})$"),
        ("byline.who", 5.0, rf"(?:{_PAPER})(?:评论员|评论部|编辑部|特约评论员)$"),
        (
            "byline.who",
            4.0,
            rf"(?:文|图|撰文|作者)[/:： ]{{1,2}}{_NAMES}(?: ?(?:图|摄影)[/:： ]{{1,2}}{_NAMES})?$",
        ),
    ]
)

# Lines that end an article; the whole block has to match.
CREDITS = _marks(
    [
        (
            "credit.names",
            6.0,
            rf"[(（【] ?(?:(?:{_PAPER})?{_WHO})?[ :：]?{_NAMES}(?: {_WHO} ?{_NAMES})? ?[)）】]$",
        ),
        (
            "credit.agency",
            6.0,
            r"[(（【] ?(?:据|综合|摘自|来源[:：]|本报综合|转自|原载)? ?[\u4e00-\u9fff《》\w]{1,20}(?:社|网|报|报道|电|消息|综合|客户端|台|整理|[》])[)）】]$",
        ),
        ("credit.agency", 5.5, r"\((?:Reuters|AP|AFP|UPI|Bloomberg|PA|Agencies|[A-Z][\w.&'’/ -]{1,38})\)$"),
        (
            "credit.dash",
            4.0,
            r"[—–-]{1,2} ?(?:Reuters|AP|AFP|UPI|Bloomberg|Agencies|(?:From )?[Ss]taff(?: (?:and|or) wire)? reports?|[A-Z][\w.'’]+(?: [A-Z][\w.'’-]*){0,5}(?:, [A-Z][\w .'’-]{1,30})?)$",
        ),
        (
            "credit.sign",
            1.5,
            r"(?:[A-Z][a-z'’-]+|[A-Z]\.|Mrs?\.|Dr\.) (?:[A-Z]\.? |de |van |von )?[A-Z][A-Za-z'’-]+(?:, [A-Z][\w .'’-]{2,30})?$",
        ),
        ("credit.place", 0.5, r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]{1,12})?$"),
        (
            "credit.writer",
            2.0,
            r"[A-Z][\w.'’ -]{3,40} (?:contributed to this report|is a (?:columnist|staff writer)[\w ,.'’]{0,60})\.?$",
        ),
    ]
)

# The same at the end of a paragraph's last line.
SIGN_OFF = re.compile(
    rf"(?:[(（【] ?(?:(?:{_PAPER} ?)?{_WHO}[:： ]{{0,2}})?{_NAMES}(?: ?(?:{_PAPER})?{_WHO} ?{_NAMES}){{0,2}} ?[)）】]"
    rf"|[(（【] ?(?:据|综合|摘自|来源[:：]|转自)? ?[\u4e00-\u9fff《》]{{1,16}}(?:社|网|报|报道|电|消息|综合|台|整理)[)）】]"
    r"|\((?:Reuters|AP|AFP|UPI|Bloomberg|PA|Agencies|[A-Z][A-Za-z.&'’/]{1,16}(?: [A-Z][A-Za-z.&'’/]{1,16}){0,3})\)"
    r"|[—–] ?(?:Reuters|AP|AFP|UPI|Agencies|Bloomberg))$"
)

# What says of a bracket that it is a signature, wherever it stands.
SIGNED = re.compile(rf"{_WHO}|[(（【] ?(?:据|综合|摘自|来源|转自)|社[)）】]$|[A-Za-z]")

# What belongs to the page, not to an article.
FURNITURE = _marks(
    [
        (
            "masthead",
            4.0,
            r"[\u4e00-\u9fff]{2,8}(?:日报|晚报|早报|晨报|时报|商报|都市报|周报|青年报|新报|导报|新闻报)(?: ?[A-Z]?\d{1,3}版?)?(?: ?[\u4e00-\u9fff·]{2,6}| ?[·|].{0,20}| ?\d{4} ?(?:年|[./-]) ?\d{1,2} ?(?:月|[./-]) ?\d{1,2}\b.{0,30}| ?\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日.{0,24})?$",
        ),
        (
            "masthead",
            3.0,
            r"(?:THE |The )?(?:[A-Z][\w.'’-]+ ){1,4}(?:Courier|Standard|Times|Post|Herald|Gazette|Tribune|News|Journal|Chronicle|Observer|Mail|Record|Star|Sun|Mercury|Examiner|Bulletin|Dispatch|Register|Ledger|Echo|Argus|Advertiser|Telegraph|Guardian|Enterprise|Sentinel|Reporter|Independent|Press|Globe|Mirror|Review|Monitor|Inquirer|Leader)(?: ?[|·•].{0,60}| {2,}[A-Z].{0,60})?$",
        ),
        (
            "masthead",
            3.5,
            r"(?:THE )?(?:[A-Z.'’-]+ ){1,4}(?:COURIER|STANDARD|TIMES|POST|HERALD|GAZETTE|TRIBUNE|NEWS|JOURNAL|CHRONICLE|OBSERVER|MAIL|RECORD|STAR|SUN|MERCURY|EXAMINER|BULLETIN|DISPATCH|REGISTER|LEDGER|ECHO|ARGUS|ADVERTISER|TELEGRAPH|GUARDIAN|ENTERPRISE|SENTINEL|REPORTER|INDEPENDENT|PRESS|GLOBE|MIRROR|REVIEW|MONITOR|INQUIRER|LEADER)(?: ?[|·•,].{0,60}| {2,}[A-Z].{0,60})?\.?$",
        ),
        ("masthead", 4.0, r".{2,50}(?:[|·•]| / ).{2,50}\b(?:1[789]|20)\d\d\b.{0,40}$"),
        (
            "masthead",
            4.0,
            r"(?:国内统一(?:连续出版物|刊)号|CN ?\d{2}-\d{4}|邮发代号|第 ?\d{2,6} ?期|总第|今日 ?\d+ ?版|Vol\.? ?[\dIVXLC]+|VOL\.? ?[\dIVXLC]+|No\.? ?\d{1,3},?\d{2,6}\b).{0,80}$",
        ),
        (
            "masthead",
            3.5,
            r"(?:[\u4e00-\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报)社?(?:社)?(?:出版|主办|主管)).{0,60}$",
        ),
        (
            "date",
            3.5,
            r".{0,24}[二〇○零一三四五六七八九]{4} ?年[\u4e00-\u9fff]{1,2}月[\u4e00-\u9fff]{1,3}日.{0,24}$",
        ),
        ("date", 4.0, r".{0,14}中[華华]民[國国].{4,36}$"),
        (
            "date",
            4.0,
            r"(?:[\u4e00-\u9fff·]{2,8} )?(?:(?:第 ?)?[A-Z]?\d{1,3} ?版? ?)?\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日(?: ?[(（]?星期[一二三四五六日天][)）]?)?(?: ?(?:农历)?[甲乙丙丁戊己庚辛壬癸][\u4e00-\u9fff]{1,12})?(?: ?第 ?[A-Z]?\d{1,3} ?版| ?[A-Z]?\d{1,3}版?)?(?: [\u4e00-\u9fff·]{2,8})?$",
        ),
        (
            "date",
            4.0,
            rf"(?:(?:[\w.'’&|·-]{{1,16}} {{1,3}}){{1,7}})?{_WEEKDAY},? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH}),? \d{{4}}.{{0,30}}$",
        ),
        (
            "date",
            4.0,
            r"(?:[A-Z]?\d{1,3}[A-Z]? )?(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY,? (?:[A-Z]{3,9}\.? \d{1,2}|\d{1,2} [A-Z]{3,9}),? \d{4}.{0,30}$",
        ),
        ("date", 2.5, rf"(?:{_MONTH} (?:\d{{1,2}}, )?\d{{4}}|\d{{1,2}} {_MONTH} \d{{4}})$"),
        ("page", 4.0, r"[A-Z]\d{1,2} [A-Z]+(?: (?:&|AND|[A-Z]+)){0,3}$"),
        (
            "date",
            4.0,
            r"(?:19|20)\d\d ?[./-] ?\d{1,2} ?[./-] ?\d{1,2}(?: ?[(（]?(?:星期|周)[一二三四五六日天][)）]?)?(?: .{0,40})?$",
        ),
        ("date", 3.0, r"星期[一二三四五六日天](?: ?第?[A-Z]?\d{0,3}版?)?$"),
        (
            "page",
            4.0,
            r"(?:第 ?)?[A-Z]?\d{1,3} ?版(?: ?[\u4e00-\u9fff·]{2,8})?$|[A-Z]?\d{1,3}[A-Z]?$|(?:PAGE|Page|page) [A-Z]?\d{1,3}[A-Z]?$|[A-Z]\d{1,2}[/ ][\u4e00-\u9fff]{2,6}$",
        ),
        (
            "editors",
            5.0,
            r"(?:本版|本期|值班|版面|一版|今日)?(?:责任编辑|责编|编辑|责任校对|校对|版式|美编|组版|排版|检校|编审|审读|视觉|制图|值班主任|值班编委|值班总编|主编|总编辑)(?:[:： /]|[\u4e00-\u9fff]{2,3} ).{0,80}$",
        ),
        (
            "caption",
            5.0,
            rf"(?!.{{0,40}}文并摄$)(?:.{{0,160}}[ 。！）])?(?:(?:{_PAPER} ?)?(?:{_WHO}|图/|摄影[:：/ ]|摄/)?[ /]?{_NAMES} ?/? ?(?:摄|供图|摄影|文/图|图/文|图文)|新华社(?:记者)?.{{0,10}}摄|[(（]?(?:本报)?[资資]料[照图]?片?|[(（]?受访者供图)[)）。]?$",
        ),
        ("caption", 3.5, r"(?:图为|图①|图1|[◄◀►↑↓←→]|[▲▼△▽] ?(?:图|本报|资料)|上图|下图|左图|右图).{2,200}$"),
        (
            "caption",
            5.0,
            r"(?:.{0,240}\s)?(?:Photos?|PHOTOS?|Photograph|Picture|Illustration|Graphic|Image|Staff photo|File photo)(?: ?(?:by|BY|courtesy|credit|:|/)).{1,50}$",
        ),
        ("caption", 4.0, r"[A-Z][A-Za-z.'’ -]{3,30} ?[/|] ?(?:The )?[A-Z][A-Za-z ]{2,30}$"),
        (
            "index",
            4.0,
            r"(?:INSIDE|Inside|INDEX|Index|IN THIS ISSUE|今日导读|导读|本期导读)(?:[:：|].{0,160})?$",
        ),
        (
            "caption",
            4.0,
            r".{10,240}(?:/AP|/Reuters|/Getty Images|AP Photo|\(AP\)|Getty|/AFP|COURTESY PHOTO|FILE PHOTO)\)?$",
        ),
        (
            "jump",
            6.0,
            r"[(（▶►>→]{0,2} ?(?:下转|上接|紧接|转|接|详见)(?:第? ?[\dA-Z一二三四五六七八九十○]{1,4} ?版?|[\u4e00-\u9fff]{0,4}版).{0,20}$",
        ),
        (
            "jump",
            6.0,
            r"(?:.{0,30}[,:] )?(?:[Cc]ontinued|CONTINUED|Cont['’]?d\.?|[Tt]urn to|TURN TO|[Pp]lease (?:see|turn)|[Ss]ee|SEE|[Ff]rom|FROM|[Jj]ump to|[Mm]ore on|[Ss]tory on)[ ,:]{1,2}.{0,40}?(?:[Pp]ages?|PAGES?|[A-Z]\d{1,2}\b|\d{1,2}[A-Z]?\b).{0,12}$",
        ),
        (
            "weather",
            4.0,
            r"(?:今日|明日|今明|昨日|本市|未来三天|市区)?(?:天气|气象|空气质量|生活指数)(?:预报)?(?:[:： ].{0,80})?$|.{0,24}(?:阴|晴|多云|小雨|阵雨|雷阵雨|中雨|雪).{0,20}(?:风|气温).{0,30}$|-?\d{1,2} ?[℃°]C? ?[~～—至-] ?-?\d{1,2} ?[℃°]C?.{0,20}$",
        ),
        ("weather", 3.5, r"(?:气温|相对湿度|湿度|风力|风向|空气质量|紫外线|日出|日落)[^。，]{1,50}$"),
        (
            "weather",
            3.5,
            r"(?:TODAY.?S )?(?:WEATHER|Weather|FORECAST|Forecast)\b.{0,60}$|.{0,30}\b(?:High|HIGH|Highs)\b.{0,12}\d{1,3}.{0,30}\b(?:[Ll]ow|LOW|Lows)\b.{0,30}$",
        ),
        (
            "contact",
            4.5,
            r"(?!联系).{0,40}(?:热线|电话|邮编|邮箱|地址|社址|网址|零售|定价|印刷|订阅|传真|微信|微博|发行|广告许可证?|投稿)(?:部|处|号|每份|咨询)?(?:[:： ]|(?=\d)).{0,80}$",
        ),
        (
            "contact",
            3.0,
            r"[^.。，]{0,40}\b\d{3}[-‑]\d{4}\b[^.。，]{0,40}$|[^.。，]{0,30}\b[\w-]{3,20}\.example$",
        ),
        ("contact", 4.0, r"(?:Letters|LETTERS|Contributions|Submissions) (?:should|must|may|are)\b.{4,200}$"),
        ("contact", 4.0, r"(?:欢迎)?(?:订阅|征订|扫码|关注微信|读者服务)[^。]{2,40}$"),
        (
            "contact",
            4.0,
            r"(?:(?:Call|CALL|Tel|Phone|Email|E-mail|Write|Visit|Contact|Subscribe|SUBSCRIBE|To subscribe|Corrections?|For (?:home )?delivery|Copyright)\b|©).{0,160}(?:\d{3}[ -]\d{4}|@|www\.|\.com|\.example|promptly|reserved).{0,80}$",
        ),
        (
            "correction",
            4.0,
            r"(?:Corrections?|CORRECTIONS?|Clarifications?|CLARIFICATIONS?)(?:[:.].{0,300}|)$|更正(?:[:：].{0,100})?$",
        ),
        (
            "advert",
            4.0,
            r"(?:ADVERTISEMENT|Advertisement|ADVERT|PAID NOTICE|SPONSORED|广 ?告|公益广告|招租|遗失声明|分 ?类 ?广 ?告).{0,60}$"
            r"|[●■]?[^。]{0,24}遗失[^。]{2,40}声明作废。?$|(?:WANTED|TO LET|TO BE (?:SOLD|LET)|To be (?:[Ss]old|[Ll]et|SOLD|LET)|FOR SALE)[, ].{4,200}$",
        ),
        (
            "roundup",
            3.5,
            r"[□■◎●○◆◇△▲⊙★☆【]{0,3} ?(?:[\u4e00-\u9fff]{0,4}(?:简 ?讯|快 ?讯|短 ?讯|速览|集锦|快递|快报|微新闻|短波|短新闻|动态|点击|一句话新闻|新闻速递|要闻简报|扫描|连线|拾零))(?: ?[A-Z]?\d{0,3}版?| ?[】□■◎●○◆◇△▲⊙★☆]{1,3})?$",
        ),
        (
            "roundup",
            3.5,
            r"(?:(?:[A-Z]+|[A-Z][a-z]+|in|IN|of|OF|the|THE) ){0,3}(?:BRIEFS?|Briefs?|brief|BRIEFLY|Briefly|DIGEST|Digest|ROUNDUP|Roundup|AT A GLANCE|at a glance|POLICE LOG|Police log|POLICE BLOTTER|Around the [A-Z][a-z]+|AROUND THE [A-Z]+)(?: (?:&|AND|and) [A-Z]\w+)?$",
        ),
        (
            "section",
            3.0,
            r"(?:简 ?讯|要 ?闻|快 ?讯|短 ?讯|新闻速览|一句话新闻|公 ?告|启 ?事|通 ?告|通 ?知|声 ?明|综合新闻|国内国际|国际新闻|国内新闻|本地新闻|时 ?评|体 ?育|财 ?经|文 ?化|社 ?会|民 ?生|公 ?司|副 ?刊|读者来信|来函|导 ?读|(?:本市|国内|国际|体育|财经|社会|文教|各地)?(?:简讯|要闻|短波|新闻|动态|集锦|简报|点击|连线|快报|综述))(?: ?[A-Z]?\d{0,3}版?)?$",
        ),
        (
            "section",
            3.0,
            r"(?:LOCAL|STATE|NATION|WORLD|BUSINESS|SPORTS?|OPINION|LETTERS|LIFE|ARTS|REGION|METRO|NEWS|COMPANIES|MARKETS|OBITUARIES|BRIEFS|BRIEFLY|IN BRIEF|NEWS IN BRIEF|DIGEST|NEWS DIGEST|ROUNDUP|POLICE LOG|COMMUNITY|EDITORIALS?|COMMENT(?:ARY)?|LETTERS TO THE EDITOR|AROUND THE [A-Z]+)(?: (?:&|AND) [A-Z]+)?(?: (?:NEWS|BRIEFS|DIGEST|IN BRIEF|ROUNDUP|PAGE|SECTION))?$",
        ),
        (
            "section",
            2.5,
            r"(?:(?:Local|State|Nation(?:al)?|World|Business|Sports?|Opinion|Letters|Region(?:al)?|Metro|Companies|Markets|Community|City|Home|Foreign|International|Politics|Science|Health|Culture|Arts|Life|Comment|Briefs|Briefly|Digest|Roundup|News|Around the [A-Z][a-z]+|Obituaries)(?: (?:&|and) [A-Z][a-z]+)?)(?: (?:News|news|Briefs|briefs|in [Bb]rief|Digest|Roundup|Page))?$",
        ),
        (
            "table",
            3.0,
            r"(?:MARKETS? AT CLOSE|昨日收盘|今日收盘|Closing prices|CLOSING PRICES|(?:[A-Z]+ )?(?:SCORES|RESULTS|STANDINGS)|股市行情|汇率).{0,20}$",
        ),
        (
            "lottery",
            4.0,
            r"[●■◆]?.{0,6}(?:福彩|体彩|双色球|大乐透|彩票开奖).{0,40}$|(?:红球|蓝球|前区|后区)[\d :：红蓝球前后区+]{2,60}$"
            r"|(?:LOTTERY|Lottery)(?: (?:NUMBERS|RESULTS|[Nn]umbers|[Rr]esults))?$|(?:Pick \d|Powerball|Mega Millions)[\w :,-]{3,90}$",
        ),
        (
            "table",
            3.0,
            r"(?=.{4,100}$)[^\n。，]{1,30}?(?:\s+(?:[▲▼△▽+−‑–-]?\$?[\d,]*(?:\.?\d+)%?|—|unch\.?)){2,12}\s*$",
        ),
        ("rule", 5.0, r"[-=_—–*·•~～.…+|#\s□■◆●○]{1,200}$"),
    ]
)

# The authority under a notice, and the date that follows it.
SIGNATURE = re.compile(
    r"[\u4e00-\u9fff（）]{3,30}(?:政府|委员会|局|厅|部|院|会|公司|办公室|中心|处|站|社|队|校|学|所|行)$"
)
DATED = re.compile(
    r"(?:(?:\d{4}|[二〇○零一二三四五六七八九]{4}) ?年)? ?[\d一二三四五六七八九十]{1,2} ?月 ?[\d一二三四五六七八九十]{1,3} ?日$"
)
# Where and when a text was written, at its head: "本报讯", "新华社北京2月27日电", "LONDON (Reuters)", "PARIS, Dec. 29".
DATELINE = re.compile(
    r"([\u4e00-\u9fff]{1,5}[报刊网台社]讯|(?:据)?[\u4e00-\u9fff]{2,14} ?(?:\d{1,2} ?月)? ?\d{1,2} ?日(?:专?电|讯)"
    r"|[A-Z][A-Z.'’-]+(?:[ ,]{1,2}(?:[A-Z][A-Z.'’-]+|of|the|[A-Z][a-z]{1,9}\.?|\d{1,2}\.?)){0,6}(?: ?\([^()\n]{2,30}\))?"
    r"(?=\s?(?:[—–]|--|- )))"
)
# The agency that a wire story's first words name.
WIRE = re.compile(
    rf"(据?{_AGENCY})(?=[^。，]{{0,16}}?(?:电|消息|报道|讯))|[A-Z][A-Z .,'’-]{{2,40}}\((Reuters|AP|AFP|UPI|Bloomberg)\)"
)
# A jump line that opens the continuation of an article.
JUMPED_FROM = re.compile(
    r"[(（▶►>]{0,2} ?(?:上接|紧接|接)|(?:.{0,30}[,:] )?(?:[Cc]ontinued [Ff]rom|CONTINUED FROM|Cont['’]?d\.? from|[Ff]rom [Pp]age|FROM PAGE)"
)
SUBHEAD = re.compile(
    r"(?:#{2,6} |[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）]|[■◆●▲★◎▍▌] ?)"
)
TITLE = re.compile(r"# ")
BULLET = re.compile(r"(?:[-*•·▪►※] |\d{1,2}[.)、] ?|[(（]\d{1,2}[)）]|[①-⑳])")
# An item of a roundup that begins with the name of a firm or a place, a blank behind it.
LABELLED = re.compile("[\u4e00-\u9fff·]{2,6}[ \u3000](?=[\u4e00-\u9fff0-9“《])")
ITEM = re.compile(r"[■◆●▲★◎□○◇△▪▶►☆]")


def first(marks: Marks, text: str) -> Mark | None:
    """Return the first of `marks` that matches at the head of `text`, or None."""
    found = marks.pattern.match(text)
    return marks.rows[(found.lastindex or 1) - 1] if found else None


# The byline inside a lead-in, and what makes a closing bracket a credit instead of a byline.
LEAD_BYLINE = re.compile(rf"^.{{0,30}}?[(（] ?((?:{_PAPER} ?)?{_WHO}[^()（）\n]{{2,40}}?) ?[)）]")
AGENCY = re.compile(
    r"据|综合|摘自|来源|转自|社[)）]?$|网[)）]?$|Reuters|AP\b|AFP|UPI|Bloomberg|Press|News|Service|Agenc|Wire|[Ss]taff|^\([A-Z]{2,5}\)$"
)

# A folio set across the page: its cells stand far apart, and the first or the last is a page label or a date.
_CELLS = re.compile(r"\s{3,}")
_LABEL = re.compile(
    rf"(?:(?:PAGE|Page|page|P\.|p\.|第) ?)?[A-Z]{{0,2}}-?\d{{1,3}}[A-Z]? ?版?$|.{{0,20}}{_WEEKDAY}\b.{{0,30}}$|.{{0,20}}{_MONTH} \d{{1,2}}, \d{{4}}$"
    r"|.{0,12}\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日.{0,16}$|星期[一二三四五六日天]$"
)
_FOLIO = Mark("page", 8.0, _LABEL)


def folio(text: str) -> Mark | None:
    """Return the mark of a folio, if `text` is one: cells that stand apart, or a date amid what goes with it."""
    if len(text) > 240:
        return None
    if "   " in text:
        cells = _CELLS.split(text)
        told = 1 < len(cells) <= 4 and all(len(cell) <= 60 for cell in cells)
        if told and any(_LABEL.match(cell) for cell in (cells[0], cells[-1])):
            return _FOLIO
    if len(text) <= 90 and _FULL_DATE.search(text) and not _PROSE.search(text):
        rest, beside = _BESIDE.subn(" ", _FULL_DATE.sub(" ", text))
        names = rest.split()
        # a date alone, or behind an office, signs a notice
        if beside and len(names) <= 2 and sum(map(len, names)) <= 14:
            return _FOLIO
    return None


# A full date, and what stands beside it on one line of a page's head: all the rest is the paper's or the section's name.
_FULL_DATE = re.compile(
    r"\d{4} ?[年./-] ?\d{1,2} ?[月./-] ?\d{1,2} ?日?|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_PROSE = re.compile("[，。；！？“”]")
_BESIDE = re.compile(
    r"(?:星期|周)[一二三四五六日天]|(?:农历)?[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年[\u4e00-\u9fff]{2,6}|农历[\u4e00-\u9fff]{2,8}"
    r"|国内统一(?:连续出版物|刊)号[:：]? ?(?:CN ?[\d-]+)?|CN ?\d{2}-\d{4}|邮发代号[:：]? ?[\d-]+|总?第 ?[\d一二三四五六七八九十百]{1,6} ?[期版]|今日 ?\d{1,3} ?版"
    r"|(?:本版|责任|执行|值班|实习)?(?:主编|编辑|责编|美编|校对|版式|视觉|编委|组版|制图)[:： ]{0,2}[\u4e00-\u9fff]{2,4}"
    r"|(?:电子信箱|邮箱|信箱|热线|电话|E-?mail)[:： ]{0,2}[\w.@-]{4,40}"
    r"|\b[A-Z]{0,2}\d{1,3}\b ?版?|\b[A-Z]{2,}\b|[|·•/()（）—-]"
)
