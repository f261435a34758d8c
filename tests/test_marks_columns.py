"""Columns, results, credits and boxes from the fifteenth and sixteenth sets: each form, and what only looks like it."""

from __future__ import annotations

import pytest

from summarizer import split
from summarizer.splitter import marks
from summarizer.splitter.headline import arrange
from summarizer.splitter.lines import read_lines
from tests.forms import furniture


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LOCAL / A3", "page"),
        ("Oct. 12, 2026 / Page 9", "page"),
        ("The student newspaper of Wexler College", "masthead"),
        ("海汀日报 国际新闻8", "masthead"),
        ("A06 泷川晚报 城事", "page"),
        ("国内统一连续性内部资料 准印证号：（云）006", "masthead"),
        ("WEATHER FOR THE WEEK", "weather"),
        ("Fri  Shower or two  18/7", "weather"),
        ("High 10.41am (5.2m), 11.03pm (5.0m)", "weather"),
        ("Sun rises 7.38am, sets 6.01pm", "weather"),
        ("阴有小雨转多云", "weather"),
        ("海汀天气预报", "weather"),
        ("潮汐 高潮 09:42 22:05", "weather"),
        ("便民电话", "contact"),
        ("版权声明", "contact"),
        ("CONTACT THE NEWSROOM", "contact"),
        ("Copyright Thornmouth Newspapers Ltd. Printed by Severnside Web, Hanney.", "contact"),
        ("Recycled paper made up 76% of the raw material for newspapers in 2025.", "contact"),
        ("SUBSCRIBE TODAY", "advert"),
        ("12 weeks for $12", "advert"),
        ("Estimated jackpot: $245,000", "lottery"),
        ("云陵风采“22选5”第24251期", "lottery"),
        ("YESTERDAY'S SOLUTIONS", "table"),
        ("ACROSS: 1 Parsnip; 5 Idler; 8 Oat", "table"),
        ("READERS' POLL", "table"),
        ("Yes 71%   No 22%   Don't know 7%", "table"),
        ("昨日菜价 单位：元/500克", "table"),
        ("SUDOKU", "table"),
        ("(Mahmoud Illean, File/Associated Press)", "caption"),
        ("(Costa Rica’s Public Safety Ministry via AP) (Associated Press)", "caption"),
        ("[Photo/Agencies]", "caption"),
        ("多云转阴，傍晚有阵雨", "weather"),
        ("High 9:52 a.m., 10:31 p.m.", "weather"),
        ("农产品行情", "table"),
        ("（6月6日 单位：元/公斤）", "table"),
        ("昨日开奖", "lottery"),
        ("中奖号码以开奖公告为准", "lottery"),
        ("ROOM FOR RENT", "advert"),
        ("WANTED TO BUY", "advert"),
        ("旺铺招租", "advert"),
        ("Teal River at Wirrabong 2.14m, falling", "table"),
        ("本期四版", "masthead"),
    ],
)
def test_a_form_is_known(text: str, expected: str) -> None:
    assert furniture(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "雨夹雪",
        "大雾转晴之后的小城",
        "Voice of Reason Wins Day",
        "Copyright Law Faces Court Test",
        "Subscribe to a Better Way of Life",
        "High hopes for Saturday's final",
        "Down 3 Points, Rovers Rally",
        "Recycled Paper Mill to Close",
        "(And Eleven Trout)",
        "Yes to the Pool, 71% Say",
        "Yes 54%, No 46% as Marwick backs new bridge",
        "DOWN 12 Points; 3 Stocks Fall",
        "Recycled paper accounted for 40 percent of sales at the mill last year.",
        "Recycled paper made up most of what the mill took in last year.",
        "Copyright Clearance Co. sued the town over the name of the mill last year.",
        "Copyright Law Would Hit Small Publishers, Media Say",
        "Copyright Suit Against Music Company Settled",
        "Copyright Case Against Big Media",
        "The local newspaper in Harlow, which closed in 1998, owned the mill.",
        "Voice of the People Must Be Heard",
        "VOICE OF THE TURTLE",
        "Weather for Holiday Weekend Looks Good",
        "Weather at Fault in Crash, Report Says",
        "Tides at Risk as Sea Walls Crumble",
        "Sun sets 20-year deal with Phoenix",
        "Sun rises 3 percent after bid for paper",
        "Moon rises 5 places in rankings",
        "Low tide 9:30 a.m. meeting draws crowd",
        "24-hour emergency room to close",
        "24-hour service on bus line",
        "Yesterday's answer to housing crisis",
        "Yesterday's Solution Is Today's Problem",
        "Today's Puzzle: Who Pays?",
        "Lake Level at Record 2.14 m, rising",
        "厂房出租：每年为村集体增收百万元。",
        "车位出租 每月三百元，业主意见很大。",
        "仓库出租：闲置粮站变身电商基地",
        "写字楼出租 空置率降至12%",
        "气象局发布潮汐预报",
        "海洋局推出天气预报",
        "潮汐低潮期赶海需谨慎",
        "潮汐 高潮时水位超过三米。",
        "一等奖5注花落砚州",
        "一等奖1注砚州彩民独中",
        "22选5第24012期砚州揽大奖",
        "中奖号码以中彩中心公告为准。",
        "本报所有员工，未经培训不得上岗",
        "该图集不得转载摘编。",
        "楼市行情",
        "本期三版有专题报道。",
        "12 山区办起农民日报",
    ],
)
def test_a_headline_is_no_form(text: str) -> None:
    assert furniture(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Review by Jonty Carrick",
        "Story and photos by Ann Lee",
        "Neil Ridsdale, court reporter",
        "Ledger Staff",
    ],
)
def test_who_wrote_it_is_known(text: str) -> None:
    found = marks.first(marks.BYLINES, text)
    assert found is not None
    assert found.weight >= 4.0


