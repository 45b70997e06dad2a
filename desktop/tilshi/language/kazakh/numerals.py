"""Numbers in figures as they are read aloud: the ending that hangs on them follows the last word, «15-ке», «30-ға»."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from tilshi.language.kazakh.features import Features
from tilshi.language.kazakh.grammar import FRONT, MACHINE
from tilshi.language.kazakh.harmony import harmony
from tilshi.language.kazakh.stems import alternants

_UNITS: Final = ("", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS: Final = ("", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_ORDINAL: Final = re.compile(r"([ыі]?н)?ш[ыі]")
_THOUSAND: Final = 1_000


def last_word(number: Decimal | int) -> str:
    """The last word of a number read aloud: 15 «бес», 30 «отыз», 2000 «мың», 3,25 «бес».

    Raises:
        ValueError: the number is negative or none.
    """
    value = Decimal(number)
    if not value.is_finite() or value < 0:
        raise ValueError(f"{number} is no quantity")
    if value != value.to_integral_value():
        # «үш бүтін жүзден жиырма бес»: the decimals are read as a number of their own.
        return last_word(int(str(value.normalize()).partition(".")[2]))
    whole = int(value)
    if whole % 10:
        return _UNITS[whole % 10]
    if whole % 100:
        return _TENS[whole % 100 // 10]
    if whole % _THOUSAND:
        return "жүз"
    if whole == 0:
        return "нөл"
    return "мың" if whole % _THOUSAND**2 else "миллион" if whole % _THOUSAND**3 else "миллиард"


def ending_after(number: Decimal | int, ending: str, before: Decimal | int) -> str | None:
    """The ending that stood after the figures `before`, as it is after `number`: 6-ға → 15-ке, 5-ші → 6-шы.

    None where it is no ending of a number.
    """
    old, new = last_word(before), last_word(number)
    if _ORDINAL.fullmatch(ending):
        # Written short, -шы or -ші, or in full; in full it has a vowel after a consonant.
        vowel = "і" if harmony(new) == FRONT else "ы"
        if not ending.removeprefix("ы").removeprefix("і").startswith("н"):
            return f"ш{vowel}"
        return f"нш{vowel}" if new[-1] in "ыіау" and new != "елу" else f"{vowel}нш{vowel}"
    features = _features(old, ending)
    return _ending(new, features) if features else None


def _features(word: str, ending: str) -> Features | None:
    for stem in alternants(word):
        if stem.text == word and (found := MACHINE.readings(stem.kind, ending)):
            return found[0]
    return None


def _ending(word: str, features: Features) -> str | None:
    """The ending after figures, where only a stem that is the whole word can be read."""
    for stem in alternants(word):
        if stem.text == word:
            try:
                return MACHINE.write(stem.kind, features)
            except ValueError:
                return None
    return None
