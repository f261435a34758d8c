"""Ways to get a draft out of a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.extract.choice import assemble
from summarizer.extract.material import gather
from summarizer.model.strategies import steps
from summarizer.model.strategies.base import Asking, Client, Draft

if TYPE_CHECKING:
    from summarizer.pipeline import Settings
    from summarizer.splitter.page import Article

__all__ = ["Asking", "Client", "Draft", "draft_article"]


async def draft_article(article: Article, client: Client, settings: Settings) -> Draft:
    """Return the draft of an article by the strategy that the settings and the endpoint ask for."""
    material = gather(article)
    asking = Asking(client, settings.temperature)
    choice = await steps.draft(material, client, asking)
    return Draft(assemble(article, material, choice), [], material, asking, "steps")
