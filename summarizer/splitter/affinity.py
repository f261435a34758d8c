"""Which running text a headline is about: shared words and characters, counted without building an index."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.splitter.blocks import Block

_REACH = 500  # characters of running text below that a headline is compared with
_BACK = 2400  # and above, back to where the article seems to begin
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]{3,20}|[A-Z][a-z]{2}(?![A-Za-z])|\d[\d.,]*\d")
# Characters whose pairs say nothing about a subject, and pairs that any article may hold.
_PLAIN = frozenset("的了是在和不也都就而与或一这那们个为之其将已被把从到对向于及等着过年月日万亿元人很还又并以所可能会要让更最后前来去说")


def _telling() -> str:
    """Return the ranges of ideographs without the plain ones, for a character class."""
    edges = [0x33FF, *sorted(map(ord, _PLAIN)), 0xA000]
    pairs = zip(edges, edges[1:], strict=False)
    return "".join(f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairs if high - low > 1)


_HAN = re.compile(f"[{_telling()}]{{2,40}}")
_COMMON = frozenset(
    "没有 时间 记者 自己 表示 同时 我们 中国 开始 目前 进行 市场 如果 北京 因为 今年 成为 选择 他们 问题 非常 情况 需要 作为 "
    "通过 认为 但是 部分 虽然 其中 出现 重要 什么 发展 产品 工作 主要 由于 投资 显示 获得 了解 经济 价格 影响 希望 表现 得到 "
    "时候 进入 关注 达到 提供 比较 机会 而且 国家 包括 第二 只有 特别 设计 相关 大家 报道 因此 所有 企业 国际 世界 甚至 使用 "
    "根据 方式 行业 超过 应该 看到 拥有 中心 国内 除了 消息 政策 政府 活动 管理 去年 要求 生活 发现 增长 随着 继续 如何 准备 "
    "知道 研究 数据 其实 基本 增加 技术 调整 另外 介绍 提高 具有 不断 是否 那么 环境 完全 实现 信息 分析 明显 社会 考虑 服务 "
    "未来 结束 接受 有关 原因 发布 消费 参与 效果 全国 持续 有效 同比 全市 全省 会议 本报 市委 建设 加快 推进 强调 指出 重点 "
    "推动 加强 昨天 近日 昨日 据悉 此次 负责 责任 预计 下降 分别 比上 上年 百分 分点 以上 以下 左右 每年 全年 总额 收入".split()
)
_STOP = frozenset(
    "about according across after again against almost already also always among another around away back became because"
    " been before began being believe best better between both bring called case change city come comes coming community"
    " company could country data days decision different does doing done during each early enough even every expected"
    " experience fact family find first five found from full future general getting give given going good government"
    " great group half have having head help here high home hours house however including information instead into just"
    " keep know known large last late later least left less life like likely line little local long look looking made"
    " major make makes making many market members might million minutes month months more most much must name national"
    " near nearly need never news next night nothing number offer officials often once only open other others over part"
    " past people percent place plan play point possible power president problem provide public rate reached really"
    " recent recently report reported right said same says second security seen several should show side since small"
    " some something soon start state statement states still such support sure system take taken taking team than that"
    " their them then there these they thing things think third this those though thought three through time times told"
    " took toward trying under until used using very want week weeks well went were what when where whether which while"
    " white whole will with within without work working world would year years your"
    " monday tuesday wednesday thursday friday saturday sunday".split()
)


def tokens(text: str) -> set[str]:
    """Return the tokens that a headline is compared by: pairs of ideographs, word stems, numbers."""
    found: set[str] = set()
    for run in _HAN.findall(text):
        found.update([run[at : at + 2] for at in range(len(run) - 1)])
    found -= _COMMON
    for word in _WORD.findall(text):
        low = word.lower()
        if low not in _STOP:
            found.add(low[: max(4, len(low) - 2)])
    return found


class Match(NamedTuple):
    """Shares of a headline's tokens: in the text above, in that below, in one of the two only; and how far to trust them."""

    above: float
    below: float
    only_above: float
    only_below: float
    trust: float


