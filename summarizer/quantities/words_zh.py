"""Chinese measure words, hedges, and the fixed phrases whose numerals are no figures."""

# A table of words reads best as words.
# ruff: noqa: SIM905
from __future__ import annotations

import re

# Measure words that make a numeral a figure, longest first in the pattern; people's are in units.py.
MEASURES = (
    "家次 户次 架次 车次 车道 班次 航次 场次 例次 剂次 票次 批次 届次 艘次 列次 台次 件次 标箱 "
    "标准箱 床位 学位 机位 车位 泊位 工位 "
    "管 个 家 只 头 条 件 项 座 所 台 辆 艘 架 套 章 栋 幢 口 匹 棵 株 枚 颗 粒 篇 部 本 册 卷 "
    "张 封 份 幅 场 届 次 起 宗 笔 批 种 类 "
    "款 间 处 片 块 段 句 字 把 根 支 枝 杯 瓶 碗 盘 箱 袋 包 桶 盒 双 对 副 组 队 班 期 轮 "
    "趟 遍 票 局 科 孔 扇 盏 顶 尊 具 股 "
    "例 剂 针 床 列 节 单 盆 筐 车 船 堂 门 首 曲 集 页 行 代 层 级 版 号 国 省 市 县 区 镇 "
    "乡 村 胎 羽 尾 株 垄 席 卡 桌 站 步 "
    "倍 票 分 环 金 银 铜 枪 颗 轴 帧 路 连 排 营 户 岁 席 档 环节 大类 小类 品种 字节 通 趟 "
    "顿 餐 盏 味 道 角 毛 毫 点 夜 分钱 毛钱 角钱"
).split()
_OVER = (
    "超过 超 逾 突破 多达 高达 不少于 不低于 不小于 至少 大于 高于 多于 起码 最少 过 "
    "达到或超过 上 不止 至少有 最少有 超出 大于等于 大于或者等于 大于或等于"
)
_UNDER = (
    "不到 不足 低于 少于 近 将近 接近 小于 至多 最多 不超过 不高于 不多于 不大于 未满 不满 "
    "逼近 未达 最多为 不超 未超过 小于等于"
)
_ABOUT = "约 大约 大概 约为 约合 约占 估计 差不多 约有 大致 约需 近似"
HEDGES = {
    **dict.fromkeys(_OVER.split(), "over"),
    **dict.fromkeys(_UNDER.split(), "under"),
    **dict.fromkeys(_ABOUT.split(), "about"),
}
# A hedge that ends another word is none: 经过3年, 以上, 附近.
HEDGE_STOPS: dict[str, tuple[str, ...]] = {
    "过": ("经过", "通过", "度过", "过过", "举办过", "来过", "透过", "不过", "走过", "做过", "有过", "去过"),
    "上": (
        "以上",
        "会上",
        "网上",
        "线上",
        "地上",
        "晚上",
        "早上",
        "加上",
        "上上",
        "场上",
        "榜上",
        "史上",
        "路上",
        "市上",
        "身上",
        "础上",
    ),
    "近": ("附近", "最近", "靠近", "邻近", "临近", "远近", "新近"),
    "约": ("签约", "合约", "条约", "公约", "节约", "预约", "违约", "纽约", "续约", "集约"),
    "超": ("英超", "中超", "赶超", "反超", "商超", "高超"),
}
HEDGES_AFTER = {
    "左右": "about", "上下": "about", "以上": "over", "及以上": "over", "或以上": "over", "多": "over",
    "余": "over", "有余": "over",
    "以下": "under", "以内": "under", "之内": "under", "及以下": "under", "不到": "under", "+": "over",
}  # fmt: skip
# 半 begins another word here, and halves nothing.
HALF_WORDS = (
    "半导",
    "半决",
    "半自",
    "半成品",
    "半挂",
    "半岛",
    "半程",
    "半山",
    "半径",
    "半夜",
    "半路",
    "半数",
    "半官",
)
# What a measure word must not be followed by: 三级 in 三级联动 is no count, 3分 in 3分之1 neither.
NOT_BEFORE: dict[str, tuple[str, ...]] = {
    "通": ("过", "报", "知", "信", "车", "道"),
    "分": ("之", "一", "1"),
    "方": ("面", "法", "案", "向", "针", "式", "略", "阵", "位", "便", "言", "程", "便"),
    "口": ("岸", "号", "碑", "头", "腔", "味"),
    "部": ("门", "分", "委", "署", "队", "长", "级", "落"),
    "名": ("列", "单", "称", "义", "字", "牌", "为", "誉"),
    "位": ("数", "于", "列", "居", "置", "元"),
    "家": ("庭", "里", "人", "乡", "属", "长", "园", "用", "电", "具", "常"),
    "人": ("民", "类", "工智", "大", "均", "心", "造", "文", "行道", "事", "力资", "社"),
    "场": ("地", "馆", "所", "景"),
    "级": ("别", "差", "联"),
    "条": ("件", "例", "约", "文"),
    "项": ("目",),
    "号": ("称", "召", "码", "楼", "线", "文", "公路", "机"),
    "国": ("家", "道", "务", "有", "内", "际", "企", "资", "产"),
    "管": ("理", "道", "委", "网", "制", "控", "辖", "线", "家", "护", "教"),
    "单": ("元", "位", "独", "项", "据", "价", "身", "一", "边", "纯"),
    "省": ("级", "委", "道", "长", "政", "内"),
    "市": ("场", "委", "长", "级", "民", "政", "值"),
    "县": ("域", "委", "长", "级", "道"),
    "区": ("域", "委", "长", "级", "间", "块"),
    "克": ("服", "隆", "里"),
    "年": ("轻", "级", "龄", "货", "味"),
    "天": ("然", "津", "气", "空", "安门", "下", "津"),
    "里": ("程", "面", "约", "程碑"),
    "米": ("饭", "粉", "袋", "兰"),
    "元": ("旦", "素", "宵", "首", "勋", "宇"),
    "斤": ("斤",),
    "度": ("假", "过", "电", "假"),
    "周": ("边", "围", "一", "二", "三", "四", "五", "六", "日", "末", "报", "刊"),
    "代": ("表", "码", "理", "价", "替"),
    "行": ("业", "动", "政", "为", "程", "驶", "人"),
    "门": ("店", "票", "槛", "户"),
    "处": ("于", "理", "置", "在", "罚", "分", "境"),
    "股": ("份", "票", "东", "权"),
    "步": ("行", "伐", "入"),
    "车": ("辆", "站", "间", "企"),
    "路": ("线", "段", "面", "径"),
    "层": ("次", "级", "面"),
    "桌": ("子", "面"),
    "期": ("间", "待", "望", "限"),
    "类": ("似", "型", "别"),
    "组": ("织", "成", "合", "建", "长"),
    "会": ("议",),
    "所": ("有", "在", "谓", "以", "属"),
    "点": ("燃", "击"),
    "两": ("岸", "会", "国", "地", "者", "个"),
    "时": ("间", "代", "期", "候"),
    "日": ("报",),
    "码": ("头",),
    "节": ("约", "能", "目", "日", "点"),
    "重": ("要",),
    "版": ("本", "权"),
    "金": ("融", "额", "属", "华", "山"),
    "银": ("行",),
    "队": ("伍", "员"),
    "位元": (),
}

