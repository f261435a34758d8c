"""Repair within a budget: the field that a check complains of is asked again, and kept only if that helps."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, Field

from summarizer.checks import check_record
from summarizer.errors import AnswerError, ContextLengthError
from summarizer.extract.borne import borne_out
from summarizer.extract.choice import trim
from summarizer.model.fence import fenced
from summarizer.model.prompts import all_markers, load_prompt
from summarizer.schema import ArticleSummary, Finding

if TYPE_CHECKING:
    from summarizer.model.strategies.base import Draft
    from summarizer.splitter.page import Article

_MEANING = re.compile(r"summary\.figures\[(\d+)\]\.meaning$")
_DECISION = re.compile(r"summary\.decisions\[(\d+)\]\.text$")
_WEIGHT = {"error": 100, "warning": 1, "info": 0}


class MeaningAnswer(BaseModel):
    """What one number measures."""

    meaning: str = Field(max_length=200)


@dataclass(frozen=True, slots=True)
class Checked:
    """A summary with the findings that stay."""

    summary: ArticleSummary
    findings: list[Finding]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One field that was asked again: its figure, both meanings, what came of it, and what it cost."""

    figure: str
    before: str
    after: str | None
    kept: bool
    tokens: int


async def check_and_repair(
    draft: Draft, article: Article, budget: int, *, log: list[Attempt] | None = None
) -> Checked:
    """Return the summary and its findings, after at most `budget` requests about single fields.

    A new wording is kept only if its sentence bears it out, the findings get fewer and no kind of them more;
    else, and where no usable answer comes, the old one stays, marked. A decision whose words don't hold is set
    back to its clause, which costs nothing. `draft.asking` has the account, `log` is told of each attempt.
    """
    best = _checked(draft.summary, article)
    for finding in best.findings:
        match = _DECISION.match(finding.path)
        if match is not None and finding.severity != "info":
            best = _better(best, _with_clause(best.summary, int(match.group(1))), article)
    tried: set[int] = set()
    while budget > 0 and (place := _next(best.findings, tried)) is not None:
        tried.add(place)
        budget -= 1
        sentence, old, spent = _sentence(draft, best.summary, place), best, _spent(draft)
        meaning: str | None = None
        with suppress(AnswerError, ContextLengthError):  # the draft is worth having without
            meaning = await _ask(draft, best.summary, place, sentence)
        if meaning is not None and borne_out(meaning, sentence):
            best = _better(best, _with_meaning(best.summary, place, meaning), article)
        if log is not None:
            figure = old.summary.figures[place]
            tokens = _spent(draft) - spent
            log.append(Attempt(figure.id, figure.meaning, meaning, best is not old, tokens))
    return Checked(best.summary, [*draft.findings, *best.findings])


def _spent(draft: Draft) -> int:
    return draft.asking.usage.input_tokens + draft.asking.usage.output_tokens


def _checked(summary: ArticleSummary, article: Article) -> Checked:
    return Checked(summary, check_record(summary, article, examples=all_markers(article.language)))


def _better(old: Checked, summary: ArticleSummary, article: Article) -> Checked:
    """Return the new one if it has fewer findings and more of none, else the old one."""
    new = _checked(summary, article)
    before, after = (
        Counter((f.code, f.severity) for f in c.findings if f.severity != "info") for c in (old, new)
    )
    return new if after < before and len(new.findings) <= len(old.findings) else old


def _next(findings: list[Finding], tried: set[int]) -> int | None:
    """Return the figure whose meaning has the gravest finding and wasn't asked about yet."""
    places = [(_WEIGHT[f.severity], int(m.group(1))) for f in findings if (m := _MEANING.match(f.path))]
    grave = [(weight, -place) for weight, place in places if weight and place not in tried]
    return -max(grave)[1] if grave else None


def _sentence(draft: Draft, summary: ArticleSummary, place: int) -> str:
    return next(f.sentence.text for f in draft.material.figures if f.id == summary.figures[place].id)


async def _ask(draft: Draft, summary: ArticleSummary, place: int, sentence: str) -> str:
    material, figure = draft.material, summary.figures[place]
    messages = load_prompt("meaning", material.language).messages(
        clause=fenced(trim(sentence, 300)), figure=fenced(figure.text)
    )
    schema = {
        "type": "object",
        "properties": {"meaning": {"type": "string", "maxLength": 60 if material.language == "zh" else 120}},
        "required": ["meaning"],
        "additionalProperties": False,
    }
    answer = await draft.asking.ask(messages, MeaningAnswer, schema=schema, max_tokens=80)
    return trim(" ".join(answer.meaning.split()), 120)


def _with_meaning(summary: ArticleSummary, place: int, meaning: str) -> ArticleSummary:
    figures = list(summary.figures)
    if meaning:
        figures[place] = figures[place].model_copy(update={"meaning": meaning})
    return summary.model_copy(update={"figures": figures})


def _with_clause(summary: ArticleSummary, place: int) -> ArticleSummary:
    decisions = list(summary.decisions)
    evidence = decisions[place].evidence
    if evidence:
        decisions[place] = decisions[place].model_copy(update={"text": trim(evidence[0].text, 400)})
    return summary.model_copy(update={"decisions": decisions})
