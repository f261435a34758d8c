"""The true answers of the model that ships, played back through the real client and instructor."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from summarizer.api import asummarize
from summarizer.checks import check_record
from summarizer.evaluate.answers import answer, open_client
from summarizer.evaluate.gold import read_gold
from summarizer.evaluate.score import count, pair, rates
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import resolve_endpoint
from summarizer.model.recording import ReplayTransport, replay_endpoint
from summarizer.pipeline import Settings

ROOT = Path(__file__).parents[1]
RECORDINGS = ROOT / "fixtures" / "recordings"
SAMPLE = ROOT / "fixtures" / "pages" / "wuxi-2024-02-28.txt"
GOLD = ROOT / "fixtures" / "gold"


async def replayed_page():
    replay = ReplayTransport(RECORDINGS / "pages")
    async with ModelClient(replay_endpoint(), transport=replay) as client:
        records = [record async for record in asummarize(SAMPLE.read_text("utf-8"), client=client)]
    return records, replay


async def replayed_gold(golds):
    async with AsyncExitStack() as stack:
        client, replay = await open_client(stack, resolve_endpoint("local"), RECORDINGS / "gold", None)
        return [record async for record in answer(golds, client, Settings())], replay


@pytest.fixture(scope="module")
def page():
    return asyncio.run(replayed_page())


@pytest.fixture(scope="module")
def gold():
    golds = read_gold([GOLD / "articles.jsonl"])
    return golds, *asyncio.run(replayed_gold(golds))


def test_the_sample_page_replays_whole_and_every_recording_is_used(page):
    records, replay = page
    assert [record.status for record in records] == ["done"] * 4, [record.reason for record in records]
    assert not replay.missing
    assert not replay.unused()


def test_the_sample_page_meets_the_bars_of_the_main_job(page):
    golds = read_gold([GOLD / "wuxi.jsonl"])
    scores = rates(count(g, r) for g, r in zip(golds, pair(golds, page[0]), strict=True))
    assert scores["attendee_f1"] >= 0.95
    assert scores["figure_recall_core"] == 1
    assert scores["figure_meaning"] >= 0.9
    assert scores["decision_recall_core"] >= 0.5
    assert scores["invented_numbers_total"] == 0


def test_every_span_of_the_sample_page_holds_the_words_of_its_evidence(page):
    text = SAMPLE.read_text("utf-8")
    seen = 0
    for record in page[0]:
        summary = record.summary
        for item in [*summary.decisions, *summary.figures, *summary.attendees]:
            assert item.evidence, item
            for evidence in item.evidence:
                found = "".join(text[span.start : span.end] for span in evidence.spans)
                assert "".join(found.split()) == "".join(evidence.text.split())
                seen += 1
    assert seen > 20


def test_gold_articles_replay_whole_and_every_recording_is_used(gold):
    _, records, replay = gold
    assert {record.status for record in records} == {"done"}, [r.reason for r in records if r.reason]
    assert not replay.missing
    assert not replay.unused()


def test_no_number_of_any_record_is_invented_without_a_finding(gold):
    golds, records, _ = gold
    assert rates(count(g, r) for g, r in zip(golds, records, strict=True))["invented_unflagged_total"] == 0


def test_no_record_carries_words_of_the_prompts_example(gold, page):
    findings = [f for record in [*gold[1], *page[0]] for f in record.findings]
    assert not [f for f in findings if "leak" in f.code]


def test_checking_a_stored_record_again_finds_the_same(page):
    from summarizer.model.prompts import all_markers

    for record in page[0]:
        again = check_record(record.summary, record.article, examples=all_markers(record.article.language))
        assert again == record.findings
