"""Paths, globs and directories to files, in a stable order."""

from __future__ import annotations

import glob
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.inputs.types import InputFailure, Skipped

# What a directory walk takes for a page. A file that is named outright may have any suffix.
PAGE_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml", ".pdf"})
_DIGITS = re.compile("([0-9]+)")
_UNREADABLE = (
    (stat.S_ISSOCK, "a socket, not a file"),
    (stat.S_ISCHR, "a device, not a file"),
    (stat.S_ISBLK, "a device, not a file"),
)

Found = Path | InputFailure | Skipped


class Finder:
    """Finds the files behind paths; remembers what it has seen, so that no file is read twice in one run."""

    def __init__(self) -> None:
        self._seen: set[tuple[int, int]] = set()

    def find(self, paths: Iterable[str]) -> Iterator[Found]:
        """Yield a Path for each file to read, and the reason for each path that gives none.

        Directories are walked recursively, in natural order (page-2 before page-10). A pattern that the
        shell didn't expand is expanded here.
        """
        for given in paths:
            yield from self._one(given)

    def _one(self, given: str) -> Iterator[Found]:
        if "\0" in given:
            yield InputFailure(shown(given.replace("\0", "\\0")), "no path: it holds a NUL character")
        elif glob.has_magic(given) and not os.path.lexists(given):
            matches = sorted(glob.iglob(given, recursive=True), key=_natural)  # noqa: PTH207 - absolute patterns too
            if not matches:
                yield InputFailure(shown(given), "no file matches this pattern")
            for match in matches:
                yield from self._path(Path(match))
        else:
            yield from self._path(Path(given))

    def _path(self, path: Path) -> Iterator[Found]:
        try:
            status = path.stat()
        except OSError as error:
            yield InputFailure(shown(path), _why(path, error))
            return
        if stat.S_ISDIR(status.st_mode):
            yield from self._directory(path, status)
        elif what := next((words for test, words in _UNREADABLE if test(status.st_mode)), None):
            yield InputFailure(shown(path), f"{what}: give text, HTML or PDF files")
        else:
            yield self._file(path, status)

    def _file(self, path: Path, status: os.stat_result) -> Found:
        # A pipe (`<(pdftotext page.pdf -)`) is new each time; a file under two names is one file.
        if stat.S_ISREG(status.st_mode) and not self._first(status):
            return Skipped(shown(path), "the same file was read under another name or path")
        return path

    def _first(self, status: os.stat_result) -> bool:
        key = (status.st_dev, status.st_ino)
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _directory(self, top: Path, status: os.stat_result) -> Iterator[Found]:
        if not self._first(status):
            yield Skipped(shown(top), "the same directory was read under another name or path")
            return
        pages = 0
        for found in self._walk(top):
            pages += isinstance(found, Path)
            yield found
        if not pages:
            kinds = ", ".join(sorted(PAGE_SUFFIXES))
            yield InputFailure(
                str(top), f"a directory without new pages ({kinds}): name other files one by one"
            )

    def _walk(self, directory: Path) -> Iterator[Found]:
        try:
            with os.scandir(directory) as entries:
                children = sorted((Path(entry) for entry in entries), key=lambda path: _natural(path.name))
        except OSError as error:
            yield InputFailure(shown(directory), _why(directory, error))
            return
        for path in children:
            yield from self._child(path)

    def _child(self, path: Path) -> Iterator[Found]:
        try:
            status = path.stat()
        except OSError as error:
            yield InputFailure(shown(path), _why(path, error))
            return
        if path.name.startswith("."):
            yield Skipped(shown(path), "hidden")
        elif stat.S_ISDIR(status.st_mode):
            # Also what ends a loop of symbolic links.
            if self._first(status):
                yield from self._walk(path)
            else:
                yield Skipped(shown(path), "the same directory was read under another name or path")
        elif path.suffix.lower() not in PAGE_SUFFIXES or not stat.S_ISREG(status.st_mode):
            yield Skipped(shown(path), f"not a page ({path.suffix or 'no suffix'})")
        else:
            yield self._file(path, status)


def shown(path: Path | str) -> str:
    """Return a path as text that can be stored; bytes that are no UTF-8 become a mark."""
    return os.fsencode(path).decode("utf-8", "replace")


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Return a sort key in which numbers count as numbers."""
    return [(1, int(part), "") if part.isdigit() else (0, 0, part) for part in _DIGITS.split(name)]


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "a link that leads nowhere" if path.is_symlink() else "no such file or directory"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or type(error).__name__
