"""What a careful editor extracted: the gold of an article, as `fixtures/README.md` documents it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.errors import InputError
from summarizer.splitter.page import Article, Run, Span


class Lenient(BaseModel):
    """Base of the gold models: notes of the author's own beside the known keys are welcome."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class GoldDecision(Lenient):
    """A decision; any of `keys` in the text of a stated one makes it found."""

    text: str
    keys: list[str]
    core: bool = False


class GoldFigure(Lenient):
    """A quantity; any of `keys` in the stated meaning makes the meaning right."""

    surface: str
    value: Decimal | None = None
    value2: Decimal | None = None
    keys: list[str] = Field(default_factory=list)
    core: bool = False


class GoldAttendee(Lenient):
    """A person who took part."""

    name: str
    role: str | None = None


class Answers(Lenient):
    """What should come out of an article."""

    decisions: list[GoldDecision] = Field(default_factory=list)
    figures: list[GoldFigure] = Field(default_factory=list)
    attendees: list[GoldAttendee] = Field(default_factory=list)
    mentioned_not_attending: list[str] = Field(default_factory=list)


class GoldArticle(Lenient):
    """An article and what should come out of it."""

    id: str
    lang: Literal["zh", "en"]
    genre: str = ""
    headline: str | None = None
    kicker: str | None = None
    deck: list[str] = Field(default_factory=list)
    dateline: str | None = None
    byline: str | None = None
    credit: str | None = None
    paragraphs: list[str]
    gold: Answers

    @property
    def body(self) -> str:
        """The paragraphs, one to a line; a Chinese dateline stands before the first."""
        first, *rest = self.paragraphs or [""]
        if self.dateline and self.lang == "zh" and not first.startswith(self.dateline):
            first = f"{self.dateline} {first}"
        return "\n".join([first, *rest])

    def article(self) -> Article:
        """Return the article as the splitter would give it, its text standing for the page."""
        found = Article(
            id=self.id,
            headline=self.headline,
            body=self.body,
            language=self.lang,
            spans=[],
            kicker=self.kicker,
            deck=self.deck,
            byline=self.byline,
            credit=self.credit,
            dateline=self.dateline,
        )
        found.spans.append(Span(0, len(found.text)))
        found.runs.append(Run(0, 0, len(found.text)))
        return found


def read_gold(paths: Iterable[Path]) -> list[GoldArticle]:
    """Return the gold articles of JSONL files. Raises InputError that names file and line."""
    found: dict[str, GoldArticle] = {}
    for path in paths:
        try:
            lines = path.read_text("utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{path}: can't be read: {error}") from None
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                gold = GoldArticle.model_validate_json(line)
            except ValidationError as error:
                problem = error.errors(include_url=False, include_input=False)[0]
                where = ".".join(str(step) for step in problem["loc"])
                raise InputError(f"{path}:{number}: not a gold article: {where}: {problem['msg']}") from None
            if gold.id in found:
                raise InputError(f"{path}:{number}: the id {gold.id!r} stands twice")
            found[gold.id] = gold
    if not found:
        raise InputError(f"no gold article in {', '.join(map(str, paths)) or 'no file'}")
    return list(found.values())
