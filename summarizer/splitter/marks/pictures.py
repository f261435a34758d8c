"""Captions: sentences with their photographer, and the photographer's line alone."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re

from summarizer.splitter.marks.form import NAME, NAMES, PAPER, TITLES, WHO, Row

# A photographer's line without a sentence of its own, or one behind a sentence.
_SHOT = (
    rf"(?:(?:{PAPER} ?)?(?:{WHO}|图/|摄影[:：/ ]|摄/)?[ /]?{NAMES} ?/? ?(?:摄|供图|摄影|文/图|图/文|图文)(?:/[\u4e00-\u9fff]{{2,10}}|[(（][\u4e00-\u9fff]{{2,8}}[)）])?"
    r"|新华社(?:记者)?.{0,10}摄|本[报報](?:摄影|攝影)[组組部]|[(（]?(?:本报)?[资資]料[照图]?片?|[(（]?(?:受访者|受访单位|采访对象|主办方|网络|警方|校方|视觉中国|[A-Z]{2,6}) ?供图)[)）。]?"
)
_ART = "[\u4e00-\u9fff]{0,4}(?:画|木刻|书法|摄影|剪纸|水彩|素描|雕塑|速写|篆刻|刺绣|陶艺)"
CAPTION_ZH: list[Row] = [
    (
        "caption",
        5.0,
        rf"(?=[^摄图影料\n]{{0,170}}+[摄图影料])(?!.{{0,40}}文并摄$|(?:{PAPER} ?)?(?:{WHO} ?)?{NAMES} ?(?:文/图|图/文|图文)$|[(（](?:本报)?(?:记者|通讯员).{{0,30}}文 ?/ ?[图摄] ?[)）]$)(?:.{{0,160}}[ 。！）])?{_SHOT}$",
    ),
    (
        "caption",
        5.0,
        r"图(?:据|/(?! ?文)|:|：|源[:：])[^，。\n]{2,24}[)）]?$|[(（]?(?:图片|照片|本图)(?:由[^，。\n]{2,24}提供|(?:来源|提供)?[:：/][^，。\n]{2,24})[)）]?$"
        r"|本[版组报文](?:图片|照片|组图|摄影)[^，。\n]{0,30}(?:摄|提供|资料|供图|摄影)[)）]?$|[(（]?新华社(?:发|照片|/[\u4e00-\u9fff]{2,4})(?:[ (（].{2,16})?[)）]?$",
    ),
    (
        "caption",
        4.5,
        rf"《[^《》\n]{{1,20}}》(?: ?[(（]{_ART}[)）](?: {NAME}(?: ?[作绘书画刻摄])?)?| ?[(（]?[\u4e00-\u9fff]{{0,6}}[)）]? ?{NAME} ?[作绘书画刻摄])$"
        rf"|(?:漫画|插图|插画|绘图|制图|题图|图表|摄影|绘画|题字|配图|供图|图片)[:：/ ]{{1,2}}(?:{PAPER} ?)?(?:{WHO} ?)?{NAMES}$",
    ),
    # （省地质调查院供图）; 韦小舟（右）庆祝进球
    ("caption", 4.0, r"(?:[^\n]{0,160}[。！） ])?[(（][\u4e00-\u9fff]{2,12}供图[)）]$"),
    (
        "caption",
        3.5,
        r"(?=[^(（\n]{2,24}+[(（])[^，。\n]{2,24}[(（](?:[前后]排)?[左右中前后](?:[一二三四五六]|起)?[)）][^\n]{2,60}$",
    ),
    (
        "caption",
        3.5,
        r"(?:图为|图[①②③④⑤⑥1-9][:：、 ]?|上图|下图|左图|右图|题图|[◄◀►↑↓←→]|[▲▼△▽] ?(?:图|本报|资料)).{2,200}$",
    ),
]
# Words that open a tabloid's caption, before the name of who is in the picture.
_TOLD = (
    "(?:[A-Z]{2,12}ED|TRAGIC|VICTIMS?|HERO|HEROINE|WINNERS?|GUILTY|PROUD|HAPPY|SMILING|SMILES|BRAVE|LOVED|LOST|MUM|DAD|STAR|KILLER|SUSPECT|GONE|SAFE|HOME|FURIOUS|TRIBUTE|GRIEF|VISIT|RIVALS?|TEAM"
    "|Tragic|Victim|Hero|Winner|Guilty|Proud|Happy|Smiling|Brave|Killer|Suspect|Furious|Missed|Jailed|Killed|Accused|Heartbroken|Delighted)"
)
_SOURCE = (
    "(?:Courtesy|Provided|Submitted|Contributed|File|Handout|Staff|Archive|Associated Press|AP|Stock|Library)"
)
# The photographer and the agency behind a picture: (SpaceX via AP) (Associated Press); [Photo/Agencies]
_CREDIT = (
    r"\([^()\n]{0,60}(?:/|\bvia |, )(?:AP|AFP|EPA|Associated Press|Reuters|Getty Images|Agencies|The [A-Z][a-z]+ [A-Z][a-z]+)\)"
    r"(?: ?\( ?/? ?Associated Press\))?|[(\[](?:[Pp]hoto|[Ii]mage|[Pp]icture)s?(?:/| by | courtesy | ?[:：])[^()\[\]\n]{1,40}[)\]]"
)
CAPTION_EN: list[Row] = [
    (
        "caption",
        5.0,
        # but for the byline of two: Words: Ann Quill  Photos: Bo Karr
        r"(?!(?:Words|WORDS|Story|STORY|Text|TEXT|Report)(?: by|:| BY) ?[A-Z])(?:.{0,240}\s)?(?:Photos?|PHOTOS?|Photograph|Pictures?|PICTURES?|Pics?|PICS?|Illustration|Cartoon|Graphic|Image|Staff photo|File photo)(?: ?(?:by|BY|courtesy|credit|:|/)).{1,50}$",
    ),
    (
        "caption",
        5.0,
        rf"(?:{_SOURCE}|{_SOURCE.upper()}) (?:[Pp]hoto|PHOTO|[Pp]hotograph|PHOTOGRAPH|[Ii]mage|[Pp]icture)s?(?:(?: by|/|,| of) ?.{{2,50}})?$"
        r"|(?:Photos?|PHOTOS?|Picture) (?:provided|submitted|contributed|supplied)(?: by .{2,50})?$|(?:Contributed|Submitted|Handout|Getty Images|HANDOUT|GETTY IMAGES)$",
    ),
    (
        "caption",
        4.5,
        rf"[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){{1,3}} FOR THE (?:[A-Z][A-Z'’-]+ ){{0,3}}(?:{TITLES.upper()})$",
    ),
    (
        "caption",
        4.0,
        r"(?=[^/|\n]{4,32}+[/|])(?=[^/| \n]+ [^/| \n]|[^\n]{0,32}/ ?(?:STAFF|PHOTO)\b|(?:Reuters|AP|AFP|Getty|Contributed|Submitted|Courtesy) ?/)[A-Z][A-Za-z.'’ -]{3,30} ?[/|] ?(?!Staff$|Columnist$|Correspondent$|Editor$)(?:The )?[A-Z][A-Za-z -]{2,30}$",
    ),
    # … struck out 13 Saturday. (Photo by Corey Stidham)
    (
        "caption",
        5.0,
        r"(?=[^(\n]{8,240}+\().{8,240}\((?:Photos?|PHOTOS?|Pictures?|Submitted|File photo)(?: by| courtesy(?: of)?|:)? ?[^()\n]{0,40}\)$",
    ),
    # … on Main Street. Reuters photo
    (
        "caption",
        4.5,
        rf"(?=[^Pp\n]*+(?:[Pp](?!hoto)[^Pp\n]*+)*+[Pp])(?=[^\n]{{10,240}}[Pp]hoto).{{10,220}}[.!?”] (?:{_SOURCE}|Reuters|AFP|Getty(?: Images)?|Bloomberg|[A-Z][\w'’-]{{2,16}}) (?:photo|Photo|photograph)$",
    ),
    # … on Main Street. (Sam Bell/Staff); (Sam Bell/Times-Ledger)
    (
        "caption",
        4.5,
        rf"(?:(?=[^(\n]{{8,240}}+\().{{8,240}})?\([A-Z][\w.'’-]{{1,20}}(?: [A-Z][\w.'’-]{{1,20}}){{1,2}} ?/ ?(?:Staff|STAFF|The [A-Z]\w+|AP|AFP|Reuters|(?:[A-Z][a-z]+[ -]){{0,3}}(?:{TITLES}))\)$",
    ),
    # (Mahmoud Illean, File/Associated Press)
    ("caption", 4.5, rf"(?:{_CREDIT})$"),
    # … at a stall yesterday. — Filepic
    (
        "caption",
        4.5,
        r"(?=[^—–\n-]{0,240}+[—–-])(?=[^\n]{10,240}[—–-] ?[A-Z]).{8,220}[.!?”] ?[—–-]{1,2} ?(?:File ?pic|File photo|Bernama|[A-Z]{2,12}pix|(?:Photos?|Pictures?|Pic|Pix) by [A-Z][^\n]{2,40})$",
    ),
    # First Keel CEO Robert Sandoz, left, and Claire Moss
    (
        "caption",
        3.5,
        r"(?=[^,\n]{6,120}+,)(?:[A-Z][^\n]{0,140} )?[A-Z][\w'’.-]{1,20} [A-Z][\w'’.-]{1,20}, (?:(?:far |second from |third from |at )?(?:left|right|center|centre)|in foreground)(?:,(?! (?:left|right)\b)| and\b|\.$|$)[^\n]{0,160}$",
    ),
    # …, Kevin. (Pioneer photo)
    (
        "caption",
        5.0,
        r"(?=[^(\n]{10,240}+\().{10,240}\((?:[A-Z][\w'’-]{1,20} ){1,4}(?:[Pp]hoto(?:graph)?|PHOTO|[Pp]icture)(?: by .{2,30})?\)$",
    ),
    # IN TUNE: Vadivel Kannar at work in his shed
    (
        "caption",
        3.0,
        r"[A-Z][A-Z '’-]{2,24}: [A-Z][\w.'’-]{1,20} [A-Z][\w.'’-]{1,20} (?:at|in|on|with|holds?|stands?|sits|works?|shows?|poses?|checks?|inspects?|walks?) [^\n]{4,160}\.$",
    ),
    # MARC LEDUC PHOTO; two words of a headline may look alike, so it weighs less
    ("caption", 2.5, r"[A-Z][A-Z'’-]{2,20} (?:[A-Z]\. )?[A-Z][A-Z'’-]{2,20} PHOTO$"),
    # Crews at the scene. OMAR SAND/STAFF PHOTO; The hall on Monday. — Mirror photo
    (
        "caption",
        4.0,
        r"(?:(?=[^.!?”\n]{8,240}+[.!?”])[^\n]{8,240}[.!?”] )?[A-Z][A-Z'’-]{1,20} (?:[A-Z]\. )?[A-Z][A-Z'’-]{2,20} ?/ ?(?:[A-Z]{2,16} ){0,2}(?:STAFF|PHOTO|STAFF PHOTO)$"
        rf"|(?=[^—–\n]{{8,240}}+[—–])[^\n]{{8,240}}[.!?”] [—–] ?(?:(?:The )?(?:[A-Z][\w'’-]+ ){{0,2}}(?:{TITLES})|Contributed|Submitted|Staff|Courtesy) photo$",
    ),
    # | OMAR SAND, STAFF PHOTOGRAPHER
    (
        "caption",
        5.0,
        r"(?:(?=[^|/\n]{0,242}+[|/]).{0,240}[.!?”] ?[|/] ?)?[A-Z][\w'’-]{1,20}(?: [A-Z]\.)? [A-Z][\w'’-]{1,20}, (?:(?:STAFF|CHIEF|CONTRIBUTING) PHOTOGRAPHER|(?:[Ss]taff|[Cc]hief|[Cc]ontributing) [Pp]hotographer)$",
    ),
    (
        "caption",
        4.0,
        r"(?:Special to|SPECIAL TO|For|FOR) (?:the |The |THE )?[A-Z][\w' -]{2,30} ?/ ?[A-Z][A-Za-z.' -]{3,30}$",
    ),
    (
        "caption",
        4.0,
        rf"{_TOLD}(?: [A-Z]{{2,10}})?(?:: | ?\. ?\. ?\. ?)(?:[A-Za-z][a-z-]{{2,14}},? ){{0,3}}[A-Z][a-z'’-]+(?: [A-Z][A-Za-z'’-]+){{0,2}}$",
    ),
    # SNAPPED: One of 212 bins caught on camera
    (
        "caption",
        4.0,
        r"(?:SNAPPED|FUMING|PICTURED|BEAMING|GRIEVING|DEVASTATED|HEARTBROKEN|DELIGHTED|OVERJOYED|STUNNED|RELIEVED|GRINNING|POSING): (?:[A-Z][^.!?\n]{8,80}[a-z’']|[A-Z][^!?\n]{8,80}\.)$",
    ),
    (
        "caption",
        4.0,
        r"(?:From left(?: to right)?|FROM LEFT|Clockwise from|Pictured|PICTURED|Shown)(?:[:,] ?| (?=[^\n]{0,60}[A-Z]\w))[^\n]{8,240}$|(?=[^\n]{0,80} [A-Z])(?:ABOVE|Above|LEFT|Left|RIGHT|Right|BELOW|Below|TOP|Top): .{8,240}$",
    ),
    (
        "caption",
        4.0,
        r"(?=.{10}[^/PG\n]{0,240}+[/PG]).{10,240}(?:/AP|/Reuters|/Getty Images|/GETTY IMAGES|/GETTY|/ALAMY|/SHUTTERSTOCK|AP Photo|\(AP\)|Getty|/AFP|COURTESY PHOTO|FILE PHOTO)\)?$"
        r"|AP Photo/.{3,40}$|[A-Z][A-Z.'’ -]{3,30}/(?:GETTY IMAGES|GETTY|REUTERS|AP|AFP|PA|ALAMY|REX)$",
    ),
]

# Whose several pictures, or drawings, go with a text: no caption of theirs stands above.
DRAWN = re.compile(
    "(?:插图|插画|题图|题字|漫画|绘图|制图|组图|图片(?:均)?由)|(?:Photos|PHOTOS|Pictures|PICTURES|Illustrations?|Graphics?|Cartoon)\\b"
)
# What stands at the end of a caption of whole sentences.
PICTURE_CREDIT = re.compile(rf"(?:{_CREDIT})$")
PICTURE_CREDIT_ZH = re.compile("[（(][^（()）\n]{2,24}摄[)）]$")
# A photographer's line that holds no sentence: what it belongs to stands above or below.
BARE_SHOT = re.compile(
    rf"[(（]?{_SHOT}$|[(（]?(?:新华社|图(?:据|/|:|：)|图片|照片|摄影[:：/ ]).{{0,24}}$"
    r"|(?:[A-Z][\w.'’-]+ ){1,4}(?:FOR THE [A-Z' -]{3,30}|[/|] ?.{2,30})$|[A-Z][A-Za-z.'’ -]{3,30} ?/ ?[A-Z][A-Za-z -]{1,30}$"
    r"|(?:[A-Z][a-z]+ ){0,3}(?:[Pp]hotos?|PHOTOS?|Photograph|Pictures?|PICTURES?|Pics?|Image|Illustration|Graphic)(?: ?(?:by|BY|courtesy|credit|provided|:|/).{0,50})?$"
)
