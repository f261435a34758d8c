"""The systems that are compared: each asks about one article and hands back a record.

What is done for the peers: their numbers are read by our own `find_quantities`, so that 3.5亿元 counts as a
value; an extraction that langextract couldn't place in the text counts as flagged by it; the headline
is given to them; the bounds of our schema aren't held against them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal, InvalidOperation
from types import SimpleNamespace
from typing import Any

import httpx2
import instructor
import openai
from pydantic import BaseModel, Field

from summarizer import find_quantities
from summarizer.evaluate.answers import answer
from summarizer.evaluate.gold import GoldArticle
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.usage import Ledger
from summarizer.pipeline import Settings, article_data
from summarizer.schema import (
    ArticleRecord,
    ArticleSummary,
    Attendee,
    Decision,
    Figure,
    Finding,
    Provenance,
)
from tests.bench.peers_prompts import INSTRUCTOR_PROMPT, LANGEXTRACT_EXAMPLES, LANGEXTRACT_PROMPT

TIMEOUT = 3600.0


@contextmanager
def counted(endpoint: Endpoint) -> Iterator[tuple[openai.OpenAI, Ledger]]:
    """A plain SDK client, and the account of what is asked through it. It never asks twice."""
    ledger = Ledger()

    def tally(response: httpx2.Response) -> None:
        ledger.requests += 1
        response.read()
        if response.status_code == 200:
            usage = openai.types.CompletionUsage.model_validate(response.json()["usage"])
            ledger.add(SimpleNamespace(usage=usage))

    client = openai.OpenAI(
        base_url=endpoint.base_url,
        api_key=endpoint.api_key,
        max_retries=0,
        timeout=TIMEOUT,
        http_client=openai.DefaultHttpxClient(event_hooks={"response": [tally]}, trust_env=False),
    )
    with client:
        yield client, ledger


# instructor: a schema as one would write it, one call.


class PlainFigure(BaseModel):
    """A number of the article."""

    text: str = Field(description="the number with its unit, as printed")
    meaning: str = Field(description="what the number measures")


class PlainAttendee(BaseModel):
    """A person who took part."""

    name: str
    role: str | None = None


class PlainSummary(BaseModel):
    """The summary of one newspaper article."""

    headline: str
    summary: str
    decisions: list[str]
    figures: list[PlainFigure]
    attendees: list[PlainAttendee]


def ask_instructor(gold: GoldArticle, endpoint: Endpoint, most_tokens: int) -> ArticleRecord:
    with counted(endpoint) as (sdk, ledger):
        client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
        try:
            said = client.chat.completions.create(
                model=endpoint.model,
                response_model=PlainSummary,
                messages=[
                    {"role": "system", "content": INSTRUCTOR_PROMPT[gold.lang]},
                    {"role": "user", "content": gold.article().text},
                ],
                temperature=0,
                max_tokens=most_tokens,
            )
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its answer
            return to_record(gold, endpoint, None, ledger, f"{type(error).__name__}: {error}")
        summary = ArticleSummary.model_construct(
            headline=said.headline,
            summary=said.summary,
            decisions=[Decision.model_construct(text=text) for text in said.decisions],
            figures=[to_figure(i, one.text, one.meaning) for i, one in enumerate(said.figures)],
            attendees=[Attendee.model_construct(name=one.name, role=one.role) for one in said.attendees],
        )
        return to_record(gold, endpoint, summary, ledger)


# langextract: few-shot, schema constraints on, a tokenizer for Chinese, all as its documentation advises.


def ask_langextract(gold: GoldArticle, endpoint: Endpoint, most_tokens: int) -> ArticleRecord:
    import langextract as lx
    from langextract.core.tokenizer import UnicodeTokenizer

    examples = [
        lx.data.ExampleData(text=text, extractions=[_extraction(lx, *row) for row in rows])
        for text, rows in LANGEXTRACT_EXAMPLES[gold.lang]
    ]
    config = lx.factory.ModelConfig(
        model_id=endpoint.model,
        provider="OpenAILanguageModel",
        provider_kwargs={
            "base_url": endpoint.base_url,
            "api_key": endpoint.api_key,
            "temperature": 0.0,
            "max_output_tokens": most_tokens,
            "max_workers": 1,
        },
    )
    with counted(endpoint) as (sdk, ledger):
        model = lx.factory.create_model(config, examples=examples, use_schema_constraints=True)
        model._client = sdk  # for the account: it reports no tokens itself
        ledger.started = time.perf_counter()  # its set-up, once a program, isn't held against it
        try:
            said = lx.extract(
                gold.article().text,
                prompt_description=LANGEXTRACT_PROMPT[gold.lang],
                examples=examples,
                model=model,
                use_schema_constraints=False,  # they are in the model already
                tokenizer=UnicodeTokenizer() if gold.lang == "zh" else None,
                max_workers=1,
                show_progress=False,
            )
        except Exception as error:  # noqa: BLE001 - whatever a peer raises is its answer
            return to_record(gold, endpoint, None, ledger, f"{type(error).__name__}: {error}")
    return _from_extractions(gold, endpoint, said.extractions or [], ledger)


def _extraction(lx: Any, kind: str, text: str, attributes: dict[str, str] | None) -> Any:
    return lx.data.Extraction(kind, text, attributes=attributes)


def _from_extractions(
    gold: GoldArticle, endpoint: Endpoint, extractions: list[Any], ledger: Ledger
) -> ArticleRecord:
    decisions: list[Decision] = []
    figures: list[Figure] = []
    attendees: list[Attendee] = []
    findings: list[Finding] = []
    for one in extractions:
        text, notes = str(one.extraction_text), one.attributes or {}
        if one.extraction_class == "decision":
            place = f"decisions[{len(decisions)}]"
            decisions.append(Decision.model_construct(text=text))
        elif one.extraction_class == "figure":
            place = f"figures[{len(figures)}]"
            figures.append(to_figure(len(figures), text, str(notes.get("meaning") or "")))
        else:
            place = f"attendees[{len(attendees)}]"
            role = notes.get("role")
            attendees.append(Attendee.model_construct(name=text, role=str(role) if role else None))
        if one.char_interval is None:
            findings.append(
                Finding(code="unplaced", severity="warning", message=text, path=f"summary.{place}")
            )
    summary = ArticleSummary.model_construct(
        headline=gold.headline or "", summary="", decisions=decisions, figures=figures, attendees=attendees
    )
    return to_record(gold, endpoint, summary, ledger).model_copy(update={"findings": findings})


# The common shape.


def to_figure(number: int, text: str, meaning: str) -> Figure:
    """A figure with the value of the first quantity in its text, or of the bare number that it is."""
    found = next((one for one in find_quantities(text) if one.value is not None), None)
    try:
        bare = Decimal(text.replace(",", "").strip())
    except InvalidOperation:
        bare = None
    return Figure.model_construct(
        id=f"f{number + 1}",
        text=text,
        kind=found.kind if found else "number",
        value=found.value if found else bare,
        upper=found.upper if found else None,
        unit=found.unit if found else None,
        meaning=meaning,
        evidence=[],
    )


def to_record(
    gold: GoldArticle,
    endpoint: Endpoint,
    summary: ArticleSummary | None,
    ledger: Ledger,
    reason: str | None = None,
) -> ArticleRecord:
    """A record of a peer's answer."""
    return ArticleRecord.model_construct(
        article=article_data(gold.article(), source=gold.id),
        summary=summary,
        findings=[],
        status="failed" if summary is None else "done",
        reason=reason,
        provenance=Provenance(
            model=endpoint.model,
            endpoint="local",
            prompt_version="",
            content_key="",
            summarizer_version="",
        ),
        usage=ledger.usage(),
    )


def ask_ourselves(gold: GoldArticle, endpoint: Endpoint, most_tokens: int) -> ArticleRecord:
    async def one() -> ArticleRecord:
        async with ModelClient(endpoint) as client:
            (record,) = [record async for record in answer([gold], client, Settings())]
            return record

    return asyncio.run(one())


Ask = Callable[[GoldArticle, Endpoint, int], ArticleRecord]
SYSTEMS: dict[str, Ask] = {
    "summarizer": ask_ourselves,
    "instructor": ask_instructor,
    "langextract": ask_langextract,
}
