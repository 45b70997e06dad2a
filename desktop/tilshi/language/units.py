"""Units of measure and currencies beside a number, in the words and signs of each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from tilshi.language.tags import primary


class UnitKind(StrEnum):
    """What a unit measures, as far as it matters whether a text may leave it out."""

    MEASURE = "measure"
    CURRENCY = "currency"
    PERCENT = "percent"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit in a text from `start` to `end` (code points); `name` is the same in every language: `km`, `USD`."""

    start: int
    end: int
    name: str
    kind: UnitKind


def unit_after(text: str, at: int, language: str) -> Unit | None:
    """The unit of the number that ends at `at`: `5 km`, `2,4 млн АҚШ доллары`, `24-hour`."""
    match = _after(primary(language)).match(text, at)
    return _unit(match) if match else None


def unit_before(text: str, at: int, language: str) -> Unit | None:
    """The currency that stands before the number that begins at `at`: `USD 2.4 million`, `€18`."""
    start = max(0, at - _LONGEST_SIGN)
    match = _before(primary(language)).search(text[start:at])
    return _unit(match, start) if match else None


def units_in_brackets(text: str, language: str) -> Iterator[Unit]:
    """Units alone in brackets, as tables have them: `Rice (kg)`."""
    pattern = _after(primary(language))
    at = text.find("(")
    while at >= 0:
        match = pattern.match(text, at + 1)
        if match and text[match.end() : match.end() + 1] == ")":
            yield _unit(match)
        at = text.find("(", at + 1)


def _unit(match: re.Match[str], shift: int = 0) -> Unit:
    name = _NAMES[int((match.lastgroup or "u0")[1:])]
    group = match.lastgroup or ""
    return Unit(match.start(group) + shift, match.end(group) + shift, name, _KINDS[name])


_LONGEST_SIGN: Final = 8
_GAP: Final = "[ \u00a0\u202f\u2009]"


