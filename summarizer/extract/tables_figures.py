"""What Chinese news writes around numbers that are no figures, and around those that tell what they measure."""

from __future__ import annotations

import re

# Before, the number, after: ordinals, parts of names and turns of speech.
NO_FIGURE = tuple(
    (re.compile(f"(?:{before})$"), re.compile(f"(?:{number})$"), re.compile(after))
    for before, number, after in (
        ("", "[一二三四五六七八九十]期", "(?:工程|项目|厂|扩建|改造|全部|达产|投产)"),
        ("", "[一二两三四五六七八九十]+年", "(?:行动|规划|滚动|攻坚|倍增|提升计划)"),
        ("", "半年", "[报度]"),
        ("过去|那|前|这|最近|每|又|同", "一[年天月周]", ""),
        ("", "[一二两三四五]张", "(?:榜单|网|清单|名片|表|图|牌|王牌|蓝图)"),
        ("早晚|", "[一两]头", ""),
        ("", "[一二两三四五六七八九十]站", "起"),
    )
)
# Whom something is done for: "为我市1万家以上企业提供…服务".
SERVED_BEFORE = re.compile("(?:为|向|给|对)(?P<place>[\u4e00-\u9fff]{0,6}?)(?:超过|超|近|约|逾)?$")
SERVED_AFTER = re.compile(
    "^(?:以上|多|余|左右)?(?:的)?(?P<noun>企业|商户|个体工商户|居民|群众|职工|学生|农户|村民|家庭|游客|老人|老年人|儿童|毕业生|教师)"
    "(?P<verb>提供|发放|办理|减免|送去|配备|赠送|拨付|补贴|开展|颁发)(?P<what>[^，。；]{2,70})$"
)
# "共建面积1.2万公顷的示范区": the attribute belongs to what follows.
ATTRIBUTE = re.compile(
    "(?P<attribute>总面积|面积|总规模|规模|总投资|投资额|总额|金额|总长|全长|总价|总价值|价值|容量|总量|产能)$"
)
# "提供500亿美元的承保规模": what follows is what the verb is about.
GIVING = re.compile(
    "(?:提供|投入|安排|设立|签订|发放|获得|获|实现|完成|筹集|出资|拿出|给予|争取|下达|拨付|支付|派出|批准|签署|组建)$"
)
MEASURED = re.compile("^的(?P<noun>[\u4e00-\u9fff“”]{2,16})$")
VOTES = re.compile("^(?P<vote>同意|赞成|反对|弃权)")
