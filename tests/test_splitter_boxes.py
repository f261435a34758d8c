"""Small boxes, decks, answers and other pieces that stand beside or between articles."""

from __future__ import annotations

import re
import time

import pytest

from summarizer import split
from summarizer.splitter import marks
from summarizer.splitter.marks import boxes
from summarizer.splitter.words import takes_up
from tests.passages import BRIDGE, CLASSROOMS, DRAINS, LIBRARY, MARKET, PROSE_EN


@pytest.mark.parametrize(
    ("above", "box", "below"),
    [
        (
            MARKET,
            "锦屿家电城\n全场空调满3000送300\n以旧换新 最高补贴800元\n地址：锦屿市望海路216号\n电话：0510-82345678",
            DRAINS,
        ),
        (
            LIBRARY,
            "KELLER'S HARDWARE\nSnow blowers in stock\nFree delivery in town\n1420 Mill Street, 555-0142",
            BRIDGE,
        ),
    ],
)
def test_every_line_of_an_advert_is_furniture(above: str, box: str, below: str) -> None:
    text = f"{above}\n{box}\n\n{below}"
    page = split(text)
    assert len(page) == 2
    assert [text[item.start : item.end] for item in page.furniture] == box.split("\n")
    assert {item.kind for item in page.furniture} == {"advert", "contact"}
    assert page.furniture[0].kind == "advert"


def test_rows_of_figures_between_blank_lines_are_a_table() -> None:
    box = "Corn   3.88\nSoybeans   10.12\nWheat   5.40"
    text = f"{LIBRARY}\nGrain\n{box}\n\n{BRIDGE}"
    page = split(text)
    assert len(page) == 2
    assert {item.kind for item in page.furniture} == {"table"}
    assert "Soybeans" not in page[0].body


def test_a_headline_with_a_figure_is_no_box() -> None:
    text = f"{LIBRARY}\nBridge to cost $1.4 million\nRain delayed work nine days\n\n{BRIDGE.split(chr(10), 2)[2]}"
    page = split(text)
    assert page[1].headline is not None
    assert page[1].headline.startswith("Bridge to cost $1.4 million")


def test_a_deck_of_whole_sentences_stands_between_headline_and_byline() -> None:
    deck = "Commissioners said they want to see the\ntraffic study first. It is due in January."
    vote = f"""\
County delays vote on landfill

{deck}

By Nora Pell

The county commission put off a vote on the
landfill expansion on Tuesday night after two
hours of comment from residents.
"""
    page = split(f"{vote}\n{BRIDGE}")
    assert len(page) == 2
    assert page[0].headline == "County delays vote on landfill"
    assert page[0].deck == [deck.replace("\n", " ")]


def test_an_answer_stays_with_the_letter_that_asked() -> None:
    letter = """\
公交站为何迁走
编辑同志：
　　我们小区门口的公交站上月迁到了路口以北，老人要多走四百米，不知为何迁走，还会不会迁回来？
　　望海路居民 周一鸣
　　答：因望海路雨水管施工，公交站临时北迁，工程预计十二月底完工，完工后十天内迁回原址。
"""
    page = split(f"{letter}\n{MARKET}")
    assert len(page) == 2
    assert page[0].body.endswith("迁回原址。")


def test_a_sentence_that_tells_of_a_hotline_is_no_imprint() -> None:
    sentence = (
        "老人拨打用餐热线后由最近的社区食堂接单。记者打了三次电话：都在一分钟内接通，接线员会问清忌口。"
    )
    text = f"望海区开通老年人用餐热线\n　　本报讯 望海区昨天开通老年人用餐热线，七十岁以上老人可以打电话订餐，由社区送到家中。\n　　{sentence}\n"
    page = split(text)
    assert not page.furniture
    assert sentence in page[0].body


def test_a_sentence_that_goes_on_behind_a_telephone_number_is_text() -> None:
    sentence = "报名者可拨打电话0510-82345678咨询，也可到社区服务中心现场登记。"
    page = split(f"{MARKET}　　{sentence}\n{DRAINS}")
    assert not page.furniture
    assert page[0].body.endswith(sentence)


