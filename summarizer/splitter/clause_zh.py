"""Whether a line of a Chinese headline is a clause that is over, or breaks off, and for what it then waits."""

from __future__ import annotations

import re
from functools import lru_cache

# A verb that ends a line without what it is done to; what stands before it then is who does it.
_TAKES_OBJECT = (
    "入选|跻身|蝉联|荣获|获得|获评|夺得|摘得|斩获|夺|获|签订|签署|缔结|结为|成为|推动|打掉|破获|同意|批准|批复|新增|实现|走进|"
    "走上|走向|端上|登上|驶入|迎来|开展|反馈|通报|宣布|敦促|谴责|呼吁|热议|席卷|加强|推进|推出|打造|支持|服务|助力|护航|守护|聚焦|关注|"
    "实施|印发|发布|公布|出台|召开|举行|举办|启动|通过|审议|听取|传达|贯彻|部署|督导|视察|会见|看望|接受|完成|发生|(?<!新)发现|"
    "遭遇|升至|降至|达到|达|突破|跌破|超过|来自|造成|带来|提供|采取|包括|面临|涉嫌|给予|撑起|成功|公开|建成|查处|约谈|任命|"
    "决定|拟|需|可|(?<!可)能|将|须|(?<![响反供效])应|让|把|被|为|向|(?<!结)对|与|由|从|在|于|至|拒|(?<![追上申起])诉|称|(?<!国)是|有|无|"
    "吃上|用上|住上|过上|搬出|送|(?<![奋推改前])进|引"
)
# What a verb may be said of that does nothing itself: with it the clause is over.
_UNDERGOES = (
    "会|会议|论坛|活动|仪式|节|展|赛|大赛|联赛|工程|项目|条例|办法|方案|规定|政策|措施|意见|名单|结果|数据|报告|公报|计划|行动|"
    "平台|系统|服务|新规|标准|榜|榜单|基地|路|线|桥|隧道|机场|港|馆|公园|中心|网|[》”」]"
)
_UNDERGONE = re.compile(
    rf".*在.{{2,6}}(?:召开|举行|举办)$|受权发布$|.*(?:{_UNDERGOES})(?:今日|昨日|今|昨|正式|即将|胜利|隆重|顺利|成功|全面|集中|再次|首次|全线|将)*"
    r"(?:召开|举行|举办|启动|发布|公布|出台|印发|通过|实施|完成|建成|签署|签订|推出|公开|调研|发生|批准)$"
)
_BREAKS_OFF = re.compile(rf".+(?:{_TAKES_OBJECT})$")
# Adverbs, times and qualities: behind them comes what is done, or the thing.
_QUALIFIES = re.compile(
    r".*(?:目前|今年|去年|明年|首次|再次|正式|正在|即将|共同|积极|进一步|大幅|小幅|快速|逐步|尽快|重新|立即|依法|纷纷|直接|无法|不会|不能|不得|"
    r"必须|应该|或将|关于|针对|按照|由于|用于|此次|近期|当前|同比|环比|年内|期间|假期|上半年|下半年|前三季度|一季度|季度|年前|月前|底前|年初|年中|年底|月底|月初|凌晨|傍晚|深夜|"
    r"下周|下月|本周|本月|上周|上月|周末|昨日|今日|明日|今天|明天|昨天|全国|国家|全省|全市|世界|全球|首个|首批|首家|首条|首座|首部|最大|最长|最高|最新|"
    r"新一轮|新型|大型|重大|重点|典型|专题|规模以上|夏季|冬季|春季|秋季|春节|国庆|中秋|端午|五一|高质量|国家级|省级|市级|世界级|级|公共|综合|国际|"
    r"[0-9０-９一二三四五六七八九十百千两第](?:次|届|个|名|家|起|项|条|批|座|所|年|月|日|年度)|[的第之各每和及或与、—]"
    r"|(?:[年月日周]|今|明|昨)起)$"
)
# Nouns whose characters are verbs elsewhere.
_NOUNS = re.compile(
    "进出口|出口|进口|入口|路口|增加值|增长点|开发|发展|有限|所有|拥有|办公|主办|成果|成员|成绩|成本|收入|投入|人为|行为|作为|现在|在线|不良|"
    "不动产|未来|去年|过去|判决|奖学金|停车|查询|检查|救援|救护|胜利|负责|引力|变化|变革|写字楼|作家|出版|出租|出行|走廊|跑道|追踪|打工|可再生|"
    "可转债|能源|智能|功能|性能|节能|能力|核能|储能|光能|能不能|高能|被告|超级|超市|破产|助学|助理|访谈|公开赛|公开|开放|开学|开发区|修订|维修|必修|买卖|"
    "违法|促进|促销|达标|到达|来信|往来|出租车|入境|入围|有关|引擎|引黄|建筑|建材|在校|罚款|罚单|拆迁|减排|关税|海关|机关|相关|有色|未成年|成人|成品油|"
    "打击|不断|不忘|办事|获得感|停火|走私|让球|拟任|毕业|考试|降水|涨跌"
)
_WHO = (
    "公司|集团|股份|银行|大学|学院|学校|中学|小学|幼儿园|医院|法院|检察院|公安局|局|委|厅|署|部|部门|政府|办公室|"
    "委员会|常委会|协会|学会|研究院|研究所|中心|警方|董事会|股东大会|企业|市民|学生|家长|老人|老太|老汉|男子|女子|"
    "小伙|阿姨|村民|居民|游客|乘客|司机|医生|教师|专家|学者|人员|干部|代表|委员|团队|队|代表团|县|市|省|国|镇|乡|"
    "村|社区|街道|小区|多地|多国|三地|各地|首都|山区|姑娘|小将|名将|选手|作家|球员|职工|民警|消防员|志愿者|孩子|考生|"
    "业主|大臣|总统|总理|议会|法庭|央行|车队|领导|班子|巡视组|督导组|宣讲团|巡察组|调研组|书记|市长|县长|省长|部长|"
    "局长|校长|院长|主任|检察长|发言人|大师|院士"
)
# Somebody who can act, or one with another.
_AGENTS = re.compile(rf"(?:.{{2,}}(?:{_WHO})|[^，：、]{{2,6}}[与和同][^，：、 ]{{2,10}})$")
# First characters of headlines, counted in 24,000: those that stand there thrice as often as elsewhere, with the
# surnames, and those that stand there as often.
_OFTEN_FIRST = frozenset(
    "丁万严中乐乔也习于云仇今从他仲任伊伍但何余佳侯俄俞倪傅储党全其冉冯凌刘别包北匡华卓单卞卢卫印厉古史叶"
    "司吉向吕吴周唐喻四夏央奥她如姚姜娄孔孙孟季宁安宋宗宣宫容寇寿封尚尤尹屈岑崔左巩巫巴师希席常并广庄应庞"
    "康廉廖张当彭徐德快怀惠慕我戚戴房据文方施易晏景曲曹曾朝朱李杜束杨杭林柏柯柳柴根桂桑梁梅樊欧此武段殷每"
    "毕毛汇江池汤汪沈沪河泰洪浦深温湖滕满潘澳焦熊燕父牛狄王班瑞甄甘田由申男白皮盛瞿石祖祝福秋秦程穆窦章童"
    "符米索累纪缪罗美翁翟而耿聂胡臧舒艾苏英范茅荀荣莫萧葛董蒋蓝蔡薄薛虞袁裘裴褚解詹计让许该诸谈谢谭谷贝费"
    "贺贾赵路车边这连通邓邢那邬邱邵邹郁郎郑郝郭金钟钮钱闵闻阎阮阿陆陈陶随雷霍靳韦韩项顾颜香马驻骆高魏鲁鲍"
    "黄黎黑齐龙龚"
)
_FREELY_FIRST = frozenset(
    "一三上不与专世东两为主二五亚以传使保做共内再农创加助十南博卡原去双受只可台各同商因国在基外多大天太女"
    "媒完官实富对将小就尼山已建引很微意或所打提支教新无春更最有未村正比没油法海消清港火热爱特独现电留疑百"
    "目直看确神科称第红经给维网老联自西要警记调财超近还重铁银需青预首"
    "0123456789０１２３４５６７８９"
)
_TRADITIONAL = str.maketrans(
    "擬將達超訪讓為漲減關辦獎罰檢審決啟動與從對還卻竟過這運條規劃獲勝負來寫變買賣揭會開發報長價學廠書團隊國縣鄉區領導總統處業員環車樓機場權稱轟調試測藥須設話準備賽聯錦標軍",
    "拟将达超访让为涨减关办奖罚检审决启动与从对还却竟过这运条规划获胜负来写变买卖揭会开发报长价学厂书团队国县乡区领导总统处业员环车楼机场权称轰调试测药须设话准备赛联锦标军",
)


def simplified(text: str) -> str:
    """Return `text` with the traditional forms of what the patterns ask for in simplified ones, length kept."""
    return text.translate(_TRADITIONAL)


def plain(text: str) -> str:
    """Return `text` without the nouns in whose characters verbs hide."""
    return _NOUNS.sub("物", text)


@lru_cache(256)
def wants_object(text: str) -> bool:
    """Tell whether a line ends with a verb that still waits for what it is done to."""
    return _BREAKS_OFF.match(text) is not None and _UNDERGONE.match(text) is None


def qualifies(text: str) -> bool:
    """Tell whether a line ends with a word that qualifies what must follow."""
    return _QUALIFIES.match(text) is not None


def agent(text: str) -> bool:
    """Tell whether a line ends with somebody who can act."""
    return _AGENTS.match(text) is not None


def opens(text: str) -> str:
    """Return how the first character of a line begins headlines: "often", "freely", or "" for seldom."""
    first = text.lstrip("“‘「『《")[:1]
    return "often" if first in _OFTEN_FIRST else "freely" if first in _FREELY_FIRST else ""
