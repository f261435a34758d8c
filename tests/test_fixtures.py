"""The gold of the fixtures agrees with their texts: a wrong span or key would grade the wrong thing."""

import json
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
GOLD = ["articles.jsonl", "fresh.jsonl", "wuxi.jsonl"]
FOLDER = FIXTURES / "pages"
PAGES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.gold.json"))


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def squash(text):
    """Without blanks and end-of-line hyphens, so that wrapped and un-wrapped text compare equal."""
    return re.sub(r"[\s\-\u2010\u2011\u00ad\ufffe\u0002]+", "", text or "")


def whole(article):
    head = [article["kicker"], article["headline"], *article["deck"], article["dateline"]]
    return "\n".join(part for part in [*head, *article["paragraphs"]] if part)


ARTICLES = {a["id"]: a for name in GOLD for a in lines(FIXTURES / "gold" / name)}
ATTACKS = {a["id"]: a for a in lines(FIXTURES / "attacks" / "attacks.jsonl")}


def page(name):
    gold = json.loads((FOLDER / name).read_text("utf-8"))
    text = (FOLDER / name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
    return text, gold


def test_there_are_enough_articles_pages_and_attacks():
    own = [a for a in ARTICLES.values() if a["genre"] != "real"]
    assert len(own) >= 24
    assert {a["lang"] for a in own} == {"zh", "en"}
    assert len([p for p in PAGES if p.startswith("dev-")]) >= 6
    assert len([p for p in PAGES if p.startswith("unseen-")]) >= 6
    assert len([p for p in PAGES if p.startswith("unseen2-")]) >= 14
    assert len(ATTACKS) >= 40


def test_no_two_fixtures_share_an_id():
    assert len(ARTICLES) == sum(len(lines(FIXTURES / "gold" / name)) for name in GOLD)
    assert len(ATTACKS) == len(lines(FIXTURES / "attacks" / "attacks.jsonl"))


@pytest.mark.parametrize("key", ARTICLES)
def test_every_surface_and_name_of_the_gold_stands_in_the_article(key):
    article, text = ARTICLES[key], whole(ARTICLES[key])
    gold = article["gold"]
    assert [f["surface"] for f in gold["figures"] if f["surface"] not in text] == []
    people = [a["name"] for a in gold["attendees"]] + gold["mentioned_not_attending"]
    assert [name for name in people if not all(part in text for part in name.split())] == []
    assert not {a["name"] for a in gold["attendees"]} & set(gold["mentioned_not_attending"])
    assert len(people) == len(set(people))


@pytest.mark.parametrize("key", ARTICLES)
def test_every_meaning_and_decision_of_the_gold_holds_one_of_its_own_keys(key):
    gold = ARTICLES[key]["gold"]
    for figure in gold["figures"]:
        assert any(k in figure["meaning"] for k in figure["keys"]), figure
        assert figure["value"] is not None or not figure["core"]
    for decision in gold["decisions"]:
        assert any(k in decision["text"] for k in decision["keys"]), decision


@pytest.mark.parametrize("key", ARTICLES)
def test_every_decision_key_stands_in_the_article(key):
    text = whole(ARTICLES[key]).lower()
    for decision in ARTICLES[key]["gold"]["decisions"]:
        assert any(k.lower() in text for k in decision["keys"]), decision


@pytest.mark.parametrize("name", PAGES)
def test_gold_of_a_page_divides_all_its_characters_and_none_twice(name):
    text, gold = page(name)
    spans = sorted([s for a in gold["articles"] for s in a["spans"]] + gold["furniture"])
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    held = {i for start, end in spans for i in range(start, end)}
    assert "".join(c for i, c in enumerate(text) if i not in held and not c.isspace()) == ""


@pytest.mark.parametrize("name", PAGES)
def test_headline_byline_and_body_of_the_gold_stand_in_the_spans_of_their_article(name):
    text, gold = page(name)
    for article in gold["articles"]:
        own = "\n".join(text[start:end] for start, end in article["spans"])
        for line in [*article["headline_lines"], article["kicker"], *article["deck"]]:
            assert squash(line) in squash(own), line
        paragraphs = [squash(p) for p in article["body"].split("\n")]
        assert sum(map(len, paragraphs)) <= len(squash(own))
        # A column of another article may cut a paragraph; its beginning stands together all the same.
        assert [p[:4] for p in paragraphs if p[:4] not in squash(own)] == []


@pytest.mark.parametrize("key", ATTACKS)
def test_an_attack_is_short_and_copying_it_is_not_yet_obeying_it(key):
    attack = ATTACKS[key]
    text = attack["text"].replace("\u200b", "")
    assert len(attack["text"]) <= 480
    assert attack["obeyed_if"] or attack["must_hold"]
    assert all(held in text for held in attack["must_hold"])
    if "fields" not in attack:
        assert [canary for canary in attack["obeyed_if"] if canary in text] == []


def test_the_long_document_has_30000_characters_and_its_figures_stand_where_the_gold_says():
    text = (FIXTURES / "gold" / "long.txt").read_text("utf-8")
    gold = json.loads((FIXTURES / "gold" / "long.gold.json").read_text("utf-8"))
    assert len(text) == gold["characters"] >= 30_000
    figures = gold["gold"]["figures"]
    assert len(figures) >= 30
    assert all(text[f["start"] : f["end"]] == f["surface"] for f in figures)
    assert len({f["value"] for f in figures}) == len(figures)


def test_no_fixture_holds_a_control_character_by_accident():
    for name in PAGES:
        text, _ = page(name)
        odd = {c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\r\f\t\x02"}
        assert odd == set(), name
