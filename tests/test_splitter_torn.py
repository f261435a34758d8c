"""Lines that a reader of PDF ran together at a hyphen, or tore into their words; headlines that are no column."""

from __future__ import annotations

import textwrap

import pytest

from summarizer import split
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS
from summarizer.text import LINE, ROW, unwrap
from tests.passages import PROSE_EN
from tests.test_splitter_columns import LEFT, RIGHT, beside

MARKS = pytest.mark.parametrize("mark", ["\ufffe", "\x02"])
RUN_TOGETHER = """\
Alder bridge to close
The county council voted on Monday to close the Al@der bridge for nine weeks so that crews could re@place its \
rusted deck, and to send buses over the
Canal Road crossing until the repair is done. Coun@cillors split 3@2 over it.
Library drops late fines
Readers who bring library books back late will pay
nothing from July on, after trustees dropped the fi@nes at a meeting on Thursday at the main branch.
"""


@MARKS
def test_headlines_stand_apart_from_lines_that_were_run_together_at_a_hyphen(mark: str) -> None:
    page = split(RUN_TOGETHER.replace("@", mark))
    assert [article.headline for article in page] == ["Alder bridge to close", "Library drops late fines"]
    assert page[0].body.startswith(
        "The county council voted on Monday to close the Alder bridge for nine weeks"
    )
    assert page[0].body.endswith("Councillors split 3-2 over it.")
    assert page[1].body.endswith("dropped the fines at a meeting on Thursday at the main branch.")


@MARKS
@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("won 3@2 at home", "won 3-2 at home"),
        ("the coun@cil", "the council"),
        ("the Anglo@Welsh cup", "the Anglo-Welsh cup"),
        ("a B@52 bomber", "a B-52 bomber"),
    ],
)
def test_a_hyphen_between_figures_or_before_a_capital_stays(raw: str, read: str, mark: str) -> None:
    assert unwrap(raw.replace("@", mark)).text == read


@MARKS
def test_a_line_ends_with_such_a_mark_and_a_row_does_not(mark: str) -> None:
    raw = f"the coun{mark}cil met{mark}\n{mark}"
    assert LINE.findall(raw) == [f"the coun{mark}", f"cil met{mark}", mark]
    assert ROW.findall(raw) == [f"the coun{mark}cil met{mark}", mark]


@MARKS
def test_columns_side_by_side_are_read_whole_where_a_line_has_such_a_mark(mark: str) -> None:
    left = [*LEFT[:2], f"crews can re{mark}place the deck and", *LEFT[3:]]
    right = [*RIGHT[:3], f"in than they br{mark}ing, he told us.", *RIGHT[4:]]
    lines = read_lines(beside(left, right))
    assert [line.start for line in lines] == [beside(left, right).index(text) for text in (*left, *right)]
    assert len(lines) == len(left) + len(right)


TORN = """\
Ferries add two crossings
a day to Harrow
The ferry company of Harrow said on
Monday
that
summer
it will add two crossings a day from
Stanmoor to the pier below the castle
Travellers
cheered
the
news, which the mayor had promised in
the spring when the new boat was paid
for and the pier had been dredged.
"""
BAND = """\
Band Aid retains
number one spot
The charity record stayed at the head
of the chart for a third week running
while shops ran out of copies, dealers
said on Friday night in the capital.
"""


def test_words_of_torn_lines_stay_in_their_paragraph_and_the_headline_below_out_of_it() -> None:
    page = split(TORN + BAND)
    assert [article.headline for article in page] == [
        "Ferries add two crossings a day to Harrow",
        "Band Aid retains number one spot",
    ]
    assert "said on Monday that summer it will add" in page[0].body


def test_a_page_has_pieces_of_lines_only_where_it_shows_torn_ones() -> None:
    assert [line.text for line in read_lines(TORN) if line.piece] == ["that", "summer", "cheered", "the"]
    assert not any(line.piece for line in read_lines(BAND + PROSE_EN))
    one = TORN.replace("Travellers\ncheered\nthe\nnews,", "Travellers on the boats cheered at the\nnews,")
    assert not any(line.piece for line in read_lines(one.replace("said on\n", "said.\n")))


DASH = """\
of the station landed on a steppe at
dawn on Monday after half a year away
from home, and the three men were met
by
doctors
and
wives, who had waited there since the
night in a tent that the wind tore up.
"""


def test_a_dash_alone_in_a_torn_dateline_is_no_rule_as_one_between_articles_is() -> None:
    torn = build_blocks(read_lines(f"Cosmonauts land\n(AFP)\n-\nThe\nRussian\ncrew\n{DASH}"), WEIGHTS)
    assert [block.furniture for block in torn if block.text == "-"] == [None]
    page = split(f"{BAND}-\n{TORN}")
    assert [item.kind for item in page.furniture] == ["rule"]
    assert len(page) == 2


def test_headlines_one_below_another_are_no_column() -> None:
    heads = [
        f"{what} {verb}"
        for what in ("Mill", "Bridge", "Ferry")
        for verb in ("closes", "opens", "burns", "is sold")
    ]
    body = "\n".join([textwrap.fill(PROSE_EN.replace("\n", " "), 54)] * 10)
    lines = read_lines("\n".join([*body.split("\n")[:64], *heads * 4]) + "\n")
    assert {line.column for line in lines[-24:]} == {lines[0].column}
