"""Names, parts and decisions of kinds that the tuned articles hold none of."""

from __future__ import annotations

import asyncio

import pytest
from articles import article

from summarizer.extract.assemble import assemble
from summarizer.extract.choice import default_choice, with_meanings
from summarizer.extract.material import gather
from summarizer.model.endpoint import Endpoint
from summarizer.model.strategies.forecast import forecast
from summarizer.model.strategies.steps import PeopleAnswer
from summarizer.pipeline import Settings


def people(body, language="zh"):
    return {p.name: p for p in gather(article(body, language)).people}


def parts(body, language="zh"):
    return {name: p.part for name, p in people(body, language).items()}


def decisions(body, language="zh"):
    return [d.text for d in default_choice(gather(article(body, language))).decisions]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "市领导皇甫青、索朗扎西、库尔班江、竺可出席会议。",
            {"皇甫青", "索朗扎西", "库尔班江", "竺可"},
        ),
        ("会议由审判长上官静、审判员乌兰图雅主持。", {"上官静", "乌兰图雅"}),
        ("名誉教授山本千鹤因航班取消，以视频形式参加会议。", {"山本千鹤"}),
        ("会议上，东海大学常玉舟、南山设计院厉白鹭发言。", {"常玉舟", "厉白鹭"}),
    ],
)
def test_names_without_a_common_family_name_are_found_in_chinese(body, names):
    assert set(people(body)) == names


@pytest.mark.parametrize(
    "name",
    [
        "J.D. van der Hoek",
        "T. Marcus Bright",
        "Lucía de la Vega",
        "Boyd Hatcher Jr.",
        "Philippa St. John-Mowbray",
        "Yusuf ibn Rashid",
        "Siobhan O'Rourke-Diaz",
    ],
)
def test_english_names_keep_initials_particles_and_suffix(name):
    assert set(people(f"Councilor {name} told the council that the vote stands.", "en")) == {name}


def test_what_stands_before_an_office_belongs_to_the_office():
    found = people("Defence Secretary Harriet Lyle and Petty Officer Duncan Reed attended the hearing.", "en")
    assert set(found) == {"Harriet Lyle", "Duncan Reed"}


def test_an_and_inside_the_name_of_an_office_parts_nothing():
    found = people("市住房和城乡建设局局长柳荫主持会议。")
    assert found["柳荫"].mention.role == "市住房和城乡建设局局长"


@pytest.mark.parametrize(
    ("body", "language", "name", "part"),
    [
        ("会议昨日举行。教授柳荫因航班取消，以视频形式发表演讲。", "zh", "柳荫", "online"),
        ("受市长柳荫委托，副市长桑榆主持会议。", "zh", "柳荫", "mentioned"),
        ("合议庭由审判长柳荫、审判员桑榆组成，昨日开庭审理。", "zh", "桑榆", "present"),
        ("合议庭由审判长桑榆组成，二审开庭审理。一审法官柳荫曾酌定赔偿。", "zh", "柳荫", "mentioned"),
        ("二审昨日宣判，维持原判。法学教授柳荫认为，判决有示范意义。", "zh", "柳荫", "mentioned"),
        (
            "Council President Ann Roe, presiding in place of Mayor Cy Dorn, opened the meeting.",
            "en",
            "Cy Dorn",
            "mentioned",
        ),
        (
            "The council voted 5-2. President Alden Crewe welcomed the vote in a post online.",
            "en",
            "Alden Crewe",
            "mentioned",
        ),
        (
            "A jury heard of the death of sailor Kit Farraday at the hearing.",
            "en",
            "Kit Farraday",
            "mentioned",
        ),
        (
            "The council met. Former mayor Solange Merle had walked out of the last meeting.",
            "en",
            "Solange Merle",
            "mentioned",
        ),
    ],
)
def test_who_acts_from_afar_or_through_another_takes_no_part_in_the_room(body, language, name, part):
    assert parts(body, language)[name] == part


def test_a_signing_is_told_once_and_its_witnesses_decide_nothing():
    body = (
        "合作协议签约仪式在会议中心举行，市长柳荫、董事长桑榆分别代表双方签字。双方签署协议，共建产业园。"
        "副市长白石等共同见证签约。"
    )
    assert decisions(body) == ["双方签署协议，共建产业园"]


