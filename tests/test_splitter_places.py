"""Where words of a layer's headlines stand, against what a pattern finds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from summarizer.splitter.align import _places
from summarizer.splitter.deal import STEM

_TEXTS = st.text("aab b'-1_,\n水", max_size=40)
_WORDS = st.text("ab'1", min_size=1, max_size=5)


@given(word=_WORDS, text=_TEXTS)
def test_an_english_word_stands_where_a_pattern_finds_it(word: str, text: str) -> None:
    pattern = rf"\b{re.escape(word)}" + (r"\b" if len(word) < STEM else "")
    assert list(_places(word, text, cjk=False)) == [found.start() for found in re.finditer(pattern, text)]


@given(word=st.text("水火", min_size=2, max_size=2), text=st.text("水火a\n", max_size=40))
def test_a_pair_of_ideographs_stands_wherever_it_is_written(word: str, text: str) -> None:
    assert list(_places(word, text, cjk=True)) == [found.start() for found in re.finditer(word, text)]
