"""What words mean across Chinese and English, and which meanings exclude each other.

A concept is named by its first Chinese word. It lets a claim in one language be bound to a source in the
other, and lets synonyms of one language meet. Members of one line of `EXCLUSIVE` can't be swapped for each
other: a number said of men is not one said of women. Words that only name what every number has (total,
reach) are not here.
"""

# ruff: noqa: E501 - a meaning stands on one line

from __future__ import annotations

import re

# Each line: meanings that exclude each other, separated by "/"; each meaning: Chinese words | English words.
EXCLUSIVE = """
男性 男子 男生 男孩 男 男职工 男队 | men man male males boy boys / 女性 女子 女生 女孩 女 妇女 女职工 女队 | women woman female females girl girls
出口 外销 | exports export exported exporting / 进口 | imports import imported importing / 进出口 外贸 | trade
赞成 同意 支持票 | favor favour yes approve supported / 反对 | against opposed no / 弃权 | abstain abstained abstention abstentions abstaining
死亡 遇难 丧生 身亡 罹难 | died dead killed deaths death die kill kills dies fatalities / 受伤 伤者 伤员 | injured wounded hurt injuries injury / 失踪 失联 | missing
盈利 净利润 利润 净利 赢利 | profit profits earnings / 亏损 净亏损 | loss losses lost / 营收 营业收入 收入 销售额 | revenue revenues sales income turnover / 成本 | costs
赚得 赚取 | made earned / 亏掉 赔掉 | lost
顺差 | surplus / 逆差 赤字 | deficit
流入 净流入 | inflow inflows / 流出 净流出 | outflow outflows
城镇 城市 | urban city / 农村 乡村 | rural village villages
上半年 | first.half / 下半年 | second.half / 全年 | full.year whole.year
一季度 第一季度 首季 | first.quarter / 二季度 第二季度 | second.quarter / 三季度 第三季度 前三季度 | third.quarter / 四季度 第四季度 | fourth.quarter
今年 本年 | this.year / 去年 上年 | last.year previous.year year.earlier year.before year.ago / 前年 | two.years.ago / 明年 | next.year
本月 当月 | this.month / 上月 | last.month previous.month
计划 拟投 预计 目标 力争 | plan plans planned expected target aims projected / 已完成 完成 实际 累计完成 | completed actual finished already
应到 | / 实到 |
小学 | primary elementary / 初中 | middle / 高中 | high.school / 大学 高校 | university universities college colleges
东部 | east eastern / 西部 | west western / 南部 | south southern / 北部 | north northern
买入 购买 收购 | bought buy purchased acquire acquired / 卖出 出售 售出 卖出 | sold sell
存款 | deposits deposit / 贷款 信贷 | loans loan credit lending outstanding.credit
工业 规上工业 | industrial industry / 农业 | agriculture agricultural farm / 服务业 | services
新建 新增 | new added add adds created create build / 关闭 关停 撤并 | closed closing close / 改造 改建 | renovated renovate renovation
国内 | domestic / 国外 海外 境外 | overseas foreign abroad
线上 网上 | online / 线下 | offline
最高 最多 | highest maximum / 最低 最少 | lowest minimum / 平均 人均 日均 | average mean capita
开工 动工 | started broke.ground / 竣工 完工 建成 | completed completion finished
开幕 开始 | opens opened opening began begins begin start starts started starting / 闭幕 结束 | closes closed closing ended ends end ending
起飞 出发 起航 启程 | departed left departs leaves / 抵达 到达 到港 | arrived arrives reached.port
批准 通过 审议通过 | approved approve passed adopted backed / 否决 拒绝 驳回 | rejected reject refused vetoed blocked defeated voted.down turned.down
出生 生于 | born / 去世 逝世 | died death
成人 成年人 | adult adults / 儿童 孩子 未成年人 | child children kids minors
本科生 本科 | undergraduate undergraduates / 研究生 硕士 | graduate.student graduate.students postgraduate postgraduates / 博士生 博士 | doctoral
教师 老师 | teacher teachers / 学生 | student students pupil pupils
医生 医师 | doctor doctors / 护士 | nurse nurses / 患者 病人 | patient patients
上午 | morning / 下午 | afternoon / 晚上 晚间 | evening night
投入 支出 | spending expenditure spent / 财政收入 税收 | tax revenue.tax
主队 | home / 客队 | away visitors
金牌 | gold / 银牌 | silver / 铜牌 | bronze
小麦 | wheat / 玉米 | corn maize / 水稻 稻谷 | rice / 大豆 | soybean soybeans
煤炭 原煤 | coal / 天然气 | gas / 原油 石油 | oil crude / 电力 发电量 用电量 | electricity power
风电 | wind / 光伏 太阳能 | solar / 核电 | nuclear / 水电 | hydropower hydro
铁路 | railway rail / 公路 | road roads highway highways / 航空 | air airline / 水路 | waterway
汽车 车辆 | cars car vehicles vehicle / 卡车 货车 | trucks truck / 公交车 | buses bus / 船舶 船只 | ships ship vessels
住房 住宅 房屋 | homes home houses housing house / 商铺 | shops shop / 学校 | schools school / 医院 | hospitals hospital
"""

