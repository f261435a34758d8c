"""Files that are written whole or not at all, and files that grow line by line."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from summarizer.errors import OutputError

SYNC_SECONDS = 1.0

_ADVICE = {
    errno.ENOSPC: "the disk is full: make room, or write elsewhere",
    errno.EDQUOT: "the disk quota is used up: make room, or write elsewhere",
    errno.EACCES: "no permission to write there: choose another place",
    errno.EPERM: "no permission to write there: choose another place",
    errno.EROFS: "the file system is read-only: choose another place",
    errno.EISDIR: "it is a directory: name a file",
    errno.ENOTDIR: "a part of the path is no directory: choose another place",
    errno.ENOENT: "the directory doesn't exist: create it first",
    errno.EFBIG: "the file grew past the limit of its file system: write elsewhere",
}


def output_error(path: Path | str, error: OSError) -> OutputError:
    """Return the error that says why `path` can't be written and what to do."""
    advice = _ADVICE.get(error.errno or 0, error.strerror or type(error).__name__)
    return OutputError(f"{path}: can't be written: {advice}")


@contextmanager
def replaced(
    path: Path, *, binary: bool = False, encoding: str = "utf-8", newline: str = "\n"
) -> Iterator[IO[Any]]:
    """Open a file that takes the place of `path` when the block ends well, and is gone when it doesn't.

    Raises OutputError, also for a full disk found at the end.
    """
    file: IO[Any] | None = None
    try:
        options: dict[str, Any] = {} if binary else {"encoding": encoding, "newline": newline}
        file = NamedTemporaryFile(  # noqa: SIM115 - closed and moved below
            "wb" if binary else "w",
            dir=path.parent,
            prefix=f".{path.name[:100]}.",
            suffix=".part",
            delete=False,
            **options,
        )
        yield file
        file.flush()
        os.fsync(file.fileno())
        file.close()
        _share(Path(file.name), path)
        Path(file.name).replace(path)
    except OSError as error:
        raise output_error(path, error) from error
    finally:
        if file is not None:
            with suppress(OSError):
                file.close()
            with suppress(OSError):
                Path(file.name).unlink()


def _share(new: Path, old: Path) -> None:
    """Give a temporary file the rights of the one it replaces, or of a new one."""
    try:
        mode = old.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        mode = 0o666 & ~mask
    new.chmod(mode)


class Lines:
    """A file that grows by whole lines: after a crash it holds all that were written, healed no half one.

    Each line is with the system when `write` returns, and on the disk a second later.
    """

    def __init__(self, path: Path, *, append: bool) -> None:
        """Open `path`, to add after its last whole line or to replace all it holds with the first line.

        Raises OutputError, also while another process has the file open in this way.
        """
        self._path = path
        self._synced = time.monotonic()
        self._empty_first = not append
        try:
            self._file = path.open("ab", buffering=0)
            self._regular = path.is_file()
            if self._regular:
                _reserve(self._file, path)
            self.healed = _heal(path) if append else 0
        except OSError as error:
            raise output_error(path, error) from error

    def write(self, line: str) -> None:
        """Append a line. Raises OutputError; a torn line is taken back."""
        end = 0
        try:
            if self._empty_first and self._regular:
                self._file.truncate(0)
            self._empty_first = False
            end = self._file.seek(0, os.SEEK_END) if self._regular else 0
            self._write(line.encode("utf-8") + b"\n")
            if time.monotonic() - self._synced > SYNC_SECONDS:
                self._sync()
        except OSError as error:
            if self._regular:
                with suppress(OSError):
                    os.ftruncate(self._file.fileno(), end)
            raise output_error(self._path, error) from error

    def _write(self, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) or 0 :]

    def _sync(self) -> None:
        if self._regular:
            os.fsync(self._file.fileno())
        self._synced = time.monotonic()

    def close(self) -> None:
        """Bring all lines to the disk and close the file. Raises OutputError."""
        try:
            with self._file:
                self._sync()
        except OSError as error:
            raise output_error(self._path, error) from error


def _reserve(file: IO[bytes], path: Path) -> None:
    """Keep a file for this process until it is closed; where the system can't do that, nothing happens."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise OutputError(
            f"{path}: another run is writing it: let that one end first, or name another file"
        ) from None
    except OSError:
        return  # a network file system without locks


def _heal(path: Path) -> int:
    """Cut off what follows the last line end (a crash tore it), and return its length in bytes."""
    if not path.is_file():
        return 0
    with path.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        end = size
        while end > 0:
            start = max(0, end - 65536)
            file.seek(start)
            found = file.read(end - start).rfind(b"\n")
            if found >= 0:
                end = start + found + 1
                break
            end = start
        file.truncate(end)
    return size - end
