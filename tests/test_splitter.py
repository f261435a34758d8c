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
    assert article.kicker == "3年超500亿美元承保规模服务保障“1万+”企业"
    assert article.headline == "我市与中国信保达成新一轮战略合作"
    lines = [WUXI[span.start : span.end] for span in article.locate(0, len(article.kicker))]
    assert lines == ["3年超500亿美元承保规模", "服务保障“1万+”企业"]


def test_two_headline_blocks_in_a_row_go_each_to_their_own_article() -> None:
    page = split(ORCHARD + "\n云栖柑橘进入采摘期\n预计产果四万吨\n\n新轮渡码头启用\n\n" + FERRY)
    assert [(a.headline, a.body[:3]) for a in page] == [
        ("云栖柑橘进入采摘期预计产果四万吨", "近日，"),
        ("新轮渡码头启用", "本报讯"),
    ]


def test_a_signature_broken_over_two_lines_ends_its_article() -> None:
    signed = ORCHARD.replace("（据东洲社）\n", "").rstrip() + "（记者\n林一 柳叶）\n"
    page = split(signed + "\n" + FERRY)
    assert [article.byline for article in page][0] == "（记者 林一 柳叶）"
    assert page[0].body.endswith("全国各地。")
    assert len(page) == 2


def test_a_bracket_inside_a_sentence_is_no_signature() -> None:
    text = FERRY.replace("市港航局局长方舟介绍", "市港航局局长方舟、副局长林一（挂职）\n介绍")
    assert len(split(text)) == 1


def test_what_it_costs_and_who_says_it_stand_above_the_headline() -> None:
    for kicker in ("总投资3亿元 分两期建设", "石头到云栖调研柑橘产业时强调"):
        article = split(f"{kicker}\n汀洲市新轮渡码头启用\n\n{FERRY}")[0]
        assert (article.kicker, article.headline) == (kicker, "汀洲市新轮渡码头启用")
