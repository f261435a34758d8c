"""The contract of a record: what a summary holds, what surrounds it, and its version.

The JSON Schema of `ArticleRecord` is published as `summarizer/record.schema.json`, generated from these models.
Every list and string that a model fills is bounded; values, units and texts of figures come from the source.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

SCHEMA_VERSION = "1"

Severity = Literal["error", "warning", "info"]
Presence = Literal["chair", "speaker", "present", "online", "signatory", "absent"]
DecisionKind = Literal["approved", "decided", "required", "announced", "signed", "appointed", "awarded"]

# A plain JSON number where it is exact, so that spreadsheets and scorers read it without a parser.
Exact = Annotated[
    Decimal,
    PlainSerializer(
        lambda d: int(d) if d == d.to_integral_value() else float(d), return_type=float, when_used="json"
    ),
]


class Strict(BaseModel):
    """Base of all record models: unknown keys are an error, instances don't change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PageSpan(Strict):
    """Half-open character offsets into the page text as it was given."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)


class TextRun(Strict):
    """`length` characters of the article's text from `text_start` stand on the page from `page_start`."""

    text_start: int
    page_start: int
    length: int


class Evidence(Strict):
    """Where a statement stands: the words of the article, and their spans on the page."""

    text: str
    start: int = Field(
        description="offset into the article's text (kicker, headline, deck, body, one to a line)"
    )
    end: int
    spans: list[PageSpan]


class Vote(Strict):
    """Votes for, against and abstained; None is not stated."""

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None


class Decision(Strict):
    """One thing decided, required, announced, signed, appointed or awarded."""

    text: str = Field(max_length=400)
    kind: DecisionKind | None = None
    decided_by: str | None = Field(default=None, max_length=80)
    deadline: str | None = Field(default=None, max_length=40)
    amounts: list[str] = Field(default_factory=list, max_length=12, description="ids of figures")
    vote: Vote | None = None
    evidence: list[Evidence] = Field(default_factory=list, max_length=8)


class Figure(Strict):
    """One quantity of the article and what it measures. All but `meaning` comes from the source, never from a model."""

    id: str
    text: str
    kind: str
    value: Exact | None
    upper: Exact | None = None
    unit: str | None = None
    qualifier: Literal["about", "over", "under"] | None = None
    iso: str | None = None
    meaning: str = Field(max_length=200)
    evidence: list[Evidence] = Field(default_factory=list, max_length=8)


class Attendee(Strict):
    """One person who took part."""

    name: str = Field(max_length=80)
    role: str | None = Field(
        default=None, max_length=160, description="as stated beside the name; None is not stated"
    )
    presence: Presence = "present"
    evidence: list[Evidence] = Field(default_factory=list, max_length=8)


class ArticleSummary(Strict):
    """What an article decided, with which figures and which people."""

    headline: str = Field(max_length=300)
    summary: str = Field(max_length=1200)
    decisions: list[Decision] = Field(default_factory=list, max_length=40)
    figures: list[Figure] = Field(default_factory=list, max_length=200)
    attendees: list[Attendee] = Field(default_factory=list, max_length=120)
    summary_evidence: list[Evidence] = Field(default_factory=list, max_length=20)


class Finding(Strict):
    """Something a reader should know about a record before trusting it."""

    code: str
    severity: Severity
    message: str
    path: str = Field(default="", description='place in the record, such as "summary.figures[2].meaning"')
    spans: list[PageSpan] = Field(default_factory=list)


class PageBox(Strict):
    """A place on the sheet of a PDF page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class ArticleData(Strict):
    """The article as the splitter found it, and where it came from."""

    id: str
    source: str | None = Field(default=None, description="path or name of the input")
    page: int = Field(default=1, description="number of the page within its input, from 1")
    headline: str | None
    kicker: str | None = None
    deck: list[str] = Field(default_factory=list)
    byline: str | None = None
    credit: str | None = None
    dateline: str | None = None
    body: str
    language: Literal["zh", "en"]
    spans: list[PageSpan]
    runs: list[TextRun] = Field(default_factory=list)
    boxes: list[PageBox] = Field(default_factory=list, description="where it stands on the sheet of a PDF")
    confidence: float = 1.0


class Usage(Strict):
    """What the record cost, failed attempts included."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    seconds: float = 0.0


class Provenance(Strict):
    """How the record was made."""

    model: str
    endpoint: Literal["local", "remote", "recording", "none"]
    prompt_version: str
    schema_version: str = SCHEMA_VERSION
    content_key: str
    strategy: str | None = None
    summarizer_version: str


class ArticleRecord(Strict):
    """One article with its summary, or with the reason why it has none."""

    article: ArticleData
    summary: ArticleSummary | None
    findings: list[Finding] = Field(default_factory=list)
    status: Literal["done", "failed"]
    reason: str | None = Field(default=None, description="why the article failed; None when done")
    provenance: Provenance
    usage: Usage


def json_schema() -> str:
    """Return the JSON Schema of a record as it is published, with a newline at its end."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | ArticleRecord.model_json_schema(
        mode="serialization"
    )
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    # python -m summarizer.schema: write the published schema anew after a change of the models.
    Path(__file__).with_name("record.schema.json").write_text(json_schema(), "utf-8")
