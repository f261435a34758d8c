"""Evidence earns its place: without a piece of it, a page that needs it is split worse."""

from __future__ import annotations

import importlib
from types import ModuleType

import pytest

from summarizer import split
from summarizer.splitter import boxes, headline
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS
from tests.bench.made_pages import papers
from tests.bench.splitter_score import PAGES, pages, score
from tests.passages import BRIDGE, LIBRARY, MARKET, PROSE_EN

splitting = importlib.import_module("summarizer.splitter.split")  # the package names its function so too


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("sub.few", "unseen7-en-10"),
        ("text.answer", "dev3-zh-education"),
    ],
)
def test_a_page_needs_a_piece_of_evidence(name: str, page: str) -> None:
    ((_, text, gold),) = pages(PAGES, [page])
    assert score(text, gold, WEIGHTS).f1 > score(text, gold, {**WEIGHTS, name: 0.0}).f1


@pytest.mark.parametrize(
    ("name", "papers_of", "seed"),
    [
        ("first.stub", "z2", 77),
        ("sub.series", "z3", 14),
        ("open.takes_up", "e7", 5053),
        ("headmore.apart", "z3", 0),
        ("sub.early", "z9", 56),
        ("sub.gaps_tight", "e8", 33),
        ("sub.parted", "z5", 111),
        ("sub.quoted", "e11", 6),
        ("sub.section", "z9", 5013),
        ("headmore.deck", "e6", 3006),
        ("head.sentence", "e17", 5002),
        ("head.narrative", "e6", 5002),
    ],
)
def test_a_made_page_needs_a_piece_of_evidence(name: str, papers_of: str, seed: int) -> None:
    text, gold = papers.make(seed, [papers_of])
    assert score(text, gold, WEIGHTS).f1 > score(text, gold, {**WEIGHTS, name: 0.0}).f1


TORN = {
    # a line of the text that was read whole, and those that were torn, in one column
    "head.carried": (
        "FARMERS MARCH AGAINST\nMILK QUOTA\n"
        "HALLING, March 9 - About 8,000 dairy farmers marched through the\nnorthern port of Halling today in a protest\n"
        "against the ministry's plan to cut the milk quota by a tenth, organisers said.\n"
        "The demonstrators burned straw effigies\nof the two western members\n"
        "of the farm council, Jan Narve and Alois Peffer, and demanded their removal from office.\n"
        "Speakers at a rally also called on the\ngovernment to take a firmer line in the talks.\n",
        "FARMERS MARCH AGAINST MILK QUOTA",
    ),
    "head.hangs": (
        "HOLT COMMUNICATIONS TO BUY FIVE FIRMS\n"
        "TAMPA, March 31 - Holt Communications Corp said it agreed to buy five companies\nwith combined revenues of about 20 mln dlrs and 300\nemployees.\n"
        "The companies include radio stations\nKXC-AM and WKZ-FM, which operate in the New Albany, Miss.,\n"
        "market, and General Masonry Inc, a contractor in the Southeast.\n"
        "Purchases of this kind are subject to approval by voters and the\nFederal Communications Commission.\n\n"
        "Warren plans a hard look\nSenator Ida Warren will take a hard look at a run for governor, she said\non Sunday in Halling.\nShe has won every race since 1998.\n",
        "HOLT COMMUNICATIONS TO BUY FIVE FIRMS",
        "Warren plans a hard look",
    ),
    "head.bullet": (
        "Echoes of the Past: the Hotel Halling Ghostwalk\n"
        "The tour leads past the mural above the registration desk, which has\nbeen covered with mirrors for the last 37\nyears.\n"
        "Here's an update from the OHA:\n"
        "• There are no walk-ins allowed\n"
        "• There are a limited amount of tickets being\nadded today, December 29th, at 2 P.M. for\nthe January 3rd tours.\n\n"
        "COUNTRY WIDE OFFERS SHARES\n"
        "Country Wide Transport said it will offer two mln shares to the public in May.\nIt has traded since 1984.\n",
        "Echoes of the Past: the Hotel Halling Ghostwalk",
        "COUNTRY WIDE OFFERS SHARES",
    ),
    "open.pictured": (
        "Israel indicts teenage girl who slapped soldiers\n"
        "In this Dec. 28 photo, Anna Tamim waits in a\nhall outside her school in Halling. Guards had\n"
        "locked her up for eight days. (Mahmoud Illean, File/Associated Press)\n"
        "RAMALL, West Bank — A military court on Monday\nindicted a teenage girl who was filmed last\n"
        "month as she slapped two soldiers, and her mother,\nin a case that has drawn wide attention.\n",
        "Israel indicts teenage girl who slapped soldiers",
    ),
}


