"""Lines that share the form of the line they belong to: boxes, captions, tables, names over titles."""

from __future__ import annotations

import pytest

from summarizer import split

REPORT = (
    "昨天，青湫县四十三个偏远村卫生室接入远程门诊系统，村民可隔屏问诊。县卫健局介绍，系统由县医院牵头建设，首批覆盖十二个乡镇，"
    "年底前还将新增六十个村卫生室，让山里的老人少走二十里路。"
)


def column(text: str, wide: int = 20) -> str:
    """Set Chinese text in a column, its first line indented."""
    text = "\u3000\u3000" + text
    return "".join(text[at : at + wide] + "\n" for at in range(0, len(text), wide))


BODY = column("本报讯（记者 何夕） " + REPORT)
STORY = """\
The council voted Monday night to close the
pool on Mill Street for the winter, after a
survey found cracks in the north wall and a
leak that loses 400 gallons a day.
"""


def aside(text: str) -> str:
    """The furniture of a page, its blanks left out."""
    page = split(text)
    return "|".join(text[item.start : item.end].replace("\n", " ") for item in page.furniture)


@pytest.mark.parametrize(
    "box",
    [
        "专业疏通管道 防水补漏\n电话：8807733 免费上门",
        "导读\n砚州考古揭开窑址之谜 ▶4版\n夏收机具“体检”忙 ▶5版",
        "昨日赛果\n燕川雪豹 98∶97 乌岭猛犸\n海港蛟龙 112∶89 江心白鹭",
        "国内主要商品现货价\n品种 单位 报价 涨跌\n螺纹钢 元/吨 3218 ▼26",
        "叶倾城（右）和学生在一起。\n本报记者 冷锋 摄",
        "本报记者 尹南星 摄\n5月26日，航拍建设中的砚江二桥。",
    ],
)
def test_a_box_of_several_lines_is_furniture_as_a_whole(box: str) -> None:
    text = f"村卫生室装上云诊室\n{BODY}\n{box}\n"
    assert aside(text).replace("|", " ") == box.replace("\n", " ")
    assert split(text)[0].headline == "村卫生室装上云诊室"


@pytest.mark.parametrize(
    "box",
    [
        "HAVE YOU GOT A STORY?\nRing 555 0199 or text BEACON\nWe pay for news",
        "Wood frogs breed in roadside pools\nalong Goose Pond Road.\nCourtesy photo",
        "WHY SUFFER? DR. HARKER'S LIVER CORDIAL\ncures Biliousness, Sick Headache, and that tired\nfeeling. At Dodd's.",
        "INSIDE\nComics B6\nObituaries A7",
    ],
)
def test_an_english_box_is_furniture_as_a_whole(box: str) -> None:
    text = f"Council closes pool for winter\n{STORY}\n{box}\n"
    assert aside(text).replace("|", " ") == box.replace("\n", " ")


def test_a_name_over_a_title_is_a_byline() -> None:
    text = f"Council closes pool for winter\nRosalind Keene\nEnvironment Correspondent\n{STORY}"
    assert split(text)[0].byline == "Rosalind Keene Environment Correspondent"


def test_a_name_between_headline_and_text_is_a_byline() -> None:
    text = f"账本里的温情\n——《荣记米行流水》读后\n严家巷\n{column(REPORT)}"
    assert split(text)[0].byline == "严家巷"


ESSAY = (
    "上个月整理旧物，翻出一支缺了笔帽的钢笔。它是三十年前我从同桌的铅笔盒里借的，借了没还，她找了一个学期。"
    "电话接通以后，我结结巴巴说了来意。那头静了很久，她说那支笔早就不记得了，倒是记得我。"
)


@pytest.mark.parametrize("name", ["槐序", "青梅子"])
def test_a_pen_name_between_headline_and_text_is_a_byline(name: str) -> None:
    text = f"一场等了三十年的道歉\n{name}\n{column(ESSAY)}"
    assert (split(text)[0].headline, split(text)[0].byline) == ("一场等了三十年的道歉", name)


def test_the_rest_of_a_wrapped_headline_is_no_pen_name() -> None:
    width = max(map(len, column(REPORT).split("\n")))
    first = "春雷唤醒清河两岸油菜花田里劳作的人们齐心迎接又一个丰收之年"[:width]
    assert split(f"{first}\n在望\n{column(REPORT)}")[0].headline == f"{first}在望"


def test_a_bare_name_below_an_opinion_is_a_byline_unless_the_text_tells_of_it() -> None:
    text = "In praise of the slow lane\n{}\nMy father drove at 40 miles an hour for 60 years and was\nnever late. He had no need of haste.\n"
    assert split(text.format("Ignatius Pell"))[0].byline == "Ignatius Pell"
    assert split(text.format("Ignatius Pell").replace("My father", "Mr Pell"))[0].byline is None


def test_an_office_between_headline_and_text_is_no_masthead() -> None:
    court = (
        "A courier who buried 1,163 parcels beneath his runner beans was\nsent to prison for ten months on Friday, after a\n"
        "neighbour saw him digging by the light of a lamp.\n"
    )
    text = f"Council closes pool for winter\nBy Ann Quill\n{STORY}\nHe buried 1,163 parcels beneath beans\nCROWN COURT REPORTER\n{court}"
    assert [article.byline for article in split(text)] == ["By Ann Quill", "CROWN COURT REPORTER"]


def test_a_headline_right_below_a_table_is_no_row() -> None:
    text = f"昨日指数\n津桥综指 2876.44 ▲0.27%\n关店417家\n{BODY}"
    assert split(text)[0].headline == "关店417家"


def test_a_folio_at_the_head_is_not_joined_with_what_follows() -> None:
    text = f"02 要闻 YAO WEN 2025.11.6 青湫日报\n村卫生室装上云诊室今天起隔屏就能问诊看病\n{BODY}"
    assert aside(text) == "02 要闻 YAO WEN 2025.11.6 青湫日报"


def test_a_paragraph_above_a_caption_stays_with_its_article() -> None:
    text = f"Council closes pool for winter\n{STORY}The vote was 5-2.\n\nCrews look at the wall.\nPhoto by Ana Dell\n"
    assert "5-2" in split(text)[0].body
    assert aside(text) == "Crews look at the wall.|Photo by Ana Dell"