# Meanings that don't exclude others.
CONCEPTS = """
企业 公司 商户 厂商 | companies company firms firm businesses business enterprises enterprise corporations
人口 居民 市民 群众 村民 | residents resident population people inhabitants villagers
员工 职工 工人 | workers worker employees employee staff
就业 就业岗位 岗位 上岗 | jobs job employment posts positions
投资 总投资 | investment invest invested investments investing
资金 经费 | funds fund funding money
预算 | budget budgets
基金 | fund funds
用户 注册用户 客户 | users user customers customer subscribers
日活 | daily.active
产量 | output production produced
产值 总产值 | output.value
增加值 | value.added
生产总值 | gdp
项目 工程 | projects project
协议 合同 | agreement agreements contract contracts deal deals
签约 签署 签订 | signed sign signing
会议 全会 | meeting session sessions plenum
代表 | delegates delegate deputies representatives
委员 | members member
得票 投票 票数 | votes vote voted ballots
失业率 失业 | unemployment jobless
通胀 物价 居民消费价格 | inflation prices consumer
利率 | rate rates interest
债务 负债 | debt debts
股东 股权 股份 | shares share stake shareholders shareholder
捐款 捐赠 | donated donate donation donations
罚款 处罚 | fine fined fines penalty
事故 | accident accidents crash
火灾 | fire fires blaze
地震 | earthquake quake
洪水 防汛 抗旱 水灾 | flood floods flooding drought
道路 修路 | road roads repairs
桥梁 大桥 | bridge bridges
隧道 | tunnel tunnels
地铁 | subway metro
机场 | airport airports
港口 | port ports
航班 | flight flights
旅客 乘客 | passengers passenger
游客 旅游 | tourists tourist tourism visitors visitor
门票 票价 | ticket tickets
价格 售价 单价 | price prices
工资 薪酬 月薪 年薪 | salary salaries wage wages pay
面积 占地 | area covers acres
长度 全长 | long length
高度 | tall height high
重量 重达 | weighs weight weighed heavy
深度 | deep depth
温度 气温 | temperature temperatures
年龄 | aged age old
居住 | live living
参加 出席 到场 参会 | attended attend attendees attendance turned.up
毕业生 毕业 | graduates graduate
招生 录取 | enrolment enrollment enrolled
培训 | trained training
农民 | farmers farmer
老人 老年人 | elderly seniors
志愿者 | volunteers volunteer
警察 民警 | police officers
逮捕 抓获 | arrested arrests arrest
案件 | cases case
病例 确诊 | cases infections infected
疫苗 接种 | vaccine vaccines vaccinated
手术 | surgery surgeries operations
专利 | patents patent
论文 | papers paper
机器人 | robots robot
芯片 晶圆 | chips chip wafers
卫星 | satellite satellites
手机 | phones phone smartphones
网站 | website
粮食 | grain
耕地 农田 | farmland land
森林 造林 树木 | forest forests trees tree
水库 | reservoir
排放 碳排放 | emissions emission carbon
装机 装机容量 | capacity installed
电影 票房 | film films box.office
奖金 奖励 | prize prizes reward rewards award
比赛 | match matches game games
进球 | goals goal scored
议案 | motions motion bills bill
建议 | proposals proposal suggestions
补贴 补助 | subsidy subsidies
贫困 脱贫 | poverty poor
占比 比重 比例 份额 | share proportion ratio
销量 销售 售出 | sold sales sell
订单 | orders order
承保 保险 | insurance insured
赔款 赔付 | payouts payout compensation claims
服务 | served serve services serving
支持 | supported support backing
居首 第一 首位 | first top ranked
高速 | expressway
公里 里程 | kilometres kilometers miles
开发 研发 | research development
租金 | rent rents
土地 地块 | land plot
成立 设立 | founded established set.up
村 村庄 | village villages
社区 | communities community
家庭 | families family households household
床位 | beds bed
座位 | seats seat
车站 | stations station
基站 | base.stations
线路 | lines line routes route
国家 | countries country nations
城市 | cities
海关 | customs
央行 | central.bank
银行 | bank banks
政府 | government
市议会 | city.council
财政部 | finance.ministry
法院 | court
"""

