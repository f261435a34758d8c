"""Newspaper pages with gold, made from the articles of the fixtures: as many as one likes, the same for the same seed."""

from tests.bench.made_pages.compose import FAMILIES, made, make

__all__ = ["FAMILIES", "made", "make"]