def test_a_number_at_the_head_of_a_line_is_no_item() -> None:
    text = """\
今年以来物价平稳
　　本报讯 市统计局昨天公布十月份居民消费价格，同比上涨
2.1%，其中食品价格上涨1.3%，服务价格上涨0.9%，涨幅比上月收窄
0.2个百分点。
　　鲜菜价格下降4.6%，连续三个月下降。
"""
    body = split(text)[0].body
    assert "同比上涨2.1%" in body
    assert "收窄0.2个百分点" in body


def test_a_result_below_a_headline_belongs_to_it() -> None:
    text = """\
雪豹队主场四连胜
燕川雪豹 98∶97 乌岭猛犸
　　本报讯 昨晚在城东体育馆，燕川雪豹队以一分险胜乌岭猛犸队，取得主场四连胜，积分升至第二位。
　　下一轮雪豹队客场对阵飞鱼队。
"""
    page = split(text)
    assert not page.furniture
    assert len(page) == 1
    assert "雪豹队主场四连胜" in (page[0].headline, page[0].kicker)


def test_a_label_of_adverts_does_not_swallow_the_articles_below() -> None:
    page = split(f"招聘\n我市举办春季招聘会\n{MARKET.split(chr(10), 1)[1]}{DRAINS}".replace("　", ""))
    assert [article.headline for article in page] == ["我市举办春季招聘会", "望海路雨水管改造完工"]


def test_display_lines_with_prices_above_an_article_are_its_headline() -> None:
    page = split(f"{LIBRARY}\nCouncil approves $5 fee\nPermit rises to $12\n\n{PROSE_EN}")
    assert page[1].headline == "Council approves $5 fee Permit rises to $12"


@pytest.mark.parametrize("name", ["Will Hobbs", "My Tran", "An Nguyen"])
def test_a_name_that_is_a_common_word_too_is_a_byline(name: str) -> None:
    assert split(f"{LIBRARY}\nBoard weighs classrooms\n{name}\n\n{PROSE_EN}")[1].byline == name


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harlow Mill is owned by the county and will stay closed until the spring of next year.",
        "The driver swerved left, right, and then into the wall of the old bakery on Mill Street.",
    ],
)
def test_a_sentence_like_an_imprint_or_a_caption_stays_in_its_text(sentence: str) -> None:
    page = split(f"{LIBRARY}{sentence}\nThe board meets again on Friday.\n")
    assert not page.furniture
    assert sentence in page[0].body


@pytest.mark.parametrize(
    "imprint",
    [
        "Printed at the Mill Street Press, Harlow.",
        "The Harlow Courier is published by Keel Media every Thursday.",
        "We welcome letters of up to 200 words.",
        "Deadline for the Thursday paper is noon on Tuesday.",
        "Compiled from staff and wire reports",
        "Complaints: write to the editor at 12 Mill Street",
        "Responsibility for election comment is taken by the editor.",
    ],
)
def test_what_a_paper_says_of_itself_is_no_article(imprint: str) -> None:
    text = f"{LIBRARY}\n{imprint}\n"
    assert [text[item.start : item.end] for item in split(text).furniture] == [imprint]


@pytest.mark.parametrize(("pattern", "case"), [*boxes._DATA, *boxes._SELLS])
def test_every_row_of_what_a_box_holds_knows_its_case(pattern: str, case: str) -> None:
    assert re.search(pattern, case)


@pytest.mark.parametrize(
    "piece", ["1 ", "a  ", "12,", "$1", "满1", "1/", "A B ", "甲 ", "Fri", "：", "15 Aa ", "线1"]
)
def test_no_line_of_a_box_takes_long(piece: str) -> None:
    line = piece * 20_000
    start = time.process_time()
    marks.DATA.search(line)
    marks.SELLS.search(line)
    assert time.process_time() - start < 5  # minutes, if it grew with the square


