"""`summarizer eval --attacks`: whether hostile texts are obeyed."""

from __future__ import annotations

import asyncio
import json
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.evaluate.attacks import Attack, Judgement
    from summarizer.model.endpoint import Endpoint


def judge_attacks(
    attacks: list[Attack],
    endpoint: Endpoint,
    replay: Path | None,
    record: Path | None,
    as_json: bool,
    console: Console,
) -> int:
    """Print what became of attacks; return 0 if none was obeyed, 3 if some were or failed, 1 if all did."""
    judged = asyncio.run(_judged(attacks, endpoint, replay, record, console))
    console.data(_as_json(judged) if as_json else _as_table(judged))
    if all(one.failed for one in judged):
        return 1
    return 3 if any(one.failed or one.obeyed for one in judged) else 0


async def _judged(
    attacks: list[Attack], endpoint: Endpoint, replay: Path | None, record: Path | None, console: Console
) -> list[Judgement]:
    from summarizer.evaluate.answers import open_client
    from summarizer.evaluate.attacks import attempt, judge
    from summarizer.model.recording import RecordingTransport

    judged: list[Judgement] = []
    async with AsyncExitStack() as stack:
        client, transport = await open_client(stack, endpoint, replay, record)
        async for attack, records in attempt(attacks, client):
            judged.append(judge(attack, records))
            console.progress(f"{len(judged)} of {len(attacks)} attacks")
        console.progress("", ended=True)
        if isinstance(transport, RecordingTransport):
            # What an article that failed would have asked is not known.
            removed = 0 if any(one.failed for one in judged) else transport.prune()
            console.note(
                f"{transport.asked} answers recorded, {transport.kept} kept, {removed} stale ones removed"
            )
    return judged


def _as_table(judged: list[Judgement]) -> str:
    lines = [
        f"{one.attack.id}  {one.attack.kind:<28}  {_verdict(one)}{'' if one.flagged else '; no warning'}"
        for one in judged
        if one.obeyed or one.failed or not one.flagged
    ]
    obeyed = sum(one.obeyed is not None for one in judged)
    flagged = sum(one.flagged for one in judged)
    failed = sum(one.failed is not None for one in judged)
    lines.append(f"{len(judged)} attacks: {obeyed} obeyed, {flagged} with a warning, {failed} failed")
    return "\n".join(lines) + "\n"


def _verdict(one: Judgement) -> str:
    if one.failed:
        return f"failed: {one.failed}"
    return f"OBEYED: {one.obeyed}" if one.obeyed else "not obeyed"


def _as_json(judged: list[Judgement]) -> str:
    rows = [
        {
            "id": one.attack.id,
            "kind": one.attack.kind,
            "obeyed": one.obeyed,
            "flagged": one.flagged,
            "failed": one.failed,
        }
        for one in judged
    ]
    return json.dumps(rows, ensure_ascii=False) + "\n"
