"""Where English text begins below a headline that fills its line: words that sentences begin with, datelines."""

from __future__ import annotations

import textwrap

import pytest

from summarizer import split
from summarizer.splitter import marks
from summarizer.splitter.joins import join_score
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS

HEADLINE = "Council wants to close the old bridge on Canal"
REST = (
    " the county said on Monday, when it put up the first signs and sent all buses over the ferry road, which adds "
    "nine minutes to each trip by bus. It will open again in June, when crews have mended the deck."
)


def goes_on(first: str, opening: str, room: int = 0) -> bool:
    """Tell whether text that begins with `opening` goes on with `first`, in a column `room` characters wider."""
    lines = read_lines(f"{first}\n{textwrap.fill(opening + REST, len(first) + room)}")
    return join_score(lines[0], lines[1], opens=True, weights=WEIGHTS) >= 0


@pytest.mark.parametrize(
    "opening",
    [
        "The workers who",
        "She ran when",
        "Everyone in town, as",
        "Anyone who read what",
        "Whether it falls,",
        "Two hostages held, as",
        "His mother heard what",
        "Fifteen-year-old twins heard what",
        "THE owners heard what",
    ],
)
def test_a_line_parts_from_text_that_begins_as_sentences_do(opening: str) -> None:
    assert not goes_on(HEADLINE, opening)


@pytest.mark.parametrize(
    ("first", "opening"),
    [
        ("The envoy left the court on Monday, and at last", "The Hague, met with"),
        ("The judges heard on Monday, as the court in", "Everyone Street, that"),
        ("The envoy left the court on Monday and saw that", "Her Majesty had"),
        ("The town of Harlow lies on the road that leads", "Two Rivers and"),
        ("The town of Harlow drew drivers from all across", "CALIFORNIA when"),
        ("The board that votes on Monday said in a letter –", "Everyone in town"),
        ("The board that votes on Monday said in a letter:", "Everyone in town"),
    ],
)
def test_a_name_or_a_quote_with_a_capital_goes_on_with_its_sentence(first: str, opening: str) -> None:
    assert goes_on(first, opening)


@pytest.mark.parametrize("opening", ["PROPOSALS to close it,", "The Hague said, as"])
def test_a_word_in_capitals_that_would_have_fitted_above_begins_a_text(opening: str) -> None:
    assert goes_on(HEADLINE, opening)
    assert not goes_on(HEADLINE, opening, room=20)


def test_an_up_style_headline_goes_on_with_a_word_that_sentences_begin_with() -> None:
    second = "Before Spring Brings Floods From Old Alder Dams"
    lines = read_lines(
        f"Council Votes to Close Bridge on the Canal Road\n{second}\n{textwrap.fill(REST, 47)}"
    )
    assert join_score(lines[0], lines[1], opens=True, weights=WEIGHTS) >= 0


FIRE = """\
Fire empties old mill at the foot of Canal Road
{}The owners of the mill said on Monday that the
roof had fallen in, and that nobody was hurt in
the fire, which began in a heap of wool at noon.
"""


@pytest.mark.parametrize(
    "dateline",
    [
        "HONOLULU, Hawaii (AP) - ",
        "KINGSTON (Reuters) -- ",
        "KINGSTON  12  (AFP) — ",
        "(AP) -- ",
        "(Bloomberg) - ",
        "PORT LYLE — ",
        "PORT  LYLE,  Stanmoor  (AP) — ",
        "KINGSTON (AP)- ",
    ],
)
def test_a_dateline_is_known_wherever_it_begins_a_line(dateline: str) -> None:
    assert marks.WHERE.match(f"{dateline}The owners of the mill")


@pytest.mark.parametrize(
    "line",
    [
        "SPIDER-MAN The musical",
        "ROLLS-ROYCE Motors said",
        "ROLLS-ROYCE said - as ever",
        "KINGSTON - the town by the river",
        "SOS - Help came at last",
        "(KINGSTON) - The town",
        "KINGSTON said on Monday — The town",
    ],
)
def test_a_name_with_a_hyphen_or_words_behind_a_dash_are_no_dateline(line: str) -> None:
    assert marks.WHERE.match(line) is None


@pytest.mark.parametrize("dateline", ["HONOLULU, Hawaii (AP) - ", "(AP) -- "])
def test_a_dateline_below_a_headline_of_two_full_lines_opens_the_text(dateline: str) -> None:
    headline = (
        "Hundreds flee the fire in an old woollen mill at\nthe foot of the Canal Road as roofs begin to fall"
    )
    (article,) = split(f"{headline}\n{FIRE.split(chr(10), 1)[1].format(dateline)}")
    assert article.headline == headline.replace("\n", " ")
    assert article.body.startswith(dateline.strip())
