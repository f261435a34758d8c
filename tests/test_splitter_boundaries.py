"""Where articles begin and end, told by their neighbours and by the page; and the pages that weights are fitted on."""

from __future__ import annotations

import pytest

from summarizer import split
from summarizer.splitter import blocks, seams
from summarizer.splitter.joins import join_score
from summarizer.splitter.lines import read_lines
from summarizer.splitter.roles import looks_running
from summarizer.splitter.weights import WEIGHTS
from tests.bench.made_pages import FAMILIES, make
from tests.passages import DRAINS, MARKET

RICE = "北河沿岸昨夜水位回落，二号闸口今晨重新开启，下游三县的渡口陆续恢复通航。"
PORT = "码头工人一千余名昨晨复工，资方答应每日加发饭钱，罢工四日之后货船重新靠岸。"
BEES = (
    "Forty thousand bees came back to the\nclock tower in Stanmoor this week, and\n"
    "the keeper said that they had never\nreally left it.\n"
)
MULE = (
    "A mule named Senator sat down on the\nhood of a parked car during the parade\n"
    "and would not move for anyone, the\ntown clerk said.\n"
)


def set_in(width: int, text: str) -> str:
    """Return `text` in lines of `width` characters."""
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def test_a_lead_in_between_black_brackets_opens_an_article() -> None:
    page = split(f"{set_in(16, '【本市訊】' + RICE)}\n{set_in(16, '【又訊】' + PORT)}\n")
    assert len(page) == 2
    assert page[1].body.startswith("【又訊】")


def test_a_headline_in_capitals_parts_from_the_text_that_touches_it() -> None:
    page = split(f"BEES RETURN TO THE CLOCK TOWER\n{BEES}A MULE, A MAYOR AND ONE BENT HOOD\n{MULE}")
    assert [article.headline for article in page] == [
        "BEES RETURN TO THE CLOCK TOWER",
        "A MULE, A MAYOR AND ONE BENT HOOD",
    ]


def test_a_headline_as_wide_as_its_column_parts_from_text_that_says_it_again() -> None:
    text = (
        "朔浦图书馆延长夜间开放\n即日起，朔浦市图书馆夜间\n开放延长两小时，读者可在\n馆内自习到二十二点。\n"
    )
    page = split(text)
    assert page[0].headline == "朔浦图书馆延长夜间开放"
    assert page[0].body.startswith("即日起")


def test_a_label_with_blanks_between_its_letters_is_furniture() -> None:
    text = f"米价回落\n{set_in(18, RICE)}\n\n读 者 来 信\n\n码头复工\n{set_in(18, PORT)}\n"
    page = split(text)
    assert [text[item.start : item.end] for item in page.furniture] == ["读 者 来 信"]


def test_the_name_of_a_paper_above_its_date_is_furniture_whatever_the_name() -> None:
    page = split(f"DAILY WHARF\nWEDNESDAY, MAY 21, 2025 / PAGE 6\nBEES RETURN TO THE CLOCK TOWER\n{BEES}")
    assert page[0].headline == "BEES RETURN TO THE CLOCK TOWER"
    assert page.furniture[0].kind == "masthead"


def test_who_wrote_and_photographed_signs_the_article_as_its_author() -> None:
    page = split(f"码头复工 货船重新靠岸\n\n本报记者 章回 文并摄\n\n{set_in(18, PORT)}\n")
    assert page[0].byline == "本报记者 章回 文并摄"


@pytest.mark.parametrize("family", FAMILIES)
def test_a_made_page_is_the_same_for_the_same_seed_and_every_letter_has_one_owner(family: str) -> None:
    text, gold = make(11, family)
    assert (text, gold) == make(11, family)
    owners = [0] * len(text)
    for start, end in [*(span for a in gold["articles"] for span in a["spans"]), *gold["furniture"]]:
        for at in range(start, end):
            owners[at] += 1
    assert all(owner == 1 for char, owner in zip(text, owners, strict=True) if not char.isspace())


def test_an_aside_in_brackets_behind_a_sentence_ends_the_paragraph() -> None:
    one = "民警批评教育后，当事人写下保证书，随即离开。（文中人物系化名）"
    lines = read_lines(one + "\n北京发布森林火险橙色预警")
    assert [line.final for line in lines] == [True, False]


def test_a_closing_quote_set_off_by_a_blank_ends_the_sentence() -> None:
    assert read_lines("It has been dubbed “ feather lung. ”")[0].final


