"""Marks inside and around running text: subheads, bullets, items of a list, the signature of a notice."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

# The authority under a notice, and the date that follows it.
SIGNATURE = re.compile(
    r"[\u4e00-\u9fff（）]{3,30}(?:政府|委员会|局|厅|部|院|会|公司|办公室|中心|处|站|社|队|校|学|所|行)$"
)
DATED = re.compile(
    r"(?:(?:\d{4}|[二〇○零一二三四五六七八九]{4}) ?年)? ?[\d一二三四五六七八九十]{1,2} ?月 ?[\d一二三四五六七八九十]{1,3} ?日$"
)
SUBHEAD = re.compile(
    r"(?:#{2,6} |[一二三四五六七八九十]{1,3}[、.]|[(（][一二三四五六七八九十]{1,3}[)）]|[■◆●▲★◎▍▌] ?"
    # the parts of a case, a rumour, a feature
    r"|[【\[]?(?:案情|案例|审理|裁决|处理|判决|裁判|裁判结果|说法|释法|法官说法|律师说法|评析|点评|提醒|警方提醒|背景|链接|回复|答复|调查|现场|观点|声音|原理|验证|结论|建议|解读|分析|延伸|名词解释|新闻链接|新闻背景|相关链接|相关新闻|延伸阅读)[】\]]?$"
    # the crossheads that English features and reports share
    r"|(?i:What (?:happens|comes|is) next|What['’]s next|What to (?:look (?:out )?for|watch|know)|What (?:it|this) means|Why it matters"
    r"|How it works|How they lined out|Key (?:dates|points|facts|numbers)"
    r"|The (?:background|numbers|verdict|bottom line))\??$)"
)
# Who speaks in an interview, or in a letter and its answer.
SPEAKER = re.compile(r"(?:本报记者|记者|主持人|问|答|[QA]\d{0,2}|Question|Answer)[:：]")
TITLE = re.compile(r"# ")
BULLET = re.compile(r"(?:[-*•·▪►※■] |\d{1,2}[.)、](?!\d) ?|[(（]\d{1,2}[)）]|[①-⑳])")
# An item of a roundup that begins with the name of a firm or a place, a blank behind it.
LABELLED = re.compile("[\u4e00-\u9fff·]{2,6}[ \u3000](?=[\u4e00-\u9fff0-9“《])")
ITEM = re.compile(r"[■◆●▲★◎□○◇△▪▶►☆]")
# Two teams and their points: MILLERS 5, ANGLERS 3.
RESULT = re.compile(
    r"([A-Z][A-Za-z.'’ ]{2,24}?) \d{1,3}(?:-\d{1,2})?(?:, | {1,4}| ?[-–] ?)"
    r"([A-Z][A-Za-z.'’ ]{2,24}?) \d{1,3}(?:-\d{1,2})?(?: \((?:OT|SO|AET|aet|[\d.]{1,4} overs)\))?$"
)
