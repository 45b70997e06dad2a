"""A text as rules read it: with its role and language, and without what is not prose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from tilshi.checking.house import HouseStyle, house_style
from tilshi.language.addresses import Address, spans
from tilshi.release import Approval, Block, MarkKind, Release, Role, Segment, Text
from tilshi.terminology.glossary import Glossary

if TYPE_CHECKING:
    from tilshi.language.spelling import Speller

Parsed = TypeVar("Parsed")

MASK: Final = "\ufffc"
"""Stands for each character of an address or of untranslatable text: no letter, no digit, no space."""

TABLES: Final = frozenset({Role.TABLE_HEADER, Role.TABLE_ROW})
ADDRESSES: Final = frozenset({Role.CONTACT_PHONE, Role.CONTACT_EMAIL, Role.WEBSITE, Role.FOOTAGE, Role.SOCIAL_LINKS})


@dataclass(frozen=True, slots=True)
class Setting:
    """What rules know beside the texts: what the house has settled for a language, a glossary, its spelling."""

    house: HouseStyle
    glossary: Glossary | None = None
    speller: Speller | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a segment; `prose` is the text with addresses and untranslatable spans masked, offset for offset.

    Rules about terms and names are silent without a `glossary`, that about spelling without a `speller`.
    """

    role: Role
    language: str
    text: Text
    prose: str
    house: HouseStyle
    addresses: tuple[Address, ...] = ()
    glossary: Glossary | None = field(default=None, repr=False)
    speller: Speller | None = field(default=None, repr=False)
    _memory: dict[Callable[[Passage], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def parsed(self, parse: Callable[[Passage], Parsed]) -> Parsed:
        """What `parse` makes of this passage; asked once, however many rules want it."""
        try:
            known: Parsed = self._memory[parse]
        except KeyError:
            known = self._memory[parse] = parse(self)
        return known

    @property
    def is_table(self) -> bool:
        """Whether cells are separated by `|`."""
        return self.role in TABLES


@dataclass(frozen=True, slots=True)
class Line:
    """A segment as rules read it; `read` is its text in the language that is checked, which may be the source's own."""

    segment: str
    role: Role
    source: Passage
    read: Passage
    block: str = ""
    """The id of the block, for what may run from one segment of it to the next."""
    approvals: tuple[Approval, ...] = ()
    """Those of the translation that is read, which may have been of another wording."""
    hints: int = -1
    """Which rules it holds anything for, as bits of a `Sieve`; all of them where nobody has looked."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A release in one language as rules read it, segment by segment."""

    release: Release
    language: str
    lines: tuple[Line, ...]


def passage(
    role: Role, language: str, text: Text, house: HouseStyle | None = None, glossary: Glossary | None = None
) -> Passage:
    """A text made ready for the rules; without a house style the language's default holds."""
    return read_in(Setting(house or house_style(language), glossary), role, language, text)


def read_in(setting: Setting, role: Role, language: str, text: Text) -> Passage:
    """A text made ready for the rules, in a setting."""
    found = spans(text.string)
    prose = _masked(text, found)
    return Passage(role, language, text, prose, setting.house, found, setting.glossary, setting.speller)


def line(  # noqa: PLR0913, PLR0917  # what a segment is, and what is known beside it
    release: Release,
    part: tuple[Block, Segment],
    language: str,
    setting: Setting,
    earlier: Line | None = None,
    hints: Callable[[Passage, Passage], int] | None = None,
) -> Line:
    """A segment made ready for the rules; passages of an earlier line are kept where the text has stayed the same.

    The house style of `setting` is for the language that is checked; a source that is only compared with is read by its
    own default. `hints` says which rules the two hold anything for.
    """
    block, segment = part
    own = language == release.source_language
    source = _kept(
        earlier.source if earlier else None,
        (block.role, release.source_language, segment.source),
        setting if own else Setting(house_style(release.source_language), setting.glossary),
    )
    if own:
        return Line(segment.id, block.role, source, source, block.id, (), hints(source, source) if hints else -1)
    target = segment.target(language)
    read = _kept(earlier.read if earlier else None, (block.role, language, target.text), setting)
    return Line(segment.id, block.role, source, read, block.id, target.approvals, hints(source, read) if hints else -1)


def _kept(earlier: Passage | None, wanted: tuple[Role, str, Text], setting: Setting) -> Passage:
    if (
        earlier
        and (earlier.role, earlier.language, earlier.text) == wanted
        and Setting(earlier.house, earlier.glossary, earlier.speller) == setting
    ):
        return earlier
    return read_in(setting, *wanted)


def _masked(text: Text, found: tuple[Address, ...]) -> str:
    masked = [(address.start, address.end) for address in found]
    masked.extend((mark.start, mark.end) for mark in text.marks if mark.kind is MarkKind.UNTRANSLATABLE)
    if not masked:
        return text.string
    letters = list(text.string)
    for start, end in masked:
        letters[start:end] = MASK * (end - start)
    return "".join(letters)
