"""An endpoint is asked in the strictest way that it understands, found out once."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from model_server import Reply, Script, completion, failure, scripted, tool_call
from pydantic import BaseModel

from summarizer.errors import EndpointError, RequestError
from summarizer.model import dialect
from summarizer.model.client import Answer, ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.retry import RetryPolicy


class Place(BaseModel):
    city: str


@pytest.fixture(autouse=True)
def nothing_remembered():
    dialect.forget()
    yield
    dialect.forget()


def understanding(*ways: str, fenced: bool = False) -> Script:
    """A server that answers to the given ways only, and refuses or ignores the others as real ones do."""

    def answer(body: dict[str, Any]) -> Reply:
        used = "json_schema" if "response_format" in body else "tools" if "tools" in body else "plain"
        if used not in ways:
            return completion("Here you are: a city.") if fenced else failure(400, f"{used} is not supported")
        if used == "tools":
            return tool_call('{"city": "无锡"}')
        return completion('```json\n{"city": "无锡"}\n```' if used == "plain" else '{"city": "无锡"}')

    return answer


def ask_thrice(server: Any, **options: Any) -> list[Answer[Place]]:
    async def run() -> list[Answer[Place]]:
        endpoint = Endpoint(server.base_url, "m", "none", "remote")
        async with ModelClient(endpoint, retry=RetryPolicy(attempts=1), reasks=0) as client:
            question = [{"role": "user", "content": "?"}]
            calls = (client.ask(question, Place, max_tokens=9, **options) for _ in range(3))
            return list(await asyncio.gather(*calls))

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("ways", "requests"), [(("json_schema",), 3), (("tools", "plain"), 4), (("plain",), 5)]
)
@pytest.mark.parametrize("fenced", [False, True])
def test_the_strictest_way_that_works_is_found_once(ways: tuple[str, ...], requests: int, fenced: bool):
    with scripted(understanding(*ways, fenced=fenced)) as server:
        answers = ask_thrice(server)
    assert [answer.value.city for answer in answers] == ["无锡"] * 3
    assert len(server.requests) == requests == sum(answer.usage.requests for answer in answers)


def test_a_narrower_schema_reaches_every_way():
    narrow = {"type": "object", "properties": {"city": {"enum": ["无锡"]}}, "required": ["city"]}
    for way in ("tools", "plain"):
        dialect.forget()
        with scripted(understanding(way)) as server:
            ask_thrice(server, schema=narrow)
        assert '"enum"' in str(server.requests[-1]).replace("'", '"')


@pytest.mark.parametrize(
    ("complaint", "absent", "present"),
    [
        ("Unsupported: 'max_tokens'. Use 'max_completion_tokens'.", "max_tokens", "max_completion_tokens"),
        ("Unsupported value: 'temperature' does not support 0.0.", "temperature", "max_tokens"),
    ],
)
def test_a_parameter_that_a_model_refuses_is_left_out_from_then_on(complaint: str, absent: str, present: str):
    def picky(body: dict[str, Any]) -> Reply:
        return failure(400, complaint) if absent in body else completion()

    with scripted(picky) as server:
        ask_thrice(server)
    assert len(server.requests) == 4
    assert present in server.requests[-1] and "response_format" in server.requests[-1]


def test_a_dead_endpoint_is_not_found_out_one_call_after_the_other():
    ended: list[int] = []
    ended_before_each_wait: list[int] = []

    async def one(client: ModelClient, number: int) -> None:
        with pytest.raises(EndpointError):
            await client.ask([{"role": "user", "content": "?"}], Place, max_tokens=9)
        ended.append(number)

    async def run(base_url: str) -> None:
        endpoint = Endpoint(base_url, "m", "none", "remote")
        policy = RetryPolicy(attempts=2, first_wait=0.3)
        waits = {"on_wait": lambda wait: ended_before_each_wait.append(len(ended))}
        async with ModelClient(endpoint, retry=policy, **waits) as client:
            await asyncio.gather(*(one(client, number) for number in range(8)))

    with scripted(completion()) as server:
        base_url = server.base_url
    asyncio.run(run(base_url))
    assert ended_before_each_wait == [0, *[1] * 7]


def test_a_plain_text_teaches_nothing_about_schemas():
    async def run(server: Any) -> None:
        async with ModelClient(Endpoint(server.base_url, "m", "none", "remote")) as client:
            await client.ask_text([{"role": "user", "content": "?"}], max_tokens=9)

    with scripted(completion("text")) as server:
        asyncio.run(run(server))
        assert dialect.remembered(Endpoint(server.base_url, "m", "none", "remote")) is None


def test_a_request_refused_in_every_way_is_told_with_the_first_reason():
    with scripted(failure(400, "no such schema")) as server:
        with pytest.raises(RequestError, match="no such schema"):
            ask_thrice(server)
        assert len(server.requests) >= 3


def test_a_refusal_of_the_question_itself_is_not_asked_in_other_ways():
    with scripted(failure(400, "text is not acceptable")) as server:
        with pytest.raises(RequestError, match="not acceptable"):
            ask_thrice(server)
        assert len(server.requests) <= 3
