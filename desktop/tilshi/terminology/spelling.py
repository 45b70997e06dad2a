"""The spellers of a program: one a language, with the terms and names of its glossary and the words of its user."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from tilshi.language.tags import primary
from tilshi.terminology.lookup import terms_in

if TYPE_CHECKING:
    from tilshi.language.spelling import Speller
    from tilshi.terminology.glossary import Glossary
    from tilshi.terminology.user_words import UserWords


class Spellers:
    """Makes a speller when it is first wanted and keeps it; whoever checks owns one of these. Threads may share it.

    A speller that has been given away goes on knowing what it knew: ask again after a change.
    """

    def __init__(self, glossary: Glossary | None = None, user_words: UserWords | None = None) -> None:
        self._glossary = glossary
        self._user_words = user_words
        self._ready: dict[str, Speller] = {}
        self._lock = Lock()

    def of(self, language: str) -> Speller | None:
        """The speller for a language, or None where there is no dictionary for it; the first time takes 0.1 to 0.3 s.

        Raises:
            FileError: the user's words cannot be read.
        """
        # With dictionaries and, where it is there, a binary module, which no start needs.
        from tilshi.language.spelling.tongues import LANGUAGES

        code = primary(language)
        if code not in LANGUAGES:
            return None
        with self._lock:
            if code not in self._ready:
                self._ready[code] = self._made(code)
            return self._ready[code]

    def add(self, language: str, word: str) -> None:
        """Calls a word right from now on, for this user.

        Raises:
            FileError: it cannot be kept; see `UserWords.add`.
            ValueError: there is no word in it, or no place to keep it in.
        """
        if self._user_words is None:
            raise ValueError(word)
        self._taught(language, self._user_words.add(language, word))

    def remove(self, language: str, word: str) -> None:
        """Calls a word right no longer.

        Raises:
            FileError: that cannot be kept; see `UserWords.remove`.
        """
        if self._user_words is not None:
            self._taught(language, self._user_words.remove(language, word))

    def with_glossary(self, glossary: Glossary | None) -> Spellers:
        """Spellers for another glossary, with the dictionaries that are read already."""
        others = Spellers(glossary, self._user_words)
        with self._lock:
            others._ready = {code: speller.with_terms(others._terms(code)) for code, speller in self._ready.items()}
        return others

    def _made(self, code: str) -> Speller:
        from tilshi.language.spelling import Speller

        return Speller(code, self._terms(code), (), self._user_words.read(code) if self._user_words else ())

    def _terms(self, code: str) -> tuple[str, ...]:
        """Terms and names that are not forbidden."""
        if self._glossary is None:
            return ()
        return tuple(
            term.text
            for concept in self._glossary.concepts()
            for term in terms_in(concept, code)
            if not term.status.is_forbidden
        )

    def _taught(self, language: str, words: tuple[str, ...]) -> None:
        code = primary(language)
        with self._lock:
            if code in self._ready:
                self._ready[code] = self._ready[code].with_user_words(words)
