"""People of an article: names with the office beside them, and what the words around them say of their part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from summarizer.extract import people_en, people_zh
from summarizer.extract.mention import Mention
from summarizer.schema import Presence
from summarizer.splitter.page import Language

Part = Presence | Literal["mentioned", "unsure"]
