"""How surely a paragraph is the first of an article, from its words alone: what it says, and what it takes as told.

A first paragraph says when something happened and names things in full; a later one takes up what was told: it opens
with "he", "the meeting", "此外", quotes, and repeats words of the paragraphs above. The cues and their weights stand in
tables, fitted on mixed articles by `python -m tests.bench.fit_novelty`, which also prints how well they tell the two
apart.
"""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from summarizer.splitter.blocks import SAMPLE, Block
from summarizer.splitter.frequent import FREQUENT
from summarizer.splitter.words import GOES_ON_EN, GOES_ON_ZH, TAKES_UP_EN, TAKES_UP_ZH, likeness

Words = frozenset[str]

_NEAR, _WINDOW, _FAR = 200, 400, 1500  # characters of running text above that a paragraph is compared with
_ALIKE = 3.0  # tenfold cosine; more tells no more
_LEAST = 4  # words of a paragraph, below which they tell nothing
_HEAD = 34  # ideographs in which a first paragraph mostly says when
_OPENING = {"zh": 120, "en": 320}  # characters in which a first sentence mostly ends
_MOST = 5.0  # nats; no paragraph is surer to be new
_LEAST_NEW = 3.0  # … or not to be: neighbours on a page may be about one subject
_LED = 4.0  # the least weight of a lead-in that says itself that the article is new

_DAY_ZH = (
    r"近日|日前|昨日|昨天|昨晚|昨晨|昨夜|昨[起上下午]|今日|今天|今晨|今起|明天起|前天|前日|前晚|前不久|日晚|连日来|近期|最近|本周|上周|本月|上月|"
    r"刚刚|(?:\d{1,2} ?月 ?)?\d{1,2} ?日|周[一二三四五六日末]"
)
_EVENT_ZH = "召开|举行|举办|启动|发布|公布|印发|出台|获悉|落幕|闭幕|开幕|揭牌|开工|通车|签署|宣布|通报|披露|发生|当选|逝世|获得|完成|正式|首次|上线"
_MARK_ZH = "主持召开|报道|本报|记者从|我市|我省|我县|我区|我国"
_DAY_EN = (
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|tomorrow|last (?:night|week|month)|this (?:week|month|morning)|next (?:week|month)|"
    r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2})\b"
)
# The first words of an article, or its dateline, set in capitals.
_CAPITALS_EN = (
    r"(?:A [A-Z]{4,14} [a-z]|I [A-Z]{4,14} [a-z]|(?:THE|AN?|IT|HE|SHE|THEY|WE|YOU|FOR|IN|ON|AT|OF|TO|BY|AS|IF|WHEN|WHILE|AFTER|BEFORE|THERE|THIS|THAT|MORE|ONE|TWO|THREE|NEW|NO|ALL|SOME|WITH|FROM|ANY|WHO|WHAT|HOW|WHY)(?:['’][A-Z]{1,2})?\b(?! [A-Z]{2}))"
    r"|(?:[A-Z]{2,20}[ ,]{1,2}){2}|[A-Z]{4,20}[,:] "
    # POLICE are appealing for witnesses
    r"|(?!UNESCO|UNICEF|NAFTA|ASEAN|INTERPOL|NASDAQ|OPEC)[A-Z]{5,16} (?:[A-Z][a-z]{1,14} )?[a-z]"
)
_CUES: Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]] = MappingProxyType(
    {
        "zh": tuple(
            (name, re.compile(pattern))
            for name, pattern in (
                ("goes on", GOES_ON_ZH),
                ("takes up", TAKES_UP_ZH),
                ("opens with a quote", "[“「『]"),
                ("says when at once", rf"[^。]{{0,{_HEAD}}}?(?:{_DAY_ZH})"),
                ("says when", rf"[^。]{{0,{_OPENING['zh']}}}?(?:{_DAY_ZH})"),
                ("tells of an event", rf"[^。]{{0,{_OPENING['zh']}}}?(?:{_EVENT_ZH})"),
                ("reports", rf"[^。]{{0,60}}?(?:{_MARK_ZH})"),
                ("speaks", "[^“”]{0,40}?(?:说|表示|介绍|指出|强调|要求|认为|告诉记者)[，：。“]"),
                ("ends with speech", ".{0,499}[。！？]”$"),
            )
        ),
        "en": tuple(
            (name, re.compile(pattern, re.DOTALL))
            for name, pattern in (
                ("goes on", GOES_ON_EN),
                ("takes up", TAKES_UP_EN),
                ("opens with a quote", "[“\"‘']"),
                ("opens with the", "The "),
                ("opens in capitals", _CAPITALS_EN),
                ("the soon", r".{1,60}?\bthe\b"),
                ("number soon", r".{0,50}?\b\d"),
                ("has done", r".{0,100}?\b(?:has|have) \w{1,20}(?:ed|en|n|t)\b"),
                ("he soon", r".{0,30}?\b(?:he|she|him|her|his)\b"),
                ("had", r".{0,60}?\bhad\b"),
                (
                    "also",
                    r".{0,120}?\b(?:also|too|both|another|others?|then|still|again|instead|however|meanwhile)\b",
                ),
                ("name speaks", r"[A-Z]\w{1,20} [A-Z]\w{1,20},? (?:said|told|who)\b"),
                ("would", r".{0,80}?\bwould\b"),
                ("short", r".{1,110}$"),
                (
                    "ends with speech",
                    r".{0,499}(?:[,.?!][”\"’']|[”\"’'],? (?:he|she|they|[A-Z][a-z]{1,20}|[A-Z]\w{1,20} [A-Z]\w{1,20}) (?:said|added|says)\.)$",
                ),
                ("says when", rf".{{0,{_OPENING['en']}}}?{_DAY_EN}"),
                ("speaks", r".{0,200}?\b(?:said|says|added|told)\b"),
                ("one sentence", r"[^.?!]{60,}[.?!][”\"’']?$"),
            )
        ),
    }
)
# What a cue weighs, in nats for a first paragraph; "bias" is what one without any has.
WEIGHTS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "zh": MappingProxyType(
            {
                "ends with speech": -0.9,
                "goes on": -1.1,
                "like all above": -2.6,
                "like the article above": -0.6,
                "like the nearest above": -5.1,
                "like the next": 1.3,
                "next is like all above": -2.7,
                "opens with a quote": -0.1,
                "reports": 0.8,
                "says when": 1.5,
                "says when at once": 0.3,
                "speaks": -0.8,
                "takes up": -1.2,
                "tells of an event": 0.8,
                "words told above": -1.2,
                "words told again below": 0.8,
                "bias": 1.5,
            }
        ),
        "en": MappingProxyType(
            {
                "ends with speech": -1.8,
                "goes on": -0.9,
                "also": -0.9,
                "had": -0.9,
                "has done": 0.6,
                "he soon": -0.8,
                "like all above": -1.9,
                "like the article above": -3.3,
                "like the nearest above": -1.8,
                "like the next": 1.5,
                "name speaks": -1.5,
                "next is like all above": -3.0,
                "number soon": -0.2,
                "one sentence": 0.5,
                "opens in capitals": 2.0,
                "opens with a quote": -2.5,
                "opens with the": -1.0,
                "says when": 1.6,
                "short": -0.7,
                "speaks": -0.5,
                "takes up": -1.6,
                "the soon": -0.5,
                "words told above": -1.1,
                "words told again below": 2.0,
                "would": -0.6,
                "bias": 1.9,
            }
        ),
    }
)


