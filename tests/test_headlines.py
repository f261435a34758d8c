"""Headline blocks: kicker, headline and deck told apart, wrapped lines joined."""

import time
from itertools import pairwise

import pytest

from summarizer.splitter import clause_zh, headline_en, headline_zh
from summarizer.splitter.headline import arrange, unit_ranges
from summarizer.splitter.lines import read_lines
from tests.bench.headline_score import blocks, right, typeset


def arranged(
    lines: list[str], lang: str, gaps: tuple[int, ...] = (), body: str = ""
) -> tuple[str | None, str | None, list[str]]:
    block = {"style": "test", "lang": lang, "lines": lines, "column": 30, "gaps": [*gaps, *[0] * len(lines)]}
    block["gaps"] = block["gaps"][: len(lines)]
    raw, found = typeset(block)
    parts = arrange(found, body)
    return parts.kicker(raw), parts.headline(raw), parts.deck(raw)


def test_who_says_it_is_the_kicker_of_a_couplet() -> None:
    lines = ["郎知远在山区县调研时强调", "念好生态经 种好致富树", "褚秋实参加"]
    assert arranged(lines, "zh") == (lines[0], lines[1], [lines[2]])


def test_a_meeting_with_its_business_below_is_the_headline() -> None:
    lines = ["市委常委会召开会议", "传达学习全国两会精神", "研究部署防火工作"]
    assert arranged(lines, "zh") == (None, lines[0], lines[1:])


def test_a_meeting_with_a_slogan_below_is_the_kicker() -> None:
    lines = ["全市安全生产电视电话会议召开", "以“万无一失”守牢底线", "郎知远讲话 褚秋实主持"]
    assert arranged(lines, "zh") == (lines[0], lines[1], [lines[2]])


def test_an_assembly_and_what_it_did_are_one_headline() -> None:
    lines = ["市政府常务会议", "审议通过古树保护办法"]
    assert arranged(lines, "zh") == (None, "".join(lines), [])


@pytest.mark.parametrize(
    "lines",
    [
        ["关于南湖隧道夜间封闭", "施工的通告"],
        ["夜班公交K9路下月起", "通到高铁东站"],
        ["派位结果揭晓 首", "志愿满意率七成八"],
        ["写字楼空置率升至两成", "三"],
        ["岑州跻身全国", "先进制造业百强市"],
        ["国务院任命", "国家工作人员"],
        ["我省部署开展夏季", "治安打击整治行动"],
        ["岑州市公安局", "关于春节期间实行", "交通管制的通告"],
    ],
)
def test_a_line_that_breaks_off_goes_on_in_the_next(lines) -> None:
    assert arranged(lines, "zh") == (None, "".join(lines), [])


def test_a_line_behind_a_dash_is_a_deck() -> None:
    lines = ["责任与担当", "——记“全国劳动模范”钟离春"]
    assert arranged(lines, "zh") == (None, lines[0], [lines[1]])


@pytest.mark.parametrize("kind", ["本报评论员", "法官说法", "【民生一线】", "记者调查"])
def test_what_kind_of_piece_it_is_stands_in_the_kicker(kind: str) -> None:
    assert arranged([kind, "小巷里的“共享书架”"], "zh") == (kind, "小巷里的“共享书架”", [])


def test_a_line_behind_a_dash_is_deck() -> None:
    lines = ["灯火长明处", "——写在渡口小学建校百年之际"]
    assert arranged(lines, "zh") == (None, lines[0], [lines[1]])


def test_lines_of_a_wrapped_english_headline_join_and_the_deck_stays_apart() -> None:
    lines = ["Planners reject tower", "on the old dock site", "Builder promises to appeal", "to the state"]
    assert arranged(lines, "en") == (None, f"{lines[0]} {lines[1]}", [f"{lines[2]} {lines[3]}"])


def test_a_label_in_capitals_is_the_kicker() -> None:
    lines = ["NEWS ANALYSIS", "A truce that suits", "both sides for now"]
    assert arranged(lines, "en") == (lines[0], f"{lines[1]} {lines[2]}", [])


def test_lines_in_capitals_above_a_line_that_is_not_are_the_headline() -> None:
    lines = ["PIER GOES", "UP IN FLAMES", "Hundreds flee as fire spreads along the boards"]
    assert arranged(lines, "en") == (None, "PIER GOES UP IN FLAMES", [lines[2]])


@pytest.mark.parametrize(
    ("headline", "deck"),
    [
        (
            [
                "Gorgeous",
                "houseplants that",
                "can get rid of",
                "unwanted",
                "kitchen odours",
                "and purify air",
            ],
            [],
        ),
        (["Why Farmers", "Received a", "Push Alert", "About a Flood"], []),
        (["Two towns have lost hope since", "Benham Quarry’s collapse"], []),
        (["How", "Moths Get", "Their Shine"], []),
    ],
)
def test_what_hangs_goes_on_in_the_next_line(headline: list[str], deck: list[str]) -> None:
    assert arranged(headline + deck, "en") == (None, " ".join(headline), [" ".join(deck)] if deck else [])


