"""The client against a real HTTP server that misbehaves as scripted; openai and instructor really run."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import Counter
from contextlib import ExitStack
from email.utils import formatdate
from typing import Any

import pytest
from model_server import Reply, completion, failure, scripted
from pydantic import BaseModel, ConfigDict

from summarizer.errors import (
    AnswerError,
    AuthError,
    ContextLengthError,
    EndpointError,
    ModelError,
    ModelNotFoundError,
    RequestError,
)
from summarizer.model import dialect
from summarizer.model.client import Answer, ModelClient
from summarizer.model.connections import AT_ONCE_PER_POOL, Connections
from summarizer.model.endpoint import Endpoint, Kind
from summarizer.model.gate import Outcome
from summarizer.model.retry import RetryPolicy, Wait

KEY = "sk-test-4f9a7c1e2b8d"
QUICK = RetryPolicy(attempts=4, first_wait=0.001, longest_wait=0.01, retry_after_cap=0.02)
QUESTION = [{"role": "system", "content": "提取城市"}, {"role": "user", "content": "无锡市政府开会"}]
HTML = Reply(200, b"<!DOCTYPE html><html><body>Sign in</body></html>", {"Content-Type": "text/html"})


class Place(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    city: str


@pytest.fixture(autouse=True)
def nothing_remembered():
    dialect.forget()
    yield
    dialect.forget()


def ask(server: Any, *, kind: Kind = "local", question: Any = QUESTION, **options: Any) -> Answer[Place]:
    call = {name: options.pop(name) for name in ("extra", "schema", "reasks") if name in options}

    async def run() -> Answer[Place]:
        endpoint = Endpoint(server.base_url, "m", KEY, kind)
        async with ModelClient(endpoint, **{"retry": QUICK, **options}) as client:
            return await client.ask(question, Place, max_tokens=50, **call)

    return asyncio.run(run())


def failing(server: Any, expected: type[ModelError], **options: Any) -> ModelError:
    with pytest.raises(expected) as caught:
        ask(server, **options)
    message = str(caught.value)
    assert "\n" not in message and 10 < len(message) < 400
    assert KEY not in message
    return caught.value


def test_an_answer_comes_with_value_and_cost():
    with scripted(completion()) as server:
        answer = ask(server)
    assert answer.value.city == "无锡"
    usage = answer.usage
    assert (usage.input_tokens, usage.output_tokens, usage.cached_tokens, usage.requests) == (100, 7, 60, 1)
    assert usage.seconds > 0


def test_a_request_carries_schema_limit_and_temperature():
    with scripted(completion()) as server:
        ask(server)
    sent = server.requests[0]
    assert sent["max_tokens"] == 50 and sent["temperature"] == 0
    assert sent["messages"] == QUESTION
    assert sent["response_format"]["json_schema"]["schema"] == Place.model_json_schema()


def test_a_narrower_schema_is_sent_instead_of_the_models_own():
    narrow = {"type": "object", "properties": {"city": {"enum": ["无锡"]}}, "required": ["city"]}
    with scripted(completion()) as server:
        ask(server, schema=narrow)
        ask(server)
    assert server.requests[0]["response_format"]["json_schema"]["schema"] == {"title": "Place", **narrow}
    assert server.requests[1]["response_format"]["json_schema"]["schema"] == Place.model_json_schema()


def test_a_reask_differs_from_the_first_request_in_its_messages_alone():
    with scripted(completion('{"town": "无锡"}'), completion()) as server:
        assert ask(server).usage.requests == 2
    first, second = server.requests
    assert second.pop("messages")[: len(QUESTION)] == first.pop("messages") == QUESTION
    assert list(second.items()) == list(first.items())


def test_requests_at_once_are_spread_over_small_pools_and_few_share_one():
    pools = Connections(Endpoint("http://127.0.0.1:9/v1", "m", KEY, "remote"), None, 1.0)
    with ExitStack() as stack:
        clients = [stack.enter_context(pools.one()) for _ in range(3 * AT_ONCE_PER_POOL)]
    assert max(Counter(map(id, clients)).values()) == AT_ONCE_PER_POOL
    with pools.one() as first, pools.one() as second:
        assert first is second is clients[0]


def test_server_extras_go_to_the_local_server_only():
    with scripted(completion()) as server:
        ask(server, extra={"id_slot": 0})
        ask(server, extra={"id_slot": 0}, kind="remote")
    assert [request.get("id_slot") for request in server.requests] == [0, None]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 408])
def test_a_passing_failure_is_tried_again(status: int):
    with scripted(failure(status), failure(status), completion()) as server:
        answer = ask(server, kind="remote")
    assert answer.usage.requests == len(server.requests) == 3


def test_the_last_attempt_ends_in_an_endpoint_error_that_knows_its_cost():
    with scripted(failure(503, "overloaded")) as server:
        error = failing(server, EndpointError)
    assert len(server.requests) == QUICK.attempts
    assert error.usage is not None and error.usage.requests == QUICK.attempts
    assert "overloaded" in str(error)


def test_a_cut_connection_is_tried_again():
    with scripted(Reply(body=completion().body, cut=30), completion()) as server:
        assert ask(server).usage.requests == 2


def test_no_answer_in_time_is_tried_again():
    slow = completion()
    slow.delay = 0.5
    with scripted(slow, completion()) as server:
        assert ask(server, timeout=0.1).usage.requests == 2


def test_an_answer_that_comes_byte_by_byte_for_ever_is_given_up():
    endless = completion()
    endless.drip = 0.05
    with scripted(endless, completion()) as server:
        assert ask(server, timeout=0.4).usage.requests == 2


def test_an_unreachable_endpoint_says_so():
    with scripted(completion()) as server:
        pass  # stopped again: its port is closed
    assert "can't reach" in str(failing(server, EndpointError))


@pytest.mark.parametrize(
    "retry_after", ["0.015", lambda: formatdate(0, usegmt=True), lambda: formatdate(4e9, usegmt=True), "600"]
)
def test_retry_after_in_both_forms_is_kept_to_capped_and_shown(retry_after: Any):
    said = retry_after if isinstance(retry_after, str) else retry_after()
    waits: list[Wait] = []
    with scripted(failure(429, headers={"Retry-After": said}), completion()) as server:
        ask(server, on_wait=waits.append)
    assert len(waits) == 1 and waits[0].asked_by_server and "rate limit" in waits[0].reason
    expected = {"0.015": 0.015, "600": 0.02}.get(said, 0.0 if "1970" in said else 0.02)
    assert waits[0].seconds == pytest.approx(expected)
    assert server.times[1] - server.times[0] >= expected


def test_waits_without_retry_after_grow():
    waits: list[Wait] = []
    policy = RetryPolicy(attempts=4, first_wait=0.01, longest_wait=1)
    with scripted(failure(500), failure(500), failure(500), completion()) as server:
        ask(server, kind="remote", retry=policy, on_wait=waits.append)
    first, second, third = (wait.seconds for wait in waits)
    assert 0.01 <= first <= 0.02 <= second <= 0.03 <= third


@pytest.mark.parametrize(
    ("status", "expected", "kind"),
    [
        (400, RequestError, "local"),
        (401, AuthError, "remote"),
        (403, AuthError, "remote"),
        (404, ModelNotFoundError, "remote"),
        (422, RequestError, "local"),
        (500, RequestError, "local"),  # llama.cpp: a schema that it can't compile
    ],
)
def test_a_final_refusal_is_told_at_once(status: int, expected: type[ModelError], kind: Kind):
    with scripted(failure(status, f"bad key {KEY}")) as server:
        failing(server, expected, kind=kind)
    assert len(server.requests) == 1


def test_an_empty_account_is_not_waited_for():
    with scripted(failure(429, "You exceeded your quota", code="insufficient_quota")) as server:
        assert "quota" in str(failing(server, AuthError, kind="remote"))
    assert len(server.requests) == 1


def test_a_redirection_that_would_lose_the_question_is_told_as_such():
    with scripted(Reply(302, b"", {"Location": "http://login.example/?next=1"})) as server:
        said = str(failing(server, ModelNotFoundError, kind="remote"))
    assert "sends requests on to http://login.example/" in said and len(server.requests) == 1


def test_an_answer_that_is_gzip_in_name_only_is_no_complete_json():
    junk = Reply(200, b"\x1f\x8bjunk", {"Content-Type": "application/json", "Content-Encoding": "gzip"})
    with scripted(junk) as server:
        assert "no complete JSON" in str(failing(server, AnswerError))
    assert len(server.requests) == 2


@pytest.mark.parametrize(
    "reply",
    [
        failure(400, "too long", code="context_length_exceeded"),
        failure(400, "exceeds the available context size", type="exceed_context_size_error"),
        failure(400, "This model's maximum context length is 8192 tokens"),
    ],
)
def test_a_prompt_beyond_the_context_is_told_as_such(reply: Reply):
    with scripted(reply) as server:
        failing(server, ContextLengthError, kind="remote")
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("reply", "problem", "words", "requests"),
    [
        (HTML, "garbled", "HTML", 2),
        (Reply(body=completion().body[:80]), "garbled", "no complete JSON", 2),
        (Reply(body=b""), "garbled", "no complete JSON", 2),
        (Reply(body=b'{"choices": []}'), "empty", "without a choice", 1),
        (Reply(body=b"[]"), "garbled", "", 2),
        (Reply(body=b'{"choices": [null]}'), "garbled", "another form", 1),
        (Reply(body=b'{"choices": {"a": 1}, "usage": "many"}'), "garbled", "another form", 1),
        (Reply(body=b'{"choices": [{"message": "hello"}]}'), "garbled", "another form", 1),
        (completion([{"type": "text", "text": "hello"}]), "garbled", "another form", 1),
        (Reply(body=b'{"error": {"message": "model is loading"}}'), "empty", "model is loading", 1),
        (Reply(body=b'{"choices": "\xff\xfe"}'), "garbled", "no complete JSON", 2),
        (Reply(body=b"[" * 100_000), "garbled", "no complete JSON", 2),
        (completion(""), "empty", "empty answer", 1),
        (completion(None), "empty", "empty answer", 1),
        (completion(None, refusal="I can't help"), "refused", "refused", 1),
        (completion("", finish="content_filter"), "refused", "content filter", 1),
        (completion('{"city": "无', finish="length"), "cut", "token limit of 50", 1),
    ],
)
def test_an_unusable_answer_is_one_clear_line(reply: Reply, problem: str, words: str, requests: int):
    with scripted(reply) as server:
        error = failing(server, AnswerError)
    assert isinstance(error, AnswerError) and error.problem == problem
    assert words in str(error)
    assert len(server.requests) == requests


def test_a_garbled_body_that_passes_costs_one_more_request():
    with scripted(HTML, completion()) as server:
        assert ask(server).usage.requests == 2


def test_an_answer_off_the_schema_is_shown_to_the_model_once():
    with scripted(completion('{"town": 1}'), completion()) as server:
        answer = ask(server)
    assert answer.value.city == "无锡"
    assert (answer.usage.input_tokens, answer.usage.output_tokens, answer.usage.requests) == (200, 14, 2)
    assert "town" in server.requests[1]["messages"][-2]["content"]


@pytest.mark.parametrize(("reasks", "requests"), [(0, 1), (1, 2), (2, 3)])
def test_re_asks_are_bounded_and_their_cost_is_told(reasks: int, requests: int):
    with scripted(completion("不是 JSON")) as server:
        error = failing(server, AnswerError, reasks=reasks)
    assert len(server.requests) == requests
    assert error.usage is not None and error.usage.output_tokens == 7 * requests
    assert isinstance(error, AnswerError) and error.problem == "schema" and error.text == "不是 JSON"


def test_retries_and_re_asks_do_not_multiply_beyond_their_product():
    with scripted(failure(503), completion("{}"), failure(503), completion("{}")) as server:
        error = failing(server, AnswerError)
    assert len(server.requests) == 4
    assert error.usage is not None and error.usage.requests == 4


def test_the_answers_own_words_stay_out_of_the_message():
    with scripted(completion('{"city": ["机密内容"]}'), completion(json.dumps({"a\n" * 99: 1}))) as server:
        assert "机密" not in str(failing(server, AnswerError, reasks=0))
        failing(server, AnswerError, reasks=0)


def test_the_key_is_sent_and_never_shown(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]):
    caplog.set_level(logging.DEBUG)
    with scripted(failure(500, f"key {KEY} is odd"), failure(422, f"Bearer {KEY}"), completion()) as server:
        error = failing(server, RequestError, kind="remote", retry=QUICK)
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
        assert KEY not in repr(Endpoint(server.base_url, "m", KEY, "remote"))
    assert error.__suppress_context__ or error.__context__ is None
    shown = caplog.text + "".join(capfd.readouterr())
    assert KEY not in shown


def test_nothing_is_printed_when_an_answer_fails(capfd: pytest.CaptureFixture[str]):
    with scripted(completion("{}")) as server:
        failing(server, AnswerError)
    assert capfd.readouterr() == ("", "")


def test_a_proxy_of_the_network_is_not_asked_for_the_local_server(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with scripted(completion()) as server:
        assert ask(server).value.city == "无锡"


class CountingGate:
    def __init__(self) -> None:
        self.acquired: list[int] = []
        self.outcomes: list[Outcome] = []

    async def acquire(self, estimated_tokens: int) -> None:
        self.acquired.append(estimated_tokens)

    def observe(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)


def test_every_attempt_passes_the_gate_and_is_told_to_it():
    gate = CountingGate()
    limited = failure(429, headers={"Retry-After": "7", "X-RateLimit-Remaining-Requests": "0"})
    with scripted(limited, Reply(body=completion().body, cut=9), completion()) as server:
        ask(server, gate=gate)
    assert len(gate.acquired) == 3 and all(tokens >= 50 for tokens in gate.acquired)
    assert [(o.status, o.retry_after, o.input_tokens) for o in gate.outcomes] == [
        (429, 7.0, 0),
        (None, None, 0),
        (200, None, 100),
    ]
    assert gate.outcomes[0].headers["x-ratelimit-remaining-requests"] == "0"


def test_many_questions_at_once_keep_their_accounts_apart():
    def echo(body: dict[str, Any]) -> Reply:
        return completion(json.dumps({"city": body["messages"][-1]["content"]}))

    async def run(server: Any) -> list[Answer[Place]]:
        async with ModelClient(Endpoint(server.base_url, "m", KEY, "local"), retry=QUICK) as client:
            questions = [[{"role": "user", "content": str(number)}] for number in range(40)]
            return await asyncio.gather(*(client.ask(q, Place, max_tokens=9) for q in questions))

    with scripted(echo) as server:
        answers = asyncio.run(run(server))
    assert [answer.value.city for answer in answers] == [str(number) for number in range(40)]
    assert {answer.usage.requests for answer in answers} == {1}


def test_half_characters_of_a_source_do_not_stop_a_question():
    with scripted(completion()) as server:
        ask(server, question=[{"role": "user", "content": "无锡\ud83d😀"}])
    assert server.requests[0]["messages"][0]["content"] == "无锡�😀"


def test_plain_text_comes_as_it_is():
    async def run(server: Any) -> Answer[str]:
        async with ModelClient(Endpoint(server.base_url, "m", KEY, "local"), retry=QUICK) as client:
            return await client.ask_text(QUESTION, max_tokens=9)

    with scripted(completion("一句话。")) as server:
        assert asyncio.run(run(server)).value == "一句话。"
    assert "response_format" not in server.requests[0]
