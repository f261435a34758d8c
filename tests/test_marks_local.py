"""Forms of local papers: who reports and where, capitals that open, captions, imprints, boxes, subheads of quotes."""

from __future__ import annotations

import textwrap

import pytest

from summarizer import split
from summarizer.splitter import marks
from tests.forms import furniture
from tests.passages import BRIDGE, LIBRARY, PROSE_EN
from tests.test_marks_house import _kind

MATCH = """\
The visitors led after nine minutes through a header
from Olu Danso, and held on for an hour with ten men
before the home side drew level from the spot. They
have not won away since November.
"""
DRAW = "Ten-man Rovers cling on for a point after Danso header"
DOGS = (
    " who took in eleven dogs from the pound has been told to give up nine by her landlord by Friday. She said that neighbours "
    "had never heard a bark."
)


@pytest.mark.parametrize(
    "line",
    [
        "Oona McVeigh reports",
        "Owen T. Castell reports",
        "Mira Kostova at Rookham",
        "Dunstan Peel at Harrow Park",
        "MÁIRE GLENNON at Dunmarra District Court",
        "By Dana Kreutzer | Dispatch staff",
        "By Curt Hagemann | Farm editor",
        "Words: Colm Rushe  Photos: Deirdre Lally",
        "JOANNE THIBEAULT, STAFF REPORTER",
        "STAFF",
    ],
)
def test_who_reports_from_where_and_for_whom_is_a_byline(line: str) -> None:
    assert (_kind(marks.BYLINES, line) or "").startswith("byline.")


@pytest.mark.parametrize(
    "line",
    [
        "Watchdog reports",
        "Oona McVeigh reports theft",
        "School closes at Rookham",
        "Police at Scene",
        "Rattles Mountain Region",
        "Jolts Coastal Villages",
        "Swamps Harbour Road",
        "Hits Bay Town",
    ],
)
def test_a_headline_like_who_reports_is_no_byline(line: str) -> None:
    assert _kind(marks.BYLINES, line) is None


@pytest.mark.parametrize("line", ["Charles Otway", "James Pemberton", "Wells Hartnoll", "Davids Moor"])
def test_a_given_name_that_ends_like_a_verb_is_a_name(line: str) -> None:
    assert _kind(marks.BYLINES, line) == "byline.bare"


@pytest.mark.parametrize("byline", ["Oona McVeigh reports", "Mira Kostova at Rookham"])
def test_who_reports_stands_between_headline_and_text(byline: str) -> None:
    _, article = split(f"{LIBRARY}\n{DRAW}\n{byline}\n\n{MATCH}")
    assert (article.headline, article.byline) == (DRAW, byline)


@pytest.mark.parametrize("byline", ["Mira Kostova", "Mira Kostova at Rookham", "Mira Kostova at Alder Park"])
@pytest.mark.parametrize("result", ["Rookham 1 Rovers 1", "Harlow Town 0, Rovers 12"])
def test_a_name_above_the_result_of_the_match_is_its_byline(byline: str, result: str) -> None:
    _, article = split(f"{LIBRARY}\n{DRAW}\n{byline}\n\n{result}\n\n{MATCH}")
    assert (article.headline, article.byline) == (DRAW, byline)
    assert article.body.startswith("The visitors led")


def test_a_name_at_a_place_that_the_text_tells_of_is_a_headline() -> None:
    _, article = split(f"{LIBRARY}\nOlu Danso at Rovers\n\n{MATCH}")
    assert (article.headline, article.byline) == ("Olu Danso at Rovers", None)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Early Frost", "Blights Orchard Country"),
        ("Magnitude 5 Quake", "Jolts Coastal Villages"),
        ("Late Storm Without Warning", "Swamps Harbour Road"),
    ],
)
def test_a_headline_whose_second_line_begins_with_its_verb_has_no_byline(first: str, second: str) -> None:
    _, article = split(f"{LIBRARY}\n{first}\n{second}\n\n{PROSE_EN}")
    assert (article.headline, article.byline) == (f"{first} {second}", None)


