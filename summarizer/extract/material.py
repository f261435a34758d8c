"""All that code finds in an article before a model is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from summarizer.extract import people_en, people_zh
from summarizer.extract.decisions import DecisionCandidate, find_decisions
from summarizer.extract.figures import FigureCandidate, select_figures
from summarizer.extract.presence import Person, has_event, judge
from summarizer.extract.segments import Segment, sentences
from summarizer.quantities import find_quantities
from summarizer.splitter.page import Article, Language


@dataclass(frozen=True, slots=True)
class Material:
    """The closed sets of one article. Offsets are into its own `text`; headlines end at `body_start`."""

    text: str
    body_start: int
    language: Language
    sentences: list[Segment]
    people: list[Person]
    figures: list[FigureCandidate]
    decisions: list[DecisionCandidate]
    event: bool


def gather(article: Article) -> Material:
    """Return what an article offers to say."""
    text = article.text
    body_start = len(text) - len(article.body)
    rows = sentences(text, article.language)
    mentions = (people_zh if article.language == "zh" else people_en).find_mentions(text)
    named = {
        place
        for name in {m.name for m in mentions}
        for found in re.finditer(re.escape(name), text)
        for place in range(*found.span())
    }
    # "赵老四", "耿二牛": a numeral inside a name counts nothing.
    quantities = [
        q
        for q in find_quantities(text, paragraphs=True)
        if (q.start not in named and q.end - 1 not in named) or any(map(str.isdigit, q.text))
    ]
    return Material(
        text=text,
        body_start=body_start,
        language=article.language,
        sentences=rows,
        people=judge(text, mentions, rows, article.language),
        figures=select_figures(text, quantities, body_start, article.language),
        decisions=find_decisions(text, body_start, article.language),
        event=has_event(text, article.language),
    )
