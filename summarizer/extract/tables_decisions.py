"""Words with which news tells that something was decided, by language and kind; weights say how surely."""

from __future__ import annotations

from summarizer.schema import DecisionKind
from summarizer.splitter.page import Language

# kind, weight, pattern. 3: decided beyond doubt; 2: likely; 1: hardly.
TRIGGERS: dict[Language, tuple[tuple[DecisionKind, int, str], ...]] = {
    "zh": (
        ("approved", 3, r"(?:审议|表决|原则|一致|投票|高票|审议并原则|审议并)通过(?:了)?(?!率)"),
        (
            "approved",
            3,
            r"(?<![未没超通])(?:获得?[^，。；]{0,14}(?:通过|赞成)|批准(?:了)?(?!后|前|之)|(?:会议|"
            r"董事会|大会|双方|市政府)[^，。；]{0,6}(?<!不)同意)",
        ),
        (
            "approved",
            2,
            r"(?<![不若如])通过(?:了)?(?=关于|《|[^，。；]{2,24}(?:方案|办法|条例|决议|预案|议案|"
            r"名单|规划|意见|决定))|(?<!不)同意(?!率|后|书|的|、)",
        ),
        (
            "decided",
            3,
            r"未获通过|未通过|被否|否决(?:了)?|议案未|驳回|判决|裁定|改判|宣判|判令|维持原判|当场敲定|敲定",
        ),
        (
            "decided",
            3,
            r"(?:会议|大会|董事会|全会|法院|政府|市委|省委|双方|研究|表决)[^，。；]{0,8}(?:决定|议定|"
            r"商定|确定)",
        ),
        (
            "decided",
            2,
            r"(?<!常委会)(?<!投票)决定(?!性|因素|书|的|》)|(?:会议|方案|协议|通知|规定|意见|"
            r"办法)[^，。；]{0,4}(?:明确|规定)|采纳|一律(?:暂缓|收回|关停|取消)|挂牌督办",
        ),
        (
            "decided",
            2,
            r"(?:终止|撤销|(?<!航班)取消|暂缓|停止)(?!的|侵权的)|压减到|提高到|下调|上调|设立|定为",
        ),
        (
            "signed",
            3,
            r"签署(?:了)?|签订(?:了)?|签约(?!前|后|方|活动)|在[^，。；]{0,8}(?:协议|合同|文本)上签字|"
            r"代表双方签字|达成[^，。；]{0,16}(?:协议|合作|"
            r"共识|意向)|缔约",
        ),
        (
            "appointed",
            3,
            r"(?<!新)任命(?!人员|书)|免去|补选|增选|选举(?!法|权|委员会)|推选|聘任|"
            r"接受[^，。；]{2,20}(?:辞去|辞职)|"
            r"正式任职|当选",
        ),
        ("awarded", 3, r"表彰(?:了)?(?!名单|大会|会)|授予|颁发[^，。；]{0,12}(?:奖|证书|牌匾)"),
        (
            "announced",
            2,
            r"宣布(?!会|散|开工|开幕|开馆|启用|开赛|闭幕)|启动(?!的|仪式|以来)|出台|印发|发布(?:了)?[^，。；]{0,30}(?:办法|条例|规定|方案|"
            r"预案|倡议|宣言|指南|行动计划|公报|声明)(?=[》，。；]|$)|开展为期|开展[^，。；]{0,8}(?:行动|"
            r"整治|排查)|拨款|拨付|(?<!总)投资\d|"
            r"安排[^，。；]{0,14}\d|罚款|警告(?!函|信|牌)|立案(?![\d了]*[\d件])|处分",
        ),
        (
            "announced",
            2,
            r"拟(?=向|以|于|投|不|出|每|派)|(?<![他她])将(?=为|向|投资|提供|建设|新建|开通|实行|启动|派出|于)|"
            r"将(?=[^，。；]{0,10}(?:组建|设立|出资|共建|落户|推出|推行|发放|安排|实施|推广|新增|减免|开放|"
            r"招录|引进|组织))|"
            r"(?:会议|大会|方案|规划|倡议|意见|办法|实施细则)[^，。；]{0,4}提出|"
            r"完成[^，。；]{0,12}交易|丧事从简|遗体告别|承诺",
        ),
        (
            "announced",
            2,
            r"(?:即日|今|明|\d日|\d时|\d月|年)起(?!降|点|诉|义|草)|停课|调拨|提升至|响应由|下调至|"
            r"上调至|延长至|增至\d|减至\d|交换[^，。；]{0,6}(?:战俘|文本)|后撤|停火|资助|捐献|捐出|"
            r"承担[^，。；]{0,6}责任|赔偿[^，。；]{0,6}\d",
        ),
        (
            "appointed",
            3,
            r"的[^，。；]{4,40}职务$|^[\u4e00-\u9fff·]{2,8}为[^，。；]{4,40}(?:长|主任|书记|委员|"
            r"主席|员|理|事|裁|代表|顾问)$",
        ),
        # The points of a speech: "一要…。二要…。"
        (
            "required",
            2,
            r"^(?:[一二三四五六七八九]要|[一二三四五六七八九]是要|(?:一|另一)方面要|特别是要|"
            r"第[一二三四五]，要?)",
        ),
        (
            "required",
            2,
            r"(?:会议|大会|[一-龥]{2,4})(?:还|并)?(?:要求|强调|指出|提出(?![^，。；]{0,6}要求|不同|质疑|"
            r"疑问|反对|建议|问题|"
            r"申请|辞|异议))",
        ),
        (
            "required",
            1,
            r"(?:^|[，。；：])(?:[一二三四五六七八九]要|要|必须|严禁|不得|各[^，。；]{1,12}要)|从严|"
            r"确保|务必|一方面要|另一方面要",
        ),
    ),
    "en": (
        (
            "approved",
            3,
            r"\b(?:approv|ratif|authori[sz]|endors|back(?=ed)|adopt|pass(?=ed (?:a|an|the)))\w*|"
            r"(?<!\ba )(?<!\bthe )\bvoted? (?:[\d\w-]+ )?(?:.{0,50}\b)?to\b|"
            r"\bagreed (?:[\w-]+ ){0,4}?to\b|\bextended\b",
        ),
        (
            "decided",
            3,
            r"\b(?:reject|vot\w+ down|overturn|void|struck down|acquitt|convict|sentenc|fin(?=ed the|"
            r"ed))\w*|(?<!been )(?<!was )(?<!were )"
            r"(?<!survey )(?<!study )(?<!poll )\bfound\b|\b(?:ruled|ruling|ordered|dismissed|"
            r"upheld|decided|convicted|"
            r"guilty)\b|"
            # when orders for granite fell: goods asked for, no command
            r"(?<!when )(?<!new )(?<!of )(?<!executive )\borders\b"
            r"(?! (?:for|from|worth|of|in|on|at|rose|fell|were|are|placed)\b)|\bleft its\b|\blower\w* its\b",
        ),
        (
            "decided",
            2,
            r"\b(?:tabled|put off|postponed|deferred|suspend\w*|scrapp\w*|halt\w*|shelv\w*|end(?:ed|"
            r"ing)? (?:merger )?talks|(?<!\ba )(?<!\bthe )failed|leaves in place)\b",
        ),
        ("signed", 3, r"\b(?:signed|signing)\b(?! up\b| in\b| off\b| on as\b)"),
        (
            "appointed",
            3,
            r"\b(?:appoint|elect|re-elect|nam(?=ed .{3,60} (?:as|to)\b)|hir(?=ed)|nominat|promot)\w*",
        ),
        ("awarded", 3, r"\b(?:award\w*|honou?red)\b"),
        (
            "announced",
            2,
            r"\b(?:declar|announc|unveil|allocat|pledg|introduc|launch|recall)\w*|\bwould (?:raise|"
            r"cut|pay|build|close|buy|sell|give up|slow|fit|hire|be put|resume|open|end|start)\b",
        ),
        (
            "announced",
            2,
            r"\bwill (?:pay|resume|cut|raise|close|build|buy|sell|open|start|end|invest|be required|"
            r"have to|hire|fund|spend|begin|lift|drop|suspend|reduce|increase|provide|create|establish|"
            r"ban|expand|reopen|"
            r"replace|remove|return|release|host|shut|stop|cancel|extend|merge|lay off|install|relocate|"
            r"charge)\b|\bplans? to\b|\bgave up\b",
        ),
        ("required", 2, r"\b(?:require|demand|instruct|direct(?=ed))\w*|\bmust\b"),
    ),
}
# Bodies that decide, and the verb that goes with them: the clause must begin so.
DECIDERS: dict[Language, str] = {
    "zh": r"(?P<who>(?:会议|大会|全会|[\u4e00-\u9fff]{0,24}?(?:常务会议|常委会会议|常委会|代表大会|"
    "股东大会|股东会|董事会|理事会|"
    r"监事会|委员会|指挥部|防指|法院|市政府|省政府|县政府|区政府|人民政府|国务院|管委会|党组|协会)))"
    r"(?:昨日|昨天|今天|当天|日前|近日|经|依法|当庭|一致|投票|表决|研究|审议|举手|票决|还|并|原则|同时|"
    r"当场|一审|二审|终审|，){0,4}"
    r"(?:决定|通过|同意|批准|宣布|要求|明确|判决|裁定|议定|商定|审定|确定|任命|驳回|否决|指出|强调|提出|"
    r"认定|启动|印发|出台)",
    "en": r"(?:The |A |An )?(?P<who>(?:[A-Z][\w.’'&-]* ){0,6}(?:[Cc]ity |[Tt]own |[Cc]ounty |[Ss]chool |"
    "[Hh]igh |[Aa]ppeals |"
    r"[Ff]ederal |[Pp]lanning |[Cc]entral )?(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Cc]ourt|[Jj]ury|"
    r"[Cc]ommission|[Pp]anel|"
    r"[Cc]oroner|[Jj]udge|[Ss]enate|[Ll]egislature|[Pp]arliament|[Bb]ank|[Ss]hareholders|[Dd]irectors|"
    r"[Tt]rustees)"
    r"(?: of (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4})?)"
    r"(?: also| unanimously| narrowly| then| later| on \w+day| \w+day| had| has| early| late){0,3} "
    r"(?:voted|approved|agreed|rejected|decided|ordered|ruled|adopted|authori[sz]ed|named|elected|"
    r"appointed|announced|"
    r"signed|passed|postponed|tabled|awarded|convicted|fined|upheld|overturned|dismissed|endorsed|"
    r"ratified|hired|left its)\b",
}
_DAY = r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:[0-9]{1,2}时)?|[0-9]{1,2}日(?:[零0-9]{1,2}时)?)"
_YEAR = "(?:[12][0-9]{3}年|明年|今年|后年|当年)"
_MONTH = (
    r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?|May|March|April|June|July)"
    r"(?: \d{1,2}\b)?(?:,? \d{4}\b)?"
)
# Limits of time: until when, from when on, within what span.
DEADLINES: dict[Language, str] = {
    "zh": rf"(?P<when>{_YEAR}?{_DAY}(?:底|末|中旬|上旬|下旬)?(?:之|以)?前|{_YEAR}?年?底(?:之|以)?前|"
    "{_YEAR}?[上下]半年前|"
    rf"(?:自|从){_YEAR}?{_DAY}(?:[零0-9]{{1,2}}时)?起|即日起|"
    r"(?<![未来过去近这])(?:自[^，。；]{0,8})?(?:[0-9]{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:工作日|"
    r"年|月|天|日|小时)(?:之|以)?内(?!检查|"
    r"发生|先后|累计|曾|已))",
    "en": rf"\b(?P<when>(?:by|from|until|starting|beginning|effective|before|through) (?:the end of |"
    "early |late |mid-)?"
    rf"(?:{_MONTH}|20\d\d|next (?:year|month|week)|(?:this|the) (?:year|month|week)|year-end)|"
    r"within (?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:hours|days|weeks|months|"
    r"years))(?![\w-])",
}
# Words with which a speech goes over from telling to demanding.
DIRECTIVES: dict[Language, str] = {
    "zh": "要|必须|应当?|须|坚持|不得|严禁|确保|加强|推进|推动|加快|落实|做好|抓好|聚焦|切实|持续|全面|"
    "进一步|强化|突出|力争|"
    "务必|着力|深化|防止|完善|严格|围绕|努力|把|全力|统筹|注重|防范|树立|开展|绝不|决不|杜绝|不能|让|争取|支持",
    "en": "",
}
# A vote alone, and since when it holds: parts of the decision beside them.
VOTE_ONLY: dict[Language, str] = {
    "zh": r"(?:以)?[0-9]{1,5}票(?:同意|赞成)(?:、[0-9]{1,5}票(?:反对|弃权))*[，、]?$",
    "en": r"$^",
}
SINCE_WHEN: dict[Language, str] = {
    "zh": r"(?:将?[自从]|本?(?:条例|办法|规定)自?)?[^，。；]{0,16}起(?:正式)?(?:施行|实施|执行|生效)[。；，]?$",
    "en": r"(?:effective|starting|beginning|to take effect) [^,.;]{3,30}[,.;]?$",
}
# A signing told as a ceremony, or by who held the pen: worth saying only where nothing says what was signed.
CEREMONY: dict[Language, str] = {
    "zh": r"(?:签约|签署|签字)仪式|代表双方(?:签|在)|分别签|上签字",
    "en": r"\bsigned by\b|signing ceremony",
}
# Told of what others did, or before: no decision of this article.
NOT_DECIDED: dict[Language, str] = {
    "zh": r"怎么|提出[^，。；]{0,8}要求[，。；：]?$|见证|揭晓|出席[^，。；]{0,12}仪式|宣读|(?:额|总值|产值|"
    "总量|收入|利润|"
    "人数)[^，。；]{0,16}(?:增至|提高到|减至|"
    r"下调至|升至)|尚需|以来|据悉|此前|曾经|曾|当时|批准后|建议|呼吁|希望|质疑|如果|受访者|预计影响|有望",
    "en": r"\blast year\b|\ba year (?:ago|earlier)\b|\bif\b|\bhad urged\b|\bshould\b|\bformer\b|"
    "\bforecast\b|\bhave given\b|\bgave evidence\b|\breturn majority\b",
}