# Places: Chinese | English. Two different places exclude each other.
PLACES = """
北京|Beijing 上海|Shanghai 天津|Tianjin 重庆|Chongqing 河北|Hebei 山西|Shanxi 辽宁|Liaoning 吉林|Jilin 黑龙江|Heilongjiang 江苏|Jiangsu
浙江|Zhejiang 安徽|Anhui 福建|Fujian 江西|Jiangxi 山东|Shandong 河南|Henan 湖北|Hubei 湖南|Hunan 广东|Guangdong 海南|Hainan 四川|Sichuan
贵州|Guizhou 云南|Yunnan 陕西|Shaanxi 甘肃|Gansu 青海|Qinghai 台湾|Taiwan 内蒙古|Inner.Mongolia 广西|Guangxi 西藏|Tibet 宁夏|Ningxia
新疆|Xinjiang 香港|Hong.Kong 澳门|Macao 石家庄|Shijiazhuang 太原|Taiyuan 沈阳|Shenyang 大连|Dalian 长春|Changchun 哈尔滨|Harbin 南京|Nanjing
无锡|Wuxi 徐州|Xuzhou 常州|Changzhou 苏州|Suzhou 南通|Nantong 连云港|Lianyungang 淮安|Huaian 盐城|Yancheng 扬州|Yangzhou 镇江|Zhenjiang
泰州|Taizhou 宿迁|Suqian 杭州|Hangzhou 宁波|Ningbo 温州|Wenzhou 嘉兴|Jiaxing 湖州|Huzhou 绍兴|Shaoxing 金华|Jinhua 衢州|Quzhou 舟山|Zhoushan
合肥|Hefei 芜湖|Wuhu 蚌埠|Bengbu 安庆|Anqing 福州|Fuzhou 厦门|Xiamen 泉州|Quanzhou 南昌|Nanchang 九江|Jiujiang 赣州|Ganzhou 济南|Jinan
青岛|Qingdao 烟台|Yantai 潍坊|Weifang 临沂|Linyi 郑州|Zhengzhou 洛阳|Luoyang 开封|Kaifeng 武汉|Wuhan 宜昌|Yichang 襄阳|Xiangyang
荆州|Jingzhou 黄石|Huangshi 十堰|Shiyan 孝感|Xiaogan 黄冈|Huanggang 荆门|Jingmen 鄂州|Ezhou 咸宁|Xianning 随州|Suizhou 长沙|Changsha
株洲|Zhuzhou 湘潭|Xiangtan 衡阳|Hengyang 岳阳|Yueyang 常德|Changde 广州|Guangzhou 深圳|Shenzhen 珠海|Zhuhai 佛山|Foshan 东莞|Dongguan
惠州|Huizhou 汕头|Shantou 中山市|Zhongshan 南宁|Nanning 桂林|Guilin 柳州|Liuzhou 海口|Haikou 三亚|Sanya 成都|Chengdu 绵阳|Mianyang
贵阳|Guiyang 遵义|Zunyi 昆明|Kunming 大理|Dali 拉萨|Lhasa 西安|Xian 咸阳|Xianyang 兰州|Lanzhou 西宁|Xining 银川|Yinchuan 乌鲁木齐|Urumqi
呼和浩特|Hohhot 包头|Baotou 唐山|Tangshan 保定|Baoding 大同|Datong 鞍山|Anshan
中国|China 美国|US 英国|Britain 法国|France 德国|Germany 日本|Japan 韩国|South.Korea 朝鲜|North.Korea 俄罗斯|Russia 印度|India 巴西|Brazil
加拿大|Canada 澳大利亚|Australia 意大利|Italy 西班牙|Spain 荷兰|Netherlands 瑞士|Switzerland 瑞典|Sweden 挪威|Norway 丹麦|Denmark 芬兰|Finland
波兰|Poland 乌克兰|Ukraine 土耳其|Turkey 伊朗|Iran 伊拉克|Iraq 以色列|Israel 沙特|Saudi.Arabia 埃及|Egypt 南非|South.Africa 尼日利亚|Nigeria
肯尼亚|Kenya 墨西哥|Mexico 阿根廷|Argentina 智利|Chile 越南|Vietnam 泰国|Thailand 马来西亚|Malaysia 新加坡|Singapore 印度尼西亚|Indonesia
菲律宾|Philippines 缅甸|Myanmar 巴基斯坦|Pakistan 孟加拉国|Bangladesh 哈萨克斯坦|Kazakhstan 蒙古国|Mongolia 欧盟|EU 欧洲|Europe 非洲|Africa
亚洲|Asia 纽约|New.York 伦敦|London 巴黎|Paris 东京|Tokyo 莫斯科|Moscow 华盛顿|Washington
"""


