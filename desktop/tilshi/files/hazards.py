"""Characters that show something else than they are: each is told to the user before a text is trusted."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from typing import Final

from tilshi.files.errors import FileWarning
from tilshi.i18n import N_, _, ngettext

MAX_COMBINING: Final = 8
"""Combining marks on one letter: Vietnamese needs two, transliteration three or four."""

MAX_WARNINGS: Final = 200
"""What is shown of the warnings about one file."""

_COMBINING: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"

_KINDS: Final = {
    "bidi": ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", N_("a control that turns the direction of writing")),
    "invisible": (
        "\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb",
        N_("an invisible character"),
    ),
    "tag": ("\U000e0000-\U000e007f", N_("an invisible tag character")),
    "noncharacter": (
        "\ufdd0-\ufdef"
        + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)),
        N_("a code that is no character"),
    ),
    "control": ("\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f", N_("a control character")),
    "replacement": ("\ufffd", N_("the sign that stands for a letter lost in an earlier conversion")),
}
_SUSPECT: Final = re.compile("|".join(f"(?P<{kind}>[{characters}])" for kind, (characters, _name) in _KINDS.items()))
# One class is searched ten times faster than the alternatives: most texts are done with after it.
_ANY: Final = re.compile(f"[{''.join(characters for characters, _name in _KINDS.values())}{_COMBINING}]")
_JOINERS: Final = "\u200c\u200d"
_JOINER_USERS: Final = re.compile("[\u0590-\u109f\u1780-\u18aa\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")
_PILE: Final = re.compile(f"[{_COMBINING}]{{{MAX_COMBINING + 1},}}")

# Starts at the beginning of a word only and never goes back: linear even in a text that is one word of a megabyte.
# Lengths after RFC 1035, 2.3.4.
_HOST: Final = re.compile(r"(?<![\w-])[\w-]{1,63}+(?:\.[\w-]{1,63}+){1,8}")
_LONGEST_LABEL: Final = 63
_LONGEST_HOST: Final = 253
_FEW: Final = 5_000
# A host has a dot within; prose has its dots at the ends of words.
_INNER_DOT: Final = re.compile(r"\.\w")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_GREEK: Final = re.compile("[\u0370-\u03ff]")
# Cyrillic letters that look like Latin ones (Unicode TR 39, confusables): a name of these alone is a disguise.
_LOOKALIKES: Final = frozenset("асеорхуіјһѕԁԛԝӏкмтвнАСЕОРХУІЈҺЅКМТВН")


def hazards(text: str, place: str = "") -> tuple[FileWarning, ...]:
    """What in a text is not what it looks like: one warning a kind, `place` repeated in each.

    Controls of writing direction, invisible and tag characters, codes that are no characters, more than `MAX_COMBINING`
    marks on a letter, hosts with letters of two scripts (www.іcrc.org). Soft hyphens, no-break spaces and decomposed
    letters (NFD) are no hazards.
    """
    return tuple(FileWarning(message, place) for message in _messages(text))


def limited(warnings: Iterable[FileWarning]) -> tuple[FileWarning, ...]:
    """The first `MAX_WARNINGS` different ones, and one more that says so: nobody reads a thousand."""
    found = _different(warnings)
    first = tuple(itertools.islice(found, MAX_WARNINGS))
    if next(found, None) is None:
        return first
    return (*first, FileWarning(_("There are more warnings than these {number}.").format(number=MAX_WARNINGS)))


def _different(warnings: Iterable[FileWarning]) -> Iterator[FileWarning]:
    seen: set[FileWarning] = set()
    for warning in warnings:
        if warning not in seen:
            seen.add(warning)
            yield warning


def has_hazards(texts: Iterable[str]) -> bool:
    """Whether `hazards` could find anything in one of many texts; a quick look at the characters they use at all."""
    together = "\n".join(texts)
    if any(_ANY.match(character) for character in set(together)):
        return True
    dots = () if together.isascii() else itertools.islice(_INNER_DOT.finditer(together), _FEW + 1)
    # Where there are more dots than any release has, each text is looked at by itself.
    return any(number == _FEW or _is_in_mixed_host(together, dot.start()) for number, dot in enumerate(dots))


def _is_in_mixed_host(text: str, at: int) -> bool:
    around = text[max(0, at - _LONGEST_LABEL) : at + _LONGEST_HOST]
    return any(has_mixed_scripts(found[0]) for found in _HOST.finditer(around))


def has_mixed_scripts(host: str) -> bool:
    """Whether a host name holds a label of two scripts, or one of Cyrillic letters that all look Latin."""
    if host.isascii() or not _LATIN.search(host):
        return False
    labels = host.split(".")
    return any(_is_mixed(label) for label in labels) or (
        labels[-1].isascii() and any(_is_disguised(label) for label in labels)
    )


def _messages(text: str) -> Iterator[str]:
    if _ANY.search(text):
        yield from _characters(text)
    if not text.isascii() and _INNER_DOT.search(text):
        for host in dict.fromkeys(found[0][:100] for found in _HOST.finditer(text) if has_mixed_scripts(found[0])):
            yield _("The address {host} is written with letters of two alphabets that look alike.").format(host=host)


def _characters(text: str) -> Iterator[str]:
    if _PILE.search(text):
        yield _("A letter carries more than {number} combining marks.").format(number=MAX_COMBINING)
    # Each different character once, since a hostile text may hold a million of one.
    for character in sorted(set(text)):
        found = _SUSPECT.match(character)
        number = _count(text, character) if found else 0
        if found and number:
            message = ngettext("There is {what} (U+{code}).", "There is {what} (U+{code}), {number} times.", number)
            what = _(_KINDS[found.lastgroup or ""][1])
            yield message.format(what=what, code=f"{ord(character):04X}", number=number)


def _count(text: str, character: str) -> int:
    """How often a character occurs, joiners only where no script or emoji needs them."""
    if character not in _JOINERS:
        return text.count(character)
    return sum(not _JOINER_USERS.match(text, found.start() - 1) for found in re.finditer(character, text))


def _is_mixed(label: str) -> bool:
    # Between hyphens, since Kazakh puts its endings after one: NATO-ға.
    parts = label.split("-")
    return any(sum(bool(script.search(part)) for script in (_LATIN, _CYRILLIC, _GREEK)) > 1 for part in parts)


def _is_disguised(label: str) -> bool:
    return len(label) > 1 and all(character in _LOOKALIKES for character in label)
