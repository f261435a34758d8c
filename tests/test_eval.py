"""Scores against gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from summarizer.cli.app import cli
from summarizer.errors import InputError
from summarizer.evaluate.gold import GoldArticle, read_gold
from summarizer.evaluate.interval import differences, intervals
from summarizer.evaluate.score import count, pair, rates
from summarizer.schema import (
    ArticleData,
    ArticleRecord,
    ArticleSummary,
    Attendee,
    Decision,
    Figure,
    Finding,
    PageSpan,
    Provenance,
    Usage,
)

GOLD = GoldArticle.model_validate(
    {
        "id": "g1",
        "lang": "zh",
        "genre": "签约",
        "headline": "两市签约",
        "paragraphs": ["本报讯 云洲市与海陵市签约，总投资3.5亿元，市长林若水出席。"],
        "gold": {
            "decisions": [{"text": "签约", "keys": ["签约"], "core": True}],
            "figures": [{"surface": "3.5亿元", "value": 350000000, "keys": ["投资"], "core": True}],
            "attendees": [{"name": "林若水", "role": "市长"}],
            "mentioned_not_attending": ["周远"],
        },
    }
)


def record(
    summary: str = "两市签约。",
    names=("林若水",),
    meaning="总投资",
    value=350000000,
    findings=(),
    body=GOLD.body,
):
    return ArticleRecord(
        article=ArticleData(
            id="a1", headline=GOLD.headline, body=body, language="zh", spans=[PageSpan(start=0, end=9)]
        ),
        summary=ArticleSummary(
            headline="两市签约",
            summary=summary,
            decisions=[Decision(text="两市签约")],
            figures=[
                Figure(id="f1", text="3.5亿元", kind="money", value=350000000, unit="CNY", meaning=meaning)
            ],
            attendees=[Attendee(name=name) for name in names],
        ),
        findings=list(findings),
        status="done",
        provenance=Provenance(
            model="m", endpoint="local", prompt_version="1", content_key="k", summarizer_version="0"
        ),
        usage=Usage(output_tokens=7),
    )


def score(one: ArticleRecord) -> dict[str, float]:
    return rates([count(GOLD, one)])


def test_a_right_record_scores_full():
    found = score(record())
    names = (
        "attendee_f1",
        "figure_recall_core",
        "figure_meaning",
        "figure_precision",
        "decision_recall_core",
    )
    assert [found[name] for name in names] == [1.0] * 5
    assert found["invented_numbers_total"] == 0


def test_who_is_only_mentioned_counts_as_wrong():
    found = score(record(names=("林若水", "周远")))
    assert found["attendee_precision"] == 0.5
    assert found["mentioned_as_attending_total"] == 1


def test_a_right_value_with_another_meaning_is_found_but_not_understood():
    found = score(record(meaning="占地"))
    assert (found["figure_recall_core"], found["figure_meaning"]) == (1.0, 0.0)


def test_a_number_that_the_article_lacks_is_invented_and_a_finding_on_its_field_flags_it():
    assert score(record(summary="投资9亿元。"))["invented_unflagged_total"] == 1
    flagged = record(
        summary="投资9亿元。",
        findings=[Finding(code="number", severity="error", message="9亿元", path="summary.summary")],
    )
    found = score(flagged)
    assert (found["invented_numbers_total"], found["invented_unflagged_total"]) == (1, 0)


def test_a_missing_record_has_nothing_right():
    found = rates([count(GOLD, None)])
    assert (found["failed_total"], found["attendee_recall"], found["figure_recall_core"]) == (1, 0, 0)


def test_a_record_of_a_wrapped_page_finds_its_gold_and_others_do_not():
    wrapped = record(body=GOLD.body.replace("，", "，\n"))
    other = record(body="天气晴，明日有风。")
    assert pair([GOLD], [other, wrapped]) == [wrapped]
    assert pair([GOLD], [other]) == [None]


def test_the_same_run_twice_differs_by_nothing():
    rows = [count(GOLD, record()), count(GOLD, record(names=()))]
    assert differences(rows, rows)["attendee_recall"] == (0, 0)
    low, high = intervals(rows)["attendee_recall"]
    assert (low, high) == (0, 1)


def test_gold_that_is_broken_is_named_by_file_and_line(tmp_path: Path):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "x", "lang": "fr", "paragraphs": [], "gold": {}}), "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl:1: .*lang"):
        read_gold([path])


def test_the_command_scores_and_compares_files_of_records(tmp_path: Path):
    gold, good, bad = (tmp_path / name for name in ("gold.jsonl", "good.jsonl", "bad.jsonl"))
    gold.write_text(GOLD.model_dump_json() + "\n", "utf-8")
    good.write_text(record().model_dump_json() + "\n", "utf-8")
    bad.write_text(record(names=("周远",)).model_dump_json() + "\n", "utf-8")
    scored = CliRunner().invoke(cli, ["eval", str(gold), "--records", str(good), "--json"])
    assert json.loads(scored.stdout)["scores"]["attendee_f1"] == 1
    compared = CliRunner().invoke(cli, ["eval", str(gold), "--compare", str(good), str(bad)])
    (row,) = [line.split() for line in compared.stdout.split("\n") if line.startswith("attendee_recall")]
    assert row[:4] == ["attendee_recall", "1", "0", "-1"]
