"""Quotation marks, dashes, spaces and lists as each language prints them.

The forms are this house's and not CLDR's (CLDR 47 joins Kazakh lists without «және», and gives French «’» no space).
A language without a form of its own is printed as English is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary

NO_BREAK_SPACE: Final = "\u00a0"
NARROW_NO_BREAK_SPACE: Final = "\u202f"
EN_DASH: Final = "–"


@dataclass(frozen=True, slots=True)
class Quotes:
    """A pair of quotation marks with the spaces that belong inside."""

    opening: str
    closing: str

    def around(self, text: str) -> str:
        """The text in these marks."""
        return f"{self.opening}{text}{self.closing}"


@dataclass(frozen=True, slots=True)
class Punctuation:
    """The marks of one language; `before_colon` is the space between a word and a colon."""

    quotes: Quotes
    inner_quotes: Quotes
    conjunction: str
    before_colon: str = ""
    dash: str = EN_DASH


_ENGLISH: Final = Punctuation(Quotes("“", "”"), Quotes("‘", "’"), "and")
_FRENCH_QUOTES: Final = Quotes(f"«{NO_BREAK_SPACE}", f"{NO_BREAK_SPACE}»")
_FORMS: Final[Mapping[str, Punctuation]] = MappingProxyType(
    {
        "en": _ENGLISH,
        "fr": Punctuation(_FRENCH_QUOTES, Quotes("“", "”"), "et", before_colon=NO_BREAK_SPACE),
        "ru": Punctuation(Quotes("«", "»"), Quotes("„", "“"), "и"),
        "kk": Punctuation(Quotes("«", "»"), Quotes("“", "”"), "және"),
    }
)


def punctuation(language: str) -> Punctuation:
    """The marks of a language."""
    return _FORMS.get(primary(language), _ENGLISH)


def quoted(text: str, language: str, *, inner: bool = False) -> str:
    """The text in the language's quotation marks; `inner` for a quotation within a quotation."""
    marks = punctuation(language)
    return (marks.inner_quotes if inner else marks.quotes).around(text)


def joined(items: Sequence[str], language: str) -> str:
    """A list in running text: `A, B және C`."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {punctuation(language).conjunction} {items[-1]}"


def labelled(label: str, value: str, language: str) -> str:
    """A label, a colon and a value: `Тел.: …`, in French `Tél. : …` with a no-break space."""
    return f"{label}{punctuation(language).before_colon}: {value}"
