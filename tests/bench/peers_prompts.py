"""What the peers are asked, in the language of the article; the examples are made up for it."""

from __future__ import annotations

Rows = list[tuple[str, str, dict[str, str] | None]]

INSTRUCTOR_PROMPT = {
    "zh": (
        "请总结下面这篇报纸文章，并摘出：decisions 会议或机关作出的决定，每条一句；figures 文中的数字，"
        "text 照抄数字和单位，meaning 说明它计量什么；attendees 参加会议或活动的人，name 姓名，role 职务。"
        "只被提到而没有参加的人不要列出。"
    ),
    "en": (
        "Summarize the newspaper article below and extract: decisions, what a meeting or body decided, one "
        "sentence each; figures, text being the number with its unit as printed, meaning what it measures; "
        "attendees, the people who took part, with name and role. Leave out people who are only mentioned."
    ),
}

LANGEXTRACT_PROMPT = {
    "zh": (
        "按出现的先后顺序，从报纸文章中摘出 attendee（参加会议或活动的人，只取姓名，role 写职务；"
        "只被提到的人不要）、"
        "figure（数字连同单位，meaning 写它计量什么）和 decision（会议或机关作出的决定）。"
        "摘出的文字逐字照抄原文，不改写。"
    ),
    "en": (
        "Extract, in order of appearance, from the newspaper article: attendee (a person who took part in "
        "the meeting or event, the name alone, with the role as an attribute; not people who are only "
        "mentioned), figure (a number with its unit, with its meaning as an attribute: what it measures) and "
        "decision (what a meeting or body decided). Use exact text for extractions. Do not paraphrase."
    ),
}

LANGEXTRACT_EXAMPLES: dict[str, list[tuple[str, Rows]]] = {
    "zh": [
        (
            "苇塘县研究渡口安全\n本报讯 4月9日，苇塘县县长柯雨眠主持召开渡口安全会议，传达副省长"
            "贺兰舟的批示。县交通局局长汤又新汇报，全县有渡口37处，去年客流61万人次。会议决定，年内投入820万元更换渡船，凌晨停止夜渡。",
            [
                ("attendee", "柯雨眠", {"role": "苇塘县县长"}),
                ("attendee", "汤又新", {"role": "县交通局局长"}),
                ("figure", "37处", {"meaning": "全县渡口数量"}),
                ("figure", "61万人次", {"meaning": "去年渡口客流"}),
                ("decision", "年内投入820万元更换渡船", None),
                ("figure", "820万元", {"meaning": "更换渡船的投入"}),
                ("decision", "凌晨停止夜渡", None),
            ],
        ),
        (
            "苇塘芦笋出口增长\n本报讯 海关统计，一季度苇塘芦笋出口2.7万吨，同比增长5.4%。",
            [
                ("figure", "2.7万吨", {"meaning": "一季度芦笋出口量"}),
                ("figure", "5.4%", {"meaning": "芦笋出口同比增幅"}),
            ],
        ),
    ],
    "en": [
        (
            "Ferry fares frozen\nMARLSWICK — The harbor board voted 4-1 on Monday to freeze ferry fares at "
            "$3.25 and to buy a second boat. Chair Odette Farrow presided; engineer Silas Crewe said 61,000 "
            "people rode last year. A letter from Gov. Hugh Penhallow was read.",
            [
                ("figure", "4-1", {"meaning": "vote of the harbor board"}),
                ("decision", "freeze ferry fares at $3.25", None),
                ("figure", "$3.25", {"meaning": "ferry fare"}),
                ("decision", "buy a second boat", None),
                ("attendee", "Odette Farrow", {"role": "Chair"}),
                ("attendee", "Silas Crewe", {"role": "engineer"}),
                ("figure", "61,000 people", {"meaning": "ferry riders last year"}),
            ],
        ),
        (
            "Asparagus exports rise\nMarlswick shipped 2,700 tons of asparagus in the first quarter, "
            "up 5.4 percent.",
            [
                ("figure", "2,700 tons", {"meaning": "asparagus shipped in the first quarter"}),
                ("figure", "5.4 percent", {"meaning": "rise of asparagus exports"}),
            ],
        ),
    ],
}
