"""Time zones as people write them after an hour: GMT, heure de Genève, по московскому времени, Астана уақыты."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

LOCAL: Final = "local"
"""The zone of the place where something happens."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone at `start` to `end` (code points); `name` is the same in every language where it is known.

    `GMT` and `UTC`, offsets from them (`UTC+05:00`), abbreviations (`CET`), `local`; else the place as it is written.
    """

    start: int
    end: int
    name: str


def zones(text: str) -> Iterator[Zone]:
    """The zones named in a text, in any of our languages."""
    for match in _pattern().finditer(text):
        yield Zone(match.start(), match.end(), _name(match))


def _name(match: re.Match[str]) -> str:
    if match["base"] or match["greenwich"]:
        return _with_offset(match["sign"], match["hours"], match["minutes"])
    if match["short"]:
        return _SHORT.get(match["short"], match["short"])
    if match["local"]:
        return LOCAL
    place = next(value for name, value in match.groupdict().items() if name.startswith("place") and value)
    stem = place.casefold()
    return next((zone for zone, stems in _PLACES.items() if stem.startswith(stems)), stem)


def _with_offset(sign: str | None, hours: str | None, minutes: str | None) -> str:
    """GMT and UTC are the same hour; +0 is none."""
    if not sign or not hours or not int(hours):
        return "UTC"
    return f"UTC{'+' if sign == '+' else '-'}{int(hours):02}:{minutes or '00'}"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"(?<!\w)(?:"
        r"(?P<base>GMT|UTC|TU|UT)(?:\s?(?P<sign>[+−–-])\s?(?P<hours>\d{1,2})(?::(?P<minutes>\d\d))?)?(?![\w+])"
        r"|(?P<greenwich>(?:время )?по Гринвичу|Гринвич уақыты\w*|Greenwich Mean Time|temps universel)"
        rf"|(?P<short>{'|'.join(_SHORT)})(?!\w)"
        r"|(?P<local>local time|heure locale|(?:по )?местн(?:ому|ое) врем(?:ени|я)|жергілікті уақыт\w*)"
        r"|(?P<place_en>[A-Z]\w+(?: [A-Z]\w+)?)(?:[’']s)? time(?!\w)"
        r"|heures? (?:de |d[’'])(?P<place_fr>[A-ZÀ-Ý][\w-]+)"
        r"|по (?P<place_ru>[\w-]+ск)ому времени|(?:по )?времен[ия] (?P<place_rn>[А-Я][\w-]+)"
        r"|(?P<place_kk>[А-ЯӘҒҚҢӨҰҮҺІ][\w-]+?)(?:ның|нің|дың|дің|тың|тің)? уақыты\w*"
        r")"
    )


_SHORT: Final = {
    "CET": "CET",
    "CEST": "CEST",
    "HNEC": "CET",
    "HAEC": "CEST",
    "BST": "BST",
    "EST": "EST",
    "EDT": "EDT",
    "EET": "EET",
    "EEST": "EEST",
    "MSK": "MSK",
    "МСК": "MSK",
    "мск": "MSK",
    "ALMT": "ALMT",
}
_PLACES: Final = {
    "MSK": ("moscow", "moscou", "моск", "мәскеу"),
    "Geneva": ("geneva", "genève", "женев"),
    "Astana": ("astana", "астан"),
    "Almaty": ("almaty", "алмат"),
    "Bishkek": ("bishkek", "bichkek", "бишкек", "бішкек"),
    "Tashkent": ("tashkent", "tachkent", "ташкент"),
    "Dushanbe": ("dushanbe", "douchanbé", "душанб"),
    "Kyiv": ("kyiv", "kiev", "киев"),
    "London": ("london", "londres", "лондон"),
    "Paris": ("paris", "париж"),
    "New York": ("new york", "new-york", "нью-йорк"),
    "Nairobi": ("nairobi", "найроби"),
    "Amman": ("amman", "амман"),
    "Beirut": ("beirut", "beyrouth", "бейрут"),
    "CET": ("central european", "d’europe centrale", "центральноевропейск", "орталық еуропа"),
}
"""Beginnings of names of places that are often named with an hour, in any language and case."""
