"""What `split` does with the manners of newspapers."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import split
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS

WUXI = (Path(__file__).parents[1] / "fixtures/pages/wuxi-2024-02-28.txt").read_text("utf-8")

FERRY = """\
本报讯（记者 柳叶） 昨天，汀洲市
新轮渡码头启用，首日运送乘客六千
多人。码头设泊位四个，候船厅可容
三百人同时候船。
市港航局局长方舟介绍，新码头每天
开行轮渡八十八班，比老码头多出二
十班，票价不变。
"""
ORCHARD = """\
近日，云栖县柑橘进入采摘期，全县
三万亩果园预计产果四万吨。果农石
头说，今年雨水匀，果子比去年甜。
县农业农村局组织电商培训，帮助果
农把柑橘卖到全国各地。
（据东洲社）
"""
BRIDGE = """\
MILLBROOK — The county will close the
Alder Street bridge for nine weeks
starting Monday so that crews can replace
its deck, engineers said.

Drivers will be sent to the Canal Road
crossing, which adds six minutes to the
trip, county engineer Dana Holt said.
"""
LIBRARY = """\
The library board voted 4-1 Thursday to
drop fines for late books, saying that
the fines cost more to collect than they
bring in.

Board president Ruth Egan cast the only
vote against the change, which begins in
July at all five branches.
"""


def headlines(text: str) -> list[str | None]:
    return [article.headline for article in split(text)]


def test_the_sample_page_gives_its_four_articles_with_their_headlines() -> None:
    assert headlines(WUXI) == [
        "市委常委会召开会议",
        "无锡市推进新型工业化建设产业科技创新高地发展大会召开",
        "我市与中国信保达成新一轮战略合作",
        "“蛟龙号”首潜大西洋",
    ]


def test_bylines_and_credits_of_the_sample_page_stand_apart_from_its_bodies() -> None:
    page = split(WUXI)
    assert [article.byline for article in page] == ["（高美梅）", "（惠晓婧）", "（王怡荻）", None]
    assert page[3].credit == "（据新华社）"
    assert all("（高美梅）" not in article.body and "（据新华社）" not in article.body for article in page)


def test_paragraphs_are_joined_across_column_breaks() -> None:
    body = split(WUXI)[0].body
    assert "找准抓实融合结合的着力点" in body
    assert body.count("\n") == 3


def test_locate_leads_from_the_text_to_the_page() -> None:
    article = split(WUXI)[2]
    at = article.text.index("支付赔款近2000 万美元".replace(" ", ""))
    spans = article.locate(at, at + 4)
    assert "".join(WUXI[span.start : span.end] for span in spans) == "支付赔款"


def test_headline_before_its_body() -> None:
    page = split("新码头启用\n首日六千人过江\n\n" + FERRY + "\n云栖柑橘开摘\n\n" + ORCHARD)
    assert [article.headline for article in page] == ["新码头启用首日六千人过江", "云栖柑橘开摘"]


def test_headline_after_the_body_goes_to_the_article_above() -> None:
    page = split(FERRY + "\n新码头启用首日六千人过江\n\n" + ORCHARD + "\n云栖柑橘开摘 果农说比去年甜\n")
    assert [article.headline for article in page] == [
        "新码头启用首日六千人过江",
        "云栖柑橘开摘 果农说比去年甜",
    ]


def test_briefs_without_headlines_part_at_credits_and_lead_ins() -> None:
    page = split(ORCHARD + "\n" + FERRY)
    assert [article.headline for article in page] == [None, None]
    assert page[0].credit == "（据东洲社）"
    assert page[1].byline == "记者 柳叶"


def test_english_headline_byline_and_dateline() -> None:
    page = split(
        "Bridge to close\nfor nine weeks\nBy Carl Benson\n\n"
        + BRIDGE
        + "\nLibrary drops late fines\nBy Lena Grady\n\n"
        + LIBRARY
    )
    assert [article.headline for article in page] == [
        "Bridge to close for nine weeks",
        "Library drops late fines",
    ]
    assert [article.byline for article in page] == ["By Carl Benson", "By Lena Grady"]
    assert [article.dateline for article in page] == ["MILLBROOK", None]
    assert page[0].body.startswith("MILLBROOK — The county will close the Alder Street bridge")


def test_languages_are_told_article_by_article() -> None:
    page = split("新码头启用\n\n" + FERRY + "\nBridge to close for nine weeks\nBy Carl Benson\n\n" + BRIDGE)
    assert [article.language for article in page] == ["zh", "en"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("汀洲日报 2025年4月1日 星期二", "masthead"),
        ("２０２５年４月１日 星期二 第６版", "date"),
        ("责任编辑：林一 版式：王二", "editors"),
        ("下转第3版", "jump"),
        ("Continued on A6", "jump"),
        ("市民在江边放风筝。 柳叶 摄", "caption"),
        ("Photo by Ana Dell", "caption"),
        ("多云转小雨 东南风3～4级", "weather"),
        ("热线电话：5550188", "contact"),
        ("Call 555-0188 or write to desk@courier.example", "contact"),
        ("Friday, September 19, 2025", "date"),
        ("THE MILLBROOK COURIER", "masthead"),
        ("INSIDE: Weather B8 | Crossword C4", "index"),
        ("BUSINESS DIGEST", "roundup"),
        ("Fulmar 100   4,118.2   +0.6%", "table"),
    ],
)
def test_furniture_is_known_by_its_form(line: str, kind: str) -> None:
    text = "Bridge to close for nine weeks\nBy Carl Benson\n\n" + BRIDGE + "\n\n" + line + "\n"
    assert kind in {item.kind for item in split(text).furniture}


def test_a_caption_takes_the_line_above_the_photographer() -> None:
    text = (
        "新码头启用\n\n" + FERRY + "\n轮渡驶离新码头，市民在船头拍照。\n柳叶 摄\n\n云栖柑橘开摘\n\n" + ORCHARD
    )
    page = split(text)
    assert "轮渡驶离" not in "".join(article.text for article in page)
    assert {item.kind for item in page.furniture} == {"caption"}


def test_a_jump_line_in_mid_sentence_does_not_end_the_article_around_it() -> None:
    lines = BRIDGE.split("\n")
    page = split(
        "\n".join(
            ["Bridge to close for nine weeks", "By Carl Benson", *lines[:6], "Continued on A6", *lines[6:]]
        )
    )
    assert len(page) == 1
    assert "Continued" not in page[0].body
    assert "Canal Road" in page[0].body


def test_kicker_headline_and_deck_are_told_apart() -> None:
    text = "全市港航工作会议召开\n以“零延误”的标准办好轮渡\n方舟讲话 石头主持\n\n" + FERRY
    article = split(text)[0]
    assert (article.kicker, article.headline, article.deck) == (
        "全市港航工作会议召开",
        "以“零延误”的标准办好轮渡",
        ["方舟讲话 石头主持"],
    )


def test_a_notice_keeps_its_authority_and_date() -> None:
    text = "汀洲市人民政府\n关于方舟任职的通知\n\n各县区人民政府，市直各单位：\n\n经研究决定，任命方舟为市港航局局长，任职时间自发文之日起计算。\n\n汀洲市人民政府\n\n2025年4月3日\n"
    page = split(text)
    assert len(page) == 1
    assert page[0].body.endswith("汀洲市人民政府\n2025年4月3日")


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "会议通过预算1.2亿元。",
        "The mayor opened the bridge on Monday. It cost $2 million.\n\nShe said traffic would double by May.\n",
        "市长昨天为大桥揭牌，大桥总投资2亿元。\n\n她说，明年车流量将翻一番。\n",
        "# Budget\n\nThe council passed a budget of $3 million on Monday.\n\n## Roads\n\nRoads get $1 million of it.\n",
        "To: All staff\nFrom: Dana Holt\n\nThe board approved the budget of $3 million on Monday. Please read it.\n",
    ],
)
def test_text_without_newspaper_structure_is_one_article(text: str) -> None:
    page = split(text)
    assert len(page) == 1
    assert not page.residue


def test_blank_text_has_no_articles() -> None:
    assert len(split("")) == len(split(" \n\u3000\n\x0c")) == 0


def test_confidence_is_lower_where_a_seam_is_in_doubt() -> None:
    sure = split(
        "Bridge to close for nine weeks\nBy Carl Benson\n\n"
        + BRIDGE
        + "\nLibrary drops late fines\nBy Lena Grady\n\n"
        + LIBRARY
    )
    doubtful = split(BRIDGE + "\nWhat comes next\n\n" + LIBRARY)
    assert min(article.confidence for article in sure) > min(article.confidence for article in doubtful)


def test_hard_wrapped_lines_become_paragraph_blocks() -> None:
    blocks = build_blocks(read_lines(FERRY), WEIGHTS)
    assert [len(block.lines) for block in blocks] == [4, 3]


def test_traditional_lead_ins_and_credits_are_known_too() -> None:
    orchard = ORCHARD.replace("（据东洲社）", "（據東洲社）")
    page = split(orchard + FERRY.replace("本报讯（记者 柳叶）", "本報訊（記者 柳葉）"))
    assert [article.credit for article in page] == ["（據東洲社）", None]
    assert page[1].body.startswith("本報訊")


def test_a_headline_block_between_blank_lines_is_not_cut_in_two() -> None:
    article = split(WUXI)[2]
    assert article.kicker == "3年超500亿美元承保规模服务保障“1万+”企业"
    assert article.headline == "我市与中国信保达成新一轮战略合作"
    lines = [WUXI[span.start : span.end] for span in article.locate(0, len(article.kicker))]
    assert lines == ["3年超500亿美元承保规模", "服务保障“1万+”企业"]


def test_two_headline_blocks_in_a_row_go_each_to_their_own_article() -> None:
    page = split(ORCHARD + "\n云栖万亩柑橘\n进入采摘期\n\n新轮渡码头启用\n\n" + FERRY)
    assert [(a.headline, a.body[:3]) for a in page] == [
        ("云栖万亩柑橘进入采摘期", "近日，"),
        ("新轮渡码头启用", "本报讯"),
    ]


def test_a_signature_broken_over_two_lines_ends_its_article() -> None:
    signed = ORCHARD.replace("（据东洲社）\n", "").rstrip() + "（记者\n林一 柳叶）\n"
    page = split(signed + "\n" + FERRY)
    assert page[0].byline == "（记者 林一 柳叶）"
    assert page[0].body.endswith("全国各地。")
    assert len(page) == 2


def test_a_bracket_inside_a_sentence_is_no_signature() -> None:
    text = FERRY.replace("市港航局局长方舟介绍", "市港航局局长方舟、副局长林一（挂职）\n介绍")
    assert len(split(text)) == 1


def test_what_it_costs_and_who_says_it_stand_above_the_headline() -> None:
    for kicker in ("总投资3亿元 分两期建设", "石头到云栖调研柑橘产业时强调"):
        article = split(f"{kicker}\n汀洲市新轮渡码头启用\n\n{FERRY}")[0]
        assert (article.kicker, article.headline) == (kicker, "汀洲市新轮渡码头启用")


def test_columns_side_by_side_without_a_gutter_are_told_and_not_trusted() -> None:
    left, right = (BRIDGE * 2).split("\n"), (LIBRARY * 2).split("\n")
    rows = [f"{one}     {two}" for one, two in zip(left, right, strict=False) if one and two]
    page = split("\n".join(rows))
    assert page.interleaved
    assert max(article.confidence for article in page) < 0.6
    assert not split(BRIDGE + "\n" + LIBRARY).interleaved