# Phrases whose numerals count nothing. `*` is any numeral.
IDIOMS = """
一带一路 一国两制 三位一体 五位一体 万无一失 三番五次 三番两次 七嘴八舌 一马当先 一鼓作气 一举
一方面 另一方面 一定 一些 一时 一地 一概 一老一小 一刻 一面 一旦 一样 一般 一起 一直 一致
一切 一线 一流 一度 一律 一向 一再 一边 一道 一同 一体 一批批 一站式 一揽子 一条龙 一把手
一盘棋 一家人 一家之言 一口气 一条心 一张网 一件事 一门心思 一门式 一股劲 一下子 一会儿 一路
一系列 一刀切 一窗 一网通办 一码 一点 一番 一股 一步步 一次次 一个个 一件件 一座座 一户户
一家家 一条条 一张张 一幕幕 一排排 一片片 一代代 一代又一代 一次又一次 一个又一个 一批又一批
一届接着一届 一步一个脚印 一步一步 一天天 一年年 一年一度 一年四季 一天到晚 一日千里 一日之计
一年之计 一夜之间 一时间 一段时间 一类 一号文件 一号工程 一次性 一体化 一级 一带 一号位
一对一 一比一 一分为二 一分一厘 一分钱一分货 一分耕耘 一分收获 一寸光阴 一张白纸 一张蓝图
一茬接着一茬 一手抓 一只手 一门 一行 一位位 一名名 一片 一种 一路上 三言两语 三心二意
三头六臂 三天两头 三天打鱼 三个臭皮匠 三级跳 三级联动 三农 三甲 三亚 三峡 三明 三沙 三星
三伏 三九天 三角 三维 三方 三通 三无 三者 五颜六色 五湖四海 五谷 五台山 五粮液 五指山 五金
五花八门 五四 五一 五星 五年规划 五大连池 四川 四面八方 四通八达 四季 四海 四书五经
四两拨千斤 六神无主 六个一 七上八下 七拼八凑 七夕 七一 八仙 八卦 八方 八一 八宝 八达岭 九江
九寨沟 九州 九龙 九牛一毛 九死一生 九霄 十堰 十字 十全十美 十分 十足 十之八九 十有八九
十里八乡 十里长街 十面埋伏 十指 十月革命 两岸 两会 两地 两手 两手抓 两旁 两侧 两边 两全其美
两个维护 两个确立 二手 二胡 二氧化碳 二级 二线 二维码 二话 二人转 百姓 百花 百年大计
百年老店 百年未有之大变局 百家争鸣 百家讲坛 百尺竿头 百色 百货 百科 百业 百科全书 百般
百米冲刺 百里挑一 百日维新 百合 百战百胜 千方百计 千家万户 千军万马 千里之外 千里之行 千里迢迢
千里马 千里江山 千里眼 千山万水 千千万万 千万不 千万别 千万要 千万注意 千万记 千钧一发
千载难逢 千秋 千古 千变万化 千丝万缕 千差万别 千年古 千篇一律 千锤百炼 千禧 万一 万象 万分
万众一心 万里长城 万里长征 万家灯火 万事 万物 万里无云 万丈 万水千山 万马奔腾 万能 万科 万达
万达广场 万元户 万宁 万州 万向 成千上万 千千万 数一数二 亿万富翁 亿万人民 亿万群众 亿万
半斤八两 半途 半信半疑 半壁江山 半边天 半岛 半导体 半决赛 半程 半路 半空 半导 半成品
半自动 半挂 半圆 半球 半月谈 半官方 零容忍 零距离 零星 零售 零件 零部件 零食 零工 零碳
零排放 零基础 零点行动 零和 零散 零钱 零下 归零 双一流 一二三四五 接二连三 颠三倒四 丢三落四
低三下四 不三不四 说三道四 推三阻四 朝三暮四 再三 乱七八糟 统一 唯一 第一时间 单一 同一 之一
万万 惟一 合一 归一 划一 不一 专一 逐一 周一 周二 周三 周四 周五 周六 星期一 星期二
星期三 星期四 星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 初一 初二 初三 初四
初五 高一 高二 高三 大一 大二 大三 大四 张三 李四 王五 赵六 老二 老三 三三两两 三五成群
双百 百万雄师 两万五千里长征 八九不离十 五十步笑百步 一百八十度 十万八千里 三十而立 三十六计
二十四节气 二十四史 九九归一 三百六十行 七十二变 十五的月亮 百分百 三下五除二 不管三七二十一
五五分成 四世同堂 三世同堂 一家老小 一家三口 七情六欲 三教九流 三六九等 三顾茅庐 三令五申
六六大顺 十万火急 一年到头 百步穿杨 四个意识 四个自信 四个全面 三个代表 两弹一星 两山 十面
五星级 两步走 一步到位 一手 一心 万户侯 三思 两难 两极 四肢 五官 六腑 五脏 两性 两个一百年
二十国集团 七国集团 十一黄金周 十一假期 十一长假 十一期间 十一国庆 国庆十一 五险一金 二胎 三胎
二孩 三孩 三人行 一日不见 十年磨一剑 一日游 一日三餐 有朝一日 一千零一夜 一百零八将 二十四孝
十八大 十九大 二十大 十七大 十六大 十五大 十四大 最后一公里 最先一公里 最后一米 最后一刻
第一公里 最初一公里 一丝 一毫 一味 一套 一环 一席 一席之地 一席话 一通 一路走来 一处 一层
一段 一节 一科 一分 一顿 一角 一把 一串 一阵 一笔 一粒 一颗 一步 一场 三公经费 三公消费
九天揽月 两面性 两面派 两头跑
三包政策 三轮车 千斤顶 六盘山 七零八落 合二为一 三门问题 十一中 万人大会 千人计划 百强县
双十一 双十二 一五一十 三严三实 六稳 六保 百度 三一重工 三七互娱 六盘水
第一线 第一夫人 第一手资料
一二·九
二十五史 百家姓 千字文 万年历 一成不变 成百上千 两点一线 四六级 大年三十 大年初一 二七区 二七广场 二七纪念 二七塔
三门峡 三台县 九台区 五家渠 七台河 八里庄
九里山 五里河
十里堡 五道口 三里屯 六里桥 八宝山 百家湖 三元桥 五棵松 两江新区 万年县 六合区 三家村 十里洋场 百里洲 五里铺
七里河 七里坪 八里湖 三里河 四方区 一汽 二汽 三桥村 五台县 三层楼社区 九里区 万盛 万载 万荣 百步亭 千岛湖
""".split()