@pytest.mark.parametrize(
    "box",
    [
        "They met at 8 p.m. in the store.\nBy 9 p.m. the place was full.",
        "Monday: Rain fell all day and the crew stayed in.\nTuesday: The sun came out and work went on.",
        "Call him a dreamer.\nCall him a fool.\nHe built the store anyway.",
    ],
)
def test_sentences_in_lines_of_their_own_are_text(box: str) -> None:
    text = f"{LIBRARY}\n{box}\n\nThe board meets again on Friday to hear the\nfarmers who live beyond the river.\n"
    page = split(text)
    assert not page.furniture
    assert box.rsplit("\n", maxsplit=1)[-1] in page[0].body


@pytest.mark.parametrize(
    "box",
    [
        "The top finishers were:\nAnn Lee, 18:42\nMary Dow, 19:05\nJo Park, 19:20",
        "Prices have doubled.\nBread: $4\nEggs: $6\nMilk: $5",
        "The final tally:\nYes: 412\nNo: 388",
    ],
)
def test_a_list_stays_with_the_sentence_that_opens_it(box: str) -> None:
    page = split(
        f"{LIBRARY}\n{box}\n\nThe board meets again on Friday to hear the\nfarmers who live beyond the river.\n"
    )
    assert not page.furniture
    assert len(page) == 1
    assert box in page[0].body


def test_a_chinese_list_stays_with_the_sentence_that_opens_it() -> None:
    rows = "他的一天是这样的：\n5:30 起床\n6:10 出车\n11:40 交班"
    page = split(
        f"{MARKET}\n{rows}\n\n　　他说，最难的是冬天的早晨，车厢里的暖气要半个小时才热起来，站台上的人却已经排起了队。\n"
    )
    assert len(page) == 1
    assert not page.furniture
    assert "6:10出车" in page[0].body


@pytest.mark.parametrize("width", [16, 20, 22])
@pytest.mark.parametrize(
    "sentence",
    [
        "今天天气晴好，最高气温二十六度，公园里游人如织，孩子们在草坪上放起了风筝，老人们打起了太极。",
        "昨夜小雨，今晨转多云，风力二到三级，正是放风筝的好天气，河堤上一早就聚满了人。",
    ],
)
def test_the_first_line_of_a_paragraph_is_not_torn_from_it(sentence: str, width: int) -> None:
    paragraphs = ["　　" + text.strip("　") for text in (*MARKET.split("\n")[1:3], sentence)]
    lines = [text[at : at + width] for text in paragraphs for at in range(0, len(text), width)]
    page = split("城西菜场今起试营业\n" + "\n".join(lines) + "\n")
    assert not page.furniture
    assert page[0].body.endswith(sentence)


@pytest.mark.parametrize(
    "line", ["By " + "&" * 16, "By ,//////////////", "本报 见习见习实习生 抋 躬 文 亇 " * 5, "评论员 " * 25]
)
def test_a_short_hostile_line_is_read_in_one_way_only(line: str) -> None:
    start = time.process_time()
    for _ in range(100):
        marks.first(marks.BYLINES, line)
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    ("above", "box", "below"),
    [
        (
            MARKET,
            "更正\n本报11月14日第二版《小区充电桩改造提速》一文中，\n“三百二十个”应为“二百三十个”，特此更正，并向读者致歉。",
            DRAINS,
        ),
        (LIBRARY, "Correction\nA caption on Page B3 Tuesday reversed the names of the owners.", BRIDGE),
    ],
)
def test_a_correction_is_furniture_to_its_end(above: str, box: str, below: str) -> None:
    text = f"{above}\n{box}\n\n{below}"
    page = split(text)
    assert len(page) == 2
    assert box.rsplit("\n", maxsplit=1)[-1][:20] in "".join(
        [text[one.start : one.end] for one in page.furniture]
    )


def test_a_headline_below_a_label_of_corrections_is_none() -> None:
    page = split(f"{LIBRARY}\nFOR THE RECORD\nBankruptcies\n\n{PROSE_EN}")
    assert page[1].headline == "Bankruptcies"


