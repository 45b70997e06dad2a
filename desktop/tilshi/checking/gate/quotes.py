"""The requirement over quotations: who speaks, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from tilshi.checking.findings import Severity, message
from tilshi.checking.gate.obstacles import Hindrance, Requirement, Version
from tilshi.checking.name_forms import NameWord, sequences
from tilshi.checking.passages import Passage
from tilshi.checking.quotation import quotation
from tilshi.checking.speech import saying_verbs, speech
from tilshi.i18n import N_
from tilshi.release import Block, Role, Segment

_Entry: TypeAlias = tuple[Block, Segment, Passage]
_Name: TypeAlias = tuple[NameWord, ...]

_BEFORE: Final = 60
_AFTER: Final = 110
"""How far a name may stand from the verb of saying, in code points."""

_APPOSITION: Final = re.compile(r"\s*[,(–—-]\s*(?![\"«“„])\w")
_WORD_BEFORE: Final = re.compile(r"([\w-]+)\s+$")
_NO_TITLES: Final = frozenset(
    {
        *("and", "that", "by", "with", "to", "from", "for", "as", "but"),
        *("et", "par", "que", "de", "selon", "avec", "pour", "mais"),
        *("и", "а", "но", "что", "с", "по", "для", "как"),
        *("және", "ал", "бірақ", "мен", "деп", "де", "да"),
    }
)
"""Words before a name that do not say what somebody is."""

_LONGEST_NAME: Final = 2
"""Words of a name; what is longer has a title among its words."""


def quotations(version: Version) -> Iterator[Hindrance]:
    """Each quotation says who speaks, and each speaker is introduced with a title."""
    entries = [entry for entry in version.passages if not entry[0].role.is_contact and entry[2].prose.strip()]
    speakers: dict[str, tuple[Segment, _Name]] = {}
    for at, (block, segment, read) in enumerate(entries):
        if block.role is not Role.QUOTE and not read.parsed(speech).quotes:
            continue
        if not _is_attributed(entries, at):
            yield Hindrance(message(N_("Nobody is named who says this.")), segment.id, *_quoted(read))
        for name in _speakers(read):
            speakers.setdefault(_stem(name), (segment, name))
    for stem, (segment, name) in speakers.items():
        # The contacts say it too, where the speaker is one of them.
        if not any(_is_introduced(read, stem) for _block, _segment, read in version.passages):
            shown = " ".join(word.text for word in name)
            said = message(N_("Nothing says who {name} is."), name=shown)
            yield Hindrance(said, segment.id, name[0].start, name[-1].end)


def _is_attributed(entries: Sequence[_Entry], at: int) -> bool:
    """Whether a verb of saying or an attribution stands with the quotation, or in the paragraph before or after."""
    near = entries[max(0, at - 1) : at + 2]
    return any(block.role is Role.ATTRIBUTION or read.parsed(saying_verbs) for block, _segment, read in near)


def _quoted(read: Passage) -> tuple[int, int]:
    pairs = read.parsed(quotation).pairs
    return (pairs[0].opening, pairs[-1].closing + 1) if pairs else (0, len(read.prose))


def _speakers(read: Passage) -> Iterator[_Name]:
    """The name next to each verb of saying, outside of what is quoted."""
    quotes = read.parsed(speech).quotes
    names = [
        name
        for name in read.parsed(sequences)
        if len(name) > 1 and not any(start <= name[0].start < end for start, end in quotes)
    ]
    for start, end in read.parsed(saying_verbs):
        near = [name for name in names if -_BEFORE <= name[0].start - end <= _AFTER]
        if near:
            yield min(near, key=lambda name: min(abs(name[0].start - end), abs(start - name[-1].end)))


def _stem(name: _Name) -> str:
    """The beginning of the last word of a name, which endings leave alone."""
    last = name[-1].text.casefold()
    return last[: max(4, len(last) - 2)]


def _is_introduced(read: Passage, stem: str) -> bool:
    """Whether somebody is named here together with what he or she is: before the name, or after a comma."""
    for name in read.parsed(sequences):
        if not any(word.text.casefold().startswith(stem) for word in name):
            continue
        if len(name) > _LONGEST_NAME or read.role is Role.ATTRIBUTION or _APPOSITION.match(read.prose, name[-1].end):
            return True
        before = _WORD_BEFORE.search(read.prose[: name[0].start])
        verbs = read.parsed(saying_verbs)
        if (
            before
            and before[1].casefold() not in _NO_TITLES
            and not any(start <= before.start(1) < end for start, end in verbs)
        ):
            return True
    return False


QUOTATIONS: Final = Requirement(
    "quotes",
    Severity.WARNING,
    N_("Each quotation says who speaks, and each speaker is introduced with a title"),
    quotations,
)
