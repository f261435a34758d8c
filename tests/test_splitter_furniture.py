"""Folios and the items of a roundup."""

from __future__ import annotations

import pytest

from summarizer import split
from summarizer.splitter import marks

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


@pytest.mark.parametrize(
    "folio",
    [
        "2025年9月18日 星期四 农历乙巳年七月廿七 国内统一刊号：CN88-0172 今日16版",
        "02 要闻 YAO WEN 2025.11.6 青湫日报",
        "2025年3月22日 星期六 编辑：闻一鸣 美编：水墨",
    ],
)
def test_a_date_amid_what_goes_with_it_is_a_folio_in_any_order(folio):
    text = f"{folio}\n村卫生室装上云诊室\n　　本报讯 日前，青湫县43个偏远村卫生室接入远程门诊系统，村民可隔屏问诊。\n"
    page = split(text)
    assert [text[item.start : item.end] for item in page.furniture] == [folio]
    assert page[0].headline == "村卫生室装上云诊室"


def test_a_date_that_signs_a_notice_stays_with_it():
    text = "停水通告\n　　因检修管网，城北片区9月20日停水。\n市自来水公司\n2025年9月17日\n"
    assert not split(text).furniture


@pytest.mark.parametrize(
    "folio",
    [
        "Page 13 THE BROOK OBSERVER FRIDAY, MARCH 18, 2015",
        "The Brook Star www.thebrookstar.example Friday, February 19, 2021 THE REGION Page 15",
        "Thursday, September 9, 2024 • The Marsh Chronicle B13 STATE",
    ],
)
def test_names_and_labels_around_a_date_are_a_folio_wherever_they_stand(folio):
    body = "The ferry board voted 5-2 on Tuesday to raise fares by 10 cents in May.\n" * 3
    page = split(f"Ferry fares go up\n{body}{folio}\n")
    assert [item.kind for item in page.furniture] == ["page"]
    assert len(page) == 1


def test_a_date_in_a_sentence_is_no_folio():
    assert marks.folio("The board met on Monday, May 5, 2025 and adjourned") is None


def test_items_of_a_roundup_with_marks_are_articles_and_their_later_paragraphs_are_not():
    item = "• The {} said on Monday that its ferry would stay in port for the rest of the week, for want of fuel.\n"
    more = "Its owner hopes to sail again on Sunday, when a tanker is due at the pier.\n"
    places = ("Harbour of Combe", "Port of Alder", "Island of Marsh")
    text = "WORLD DIGEST\n" + "".join(item.format(place) + more for place in places)
    assert [article.body.count("\n") for article in split(text)] == [1, 1, 1]


def test_a_label_in_two_lines_is_known():
    text = "AROUND\nTHE REGION\n• A bear walked into a shop in Combe on Monday and left with a ham.\n"
    assert [item.kind for item in split(text).furniture] == ["roundup", "roundup"]
