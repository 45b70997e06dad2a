"""The speller of one language: which words of a text are misspelt, and what is meant instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from threading import RLock
from typing import Final

from tilshi.language.spelling.edits import ALPHABETS, confusions, slips
from tilshi.language.spelling.tongues import Tongue, open_tongue
from tilshi.language.spelling.words import Word, has_inner_capitals, in_case_of, is_of_script, words
from tilshi.language.tags import primary

MOST_SUGGESTIONS: Final = 7
_SHORTEST: Final = 4
"""Letters of a word that one slip is proof against; shorter ones resemble too much."""
_SHORTEST_PART: Final = 5
"""The same for a part of a word with a hyphen."""
_SURE: Final = 6
"""Letters from which any word of the dictionary is proof, not only a common one."""
_SHORTEST_OPENING: Final = 6
"""The same for a word with the capital of a sentence, which may be a name."""
_WITHIN: Final = re.compile(r"\.[)\]]?(?:\s*[^\W\d_A-ZА-ЯӘҒҚҢӨҰҮҺІ]|\s*\d|,)")
_CYRILLIC: Final = frozenset({"kk", "ru"})


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A word that is not known, at `start` to `end` (code points), and what it is likely meant for, the best first."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()


class Speller:
    """Spelling in one language, where `terms`, `names` and `user_words` are right in any form.

    Each distinct word is looked up once and remembered. Threads may share a speller.
    """

    def __init__(
        self,
        language: str,
        terms: Iterable[str] = (),
        names: Iterable[str] = (),
        user_words: Iterable[str] = (),
        tongue: Tongue | None = None,
    ) -> None:
        """Reads the dictionary, which takes 30 to 160 ms; not where it is given, as a `tongue`.

        Raises:
            KeyError: there is no dictionary for the language (see `tongues.LANGUAGES`).
            MissingResource: its files are not there.
        """
        self.language = primary(language)
        self._terms = (*terms, *names)
        self._user_words = tuple(user_words)
        texts = (*self._terms, *self._user_words)
        extra = {part for text in texts for word in words(text) for part in (word.text, *word.text.split("-"))}
        self._tongue = (tongue or open_tongue(self.language)).with_extra(extra)
        self._exact = frozenset(text.lower() for text in texts)
        self._known: dict[str, bool] = {}
        self._proofs: dict[str, tuple[str, ...]] = {}
        self._lock = RLock()

    def with_user_words(self, user_words: Iterable[str]) -> Speller:
        """The same dictionary, terms and names with other words of the user; nothing is read again."""
        return Speller(self.language, self._terms, (), user_words, self._tongue)

    def with_terms(self, terms: Iterable[str]) -> Speller:
        """The same dictionary and words of the user with other terms and names; nothing is read again."""
        return Speller(self.language, terms, (), self._user_words, self._tongue)

    def knows(self, word: str) -> bool:
        """Whether a word is right, or of a kind that no dictionary has: acronyms, other scripts."""
        known = self._known.get(word)
        if known is None:
            with self._lock:
                known = self._known[word] = self._is_right(word)
        return known

    def misspelled(self, text: str) -> tuple[tuple[int, int], ...]:
        """Spans (code points) of all words that are not known, names among them: for going through a text by hand."""
        return tuple((word.start, word.end) for word in words(text) if not self.knows(word.text))

    def proven(self, text: str) -> Iterator[Misspelling]:
        """Words that are not known and a slip away from one that is: for warnings, which must not be false alarms.

        Words with a capital within a sentence are names, and two strange words side by side another language.
        """
        strange = [word for word in words(text) if not self.knows(word.text)]
        for word in strange:
            if (
                self._may_be_name(word)
                or _is_abbreviated(word, text)
                or (self.language not in _CYRILLIC and _has_neighbour(word, strange, text))
            ):
                continue
            if found := self.proof(word.text):
                yield Misspelling(word.start, word.end, found)

    def proof(self, word: str) -> tuple[str, ...]:
        """Known words that `word` is a confusion of letters or a single slip away from, the likeliest first."""
        found = self._proofs.get(word)
        if found is None:
            with self._lock:
                found = self._proofs[word] = self._prove(word)
        return found

    def suggest(self, word: str) -> tuple[str, ...]:
        """At most seven words that `word` may be meant for; may take half a second where nothing is near."""
        with self._lock:
            near = (*self._near(word, self._confused), *self._near(word, self._slipped))
            if not near:
                near = tuple(in_case_of(said, word) for said in self._tongue.suggest(word))
        return tuple(dict.fromkeys(near))[:MOST_SUGGESTIONS]

    def _is_right(self, word: str) -> bool:
        if len(word) < 2 or has_inner_capitals(word) or word.lower() in self._exact:
            return True
        if not is_of_script(word, cyrillic=self.language in _CYRILLIC):
            return True
        return self._tongue.knows(word) or ("-" in word and all(map(self._is_right_part, word.split("-"))))

    def _is_right_part(self, part: str) -> bool:
        return len(part) < 2 or self._tongue.knows(part)

    def _may_be_name(self, word: Word) -> bool:
        if not word.text[0].isupper():
            return len(word.text) < _SHORTEST
        return not word.opens or len(word.text) < _SHORTEST_OPENING

    def _prove(self, word: str) -> tuple[str, ...]:
        confused = self._near(word, self._confused)
        common = [said for said in confused if self._tongue.is_common(said)]
        if word[0].isupper() or common:
            # With a capital it is a name, unless it is a common word but for letters that are taken for one another.
            is_foreign = self.language != "kk" and self._tongue.may_be_strange(word)
            return tuple(dict.fromkeys([*common, *confused]))[:MOST_SUGGESTIONS] if common and not is_foreign else ()
        slipped = self._near(word, self._slipped)
        if self.language == "kk" or len(word) < _SURE:
            slipped = [said for said in slipped if self._tongue.is_common(said)]
            confused = confused if len(word) >= _SURE else []
        near = dict.fromkeys([*confused, *slipped])
        return () if not near or self._tongue.may_be_strange(word) else tuple(near)[:MOST_SUGGESTIONS]

    def _near(self, word: str, changed: Callable[[str], Iterable[str]]) -> list[str]:
        """Right words among those that a wrong one, in lower case, may be `changed` to; common ones first."""
        parts = word.split("-") if "-" in word else [word]
        wrong = [part for part in parts if not self._is_right_part(part)]
        if len(wrong) != 1 or len(wrong[0]) < min(len(word), _SHORTEST_PART):
            return []
        right = self._right(dict.fromkeys(changed(wrong[0].lower())))
        return [word.replace(wrong[0], in_case_of(said, wrong[0]), 1) for said in right]

    def _confused(self, lower: str) -> Iterable[str]:
        return chain(self._tongue.mended(lower), confusions(lower, self.language))

    def _slipped(self, lower: str) -> Iterable[str]:
        return slips(lower, ALPHABETS[self.language])

    def _right(self, candidates: Iterable[str]) -> list[str]:
        right = [word for word in candidates if len(word) > 1 and self._tongue.has(word)]
        return sorted(right, key=lambda word: not self._tongue.is_common(word))


def _has_neighbour(word: Word, strange: list[Word], text: str) -> bool:
    """Whether another strange word stands beside one."""
    return any(
        other is not word and not text[min(word.end, other.end) : max(word.start, other.start)].strip()
        for other in strange
    )


def _is_abbreviated(word: Word, text: str) -> bool:
    """Whether a full stop stands behind a word within a sentence: «обл. ауруханасы»."""
    return _WITHIN.match(text, word.end) is not None
