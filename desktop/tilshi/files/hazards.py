"""Characters that show something else than they are: each is told to the user before a text is trusted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from tilshi.files.errors import FileWarning
from tilshi.i18n import N_, _, ngettext

MAX_COMBINING: Final = 8
"""Combining marks on one letter: Vietnamese needs two, transliteration three or four."""

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
_JOINER_USERS: Final = re.compile("[\u0590-\u109f\u1780-\u18aa\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")

_COMBINING: Final = "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_PILE: Final = re.compile(f"[{_COMBINING}]{{{MAX_COMBINING + 1},}}")

# Starts at the beginning of a word only and never goes back: linear even in a text that is one word of a megabyte.
_HOST: Final = re.compile(r"(?<![\w.-])[\w-]++(?:\.[\w-]++)+")
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


def has_mixed_scripts(host: str) -> bool:
    """Whether a host name holds a label of two scripts, or one of Cyrillic letters that all look Latin."""
    labels = host.split(".")
    return any(_is_mixed(label) for label in labels) or (
        labels[-1].isascii() and any(_is_disguised(label) for label in labels)
    )


def _messages(text: str) -> Iterator[str]:
    counts: Counter[tuple[str, str]] = Counter()
    if not text.isascii() or not text.isprintable():
        for found in _SUSPECT.finditer(text):
            if not _is_proper_joiner(text, found):
                counts[found.lastgroup or "", found[0]] += 1
        if _PILE.search(text):
            yield _("A letter carries more than {number} combining marks.").format(number=MAX_COMBINING)
    for (kind, character), number in counts.items():
        message = ngettext("There is {what} (U+{code}).", "There is {what} (U+{code}), {number} times.", number)
        yield message.format(what=_(_KINDS[kind][1]), code=f"{ord(character):04X}", number=number)
    for host in _hosts(text):
        yield _("The address {host} is written with letters of two alphabets that look alike.").format(host=host)


def _hosts(text: str) -> Iterator[str]:
    if "." in text and not text.isascii():
        yield from dict.fromkeys(found[0][:100] for found in _HOST.finditer(text) if has_mixed_scripts(found[0]))


def _is_proper_joiner(text: str, found: re.Match[str]) -> bool:
    """Whether it is a joiner that Arabic, Indic or emoji need."""
    return found[0] in "\u200c\u200d" and bool(_JOINER_USERS.match(text, found.start() - 1)) and found.start() > 0


def _is_mixed(label: str) -> bool:
    # Between hyphens, since Kazakh puts its endings after one: NATO-ға.
    parts = label.split("-")
    return any(sum(bool(script.search(part)) for script in (_LATIN, _CYRILLIC, _GREEK)) > 1 for part in parts)


def _is_disguised(label: str) -> bool:
    return len(label) > 1 and all(character in _LOOKALIKES for character in label)
