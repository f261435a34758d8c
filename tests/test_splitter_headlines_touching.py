"""Headlines that touch the text below them, as wide as its column or wider: what shows that they are none of it."""

from __future__ import annotations

import textwrap

import pytest

from summarizer import split
from tests.passages import BRIDGE, LIBRARY, PROSE_EN

WIDTH = 52  # of the column of PROSE_EN
SCHOOL = "School plan heard in Harlow\n"
FEES = (
    "Readers who bring a library book back late pay nothing from July on, the trustees of the library in Stanmoor "
    "said on Thursday. The fines cost more to collect than they brought in, and some families stayed away for years."
)
CROSSING = (
    "The county council voted 5-2 on Monday to close the old crossing, and buses will go by the Canal Road until "
    "August. Drivers had asked for one open lane."
)
WALKERS = (
    "The last driver left in May. He had come from the coast nine years ago, and nobody has asked for his job since "
    "then, a councillor said. Older people walk."
)


def touching(headline: str, text: str, width: int = WIDTH) -> str:
    """Return a headline right above its text, in a column of `width`."""
    return f"{headline}\n{textwrap.fill(text, width)}\n"


def found(page: str) -> list[tuple[str | None, str]]:
    """Return the headline of every article, and how its body begins."""
    return [(article.headline, article.body[:11]) for article in split(page)]


def test_a_headline_whose_words_and_text_are_strange_to_what_stands_above_parts_from_both() -> None:
    headline = "Trustees scrap all fees on overdue children's books"
    assert found(SCHOOL + PROSE_EN + touching(headline, FEES)) == [
        (SCHOOL.strip(), PROSE_EN[:11]),
        (headline, FEES[:11]),
    ]


def test_a_strange_headline_is_found_where_the_text_above_ends_with_a_full_line() -> None:
    last = "in the spring if the measure passes."
    full = PROSE_EN.replace(last, "in the spring. Two parents asked for a bigger school.")
    headline = "Trustees scrap all fees on overdue children's books"
    assert found(SCHOOL + full + touching(headline, FEES)) == [
        (SCHOOL.strip(), PROSE_EN[:11]),
        (headline, FEES[:11]),
    ]


def test_a_strange_headline_says_its_text_in_other_forms_of_its_words() -> None:
    headline = "Stanmoorers cheer as libraries end an unloved custom"
    text = FEES.replace(" of the library", "")
    assert found(SCHOOL + PROSE_EN + touching(headline, text)) == [
        (SCHOOL.strip(), PROSE_EN[:11]),
        (headline, text[:11]),
    ]


def test_an_up_style_headline_parts_from_a_sentence_that_begins_with_a_name() -> None:
    headline = "Why Harlow Should Not Give Up Its Oldest Bridge Yet"
    text = (
        "Lena Grady has driven a bus across the canal for nine years, and on Monday she told the council what a "
        "detour of two miles would do to her riders. Most of them are old, and none of them owns a car."
    )
    assert found(touching(headline, text)) == [(headline, text[:11])]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        (
            "Brewery fined over fish found floating in the canal",
            "A judge ruled on Monday that the firm must pay $40,000 for what ran from its pipes into the water last "
            "summer. Anglers had counted more than nine hundred dead roach and bream below the weir.",
        ),
        (
            "Nine years without a bus, and a town learns to walk",
            "It's a mile and a half from the last house on Canal Road to the shop, and Ruth Egan walks it twice a day. "
            "She says that she has never been so well. The county stopped the service when its last driver left.",
        ),
    ],
)
def test_an_article_alone_or_a_contraction_begins_a_text(headline: str, text: str) -> None:
    assert found(touching(headline, text)) == [(headline, text[:11])]


def test_a_line_that_leaves_two_fifths_of_a_narrow_column_empty_is_no_text() -> None:
    text = (
        "Trustees in Harlow want to wait for a new report before they decide whether the road may be closed. Nobody "
        "spoke against the wait, which will last until June at least, and no one asked what it will cost."
    )
    assert found(touching("No vote on ferry", text, width=30)) == [("No vote on ferry", text[:11])]


def test_a_headline_of_two_sentences_wider_than_its_column_is_no_text() -> None:
    headline = "Old mill burns down. Forty workers went home an hour before"
    text = (
        "Firefighters from four towns fought the flames until dawn, and the owners said that all forty workers had "
        "gone home when a heap of wool caught fire. The roof fell in before midnight. Damage is put at two million."
    )
    assert found(touching(headline, text, width=40)) == [(headline, text[:11])]


def test_a_line_wider_than_its_column_is_no_subhead() -> None:
    headline = "Alder bridge shut for nine weeks as crews replace deck"
    assert found(LIBRARY + touching(headline, CROSSING, width=44) + BRIDGE) == [
        ("Library to open on Sundays", "The town li"),
        (headline, CROSSING[:11]),
        ("Rain delays work on Mill Street bridge", "Crews lost "),
    ]


@pytest.mark.parametrize(
    "crown",
    ["THE HARLOW GAZETTE", "Monday, May 4, 2020", "A4", "Continued from page 1", "* * *"],
    ids=["masthead", "date", "page", "jump", "rule"],
)
def test_a_headline_may_touch_what_stands_at_the_head_of_a_page(crown: str) -> None:
    headline = "Older people walk, and nobody asks for a new bus or driver"
    page = f"{LIBRARY}\n{crown}\n{touching(headline, WALKERS, width=44)}"
    assert found(page) == [("Library to open on Sundays", "The town li"), (headline, WALKERS[:11])]
