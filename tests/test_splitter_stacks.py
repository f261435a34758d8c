"""Stacks and layers of headlines without seams, decks of whole sentences, and what tells both from text."""

from __future__ import annotations

import textwrap

import pytest

from summarizer import split
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.match import phrases
from summarizer.splitter.weights import WEIGHTS
from tests.passages import LIBRARY
from tests.test_splitter_layers import BOTH, ENGLISH, Story, bodies, found, layer, set_in, told
from tests.test_splitter_torn import BAND, TORN

SHORT = {
    "Firefighters save mill": "Flames rose from the old mill at noon, but firefighters saved its tower. Nobody was "
    "hurt, the owners said.",
    "Thousands see parade": "Thousands stood in the rain to see the parade. The brass band of Harlow led it for the "
    "fiftieth time.",
    "Villagers get new bus": "A new bus runs to three villages since Monday. Villagers had walked to the main road "
    "for years.",
    "Councillors shut bridge": "The county council voted on Monday to close the Alder bridge so that crews can "
    "replace its deck. Councillors split five to two.",
    "Trustees drop fines": "Readers who bring books back late will pay nothing from July on, after trustees dropped "
    "the fines on Thursday night.",
    "Volunteers plant oaks": "Nearly two hundred volunteers planted oaks along the canal on Sunday. The young trees "
    "came from the town nursery.",
    "Goalkeeper is a hero": "A goalkeeper of 17 saved two penalties on Saturday and carried Rovers into the final. "
    "She is the hero of her street.",
}
ALDER, FINES, WHEAT, KEEPER = ENGLISH


def test_headlines_of_a_layer_that_leave_their_column_half_empty_part_however_many_they_are() -> None:
    column = "\n".join(textwrap.fill(text, 32) + "\n" for text in SHORT.values())
    page = split(f"{column}\n" + "".join(f"{headline}\n" for headline in SHORT))
    assert found(page) == [(headline, text[:8]) for headline, text in SHORT.items()]


def test_lines_that_fill_their_column_are_text_even_where_no_sentence_ends() -> None:
    text = (
        "Mayor Ruth Egan and Sheriff Tom Arkwright will ride in the parade on Saturday with the band of the Stanmoor "
        "fire brigade and the whole Rovers club behind them and the Harrow growers on two carts of wheat beside the "
        "Alder volunteers who built a raft of nine hundred empty Bottles for the Harvest festival and hope that"
    )
    _, article = split(f"{LIBRARY}\nParade on Saturday\n{textwrap.fill(text, 36)}\n")
    assert article.headline == "Parade on Saturday"
    assert article.body == text


def test_the_last_headline_of_a_stack_parts_from_the_text_of_another_that_it_touches() -> None:
    wide = ALDER._replace(headline="Alder bridge to close as crews replace deck")
    stories = [FINES, WHEAT, KEEPER, wide]
    stack = layer(stories[:3]) + wide.headline
    assert found(split(f"{stack}\n{bodies(stories)}")) == told(stories)


DECKS = [
    "Crews will need nine weeks to replace the deck, and buses will go round by the Canal Road.",
    "The trustees said that the fines had cost the library more than they brought in.",
    "They sowed a third less than a year ago, and many will plough it under if no rain falls.",
    "Rovers are in the final for the first time since 1988, thanks to a girl who had played once.",
]


def test_decks_of_whole_sentences_stay_with_the_headlines_of_a_layer() -> None:
    rows = (
        f"{story.headline}\n\n{textwrap.fill(deck, 50)}\n\n"
        for story, deck in zip(ENGLISH, DECKS, strict=True)
    )
    page = split(bodies(ENGLISH) + "\n" + "".join(rows))
    assert found(page) == told(ENGLISH)
    assert [article.deck for article in page] == [[deck] for deck in DECKS]


@pytest.mark.parametrize("glue", [" ", "\n"], ids=["one line", "two lines"])
def test_two_headlines_of_a_layer_that_were_run_together_go_to_the_bodies_that_say_them(glue: str) -> None:
    both = f"{ALDER.headline} Library drops{glue}late fines"
    page = split(f"{both}\n\n{WHEAT.headline}\n\n{KEEPER.headline}\n\n{bodies(ENGLISH)}")
    assert found(page) == told(ENGLISH)


