"""Words the user has called right: one plain text file a language, in the data folder of the system."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tilshi.files.atomic import replace
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_as
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.language.tags import primary

_LARGEST: Final = 10_000_000
_LONGEST: Final = 100
"""Code points of a word; what is longer in a file is no word and is left alone."""


def default_folder() -> Path:
    """Where this system keeps the data of a user's programs; ours in a folder of its own."""
    import platformdirs  # takes 5 ms that most commands do not need

    return platformdirs.user_data_path("tilshi", appauthor=False) / "words"


@dataclass(frozen=True, slots=True)
class UserWords:
    """The lists in a folder. Each is one word a line in UTF-8, sorted, so that it can be read, shared and mended."""

    folder: Path

    def path(self, language: str) -> Path:
        """The file for a language; the list of kk-KZ is that of kk."""
        return self.folder / f"{primary(language)}.txt"

    def read(self, language: str) -> tuple[str, ...]:
        """The words for a language; none where there is no list yet.

        Raises:
            FileError: it cannot be read.
        """
        path = self.path(language)
        if not path.exists():
            return ()
        lines = (_normal(line) for line in decode_as(path, read_bytes(path, _LARGEST), "utf-8-sig").splitlines())
        return tuple(dict.fromkeys(line for line in lines if line and len(line) <= _LONGEST))

    def add(self, language: str, word: str) -> tuple[str, ...]:
        """Adds a word and returns all.

        Raises:
            FileError: the list cannot be read or written; it is as it was.
            ValueError: there is no word in `word`, or it is longer than any.
        """
        added = _normal(word)
        if not added or len(added) > _LONGEST or not any(map(str.isalpha, added)):
            raise ValueError(word)
        return self._write(language, {*self.read(language), added})

    def remove(self, language: str, word: str) -> tuple[str, ...]:
        """Removes a word, if it is there, and returns all that are left.

        Raises:
            FileError: the list cannot be read or written; it is as it was.
        """
        words = set(self.read(language))
        return self._write(language, words - {_normal(word)}) if _normal(word) in words else tuple(sorted(words))

    def _write(self, language: str, words: set[str]) -> tuple[str, ...]:
        path = self.path(language)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            why = error.strerror or str(error)
            raise FileError(path.parent, _("The folder cannot be made: {why}.").format(why=why)) from error
        ordered = tuple(sorted(words))
        replace(path, "".join(f"{word}\n" for word in ordered).encode(), private=True)
        return ordered


def _normal(word: str) -> str:
    """A word in NFC on one line, without spaces around it and soft hyphens in it."""
    return " ".join(unicodedata.normalize("NFC", word).replace("\u00ad", "").split())
