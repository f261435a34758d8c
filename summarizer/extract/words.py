"""Tables of words, written as running text."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in order."""
    return tuple(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, which commas and line ends part."""
    return tuple(
        phrase.strip() for line in text.strip().splitlines() for phrase in line.split(",") if phrase.strip()
    )
