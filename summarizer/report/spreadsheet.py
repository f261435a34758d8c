"""The four tables as CSV that spreadsheets open rightly, and as Parquet."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import Any

from summarizer.errors import OutputError
from summarizer.report.files import replaced
from summarizer.report.tables import TABLES, Cell, Row, Type, rows
from summarizer.schema import ArticleRecord

# A spreadsheet runs a cell that begins like this; an apostrophe makes it text.
_FORMULA = re.compile(r"^[\s\x00-\x1f]*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"^[+-]?[0-9][0-9.,]*%?$")
# It takes these for dates and times or rounds them: votes "5-2", scores "3:1", 2月27日, long ids. A tab
# before them keeps them as they are.
_MISTAKEN = re.compile(
    r"^(?:\d{1,4}[-/]\d{1,2}(?:[-/]\d{1,4})?|\d{1,4}\.\d{1,2}\.\d{1,4}|\d{1,4}:\d{1,2}(?::\d{1,2})?"
    r"|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|0\d+|\d{16,}|\d+[eE]\d+)$"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_MOST = 32_767  # characters that a cell of a spreadsheet can hold
_BATCH = 2_000


def cell(value: Cell) -> str:
    """Return a cell: numbers exact, text kept from becoming a formula or a date."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if not isinstance(value, str):
        return str(value)
    text = _CONTROL.sub("\ufffd", value.replace("\r\n", "\n").replace("\r", "\n"))
    if _FORMULA.match(text) and not _NUMBER.match(text):
        text = "'" + text
    elif _MISTAKEN.match(text):
        text = "\t" + text
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"


def write_csv(records: Iterable[ArticleRecord], directory: Path) -> list[Path]:
    """Write articles.csv, decisions.csv, figures.csv, attendees.csv as UTF-8 with its mark; return them.

    Each file appears whole or not at all. Text that a cell can't hold (32,767 characters) is cut and ends
    with "…"; the JSONL has it all. Raises OutputError.
    """
    with ExitStack() as stack:
        files, writers = {}, {}
        for name, columns in TABLES.items():
            file = stack.enter_context(replaced(directory / f"{name}.csv", encoding="utf-8-sig", newline=""))
            files[name] = directory / f"{name}.csv"
            writers[name] = csv.DictWriter(file, list(columns), lineterminator="\r\n")
            writers[name].writeheader()
        for record in records:
            for name, row in rows(record):
                writers[name].writerow({column: cell(value) for column, value in row.items()})
    return list(files.values())


def write_parquet(records: Iterable[ArticleRecord], directory: Path) -> list[Path]:
    """Write articles.parquet and so on; return them. Values are floats, and beside them exact text."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise OutputError("Parquet needs one more package: pip install 'summarizer[parquet]'") from error
    types: dict[Type, Any] = {
        "text": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "exact": arrow.float64(),
    }
    with ExitStack() as stack:
        buffers: dict[str, _Buffer] = {}
        for name, columns in TABLES.items():
            schema = arrow.schema([(column, types[kind]) for column, kind in _parquet_columns(columns)])
            file = stack.enter_context(replaced(directory / f"{name}.parquet", binary=True))
            writer = stack.enter_context(parquet.ParquetWriter(file, schema, compression="zstd"))
            buffers[name] = _Buffer(columns, schema, writer, arrow.Table.from_pylist)
        for record in records:
            for name, row in rows(record):
                buffers[name].add(row)
        for buffer in buffers.values():
            buffer.flush()
    return [directory / f"{name}.parquet" for name in TABLES]


def _parquet_columns(columns: dict[str, Type]) -> Iterator[tuple[str, Type]]:
    for column, kind in columns.items():
        yield column, kind
        if kind == "exact":
            yield f"{column}_exact", "text"


class _Buffer:
    """Rows of one table on their way to a file, a batch at a time."""

    def __init__(  # pyarrow has no types
        self,
        columns: dict[str, Type],
        schema: Any,  # noqa: ANN401
        writer: Any,  # noqa: ANN401
        table: Callable[..., Any],
    ) -> None:
        self._columns, self._schema, self._writer, self._table = columns, schema, writer, table
        self._rows: list[dict[str, Cell]] = []

    def add(self, row: Row) -> None:
        """Take a row; write the batch when it is full."""
        for column, kind in self._columns.items():
            value = row[column]
            if kind == "exact" and isinstance(value, Decimal):
                row |= {column: float(value), f"{column}_exact": format(value.normalize(), "f")}
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        """Write the rows that are held."""
        if self._rows:
            self._writer.write_table(self._table(self._rows, schema=self._schema))
            self._rows.clear()
