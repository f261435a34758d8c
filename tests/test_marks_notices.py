"""What a paper tells beside the news, and what only looks like it: each form with headlines that it must leave alone."""

from __future__ import annotations

import pytest

from summarizer import split
from summarizer.splitter import marks
from summarizer.splitter.headline import arrange
from summarizer.splitter.headline_zh import forms
from summarizer.splitter.lines import read_lines
from tests.forms import furniture


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("停电通知", "advert"),
        ("本公司诚聘业务员8名，待遇面议", "advert"),
        ("周年店庆 全场八折", "advert"),
        ("热销现房 准现房 均价起", "advert"),
        ("昨日AQI 58 良 首要污染物 臭氧", "weather"),
        ("首要污染物 无", "weather"),
        ("新媒体矩阵", "contact"),
        ("砚川发布微信公众号", "contact"),
        ("扫码看更多", "contact"),
        ("0000-8860110", "contact"),
        ("市民来电24小时受理", "contact"),
        ("本报副刊面向读者征集散文，来稿请注明姓名、地址。", "contact"),
        ("Riverton: Partly cloudy", "weather"),
        ("Easton: Showers", "weather"),
        ("Copyright 2004 Westfield Publishing Co.", "contact"),
        ("HOW TO REACH US", "contact"),
        ("*Responsible for selection of news under the PRB Act", "contact"),
        ("Editor: Jaya Rao*", "contact"),
        ("Published by K. Rao at 8, Fort Lane, Orsk-3 on behalf of Rao Publications", "contact"),
        ("and printed by him at Rao Press, Industrial Estate, Orsk-21.", "contact"),
        ("The Harlow Plowman (ISSN 0000-0418). Office: 204 Main, Harlow.", "contact"),
        ("Periodicals postage paid at Harlow.", "contact"),
        ("Subscriptions $38 in county, $46 elsewhere. Second-class postage paid.", "contact"),
        ("The first copy is free; additional copies 50 cents.", "contact"),
        ("The Daily Otter is published Monday through Thursday in term.", "contact"),
        ("Please recycle this newspaper", "contact"),
        ("harlowotter.example   Follow us @harlowotter", "contact"),
        ("The Harlow Express supports the Office of the Press Ombudsman.", "contact"),
        ("FIFTEEN CENTS", "masthead"),
        ("One Dollar", "masthead"),
        ("WINNING NUMBERS", "lottery"),
        ("Est. jackpot: $87 million", "lottery"),
        ("Tuesday's Cash 4 (midday): 8-1-1-6", "lottery"),
        ("ESTATE SALE", "advert"),
        ("YOUR AD HERE", "advert"),
        ("Spring Sale - Up to 40% Off", "advert"),
    ],
)
def test_a_notice_is_known(text: str, expected: str) -> None:
    assert furniture(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Responsible for Flood, Dam Owner Pays",
        "Editor: Jail Will Not Silence Us",
        "Published by Accident, Memoir Sells Out",
        "First-class postage paid by taxpayers, audit finds",
        "First copy of lost play found in attic",
        "Inquiry is published Monday",
        "Subscriptions rise as tolls fall",
        "Fire Damages Photo Studio",
        "Winning Numbers Game Ends in Court",
        "Council vote: 5-4",
        "Council supports the press in fight over records",
        "Dollars and Cents",
        "Ten Dollar Fare Is Dead",
        "区医院招聘医师12名",
        "高校毕业生招聘学历不限",
        "记者暗访售楼处",
        "东京百货业全场八折",
        "区文旅局推出微信公众号",
        "我市首个政务微信公众号",
        "扫码看病更方便",
        "扫码下载电子社保卡",
        "稿件注明来源方可转载",
        "AQI 120城市数下降",
        "Copyright 2024 Law Faces Court Test",
        "Clearance Sale Draws Crowd With 50% Off",
        "Carbon Permit Sale Leaves Price 40% Off Peak",
        "Ashes: Rain",
        "Monetary Policy: Clear",
        "Get in Touch",
        "Ann Lee, 27, and two children die in crash.",
        "Tom Cox at the Old Bailey pleads guilty.",
    ],
)
def test_news_is_no_notice(text: str) -> None:
    assert furniture(text) is None


@pytest.mark.parametrize("text", ["Open daily, museum draws crowds", "Member FDIC banks fall to new low"])
def test_news_is_no_data(text: str) -> None:
    assert marks.DATA.search(text) is None


