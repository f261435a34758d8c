"""Headlines that stand apart from their bodies: in a layer of their own, or all behind."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Page, split
from summarizer.splitter.assemble import Draft, Sketch
from summarizer.splitter.blocks import Block, build_blocks
from summarizer.splitter.choose import choose
from summarizer.splitter.evidence import score_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS


class Story(NamedTuple):
    headline: str
    byline: str
    first: str
    second: str

    def body(self) -> str:
        """Return the body as a column of the page has it."""
        if self.first.isascii():
            return "".join(textwrap.fill(text, 42) + "\n" for text in (self.first, self.second))
        return "".join(set_in(16, "　　" + text) for text in (self.first, self.second))


def set_in(width: int, text: str) -> str:
    """Return `text` in lines of `width` characters."""
    return "".join(text[at : at + width] + "\n" for at in range(0, len(text), width))


ENGLISH = [
    Story(
        "Alder bridge to close",
        "By Carl Benson",
        "The county council voted 5-2 on Monday to close the Alder bridge for nine weeks so that crews can replace "
        "its rusted deck, the county engineer said.",
        "He said that the bridge would carry buses again by August, and that drivers would be sent to the Canal Road "
        "crossing until the deck is done.",
    ),
    Story(
        "Library drops late fines",
        "By Lena Grady",
        "Readers who bring library books back late will pay nothing from July on, after the trustees dropped fines "
        "at a meeting on Thursday at the main branch.",
        '"The fines cost the library more to collect than readers paid," said Ruth Egan, who leads the trustees.',
    ),
    Story(
        "Wheat growers fear dry spring",
        "By Tom Arkwright",
        "Wheat growers in the Harrow valley sowed a third less this week than they did a year ago, fearing that a "
        "second dry spring will starve the crop.",
        "But the growers will plough under half of the wheat if no rain falls in the valley by May, they warned.",
    ),
    Story(
        "Keeper, 17, saves penalties",
        "By Mia Sund",
        "A goalkeeper of 17 saved two penalties on Saturday and carried Stanmoor Rovers into the final of the "
        "district cup for the first time since 1988.",
        "It was her second match for Rovers, whose first goalkeeper broke a thumb before the cup semi-final.",
    ),
]
CHINESE = [
    Story(
        "清河轮渡码头启用",
        "□ 柳叶",
        "昨天，汀洲市清河新轮渡码头启用，首日运送乘客六千多人，等候时间比旧码头缩短一半。码头设泊位四个，候船厅可容"
        "三百人同时候船。",
        "他说，清河新码头每天开行轮渡八十八班，轮渡票价不变，老年乘客凭证免费。",
    ),
    Story(
        "云栖柑橘开采 果农喜迎丰收",
        "□ 石头",
        "近日，云栖县柑橘进入采摘期，三万亩果园预计产果四万吨，果农在枝头间忙着剪果装筐。",
        "此外，云栖柑橘的收购价高出两成，外地果商早早到果园订货，果农不愁卖。",
    ),
    Story(
        "市图书馆夜间开放延时",
        "□ 章回",
        "本周起，市图书馆夜间开放时间延长至二十二点，自习座位增加一百二十个，凭读者证刷卡入座。",
        "据了解，图书馆的读者证办理窗口同步延时，儿童阅览区的开放时间不变。",
    ),
    Story(
        "少年门将连扑两个点球",
        "□ 方舟",
        "周六晚，十七岁的少年门将连扑两个点球，帮助石湾队三十年来头一回闯进区杯决赛。",
        "他是第二次替石湾队守门，点球扑出后球迷唱到熄灯才散去，教练把球衣送给了少年门将。",
    ),
]
BOTH = pytest.mark.parametrize("stories", [ENGLISH, CHINESE], ids=["English", "Chinese"])


def found(page: Page) -> list[tuple[str | None, str]]:
    """Return the headline of every article, and how its body begins."""
    return [(article.headline, article.body[:8]) for article in page]


def told(stories: list[Story]) -> list[tuple[str | None, str]]:
    return [(story.headline, story.first[:8]) for story in stories]


def bodies(stories: list[Story]) -> str:
    return "\n".join(story.body() for story in stories)


def layer(stories: list[Story], bylines: bool = False) -> str:
    return "\n".join(f"{s.headline}\n{s.byline}\n" if bylines else f"{s.headline}\n" for s in stories)


def test_headlines_in_a_layer_at_the_end_of_the_page_find_their_bodies() -> None:
    page = split(bodies(CHINESE) + "\n" + layer(CHINESE))
    assert found(page) == told(CHINESE)


@BOTH
def test_headlines_in_a_layer_at_the_start_of_the_page_find_their_bodies(stories: list[Story]) -> None:
    page = split(layer(stories) + "\n" + bodies(stories))
    assert found(page) == told(stories)


def test_headlines_of_a_layer_find_their_bodies_whatever_their_order() -> None:
    page = split(bodies(CHINESE) + "\n" + layer(CHINESE[::-1]))
    assert found(page) == told(CHINESE)


def test_a_headline_that_was_found_in_a_layer_is_told_as_a_reason() -> None:
    for article in split(layer(ENGLISH) + "\n" + bodies(ENGLISH)):
        assert "headline found apart, by shared words" in article.reasons


@BOTH
def test_an_article_that_got_its_headline_from_a_layer_holds_both_on_the_page(stories: list[Story]) -> None:
    text = layer(stories) + "\n" + bodies(stories)
    for article, story in zip(split(text), stories, strict=True):
        parts = [text[span.start : span.end] for span in article.spans]
        assert parts[0] == story.headline
        assert "".join(parts[1:]).split() == story.body().split()


@BOTH
def test_a_byline_in_a_layer_goes_to_the_article_of_the_headline_above_it(stories: list[Story]) -> None:
    page = split(bodies(stories) + "\n" + layer(stories, bylines=True))
    assert found(page) == told(stories)
    assert [article.byline for article in page] == [story.byline for story in stories]


def test_a_layer_of_headlines_parts_bodies_that_touch_without_a_seam() -> None:
    firsts = [story.first for story in CHINESE]
    width = 19
    column = "".join(set_in(width, text[: len(text) // width * width - 1] + "。") for text in firsts)
    page = split(column + "\n" + layer(CHINESE))
    assert found(page) == told(CHINESE)


def test_as_many_bodies_are_looked_for_as_the_layer_has_headlines() -> None:
    many = split(bodies(CHINESE) + "\n" + layer(CHINESE))
    few = split(bodies(CHINESE) + "\n" + layer(CHINESE[:1]))
    assert len(few) < len(many) == len(CHINESE)


@BOTH
@pytest.mark.parametrize("blank", ["", "\n"], ids=["tight", "spaced"])
def test_on_a_page_whose_headlines_stand_behind_their_bodies_each_goes_to_the_body_above(
    stories: list[Story], blank: str
) -> None:
    page = split(blank.join(f"{story.body()}{blank}{story.headline}\n" for story in stories))
    assert found(page) == told(stories)


@pytest.mark.parametrize("style", ["after", "layer"])
@BOTH
def test_a_page_scores_best_in_the_style_that_it_is_set_in(stories: list[Story], style: str) -> None:
    behind = "\n".join(f"{story.body()}\n{story.headline}\n" for story in stories)
    text = behind if style == "after" else bodies(stories) + "\n" + layer(stories, bylines=True)
    blocks = scored(text)
    assert choose(blocks, WEIGHTS).score > choose(blocks, {**WEIGHTS, f"style.{style}": -99.0}).score


def scored(text: str) -> list[Block]:
    blocks = build_blocks(read_lines(text), WEIGHTS)
    score_blocks(blocks, WEIGHTS)
    return blocks


def rejoined(sure: slice) -> list[tuple[list[str], list[str]]]:
    """Return the heads and bodies of three drafts, the middle one without a headline, after `rejoin`."""
    heads = [
        Block(at, at + 1, read_lines(story.headline), story.headline) for at, story in enumerate(ENGLISH)
    ]
    texts = scored("\n\n".join(story.first for story in ENGLISH[:3]))
    drafts = [
        Draft(head=[heads[0]], body=[texts[0]]),
        Draft(body=[texts[1]]),
        Draft(head=[heads[2]], body=[texts[2]]),
    ]
    page = Sketch(drafts, [], [])
    page.rejoin(frozenset([draft.blocks()[0].first for draft in drafts][sure]))
    return [([b.text for b in d.head], [b.text[:8] for b in d.body]) for d in page.drafts]


def test_a_body_that_was_opened_for_a_headline_and_got_none_goes_back_to_the_article_above() -> None:
    one, two, three = [story.first[:8] for story in ENGLISH[:3]]
    assert [body for _, body in rejoined(slice(0, None, 2))] == [[one, two], [three]]


def test_a_body_without_a_headline_that_opens_an_article_in_any_case_stays_one() -> None:
    assert [body for _, body in rejoined(slice(None))] == [[story.first[:8]] for story in ENGLISH[:3]]


@BOTH
def test_a_byline_behind_a_headline_that_stands_behind_its_body_leaves_the_headline_with_that_body(
    stories: list[Story],
) -> None:
    page = split("\n".join(f"{story.body()}\n{story.headline}\n{story.byline}\n" for story in stories))
    assert found(page) == told(stories)


@BOTH
def test_a_byline_behind_a_headline_that_stands_behind_its_body_is_of_that_article(
    stories: list[Story],
) -> None:
    page = split("\n".join(f"{story.body()}\n{story.headline}\n{story.byline}\n" for story in stories))
    assert [article.byline for article in page] == [story.byline for story in stories]


@pytest.mark.xfail(strict=True, reason="the last byline of the layer goes to the first body below it")
@BOTH
def test_the_last_byline_of_a_layer_above_the_bodies_goes_to_the_headline_above_it(
    stories: list[Story],
) -> None:
    page = split(layer(stories, bylines=True) + "\n" + bodies(stories))
    assert [article.byline for article in page] == [story.byline for story in stories]


def test_english_headlines_in_a_layer_at_the_end_of_the_page_find_their_bodies() -> None:
    page = split(bodies(ENGLISH) + "\n" + layer(ENGLISH))
    assert found(page) == told(ENGLISH)


ROWS = [
    line
    for story in (*ENGLISH, *CHINESE)
    for line in (*story.body().splitlines(), story.headline, story.byline, "")
]


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(ROWS), max_size=40),
    st.lists(st.sampled_from([*ENGLISH, *CHINESE]), max_size=6),
    st.booleans(),
)
def test_every_character_of_a_page_with_a_layer_has_one_place(
    rows: list[str], stories: list[Story], bylines: bool
) -> None:
    text = "\n".join([bodies(stories[1:]), *rows, layer(stories, bylines)])
    page = split(text)
    spans = [(span.start, span.end) for article in page for span in article.spans]
    spans += [(item.start, item.end) for item in (*page.furniture, *page.residue)]
    places = sorted(at for start, end in spans for at in range(start, end) if not text[at].isspace())
    assert places == [at for at, char in enumerate(text) if not char.isspace()]


def test_headlines_behind_all_their_bodies_are_no_headline_of_the_last_one() -> None:
    behind = "".join(f"{story.headline}\n" for story in CHINESE)
    assert found(split(f"{bodies(CHINESE)}\n{behind}")) == told(CHINESE)


def test_display_lines_that_no_headline_has_room_for_are_counted() -> None:
    blocks = build_blocks(read_lines("".join(f"{story.headline}\n\n" for story in CHINESE)), WEIGHTS)
    drafts = [Draft(head=list(blocks)), Draft(head=blocks[:2])]
    assert Sketch(drafts, [], []).heaped(3) == 1
    assert Sketch(drafts, [], []).heaped(1) == 4