def _bounds(block: Block) -> bool:
    """Tell whether a byline or a credit bounds an article here."""
    return any(mark is not None and mark.weight >= 4 for mark in (block.byline, block.credit))


class Affinity:
    """Compares display blocks with the running text above and below them."""

    def __init__(self, blocks: list[Block], running: list[bool]) -> None:
        self._blocks = blocks
        self._running = running

    def of(self, at: int) -> Match:
        """Return the shares of block `at`'s tokens that stand in the texts around it."""
        words = tokens(self._blocks[at].text)
        if not words:
            return Match(0.3, 0.3, 0.0, 0.0, 0.0)
        above, below = self._above(at), self._below(at)
        up = {word for word in words if word in above}
        down = {word for word in words if word in below}
        size = len(words)
        return Match(
            len(up) / size,
            len(down) / size,
            len(up - down) / size,
            len(down - up) / size,
            min(1.0, size / 4),
        )

    def _below(self, at: int) -> str:
        parts: list[str] = []
        size, skipped = 0, 0
        for i in range(at + 1, min(len(self._blocks), at + 14)):
            block = self._blocks[i]
            if self._running[i]:
                if parts and block.lead and block.lead.weight >= 2.5:
                    break
                parts.append(block.text)
                size += len(parts[-1])
                if size > _REACH or block.signed:
                    break
            elif parts and _bounds(block):
                break
            elif parts and skipped > 1:
                break
            elif parts:
                skipped += 1
        return "".join(parts)[: _REACH * 2].lower()

    def _above(self, at: int) -> str:
        parts: list[str] = []
        size = 0
        for i in range(at - 1, max(-1, at - 40), -1):
            block = self._blocks[i]
            if self._running[i]:
                if parts and block.signed:
                    break
                parts.append(block.text[-_BACK:])
                size += len(parts[-1])
                if size > _BACK or (block.lead and block.lead.weight >= 2.5):
                    break
            elif parts and _bounds(block):
                break
        return "".join(parts)[: _BACK * 2].lower()


_WINDOW = 400  # characters of running text on each side of a seam
_SAMPLE = 500  # characters of a block that are looked at
_EVEN, _PACE = 0.005, 0.035  # likeness at even odds, and how fast the odds turn


def breaks(blocks: list[Block], running: list[bool]) -> list[float]:
    """Return for every block how surely the text from it on is about something new: -1 it goes on, 1 it is new.

    Words recur within an article: the text on both sides of a seam is compared, less what the lower side shares with
    its own continuation, so that a page on one subject doesn't look like one article. Over mixtures of 400 articles
    of the press this tells seams between articles from others with an area under the curve of 0.90 to 0.96.
    """
    texts = [i for i in range(len(blocks)) if running[i]]
    words = [tokens(blocks[i].text[:_SAMPLE]) for i in texts]
    sizes = [min(len(blocks[i].text), _SAMPLE) for i in texts]
    found = [0.0] * len(blocks)
    for k, i in enumerate(texts):
        if k and len(words[k]) >= 5:
            above, size_above = _window(words, sizes, k - 1, -1)
            after, _ = _window(words, sizes, k + 1, 1)
            below = words[k] if sizes[k] >= _WINDOW else words[k] | after
            if above and below:
                like = len(above & below) / (len(above) * len(below)) ** 0.5
                like -= 0.3 * len(words[k] & after) / len(words[k])
                trust = min(1.0, len(words[k]) / 20) * min(1.0, size_above / 150, sizes[k] / 200)
                found[i] = max(-1.0, min(1.0, (_EVEN - like) / _PACE)) * trust
    ahead = 0.0
    for i in range(len(blocks) - 1, -1, -1):
        if running[i]:
            ahead = found[i]
        else:
            found[i] = ahead
    return found


def _window(words: list[set[str]], sizes: list[int], at: int, step: int) -> tuple[set[str], int]:
    """Return the words of the blocks from `at` on in direction `step`, and how many characters they have."""
    if not 0 <= at < len(words):
        return set(), 0
    found, size = words[at], sizes[at]
    at += step
    while size < _WINDOW and 0 <= at < len(words):
        found = found | words[at]
        size += sizes[at]
        at += step
    return found, size
