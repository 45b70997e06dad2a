"""Rules over signs that stand for better ones since typewriters had no others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.language.typography import NO_BREAK_SPACE

_HINT: Final = holding(r"\.\.\.|['`´]|\d[xXхХ]\d|^[xXхХ]$|\bN|\((?:[cCсС]|[rR]|tm|TM)\)")
_DOTS: Final = Pattern(r"(?<!\.)\.\.\.(?!\.)")
_NUMBER: Final = Pattern(r"(?<!\w)N(?:[oо]\.?|°|º)? ?(?=\d)")
_TIMES: Final = Pattern(r"(?<!\b0)(?<=\d)( ?)[xXхХ]\1(?=\d)")
_APOSTROPHE: Final = Pattern(r"(?<=[^\W\d_])['`´](?=[^\W\d_])")
_POSSESSIVE: Final = Pattern(r"(?<=s)'(?=\s)")
_OPENED: Final = Pattern(r"(?<!\w)'\w")
_COPYRIGHT: Final = Pattern(r"\([cCсС]\)(?= ?(?:19|20)\d\d)")


def ascii_sign(read: Passage) -> Iterator[Spot]:
    """A typewriter's sign.

    Three dots, N for №, the letter x between numbers, a straight apostrophe, (c).
    """
    prose, language = read.prose, primary(read.language)
    for dots in _DOTS.finditer(prose):
        yield _spot(dots.start(), dots.end(), "…")
    if language in ("kk", "ru"):
        for sign in _NUMBER.finditer(prose):
            yield _spot(sign.start(), sign.end(), f"№{NO_BREAK_SPACE}")
    for sign in _TIMES.finditer(prose):
        yield _spot(sign.start(), sign.end(), f"{sign[1]}×{sign[1]}")
    for sign in _COPYRIGHT.finditer(prose):
        yield _spot(sign.start(), sign.end(), "©")
    for sign in _APOSTROPHE.finditer(prose):
        yield _spot(sign.start(), sign.end(), "’")
    if language == "en" and not _OPENED.search(prose):
        for sign in _POSSESSIVE.finditer(prose):
            yield _spot(sign.start(), sign.end(), "’")


def _spot(start: int, end: int, right: str) -> Spot:
    said = message(N_("The proper sign here is “{right}”."), right=right.strip())
    return Spot(start, end, said, (Fix(start, end, right, safe=True),))


ASCII_SIGN: Final = TextRule("typo.ascii", Severity.NOTE, N_("A typewriter's sign"), ascii_sign, _HINT)
