"""Lines of real layouts in any order: whatever they make, every character has one place."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from summarizer import split

PAGES = Path(__file__).parents[1] / "fixtures" / "pages"


def lines() -> list[str]:
    return [
        line
        for path in sorted(PAGES.glob("dev-*.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
    ]


@pytest.mark.parametrize("seed", range(4))
def test_every_character_of_a_mixture_has_one_place(seed):
    known, chance = lines(), random.Random(seed)
    for _ in range(60):
        text = chance.choice(["\n", "\r\n", "\n\n", "\f"]).join(
            chance.choices(known, k=chance.randint(1, 60))
        )
        if chance.random() < 0.5:
            text = "".join(chance.choices(text or " ", k=len(text)))
        page = split(text)
        spans = [(span.start, span.end) for article in page for span in article.spans]
        spans += [(item.start, item.end) for item in (*page.furniture, *page.residue)]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        places = [at for start, end in spans for at in range(start, end) if not text[at].isspace()]
        assert sorted(places) == [at for at, char in enumerate(text) if not char.isspace()]
