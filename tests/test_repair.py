"""Repair: one field at a time, within a budget, kept only if it helps."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from typing import Any

import pytest
from articles import article
from model_server import completion, scripted

from summarizer.extract.assemble import assemble
from summarizer.extract.choice import default_choice
from summarizer.extract.material import gather
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.strategies.base import Asking, Draft
from summarizer.repair import Attempt, check_and_repair

BODY = "会议决定，清理网箱7319个，安排资金240万元。"


def repaired(
    meaning: str, answer: str, budget: int, body: str = BODY, log: list[Attempt] | None = None
) -> tuple[Any, int, Any]:
    """Give the first figure a meaning, and return it after repair, the number of requests and the account."""
    found = article(body)
    material = gather(found)
    summary, _ = assemble(found, material, default_choice(material))
    first = summary.figures[0].model_copy(update={"meaning": meaning})
    summary = summary.model_copy(update={"figures": [first, *summary.figures[1:]]})

    async def go(url: str) -> tuple[Any, Any]:
        async with ModelClient(Endpoint(url, "m", "k", "local")) as client:
            asking = Asking(client)
            draft = Draft(summary, [], material, asking, "steps")
            checked = await check_and_repair(draft, found, budget, log=log)
            return checked, asking.usage

    reply = completion(answer if answer.startswith("!") else json.dumps({"meaning": answer}))
    with scripted(reply) as server:
        checked, usage = asyncio.run(go(server.base_url))
        return checked, len(server.requests), usage


def test_a_meaning_that_speaks_of_another_number_is_asked_again():
    checked, requests, usage = repaired("安排资金240万元，共8000个", "清理的网箱", budget=2)
    assert checked.summary.figures[0].meaning == "清理的网箱"
    assert requests == usage.requests == 1


def test_a_repair_that_helps_nothing_is_thrown_away_and_the_field_stays_marked():
    checked, requests, _ = repaired("共8000个", "共9000个", budget=2)
    assert checked.summary.figures[0].meaning == "共8000个"
    assert requests == 1
    assert any(f.path == "summary.figures[0].meaning" for f in checked.findings)


@pytest.mark.parametrize(("answer", "kept"), [("清理的网箱", True), ("共9000个", False)])
def test_the_log_tells_each_attempt_what_it_cost_and_whether_it_was_kept(answer: str, kept: bool):
    log: list[Attempt] = []
    _, _, usage = repaired("共8000个", answer, budget=2, log=log)
    assert [(one.before, one.after, one.kept) for one in log] == [("共8000个", answer, kept)]
    assert sum(one.tokens for one in log) == usage.input_tokens + usage.output_tokens


def test_without_a_budget_nothing_is_asked():
    checked, requests, _ = repaired("共8000个", "清理的网箱", budget=0)
    assert requests == 0
    assert checked.findings


@pytest.mark.parametrize(
    "answer",
    [
        "共9000个",  # as bad
        "资金240万元，又9000个，另800亿元",  # worse
        "fruit",  # fewer findings than a wrong number has, and nothing of the sentence
        "取消防汛",
        "",
    ],
)
@pytest.mark.parametrize("given", ["共8000个", "清理8000万个网箱"])
def test_no_answer_can_make_a_record_worse(given: str, answer: str):
    before, _, _ = repaired(given, answer, budget=0)
    after, requests, usage = repaired(given, answer, budget=3)
    assert after.summary == before.summary
    assert after.findings == before.findings
    assert before.findings
    assert requests == usage.requests > 0
    assert (usage.input_tokens, usage.output_tokens) == (100 * requests, 7 * requests)


@pytest.mark.parametrize("answer", ["清理的网箱", "清理网箱", "安排的资金", "资金", "会议决定", "网箱8000个"])
def test_what_is_kept_has_fewer_findings_of_no_graver_kind(answer: str):
    before, _, _ = repaired("共8000个", answer, budget=0)
    after, _, _ = repaired("共8000个", answer, budget=3)
    assert len(after.findings) <= len(before.findings)
    told = [
        Counter((f.code, f.severity) for f in one.findings if f.severity != "info") for one in (after, before)
    ]
    assert told[0] <= told[1]
    assert (after.summary == before.summary) == (told[0] == told[1])


def test_an_endpoint_without_a_usable_answer_costs_the_repair_and_not_the_article():
    checked, requests, usage = repaired("共8000个", "!no json", budget=1)
    assert checked.summary.figures[0].meaning == "共8000个"
    assert any(f.path == "summary.figures[0].meaning" for f in checked.findings)
    assert usage.requests == requests > 0
    assert usage.input_tokens == 100 * requests


def test_only_the_clause_and_the_number_are_shown():
    found = article("会议由市长桑榆主持。\n" + BODY)
    material = gather(found)
    assert all("桑榆" not in f.sentence.text for f in material.figures)
