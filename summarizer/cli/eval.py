"""`summarizer eval`: records against gold."""

from __future__ import annotations

import asyncio
import json
import math
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from summarizer.cli.console import Console
    from summarizer.evaluate.attacks import Attack
    from summarizer.evaluate.gold import GoldArticle
    from summarizer.evaluate.score import Counts
    from summarizer.schema import ArticleRecord

T = TypeVar("T", "GoldArticle", "Attack")


@click.command("eval")
@click.argument("gold", nargs=-1, metavar="GOLD.jsonl...")
@click.option("--attacks", metavar="FILE", help="Judge hostile texts instead: is any obeyed?")
@click.option("--records", metavar="FILE", help="Score these records; no model is called.")
@click.option("--compare", nargs=2, metavar="A B", help="Score two files of records side by side.")
@click.option("--replay", metavar="DIR", help="Answer from the recordings of DIR; no model is called.")
@click.option(
    "--record", metavar="DIR", help="Keep the local model's answers in DIR; only stale ones are asked anew."
)
@click.option("--model", metavar="NAME", help="Model of the endpoint, or a GGUF file to run here.")
@click.option("--base-url", metavar="URL", help="An OpenAI-compatible endpoint (or OPENAI_BASE_URL).")
@click.option("--only", default="", metavar="IDS", help="Only these ids, separated by commas.")
@click.option("-o", "--output", metavar="FILE", help="Write the records to FILE.")
@click.option("--genres", is_flag=True, help="A column for each genre too.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def evaluate(
    gold: tuple[str, ...],
    attacks: str | None,
    records: str | None,
    compare: tuple[str, str] | None,
    replay: str | None,
    record: str | None,
    model: str | None,
    base_url: str | None,
    only: str,
    output: str | None,
    genres: bool,
    as_json: bool,
    quiet: bool,
) -> int:
    """Score a model, recorded answers or a file of records against gold articles, or judge attacks.

    The format of gold, and how to write your own, is in fixtures/README.md. Intervals are of a bootstrap over
    the articles; a star marks a difference that is more than noise.

    \b
    Exit codes: 0 every article has a record and no attack was obeyed; 3 some have none or failed, or an
    attack was obeyed; 1 none has.
    """
    from summarizer.cli.console import Console
    from summarizer.evaluate.gold import read_gold
    from summarizer.evaluate.table import comparison
    from summarizer.report.records import read_records

    if sum(map(bool, (records, compare, replay, record))) > 1:
        raise click.UsageError("give one of --records, --compare, --replay and --record")
    if bool(gold) == bool(attacks):
        raise click.UsageError("give files of gold, or --attacks FILE")
    console = Console(quiet=quiet)
    if attacks:
        if records or compare or output:
            raise click.UsageError("--attacks goes with --replay, --record or a model")
        return _attacks(attacks, only, model, base_url, _path(replay), _path(record), as_json, console)
    golds = _chosen(read_gold([Path(path) for path in gold]), only)
    if compare:
        first, second = (_rows(golds, list(read_records(path))) for path in compare)
        console.data(
            comparison(
                list(first.values()), list(second.values()), (Path(compare[0]).stem, Path(compare[1]).stem)
            )
        )
        return _code([*first.values(), *second.values()])
    if records:
        found = list(read_records(records))
    else:
        found = asyncio.run(_answers(golds, model, base_url, _path(replay), _path(record), console))
    rows = _rows(golds, found)
    if output:
        from summarizer.report.files import replaced

        with replaced(Path(output)) as file:
            file.writelines(one.model_dump_json() + "\n" for one in found)
    console.data(_as_json(rows) if as_json else _as_table(golds, rows, genres))
    _cost(found, console)
    return _code(list(rows.values()))