@pytest.mark.parametrize("text", ["(VIDEO)", "(PHOTOS)", "(Updated)"])
def test_what_ends_a_headline_is_no_credit(text: str) -> None:
    assert marks.first(marks.CREDITS, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Review: Taylor Swift Dazzles Boston",
        "Review: New Play Opens",
        "Review by Supreme Court Sought",
        "Helen Thomas, trailblazing reporter",
        "Roger Ebert, film critic",
    ],
)
def test_a_headline_is_no_byline(text: str) -> None:
    found = marks.first(marks.BYLINES, text)
    assert found is None or found.weight < 4.0


@pytest.mark.parametrize(
    "second", ["High) tides on Friday", "Hi(gh tides on Friday", "Next*** tides", "Xa(a|aa)+b tides"]
)
def test_marks_in_a_headline_are_no_pattern(second: str) -> None:
    page = split(
        f"Storm drops a foot of snow to coast\n{second}\nBy Anna Moore\nThe storm, {'xa' + 'a' * 60}, was long.\n"
    )
    assert len(page) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("守护", "安全"),
        ("聚焦", "金融业"),
        ("女篮三连胜直接", "晋级"),
        ("全市干部群众众志成城共筑", "高铁站房封顶"),
    ],
)
def test_the_last_words_of_a_headline_are_no_name(one: str, two: str) -> None:
    text = f"{one}\n{two}\n　　本报讯（记者 王丽）昨日上午，记者从有关部门了解到，这项工作已经按期完成，各方反响良好。\n"
    (article,) = split(text)
    assert article.byline != two


def test_the_makers_of_a_page_are_no_particulars() -> None:
    text = (
        "文艺晚会昨晚举行\n　　昨晚，文艺晚会在市民广场举行，来自各县区的三十个节目轮番上演，观众看得津津有味。\n"
        "责任编辑：王丽丽\n版式设计：张大三\n视觉总监：李小四\n新闻热线：82712345\n通讯地址：砚州路1号\n"
    )
    assert all("热线" not in article.body for article in split(text))


def test_a_square_may_mark_an_english_headline() -> None:
    text = "■ Council approves library budget\n\nThe council voted on Tuesday to pay for the library for two more years, its chair said.\n"
    (article,) = split(text)
    assert article.headline == "■ Council approves library budget"


@pytest.mark.parametrize(
    ("label", "headline"),
    [
        ("Looking Back", ["When the Circus Train", "Came Off the Tracks"]),
        ("JUNIOR CUP, FOURTH ROUND", ["LATE GOAL BREAKS KILMORAN HEARTS"]),
        ("COUNTY SHC QUARTER-FINAL", ["Clonbrack rue missed frees", "as Tullinadaly march on"]),
    ],
)
def test_the_name_of_a_column_or_contest_is_the_kicker(label: str, headline: list[str]) -> None:
    found = arrange(read_lines("\n".join([label, *headline])))
    assert [line.text for line in found.above] == [label]
    assert [line.text for line in found.main] == headline


