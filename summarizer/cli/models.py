"""`summarizer models`: the weights of the model that ships, on disk."""

from __future__ import annotations

import json
from typing import Any

import click

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


@click.group()
def models() -> None:
    """Fetch, find and remove the model that ships.

    It is fetched when first needed. Any other GGUF file runs with --model PATH.gguf. The folder is in the
    user's cache folder, or in SUMMARIZER_CACHE.
    """


@models.command("list")
@as_json
def list_(as_json: bool) -> None:
    """List the local models, and whether they are here."""
    rows = _rows()
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        click.echo(f"{row['name']}  {row['state']}  {row['bytes'] / 1e6:,.0f} MB  {row['path']}")


@models.command()
def pull() -> None:
    """Fetch the model that ships (1.1 GB, once); an interrupted fetch goes on where it was."""
    from summarizer.cli.console import Console
    from summarizer.cli.work import told
    from summarizer.model.local import weights

    console = Console()
    path = weights.ensure(on_progress=lambda progress: console.progress(told(progress)), say=console.note)
    console.progress("", ended=True)
    click.echo(path)


@models.command()
@as_json
def path(as_json: bool) -> None:
    """Print where the model that ships is, or would be."""
    from summarizer.model.local.weights import SHIPPED, models_dir, state

    place = models_dir() / SHIPPED.file
    found = {"path": str(place), "exists": place.exists(), "state": state()[0]}
    click.echo(json.dumps(found, ensure_ascii=False, indent=2) if as_json else place)


@models.command()
@click.option("-y", "--yes", is_flag=True, help="Don't ask.")
def remove(yes: bool) -> None:
    """Remove the model that ships, and what an interrupted fetch left."""
    from summarizer.model.local import weights

    kind, size = weights.state()
    if kind == "absent":
        click.echo("nothing to remove", err=True)
        return
    if not yes:
        click.confirm(f"Remove {size / 1e6:,.0f} MB from {weights.models_dir()}?", abort=True, err=True)
    click.echo(f"{weights.remove() / 1e6:,.0f} MB freed", err=True)


def _rows() -> list[dict[str, Any]]:
    """The model that ships, and other GGUF files that lie in its folder."""
    from summarizer.model.endpoint import SHIPPED_MODEL
    from summarizer.model.local.weights import SHIPPED, models_dir, state

    folder = models_dir()
    kind, size = state()
    rows: list[dict[str, Any]] = [
        {
            "name": SHIPPED_MODEL,
            "state": kind,
            "bytes": size,
            "full_bytes": SHIPPED.size,
            "sha256": SHIPPED.sha256,
            "ships": True,
            "path": str(folder / SHIPPED.file),
        }
    ]
    for other in sorted(folder.glob("*.gguf")):
        if other.name != SHIPPED.file:
            size = other.stat().st_size
            rows.append(
                {
                    "name": other.stem,
                    "state": "here",
                    "bytes": size,
                    "full_bytes": size,
                    "ships": False,
                    "path": str(other),
                }
            )
    return rows
