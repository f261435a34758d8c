"""The summary begins where the report does."""

from __future__ import annotations

import pytest

from summarizer.extract.lead import lead_sentences
from summarizer.extract.segments import Segment


@pytest.mark.parametrize(
    ("opening", "language"),
    [
        ("本报讯（记者 甲乙 通讯员丙丁）", "zh"),
        ("本报讯（记者 甲乙） ", "zh"),
        ("本报讯 ", "zh"),
        ("△", "zh"),
        ("●本报讯 ", "zh"),
        ("新华社云浦3月11日电（记者陈默）", "zh"),
        ("HARROWGATE (Northwire) — ", "en"),
    ],
)
def test_where_and_when_it_was_filed_is_no_part_of_the_summary(opening, language):
    said = {"zh": "3月11日上午，会议开幕。", "en": "The board met on Monday."}[language]
    text = opening + said
    (first,) = lead_sentences(text, [Segment(0, len(text), text)], 0, language)
    assert (first.text, first.start) == (said, len(opening))


def test_a_report_that_only_speaks_of_itself_is_kept_whole():
    text = "本报讯记者走访多家企业。"
    assert [one.text for one in lead_sentences(text, [Segment(0, len(text), text)], 0, "zh")] == [text]
