"""The words of dates in each language, and the shapes in which people write them.

Each shape is a regular expression with the groups `day`, `month`, `year` and `weekday`, any of which may be missing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary

_DAY: Final = r"(?P<day>[0-3]?\d)"
_YEAR: Final = r"(?P<year>\d{4})"


@dataclass(frozen=True)
class Calendar:
    """Names as they stand in a date, Monday and January first, and patterns of their other forms.

    `month_patterns` and `weekday_patterns` have one entry each a month and a weekday; any of them may have one of the
    `endings`. Every form, abbreviations too, holds one of the hints. In `shapes`, `{month}` and `{weekday}` stand for
    the group that matches any of them.
    """

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    month_patterns: tuple[str, ...]
    weekday_patterns: tuple[str, ...]
    shapes: tuple[str, ...]
    endings: str = ""
    month_hints: str = ""
    weekday_hints: str = ""

    def may_name_month(self, low: str) -> bool:
        """Whether a month can be in a text in small letters: far quicker than looking for names in all their forms."""
        return any(hint in low for hint in self._month_hints)

    def may_name_weekday(self, low: str) -> bool:
        """Whether a day of the week can be in a text in small letters."""
        return any(hint in low for hint in self._weekday_hints)

    @cached_property
    def _month_hints(self) -> tuple[str, ...]:
        return tuple(self.month_hints.split())

    @cached_property
    def _weekday_hints(self) -> tuple[str, ...]:
        return tuple(self.weekday_hints.split())

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The shapes, compiled; they match in any case and only whole words."""
        words = {
            "month": f"(?P<month>(?:{'|'.join(self.month_patterns)}){self.endings})",
            "weekday": f"(?P<weekday>(?:{'|'.join(self.weekday_patterns)}){self.endings})",
            "day": _DAY,
            "year": _YEAR,
        }
        return tuple(_whole_words(re.sub(r"\{(\w+)\}", lambda name: words[name[1]], shape)) for shape in self.shapes)

    def month_number(self, word: str) -> int:
        """The month, 1 to 12, that a matched word names."""
        return self._position(self.month_patterns, word) + 1

    def weekday_number(self, word: str) -> int:
        """The day of the week, 0 for Monday, that a matched word names."""
        return self._position(self.weekday_patterns, word)

    def _position(self, patterns: tuple[str, ...], word: str) -> int:
        return _position(patterns, self.endings, word)


@lru_cache(maxsize=1_000)  # the same few names, again and again
def _position(patterns: tuple[str, ...], endings: str, word: str) -> int:
    forms = (f"(?:{pattern}){endings}" for pattern in patterns)
    return next(at for at, form in enumerate(forms) if re.fullmatch(form, word, re.IGNORECASE))


def calendar(language: str) -> Calendar | None:
    """The calendar of a language, if this house has one."""
    return _CALENDARS.get(primary(language))


@cache
def numeric_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """Dates in figures alone: ISO 8601, then day, month, year; with slashes, the month first in American English."""
    slashes = _AMERICAN_SLASHES if language.casefold() == "en-us" else _SLASHES
    return tuple(_whole_words(shape) for shape in (_ISO, _POINTS, slashes))


def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./-])(?:{pattern})(?!\w)", re.IGNORECASE)


_ISO: Final = r"(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)"
_POINTS: Final = r"(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.\s?(?P<year>\d{4})"
_SLASHES: Final = r"(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/(?P<year>\d{4})"
_AMERICAN_SLASHES: Final = r"(?P<month>[01]?\d)/(?P<day>[0-3]?\d)/(?P<year>\d{4})"


_ENGLISH_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_ENGLISH_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_ENGLISH: Final = Calendar(
    months=_ENGLISH_MONTHS,
    weekdays=_ENGLISH_DAYS,
    month_patterns=(
        *(r"January|Jan\.?", r"February|Feb\.?", r"March|Mar\.?", r"April|Apr\.?", "May", r"June|Jun\.?"),
        *(r"July|Jul\.?", r"August|Aug\.?", r"September|Sept?\.?", r"October|Oct\.?", r"November|Nov\.?"),
        r"December|Dec\.?",
    ),
    weekday_patterns=tuple(rf"{name}|{name[:3]}\.?" for name in _ENGLISH_DAYS),
    month_hints="jan feb mar apr may jun jul aug sep oct nov dec",
    weekday_hints="mon tue wed thu fri sat sun",
    shapes=(
        r"(?:{weekday},?\s+)?(?:the\s+)?{day}(?:st|nd|rd|th)?\s+(?:of\s+)?{month}(?:,?\s+{year})?",
        r"(?:{weekday},?\s+)?{month}\s+{day}(?:st|nd|rd|th)?(?:,?\s+{year})?",
        r"{month}\s+{year}",
    ),
)

