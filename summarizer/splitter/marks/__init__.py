"""Tables of the words and forms by which newspapers mark the parts of a page.

All patterns are matched against folded text (`summarizer.text.fold`), anchored but for those that are searched for
(DATA, SELLS, CORRECTS, AGENCY, SIGN_OFF, SIGNED, LEAD_BYLINE), and bounded or possessive in every repetition, so that
hostile text costs no more than plain text. Where a pattern wants a character that most lines don't have, it looks for
that first, and possessively: `(?=[^@]{0,60}+@)`.
"""

from summarizer.splitter.marks.boxes import CORRECTS, DATA, SELLS
from summarizer.splitter.marks.bylines import BARE_NAME, BYLINES, JOB, MAYBE_NAMES, OF_PAPER, SURNAME
from summarizer.splitter.marks.credits import AGENCY, CREDITS, DESK, SIGN_OFF, SIGNED
from summarizer.splitter.marks.form import Mark, Marks, first, first_spaced
from summarizer.splitter.marks.furniture import FURNITURE
from summarizer.splitter.marks.heads import ISSUE, folio
from summarizer.splitter.marks.items import (
    BULLET,
    DATED,
    ITEM,
    LABELLED,
    RESULT,
    SIGNATURE,
    SPEAKER,
    SUBHEAD,
    TITLE,
)
from summarizer.splitter.marks.leads import (
    BRACKETED_WIRE,
    DATELINE,
    IN_CAPITALS,
    LEAD_BYLINE,
    LEADS,
    WHERE,
    WIRE,
)
from summarizer.splitter.marks.notices import TRADE
from summarizer.splitter.marks.pictures import BARE_SHOT, DRAWN, PICTURE_CREDIT, PICTURE_CREDIT_ZH
from summarizer.splitter.marks.pointers import JUMPED_FROM

__all__ = [
    "AGENCY",
    "BARE_NAME",
    "BARE_SHOT",
    "BRACKETED_WIRE",
    "BULLET",
    "BYLINES",
    "CORRECTS",
    "CREDITS",
    "DATA",
    "DATED",
    "DATELINE",
    "DESK",
    "DRAWN",
    "FURNITURE",
    "IN_CAPITALS",
    "ISSUE",
    "ITEM",
    "JOB",
    "JUMPED_FROM",
    "LABELLED",
    "LEADS",
    "LEAD_BYLINE",
    "MAYBE_NAMES",
    "OF_PAPER",
    "PICTURE_CREDIT",
    "PICTURE_CREDIT_ZH",
    "RESULT",
    "SELLS",
    "SIGNATURE",
    "SIGNED",
    "SIGN_OFF",
    "SPEAKER",
    "SUBHEAD",
    "SURNAME",
    "TITLE",
    "TRADE",
    "WHERE",
    "WIRE",
    "Mark",
    "Marks",
    "first",
    "first_spaced",
    "folio",
]
