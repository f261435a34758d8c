"""What holds of check_numbers for any text, and what a finding tells."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import check_numbers, find_quantities

PIECES = [
    "武汉新增企业", "宜昌", "全年进出口总额", "同比增长", "下降", "423.5亿美元", "7.6%", "1.2亿", "三百五十万", "2024年2月27日", "27日", "第3次",
    "约", "超", "近", "3000多人", "至少50人", "，", "。", "；", "、", "由5.3%降至5.1%", "0.2个百分点", "翻一番", "七成", "四分之一", "分别为", "每公斤12元",
    "并非", "没有", "其中", "\n", " ", "The council approved ", "$1.2bn", "42.35 billion dollars", " rose from 40% to 44%", " fell 5 percent", "not ",
    "men ", "women ", "Smith ", ", ", ". ", " and ", "more than 3,800 firms", "a dozen", "25 basis points", "respectively", "1990s", "零下15℃", "-7.6%",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))

# Sentences with an exact number each; their numbers and wraps are changed by the properties below.
SENTENCES = [
    ("市财政安排资金{}用于防汛抗旱，惠及村民{}人。", "元"),
    ("该项目总投资{}，将新增就业岗位{}个。", "美元"),
    ("全年出口总额达{}，涉及企业{}家。", "元"),
]


def verdicts(claim: str, source: str) -> list[str]:
    return [finding.verdict for finding in check_numbers(claim, source)]


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_text_supports_all_its_own_numbers(text: str):
    assert {
        (f.quantity.text, f.verdict) for f in check_numbers(text, text) if f.verdict != "supported"
    } == set()


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_every_quantity_of_the_claim_gets_one_finding_in_order(claim: str, source: str):
    found = check_numbers(claim, source)
    assert [f.quantity for f in found] == find_quantities(claim)
    assert all(f.source is None or source[f.source.start : f.source.end] == f.source.text for f in found)
    assert all(f.message for f in found)


@st.composite
def statements(draw: st.DrawFn) -> tuple[str, str]:
    """A sentence, and a claim that is the sentence or differs from it in a number, a scale or an order."""
    template, unit = draw(st.sampled_from(SENTENCES))
    money, people = draw(st.integers(12, 989)), draw(st.integers(12, 989))
    scale = draw(st.sampled_from("万亿"))
    source = template.format(f"{money}{scale}{unit}", people)
    change = draw(st.sampled_from(["same", "number", "scale", "swap"]))
    if change == "number":
        money += draw(st.integers(1, 50))
    elif change == "scale":
        scale = "亿" if scale == "万" else "万"
    elif change == "swap":
        money, people = people, money
    return source, template.format(f"{money}{scale}{unit}", people)


@settings(max_examples=60, deadline=None)
@given(statements(), st.integers(6, 20))
def test_wrapping_never_changes_a_verdict(pair: tuple[str, str], width: int):
    source, claim = pair
    wrapped = "\n".join(source[i : i + width] for i in range(0, len(source), width))
    assert verdicts(claim, wrapped) == verdicts(claim, source)


@settings(max_examples=60, deadline=None)
@given(statements())
def test_full_width_never_changes_a_verdict(pair: tuple[str, str]):
    source, claim = pair
    wide = re.sub(r"[0-9.]", lambda m: chr(ord(m[0]) + 0xFEE0), source)
    assert verdicts(claim, wide) == verdicts(claim, source)
    assert verdicts(claim.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."}), source) == verdicts(
        claim, source
    )


@settings(max_examples=60, deadline=None)
@given(statements())
def test_stray_blanks_never_change_a_verdict(pair: tuple[str, str]):
    source, claim = pair
    loose = re.sub(r"(?<=[0-9])(?=[万亿元美家人个])|(?<=[\u4e00-\u9fff])(?=[0-9])", " ", source)
    assert verdicts(claim, loose) == verdicts(claim, source)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 99), st.integers(1, 9), st.integers(1, 99))
def test_a_value_written_in_ten_thousands_is_the_one_in_hundred_millions(whole: int, tenth: int, other: int):
    short, long = f"注册用户突破{whole}.{tenth}亿。", f"注册用户突破{whole}{tenth}000万。"
    assert verdicts(short, long) == verdicts(long, short) == ["supported"]
    if other != whole:
        wrong = f"注册用户突破{other}.{tenth}亿。"
        assert verdicts(wrong, short) == verdicts(wrong, long)


def test_a_claim_without_quantities_has_no_findings():
    assert check_numbers("会议指出，要坚持稳中求进。", "全年增长7.6%。") == []


def test_a_source_without_quantities_supports_none():
    assert verdicts("增长7.6%。", "") == ["unsupported"]


@pytest.mark.parametrize(
    ("claim", "source", "reason"),
    [
        ("产量为120万吨。", "产量为120万吨。", "equal"),
        ("产量约120万吨。", "产量为120.3万吨。", "rounded"),
        ("全长12000米。", "全长12公里。", "converted"),
        ("共25所。", "东区12所，西区8所，南区5所。", "derived"),
        ("产量为120亿吨。", "产量为120万吨。", "scale"),
        ("产量为120公斤。", "产量为120吨。", "scale"),
        ("失业率下降0.2%。", "失业率回落0.2个百分点。", "unit"),
        ("销量增长12%。", "销量下降12%。", "direction"),
        ("女性328人。", "男性328人，女性291人。", "subject"),
        ("签约12家。", "多家企业签约。", "absent"),
        ("2024年3月开工。", "2024年2月开工。", "date"),
        ("20人到场。", "并非20人到场，而是200人。", "negation"),
        ("会场有3800人。", "会场有3800多人。", "hedge"),
    ],
)
def test_the_reason_says_what_decided(claim: str, source: str, reason: str):
    assert check_numbers(claim, source)[-1].reason == reason


def test_the_message_is_in_the_language_of_the_source():
    assert "原文" in check_numbers("增长8%。", "全年增长7.6%。")[0].message
    assert "source" in check_numbers("增长8%。", "Output grew 7.6 percent.")[0].message


def test_numbers_of_the_source_can_be_handed_in():
    source = "武汉新增企业412家，宜昌新增205家。"
    assert check_numbers("宜昌新增企业412家。", source, quantities=find_quantities(source)) == check_numbers(
        "宜昌新增企业412家。", source
    )


def test_checking_numbers_needs_no_pydantic():
    code = "import sys; from summarizer import check_numbers; check_numbers('3人', '3人'); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
