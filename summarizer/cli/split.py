"""`summarizer split`: the articles of pages, without a model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli.console import Console, stdin_bytes

if TYPE_CHECKING:
    from summarizer.inputs.types import Input, PageText
    from summarizer.splitter.page import Page


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--explain", is_flag=True, help="Print the page with margins that show each part and why.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a page.")
def split(paths: tuple[str, ...], explain: bool, as_json: bool) -> int:
    """Show the articles of each page: headline, byline, text.

    PATH is a file (text, HTML, PDF, JSONL of {"id", "text"}), a directory, a pattern, or - for stdin.
    """
    from summarizer.inputs import PageText, Skipped, read_pages

    console = Console()
    done = failed = 0
    for item in read_pages(paths, stdin_bytes()):
        if isinstance(item, PageText):
            done += 1
            for note in item.notes:
                console.note(f"{where(item)}: {note}")
            console.data(_show(item, explain=explain, as_json=as_json))
        else:
            failed += not isinstance(item, Skipped)
            console.warn(f"{where(item)}: {item.reason}")
    return 3 if failed and done else 0 if done else 1


def where(item: Input) -> str:
    """Return the name of an input, with its page where it has several."""
    return item.source + (f" page {item.page}" if item.page and item.page > 1 else "")


def _show(item: PageText, *, explain: bool, as_json: bool) -> str:
    from summarizer.splitter import split as split_page

    page = split_page(item.text)
    if as_json:
        return json.dumps(_as_dict(item, page), ensure_ascii=False) + "\n"
    if explain:
        from summarizer.cli.explain import explained

        return explained(item, page)
    return _plain(item, page)


def _plain(item: PageText, page: Page) -> str:
    from summarizer.report.cells import clean

    lines = [f"# {clean(where(item))}: {len(page)} articles", ""]
    for article in page:
        by = " · ".join(clean(part) for part in (article.byline, article.dateline, article.credit) if part)
        lines.append(f"[{article.id}] {clean(article.headline or '-')}" + (f"  ({by})" if by else ""))
        heads = [article.kicker or "", *article.deck]
        lines += [f"    {clean(part)}" for part in heads if part]
        lines += [*map(clean, article.body.split("\n")), ""]
    return "\n".join(lines) + "\n"


def _as_dict(item: PageText, page: Page) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "source": item.source,
        "page": item.page,
        "articles": [asdict(article) | {"text": article.text} for article in page],
        "furniture": [asdict(span) for span in page.furniture],
        "residue": [asdict(span) for span in page.residue],
    }
