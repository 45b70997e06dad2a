"""The names languages give themselves, and how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary

ENDONYMS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "am": "አማርኛ",
        "ar": "العربية",
        "az": "Azərbaycanca",
        "bn": "বাংলা",
        "de": "Deutsch",
        "en": "English",
        "es": "Español",
        "fa": "فارسی",
        "fr": "Français",
        "ha": "Hausa",
        "he": "עברית",
        "hi": "हिन्दी",
        "hy": "Հայերեն",
        "id": "Bahasa Indonesia",
        "it": "Italiano",
        "ja": "日本語",
        "ka": "ქართული",
        "kk": "Қазақша",
        "ky": "Кыргызча",
        "mn": "Монгол",
        "my": "မြန်မာ",
        "ne": "नेपाली",
        "nl": "Nederlands",
        "pl": "Polski",
        "ps": "پښتو",
        "pt": "Português",
        "ro": "Română",
        "ru": "Русский",
        "so": "Soomaali",
        "sw": "Kiswahili",
        "ta": "தமிழ்",
        "tg": "Тоҷикӣ",
        "ti": "ትግርኛ",
        "tk": "Türkmençe",
        "tr": "Türkçe",
        "uk": "Українська",
        "ur": "اردو",
        "uz": "Oʻzbekcha",
        "vi": "Tiếng Việt",
        "zh": "中文",
    }
)
"""The name of each language in itself, as a list of languages shows it (Unicode CLDR 47, with a capital)."""

_CYRILLIC: Final = frozenset({"be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"})
_OTHER_SCRIPTS: Final = frozenset(
    {"am", "ar", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "my", "ne", "ps", "ta", "th", "ti", "ur", "zh"}
)
_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def endonym(tag: str) -> str:
    """The language's name in itself (`Қазақша`); for one that is not known, the tag as it is."""
    return ENDONYMS.get(primary(tag), tag)


def script(tag: str) -> str:
    """The script of running text as an ISO 15924 code: `Cyrl`, `Latn`, or `Zyyy` where this module does not know.

    A script subtag in the tag decides (`kk-Latn`).
    """
    for part in tag.split("-")[1:]:
        if len(part) == 4 and part.isalpha():
            return part.title()
    code = primary(tag)
    if code in _CYRILLIC:
        return "Cyrl"
    return "Zyyy" if code in _OTHER_SCRIPTS else "Latn"


def is_right_to_left(tag: str) -> bool:
    """Whether the language is written from right to left."""
    return primary(tag) in _RIGHT_TO_LEFT
