"""Folios and the items of a roundup."""

from __future__ import annotations

import pytest

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
