"""What belongs to the page, not to an article."""

from __future__ import annotations

from summarizer.splitter.marks import heads, notices, pictures, pointers, sections
from summarizer.splitter.marks.form import marks

FURNITURE = marks(
    [
        *heads.MASTHEAD_ZH,
        *heads.DATE_ZH,
        *heads.PAGE_ZH,
        *heads.EDITORS_ZH,
        *pictures.CAPTION_ZH,
        *pointers.JUMP_ZH,
        *pointers.INDEX_ZH,
        *notices.WEATHER_ZH,
        *notices.CORRECTION_ZH,
        *notices.ADVERT_ZH,
        *notices.CONTACT_ZH,
        *sections.SECTION_ZH,
        *notices.LOTTERY_ZH,
        *notices.TABLE_ZH,
    ],
    [
        *heads.MASTHEAD_EN,
        *heads.DATE_EN,
        *heads.PAGE_EN,
        *heads.EDITORS_EN,
        *pictures.CAPTION_EN,
        *pointers.JUMP_EN,
        *pointers.INDEX_EN,
        *notices.WEATHER_EN,
        *notices.CONTACT_EN,
        *notices.CORRECTION_EN,
        *notices.ADVERT_EN,
        *sections.SECTION_EN,
        *notices.QUOTE_EN,
        *notices.TABLE_EN,
        *notices.LOTTERY_EN,
        *notices.RULE,
    ],
    sections.LABELS,
)
