"""Repair: one field at a time, within a budget, kept only if it helps."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from articles import article
from model_server import completion, scripted

from summarizer.extract.assemble import assemble
from summarizer.extract.choice import default_choice
from summarizer.extract.material import gather
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.strategies.base import Asking, Draft
from summarizer.repair import check_and_repair

BODY = "会议决定，清理网箱7319个，安排资金240万元。"


def repaired(meaning: str, answer: str, budget: int) -> tuple[Any, int, Any]:
    """Give the first figure a meaning, and return it after repair, the number of requests and the account."""
    found = article(BODY)
    material = gather(found)
    summary, _ = assemble(found, material, default_choice(material))
    first = summary.figures[0].model_copy(update={"meaning": meaning})
    summary = summary.model_copy(update={"figures": [first, *summary.figures[1:]]})

    async def go(url: str) -> tuple[Any, Any]:
        async with ModelClient(Endpoint(url, "m", "k", "local")) as client:
            asking = Asking(client)
            checked = await check_and_repair(Draft(summary, [], material, asking, "steps"), found, budget)
            return checked, asking.usage

    with scripted(completion(json.dumps({"meaning": answer}))) as server:
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


def test_without_a_budget_nothing_is_asked():
    checked, requests, _ = repaired("共8000个", "清理的网箱", budget=0)
    assert requests == 0
    assert checked.findings


def test_only_the_clause_and_the_number_are_shown():
    found = article("会议由市长桑榆主持。\n" + BODY)
    material = gather(found)
    assert all("桑榆" not in f.sentence.text for f in material.figures)
