"""Lines that say who wrote what follows or went before; the whole block has to match."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.form import NAME, NAMES, PAPER, TITLES, WHO, marks

_MARK = "□■◎●○◆◇△▲⊙"
_ONE = rf"(?:{PAPER} ?)?{WHO} ?[:：/]? ?{NAMES}"
# No byline names so many; without this a row of offices could be read in too many ways.
_FEW = r"(?!(?:[^记通评实\n]{0,40}(?:记者|通讯员|评论员|实习生)){6})"
# What stands behind the names: who took the pictures, where it was written.
_TAIL = (
    r"(?: ?/? ?(?:文 ?[/、]? ?[图摄]|文并[摄图]|图文|文|(?:摄影|图文|综合)?报道|发自 ?[\u4e00-\u9fff]{2,6}(?:[、 ][\u4e00-\u9fff]{2,6}){0,3})"
    r"(?: [\u4e00-\u9fff]{2,8}/?(?:供图|[图摄]))?)?"
)
_WORK = "(?:文|图|撰文|撰稿|作者|采写|采访|口述|整理|执笔|编译|翻译|摄影|绘图|供稿)"
# What the writer of a letter or a column is, between a place of work and a name.
# What a paper's desks are called: 本报法庭组.
_DESK = "(?:新闻|新聞|时政|時政|政法|法庭|法治|经济|經濟|财经|財經|体育|體育|文化|文体|社会|社會|科教|教育|国际|國際|要闻|要聞|采访|採訪|评论|評論|理论|副刊|综合|調查|调查|民生|农村){1,2}"
_POST = (
    "(?:班主任|教师|老师|校长|教授|副教授|讲师|研究员|律师|主任|副主任|院长|医生|医师|主任医师|主席|秘书长|会长|书记|局长|总编辑|评论员"
    "|志愿者|学生|家长|博士|工程师|农艺师|法官|检察官)"
)
_ZH = [
    (
        "byline.who",
        6.0,
        rf"{_FEW}[(（【〔] ?(?:文 ?[/、] ?图?|图文 ?[/:：]?)? ?{_ONE}(?: ?{_ONE}){{0,3}}{_TAIL} ?[)）】〕]$",
    ),
    ("byline.who", 6.0, rf"{_FEW}(?:文 ?[/、] ?图?|图文 ?[/:：]?)? ?{_ONE}(?: ?{_ONE}){{0,3}}{_TAIL}$"),
    # 記者林志遠／台北報導, as in Taiwan
    (
        "byline.who",
        6.0,
        r"[(（【〔]?[\u4e00-\u9fff]{0,6}记者[\u4e00-\u9fff]{2,8}(?: ?/ ?[\u4e00-\u9fff]{2,6})?报[导導道][)）】〕]?$",
    ),
    ("byline.who", 5.0, rf"[(（] ?{NAMES} ?[)）]$"),
    ("byline.who", 5.0, rf"{PAPER}(?:评论员|评论部|编辑部|特约评论员)$"),
    # 本报法庭组, 本报时政新闻部
    ("byline.who", 4.5, rf"[□◎（(]? ?本[报報刊]{_DESK}[组組部][)）]?$"),
    (
        "byline.who",
        4.5,
        rf"{_WORK}[/:： ]{{1,2}}(?:{_ONE}|{NAMES})(?: {{1,2}}{_WORK}[/:： ]{{1,2}}(?:{_ONE}|{NAMES})){{0,2}}$",
    ),
    ("byline.who", 4.5, rf"{NAMES} 文/[图摄]$"),
    # 图/文 祁连
    ("byline.who", 5.0, rf"[(（]?(?:图 ?/ ?文|文 ?/ ?图) ?[:：/]? ?{NAMES}[)）]?$"),
    # 本报记者 海青 文 路远 图
    ("byline.who", 5.0, rf"(?:{_ONE}|{NAMES}) [文撰] {NAMES} [图摄]$"),
    # 枫桥坝县检察院 谷雨时
    (
        "byline.post",
        3.5,
        rf"[\u4e00-\u9fff]{{2,12}}(?:检察院|法院|公安局|医院|大学|学院|中学|小学|研究所|研究院|委|局) {NAME}$",
    ),
    ("byline.post", 4.0, rf"[\u4e00-\u9fff\d]{{4,16}} {_POST} {NAME}$"),
    (
        "byline.who",
        6.0,
        rf"{_FEW}[{_MARK}]{{1,2}} ?(?:文 ?[/、] ?图?|图文 ?[/:：]?)? ?{_ONE}(?: ?{_ONE}){{0,3}}{_TAIL}$",
    ),
    ("byline.who", 5.0, rf"[{_MARK}]{{1,2}} ?{NAMES}$"),
    # （回答人：雁栖区检察院民事检察部检察官 骆青）
    (
        "byline.post",
        4.5,
        rf"[(（]?(?:回答|解答|答疑)人[:：] ?(?:[\u4e00-\u9fff]{{4,20}} )?{NAME}[)）]?$",
    ),
    # □ 澄江市第二医院心内科 副主任医师 岳明
    ("byline.post", 4.5, rf"[□◎] ?[\u4e00-\u9fff\d]{{4,16}}(?: [\u4e00-\u9fff]{{2,8}}){{0,2}} {NAME}$"),
]
# Possessive, so that a word of capitals can't be read as several: that would cost exponential time.
_WORDS = r"(?>[A-ZÀ-Þ][\w.'’-]*+|[“\"][A-Z][\w.'-]*+[”\"]|and|de|der|van|von|of|the|for|in|at|&|/|\|)"
_BETWEEN = r"(?>[ ,]{1,2}+|(?=[/|&])|(?<=[/|&]))"
_JOB = "(?:Reporter|Writer|Correspondent|Editor|Columnist|REPORTER|WRITER|CORRESPONDENT|EDITOR|COLUMNIST)"
# Verbs that open a line of a headline, and no name: Rattles Mountain Region.
_VERB = (
    "(?:Adds|Approves|Backs|Bans|Batters|Beats|Blocks|Buys|Calls|Claims|Clears|Climbs|Closes|Cuts|Defends|Delays|Denies|Draws|Drives|Drops|Ends"
    "|Engulfs|Eyes|Faces|Falls|Gains|Gets|Grips|Grows|Halts|Hits|Holds|Joins|Jumps|Kills|Lashes|Leads|Loses|Makes|Meets|Moves|Names|Nears|Opens"
    "|Passes|Pays|Plans|Pushes|Quits|Raises|Rattles|Ravages|Reaches|Rejects|Remains|Returns|Rises|Says|Sees|Seeks|Sells|Sets|Shakes|Shows|Shuts"
    "|Signs|Sinks|Slides|Slips|Soars|Sparks|Strikes|Stuns|Sues|Surges|Sweeps|Takes|Tests|Threatens|Tops|Tumbles|Urges|Votes|Wants|Warns|Wins"
    "|Blights|Floods|Hammers|Jolts|Swamps|Wrecks) "
)
# Words and endings that no name has: What's In It; Reporter Sues County. Three of them are given names too: Will Hobbs.
_NO_NAME = (
    rf"(?!{_VERB})"
    r"(?!.{0,40}['’]s\b)(?!(?:Reporter|Editor|Police|Mayor|Council|Judge|Man|Woman|County|City|State|School|Court|Fire)\b)(?!(?!(?:Will|My|An) [A-Z][\w'’-]+$)(?:.{0,40} )?(?:What|Who|How|Why|When|Where|The|An?|In|On|At|To|Of|For|It|And|Or|No|Not|New|More|All|Our|Your|My|This|That|These|Is|Are|Will|Up|Out|Over|With|By|From)\b)"
    r"(?!(?:After|Before|Into|Through|Against|About|Them|Their|His|They|If|But)\b)(?![^\n]{0,40}\w['’](?:d|ll|ve|re|t|m)\b)"
)
# UNDER THE DOME
_NO_NAME_CAPS = r"(?!(?:[^ \n]{1,20} ){0,2}(?:THE|AND|TO|OF|IN|ON|AT|BY|FOR|BUT|NOT|ALL|OUT|OFF|WITH|FROM|OVER|UNDER|INTO|THAT|THIS|YOUR|OUR|WHAT|WHO|HOW|WHY|WHEN|SAYS|NEWS|NEW|MORE|BACK|DAY|WEEK|YEAR|CITY|COUNTY|TOWN|HALL|COURT|COUNCIL)\b)"
# What stands behind "by" and is nobody: By Road and Rail; by Popular Demand.
_NO_WRITER = r"(?!(?i:road|rail|land|sea|air|night|day|order|popular|invitation|request|any|all|then|now|law|chance|hand|post|an?(?! staff| correspondent| reporter))\b)"
_NAMED = r"(?: [A-ZÀ-Þ][\w.'’-]*+)"
_EN = [
    (
        "byline.by",
        6.0,
        rf"[Bb][Yy]:? {_NO_WRITER}"
        r"(?:[A-ZÀ-Þ][\w.'’-]*+|[“\"][A-Z][\w.'-]{1,10}+[”\"](?= [A-Z][a-z])(?! (?:Or|And|Demand|Design|Accident|Chance)\b)|and|de|van|von|the (?=Rev|Associated|Editor|Staff)|an? (?=[A-Z])|our (?=[A-Z])|&|,|\|)"
        rf"(?:{_BETWEEN}{_WORDS}){{0,14}}[,.]?(?: ?[|·•,]? ?[\w.+-]{{2,40}}@[\w.-]{{4,60}})?$",
    ),
    (
        "byline.by",
        6.0,
        r"[Bb][Yy] [A-ZÀ-Þ][\w.'’-]*+(?: [A-ZÀ-Þ][\w.'’-]*+){1,3}(?:, | ?[|/·•—–] ?)(?:[\w.'’-]++ ){0,4}(?:correspondent|reporter|writer|editor|columnist|critic|staff)$",
    ),
    ("byline.by", 6.0, r"[Bb][Yy] (?:an?|our|OUR|A) .{0,24}(?:[Cc]orrespondent|[Rr]eporter|[Ww]riter)\.?$"),
    (
        "byline.by",
        5.0,
        r"(?:EXCLUSIVE|Exclusive|Words|WORDS|words|Story|Text|Interview|Reviewed|Compiled|Translated|Report|As told"
        r"|(?:Story|Words|Text|Report|Interview) (?:and|&) (?:[Pp]hotos?|[Pp]ictures?|[Ii]mages|[Pp]hotography))"
        rf"(?: (?:[Bb][Yy]|to)|:) [A-ZÀ-Þ][\w.'’-]*(?:[ ,]{{1,2}}{_WORDS}){{1,8}}(?:(?:,|;|/| and)? {{1,3}}(?:[Pp]hoto(?:graph)?s?|[Pp]ictures?|PHOTOS?|PICTURES?)(?: by|:){_NAMED}{{1,3}})?$",
    ),
    (
        "byline.role",
        4.0,
        r"(?:[A-ZÀ-Þ][\w.'’-]*,? ){2,5}(?:[|/—–-] ?)?(?:Staff|Special|Correspondent|Reporter|Columnist|Writer|Editor|Associated Press|Reuters|Bloomberg)[\w .,'/-]{0,40}$",
    ),
    # Chronicle-Telegram staff; The Harlow Gazette staff report
    (
        "byline.staff",
        4.5,
        rf"(?:[A-Z][\w'’-]+ ){{0,3}}(?:[A-Z]\w+-)?(?:{TITLES})(?:-(?:{TITLES}))? [Ss]taff(?: (?:report|writer|reporter)s?)?$",
    ),
    (
        "byline.staff",
        4.5,
        r"(?:(?:STAFF|Staff) (?:[Ww]riters?|[Rr]eporters?|[Rr]eports?|[Pp]hotographers?|[Cc]orrespondents?|WRITERS?|REPORTERS?|REPORTS?|CORRESPONDENT|and wire)"
        r"|(?:Special to|SPECIAL TO) (?:[Tt]he |THE )?[A-Z]|The Associated Press|THE ASSOCIATED PRESS|Associated Press|Reuters|AFP|From (?:staff|wire)"
        r"|Our (?:[Oo]wn |[Ss]pecial |[A-Z][a-z]+ ){0,2}(?:[Cc]orrespondent|[Rr]eporter))[\w .,'’/&-]{0,40}$",
    ),
    # Review by Jonty Carrick
    (
        "byline.by",
        5.0,
        r"(?:Review|REVIEW) (?:by|BY) (?![^\n]{0,30}\b(?:Court|Panel|Board|Council|Committee|Commission|Judge|Police|State|Group|Sought|Clears)\b)"
        rf"{_NO_NAME}[A-Z][\w'’-]+ [A-Z][\w'’-]+$",
    ),
    # Caroline Boutilier, Chronicle Staff; by Hannah Yoon | staff writer
    (
        "byline.role",
        5.0,
        rf"(?:[Bb]y )?[A-ZÀ-Þ][\w'’-]+ (?:[A-Z]\. )?[A-ZÀ-Þ][\w'’-]+(?:, (?:The )?(?:[A-Z][\w'’-]+ ){{0,2}}(?:{TITLES}) [Ss]taff| [|·•/] (?:[a-z]+ ){{0,2}}(?:reporter|writer|editor|columnist|critic|correspondent|staff))$",
    ),
    # Neil Ridsdale, court reporter
    (
        "byline.role",
        4.5,
        rf"{_NO_NAME}[A-ZÀ-Þ][a-zß-ÿ'’-]+ (?:[A-Z]\. )?[A-ZÀ-Þ][A-Za-zß-ÿ'’-]+, (?:(?:court|crime|education|political|health|business|sports?|local democracy|staff|chief|senior|farming|council) ){{1,2}}(?:correspondent|reporter|writer)$",
    ),
    ("byline.staff", 4.5, r"(?:SPECIAL CORRESPONDENT|Special [Cc]orrespondent)$"),
    ("byline.staff", 3.0, "STAFF$"),
    ("byline.staff", 4.5, rf"(?!LETTERS?|Letters?)[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){{0,2}} {_JOB}s?$"),
    ("byline.staff", 4.0, r"(?:Of|of) [Tt]he (?:[A-Z][\w'’-]+ ){1,3}[Ss]taff$"),
    (
        "byline.from",
        5.0,
        r"\(?(?:FROM|From) (?:OUR|our|A|a) .{0,30}(?:CORRESPONDENT|Correspondent|correspondent|REPORTER|Reporter)S?\.?\)?$",
    ),
    (
        "byline.from",
        3.0,
        r"(?:From|FROM) [A-Z][\w'’-]+ [A-Z][\w'’-]+(?: in |, )[A-Z][a-z]+(?: [A-Z][a-z]+)?$|[A-Z]{2,14} [A-Z'’-]{2,16} (?:reports|REPORTS)$",
    ),
    # (Xinhua) 16:15, February 23, 2020
    (
        "byline.staff",
        4.5,
        r"\([A-Z][A-Za-z' ]{1,20}\) {1,2}\d{1,2}:\d\d, {1,2}[A-Z][a-z]{2,8}\.? {1,2}\d{1,2}, {1,2}\d{4}$",
    ),
    # From DAVID BERESFORD
    (
        "byline.from",
        5.0,
        rf"From {_NO_NAME_CAPS}(?:[A-Z][A-Z'’.-]*+ ){{1,3}}(?:Ma?c)?[A-Z][A-Z'’-]+(?: (?:and|AND|in) (?:[A-Z][\w'’.-]*+ ?){{1,3}})?$",
    ),
    ("byline.mail", 4.0, r"[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}$"),
    (
        "byline.bare",
        1.5,
        rf"(?=(?:[A-ZÀ-Þ][a-zß-ÿ'’-]+|[A-Z]\.) (?:[A-Z]\.? |de |van |von )?[A-ZÀ-Þ][A-Za-zß-ÿ'’-]+(?: [A-ZÀ-Þ][a-zß-ÿ'’-]+)?$){_NO_NAME}",
    ),
    # SEAN MacCARTHAIGH; CIARÁN HESTON
    ("byline.bare", 1.5, r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,} (?:[A-Z]\. )?(?:Ma?c)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,}$"),
    # DEV MUKHERJI AND CLARE TANSLEY
    (
        "byline.bare",
        1.5,
        r"[A-Z][A-Z'’-]{2,20} [A-Z][A-Z'’-]{2,20} (?:AND|&) [A-Z][A-Z'’-]{2,20} [A-Z][A-Z'’-]{2,20}$",
    ),
    # FREYA MARCHBANK — RETAIL CORRESPONDENT
    (
        "byline.role",
        6.0,
        r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){1,2}(?: ?[—–|-] ?|, (?=STAFF|SENIOR|CHIEF|SPECIAL))(?:[A-Z]+ ){0,3}(?:CORRESPONDENT|REPORTER|EDITOR|WRITER|COLUMNIST|CRITIC)$",
    ),
    # Dockside Notebook, by Moira Tennant
    (
        "byline.by",
        5.0,
        rf"[A-Z][\w'’]*(?: [A-Z][\w'’]*){{0,4}}, by {_NO_WRITER}[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]*){{1,3}}$",
    ),
    # Beatrix Oyelaran-Moss • Courts
    (
        "byline.role",
        3.0,
        rf"(?=[A-Z][^•·\n]*+[•·]){_NO_NAME}[A-Z][\w.'’-]*+{_NAMED}{{1,2}} [•·] (?:Courts?|Crime|City Hall|Politics|Education|Health|Transport|Housing)(?: (?:Reporter|Writer|Editor|Correspondent))?$",
    ),
    # BILLY STANHOPE at Copper Lane
    (
        "byline.at",
        3.0,
        r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,16} (?:[A-Z]\. )?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{2,16} (?:at|in|reports from|at the|in the) [A-Z][\w'’ -]{2,30}$",
    ),
    # Health correspondent Owen Bright
    (
        "byline.role",
        4.5,
        r"(?!Former|Retired|Late|Veteran|Jailed|Murdered|Missing|Sacked)[A-Z][a-z]+ (?:[A-Za-z]+ )?(?:correspondent|reporter|writer|editor|critic) (?:[A-Z][\w.'’-]+ ){1,2}(?:de |van |von )?[A-Z][\w'’-]+$",
    ),
    # Priya Nandra reports
    (
        "byline.in",
        1.0,
        rf"(?!{_VERB}|Mayor|Judge|Inspector|Police|Doctor|Professor|Minister)[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][\w'’-]+ (?:(?:in|at) [A-Z][a-zß-ÿ]+(?: (?:na|an|on|of|the|de|la) [A-Z][a-zß-ÿ]+| [A-Z][a-zß-ÿ]+){{0,2}}|reports)$",
    ),
]
BYLINES = marks(_ZH, _EN)
# A name and the paper that its bearer writes for, or takes pictures for.
OF_PAPER = re.compile(
    rf"[A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{0,20}}){{1,3}} [|/] (?:Special to )?(?:The )?"
    rf"(?:[A-Z][\w'’-]{{1,20}} ){{0,3}}(?:{TITLES})$"
)
# Names, or a headline (Free Trade and Fair Wages, RIVER BRIDGE CLOSED): only between a headline and its text are they
# a byline: Rachel Amsel and Tobias Wren, JOHN JOE TIERNAN.
MAYBE_NAMES = re.compile(
    rf"{_NO_NAME}(?:[A-Z][a-z'’-]+ ){{2,3}}and [A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){{1,2}}$"
    rf"|{_NO_NAME_CAPS}[A-ZÀ-Þ]{{3,14}} [A-ZÀ-Þ]{{3,8}} (?:Ma?c)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]{{2,}}$"
)
# A name alone, by its surname; only a headline above and an article below make it a byline.
_SURNAME = (
    "(?:[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍覃霍翁隋甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边净阴闫练"
    "符穆鄢佟竺郗邝庾蒲檀茅敖訾仇晏蔺戚谌滕宫苟扈狄刁仲逄邸郜鞠巩匡晋戈邬仝荀"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭許鄧蘇盧蔣賈葉閻譚鄒陸錢湯賀賴龐顏嚴溫龍萬齊莊喬範鍾紀龔關費藍駱竇簡]"
    "|欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|赫连|令狐|澹台|夏侯|长孙|宇文|南宫|端木)"
)
SURNAME = re.compile(_SURNAME)
BARE_NAME = rf"{_SURNAME}[\u4e00-\u9fff]{{1,2}}$"
SPACED_NAME = rf"{_SURNAME} ?[\u4e00-\u9fff]{{1,2}}$"  # a name of two set as wide as one of three
# The second line of a byline, under the name.
JOB = re.compile(
    r"(?:[A-Z][\w'’-]+ ){0,3}(?:Reporter|Writer|Correspondent|Editor|Columnist|Staff|Critic|Analyst|REPORTER|WRITER|CORRESPONDENT|EDITOR|COLUMNIST|STAFF|CRITIC)$|[A-Z][\w'’-]+ (?:[a-z]+ ){0,2}(?:reporter|correspondent|editor|writer|columnist|critic)$"
)