def test_a_capital_that_the_body_has_not_begins_a_deck() -> None:
    lines = [
        "Nor'easter could bring",
        "foot of snow to coast",
        "High tides on Friday pose",
        "flood risk along Wharf Street",
    ]
    body = "The first storm of the season is due on Friday. At high tide the sea may reach Wharf Street; snow, a foot of it."
    found = arrange(read_lines("\n".join(lines)), body)
    assert [line.text for line in found.main] == lines[:2]


REPORT = """COUNTY CUP FINAL
Late Gaffney goal breaks Kilmoran hearts
Liam Feerick at Canal Park

{result}

A stunning volley from Eoin Gaffney three minutes from time sent Ballynacor
into the next round and left Kilmoran wondering how they had let it slip.

On a heavy pitch it was the visitors who settled first, and Kilmoran led at
the break when Tom Brady headed in a corner.
"""


@pytest.mark.parametrize(
    "result",
    ["Ballynacor 2, Kilmoran 1", "Ballynacor 1-19 Kilmoran 2-14", "Ballynacor Rovers 2, Kilmoran Celtic 1"],
)
def test_the_result_below_a_byline_is_of_its_report(result: str) -> None:
    (article,) = split(REPORT.format(result=result))
    assert article.headline == "Late Gaffney goal breaks Kilmoran hearts"
    assert article.body.startswith(result)


def test_points_by_period_end_the_report_of_a_game() -> None:
    text = (
        "TIGERS STUN CENTRAL ON LAST PLAY\nBY FRANK DELUCCI / SPORTS EDITOR\n"
        "SAYERVILLE — Everybody in the stadium knew that Millbridge would throw, and it did,\n"
        "to beat Central by three points on the last play of a game that had seen it trail by ten.\n"
        "Millbridge   7  0  14  6 - 27\nCentral   7  14  0  3 - 24\n\n"
        "COUNCIL TO VOTE ON POOL\nThe council will vote on Tuesday on whether to rebuild the pool, its chair said.\n"
    )
    game, vote = split(text)
    assert game.body.endswith("- 24")
    assert vote.headline == "COUNCIL TO VOTE ON POOL"


@pytest.mark.parametrize(
    ("credit", "last"),
    [
        (
            "Photos by Wyatt Cho",
            "That one is framed, too, and hangs above the door of the shop on Vine Street.",
        ),
        ("Photo by Wyatt Cho", "Bascombe said it was too early to give a cause, and would not guess at one."),
        ("插图 雷谷鸣", "鄢拐子撑开伞，在屋檐下转了一圈。他说：“不要钱。告诉她，伞，我收下了。”"),
    ],
)
def test_the_last_paragraph_is_no_caption(credit: str, last: str) -> None:
    if credit.isascii():
        text = (
            "The last typewriter man\n\nThe bell over the door does not ring so much as cough, and inside 400 machines\n"
            f"wait on steel shelves for somebody to want them.\n\n{last}\n{credit}\n"
        )
    else:
        text = f"修伞匠\n欧阳麦\n\n　　老街口的修伞摊摆了四十年，下雨天最热闹，来的人都认得鄢拐子。\n\n　　{last}\n{credit}\n"
    (article,) = split(text)
    assert last[-20:] in article.body


def test_a_name_under_a_short_title_is_its_writer() -> None:
    text = "修伞匠\n欧阳麦\n　　老街口的修伞摊摆了四十年，下雨天最热闹，来的人都认得那位师傅。他不爱说话，只低头修伞。\n"
    (article,) = split(text)
    assert (article.headline, article.byline) == ("修伞匠", "欧阳麦")


def test_lines_of_one_length_are_one_headline() -> None:
    lines = ["一河清水", "两岸人家", "三年答卷", "——我市推进汤河流域综合治理综述"]
    found = arrange(read_lines("\n".join(lines)))
    assert [line.text for line in found.main] == lines[:3]


def test_a_clock_that_ends_a_sentence_goes_on() -> None:
    text = (
        "Council delays vote on parking\n\nCoastal flooding is possible around\n10:15 a.m. and again shortly before\n11 p.m.\n\n"
        "Public works director Lamar Hines\nsaid the city has 3,400 tons of salt.\n"
    )
    (article,) = split(text)
    assert "shortly before 11 p.m." in article.body


