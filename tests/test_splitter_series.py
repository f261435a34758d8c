"""Display lines of like form, and paragraphs of pages that have lost their indents."""

from __future__ import annotations

import pytest

from summarizer import split
from summarizer.splitter.blocks import build_blocks
from summarizer.splitter.lines import read_lines
from summarizer.splitter.roles import looks_running
from summarizer.splitter.series import series
from summarizer.splitter.weights import WEIGHTS

TEXT_ZH = "　　原来要交的材料有21份，现在减到9份，其中六份由部门之间互相调取，店主只需要带身份证和租房合同到窗口。\n"
TEXT_EN = (
    "Plows will start at four in the morning on the main roads and reach side streets by noon on most days.\n"
)


def in_series(text: str) -> list[str]:
    blocks = build_blocks(read_lines(text), WEIGHTS)
    found = series(blocks, [looks_running(block) for block in blocks])
    return [block.text for block, alike in zip(blocks, found, strict=True) if alike]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["先算清污水账", "再算清产业账"], TEXT_ZH),
        (["天气：寒潮刚走", "库存：足够三天"], TEXT_ZH),
        (["Q1：谁可以申请", "Q2：到哪里申请"], TEXT_ZH),
        (["How it works", "How to report a street"], TEXT_EN),
    ],
)
def test_subheads_of_one_form_are_a_series(lines: list[str], text: str) -> None:
    page = "".join([f"{line}\n{text}" for line in lines])
    assert in_series(page) == lines


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["城北水厂换上新滤池", "飞鱼队主场告捷"], TEXT_ZH),
        (["Storm shelter opens at school", "County delays vote on landfill"], TEXT_EN),
    ],
)
def test_headlines_of_different_articles_are_none(lines: list[str], text: str) -> None:
    assert not in_series("".join([f"{line}\n{text}" for line in lines]))


def test_a_line_without_text_below_is_in_no_series() -> None:
    assert not in_series(f"先算清污水账\n再算清产业账\n{TEXT_ZH}")


PARAGRAPHS = [
    "本报讯昨天上午，改造了七个月的城西菜场重新开门，摊位从原来的九十六个减到七十二个，通道加宽到三米，屋顶换成采光板。",
    "菜场负责人介绍说，试营业期间摊位费减半，市民可凭小票停车一个小时，地下车库的车位也增加到了二百一十个。",
    "记者在现场看到，水产区单独设了排水沟，地面不再湿滑，摊主们说这是最实在的变化，老顾客也都回来了，生意比从前好。",
    "下一步，街道还将改造城东的两个菜场，预计明年年底前完工，届时全区的菜场都将装上采光顶和排水沟。",
]


def set_page(wide: int, first: int) -> str:
    """Set the paragraphs in lines of `wide` ideographs, each paragraph's first one `first` wide."""
    lines = ["城西菜场今起试营业"]
    for paragraph in PARAGRAPHS:
        lines.append(paragraph[:first])
        lines += [paragraph[at : at + wide] for at in range(first, len(paragraph), wide)]
    return "\n".join(lines) + "\n"


def test_lines_that_lost_their_indent_open_paragraphs_even_below_a_full_line() -> None:
    text = set_page(19, 17)
    assert any(line.opens for line in read_lines(text))
    assert split(text)[0].body.split("\n") == PARAGRAPHS


def test_no_line_opens_by_its_width_where_first_lines_are_full() -> None:
    assert not any(line.opens for line in read_lines(set_page(19, 19)))
