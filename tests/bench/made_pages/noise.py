"""What tools and time do to the letters of a page: full-width digits, stray blanks, misreadings, older characters."""

from __future__ import annotations

import random
import re

from tests.bench.made_pages.layout import Layout

_WIDE = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
_OLDER = str.maketrans(
    "报讯记电网台据员编责转华闻时号摄图专评论检阅广热线话传来会议发经济际国内开闭举题紧实习云风气温价连络"
    "这个们为对学长见门问间关车东马鱼鸟龙万与业丰临义乐书买乱争亏亚产亲亿仅从仓众优伤伟体余儿党军农冲决况冻净"
    "减凤凭击创别剧劝办务动劳势区医华协单卖卫厂历压县参双变叶号听启吴响团园围场块坏坚垫声处备复够头夹夺奋奖妇",
    "報訊記電網臺據員編責轉華聞時號攝圖專評論檢閱廣熱線話傳來會議發經濟際國內開閉舉題緊實習雲風氣溫價連絡"
    "這個們為對學長見門問間關車東馬魚鳥龍萬與業豐臨義樂書買亂爭虧亞產親億僅從倉眾優傷偉體餘兒黨軍農衝決況凍淨"
    "減鳳憑擊創別劇勸辦務動勞勢區醫華協單賣衛廠歷壓縣參雙變葉號聽啟吳響團園圍場塊壞堅墊聲處備復夠頭夾奪奮獎婦",
)
_MISREAD = {
    "日": "曰", "己": "已", "未": "末", "人": "入", "大": "太", "土": "士", "，": ",", "。": ".", "：": ":",
    "l": "1", "O": "0", "e": "c", "h": "b", "s": "ſ", "m": "rn", "t": "f", "I": "l", "u": "n",
}  # fmt: skip
_SEAM = re.compile(r"(?<=[\u4e00-\u9fff，。、])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])")


def widened(text: str) -> str:
    """Return `text` with full-width figures."""
    return text.translate(_WIDE)


def spaced(text: str, share: float, chance: random.Random) -> str:
    """Return `text` with a stray blank at a `share` of the seams between figures and ideographs."""
    return _SEAM.sub(lambda _: " " if chance.random() < share else "", text) if share else text


def worn(text: str, how: Layout, chance: random.Random) -> str:
    """Return `text` as the tool or the scan of `how` would give it."""
    if how.traditional:
        text = text.translate(_OLDER)
    if how.ocr:
        text = "".join(
            _MISREAD.get(char, char) if chance.random() < how.ocr * 4 and char in _MISREAD else char
            for char in text
        )
    if how.fullwidth:
        text = widened(text)
    text = spaced(text, how.stray, chance)
    if how.quote_gap:
        text = re.sub("[“”]", lambda mark: mark.group() + (" " if chance.random() < 0.1 else ""), text)
    return text
