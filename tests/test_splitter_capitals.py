"""Headlines in capitals in narrow columns, beside the small boxes and captions that they touch."""

from __future__ import annotations

import pytest

from summarizer import split

REPORT = """{head}
HALLING, March 16 - {name} said it may have to file for
protection from its creditors. The company said it has
asked its bank for forbearance over the next two weeks.
Its sales were about 15 mln dlrs in the year to November.
"""


@pytest.mark.parametrize(
    ("above", "head", "name"),
    [
        # an address ends the box above
        (
            "CONTACT US\nNewsroom 555-4831\nletters@ashford.example\n",
            "U.S. VIDEO\nVENDING MAY\nFILE",
            "U.S. Video Vending Corp",
        ),
        # its first line looks like the name of an advert
        (
            "",
            "LEADING COCOA\nPRODUCERS\nDISCUSS\nINTERNATIONAL\nPACT\nAT TALKS",
            "A group of leading cocoa producers",
        ),
    ],
)
def test_the_first_line_of_a_headline_is_no_form(above: str, head: str, name: str) -> None:
    (article,) = split(above + REPORT.format(head=head, name=name))
    assert article.headline == " ".join(head.split("\n"))


@pytest.mark.parametrize(
    "head", ["HOLDER\nCOMMUNICATIONS TO\nBUY FIVE FIRMS", "INT'L\nTOTALIZATOR SEES\nBETTER QUARTER"]
)
def test_a_first_line_that_fills_its_column_is_no_kicker(head: str) -> None:
    (article,) = split(REPORT.format(head=head, name="The company"))
    assert (article.kicker, article.headline) == (None, " ".join(head.split("\n")))


@pytest.mark.parametrize(
    "below",
    [
        "Fans cheer in the stands. (AP Photo/Laura Fisher)\n",
        "Firefighters at the scene. SUSAN\nMOSS/STAFF PHOTO\n",
        "WEATHER\nLakewood: Partly cloudy\nHigh 62, low 45\nSunrise 6:33 Sunset 7:52\n",
    ],
)
def test_a_headline_below_its_text_is_no_part_of_the_box_below_it(below: str) -> None:
    text = "".join(
        f"{city}, March {day} - The {what} said it will sell bills worth about\n600 billion crowns to the banks of the {where} tomorrow,\n"
        f"to take up cash that it expects in the {where}.\n{head}\n"
        for city, day, what, where, head in (
            ("HALLING", 3, "central office", "north", "OFFICE IN\nHALLING TO\nSELL BILLS\nTO BANKS"),
            ("KELLMAR", 4, "state treasury", "south", "TREASURY\nOF KELLMAR\nTO SELL 600\nBILLION IN BILLS"),
        )
    )
    page = split(text + below)
    assert [article.headline for article in page] == [
        "OFFICE IN HALLING TO SELL BILLS TO BANKS",
        "TREASURY OF KELLMAR TO SELL 600 BILLION IN BILLS",
    ]


@pytest.mark.parametrize(
    "dateline", ["WASHINGTON, APRIL 1\n- The", "LANDOVER, Md., March\n25 - The", "WOLFSBURG,\nMarch 9 - The"]
)
def test_a_broken_dateline_opens_its_text(dateline: str) -> None:
    text = (
        "Intel shows glasses that you may want to wear\n"
        "A beam of low power throws images into your eye. The glasses hold no\ncamera, which takes away the worry about them.\n\n"
        f"{dateline} Dart Group Corp has raised its\noffer for Supermarkets General Corp to 42 dlrs in cash\nand three dlrs in stock, it said.\n"
        "DART GROUP RAISES\nSUPERMARKETS BID\n"
    )
    opened = next(article for article in split(text) if "Dart Group Corp" in article.body)
    assert opened.body.startswith(dateline.replace("\n", " "))
