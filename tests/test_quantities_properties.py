"""What holds for every text: offsets, ten surfaces of one value, wrapping, folding, blanks."""

from __future__ import annotations

import random
import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.quantities import find_quantities

CHARACTERS = "0123456789一二三十百千万亿零两半几点分之年月日时元%％，。,.-~至到负第￥$ \n\u3000“”（）成折多余"
WORDS = "degrees.|million|two|and|a|half|per cent|Jan|twenty|-|of|dozen|point|third|between"
PIECES = st.sampled_from([*CHARACTERS, *WORDS.split("|")])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("İ１İ２万")
@example("又".join("一" * 3000))
def test_offsets_are_slices_of_the_given_text_and_never_overlap(text):
    end = 0
    for found in find_quantities(text):
        assert found.start >= end
        assert found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        end = found.end


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
@example("前四\n11月25日")
@example("四\n\n\n4-\n\n½")
def test_no_figure_of_a_paragraph_goes_on_in_the_next(text):
    end = 0
    for found in find_quantities(text, paragraphs=True):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert "\n" not in found.text
        end = found.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_read_without_an_error(text):
    for found in find_quantities(text):
        assert text[found.start : found.end] == found.text
        assert (found.value is None) == (found.iso is not None)


DIGITS = "零一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"


def chinese(number: int, digits: str = DIGITS, tens: str = "十百千", large: str = "万亿") -> str:
    """A whole number below 10**12 in Chinese, as a cashier would write it."""

    def section(part: int) -> str:
        out, gap = "", False
        for place in (3, 2, 1, 0):
            digit = part // 10**place % 10
            if digit:
                out += (digits[0] if gap and out else "") + digits[digit] + (tens[place - 1] if place else "")
                gap = False
            else:
                gap = True
        return out

    if number == 0:
        return digits[0]
    out = ""
    for power, word in ((8, large[1]), (4, large[0]), (0, "")):
        part = number // 10**power % 10**4
        if part:
            out += (digits[0] if out and part < 1000 else "") + section(part) + word
    return out


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_value_written_in_many_surfaces_is_one_decimal(number):
    surfaces = [
        f"{number}元",
        f"{number:,}元",
        f"人民币{number}元",
        f"¥{number:,}",
        f"{Decimal(number) / 10000}万元",
        f"{Decimal(number).scaleb(-8):f}亿元",
        chinese(number) + "元",
        chinese(number, FORMAL, "拾佰仟", "萬億") + "圓整",
        f"{Decimal(number).scaleb(-6):f} million yuan",
        f"{Decimal(number).scaleb(-9):f} billion yuan",
        f"{number}元".translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"}),
    ]
    for surface in surfaces:
        (found,) = find_quantities(surface)
        assert (found.value, found.unit) == (Decimal(number), "CNY"), surface


SENTENCES = [
    "全市实现生产总值6184.7亿元，同比增长5.9%，其中第三产业占52.3%。",
    "会议应到代表三百一十二名，实到二百九十八名，赞成285票，反对9票，弃权4票。",
    "项目总投资约12.6亿元，占地1500余亩，建成后可新增就业岗位2300个以上。",
    "去年11月28日，第七批46名干部赴千里之外的山区支教，为期两年半。",
    "气温由-3℃升至15℃，降水量减少三成，超过四分之三的水库蓄水不足。",
]


def signature(text):
    return [(q.kind, q.value, q.upper, q.unit, q.iso, q.qualifier) for q in find_quantities(text)]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("width", [7, 9, 11, 14, 18, 23])
def test_hard_wrapping_changes_no_figure(sentence, width):
    wrapped = "\n".join(sentence[i : i + width] for i in range(0, len(sentence), width))
    assert signature(wrapped) == signature(sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_full_width_figures_and_stray_blanks_change_no_figure(sentence):
    wide = re.sub("[0-9.%]", lambda match: chr(ord(match[0]) + 0xFEE0), sentence)
    spaced = re.sub(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9])(?=[\u4e00-\u9fff])", " ", sentence)
    assert signature(wide) == signature(sentence)
    assert signature(spaced) == signature(sentence)


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1,",
        "1.",
        "亿",
        "一",
        "百分之",
        "（",
        "1(",
        "one two three ",
        "thousand ",
        " ",
        "\n",
        "1\n",
        "1-",
        "三分之",
        "一又",
        "a-\n",
        "第",
    ],
)
def test_hostile_repetition_is_read_to_its_end(unit):
    find_quantities(unit * (20_000 // len(unit)))


def test_reading_is_deterministic():
    text = "".join(random.Random(5).choices(SENTENCES, k=20))
    assert find_quantities(text) == find_quantities(text)
