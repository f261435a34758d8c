"""`summarizer split`: the articles of pages, without a model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli.console import Console, stdin_bytes

if TYPE_CHECKING:
    from summarizer.inputs.types import Input, PageText
    from summarizer.splitter.jumps import Part
    from summarizer.splitter.page import Article, Page

INTERLEAVED = (
    "lines of several columns seem to be mixed: don't trust its articles; extract its text column by column"
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--explain", is_flag=True, help="Print the page with margins that show each part and why.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a page.")
def split(paths: tuple[str, ...], explain: bool, as_json: bool) -> int:
    """Show the articles of each page: headline, byline, text.

    PATH is a file (text, HTML, PDF, JSONL of {"id", "text"}), a directory, a pattern, or - for stdin.
    """
    from summarizer.inputs import PageText, Skipped, read_pages
    from summarizer.splitter import split as split_page
    from summarizer.splitter.jumps import parts

    console = Console()
    done = failed = 0
    source = ""
    pieces: list[Part] = []
    for item in read_pages(paths, stdin_bytes()):
        if isinstance(item, PageText):
            done += 1
            for note in item.notes:
                console.note(f"{where(item)}: {note}")
            page = split_page(item.text)
            if page.interleaved:
                console.warn(f"{where(item)}: {INTERLEAVED}")
            if item.source != source:
                _say_links(console, source, pieces)
                source, pieces = item.source, []
            pieces += parts(item.page, page)
            console.data(_show(item, page, explain=explain, as_json=as_json))
        else:
            failed += not isinstance(item, Skipped)
            console.warn(f"{where(item)}: {item.reason}")
    _say_links(console, source, pieces)
    return 3 if failed and done else 0 if done else 1


def where(item: Input) -> str:
    """Return the name of an input, with its page where it has several."""
    return item.source + (f" page {item.page}" if item.page and item.page > 1 else "")


def _say_links(console: Console, source: str, pieces: list[Part]) -> None:
    """Say which pieces of one file belong together, once the whole file was read."""
    from summarizer.splitter.jumps import link

    for pair in link(pieces):
        console.note(
            f"{source}: [{pair.id}] of page {pair.page} goes on as [{pair.next_id}] of page {pair.next_page}"
        )


def _show(item: PageText, page: Page, *, explain: bool, as_json: bool) -> str:
    if as_json:
        return json.dumps(_as_dict(item, page), ensure_ascii=False) + "\n"
    if explain:
        from summarizer.cli.explain import explained

        return explained(item, page)
    return _plain(item, page)


def jumps(article: Article) -> list[str]:
    """Return what an article's jump lines say, in words."""
    said = [("continued from page", article.continued_from), ("continues on page", article.continues_on)]
    return [f"{words} {label}" for words, label in said if label]


def _plain(item: PageText, page: Page) -> str:
    from summarizer.report.cells import clean

    lines = [f"# {clean(where(item))}: {len(page)} articles", ""]
    for article in page:
        lines.append(f"[{article.id}] {clean(article.headline or '(no headline)')}{_by(article)}")
        lines += [f"    ({words})" for words in jumps(article)]
        heads = [article.kicker or "", *article.deck]
        lines += [f"    {clean(part)}" for part in heads if part]
        lines += [*map(clean, article.body.split("\n")), ""]
    return "\n".join(lines) + "\n"


def _by(article: Article) -> str:
    """Return who and where an article is from, in one pair of brackets; nothing is said twice."""
    from summarizer.report.cells import clean

    said: list[str] = []
    for part in (article.byline, article.dateline, article.credit):
        bare = clean(part or "").strip("（）()【】 ")
        if bare and not any(bare in one for one in said):
            said.append(bare)
    return f"  ({' · '.join(said)})" if said else ""


def _as_dict(item: PageText, page: Page) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        "source": item.source,
        "page": item.page,
        "articles": [asdict(article) | {"text": article.text} for article in page],
        "furniture": [asdict(span) for span in page.furniture],
        "residue": [asdict(span) for span in page.residue],
    }
