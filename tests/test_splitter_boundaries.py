"""Where articles begin and end, told by their neighbours and by the page; and the pages that weights are fitted on."""

from __future__ import annotations

import pytest

from summarizer import split
from tests.bench.made_pages import FAMILIES, make

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
