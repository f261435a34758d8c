"""The prompts: one file per question and language, with a version and a worked example."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

from summarizer.splitter.page import Language

NAMES = ("people", "meaning", "article")
_LANGUAGES: tuple[Language, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question to the model: `fixed` messages come first and never change, `question` is filled each time.

    `markers` are words of the worked example that no newspaper prints: one that comes back has leaked.
    """

    name: str
    version: str
    markers: tuple[str, ...]
    fixed: tuple[tuple[str, str], ...]
    question: str

    def messages(self, **values: str) -> list[dict[str, str]]:
        """Return the chat messages with the question's blanks filled; `values` are text, never templates."""
        asked = Template(self.question).substitute(values)
        return [{"role": role, "content": text} for role, text in (*self.fixed, ("user", asked))]


@cache
def load_prompt(name: str, language: Language) -> Prompt:
    """Return the prompt `name` in a language; raises FileNotFoundError for one that isn't there."""
    return _parse(name, (_folder() / f"{name}.{language}.md").read_text("utf-8"))


@cache
def prompt_version() -> str:
    """Return a version that changes with any word of any prompt: part of each content key."""
    texts = [(_folder() / f"{name}.{lang}.md").read_text("utf-8") for name in NAMES for lang in _LANGUAGES]
    newest = max(load_prompt(name, lang).version for name in NAMES for lang in _LANGUAGES)
    return f"{newest}-{hashlib.sha256(chr(0).join(texts).encode()).hexdigest()[:8]}"


def all_markers(language: Language) -> frozenset[str]:
    """Return the words that give away a leak of a worked example."""
    return frozenset(marker for name in NAMES for marker in load_prompt(name, language).markers)


@cache
def _folder() -> Traversable:
    shipped = files("summarizer") / "_prompts"
    return shipped if shipped.is_dir() else Path(__file__).parents[2] / "prompts"


def _parse(name: str, text: str) -> Prompt:
    head, _, body = text.partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    parts: list[tuple[str, str]] = []
    for chunk in body.split("\n# "):
        role, _, content = chunk.removeprefix("# ").partition("\n")
        parts.append((role.strip(), content.strip()))
    fixed = tuple(part for part in parts if part[0] != "question")
    question = next(content for role, content in parts if role == "question")
    return Prompt(name, fields["version"], tuple(fields["markers"].split()), fixed, question)
