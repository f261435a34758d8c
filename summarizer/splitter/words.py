"""Words that say nothing about the subject of an article, counted over a thousand articles of the press."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

import re
from itertools import pairwise
from operator import add

# Ideographs whose pairs any text holds.
PLAIN = frozenset(
    "的了是在和不也都就而与或一这那们个为之其将已被把从到对向于及等着过年月日万亿元人"
    "很还又并以所可能会要让更最后前来去说"
)

# Pairs of ideographs that any article may hold.
COMMON = frozenset(
    """
    上年 下降 不断 世界 中国 中心 主要 了解 产品 什么 今年 介绍 他们 以上 以下 价格 企业
    会议 但是 作为 使用 信息 全国 全市 全年 全省 关注 其中 其实 具有 准备 出现 分别 分析
    分点 加强 加快 包括 北京 原因 去年 参与 发展 发布 发现 另外 只有 同时 同比 因为 因此
    国内 国家 国际 基本 增加 增长 大家 如何 如果 完全 实现 工作 左右 市场 市委 希望 应该
    建设 开始 强调 影响 得到 总额 情况 成为 我们 所有 技术 投资 报道 拥有 持续 指出 据悉
    接受 推动 推进 提供 提高 收入 政府 政策 效果 数据 方式 时候 时间 明显 昨天 昨日 是否
    显示 有关 有效 服务 未来 本报 机会 根据 此次 每年 比上 比较 没有 活动 消息 消费 特别
    环境 甚至 生活 由于 百分 目前 相关 看到 知道 研究 社会 第二 管理 经济 结束 继续 考虑
    而且 自己 获得 虽然 行业 表现 表示 要求 认为 记者 设计 调整 负责 责任 超过 达到 近日
    进入 进行 选择 通过 那么 部分 重点 重要 问题 除了 随着 需要 非常 预计
    """.split()  # noqa: SIM905
)

# English words that any article may hold.
STOP = frozenset(
    """
    the but and for one new she our you are was its his her who all any can get got had has him how let may not now off old out own say see too two use way why yes yet
    about according across after again against almost already also always among another around away back
    became because been before began being believe best better between both bring called case change
    city come comes coming community company could country data days decision different does doing done
    during each early enough even every expected experience fact family find first five found friday
    from full future general getting give given going good government great group half have having head
    help here high home hours house however including information instead into just keep know known
    large last late later least left less life like likely line little local long look looking made
    major make makes making many market members might million minutes monday month months more most much
    must name national near nearly need never news next night nothing number offer officials often once
    only open other others over part past people percent place plan play point possible power president
    problem provide public rate reached really recent recently report reported right said same saturday
    says second security seen several should show side since small some something soon start state
    statement states still such sunday support sure system take taken taking team than that their them
    then there these they thing things think third this those though thought three through thursday time
    times told took toward trying tuesday under until used using very want wednesday week weeks well
    went were what when where whether which while white whole will with within without work working
    world would year years your
    """.split()  # noqa: SIM905
)

# English words that a headline of the older manner leaves without a capital.
SMALL = frozenset(
    """
    a an and as at but by for from in into is its nor of off on or out over per the to up via vs with
    """.split()  # noqa: SIM905
)

# English words that hardly ever have a capital but where a sentence begins; titles (The Hague, A Farewell to Arms) do.
BEGINNERS = SMALL | frozenset(
    """
    after although among another anyone anything because before both despite during each everyone everything few he
    here how however if it many more most nobody not nothing nearly she since so some someone something such that their
    there these they this those though under until we what when where whether which while why you
    """.split()  # noqa: SIM905
)

# Those that names begin with too (Her Majesty, Two Rivers), and a small letter follows in a sentence alone.
NAMED_FIRST = frozenset("Her His Just Last My No One Our Three Two Your".split())  # noqa: SIM905

# The first character stands before the choice, so that the engine skips to it.
_WORD = re.compile(
    r"[A-Za-z\d](?:(?<=[A-Za-z])[A-Za-z'-]{3,20}|(?<=[A-Z])[a-z]{2}(?![A-Za-z])|(?<=\d)[\d.,]*\d)"
)


def _telling() -> str:
    """Return the ranges of ideographs without the plain ones, for a character class."""
    edges = [0x33FF, *sorted(map(ord, PLAIN)), 0xA000]
    return "".join(f"{chr(low + 1)}-{chr(high - 1)}" for low, high in pairwise(edges) if high - low > 1)


_HAN = re.compile(f"[{_telling()}]{{2,40}}")


def tokens(text: str) -> set[str]:
    """Return the tokens that a headline is compared by: pairs of ideographs, word stems, numbers."""
    found: set[str] = set()
    if not text.isascii():
        found.update(*[map(add, run, run[1:]) for run in _HAN.findall(text)])
        found -= COMMON
    words = set(map(str.lower, _WORD.findall(text))) - STOP
    found.update([word[:-2] if len(word) > 6 else word[:4] for word in words])
    return found


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Return the cosine of two sets of words, from 0 to 1; 0 where one of them is empty."""
    return len(one & two) / (len(one) * len(two)) ** 0.5 if one and two else 0.0


