"""Whether a number of a claim speaks of the same thing as a number of the source.

Words are compared, not understood: terms that few numbers of the source share weigh more. A number is called
swapped only on three signs together: the claim's words stand by another number of the same kind, not by the
number that has the claimed value, and that number has words of its own that the claim lacks.
"""

from __future__ import annotations

import re

from summarizer.checks.compare import comparable, compare, compare_dates
from summarizer.checks.context import head, names, terms
from summarizer.checks.lexicon import GROUP, concepts, opposed
from summarizer.checks.mention import Clause, Mention
from summarizer.checks.reading import MOST, Reading
from summarizer.checks.values import COUNTED

# What a clause of its own adds to what it inherits from its sentence.
INHERITED = 0.3
# The share of a claim's words that a number of another sentence must own to be the one that the claim
# speaks of.
TAKEN = 0.75
# Measure words that fit any noun.
ANY_THING = frozenset({None, "个", "项", "件", "批", "次"})
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛"
    "邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_GENERIC_HEAD = re.compile(
    "^(?:[全我本该各其]|今|去|当|目前|截至|上半|下半|首|前|近|共|累计|预计|计划|总|年|日|月|其中|市|省|县|区|记者|会议|据|活动|大会|双方|企业|公司|项目|对|将|已|在|从|自|有)"
)
_HEADED = re.compile("[\u4e00-\u9fff]{4,}")


def _weigh(shared: frozenset[str], reading: Reading) -> float:
    weights = reading.weights
    return sum([weights.get(term, 2.0 if term[0] in "§@" else 1.0) for term in shared])


def score(claim: Mention, source: Mention, reading: Reading) -> float:
    """Return how well the words around two numbers agree; 0 is no word in common."""
    near = (claim.own | {t for t in claim.around if t[0] == "@"}) & source.own
    far = (claim.context & source.context) - near
    return _weigh(near, reading) + INHERITED * _weigh(far, reading) + dates_score(claim, source)


def own_score(claim: Mention, source: Mention, reading: Reading) -> float:
    """As `score`, but only words of the two clauses count."""
    return _weigh(claim.own & source.own, reading) + dates_score(claim, source)


def dates_score(claim: Mention, source: Mention) -> float:
    """Return 1 for clauses dated alike, -1 for clauses dated apart, 0 where either has no date."""
    if claim.iso or not claim.dates:
        return 0.0
    theirs = source.dates or source.dates_around[-1:]
    if not theirs:
        return 0.0
    found = {compare_dates(a, b).agreement for a in claim.dates for b in theirs}
    size = 1.0 if source.dates else 0.5
    if found & {"agrees", "vaguer"}:
        return size
    return -size if found == {"conflicts"} else 0.0


# Conflicts of movement, not of value: both numbers may be the same one.
_MOVED = frozenset({"direction", "level", "negation"})


def swapped(claim: Mention, match: Mention, reading: Reading) -> Mention | None:
    """Return the number of the source that the claim's words belong to, if that is clearly not `match`."""
    if claim.own <= match.own and dates_score(claim, match) >= 0:
        return None
    best, height = None, own_score(claim, match, reading)
    for rival in _rivals(claim, match, reading):
        if _told_together(claim, match, rival):
            continue
        heads = _heads_another(claim, match, rival) or _counts_another(claim, match, rival)
        value = own_score(claim, rival, reading)
        if lent := _lent(match, rival):
            value += _weigh(lent & claim.own - rival.own, reading)
        if not heads and (value <= height or not _told_apart(claim, match, rival)):
            continue
        outcome = compare(claim, rival)
        if outcome.agreement == "conflicts" and outcome.reason not in _MOVED:
            if heads:
                return rival
            best, height = rival, value
    return best


def _lead(clause: Clause, at: int) -> str:
    """Return the words right before a number of a clause, those before its date among them: 由2010年的11.3万人."""
    lead = clause.pieces[at].strip()
    return clause.pieces[at - 1].strip() + lead if len(lead) < 2 and at and clause.aside(at - 1) else lead


