"""Units of measure: surface to symbol, symbol to dimension, and exact conversion between symbols.

A unit is a symbol ("km", "mu", "%"). `convert(value, "mu", "m2")` is exact wherever the definition is: 1 亩
is
2000/3 square metres by law, so factors are kept as fractions and only the last step is a Decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """What one unit is: `value * factor + offset`, in the base unit of its `dimension`."""

    symbol: str
    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)


# dimension: symbol, factor to the base unit (the first one), surfaces in Chinese, surfaces in English.
# An English surface is written in the singular; plurals in -s are added, others are listed.
_TABLE: dict[str, list[tuple[str, str, str, str]]] = {
    "length": [
        ("m", "1", "米 公尺", "m meter metre"),
        ("km", "1000", "公里 千米", "km kilometer kilometre kms"),
        ("dm", "1/10", "分米", "dm decimeter decimetre"),
        ("cm", "1/100", "厘米 公分", "cm centimeter centimetre cms"),
        ("mm", "1/1000", "毫米", "mm millimeter millimetre"),
        ("um", "1/1000000", "微米", "μm um micrometer micrometre micron"),
        ("nm", "1/1000000000", "纳米", "nm nanometer nanometre"),
        ("pm", "1/1000000000000", "皮米", "picometer picometre"),
        ("里", "500", "里 华里", "li"),
        ("丈", "10/3", "丈", ""),
        ("尺", "1/3", "尺 市尺", ""),
        ("寸", "1/30", "寸", ""),
        ("mi", "1609.344", "英里 哩", "mile mi"),
        ("yd", "0.9144", "码", "yard yd yds"),
        ("ft", "0.3048", "英尺 呎", "foot feet ft feets"),
        ("in", "0.0254", "英寸 吋 英吋", "in inch inches"),
        ("nmi", "1852", "海里 浬", "nautical.mile nmi"),
        ("light-year", "9460730472580800", "光年", "light.year"),
        ("au", "149597870700", "天文单位", "astronomical.unit"),
    ],
    "mass": [
        ("kg", "1", "公斤 千克", "kg kilogram kilogramme kilo kgs k.g."),
        ("g", "1/1000", "克", "g gram gramme"),
        ("mg", "1/1000000", "毫克", "mg milligram milligramme"),
        ("ug", "1/1000000000", "微克", "μg ug microgram microgramme"),
        ("t", "1000", "吨 公吨", "t ton tonne metric.ton metric.tonne"),
        ("jin", "1/2", "斤 市斤", "jin catty catties"),
        ("liang", "1/20", "两 市两", "liang"),
        ("qian", "1/200", "钱", ""),
        ("担", "50", "担", ""),
        ("lb", "0.45359237", "磅", "pound lb lbs"),
        ("oz", "0.028349523125", "盎司", "ounce oz"),
        ("ct", "0.0002", "克拉", "carat"),
    ],
    "area": [
        ("m2", "1", "平方米 ㎡ 平米 平方公尺", "m2 m² m^2 square.meter square.metre sq.m sqm meter.squared"),
        (
            "km2",
            "1000000",
            "平方公里 平方千米 ㎢",
            "km2 km² km^2 sq.km square.kilometer square.kilometre sq.kilometer km.squared",
        ),
        ("cm2", "1/10000", "平方厘米", "cm2 cm² square.centimeter square.centimetre"),
        ("mu", "2000/3", "亩", "mu mou"),
        ("ha", "10000", "公顷", "hectare ha"),
        ("顷", "200000/3", "顷", ""),
        ("acre", "4046.8564224", "英亩", "acre"),
        ("mi2", "2589988.110336", "平方英里", "square.mile sq.mi sq.mile"),
        ("ft2", "0.09290304", "平方英尺", "square.foot square.feet sq.ft"),
    ],
    "volume": [
        ("L", "1", "升 公升", "l litre liter"),
        ("mL", "1/1000", "毫升", "ml millilitre milliliter mls cc c.c cubic.centimetre cubic.centimeter"),
        ("hL", "100", "百升", "hectolitre hectoliter"),
        ("m3", "1000", "立方米 方", "m3 m³ cubic.meter cubic.metre"),
        ("km3", "1000000000000", "立方公里 立方千米", "cubic.kilometer cubic.kilometre"),
        ("dm3", "1", "立方分米", "cubic.decimeter cubic.decimetre cubic.deci.meter"),
        ("bbl", "158.987294928", "", "barrel bbl"),
        ("gallon", "3.785411784", "加仑", "gallon gal"),
        ("cup", "0.2365882365", "", "cup"),
        ("tbsp", "0.01478676478125", "汤匙", "tablespoon tbsp"),
        ("tsp", "0.00492892159375", "茶匙", "teaspoon tsp"),
    ],
    "time": [
        ("second", "1", "秒 秒钟", "second sec s"),
        ("ms", "1/1000", "毫秒", "ms millisecond"),
        ("minute", "60", "分钟", "minute min mins"),
        ("hour", "3600", "小时 个小时 钟头 个钟头 个钟", "hour hr hrs h"),
        ("刻钟", "900", "刻钟", ""),
        ("day", "86400", "天 昼夜", "day"),
        ("week", "604800", "周 星期 个星期 礼拜 个礼拜", "week wk wks"),
    ],
    "months": [
        ("month", "1", "个月 个多月", "month mo"),
        ("quarter", "3", "个季度", ""),
        ("year", "12", "年 周年 年间 岁 周岁 载 虚岁", "year yr yrs"),
        ("decade", "120", "", "decade"),
        ("century", "1200", "个世纪", "century centuries"),
    ],
    "temperature": [
        (
            "degC",
            "1",
            "摄氏度 ℃ 摄氏 摄氏°",
            (
                "°c ℃ celsius degree.celsius degree.c deg.c deg.celsius degree.centigrade centigrade "
                "celcius ° celsius"
            ),
        ),
        (
            "degF",
            "5/9 -160/9",
            "华氏度 ℉ 华氏 华氏°",
            "°f ℉ fahrenheit degree.fahrenheit degree.f deg.f deg.fahrenheit ° fahrenheit",
        ),
        ("kelvin", "1 -273.15", "开尔文", "kelvin"),
    ],
    "angle": [("deg", "1", "度", "° degree deg")],
    "power": [
        ("W", "1", "瓦 瓦特", "w watt"),
        ("kW", "1000", "千瓦", "kw kilowatt"),
        ("MW", "1000000", "兆瓦", "mw megawatt"),
        ("GW", "1000000000", "吉瓦", "gw gigawatt"),
        ("TW", "1000000000000", "太瓦", "tw terawatt"),
        ("hp", "745.69987158227022", "马力 匹", "horsepower hp"),
    ],
    "energy": [
        ("kWh", "1", "千瓦时 度电 千瓦小时", "kwh kilowatt.hour kilo.watt.hour"),
        ("Wh", "1/1000", "瓦时", "wh watt.hour"),
        ("MWh", "1000", "兆瓦时", "mwh megawatt.hour"),
        ("GWh", "1000000", "吉瓦时", "gwh gigawatt.hour giga.watt.hour"),
        ("TWh", "1000000000", "太瓦时", "twh terawatt.hour"),
        ("J", "1/3600000", "焦耳", "joule"),
        ("kcal", "4184/3600000", "千卡 大卡", "kcal kilocalorie"),
        ("cal", "4.184/3600000", "卡路里", "calorie"),
        ("BTU", "1055.05585262/3600000", "", "btu british.thermal.unit"),
        ("tce", "29307.6/3.6", "吨标准煤 吨标煤", ""),
    ],
    "data": [
        ("bit", "1", "比特 位元", "bit"),
        ("byte", "8", "字节", "byte"),
        ("kbit", "1000", "千比特", "kilobit kbit"),
        ("KB", "8000", "千字节", "kb kilobyte"),
        ("MB", "8000000", "兆字节", "mb megabyte"),
        ("GB", "8000000000", "吉字节", "gb gigabyte"),
        ("TB", "8000000000000", "太字节", "tb terabyte"),
        ("PB", "8000000000000000", "拍字节", "pb petabyte"),
    ],
    "frequency": [
        ("Hz", "1", "赫兹 赫", "hz hertz"),
        ("kHz", "1000", "千赫兹 千赫", "khz kilohertz"),
        ("MHz", "1000000", "兆赫兹 兆赫", "mhz megahertz"),
        ("GHz", "1000000000", "吉赫兹 吉赫", "ghz gigahertz"),
    ],
    "voltage": [("V", "1", "伏 伏特", "v volt"), ("kV", "1000", "千伏", "kv kilovolt")],
    "current": [("A", "1", "安培", "ampere amp"), ("mAh", "3.6", "毫安时", "mah")],
    "speed": [
        (
            "km/h",
            "1",
            "公里/小时 公里每小时 千米/小时 千米每小时",
            "km/h kph kmh kmph km/hr kilometer.per.hour kilometre.per.hour km.per.hour",
        ),
        ("m/s", "3.6", "米/秒 米每秒", "m/s meter.per.second metre.per.second"),
        ("mph", "1.609344", "英里/小时", "mph mile.per.hour"),
        ("knot", "1.852", "节", "knot"),
    ],
    "pressure": [
        ("Pa", "1", "帕 帕斯卡", "pa pascal"),
        ("hPa", "100", "百帕", "hpa hectopascal"),
        ("kPa", "1000", "千帕", "kpa kilopascal"),
        ("MPa", "1000000", "兆帕", "mpa megapascal"),
    ],
    "sound": [("dB", "1", "分贝", "db decibel")],
    "ratio": [
        ("%", "1", "%", "% percent per.cent pct percents percentage"),
        ("‰", "1/10", "‰", "‰ permille per.mille"),
        ("×", "100", "倍", "times fold x"),
    ],
    "points": [
        ("pp", "1", "个百分点 百分点 个点", "percentage.point pp percent.point"),
        ("bp", "1/100", "个基点 基点 bp 个bp", "basis.point bp bps"),
    ],
    "cents": [("cent", "1", "美分 仙 欧分 港仙", "cent ¢")],
    "pence": [("penny", "1", "便士", "penny pence pennies")],
    "index": [("point", "1", "", "point pt")],
    "people": [("people", "1", "人 名 位 人次 口人 万人次", "people person persons")],
    "households": [("household", "1", "户 户人家", "household")],
}

# Currencies: no rate is assumed, so each is a dimension of its own.
_CURRENCIES: list[tuple[str, str, str]] = [
    ("CNY", "元 块 块钱 圆 元人民币 人民币 元钱 元整 圆整 蚊 rmb 元rmb cny", "yuan renminbi rmb cny kuai"),
    ("USD", "美元 美金 美圆 美刀 刀 usd", "dollar usd us.dollar u.s..dollar american.dollar buck"),
    ("HKD", "港元 港币 港圆 港纸 hkd", "hong.kong.dollar hkd"),
    ("TWD", "新台币 台币", "new.taiwan.dollar twd"),
    ("EUR", "欧元", "euro eur €ur"),
    ("GBP", "英镑 英磅", "pound.sterling british.pound gbp sterling"),
    ("JPY", "日元 日圆 日币", "yen japanese.yen jpy"),
    ("KRW", "韩元 韩圆 韩币", "won south.korean.won krw"),
    ("RUB", "卢布", "ruble rouble russian.ruble rub"),
    ("INR", "卢比 印度卢比", "rupee indian.rupee inr"),
    ("AUD", "澳元 澳币 澳大利亚元", "australian.dollar aud"),
    ("CAD", "加元 加拿大元 加币", "canadian.dollar cad"),
    ("CHF", "瑞士法郎 瑞郎", "swiss.franc chf"),
    ("SGD", "新加坡元 新元 新币", "singapore.dollar sgd"),
    ("THB", "泰铢", "baht thai.baht thb"),
    ("MYR", "林吉特 令吉 马币", "ringgit malaysian.ringgit malaysia.ringgit myr"),
    ("VND", "越南盾", "dong vietnamese.dong vnd"),
    ("IDR", "印尼盾 印尼卢比", "rupiah indonesian.rupiah idr"),
    ("PHP", "菲律宾比索", "philippine.peso php"),
    ("MXN", "墨西哥比索", "mexican.peso mxn peso"),
    ("BRL", "雷亚尔 巴西雷亚尔", "real reais brazilian.real brl"),
    ("ZAR", "兰特 南非兰特", "rand south.african.rand zar"),
    ("TRY", "里拉 土耳其里拉", "lira turkish.lira"),
    ("SAR", "沙特里亚尔 里亚尔", "saudi.riyal saudiriyal sar"),
    ("QAR", "卡塔尔里亚尔", "qatari.riyal qar"),
    ("AED", "迪拉姆", "dirham uae.dirham aed"),
    ("ILS", "谢克尔", "shekel ils"),
    ("EGP", "埃及镑", "egyptian.pound egp geneh"),
    ("NGN", "奈拉", "naira ngn"),
    ("UAH", "格里夫纳", "hryvnia uah"),
    ("KZT", "坚戈", "tenge kzt"),
    ("PKR", "巴基斯坦卢比", "pakistani.rupee pkr"),
    ("BDT", "塔卡", "taka bdt"),
    ("NZD", "新西兰元 纽元", "new.zealand.dollar nzd"),
    ("SEK", "瑞典克朗", "swedish.krona swedish.kronor sek"),
    ("NOK", "挪威克朗", "norwegian.krone nok"),
    ("DKK", "丹麦克朗", "danish.krone dkk"),
    ("PLN", "兹罗提", "zloty pln"),
    ("HUF", "福林", "forint huf"),
    ("CZK", "捷克克朗", "czech.koruna czk"),
    ("ARS", "阿根廷比索", "argentine.peso ars"),
    ("MNT", "图格里克", "tugrik mnt"),
    ("LBP", "黎巴嫩镑", "lebanese.pound lbp"),
    ("BGN", "列弗", "lev bgn"),
    ("MOP", "澳门元 澳门币 澳门圆", "pataca mop"),
    ("KPW", "朝鲜元", "kpw"),
    ("FIM", "芬兰马克", "finnish.markka markka"),
    ("NLG", "荷兰盾", "dutch.guilder guilder"),
    ("ESP", "比塞塔", "peseta"),
    ("DEM", "马克 德国马克", "deutsche.mark deutschmark"),
    ("FRF", "法国法郎", "french.franc"),
]

# Signs and codes that stand before a number; every ISO code above is added.
SIGNS = {
    "us$": "USD", "u.s.$": "USD", "u.s $": "USD", "u.s. $": "USD", "us $": "USD", "usd$": "USD", "$": "USD",
    "美元": "USD",
    "dollar": "USD", "hk$": "HKD", "hk $": "HKD", "港币": "HKD", "港元": "HKD", "nt$": "TWD", "nt $": "TWD",
    "新台币": "TWD",
    "台币": "TWD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "c $": "CAD", "ca$": "CAD", "cad$": "CAD",
    "s$": "SGD",
    "nz$": "NZD", "r$": "BRL", "mxn$": "MXN", "cn¥": "CNY", "rmb": "CNY", "rmb¥": "CNY", "¥": "CNY",
    "人民币": "CNY", "人民币¥": "CNY",
    "€": "EUR", "欧元": "EUR", "£": "GBP", "英镑": "GBP", "₩": "KRW", "₹": "INR", "rs.": "INR", "rs": "INR",
    "rm": "MYR", "₽": "RUB",
    "日元": "JPY", "jp¥": "JPY", "malaysia ringgit": "MYR", "malaysian ringgit": "MYR",
}  # fmt: skip

UNITS: dict[str, Unit] = {}
SURFACE_ZH: dict[str, str] = {}
SURFACE_EN: dict[str, str] = {}
CURRENCIES: frozenset[str] = frozenset(code for code, _, _ in _CURRENCIES)


def _fraction(text: str) -> Fraction:
    top, _, bottom = text.partition("/")
    return Fraction(top) / Fraction(bottom or "1")


def _english(symbol: str, words: str) -> None:
    for word in words.split():
        SURFACE_EN.setdefault(word, symbol)
        first, _, rest = word.partition(".")
        if first == "degree" or rest.startswith("per."):
            SURFACE_EN.setdefault(f"{first}s.{rest}", symbol)
        if (len(word) > 2 and word[-1].isalpha() and not word.endswith(("s", "h"))) or word.endswith("month"):
            SURFACE_EN.setdefault(word + "s", symbol)


def _build() -> None:
    for dimension, rows in _TABLE.items():
        for symbol, factor, chinese, english in rows:
            first, _, offset = factor.partition(" ")
            UNITS[symbol] = Unit(symbol, dimension, _fraction(first), _fraction(offset or "0"))
            for word in chinese.split():
                SURFACE_ZH.setdefault(word, symbol)
            _english(symbol, english)
    for code, chinese, english in _CURRENCIES:
        UNITS[code] = Unit(code, code, Fraction(1))
        for word in chinese.split():
            SURFACE_ZH[word] = code
        _english(code, english)


_build()
SIGNS |= {code.lower(): code for code in CURRENCIES if code not in ("TRY", "ALL")}


def dimension(symbol: str | None) -> str | None:
    """The dimension of a unit ("length", "people", a currency's code …); None for a measure word."""
    unit = UNITS.get(symbol or "")
    return unit.dimension if unit else None


def convert(value: Decimal, source: str, target: str) -> Fraction | None:
    """`value` of `source` in `target` as an exact fraction; None when the two measure different things."""
    old, new = UNITS.get(source), UNITS.get(target)
    if old is None or new is None or old.dimension != new.dimension:
        return None
    return (Fraction(value) * old.factor + old.offset - new.offset) / new.factor
