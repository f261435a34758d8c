"""The labels of sections, columns and roundups: most are known word for word."""

# ruff: noqa: E501 - a pattern is read best in one piece

from __future__ import annotations

from summarizer.splitter.marks.form import Mark, Row

_ZH: dict[str, str] = {
    "section": (
        "要闻 综合 县区 区县 市县 综合新闻 国内国际 国际新闻 国内新闻 本地新闻 时政 时事 时政要闻 评论 理论 社论 时评 言论 声音 观点 观察 论坛 体育 财经 经济 文化 社会 民生 教育 科技 健康 娱乐 法治 三农"
        " 公司 市场 产业 楼市 汽车 旅游 副刊 周刊 专版 专刊 专题 专栏 特刊 广场 国际 国内 本地 城事 都市 两岸 港闻 天下 视野 视点 焦点 热点 人物 图片新闻 图片故事"
        " 读者来信 来信 来函 来论 编辑回音 编读往来 今日谈 今日关注 今日话题 今日论语 一线话题 热点聚焦 新闻聚焦 新闻观察 民生热线 民生关注 市民热线 百姓热线 百姓话题"
        " 奋进者 奋斗者 追梦人 劳动者之歌 身边好人 凡人善举 先锋榜 文化周末 经济视野 理论学习 思想纵横 学习园地 乡村振兴 法治社会 健康周刊 教育周刊 科普周刊 科普 文艺 文苑 诗歌 散文 随笔 杂文 小说 连载 书评 读书"
        " 影评 艺术 收藏 文史 史话 公告 启事 通告 通知 声明 简报 数据 快评 短评 微评 热评 锐评 街谈 家园 生活 消费 维权 情感 校园 少年 老年 军事 环球 国际观察 天气 提示"
    ),
    "index": "导读 本报导读 今日导读 本期导读 要闻导读 精彩导读 今日看点 本期看点 要闻提示 今日要闻导读 内容提要 今日提要 版面导读",
    "roundup": (
        "简讯 快讯 短讯 简明新闻 新闻速览 一句话新闻 要闻速览 县域速览 今日速览 微播报 街谈巷议 新闻集装箱 社区直通车 乡镇传真 基层传真 部门传真 一周要闻 一周新闻 财经速递 公告速递 国际瞭望 环球瞭望 部门动态 基层动态 乡镇动态"
    ),
    "table": "今日指数 昨日指数 赛果 昨日赛果 今日赛果 战报 昨日战报 比分 积分榜 射手榜 排行榜 赛程 今日赛事 行情 股市行情 昨日收盘 今日收盘 汇率 外汇牌价",
    "contact": "征订启事 新闻热线 报料热线 爆料热线 广告热线 登报热线 征稿 征稿启事 稿约 约稿 约稿启事 敬告读者 致读者 本报启事 本报声明",
    "advert": "广告 公益广告 分类广告 便民信息 遗失声明 招租 招聘启事 招聘 诚聘 招聘信息 招生 拍卖公告 招标公告 停电公告 停电通知 停电预告 停水公告 停水通知 停气公告 停气通知 寻物启事 寻人启事",
}
_EN: dict[str, str] = {
    "section": (
        "local|state|nation|world|business|sport|sports|opinion|letters|life|arts|region|metro|news|companies|markets|obituaries|community|editorial|editorials|comment|commentary|letters to the editor|your letters|readers' letters"
        "|home news|world news|foreign news|local news|national news|sports news|business news|city|city news|home|foreign|international|politics|science|health|culture|the arts|lifestyle|features|education|travel|money|technology|environment"
        "|district court|county court|circuit court|superior court|police court|court record|court records|court report|court news|in the courts|law report|law reports|vital statistics|public record|public records|real estate transfers|property transfers"
        "|births, marriages and deaths|births, deaths and marriages|personal|personals|social|society|church notes|local intelligence|latest intelligence|foreign intelligence|domestic intelligence|shipping intelligence|ship news"
        "|shipping news|marine intelligence|commercial|commercial intelligence|money market|postscript|police|police intelligence|town talk|miscellaneous|varieties|poetry|agriculture|telegraphic|by telegraph|local brevities|local matters|local items"
        "|guest column|weddings|engagements|calendar|datebook|entertainment|agenda|economy|your money|people|gossip|diary|court circular|parliament|parliamentary intelligence"
    ),
    "roundup": (
        "briefs|briefly|in brief|news in brief|the world in brief|world in brief|nation in brief|business in brief|in short|briefly noted|digest|news digest|news briefs|local briefs|roundup|at a glance|police log|police blotter|police reports|fire log|world briefing|briefing|in other news|around the region|around the state|around the county|around the nation|around the world|across the region|across the state|across the nation|across the county"
    ),
    "contact": "contact us|how to reach us|how to contact us|write to us",
    "index": "inside|index|in this issue|inside today|in today's paper|what's inside",
    "correction": "for the record|setting it straight|corrections|correction|clarification",
    "lottery": "lottery",
    "table": "by the numbers|how they voted|if you go|markets at a glance|on tv tonight|tv tonight|tides|exchange rates|scoreboard|standings|grain prices|local grain|market watch|community calendar|what's on|what’s on|sudoku|crossword|quick crossword|thought for the day|word of the day|quote of the day|on this day",
}


