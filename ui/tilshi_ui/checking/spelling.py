"""The spellers behind the checks: made in the pool when a language is first checked, taught by the user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tilshi.files.errors import FileError

if TYPE_CHECKING:  # loaded in the pool, with the dictionaries
    from tilshi.language.spelling import Speller
    from tilshi.terminology.glossary import Glossary
    from tilshi.terminology.spelling import Spellers


class Spelling:
    """One speller a language, which knows the glossary and the user's words; for the program as long as it runs."""

    def __init__(self) -> None:
        self._spellers: Spellers | None = None
        self._glossary: Glossary | None = None

    def speller(self, language: str, glossary: Glossary | None) -> Speller | None:
        """The speller for a language; None where there is none, or the user's words cannot be read. Takes its time."""
        from tilshi.terminology.spelling import Spellers
        from tilshi.terminology.user_words import UserWords, default_folder

        if self._spellers is None:
            self._spellers, self._glossary = Spellers(glossary, UserWords(default_folder())), glossary
        elif glossary is not self._glossary:
            self._spellers, self._glossary = self._spellers.with_glossary(glossary), glossary
        try:
            return self._spellers.of(language)
        except FileError:
            return None

    def learn(self, language: str, word: str) -> None:
        """Calls a word right from now on, for this user.

        Raises:
            FileError: it cannot be kept.
        """
        if self._spellers is not None:
            self._spellers.add(language, word)
