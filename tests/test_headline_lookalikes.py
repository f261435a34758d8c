"""Headlines that hold the words of a box, an imprint, a caption or a byline keep their articles."""

from __future__ import annotations

import pytest

from summarizer import split
from tests.passages import CLASSROOMS, DRAINS, LIBRARY, MARKET, PROSE_EN

BELOW_ZH = DRAINS.split("本报讯 ", 1)[1]


@pytest.mark.parametrize(
    "headline",
    [
        "Deadline for voter registration nears",
        "Complaints about noise double in a year",
        "Printed in secret, old Bible sells for record sum",
        "Letters should be short, says postmaster",
        "The Grand Hotel is owned by a trust, court hears",
        "We welcome the right to roam, say farmers",
        "Compiled by hand, staff reports stay secret",
        "Drivers turn left, right and wrong on new ring road",
        "Police search far right, left and centre",
        "Harlow Girl Is State Champion",
        "Court Names Child Advocate",
        "City Desk: Mayor Wins Vote",
        "Follow Mary Holt Home on Road",
        "Budget Talks Stall, by Popular Demand",
        "Mayor Quits, Council Splits",
        "Standings",
        "If You Go",
        "Call for Help Goes Unanswered",
        "Open Doors, Open Minds",
        "Free Lunch Program Ends",
        "Sale of Mill Approved",
        "Tickets to Ride: Bus Fares Fall",
        "Best in Show",
        "Wanted: 300 Nurses",
        "Apply Now for Storm Aid",
        "Monday: The Day the Mill Closed",
        "Yes: 412, No: 388 in School Vote",
        "Budget: $4.2 Million and Falling",
        "Gas Falls to $2.99",
        "Page Turner: Library Reopens",
        "Inside the Jail",
        "Weather Delays Harvest",
        "Lottery Winner Comes Forward",
        "Corrections Officer Charged",
        "Briefly Mayor, Forever Teacher",
        "From Left Field to Center Stage",
        "Photo Finish at Fairgrounds",
        "By the Numbers, a Hard Winter",
        "Editor Retires After 40 Years",
        "Contact Tracing Ends",
        "Letters From the Front",
        "Index of Crime Falls",
        "Section 8 Vouchers Dry Up",
        "Continued Drought Feared",
        "Tides Turn for Oyster Farms",
        "Standing Room Only",
        "Markets Rally on Jobs Report",
        "Sports Complex Opens",
        "People of Harlow Remember Flood",
        "Red Cross & Fire Crews Honored",
        "Store Must Go, Judge Says",
        "Family Owned Since 1919, Bakery Closes",
        "Delivered on Time",
        "Call 911, Then What?",
        "Ann Lee at Harlow Fair",
        "Special to Us: A Town Says Goodbye",
        "Jones in Seattle for Trial",
        "Hiring Fair Draws 400",
        "Harlow Times Change",
        "Valley News Stand Burns",
        "Main Street Journal Keeper Dies",
        "From BUST TO BOOM",
        "From COAL TO SOLAR",
        "Special Report Clears Sheriff",
        "Special Writers Workshop Opens",
        "Sweet Corn and Fresh Peaches",
        "Climate Change and Public Health",
        "Big Tech and Small Business",
        "RIVER BRIDGE CLOSED",
        "Design: Modern Farm House",
        "Layout: New City Park",
    ],
)
def test_an_english_headline_keeps_its_article(headline: str) -> None:
    page = split(f"{LIBRARY}\n{headline}\n\n{PROSE_EN}{CLASSROOMS}")
    assert [article.headline for article in page] == ["Library to open on Sundays", headline]


@pytest.mark.parametrize("lead", ["　　本报讯（记者李明）", "　　"])
@pytest.mark.parametrize(
    "headline",
    [
        "本报同时推出特别报道聚焦民生",
        "地址公示引争议",
        "电话诈骗出现新手法",
        "热线12345开通十年",
        "招聘季来了 岗位在哪",
        "停电两小时 谁来赔",
        "拍卖公告撤回之后",
        "天气转凉 流感抬头",
        "明天起 公交线路有调整",
        "今日起油价下调",
        "记者节里话担当",
        "图书馆里的夜读人",
        "导读员上岗",
        "第三版规划通过评审",
        "购房补贴：最高6万元",
        "招生：名额增加300个",
        "门票：从80元降到30元",
        "时间：晚上九点以后",
        "菜价：白菜0.8元一斤",
        "满500减100 消费券今起发放",
        "家电以旧换新 补贴15%",
        "特价房 抢购为何遇冷",
        "免费报名 公益课堂开讲",
        "周一至周五 食堂对外开放",
        "世界杯：阿根廷2:1法国",
        "8:00到22:00 公园延时开放",
        "公交23路今起改线",
        "张明、李强出席",
        "市长王海调研春耕",
        "作者：一个人的村庄",
        "编辑部的故事",
        "本报讯息发布会召开",
        "读者来信：路灯何时亮",
        "快讯：地铁三号线通车",
        "简讯员培训班开班",
        "更正一个误会",
        "致歉信背后的服务升级",
        "公示期满 12人拟提拔",
        "遗失的古村落",
        "寻人启事登了三十年",
        "讣告之外的人生",
        "体彩大奖花落城东",
        "股市收盘 沪指涨1.2%",
        "上接第三届论坛 签约40亿元",
        "转战3版图 外贸破局",
        "花园村 走出共富路",
        "石头村 变身金疙瘩",
        "红旗社区 办起百家宴",
        "周庄镇 江南第一",
        "石桥村 张灯结彩",
        "解放街道 网格连民心",
        "电价 下月起下调",
    ],
)
def test_a_chinese_headline_keeps_its_article(headline: str, lead: str) -> None:
    page = split(f"{MARKET}\n{headline}\n{lead}{BELOW_ZH}")
    assert len(page) == 2
    said = f"{page[1].kicker or ''}{page[1].headline or ''}{''.join(page[1].deck)}"
    assert said.replace(" ", "") == headline.replace(" ", "")


@pytest.mark.parametrize("label", ["停水通知", "招标公告", "招聘", "2版 全市营商环境大会召开"])
def test_what_looks_like_a_label_is_a_headline_above_a_lead_in(label: str) -> None:
    assert [article.headline for article in split(f"{MARKET}\n{label}\n　　本报讯 {BELOW_ZH}")][1:] == [label]
