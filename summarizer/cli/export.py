"""`summarizer export`: records into what people and spreadsheets open."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from summarizer.schema import ArticleRecord

    Pieces = Callable[[Iterable[ArticleRecord]], Iterator[str]]

FORMATS = ("csv", "markdown", "html", "parquet", "jsonl")
_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html", ".jsonl": "jsonl"}
_TABLES = ("csv", "parquet")
_UNSAFE_NAME = re.compile(r"[^\w.-]+")


@click.command()
@click.argument("records", metavar="RECORDS.jsonl")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="What to make.  [default: by the name of the output]",
)
@click.option(
    "-o", "--output", metavar="PATH", help="A file; for csv and parquet a directory.  [default: stdout]"
)
@click.option("--force", is_flag=True, help="Replace what exists.")
def export(records: str, form: str | None, output: str | None, force: bool) -> int:
    """Turn the records of a file (- is standard input) into tables or pages to read.

    \b
      csv, parquet  four tables in a directory: articles, decisions, figures, attendees
      markdown      a briefing; with a directory as output, one file for each page
      html          one page: each article's text with its evidence marked, beside its record
      jsonl         the records, of an article that stands there twice the last
    """
    from summarizer.report.records import read_records

    form = form or _SUFFIXES.get(Path(output or "").suffix.lower())
    if form is None:
        raise click.UsageError(f"say what to make with --format ({', '.join(FORMATS)})")
    if output is not None:
        _not_onto_itself(records, Path(output))
    if form in _TABLES:
        if output is None:
            raise click.UsageError(f"{form} makes several files: name a directory with --output")
        written = _tables(form, read_records(records), Path(output), force=force)
    else:
        written = _pages(form, read_records(records), output, force=force)
    for path in written:
        click.echo(path, err=True)
    return 0


def _tables(form: str, records: Iterator[ArticleRecord], directory: Path, *, force: bool) -> list[Path]:
    from summarizer.report.files import output_error
    from summarizer.report.spreadsheet import write_csv, write_parquet
    from summarizer.report.tables import TABLES

    for name in TABLES:
        _free(directory / f"{name}.{form}", force=force)
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(directory, error) from error
    return (write_csv if form == "csv" else write_parquet)(records, directory)


def _pages(form: str, records: Iterator[ArticleRecord], output: str | None, *, force: bool) -> list[Path]:
    from summarizer.report.files import replaced

    pieces = _pieces(form)
    if output is None:
        for piece in pieces(records):
            sys.stdout.write(piece)
        return []
    path = Path(output)
    if form == "markdown" and (path.is_dir() or output.endswith("/")):
        return _one_a_page(pieces, records, path, force=force)
    _free(path, force=force)
    with replaced(path) as file:
        for piece in pieces(records):
            file.write(piece)
    return [path]


def _one_a_page(pieces: Pieces, records: Iterator[ArticleRecord], folder: Path, *, force: bool) -> list[Path]:
    from summarizer.report.files import output_error, replaced

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(folder, error) from error
    written: list[Path] = []
    # Pages of one run stand together; those of a file that was added to may not.
    ordered = sorted(records, key=lambda record: (record.article.source or "", record.article.page))
    for (source, number), page in groupby(
        ordered, key=lambda record: (record.article.source, record.article.page)
    ):
        stem = _UNSAFE_NAME.sub("_", Path(source or "page").stem)[:100] or "page"
        path = folder / f"{stem}-{number}.md"
        if path in written:  # the same name in another directory
            path = folder / f"{stem}-{number}-{len(written)}.md"
        _free(path, force=force)
        with replaced(path) as file:
            file.writelines(pieces(page))
        written.append(path)
    return written


def _pieces(form: str) -> Pieces:
    from summarizer.report import html, markdown

    if form == "html":
        return html.render
    if form == "markdown":
        return markdown.briefing
    return lambda records: (record.model_dump_json() + "\n" for record in records)


def _free(path: Path, *, force: bool) -> None:
    if path.exists() and not force:
        raise ConfigError(f"{path} exists: replace it with --force, or name another output")


def _not_onto_itself(records: str, output: Path) -> None:
    try:
        same = records != "-" and output.samefile(records)
    except OSError:
        return
    if same:
        raise ConfigError(f"{output} is the file of the records itself: name another output")
