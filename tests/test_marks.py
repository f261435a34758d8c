"""The tables of forms: every row with a case that needed it, and the look-alikes that are none."""

from __future__ import annotations

import json
import time

import pytest

from summarizer import split
from summarizer.splitter import marks
from summarizer.splitter.lines import read_lines
from tests.bench.forms_score import FORMS, right
from tests.forms import furniture

TEXT = "The council voted on Tuesday to close the old bridge for nine weeks.\n"
RIVER = "昨天，市委召开会议，研究防汛备汛工作，要求各地在四月底前完成排查。会议还听取了泵站更新情况的汇报。"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("YANZHOU RIBAO", "masthead"),
        ("青湫日报 QINGQIU RIBAO", "masthead"),
        ("汐城快报 A07 城事", "masthead"),
        ("中共砚州市委主管主办 今日8版 总第11208期", "masthead"),
        ("渡口 第 2219 期", "masthead"),
        ("今日本报共12版 零售价1.50元", "masthead"),
        ("THE PELHAM PACKET, AND SOUTHERN", "masthead"),
        ("The Marrow County Post-Dispatcher", "masthead"),
        ("PRICE THREEPENCE. [REGISTERED AS A NEWSPAPER.]", "masthead"),
        ("Established 1868      Price Two Cents", "masthead"),
        ("Friday, February 28, 2025 The Port Halloran Journal of Commerce C1", "date"),
        ("MONDAY, 9th NOVEMBER, 1868", "date"),
        ("第六版 理论", "page"),
        ("4 师说·来信", "page"),
        ("12 FOREIGN", "page"),
        ("编辑 陆判 组版 阿宽", "editors"),
        ("策划 柏青 撰文 路遥遥 摄影 常远", "editors"),
        ("ESTER VANDERHOOF, Publisher   PAUL MCGINTY, Editor", "editors"),
        ("科研人员在库内核对冰芯编号。 （受访者供图）", "caption"),
        ("孩子们在田间体验插秧。 张有田 摄/光影砚州", "caption"),
        ("《秋渡》（水印木刻） 龙小满 作", "caption"),
        ("图据网络", "caption"),
        ("Courtesy photo", "caption"),
        ("Firefighters at the scene. OMAR SAND/STAFF PHOTO", "caption"),
        ("MARC LEDUC PHOTO", "caption"),
        ("A crowd fills the sale barn Monday. — Mirror photo", "caption"),
        ("DOMINIC LYLE FOR THE MESSENGER", "caption"),
        ("MISSED: Neil Ashby", "caption"),
        ("From left, Dale Ngata, Ruth Lane and Sam Kurtz at the ribbon cutting.", "caption"),
        ("砚州考古揭开窑址之谜 ▶4版", "index"),
        ("Weather 52   Crossword 50   Letters 27", "index"),
        ("Stocks, C4 • Funds, C5 • Tides, C8", "index"),
        ("Leading article, page 26", "jump"),
        ("FULL STORY PAGE 5", "jump"),
        ("» HARBOR, A15", "jump"),
        ("Turn to FERRY, Page", "jump"),
        ("NATION & WORLD A14", "page"),
        ("Arts & Life B3", "page"),
        ("Tips? Email newsroom@crier.example or call 555-0122", "contact"),
        ("It sank in minutes. | OMAR SAND, STAFF PHOTOGRAPHER", "caption"),
        ("Across the Nation", "roundup"),
        ("（文件全文见2、3版）", "jump"),
        (">>>紧接A01版", "jump"),
        ("(Continued on Sixth Page.)", "jump"),
        ("明天小雨，东北风4级，9℃～13℃", "weather"),
        ("TODAY: Mostly sunny. High 64, low 41.", "weather"),
        ("“渡口”长期征集1500字以内散文、随笔，请勿一稿多投。", "contact"),
        ("The Record welcomes news of births, weddings", "contact"),
        ("HAVE YOU GOT A STORY?", "contact"),
        ("Ring 555 0199 or text BEACON", "contact"),
        ("FOR THE RECORD", "correction"),
        ("遗失声明 雾城市芮河区老灶火锅店公章一枚丢失，编号5099120331，声明作废。", "advert"),
        ("WHY SUFFER? DR. HARKER'S LIVER CORDIAL", "advert"),
        ("LOST, on Tuesday last, a brown POINTER DOG.", "advert"),
        ("乡镇传真", "roundup"),
        ("BEACON BITES", "roundup"),
        ("奋进者", "section"),
        ("书边脞语", "section"),
        ("DISTRICT COURT", "section"),
        ("YOUR LETTERS", "section"),
        ("昨日赛果", "table"),
        ("燕川雪豹 98∶97 乌岭猛犸", "table"),
        ("Marlow 3, Pelham 1", "table"),
        ("‘I tried a lie-in once. Didn’t take to it’", "quote"),
    ],
)
def test_a_line_of_the_page_is_known_by_its_form(line: str, kind: str) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "广告法修订草案公布",
        "订阅经济兴起",
        "第3版人民币发行始末",
        "电话那头的妈妈",
        "关店417家",
        "3∶2！飞鱼队逆转",
        "霁川飞鸿3比2逆转碧屿海鸥",
        "岚浦统计公报解读",
        "图书馆夜间开放",
        "预约电话5512233，每天8时至20时开放。",
        "广告牌被大风刮倒，幸无人员受伤。",
        "那天下着小雨，风很大。",
        "年7月版，定价98元）",
        "MARRIED.",
        "THE BANK CLOSES ITS DOORS.",
        "ARRIVAL OF THE MAIL.",
        "From 1 to 100",
        "From there it went to Page and Sons.",
        "Weather turns against the harvest",
        "10 dead in blaze",
        "REVEALED: Council's secret plan",
        "Marlow 3, Pelham 1 in shootout",
        "The Labour Party welcomes the vote.",
    ],
)
def test_a_headline_or_a_sentence_that_holds_such_a_word_is_no_furniture(line: str) -> None:
    assert furniture(line) is None