def test_a_headline_of_capitalised_words_parts_from_the_sentence_below() -> None:
    text = (
        "Moths of the Marsh by\nOld Ferry Wardens Key to Saving Reeds\nKit Quill quit his long bid for the council on\n"
        "Wednesday with all the theatre that has marked it\nfrom the first day. He will farm.\n"
    )
    (article,) = split(text)
    assert article.headline == "Moths of the Marsh by Old Ferry Wardens Key to Saving Reeds"


def test_a_large_first_letter_opens_a_paragraph_below_an_unfinished_line() -> None:
    lines = read_lines(
        "Quarry motion defeated in Senate\nB\nEIRUT dockers walked out on Tuesday over their pay, and"
    )
    assert join_score(lines[0], lines[1], opens=True, weights=WEIGHTS) < 0


def test_the_dateline_of_a_wire_story_alone_in_brackets_opens_its_text() -> None:
    body = "连日大雪和强风已造成多人死亡，同时公路、铁路、空中和海上交通也为之中断，机场关闭。\n"
    (article,) = split(f"北地连日大雪交通中断\n（北社河城八日电）\n{body}")
    assert article.headline == "北地连日大雪交通中断"
    assert article.body.startswith("（北社河城八日电）")


def test_the_desk_of_a_wire_story_ends_it() -> None:
    desk = "(Reporting by Ann Quill; Editing by Lee Fenn)"
    text = (
        f"Ferry fares go up\nThe board voted 5-2 on Tuesday to raise fares by 10 cents from May 1.\n{desk}\n"
    )
    (article,) = split(text)
    assert article.credit == desk


def test_a_name_behind_a_square_signs_the_text_above_it() -> None:
    body = "　　本报讯 昨天，市图书馆延长开放时间，读者可在窗口办理证件，直至晚上九时。\n"
    page = split(f"图书馆延时开放\n{body}□柳青\n渡口恢复通航\n{body.replace('图书馆', '渡口')}")
    assert [article.headline for article in page] == ["图书馆延时开放", "渡口恢复通航"]
    assert (page[0].byline or page[0].credit) == "□柳青"


def test_a_byline_below_every_headline_tells_subheads_from_headlines() -> None:
    body = "The {} board voted 5-2 on Tuesday to raise fares by 10 cents from May 1.\nRiders spoke against it for an hour.\n"
    text = "".join(
        f"{title}\nBy Ann Quill\n{body.format(what)}Riders cry foul\n{body.format(what)}"
        for title, what in (("Ferry fares go up", "ferry"), ("Tram line is put off", "tram"))
    )
    assert [article.headline for article in split(text)] == ["Ferry fares go up", "Tram line is put off"]


@pytest.mark.parametrize(
    ("lead", "byline"),
    [
        ("本报讯（柳青）", "柳青"),
        ("中新网河城7月10日电 (柳青 陆青山)", "柳青 陆青山"),
        ("中新网河城7月10日电(柳青青陆青山)", "柳青青陆青山"),
        ("中新网河城7月10日电（完）", None),
    ],
)
def test_names_in_brackets_behind_a_desk_are_the_byline(lead: str, byline: str | None) -> None:
    (article,) = split(f"渡口恢复通航\n　　{lead} 昨天，清河渡口恢复通航，首日运送乘客六千多人。\n")
    assert article.byline == byline


@pytest.mark.parametrize(
    "names",
    [
        "By Lucy Thorn, Tim Han\nand Joseph Gamp",
        "BY LUCY THORN AND\nJOSEPH GAMP",
        "By DAVID\nFAIRHALL",
        "By David Fairhall\nin Port Lyle",
    ],
)
def test_a_byline_goes_on_in_the_next_line(names: str) -> None:
    (article,) = split(
        f"Ferry fares go up\n{names}\nThe board voted 5-2 on Tuesday to raise fares by 10 cents.\n"
    )
    assert article.byline == names.replace("\n", " ")


def test_a_reporter_below_the_text_signs_it() -> None:
    books = "　　昨天，市图书馆延长开放时间，读者可在窗口办理证件，直至晚上九时。\n"
    page = split(f"图书馆延时开放\n{books}本报记者 柳青\n北河渡口恢复通航\n　　{RICE}\n本报记者 陆青山\n")
    assert [article.byline for article in page] == ["本报记者 柳青", "本报记者 陆青山"]