def test_the_particulars_of_a_notice_stay_with_it() -> None:
    text = (
        "市生态环境局关于拟批准建设项目的公示\n"
        "　　根据审批程序的有关规定，现将拟批准的环境影响评价文件予以公示，公示期为五日。\n"
        "　　项目名称：餐厨废弃物处置中心\n　　建设地点：静脉产业园内\n　　建设单位：净源环境有限公司\n"
        "　　联系电话：0000-5521736\n　　通讯地址：滨江大道209号\n"
    )
    (article,) = split(text)
    assert article.body.endswith("通讯地址：滨江大道209号")


def test_what_an_assembly_passed_is_dated_over_narrow_lines() -> None:
    text = (
        "栾浦市人大常委会任免名单\n　　（2025年5月16日栾浦市\n第七届人民代表大会常务委\n员会第二十三次会议通\n过）\n"
        "　　任命：\n　　檀世宁为市中级人民法院\n审判员；\n　　祁正为市生态环境局局长。\n"
    )
    (article,) = split(text)
    assert "第七届人民代表大会常务委员会第二十三次会议通过）" in article.body


def test_who_says_what_in_one_line_is_no_kicker() -> None:
    lines = ["鄢立群在苍渚市调研时强调以科技创新引领产业焕新", "坚定不移把制造业这个看家本领做强"]
    assert arrange(read_lines("\n".join(lines))).above == []


def test_what_a_meeting_urged_stands_between_it_and_its_business() -> None:
    lines = ["市委常委会召开会议", "推动惠民政策直达快享", "研究城市更新、高校毕业生就业和基层减负工作"]
    found = arrange(read_lines("\n".join(lines)))
    assert (len(found.above), len(found.main)) == (1, 1)


def test_a_name_with_accents_below_a_headline_is_its_writer() -> None:
    text = (
        "No GP for Inishdara from next month\nSinéad Mulkerrin\n\n"
        "The island will have no doctor from next month after the last one retired without a successor, the board said.\n"
        "Patients must take the ferry to the mainland, a crossing of forty minutes that winter often stops for days.\n"
    )
    (article,) = split(text)
    assert (article.headline, article.byline) == ("No GP for Inishdara from next month", "Sinéad Mulkerrin")


def test_figures_below_a_headline_are_its_deck() -> None:
    lines = [
        "前三季度全市经济运行情况发布",
        "栖河地区生产总值同比增长5.4%",
        "服务业贡献率超六成 居民人均可支配收入28716元",
    ]
    found = arrange(read_lines("\n".join(lines)))
    assert [line.text for line in found.below[-1]] == lines[2:]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (
            "埃及挪威对中东和平\n前景悲观\n新华社开罗１月１０\n日电（记者孔方宁）埃\n及总统今天与来访的挪\n威首相会谈后说，中东\n"
            "和平的前景不能令人乐\n观，各方都应回到谈判\n桌前来。\n",
            "埃及挪威对中东和平前景悲观",
        ),
        (
            "候车室里除夕夜\n郑保山李发斌\n　　除夕的夜里，车站的候车室灯火通明，旅客围着火炉，听老站长讲他守了\n"
            "三十年的这个小站，说到半夜，谁也没有睡意。\n",
            "候车室里除夕夜",
        ),
    ],
)
def test_a_dateline_or_names_end_a_headline(text: str, headline: str) -> None:
    (article,) = split(text)
    assert article.headline == headline


def test_numbers_of_the_paper_leave_the_headline_above_them_alone() -> None:
    text = (
        "　　国家能源局今天公布的数据显示，截至五月底，全国累计发电装机容量突破四十亿千瓦大关，居世界首位。\n"
        "　　今年以来，我国海上风电基地、核电基地等一批重大能源工程加速推进，供给能力迈上新台阶。\n\n"
        "发电装机突破四十亿千瓦\n新闻热线 0731-35535816\n广告热线 021-46408923\n地址：新安市人民路358号\n"
    )
    (article,) = split(text)
    assert article.headline == "发电装机突破四十亿千瓦"


@pytest.mark.parametrize(
    "subhead", ["How they lined out", "What happens next", "Why it matters", "Key dates"]
)
def test_a_crosshead_opens_no_article(subhead: str) -> None:
    text = (
        "Islanders fear for the ferry\n\nThe ferry to the island will sail once a day from March, the line said on Monday, half as often as now.\n"
        "Islanders who work on the mainland said they would have to move.\n\n"
        f"{subhead}\n\nThe line will hold a meeting in the hall on Friday at which those who use the boat may speak.\n"
        "It will decide in January, after it has heard them and the council.\n"
    )
    (article,) = split(text)
    assert subhead in article.body