_NUMERAL = "〇零一二三四五六七八九十百千万亿两半几"
# What stands before 对折 where it is half the price, and no folded sheet.
PRICED_AT = ("打", "打了", "打出", "按", "享", "享受", "价格")
_HALVED = ("近", "过", "超", "逾", "约", "超过", "达到", "达")


def is_hedged(text: str, at: int) -> bool:
    """Whether 半数 at `at` is a share: 近半数, 半数以上; not 半数票."""
    return text.endswith(_HALVED, 0, at) or text.startswith(("以上", "左右", "以下"), at + 2)


# What must not follow a phrase: 十分 in 十分之一 and 四季 in 四季度 are no phrases.
_UNLESS: dict[str, tuple[str, ...]] = {
    "十分": ("之", "钟"),
    "一分": ("之", "钟"),
    "万分": ("之",),
    "百分百": (),
    "一刻": ("钟",),
    "四季": ("度",),
    "一角": ("一", "二", "三", "四", "五", "六", "七", "八", "九", "钱"),
    "一度": ("电",),
    "三角": ("钱",),
    "三分": ("之",),
    "五一": ("%",),
}
_GOES_ON = frozenset(_NUMERAL + "点")
_NUMERAL_OR_UNIT = frozenset(_NUMERAL + "0123456789点个名家人件项元米度年月天日岁亩吨成倍次届")
# A numeral and the character after it (before it, where it ends the phrase) -> [(phrase, the numeral's
# place)].
IDIOM_AT: dict[str, list[tuple[str, int]]] = {}
for _phrase in IDIOMS:
    for _place, _char in enumerate(_phrase):
        if _char in _NUMERAL:
            _pair = (
                _phrase[_place : _place + 2]
                if _place + 1 < len(_phrase)
                else "<" + _phrase[_place - 1 : _place + 1]
            )
            IDIOM_AT.setdefault(_pair, []).append((_phrase, _place))