@pytest.mark.parametrize(
    "line",
    [
        "Page 5 ~ Plain Speaker ~ July 23, 2025",
        "Have we erred? Readers' desk: 555-0107",
        "IN TUNE: Vadivel Kannar at work in his shed at Kuthanoor.",
    ],
)
def test_a_line_of_the_page_between_articles_is_furniture(line: str) -> None:
    text = f"{LIBRARY}\n{line}\n\n{BRIDGE}"
    assert [text[item.start : item.end] for item in split(text).furniture] == [line]


def test_a_byline_in_small_letters_with_the_paper_s_name() -> None:
    byline = "by Lorna Teague, Plain Speaker editor"
    page = split(f"{LIBRARY}\nBoard keeps four-day week,\ndrops the 7:25 bell\n{byline}\n\n{PROSE_EN}")
    assert page[1].byline == byline


NAMES = """\
　　本报讯 昨天，望海县公布好人榜，名单如下（按姓氏笔画排序）：
王冬生 县供电公司班长
刘细妹（女） 松陂竹编厂技师
赵大河 清河渡口船工
孙小雨 县医院护士
"""


@pytest.mark.parametrize("blank", ["", "\n"], ids=["tight", "spaced"])
def test_a_list_of_names_stays_with_its_sentence_and_the_headline_below_does_not(blank: str) -> None:
    page = split(f"望海好人榜出炉\n{NAMES}".replace("\n", "\n" + blank) + DRAINS)
    assert [article.headline for article in page] == ["望海好人榜出炉", "望海路雨水管改造完工"]
    assert page[0].body.endswith("孙小雨 县医院护士")


def test_lines_that_offer_work_are_an_advert_though_no_blank_line_parts_them() -> None:
    box = "Keller Haulage Hiring\nDrivers, full or part time\nCompetitive pay and benefits\nNo phone calls please\n1420 Mill Street, 555-0142"
    headline, _, text = BRIDGE.replace("\nBy Ted Orson\n\n", "").partition("\n")
    raw = f"{PROSE_EN}{box}\n{headline}\n{text}"
    page = split(raw)
    assert [raw[item.start : item.end] for item in page.furniture] == box.split("\n")
    assert page[1].headline == headline


def test_what_offers_something_below_the_data_of_a_labelled_advert_is_part_of_it() -> None:
    box = "广告\n电话：0510-82345678\n诚聘船工 待遇面议"
    text = f"{MARKET}{box}\n{DRAINS}"
    page = split(text)
    assert [text[item.start : item.end] for item in page.furniture] == box.split("\n")
    assert page[1].headline == "望海路雨水管改造完工"


def test_a_caption_with_its_photographer_goes_no_farther_up_or_down() -> None:
    caption = "The old mill on Main Street burned. No one was\nhurt in the lower halls. (Sam Bell/Staff)"
    text = f"{LIBRARY}\nBoard weighs three classrooms\nParents speak for plan\n{caption}\n{PROSE_EN}"
    page = split(text)
    assert [text[item.start : item.end] for item in page.furniture] == [caption]
    assert page[1].headline == "Board weighs three classrooms Parents speak for plan"
    assert page[1].body.startswith("The school board")


def test_a_result_above_the_headline_of_the_report_on_it_belongs_to_it() -> None:
    report = "The Millers came from behind on Saturday and beat\nthe Anglers in the last minutes of the cup final.\nTheir keeper saved two penalties.\n"
    page = split(f"{LIBRARY}\nMillers 5, Anglers 3\nMillers win cup in the last\n{report}")
    assert not page.furniture
    assert (page[1].kicker, page[1].headline) == ("Millers 5, Anglers 3", "Millers win cup in the last")


def test_a_result_that_the_text_below_says_nothing_of_is_a_table() -> None:
    board = "The school board in Harlow met on Monday and\nheard a plan to add three classrooms to it.\nEnrollment has grown by a tenth in four years.\n"
    text = f"{LIBRARY}\nMillers 5, Anglers 3\nBoard weighs three classrooms\n{board}"
    assert [text[item.start : item.end] for item in split(text).furniture] == ["Millers 5, Anglers 3"]