def _titled(name: str) -> str:
    small = ("the", "and", "of", "in", "to", "at", "a")
    words = [word if word in small and at else word.capitalize() for at, word in enumerate(name.split())]
    return " ".join(words)


def _labels() -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for kind, names in _ZH.items():
        for name in names.split():
            found.setdefault(
                name,
                Mark(
                    kind, 4.0 if kind in ("index", "contact", "advert") else 3.5 if kind == "roundup" else 3.0
                ),
            )
    for kind, names in _EN.items():
        for name in names.split("|"):
            heavy = 4.0 if kind in ("contact", "correction", "index") else 3.5 if kind == "roundup" else 3.0
            for form, weight in (
                (name.upper(), heavy),
                (name.capitalize(), heavy - 0.5),
                (_titled(name), heavy - 0.5),
            ):
                found.setdefault(form, Mark(kind, weight))
    return found


LABELS = _labels()
SECTION_ZH: list[Row] = [
    (
        "roundup",
        3.5,
        r"[□■◎●○◆◇△▲⊙★☆【]{0,3} ?(?:[\u4e00-\u9fff]{0,4}(?:简 ?讯|快 ?讯|短 ?讯|速览|集锦|快递|快报|微新闻|短波|短新闻|动态|点击|一句话新闻|新闻速递|要闻简报|扫描|连线|拾零))(?: ?[A-Z]?\d{0,3}版?| ?[】□■◎●○◆◇△▲⊙★☆]{1,3})?$",
    ),
    (
        "section",
        3.0,
        r"(?:简 ?讯|要 ?闻|快 ?讯|短 ?讯|公 ?告|启 ?事|通 ?告|通 ?知|声 ?明|综合新闻|国内国际|国际新闻|国内新闻|本地新闻|时 ?评|体 ?育|财 ?经|文 ?化|社 ?会|民 ?生|公 ?司|副 ?刊|导 ?读|(?:(?!虚假|发布|采访|报道|制造|重大)[\u4e00-\u9fff]{2})?新闻|(?:本市|国内|国际|体育|财经|社会|文教|各地)?(?:简讯|要闻|短波|新闻|动态|集锦|简报|点击|连线|快报|综述))(?: ?[A-Z]?\d{0,3}版?)?$",
    ),
    (
        "section",
        3.0,
        r"(?:要闻|综合|国际|国内|本地|法治|社会|文化|体育|财经|经济|教育|科技|健康|民生|城事|公司|市场|评论|周末|科普)[ ·](?:[\u4e00-\u9fff]{2}$)|[\u4e00-\u9fff]{2}(?:(?:广角|视窗|纵横|天地|之窗|瞭望|大观|论坛|频道|专栏|专版|专刊|周刊|副刊|茶座|沙龙|走笔|漫笔|札记|脞语|琐语|絮语|丛谈|漫谈|回音|聚焦|词典)$)",
    ),
]
SECTION_EN: list[Row] = [
    (
        "roundup",
        3.5,
        r"(?:(?:[A-Z]+|[A-Z][a-z]+|in|IN|of|OF|the|THE) ){0,3}(?:BRIEFS?|Briefs?|brief|BRIEFLY|Briefly|DIGEST|Digest|ROUNDUP|Roundup|AT A GLANCE|at a glance|POLICE LOG|Police log|POLICE BLOTTER)(?: (?:&|AND|and) [A-Z]\w+)?$|Around the [A-Z][a-z]+$|AROUND THE [A-Z]+$|[A-Z]{3,12} (?:BITES|SHORTS|NOTEBOOK)$",
    ),
    (
        "section",
        3.0,
        r"(?:LOCAL|STATE|NATION|WORLD|BUSINESS|SPORTS?|OPINION|LETTERS|LIFE|ARTS|REGION|METRO|NEWS|CITY|COMPANIES|MARKETS|OBITUARIES|BRIEFS|BRIEFLY|IN BRIEF|NEWS IN BRIEF|DIGEST|NEWS DIGEST|ROUNDUP|POLICE LOG|COMMUNITY|EDITORIALS?|COMMENT(?:ARY)?|LETTERS TO THE EDITOR|AROUND THE [A-Z]+)(?: (?:&|AND) [A-Z]+)?(?: (?:NEWS|BRIEFS|DIGEST|IN BRIEF|ROUNDUP|PAGE|SECTION))?\.?$",
    ),
    (
        "section",
        2.5,
        r"(?:(?:Local|State|Nation(?:al)?|World|Business|Sports?|Opinion|Letters|Region(?:al)?|Metro|Companies|Markets|Community|City|Home|Foreign|International|Politics|Science|Health|Culture|Arts|Life|Comment|Briefs|Briefly|Digest|Roundup|News|Around the [A-Z][a-z]+|Obituaries)(?: (?:&|and) [A-Z][a-z]+)?)(?: (?:News|news|Briefs|briefs|in [Bb]rief|Digest|Roundup|Page))?$",
    ),
    ("section", 3.0, r"(?:Judge|Justice|Magistrate) [A-Z][\w.' ]{3,40} presiding[.:]?$"),
]