def test_what_a_speaker_only_assesses_is_no_decision():
    assert decisions("市长柳荫指出，去年全市研发投入146.8亿元。") == []
    assert len(decisions("市长柳荫指出，要加大研发投入。")) == 1


def test_a_decision_does_not_end_in_a_clause_that_leads_up_to_the_next():
    body = (
        "会议决定"
        + "，建设新的污水处理厂并改造老旧管网" * 7
        + "，在加强联合执法、改善水环境等方面下更大功夫。"
    )
    (text,) = decisions(body)
    assert text.endswith("老旧管网")


@pytest.mark.parametrize(
    ("body", "language", "who", "when"),
    [
        ("会议表决通过了《供水条例》，自明年3月1日起施行。", "zh", "会议", "自明年3月1日起"),
        ("会议决定翻修石板路，10月底前完工。", "zh", "会议", "10月底前"),
        ("双方签署协议，首期3月底前投产，二期2027年底前投产。", "zh", None, None),
        ("街道办一年内检查十三次，最后决定停业。", "zh", None, None),
        ("The city council voted to close the lane by June 30.", "en", "city council", "by June 30"),
        ("Kestral will lift a ban on 140 firms within 90 days.", "en", None, "within 90 days"),
    ],
)
def test_who_decided_and_by_when_are_given_only_where_the_clause_says_one_of_each(body, language, who, when):
    (decision,) = default_choice(gather(article(body, language))).decisions
    assert (decision.decided_by, decision.deadline) == (who, when)


def test_a_fact_told_twice_is_one_figure_with_both_places():
    body = "协议提供超500亿美元的出口信用保险服务。\n根据协议，公司提供超500亿美元的出口信用承保规模。"
    found = article(body)
    material = gather(found)
    summary, _ = assemble(found, material, default_choice(material))
    (figure,) = summary.figures
    assert len(figure.evidence) == 2


def test_the_same_value_of_two_things_is_two_figures():
    body = "事故造成17人受伤。\n对17名干部追责，会议通报了情况。\n原方案每股派3元。\n门票每张3元。"
    assert [f.quantity.text for f in gather(article(body)).figures].count("3元") == 2


@pytest.mark.parametrize(
    "body", ["公司发布半年报。", "落实三年行动计划。", "过去一年成绩来之不易。", "启动渔港二期工程。"]
)
def test_ordinals_and_parts_of_names_are_no_figures(body):
    assert gather(article(body)).figures == []


@pytest.mark.parametrize(
    ("body", "meaning"),
    [
        ("为我市1万家以上企业提供3年超500亿元的信用保险服务。", "提供信用保险服务的我市企业"),
        ("双方约定共建面积1.2万公顷的渔业示范区。", "渔业示范区的面积"),
        ("公司将为全市提供超500亿元的承保规模。", "公司将为全市提供的承保规模"),
        ("表决条例时，27票赞成。", "赞成票数"),
    ],
)
def test_a_meaning_is_short_where_the_words_beside_the_number_say_it(body, meaning):
    assert gather(article(body)).figures[0].meaning == meaning


def test_an_answer_about_people_holds_nothing_but_numbers_and_more():
    assert PeopleAnswer.model_validate({"p1": "present", "more": []}).part("p1") == "present"
    with pytest.raises(ValueError, match="note"):
        PeopleAnswer.model_validate({"note": "hello", "more": []})


def test_the_dry_run_counts_what_the_strategy_would_send():
    endpoint = Endpoint("", "m", "none", "local")
    quiet, busy = article("今年降水量为420毫米。"), article("市长柳荫主持会议。会议决定安排资金240万元。")

    def told(found, strategy):
        return asyncio.run(forecast(found, endpoint, Settings(strategy=strategy)))

    assert told(quiet, "steps") == (0, 0)
    assert told(busy, "one-call")[0] > told(busy, "steps")[0] > 0


def test_a_model_that_says_the_number_again_has_not_said_what_it_measures():
    material = gather(article("会议决定，清理网箱7319个。"))
    choice = default_choice(material)
    again = with_meanings(material, choice, {"f1": "7319个"}, frozenset())
    assert again.meanings == choice.meanings


def test_a_numeral_inside_a_name_is_no_figure():
    assert gather(article("会议由组长耿二牛主持，副组长柳荫汇报。")).figures == []
