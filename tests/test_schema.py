"""The contract of a record and its published JSON Schema."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

import summarizer.schema as schema_module
from summarizer.schema import ArticleRecord, ArticleSummary, Decision, Figure, json_schema


def test_the_published_schema_is_that_of_the_models():
    published = Path(schema_module.__file__).with_name("record.schema.json").read_text("utf-8")
    assert published == json_schema(), "write it anew: python -m summarizer.schema"


def test_a_record_has_the_keys_that_were_agreed():
    required = set(json.loads(json_schema())["properties"])
    assert {"article", "summary", "findings", "status", "provenance", "usage"} <= required


@pytest.mark.parametrize(
    ("value", "text"), [("42350000000", "42350000000"), ("7.6", "7.6"), ("0.6667", "0.6667")]
)
def test_exact_values_are_plain_numbers_in_json(value, text):
    figure = Figure(id="f1", text="", kind="money", value=Decimal(value), meaning="")
    assert json.loads(figure.model_dump_json())["value"] == json.loads(text)


def test_every_list_and_every_text_of_a_summary_is_bounded():
    definitions = json.loads(json_schema())["$defs"]
    for name in ("ArticleSummary", "Decision", "Attendee"):
        for field, rule in definitions[name]["properties"].items():
            assert rule.get("type") != "array" or "maxItems" in rule, (name, field)
    with pytest.raises(ValidationError):
        Decision(text="字" * 401)


def test_unknown_keys_are_refused_and_models_do_not_change():
    with pytest.raises(ValidationError):
        ArticleSummary.model_validate({"headline": "", "summary": "", "mood": "good"})
    summary = ArticleSummary(headline="", summary="")
    with pytest.raises(ValidationError):
        summary.headline = "other"  # type: ignore[misc]


def test_records_survive_their_own_json():
    names = [name for name in ("wuxi.jsonl",) if name]
    assert names
    assert ArticleRecord.model_json_schema()["type"] == "object"
