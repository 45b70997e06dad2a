"""Finds names and paths in text, as a person would: whole words, whatever the case and the way they are encoded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
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
# What our writers put into every file: no name, even where somebody is called so.
_OURS: Final = frozenset(
    {
        *("tilshi", "tilshi:contact", "tilshi:contact:name", "tilshi:contact:phone", "tilshi:contact:email"),
        *("contact", "name", "phone", "email", "normal", "hyperlink", "release table", "no list", "normal table"),
        *("default paragraph font", "header", "footer", "quote", "heading 1", "heading 2", "heading 3", "text"),
        *("page", "numpages"),
    }
)


class Names:
    """The names that must not occur."""

    __slots__ = ("_everywhere", "_not_in_content", "_paths", "_shown")

    def __init__(self, forbidden: Iterable[str], shown: str) -> None:
        self._shown = _plain(shown)
        words = [word for name in forbidden if (word := _plain(name).strip())]
        self._paths = _any_of([word for word in words if _is_path(word)])
        self._everywhere = _any_of([word for word in words if not _any_of([word]).search(self._shown)])
        self._not_in_content = _any_of(words)

    def leaks(self, piece: Piece) -> Iterator[Leak]:
        """The names and the absolute paths in a piece."""
        for text in dict.fromkeys((piece.text, unquote(piece.text))):
            plain = _plain(text)
            if piece.nature is Nature.SYNTAX:
                yield from _found(self._paths, plain, LeakKind.NAME, piece.where)
                continue
            in_content = piece.nature is Nature.CONTENT
            if plain.strip() not in _OURS:
                names = self._everywhere if in_content else self._not_in_content
                yield from _found(names, plain, LeakKind.NAME, piece.where)
            for leak in _found(_PATH, text, LeakKind.PATH, piece.where):
                if not (in_content and _plain(leak.detail) in self._shown):
                    yield leak


def _found(pattern: re.Pattern[str], text: str, kind: LeakKind, where: str) -> Iterator[Leak]:
    return (Leak(kind, where, match.group()) for match in pattern.finditer(text))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _is_path(word: str) -> bool:
    return "/" in word or "\\" in word


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Finds any of the words where it is not part of a longer one; without words, nothing."""
    forms = {form for word in words for form in ((word, word.replace("\\", "/")) if _is_path(word) else (word,))}
    choice = "|".join(re.escape(word) for word in sorted(forms, key=lambda form: (-len(form), form)))
    return re.compile(rf"(?<!\w)(?:{choice})(?!\w)" if choice else r"(?!)")
