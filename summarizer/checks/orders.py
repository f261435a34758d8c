"""How a text gives orders to the machine that reads it: what no newspaper says to its readers."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

_MACHINE_ZH = "(?:助手|机器人?|AI|人工智能|大?模型|程序|系统|摘要员|校对员)"
_MACHINE_EN = r"(?:ai|a\.i\.|machines?|computers?|assistants?|(?:language\s+)?models?|bots?|chatbots?|llms?|summari[sz]ers?)"

# As in `untrusted`: each pattern with the words without one of which it can't match, letters small.
ORDERS: tuple[tuple[str, str], ...] = (
    # What the answer is to say: a page may have a summary, but doesn't tell how to write it.
    (
        "摘要 概要",
        "(?:摘要|概要)(?:的)?(?:中|里|末尾|结尾|开头|最后|前面|后面)(?:只|请|必须|要|应|再|还|原样|一律){0,2}(?:写(?!道|明|有|着|到)|填|加|附|输出|夸|注明|插入)",
    ),
    (
        "摘要 总结",
        "(?:请|须|必须|务必|应|要|并|再)(?:把|将|在|于|给|用|以){0,2}[^。！？\n]{0,10}(?:摘要|总结)(?:中|里|末尾|结尾|开头|写|改|换|以|只|$)",
    ),
    (
        "摘要",
        "(?:把|将|在)(?:本文|全文|文章|这篇报道|报道|文中)?(?:的)?摘要(?:写成|改成|改为|换成|只写|里|中)",
    ),
    ("摘要", "摘要(?:只|一律|必须|应当?|要)写"),
    (
        "summar",
        r"\b(?:write|begin|end|start|append|add|put|insert|include|print|name|state|say|call|praise|mention|report)\b[^.!?\n]{0,50}\b(?:the|your|its|this|every)\s+(?:sentence\s+of\s+the\s+)?summar(?:y|ies)\b",
    ),
    (
        "summar",
        r"\bsummar(?:y|ies)\s+(?:must|should|shall|has\s+to|have\s+to)\s+(?:begin|end|start|name|say|state|contain|include|mention|call|read|be\s+written)\b",
    ),
    ("decision", r"\bdecisions\s+must\s+(?:contain|include|say|be\s+empty)\b"),
    (
        "attendees",
        r"\b(?:add|remove|append|list)\b[^.!?\n]{0,30}\b(?:to|from|as|among)\s+(?:the\s+)?(?:list\s+of\s+)?attendees\b",
    ),
    (
        "出席者 与会者 参加者",
        "(?:出席者|与会者|参加者|出席人员)(?:名单)?(?:末尾|开头|中|里|一律|全部|都)(?:加上|添加|增加|写|改为|改成|填)",
    ),
    (
        "figure number amount name",
        r"\b(?:leave|keep)\s+(?:out\s+)?(?:all|every|any|each)\s+(?:the\s+)?(?:figure|number|amount|name)s?\b",
    ),
    ("列出 写出 输出 提取 摘录", "(?:不要|不得|请勿|不准|禁止)(?:列出|写出|输出|提取|摘录)"),
    # Who is spoken to.
    (
        "助手 机器 ai 人工智能 模型 程序 系统 摘要员 校对员",
        f"(?:给|致|供|各位|告|处理本文的)(?:各位)?{_MACHINE_ZH}(?:们|读者|阅读者?)?(?:的话|的指令|阅读|注意)?(?:[：:】）)]|应忽略|须忽略)",
    ),
    (
        "机器 助手 模型 ai",
        "(?:机器|助手|模型|AI)(?:阅读者?|读者)?(?:请)?注意[：:]|(?:机器|模型|AI)(?:阅读[：:）】]|须知)",
    ),
    ("作为", "作为(?:一个|一名)?(?:AI|大?语言模型|大模型|人工智能助手|助手)，?(?:你|您)"),
    ("现在", "从现在(?:开始|起)，?(?:你|您)(?:就)?(?:是|要|必须|只)"),
    ("消息 指令 提示", "(?:系统|管理员|开发者)(?:消息|指令)[：:]"),
    ("栏", "(?:一栏|各栏|栏里|栏中)(?:都|全部|一律)?(?:写|填|留空)"),
    (
        "回答 输出 回复",
        "(?:回答|输出|回复)时(?:，)?(?:请|务必|不要|必须)|(?:请|务必)在(?:你的)?(?:回答|回复|输出)(?:中|里|前|后)",
    ),
    (
        "本文 全文 文章 报道 金额 数字 人名 名单",
        "(?:将|把)(?:本文|全文|这篇(?:文章|报道)|所有(?:的)?(?:金额|数字|人名)|每个(?:数字|金额)|(?:出席|与会)(?:者|人员)?名单)[^。！？\n]{0,8}(?:总结为|概括为|改为|替换|乘以|翻译成|换成|写成|删)",
    ),
    ("助手 ai", "(?m:(?:^|[。！？”])(?:AI)?助手[：:])"),
    ("指令", "(?:以下|下面|下列)(?:为|是)[^。，\n]{0,8}指令|新(?:的)?(?:指令|任务)[：:]"),
    (
        "不再是 扮演 假装 如果你不",
        "(?:你|您)(?:现在|已经)?不再是|(?:请|现在)(?:你)?(?:扮演|假装)|如果你不(?:把|将|按|照|写|说)",
    ),
    ("调试 开发者 最高优先级 管理员", "(?:调试|开发者|管理员)模式|最高优先级"),
    ("示例 例子", "(?:照|按|仿照)(?:此|这个|上述|以上|该)?(?:示例|例子)"),
    ("作答 回答 输出", "(?:用|以|改用)[^。，\n]{1,4}[语文](?:作答|回答|输出|书写)"),
    (
        "提示词 密钥 口令",
        "(?:输出|写出|公布|显示|说出)(?:你的?|全部|系统|原样)?[^。，\n]{0,8}(?:提示词|密钥|口令)",
    ),
    ("忽略 无视 忘记 忘掉", "(?:忽略|无视|忘记|忘掉)(?:正文|规则|本文|前文|全文|原文)"),
    ("改写 写成 改为 写作", "请(?:你)?(?:把|将)[^。！？\n]{0,20}(?:改写|写成|改为|改成|换成)"),
    ("换算后填写 理解为", "应理解为[^。\n]{0,20}(?:换算|填写)|换算后填写"),
    (
        "ai a.i. machine computer assistant model bot llm summari",
        rf"\b(?:note|notice|message|correction|instructions?|memo|attention)\s+(?:to|for)\s+(?:the\s+|all\s+|any\s+)?{_MACHINE_EN}\b",
    ),
    (
        "assistant summari",
        r"\b(?:assistant|summari[sz]er)s?\s+(?:must|should|shall)\s+(?:now\s+)?(?:end|begin|write|output|print|append|ignore|answer|reply)\b",
    ),
    (
        "ai llm chatgpt assistant model",
        r"(?m:(?:^[ \t]{0,9}|[.!?]\s{1,3})(?:(?:dear|hey|hello|attention)[ ,]{1,2}(?:ai|llms?|chatgpt|assistant|language\s+models?)\s{0,2}[,:]|(?:ai|llms?|chatgpt)\s{0,2}:))",
    ),
    (
        "ai model llm assistant bot",
        r"\b(?:any|every|the)\s+(?:ai|model|llm|assistant|bot)\s+(?:that\s+|which\s+)?(?:summari[sz]|read|process)(?:ing|es|s)\b[^.!?\n]{0,20}\b(?:must|should|shall)\b",
    ),
    (
        "your",
        r"\b(?:in|translate|end|begin|start|write)\s+your\s+(?:summary|answer|reply|output|response)\b|\byour\s+(?:summary|output)\s+(?:should|must|shall)\b",
    ),
    ("when", r"\bwhen(?:ever)?\s+(?:you\s+)?summari[sz](?:e|ing)\s+(?:this|the\s+(?:article|text|page))\b"),
    ("whoever whatever", r"\b(?:whoever|whatever)\s+(?:parses|summari[sz]es|processes)\s+(?:this|the)\b"),
    ("your", r"\byour\s+(?:instructions|prompt)\s+(?:have|has|are|is)\b"),
    ("摘要时 总结本文时 概括本文时", "(?:生成|撰写|写|做)摘要时|(?:总结|概括)本文时"),
    ("忘记", "忘记你的(?:身份|设定|任务|角色)"),
    ("读到 阅读", "(?:读到|阅读)(?:这段话|本文|这里|此处)的(?:AI|人工智能|大?模型|助手|机器)"),
    ("pretend", r"\bpretend\s+(?:that\s+)?you\s+are\b"),
    ("as a", r"\bas\s+an?\s+(?:(?:ai\s+)?language\s+model|ai)\b\s{0,2}(?:,|you\b|model\b|assistant\b)"),
    (
        "computer machine",
        r"\b(?:computer|machine|program)\s+(?:that|which)\s+(?:reads?|summari[sz]es)\s+this\b",
    ),
    (
        "answer reply respond write",
        r"\bfrom\s+(?:here|now|this\s+point)\s+on,?\s+(?:you|answer|reply|respond|write|speak)\b",
    ),
    ("reply respond answer", r"(?m:(?:^|[.!?]\s{1,3})(?:reply|respond|answer)\s+(?:only\s+)?(?:with|in)\b)"),
    ("you are now", r"\byou\s+are\s+now\s+(?!able|free|leaving|entering|in\b)"),
    ("note rule task", r"\b(?:system\s+note|new\s+task|(?:formatting|output)\s+(?:rule|requirement)s?)\s*:"),
    ("debug developer override", r"\bdebug\s+mode\b|\bauthori[sz]ed\s+developer\b|\boverride\s+code\b"),
    (
        "instructions key",
        r"\b(?:hidden|secret|system)\s+instructions\b|\b(?:print|reveal|output|show)\b[^.!?\n]{0,40}\bapi\s+keys?\b",
    ),
    ("article text", r"\b(?:ignore|forget|disregard)\s+the\s+(?:article|text|above|story)\b"),
    ("follow", r"\bfollow\s+(?:the|this)\s+example\s+and\b"),
    ("extracting summari", r"\bstop\s+(?:extracting|summari[sz]ing)\b"),
    ("follows", r"\b(?:whatever|everything|all\s+that)\s+follows\s+is\s+(?:fiction|false|a\s+test)\b"),
    ("end of", r"#{2,6}\s{0,3}end\s+of\s+(?:the\s+)?(?:article|text|document)\b"),
    ("正文 文章 全文", "[—\\-=#*]{2,9}(?:正文|文章|全文|原文)(?:结束|到此|完)"),
    # What only machines write.
    ("```", r"```[a-z]{0,12}"),
    ("{", r"\{\s{0,9}\"\w{1,30}\"\s{0,3}:"),
    # Letters of two alphabets in one word look like the word and aren't it.
    ("а е о р с у х і ѕ ј", r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"),
)