# How a paragraph opens that goes on with what was told above it.
GOES_ON_ZH = (
    r"(?:"
    "会议|大会|全会|会上|会前|会后|论坛|此外|同时|与此同时|另外|另据|另一|据悉|据了解|据介绍|据统计|据测算|据报道|据[^，。]{2,10}介绍|截至|目前|当前|眼下|其中|"
    "此次|本次|这次|当天|当日|当晚|当时|下午|上午|晚上|随后|之后|接着|最后|对此|对于|为此|此前|下一步|接下来|根据|按照|依据|除了|除此|作为|随着|"
    "他|她|它|该|这|那|其|但|不过|而|然而|可|因此|所以|于是|如今|现在|后来|原来|记者(?:了解|看到|注意|发现|采访)|在[^，。]{2,12}(?:看来|中|上|现场)，|"
    "双方|与会|参会|公司|分[^，。]{1,6}看|从[^，。]{1,8}看|我|你|今后|未来|一方面|另一方面|首先|其次|再次|第[一二三四]|[一二三四五]是|[一二三四五]要|"
    "事实上|实际上|值得|不仅|不少|有人|有的|也|还|又|更|尽管|虽然|即便|如果|由于|因为|至于|比如|例如|总之|活动|报告|方案|项目|数据显示|业内|专家|分析"
    r")"
)
GOES_ON_EN = (
    r"[“\"‘']?"
    r"(?:He|She|They|It|We|I|You|His|Her|Their|Its|Our|My|This|That|These|Those|There|Such|Both|Others?|Another|Some|Most|Many|Few|Each|Neither|"
    r"But|And|Or|So|Yet|Still|Also|However|Meanwhile|Instead|Nevertheless|Moreover|Besides|Then|Now|Later|Earlier|Since|Although|Though|While|If|When|Because|Despite|"
    r"Under|Among|In addition|In other|For example|For now|As for|According|Asked|Even|Not|Only|Once|Until|Afterwards?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord)\b"
)
# … and of these, how none opens that is an article's first.
TAKES_UP_ZH = (
    r"(?:会议(?:[^召举]{0,8}(?:强调|指出|要求|决定|认为|听取|审议|通过|通报|明确|研究|充分)|还|上)|全会(?:强调|指出|要求|认为|提出)|"
    r"此外|同时|与此同时|另外|其中|据悉|据了解|据介绍|对此|为此|随后|之后|编后[：:]|[（(][二三四五六七八九十]{1,3}[）)]|[二三四五六七八九十]{1,2}、|他|她|它|该|但|然而|不过|因此|所以|于是|而且|除此)"
)
TAKES_UP_EN = r"[“\"‘']?(?:He|She|They|It|But|And|However|Meanwhile|His|Her|Their|This|These|Those|Such|Also|Mr|Mrs|Ms)\b"
_GOES_ON = {True: re.compile(GOES_ON_ZH), False: re.compile(GOES_ON_EN)}


_TAKES_UP = {True: re.compile(TAKES_UP_ZH), False: re.compile(TAKES_UP_EN)}


def takes_up(text: str, *, cjk: bool) -> bool:
    """Tell whether the first words of a paragraph are such as no article opens with."""
    return _TAKES_UP[cjk].match(text) is not None


def goes_on(text: str, *, cjk: bool) -> bool:
    """Tell whether the first words of a paragraph take up what was told above it."""
    return _GOES_ON[cjk].match(text) is not None