def test_a_reporter_below_a_paragraph_of_one_line_signs_it() -> None:
    park = "　　昨天上午，占地12公顷的城南体育公园正式向市民开放，每天6时至22时免费。\n　　今年全市还将新建口袋公园15个。\n"
    page = split(f"城南体育公园免费开放\n{park}　　本报记者 鲁帆 通讯员 周舟\n")
    assert page[0].byline == "本报记者 鲁帆 通讯员 周舟"
    assert page[0].body.endswith("口袋公园15个。")


def test_a_byline_that_leans_on_the_text_below_goes_with_it() -> None:
    bees = "Forty thousand bees came back to the clock tower this week, the keeper said.\n"
    mule = "A mule named Senator sat down on the hood of a parked car, the clerk said.\n"
    text = (
        f"{bees}\nBees return to clock tower\n\nBy Ann Quill\n{mule}\nMule sits down on the hood of a car\n"
    )
    assert [(article.headline, article.byline) for article in split(text)] == [
        ("Bees return to clock tower", None),
        ("Mule sits down on the hood of a car", "By Ann Quill"),
    ]


def test_a_headline_as_wide_as_its_column_between_blank_lines_is_one() -> None:
    bell = "Old Margery, the tenor bell of St Aldhelm,\nwas lowered through the tower on Monday to\nbe cleaned of moss.\n"
    shop = "The last shop in Great Morden will stay open\nafter 213 villagers bought shares in it, the\nowners said.\n"
    text = f"Bell cast in 1622 comes down for a cleaning\n\n{bell}\nVillage shop is saved by 213 shareholders\n\n{shop}"
    assert [article.headline for article in split(text)] == [
        "Bell cast in 1622 comes down for a cleaning",
        "Village shop is saved by 213 shareholders",
    ]


@pytest.mark.parametrize(
    "byline",
    [
        "From DAVID FAIRHALL",
        "By Wendell Farr, Marrow Times staff",
        "Rachel Amsel and Tobias Wren",
        "JOHN JOE TIERNAN",
        "Ann Quill,\nPolitical Reporter",
        "DAVID FAIRHALL,\nPolitical Reporter",
    ],
)
def test_names_between_a_headline_and_its_text_are_its_byline(byline: str) -> None:
    fares = "The ferry board voted 5-2 on Tuesday to raise its\nfares by 10 cents from May 1, the chairman said.\nRiders spoke against it for an hour.\n"
    (article,) = split(f"Ferry fares go up\n{byline}\n{fares}")
    assert (article.headline, article.byline) == ("Ferry fares go up", byline.replace("\n", " "))


def test_the_first_line_of_a_headline_in_two_that_says_who_speaks_is_no_text() -> None:
    lines = "市排水处负责人谈雨水管：\n三个易涝点不再积水"
    page = split(f"{MARKET}{lines}\n{DRAINS.split(chr(10), 1)[1]}")
    assert [article.headline for article in page] == ["城西菜场今起试营业", lines.replace("\n", "")]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Firms Flock to the Old Harlow Markets.\nThe Bridge on Canal Road May Have Had a Role.", False),
        ("Firms flock to the old Harlow markets.\nThe bridge on Canal Road may have had a role.", True),
        ("Ann Quill, Lee Fenn, Jo Park;\nMary Holt, Carl Benson, Ruth Egan, All of Port Lyle.", True),
        ("Mother of the lost boy\ntells of the long\nnight in the old marsh: “We got him!”", False),
        ("Mother of the lost boy\ntells of the long\nnight in the marsh. She said: “We got him!”", True),
        ("Why does the board\nwant three more rooms\nfor so few pupils?", False),
    ],
)
def test_a_headline_that_proclaims_asks_or_calls_is_no_running_text(text: str, runs: bool) -> None:
    lines = read_lines(text)
    assert looks_running(blocks._block(lines, 0, len(lines))) is runs


@pytest.mark.parametrize(
    ("one", "two", "ends"),
    [
        ("Crews mend the deck on the old bridge this", "morning. PHOTO: PETER KEMP", True),
        ("Crews mend the deck on the old bridge.", "PHOTO: PETER KEMP", False),
        ("昨天，船工们在清河渡口搬运护", "栏。通讯员 于远明 摄影报道", True),
        ("昨天，船工们在清河渡口搬运护栏", "通讯员 于远明 摄影报道", False),
    ],
)
def test_the_line_that_names_a_photographer_may_end_the_caption_above_it(
    one: str, two: str, ends: bool
) -> None:
    assert seams._ends_caption(*read_lines(f"{one}\n{two}")) is ends
