"""Forms of a paper's own house: its desks and staff, its imprint, its small adverts; and headlines that look like them."""

from __future__ import annotations

import pytest

from summarizer import split
from summarizer.splitter import marks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.marks import Marks

_ZH = "石榴湾第七座的天台，原本只有水箱和电视天线。三年前，一个退休司机把六个箱子搬上去，种了豆苗。"
_EN = (
    "The chair of Brennick Foods narrowly held on to his seat yesterday\nafter almost half of shareholders voted "
    "against his re-election in\nprotest at a package of awards. All other resolutions were passed.\n"
)


def _kind(forms: Marks, text: str) -> str | None:
    mark = marks.first(forms, read_lines(text)[0].text)
    return mark.kind if mark else None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("USPS 237-640. Periodicals postage paid at Harlan Fork.", "contact"),
        ("POSTMASTER: Send address changes to P.O. Box 88, Harlan Fork.", "contact"),
        ("Published by Commercial Register Ltd, 9 Cooper's Row. Printed by Thameside Web", "contact"),
        ("at 14, Press Road, Kalvani. Editor: Usha Naidu. RNI No. 20117/64", "contact"),
        ("LETTERS POLICY", "contact"),
        ("Send to letters@sentinel.example", "contact"),
        ("CMYK", "rule"),
        ("TO LET", "advert"),
        ("TEXT LANTERN to 60999", "advert"),
        ("Texts cost £1.50. Over 18s only.", "advert"),
        ("BRIDEGROOM WANTED for B.Tech., 27, working in MNC.", "advert"),
        ("万字票成绩", "lottery"),
        ("衡信财经报 HENGXIN FINANCIAL DAILY", "masthead"),
        ("FUMING: Kelly and her bin yesterday", "caption"),
        ("SNAPPED: One of 212 bins caught on camera", "caption"),
        ("本报摄影组", "caption"),
        ("Workers clear debris on Main Street. Reuters photo", "caption"),
        ("Editor: Tom Grant | news@paper.example", "editors"),
        ("THE DAILY DISPATCH 26", "masthead"),
        ("EVENING STANDARD-TIMES A18", "masthead"),
        ("More news online at www.paper.example", "contact"),
        ("Advertise here. Call our sales team on 01632 960114.", "contact"),
    ],
)
def test_a_line_of_the_house_is_known_by_its_form(line: str, kind: str) -> None:
    assert _kind(marks.FURNITURE, line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Texts cost minister his job",
        "Groom wanted by police in dowry case",
        "REVEALED: Mayor's secret flat",
        "HEARING: Council to vote on bins",
        "Published by mistake, plan stuns town",
        "停水通知来了！明天这些小区停水",
        "Postmaster retires after 41 years",
        "Postmaster: I was told to stay silent",
        "BOXING: Fury beats Usyk in rematch",
        "EXPLAINED: Why the bridge has closed",
        "USPS 2024 plan cuts jobs in Harlan Fork",
        "Advertise with us or lose out, says mayor",
        "Council launches website www.harlow.example",
        "Texts cost £50 fine for driver",
        "BRIDES WANTED: China's lonely bachelors",
        "TEXT MESSAGES TO 10000",
        "PHOENIX MERCURY 88",
        "at 5 he could read. Printed by hand, his verse",
        "Published by mistake. Printed by error",
        "Editor: Paul Smith ; he quits",
        "万字票开彩风波",
    ],
)
def test_a_headline_like_a_line_of_the_house_is_none(line: str) -> None:
    assert _kind(marks.FURNITURE, line) is None


@pytest.mark.parametrize(
    "line",
    [
        "本報法庭組",
        "□本报时政新闻部",
        "Chronicle-Telegram staff",
        "The Harlow Gazette staff report",
        "By “Doc” Haverkamp",
        "Story by Oona Pasternak-Reid, Photographs by Sunniva Klee",
        "Beatrix Oyelaran-Moss • Courts",
    ],
)
def test_a_desk_and_a_staff_are_bylines(line: str) -> None:
    assert (_kind(marks.BYLINES, line) or "").startswith("byline.")


@pytest.mark.parametrize(
    "line",
    [
        "Hospital staff",
        "Nurses praise hospital staff",
        "本报告显示三项问题",
        "本报读者俱乐部",
        "本报送书进支部",
        "Courts • Crime",
        "Middle East • Gaza",
        "Tiger Woods • Golf",
        "By “Accident” Or Design",
        "By “Popular” Demand",
    ],
)
def test_a_headline_like_a_desk_or_a_staff_is_no_byline(line: str) -> None:
    assert _kind(marks.BYLINES, line) is None


def test_a_name_and_where_it_wrote_stand_between_headline_and_text() -> None:
    (article,) = split("Brennick chair survives pay revolt\nTobias Renn in Castleford Bay\n\n" + _EN)
    assert article.headline == "Brennick chair survives pay revolt"
    assert article.byline == "Tobias Renn in Castleford Bay"


def test_a_writer_s_name_in_traditional_characters_is_set_as_wide_as_three() -> None:
    lines = [_ZH[at : at + 18] for at in range(0, len(_ZH), 18)]
    (article,) = split("燈下閒筆\n一碗碎牛粥\n蕭 簡\n" + "\n".join(lines) + "\n")
    assert article.byline == "蕭 簡"
    assert "蕭" not in (article.headline or "")


def test_questions_of_an_interview_are_no_headlines() -> None:
    answers = {
        "Did you know you were on 297?": "My brother knew. He is the one with the notebook. I only knew the pitch\nwas dry and the number seven did not pick the ball that went with the arm.",
        "Who was the best batter?": "My brother again, though he would never say so. He never picked the ball\nthat went with the arm either, and he made the notebook look kind.",
        "What has changed?": "The pitch, for one. It was never this dry. And nobody keeps a notebook\nnow that the ball is followed by a camera.",
    }
    talk = "".join(f"\n{question}\n\n{answer}\n" for question, answer in answers.items())
    start = "Harish Rao took the ball on a dry pitch in Halling and went past the\nbatters of three counties. He still has the arm, his brother says.\n"
    (article,) = split("'I still bowl at a coconut'\nBy Anjali Mello\n\n" + start + talk)
    assert "Who was the best batter?" in article.body


def test_a_rating_belongs_to_the_review_above_it() -> None:
    page = "Murder most soggy\n\n" + _EN + "\nVERDICT: ★★\n\nRail strike ends\n\nBy Ann Lee\n\n" + _EN
    first, second = split(page)
    assert first.body.endswith("VERDICT: ★★")
    assert second.headline == "Rail strike ends"
