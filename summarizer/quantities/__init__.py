"""Quantities: text in, mentions of figures out, with exact values and offsets."""

from summarizer.quantities.find import find_quantities
from summarizer.quantities.types import Kind, Qualifier, Quantity

__all__ = ["Kind", "Qualifier", "Quantity", "find_quantities"]
