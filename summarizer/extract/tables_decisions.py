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
            r"董事会|大会|双方|市政府)[^，。；]{0,6}同意)",
        ),
        (
            "approved",
            2,
            r"(?<![不若如])通过(?:了)?(?=关于|《|[^，。；]{2,24}(?:方案|办法|条例|决议|预案|议案|"
            r"名单|规划|意见|决定))|同意(?!率|后|书|的)",
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
            r"(?<!常委会)决定(?!性|因素|书|的)|(?:会议|方案|协议|通知|规定|意见|"
            r"办法)[^，。；]{0,4}(?:明确|规定)|采纳|一律(?:暂缓|收回|关停|取消)|挂牌督办",
        ),
        ("decided", 2, r"(?:终止|撤销|取消|暂缓|停止)(?!的)|压减到|提高到|下调|上调|设立|定为"),
        ("signed", 3, r"签署(?:了)?|签订(?:了)?|签约|达成[^，。；]{0,16}(?:协议|合作|共识|意向)|缔约"),
        (
            "appointed",
            3,
            r"任命|免去|补选|增选|选举(?!法|权|委员会)|推选|聘任|接受[^，。；]{2,20}(?:辞去|辞职)|"
            r"正式任职|当选",
        ),
        ("awarded", 3, r"表彰(?:了)?(?!名单|大会|会)|授予|颁发[^，。；]{0,12}(?:奖|证书|牌匾)"),
        (
            "announced",
            2,
            r"宣布(?!会|散)|启动(?!的|仪式|以来)|出台|印发|发布[^，。；]{0,10}(?:办法|条例|规定|方案|"
            r"预案)|开展为期|开展[^，。；]{0,8}(?:行动|整治|排查)|拨款|拨付|投资\d|"
            r"安排[^，。；]{0,14}\d|罚款|警告|立案|处分",
        ),
        (
            "announced",
            2,
            r"拟(?=向|以|于|投|不|出|每|派)|将(?=为|向|投资|提供|建设|新建|开通|实行|启动|派出|于)|"
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
            r"^(?:[一二三四五六七八九]要|[一二三四五六七八九]是要|(?:一|另一)方面要|特别是要|第[一二三四五]，要?)",
        ),
        ("required", 2, r"(?:会议|大会|[一-龥]{2,4})(?:还|并)?(?:要求|强调|指出|提出)"),
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
            r"\bvoted? (?:[\d\w-]+ )?(?:.{0,50}\b)?to\b|\bagreed to\b|\bextended\b",
        ),
        (
            "decided",
            3,
            r"\b(?:reject|vot\w+ down|overturn|void|struck down|acquitt|convict|sentenc|fin(?=ed the|"
            r"ed))\w*|\b(?:found|ruled|ruling|ordered|orders|dismissed|upheld|decided|convicted|"
            r"guilty)\b|\bleft its\b|\blower\w* its\b",
        ),
        (
            "decided",
            2,
            r"\b(?:tabled|put off|postponed|deferred|suspend\w*|scrapp\w*|halt\w*|shelv\w*|end(?:ed|"
            r"ing)? (?:merger )?talks|failed|leaves in place)\b",
        ),
        ("signed", 3, r"\b(?:signed|signing)\b"),
        ("appointed", 3, r"\b(?:appoint|elect|re-elect|nam(?=ed .{3,40} as)|hir(?=ed)|nominat|promot)\w*"),
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
            r"have to|hire|fund|spend|begin)\b|\bplans? to\b|\bgave up\b",
        ),
        ("required", 2, r"\b(?:require|demand|instruct|direct(?=ed))\w*|\bmust\b"),
    ),
}
# Told of what others did, or before: no decision of this article.
NOT_DECIDED: dict[Language, str] = {
    "zh": r"尚需|以来|据悉|此前|曾经|曾|当时|批准后|建议|呼吁|希望|质疑|如果|受访者|预计影响|有望",
    "en": r"\blast year\b|\ba year (?:ago|earlier)\b|\bif\b|\bhad urged\b|\bshould\b|\bformer\b|"
    "\bforecast\b|\bhave given\b|\bgave evidence\b|\breturn majority\b",
}
