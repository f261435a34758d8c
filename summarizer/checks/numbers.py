"""`check_numbers`: a verdict for each quantity of a claim against a source.

1. Which numbers of the source agree with the claim's? Of those, the one whose words fit best decides.
2. Do the words around it fit? Not when they belong to another number (swapped), to an opposite (men,
women), or to a
   subject that the source doesn't name.
3. Where none agrees: does it follow by a sum, difference, ratio or count? Does the source give another
value for the
   same thing (contradicted), or nothing (unsupported)?
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checks import derive
from summarizer.checks.binding import exchanged, opposite, score, stranger, swapped
from summarizer.checks.compare import Outcome, comparable, compare, near
from summarizer.checks.mention import Mention
from summarizer.checks.messages import message
from summarizer.checks.reading import MOST, Reading, read
from summarizer.checks.types import NumberFinding, Verdict
from summarizer.quantities.types import Quantity

_VERDICT: dict[str, Verdict] = {
    "agrees": "supported",
    "vaguer": "unsupported",
    "conflicts": "contradicted",
    "differs": "unsupported",
}
# The share of a claim's own words that another number's clause must have to be about the same thing.
SAME_THING = 0.34
_MOVES = frozenset({"from", "to", "change"})


def check_numbers(
    claim: str, source: str, *, quantities: Sequence[Quantity] | None = None
) -> list[NumberFinding]:
    """Return one finding for each quantity of `claim`, in its order: what `source` says of it.

    Offsets of `finding.quantity` are into `claim`, those of `finding.source` into `source`. `quantities` are
    those of the source, where they are known. A claim without quantities gives an empty list.
    """
    reading = read(source) if quantities is None else Reading(source, quantities)
    return judge_all(Reading(claim, read(claim).quantities), reading)


def judge_all(claim: Reading, source: Reading) -> list[NumberFinding]:
    """Return one finding for each mention of `claim`."""
    found = []
    for mention in claim.mentions:
        verdict, decider, reason = judge(mention, claim, source)
        text = message(reason, verdict, mention, decider, source)
        found.append(
            NumberFinding(mention.quantity, verdict, decider.quantity if decider else None, reason, text)
        )
    return found


def judge(mention: Mention, claim: Reading, source: Reading) -> tuple[Verdict, Mention | None, str]:
    """Return the verdict on one mention, the mention of the source that decides, and the reason's code."""
    close = near(mention, source.sizes)
    if len(close) > MOST:
        close = ([o for o in close if not o.own.isdisjoint(mention.own)] or close)[:MOST]
    agreeing = [o for o in close if _applies(mention, o) and compare(mention, o).agreement == "agrees"]
    if agreeing:
        if len(agreeing) > 1:
            agreeing.sort(key=lambda other: -score(mention, other, source))
        best, rival = agreeing[0], _misplaced(mention, agreeing, source)
        if rival is None:
            return "supported", best, compare(mention, best).reason
        if derive.derived(mention, claim, source):
            return "supported", best, "derived"
        return rival
    if found := derive.derived(mention, claim, source):
        return "supported", found, "derived"
    outcomes = [
        (other, compare(mention, other)) for other in source.pool(mention) if _applies(mention, other)
    ]
    return _not_given(mention, outcomes, source)


def _applies(mention: Mention, other: Mention) -> bool:
    """Leave out the range of a movement that the source tells in two numbers, but for a claim that gives a
    range."""
    return not other.implied or other.quantity.upper is None or mention.quantity.upper is not None


def _misplaced(
    mention: Mention, agreeing: list[Mention], source: Reading
) -> tuple[Verdict, Mention | None, str] | None:
    """Return the verdict if no agreeing number of the source, best first, is about the claim's subject, else
    None."""
    verdicts: list[tuple[Verdict, Mention | None, str]] = []
    for match in agreeing:
        found = _fits(mention, match, source)
        if found is None:
            return None
        verdicts.append(found)
    return verdicts[0]