@pytest.mark.parametrize(
    ("line", "least"),
    [
        ("From WENDELL FARR in Port Lyle", 3),
        ("快报记者 柏舟 实习生 谷小雨", 4),
        ("记者林志遠／台北報導", 4),
        ("撰文：方既白 攝影：石敢當", 4),
        ("丰禾市第三小学 班主任 梅如雪", 4),
        ("首席记者 何夕 见习记者 安若 摄影报道", 4),
        ("By a Staff Reporter", 4),
        ("EXCLUSIVE by TESS MORLEY", 4),
        ("Wendell Farr, Political Editor", 4),
        ("FROM OUR CORRESPONDENT.", 4),
        ("From DAVID FAIRHALL", 4),
        ("From CIARA McNALLY", 4),
        ("From ANN QUILL and LEE FENN", 4),
        ("By Wendell Farr, Marrow Times staff", 4),
        ("By ANN QUILL at Port Lyle", 4),
        ("(Xinhua) 16:15, February 23, 2020", 4),
        ("（回答人：雁栖区检察院民事检察部检察官 骆青）", 4),
    ],
)
def test_a_byline_is_known_by_its_form(line: str, least: float) -> None:
    mark = marks.first(marks.BYLINES, read_lines(line)[0].text)
    assert mark is not None
    assert mark.weight >= least


@pytest.mark.parametrize(
    "line",
    [
        "摄影师的山",
        "编辑手里的剪刀",
        "听老记者讲故事",
        "记者走基层",
        "本报记者节特别策划启动",
        "By Road and Rail",
        "By the Sea",
        "Staff cuts at hospital",
        "Special to be served",
        "LETTERS TO THE EDITOR",
    ],
)
def test_a_headline_that_begins_like_a_byline_is_none(line: str) -> None:
    assert marks.first(marks.BYLINES, read_lines(line)[0].text) is None


@pytest.mark.parametrize(
    "line",
    [
        "（据《提坎山谷报》 编译 安然）",
        "（南岭明理律师事务所 律师 常在理）",
        "（本栏目稿件均据新华社电）",
        "HANK OTTERBEIN, Marrow City",
        "The writer is a former chair of the League of Ratepayers.",
    ],
)
def test_a_credit_is_known_by_its_form(line: str) -> None:
    assert marks.first(marks.CREDITS, read_lines(line)[0].text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "记者 ",
        "By A",
        "（",
        "图 ",
        "A. ",
        "1 ",
        "Page ",
        "12,",
        "A B, ",
        "。版",
        "电话",
        "A: ",
        "‘a. ",
        "报 ",
    ],
)
def test_no_form_takes_long_over_hostile_text(text: str) -> None:
    long = text * 20_000
    start = time.process_time()
    for forms in (marks.LEADS, marks.BYLINES, marks.CREDITS, marks.FURNITURE):
        marks.first(forms, long)
    assert time.process_time() - start < 0.25


@pytest.mark.parametrize(
    "line",
    [
        "Got a " + "A1  " * 40 + "!",
        "A1 " * 20 + "! Friday, May 1, 2015",
        "本报记者 " * 24,
        "Sports " * 12 + "1",
    ],
)
def test_short_lines_are_read_in_one_way_only(line: str) -> None:
    start = time.process_time()
    for forms in (marks.LEADS, marks.BYLINES, marks.CREDITS, marks.FURNITURE):
        marks.first(forms, line)
    marks.folio(line)
    assert time.process_time() - start < 1


