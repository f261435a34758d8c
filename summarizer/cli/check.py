"""`summarizer check`: stored records against their articles, without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from summarizer.cli.console import Console, coloured, styled, width

if TYPE_CHECKING:
    from summarizer.schema import ArticleRecord


# What the making of a record found, and no check of it could find again.
_OF_THE_EXTRACTION = frozenset(
    {
        "attendee-left-out",
        "decided-by-elsewhere",
        "decision-from-orders",
        "decision-left-out",
        "list-cut",
        "words-not-borne-out",
    }
)


@click.command()
@click.argument("records", metavar="RECORDS.jsonl")
@click.option("--json", "as_json", is_flag=True, help="Print the records with their new findings.")
@click.option("--evidence", is_flag=True, help="Show the words of the article that each statement rests on.")
@click.option("--strict", is_flag=True, help="Exit with 3 when the checks contradict a number.")
@click.option("-q", "--quiet", is_flag=True, help="Print only the records with findings, and no account.")
def check(records: str, as_json: bool, evidence: bool, strict: bool, quiet: bool) -> int:
    """Check the records of a file (- is standard input) against the articles they hold. Calls no model.

    Findings are made anew, so that records of an older version get the checks of this one.

    \b
    Exit codes: 0 all records are done; 1 none is; 3 some failed, or with --strict: numbers are contradicted.
    """
    from summarizer.report.marks import contradicted, severities
    from summarizer.report.records import read_records
    from summarizer.report.text import TextReport, plain

    console = Console(quiet=quiet)
    report = TextReport(width(), evidence=evidence, style=styled if coloured() else plain)
    done = failed = wrong = changed = 0
    counts = dict.fromkeys(("error", "warning", "info"), 0)
    for stored in read_records(records):
        record = checked(stored)
        done += record.status == "done"
        failed += record.status == "failed"
        wrong += contradicted(record)
        changed += record.findings != stored.findings
        found = severities(record)
        for name in counts:
            counts[name] += found[name]
        if as_json:
            console.data(record.model_dump_json() + "\n")
        elif not quiet or found["error"] or found["warning"] or record.status == "failed":
            console.data(report.render(record) + "\n")
    console.note(
        f"records {done + failed} = {done} done + {failed} failed; findings: {counts['error']} errors, "
        f"{counts['warning']} warnings, {counts['info']} notes; {wrong} with contradicted numbers; "
        f"{changed} with other findings than stored"
    )
    return 1 if not done else 3 if failed or (strict and wrong) else 0


def checked(record: ArticleRecord) -> ArticleRecord:
    """Return a record with the findings of this version's checks; a failed one as it is."""
    if record.summary is None:
        return record
    from summarizer.checks import check_record
    from summarizer.model.prompts import all_markers

    kept = [finding for finding in record.findings if finding.code in _OF_THE_EXTRACTION]
    found = check_record(record.summary, record.article, examples=all_markers(record.article.language))
    return record.model_copy(update={"findings": [*kept, *found]})