def _lines(table: str) -> list[list[tuple[str, str]]]:
    rows = []
    for line in table.strip().split("\n"):
        sides = [part.partition("|") for part in line.split("/")]
        rows.append([(chinese.strip(), english.strip()) for chinese, _, english in sides])
    return rows


def _build() -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, str]]:
    chinese: dict[str, set[str]] = {}
    english: dict[str, set[str]] = {}
    group: dict[str, str] = {}

    def add(name: str, words: str, others: str) -> None:
        for word in words.split():
            chinese.setdefault(word, set()).add(name)
        for word in others.split():
            english.setdefault(word.replace(".", " ").lower(), set()).add(name)

    for number, row in enumerate([*_lines(EXCLUSIVE), *([one] for line in _lines(CONCEPTS) for one in line)]):
        for words, others in row:
            name = "§" + words.split()[0]
            add(name, words, others)
            if len(row) > 1:
                group.setdefault(name, str(number))
    for pair in PLACES.split():
        word, _, other = pair.partition("|")
        add("@" + word, word, other)
        group["@" + word] = "place"
    return chinese, english, group


_ZH, _EN, GROUP = _build()
_EN_RE = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _EN), key=len, reverse=True)) + r")\b")
# Chinese words by their first two characters, longest first; a word of one character by itself.
_ZH_BY_START: dict[str, list[str]] = {}
for _word in sorted(_ZH, key=len, reverse=True):
    _ZH_BY_START.setdefault(_word[:2], []).append(_word)
for _start, _held in _ZH_BY_START.items():
    if len(_start) == 2 and _start[0] in _ZH:
        _held.append(_start[0])
_ZH_FIRST = re.compile("[" + "".join(sorted({_start[0] for _start in _ZH_BY_START})) + "]")
_LATIN = re.compile("[A-Za-z]{2}")


def concepts(text: str) -> set[str]:
    """Return the names of the concepts that the words of `text` stand for, in Chinese and English."""
    found: set[str] = set()
    if not text.isascii():
        skip = 0
        for first in _ZH_FIRST.finditer(text):
            at = first.start()
            if at < skip:
                continue
            for word in _ZH_BY_START.get(text[at : at + 2], _ZH_BY_START.get(text[at], [])):
                if text.startswith(word, at):
                    found |= _ZH[word]
                    skip = at + len(word)
                    break
    if _LATIN.search(text):
        for match in _EN_RE.findall(text.lower()):
            found |= _EN[match]
    return found


def opposed(first: set[str], second: set[str]) -> bool:
    """Tell whether `first` and `second` name different members of one exclusive group, and share none of it."""
    mine = {GROUP[name]: name for name in first if name in GROUP}
    for name in second:
        rival = GROUP.get(name)
        if rival in mine and not any(GROUP.get(n) == rival for n in first & second):
            return True
    return False