def novelty(blocks: Sequence[Block], running: Sequence[bool]) -> list[float]:
    """Return for every block how surely the text from it on is a new article's, in nats; 0 is undecided.

    A block that isn't running text has what the next running text below it has.
    """
    texts = [i for i in range(len(blocks)) if running[i] and not blocks[i].furniture]
    words = [blocks[i].words - FREQUENT for i in texts]
    found = [0.0] * len(blocks)
    for k, i in enumerate(texts):
        block = blocks[i]
        weights = WEIGHTS["zh" if block.lines[0].cjk else "en"]
        total = sum([weights.get(name, 0.0) * value for name, value in cues(blocks, texts, words, k)])
        led = block.lead is not None and block.lead.weight >= _LED
        found[i] = max(0.0 if led else -_LEAST_NEW, min(_MOST, total))
    ahead = 0.0
    for i in range(len(blocks) - 1, -1, -1):
        if running[i] and not blocks[i].furniture:
            ahead = found[i]
        else:
            found[i] = ahead
    return found


def cues(
    blocks: Sequence[Block], texts: Sequence[int], words: Sequence[Words], k: int
) -> Iterator[tuple[str, float]]:
    """Yield what running text `k` says of being new: the name of each cue, and how strong it is."""
    block = blocks[texts[k]]
    text = block.text[:SAMPLE]
    yield "bias", 1.0
    for name, pattern in _CUES["zh" if block.lines[0].cjk else "en"]:
        if pattern.match(text):
            yield name, 1.0
    own = words[k]
    if k and len(own) >= _LEAST:
        near, above, far = _windows(blocks, texts, words, k - 1)
        after = words[k + 1] if k + 1 < len(words) else frozenset()
        trust = min(1.0, len(own) / 20)
        below = own if len(text) >= _WINDOW else own | after
        yield "like the nearest above", trust * _like(own, near)
        yield "like all above", trust * _like(below, above)
        yield "words told above", trust * len(own & near) / len(own)
        yield "words told again below", trust * len(own & after) / len(own)
        yield "like the article above", trust * _like(own, far)
        yield "like the next", trust * _like(own, after)
        yield "next is like all above", trust * _like(after, above)


def _like(one: Words, two: Words) -> float:
    """Return the cosine of two sets of words, tenfold: unrelated paragraphs have about a quarter, related ones one."""
    return min(_ALIKE, 10 * likeness(one, two))


def _windows(
    blocks: Sequence[Block], texts: Sequence[int], words: Sequence[Words], at: int
) -> tuple[Words, Words, Words]:
    """Return the words of running text `at` and those above it, back until they have so many characters each."""
    found: list[Words] = []
    window, length = words[at], len(blocks[texts[at]].text)
    for size in (_NEAR, _WINDOW, _FAR):
        end = at
        while length < size and at > 0:
            at -= 1
            length += len(blocks[texts[at]].text)
        window = window.union(*words[at:end])
        found.append(window)
    return found[0], found[1], found[2]
