"""Finds names and paths in text, as a person would: whole words, whatever the case and the way they are encoded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from urllib.parse import unquote

from tilshi.export.probe.leaks import Leak, LeakKind, Nature, Piece

# Folders at the root of Unix-like systems; put together from words, since most texts with a slash are not paths.
_ROOTS: Final = "Applications|Library|Users|Volumes|etc|home|media|mnt|opt|private|root|run|srv|tmp|usr|var|work"
_PATH: Final = re.compile(
    rf"""
      (?<![\w]) [A-Za-z]:[\\/] (?![\\/]) [^\s"'<>|*?]+          # C:\Users, C:/Users
    | (?<![\w\\]) \\\\ [\w.-]+ \\ [\w$.-]+ [^\s"'<>|*?]*         # \\server\share
    | \b file:/ [^\s"'<>]+
    | (?<![\w.:/~%@\#?=&+-]) / (?:{_ROOTS}) (?:/ [^\s"'<>]*|\b(?![\w-]))
    """,
    re.VERBOSE,
)
# Only a place is looked for in the middle of syntax or of a font's bytes: anything shorter is there by chance.
_IS_PATH: Final = re.compile(r"(?:/|\\\\|[a-z]:[\\/]|file:)[^\s].{2}", re.DOTALL)
# What our writers put into every file: no name, even where somebody is called so.
_OURS: Final = frozenset(
    {
        *("tilshi", "tilshi:contact", "tilshi:contact:name", "tilshi:contact:phone", "tilshi:contact:email"),
        *(
            "contact",
            "name",
            "phone",
            "email",
            "normal",
            "hyperlink",
            "release part",
            "release table",
            "no list",
            "normal table",
        ),
        *("default paragraph font", "header", "footer", "quote", "heading 1", "heading 2", "heading 3", "text"),
        *("page", "numpages"),
    }
)


def leaks_in(pieces: Sequence[Piece], forbidden: Iterable[str], shown: str) -> Iterator[Leak]:
    """The forbidden names and the absolute paths in the pieces of a file."""
    words = dict.fromkeys(word for name in forbidden if (word := _plain(name).strip()))
    # A long release forbids thousands of sentences of other languages: nearly all are ruled out in one search each.
    everything = "\n".join(form for piece in pieces if piece.nature is not Nature.SYNTAX for form in _forms(piece))
    names = _Names([word for word in words if _IS_PATH.match(word) or word in everything], shown)
    for piece in pieces:
        yield from names.leaks(piece)


class _Names:
    """The names that can occur, for each nature of text."""

    __slots__ = ("_not_said", "_paths", "_shown", "_words")

    def __init__(self, words: Sequence[str], shown: str) -> None:
        self._shown = _plain(shown)
        self._words = words
        self._not_said = [word for word in words if not _occurs(word, self._shown)]
        paths = [word for word in words if _IS_PATH.match(word)]
        self._paths = list(dict.fromkeys(form for path in paths for form in (path, path.replace("\\", "/"))))

    def leaks(self, piece: Piece) -> Iterator[Leak]:
        """The names and the absolute paths in a piece."""
        if piece.nature is Nature.SYNTAX and not self._paths:
            return
        for plain in _forms(piece):
            for word in self._wanted(piece.nature, plain):
                if _occurs(word, plain):
                    yield Leak(LeakKind.NAME, piece.where, word)
        if piece.nature is not Nature.SYNTAX:
            yield from self._other_paths(piece)

    def _wanted(self, nature: Nature, plain: str) -> Sequence[str]:
        if nature is Nature.SYNTAX:
            return self._paths
        if plain.strip() in _OURS:
            return ()
        return self._not_said if nature is Nature.CONTENT else self._words

    def _other_paths(self, piece: Piece) -> Iterator[Leak]:
        for text in dict.fromkeys((piece.text, unquote(piece.text))):
            for match in _PATH.finditer(text):
                if piece.nature is not Nature.CONTENT or _plain(match.group()) not in self._shown:
                    yield Leak(LeakKind.PATH, piece.where, match.group())


def _forms(piece: Piece) -> tuple[str, ...]:
    """The text as it is compared; an address also as it reads without its percent signs."""
    plain = _plain(piece.text)
    decoded = _plain(unquote(piece.text)) if "%" in plain and piece.nature is not Nature.SYNTAX else plain
    return (plain,) if decoded == plain else (plain, decoded)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _occurs(word: str, text: str) -> bool:
    """Whether the word stands in the text by itself; the search for its letters comes first, because it is fast."""
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
