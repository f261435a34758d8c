"""How the running text of an article opens: lead-ins, datelines, the heads of wire stories."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.form import AGENCY_NAME, MONTH, NAME, NAMES, PAPER, WEEKDAY, WHO, marks

# （法新社维也纳八日电）
_BRACKETED = (
    rf"[(（【](?:{AGENCY_NAME}|[\u4e00-\u9fff]社)[\u4e00-\u9fff]{{0,10}} ?(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}}) ?月 ?)?"
    r"(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?日(?:专?电|讯)[)）】]"
)
BRACKETED_WIRE = re.compile(_BRACKETED)
_ZH = [
    ("lead.desk", 5.0, r"[\u4e00-\u9fff]{1,5}[报刊网台社]讯(?=[ (（\u4e00-\u9fff0-9]|$)"),
    ("lead.desk", 5.0, r"[\u4e00-\u9fff]{1,5}讯 ?[(（](?=本报|记者|通讯员|首席|见习|实习|全媒体)"),
    ("lead.desk", 5.0, r"【[^【】\n]{0,12}(?:讯|电|消息|报道)】"),
    # 【环球时报驻韩国特约记者王伟】, 【环球网报道 实习记者王馨仪】
    (
        "lead.desk",
        4.5,
        r"【(?!记者(?:手记|观察|调查|札记|来信|视线)】)[^【】\n]{0,16}(?:记者|报道 )[^【】\n]{2,20}】",
    ),
    # 本报上海电
    ("lead.desk", 4.0, r"本报[\u4e00-\u9fff]{2,6}(?:专?电|讯)(?=[ (（])"),
    ("lead.desk", 4.5, r"本[报刊台网](?:综合)?(?:消息|专讯|专电|特稿)(?=[ (（])"),
    ("lead.run_in", 2.5, r"【[^【】\n]{2,10}】 ?(?=[^\s])"),
    (
        "lead.desk",
        5.0,
        rf"{PAPER}(?:[\u4e00-\u9fff]{{2,8}}?)? ?(?:\d{{1,2}} ?月 ?)?\d{{1,2}} ?日(?:电|讯|专电)",
    ),
    (
        "lead.wire",
        5.0,
        rf"据?{AGENCY_NAME}[\u4e00-\u9fff]{{0,10}} ?\d{{1,2}} ?月 ?\d{{1,2}} ?日(?:专?电|消息|报道|讯)",
    ),
    ("lead.wire", 4.0, rf"据?{AGENCY_NAME}[\u4e00-\u9fff]{{0,10}} ?(?:\d{{1,2}} ?日)?(?:专?电|讯)(?=[ (（])"),
    # 经济日报-中国经济网北京7月20日讯, 中青在线天津3月26日电, 红网时刻长沙3月3日讯
    (
        "lead.wire",
        5.0,
        r"(?:[\u4e00-\u9fff]{2,8}报[-—·])?[\u4e00-\u9fff]{2,6}(?:在线|网|时刻|财经|客户端)[\u4e00-\u9fff]{0,8} ?"
        r"\d{1,2} ?月 ?\d{1,2} ?日(?:专?电|消息|讯)",
    ),
    # 央视网消息（新闻联播）：, 新浪财经讯 3月1日消息
    (
        "lead.wire",
        4.0,
        rf"{AGENCY_NAME}消息(?=[ （(：:])|[\u4e00-\u9fff]{{1,6}}(?:财经|在线|新闻|体育|科技)讯(?=[ (（\d])",
    ),
    ("lead.wire", 2.5, rf"据{AGENCY_NAME}\d{{0,2}}日?(?:消息|报道|电)"),
    (
        "lead.wire",
        3.0,
        r"据[\u4e00-\u9fff]{0,8}《[^《》\n]{2,20}》[^，。 \n]{0,8}(?:报道|消息|刊文|载文|(?= ))",
    ),
    ("lead.wire", 5.0, _BRACKETED),
    ("lead.reporter", 4.0, rf"[(（]?(?:{PAPER})?{WHO} ?{NAMES} ?(?:报道|[)）])"),
    ("lead.source", 2.5, rf"(?:本报)?记者(?:{NAME}?)?(?:昨日|昨天|近日|日前|今天|今日|\d{{1,2}}日)?从"),
    ("lead.source", 2.0, r"据(?:[\u4e00-\u9fff]{0,6}媒体)?报道，"),
    (
        "lead.day",
        1.2,
        r"(?:近日|日前|昨日|昨天|昨晚|昨(?:天)?[上下]午|今日|今天|连日来|最近|近期|前不久|(?:\d{1,2}月)?\d{1,2}日)[，,上下晚\u4e00-\u9fff]",
    ),
    # （2026年5月14日市第七届人民代表大会常务委员会第三十八次会议通过）
    (
        "lead.record",
        4.0,
        r"[(（]\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日 ?[^，。)）\n]{2,40}(?:人民代表大会|常务委员会|会议|大会|全会)(?=[^，。)）\n]{0,30}(?:[)）]|$))",
    ),
    (
        "lead.letter",
        3.0,
        r"(?:编辑同志|编辑先生|[\u4e00-\u9fff]{2,4}编辑)\s?[:：,，.—–-]"
        r"|[\u4e00-\u9fff]{0,8}(?:编辑|老师|同志|先生|女士|叔叔|阿姨|朋友|领导|局长|市长|县长|主任)(?:们|部)?(?:您好|你好)?[:：]$",
    ),
]
# Players with their marks or times, as they stand below the report on a match.
_TEAM = r"(?:[A-Z][\w'’-]{1,16}(?: \d{1,2})?(?: \([^()\n]{1,24}\))?[,;] ){3}"
_IN_CAPITALS = (
    r"(?:[A-Z]{8,16}|(?:THE|AN|IN|ON|AT|FOR|FROM|AS|IF|BY|WHEN|WHILE|AFTER|BEFORE|THIS|THAT|THESE|THERE|THEY|SHE|HE|WE|WITH"
    r"|SOME|MORE|ALL|HOW|WHAT|WHY|EVERY|SINCE|IT)(?:['’][A-Z]{1,2})?(?: (?:US|UK|EU|UN))?"
    # A CARER who helped herself; I REFER to your report
    r"|(?:A|I) (?!UNESCO|UNICEF|NASA|NATO|ASEAN|OPEC)[A-Z]{4,14}) {1,3}(?=[a-z])"
)
IN_CAPITALS = re.compile(_IN_CAPITALS)
_EN = [
    # … but for the row of a team: ROVERS: Pascoe 6, Lunn 7, Dyson 4,
    (
        "lead.run_in",
        2.5,
        rf"[A-Z][A-Z0-9'’&-]+(?: [A-Z0-9'’&-]+){{1,7}}: (?=[A-Z“\"])(?!{_TEAM})",
    ),
    (
        "lead.city",
        4.5,
        r"[A-Z][A-Z.'’-]+(?:[ ,/]{1,2}(?:[A-Z][A-Z.'’-]+|of|the|[A-Z][a-z]{1,9}\.?|\d{1,2}\.?)){0,6}"
        r"(?: ?\([^()\n]{2,30}\))?(?:\s?[—–]{1,2}|\s?--(?=[ A-Z])|(?:\s|(?<=\)))-(?=[ A-Z]))",
    ),
    (
        "lead.city",
        3.0,
        r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]{1,12}){0,2}(?: ?\([A-Z][^()\n]{1,30}\))"
        r"\s?(?:[—–]{1,2}|--?(?=[ A-Z]))",
    ),
    ("lead.city", 2.0, r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]{1,12}){0,2} ?[—–]{1,2} ?[A-Z]"),
    # KINSHASA (AFP) Rescuers took four days; GENEVA (Agency): The
    (
        "lead.city",
        4.5,
        r"[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{2,20}){0,3}(?:, [A-Z][\w .]{2,20})? \((?:(?:AFP|AP|Reuters|UPI|PA|[A-Z][a-z]+ [A-Z][a-z]+|[A-Z]{2,4})\):?|[A-Z][A-Za-z ]{2,24}\):) (?=[A-Z“\"])",
    ),
    # DUBAI, United Arab Emirates, Feb 6, (AP): ; Taipei, Feb. 19 (CNA) The ; OTTAWA (CP) _ Political
    (
        "lead.city",
        4.5,
        rf"[A-Z][A-Za-z.'’-]{{2,20}}(?:,? [A-Z][A-Za-z.'’-]{{1,14}}){{0,4}}, {MONTH} {{1,2}}\d{{1,2}},? {{0,2}}\([A-Z][A-Za-z' ]{{1,20}}\) ?(?:[—–_:-]{{1,2}} ?)?(?=[A-Z“\"])"
        r"|[A-Z][A-Z.'’-]{2,20}(?: [A-Z][A-Z.'’-]{2,20}){0,2} \([A-Z]{2,4}\) ?_ ?(?=[A-Z“\"])",
    ),
    # WASHINGTON, April 9 Yugoslavia will tender: a dash was lost; VEVEY, Switzerland, March 20 -
    (
        "lead.city",
        4.5,
        rf"[A-Z][A-Z.'’-]{{2,20}}(?: [A-Z][A-Z.'’-]{{2,20}}){{0,2}},(?: [A-Z][A-Za-z. ]{{1,20}},)? (?i:{MONTH}) {{1,2}}\d{{1,2}},?(?: ?[—–-]{{1,2}}(?= |$)| (?=[A-Z“\"‘<]))",
    ),
    # Kothapeta, February 23: As many as 46 students; NAGARKATTE, Feb. 19: Guests
    (
        "lead.city",
        4.5,
        rf"(?!{WEEKDAY}\b)[A-Z][A-Za-z.'’-]{{2,20}}(?<!ed)(?: [A-Z][A-Za-z.'’-]{{2,20}}){{0,2}}, (?i:{MONTH})\.? \d{{1,2}}: (?=[A-Z“\"])",
    ),
    ("lead.city", 4.0, r"\((?:[A-Z]{2,6}|Reuters?|Bloomberg|Xinhua)\) ?[—–-]{1,2} ?(?=[A-Z“\"])"),
    (
        "lead.city",
        3.0,
        rf"(?=[^\n]{{48}})[A-Z]{{4,14}}: (?=[A-Z“\"][a-z]* ?[a-z])(?!{_TEAM})",
    ),  # BEIJING: In what is seen as
    (
        "lead.caps",
        3.0,
        r"[A-Z][A-Z'’&.-]+(?: (?:&|A|[A-Z][A-Z'’&.-]+)){1,5}(?:[,:]? [a-z]|\. (?=[A-Z][a-z]))",
    ),
    # PROPOSALS to give judges; THE advertising industry: longer than an acronym, or a word that no name begins with
    ("lead.caps", 2.0, _IN_CAPITALS),
    (
        "lead.letter",
        4.0,
        r"(?:To the Editor|Sir|Dear (?:Sir|Editor|Madam)[^\n]{0,12})\s?[:：,，.—–-]",
    ),
]
LEADS = marks(_ZH, _EN)

# Where and when a text was written, at its head: "本报讯", "新华社北京2月27日电", "LONDON (Reuters)", "PARIS, Dec. 29".
DATELINE = re.compile(
    r"([\u4e00-\u9fff]{1,5}[报刊网台社]讯|(?:据)?[\u4e00-\u9fff]{2,14} ?(?:\d{1,2} ?月)? ?\d{1,2} ?日(?:专?电|讯)"
    r"|[A-Z][A-Z.'’-]+(?:[ ,/]{1,2}(?:[A-Z][A-Z.'’-]+|of|the|[A-Z][a-z]{1,9}\.?|\d{1,2}\.?)){0,6}(?: ?\([^()\n]{2,30}\))?"
    r"(?=\s?(?:[—–]|--|- )))"
)
# An English dateline that surely is one, city in capitals, wherever it begins a line: HONOLULU, Hawaii (AP) - The
WHERE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{3,}(?: {1,2}[A-Z][A-Z.'’-]+){0,3}(?:,(?: {1,2}[A-Z][\w.]+){1,2})?(?: {1,2}\d{1,2})?(?: {0,2}\([^()\n]{2,30}\))?"
    r"|\((?:AP|AFP|UPI|PA|Reuters?|Bloomberg)\))(?: {0,2}[—–]{1,2}| {1,2}--?|(?<=\)) ?--?) {0,2}(?:$|[A-Z“\"])"
)
# The agency that a wire story's first words name.
WIRE = re.compile(
    rf"(据?{AGENCY_NAME})(?=[^。，]{{0,16}}?(?:电|消息|报道|讯))|[A-Z][A-Z .,'’-]{{2,40}}\((Reuters|AP|AFP|UPI|Bloomberg)\)"
)
# The byline inside a lead-in.
LEAD_BYLINE = re.compile(
    rf"^(?:.{{0,30}}?[(（] ?((?:{PAPER} ?)?{WHO}[^()（）\n]{{2,40}}?) ?[)）]"
    # 中新网河城7月10日电 (柳青 陆青山)
    rf"|[^()（）。，\n]{{1,26}}(?:日(?:专?电|讯)|[报刊台网社]讯) ?[(（] ?((?!完|资料|来源|综合|编译){NAMES}(?:{NAME})?) ?[)）])"
)