@cache
def _after(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:-|{_GAP}){{0,2}}(?:(?:de{_GAP}|d[’']|of{_GAP}))?(?:{_alternatives(language)})")


@cache
def _before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(language, signs=True)}){_GAP}?$")


def _alternatives(language: str, *, signs: bool = False) -> str:
    """One group a unit, named by its place; longer words first, so that km² is not km."""
    groups = []
    for at, name in enumerate(_NAMES):
        words = _SIGNS.get(name, "") if signs else "|".join(filter(None, (_ANYWHERE.get(name), _words(name, language))))
        if words:
            groups.append((at, words))
    return "|".join(
        rf"(?P<u{at}>(?:{words})(?![\w²³]))" if not signs else rf"(?P<u{at}>{words})" for at, words in groups
    )


def _words(name: str, language: str) -> str:
    return _WORDS.get(language, {}).get(name, "")


_MEASURES: Final = (
    *(
        "km2",
        "m2",
        "m3",
        "km",
        "cm",
        "mm",
        "m",
        "mi",
        "ha",
        "mg",
        "kg",
        "g",
        "t",
        "ml",
        "l",
        "degC",
        "degF",
        "kWh",
        "kW",
        "MW",
    ),
)
_TIMES: Final = ("s", "min", "h", "d", "wk", "mo", "yr")
_CURRENCIES: Final = (
    *("USD", "EUR", "CHF", "GBP", "RUB", "KZT", "KGS", "UZS", "TJS", "UAH", "CNY", "JPY", "TRY", "AFN", "XAF", "INR"),
)
_NAMES: Final = ("pct", *_MEASURES, *_TIMES, *_CURRENCIES)
_KINDS: Final[Mapping[str, UnitKind]] = {
    "pct": UnitKind.PERCENT,
    **dict.fromkeys(_MEASURES, UnitKind.MEASURE),
    **dict.fromkeys(_TIMES, UnitKind.TIME),
    **dict.fromkeys(_CURRENCIES, UnitKind.CURRENCY),
}
_ANYWHERE: Final[Mapping[str, str]] = {
    "pct": "%",
    "km2": "km²|км²|km2|км2",
    "m2": "m²|м²|m2|м2",
    "m3": "m³|м³|m3|м3",
    "degC": "°C|°С",
    "degF": "°F",
    "USD": r"USD|US\$|\$",
    "EUR": "EUR|€",
    "CHF": "CHF",
    "GBP": "GBP|£",
    "RUB": "RUB|₽",
    "KZT": "KZT|₸",
    "KGS": "KGS",
    "UZS": "UZS",
    "TJS": "TJS",
    "UAH": "UAH|₴",
    "CNY": "CNY",
    "JPY": "JPY|¥",
    "TRY": "TRY|₺",
    "AFN": "AFN",
    "XAF": "XAF|XOF|FCFA",
    "INR": "INR|₹",
    "kWh": "kWh|кВт·?ч",
    "kW": "kW|кВт",
    "MW": "MW|МВт",
}
_SIGNS: Final = {name: words for name, words in _ANYWHERE.items() if _KINDS[name] is UnitKind.CURRENCY}

_KK: Final = "(?:[а-яәғқңөұүһі]{0,9})"
_KK_CASE: Final = (
    "(?:-?(?:ға|ге|қа|ке|ды|ді|ты|ті|ны|ні|да|де|та|те|дан|ден|тан|тен|нан|нен|дың|дің|тың|тің|ның|нің|мен|бен|пен"
    "|лық|лік|дық|дік|тық|тік|дағы|дегі|тағы|тегі|[ыі]|сы|сі|[ыі]н|[ыі]на|[ыі]не|[ыі]нда|[ыі]нде|[ыі]нан|[ыі]нен"
    "|[ыі]ның|[ыі]нің|сын|сін|сына|сіне|дай|дей))?"
)
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "pct": "per cent|percent|percentage points?",
        "km2": "square kilomet(?:re|er)s?|sq\\.? km",
        "m2": "square met(?:re|er)s?|sq\\.? m",
        "m3": "cubic met(?:re|er)s?",
        "km": "km|kilomet(?:re|er)s?",
        "cm": "cm|centimet(?:re|er)s?",
        "mm": "mm|millimet(?:re|er)s?",
        "m": "m|met(?:re|er)s?",
        "mi": "miles?",
        "ha": "ha|hectares?",
        "mg": "mg|milligram(?:me)?s?",
        "kg": "kg|kilos?|kilogram(?:me)?s?",
        "g": "g|gram(?:me)?s?",
        "t": "t|tonnes?|tons?|metric tons?|MT",
        "ml": "ml|millilit(?:re|er)s?",
        "l": "l|lit(?:re|er)s?",
        "degC": "degrees? Celsius",
        "s": "seconds?",
        "min": "minutes?|min",
        "h": "hours?|hrs?|h",
        "d": "days?",
        "wk": "weeks?",
        "mo": "months?",
        "yr": "years?(?:-olds?| old)?|year-olds?",
        "USD": "(?:US |American )?dollars?",
        "EUR": "euros?",
        "CHF": "(?:Swiss )?francs?",
        "GBP": "pounds?(?: sterling)?",
        "RUB": "(?:Russian )?roubles?|rubles?",
        "KZT": "tenge",
        "KGS": "soms?",
        "UAH": "hryvnias?",
        "CNY": "yuan",
        "JPY": "yen",
        "TRY": "(?:Turkish )?lira",
        "AFN": "afghanis?",
        "INR": "rupees?",
    },
    "fr": {
        "pct": "pour cent|points? de pourcentage",
        "km2": "kilomètres? carrés?",
        "m2": "mètres? carrés?",
        "m3": "mètres? cubes?",
        "km": "km|kilomètres?",
        "cm": "cm|centimètres?",
        "mm": "mm|millimètres?",
        "m": "m|mètres?",
        "mi": "miles?|milles?",
        "ha": "ha|hectares?",
        "mg": "mg|milligrammes?",
        "kg": "kg|kilos?|kilogrammes?",
        "g": "g|grammes?",
        "t": "t|tonnes?",
        "ml": "ml|millilitres?",
        "l": "l|litres?",
        "degC": "degrés? Celsius|degrés?",
        "s": "secondes?",
        "min": "minutes?|min",
        "h": "heures?|h",
        "d": "jours?|journées?",
        "wk": "semaines?",
        "mo": "mois",
        "yr": "ans?|années?",
        "USD": "dollars?(?: américains?| des États-Unis| US)?",
        "EUR": "euros?",
        "CHF": "francs?(?: suisses?)?",
        "GBP": "livres? sterling",
        "RUB": "roubles?(?: russes?)?",
        "KZT": "tenges?",
        "KGS": "soms?",
        "UAH": "hryvnias?",
        "CNY": "yuans?",
        "JPY": "yens?",
        "TRY": "livres? turques?",
        "AFN": "afghanis?",
        "INR": "roupies?",
    },
    "ru": {
        "pct": r"процент\w{0,5}|процентн\w+ пункт\w*|п\.\s?п\.",
        "km2": r"кв\.? ?км|квадратн\w+ километр\w*",
        "m2": r"кв\.? ?м|квадратн\w+ метр\w*",
        "m3": r"куб\.? ?м|кубическ\w+ метр\w*|кубометр\w*",
        "km": r"км|километр\w*",
        "cm": r"см|сантиметр\w*",
        "mm": r"мм|миллиметр\w*",
        "m": r"м|метр\w*",
        "mi": r"мил[ьяеию]\w{0,2}",
        "ha": r"га|гектар\w*",
        "mg": r"мг|миллиграмм\w*",
        "kg": r"кг|килограмм\w*|кило",
        "g": r"г|грамм\w*",
        "t": r"т|тонн\w*",
        "ml": r"мл|миллилитр\w*",
        "l": r"л|литр\w*",
        "degC": r"градус\w*(?: Цельсия| по Цельсию)?",
        "s": r"секунд\w*|сек\.?",
        "min": r"минут\w*|мин\.?",
        "h": r"час(?:а|у|ов|ам|ами|ах|ов\w{2,3})?|ч",
        "d": r"д(?:ень|ня|ней|ню|нём|нем|ням|нями|нях)|дневн\w+|сут(?:ки|ок|кам)|суточн\w+",
        "wk": r"недел\w+",
        "mo": r"месяц\w*|месячн\w+|мес\.?",
        "yr": r"год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|лет|летн\w+",
        "USD": r"(?:американск\w+ )?доллар\w*(?: США)?|долл\.?(?: США)?",
        "EUR": r"евро",
        "CHF": r"(?:швейцарск\w+ )?франк\w*|шв\.\s?фр\.?",
        "GBP": r"фунт\w*(?: стерлингов)?",
        "RUB": r"(?:российск\w+ )?рубл\w+|руб\.?",
        "KZT": r"тенге|тг\.?",
        "KGS": r"сом(?:а|ов|ам|ы|ом)?",
        "UAH": r"грив\w+",
        "CNY": r"юан\w+",
        "JPY": r"[ий]ен\w?",
        "TRY": r"(?:турецк\w+ )?лир\w*",
        "AFN": r"афгани",
        "INR": r"рупи\w+",
    },
    "kk": {
        "pct": f"пайыз{_KK}|процент{_KK}",
        "km2": f"шаршы км|шаршы километр{_KK}",
        "m2": f"шаршы м|шаршы метр{_KK}",
        "m3": f"текше м|текше метр{_KK}",
        "km": f"км{_KK_CASE}|километр{_KK}|шақырым{_KK}",
        "cm": f"см{_KK_CASE}|сантиметр{_KK}",
        "mm": f"мм{_KK_CASE}|миллиметр{_KK}",
        "m": f"м(?:-{_KK_CASE})?|метр{_KK}",
        "mi": f"мил[яь]{_KK}",
        "ha": f"га(?:-{_KK_CASE})?|гектар{_KK}",
        "mg": f"мг|миллиграмм{_KK}",
        "kg": f"кг{_KK_CASE}|килограмм{_KK}|кило{_KK_CASE}|келі{_KK_CASE}",
        "g": f"г(?:-{_KK_CASE})?|грамм{_KK}",
        "t": f"т(?:-{_KK_CASE})?|тонна{_KK}",
        "ml": f"мл|миллилитр{_KK}",
        "l": f"л(?:-{_KK_CASE})?|литр{_KK}",
        "degC": f"градус{_KK}(?: Цельсий)?",
        "s": f"секунд{_KK}",
        "min": f"минут{_KK}|мин",
        "h": f"сағат{_KK_CASE}",
        "d": f"күн{_KK_CASE}|тәулі[кг]{_KK}",
        "wk": f"апта{_KK_CASE}",
        "mo": f"ай{_KK_CASE}",
        "yr": f"жыл{_KK_CASE}|жас(?:та|тағы|қа|ар|ында|ындағы|тан|ты)?",
        "USD": f"(?:АҚШ )?доллар{_KK}",
        "EUR": f"еуро{_KK_CASE}|евро{_KK_CASE}",
        "CHF": f"(?:[Шш]вейцар(?:ия)?(?:лық)? )?франк{_KK}|шв\\.\\s?фр\\.?",
        "GBP": f"фунт{_KK}(?: стерлинг{_KK})?",
        "RUB": f"(?:[Рр]есей )?рубл{_KK}",
        "KZT": f"теңге{_KK_CASE}|тг",
        "KGS": f"(?:[Ққ]ырғыз )?сом{_KK_CASE}",
        "UAH": f"гривна{_KK_CASE}",
        "CNY": f"юан{_KK}",
        "JPY": f"[ий]ен{_KK_CASE}",
        "TRY": f"(?:[Тт]үр(?:ік|кия) )?лира{_KK_CASE}",
        "AFN": f"афгани{_KK_CASE}",
        "INR": f"рупи{_KK}",
    },
}
