"""What a strategy would send for an article, found by running it against nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from summarizer.model.strategies.base import M
from summarizer.schema import Usage

if TYPE_CHECKING:
    from summarizer.model.client import Answer
    from summarizer.model.settings import EndpointLike, Settings
    from summarizer.splitter.page import Article

# Tokens of a Chinese character, of another one, and of what surrounds each message; a fit over the recorded
# requests of the gold articles.
WIDE, NARROW, MESSAGE = 0.87, 0.26, 4
# Tokens of an answer: what it costs at all, for each person and for each figure that it is asked about.
PEOPLE = (14, 8)
ARTICLE = (160, 7, 24)


@dataclass(slots=True)
class NoModel:
    """A client that writes down what it is asked and answers with nothing."""

    endpoint: EndpointLike
    taken: int = 0
    given: int = 0

    async def ask(
        self,
        messages: Sequence[Mapping[str, str]],
        answer: type[M],
        *,
        max_tokens: int,
        temperature: float = 0.0,
        schema: Mapping[str, Any] | None = None,
        reasks: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Answer[M]:
        """Return an empty answer."""
        from summarizer.model.client import Answer

        self.taken += sum(MESSAGE + tokens(message["content"]) for message in messages)
        asked = (schema or {}).get("properties", {})
        if "figures" in asked:
            fixed, person, figure = ARTICLE
            self.given += fixed + person * len(asked["people"]["properties"])
            self.given += figure * len(asked["figures"]["properties"])
            empty: dict[str, Any] = {"people": {}, "more": [], "decisions": [], "figures": {}, "lead": []}
        else:
            self.given += PEOPLE[0] + PEOPLE[1] * max(0, len(asked) - 1)
            empty = {"more": []}
        return Answer(value=answer.model_validate(empty), usage=Usage(requests=1))


def tokens(text: str) -> int:
    """Return about how many tokens a text has."""
    wide = sum(character >= "\u2e80" for character in text)
    return round(WIDE * wide + NARROW * (len(text) - wide))


async def forecast(article: Article, endpoint: EndpointLike, settings: Settings) -> tuple[int, int]:
    """Return about how many tokens an article takes in and gives out, without repairs."""
    from summarizer.model.strategies import draft_article

    nobody = NoModel(endpoint)
    await draft_article(article, nobody, settings)
    return nobody.taken, nobody.given
