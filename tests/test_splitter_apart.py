"""What stands between blank lines and is no text: boxes that nothing speaks of, wide headlines, kickers."""

from __future__ import annotations

import textwrap

import pytest

from summarizer import split
from summarizer.splitter import boxes, context
from summarizer.splitter.page import Page
from summarizer.splitter.split import split_with
from summarizer.splitter.weights import WEIGHTS
from tests.passages import BRIDGE, DRAINS, LIBRARY, MARKET

RINK = """\
The Meadow Lane skating rink will stay shut
this winter after inspectors found cracks in
nine of its steel beams on Tuesday, the parks
office said.
The rink opened in 1967. Its ice will be sold
to a brewery, and its skaters sent by bus to
Corby until the beams are mended in the spring.
"""
WHEAT = (
    "Farmers in the Harrow valley began to cut wheat on Monday, nine days before the usual date, after a dry "
    "spring ripened the crop early, the growers said.",
    "Combines worked under lights until midnight. Elevators in two towns opened on Sunday to take the grain, and "
    "trucks stood in line for a mile.",
)
BOXES = [
    ("TARN COUNTY LAKE LEVELS\nBarren Fork 911.4 ft.\nCoble Pond full\nWater temp. 41", LIBRARY, BRIDGE),
    ("PELHAM SEED & SUPPLY\nChicks are here!\nLimit 25 per family\nSalt · Mineral · Advice", LIBRARY, BRIDGE),
    ("今夜星空\n木星东南见\n月龄 21\n土星不见", MARKET, DRAINS),
]


@pytest.mark.parametrize(("box", "above", "below"), BOXES)
def test_a_box_that_no_text_speaks_of_is_no_headline_of_the_text_below(
    box: str, above: str, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{above}\n{box}\n\n{below}"
    headlines = [below.split("\n", 1)[0]]
    page = split(text)
    assert [article.headline for article in page][1:] == headlines
    assert {text[item.start : item.end] for item in page.furniture} >= set(box.split("\n"))
    monkeypatch.setattr(boxes, "_set_apart", lambda *_: None)
    assert [article.headline for article in split(text)][1:] != headlines


@pytest.mark.parametrize(
    "lines",
    [
        "Library hours: 9 to 5\nBoard adds Sundays\nTwo clerks, $42,000",  # the text speaks of it
        "晒谷\n母亲摊开一匹秋天\n竹耙走过去，走过来",  # a poem: no data
    ],
)
def test_lines_that_a_text_speaks_of_or_without_data_are_no_box(lines: str) -> None:
    text = f"{BRIDGE}\n{lines}\n\n{LIBRARY}" if lines.isascii() else f"{MARKET}\n{lines}\n\n{DRAINS}"
    assert not {"table", "advert"} & {item.kind for item in split(text).furniture}


def _headlines(page: Page) -> list[str | None]:
    return [article.headline for article in page]


WIDE = "Meadow Lane Rink Is Shut Once More. Why You Should Not Worry About It."


def test_one_line_of_sentences_wider_than_its_column_is_a_headline() -> None:
    text = f"{LIBRARY}\n{WIDE}\n\n{RINK}"
    assert _headlines(split(text))[1] == WIDE
    assert WIDE not in _headlines(split_with(text, {**WEIGHTS, "text.over": 0.0}))


@pytest.mark.parametrize(
    ("kicker", "headline"),
    [("MARKETS", "Rain delays work on Mill Street bridge"), ("Opinion", "Why the bridge is late")],
)
def test_the_name_of_a_section_that_touches_a_headline_is_its_kicker(
    kicker: str, headline: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{LIBRARY}\n{kicker}\n{headline}\n{BRIDGE.split(chr(10), 1)[1]}"
    page = split(text)
    assert (page[1].kicker, page[1].headline) == (kicker, headline)
    monkeypatch.setattr(context, "_kicks", lambda *_: False)
    assert split(text)[1].kicker is None


def test_the_name_of_a_section_that_stands_apart_is_no_kicker() -> None:
    page = split(f"{LIBRARY}\nBUSINESS\n\n{BRIDGE}")
    assert page[1].kicker is None
    assert "section" in {item.kind for item in page.furniture}


@pytest.mark.parametrize(
    "lines",
    [
        "SUMMER '26\nWhere to swim\nand what to eat",  # a sign in the kicker alone
        "A robin sang at 4 in the lane.\nNobody came by & nobody called.\nOnly the lamp at no. 7 was lit.",
        "• Mulch roses in 2 layers\n• Sow peas by May 3\n• Feed 1 hive",
    ],
)
def test_kickers_sentences_and_points_make_no_box(lines: str) -> None:
    text = f"{LIBRARY}\n{lines}\n\nNotes from a life\n\n{RINK}"
    assert "table" not in {item.kind for item in split(text).furniture}


@pytest.mark.parametrize(
    "sentence",
    [
        "He added that no crop had ever come in so soon.",
        "No one was hurt, and the road was open again by noon.",
    ],
)
def test_a_sentence_wider_than_its_column_goes_on_with_its_article(sentence: str) -> None:
    first, second = (textwrap.fill(text, 40) for text in WHEAT)
    text = f"Early wheat harvest begins\n\n{first}\n\n{sentence}\n\n{second}\n\n{LIBRARY}"
    assert _headlines(split(text)) == ["Early wheat harvest begins", "Library to open on Sundays"]
    assert len(split_with(text, {**WEIGHTS, "text.over": -6.0})) > len(split(text))


def test_a_headline_as_wide_as_its_column_below_a_kicker_is_no_first_line_of_its_text() -> None:
    headline = "Corby rink shut, skaters go by bus to"  # as wide as the text below it
    text = f"{LIBRARY}\nBUSINESS\n{headline} sea\n\n{RINK}"
    page = split(text)
    assert (page[1].kicker, page[1].headline) == ("BUSINESS", f"{headline} sea")


LEVY = """\
Library levy fails by 14 votes

   A levy that would have kept the Marlow library
open six days a week failed by 14 votes on
Tuesday, and a recount is likely.
   Hours at the branch would be cut to 20 from 38
if the result stands, its director said.

                    WHAT IS NEXT
   The county board of elections meets Dec. 8
to certify the vote. A recount costs neither
side anything.

Two hurt as truck hits school bus
   Two students were treated for bruises Monday
after a gravel truck struck a school bus on
Route 12, the sheriff's office said.
   The bus carried 19 children.
"""


def test_a_crosshead_that_papers_share_is_one_in_capitals_too() -> None:
    assert _headlines(split(LEVY)) == ["Library levy fails by 14 votes", "Two hurt as truck hits school bus"]


FEE = """\
POLITICS
Commission raises landfill fee
to $48 a ton, first rise since 2014
Dana Whitlow | The Hollin County Record

The Hollin County Commission voted 4-1
on Tuesday to raise the landfill fee to
$48 a ton from $39, the first rise since
2014, to pay for a liner that the state
ordered in March.
Commissioner Ray Stubbs voted no. "Folks
are already dumping couches on Route 9,"
he said.
"""


def test_a_name_and_a_paper_part_a_headline_of_two_lines_from_its_text() -> None:
    page = split(f"{FEE}\n{LIBRARY}")
    assert page[0].byline == "Dana Whitlow | The Hollin County Record"
    assert page[0].headline == "Commission raises landfill fee to $48 a ton, first rise since 2014"