@pytest.mark.parametrize(
    ("deck", "width"),
    [
        ("The trustees voted 4-1 after two years of letters from families. Two clerks will be hired.", 50),
        (
            "Trustees vote 4-1 for longer hours after two years of letters from families and a plea from the mayor.",
            30,
        ),
    ],
    ids=["two lines", "four lines"],
)
def test_a_deck_of_sentences_right_below_its_headline_ends_at_the_byline(deck: str, width: int) -> None:
    headline, byline, text = LIBRARY.split("\n\n")
    rows = (textwrap.fill(headline, 16), textwrap.fill(deck, width), byline, text)
    (article,) = split("\n".join(rows))
    assert (article.headline, article.deck, article.byline) == (headline, [deck], byline)


@BOTH
def test_bylines_that_open_texts_whose_headlines_stand_below_go_to_those_texts(stories: list[Story]) -> None:
    page = split("\n".join(f"{story.byline}\n\n{story.body()}\n{story.headline}\n" for story in stories))
    assert found(page) == told(stories)
    assert [article.byline for article in page] == [story.byline for story in stories]


def test_a_deck_of_sentences_below_a_headline_that_stands_below_its_text_goes_with_it() -> None:
    decks = {
        FINES: "The fines had cost more than they brought in. Not all trustees were for it.",
        KEEPER: "Rovers are in the final for the first time since 1988. A girl who had played once saved them.",
    }
    page = split(
        "\n".join(
            f"{s.body()}\n{s.headline}\n{textwrap.fill(deck, 42)}\n{s.byline}\n" for s, deck in decks.items()
        )
    )
    assert found(page) == told(list(decks))
    assert [(article.deck, article.byline) for article in page] == [([decks[s]], s.byline) for s in decks]


MARKET_NEWS = (
    "　　本报讯 昨天上午，改造了七个月的城西菜场重新开门，摊位从原来的九十六个减到七十二个，通道加宽到三米。"
)
KEEPER_NEWS = "十七岁的少年门将连扑两个点球，帮助石湾队三十年来头一回闯进区杯决赛，球迷唱到熄灯才散去。"


def test_a_lead_in_in_heavy_brackets_sets_its_item_apart_from_the_article_above() -> None:
    item = f"　　【新华社讯】{KEEPER_NEWS}"
    page = split(f"城西菜场今起试营业\n{set_in(18, MARKET_NEWS)}{set_in(18, item)}")
    assert [article.headline for article in page] == ["城西菜场今起试营业", None]


def test_text_goes_on_behind_the_words_of_a_torn_line_though_its_next_line_begins_with_a_name() -> None:
    rest = "it will add two crossings a day from\nStanmoor to the pier below the castle\n"
    named = "Stanmoor would get two more crossings\nto the pier below the castle each day\n"
    assert rest in TORN
    ferries, band = split(TORN.replace(rest, named) + BAND)
    assert ferries.headline == "Ferries add two crossings a day to Harrow"
    assert "said on Monday that summer Stanmoor would get" in ferries.body
    assert band.headline == "Band Aid retains number one spot"


def test_a_headline_is_not_parted_where_no_text_says_its_second_half() -> None:
    line = "Carrow Tower Wins Despite Grumbling Neighbours"
    (block,) = build_blocks(read_lines(line), WEIGHTS)
    tower = "the carrow tower will rise by the canal, the carrow developers said. " * 3
    other = "the ferry left at noon with eleven passengers and a goat. " * 3
    for texts in ([tower, other], [other, tower]):
        assert [part.text for part in phrases(block, texts)] == [line]


def test_headlines_far_apart_on_one_line_part_at_the_blanks() -> None:
    line = "Faculty Votes No Confidence In Provost Ellis       Stanmoor Rejects Truck Stop"
    (block,) = build_blocks(read_lines(line), WEIGHTS)
    texts = [
        "the faculty votes no confidence in provost ellis on tuesday. " * 3,
        "stanmoor rejects a truck stop by the canal, the council said of the truck stop. " * 3,
    ]
    assert [part.text for part in phrases(block, texts)] == [
        "Faculty Votes No Confidence In Provost Ellis",
        "Stanmoor Rejects Truck Stop",
    ]


def test_headlines_run_together_without_end_are_left_alone() -> None:
    line = " ".join(f"Word{at} Of The Stanmoor Council" for at in range(400))
    (block,) = build_blocks(read_lines(line), WEIGHTS)
    assert phrases(block, ["stanmoor", "council"]) == [block]