def exchanged(claim: Mention, match: Mention, reading: Reading) -> Mention | None:
    """Return the number in whose place a claim tells this one, where the claim tells that one in this one's
    place: the same words stand before each."""
    mine, theirs = _lead(claim.place, claim.at), _lead(match.place, match.at)
    if len(mine) < 2 or len(theirs) < 2 or mine == theirs:
        return None
    for rival in _beside(match, reading):
        if (
            _lead(rival.place, rival.at) != mine
            or rival.dimension != match.dimension
            or not same_unit(match, rival)
        ):
            continue
        others = [(q, _lead(c, at)) for c in claim.place.sentence.clauses for at, q in enumerate(c.held)]
        if any(q.value == rival.quantity.value and lead == theirs for q, lead in others):
            return None if rival.quantity.value == match.quantity.value else rival
    return None


def _told_together(claim: Mention, match: Mention, rival: Mention) -> bool:
    """112 votes to 71: both texts have the two numbers in one clause, in one order."""
    if rival.place is not match.place:
        return False
    places = [
        at for at, q in enumerate(claim.place.held) if q.value == rival.quantity.value and q.value is not None
    ]
    return any((at > claim.at) == (rival.at > match.at) and at != claim.at for at in places)


def _heads_another(claim: Mention, match: Mention, rival: Mention) -> bool:
    """城东村种植果树420亩，城西村260亩: the claim's subject heads a later clause that leaves the verb to the
    first."""
    if rival.sentence != match.sentence or rival.clause <= match.clause:
        return False
    mine, theirs = head(rival.left), head(match.left)
    return (
        bool(mine and theirs) and mine in claim.own and mine not in match.own and theirs not in claim.context
    )


def _counts_another(claim: Mention, match: Mention, rival: Mention) -> bool:
    """320 buses and 45 trams: the noun beside the claim's number is the one beside the rival's, not beside
    this one's."""
    if rival.sentence != match.sentence or claim.chinese != match.chinese:
        return False
    counted = (claim.nouns & rival.nouns) - match.own
    if not counted or not match.nouns - claim.context or match.nouns & claim.nouns:
        return False
    return _plain(claim, rival) >= _plain(claim, match)


def _plain(first: Mention, second: Mention) -> int:
    """Return how many words, concepts left out, two numbers share."""
    return sum(1 for term in first.own & second.own if term[0] not in "§@#")


def _rivals(claim: Mention, match: Mention, reading: Reading) -> list[Mention]:
    """The other numbers of the claim's kind that share a word with it."""
    found: dict[int, Mention] = {}
    for term in claim.own:
        for rival in reading.index.get(term, ())[:MOST]:
            if rival is not match and id(rival) not in found and comparable(rival.dimension, claim.dimension):
                found[id(rival)] = rival
    ranged = claim.quantity.upper is not None
    return [r for r in found.values() if same_unit(claim, r) and (r.quantity.upper is not None) == ranged]


def same_unit(first: Mention, second: Mention) -> bool:
    """Tell whether two numbers count in the same measure word, or one of them in none."""
    units = {first.quantity.unit, second.quantity.unit}
    if ("岁" in first.quantity.text) != ("岁" in second.quantity.text):
        return False
    if first.dimension == "ratio":
        return len({unit == "×" for unit in units}) == 1
    if first.dimension not in COUNTED or second.dimension not in COUNTED:
        return True
    return len(units) == 1 or units <= ANY_THING or (None in units and not first.chinese)


def _lent(first: Mention, second: Mention) -> frozenset[str]:
    """Return the words before a number that a later one of its sentence shares: sold 340 loaves and 85 cakes."""
    dealt = first.given_own is not None or second.given_own is not None
    if dealt or first.sentence != second.sentence or first.clause >= second.clause or terms(second.left):
        return frozenset()
    return terms(first.left)


def _told_apart(claim: Mention, match: Mention, rival: Mention) -> bool:
    if dates_score(claim, match) < 0 < dates_score(claim, rival):
        return True
    shared = {term for term in (claim.own & rival.own) - match.own if not concepts(term) & match.own}
    shared -= _lent(rival, match)
    if claim.chinese != match.chinese:
        shared = {term for term in shared if term in GROUP}
    if not shared or not match.own - claim.own - rival.own:
        return False
    if match.sentence == rival.sentence:
        return True
    # From another sentence the claim must be taken nearly whole.
    said = [term for term in claim.own if term[0] not in "§@"]
    taken = TAKEN if claim.own & match.context else TAKEN / 2
    return len(rival.own.intersection(said)) >= taken * len(said)


