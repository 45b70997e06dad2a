"""Acronyms in running text: where they stand, and which of them everybody knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary

_CAPITAL: Final = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ"
_SMALL: Final = "a-zà-öø-ÿа-яёәғқңөұүһі"
_TOKEN: Final = re.compile(
    rf"(?P<letters>[{_CAPITAL}](?<![\w@/.-][{_CAPITAL}])[{_CAPITAL}]{{1,6}})(?:(?P<link>[-‐‑’']?)(?P<ending>[{_SMALL}]{{1,12}}))?(?![\w@])(?!-\d)"
)
_SHOUTED_BEFORE: Final = re.compile(rf"(?<!\w)[{_CAPITAL}]{{7,}}[\s-]+(?:[{_CAPITAL}]{{2,}}[\s-]+)*\Z")
_SHOUTED_AFTER: Final = re.compile(rf"(?:[\s-]+[{_CAPITAL}]{{2,6}}){{0,6}}[\s-]+[{_CAPITAL}]{{7,}}(?!\w)")
_BESIDE: Final = 40
"""Code points before a word that may hold another in capitals."""
_ROMAN: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})|[ІХ]+")

KNOWN: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        language: frozenset(known.split())
        for language, known in {
            "en": "AIDS CEO COVID DNA EU GMT GPS HIV NATO NGO PDF TV UAE UK UN UNESCO UNICEF US USA UTC",
            "fr": "ADN COVID GMT GPS ONG ONU OTAN PDF SIDA TV UE UNESCO UNICEF USA UTC VIH",
            "kk": "АИТВ АҚШ БАӘ БАҚ БҰҰ ДНҚ ЕО ЖИТС КСРО ҚР ҚХР НАТО РФ СІМ ТВ ТМД ҮЕҰ ЮНЕСКО ЮНИСЕФ",
            "ru": "ВИЧ ДНК ЕС КНР МИД МЧС НАТО НПО ОАЭ ООН РФ СМИ СНГ СПИД СССР США ТВ ЮАР ЮНЕСКО ЮНИСЕФ",
        }.items()
    }
)
"""Acronyms that a release need not spell out, by language."""


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym at `start` to `end` (code points), with the ending that hangs on it; `link` joins the two."""

    start: int
    end: int
    letters: str
    link: str = ""
    ending: str = ""

    @property
    def letters_end(self) -> int:
        """Where its capitals end."""
        return self.start + len(self.letters)


def acronyms(text: str) -> Iterator[Acronym]:
    """The acronyms of a text; words among others in capitals are none, nor are Roman numerals."""
    for found in _TOKEN.finditer(text):
        letters, ending = found["letters"], found["ending"] or ""
        if not _ROMAN.fullmatch(letters) and (ending or not _is_shouted(text, *found.span())):
            yield Acronym(found.start(), found.end(), letters, found["link"] or "", ending)


def may_be_acronym(piece: str) -> bool:
    """Whether a piece of text has an acronym, for all that can be seen without what stands around it."""
    return _TOKEN.search(piece) is not None


def is_known(letters: str, language: str) -> bool:
    """Whether an acronym is known to everybody who reads the language."""
    return letters in KNOWN.get(primary(language), frozenset())


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a word stands beside a long one in capitals, as in a heading."""
    return bool(_SHOUTED_BEFORE.search(text, max(0, start - _BESIDE), start) or _SHOUTED_AFTER.match(text, end))