@pytest.mark.parametrize(
    ("lang", "lines", "body"),
    [
        (
            "en",
            ["Bakery fined over Holly", "Bowles poisoning"],
            "The bakery that sold Holly Bowles a pie was fined.",
        ),
        ("zh", ["民政部处罚云岭地", "区开发促进会"], "记者获悉，云岭地区开发促进会被罚。"),
    ],
)
def test_words_that_stand_side_by_side_in_the_body_are_not_parted(
    lang: str, lines: list[str], body: str
) -> None:
    raw = "\n".join(lines)
    glue = "" if lang == "zh" else " "
    assert arrange(read_lines(raw), body).headline(raw) == glue.join(lines)


@pytest.mark.parametrize("name", ["dev", "held", "dev2", "held2"])
def test_parts_keep_every_line_in_its_order(name: str) -> None:
    for block in blocks(name):
        _, lines = typeset(block)
        kept = [line for part in arrange(lines).in_order() for line in part]
        assert kept == lines
        assert all(one.end <= two.start for one, two in pairwise(kept))


def test_most_blocks_of_the_fixtures_are_arranged_right() -> None:
    for lang, least in (("zh", 0.8), ("en", 0.95)):
        known = [block for name in ("dev", "dev2") for block in blocks(name) if block["lang"] == lang]
        hits = 0
        for block in known:
            raw, lines = typeset(block)
            hits += right(raw, arrange(lines), block)[0]
        assert hits / len(known) >= least


@pytest.mark.parametrize(
    "line", ["岑州港今年新增", "市政府党组召开", "市纪委监委通报", "外交部：中方强烈谴责"]
)
def test_a_verb_without_its_object_breaks_a_line_off(line: str) -> None:
    assert clause_zh.wants_object(line)


@pytest.mark.parametrize(
    "line", ["海洋经济发展现场会召开", "《数据条例》出台", "全省运动会在岑州举行", "新型疫苗获批"]
)
def test_what_undergoes_a_verb_needs_no_object(line: str) -> None:
    assert not clause_zh.wants_object(line)


def test_nouns_that_hold_the_character_of_a_verb_do_nothing() -> None:
    assert clause_zh.plain("上半年进出口增加值") == "上半年物物"


def test_lines_without_end_are_arranged_in_an_instant() -> None:
    lines = read_lines("\n".join(["在调研：召开" * 20_000] * 6))
    start = time.process_time()
    arrange(lines)
    assert time.process_time() - start < 1


def test_a_block_of_many_lines_keeps_to_units_of_few() -> None:
    assert max(end - start for start, end in unit_ranges(10)) == 8
    lines = [f"第{number}行说的是河边的老码头" for number in range(40)]
    kicker, headline, deck = arranged(lines, "zh")
    assert "".join([kicker or "", headline or "", *deck]) == "".join(lines)


def test_the_tables_of_weights_hold_three_numbers_a_row() -> None:
    for table in (headline_zh.TABLE, headline_en.TABLE):
        assert all(len(row) == 3 and any(row) for row in table.values())


@pytest.mark.parametrize(
    ("lines", "kicker", "headline", "deck"),
    [
        (
            ["Ely Town 2, Rye 1", "Rovers go out of the cup"],
            "Ely Town 2, Rye 1",
            "Rovers go out of the cup",
            [],
        ),
        (
            ["Rovers go out of the cup", "Ely Town 2, Rye Rovers 1"],
            None,
            "Rovers go out of the cup",
            ["Ely Town 2, Rye Rovers 1"],
        ),
        (["Vernon Teichmeier", "1932–2025"], None, "Vernon Teichmeier", ["1932–2025"]),
        (
            ["Baker who fed a town", "Vernon Teichmeier", "(1932–2025)"],
            None,
            "Baker who fed a town Vernon Teichmeier",
            ["(1932–2025)"],
        ),
    ],
)
def test_results_and_the_years_of_a_life_are_lines_of_their_own(
    lines: list[str], kicker: str | None, headline: str, deck: list[str]
) -> None:
    assert arranged(lines, "en") == (kicker, headline, deck)


