"""The sets of papers, and the pages that are made of them."""

from __future__ import annotations

import pytest

from tests.bench.made_pages import papers

NEEDED = {
    "id",
    "paper",
    "headline",
    "headline_break",
    "deck",
    "byline",
    "lead",
    "paragraphs",
    "subheads",
    "captions",
}


@pytest.mark.parametrize("name", papers.sets())
def test_a_set_holds_what_a_page_needs(name: str) -> None:
    articles, furniture = papers.papers(name)
    assert {"mastheads", "boxes", "adverts", "feet"} <= furniture.keys()
    for article in articles:
        assert article.keys() >= NEEDED
        assert set(article["subheads"]) <= set(article["paragraphs"])
        assert all(article["paragraphs"])
        joined = "".join(article["headline_break"]).replace(" ", "")
        assert joined == (article["headline"] or "").replace(" ", "")


@pytest.mark.parametrize("name", papers.sets())
def test_every_letter_of_a_made_page_has_one_owner(name: str) -> None:
    for seed in range(5):
        text, gold = papers.make(seed, [name])
        spans = [span for article in gold["articles"] for span in article["spans"]] + gold["furniture"]
        owned = sorted(at for start, end in spans for at in range(start, end))
        assert len(owned) == len(set(owned))
        assert {at for at, char in enumerate(text) if not char.isspace()} <= set(owned)


def test_a_set_that_is_not_there_is_an_error_that_names_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"no set of papers nowhere; there are e1 .* z1"):
        papers.make(1, ["nowhere"])
