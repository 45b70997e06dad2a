"""Dictionaries of Hunspell: through chunspell, or where that has no wheel through spylls."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from tilshi import resources

DICTIONARIES = {"en": ("en_GB", "en_US"), "fr": ("fr_FR",), "ru": ("ru_RU",)}
"""By language: a word of English is right if either of the two has it."""


class Dictionary(Protocol):
    """One dictionary of Hunspell."""

    def knows(self, word: str) -> bool:
        """Whether a word is right as it is written."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Words it may be meant for, the likeliest first; takes up to half a second."""
        ...


class _Chunspell:
    def __init__(self, path: Path) -> None:
        import hunspell  # a binary module, not loaded at the program's start

        self._engine = hunspell.Hunspell(path.name, hunspell_data_dir=str(path.parent))

    def knows(self, word: str) -> bool:
        return bool(self._engine.spell(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        return tuple(map(str, self._engine.suggest(word)))


class _Spylls:
    def __init__(self, path: Path) -> None:
        from spylls.hunspell import (
            Dictionary as Engine,
        )  # takes seconds to read a dictionary, and is never needed twice

        self._engine = Engine.from_files(str(path))

    def knows(self, word: str) -> bool:
        return bool(self._engine.lookup(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        return tuple(map(str, self._engine.suggest(word)))


def opened(language: str) -> tuple[Dictionary, ...]:
    """The dictionaries of a language (`en`, `fr`, `ru`); reading one takes 30 to 160 ms.

    Raises:
        MissingResource: the file of one is not there.
    """
    found = []
    for name in DICTIONARIES[language]:
        path = resources.path("dictionaries", language, f"{name}.dic").with_suffix("")
        resources.path("dictionaries", language, f"{name}.aff")
        found.append(open_dictionary(path))
    return tuple(found)


def open_dictionary(path: Path) -> Dictionary:
    """The dictionary in the files `path`.aff and `path`.dic, by the quicker engine that this system has."""
    try:
        return _Chunspell(path)
    except ImportError:
        return open_in_python(path)


def open_in_python(path: Path) -> Dictionary:
    """As `open_dictionary`, by the engine that runs everywhere."""
    return _Spylls(path)
