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
_BELOW = 500  # … and of that below
_ALIKE = 3.0  # tenfold cosine; more tells no more
_LEAST = 2  # words of a paragraph, below which they tell nothing (Chinese pages split alike with 4)
_HEAD = 34  # ideographs in which a first paragraph mostly says when
_OPENING = {"zh": 120, "en": 320}  # characters in which a first sentence mostly ends
_MANY = 4  # names; more new ones tell no more
_MOST = 5.0  # nats; no paragraph is surer to be new
_LEAST_NEW = 3.0  # … or not to be: neighbours on a page may be about one subject
# A word with a capital where no sentence or quotation begins (Mitch, O’Brien, NATO), and a paragraph that begins with one
# name and what its bearer does.
_CAPITAL = r"(?:Mc|Mac|De|Le|[OD][’'])?[A-Z][a-zß-öø-ɏ]"
_NAME = re.compile(rf"(?<![.?!”\"’'] )(?<![“\"‘(\[])(?<!^)\b(?:{_CAPITAL}{{2,}}|[A-Z]{{2,6}}\b)")
_ACTS = re.compile(
    rf"[“\"]?({_CAPITAL}{{1,20}})(?:’s|'s)?(?:,|\s(?:said|says|is|was|has|had|will|added|told|[a-z]{{1,15}}ed|[a-z]{{1,15}}s)\b)"
)
# Names that any paragraph may hold.
_ANYBODYS = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August
    September October November December Jan Feb Aug Sept Oct Nov Dec Mr Mrs Ms Dr Cllr Editor PM AM
    """.split()  # noqa: SIM905
)
_SENTENCE = re.compile(r"[^.?!]+")
_HE = re.compile(r"\b(?:he|she|him|her|his)\b", re.IGNORECASE)
_THE = re.compile(r"(?:The|These|Those|This|That) ([a-z-]{3,20})(?: ([a-z-]{3,20}))?")
_ENDS_WITH_SPEECH = re.compile(r"(?:[”\"]|\b(?:said|added|told)\.)$")
_CLOSES = re.compile(
    r"\b(?:more information|details|tickets|visit|call (?=[\d(])|contact|www|funeral|is survived|continues"
    r"|next (?:week|month|year)|will (?:be|meet|face|play|travel|host|return))\b",
    re.IGNORECASE,
)
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
    r"(?:A [A-Z]{4,14} [a-z]|I [A-Z]{4,14} [a-z]|(?:THE|AN|IT|HE|SHE|THEY|WE|YOU|FOR|IN|ON|AT|OF|TO|BY|AS|IF|WHEN|WHILE|AFTER|BEFORE|THERE|THIS|THAT|MORE|ONE|TWO|THREE|NEW|NO|ALL|SOME|WITH|FROM|ANY|WHO|WHAT|HOW|WHY)(?:['’][A-Z]{1,2})?\b(?! [A-Z]{2}))"
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
                "a name told above acts": -2.0,
                "above closes": 0.8,
                "above ends with speech": 0.5,
                "all below is like all above": -2.2,
                "also": -0.4,
                "ends with speech": -0.5,
                "goes on": -0.3,
                "had": -0.8,
                "has done": 0.9,
                "he soon": -1.3,
                "he without a name": -0.8,
                "like all above": -0.6,
                "like the article above": -1.1,
                "like the nearest above": -2.4,
                "like the next": 0.4,
                "like the next two": 1.2,
                "name speaks": -0.9,
                "names told above": -0.8,
                "new names": 0.3,
                "next a name told here acts": 1.5,
                "next is like all above": -1.5,
                "next names told above": -1.5,
                "next names told here": 0.6,
                "next opens with a quote": -0.7,
                "next opens with the": 0.9,
                "next two are like the article above": -0.7,
                "number soon": -0.4,
                "one sentence": 0.7,
                "opens in capitals": 2.6,
                "opens with a quote": -2.0,
                "opens with the": -0.8,
                "says when": 1.8,
                "short": -0.8,
                "speaks": -0.5,
                "takes up": -1.2,
                "the soon": -0.3,
                "the thing told above": -1.0,
                "words told above": -1.0,
                "words told again below": 1.0,
                "would": -0.3,
                "bias": 0.8,
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
    names = [names_in(blocks[i]) for i in texts]
    found = [0.0] * len(blocks)
    for k, i in enumerate(texts):
        block = blocks[i]
        weights = WEIGHTS["zh" if block.lines[0].cjk else "en"]
        total = sum([weights.get(name, 0.0) * value for name, value in cues(blocks, texts, words, names, k)])
        led = block.lead is not None and block.lead.weight >= _LED
        found[i] = max(0.0 if led else -_LEAST_NEW, min(_MOST, total))
    ahead = 0.0
    for i in range(len(blocks) - 1, -1, -1):
        if running[i] and not blocks[i].furniture:
            ahead = found[i]
        else:
            found[i] = ahead
    return found


def names_in(block: Block) -> Words:
    """Return the words of an English text that have a capital where no sentence begins."""
    return frozenset() if block.lines[0].cjk else frozenset(_NAME.findall(block.text[:SAMPLE])) - _ANYBODYS


def cues(
    blocks: Sequence[Block], texts: Sequence[int], words: Sequence[Words], names: Sequence[Words], k: int
) -> Iterator[tuple[str, float]]:
    """Yield what running text `k` says of being new: the name of each cue, and how strong it is."""
    block = blocks[texts[k]]
    text = block.text[:SAMPLE]
    cjk = block.lines[0].cjk
    yield "bias", 1.0
    for name, pattern in _CUES["zh" if cjk else "en"]:
        if pattern.match(text):
            yield name, 1.0
    if not k:
        return
    own = words[k]
    reach = _reach(blocks, texts, k - 1)
    if len(own) >= _LEAST:
        near, above, far = (frozenset().union(*words[top:k]) for top in reach)
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
        if not cjk and k + 2 < len(words):
            after |= words[k + 2]
            yield "like the next two", _like(own, after)
            yield "next two are like the article above", _like(after, far)
            yield "all below is like all above", _like(own.union(*words[k : _until(blocks, texts, k)]), above)
        the = None if cjk else _THE.match(text)
        if the and not {word[:4] for word in the.groups() if word}.isdisjoint([word[:4] for word in far]):
            yield "the thing told above", 1.0
    if not cjk:
        told = frozenset().union(*names[reach[2] : k])
        last, next_ = blocks[texts[k - 1]].text, blocks[texts[k + 1]].text if k + 1 < len(texts) else ""
        yield from _name_cues(text, told, names[k], names[k + 1] if k + 1 < len(names) else frozenset())
        if _ENDS_WITH_SPEECH.search(last, max(0, len(last) - 20)):
            yield "above ends with speech", 1.0
        if _CLOSES.search(last, max(0, len(last) - 200)):
            yield "above closes", 1.0
        if next_.startswith(("“", '"')):
            yield "next opens with a quote", 1.0
        elif next_.startswith("The "):
            yield "next opens with the", 1.0
        elif (acting := _ACTS.match(next_)) and acting[1] in names[k]:
            yield "next a name told here acts", 1.0


def _name_cues(text: str, told: Words, own: Words, after: Words) -> Iterator[tuple[str, float]]:
    """Yield what the names of a paragraph say: those `told` above it, its `own`, and those of the one `after`."""
    if own:
        yield "names told above", len(own & told) / len(own)
        yield "new names", min(_MANY, len(own - told)) / _MANY
    if after:
        yield "next names told above", len(after & told) / len(after)
        yield "next names told here", len(after & own) / len(after)
    acting, sentence = _ACTS.match(text), _SENTENCE.match(text)
    if acting and acting[1] in told:
        yield "a name told above acts", 1.0
    elif sentence and _HE.search(sentence[0]) and _ANYBODYS.issuperset(_NAME.findall(sentence[0])):
        yield "he without a name", 1.0


def _like(one: Words, two: Words) -> float:
    """Return the cosine of two sets of words, tenfold: unrelated paragraphs have about a quarter, related ones one."""
    return min(_ALIKE, 10 * likeness(one, two))


def _until(blocks: Sequence[Block], texts: Sequence[int], at: int) -> int:
    """Return up to which running text those from `at` on have so many characters, or a line for display ends them."""
    length = len(blocks[texts[at]].text)
    at += 1
    while at < len(texts) and length < _BELOW and not _displayed(blocks, texts[at - 1], texts[at]):
        length += len(blocks[texts[at]].text)
        at += 1
    return at


def _displayed(blocks: Sequence[Block], above: int, below: int) -> bool:
    """Tell whether between two running texts stands what is neither text nor furniture."""
    return any(blocks[at].furniture is None for at in range(above + 1, below))


def _reach(blocks: Sequence[Block], texts: Sequence[int], at: int) -> tuple[int, int, int]:
    """Return how far back from running text `at` the texts have so many characters: near, in the window, far."""
    found: list[int] = []
    length = len(blocks[texts[at]].text)
    for size in (_NEAR, _WINDOW, _FAR):
        while length < size and at > 0:
            at -= 1
            length += len(blocks[texts[at]].text)
        found.append(at)
    return found[0], found[1], found[2]
