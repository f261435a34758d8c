"""Paths to page texts: text in any encoding, HTML, PDF, JSONL, directories, standard input."""

from summarizer.inputs.read import MAX_BYTES, read_pages
from summarizer.inputs.types import Input, InputFailure, LineBox, PageText, Skipped

__all__ = ["MAX_BYTES", "Input", "InputFailure", "LineBox", "PageText", "Skipped", "read_pages"]