def _fits(mention: Mention, match: Mention, source: Reading) -> tuple[Verdict, Mention | None, str] | None:
    if (rival := exchanged(mention, match, source) or swapped(mention, match, source)) is not None:
        return "contradicted", rival, "subject"
    if opposite(mention, match):
        return "contradicted", match, "subject"
    if (other := stranger(mention, match, source)) is not None:
        return "unsupported" if other is match else "contradicted", other, "subject"
    return None


def _not_given(
    mention: Mention, outcomes: list[tuple[Mention, Outcome]], source: Reading
) -> tuple[Verdict, Mention | None, str]:
    """Return the verdict on a number that nothing in the source agrees with."""
    vaguer = [(o, r) for o, r in outcomes if r.agreement == "vaguer"]
    against = [(o, r) for o, r in outcomes if r.agreement == "conflicts"]
    hedged = [pair for pair in vaguer if pair[1].reason in {"hedge", "date"}] or vaguer
    if best := _best(mention, hedged, source):
        rivals = _best(mention, against, source)
        height = score(mention, best[0], source)
        if rivals is None or score(mention, rivals[0], source) <= height or best[1].reason == "hedge":
            return "unsupported", best[0], best[1].reason
    moved = [pair for pair in against if pair[1].reason in {"direction", "level", "negation"}]
    if best := _best(mention, moved, source):
        return "contradicted", best[0], best[1].reason
    if unit := _other_unit(mention, source):
        return "contradicted", unit, "unit"
    scaled = [
        pair for pair in against if pair[1].reason == "scale" and _same_thing(mention, pair[0], source, 0.0)
    ]
    if best := _best(mention, scaled, source):
        return "contradicted", best[0], "scale"
    same = [pair for pair in against if _same_thing(mention, pair[0], source, SAME_THING)]
    if best := _best(mention, same, source):
        return "contradicted", best[0], best[1].reason
    if found := derive.misstated(mention, source):
        return "contradicted", found, "growth"
    return "unsupported", None, "absent"


def _best(
    mention: Mention, pairs: list[tuple[Mention, Outcome]], source: Reading
) -> tuple[Mention, Outcome] | None:
    return max(pairs, key=lambda pair: score(mention, pair[0], source), default=None)


def _same_thing(mention: Mention, other: Mention, source: Reading, share: float) -> bool:
    """Tell whether the words around two numbers agree so far that they must be one fact."""
    if mention.iso and other.iso and mention.context & other.context:
        return True
    if mention.chinese != other.chinese or not mention.own:
        # Across languages only concepts can meet; the only number of its kind is taken for the one meant.
        kinds = source.by_dimension.get(other.dimension, [])
        if mention.own & other.context:
            return True
        if mention.iso and other.iso:
            return any(
                a == b and a.strip("X")
                for a, b in zip(mention.iso.split("-"), other.iso.split("-"), strict=False)
            )
        return len(kinds) == 1 and other.dimension not in {"count", "date", "ordinal"}
    shared = len(mention.own & other.context)
    return bool(shared) and shared >= share * len(mention.own)


def _other_unit(mention: Mention, source: Reading) -> Mention | None:
    """Return a number of the source with the same digits, about the same thing, in a unit of another kind."""
    if mention.value is None:
        return None
    found = []
    for other in source.pool(mention):
        if other.value is None or comparable(other.dimension, mention.dimension):
            continue
        if other.quantity.value == mention.quantity.value and other.quantity.upper == mention.quantity.upper:
            found.append(other)
    confused = [other for other in found if _confused(mention, other, source)]
    return max(confused, key=lambda other: score(mention, other, source), default=None)


def _confused(mention: Mention, other: Mention, source: Reading) -> bool:
    """Tell whether a number of another kind can have been mistaken for the claim's."""
    kinds = {other.dimension, mention.dimension}
    if kinds == {"ratio", "points"}:
        return True
    if "ordinal" in kinds:
        # The 104th cap is not 104 caps; but 104 goals are wrong where the source has a twelfth goal.
        rivals = source.by_dimension.get("ordinal", [])
        return any(m.quantity.value != mention.quantity.value and m.own & mention.own for m in rivals)
    return _same_thing(mention, other, source, SAME_THING)
