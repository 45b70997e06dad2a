"""Letters of different alphabets that print alike."""

from __future__ import annotations

from typing import Final

# Pair by pair: Latin and Cyrillic (Unicode TR 39, confusables, as far as the letters are those of our languages).
_LATIN: Final = "acehiopxykəɵABCEHIKMOPTXYSJƏƟ"
_ALIKE: Final = "асеһіорхукәөАВСЕНІКМОРТХУЅЈӘӨ"
_GREEK: Final = "οιρχκτγθπΑΒΕΗΙΚΜΟΡΤΥΧ"
_GREEK_CYRILLIC: Final = "оірхктүөпАВЕНІКМОРТУХ"
_GREEK_LATIN: Final = "oipxktyopABEHIKMOPTYX"
_STRANGE: Final = "ıǝĸƙķŋѳћђӄҡҝӈҥӷïї"
_STRANGE_CYRILLIC: Final = "іәкққңөһһқққңңғіі"

TO_CYRILLIC: Final = {
    **dict(zip(_LATIN, _ALIKE, strict=True)),
    **dict(zip(_GREEK, _GREEK_CYRILLIC, strict=True)),
    **dict(zip(_STRANGE, _STRANGE_CYRILLIC, strict=True)),
}
"""The Cyrillic letter for one of another alphabet, or of another Cyrillic one, that prints alike."""

TO_LATIN: Final = {
    **dict(zip(_ALIKE, _LATIN, strict=True)),
    **dict(zip(_GREEK, _GREEK_LATIN, strict=True)),
    "ı": "i",
}

NEARLY_CYRILLIC: Final = {"m": "м", "t": "т", "n": "п", "u": "и", "r": "г", "b": "ь", "g": "д"}
"""Latin letters that print like a Cyrillic one in italics or as a small capital only."""

FOREIGN_CYRILLIC: Final = frozenset("ЅЈ")
"""Cyrillic letters that none of our languages has: a Latin S is never meant for one of them."""

WHOLE: Final = str.maketrans("aceopxykmABCEHKMOPTXY", "асеорхукмАВСЕНКМОРТХУ")
"""For words that are of look-alikes alone: «Kocmoc»."""

DIGITS_TO_CYRILLIC: Final = {"0": "о", "1": "і", "3": "з", "4": "ч", "6": "б"}
DIGITS_TO_LATIN: Final = {"0": "o", "1": "l"}


def is_latin(letter: str) -> bool:
    """Whether a letter is Latin."""
    return letter.isalpha() and (letter < "\u0250" or letter in "əɵǝ")


def is_cyrillic(letter: str) -> bool:
    """Whether a letter is Cyrillic."""
    return "\u0400" <= letter <= "\u052f"


def is_greek(letter: str) -> bool:
    """Whether a letter is Greek."""
    return "\u0370" <= letter <= "\u03ff"
