"""Which dictionary forms an English word may be a form of: plural, possessive, verb endings, British or American."""

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
