"""What a paper tells its readers beside the news: weather, telephone numbers, corrections, adverts, tables."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.form import TITLES, TITLES_BEHIND_THE, WEEKDAY, Row

WEATHER_ZH: list[Row] = [
    (
        "weather",
        4.0,
        r"(?:今日|明日|今明|昨日|本市|未来三天|市区)?(?:天气|气象|空气质量|生活指数)(?:预报)?(?:[:： ](?=[^\n]{0,80}[℃°风雨晴云阴雪级温湿优良]).{0,80})?$"
        r"|(?=[^。\n]{4,90}$).{0,24}(?:阴|晴|多云|小雨|阵雨|雷阵雨|中雨|雪).{0,20}(?:风|气温|\d ?[℃°]).{0,40}$|-?\d{1,2} ?[℃°]C? ?[~～—至-] ?-?\d{1,2} ?[℃°]C?.{0,20}$",
    ),
    # 江州天气 / 明天 阴有小雨 / 偏北风3到4级
    ("weather", 2.0, r"(?!.{0,3}(?:好|坏|恶劣|极端|高温|雨雪|寒潮|强对流|雾霾))[\u4e00-\u9fff]{2,4}市?天气$"),
    (
        "weather",
        3.5,
        r"(?:今天|今日|今晚|明天|明日|后天|夜间|白天)[ :：](?:阴|晴|多云|小雨|中雨|大雨|阵雨|雷阵雨|小雪|中雪|雾|霾)[阴晴多云小中大阵雷雨雪雾霾有转到间或]{0,10}$"
        r"|偏?[东南西北]{1,2}(?:转偏?[东南西北]{1,2})?风 ?[\d一二三四五六七八]{1,2}(?: ?[到至~～—-] ?[\d一二三四五六七八]{1,2})? ?级(?:[左右阵风\d到至级 ]{0,10})$",
    ),
    # 昨日AQI 58 良 首要污染物 臭氧
    (
        "weather",
        3.5,
        r"(?:昨日|今日|明日|实时)? ?(?:AQI|空气质量指数)(?:指数)? ?[:：]? ?\d{1,3}(?: ?[优良](?: [^。，\n]{0,30})?| ?[轻中重]度污染(?: [^。，\n]{0,30})?)?$|首要污染物[ :：][^。，\n]{1,8}$",
    ),
    # 阴有小雨转多云; 潮汐 高潮 09:42 22:05
    (
        "weather",
        3.5,
        r"(?=[阴晴多小大中阵雷雨雪雾霾].{4})(?:多云|阴天?|晴天?|[小中大暴阵雷]{0,2}[雨雪]|雾|霾|局[部地]|有时?|转|间|到|或|夹|，|伴有|傍晚|夜[里间]|白天|早晚|凌晨){3,10}$"
        r"|(?!.{0,3}(?:发布|推出|上线|首份))[\u4e00-\u9fff]{2,3}(?:天气|潮汐)预报$|潮汐 ?(?:高潮|低潮) ?\d[\d:：. ]{2,30}$",
    ),
    ("weather", 3.5, r"(?:气温|相对湿度|湿度|风力|风向|空气质量|紫外线|日出|日落)[^。，]{1,50}$"),
]
_SKY = r"(?:[Ss]unny|[Cc]loud|[Rr]ain|[Ss]hower|[Ss]now|[Cc]lear|[Ff]air|[Ss]torm|[Bb]reezy|[Hh]igh|[Ll]ow|[Ww]ind)"
_AT = r"\d{1,2}[.:]\d\d ?[ap]\.?m\b\.?(?: \([\d.]{1,4}m\))?"  # 10.41am (5.2m)
WEATHER_EN: list[Row] = [
    # Riverton: Partly cloudy
    (
        "weather",
        3.5,
        r"[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14}){0,2}: (?:(?:[Mm]ostly|[Pp]artly) (?:sunny|cloudy|clear)|(?:[Rr]ain|[Ss]howers|[Ss]now|[Tt]hunderstorms) (?:likely|possible)|[Ss]howers|[Ss]unny)$",
    ),
    (
        "weather",
        3.5,
        r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|Today|Tonight)[a-z]{0,6}[.:]{0,2} -?\d{1,3}°?/-?\d{1,3}°?.{0,24}$",
    ),
    (
        "weather",
        3.5,
        r"(?:TODAY.?S )?(?:THE )?(?:WEATHER|Weather|FORECAST|Forecast)\.?(?:$|[:,.|]| {2,}| \d).{0,60}$|(?=[^H\n]{0,60}+H).{0,60}\b(?:High|HIGH|Highs)\b.{0,12}\d{1,3}.{0,30}\b(?:[Ll]ow|LOW|Lows)\b.{0,30}$",
    ),
    # WEATHER FOR THE WEEK; Fri  Shower or two  18/7; High 10.41am (5.2m), 11.03pm (5.0m); Sun rises 7.38am
    (
        "weather",
        3.5,
        r"(?:WEATHER|Weather|FORECAST|Forecast) (?:FOR|for) (?:THE|the) (?:WEEK|week)(?:END|end)?$|TIDES AT [A-Z]{3,14}(?: [A-Z]{3,14})?$"
        r"|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)[a-z]{0,6} {1,4}[A-Z][a-z]+[a-z, ]{0,24} {1,4}-?\d{1,3}/-?\d{1,3}$"
        rf"|(?:High|Low|HIGH|LOW)(?: water| tide)? {_AT}(?:, {_AT})?$|(?:Sun|Moon) (?:rises|sets) {_AT}(?:, (?:rises|sets) {_AT})?$",
    ),
    (
        "weather",
        3.5,
        rf"(?:TODAY|Today|TONIGHT|Tonight|TOMORROW|Tomorrow): [^\n]{{0,40}}?{_SKY}.{{0,80}}$|(?:Mostly |Partly )?(?:Sunny|Cloudy|Rain|Showers|Snow|Clear|Fair),? \d{{1,3}}/\d{{1,3}}$"
        r"|(?:Sunrise|Sunset|SUNRISE|SUNSET)[: ].{0,12}\d.{0,60}$",
    ),
]

CONTACT_ZH: list[Row] = [
    (
        "contact",
        4.5,
        r"(?=[^线话邮箱址售价刷阅真信博行证问稿\n]{0,44}+[线话邮箱址售价刷阅真信博行证问稿])(?!联系|[^(（\n]{0,80}[)）]$|(?:咨询|报名|预约|举报|监督)(?:电话|热线)[^\n]{0,160}。$)[^。！？\n]{0,40}(?:热线|电话|邮编|邮箱|信箱|地址|社址|网址|零售|定价|印刷|订阅|传真|微信|微信公众号|微博|发行|(?:广告)?(?:经营)?许可证?|法律顾问|投稿)(?:部|处|号|每份|咨询)?(?:[:： ](?:[^。！？；\n]{1,80}$|[^。！？；\n]{0,40}[\d@路街号][^。！？；\n]{0,60}。$)|(?=\d)(?!\d{3,12}[\u4e00-\u9fff]{2,12}$|[^\n]{0,24}，[也或并可还请])[^。]{0,80}$)",
    ),
    (
        "contact",
        4.0,
        r"(?:欢迎(?:订阅|投稿|来稿|关注|扫码)|(?:订阅|征订|扫码|关注微信|读者服务)(?:热线|电话|处|方式|二维码|关注|[:：]))[^。]{0,40}$"
        # 新媒体矩阵 / 砚川发布微信公众号 / 扫码看更多
        r"|[^。，\n]{0,6}(?:来电|来信)[^。，\n]{0,10}(?:受理|接听)$|扫码(?:看更多|看视频|阅读原文|了解详情|关注我们|下载客户端)$|(?:新媒体|融媒体|媒体)矩阵$"
        r"|(?![^\n]{0,12}(?:推出|开通|上线|首|获|入选|关停|诞生|有了|为|用|在|的))[^。，、：\n]{2,8}(?:微信公众号|视频号|客户端|抖音号)$",
    ),
    (
        "contact",
        4.0,
        r"(?=[^稿责\n]{0,80}+[稿责])[^\n]{0,80}(?:来稿|投稿|稿件)(?:请?[寄发投至]|请注明|邮箱|请[寄发投]至)[^\n]{0,80}$|[^\n]{0,50}(?:请勿一稿多投|文责自负|稿酬从优)[^\n]{0,30}$",
    ),
    ("contact", 4.0, r"(?:国内)?统一刊号[:：].{4,80}$|本报(?:所付|稿酬|常年|法律|已加入)[^。\n]{4,60}$"),
    # 本版稿件除署名外均据环陆社; 本版投资建议仅供参考，股市有风险
    (
        "contact",
        4.0,
        r"本[版报刊网](?!络)[^。\n]{2,24}(?:仅供参考(?=[，。；]|$)|除署名外|均据|版权所有|不得转载|概不)[^\n]{0,60}$",
    ),
    ("contact", 4.0, r"E-?mail[:：].{4,60}$"),
    # 便民电话; 本报所刊作品，未经书面授权
    (
        "contact",
        4.0,
        r"便民电话$|版权声明$|本[报刊网](?:所刊|刊登)的?[^。，\n]{0,6}(?:作品|稿件|内容|图片|文章)，未经[^。\n]{2,30}$"
        r"|任何(?:媒体|单位|个人)[^。\n]{0,12}不得转载[^。\n]{0,12}。?$",
    ),
    ("contact", 3.0, r"(?=[^.\n]{0,60}+\.)[^.。，]{0,30}\b[\w-]{3,20}\.example$"),
]
_HOUSE = rf"(?:(?:The |THE )?(?:[A-Z][\w'’-]+ ){{0,3}}(?:[A-Z][a-z]+-)?(?:{TITLES})|The (?:[A-Z][\w'’-]+ ){{0,3}}(?:{TITLES_BEHIND_THE}))"
_DIGITS = r"\(?\d[\d ()‑-]{5,16}"
CONTACT_EN: list[Row] = [
    ("contact", 4.0, r"\d{3,4}-\d{7,8}$"),
    # CONTACT THE NEWSROOM; Copyright Thornmouth Newspapers Ltd. Printed by …; Recycled paper made up 76% of …
    (
        "contact",
        4.0,
        r"(?:CONTACT|Contact) (?:THE|the|OUR|our) (?:NEWSROOM|[Nn]ewsroom|EDITOR|[Ee]ditor|NEWSDESK|[Nn]ewsdesk)$"
        r"|Copyright [A-Z][\w'’ &-]{2,50} (?:Ltd|Limited|Inc|LLC)\b\.?(?: (?:Printed|Published|All rights)\b[^\n]{2,80})?$"
        r"|Recycled paper made up \d{1,3}(?:\.\d)?% of the raw material\b[^\n]{0,80}$",
    ),
    (
        "contact",
        3.0,
        r"(?=[^\d\n]{0,40}+\d)[^.。，]{0,40}\b\d{3}[-‑]\d{4}\b[^.。，]{0,40}$|(?=[^@\n]{0,60}\.example$)[^.。，]{0,30}\b[\w-]{3,20}\.example$",
    ),
    (
        "contact",
        4.0,
        r"(?:LETTERS|Letters) (?:POLICY|Policy|policy)$|Send (?:(?:it|them|letters) )?to [\w.+-]{2,40}@[^\n]{4,60}$|(?:Letters|LETTERS|Contributions|Submissions) (?:should|must|may|are)\b[^\n]{0,200}(?:@|\b(?:words|signed|sent|addressed|mailed|typed|received|[Ee]ditor|address|phone)\b)[^\n]{0,200}$",
    ),
    (
        "contact",
        4.0,
        r"(?!Contact [A-Z][\w'’.-]{1,20} [A-Z])(?:(?:Call(?! (?:it|him|her|them|me)\b)|CALL|Tel|Phone|Email|E-mail|Write|Visit|Contact|Subscribe|SUBSCRIBE|To subscribe|To report|To advertise|Corrections?|For (?:home )?delivery|Copyright)\b|©).{0,160}(?:\d{3}[ -]\d{4}|@|www\.|\.com|\.example|promptly|reserved).{0,80}$",
    ),
    (
        "contact",
        4.0,
        rf"(?:(?:Ring|RING|Call|CALL|Text|TEXT|Phone|PHONE|Telephone|TELEPHONE|Tel|TEL|Fax|FAX|News desk|Sports desk|City desk|Newsdesk|Newsroom|Circulation|Advertising|Subscriptions|News tips)[.:]?) ?(?:us |now )?(?:on |at )?{_DIGITS}.{{0,60}}$",
    ),
    # imprints: who prints it, when one may send what
    (
        "contact",
        4.0,
        r"©.{3,160}$|Copyright (?:© ?)?(?:19|20)\d\d,? [A-Z][^\n]{2,80}(?:\b(?:Co|Inc|Ltd|LLC|Corp)\.?|Company|Newspapers?|Publishing|Publications|Media|Press|Group)$|(?:Printed|PRINTED) (?:on|by|at|in) [^\n]{0,120}(?:[Rr]ecycled|RECYCLED|[Nn]ewsprint|Press\b|Print(?:ers?|ing)\b|Ltd|Bhd|\d{3})[^\n]{0,60}$"
        r"|(?=[A-Z][^Rr\n]*+(?:[Rr](?!egistered )[^Rr\n]*+)*+[Rr])(?=[^\n]{4,160}\b[Rr]egistered )(?![^\n]{0,160}\b(?:was|were|is|said)\b)[A-Z][^\n]{4,160}\b[Rr]egistered (?:as a newspaper|at the (?:GPO|G\.P\.O|(?:General )?Post Office)(?: as a newspaper)?)\.?$",
    ),
    (
        "contact",
        4.0,
        r"(?:USPS ?\d{3}-\d{3}|ISSN:? ?\d{4}-\d{3}[\dX])\b[^\n]{0,160}$|(?:POSTMASTER|Postmaster): (?=[^\n]{0,80}(?:address|P\.? ?O\.? Box))[^\n]{4,160}$"
        r"|(?=[^R\n]{0,160}+R)(?=[^\n]{0,160}\bRNI No)(?:[A-Z]|at \d)[^\n]{4,160}$"
        r"|(?=Published)(?=[^\n]{0,80}\b(?:Ltd|Limited|Inc|Co|Company|Group|Newspapers|Publications)\b[^\n]{0,80} Printed by)Published by [A-Z][^\n]{4,160}$",
    ),
    # Responsible for selection of news under the PRB Act (Indian papers); Editor: Jaya Rao*; … on behalf of Rao Publications
    (
        "contact",
        4.0,
        r"\*?(?:[Ee]ditor )?[Rr]esponsible for (?:the )?selection of news\b[^\n]{0,60}$"
        r"|(?:(?:Chief |Managing |Resident |News |Deputy )?Editor|Publisher|Proprietor|Printer)(?: (?:and|&) (?:Publisher|Proprietor|Printer))?: [A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){1,2}\*?\.?$"
        r"|(?:Printed|Published)(?: and (?:printed|published))? by [A-Z][^\n]{3,100} (?:for and )?on behalf of [^\n]{3,100}$"
        r"|and (?:printed|published) by (?:him|her|the same) at [^\n]{4,120}$",
    ),
    # The Oxley Plainsman (ISSN 0000-0418). Periodicals postage paid at Oxley; Subscriptions $38 in county
    (
        "contact",
        4.0,
        r"(?=[^(\n]{3,60}\((?:ISSN|USPS) ?\d)[A-Z][^\n]{6,200}$"
        r"|(?:[^\n.]{0,60}\. )?(?:(?:First|Second|Third)-class|Periodicals?) (?:mail )?postage (?:is )?paid(?: at\b[^\n]{2,100}|[.,;][^\n]{0,100}|)$"
        r"|(?:(?:Mail |Annual |Yearly )?Subscriptions?:? (?:rates?:? )?[$£€]\d|(?:The )?(?:[Ff]irst|[Ss]ingle|One) cop(?:y|ies)\b[^\n]{0,30}\b(?:free|cents?)\b)[^\n]{0,120}$"
        rf"|(?:The )?(?:[A-Z][\w'’-]{{1,20}} ){{1,4}}is published {WEEKDAY}s?(?:,? (?:to|through|and|except) |, )[^\n]{{3,160}}\.$"
        r"|[Pp]lease recycle (?:this|your) (?:news)?paper\b[^\n]{0,40}$|Follow us (?:@|on )[^\n]{2,60}$|[\w-]{3,30}(?:\.[a-z]{2,7}){1,2} {1,6}Follow us @?[^\n]{2,40}$"
        r"|(?:The )?(?:[A-Z][\w'’-]{1,20} ){1,4}(?:supports the (?:work of the )?(?:Office of the )?Press Ombudsman|abides by the Editors['’] Code\b|is a member of the (?:Press|Independent Press|Audit Bureau)|subscribes to the (?:Press|Code))\b[^\n]{0,120}$",
    ),
    # what readers may send, until when, and to whom; a sentence with its full stop, as no headline is
    (
        "contact",
        4.0,
        r"We (?:correct|welcome|regret|publish|aim to)\b[^.\n]{0,80}\b(?:errors?|mistakes?|letters?|corrections?|contributions?)\b[^\n]{0,120}\.$|We reserve the right\b[^\n]{0,160}\.$"
        r"|(?:The )?(?:News |Ad |Copy |Advertising )?[Dd]eadlines? (?:for|is|are)\b[^\n]{0,80}(?:noon|[ap]\.?m\.?)\b[^\n]{0,60}$|Compiled (?:from|by) (?:(?:the )?reports of [^\n]{3,80}|[^,\n]{0,50}\b(?:reports|staff|wires?|dispatches)\.?)$"
        r"|(?:Have we erred|Spotted an error|Did we get it wrong|Something wrong)\?[^\n]{6,160}$|(?=[^HPA\n]{0,60}+[HPA])[^\n]{0,60}\b(?:Home delivery|Publications mail|A division of)\b[^\n]{3,160}\.$|Legals? due\b[^\n]{3,160}$|Complaints?: .{6,160}$|Complaints? (?:about|to|should be (?:sent|addressed)) [^\n]{0,100}(?:[Ee]ditor|@|www|Press Council)[^\n]{0,80}$|Responsibility for [^\n]{0,100}is (?:taken|accepted)\b[^\n]{0,80}$"
        r"|The [Ee]ditors? reserves? the right\b.{3,160}$",
    ),
    # Tips? Email newsroom@crier.example or call 555-0122
    (
        "contact",
        4.0,
        r"(?:Tips?|News tips?|Story ideas|Questions|Comments|Got an? (?:news |story )?tip)(?:\? |: |(?= or )).{0,40}(?:@|\d{3}[-‑ ]\d{4}).{0,60}$",
    ),
    (
        "contact",
        4.0,
        rf"{_HOUSE}(?: \((?:USPS|ISSN)[^()\n]{{2,40}}\))? (?:welcomes (?:letters|news|submissions|contributions|comments|items|stories|photos|opinions|your)|corrects (?:errors|mistakes|all|its)|is (?:published (?:by|at|on|in|daily|weekly|every|each|twice)|printed (?:by|at)|a member of|distributed|owned and)|reserves the right|regrets the error|invites (?:letters|readers))\b.{{0,300}}$",
    ),
    (
        "contact",
        4.0,
        r"(?:HAVE YOU GOT|Have you got|HAVE|Have|GOT|Got|DO YOU HAVE|Do you have|KNOW|Know) (?:A|a|AN|an|ANY|any) (?:[A-Za-z]+ )?(?:STORY|story|TIP|tip|NEWS|news|PICTURE|picture|HERO|hero|VIDEO|video)\b(?:[^\n]{0,20}$|(?=[^\n]{0,80}(?:[Cc]all|CALL|[Rr]ing|[Ee]mail|[Tt]ell us|[Ww]rite|@|\d{3}))[^\n]{0,80}$)|WE PAY FOR .{3,30}$",
    ),
    (
        "contact",
        4.0,
        r"(?:Letters|LETTERS|News|Submissions|Items)(?:: |.{0,40}\bto )[^\n]{0,120}(?:@|\bwords\b)[^\n]{0,80}$|Send (?:letters|news|photos|items|stories|your) (?=[^\n]{0,200}(?:\bto\b|@|\d{3}))[^\n]{6,200}$|(?:(?:[Mm]ore|MORE|[Oo]nline|ONLINE|[Rr]ead|[Ss]ubscribe|[Vv]isit us|[Nn]ews|[Ww]ebsite|[Ww]eb)\b[^.!?\n]{0,40} (?:at |on |: ?)?)?(?:www\.|https?://)[\w./-]{4,60}$|Advertise (?:here|with us)[.:!](?: .{0,160})?$|Follow (?:us|The [A-Z]\w+) on .{2,60}$",
    ),
]

CORRECTION_ZH: list[Row] = [("correction", 4.0, r"(?:更正|致歉|更正与说明)(?:[:：].{0,200}|)$")]
CORRECTION_EN: list[Row] = [
    (
        "correction",
        4.0,
        r"(?:Corrections?|CORRECTIONS?|Clarifications?|CLARIFICATIONS?)(?: (?:and|AND|&) (?:[Cc]larifications?|CLARIFICATIONS?))?(?:[:.].{0,300}|)$",
    ),
]

_TRADE = "(?:疏通|补漏|搬家|搬运|维修|开锁|回收|保洁|出租|求租|招租|转让|求购|收购|家教|月嫂|装修|移机|配送|代办|家政)"
ADVERT_ZH: list[Row] = [
    (
        "advert",
        4.0,
        r"(?:公益|分 ?类 ?)?广 ?告(?:$|[ :：·|].{0,60}$)|(?:招租|遗失声明|招聘启事|减资公告|注销公告|清算公告|挂失声明|转让启事|便民信息)(?:$|[ :：].{0,200}$)"
        r"|[●■]?[^。\n]{0,24}遗失[^。\n]{2,80}(?:声明)?作废。?$",
    ),
    (
        "advert",
        4.0,
        rf"(?=[^\d话线机人\n]{{0,60}}+[\d话线机人])[^。\n]{{0,30}}{_TRADE}[^。\n]{{0,30}}(?:电话|热线|手机|联系人|1[3-9]\d{{9}}|\d{{7,8}})[^。\n]{{0,30}}$",
    ),
    # 旺铺招租
    (
        "advert",
        4.0,
        r"(?:旺铺|商铺|门面|厂房|写字楼|车位|吉房|仓库)(?:招租|出租|转让|出售|急[租售转])$",
    ),
    # 本公司诚聘业务员8名，待遇面议; 周年店庆 全场八折; 热销现房 准现房 均价起
    (
        "advert",
        3.5,
        r"[^。\n]{0,16}(?:诚聘|急聘|招聘|急招)[^。\n]{2,30}(?:面议|从优)$"
        r"|[^。，\n]{0,12}(?:周年店庆|热销现房)(?: [^。，\n]{2,16}){1,2}$",
    ),
]
# A trade that is offered above a telephone number.
TRADE = re.compile(rf"[^，。\n]{{0,24}}{_TRADE}[^，。\n]{{0,24}}$")
ADVERT_EN: list[Row] = [
    (
        "advert",
        4.0,
        r"(?:ADVERTISEMENT|Advertisement|ADVERT|PAID NOTICE|SPONSORED|Sponsored).{0,60}$|Paid for by .{3,60}$|(?:TO LET|TO RENT|FOR RENT|FOR SALE|(?:ROOMS?|APARTMENT|FLAT|OFFICE) FOR RENT|WANTED TO (?:BUY|RENT)|SITUATIONS VACANT|SITUATIONS WANTED|HELP WANTED|PUBLIC NOTICES?|LEGAL NOTICES?|(?:ESTATE|YARD|GARAGE|MOVING) SALE|(?:ESTATE|PUBLIC) AUCTION|YOUR AD HERE|Your ad here|CLASSIFIEDS?|CLASSIFIED ADS|Classifieds|A CARD\.|MATRIMONIALS?|SITUATION VACANT|(?:E-)?TENDER NOTICE|NOTICE INVITING (?:E-)?TENDERS?|CHANGE OF NAME|ADMISSION NOTICE|ADMISSIONS OPEN \d{4}(?:-\d{2,4})?|ENGAGEMENTS TODAY)$",
    ),
    (
        "advert",
        4.0,
        r"(?=[^\n]{0,200}[a-z])(?:WANTED|TO LET|TO RENT|TO BE (?:SOLD|LET)|To be (?:[Ss]old|[Ll]et|SOLD|LET)|FOR SALE|FOR RENT|SALE BY AUCTION|BY AUCTION|STRAYED|STOLEN)[,:; ].{4,300}$"
        r"|(?:BRIDE|BRIDEGROOM|GROOM|ALLIANCE)S? (?:WANTED|SOUGHT|INVITED)(?=,| for\b| from\b).{0,200}$"
        r"|(?:TEXT|Text|SMS) (?!COSTS?|MESSAGES?)[A-Z]{3,14} (?:TO|to) \d{5,6}(?:\.|$| .{0,40}$)|[Tt]exts cost [£$€]?\d{1,3}(?:\.\d\d|p)?(?:\.| plus\b| each\b| per\b)(?: .{0,60})?$"
        r"|(?:LOST|FOUND),? (?:on|from|off|in|near|between|about|a|an|or|A)\b.{4,300}$|FOR [A-Z]{4,14}(?: [A-Z]{4,14})?, the .{4,300}$",
    ),
    # Spring Sale - Up to 40% Off
    (
        "advert",
        3.5,
        r"(?:SUBSCRIBE|Subscribe) (?:TODAY|NOW|[Tt]oday|[Nn]ow)!?$|\d{1,2} (?:weeks|months) for (?:just |only )?[$£€]\d{1,3}(?:\.\d\d)?$|(?:No job too|NO JOB TOO) (?:small|SMALL|big|BIG)\.?$|24-hour call-?out(?: service)?$",
    ),
    (
        "advert",
        3.5,
        r"(?:[A-Z][\w'’]* ){0,3}(?:Sale|SALE|Clearance|CLEARANCE) ?[–—:!-] ?(?:(?:[Uu]p to|UP TO) )?\d{2} ?% (?:[Oo]ff|OFF)\b[^.\n]{0,16}$",
    ),
    (
        "advert",
        4.0,
        r"(?:[A-Z][A-Z.'’?!-]* ){1,8}(?:CORDIAL|PILLS|BITTERS|SYRUP|TONIC|SARSAPARILLA|BALSAM|ELIXIR|OINTMENT|LINIMENT|LOZENGES|REMEDY|COCOA|SOAP|STORE|EMPORIUM|SALOON)\b[.,]?(?:$| [a-zO].{4,300}$)",
    ),
]

LOTTERY_ZH: list[Row] = [
    (
        "lottery",
        4.0,
        r"[^，。\n]{0,10}\d{1,2}选\d[^，。\n]{0,4}第 ?\d{4,7} ?期$|[一二三四五]等奖 ?\d{1,6} ?注 (?:单注|每注)?奖金 ?[\d.]{1,12}万?元$|[昨今]日开奖$|中奖号码以[^，。\n]{2,16}为准$|(?=[^\n]{2,50}(?:开奖|号码|第 ?[\d-]{4,10} ?期|\d[ ,，]{1,2}\d|[:：]))[●■◆]?.{0,6}(?:福彩|体彩|双色球|大乐透|彩票开奖).{0,40}$|(?:万字票|多多)(?:博彩)?(?:成绩|开彩)(?:$|[:： \d].{0,30}$)|(?:红球|蓝球|前区|后区)[\d :：红蓝球前后区+]{2,60}$",
    ),
]
LOTTERY_EN: list[Row] = [
    (
        "lottery",
        4.0,
        r"(?:[Ee]stimated|Est\.) jackpot: ?[$£€]\d[^\n]{0,24}$|(?:WINNING|Winning) (?:NUMBERS|[Nn]umbers)$|(?:LOTTERY|Lottery)(?: (?:NUMBERS|RESULTS|[Nn]umbers|[Rr]esults))?$|(?:Pick \d|Powerball|Mega Millions)[\w :,-]{3,90}$|(?=[^:\n]{3,39}+:)[A-Z][\w’']{2,12}(?: \w{1,12}){0,2}(?: \(\w{3,8}\))?: \d{1,2}(?:-\d{1,2}){2,6}$",
    ),
]

_TEAM = r"[\u4e00-\u9fff·A-Z]{2,10}"
_ROW: Row = (
    "table",
    3.0,
    r"(?=(?:\d{4,6} )?[^\d—\n]{1,30}+[\d—])(?=.{4,100}+(?<=[\d,%—.h\s])$)[^\n。，]{1,30}?(?:\s+(?:[▲▼△▽+−‑–-]?\$?(?:\d[\d,]*+(?:\.\d++)?|\.\d++)%?|—|unch\.?)){2,12}\s*$",
)
TABLE_ZH: list[Row] = [
    # "大白菜 1.20 土豆 2.35": goods and prices, several in a row
    (
        "table",
        3.5,
        r"(?:农产品|市场|粮油|生猪|水产|果蔬|钢材)行情$|[（(]\d{1,2}月\d{1,2}日 ?单位[:：][^（()）\n]{2,12}[)）]$",
    ),
    ("table", 3.5, r"[昨今]日(?:菜价|粮价|肉价)(?:$| ?单位[:：].{2,12}$)"),
    ("table", 3.5, r"(?:[\u4e00-\u9fff]{1,8}+[ 　]{1,4}+\d{1,6}+(?:\.\d{1,3}+)?(?:[ 　]{1,6}+|$)){2,6}$"),
    (
        "table",
        3.5,
        r"[\u4e00-\u9fff]{2,14}(?:价|价格|均价|行情|指数|牌价)[(（]\d{0,4}[\u4e00-\u9fff]{1,3}/[\u4e00-\u9fff]{1,3}[)）]$",
    ),
    (
        "table",
        3.5,
        r"(?:今日|明日)?潮汐(?:时刻|预报|表)?$|(?:高潮|低潮|涨潮|退潮|日出|日落|月出|月落) ?\d{1,2}[:：]\d{2}.{0,12}$",
    ),
    (
        "table",
        3.5,
        rf"(?:\d{{1,2}}[、.] ?)?{_TEAM} {{1,3}}\d{{1,3}} ?[:：∶比—–-] ?\d{{1,3}} {{1,3}}{_TEAM}$|(?:昨日|今日|本周)?(?:收盘|收盘行情|股市行情|汇率|外汇牌价|牌价|菜价|粮价|价格行情|行情)(?:[(（].{{0,16}})?$|{_TEAM} ?\d{{1,2}}胜(?:\d{{1,2}}平)?\d{{1,2}}负.{{0,20}}$",
    ),
    _ROW,
]
TABLE_EN: list[Row] = [
    (
        "table",
        3.5,
        r"(?:LUNCH|SCHOOL LUNCH|SENIOR|WEEKLY) MENUS?$|(?:Monday|Tuesday|Wednesday|Thursday|Friday): [A-Z][\w ,'’&-]{6,70}$",
    ),
    (
        "table",
        3.0,
        r"(?:MARKETS? AT CLOSE|Closing prices|CLOSING PRICES|(?:[A-Z'’]+ ){0,3}(?:(?:SCORES|RESULTS|STANDINGS)\b.{0,20}|CLOSE|LEAGUE TABLE))$",
    ),
    (
        "table",
        3.0,
        r"[A-Z][A-Za-z.'’ ]{1,24} \d{1,3}(?:, | {1,4}| ?[-–] ?)[A-Z][A-Za-z.'’ ]{1,24}? \d{1,3}(?: \([^()\n]{1,12}\))?$",
    ),
    ("table", 3.0, r"(?:[A-Z][A-Za-z]{2,12} )?[\d,]{3,9}\.\d\d [+−–-][\d.]{1,8}%?$"),
    # Teal River at Wirrabong 2.14m, falling
    (
        "table",
        3.5,
        r"(?:RIVER LEVELS|River levels)$|[A-Z][a-z]+ (?:River|Creek|Brook|Lake)(?: at [A-Z][a-z]+)? \d{1,2}\.\d{1,2} ?m,? (?:falling|rising|steady)$",
    ),
    # ACROSS: 1 Parsnip; 5 Idler; Yes 71%   No 22%   Don't know 7%
    (
        "table",
        3.5,
        r"(?:(?:YESTERDAY|LAST WEEK)['’]S (?:SOLUTIONS?|ANSWERS)|(?:Yesterday|Last week)['’]s (?:solutions?|answers))$"
        r"|(?:ACROSS|DOWN|Across|Down)[:.] ?\d{1,2}[.,]? [A-Z][A-Za-z'’ -]{1,30}[;,.] ?\d[^\n]{2,300}$|(?:READERS['’]|Readers['’]|ONLINE|Online) (?:POLL|[Pp]oll)$"
        r"|Yes:? \d{1,2}(?:\.\d)?%[ ,;]{1,4}No:? \d{1,2}(?:\.\d)?%(?:[ ,;]{1,4}(?:Don['’]t know|Not sure|Undecided):? \d{1,2}%)?$",
    ),
    _ROW,
]
# A sentence taken out of an article and set large: it quotes, and ends with no mark.
QUOTE_EN: list[Row] = [
    ("quote", 3.0, r"[“‘\"'][^“”\"\n]{12,160}[.!?] [A-Z][^“”\"\n]{2,120}[a-z]['’”\"]$"),
]
# CMYK: the colours that a page is printed in.
RULE: list[Row] = [("rule", 5.0, r"C ?M ?Y ?K$|[-=_—–*·•~～.…+|#\s□■◆●○]{1,200}$")]
