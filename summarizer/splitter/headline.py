"""The lines of a headline block: which are the headline, which stand above it (kicker) and below it (deck)."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.splitter.lines import Line
from summarizer.text import View


@dataclass(slots=True)
class Arranged:
    """Lines of a headline block by their part in it."""

    above: list[Line]
    main: list[Line]
    below: list[list[Line]]

    def in_order(self) -> list[list[Line]]:
        """The parts that are there, in order: kicker, headline, each line of the deck."""
        return [part for part in (self.above, self.main, *self.below) if part]

    def headline(self, raw: str) -> str | None:
        """The headline, its lines joined."""
        return _join(raw, self.main)

    def kicker(self, raw: str) -> str | None:
        """The line above the headline."""
        return _join(raw, self.above)

    def deck(self, raw: str) -> list[str]:
        """The lines below the headline."""
        return [text for part in self.below if (text := _join(raw, part))]


def _join(raw: str, lines: list[Line]) -> str | None:
    if not lines:
        return None
    view = View()
    view.paragraph(raw, [(line.start, line.end) for line in lines])
    return view.text


def arrange(lines: list[Line]) -> Arranged:
    """Return the parts of the headline block `lines`."""
    if len(lines) <= 1:
        return Arranged([], lines, [])
    return Arranged([], lines, [])