def in_idiom(text: str, at: int) -> int:
    """The end of the fixed phrase that the numeral at `at` belongs to, 0 where there is none."""
    best = 0
    for phrase, place in (
        *IDIOM_AT.get(text[at : at + 2], ()),
        *IDIOM_AT.get("<" + text[at - 1 : at + 1], ()),
    ):
        if at < place or not text.startswith(phrase, at - place):
            continue
        end = at - place + len(phrase)
        if phrase in _UNLESS and text.startswith(_UNLESS[phrase], end):
            continue
        # 高二 in 调高二十四度, 一点 in 一点二五: a numeral that goes on is no phrase.
        if phrase[-1] in _GOES_ON and text[end : end + 1] in _NUMERAL_OR_UNIT and text[end : end + 1]:
            continue
        best = max(best, end)
    return 0 if best and text.endswith(("翻", "翻了"), max(0, at - 2), at) else best


_BEFORE_CHRIST = re.compile("[0-9一二三四五六七八九十百千〇零]{1,6}(?:年|世纪)")
_LUNAR_BEFORE = ("农历", "阴历", "旧历", "正月", "腊月", "冬月", "闰月")
_LUNAR = re.compile(
    "(?:闰?[一二三四五六七八九十]{1,2}月)?"
    "(?:初?[一二三四五六七八九十廿]{1,3}(?![〇零年百千万])日?|[0-9]{1,2}(?![0-9万亿.年])日?)?"
)


def undatable(text: str, start: int) -> int:
    """Where a day ends that no ISO date names, of the lunar calendar or before Christ; 0 for others."""
    if text[start - 1 : start] == "前" and text.endswith("公元前", 0, start):
        day = _BEFORE_CHRIST.match(text, start)
        return day.end() if day is not None else 0
    if text[start - 1 : start] not in ("历", "月") or text[start - 2 : start] not in _LUNAR_BEFORE:
        return 0
    day = _LUNAR.match(text, start)
    return day.end() if day is not None and day.end() > start else 0


