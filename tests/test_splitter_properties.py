"""Properties of `split` on any text: nothing lost, nothing twice, nothing raised."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import Page, split
from tests.passages import as_read

LINES = st.sampled_from(
    [
        "本报讯（记者 林一） 昨天，市政府召开会议，审议通过方案。",
        "会议指出，要抓实抓细。",
        "市政府召开会议",
        "（林一）",
        "（据新华社）",
        "下转第3版",
        "By Ann Lee",
        "RIVERTON — The council voted 5-2 on Monday to",
        "close the bridge, the mayor said.",
        "Council closes bridge",
        "Continued on A6",
        "▲简讯一条。",
        "２０２５年４月１日 星期二",
        "x",
        "（",
        "-",
        "",
        "",
        "\u3000\u3000会议强调",
        "\x0c",
        "\ufeff",
    ]
)
PAGES = st.lists(LINES, max_size=40).map("\n".join)
TEXTS = st.one_of(st.text(max_size=300), PAGES)


def claimed(page: Page) -> list[tuple[int, int]]:
    spans = [(span.start, span.end) for article in page for span in article.spans]
    spans += [(item.start, item.end) for item in page.furniture]
    return sorted(spans + [(span.start, span.end) for span in page.residue])


@settings(deadline=None)
@given(TEXTS)
def test_every_character_stands_in_exactly_one_place(text: str) -> None:
    spans = claimed(split(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    outside = set(range(len(text))) - {at for start, end in spans for at in range(start, end)}
    assert all(text[at].isspace() for at in outside)


@settings(deadline=None)
@given(TEXTS)
def test_runs_lead_back_to_the_page(text: str) -> None:
    for article in split(text):
        whole = article.text
        own = {at for span in article.spans for at in range(span.start, span.end)}
        for run in article.runs:
            shown = as_read(text[run.page_start : run.page_start + run.length])
            assert whole[run.text_start : run.text_start + run.length] == shown
            assert own.issuperset(range(run.page_start, run.page_start + run.length))
        for span in article.locate(0, len(whole)):
            assert own.issuperset(range(span.start, span.end))


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_page(text: str) -> None:
    assert split(text) == split(text)


@settings(max_examples=500, deadline=None)
@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    split(text)


def test_none_of_ten_thousand_arbitrary_strings_raises() -> None:
    draw = random.Random(3)
    marks = "（）()【】“”。，：；—-.… \u3000\n\n\n\x0c\r\u2028\ufeff\ud800字市报讯记者摄社电年月日aZ9９％"
    for _ in range(10_000):
        size = draw.randrange(16)
        split(
            "".join(
                draw.choice(marks) if draw.random() < 0.9 else chr(draw.randrange(0x11000))
                for _ in range(size)
            )
        )


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000,
        "字" * 300_000,
        "（" * 200_000,
        "（记者 \n" * 3_000,
        "x\n" * 5_000,
        "A. " * 60_000,
        "—" * 100_000,
        "1 " * 60_000,
    ],
    ids=[
        "blank lines",
        "one endless line",
        "brackets",
        "bracket lines",
        "letter lines",
        "initials",
        "dashes",
        "digits",
    ],
)
def test_hostile_shapes_lose_nothing(text: str) -> None:
    found = sum(end - start for start, end in claimed(split(text)))
    assert found >= len(text) - sum(map(str.isspace, text))


def test_the_hash_seed_of_the_process_changes_nothing() -> None:
    code = (
        "from summarizer import split\n"
        "text = open('fixtures/pages/wuxi-2024-02-28.txt', encoding='utf-8').read()\n"
        "print([(a.id, a.headline, a.spans, a.confidence) for a in split(text)])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
