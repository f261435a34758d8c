"""What the words around a number speak of: terms that two texts can be compared by."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from summarizer.checks import words
from summarizer.checks.lexicon import concepts
from summarizer.text import CJK, fold

_BREAK = re.compile(r"(?<=[A-Za-z])-[ \t]*\n[ \t]*(?=[a-z])")
_SPACE = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")
_BLANK = re.compile(r"\s+")
_RUN = re.compile("[\u4e00-\u9fff]+")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*[A-Za-z]")
# A队, B区: a letter that tells one thing from another.
_LETTERED = re.compile("[A-Za-z甲乙丙丁戊][\u4e00-\u9fff]")
_NOT_NAMES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "i",
    ]
)


# What folding would change; most texts hold none of it.
_FOLDABLE = re.compile(
    "[\x02\xa0\xad\u02bc\u2000-\u200a\u2010\u2011\u2019\u202f\u205f\u2e80-\u2fdf\u3000\uf900-\ufaff"
    "\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\ufffe]"
)


def folded(text: str) -> str:
    """Return a text with full-width forms folded, of the same length."""
    return _FOLDABLE.sub(_fold_one, text) if _FOLDABLE.search(text) else text


def _fold_one(found: re.Match[str]) -> str:
    return fold(found[0])


def flat(text: str) -> str:
    """Return a piece of (folded) text without the line breaks, hyphens and blanks of its column."""
    if "\n" in text:
        text = _BREAK.sub("", text)
    if " " in text or "\n" in text or "\t" in text:
        if not text.isascii():
            text = _SPACE.sub("", text)
        return _BLANK.sub(" ", text)
    return text


def _stem(word: str) -> str:
    word = word.lower().replace("’", "'").removesuffix("'s")
    for ending, less in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("e", ""),
    ):
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= 3
            and not (ending == "s" and word.endswith("ss"))
        ):
            return word[: -len(ending)] + less
    return word


@lru_cache(maxsize=8192)
def terms(text: str) -> frozenset[str]:
    """Return what a piece of text speaks of: pairs of ideographs, stems of English words, concepts and
    places."""
    if not text:
        return frozenset()
    found = set(concepts(text))
    if not text.isascii():
        for run in _RUN.findall(words.STOP_ZH.sub(" ", text)):
            found.update(map("".join, pairwise(run)))
        found.update(_LETTERED.findall(text))
    for word in _WORD.findall(text):
        if word.lower() not in words.STOP_EN:
            found.add(_stem(word))
    return frozenset(found)


def tail(text: str) -> str:
    """Return the last two ideographs of a Chinese piece that carry meaning, "" for an English one."""
    if text.isascii():
        return ""
    runs = [run for run in _RUN.findall(words.STOP_ZH.sub(" ", text)) if len(run) > 1]
    return str(runs[-1][-2:]) if runs else ""


def head(text: str) -> str:
    """Return the first term of a piece: the first two ideographs, or the first English word, that carry
    meaning."""
    if not text.isascii():
        for run in _RUN.findall(words.STOP_ZH.sub(" ", text)):
            if len(run) > 1:
                return str(run[:2])
        return ""
    return next((_stem(word) for word in _WORD.findall(text) if word.lower() not in words.STOP_EN), "")


@lru_cache(maxsize=8192)
def names(text: str) -> frozenset[str]:
    """Return the capitalised words of an English piece, lower-cased, without months and days."""
    return frozenset(
        word.lower().removesuffix("'s")
        for word in _WORD.findall(text)
        if word[0].isupper() and word.lower() not in _NOT_NAMES and word.lower() not in words.STOP_EN
    )