@pytest.mark.parametrize(
    "line",
    [
        "A WIDOW who took in dogs",
        "A PLUMBER has been fined",
        "I REFER to your report on the weir",
        "I WRITE as a former bell-ringer",
        "THERE'S a mouse in the council chamber",
        "IT’S been nine years since the flood",
        "WE'RE told that the ferry will not sail",
        "IT took three men to lift the eel",
    ],
)
def test_capitals_that_open_an_article_are_a_lead_in(line: str) -> None:
    assert _kind(marks.LEADS, line) == "lead.caps"


@pytest.mark.parametrize(
    "line",
    [
        "A NATO ship sank",
        "A UNESCO site floods",
        "A WIDOW WHO TOOK IN DOGS",
        "A TV set burns",
        "A widow who took in dogs",
        "I, CLAUDIUS returns to stage",
        "THERE'S NO MONEY LEFT",
        "IT'S Friday",
        "IT Department Quits",
    ],
)
def test_a_name_in_capitals_or_a_headline_in_them_is_no_lead_in(line: str) -> None:
    assert _kind(marks.LEADS, line) is None


@pytest.mark.parametrize(
    "opening", ["A WIDOW", "I REFER to the widow", "THERE'S a widow", "WE'VE heard of a widow"]
)
def test_capitals_behind_a_blank_line_open_an_article_without_a_headline(opening: str) -> None:
    text = opening + DOGS
    page = split(f"{LIBRARY}\n{textwrap.fill(text, 44)}\n")
    assert [article.body[:8] for article in page] == ["The town", text[:8]]


@pytest.mark.parametrize(
    "line",
    ["VELDRAN (Agency): The river", "ORSK BAY (Metro Desk): Two boats", "VELDRAN (Sadia Noor): “We"],
)
def test_a_place_and_a_source_in_brackets_with_a_colon_are_a_dateline(line: str) -> None:
    assert _kind(marks.LEADS, line) == "lead.city"


@pytest.mark.parametrize(
    "line",
    [
        "VELDRAN (Agency) The river",
        "WINTER (a memoir): The snow",
        "Veldran (Agency): The river",
        "VELDRAN (Agency): the river",
    ],
)
def test_a_title_with_an_aside_is_no_dateline(line: str) -> None:
    assert _kind(marks.LEADS, line) is None


def test_a_dateline_with_a_colon_opens_an_article_without_a_headline() -> None:
    text = "VELDRAN (Agency): The river crested at nine\nmetres and the lower town was cleared by boat.\n"
    page = split(f"{LIBRARY}\n{text}Nobody was hurt, a spokesman said on Friday.\n")
    assert [article.body[:8] for article in page] == ["The town", "VELDRAN "]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("A crane lowers the bell into St Bran's tower. (Ivy Trask/Herald-Courier)", "caption"),
        ("(Noor Adeyemi/Valley Gazette)", "caption"),
        ("A vendor fans satay at a market in Kampung Seri. — Filepic", "caption"),
        ("Rescuers lower a boat at Teluk Baru on Friday. — Bernama", "caption"),
        ("Pupils wave flags at the gate of their new school. — STARpix", "caption"),
        ("Printed at Sungai Mas Web Sdn Bhd, 12 Jalan Api", "contact"),
        ("Rookham Post Ltd, 3 Quay Street. Registered as a newspaper", "contact"),
        ("Harlow Herald. Registered at the GPO as a newspaper.", "contact"),
        ("The Harlow Gazette (ISSN 1871-2203) is published by Alder Media.", "contact"),
    ],
)
def test_captions_and_imprints_of_local_papers_are_known_by_their_form(line: str, kind: str) -> None:
    assert _kind(marks.FURNITURE, line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Two held over bell theft (Ivy Trask/Rhea Moll)",
        "Mayor Tan stands by his claim. — Filed",
        "“We had no choice. — Bernard”",
        "Printed on silk, banner published online draws crowds",
        "Trade mark registered at the last minute",
        "Old newspaper registered as a historic site",
        "The Bell (a pub) is published by nobody",
    ],
)
def test_a_headline_like_a_caption_or_an_imprint_is_none(line: str) -> None:
    assert _kind(marks.FURNITURE, line) is None


