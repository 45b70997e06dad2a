"""Languages as Word names them, and the direction they are written in."""

from __future__ import annotations

from typing import Final

# The regions of the house: Word checks spelling only for a language with a region (MS-LCID).
_REGIONS: Final = {
    "ar": "SA",
    "de": "DE",
    "en": "GB",
    "es": "ES",
    "fa": "IR",
    "fr": "FR",
    "he": "IL",
    "it": "IT",
    "kk": "KZ",
    "ky": "KG",
    "pt": "PT",
    "ru": "RU",
    "tg": "TJ",
    "tr": "TR",
    "uk": "UA",
    "ur": "PK",
    "zh": "CN",
}
# Scripts that go without saying (IANA language subtag registry, Suppress-Script and CLDR's likely subtags).
_IMPLIED_SCRIPTS: Final = {
    "en": "Latn",
    "fr": "Latn",
    "kk": "Cyrl",
    "ky": "Cyrl",
    "ru": "Cyrl",
    "uk": "Cyrl",
    "ar": "Arab",
}
_RIGHT_TO_LEFT_LANGUAGES: Final = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS: Final = frozenset({"Arab", "Hebr", "Nkoo", "Syrc", "Thaa"})


def word_language(tag: str) -> str:
    """The tag Word knows for a BCP 47 tag: with a region, without a script that goes without saying (`kk`: `kk-KZ`)."""
    language, *rest = tag.replace("_", "-").split("-")
    language = language.lower()
    if rest and rest[0].title() == _IMPLIED_SCRIPTS.get(language):
        rest = rest[1:]
    if not rest and language in _REGIONS:
        rest = [_REGIONS[language]]
    return "-".join((language, *rest))


def is_right_to_left(tag: str) -> bool:
    """Whether text in the language `tag` runs from right to left; a script subtag decides over the language."""
    language, *rest = tag.replace("_", "-").split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else language.lower() in _RIGHT_TO_LEFT_LANGUAGES