def _attacks(
    path: str,
    only: str,
    model: str | None,
    base_url: str | None,
    replay: Path | None,
    record: Path | None,
    as_json: bool,
    console: Console,
) -> int:
    from summarizer.cli.attacks import judge_attacks
    from summarizer.cli.work import fetch
    from summarizer.evaluate.attacks import read_attacks
    from summarizer.model.endpoint import resolve_endpoint

    wanted = _chosen(read_attacks(Path(path)), only)
    endpoint = resolve_endpoint("local" if record and not model else model, base_url)
    if replay is None:
        fetch(endpoint, console)
    return judge_attacks(wanted, endpoint, replay, record, as_json, console)


def _path(given: str | None) -> Path | None:
    return Path(given) if given else None


def _chosen(items: list[T], only: str) -> list[T]:
    wanted = [name.strip() for name in only.split(",") if name.strip()]
    if unknown := set(wanted) - {item.id for item in items}:
        raise click.UsageError(f"nothing in the file has the id {', '.join(sorted(unknown))}")
    return [item for item in items if not wanted or item.id in wanted]


def _rows(golds: list[GoldArticle], records: list[ArticleRecord]) -> dict[str, Counts]:
    from summarizer.evaluate.score import count, pair

    return {gold.id: count(gold, record) for gold, record in zip(golds, pair(golds, records), strict=True)}


async def _answers(
    golds: list[GoldArticle],
    model: str | None,
    base_url: str | None,
    replay: Path | None,
    record: Path | None,
    console: Console,
) -> list[ArticleRecord]:
    from summarizer.cli.work import fetch
    from summarizer.evaluate.answers import answer, open_client
    from summarizer.model.endpoint import resolve_endpoint
    from summarizer.model.recording import RecordingTransport
    from summarizer.pipeline import Settings

    endpoint = resolve_endpoint("local" if record and not model else model, base_url)
    if replay is None:
        fetch(endpoint, console)
    found: list[ArticleRecord] = []
    async with AsyncExitStack() as stack:
        client, transport = await open_client(stack, endpoint, replay, record)
        async for one in answer(golds, client, Settings()):
            found.append(one)
            if one.status == "failed":
                console.warn(f"{one.article.id}: {one.reason}")
            console.progress(f"{len(found)} of {len(golds)} articles")
        console.progress("", ended=True)
        if isinstance(transport, RecordingTransport):
            failed = any(one.status == "failed" for one in found)
            # What an article that failed would have asked is not known.
            removed = 0 if failed else transport.prune()
            console.note(
                f"{transport.asked} answers recorded, {transport.kept} kept, {removed} stale ones removed"
            )
    return found


def _as_table(golds: list[GoldArticle], rows: dict[str, Counts], genres: bool) -> str:
    from summarizer.evaluate.table import groups, table

    labels = {gold.id: [gold.lang, *([gold.genre] if genres and gold.genre else [])] for gold in golds}
    return table(groups(rows, labels))


def _as_json(rows: dict[str, Counts]) -> str:
    from summarizer.evaluate.interval import intervals
    from summarizer.evaluate.score import rates

    scores = {name: None if math.isnan(value) else value for name, value in rates(rows.values()).items()}
    spread = {
        name: None if math.isnan(low) else [low, high]
        for name, (low, high) in intervals(list(rows.values())).items()
    }
    return json.dumps({"scores": scores, "intervals": spread, "articles": rows}, ensure_ascii=False) + "\n"


def _cost(records: list[ArticleRecord], console: Console) -> None:
    """Say what the answers cost at a remote endpoint whose price is known."""
    from summarizer.cli.prices import price_of
    from summarizer.model.endpoint import Endpoint

    remote = [one for one in records if one.provenance.endpoint == "remote"]
    if not remote:
        return
    price = price_of(Endpoint("", remote[0].provenance.model, "none", "remote"))
    if price is None:
        return
    used = [one.usage for one in remote]
    total = sum(price(u.input_tokens, u.output_tokens, u.cached_tokens) or 0.0 for u in used)
    console.note(f"cost: ${total:.4f}, ${total / len(remote):.4f} an article")


def _code(rows: list[Counts]) -> int:
    failed = sum(row["failed"] for row in rows)
    return 0 if not failed else 1 if failed == len(rows) else 3