@pytest.mark.parametrize("text", ["Open Mon.-Sat. 8 to 6", "12-month certificate 4.15% APY", "Member FDIC"])
def test_an_offer_is_data(text: str) -> None:
    assert marks.DATA.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "WASHINGTON, April 9 Yugoslavia will tender for wheat",
        "VEVEY, Switzerland, March 20 - Nestle SA",
        "CLAYMONT, Del., March 12 Phoenix Steel Corp said",
        "（2026年5月14日砚川市第七届人民代表大会常务委员会第三十八次会议通过）",
    ],
)
def test_a_lead_in_is_known(text: str) -> None:
    lead = marks.first(marks.LEADS, text)
    assert lead
    assert lead.weight >= 4
    assert marks.folio(text) is None


@pytest.mark.parametrize("text", ["（2025年8月1日第12版）", "2026年5月14日 星期四 第2版"])
def test_a_folio_stays_one(text: str) -> None:
    assert marks.folio(text)


@pytest.mark.parametrize("text", ["After Florida", "You'd Expect"])
def test_words_of_a_headline_are_no_name(text: str) -> None:
    assert marks.first(marks.BYLINES, text) is None


@pytest.mark.parametrize("text", ["Donald Still", "Will Young", "Sean O'Hara"])
def test_a_name_may_be_a_word(text: str) -> None:
    found = marks.first(marks.BYLINES, text)
    assert found
    assert found.kind == "byline.bare"


BODY = (
    "The city council voted on Tuesday to rebuild the stone bridge over the Alder, which has\n"
    "been closed to lorries since a survey in March found cracks in two of its piers.\n"
    "Work will begin in the spring and last for eighteen months, the engineer said.\n"
)


@pytest.mark.parametrize("by", ["by Ignorance and Hatred", "Online Threat"])
def test_what_stands_right_above_a_byline_is_the_headlines(by: str) -> None:
    (article,) = split(f"American Bridges Are Closed\n{by}\nBy Kevin Drum\n{BODY}")
    assert article.byline == "By Kevin Drum"
    assert article.headline == f"American Bridges Are Closed {by}"


def test_a_second_writer_is_no_words_of_the_headline() -> None:
    (article,) = split(f"Council Approves the Bridge\nby John Smith\nBy Kevin Drum\n{BODY}")
    assert article.headline == "Council Approves the Bridge"


def test_a_headline_may_end_with_a_full_stop_above_its_byline() -> None:
    page = split(
        f"Fans wait for the big game.\nBy Ann Lee\n{BODY}\nOld mill to close in June.\nBy Jo Roe\n"
        "The mill on Weir Street will close in June after a hundred and twelve years, its owners said.\n"
        "Forty hands will be paid until the autumn, and the wheel will go to the museum in Pell Lane.\n"
    )
    assert [article.headline for article in page] == [
        "Fans wait for the big game.",
        "Old mill to close in June.",
    ]


def test_a_dateline_that_broke_before_its_day_opens_a_text() -> None:
    page = split(
        "FIRST GRANITE AGREES TO BE ACQUIRED\nGRANITE CITY, ILL., March\n12 - First Granite Bancorp said it agreed\n"
        "in principle to become a unit of Magna Group.\nUnder the terms its holders will get one\n"
        "share of Magna for each of theirs.\n"
    )
    (article,) = page
    assert article.headline == "FIRST GRANITE AGREES TO BE ACQUIRED"
    assert article.body.startswith("GRANITE CITY, ILL., March 12 - First Granite")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("新思想引领新征程", True),
        ("党旗在基层一线高高飘扬", True),
        ("奋进新征程 建功新时代", True),
        ("推动高质量发展系列主题新闻发布会", True),
        ("权威部门回应新生产力", False),
        ("一线医护下沉基层", False),
        ("新时代呼唤好青年开局", False),
    ],
)
def test_the_name_of_a_campaign(text: str, named: bool) -> None:
    block = read_lines(f"{text}\n消费回暖为经济增长注入持续动力\n")
    assert ("campaign" in forms(text, block, 0, "")) is named


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        (("委内瑞拉强震遇难人数升", "至235人 救援持续进行"), "委内瑞拉强震遇难人数升至235人 救援持续进行"),
        (
            ("市政府常务会议研究部署", "居民小区充电设施建设等工作"),
            "市政府常务会议研究部署居民小区充电设施建设等工作",
        ),
        (("新思想引领新征程", "消费回暖为经济增长注入持续动力"), "消费回暖为经济增长注入持续动力"),
    ],
)
def test_lines_of_a_chinese_headline(lines: tuple[str, ...], headline: str) -> None:
    raw = "\n".join(lines) + "\n"
    assert arrange(read_lines(raw)).headline(raw) == headline
