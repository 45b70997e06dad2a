"""Rules over characters that nobody sees, and over lines that end where no sentence does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint, holding
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.release import Role

_INVISIBLE: Final = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_CONTROL: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_NOBODYS: Final = "\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff"
_STRANGE: Final = Pattern(
    f"(?P<invisible>[{_INVISIBLE}]+)|(?P<control>[{_CONTROL}]+)|(?P<lost>\ufffd+)|(?P<nobodys>[{_NOBODYS}]+)"
    "|(?P<ligature>[\ufb00-\ufb06])|(?P<space>[\t\x85\u2000-\u2008\u200a\u205f\u3000]+)"
)
_JOINED: Final = Pattern("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]\u200d(?=[\u2600-\u27bf\U0001f000-\U0001faff])")
_TOKEN: Final = Pattern(r"\S+")

_BREAK: Final = Pattern(r"(?P<before>\S)[ \t\u00a0]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[ \t\u00a0]*(?=(?P<after>\S))")
_DIVIDED: Final = Pattern(r"(?<=[^\W\d_]{2})[-\u00ad\u2010](?:\r\n|[\n\r\u2028])(?=[^\W\d_]{2})")
_ORDINARY: Final = frozenset(
    {*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x180)), *map(chr, range(0x400, 0x483)), *"\n\r\u2009\u202f"}
    | {*map(chr, range(0x48A, 0x530)), *"–—‘’‚“”„…‹›№€×−•"}
) - {"\u00ad"}
"""Characters of which nothing is strange and which are composed (NFC) in any order."""

_LINES: Final = frozenset(
    {Role.CONTACT_NAME, Role.CONTACT_ROLE, Role.CONTACT_PHONE, Role.CONTACT_EMAIL, Role.SOCIAL_LINKS, Role.SIGNATORY}
)
"""Parts that may be written line by line."""

_SENTENCE_END: Final = frozenset(".!?…:;|")

_SAID: Final = {
    "invisible": N_("Here stands an invisible character ({codes})."),
    "control": N_("Here stands a control character ({codes})."),
    "lost": N_("Here a letter was lost when the text was converted ({codes})."),
    "nobodys": N_("This character means nothing outside the program it comes from ({codes})."),
    "ligature": N_("These letters are joined into one character ({codes})."),
    "space": N_("This is no ordinary space ({codes})."),
}


def strange_character(read: Passage) -> Iterator[Spot]:
    """Characters that are not what they seem.

    Invisible ones, controls, directions of writing, soft hyphens, letters in parts (not NFC), signs for lost letters.
    """
    text = read.text.string
    if _ORDINARY.issuperset(text):
        return
    for found in _STRANGE.finditer(text):
        kind = found.lastgroup or ""
        if kind == "invisible" and _JOINED.match(text, found.start() - 1):
            continue
        yield _strange(found.start(), found[0], kind)
    if not unicodedata.is_normalized("NFC", text):
        for token in _TOKEN.finditer(text):
            composed = unicodedata.normalize("NFC", token[0])
            if composed != token[0]:
                said = message(N_("“{found}” is stored in parts: letters and their marks apart."), found=token[0])
                yield Spot(token.start(), token.end(), said, (Fix(token.start(), token.end(), composed, safe=True),))


def _strange(start: int, found: str, kind: str) -> Spot:
    codes = ", ".join(f"U+{ord(character):04X}" for character in dict.fromkeys(found))
    right = {"space": " ", "ligature": unicodedata.normalize("NFKC", found)}.get(kind, "")
    end = start + len(found)
    fixes = () if kind in ("lost", "nobodys") else (Fix(start, end, right, safe=True),)
    return Spot(start, end, message(_SAID[kind], codes=codes), fixes)


def broken_line(read: Passage) -> Iterator[Spot]:
    """A line that ends inside a sentence.

    The next one goes on with a small letter; entries of a list that begin with one end with a semicolon.
    """
    text = read.text.string
    if text.isprintable() or read.role in _LINES or read.is_table:
        return
    for hyphen in _DIVIDED.finditer(text):
        said = message(N_("The line ends inside a word."))
        yield Spot(hyphen.start(), hyphen.end(), said, (Fix(hyphen.start(), hyphen.end(), ""),))
    for found in _BREAK.finditer(text):
        before, after = found["before"], found["after"]
        start = found.end("before")
        if before in _SENTENCE_END or before == "-" or not (after.islower() or before == ","):
            continue
        said = message(N_("The line ends inside a sentence."))
        yield Spot(start, found.end(), said, (Fix(start, found.end(), " ", safe=True),))


def _is_strange(piece: str, _language: str) -> bool:
    return not _ORDINARY.issuperset(piece)


STRANGE_CHARACTER: Final = TextRule(
    "uni.form",
    Severity.WARNING,
    N_("Characters that are not what they seem"),
    strange_character,
    Hint(_is_strange),
)
BROKEN_LINE: Final = TextRule(
    "break.para",
    Severity.WARNING,
    N_("A line that ends inside a sentence"),
    broken_line,
    holding("[\n\r\v\f\x85\u2028\u2029\ufffc]"),
)
