"""What repair gives: `python -m tests.bench.repair GOLD.jsonl... [--strategy one-call] [--replay DIR | --record DIR]`.

Each article is drafted, checked and repaired with the budget of the settings. Counted are fields that had a
finding, those asked again, those whose new wording was kept (success), and harm: findings that got more or
graver, and meanings that the gold calls right before and wrong after. Tokens are those of the repair requests.
"""

from __future__ import annotations

import argparse
import asyncio
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path

from summarizer.checks import check_record
from summarizer.errors import ModelError
from summarizer.evaluate.answers import open_client
from summarizer.evaluate.gold import GoldArticle, read_gold
from summarizer.model.client import ModelClient
from summarizer.model.endpoint import resolve_endpoint
from summarizer.model.prompts import all_markers
from summarizer.model.recording import cassette
from summarizer.model.strategies import draft_article
from summarizer.pipeline import Settings
from summarizer.repair import Attempt, check_and_repair
from summarizer.schema import ArticleSummary, Figure, Finding


def complaints(findings: list[Finding]) -> Counter[str]:
    """Findings that a reader is warned of, by severity; and the fields that they stand at."""
    return Counter(f.severity for f in findings if f.severity != "info")


def right(gold: GoldArticle, figure: Figure, meaning: str) -> bool:
    """Whether the gold calls a meaning of a figure right; a number that it doesn't know of is."""
    keys = [f.keys for f in gold.gold.figures if f.value in (figure.value, figure.upper)]
    return not keys or any(key in meaning for held in keys for key in held)


def judged(gold: GoldArticle, before: ArticleSummary, log: list[Attempt]) -> Counter[str]:
    """Counts of the attempts on one article."""
    counts: Counter[str] = Counter()
    figures = {f.id: f for f in before.figures}
    for one in log:
        counts["asked again"] += 1
        counts["kept"] += one.kept
        counts["tokens"] += one.tokens
        if one.kept and one.after is not None:
            was, now = (right(gold, figures[one.figure], words) for words in (one.before, one.after))
            counts["gold: right before, wrong after"] += was and not now
            counts["gold: wrong before, right after"] += now and not was
    return counts


async def measure(gold: GoldArticle, client: ModelClient, settings: Settings) -> Counter[str]:
    """Counts of one article."""
    article = gold.article()
    draft = await draft_article(article, client, settings)
    first = check_record(draft.summary, article, examples=all_markers(article.language))
    log: list[Attempt] = []
    checked = await check_and_repair(draft, article, settings.repair, log=log)
    last = [f for f in checked.findings if f not in draft.findings]
    warned = [f for f in first if f.severity != "info"]
    counts = judged(gold, draft.summary, log)
    counts["articles"] += 1
    counts["fields with a finding"] += len({f.path for f in warned})
    counts["meanings with a finding"] += len({f.path for f in warned if f.path.endswith(".meaning")})
    counts["findings before"] += len(warned)
    counts["findings after"] += sum(complaints(last).values())
    counts["harm: more or graver findings"] += any(
        number > complaints(first)[severity] for severity, number in complaints(last).items()
    )
    return counts


async def run(options: argparse.Namespace) -> Counter[str]:
    """Counts over all articles asked for."""
    wanted = set(filter(None, options.only.split(",")))
    golds = [gold for gold in read_gold(options.gold) if not wanted or gold.id in wanted]
    settings = Settings(strategy=options.strategy)
    total: Counter[str] = Counter()
    async with AsyncExitStack() as stack:
        client, _ = await open_client(stack, resolve_endpoint("local"), options.replay, options.record)
        for gold in golds:
            try:
                with cassette(gold.id):
                    total += await measure(gold, client, settings)
            except ModelError as error:
                print(f"{gold.id}: {error}")
                total["articles that failed"] += 1
    return total


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("gold", nargs="+", type=Path)
    options.add_argument("--strategy", default="steps", choices=["steps", "one-call"])
    options.add_argument("--only", default="")
    options.add_argument("--replay", type=Path)
    options.add_argument("--record", type=Path)
    total = asyncio.run(run(options.parse_args()))
    rows = [
        "articles", "articles that failed", "fields with a finding", "meanings with a finding", "asked again", "kept", "findings before",
        "findings after", "harm: more or graver findings", "gold: right before, wrong after",
        "gold: wrong before, right after", "tokens",
    ]  # fmt: skip
    for name in rows:
        print(f"{name:34} {total[name]:6}")
    if total["kept"]:
        print(f"{'tokens per repaired field':34} {total['tokens'] / total['kept']:6.0f}")


if __name__ == "__main__":
    main()