@pytest.mark.parametrize(
    "line",
    [
        "A crane lowers the bell into the tower. (Ivy Trask/Herald-Courier)",
        "A vendor fans satay at a night market in Kampung Seri. — Filepic",
        "Printed at Sungai Mas Web Sdn Bhd, 12 Jalan Api, and published by",
    ],
)
def test_a_caption_or_an_imprint_between_two_articles_is_in_neither(line: str) -> None:
    text = f"{LIBRARY}\n{line}\n\n{BRIDGE}"
    page = split(text)
    assert [text[item.start : item.end] for item in page.furniture] == [line]
    assert [article.headline for article in page] == [LIBRARY.split("\n")[0], BRIDGE.split("\n")[0]]


@pytest.mark.parametrize("number", ["01632 960155", "0113 496 0155", "020 7946 0812"])
def test_a_box_with_a_british_telephone_number_is_no_article(number: str) -> None:
    page = split(f"{LIBRARY}\nHalden Carpets\nCoupon for readers\nTwo rooms for one\n{number}\n\n{BRIDGE}")
    assert [article.headline for article in page] == [LIBRARY.split("\n")[0], BRIDGE.split("\n")[0]]
    assert not any(article.kicker or article.deck for article in page)


def test_a_sentence_with_a_british_telephone_number_stays_in_its_article() -> None:
    (article,) = split(f"{LIBRARY}Readers may ring the desk on 01632 960155 until\nFriday, the board said.\n")
    assert article.body.endswith("01632 960155 until Friday, the board said.")


SHELTER = """\
Shelter decision put off until June
By Ann Lee

Trustees in Harlow want to wait for a new report
before they decide whether the shelter may close.
Nobody spoke against the wait at the meeting.
The report is due in June.

{line}

Staff say the beds have been full since March.
Three families slept in a church hall on Sunday,
and a fourth in its car park, the warden said.
"""


@pytest.mark.parametrize(
    "line",
    ["'Nowhere left to send them'", "‘We count the blankets twice’", "“Nobody has asked us”"],
)
def test_a_subhead_in_quotes_stays_in_its_article(line: str) -> None:
    article, bridge = split(f"{SHELTER.format(line=line)}\n{BRIDGE}")
    assert line in article.body
    assert bridge.headline == BRIDGE.split("\n")[0]


def test_a_headline_that_only_begins_with_a_quote_opens_its_article() -> None:
    page = split(
        f"{LIBRARY}\n'No beds left' at shelter, says warden\nBy Ann Lee\n\n{SHELTER.split('{line}')[1]}"
    )
    assert [article.headline for article in page][1:] == ["'No beds left' at shelter, says warden"]


def test_a_line_without_quotes_above_text_about_something_else_opens_an_article() -> None:
    page = split(f"{SHELTER.format(line='Nowhere left to send them')}\n{BRIDGE}")
    assert [article.headline for article in page][1] == "Nowhere left to send them"


@pytest.mark.parametrize(
    "line",
    [
        "Health correspondent Oona McVeigh",
        "Crime reporter Owen T. Castell",
        "Chief sports writer Mira de Groot",
    ],
)
def test_an_office_before_a_name_is_a_byline(line: str) -> None:
    assert _kind(marks.BYLINES, line) == "byline.role"


@pytest.mark.parametrize(
    "line",
    [
        "Crime reporter sues county",
        "Health correspondent Oona McVeigh resigns over row",
        "Former editor Mira Kostova",
    ],
)
def test_an_office_in_a_headline_is_no_byline(line: str) -> None:
    assert _kind(marks.BYLINES, line) is None


@pytest.mark.parametrize("team", ["ROVERS", "ROOKHAM TOWN"])
def test_the_row_of_a_team_opens_no_article(team: str) -> None:
    players = "Peel 6, Danso 7, Castell 4, Moyo 7 (Ellis 71), Shaw 5, Finch 6, Groot 5, Petrie 8, Beale 6."
    assert marks.first(marks.LEADS, f"{team}: {players}") is None
    assert marks.first(marks.LEADS, f"{team}: Peel said on Monday that the ground would close for a month.")


