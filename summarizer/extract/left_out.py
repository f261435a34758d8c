"""What the rules would have listed and a model did not."""

from __future__ import annotations

from summarizer.checks.context import terms
from summarizer.extract.choice import Choice, strongest
from summarizer.extract.decisions import DecisionCandidate
from summarizer.extract.material import Material
from summarizer.schema import Finding, PageSpan
from summarizer.splitter.page import Article

_SAID = {
    "zh": "原文似有一项决定，模型没有收入：{text}",
    "en": "The article seems to tell a decision that the model left out: {text}",
}


def decisions_left_out(article: Article, material: Material, choice: Choice) -> list[Finding]:
    """Return an info finding for each sure candidate that no listed decision tells.

    A decision tells a candidate when it rests on its sentence and speaks of the same things.
    """
    return [
        Finding(
            code="decision-left-out",
            severity="info",
            message=_SAID[material.language].format(text=candidate.text),
            path="summary.decisions",
            spans=[
                PageSpan(start=s.start, end=s.end) for s in article.locate(candidate.start, candidate.end)
            ],
        )
        for candidate in strongest(material)
        if not _told(candidate, choice)
    ]


def _told(candidate: DecisionCandidate, choice: Choice) -> bool:
    about = terms(candidate.text)
    return any(
        d.source.start < candidate.end
        and candidate.start < d.source.end
        and (d.text in candidate.text or candidate.text in d.text or not about.isdisjoint(terms(d.text)))
        for d in choice.decisions
    )
