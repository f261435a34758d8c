"""Folios and the items of a roundup."""

from __future__ import annotations

from summarizer import split

PAGE = """\
THE HARROWGATE LEDGER                                        Tuesday, March 10, 2026
                              LOCAL                                      B1

School enrollment falls
for fifth straight year

By Dale Ngata

HARROWGATE -- Enrollment in the city's
public schools fell 2.7 percent this
year to 18,346, the fifth decline in a
row, the district said Monday.

BRIEFS

FIRE AT GRAIN ELEVATOR: No one was hurt
when a fire broke out Sunday night at the
Coldwater Grain elevator on Pier 9. Dam-
age was put at $750,000.

ROAD CLOSURE: Mill Street between Third
and Fifth avenues will be closed from
Wednesday to March 20 for sewer work.
"""


def test_a_folio_in_cells_across_the_page_is_no_headline():
    page = split(PAGE)
    assert page[0].headline == "School enrollment falls for fifth straight year"
    assert [PAGE[item.start : item.end].split(maxsplit=1)[0] for item in page.furniture] == [
        "THE",
        "LOCAL",
        "BRIEFS",
    ]


def test_items_of_a_roundup_that_run_in_with_capitals_are_articles():
    assert [article.body.split(":")[0] for article in split(PAGE)[1:]] == [
        "FIRE AT GRAIN ELEVATOR",
        "ROAD CLOSURE",
    ]