@pytest.mark.parametrize(
    "line",
    ["BOMB KILLS PILOT, REPORTER", "Report: Markets Picture: Bleak", "Words fail council, photos do not"],
)
def test_a_headline_that_ends_with_a_job_or_has_words_and_photos_is_no_byline(line: str) -> None:
    assert _kind(marks.BYLINES, line) is None


@pytest.mark.parametrize(
    "name", ["Dana Wexford | The Calloway Dispatch", "Imogen Sayre | Special to The Dispatch"]
)
def test_a_name_and_a_paper_between_headline_and_text_are_a_byline(name: str) -> None:
    page = split(
        f"{LIBRARY}\nRain delays work on Mill Street bridge\n{name}\n\n{BRIDGE.split(chr(10), 4)[4]}"
    )
    assert (page[1].headline, page[1].byline) == ("Rain delays work on Mill Street bridge", name)


def test_a_name_and_a_paper_below_a_caption_are_its_photographer() -> None:
    text = BRIDGE.split("\n", 4)[4]
    page = split(
        f"{LIBRARY}\nCrews mend the deck on Tuesday.\nDana Wexford | The Calloway Dispatch\n\n{text}"
    )
    assert "Dana Wexford | The Calloway Dispatch" not in [article.byline for article in page]


@pytest.mark.parametrize(
    ("line", "led"),
    [
        ("Kothapeta, February 23: As many as 46 students were sick.", True),
        ("NAGARKATTE, Feb. 19: Guests at a wedding fled.", True),
        ("Saturday, May 10: The company offers four per cent.", False),
        ("Remembered, July 4: A Nation Pauses", False),
    ],
)
def test_a_city_and_a_date_before_a_colon_open_a_text_a_weekday_does_not(line: str, led: bool) -> None:
    mark = marks.first_spaced(marks.LEADS, line)
    assert (mark is not None and mark.kind == "lead.city") == led


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Gannett/GateHouse", None),
        ("Ana Dell/Echo", "caption"),
        ("Reuters/Jim Bourg", "caption"),
        ("75¢", "masthead"),
        ("$2.20 including GST", "masthead"),
        ("75 cents newsstand", "masthead"),
        ("Published Every Thursday at Antler Fork, Wyoming", "masthead"),
        ("Published Weekly Figures Show Slump", None),
        ("Free weekly clinics open in Rathdowney", None),
        ("The Strathmarrow Courier abides by the Editors’ Code of Practice.", "contact"),
        ("Mayor Smith complies with the Code, watchdog rules", None),
        ("Complaints should be sent in writing to the Editor, 4 Mercat Wynd, Inverallan.", "contact"),
        ("Complaints should be made public, says editor", None),
        ("TENDER NOTICE", "advert"),
        ("CHANGE OF NAME", "advert"),
        ("NAME CHANGE", None),
    ],
)
def test_what_papers_print_beside_the_news_and_headlines_like_it(line: str, kind: str | None) -> None:
    assert furniture(line) == kind


def test_a_wire_behind_a_text_is_its_credit() -> None:
    assert (_kind(marks.CREDITS, "With Post wires") or "").startswith("credit.")
    assert (_kind(marks.CREDITS, "With files from Dominion Wire") or "").startswith("credit.")
    assert _kind(marks.CREDITS, "With inputs from 4 states, plan takes shape") is None


@pytest.mark.parametrize("last", ["No. 18", "Free, for you", "60¢ a copy"])
def test_the_number_and_the_price_of_an_issue_are_of_its_masthead(last: str) -> None:
    head = f"The Ashgrove Lantern\nVol. CIV, Issue 12\nFriday, December 4, 2026\n{last}\n"
    page = split(f"{head}\n{BRIDGE.split(chr(10), 4)[4]}\n{LIBRARY}")
    assert [article.headline for article in page] == [None, "Library to open on Sundays"]


def test_a_telephone_number_above_a_blank_line_ends_its_line() -> None:
    menu = "SENIOR CENTER MENU\nFri.: Fish, slaw, bar\nCall by 9 a.m. today for a ride, 555-0118\n"
    page = split(f"{LIBRARY}\n{menu}\n{BRIDGE.split(chr(10), 4)[4]}")
    assert not any("555-0118" in article.body for article in page)
