"""Which dictionary forms a French word may be a form of: number and gender of nouns, adjectives and participles."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# Plural endings of nouns and adjectives (Grevisse, Le bon usage, §§ 523–529, 554–557) with what they come from.
_PLURALS: Final = (
    ("aux", ("al", "ail", "au")),
    ("eux", ("eu", "eux")),
    ("oux", ("ou",)),
    ("x", ("",)),
    ("s", ("",)),
)
# Feminine endings (§§ 543–553) with the masculine ones.
_FEMININES: Final = (
    ("elle", ("el", "eau")),
    ("enne", ("en",)),
    ("onne", ("on",)),
    ("ette", ("et",)),
    ("ète", ("et",)),
    ("ère", ("er",)),
    ("euse", ("eux", "eur")),
    ("trice", ("teur",)),
    ("ive", ("if",)),
    ("èche", ("ec",)),
    ("que", ("c",)),
    ("ve", ("f",)),
    ("e", ("",)),
)


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[str]:
    """The forms `word` may be cited in, case folded, itself included; two words with one in common may be one word.

    A base need not be a word. Verbs are not conjugated: terms of a glossary are noun phrases, participles among them.
    """
    form = word.casefold()
    if len(form) < 4:
        return frozenset({form})
    singulars = {form, *_replaced(form, _PLURALS)}
    masculines = {base for singular in singulars for base in _replaced(singular, _FEMININES)}
    return frozenset(base for base in singulars | masculines if len(base) > 2)


def _replaced(form: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> set[str]:
    return {
        form[: -len(ending)] + base
        for ending, origins in endings
        if form.endswith(ending) and len(form) > len(ending) + 1
        for base in origins
    }
