"""Records from and to JSONL files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.schema import ArticleRecord

Identity = tuple[object, ...]


def read_records(path: str) -> Iterator[ArticleRecord]:
    """Yield the records of a JSONL file ("-" is stdin), one at a time.

    Of an article that stands in a file more than once (it failed, and was done in a later run) the last
    counts. Raises InputError that names the line.
    """
    from pydantic import ValidationError

    from summarizer.schema import SCHEMA_VERSION, ArticleRecord

    last = _last_lines(path)
    for number, line in _lines(path):
        if last is not None and number not in last:
            continue
        try:
            record = ArticleRecord.model_validate_json(line)
        except ValidationError as error:
            problem = _other_schema(line) or f"not a record: {_first(error)}"
            raise InputError(f"{path}:{number}: {problem}") from None
        if record.provenance.schema_version != SCHEMA_VERSION:
            raise InputError(f"{path}:{number}: {_other_schema(line)}")
        yield record


def _other_schema(line: bytes) -> str | None:
    """Return what to say of a record of another schema than this program's; None where that isn't it."""
    from summarizer.schema import SCHEMA_VERSION

    try:
        version = json.loads(line)["provenance"]["schema_version"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if version == SCHEMA_VERSION:
        return None
    return (
        f"a record of schema version {str(version)[:20]}, and this summarizer reads {SCHEMA_VERSION}: "
        "read it with the version that made it, or run the pages again"
    )


def identities(path: Path) -> Iterator[Identity]:
    """Yield what tells the records of a file apart; lines that aren't records are passed over."""
    for _, line in _lines(str(path)):
        if (name := identity(line)) is not None:
            yield name


def identity(line: str | bytes) -> Identity | None:
    """Return what tells a record from others: content key, place, how it ended; None for other lines."""
    try:
        row = json.loads(line)
        article = row["article"]
        name = (
            row["provenance"]["content_key"],
            article["source"],
            article["page"],
            article["id"],
            row["status"],
        )
        hash(name)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return name


def _last_lines(path: str) -> set[int] | None:
    """Return the numbers of the lines that count, None where all may."""
    if path == "-" or not Path(path).is_file():  # what can be read only once
        return None
    last: dict[object, int] = {}
    for number, line in _lines(path):
        name = identity(line)
        last[number if name is None else name[:-1]] = number
    return set(last.values())


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    with ExitStack() as stack:
        try:
            file: BinaryIO = _stdin() if path == "-" else stack.enter_context(Path(path).open("rb"))
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
        except OSError as error:
            raise InputError(f"{path}: can't be read: {error.strerror or error}") from error


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("there is no standard input to read")
    return sys.stdin.buffer


def _first(error: object) -> str:
    problem = error.errors(include_url=False, include_input=False)[0]  # type: ignore[attr-defined]
    where = ".".join(str(step) for step in problem["loc"])
    return f"{where}: {problem['msg']}" if where else str(problem["msg"])
