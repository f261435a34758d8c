"""The command `summarizer`: its sub-commands are loaded when they are called."""

from __future__ import annotations

import importlib

import click

from summarizer._version import __version__

# name: module of this room, its command, one line of help
COMMANDS: dict[str, tuple[str, str, str]] = {
    "run": ("run", "run", "Summarise pages into checked records."),
    "split": ("split", "split", "Show the articles of a page, without a model."),
    "check": ("check", "check", "Check stored records against their articles anew, without a model."),
    "export": ("export", "export", "Turn records into CSV, Markdown, HTML, Parquet or JSONL."),
    "eval": ("eval", "evaluate", "Score a model or records against gold."),
    "runs": ("runs", "runs", "List, show and forget the runs of the run store."),
    "batches": ("batches", "batches", "Follow requests sent through a Batch API."),
    "models": ("models", "models", "Fetch, find and remove the model that ships."),
    "record": ("record", "record", "Record the local model's answers for offline tests."),
}

EPILOG = """
Exit codes: 0 all done; 1 none done; 2 wrong usage; 3 some articles failed, or have contradicted numbers
under --strict; 130 interrupted (what was done is kept). Data goes to standard output, all else to standard
error.
"""


class LazyGroup(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"summarizer.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, _, text) in COMMANDS.items()])


@click.command(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="summarizer")
def cli() -> None:
    """Newspaper pages in, checked records out: decisions, figures, people, each number traced to its source.

    Works with any OpenAI-compatible endpoint (OPENAI_API_KEY, OPENAI_BASE_URL, --model, --base-url). With
    none configured it runs the model that ships on this machine.

    \b
      summarizer run page.txt                       a report of each article
      summarizer run pages/ -o records.jsonl        a folder, records to a file
      summarizer export records.jsonl -f html -o report.html
    """
