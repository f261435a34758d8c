"""The command line: the only room that prints."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

INTERRUPTED = 130
PIPE_CLOSED = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code; what goes wrong is a line on stderr, never a traceback.

    0 all done, 1 none done, 2 wrong usage, 3 some articles failed (or numbers contradicted, with --strict),
    130 interrupted, 141 the reader of the output went away.
    """
    _speak_utf8()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("interrupted; what was done is kept")
        return INTERRUPTED
    except BrokenPipeError:
        # The interpreter flushes once more at exit; there it must not find the closed pipe.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except OSError as error:
        what = f"{error.filename}: " if error.filename else "the output can't be written: "
        _say(f"Error: {what}{error.strerror or error}")
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:  # noqa: BLE001 - a defect of ours is a line to report, not a page of traceback
        _say(f"Error: {_defect(error)}")
        return 1
    return code


def _defect(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    said = " ".join(str(error).split())
    return f"a defect of summarizer, please report it: {type(error).__name__}: {said} ({where})"


def _run(arguments: Sequence[str] | None) -> int:
    import click

    from summarizer.cli.app import cli
    from summarizer.errors import ConfigError, SummarizerError

    try:
        code = cli.main(
            args=None if arguments is None else list(arguments), prog_name="summarizer", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except ConfigError as error:
        _say(f"Error: {error}")
        return 2
    except SummarizerError as error:
        _say(f"Error: {error}")
        return 1
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says, and never fail on half a character in a file's name."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 - for the rest of the process
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _say(text: str) -> None:
    with suppress(OSError):
        print(text, file=sys.stderr, flush=True)
