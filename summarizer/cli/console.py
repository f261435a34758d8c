"""What commands write: data to stdout, the rest to stderr, a live line where stderr is a terminal."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from typing import BinaryIO

import click

# Seconds between plain lines of progress where nobody watches a terminal.
SELDOM = 15.0

_STYLES: dict[str, dict[str, object]] = {
    "rule": {"dim": True},
    "headline": {"bold": True},
    "section": {"bold": True, "fg": "cyan"},
    "dim": {"dim": True},
    "quote": {"italic": True, "dim": True},
    "term": {"bold": True},
    "ok": {"fg": "green"},
    "info": {"fg": "green"},
    "warning": {"fg": "yellow"},
    "error": {"fg": "red"},
}


def styled(text: str, style: str) -> str:
    """Return text with the terminal's codes of a style."""
    return click.style(text, **_STYLES.get(style, {}))  # type: ignore[arg-type]


def coloured() -> bool:
    """Return whether stdout is a terminal that wants colour (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def stdin_bytes() -> BinaryIO | None:
    """Return standard input as bytes; None where it is closed."""
    return None if sys.stdin is None else sys.stdin.buffer


def width() -> int:
    """Return the width of the terminal in cells, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


class Console:
    """Keeps reports, notes and the live line apart; safe to use from several threads."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not quiet
        self._line = ""
        self._last = time.monotonic()
        self._lock = threading.RLock()

    def data(self, text: str) -> None:
        """Write to stdout as it is."""
        with self._lock:
            self._clear()
            sys.stdout.write(text)
            sys.stdout.flush()
            self._paint()

    def note(self, text: str) -> None:
        """Tell something worth knowing, unless all should be quiet."""
        if not self._quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """Tell something that must be known."""
        from summarizer.report.cells import clean

        with self._lock:
            self._clear()
            click.echo(clean(text), err=True)
            self._paint()

    def progress(self, text: str, *, ended: bool = False) -> None:
        """Show how far it is: on a terminal at once in place of the last, elsewhere a line now and then."""
        if self._quiet:
            return
        with self._lock:
            if self._live:
                self._clear()
                self._line = "" if ended else text
                self._paint()
            elif not ended and time.monotonic() - self._last >= SELDOM:
                self._last = time.monotonic()
                click.echo(text, err=True)

    def _clear(self) -> None:
        if self._line:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()

    def _paint(self) -> None:
        if self._line:
            from rich.cells import set_cell_size

            room = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\x1b[2m" + set_cell_size(self._line, room).rstrip() + "\x1b[0m")
            sys.stderr.flush()
