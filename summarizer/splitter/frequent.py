"""Tokens that one of twelve articles of the press has, or more: paragraphs that share one need not belong together.

Counted over a thousand articles of some four hundred publications, in the form that `words.tokens` gives: English words
without their ends, pairs of ideographs.
"""

from __future__ import annotations

FREQUENT = frozenset(
    """
    2016 2020 able acce acti actual adde agen ahea allo alon althou americ announc anyo anythi area aske
    availab bank base beco behi bill billi blac boar body brea buil busine call came campai care case caus
    cent centr chang chie childr clai clea clos committ compani contin continu contr cost coun countri cour
    curre davi deal deat deep departme despi didn direct don' dona down driv earli econom especial even ever
    executi expe face fail fall feder feel fell fina financi fire followi forc forei form four free fron
    furth game gave glob grou grow hand happen hard heal hear held high himse histo hold hope huma idea
    importa inclu includ increa increas internation investigati issu it's john join journ july kind large
    late lead leav leve list live look lost love lowe main marc mark matt mean medi meeti minist missi mode
    mone morni move name nati need nort note octob offi offici onli operati orde outsi part pass pers plan
    poin poli politic positi post pres pric priva probab produc prote publish questio quick rais rath read
    real reas regi releas rema requir resear respon resu retu risk role room rule safe sayi scho secreta
    seem seri serv servi servic seve shar shor show sign simp sing soci sout spen stan star start stay stop
    stor stre talk tell term test toda togeth tota trac trum turn unit universi vide view vote want washingt
    west whos word work year-o york youn
    上午 下午 专家 严重 中央 主任 主席 举行 书记 事件 今天 代表 作出 作用 保护 保持 保障 做好
    健康 全部 全面 公司 公安 公里 共同 关系 关部 具体 冠肺 决定 努力 医疗 医院 单位 卫生 参加
    双方 发生 取得 召开 合作 告诉 国务 地区 地方 城市 基础 大学 大量 委员 媒体 学生 安全 完成
    实施 实际 宣布 小时 市民 帮助 平台 开展 当地 当天 当时 恢复 截至 报告 报记 措施 提出 支持
    教育 新冠 新闻 方面 无法 明确 朋友 期间 机构 检查 正式 此外 死亡 现场 生产 电话 疫情 积极
    立即 组织 结果 网上 美国 联合 联系 肺炎 获悉 行动 规定 视频 解决 计划 调查 造成 部门 采取
    防控 集中 项目 领导
    """.split()  # noqa: SIM905
)
