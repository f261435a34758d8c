"""Recordings: kept once, played back exactly, loud when they don't fit."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx2
import pytest
from model_server import completion, failure, scripted
from pydantic import BaseModel

from summarizer.errors import EndpointError, InputError, RequestError
from summarizer.model.client import Answer, ModelClient
from summarizer.model.endpoint import Endpoint
from summarizer.model.recording import RecordingTransport, ReplayTransport, cassette, replay_endpoint
from summarizer.model.retry import RetryPolicy

KEY = "sk-test-4f9a7c1e2b8d"
LONG = "无锡市政府召开常务会议。\n会议听取了城市更新工作的汇报。\n" * 12


class Place(BaseModel):
    city: str


def ask(
    transport: httpx2.AsyncBaseTransport, endpoint: Endpoint, *texts: str, **more: Any
) -> list[Answer[Place]]:
    async def run() -> list[Answer[Place]]:
        async with ModelClient(endpoint, transport=transport, retry=RetryPolicy(attempts=1)) as client:
            return [
                await client.ask(
                    [{"role": "system", "content": LONG}, {"role": "user", "content": text}],
                    Place,
                    max_tokens=20,
                    **more,
                )
                for text in texts
            ]

    return asyncio.run(run())


def record(server: Any, folder: Path, *texts: str, prune: bool = False, **more: Any) -> RecordingTransport:
    transport = RecordingTransport(httpx2.AsyncHTTPTransport(), folder)
    with cassette("page"):
        ask(transport, Endpoint(server.base_url, "m", KEY, "local"), *texts, **more)
    if prune:
        transport.prune()
    return transport


def test_what_was_recorded_is_played_back_with_value_and_cost(tmp_path: Path):
    with scripted(completion('{"city": "无锡"}')) as server:
        record(server, tmp_path, "一", "二")
    replay = ReplayTransport(tmp_path)
    answers = ask(replay, replay_endpoint("m"), "一", "二")
    assert [answer.value.city for answer in answers] == ["无锡", "无锡"]
    assert answers[0].usage.input_tokens == 100 and answers[0].usage.cached_tokens == 60
    assert replay.unused() == [] and replay.missing == []


def test_a_recording_is_readable_and_holds_neither_key_nor_port(tmp_path: Path):
    with scripted(completion('{"city": "无锡"}')) as server:
        record(server, tmp_path, "一", "二")
        port = server.base_url.rsplit(":", 1)[1].split("/")[0]
    text = (tmp_path / "page.json").read_text("utf-8")
    assert "会议听取了城市更新工作的汇报。" in text
    assert KEY not in text and "Bearer" not in text and port not in text
    assert text.count('"会议听取了城市更新工作的汇报。"') == 12  # once, for both requests
    assert max(len(line) for line in text.splitlines()) < 400


def test_what_is_recorded_already_is_not_asked_again(tmp_path: Path):
    with scripted(completion()) as server:
        record(server, tmp_path, "一")
        again = record(server, tmp_path, "一", "二")
        assert len(server.requests) == 2
    assert (again.asked, again.kept) == (1, 1)


def test_stale_recordings_go_when_pruned(tmp_path: Path):
    with scripted(completion()) as server:
        record(server, tmp_path, "一", "二")
        record(server, tmp_path, "二", prune=True)
    replay = ReplayTransport(tmp_path)
    ask(replay, replay_endpoint("m"), "二")
    assert replay.unused() == []


def test_a_changed_request_fails_with_the_command_that_records_it(tmp_path: Path):
    with scripted(completion()) as server:
        record(server, tmp_path, "一")
    replay = ReplayTransport(tmp_path)
    with pytest.raises(RequestError, match="summarizer record") as caught:
        ask(replay, replay_endpoint("m"), "三")
    assert "\n" not in str(caught.value)
    assert len(replay.missing) == 1 and len(replay.unused()) == 1


@pytest.mark.parametrize("change", [{"temperature": 0.5}, {"schema": {"type": "object", "properties": {}}}])
def test_parameters_and_schema_belong_to_the_request(tmp_path: Path, change: dict[str, Any]):
    with scripted(completion()) as server:
        record(server, tmp_path, "一")
    with pytest.raises(RequestError):
        ask(ReplayTransport(tmp_path), replay_endpoint("m"), "一", **change)


def test_the_servers_slots_do_not_belong_to_the_request(tmp_path: Path):
    with scripted(completion()) as server:
        record(server, tmp_path, "一", extra={"id_slot": 1, "cache_prompt": True})
    assert ask(ReplayTransport(tmp_path), replay_endpoint("m"), "一")[0].value.city == "无锡"


def test_failures_are_not_recorded(tmp_path: Path):
    with scripted(failure(503)) as server, pytest.raises(EndpointError):
        record(server, tmp_path, "一")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("part", ["request", "answer"])
def test_a_recording_edited_by_hand_is_refused(tmp_path: Path, part: str):
    with scripted(completion()) as server:
        record(server, tmp_path, "一")
    file = tmp_path / "page.json"
    whole = json.loads(file.read_text("utf-8"))
    whole["exchanges"][0][part]["max_tokens"] = 21
    file.write_text(json.dumps(whole), "utf-8")
    with pytest.raises(InputError, match="edited"):
        ReplayTransport(tmp_path)
    file.write_text("{", "utf-8")
    with pytest.raises(InputError, match="no readable recording"):
        ReplayTransport(tmp_path)
