"""Which quantities are listed, and what their meaning is by rule."""

from __future__ import annotations

from decimal import Decimal

import pytest
from articles import article, gold, gold_material

from summarizer.extract.figures import plain_value
from summarizer.extract.material import gather


def meanings(body, language="zh"):
    return {f.quantity.text: f.meaning for f in gather(article(body, language)).figures}


@pytest.mark.parametrize(
    ("body", "figure", "words"),
    [
        ("去年末，全市常住人口518.4万人，比上年末增加3.7万人。", "3.7万人", ("常住人口", "增加")),
        ("培训基地从现有的48个增加到120个。", "48个", ("培训基地", "增加前")),
        ("培训基地从现有的48个增加到120个。", "120个", ("培训基地", "增加后")),
        ("市级财政安排1.6亿元用于泵站更新。", "1.6亿元", ("市级财政", "泵站更新")),
    ],
)
def test_a_meaning_names_the_thing_and_how_it_moved(body, figure, words):
    assert all(word in meanings(body)[figure] for word in words)


@pytest.mark.parametrize(
    ("body", "figure", "meaning"),
    [
        ("去年服务企业超3800家、支付赔款近2000万元。", "3800家", "去年服务企业"),
        ("去年服务企业超3800家、支付赔款近2000万元。", "2000万元", "支付赔款"),
        ("累计支持外贸出口423.5亿元、年均增长7.6%。", "7.6%", "累计支持外贸出口，年均增长"),
        ("实施投资超百亿元的治湖项目。", "百亿元", "实施投资…的治湖项目"),
        ("会议应到代表360名，实到346名。", "346名", "会议应到代表360名，实到"),
    ],
)
def test_a_meaning_is_of_its_number_alone_and_has_no_hole(body, figure, meaning):
    assert meanings(body)[figure] == meaning


def test_a_sentence_s_first_word_loses_its_capital_in_a_meaning():
    found = meanings("Turnout at the meeting was 81 percent of the share capital.", "en")
    assert found["81 percent"].startswith("turnout")


@pytest.mark.parametrize(
    "body",
    [
        "会议于4月8日上午9时召开。",
        "要坚持上下游一盘棋，不搞“一刀切”。",
        "落实“三重一大”制度。",
        "编号M17的大墓已清理完毕。",
    ],
)
def test_dates_slogans_and_codes_are_no_figures(body):
    assert meanings(body) == {}


def test_a_headline_s_figure_is_listed_once_with_the_body_s_words():
    material = gather(article("全市清理网箱7319个。", headline="清理网箱7319个"))
    assert [f.quantity.start for f in material.figures] == [material.text.rindex("7319个")]


def test_thirds_are_rounded_and_exact_values_are_not():
    assert plain_value(Decimal(2) / 3) == Decimal("0.6667")
    assert plain_value(Decimal("0.0728")) == Decimal("0.0728")
    assert plain_value(None) is None


def test_figures_of_the_gold_are_found_and_their_meanings_hold_its_key_words():
    core = hits = right = 0
    for name, row in gold().items():
        figures = gold_material(name).figures
        for wanted in row["gold"]["figures"]:
            if wanted["core"] and wanted["value"] is not None:
                value = Decimal(str(wanted["value"]))
                same = [f for f in figures if plain_value(f.quantity.value) == value]
                core, hits = core + 1, hits + bool(same)
                right += any(key in f.meaning for f in same for key in wanted["keys"])
    assert hits / core > 0.97
    assert right / hits > 0.93


@pytest.mark.parametrize(
    ("body", "language", "expected"),
    [
        ("承保规模超500亿美元。", "zh", "超500亿美元"),
        ("服务企业1万家以上，支付赔款。", "zh", "1万家以上"),
        ("The bridge cost nearly $3 million to build.", "en", "nearly $3 million"),
        ("投资500亿美元。", "zh", "500亿美元"),
    ],
)
def test_the_evidence_of_a_figure_holds_its_hedge(body, language, expected):
    from summarizer.extract.hedge import hedged_span

    (figure,) = gather(article(body, language)).figures
    text = article(body, language).text
    start, end = hedged_span(text, figure.quantity)
    assert text[start:end] == expected