@pytest.mark.parametrize("label", ["Rugby – Round 3", "Harlow Football - week 12", "The Archives – part 4:"])
def test_a_series_with_its_round_is_the_kicker(label: str) -> None:
    assert arranged([label, "Harlow reach the final", "after a long wait"], "en")[0] == label


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (
            [
                "THE LAST FRAME",
                "At Sokol Lanes, 16 alleys and one league night",
                "The pins fall Thursday after 71 years",
            ],
            "THE LAST FRAME",
            "At Sokol Lanes, 16 alleys and one league night",
        ),
        (
            ["DR. AGNES HOLT 1925-2020", "Doctor saw 4,000 births"],
            "DR. AGNES HOLT 1925-2020",
            "Doctor saw 4,000 births",
        ),
        (["Three held over", "RM90,000 cable theft"], None, "Three held over RM90,000 cable theft"),
    ],
)
def test_the_line_below_the_name_of_a_column_is_the_headline(
    lines: list[str], kicker: str | None, headline: str
) -> None:
    assert arranged(lines, "en")[:2] == (kicker, headline)


@pytest.mark.parametrize(
    ("lines", "kicker", "headline"),
    [
        (
            ["全市143个单元申请，记者走访11个小区——", "装一部电梯，要过几道坎？"],
            "全市143个单元申请，记者走访11个小区——",
            "装一部电梯，要过几道坎？",
        ),
        (
            ["证券代码：699318　证券简称：岚海重装", "2021年第二次临时股东大会决议公告"],
            "证券代码：699318　证券简称：岚海重装",
            "2021年第二次临时股东大会决议公告",
        ),
        (["海岳会客厅", "“慢一点出海，才走得到岸”"], "海岳会客厅", "“慢一点出海，才走得到岸”"),
        (
            [
                "市十五届人大常委会第二十三次会议闭幕",
                "表决通过《澜州市沧河流域水环境保护条例》",
                "决定任命高翔为澜州市副市长",
            ],
            None,
            "市十五届人大常委会第二十三次会议闭幕",
        ),
    ],
)
def test_what_stands_above_a_chinese_headline_is_told_by_its_words(
    lines: list[str], kicker: str | None, headline: str
) -> None:
    assert arranged(lines, "zh")[:2] == (kicker, headline)


def test_lines_broken_where_they_were_full_are_one_headline() -> None:
    lines = read_lines(
        "周启明主持召开市政府常务\n会议 部署深入推进大众创\n业万众创新 重点支持高校\n毕业生等群体就业创业\n"
    )
    body = "昨天，市长周启明主持召开市政府常务会议，部署深入推进大众创业万众创新，重点支持高校毕业生等群体。"
    assert not arrange(lines, body).above
    assert not arrange(lines, body).below
    assert arrange(lines, "").below


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (["FARMERS", "COMMODITIES TO CLEAR BONDS"], "Farmers Commodities Corp said it will clear bonds."),
        (["Harlow Bank Sees $5", "Billion Earnings Hit"], "Harlow Bank expects to lose 5 billion dollars."),
        (["Aldermen Kill Commodities", "Tax, 8-7, After a Night"], "They voted down the Commodities tax."),
    ],
)
def test_two_english_lines_whose_words_the_body_joins_are_one_headline(lines: list[str], body: str) -> None:
    assert arranged(lines, "en", body=body) == (None, " ".join(lines), [])
    parted = headline_en.told_together(*lines, body.replace("Commodities", "Union").replace("5", "6"))
    assert not parted


def test_what_somebody_owns_joins_two_lines_as_the_name_does() -> None:
    assert headline_en.told_together(
        "Key moments from Kurt", "Volker’s hearing", "Asked, Kurt Volker sighed."
    )


def test_words_in_small_letters_join_no_headline_and_deck_that_a_blank_line_parts() -> None:
    told = "Fire Guts School", "Board Seeks New Site", "The school board met."
    assert headline_en.told_together(*told)
    assert not headline_en.told_together(*told, apart=True)


@pytest.mark.parametrize(
    "score", [["Marlby Town 1", "Cresswick Rovers 2"], ["Rathmoyle 2-10", "St Attracta's 1-12"]]
)
def test_teams_and_their_points_below_a_headline_are_its_deck(score: list[str]) -> None:
    headline, below = arranged(["Rovers survive late siege", *score], "en")[1:]
    assert headline == "Rovers survive late siege"
    assert " ".join(below) == " ".join(score)


@pytest.mark.parametrize("contest", ["NORTHERN COUNTIES LEAGUE DIVISION ONE", "SENIOR FOOTBALL FINAL"])
def test_a_contest_above_a_headline_is_its_kicker(contest: str) -> None:
    assert arranged([contest, "Ten-man Town dig in for a point"], "en")[0] == contest


def test_the_hyphen_at_the_end_of_a_headline_s_line_stays() -> None:
    lines = ["Police try new, less-", "lethal tools as city waits"]
    assert arranged(lines, "en")[1] == "Police try new, less-lethal tools as city waits"
    assert (
        arranged([line.replace("-", "\ufffe") for line in lines], "en")[1]
        == "Police try new, less-lethal tools as city waits"
    )
