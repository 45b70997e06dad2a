"""Letter by letter: a query as a pattern that reads what writers exchange for one another as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from tilshi.searching.query import Query

_HIDDEN: Final = "\u00ad\u200b-\u200d\u2060\ufeff"
_HIDING: Final = re.compile(f"[{_HIDDEN}]")
_KINDS: Final = (
    " \t\u00a0\u2007\u2009\u202f",
    '"«»“”„‟',
    "'’‘‚‛‹›ʼ",
    "-\u2010\u2011\u2012–—―−",
    "её",
    "ЕЁ",
)
_ALIKE: Final = {letter: f"[{re.escape(kind)}]" for kind in _KINDS for letter in kind}
_ELLIPSIS: Final = r"(?:…|\.\.\.)"


class Letters:
    """The places of a query that is taken letter by letter; letters count alike however they are composed."""

    def __init__(self, query: Query) -> None:
        body = _body(query.wanted, alike=query.alike)
        if query.whole_words:
            body = rf"(?<!\w){body}(?!\w)"
        self._pattern = re.compile(body, re.NOFLAG if query.match_case else re.IGNORECASE)

    def spans(self, text: str, _language: str = "") -> Iterator[tuple[int, int]]:
        """Where it stands in a text, in code points, none overlapping."""
        return (match.span() for match in self._pattern.finditer(text))


def _body(wanted: str, *, alike: bool) -> str:
    composed = unicodedata.normalize("NFC", wanted)
    if not alike:
        return "".join(_composed(letter) for letter in composed)
    letters = _HIDING.sub("", composed).replace("...", "…") or composed
    return f"[{_HIDDEN}]*".join(_one(letter) for letter in letters)


def _one(letter: str) -> str:
    if letter == "…":
        return _ELLIPSIS
    return _ALIKE.get(letter) or _composed(letter)


def _composed(letter: str) -> str:
    """A letter as one code point or taken apart."""
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"
