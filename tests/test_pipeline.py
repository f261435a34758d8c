"""One article through the pipeline, with the real client against a server on loopback."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from articles import article, gold, gold_article, gold_material
from model_server import Reply, completion, failure, scripted

from summarizer.api import asummarize, summarize
from summarizer.errors import AnswerError, AuthError, ModelError
from summarizer.extract.assemble import assemble
from summarizer.extract.choice import default_choice, trim, with_people
from summarizer.extract.material import gather
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.retry import RetryPolicy
from summarizer.pipeline import Settings, content_key, failed_record, summarize_article
from summarizer.splitter import split

MEETING = "市长桑榆主持召开座谈会，企业代表殷切和律己先后提问。会议决定，6月底前清理网箱7319个。"
QUICK = RetryPolicy(attempts=2, first_wait=0.001, longest_wait=0.01, retry_after_cap=0.02)


def run(body_or_article: Any, *replies: Any, kind: Any = "local", settings: Settings | None = None):
    """Return the record (or the error) and the requests that were made."""
    found = article(body_or_article) if isinstance(body_or_article, str) else body_or_article

    async def go(url: str) -> Any:
        async with ModelClient(Endpoint(url, "m", "k", kind), retry=QUICK) as client:
            return await summarize_article(found, client, settings or Settings(repair=0))

    with scripted(*replies) as server:
        try:
            result: Any = asyncio.run(go(server.base_url))
        except ModelError as error:
            result = error
        return result, server.requests


def answer_all(part: str, more: list[str]):
    """Answer a question about people: everybody asked about has one part."""

    def script(body: dict[str, Any]) -> Reply:
        schema = body["response_format"]["json_schema"]["schema"]["properties"]
        return completion(json.dumps({**{k: part for k in schema if k != "more"}, "more": more}))

    return script


def test_a_record_holds_the_article_its_summary_and_what_it_cost():
    record, requests = run(MEETING, answer_all("present", []))
    assert record.status == "done"
    assert record.summary.attendees[0].name == "桑榆"
    assert record.summary.attendees[0].presence == "chair"
    assert [str(f.value) for f in record.summary.figures] == ["7319"]
    assert record.summary.decisions[0].text == "会议决定，6月底前清理网箱7319个"
    assert record.usage.requests == len(requests) == 1
    assert (record.usage.input_tokens, record.usage.output_tokens) == (100, 7)
    assert record.provenance.strategy == "steps"


def test_an_article_that_nobody_attends_costs_no_request():
    record, requests = run("全市秋粮播种面积418.6万亩，比去年增加1.7万亩。", failure(500))
    assert (record.status, record.usage.requests, len(requests)) == ("done", 0, 0)


def test_a_name_that_the_model_adds_must_stand_in_the_text():
    record, _ = run(MEETING, answer_all("mentioned", ["蔺若水", "律己", "座谈会主任", "7319"]))
    assert "蔺若水" not in {a.name for a in record.summary.attendees}


def test_the_model_never_writes_a_number_into_a_record():
    material = gather(article(MEETING))
    choice = with_people(material, default_choice(material), {}, ["9999", "会议9999"])
    summary, _ = assemble(article(MEETING), material, choice)
    assert "9999" not in summary.model_dump_json()


def test_one_call_takes_words_of_the_model_only_where_their_numbers_are_the_sentence_s():
    reply = completion(
        json.dumps(
            {
                "people": {"p1": "chair"},
                "more": [{"name": "律己", "role": "企业代表", "part": "speaker"}],
                "decisions": [
                    {
                        "s": "s2",
                        "text": "清理网箱9000个",
                        "kind": "decided",
                        "decided_by": "会议",
                        "deadline": "6月底前",
                    },
                    {
                        "s": "s2",
                        "text": "清理网箱7319个",
                        "kind": "decided",
                        "decided_by": "省里",
                        "deadline": None,
                    },
                ],
                "figures": {"f1": "应清理的网箱"},
                "lead": ["s2"],
            }
        )
    )
    record, requests = run(MEETING, reply, kind="remote")
    texts = [d.text for d in record.summary.decisions]
    assert len(requests) == 1
    assert record.provenance.strategy == "one-call"
    assert texts == ["会议决定，6月底前清理网箱7319个。", "清理网箱7319个"]
    assert [d.decided_by for d in record.summary.decisions] == ["会议", None]
    assert record.summary.figures[0].meaning == "应清理的网箱"
    assert record.summary.summary == "会议决定，6月底前清理网箱7319个。"


def test_an_endpoint_that_cannot_give_the_large_answer_is_asked_in_steps():
    def script(body: dict[str, Any]) -> Reply:
        asked = body["messages"][0]["content"]
        return completion("no idea") if "lead" in asked else answer_all("present", [])(body)

    record, _ = run(MEETING, script, kind="remote")
    assert (record.status, record.provenance.strategy) == ("done", "steps")


def one_call_answer(**keys: Any) -> Reply:
    empty: dict[str, Any] = {"people": {}, "more": [], "decisions": [], "figures": {}, "lead": []}
    return completion(json.dumps(empty | keys))


@pytest.mark.parametrize("shape", ["{}", '{"a": 1}', '{"people": {}, "lead": []}'])
def test_an_object_of_another_shape_is_not_taken_for_an_article_that_decided_nothing(shape):
    error, requests = run(MEETING, completion(shape), settings=Settings(strategy="one-call", repair=0))
    assert isinstance(error, AnswerError)
    assert "is not of the schema" in str(error)
    assert len(requests) > 1

    def script(body: dict[str, Any]) -> Reply:
        asked = body["messages"][0]["content"]
        return completion(shape) if "lead" in asked else answer_all("present", [])(body)

    record, _ = run(MEETING, script, kind="remote")
    assert (record.status, record.provenance.strategy) == ("done", "steps")
    assert [d.text for d in record.summary.decisions] == ["会议决定，6月底前清理网箱7319个"]


def test_an_object_of_another_shape_is_asked_for_again():
    record, requests = run(MEETING, completion('{"a": 1}'), one_call_answer(lead=["s1"]), kind="remote")
    assert (record.status, record.provenance.strategy, len(requests)) == ("done", "one-call", 2)
    assert record.usage.requests == 2


@pytest.mark.parametrize(
    ("body", "clause", "words"),
    [
        (MEETING, "会议决定，6月底前清理网箱7319个", "没有收入"),
        (
            "The council met. The council voted to ban 37 barges.",
            "The council voted to ban 37 barges",
            "left out",
        ),
    ],
)
def test_a_sure_decision_that_the_model_leaves_out_is_told(body, clause, words):
    found = article(body, "zh" if words == "没有收入" else "en")
    record, _ = run(found, one_call_answer(), kind="remote")
    told = [f for f in record.findings if f.code == "decision-left-out"]
    assert [(f.severity, f.path) for f in told] == [("info", "summary.decisions")]
    assert clause in told[0].message
    assert words in told[0].message


def test_a_decision_left_out_is_told_with_its_place_on_the_page():
    page = f"座谈会召开\n\n　　{MEETING}\n"
    (found,) = split(page)
    record, _ = run(found, one_call_answer(), kind="remote")
    (span,) = next(f.spans for f in record.findings if f.code == "decision-left-out")
    assert page[span.start : span.end] == "会议决定，6月底前清理网箱7319个"


def test_a_decision_that_the_model_lists_in_other_words_is_not_told_as_left_out():
    kept = {"s": "s2", "text": "清理网箱7319个", "kind": "decided", "decided_by": None, "deadline": None}
    record, _ = run(MEETING, one_call_answer(decisions=[kept]), kind="remote")
    assert len(record.summary.decisions) == 1
    assert "decision-left-out" not in {f.code for f in record.findings}


def test_an_article_that_fails_says_why_and_what_it_cost():
    error, requests = run(MEETING, completion("", finish="stop"))
    assert isinstance(error, AnswerError)
    assert error.usage is not None
    assert error.usage.requests == len(requests)
    assert error.usage.input_tokens == 100 * len(requests)
    record = failed_record(
        article(MEETING), error, Endpoint("", "m", "", "local"), Settings(), source="a.txt", page=2
    )
    assert (record.status, record.summary, record.usage) == ("failed", None, error.usage)
    assert record.reason
    assert "\n" not in record.reason
    assert (record.article.source, record.article.page) == ("a.txt", 2)


def test_a_key_changes_with_the_text_the_model_and_the_settings_and_with_nothing_else():
    here, there = Endpoint("", "m", "key-1", "local"), Endpoint("http://h/v1", "m", "key-2", "remote")
    one = content_key(article(MEETING), here, Settings())
    assert one == content_key(article(MEETING), there, Settings())
    assert one != content_key(article(MEETING + "。"), here, Settings())
    assert one != content_key(article(MEETING), Endpoint("", "n", "", "local"), Settings())
    assert one != content_key(article(MEETING), here, Settings(repair=5))


def test_everything_listed_stands_in_the_article_with_its_evidence():
    for name in gold():
        found, material = gold_article(name), gold_material(name)
        summary, _ = assemble(found, material, default_choice(material))
        rows = [*summary.decisions, *summary.figures, *summary.attendees]
        assert all(row.evidence for row in rows)
        for piece in [*summary.summary_evidence, *(e for row in rows for e in row.evidence)]:
            assert found.text[piece.start : piece.end] == piece.text
        assert all(decision.text in found.text for decision in summary.decisions)


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [("短", 5, "短"), ("一二三，四五六七", 6, "一二三"), ("一二三四五六七八", 4, "一二三四")],
)
def test_a_text_is_trimmed_at_punctuation(text, limit, expected):
    assert trim(text, limit) == expected


def long_document() -> str:
    """Sixty group meetings, each with people and a figure of its own; more than 30,000 characters."""
    families, given = "赵钱孙李周吴郑王冯陈", "云舟远青岚桥"
    people = [(f"{f}{g}", f"{f}晓{g}") for g in given for f in families]
    return "\n".join(
        f"第{n}小组会议由组长{chair}主持，代表{guest}提问，会议决定清理第{n}区网箱{1000 + n}个。"
        + "各组讨论热烈。" * 68
        for n, (chair, guest) in enumerate(people)
    )


@pytest.mark.parametrize("strategy", ["steps", "one-call"])
def test_a_long_document_is_asked_about_in_pieces_and_no_fact_is_told_twice(strategy):
    body = long_document()
    assert len(body) > 30000
    empty = completion(json.dumps({"people": {}, "more": [], "decisions": [], "figures": {}, "lead": []}))
    reply = empty if strategy == "one-call" else answer_all("present", [])
    record, requests = run(body, reply, settings=Settings(strategy=strategy, repair=0))
    assert record.status == "done"
    assert len(requests) > 1
    assert all(len(r["messages"][-1]["content"]) < 9000 for r in requests)
    names = [a.name for a in record.summary.attendees]
    assert len(names) == len(set(names)) == 120
    facts = [(f.value, f.evidence[0].start) for f in record.summary.figures]
    assert len(facts) == len(set(facts))
    assert {1000, 1059} <= {f.value for f in record.summary.figures}


def test_the_api_is_the_same_in_and_outside_of_an_event_loop():
    page = f"{'市长主持座谈会'}\n\n　　本报讯　{MEETING}\n"
    with scripted(answer_all("present", [])) as server:
        outside = summarize(
            page, model="m", base_url=server.base_url, settings=Settings(strategy="steps", repair=0)
        )

        async def inside() -> list[Any]:
            options: dict[str, Any] = {"model": "m", "base_url": server.base_url}
            return [
                r async for r in asummarize(page, **options, settings=Settings(strategy="steps", repair=0))
            ]

        again = asyncio.run(inside())
    assert [r.summary for r in outside] == [r.summary for r in again]
    assert outside


def test_a_refused_key_concerns_all_articles_and_is_raised():
    with scripted(failure(401)) as server, pytest.raises(AuthError):
        summarize(f"座谈会召开\n\n　　{MEETING}\n", model="m", base_url=server.base_url)
