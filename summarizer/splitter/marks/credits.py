"""Lines that end an article, and the signature at the end of a paragraph."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.bylines import SPACED_NAME
from summarizer.splitter.marks.form import HAN, NAMES, PAPER, WHO, marks

_TAKEN = "(?:据|均据|综合|摘自|选自|转自|译自|原载|来源|转载自|供稿)"  # where a text was taken from
_ZH = [
    (
        "credit.names",
        6.0,
        rf"[(（] ?(?:(?:{PAPER} ?)?{WHO})?[ :：]?{NAMES}(?: {WHO} ?{NAMES})? ?[)）]$|【 ?(?:{PAPER} ?)?{WHO}[ :：]?{NAMES} ?】$",
    ),
    # （记者杨柳青陆青山）: several names without a mark between
    (
        "credit.names",
        6.0,
        rf"[(（【] ?(?:{PAPER} ?)?{WHO}[ :：]?(?![将会已在对正就也还])[{HAN}]{{2,10}} ?[)）】]$",
    ),
    # □杨柳青
    (
        "credit.names",
        4.5,
        rf"[□◎]{{1,2}} ?(?:(?:{PAPER} ?)?{WHO} ?)?{NAMES}$|[■◆●]{{1,2}} ?(?:{PAPER} ?)?{WHO} ?{NAMES}$",
    ),
    (
        "credit.agency",
        6.0,
        r"[(（【] ?(?:据|综合|摘自|来源[:：]|本报综合|转自|原载)? ?[\u4e00-\u9fff《》\w]{1,20}(?:社|网|报|报道|电|消息|综合|客户端|台|整理|[》])[)）】]$",
    ),
    ("credit.agency", 6.0, rf"[(（【] ?{_TAKEN}[:：]? ?[^()（）。，\n]{{2,40}}[)）】]$"),
    # a wire story's agency below it, without brackets
    ("credit.agency", 4.5, r"据[\u4e00-\u9fff]{1,10}(?:社|台|网|电)$"),
    ("credit.agency", 5.0, rf"[(（] ?{_TAKEN}《[^《》\n]{{2,24}}》[^()（）\n]{{0,16}}[)）]$"),
    ("credit.agency", 5.0, r"[(（]本[版栏组报][^()（）。，\n]{0,20}(?:提供|电|报道|综合|整理|采写)[)）]$"),
    ("credit.names", 5.0, r"[(（][\u4e00-\u9fff]{2,16}(?: [\u4e00-\u9fff]{2,8}){1,2}[)）]$"),
    # 东湖新村 梅 洁: who wrote a letter, and where that reader lives
    ("credit.letter", 3.0, rf"[\u4e00-\u9fff]{{1,6}}(?:新村|小区|花园|社区|街道|苑|村|镇) {SPACED_NAME}"),
    ("credit.author", 5.0, r"[(（]?作者(?:系|为|是|单位[:：])[^()（）\n]{2,40}[)）]?$"),
]
_DESK = r"\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslat\w{2,4}) (?:by|from) (?=[A-Z])"
DESK = re.compile(_DESK)
_EN = [
    (
        "credit.agency",
        5.5,
        r"\((?!(?i:VIDEOS?|PHOTOS?|PICTURES?|POLL|WATCH|LIVE|OPINION|UPDATED?|GALLERY|GRAPHIC)\))(?:Reuters|AP|AFP|UPI|Bloomberg|PA|Agencies|[A-Z][\w.&'’/ -]{1,38})\)$",
    ),
    (
        "credit.dash",
        4.0,
        r"[—–-]{1,2} ?(?:Reuters|AP|AFP|UPI|Bloomberg|Agencies|(?:From )?[Ss]taff(?: (?:and|or) wire)? reports?|[A-Z][\w.'’]+(?: [A-ZÀ-Þ][\w.'’-]*){0,5}(?:, [A-Z][\w .'’-]{1,30})?)$",
    ),
    ("credit.letter", 4.0, r"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,3}, [A-Z][a-z]+(?: [A-Z][a-z]+){0,2}$"),
    (
        "credit.sign",
        1.5,
        r"(?:[A-Z][a-z'’-]+|[A-Z]\.|Mrs?\.|Dr\.) (?:[A-Z]\.? |de |van |von )?[A-Z][A-Za-z'’-]+(?:, [A-Z][\w .'’-]{2,30})?$",
    ),
    # Norman Fritsch, N8812 Ridge Road; R. J. Clewes (Cllr), Members' Room; Mrs. Ann Hatmaker, Route 2; G. M. Holt, Ely (abridged)
    (
        "credit.letter",
        2.5,
        r"(?:\(?(?:Mrs?|Ms|Miss|Dr|Rev)\.?\)? )?(?:(?:[A-Z]\.? ?){1,2}|[A-Z][\w'’-]+ (?:[A-Z]\. )?)[A-Z][\w'’-]+(?: \([^()\n]{2,40}\))?, (?:[A-Z]?\d{1,5} )?[A-Z][\w.'’-]+(?:[ ,]{1,2}(?:[A-Z][\w.'’-]+|\d{1,4}\b)){0,3}(?: \((?:abridged|by email|via email|name withheld)\))?$",
    ),
    ("credit.place", 0.5, r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?:, [A-Z][\w.]{1,12})?$"),
    (
        "credit.writer",
        2.5,
        r"(?:Contact|Reach|Email|E-mail|Follow) (?:[A-Z][\w.'’-]{1,20} ){2,3}(?:at|on|by) [^\n]{0,60}(?:@|\d{3}[-‑. ]\d|\.com\b|\.example\b)[^\n]{0,40}$|(?:[—–-]{1,2} ?)?(?:Submitted|Contributed) by [A-Z][^\n]{3,60}$|[—–-]{1,2} ?With (?:inputs?|files) from [^\n]{2,40}$|With (?:inputs?|files) from (?:[A-Z][\w.'’-]{1,16} ?){1,4}$|With (?:[A-Z][\w'’-]{2,16} ){1,2}[Ww]ires$|(?:Additional|With) reporting (?:by|from) [A-Z][^\n]{3,80}$"
        r"|[A-Z][\w.,'’ -]{3,80} contributed to this (?:report|article|story)\.?$"
        r"|[A-Z][\w.'’ -]{3,40} (?:is a (?:columnist|staff writer|syndicated|freelance)\b[\w ,.'’]{0,80}|can be reached at [^\n]{6,80})\.?$"
        r"|(?:The (?:writer|author) is|(?:[A-Z][^\n]{4,80}\. )?(?:Her|His|Their) column (?:appears|runs))\b[^\n]{4,80}$",
    ),
    # (Reporting by Ann Quill and Bo Karr; Editing by Lee Fenn)
    (
        "credit.desk",
        5.5,
        rf"{_DESK}[^()\n]{{3,240}}\)\.?$",
    ),
    ("credit.agency", 4.0, r"(?:\(?Compiled from|From) .{2,40} (?:reports|dispatches)\.?\)?$"),
]
CREDITS = marks(_ZH, _EN)

# The same at the end of a paragraph's last line.
SIGN_OFF = re.compile(
    rf"(?:[(（【] ?(?:(?:{PAPER} ?)?{WHO}[:： ]{{0,2}})?{NAMES}(?: ?(?:{PAPER})?{WHO} ?{NAMES}){{0,2}} ?[)）】]"
    rf"|[(（【] ?(?:据|综合|摘自|来源[:：]|转自)? ?[\u4e00-\u9fff《》]{{1,16}}(?:社|网|报|报道|电|消息|综合|台|整理)[)）】]"
    rf"|[(（] ?{_TAKEN}[:：]?《[^《》()（）\n]{{2,16}}》[^()（）。，\n]{{0,16}}[)）]"
    r"|\((?:Reuters|AP|AFP|UPI|Bloomberg|PA|Agencies|[A-Z][A-Za-z.&'’/]{1,16}(?: [A-Z][A-Za-z.&'’/]{1,16}){0,3})\)"
    r"|[—–] ?(?:Reuters|AP|AFP|UPI|Agencies|Bloomberg))$"
)
# What says of a bracket that it is a signature, wherever it stands.
SIGNED = re.compile(
    rf"{WHO}|[(（【] ?(?:据|综合|摘自|来源|转自)|社[)）】]$|Reuters|AFP|UPI|Bloomberg|Agenc|Press\b|Wire\b|News\b|Service\b|Staff\b"
)
# What makes a closing bracket a credit instead of a byline.
AGENCY = re.compile(
    r"据|综合|摘自|来源|转自|社[)）]?$|网[)）]?$|Reuters|AP\b|AFP|UPI|Bloomberg|Press|News|Service|Agenc|Wire|[Ss]taff|^\([A-Z]{2,5}\)$"
)