def test_a_long_first_line_is_read_once() -> None:
    start = time.process_time()
    split("1 " * 50_000 + "-\n" + "a\n" * 10_000)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "line",
    [
        "STORM CUTS POWER ACROSS THE STATE",
        "RUNNERS GO AROUND THE BAY",
        "Lorry Blocks M25",
        "City Hires Jo Quill, Chief Photographer",
        "市民警惕虚假新闻",
        "虚假新闻",
    ],
)
def test_a_headline_that_only_sounds_like_a_label_is_none(line: str) -> None:
    assert furniture(line) is None


@pytest.mark.parametrize(
    "line", ["■延伸阅读", "（记者将持续关注此事进展）", "(Reporting by the harbour master is due in May.)"]
)
def test_what_only_looks_like_a_credit_is_none(line: str) -> None:
    assert marks.first(marks.CREDITS, line) is None


def test_an_aside_behind_what_sounds_like_a_dateline_names_nobody() -> None:
    assert marks.LEAD_BYLINE.search("这家公司主营家电（冰箱、洗衣机），年销售五亿元") is None


def test_lines_of_real_manners_keep_their_forms() -> None:
    rows = [json.loads(line) for line in (FORMS / "dev.jsonl").read_text("utf-8").splitlines()]
    plain = [row for row in rows if row["kind"] in ("headline", "text")]
    assert sum(not right(row)[0] for row in plain) <= 3
    assert sum(right(row)[0] for row in rows) >= 0.95 * len(rows)


@pytest.mark.parametrize(
    "line",
    [
        "BY " + "A" * 400 + "$",
        "BY THE CITY COUNCIL APPROVES BUDGET PLAN?",
        "Acme " + "112 " * 20 + "x",
        "Words by " + "A" * 400 + "$",
    ],
)
def test_words_of_capitals_and_rows_of_numbers_are_read_one_way_only(line: str) -> None:
    # read in every way that they can be cut, each of these would take longer than any test may
    assert split(f"{line}\n{TEXT}").articles


@pytest.mark.parametrize(
    "headline", ["BY POPULAR DEMAND", "By Invitation Only", "BY A NOSE", "By Road and Rail"]
)
def test_a_headline_that_begins_with_by_names_no_writer(headline: str) -> None:
    mark = marks.first(marks.BYLINES, headline)
    assert mark is None or mark.weight < 2


def test_every_signature_stands_in_byline_or_credit() -> None:
    two = split(f"市委召开会议\n\n{RIVER}（记者 王小明）\n（据新华社）\n")[0]
    assert (two.byline, two.credit) == ("（记者 王小明）", "（据新华社）")
    both = split(f"市委召开会议\n本报记者 李大勇\n\n{RIVER}（王小明）\n")[0]
    assert both.byline == "本报记者 李大勇 （王小明）"


def test_an_english_bracket_inside_a_sentence_is_no_signature() -> None:
    body = "TILBROOK - Alma Prudence (Sayles)\nWhitcher, 96, who taught children\nto read, died Oct. 2 at her home.\nShe was born in that house, too.\n"
    assert "(Sayles) Whitcher" in split(f"Teacher of a valley dies\n\n{body}")[0].body


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("【汀洲时报驻岚国特约记者柳青】昨天，清河渡口恢复通航", "lead.desk"),
        ("【汀洲网报道 实习记者柳青青】昨天，清河渡口恢复通航", "lead.desk"),
        ("本报上海电 （记者 柳青）昨天，清河渡口恢复通航", "lead.desk"),
        ("经济日报-中国经济网北京7月20日讯 （记者柳青）昨天", "lead.wire"),
        ("中青在线天津3月26日电（柳青）昨天，清河渡口恢复通航", "lead.wire"),
        ("红网时刻长沙3月3日讯（柳青）昨天，清河渡口恢复通航", "lead.wire"),
        ("央视网消息（新闻联播）：昨天，清河渡口恢复通航", "lead.wire"),
        ("新浪财经讯 3月1日消息，清河渡口恢复通航", "lead.wire"),
        ("DUBAI, United Arab Emirates, Feb 6, (AP): The ferry ran", "lead.city"),
        ("Taipei, Feb. 19 (CNA) The ferry ran", "lead.city"),
        ("OTTAWA (CP) _ Political rows", "lead.city"),
        ("(Reuters) - The ferry ran", "lead.city"),
        ("WEARING A hat and a coat", "lead.caps"),
        ("PROPOSALS to give judges", "lead.caps"),
        ("THE advertising industry", "lead.caps"),
    ],
)
def test_a_lead_in_is_known_by_its_form(line: str, kind: str) -> None:
    mark = marks.first(marks.LEADS, read_lines(line)[0].text)
    assert mark is not None
    assert mark.kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "本报上海电车停运",
        "央视网消息灵通",
        "新浪财经讯息",
        "OTTAWA (CP) and Political",
        "Taipei, Feb. 19 the ferry ran",
        "NASA to give",
        "POLICE are appealing",
    ],
)
def test_what_only_begins_like_a_lead_in_is_none(line: str) -> None:
    mark = marks.first(marks.LEADS, read_lines(line)[0].text)
    assert mark is None or mark.kind == "lead.run_in"


