"""Chinese headlines apart from bodies that touch: the pairs of ideographs that a body says soon tell where it begins."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import pytest

from summarizer import split
from summarizer.splitter.lines import Line, read_lines
from summarizer.splitter.telling import met, tie, words_of


class Item(NamedTuple):
    """A headline in the lines in which it is printed, and the paragraphs below it."""

    lines: tuple[str, ...]
    paragraphs: tuple[str, ...]

    @property
    def headline(self) -> str:
        return "".join(self.lines)


FERRY = Item(
    ("青屿轮渡夜航", "延长至零点"),
    (
        "从本周五起，青屿至内港的轮渡夜航将延长至零点，每隔四十分钟开出一班，票价仍为六元，持月票的乘客不另付钱。",
        "岛上两所中学的住校生最先得到消息。以往末班船九点就离岸，错过的人要在候船室坐到天亮，家长为此写过三封联名信。",
        "船队为此添了八名水手，旧码头的栈桥也换上了防滑木板。遇有大雾，调度室会提前一小时在电台里播出停航的通知。",
    ),
)
MUSHROOM = Item(
    ("石盘乡山坳里的菌棚", "木耳一年收三季"),
    (
        "走进石盘乡的山坳，四十多座菌棚沿着溪水排开。种了半辈子玉米的村民如今靠木耳一年收三季，每亩多挣四千块。",
        "合作社把烘干的木耳按等级装袋，卖到沿海的批发行。冬天烧锅炉的柴改成了修下来的果枝，灰又撒回林子里去。",
        "头两年菌丝常常发霉，请来的师傅发现棚顶漏雨。换上新的塑料膜以后，成活的袋子从六成升到九成以上。",
    ),
)
CHESS = Item(
    ("长渡棋院搬进老邮局", "六十张棋桌迎来孩子"),
    (
        "关了九年的老邮局上个月重新开门，搬进来的是长渡棋院。柜台拆了，大厅里摆下六十张棋桌，孩子坐在窗边打谱。",
        "报名的比原先多出一倍，周末要排到三班。教棋的老先生说，从前租的地下室又潮又暗，棋谱的纸都卷了边。",
        "门口的绿色信筒留在原处，想写信的人还可以投。二楼的分拣间改成了陈列室，挂着历届段位赛的合影。",
    ),
)


def wrapped(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def column(items: list[Item], indent: str, width: int) -> list[str]:
    """Return the lines of bodies that touch."""
    paragraphs = chain.from_iterable(item.paragraphs for item in items)
    return list(chain.from_iterable(wrapped(indent + paragraph, width) for paragraph in paragraphs))


@pytest.mark.parametrize("width", [16, 20])
@pytest.mark.parametrize("indent", ["\u3000\u3000", ""])
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("items", [[FERRY, MUSHROOM, CHESS], [CHESS, FERRY, MUSHROOM], [MUSHROOM, CHESS]])
def test_headlines_in_a_layer_part_bodies_that_touch(
    items: list[Item], before: bool, indent: str, width: int
) -> None:
    layer = list(chain.from_iterable(item.lines for item in items))
    bodies = column(items, indent, width)
    page = split("\n".join([*layer, *bodies] if before else [*bodies, *layer]) + "\n")
    assert [article.headline for article in page] == [item.headline for item in items]
    assert ["".join(article.body.split()) for article in page] == ["".join(item.paragraphs) for item in items]


def test_a_word_that_a_body_says_soon_says_more() -> None:
    soon = [met(into, 0.0, cjk=True) for into in (0, 100, 300, 900)]
    assert soon == sorted(soon, reverse=True)
    assert min(soon) > 0 > met(-1, 0.0, cjk=True)
    late = [met(into, 2.0, cjk=False) for into in (0, 150, 300, 600, 1200)]
    assert late == sorted(late, reverse=True)
    assert min(late) > 0 > met(-1, 2.0, cjk=False)


def line(text: str) -> Line:
    (found,) = read_lines(text)
    return found


def test_what_stands_side_by_side_below_ties_two_lines() -> None:
    one, two = line("全市首座智慧养老"), line("院开门")
    body = "昨天，全市首座智慧养老院迎来第一批老人。"
    assert tie(one, two, body) > tie(one, two, "") + 2


@pytest.mark.parametrize(
    ("text", "said"),
    [("轮渡夜航延长", {"轮渡", "渡夜", "夜航", "航延", "延长"}), ("Ferry to sail", {"ferr", "sail"})],
)
def test_the_words_of_a_line(text: str, said: set[str]) -> None:
    assert words_of(line(text)) == said
