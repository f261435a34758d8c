"""Where the records of a run go: a report on stdout, lines in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from summarizer.cli.console import Console, coloured, styled, width
from summarizer.errors import ConfigError, OutputError
from summarizer.report.files import Lines, output_error
from summarizer.report.records import Identity, identities, identity

if TYPE_CHECKING:
    from summarizer.run.types import RecordReady

Format = Literal["text", "json", "markdown"]


class ReaderGoneError(OutputError):
    """Whoever read stdout has gone away."""


class Report:
    """Prints each record to stdout."""

    def __init__(self, console: Console, form: Format, *, evidence: bool) -> None:
        from summarizer.report.text import TextReport, plain

        self._console, self._form, self._evidence = console, form, evidence
        self._text = TextReport(width(), evidence=evidence, style=styled if coloured() else plain)
        self._page: tuple[str, int] | None = None

    def take(self, event: RecordReady) -> None:
        """Print a record. Raises OutputError; ReaderGoneError when nobody reads on."""
        try:
            self._console.data(self._shown(event))
        except BrokenPipeError as error:
            raise ReaderGoneError("nobody reads the output any more") from error
        except OSError as error:
            raise output_error("standard output", error) from error

    def _shown(self, event: RecordReady) -> str:
        if self._form == "json":
            return event.json + "\n"
        if self._form == "text":
            return self._text.render(event.record) + "\n"
        from summarizer.report import markdown

        record, page = event.record, (event.source, event.page)
        heading = "" if page == self._page else markdown.page_heading(record)
        self._page = page
        return heading + markdown.render(record, evidence=self._evidence)


class RecordsFile:
    """Appends each record to a JSONL file, those that stand in it already left out."""

    def __init__(self, path: Path, *, append: bool, force: bool, console: Console) -> None:
        """Open the file. Raises OutputError, and ConfigError when it holds something already."""
        self._seen: set[Identity] = set()
        try:
            holds = path.is_file() and path.stat().st_size > 0
        except OSError as error:
            raise output_error(path, error) from error
        if holds and not (append or force):
            raise ConfigError(f"{path} exists: add to it with --append, or replace it with --force")
        self._lines = Lines(path, append=not force)
        if append and path.is_file():  # read now that no other run can add to it
            self._seen.update(identities(path))
        if self._lines.healed:
            console.note(f"{path}: took away an incomplete last line ({self._lines.healed} bytes)")

    def take(self, event: RecordReady) -> None:
        """Append a record. Raises OutputError."""
        name = identity(event.json)
        if name not in self._seen:
            self._lines.write(event.json)
            if name is not None:
                self._seen.add(name)

    def close(self) -> None:
        """Bring all to the disk. Raises OutputError."""
        self._lines.close()
