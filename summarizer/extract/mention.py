"""One person's name at one place of an article."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`text[start:end]` is the name; `role` stands beside it, from `role_start`.

    A weak one may be no name at all.
    """

    name: str
    start: int
    end: int
    role: str | None = None
    role_start: int | None = None
    weak: bool = False