_FRENCH_MONTHS: Final = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
_FRENCH_DAYS: Final = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_FRENCH: Final = Calendar(
    months=_FRENCH_MONTHS,
    weekdays=_FRENCH_DAYS,
    month_patterns=(
        *(r"janvier|janv\.?", r"f[ée]vrier|f[ée]vr\.?", "mars", r"avril|avr\.?", "mai", "juin"),
        *(r"juillet|juil\.?", r"ao[ûu]t", r"septembre|sept\.?", r"octobre|oct\.?", r"novembre|nov\.?"),
        r"d[ée]cembre|d[ée]c\.?",
    ),
    weekday_patterns=_FRENCH_DAYS,
    month_hints="janv vrier vr. mars avr mai juin juil oût out sept oct nov déc dec",
    weekday_hints="lundi mardi mercredi jeudi vendredi samedi dimanche",
    shapes=(
        r"(?:le\s+)?(?:{weekday},?\s+)?(?:le\s+)?{day}(?:er)?\s+{month}(?:\s+{year})?",
        r"{month}\s+{year}",
    ),
)

_RUSSIAN_MONTHS: Final = (
    *("января", "февраля", "марта", "апреля", "мая", "июня"),
    *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
)
_RUSSIAN_DAYS: Final = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_SOFT: Final = "(?:ь|я|ю|е|ем)"
_HARD: Final = "(?:а|у|е|ом)?"
_RUSSIAN: Final = Calendar(
    months=_RUSSIAN_MONTHS,
    weekdays=_RUSSIAN_DAYS,
    month_patterns=(
        *(rf"январ{_SOFT}|янв\.?", rf"феврал{_SOFT}|февр?\.?", rf"март{_HARD}|мар\.?", rf"апрел{_SOFT}|апр\.?"),
        *("ма(?:й|я|ю|е|ем)", rf"июн{_SOFT}|июн\.?", rf"июл{_SOFT}|июл\.?", rf"август{_HARD}|авг\.?"),
        *(rf"сентябр{_SOFT}|сент?\.?", rf"октябр{_SOFT}|окт\.?", rf"ноябр{_SOFT}|ноя(?:б\.?|\.)?"),
        rf"декабр{_SOFT}|дек\.?",
    ),
    weekday_patterns=(
        *("понедельник(?:а|у|ом|е)?", "вторник(?:а|у|ом|е)?", "сред(?:а|ы|е|у|ой)", "четверг(?:а|у|ом|е)?"),
        *("пятниц(?:а|ы|е|у|ей)", "суббот(?:а|ы|е|у|ой)", "воскресень(?:е|я|ю|ем)"),
    ),
    month_hints="янв фев мар апр май мая маю мае июн июл авг сен окт ноя дек",
    weekday_hints="понедельник вторник сред четверг пятниц суббот воскресень",
    shapes=(
        (
            r"(?:{weekday},?\s+)?[«\"]?{day}[»\"]?(?:-?(?:ого|го|е))?\s+{month}"
            r"(?:\s+{year}(?:\s*(?:года|году|год|г\.|г))?)?"
        ),
        r"{month}\s+{year}(?:\s*(?:года|году|год|г\.|г))?",
    ),
)

_KAZAKH_MONTHS: Final = (
    *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
    *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
)
_KAZAKH_DAYS: Final = ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі")
# Possessive, then case, then the relative -ғы/-гі of the locative (сәуірдегі). Lenient in harmony on purpose.
_ENDINGS: Final = (
    r"(?:ы|і|сы|сі)?"
    r"(?:[ндт][ыі]ң|ға|ге|қа|ке|н[ае]|[ндт][ыі]|нд[ае]|[дт][ае]|[ндт][ае]н|[мбп]ен|н)?"
    r"(?:ғы|гі)?"
)
_KAZAKH: Final = Calendar(
    months=_KAZAKH_MONTHS,
    weekdays=_KAZAKH_DAYS,
    month_patterns=tuple("қыркүйе[кг]" if month == "қыркүйек" else month for month in _KAZAKH_MONTHS),
    weekday_patterns=_KAZAKH_DAYS,
    endings=_ENDINGS,
    month_hints="қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйе қазан қараша желтоқсан",
    weekday_hints="сенбі жұма",
    shapes=(
        (
            r"{year}\s*(?:жылғы|жылдың|жылы|жыл|ж\.),?\s+{day}(?:-?(?:[ыі]?нш[ыі]|ш[ыі]))?[\s-]+{month}"
            r"(?:,\s*{weekday}(?:\s+күні)?)?"
        ),
        (
            r"(?:{weekday}(?:\s+күні)?,?\s+)?{day}(?:-?(?:[ыі]?нш[ыі]|ш[ыі]))?[\s-]+{month}"
            r"(?:,?\s+{year}(?:\s*(?:жылғы|жылдың|жылы|жыл|ж\.))?)?"
        ),
        r"{day}(?:-?(?:[ыі]?нш[ыі]|ш[ыі]))?[\s-]+{month}(?:,?\s+{year}(?:\s*(?:жылғы|жылы|жыл|ж\.))?)?,\s*{weekday}",
        r"{year}\s*(?:жылғы|жылдың|жылы|жыл|ж\.)\s+{month}",
    ),
)

_CALENDARS: Final[Mapping[str, Calendar]] = MappingProxyType(
    {"en": _ENGLISH, "fr": _FRENCH, "ru": _RUSSIAN, "kk": _KAZAKH}
)
