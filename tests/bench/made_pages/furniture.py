"""Text of a page that belongs to no article, for made pages: fictional papers, places and firms."""

from __future__ import annotations

import random

_CITIES = ("霁川", "碧屿", "檀溪", "朔浦", "岚浦", "鹤汀")
_PAPERS = ("日报", "晚报", "都市报", "商报", "时报")
_ENGLISH = ("Larkfield", "Tamsin", "Fulton", "Brightmoor", "Caldera")
_TITLES = ("Courier", "Herald", "Gazette", "Tribune", "Post")
_SECTIONS = {
    "zh": ("要闻", "国内国际", "财经", "民生", "本地新闻"),
    "en": ("LOCAL & STATE", "BUSINESS", "NEWS", "OPINION"),
}
_NAMES = ("林间路", "苏打", "海带", "芒种", "章回", "麦苗")
_PEOPLE = ("Ana Dell", "Gil Tavarez", "Louise Tran", "Dashiell Monk")


def masthead(lang: str, chance: random.Random) -> list[str]:
    """Return the lines at a page's head."""
    year, month, day, page = 2025, chance.randint(1, 12), chance.randint(1, 28), chance.randint(1, 16)
    if lang == "zh":
        paper = chance.choice(_CITIES) + chance.choice(_PAPERS)
        section = chance.choice(_SECTIONS["zh"])
        return chance.choice(
            (
                [f"{paper} {section}", f"{year}年{month}月{day}日 星期三 第{page}版"],
                [f"{paper} {page}", section, f"{year}年{month}月{day}日 星期六"],
                [f"{year}年{month}月{day}日 星期二 第{page}版"],
                [f"{page:02} 版 {section}"],
            )
        )
    paper = f"{chance.choice(_ENGLISH)} {chance.choice(_TITLES)}"
    section = chance.choice(_SECTIONS["en"])
    return chance.choice(
        (
            [f"{paper.upper()} | FRIDAY, SEPTEMBER {day}, {year} | {page}A", section],
            [f"THE {paper.upper()}", f"Saturday {day} September {year}"],
            [section, f"Tuesday, May {day}, {year}"],
            [f"Page {page}"],
        )
    )


def feet(lang: str, chance: random.Random) -> list[str]:
    """Return the lines at a page's foot."""
    if lang == "zh":
        one, two = chance.sample(_NAMES, 2)
        return chance.choice(
            (
                [f"责编 {one} 版式 {two}"],
                [f"责任编辑：{one} 电话：6620120"],
                ["本报社址：人民路118号 邮编：000310 零售每份1.5元"],
            )
        )
    return chance.choice(
        (
            [
                "Corrections: The Courier corrects errors promptly.",
                "Call 555-0188 or write to desk@courier.example",
            ],
            ["To subscribe call 555-0142 or visit www.herald.example"],
        )
    )


def captions(lang: str, chance: random.Random) -> list[str]:
    """Return the lines of a caption."""
    if lang == "zh":
        name = chance.choice(_NAMES)
        return chance.choice(
            (
                [f"滨江绿道樱花盛开，吸引市民驻足。 {name} 摄"],
                [f"工人在新厂房内调试设备。 本报记者 {name} 摄"],
                ["图为演练现场。"],
            )
        )
    name = chance.choice(_PEOPLE)
    return chance.choice(
        (
            ["Parents line up to speak Monday night.", f"Photo by {name}"],
            [f"Crews clear the flooded underpass on Tuesday. Photo: {name}"],
        )
    )


def jump(lang: str, chance: random.Random) -> str:
    """Return a line that sends the reader to another page."""
    page = chance.randint(2, 12)
    return (
        f"（下转第{page}版）"
        if lang == "zh"
        else chance.choice((f"Continued on Page A{page}", f"See page {page}"))
    )


def adverts(lang: str, chance: random.Random) -> list[str]:
    """Return the lines of an advertisement or a small table."""
    if lang == "zh":
        return chance.choice(
            (["广告热线：6620118"], ["昨日收盘", "东海综指 3126.55 ▲0.48%", "鹤汀新材 15.27 ▲4.02%"])
        )
    return chance.choice((["MARKETS AT CLOSE", "Fulmar 100   4,118.2   +0.6%"], ["ADVERTISEMENT"]))


def labels(lang: str, chance: random.Random) -> str:
    """Return the title of a roundup."""
    return chance.choice(
        ("简 讯", "快讯", "本市简讯", "新闻速览") if lang == "zh" else ("IN BRIEF", "News Digest", "BRIEFS")
    )
