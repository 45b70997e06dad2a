"""English words: which dictionary forms they may be a form of (plural, possessive, verb), and plurals of terms."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_IRREGULAR: Final = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "feet": "foot",
    "wives": "wife",
    "lives": "life",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "aircraft": "aircraft",
    "fought": "fight",
    "held": "hold",
    "made": "make",
    "taken": "take",
    "took": "take",
    "sent": "send",
    "lost": "lose",
    "left": "leave",
    "met": "meet",
    "gave": "give",
    "given": "give",
    "sought": "seek",
}
_POSSESSIVE: Final = re.compile(r"['’]s?$")
_SPELLINGS: Final = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"(?<=\w{4})is(e|ed|es|ing|er|ers)$"), r"iz\1"),
    (re.compile(r"(?<=[bclvn])our(?=$|s|ed|ing|ite|able)"), "or"),
    (re.compile(r"cent(?:re)(?=$|s)"), "center"),
    (re.compile(r"efence"), "efense"),
)


_PLURALS: Final = {
    **{
        singular: plural
        for plural, singular in _IRREGULAR.items()
        if plural.endswith(("men", "en", "eet", "ves", "ia", "na"))
    },
    **dict.fromkeys(("aid", "aircraft", "assistance", "equipment", "information", "personnel", "relief", "staff"), ""),
}
"""What is no word with an -s; empty for what has no plural."""
_SINGULAR_IN_S: Final = re.compile(r"(?:ss|us|is|gas|bias|lens|chaos|atlas)$")
_SIBILANT: Final = re.compile(r"(?:s|x|z|ch|sh)$")
_HEAD_END: Final = re.compile(
    r"\s+(?:of|in|for|on|to|by|with|without|against|under|from|at|between|as|during|who|that|which)\s", re.IGNORECASE
)


_NUMBER: Final = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)\s+$")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)(?:\s+of)?\s+$")
_MANY_WORDS: Final = """
two three four five six seven eight nine ten eleven twelve twenty thirty hundred thousand dozens hundreds thousands
several many few both these those various numerous other
"""
_MANY: Final = frozenset(_MANY_WORDS.split())


def plural(term: str) -> str:
    """A noun phrase in the plural: the word before its first preposition changes, «prisoners of war»."""
    end = found.start() if (found := _HEAD_END.search(term)) else len(term)
    start = max(term.rfind(" ", 0, end), term.rfind("-", 0, end), term.rfind("\u00a0", 0, end)) + 1
    return term[:start] + _plural_word(term[start:end]) + term[end:]


def asks_plural(before: str) -> bool:
    """Whether the words right before a noun phrase want it in the plural: «two», «1,045», «these», «many»."""
    if number := _NUMBER.search(before):
        return number[0].strip() != "1"
    word = _LAST_WORD.search(before)
    return word is not None and word[1].lower() in _MANY


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase looks like a plural; one in -s that is cited so («armed forces») does too."""
    end = found.start() if (found := _HEAD_END.search(phrase)) else len(phrase)
    word = re.split(r"[\s-]", phrase[:end])[-1].lower()
    if word in _PLURALS.values() and word:
        return True
    return len(word) > 3 and word.endswith("s") and not _SINGULAR_IN_S.search(word)


def _plural_word(word: str) -> str:
    low = word.lower()
    if low in _PLURALS:
        form = _PLURALS[low] or low
    elif low.endswith("man") and low not in {"german", "human"}:
        form = f"{low[:-3]}men"
    elif low.endswith("sis"):
        form = f"{low[:-2]}es"
    elif is_plural(word) and not word.isupper():
        form = low
    elif re.search(r"[^aeiou]y$", low):
        form = f"{low[:-1]}ies"
    else:
        form = f"{low}es" if _SIBILANT.search(low) and not word.isupper() else f"{low}s"
    return word[: _same(low, form)] + form[_same(low, form) :]


def _same(one: str, other: str) -> int:
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


@lru_cache(maxsize=50_000)
def bases(word: str) -> frozenset[str]:
    """The forms `word` may be cited in, case folded, itself included; two words with one in common may be one word.

    A base need not be a word: "parties" gives "party" and "parti". Derivations are not undone: "humanitarian" is not
    "human", "interned" not "internee".
    """
    form = _POSSESSIVE.sub("", word.casefold())
    for pattern, spelling in _SPELLINGS:
        form = pattern.sub(spelling, form)
    found = {form, _IRREGULAR.get(form, form)}
    found.update(_singulars(form))
    found.update(_verb_bases(form))
    return frozenset(base for base in found if len(base) > 2 or base == form)


def _singulars(form: str) -> set[str]:
    if not form.endswith("s") or form.endswith(("ss", "us", "is")) or len(form) < 4:
        return {form[:-3] + "man"} if form.endswith("men") and len(form) > 5 else set()
    found = {form[:-1]}
    if form.endswith("ies"):
        found.add(form[:-3] + "y")
    if form.endswith("es"):
        found.add(form[:-2])
        found.add(form[:-2] + "is")
    if form.endswith("ves"):
        found.update((form[:-3] + "f", form[:-3] + "fe"))
    return found


def _verb_bases(form: str) -> set[str]:
    for ending in ("ing", "ed"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            found = {stem, stem + "e"}
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
            if ending == "ed" and stem.endswith("i"):
                found.add(stem[:-1] + "y")
            return found
    return set()
