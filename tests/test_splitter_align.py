"""English headlines apart from bodies, or run together above them, dealt line by line; and whose a line of a block is."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import replace

import pytest

from summarizer import split
from summarizer.splitter.assemble import Draft
from summarizer.splitter.blocks import Block
from summarizer.splitter.headline import arrange
from summarizer.splitter.leftover import take_up
from summarizer.splitter.lines import read_lines
from summarizer.splitter.telling import tie
from tests.test_headlines import arranged
from tests.test_splitter_layers import ENGLISH, Story

_SMALL = {"a", "for", "its", "of", "over", "to", "with"}
CREWS = Story(
    "Ambulance crews threaten to walk out over rosters",
    "By Dora Finch",
    "Ambulance crews in three counties voted by nine to one on Friday to walk out for a day in March, saying that "
    "rosters of fourteen hours had left them unsafe behind the wheel.",
    "The health board called the vote a surprise. A mediator will see both sides on Tuesday.",
)
TANNERY = Story(
    "Tannery site to become a park with a pond",
    "By Ivo Marsh",
    "The old tannery on Weir Street will become a park with a pond and two hundred trees, after the city bought the "
    "site for one dollar on Wednesday.",
    "Cleaning the soil will take until next autumn. The brick chimney will stay, with a nest for storks on its rim.",
)
CHESS = Story(
    "Chess club for girls outgrows its cellar",
    "By Ines Okoro",
    "A chess club that began with four girls in a cellar in Pell Lane has grown to ninety members and is looking for "
    "a hall.",
    "Boards now stand on the boiler and on the stairs. The founders refuse to turn anybody away.",
)
Case = Callable[[str], str]


def titled(text: str) -> str:
    """Return `text` with a capital at every word that is not small."""
    return " ".join(word if word in _SMALL else word[0].upper() + word[1:] for word in text.split())


def sentence(text: str) -> str:
    return text


def heads(stories: list[Story], case: Case, width: int, bylines: bool = False) -> str:
    """Return headlines in lines of at most `width`, with no blank line between them."""
    rows = (
        textwrap.fill(case(s.headline), width) + "\n" + (f"{s.byline}\n" if bylines else "") for s in stories
    )
    return "".join(rows)


def column(stories: list[Story], blank: str = "\n") -> str:
    """Return bodies of two paragraphs, without bylines."""
    return blank.join(f"{textwrap.fill(s.first, 44)}\n{textwrap.fill(s.second, 44)}\n" for s in stories)


def found(page: str) -> list[tuple[str | None, str]]:
    """Return the headline of every article, and how its body begins."""
    return [(article.headline, article.body[:8]) for article in split(page)]


def told(stories: list[Story], case: Case = sentence) -> list[tuple[str | None, str]]:
    return [(case(story.headline), story.first[:8]) for story in stories]


@pytest.mark.parametrize(("case", "width"), [(str.upper, 14), (titled, 14), (titled, 18)])
def test_headlines_of_several_lines_below_all_bodies_are_dealt_line_by_line(case: Case, width: int) -> None:
    assert found(f"{column(ENGLISH)}\n{heads(ENGLISH, case, width)}") == told(ENGLISH, case)


@pytest.mark.parametrize("width", [14, 18, 24])
def test_headlines_in_sentence_case_above_all_bodies_are_dealt_line_by_line(width: int) -> None:
    three = ENGLISH[1:]
    assert found(f"{heads(three, sentence, width)}\n{column(three)}") == told(three)


def test_headlines_in_capitals_part_bodies_that_touch_above_them() -> None:
    page = f"{column(ENGLISH, blank='')}\n{heads(ENGLISH, str.upper, 14)}"
    assert found(page) == told(ENGLISH, str.upper)


def test_a_body_that_touches_the_one_above_begins_where_its_own_text_does() -> None:
    page = f"{column(ENGLISH, blank='')}\n{heads(ENGLISH, str.upper, 14)}"
    assert [article.body.split() for article in split(page)] == [
        f"{story.first} {story.second}".split() for story in ENGLISH
    ]


# What the articles of TANNERY and CREWS go on with; said three times, longer than what a headline is compared with.
_SOIL = (
    "Cleaning the soil will take until next autumn, the parks director said. Hides were cured there for a century, and chrome has been found as deep as a man is tall. A liner of clay will keep it from the water.",
    "Neighbours had asked for a car park. They were told that two tram lines stop at the gate, and that the pond would take up the rain that floods their cellars. The brick chimney will stay, with a nest for storks on its rim.",
    "Work begins in May with the pulling down of the drying sheds. The lowest of nine bids was 3.1 million dollars.",
)
_ROSTERS = (
    "The health board called the vote a surprise. It offered a second driver at night last year, but the paramedics say that half of those posts were never filled, and that sick leave has doubled since.",
    "A mediator will see both sides on Tuesday. Calls where a life is in danger would be answered in any case, the union promised, and so would those from schools.",
    "The last strike of this kind lasted six hours, eleven years ago, and ended with a rise of four per cent.",
)


def long(story: Story, more: tuple[str, ...]) -> str:
    return "".join(f"{textwrap.fill(text, 44)}\n" for text in (story.first, *more * 3))


@pytest.mark.parametrize("case", [str.upper, titled, sentence])
def test_two_headlines_run_together_part_two_long_bodies_that_touch_below_them(case: Case) -> None:
    page = heads([TANNERY, CREWS], case, 18) + long(TANNERY, _SOIL) + long(CREWS, _ROSTERS)
    assert found(page) == told([TANNERY, CREWS], case)


@pytest.mark.parametrize("case", [str.upper, titled, sentence])
def test_a_headline_and_its_deck_above_a_long_body_stay_with_all_of_it(case: Case) -> None:
    deck = "Mediator to see both sides, unions say"
    (article,) = split(f"{heads([CREWS], case, 26)}{deck}\n{long(CREWS, _ROSTERS)}")
    assert article.body.endswith("four per cent.")


@pytest.mark.parametrize("case", [str.upper, sentence])
@pytest.mark.parametrize("story", [CREWS, TANNERY, CHESS])
def test_a_headline_of_several_lines_above_two_paragraphs_heads_both(case: Case, story: Story) -> None:
    page = heads([story], case, 14) + column([story])
    assert found(page) == told([story], case)


@pytest.mark.parametrize("byline", ["By Dora Finch\n", ""])
def test_a_headline_with_its_kicker_and_deck_is_one(byline: str) -> None:
    stack = f"TRANSPORT\n{heads([CREWS], sentence, 26)}Unions vote nine to one for a day in March\n"
    (article,) = split(stack + byline + column([CREWS]))
    assert (article.kicker, article.headline) == ("TRANSPORT", CREWS.headline)
    assert article.deck == ["Unions vote nine to one for a day in March"]


def test_a_stack_in_capitals_above_one_text_is_one_headline_though_a_body_without_one_follows() -> None:
    page = f"{heads([CREWS], str.upper, 18)}{column([CREWS])}\n{column([CHESS])}"
    assert split(page)[0].headline == CREWS.headline.upper()


@pytest.mark.parametrize("case", [str.upper, titled])
def test_bylines_in_a_layer_without_blanks_go_with_the_headlines_above_them(case: Case) -> None:
    page = split(f"{column(ENGLISH)}\n{heads(ENGLISH, case, 18, bylines=True)}")
    assert [(a.headline, a.byline) for a in page] == [(case(s.headline), s.byline) for s in ENGLISH]


@pytest.mark.parametrize("case", [sentence, str.upper, titled])
@pytest.mark.parametrize("width", [14, 18, 40])
@pytest.mark.parametrize("bylines", [False, True])
def test_every_character_of_a_page_that_is_parted_anew_has_one_place(
    case: Case, width: int, bylines: bool
) -> None:
    own = [*ENGLISH, CREWS, CHESS]
    text = f"{column(own[1:], blank='')}\n{heads(own, case, width, bylines)}{column([TANNERY])}"
    page = split(text)
    spans = [(span.start, span.end) for article in page for span in article.spans]
    spans += [(item.start, item.end) for item in (*page.furniture, *page.residue)]
    places = sorted(at for start, end in spans for at in range(start, end) if not text[at].isspace())
    assert places == [at for at, char in enumerate(text) if not char.isspace()]


def test_a_headline_that_was_dealt_line_by_line_is_told_as_found_apart() -> None:
    for article in split(f"{column(ENGLISH)}\n{heads(ENGLISH, str.upper, 14)}"):
        assert "headline found apart, by shared words" in article.reasons


def said(lines: list[str], body: str) -> tuple[str | None, str | None]:
    """Return the kicker and the headline of lines above a body."""
    raw = "\n".join(lines)
    parts = arrange(read_lines(raw), body)
    return parts.kicker(raw), parts.headline(raw)


@pytest.mark.parametrize(
    "lines",
    [
        ["叶知秋主持召开", "市长办公会议", "研究老旧小区电梯改造"],
        ["方舟主持召开", "县委常委会会议", "听取校舍加固情况汇报"],
    ],
)
def test_a_meeting_whose_name_wraps_is_the_headline_and_what_it_dealt_with_the_deck(lines: list[str]) -> None:
    assert arranged(lines, "zh") == (None, "".join(lines[:2]), lines[2:])


@pytest.mark.parametrize("lines", [["县人大常委会会议", "表决通过古井保护条例"]])
def test_an_assembly_with_its_decision_is_still_one_headline(lines: list[str]) -> None:
    assert arranged(lines, "zh") == (None, "".join(lines), [])


MUSHROOMS = "本报讯 昨天清晨，第一批松茸离开青岭县。松茸合作社负责人说，搭上冷藏货车以后，每斤卖到两百元。"
COBBLER = "他坐在巷口，来人就抬头笑一笑。木匣里装着四十年的锥子和线。"


@pytest.mark.parametrize("deed", ["搭上头班冷藏货车进省城", "登上省城千家万户的餐桌"])
def test_a_subject_that_the_body_tells_of_goes_on_with_what_it_does(deed: str) -> None:
    assert said(["青岭松茸", deed], MUSHROOMS) == (None, f"青岭松茸{deed}")


@pytest.mark.parametrize(
    ("name", "headline"),
    [("青岭松茸产业", "靠冷藏货车走进省城超市"), ("青岭松茸", "两百元一斤仍供不应求")],
)
def test_words_that_the_body_tells_nowhere_are_the_name_of_a_column(name: str, headline: str) -> None:
    assert said([name, headline], COBBLER) == (name, headline)
    assert said([name, headline], MUSHROOMS) == (None, name + headline)


@pytest.mark.parametrize(
    ("contest", "result"),
    [
        ("省运会女足半决赛", "石湾点球淘汰青岭"),
        ("县篮协杯小组赛", "石湾加时力克青岭"),
        ("篮协杯附加赛", "石湾加时险胜青岭"),
        ("区杯揭幕战", "石湾三球完胜青岭"),
        ("区杯淘汰赛", "石湾三球大胜青岭"),
        ("水球德比", "石湾三球大胜青岭"),
        ("足協杯首回合", "石灣主場不敵青嶺"),
        ("男籃聯賽", "石灣險勝青嶺"),
    ],
)
def test_a_chinese_contest_is_the_kicker_of_its_result(contest: str, result: str) -> None:
    assert arranged([contest, result], "zh") == (contest, result, [])


def test_a_team_that_wants_to_reach_a_round_is_no_contest() -> None:
    assert arranged(["石湾想打决赛", "主帅先求不败"], "zh")[0] is None


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("The Slow Lane", "Nobody in this village has ever owned a clock"),
        ("Beyond the Weir", "What the eel trappers know about floods"),
        ("A Gardener Writes", "Leave the dahlias in the ground this winter"),
        ("Out of Office", "My neighbour mends radios nobody owns"),
    ],
)
def test_the_title_of_a_column_is_the_kicker_of_a_headline_without_capitals(
    title: str, headline: str
) -> None:
    body = "I bought my house from a man who kept bees, and he told me that the river talks at night."
    assert arranged([title, headline], "en", body=body) == (title, headline, [])


def test_words_that_the_text_tells_of_are_no_title_of_a_column() -> None:
    lines = ["The Price Of Apples", "Growers fear that frost will drive costs up"]
    body = "The price of apples will rise by a third after last week's frost, growers said."
    assert arranged(lines, "en", body=body) == (None, lines[0], lines[1:])


@pytest.mark.parametrize(
    ("headline", "deck"),
    [
        ("Panel Clears Fire Chief", "Report finds no fault in handling of mill blaze"),
        ("The Long Way Home From School", "Nobody in this village has ever owned a clock"),
        ("Rovers Go Out", "Keeper saves two penalties but not the third"),
        ("Views on ferry split town", "Survey finds half want it at night"),
    ],
)
def test_an_up_style_headline_above_its_deck_is_no_title_of_a_column(headline: str, deck: str) -> None:
    assert arranged([headline, deck], "en") == (None, headline, [deck])


@pytest.mark.parametrize(
    ("contest", "lines"),
    [
        ("HARLOW LEAGUE", ["KEEPER SCORES FROM", "HIS OWN BOX"]),
        ("Alder Valley Cup", ["Late header sinks Town"]),
        ("ALDER CUP SEMI-FINAL", ["ROVERS CAUGHT COLD", "IN EXTRA TIME"]),
        ("COUNTY DIVISION TWO", ["KEEPER SCORES", "FROM OWN BOX"]),
    ],
)
def test_an_english_contest_is_the_kicker_of_its_report(contest: str, lines: list[str]) -> None:
    assert arranged([contest, *lines], "en") == (contest, " ".join(lines), [])


@pytest.mark.parametrize(
    ("headline", "deck"),
    [
        ("Rovers win Alder Cup", "Keeper saves two penalties in the final"),
        ("Rovers reach the final", "Keeper saves two penalties in Alder Cup"),
        ("Stanmoor Rovers seal title in league", "Keeper saves two penalties on the last day"),
    ],
)
def test_what_a_team_does_in_a_contest_is_the_headline(headline: str, deck: str) -> None:
    assert arranged([headline, deck], "en") == (None, headline, [deck])


def test_no_part_of_a_row_is_lost_where_a_line_joins_a_headline() -> None:
    council, over = read_lines("Council Approves\nOver the River\n")
    bridge = replace(council, start=40, end=56, text="Old Stone Bridge")
    head = [Block(0, 1, [council], council.text), Block(0, 1, [bridge], bridge.text)]
    residue = {(over.start, over.end)}
    draft = Draft(head=list(head))
    take_up([draft], [Block(1, 2, [over], over.text)], residue)
    kept = {(line.start, line.end) for block in draft.head for line in block.lines} | residue
    assert kept == {(line.start, line.end) for line in (council, bridge, over)}


def test_a_line_that_nobody_took_joins_the_headline_that_it_touches() -> None:
    first, last = read_lines("Biggest Political Scandal in\nthe History of the Town\n")
    residue = {(last.start, last.end)}
    draft = Draft(head=[Block(0, 1, [first], first.text)])
    take_up([draft], [Block(1, 2, [last], last.text)], residue)
    assert [line.text for block in draft.head for line in block.lines] == [first.text, last.text]
    assert not residue


def test_a_line_of_capitals_amid_a_headline_in_capitals_is_no_label() -> None:
    page = split(
        "CANADIAN OIL\nCOMPANIES\nRAISE CRUDE\nPRICES\n\n"
        "TORONTO, March 12 - Two refiners said on Thursday that they would pay more for a barrel of light crude,\n"
        "starting on the first of the month. Others are expected to follow within days, dealers said.\n"
    )
    assert [article.headline for article in page] == ["CANADIAN OIL COMPANIES RAISE CRUDE PRICES"]


def test_words_that_stand_side_by_side_in_a_body_tie_two_lines() -> None:
    one, two, other = read_lines(
        "Democrats to use Social\nSecurity against GOP this fall\nJury Finds Roof Guilty"
    )
    body = "democrats plan to campaign on social security this fall. the jury found him guilty."
    assert tie(one, two, body) > tie(one, two, "democrats plan to campaign on antisocial security.") + 3
    assert tie(two, other, body) == tie(two, other, "")
