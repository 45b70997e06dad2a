"""What the checks ask beside the texts: the glossary, the dictionaries, what the organisation has settled."""

from __future__ import annotations

from functools import cached_property

from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import check
from tilshi.checking.findings import Finding
from tilshi.checking.house import house_style
from tilshi.checking.rules import Rule
from tilshi.cli.console import Console
from tilshi.files.errors import FileError
from tilshi.language.spelling import Speller
from tilshi.layout.profile import Profile
from tilshi.release import Release
from tilshi.terminology.glossary import Glossary
from tilshi.terminology.shelf import load
from tilshi.terminology.spelling import Spellers
from tilshi.terminology.user_words import UserWords, default_folder


class Consulted:
    """The user's glossary and words, read once for all files; what of it is damaged is said and left out."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._unspelt: set[str] = set()

    @cached_property
    def _glossary(self) -> Glossary:
        """Read with the first file that can be opened."""
        loaded = load()
        for error in loaded.errors:
            self._console.refused(error)
        return loaded.glossary

    @cached_property
    def _spellers(self) -> Spellers:
        return Spellers(self._glossary, UserWords(default_folder()))

    def findings(
        self, release: Release, language: str, profile: Profile, rules: tuple[Rule, ...] = RULES
    ) -> tuple[Finding, ...]:
        """All findings in a language, waived ones among them, by what the organisation of `profile` has settled."""
        house = house_style(language, profile.house)
        return check(release, language, rules, house, self._glossary, self._speller(language))

    def _speller(self, language: str) -> Speller | None:
        """The speller for a language; none, with a message, where the user's own words cannot be read."""
        if language in self._unspelt:
            return None
        try:
            return self._spellers.of(language)
        except FileError as error:
            self._unspelt.add(language)
            self._console.refused(error)
            return None
