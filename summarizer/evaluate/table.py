"""Scores as a table for the terminal."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from summarizer.evaluate.interval import Interval, differences, intervals
from summarizer.evaluate.score import Counts, rates


def groups(rows: Mapping[str, Counts], labels: Mapping[str, Sequence[str]]) -> dict[str, list[Counts]]:
    """Return the counts of articles by label, all of them first; `labels` has the labels of each id."""
    found: dict[str, list[Counts]] = {"all": list(rows.values())}
    for name, row in rows.items():
        for label in labels[name]:
            found.setdefault(label, []).append(row)
    return found


def table(columns: Mapping[str, Sequence[Counts]]) -> str:
    """Return the rates of each column; the first one with its 95 % interval."""
    first = next(iter(columns))
    spread = intervals(columns[first])
    scored = {name: rates(rows) for name, rows in columns.items()}
    others = list(columns)[1:]
    head = ["", first, "95 %", *others]
    body = [
        [
            rate,
            _number(value),
            _range(spread[rate]),
            *(_number(scored[name][rate]) for name in others),
        ]
        for rate, value in scored[first].items()
    ]
    sizes = [
        "articles",
        str(len(columns[first])),
        "",
        *(str(len(columns[name])) for name in others),
    ]
    return _aligned([head, sizes, *body])


def comparison(first: Sequence[Counts], second: Sequence[Counts], names: tuple[str, str]) -> str:
    """Return two runs side by side; a difference whose interval leaves out 0 has a star."""
    before, after, spread = rates(first), rates(second), differences(first, second)
    body = []
    for rate in before:
        low, high = spread[rate]
        star = "*" if low > 0 or high < 0 else ""
        change = after[rate] - before[rate]
        body.append(
            [rate, _number(before[rate]), _number(after[rate]), _number(change), _range(spread[rate]), star]
        )
    return _aligned([["", *names, "change", "95 %", ""], *body])


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for name, *cells in rows:
        padded = [cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True)]
        lines.append("  ".join([name.ljust(widths[0]), *padded]).rstrip())
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    if math.isnan(value):
        return "-"
    return f"{value:.3f}" if abs(value) < 10 and value != int(value) else f"{value:,.1f}".removesuffix(".0")


def _range(interval: Interval) -> str:
    low, high = interval
    return "" if math.isnan(low) or low == high else f"{_number(low)} – {_number(high)}"
