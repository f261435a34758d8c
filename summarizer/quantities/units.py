"""Units of measure: surface to symbol, symbol to dimension, and exact conversion between symbols.

A unit is a symbol ("km", "mu", "%"). `convert(value, "mu", "m2")` is exact wherever the definition is: 1 亩
is
2000/3 square metres by law, so factors are kept as fractions and only the last step is a Decimal.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from summarizer.quantities.currencies import CURRENCY_TABLE


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
        ("dm", "1/10", "分米 公寸", "dm decimeter decimetre"),
        ("cm", "1/100", "厘米 公分 釐米", "cm centimeter centimetre cms"),
        ("mm", "1/1000", "毫米 公厘", "mm millimeter millimetre"),
        ("um", "1/1000000", "微米", "μm um micrometer micrometre micron"),
        ("nm", "1/1000000000", "纳米", "nm nanometer nanometre"),
        ("pm", "1/1000000000000", "皮米", "picometer picometre"),
        ("里", "500", "里 华里 市里", "li"),
        ("丈", "10/3", "丈 市丈", ""),
        ("尺", "1/3", "尺 市尺", ""),
        ("寸", "1/30", "寸 市寸", ""),
        ("mi", "1609.344", "英里 哩", "mile mi"),
        ("yd", "0.9144", "码", "yard yd yds"),
        ("ft", "0.3048", "英尺 呎", "foot feet ft feets"),
        ("in", "0.0254", "英寸 吋 英吋", "in inch inches"),
        ("nmi", "1852", "海里 浬", "nautical.mile nmi"),
        ("light-year", "9460730472580800", "光年", "light.year"),
        ("au", "149597870700", "天文单位", "astronomical.unit"),
        ("hm", "100", "", "hectometer hectometre"),
        ("dam", "10", "", "decameter decametre dekameter dekametre"),
        ("fathom", "1.8288", "英寻", "fathom"),
        ("furlong", "201.168", "弗隆", "furlong"),
    ],
    "mass": [
        ("kg", "1", "公斤 千克", "kg kilogram kilogramme kilo kgs k.g."),
        ("g", "1/1000", "克", "g gram gramme"),
        ("mg", "1/1000000", "毫克", "mg milligram milligramme"),
        ("ug", "1/1000000000", "微克", "μg ug mcg microgram microgramme"),
        ("t", "1000", "吨 公吨", "t ton tonne metric.ton metric.tonne"),
        ("jin", "1/2", "斤 市斤", "jin catty catties"),
        ("liang", "1/20", "两 市两", "liang"),
        ("qian", "1/200", "钱", ""),
        ("担", "50", "担", ""),
        ("lb", "0.45359237", "磅", "pound lb lbs"),
        ("oz", "0.028349523125", "盎司", "ounce oz"),
        ("ct", "0.0002", "克拉", "carat karat"),
        ("ng", "1/1000000000000", "纳克", "ng nanogram"),
        ("kt", "1000000", "", "kiloton kilotonne"),
        ("Mt", "1000000000", "", "megaton megatonne million.metric.ton million.metric.tonne"),
        ("Gt", "1000000000000", "", "gigaton gigatonne"),
        ("gr", "0.00006479891", "格令", ""),
        ("quintal", "100", "公担", "quintal"),
        ("long-ton", "1016.0469088", "长吨", "long.ton"),
        ("short-ton", "907.18474", "短吨", "short.ton"),
        ("oz-t", "0.0311034768", "金衡盎司", "troy.ounce"),
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
        ("mi2", "2589988.110336", "平方英里", "square.mile sq.mi sq.mile mi2 mi² mi^2"),
        ("ft2", "0.09290304", "平方英尺", "square.foot square.feet sq.ft sqft sq.feet sq.foot ft2 ft² ft^2"),
        ("yd2", "0.83612736", "平方码", "square.yard sq.yd yd2 yd² yd^2"),
        ("in2", "0.00064516", "平方英寸", "square.inch square.inches sq.in in²"),
        ("dm2", "1/100", "平方分米", "square.decimeter square.decimetre dm2 dm²"),
        ("mm2", "1/1000000", "平方毫米", "square.millimeter square.millimetre sq.mm mm2 mm² mm^2"),
        ("are", "100", "公亩", ""),
    ],
    "volume": [
        ("L", "1", "升 公升", "l litre liter"),
        ("mL", "1/1000", "毫升", "ml millilitre milliliter mls cc c.c cubic.centimetre cubic.centimeter"),
        ("hL", "100", "百升", "hectolitre hectoliter"),
        ("m3", "1000", "立方米 方", "m3 m³ cubic.meter cubic.metre"),
        ("km3", "1000000000000", "立方公里 立方千米", "cubic.kilometer cubic.kilometre"),
        ("dm3", "1", "立方分米", "dm3 dm³ cubic.decimeter cubic.decimetre cubic.deci.meter"),
        ("bbl", "158.987294928", "", "barrel bbl"),
        ("gallon", "3.785411784", "加仑", "gallon gal"),
        ("cup", "0.2365882365", "", "cup"),
        ("tbsp", "0.01478676478125", "汤匙", "tablespoon tbsp"),
        ("tsp", "0.00492892159375", "茶匙", "teaspoon tsp"),
        ("pint", "0.473176473", "品脱", "pint"),
        ("quart", "0.946352946", "夸脱", "quart"),
        ("fl-oz", "0.0295735295625", "液量盎司", "fluid.ounce fl.oz"),
        ("dL", "1/10", "分升", "dl decilitre deciliter"),
        ("cL", "1/100", "厘升", "cl centilitre centiliter"),
        ("uL", "1/1000000", "微升", "μl ul microlitre microliter"),
        ("daL", "10", "", "decalitre decaliter dekaliter"),
        ("ML", "1000000", "", "megalitre megaliter"),
        ("cm3", "1/1000", "立方厘米", "cm3 cm³ cm^3"),
        ("mm3", "1/1000000", "立方毫米", "mm3 mm³ cubic.millimetre cubic.millimeter"),
        ("ft3", "28.316846592", "立方英尺", "cubic.foot cubic.feet cu.ft ft3 ft³"),
        ("yd3", "764.554857984", "立方码", "cubic.yard cu.yd"),
        ("in3", "0.016387064", "立方英寸", "cubic.inch cubic.inches cu.in"),
        ("mi3", "4168181825440.579584", "立方英里", "cubic.mile"),
        ("acre-foot", "1233481.83754752", "英亩英尺", "acre.foot acre.feet"),
        ("bushel", "35.23907016688", "蒲式耳", "bushel"),
        ("peck", "8.80976754172", "配克", "peck"),
        ("斗", "10", "市斗", ""),
        ("石", "100", "市石", ""),
    ],
    "time": [
        ("second", "1", "秒 秒钟 秒多钟", "second sec s"),
        ("ms", "1/1000", "毫秒", "ms millisecond"),
        ("minute", "60", "分钟", "minute min mins"),
        ("hour", "3600", "小时 个小时 钟头 个钟头 个钟 个多小时 个多钟头", "hour hr hrs h"),
        ("刻钟", "900", "刻钟", ""),
        ("day", "86400", "天 昼夜 日龄", "day"),
        ("week", "604800", "周 星期 个星期 礼拜 个礼拜 个多星期 周龄", "week wk wks"),
        ("us", "1/1000000", "微秒", "μs microsecond"),
        ("ns", "1/1000000000", "纳秒", "ns nanosecond"),
        ("ps", "1/1000000000000", "皮秒", "picosecond"),
        ("fortnight", "1209600", "", "fortnight"),
    ],
    "months": [
        ("month", "1", "个月 个多月 月龄", "month mo"),
        ("quarter", "3", "个季度", ""),
        ("year", "12", "年 周年 年间 岁 周岁 载 虚岁", "year yr yrs"),
        ("decade", "120", "", "decade"),
        ("century", "1200", "个世纪 个多世纪", "century centuries"),
        ("millennium", "12000", "个千年", "millennium millennia"),
    ],
    "temperature": [
        (
            "degC",
            "1",
            "摄氏度 ℃ 摄氏 摄氏°",
            (
                "°c ℃ celsius degree.celsius degree.c deg.c deg.celsius degree.centigrade centigrade centigrate "
                "celcius"
            ),
        ),
        (
            "degF",
            "5/9 -160/9",
            "华氏度 ℉ 华氏 华氏°",
            "°f ℉ fahrenheit degree.fahrenheit degree.f deg.f deg.fahrenheit farenheit degree.farenheit",
        ),
        ("kelvin", "1 -273.15", "开尔文 开氏度", "kelvin"),
    ],
    "angle": [
        ("deg", "1", "度 角度", "° degree deg"),
        ("rad", "57.295779513082320876798154814105170332", "弧度", "radian"),
    ],
    "power": [
        ("W", "1", "瓦 瓦特", "w watt"),
        ("kW", "1000", "千瓦", "kw kilowatt"),
        ("MW", "1000000", "兆瓦", "mw megawatt"),
        ("GW", "1000000000", "吉瓦", "gw gigawatt"),
        ("TW", "1000000000000", "太瓦", "tw terawatt"),
        ("hp", "745.69987158227022", "马力 匹", "horsepower hp"),
        ("mW", "1/1000", "毫瓦", "milliwatt"),
        ("kVA", "1000", "千伏安", "kva"),
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
        ("kJ", "1/3600", "千焦 千焦耳", "kj kilojoule"),
        ("MJ", "1/3.6", "兆焦 兆焦耳", "megajoule"),
        ("GJ", "1000/3.6", "吉焦", "gj gigajoule"),
        ("therm", "29.3071070172", "", "therm"),
        ("toe", "11630", "吨油当量", "tonne.of.oil.equivalent ton.of.oil.equivalent"),
    ],
    "data": [
        ("bit", "1", "比特 位元", "bit"),
        ("Mbit", "1000000", "兆比特", "megabit mbit"),
        ("Gbit", "1000000000", "吉比特", "gigabit gbit"),
        ("Tbit", "1000000000000", "太比特", "terabit tbit"),
        ("byte", "8", "字节", "byte"),
        ("kbit", "1000", "千比特", "kilobit kbit"),
        ("KB", "8000", "千字节", "kb kilobyte kbyte"),
        ("MB", "8000000", "兆字节", "mb megabyte mbyte"),
        ("GB", "8000000000", "吉字节 千兆字节", "gb gigabyte"),
        ("TB", "8000000000000", "太字节", "tb terabyte"),
        ("PB", "8000000000000000", "拍字节", "pb petabyte"),
        ("EB", "8000000000000000000", "艾字节", "exabyte"),
        ("ZB", "8000000000000000000000", "泽字节", "zettabyte"),
    ],
    "frequency": [
        ("Hz", "1", "赫兹 赫", "hz hertz"),
        ("kHz", "1000", "千赫兹 千赫", "khz kilohertz"),
        ("MHz", "1000000", "兆赫兹 兆赫", "mhz megahertz"),
        ("GHz", "1000000000", "吉赫兹 吉赫", "ghz gigahertz"),
    ],
    "voltage": [
        ("V", "1", "伏 伏特", "v volt"),
        ("kV", "1000", "千伏", "kv kilovolt"),
        ("mV", "1/1000", "毫伏", "mv millivolt"),
    ],
    "bandwidth": [
        ("bps", "1", "比特每秒 比特/秒", "bit.per.second"),
        ("kbps", "1000", "千比特每秒", "kbps kilobit.per.second kbit/s"),
        ("Mbps", "1000000", "兆比特每秒", "mbps megabit.per.second mbit/s"),
        ("Gbps", "1000000000", "吉比特每秒", "gbps gigabit.per.second gbit/s"),
        ("Tbps", "1000000000000", "太比特每秒", "tbps terabit.per.second"),
    ],
    "force": [("N", "1", "牛顿 牛", "newton"), ("kN", "1000", "千牛 千牛顿", "kn kilonewton")],
    "resistance": [("ohm", "1", "欧姆", "ohm Ω"), ("siemens", "1", "西门子", "siemens")],
    "light": [("lm", "1", "流明", "lumen"), ("lx", "1", "勒克斯", "lux")],
    "radiation": [
        ("Sv", "1", "西弗 希沃特", "sievert"),
        ("mSv", "1/1000", "毫西弗", "msv millisievert"),
        ("uSv", "1/1000000", "微西弗", "μsv microsievert"),
        ("Bq", "1", "贝克勒尔 贝克", "bq becquerel"),
    ],
    "amount": [("mol", "1", "摩尔", "mole mol"), ("mmol", "1/1000", "毫摩尔", "mmol")],
    "image": [("px", "1", "像素", "pixel px"), ("MP", "1000000", "百万像素", "megapixel")],
    "rotation": [("rpm", "1", "转每分 转/分 转/分钟 转每分钟", "rpm revolution.per.minute")],
    "share": [("ppm", "1", "", "ppm part.per.million"), ("ppb", "1/1000", "", "ppb part.per.billion")],
    "fuel": [("mpg", "1", "", "mpg mile.per.gallon")],
    "current": [
        ("A", "1", "安培", "ampere amp"),
        ("mA", "1/1000", "毫安", "milliampere milliamp"),
        ("mAh", "3.6", "毫安时", "mah"),
    ],
    "speed": [
        (
            "km/h",
            "1",
            "公里/小时 公里每小时 千米/小时 千米每小时",
            "km/h kph kmh kmph km/hr kilometer.per.hour kilometre.per.hour km.per.hour "
            "kilometer.an.hour kilometre.an.hour",
        ),
        ("m/s", "3.6", "米/秒 米每秒", "m/s meter.per.second metre.per.second"),
        ("mph", "1.609344", "英里/小时 英里每小时", "mph mile.per.hour mi/h mile.an.hour"),
        ("knot", "1.852", "节", "knot"),
        (
            "km/s",
            "3600",
            "公里每秒 公里/秒 千米每秒 千米/秒",
            "km/s kilometer.per.second kilometre.per.second",
        ),
        ("km/min", "60", "公里/分钟 公里每分钟", "km/min kilometer.per.minute kilometre.per.minute"),
        ("ft/s", "1.09728", "英尺每秒 英尺/秒", "ft/s fps foot.per.second feet.per.second"),
        ("ft/min", "0.018288", "英尺/分钟", "ft/min foot.per.minute feet.per.minute"),
        ("m/min", "0.06", "米/分钟 米每分钟", "m/min meter.per.minute metre.per.minute"),
        ("mach", "1225.044", "马赫", ""),
    ],
    "pressure": [
        ("Pa", "1", "帕 帕斯卡", "pa pascal"),
        ("hPa", "100", "百帕", "hpa hectopascal"),
        ("kPa", "1000", "千帕", "kpa kilopascal"),
        ("MPa", "1000000", "兆帕", "mpa megapascal"),
        ("GPa", "1000000000", "吉帕", "gpa gigapascal"),
        ("bar", "100000", "", "bar"),
        ("mbar", "100", "毫巴", "mbar millibar"),
        ("atm", "101325", "个大气压 大气压", ""),
        ("psi", "6894.757293168", "", "psi pound.per.square.inch"),
        ("mmHg", "133.322387415", "毫米汞柱", "mmhg"),
    ],
    "sound": [("dB", "1", "分贝", "db decibel")],
    "ratio": [
        ("%", "1", "%", "% percent per.cent pct percents percentage"),
        ("‰", "1/10", "‰", "‰ permille per.mille"),
        ("×", "100", "倍", "times fold x"),
    ],
    "points": [
        ("pp", "1", "个百分点 百分点 个点", "percentage.point pp percent.point"),
        ("bp", "1/100", "个基点 基点 bp 个bp ‱", "basis.point bp bps ‱"),
    ],
    "cents": [("cent", "1", "美分 仙 欧分 港仙", "cent ¢")],
    "pence": [("penny", "1", "便士", "penny pence pennies")],
    "index": [("point", "1", "", "point pt")],
    "people": [("people", "1", "人 名 位 人次 口人 万人次", "people person persons")],
    "households": [("household", "1", "户 户人家", "household")],
}

UNITS: dict[str, Unit] = {}
SURFACE_ZH: dict[str, str] = {}
SURFACE_EN: dict[str, str] = {}
CURRENCIES: frozenset[str] = frozenset(code for code, _, _ in CURRENCY_TABLE)


def _fraction(text: str) -> Fraction:
    top, _, bottom = text.partition("/")
    return Fraction(top) / Fraction(bottom or "1")


def _english(symbol: str, words: str) -> None:
    for word in words.split():
        SURFACE_EN.setdefault(word, symbol)
        first, _, rest = word.partition(".")
        if first == "degree" or rest.startswith("per."):
            SURFACE_EN.setdefault(f"{first}s.{rest}".rstrip("."), symbol)
        if (
            len(word) > 2
            and word[-1].isalpha()
            and not word.endswith(("s", "h"))
            and not (symbol.isupper() and word == symbol.lower())
        ) or word.endswith("month"):
            SURFACE_EN.setdefault(word + "s", symbol)


def _build() -> None:
    for dimension, rows in _TABLE.items():
        for symbol, factor, chinese, english in rows:
            first, _, offset = factor.partition(" ")
            UNITS[symbol] = Unit(symbol, dimension, _fraction(first), _fraction(offset or "0"))
            for word in chinese.split():
                SURFACE_ZH.setdefault(word, symbol)
            _english(symbol, english)
    for code, chinese, english in CURRENCY_TABLE:
        UNITS[code] = Unit(code, code, Fraction(1))
        for word in chinese.split():
            SURFACE_ZH[word] = code
        _english(code, english)


_build()


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
