"""French words: which dictionary forms they may be a form of (number and gender), and plurals of terms."""

from __future__ import annotations

import re
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


# Words that form their plural otherwise than their ending says (§§ 524–529).
_IRREGULAR_PLURALS: Final = {
    **{
        word: f"{word}s"
        for word in ("bal", "carnaval", "fatal", "festival", "final", "natal", "naval", "banal", "landau")
    },
    **{word: f"{word}s" for word in ("bleu", "pneu")},
    **{word: f"{word[:-3]}aux" for word in ("travail", "bail", "vitrail", "corail", "émail")},
    **{word: f"{word}x" for word in ("bijou", "caillou", "chou", "genou", "hibou", "joujou", "pou")},
}
_HEAD_END: Final = re.compile(
    r"\s+(?:(?:de|du|des|à|au|aux|en|pour|par|sur|sous|contre|avec|sans|entre|dans|selon|qui|que|et|ou)\s|d['’])",
    re.IGNORECASE,
)
_INVARIABLE: Final = frozenset({"non", "très", "plus", "moins", "dit", "hors", "ne"})
_WORD: Final = re.compile(r"[^\W\d_]+$")


_NUMBER: Final = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[.\u00a0\u202f ]\d{3})+|\d+)\s+$")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)\s+$")
_MANY_WORDS: Final = """
les des aux ces mes tes ses nos vos leurs quelques plusieurs divers diverses différents différentes certains
certaines nombreux nombreuses autres deux trois quatre cinq six sept huit neuf dix vingt trente cent mille
"""
_MANY: Final = frozenset(_MANY_WORDS.split())


def plural(term: str) -> str:
    """A noun phrase in the plural: all words before its first preposition change, «conflits armés internationaux»."""
    end = found.start() if (found := _HEAD_END.search(term)) else len(term)
    parts = re.split(r"(\s+)", term[:end])
    return "".join(_plural_word(part, first=at == 0) for at, part in enumerate(parts)) + term[end:]


def asks_plural(before: str) -> bool:
    """Whether the words right before a noun phrase want it in the plural: «les», «aux», «plusieurs», «14»."""
    if number := _NUMBER.search(before):
        return number[0].strip() not in ("0", "1")
    word = _LAST_WORD.search(before)
    return word is not None and word[1].lower() in _MANY


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase looks like a plural; one in -s or -x that is cited so («forces armées») does too."""
    end = found.start() if (found := _HEAD_END.search(phrase)) else len(phrase)
    words = phrase[:end].lower().split()
    changing = [word for word in words[1:] if word not in _INVARIABLE and not word.endswith("ment")]
    return bool(words) and len(words[0]) > 3 and all(word.endswith(("s", "x")) for word in (words[0], *changing))


def _plural_word(word: str, *, first: bool) -> str:
    low = word.lower()
    found = _WORD.search(low)
    adverb = not first and low.endswith("ment")
    if (
        found is None
        or low in _INVARIABLE
        or adverb
        or low.endswith(("s", "x", "z"))
        or (word.isupper() and len(word) > 1)
    ):
        return word
    last = found[0]
    if last in _IRREGULAR_PLURALS:
        form = _IRREGULAR_PLURALS[last]
    elif last.endswith("al"):
        form = f"{last[:-1]}ux"
    else:
        form = f"{last}x" if last.endswith(("au", "eu")) else f"{last}s"
    kept = len(last) - 1 if form[: len(last)] != last else len(last)
    kept = next((at for at in range(kept) if last[at] != form[at]), kept)
    return word[: found.start() + kept] + form[kept:]


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
