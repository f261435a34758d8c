"""How a first paragraph is told from a later one, and where the words of a headline come again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.splitter.blocks import Block, build_blocks
from summarizer.splitter.echo import NONE, echoes
from summarizer.splitter.evidence import looks_running
from summarizer.splitter.lines import read_lines
from summarizer.splitter.novelty import cues, names_in, novelty
from summarizer.splitter.weights import WEIGHTS

BRIDGE = (
    "The county council voted to close the Alder bridge so that crews can replace a rusted deck, and buses "
    "will cross at the Canal Road weir until the autumn fair, the engineer told an empty gallery."
)
WHEAT = (
    "Wheat growers in the Harrow valley sowed a third less than their fathers did, fearing that drought will "
    "starve the crop, and the millers downstream have begun to buy barley instead."
)
KEEPER = (
    "Stanmoor Rovers reached the district final when a goalkeeper aged seventeen saved two penalties, one "
    "with her boot and one with a bandaged thumb, before a crowd of nine hundred."
)
BEES = (
    "Forty thousand bees swarmed back to the clock tower, where a keeper with a veil and a bucket waited "
    "on the stairs and a baker beneath shut the windows of his shop against them."
)
FERRY = "汀洲市清河新轮渡码头启用，首日运送乘客六千多人，等候时间比旧渡口缩短一半，候船厅可容三百人避雨。"
ORCHARD = "云栖县三万亩柑橘进入采摘期，预计产果四万吨，山道上装筐的拖拉机排到村口，外地果商早早订了货。"
FIRSTS = {"en": (BRIDGE, WHEAT), "zh": (FERRY, ORCHARD)}


def blocks_of(*paragraphs: str) -> list[Block]:
    """Return a block for every paragraph, blank lines between them."""
    blocks = build_blocks(read_lines("\n\n\n".join(paragraphs)), WEIGHTS)
    assert len(blocks) == len(paragraphs)
    return blocks


def news(*paragraphs: str) -> float:
    """Return how surely the last of these paragraphs is new, all of them read as running text."""
    blocks = blocks_of(*paragraphs)
    return novelty(blocks, [True] * len(blocks))[-1]


def told_by(*paragraphs: str) -> dict[str, float]:
    """Return the cues of the last but one of these paragraphs."""
    blocks = blocks_of(*paragraphs)
    texts, words = list(range(len(blocks))), [block.words for block in blocks]
    return dict(cues(blocks, texts, words, [names_in(block) for block in blocks], len(blocks) - 2))


@pytest.mark.parametrize(
    ("cue", "above", "told", "other"),
    [
        ("names told above", BRIDGE, "The Alder weir was built there.", "The Tarn weir was built there."),
        ("the thing told above", BRIDGE, "The bridge was closed.", "The tower was closed."),
        ("the thing told above", BRIDGE, "The rusted deck fell.", "The painted tower fell."),
        ("he without a name", BRIDGE, "On Friday he waited all night.", "On Friday Ada Quill said he waited."),
        ("a name told above acts", KEEPER.replace("a goalkeeper", "one McTell"), "McTell’s was found.", "Quill’s was found."),
        ("a name told above acts", f"{WHEAT} Ask O’Brien.", "O’Brien said so.", "Quill said so."),
        ("above ends with speech", f"{WHEAT} “Let it rain,” she said.", "The crop came.", ""),
        ("above closes", f"{WHEAT} Tickets cost £5.", "The crop came.", ""),
    ],
)  # fmt: skip
def test_what_a_later_paragraph_takes_as_told_is_seen(cue: str, above: str, told: str, other: str) -> None:
    assert told_by(above, told, BEES).get(cue)
    assert not told_by(above if other else WHEAT, other or told, BEES).get(cue)


def test_a_name_that_acts_in_the_next_paragraph_is_seen() -> None:
    first = "The tower will be locked, said its keeper, Ada Quill."
    cue = "next a name told here acts"
    assert cue in told_by(WHEAT, first, "Quill has a veil.")
    assert cue not in told_by(WHEAT, first, "Marsh has a veil.")


@pytest.mark.parametrize(
    ("above", "plain", "dated"),
    [
        (BRIDGE, WHEAT, WHEAT.replace("sowed", "on Monday sowed")),
        (BRIDGE, WHEAT, WHEAT.replace("sowed", "last week sowed")),
        (FERRY, ORCHARD, "近日，" + ORCHARD),
        (FERRY, ORCHARD, ORCHARD.replace("进入", "3月8日进入")),
    ],
)
def test_a_paragraph_that_says_when_is_more_likely_the_first(above: str, plain: str, dated: str) -> None:
    assert news(above, dated) > news(above, plain)


@pytest.mark.parametrize(
    ("opening", "language"),
    [
        ("But ", "en"),
        ("However, ", "en"),
        ("Meanwhile, ", "en"),
        ("此外，", "zh"),
        ("据了解，", "zh"),
        ("他说，", "zh"),
    ],
)
def test_a_paragraph_that_goes_on_with_what_was_told_is_no_first(opening: str, language: str) -> None:
    above, own = FIRSTS[language]
    assert news(above, opening + own) < news(above, own) - 1


def test_saying_when_at_once_tells_more_than_saying_it_late() -> None:
    late = ORCHARD.replace("订了货", "订货到3月8日")
    early = "3月8日，" + ORCHARD
    assert news(FERRY, early) > news(FERRY, late) > news(FERRY, ORCHARD)


def test_what_no_first_paragraph_opens_with_tells_more_than_what_few_open_with() -> None:
    assert news(FERRY, "此外，" + ORCHARD) < news(FERRY, "截至目前，" + ORCHARD) < news(FERRY, ORCHARD)


def test_a_paragraph_that_opens_with_a_quote_is_less_likely_the_first() -> None:
    plain = KEEPER[:-1] + ", a coach told the cup."
    quoted = "“" + plain.replace(", a coach", ",” a coach")
    assert news(BRIDGE, quoted) < news(BRIDGE, plain) - 1


def test_a_chinese_paragraph_that_ends_with_speech_is_less_likely_the_first() -> None:
    assert news(FERRY, ORCHARD + "果农：“不愁卖。”") < news(FERRY, ORCHARD + "果农：不愁卖。")


@pytest.mark.parametrize(("language", "again"), [("en", KEEPER), ("zh", ORCHARD)])
def test_a_paragraph_that_repeats_words_from_above_is_no_first(language: str, again: str) -> None:
    above = FIRSTS[language][0]
    repeats = (
        "Crews will cross the rusted Alder deck before the county council can replace a bridge at the weir."
        if language == "en"
        else "清河新轮渡码头的候船厅比旧渡口宽敞，首日乘客等候时间短，轮渡运送六千多人。"
    )
    assert news(above, repeats) < 0 < news(above, again)


def test_a_word_that_much_of_the_press_uses_ties_no_paragraphs() -> None:
    common = "The government released a report and the president made a decision, officials announced. "
    own = common + KEEPER
    assert news(common + BRIDGE, own) == news(
        "He sat in a rowing boat and waited for the tide to turn. " + BRIDGE, own
    )


def test_a_paragraph_that_a_later_one_takes_up_is_more_likely_the_first() -> None:
    taken_up = (
        "The goalkeeper saved penalties for Rovers with a bandaged thumb before the Stanmoor crowd cheered."
    )
    blocks = blocks_of(BRIDGE, KEEPER, taken_up)
    other = blocks_of(BRIDGE, KEEPER, BEES)
    running = [True] * 3
    assert novelty(blocks, running)[1] > novelty(other, running)[1]


@pytest.mark.parametrize("lead", ["RIVERTON — ", "本报讯（记者 柳叶） "])
def test_a_lead_in_is_never_taken_for_the_middle_of_an_article(lead: str) -> None:
    above = BRIDGE if lead.isascii() or "—" in lead else FERRY
    assert news(above, above) < 0
    assert news(above, lead + above) >= 0


def test_a_headline_has_the_newness_of_the_text_below_it() -> None:
    blocks = blocks_of(BRIDGE, "Wheat growers fear dry spring", "On Monday, " + WHEAT, "What nobody heads")
    found = novelty(blocks, [looks_running(block) for block in blocks])
    assert found[1] == found[2] > 0
    assert found[3] == 0


def test_furniture_between_paragraphs_hides_no_repetition() -> None:
    blocks = blocks_of(KEEPER, "Continued on A6", KEEPER)
    assert blocks[1].furniture
    found = novelty(blocks, [True] * 3)
    assert found[2] < 0
    assert found[1] == found[2]


SENTENCES = st.lists(
    st.sampled_from(
        [
            BRIDGE,
            WHEAT,
            KEEPER,
            "But he said so on Monday.",
            "RIVERTON — It rained.",
            FERRY,
            ORCHARD,
            "此外，他表示：“好。”",
            "本报讯 昨天，会议召开。",
            "Bees return",
            "下转第3版",
            "（林一）",
            "By Ann Lee",
            "字",
        ]
    ),
    max_size=8,
).map("\n\n".join)


@settings(deadline=None)
@given(st.one_of(SENTENCES, st.text(max_size=200)), st.randoms(use_true_random=False))
def test_newness_stays_within_its_bounds_whatever_runs(text: str, chance) -> None:
    blocks = build_blocks(read_lines(text), WEIGHTS)
    found = novelty(blocks, [chance.random() < 0.6 for _ in blocks])
    assert len(found) == len(blocks)
    assert all(-3 <= value <= 5 for value in found)


@pytest.mark.parametrize(("language", "sure"), [("en", KEEPER), ("zh", "近日，" + ORCHARD)])
def test_no_paragraph_is_surer_to_be_old_than_to_be_new(language: str, sure: str) -> None:
    above = FIRSTS[language][0]
    goes_on = {"en": "But he ", "zh": "此外，"}[language]
    assert news(above, goes_on + above) == -3
    assert 0 < news(above, sure) <= 5


HEADLINE = "Keeper aged seventeen saves penalties"


def heard(*paragraphs: str) -> list[tuple[float, float, float, float]]:
    blocks = blocks_of(*paragraphs)
    return [tuple(echo) for echo in echoes(blocks, [looks_running(block) for block in blocks])]


def test_words_of_a_headline_come_again_in_the_text_below_it() -> None:
    below, above, elsewhere, _ = heard(BRIDGE, HEADLINE, KEEPER, WHEAT)[1]
    assert below > 0.5
    assert above == elsewhere == 0


def test_words_of_a_headline_come_again_in_the_text_above_it() -> None:
    below, above, elsewhere, _ = heard(BRIDGE, KEEPER, HEADLINE, WHEAT)[2]
    assert above > 0.5
    assert below == elsewhere == 0


def test_words_of_a_headline_that_come_again_farther_down_call_the_text_there() -> None:
    found = heard(HEADLINE, BRIDGE, WHEAT, BEES, KEEPER)
    below, above, elsewhere, _ = found[0]
    assert elsewhere > 0.5 > below
    assert above == 0
    assert found[4] == (0, 0, 0, elsewhere)
    assert found[1] == found[2] == found[3] == NONE


def test_a_text_that_two_headlines_call_counts_the_one_that_is_most_about_it() -> None:
    vague = "Penalties for shops beneath drought towers"
    found = heard(HEADLINE, vague, BRIDGE, FERRY, ORCHARD, KEEPER)
    assert found[0][2] > found[1][2] > 0
    assert found[-1][3] == found[0][2]


def test_a_word_counts_for_the_paragraph_that_uses_it_first() -> None:
    again = (
        "The penalties that the keeper aged seventeen saves are penalties that a Stanmoor child will tell of."
    )
    found = heard(HEADLINE, BRIDGE, FERRY, ORCHARD, KEEPER, again)
    assert found[4][3] > 0
    assert found[5] == NONE


def test_a_word_that_one_text_uses_tells_more_than_one_that_several_use() -> None:
    common = (
        "Barley prices rose, and millers grumbled about every field of it that they had never seen at all."
    )
    below, _, elsewhere, _ = heard("Barley, penalties", common, BRIDGE, WHEAT, FERRY, KEEPER)[0]
    assert elsewhere > below > 0


def test_a_line_of_two_words_is_trusted_by_half() -> None:
    assert heard("Bandaged penalties", KEEPER)[0] == (0.5, 0, 0, 0)


@pytest.mark.parametrize("line", ["Penalties won", "By Bandy Stanmoor", "See PENALTIES, Page A6"])
def test_a_line_that_says_too_little_or_has_a_form_of_its_own_is_not_heard(line: str) -> None:
    assert heard(BRIDGE, line, KEEPER)[1] == NONE


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [BRIDGE, WHEAT, KEEPER, BEES, FERRY, ORCHARD, HEADLINE, "清河新码头启用", "云栖柑橘开采"]
        ),
        max_size=14,
    ),
    st.randoms(use_true_random=False),
)
def test_echoes_are_shares(paragraphs: list[str], chance) -> None:
    blocks = build_blocks(read_lines("\n\n".join(paragraphs)), WEIGHTS)
    found = echoes(blocks, [chance.random() < 0.6 for _ in blocks])
    assert len(found) == len(blocks)
    assert all(0 <= share <= 1 + 1e-9 for echo in found for share in echo)