@pytest.mark.parametrize("opening", ["编后：", "（二）", "三、"])
def test_a_note_of_the_editors_or_a_numbered_clause_takes_up_the_text_above(opening: str) -> None:
    assert takes_up(opening + "菜场虽小，连着千家万户。", cjk=True)


@pytest.mark.parametrize("opening", ["编后记出版", "二十", "三", "（二期）"])
def test_what_only_begins_like_a_clause_takes_up_nothing(opening: str) -> None:
    assert not takes_up(opening + "菜场虽小，连着千家万户。", cjk=True)


def test_the_paragraphs_of_a_correction_stay_with_its_label() -> None:
    said = "　　本报昨日第3版《菜场试营业》一文中，摊位“从原来的69个减到72个”应为“96个”，特此更正。"
    page = split(f"{MARKET}\n更正\n\n{said}\n\n{DRAINS}")
    assert [article.headline for article in page] == ["城西菜场今起试营业", "望海路雨水管改造完工"]
    assert not any("69个" in article.body for article in page)
    assert [part.kind for part in page.furniture] == ["correction", "correction"]


def test_rows_of_names_belong_to_the_text_that_lists_them() -> None:
    names = "澜城区（9名）\n卢秀华　方　磊　丁月娥　谭志强　毛　莉\n谢春燕　欧阳倩　陶　军　史红霞　高　翔\n"
    page = split(
        f"{MARKET}\n优秀教师名单公示\n　　本报讯 经评审，拟对下列同志予以表彰，现公示如下，公示期为五天。\n{names}\n{DRAINS}"
    )
    assert "谢春燕" in page[1].body
    assert "澜城区（9名）" in page[1].body
    assert not page.furniture


def test_a_row_of_the_heads_of_columns_is_no_row_of_names() -> None:
    page = split(f"{MARKET}\n队名 胜 平 负 积分\n雪豹 5 1 0 16\n猛犸 4 1 1 13\n\n{DRAINS}")
    assert [part.kind for part in page.furniture][:1] == ["table"]


@pytest.mark.parametrize(
    "caption",
    [
        "图为参观者在展厅内驻足观\n看。 通讯员 于远明 摄影报道",
        "Volunteers sort donations at the\ncommunity center. PHOTO: PETER KEMP",
    ],
)
def test_a_caption_ends_with_the_line_that_names_its_photographer(caption: str) -> None:
    chinese = "图" in caption
    above, below = (MARKET, "望海路雨水管改造完工") if chinese else (LIBRARY, "Board weighs classrooms")
    body = DRAINS.split("\n", 1)[1] if chinese else PROSE_EN + CLASSROOMS
    page = split(f"{above}{caption}\n{below}\n{body}")
    assert page[1].headline == below
    assert [part.kind for part in page.furniture] == ["caption"]


def test_a_caption_in_a_narrow_column_ends_above_the_headline_that_touches_it() -> None:
    def narrow(text: str) -> str:
        lines = text.replace("\u3000", "").strip().split("\n")
        return "\n".join(line[at : at + 15] for line in lines for at in range(0, len(line), 15))

    caption = "▲工作人员正在调试设备\n，准备试运行。 徐文英 摄"
    page = split(
        f"{narrow(MARKET)}\n{caption}\n望海路雨水管改\n造完工\n{narrow(DRAINS.split(chr(10), 1)[1])}\n"
    )
    assert [article.headline for article in page] == ["城西菜场今起试营业", "望海路雨水管改造完工"]


def test_a_post_alone_between_a_headline_and_a_blank_line_is_its_byline() -> None:
    page = split(
        f"{LIBRARY}\nPort board clears berth;\nfishers threaten to block\nSpecial Correspondent\n\n{PROSE_EN}"
    )
    assert page[1].byline == "Special Correspondent"
    assert page[1].headline == "Port board clears berth; fishers threaten to block"
