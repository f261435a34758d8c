"""Counts that a source doesn't give in figures but in a list: 财税、金融、用地 are three, 一是 … 四是 are
four."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.checks.context import terms
from summarizer.checks.mention import Mention
from summarizer.checks.reading import Reading

MOST = 20
_LIST_ZH = re.compile("[^，。；：:、\n“”（）()]{1,14}(?:、[^，。；：:、\n“”（）()]{1,14}){1,19}")
_LAST_ZH = re.compile("和|与|及|以及")
_ITEM = r"[A-Za-z][\w'’.-]*(?: [\w'’.-]+){0,4}"
_LIST_EN = re.compile(rf"{_ITEM}(?:, {_ITEM}){{1,19}},? (?:and|or) {_ITEM}|{_ITEM} and {_ITEM}")
_POINTS = re.compile(
    "([一二三四五六七八九十])(?:是|要|、)|第([一二三四五六七八九十])[，,、]|\\b(first|second|third|fourth|fifth)(?:ly)?[,:]",
    re.IGNORECASE,
)
_RANK = {char: index + 1 for index, char in enumerate("一二三四五六七八九十")} | {
    word: index + 1 for index, word in enumerate(("first", "second", "third", "fourth", "fifth"))
}


def counted(claim: Mention, text: Reading, source: Reading) -> Mention | None:
    """Return a mention of the source beside a list of as many things as the claim counts; itself where there
    is none."""
    value = claim.quantity.value
    if value is None or not 2 <= value <= MOST or value != int(value):
        return None
    wanted = int(value)
    if found := _parallel(claim, source, wanted):
        return found
    for sentence in _sentences(claim, source):
        if wanted in set(_lengths(sentence)):
            near = next(
                (m for m in source.mentions if source.folded.find(sentence) <= m.quantity.start), None
            )
            return near or claim
    return None


def _parallel(claim: Mention, source: Reading, wanted: int) -> Mention | None:
    """东区12所，西区8所，南区5所 are three: as many numbers in a row as the claim counts, about the same
    thing."""
    groups: dict[tuple[int, str | None], list[Mention]] = {}
    for mention in source.pool(claim):
        if not mention.iso and not mention.implied:
            groups.setdefault((mention.sentence, mention.quantity.unit), []).append(mention)
    for held in groups.values():
        if len(held) == wanted and claim.context & held[0].context:
            return held[0]
    return None


def _sentences(claim: Mention, source: Reading) -> Iterator[str]:
    """Yield the sentences that share a word with the claim, or all where the two are of different
    languages."""
    for start, end in source.sentences:
        sentence = source.folded[start:end]
        if claim.chinese == (not sentence.isascii()) and not claim.context & terms(
            sentence.replace("\n", "")
        ):
            continue
        yield sentence


def _lengths(sentence: str) -> Iterator[int]:
    for found in _LIST_ZH.findall(sentence):
        items = found.split("、")
        yield len(items)
        if _LAST_ZH.search(items[-1]):
            yield len(items) + 1
    for found in _LIST_EN.findall(sentence.replace("\n", " ")):
        yield found.count(", ") + (2 if ", and " not in found and ", or " not in found else 1)
    ranks = [_RANK[next(g for g in groups if g).lower()] for groups in _POINTS.findall(sentence)]
    if len(ranks) > 1:
        yield max(ranks)