@pytest.mark.parametrize("line", ["KINGSTON  (AP)  —  The ferry ran", "中新网河城  7月10日电 （柳青） 昨天"])
def test_a_lead_in_is_known_though_its_line_was_justified(line: str) -> None:
    assert marks.first(marks.LEADS, line) is None
    assert marks.first_spaced(marks.LEADS, line) == marks.first(marks.LEADS, " ".join(line.split()))
    assert marks.first_spaced(marks.LEADS, line)


@pytest.mark.parametrize(
    "line",
    [
        "From BUST TO BOOM",
        "From COAL TO SOLAR",
        "Special Report",
        "SPECIAL CORRESPONDENT WINS",
        "Special Writers Workshop Opens",
        "(Xinhua) at 16:15 on Sunday",
    ],
)
def test_what_only_begins_like_a_byline_of_the_wire_is_none(line: str) -> None:
    mark = marks.first(marks.BYLINES, read_lines(line)[0].text)
    assert mark is None or mark.weight < 3


@pytest.mark.parametrize(
    "line",
    ["Rachel Amsel and Tobias Wren", "JOHN JOE TIERNAN", "Ann Marie Quill and Lee Fenn", "MARY ANN McCARTHY"],
)
def test_names_that_may_be_a_headline_too_are_told_apart_from_sure_ones(line: str) -> None:
    assert marks.MAYBE_NAMES.match(line)
    mark = marks.first(marks.BYLINES, line)
    assert mark is None or mark.weight < 3


@pytest.mark.parametrize(
    "line",
    [
        "The Mayor and Tobias Wren",
        "UNDER THE DOME",
        "CITY HALL OPENS",
        "Fire Crews and Police Officers",
    ],
)
def test_words_that_no_name_has_are_no_names(line: str) -> None:
    assert marks.MAYBE_NAMES.match(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Mrs. Ann Hatmaker, Route 2",
        "G. M. Holt, Ely (abridged)",
        "Rev Ann Quill, Port Lyle",
        "— Ann Élan",
        "东湖新村 梅 洁",
        "望海花园 周一鸣",
    ],
)
def test_a_letter_s_signature_is_known_by_its_form(line: str) -> None:
    mark = marks.first(marks.CREDITS, line)
    assert mark is not None
    assert mark.weight >= 2.5


@pytest.mark.parametrize(
    "line",
    ["花园村 走出共富路", "石头村 变身金疙瘩", "周庄镇 江南第一", "Mrs. Ann Hatmaker, Route 2, asked why"],
)
def test_what_only_looks_like_a_letter_s_signature_is_none(line: str) -> None:
    mark = marks.first(marks.CREDITS, line)
    assert mark is None or mark.weight < 2


@pytest.mark.parametrize(
    "line",
    [
        "May 11, 2019 10A The Orley Courier",
        "The Orley Courier 11 May, 2019 A3",
        "Page 3 May 11, 2019 The Orley Courier",
        "2024年3月1日 汀洲日报 A5版",
    ],
)
def test_a_folio_without_a_weekday_is_one(line: str) -> None:
    assert marks.folio(line)


@pytest.mark.parametrize(
    "line",
    [
        "June 6, 1944 50 Years On",
        "July 4, 1976 200 Years of Liberty",
        "The Orley Courier of May 11, 2019 told 10 lies",
        "2024年3月1日 5版教材启用",
    ],
)
def test_a_headline_with_a_date_and_a_number_is_no_folio(line: str) -> None:
    assert marks.folio(line) is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Night editor: Ann Quill", "editors"),
        ("登报热线", "contact"),
        ("县区", "section"),
        ("The old mill burns on Main Street. (Sam Bell/Staff)", "caption"),
        ("(Sam Bell / The Courier)", "caption"),
    ],
)
def test_a_line_of_a_paper_with_staff_is_known_by_its_form(line: str, kind: str) -> None:
    assert furniture(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Night editor: a job for owls",
        "News desk moves",
        "Rescue of the old mill (with tea/coffee)",
    ],
)
def test_a_headline_like_a_line_of_a_paper_with_staff_is_none(line: str) -> None:
    assert furniture(line) is None