def opposite(claim: Mention, match: Mention) -> bool:
    """Tell whether the clauses name different members of an exclusive pair (men, women; exports, imports)."""
    mine = {term for term in claim.own if GROUP.get(term) not in {None, "place"}}
    return opposed(mine, set(match.own - claim.around))


def stranger(claim: Mention, match: Mention, reading: Reading) -> Mention | None:
    """Return what shows that the claim names another subject than the source: the number which that subject
    has there, or `match` itself where the source knows none; None if the subject may be the same."""
    places = {t for t in claim.own if t[0] == "@"}
    theirs = {t for t in match.own if t[0] == "@"}
    if places and theirs and not places & match.own:
        beside = [m for m in _beside(match, reading) if places & m.own]
        if beside or not places & reading.all_terms:
            return _same_kind(beside, claim) or match
    if claim.chinese != match.chinese:
        return None
    if claim.chinese:
        return match if _strange_head(claim, match, reading) else None
    said, theirs_said = _names(claim), _names(match)
    if theirs_said and not said & theirs_said:
        beside = [m for m in _beside(match, reading) if said & _names(m)]
        if beside:
            return _same_kind(beside, claim) or match
    return match if _strange_name(claim, match, reading) else None


def _beside(match: Mention, reading: Reading) -> list[Mention]:
    """The other numbers of the sentence of one."""
    return [m for m in reading.by_sentence.get(match.sentence, ()) if m is not match]


def _names(mention: Mention) -> frozenset[str]:
    return names(mention.left + " | " + mention.right)


def _same_kind(mentions: list[Mention], claim: Mention) -> Mention | None:
    return next(
        (
            m
            for m in mentions
            if comparable(m.dimension, claim.dimension) or (m.quantity.unit is None and not m.iso)
        ),
        None,
    )


def _strange_name(claim: Mention, match: Mention, reading: Reading) -> bool:
    """Toyota for Ford: a capitalised word that the source hasn't, where the source's own isn't in the
    claim."""
    mine, theirs = _names(claim), _names(match)
    mine = frozenset(n for n in mine if not re.search(rf"\b{re.escape(n)}", reading.lower))
    if not mine:
        return False
    said = claim.context
    theirs = frozenset(n for n in theirs if not any(n.startswith(t[:4]) for t in said))
    rest = (claim.own - match.own) - {t for t in claim.own if any(n.startswith(t) for n in mine)}
    known = any(t[0] == "§" for t in claim.own - match.own)
    return bool(theirs) and not known and len(rest) <= 1


def _strange_head(claim: Mention, match: Mention, reading: Reading) -> bool:
    """王强 for 李强: the same words before the number but for a short head that stands nowhere in the
    source."""
    mine, theirs = _HEADED.fullmatch(_bare(claim.left)), _HEADED.fullmatch(_bare(match.left))
    if not mine or not theirs:
        return False
    a, b = mine[0], theirs[0]
    tail = 0
    while tail < min(len(a), len(b)) and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    head, other = a[: len(a) - tail], b[: len(b) - tail]
    if len(head) == 1 and head in SURNAMES and other[-1:] in SURNAMES and tail >= 3:
        return a[:3] not in reading.lower
    if tail < 2 or not 2 <= len(head) <= 4 or not 2 <= len(other) <= 6:
        return False
    alike = set(head) & set(other[-6:])
    if (
        head in reading.lower
        or len(alike) * 3 > len(head)
        or _GENERIC_HEAD.match(head)
        or _GENERIC_HEAD.match(other)
    ):
        return False
    return not any(t[0] == "§" for t in claim.own & match.own if t[1:] in head)


def _bare(text: str) -> str:
    return re.sub("(?:达到|达|为|约|近|超过|超|逾|突破|了|共|有|是)+$", "", text.strip().removeprefix("的"))