MEASURE = re.compile("|".join(sorted(set(MEASURES), key=len, reverse=True)))
ORDINAL_MEASURE = re.compile(
    r"航次|航段|批次|"
    r"[个届次条款项版期号段线回名位章节部集卷页轮季场站天年代类种批组局盘座家台任座辆艘枚架棒杆步阶段]|"
    r"人(?!民)|季度|世纪"
)
UNIT_HEADS = tuple(
    "千瓦 千米 千克 千卡 千字节 千赫 千伏 千帕 千比特 千瓦时 兆瓦 兆字节 兆赫 兆帕 百升 百帕".split()
)
_UNIT_NAME = re.compile(rf"(?:千瓦小时|千瓦时|千赫兹|兆瓦时|兆赫兹|{'|'.join(UNIT_HEADS)})(?![万亿])")
_AMOUNT_BEFORE = ("近", "超", "上", "约", "逾", "过", "达", "满", "足", "行", "跑", "走")
_SCALED_NAME = re.compile(
    "[十百千]?[万亿](?:[美欧日港]?元|人次?|吨|户|辆|台|件|股|千瓦时?|[平立]方米)(?=[)）/,，;；。\n]|$)"
)
_OF_A_TABLE = re.compile("单位(?::|为|是)?$|/$|[(（]$")


def name_of_unit(text: str, start: int) -> int:
    """Where a unit ends that is only named (每千瓦时, 单位:万元); 0 where a figure begins."""
    before = text[start - 1 : start]
    if (name := _UNIT_NAME.match(text, start)) is not None:
        return 0 if before in _AMOUNT_BEFORE else name.end()
    if (name := _SCALED_NAME.match(text, start)) is None:
        return 0
    alone = text[start] in "万亿" and not before.strip() and name.end() == len(text)
    labelled = _OF_A_TABLE.search(text, max(0, start - 4), start) is not None
    return name.end() if alone or labelled else 0


PLAN = re.compile(r"十[一二三四五六]五(?!岁|名|个|人|家|万|千|百|天|年|度|米|元)")
# Measure words after 一 that make a noun phrase and no count: 一个问题, 一种精神.
_ARTICLE = frozenset(
    (
        "个 种 些 次 批 类 面 步 场 片 段 层 级 股 把 手 节 门 代 套 环 轮 番 笔 句 处 系 起 部 "
        "组 串 块 号 条 件 项 张 座 行 卡 道 味 版 路 顿 席 环节 品种 通 分 度 里 局 尊 方 站 周 "
        "点 幅 章 篇 角 口 曲 国 省 市 县 区 镇 乡 村 金 银 铜 战 尾 胎 发 丈 寸 尺 载 根 支 枝 "
        "夜 管 列 排 根 桌 顶 字 遍 趟 期 家 队 班"
    ).split()
)
# Measure words that a lone 二 to 九, or 两, does not count with: 两国, 三省, 四方, 二级.
_NOT_LONE = frozenset(
    (
        "国 省 市 县 区 面 方 手 级 号 类 行 代 度 分 步 味 道 路 环 金 银 卡 点 里 层 通 连 节 "
        "乡 村 重 角 步 两 钱 顷 担 码 刀 匹 席 元"
    ).split()
)
_COUNTING = (
    "超近约逾过达仅只共每各有满足余为是前这、和与及在要按用由从到至增减少了，。；：用"
    "派来去新建设开办第投征占出入"
)


def counts(text: str, start: int, end: int, run: str, word: str) -> bool:
    """Whether a Chinese numeral and its measure word are a figure: 三名 yes, 一个 of 一个问题 no."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if run.isascii():
        return True
    if run == "一" and word in ("块", "角", "毛") and after in _NUMERAL_OR_UNIT and after:
        return True
    if word == "号" and len(run) < 4 and "\u4e00" <= before <= "\u9fff" and before not in "第在于至到从月":
        return False  # 神舟十九号
    alone = not before.isalnum() and not after.isalnum()
    if len(run) > 1 or alone:
        return len(run) < 2 or run not in ("万千", "千百", "百千") or alone
    if word == "个" and after == "一" and len(run) == 1:
        return False  # 六个一, 五个一工程
    if run == "一":
        # 一楼一企一船: a slogan's beat.
        return word not in _ARTICLE and text[start - 2 : start - 1] != "一" and after != "一"
    if run in "千百万亿" and (
        text.startswith(("以上", "以下", "左右", "级"), end) or (word == "元" and before in _AMOUNT_BEFORE)
    ):
        return True
    if (
        run in "千百万亿"
        and word in ("里", "年", "户", "人", "家", "般", "号", "科", "分", "元", "次", "代")
        and before not in "上近逾超约数每达满足到过于"
    ):
        return False
    if run == "半":
        return word in (
            "小时",
            "天",
            "年",
            "个月",
            "月",
            "个小时",
            "公里",
            "斤",
            "分钟",
            "周",
            "米",
            "折",
            "成",
            "个",
            "里",
            "个世纪",
            "吨",
            "亩",
            "个钟",
            "个百分点",
        ) and (not before or before not in "前后大多过上下")
    return word not in _NOT_LONE
