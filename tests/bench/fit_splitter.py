"""Fit the weights of evidence: `python -m tests.bench.fit_splitter FIRST COUNT EPOCHS SECONDS [PREFIX…]`.

Learns on made pages (seeds from FIRST on) and on the pages of the fixtures whose names begin with a PREFIX. A structured
perceptron with a margin: a page's score is linear in the weights, so wherever the best reading of a page isn't the
right one, each weight moves by how often its evidence was used in the right reading less in the wrong one. Weights are
averaged over all steps and drawn back to where they stood. Then each weight is moved up and down and kept where more
articles come out right. How lines join to blocks (`join.…`) isn't learned.

Prints the table, to be carried into `summarizer/splitter/weights.py` after a look, and scores before and after on made
pages of other seeds.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from summarizer.splitter.blocks import Block, build_blocks
from summarizer.splitter.choose import _LAST, GRAMMAR, OUT, Arc
from summarizer.splitter.evidence import score_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.weights import WEIGHTS
from tests.bench.made_pages import made
from tests.bench.splitter_score import PAGES, pages, score

_HEADS = frozenset({"head", "headmore", "tail", "tailmore"})
_LOOSE = frozenset({"pool", "poolmore"})
_BODY = frozenset({"open", "first", "more", "sub", "by", "credit"})
_STATES = range(12)
_NEVER = -1e18
_MARGIN = 1.0  # by how much the right reading is to be better, for each wrong seam
_RATE, _BACK, _MOST = 0.03, 0.0005, 8.0
_SAME = 0.95  # share of its characters that an article must have right
_FINE, _GAIN = 0.1, 0.05  # the least step, and the least sum of worths that is worth a step
_APART = 0.2  # share of headlines apart from their articles beyond which a page isn't learned from
_OTHERS = range(900_000, 900_120)  # seeds of the pages that are only measured on


class Term:
    """A sum of weights, each so many times, that behaves like its value."""

    __slots__ = ("parts", "value")

    def __init__(self, value: float, parts: dict[str, float]) -> None:
        self.value = value
        self.parts = parts

    def __add__(self, other: Term | float) -> Term:
        if not isinstance(other, Term):
            return Term(self.value + other, {**self.parts, "": self.parts.get("", 0.0) + other})
        parts = dict(self.parts)
        for name, times in other.parts.items():
            parts[name] = parts.get(name, 0.0) + times
        return Term(self.value + other.value, parts)

    def __mul__(self, times: float) -> Term:
        return Term(self.value * times, {name: part * times for name, part in self.parts.items()})

    def __sub__(self, other: Term | float) -> Term:
        return self + other * -1.0

    def __neg__(self) -> Term:
        return self * -1.0

    def __truediv__(self, by: float) -> Term:
        return self * (1.0 / by)

    def __gt__(self, other: Term) -> bool:
        return self.value > other.value

    def __rsub__(self, other: float) -> Term:
        return self * -1.0 + other

    __radd__, __rmul__ = __add__, __mul__


@dataclass(slots=True)
class Known:
    """A page in evidence: for each block what every role is made of, and whose it truly is."""

    rows: list[dict[str, list[tuple[str, float]]]]
    owners: list[int | None]  # number of the article, None for furniture
    heads: list[bool]
    apart: frozenset[int]
    sizes: list[int]
    names: frozenset[str]
    values: list[dict[str, float]] = field(default_factory=list)

    def weigh(self, weights: Mapping[str, float]) -> None:
        """Fill in what every role of every block scores."""
        self.values = [
            {
                role: sum([times * weights.get(name, 1.0) for name, times in terms])
                for role, terms in row.items()
            }
            for row in self.rows
        ]


def _bare(text: str | None) -> str:
    return re.sub(r"\W+", "", text or "")


def known(text: str, gold: Mapping[str, Any]) -> Known | None:
    """Return a page in evidence, or None for one whose headlines stand apart: it is read with weights of its own."""
    blocks = build_blocks(read_lines(text), WEIGHTS)
    score_blocks(blocks, {name: Term(weight, {name: 1.0}) for name, weight in WEIGHTS.items()})  # type: ignore[misc]
    owner = {
        at: number
        for number, article in enumerate(gold["articles"])
        for start, end in article["spans"]
        for at in range(start, end)
    }
    owners = [_owner(block, owner) for block in blocks]
    parts = [
        [_bare(part) for part in (a.get("kicker"), a.get("headline"), *(a.get("deck") or ())) if part]
        for a in gold["articles"]
    ]
    heads = [
        number is not None
        and _of_head(_bare(text[block.lines[0].start : block.lines[-1].end]), parts[number])
        for block, number in zip(blocks, owners, strict=True)
    ]
    apart = {i for i, a in enumerate(gold["articles"]) if "apart" in (a.get("headline_position") or "")}
    if len(apart) > _APART * len(gold["articles"]):
        return None
    apart |= {i - 1 for i in apart if i}  # the first of a row
    rows = [
        {
            role: list(term.parts.items()) if isinstance(term, Term) else [("", term)]
            for role, term in block.scores.items()
        }
        for block in blocks
    ]
    sizes = [sum(line.end - line.start for line in block.lines) for block in blocks]
    names = {name for row in rows for terms in row.values() for name, _ in terms}
    names.update(name for name in WEIGHTS if name.startswith("arc."))
    return Known(rows, owners, heads, frozenset(apart), sizes, frozenset(names))


def _of_head(text: str, parts: list[str]) -> bool:
    return bool(text) and any(text in part or (part in text and len(text) < len(part) + 3) for part in parts)


def _owner(block: Block, owner: Mapping[int, int]) -> int | None:
    found = [owner.get(at) for line in block.lines for at in range(line.start, line.end)]
    return max(sorted(set(found), key=str), key=found.count)


def _right(page: Known) -> Iterator[tuple[frozenset[str], bool | None]]:
    """Yield for every block which roles are right, and whether an article opens with it (None: either)."""
    last: int | None = None
    for number, head in zip(page.owners, page.heads, strict=True):
        if number is None:
            yield frozenset({"furn"}), None
        elif head and number in page.apart:
            yield _LOOSE, None
        else:
            yield _HEADS if head else _BODY, number != last
            last = number


def _read(
    page: Known, weights: Mapping[str, float], forced: bool, margin: float = _MARGIN
) -> list[tuple[Arc, str]] | None:
    """Return the arcs of the best reading: of the right ones, or of all, wrong ones made better by the margin."""
    arcs = _arcs(weights)
    scores = [0.0 if state == OUT else _NEVER for state in _STATES]
    trail: list[list[Arc | None]] = []
    for row, (roles, opens) in zip(page.values, _right(page), strict=True):
        new = [_NEVER] * len(_STATES)
        back: list[Arc | None] = [None] * len(_STATES)
        for role, own in row.items():
            for arc, cost in arcs[role]:
                wrong = (role not in roles) + (opens is not None and arc.opens != opens)
                if wrong and forced:
                    continue
                total = scores[arc.source] + own + cost + wrong * margin
                if total > new[arc.target]:
                    new[arc.target], back[arc.target] = total, arc
        scores = new
        trail.append(back)
    ends = [scores[state] + weights.get(_LAST.get(state, ""), 0.0) for state in _STATES]
    state = max(_STATES, key=lambda s: ends[s])
    if ends[state] < _NEVER / 2:
        return None
    path = [("", _LAST.get(state, ""))]
    taken: list[tuple[Arc, str]] = []
    for back in reversed(trail):
        arc = back[state]
        assert arc is not None
        taken.append((arc, path.pop()[1] if path else ""))
        state = arc.source
    return taken[::-1]


def _arcs(w: Mapping[str, float]) -> dict[str, list[tuple[Arc, float]]]:
    found: dict[str, list[tuple[Arc, float]]] = {}
    for arc in GRAMMAR:
        found.setdefault(arc.role, []).append((arc, sum(w[name] for name in arc.weights)))
    return found


def _used(page: Known, reading: list[tuple[Arc, str]]) -> dict[str, float]:
    """Return how often each weight counts in a reading."""
    found: dict[str, float] = {}
    for row, (arc, end) in zip(page.rows, reading, strict=True):
        for name, times in row[arc.role]:
            found[name] = found.get(name, 0.0) + times
        for name in (*arc.weights, *([end] if end else [])):
            found[name] = found.get(name, 0.0) + 1.0
    return found


def fit(learned: list[Known], epochs: int) -> dict[str, float]:
    """Return weights that read the pages better."""
    weights, total = dict(WEIGHTS), dict.fromkeys(WEIGHTS, 0.0)
    steps = 0
    chance = random.Random(5)
    for epoch in range(epochs):
        wrong = skipped = 0
        for page in chance.sample(learned, len(learned)):
            page.values = [
                {
                    role: sum(times * weights.get(name, 1.0) for name, times in terms)
                    for role, terms in row.items()
                }
                for row in page.rows
            ]
            right, best = _read(page, weights, True), _read(page, weights, False)
            if right is None or best is None:
                skipped += 1
                continue
            wrong += [arc for arc, _ in right] != [arc for arc, _ in best]
            want, have = _used(page, right), _used(page, best)
            rate = _RATE / (1 + 0.5 * epoch)
            for name, weight in weights.items():
                move = max(-_MOST, min(_MOST, want.get(name, 0.0) - have.get(name, 0.0)))
                weights[name] = weight + rate * move + _BACK * (WEIGHTS[name] - weight)
                if epoch >= epochs // 3:
                    total[name] += weights[name]
            steps += epoch >= epochs // 3
        print(
            f"epoch {epoch}: {wrong} of {len(learned)} pages read otherwise, {skipped} unreadable",
            file=sys.stderr,
        )
    return {name: round(value / steps, 2) for name, value in total.items()}


def worth(page: Known, weights: Mapping[str, float]) -> float:
    """Return how well a page is read: f1 of its articles by their blocks, and the share of right headlines."""
    reading = _read(page, weights, False, 0.0)
    groups: list[set[int]] = []
    heads: list[set[int]] = []
    for at, (arc, _) in enumerate(reading or ()):
        if arc.role == "furn" or arc.role in _LOOSE:
            continue
        if arc.opens or not groups:
            groups.append(set())
            heads.append(set())
        groups[-1].add(at)
        if arc.role in _HEADS:
            heads[-1].add(at)
    wanted = {number for number in page.owners if number is not None}
    right = shown = titled = 0
    for number in wanted:
        own = {at for at, owner in enumerate(page.owners) if owner == number}
        title = {at for at in own if page.heads[at]}
        if number in page.apart:
            own -= title
        rest = [{at for at in group if page.owners[at] is not None} for group in groups]
        best = max(
            range(len(groups)), key=lambda i: sum(page.sizes[at] for at in rest[i] & own), default=None
        )
        if best is None:
            continue
        both = sum(page.sizes[at] for at in rest[best] & own)
        right += both >= _SAME * sum(page.sizes[at] for at in rest[best] | own)
        if title and number not in page.apart:
            titled += 1
            shown += heads[best] == title and 2 * both > sum(page.sizes[at] for at in rest[best] | own)
    found = sum(any(page.owners[at] is not None for at in group) for group in groups)
    return 2 * right / ((found + len(wanted)) or 1) + (0.4 * shown / titled if titled else 0.4)


def _free(weights: Mapping[str, float]) -> list[str]:
    """Return the names of what can be learned from blocks as they are."""
    return [name for name in weights if not name.startswith("join.") and not name.endswith(".none")]


def climb(learned: list[Known], weights: dict[str, float], seconds: float) -> dict[str, float]:
    """Return weights moved one by one, up or down, where the mean worth of the pages rises by it."""
    deadline = time.monotonic() + seconds
    chance = random.Random(11)
    step = {name: max(0.5, 0.25 * abs(weight)) for name, weight in weights.items()}
    for page in learned:
        page.weigh(weights)
    best = sum(worth(page, weights) for page in learned)
    while time.monotonic() < deadline and max(step.values()) > _FINE:
        for name in chance.sample(sorted(_free(weights)), len(_free(weights))):
            touched = [page for page in learned if name in page.names]
            before = sum(worth(page, weights) for page in touched)
            for move in (step[name], -step[name]):
                if time.monotonic() > deadline:
                    break
                tried = {**weights, name: round(weights[name] + move, 2)}
                for page in touched:
                    page.weigh(tried)
                gain = sum(worth(page, tried) for page in touched) - before
                if gain > _GAIN:
                    weights, best = tried, best + gain
                    break
                for page in touched:
                    page.weigh(weights)
            else:
                step[name] *= 0.5
        print(f"mean worth {best / len(learned):.4f}", file=sys.stderr, flush=True)
    return weights


def means(
    known_pages: list[tuple[str, str, dict[str, Any]]], weights: Mapping[str, float]
) -> tuple[float, float]:
    """Return the mean f1 of the pages, and the share of headlines that are right."""
    rows = [score(text, gold, weights) for _, text, gold in known_pages]
    heads = sum(row.heads for row in rows) / (sum(row.heads_wanted for row in rows) or 1)
    return sum(row.f1 for row in rows) / (len(rows) or 1), heads


def main() -> None:
    """Fit, and print the table with scores of before and after."""
    first, count, epochs, seconds = map(int, sys.argv[1:5])
    own = pages(PAGES, sys.argv[5:]) if sys.argv[5:] else []
    learned = [known(text, gold) for _, text, gold in [*made(range(first, first + count)), *own * 3]]
    pages_learned = [page for page in learned if page is not None]
    weights = climb(pages_learned, fit(pages_learned, epochs) if epochs else dict(WEIGHTS), seconds)
    print(json.dumps(weights, indent=8))
    for name, chosen in (("other made pages", made(_OTHERS)), ("pages of the fixtures", own)):
        for when, table in (("before", WEIGHTS), ("after", weights)):
            f1, head = means(chosen, table)
            print(f"{name}, {when}: f1 {f1:.4f}  head {head:.4f}", file=sys.stderr)


if __name__ == "__main__":
    main()
