"""`find_quantities` on newspaper sentences: values, units, kinds, hedges, and what is no figure."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.quantities import find_quantities

FIXTURES = Path(__file__).parent / "fixtures" / "quantities"


def sentences():
    for path in sorted(FIXTURES.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line:
                yield json.loads(line)


def shape(text):
    def number(value):
        return None if value is None else format(value, "f")

    return [
        [q.text, q.kind, q.iso or number(q.value), number(q.upper), q.unit, q.qualifier]
        for q in find_quantities(text)
    ]


@pytest.mark.parametrize("case", list(sentences()), ids=lambda case: case["text"][:24])
def test_every_figure_of_a_newspaper_sentence_is_found_and_nothing_else(case):
    assert shape(case["text"]) == case["figures"]


def texts(text, *, paragraphs=False):
    return [q.text for q in find_quantities(text, paragraphs=paragraphs)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("砚江队冲进联赛前四\n11月25日晚，砚江队以3比1取胜。", ["四", "11月25日", "3比1"]),
        ("首次半年度转负\n4.35亿元募资拟补流", ["半年", "4.35亿元"]),
        ("年底前清零\n本报讯 一下雨就", []),
        ("今冬抢修少了一半\n本报讯 入冬以来", ["一半"]),
        ("Flooded Salt Mine\nFourteen miners trapped", ["Fourteen"]),
    ],
)
def test_a_paragraph_keeps_its_figures_to_itself(text, figures):
    assert texts(text, paragraphs=True) == figures != texts(text)


def test_what_a_number_is_the_paragraph_above_does_not_tell_but_the_words_around_may():
    assert [q.kind for q in find_quantities("罚款十二元\n三分之一的人没交", paragraphs=True)] == [
        "money",
        "ratio",
    ]
    pence = "Offers were pitched at 270p and 288p.\nShares closed up"
    assert [q.unit for q in find_quantities(pence, paragraphs=True)] == ["GBP", "GBP"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("完工。\n一、项目概况：对厂区", []),
        ("三、四、五是勾股数", ["三", "四"]),
        ("一、二、三等奖各5名", ["一", "二", "5名"]),
        ("港务（27∶18）取胜", ["27∶18"]),
        ("It is 39 degrees.\n“We stay", ["39 degrees"]),
        ("Won by 12 Kōtare Bay rowers", ["12"]),
    ],
)
def test_a_list_marker_is_no_number_and_no_mark_or_name_behind_one_is_part_of_it(text, figures):
    assert texts(text) == figures


def values(text):
    return [(q.value, q.upper, q.unit) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("总投资61.8亿元", "6180000000", "CNY"),
        ("共有1亿3000万人次", "130000000", "people"),
        ("两亿五千万元", "250000000", "CNY"),
        ("三百六十万零七户", "3600007", "household"),
        ("增长百分之九", "9", "%"),
        ("下降千分之八", "8", "‰"),
        ("近七成五", "75", "%"),
        ("打八五折", "85", "%"),
        ("叁佰贰拾萬圓整", "3200000", "CNY"),
        ("柒拾伍元捌角", "75.8", "CNY"),
        ("五斤三两", "53", "liang"),
        ("一亩六分地", "1.6", "mu"),
        ("四个半小时", "4.5", "hour"),
        ("两小时二十分钟", "140", "minute"),
        ("双向六车道", "6", "车道"),
        ("跑了9秒87", "9.87", "second"),
        ("身高一米七", "1.7", "m"),
        ("共６，５００人", "6500", "people"),
        ("worth $7.25 billion", "7250000000", "USD"),
        ("worth A$3.1bn", "3100000000", "AUD"),
        ("three and a half million tonnes", "3500000", "t"),
        ("a dozen eggs", "12", None),
        ("four dollars and fifteen cents", "4.15", "USD"),
        ("two thirds of a million people", None, "people"),
        ("a margin of less than half of 1 percent", "0.5", "%"),
        ("three-quarters of one percent", "0.75", "%"),
        ("one-tenth of one percentage point", "0.1", "pp"),
        ("half of 40 percent", "40", "%"),
        ("six feet four inches", "76", "in"),
        ("a 3-point-lead of 40 basis points", "40", "bp"),
        ("minus eleven degrees Celsius", "-11", "degC"),
    ],
)
def test_a_figure_has_its_exact_value_and_unit(text, value, unit):
    found = find_quantities(text)[-1]
    assert found.unit == unit
    assert value is None or found.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("几十万人", "200000", "900000"),
        ("数千米", "2000", "9000"),
        ("三个多小时", "3", "4"),
        ("十几家企业", "11", "19"),
        ("数百名群众", "200", "900"),
        ("600多人", "600", "700"),
        ("2300余户", "2300", "2400"),
        ("三十多万件", "300000", "400000"),
        ("tens of thousands of people", "20000", "100000"),
    ],
)
def test_a_vague_figure_has_bounds(text, low, high):
    (found,) = find_quantities(text)
    assert (found.low, found.high, found.qualifier) == (Decimal(low), Decimal(high), "over")


@pytest.mark.parametrize(
    ("text", "value", "upper", "unit"),
    [
        ("2-3万元", "20000", "30000", "CNY"),
        ("八百至九百亿元", "80000000000", "90000000000", "CNY"),
        ("5000元到1万元", "5000", "10000", "CNY"),
        ("6.5亿元—7亿元", "650000000", "700000000", "CNY"),
        ("三五百人", "300", "500", "people"),
        ("二三十家", "20", "30", "家"),
        ("六七成", "60", "70", "%"),
        ("$20-25 million", "20000000", "25000000", "USD"),
        ("¥3-4亿", "300000000", "400000000", "CNY"),
        ("10 to 12 million tonnes", "10000000", "12000000", "t"),
        ("between 30 and 45 minutes", "30", "45", "minute"),
        ("9- to 11-year", "9", "11", "year"),
    ],
)
def test_a_range_is_one_mention_in_one_unit(text, value, upper, unit):
    (found,) = find_quantities(text)
    assert (found.kind, found.value, found.upper, found.unit) == (
        "range",
        Decimal(value),
        Decimal(upper),
        unit,
    )


@pytest.mark.parametrize("text", ["销量上涨300台至4200台", "Profit rose $3 million to $45 million"])
def test_a_change_and_where_it_led_are_two_figures(text):
    assert len(find_quantities(text)) == 2


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2023年11月6日", ["2023-11-06"]),
        ("二〇二三年十一月六日", ["2023-11-06"]),
        ("11月6日至9日", ["XXXX-11-06", "XXXX-11-09"]),
        ("2022—2024年", ["2022", "2024"]),
        ("6日", ["XXXX-XX-06"]),
        ("上半年", ["XXXX-H1"]),
        ("前三季度", ["XXXX-Q1/XXXX-Q3"]),
        ("下午4时20分", ["T16:20"]),
        ("四点半钟", ["T04:30"]),
        ("Nov. 6, 2023", ["2023-11-06"]),
        ("6 November 2023", ["2023-11-06"]),
        ("the sixth of November", ["XXXX-11-06"]),
        ("November 6-9", ["XXXX-11-06", "XXXX-11-09"]),
        ("in FY2024", ["2024"]),
        ("7:45 p.m.", ["T19:45"]),
        ("at 2.30am", ["T02:30"]),
        ("from 2.30 p.m. on", ["T14:30"]),
    ],
)
def test_a_date_has_an_iso_form_and_no_value(text, iso):
    found = find_quantities(text)
    assert [q.iso for q in found] == iso
    assert all(q.value is None for q in found)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("C$4.10 and 5 cents", "CAD"),
        ("up 5 cents to A$2", "AUD"),
        ("€1 and 5 cents", "EUR"),
        ("5 cents", "USD"),
    ],
)
def test_cents_are_of_the_sum_of_money_beside_them(text, unit):
    assert {q.unit for q in find_quantities(text)} == {unit}


def test_a_negated_fraction_keeps_its_digits():
    assert values("负三分之二")[0][0] == values("三分之二")[0][0].copy_negate()


def test_a_decade_has_the_year_after_its_last_as_upper_end():
    (found,) = find_quantities("上世纪七十年代")
    assert (found.iso, found.upper) == ("1970", Decimal(1980))


@pytest.mark.parametrize(
    "text",
    [
        "坚持一国两制，做到万无一失。",
        "他十分激动，万分感激，千万不要推辞。",
        "“三个务必”“四个自信”深入人心。",
        "“246”布局，“一核两带”。",
        "歼-16与运-9、C929客机、5G手机。",
        "咨询电话：027-65432100，热线12388。",
        "1.摸清底数；2.分类施策；3.严格验收。",
        "三明、九江、五台县、百色的代表。",
        "No one knew which one of the reasons mattered.",
        "Second to none, a one-off, the Group of Eight and the G7.",
        "Call (303) 555-0188 or see https://example.org/2031/07/5",
        "Highway 61, Room 204, Flight 93.",
    ],
)
def test_names_slogans_models_and_telephones_are_no_figures(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("签约4\n12家", "412"),
        ("收入5.\n3亿元", "530000000"),
        ("收入5.3亿\n元", "530000000"),
        ("占百分\n之六十二", "62"),
        ("共 3800 家", "3800"),
        ("近2000 万美元", "20000000"),
        ("a loss of $6.3\nmillion", "6300000"),
        ("a loss of $6.3\n\nmillion", "6300000"),
        ("some two mil-\nlion people", "2000000"),
        ("thirty-\nseven ships", "37"),
        ("some 31,\n500 homes", "31500"),
        ("sold 1,2\n00 homes", "1200"),
        ("up 8.\n4 percent", "8.4"),
        ("t-\nwelve ships", "12"),
    ],
)
def test_a_line_break_or_blank_inside_a_number_does_not_split_it(text, value):
    (found,) = find_quantities(text)
    assert found.value == Decimal(value)
    assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sold 3,4\ufffe\n50 coins", "3450"),
        ("sold 3,4\xad\n50 coins", "3450"),
        ("sold 3,\ufffe\n450 coins", "3450"),
        ("sold 3,4-\n50 coins", "3450"),
        ("some two bil\ufffe\nlion trees", "2000000000"),
        ("forty\ufffe\nsix trees", "46"),
        ("a 9\u2011year\u2011old girl", "9"),
        ("\uf9d1\u5341\u4eba", "60"),
        ("\u2f06\u2f17\u2f08", "20"),
    ],
)
def test_characters_that_pdfs_give_for_ordinary_ones_are_read_as_those(text, value):
    (found,) = find_quantities(text)
    assert found.value == Decimal(value)
    assert text[found.start : found.end] == found.text


def test_compatibility_ideographs_make_a_full_date():
    assert [q.iso for q in find_quantities("2021\uf98e8\u20097\u2f47".replace("\u2009", "月"))] == [
        "2021-08-07"
    ]


@pytest.mark.parametrize(
    "text", ["元/千瓦时", "每千克", "单位:万元", "表3(亿元)", "计量单位为百帕", "a kilowatt-hour of power"]
)
def test_a_unit_that_is_only_named_is_no_figure(text):
    assert [q for q in find_quantities(text) if q.unit is not None] == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("近千米", "1000", "m"), ("几百亿元", "10000000000", "CNY"), ("千亿元产业", "100000000000", "CNY"),
     ("968百帕", "968", "hPa"), ("420万千瓦", "4200000", "kW"), ("十万人", "100000", "people")],
)  # fmt: skip
def test_a_figure_keeps_the_unit_that_it_is_stated_in(text, value, unit):
    (found,) = find_quantities(text)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("earned 88 cents a share", "0.88", "USD"),
        ("a dividend of 7.5p", "0.075", "GBP"),
        ("it rose 14p in London", "0.14", "GBP"),
        ("a pound is £1, a tin 35p", "0.35", "GBP"),
        ("每千瓦时4.5分", "0.045", "CNY"),
        ("每斤涨了2角", "0.2", "CNY"),
        ("花了8角钱", "0.8", "CNY"),
        ("minus $700 million", "-700000000", "USD"),
        ("negative 2 percent", "-2", "%"),
        ("-£9m", "-9000000", "GBP"),
    ],
)
def test_small_change_and_losses_are_amounts_of_their_currency(text, value, unit):
    found = find_quantities(text)[-1]
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "unit"), [("主队得了5分", "分"), ("高考分数线上调6分", "分"), ("a 1080p screen", None)]
)
def test_points_and_lines_of_a_screen_are_no_money(text, unit):
    assert [q.unit for q in find_quantities(text)] == ([unit] if unit else [])


def test_a_column_of_numbers_is_not_one_number():
    assert [q.value for q in find_quantities("得票\n1038\n2046\n977\n")] == [1038, 2046, 977]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("超600家", "over"), ("600家以上", "over"), ("近600家", "under"), ("不到600家", "under"),
        ("约600家", "about"),
        ("600家左右", "about"), ("附近600家", None), ("签约600家", None), ("more than 600", "over"),
        ("nearly 600", "under"), ("about 600", "about"), ("600 or more", "over"),
        ("may take up to 20 minutes", "under"), ("fined up to $500", "under"),
        ("the fare would go up to $70", None), ("the fare rose up to $70", None),
        ("which took it up to $70", None), ("it moved up to 40 tons", "under"),
        ("creeping along, up to $70", "under"), ("weighs about 2.75 ounces", "about"),
    ],
)  # fmt: skip
def test_a_hedge_is_kept_as_the_qualifier(text, qualifier):
    (found,) = find_quantities(text)
    assert found.qualifier == qualifier


@pytest.mark.parametrize(
    "text", ["It spent $6.8 billion.", "They went $6.8 billion over.", "a bus $6.8 billion short"]
)
def test_the_end_of_a_word_is_no_part_of_a_currency_sign(text):
    assert [(q.text, q.unit) for q in find_quantities(text)] == [("$6.8 billion", "USD")]


@pytest.mark.parametrize("text", [" .1.2", "v .1.2e3 ", "。.3.14%", " .5", "x .0.5元"])
def test_a_point_before_a_decimal_is_read_without_a_crash(text):
    for quantity in find_quantities(text):
        assert text[quantity.start : quantity.end] == quantity.text
