"""`summarizer run`: pages in, checked records out."""

from __future__ import annotations

from typing import Any

import click

_POSITIVE = click.FloatRange(0, min_open=True)

_PARAMS: list[click.Parameter] = [
    click.Argument(["paths"], nargs=-1, metavar="PATH..."),
    # In and out
    click.Option(
        ["--files-from"], metavar="FILE", help="Read more paths from FILE, one a line (- is stdin)."
    ),
    click.Option(["-o", "--output"], metavar="FILE", help="Write records to FILE, one JSON object a line."),
    click.Option(
        ["--format", "form"],
        type=click.Choice(["text", "json", "markdown"]),
        help="What goes to stdout.  [default: text; nothing with -o and --quiet]",
    ),
    click.Option(["--evidence"], is_flag=True, help="Show the words that each statement rests on."),
    click.Option(["--append"], is_flag=True, help="Add to an existing FILE what isn't in it."),
    click.Option(["--force"], is_flag=True, help="Replace an existing FILE."),
    click.Option(["--ordered"], is_flag=True, help="Write JSON records in the order of the input."),
    click.Option(["--summary"], metavar="FILE", help="Write the account of the run to FILE as JSON."),
    click.Option(["--strict"], is_flag=True, help="Exit with 3 when the checks contradict a number."),
    click.Option(["-q", "--quiet"], is_flag=True, help="Only failures on stderr: no progress, no notes."),
    # The model
    click.Option(["--model"], metavar="NAME", help="Model of the endpoint, or a GGUF file to run here."),
    click.Option(["--base-url"], metavar="URL", help="An OpenAI-compatible endpoint (or OPENAI_BASE_URL)."),
    click.Option(
        ["--strategy"],
        type=click.Choice(["auto", "steps", "one-call"]),
        help="How the model is asked.  [default: auto]",
    ),
    click.Option(
        ["--repair"],
        type=click.IntRange(0),
        metavar="N",
        help="Requests an article may cost when its checks complain.",
    ),
    # Money and time
    click.Option(["--dry-run"], is_flag=True, help="Print articles, tokens and cost; call no model."),
    click.Option(
        ["--max-cost"], type=click.FloatRange(0), metavar="DOLLARS", help="Stop when the run has cost this."
    ),
    click.Option(
        ["--max-tokens"],
        type=click.IntRange(1),
        metavar="N",
        help="Stop when the run has used so many tokens.",
    ),
    click.Option(
        ["--concurrency"],
        type=click.IntRange(1, 1000),
        metavar="N",
        help="Articles at once.  [default: 8; local model 1; ray 32 an actor]",
    ),
    click.Option(["--requests-per-minute"], type=_POSITIVE, metavar="N", help="Limit of the endpoint."),
    click.Option(["--tokens-per-minute"], type=_POSITIVE, metavar="N", help="Limit of the endpoint."),
    click.Option(["--timeout"], type=_POSITIVE, metavar="SECONDS", help="Longest work on one article."),
    click.Option(["--retry-failed"], is_flag=True, help="Try articles again that failed in an earlier run."),
    click.Option(
        ["--route"],
        type=click.Choice(["live", "batch"]),
        default="live",
        help="Ask one by one, or through the endpoint's Batch API.",
    ),
    click.Option(
        ["--engine"],
        type=click.Choice(["local", "ray"]),
        default="local",
        help="Work in this process, or on the Ray cluster of RAY_ADDRESS.",
    ),
    click.Option(
        ["--wait/--no-wait"], default=True, help="With --route batch: wait for the answers, or only send."
    ),
]


@click.command(params=_PARAMS)
def run(**given: Any) -> int:  # noqa: ANN401 - see running.Options
    """Summarise every article of the pages at PATH and check each number against its source.

    PATH is a file (text in any usual encoding, HTML, PDF, JSONL of {"id", "text"}), a directory (read
    recursively), a pattern, or - for standard input. A form feed in a text begins a new page.

    Every answer is kept in the run store (`summarizer runs path`): the same article costs no second call, and
    a run that was stopped goes on where it was when it is started again.

    \b
    Exit codes:
      0    every article is done
      1    none is done
      2    wrong usage
      3    some pages or articles failed; with --strict also: numbers are contradicted
      130  interrupted; what was done is kept
    """
    from summarizer.cli.running import Options, execute
    from summarizer.model.endpoint import resolve_endpoint

    options = Options(**given)
    if not options.paths and options.files_from is None:
        raise click.UsageError("give a PATH (a file, a directory, a pattern, or - for standard input)")
    if options.force and options.append:
        raise click.UsageError("--force replaces and --append adds: give one of them")
    endpoint = resolve_endpoint(options.model, options.base_url)
    if options.route == "batch" and endpoint.kind == "local":
        raise click.UsageError("the local model has no Batch API: name an endpoint (--model, --base-url)")
    if options.engine == "ray" and (options.route == "batch" or endpoint.kind == "local"):
        raise click.UsageError("--engine ray asks an endpoint that every node can reach (--base-url), live")
    return execute(options, endpoint)