@pytest.mark.parametrize("name", TORN)
def test_a_torn_text_needs_a_piece_of_evidence(name: str) -> None:
    text, *headlines = TORN[name]
    assert [article.headline for article in split(text)] == headlines
    assert len(splitting.split_with(text, {**WEIGHTS, name: 0.0})) > len(headlines)


@pytest.mark.parametrize(
    ("module", "rule", "without", "papers_of", "seed"),
    [
        (boxes, "_names_people", lambda _: False, "z9", 2),
        (splitting, "_HEAPED", 0.0, "z8", 22),
    ],
)
def test_a_made_page_needs_a_rule(
    module: ModuleType,
    rule: str,
    without: object,
    papers_of: str,
    seed: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, gold = papers.make(seed, [papers_of])
    found = score(text, gold).f1
    monkeypatch.setattr(module, rule, without)
    assert score(text, gold).f1 < found


def test_a_motto_below_the_date_is_part_of_the_masthead() -> None:
    text = f"THE DAILY KLAXON\nFRIDAY, MARCH 14, 2025\nThe paper that makes a noise\n\nRivalry\n{BRIDGE}\n{LIBRARY}"
    assert text[split(text).furniture[-1].start :].startswith("The paper that makes a noise")


def test_a_headline_below_the_date_whose_text_says_it_again_is_no_part_of_the_masthead() -> None:
    text = (
        "江城日报\n2024年3月5日 星期二\n全市高质量发展会议召开\n\n张明出席并讲话\n\n"
        "　　本报讯（记者张立）昨天上午，全市高质量发展会议在市会议中心召开，市委书记张明出席并讲话，部署今年任务。\n"
        "　　会议指出，要坚持问题导向。\n"
    )
    page = split(text)
    assert page[0].headline == "全市高质量发展会议召开"
    assert page[0].deck == ["张明出席并讲话"]


def test_an_aside_in_brackets_amid_a_headline_signs_nothing() -> None:
    text = f"{LIBRARY}\nBoard Weighs Three Classrooms\n(And Eleven Trout)\nIn One Long Night\n\n{PROSE_EN}"
    page = split(text)
    assert len(page) == 2
    assert page[1].byline is None
    assert page[1].credit is None


def test_a_name_and_a_place_between_blank_lines_above_text_are_a_headline() -> None:
    bridge = """\
River Bridge To Close

The county council voted on Tuesday to close the
bridge for six months while workers replace the deck.
Residents said they would have to drive an extra ten
miles each day. "It is a long way round," said Mary
Holt, who farms near the river. The work will cost
about two million dollars and begins in April.
"""
    page = split(f"{bridge}\nMayor Quits, Council Splits\n\n{PROSE_EN}")
    assert [article.headline for article in page] == ["River Bridge To Close", "Mayor Quits, Council Splits"]


def test_blanks_that_a_tool_left_inside_quotes_part_no_headline() -> None:
    lines = read_lines("“ 小窗 ”办成大事\n")
    assert headline._tidy(lines[0]).text == "“小窗”办成大事"


def test_a_result_right_below_a_headline_is_no_table() -> None:
    text = f"{MARKET}\n雪豹队主场四连胜\n燕川雪豹 98∶97 乌岭猛犸\n昨晚在城东体育馆，燕川雪豹队险胜乌岭猛犸队，取得主场四连胜，积分升至第二位。\n下一轮雪豹队客场对阵飞鱼队，比赛下周六进行。\n"
    assert not split(text).furniture


def test_a_box_that_holds_little_data_is_told_by_where_it_stands() -> None:
    box = "Seed Corn • Twine • Fence Posts\nVERDELL FARMERS CO-OP\nYour neighbors since 1919"
    text = f"{LIBRARY}\n{box}\n\n{BRIDGE}"
    assert [text[item.start : item.end] for item in split(text).furniture] == box.split("\n")
