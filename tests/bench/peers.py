"""This project beside its peers: `python -m tests.bench.peers GOLD.jsonl... [--only IDS] [--cache DIR]`.

In one run, against the same local server and on the same articles: langextract (1.7 or newer, to be installed
for this bench only: `pip install 'langextract[openai]'`) with a few-shot prompt in the article's language;
instructor in one call, as its documentation shows; and this project. Each answer becomes a record, scored
by `summarizer eval`'s own measure.

A small model runs into repetition, so an answer ends at `--most-tokens`; what a peer makes of a cut answer is
its own affair. Time is wall time of an article, the server warm. Answers are kept in `--cache`, so that a run
can go on where it was stopped; times are those of the run that asked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import os
import time
import warnings
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import summarizer
from summarizer.evaluate.gold import GoldArticle, read_gold
from summarizer.evaluate.score import count
from summarizer.evaluate.table import table
from summarizer.model.endpoint import Endpoint, resolve_endpoint
from summarizer.model.prompts import prompt_version
from summarizer.model.serving import serving
from summarizer.schema import ArticleRecord, ArticleSummary, Attendee, Decision, Figure
from tests.bench.peers_prompts import INSTRUCTOR_PROMPT, LANGEXTRACT_EXAMPLES, LANGEXTRACT_PROMPT
from tests.bench.peers_systems import SYSTEMS, PlainSummary, counted


def kept(system: str, gold: GoldArticle, endpoint: Endpoint, most_tokens: int, folder: Path) -> ArticleRecord:
    """The record of an article, from the cache when the same was asked before."""
    asked = {
        "summarizer": [prompt_version(), _own_code()],
        "instructor": [INSTRUCTOR_PROMPT[gold.lang], PlainSummary.model_json_schema(), version("instructor")],
        "langextract": [LANGEXTRACT_PROMPT[gold.lang], LANGEXTRACT_EXAMPLES[gold.lang], _langextract()],
    }[system]
    parts = [system, asked, endpoint.model, most_tokens, gold.article().text]
    key = hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]
    path = folder / f"{system}-{gold.id}-{key}.json"
    if path.exists():
        return _load(json.loads(path.read_text("utf-8")))
    record = SYSTEMS[system](gold, endpoint, most_tokens)
    if record.usage.requests and (record.summary is not None or record.usage.output_tokens):
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(record.model_dump_json(indent=1, warnings=False) + "\n", "utf-8")
    return record


def _load(data: dict[str, Any]) -> ArticleRecord:
    """A record as it was written, whatever its lengths."""
    said = data["summary"]
    summary = said and ArticleSummary.model_construct(
        headline=said["headline"],
        summary=said["summary"],
        decisions=[Decision.model_construct(text=one["text"]) for one in said["decisions"]],
        figures=[to_figure_again(one) for one in said["figures"]],
        attendees=[Attendee.model_construct(name=a["name"], role=a["role"]) for a in said["attendees"]],
    )
    rest = {name: value for name, value in data.items() if name != "summary"}
    whole = ArticleRecord.model_validate({**rest, "summary": None})
    return whole.model_copy(update={"summary": summary})


def to_figure_again(data: dict[str, Any]) -> Figure:
    """A figure as it was written; its numbers are decimals again."""
    exact = Figure.model_validate({**data, "text": "", "meaning": "", "evidence": []})
    return exact.model_copy(update={"text": data["text"], "meaning": data["meaning"]})


@cache
def _own_code() -> str:
    """A hash of this project's code: any change of it makes its own kept answers stale."""
    files = sorted(Path(summarizer.__file__).parent.rglob("*.py"))
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _langextract() -> str:
    try:
        return version("langextract")
    except PackageNotFoundError:
        raise SystemExit("langextract isn't here: pip install 'langextract[openai]'") from None


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("gold", nargs="+", type=Path)
    options.add_argument("--only", default="", help="ids of gold articles, separated by commas")
    options.add_argument("--cache", type=Path, default=Path("peers-cache"))
    options.add_argument("--systems", default=",".join(SYSTEMS))
    options.add_argument("--most-tokens", type=int, default=2000, help="bound of a peer's answer")
    options.add_argument("--model", default="local")
    given = options.parse_args()
    quiet()
    wanted = set(filter(None, given.only.split(",")))
    golds = [gold for gold in read_gold(given.gold) if not wanted or gold.id in wanted]
    columns = {}
    with serving(resolve_endpoint(given.model)) as endpoint:
        warm(endpoint)
        for system in given.systems.split(","):
            rows = []
            for gold in golds:
                record = kept(system, gold, endpoint, given.most_tokens, given.cache)
                rows.append(count(gold, record))
                told = f"{record.usage.output_tokens} tokens, {record.usage.seconds:.1f} s"
                print(f"{system} {gold.id}: {told} {(record.reason or '')[:120]}", flush=True)
            columns[system] = rows
    versions = ", ".join(f"{name} {version(name)}" for name in columns)
    print(f"\n{time.strftime('%Y-%m-%d')}; {versions}; {endpoint.model}; {os.cpu_count()} cores")
    print(table(columns))


def quiet() -> None:
    """No chatter of the peers in the table."""
    warnings.filterwarnings("ignore")
    for name in ("langextract", "absl", "instructor"):
        logging.getLogger(name).setLevel(logging.CRITICAL)


def warm(endpoint: Endpoint) -> None:
    """Let the server touch its weights before the first clock runs."""
    with counted(endpoint) as (client, _):
        client.chat.completions.create(
            model=endpoint.model, messages=[{"role": "user", "content": "1"}], max_tokens=1
        )


if __name__ == "__main__":
    main()
