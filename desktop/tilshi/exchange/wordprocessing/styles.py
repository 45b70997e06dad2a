"""`word/styles.xml`: what a paragraph or a run gets from its style and those it is based on (17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tilshi.exchange.wordprocessing.vocabulary import number, toggle, value
from tilshi.files.word import W

if TYPE_CHECKING:
    from lxml.etree import _Element

OWN_BASE: Final = "Release Part"
"""The name of the style that those for the parts of a release are based on in the files we write."""

_LONGEST_CHAIN: Final = 20
_HEADING: Final = "heading "
_LEVELS: Final = 9


@dataclass(frozen=True, slots=True)
class Appearance:
    """Properties of characters that mean something: None where nothing is said (`size` in half points, 0)."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    size: int = 0
    font: str = ""

    def over(self, other: Appearance) -> Appearance:
        """These properties, with what they leave open taken from others."""
        return Appearance(
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.hidden if self.hidden is None else self.hidden,
            self.size or other.size,
            self.font or other.font,
        )


PLAIN: Final = Appearance()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a style says of a paragraph.

    `names` are its names and aliases in lower case, then those of what it is based on; `level` its outline level, 1 to
    9, or 0; `numbering` the list it belongs to and the level in it.
    """

    names: tuple[str, ...] = ()
    level: int = 0
    numbering: tuple[str, int] | None = None
    look: Appearance = PLAIN

    @property
    def is_own(self) -> bool:
        """Whether it is for a part of a release in a file we wrote."""
        return OWN_BASE.casefold() in self.names[1:]


class Styles:
    """The styles of one document, resolved when they are asked for."""

    __slots__ = ("_by_id", "_characters", "_default", "_defaults", "_paragraphs")

    def __init__(self, root: _Element | None) -> None:
        self._by_id: dict[str, _Element] = {}
        self._default = ""
        self._defaults = PLAIN
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._characters: dict[str, Appearance] = {}
        if root is not None:
            self._defaults = appearance(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
            for style in root.iterchildren(f"{W}style"):
                identifier = style.get(f"{W}styleId", "")
                self._by_id.setdefault(identifier, style)
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}:
                    self._default = identifier

    def paragraph(self, identifier: str) -> ParagraphStyle:
        """The paragraph style of that id, or the default one where there is none."""
        identifier = identifier if identifier in self._by_id else self._default
        if identifier not in self._paragraphs:
            self._paragraphs[identifier] = self._resolved(identifier)
        return self._paragraphs[identifier]

    def look(self, paragraph: ParagraphStyle, character: str, direct: Appearance) -> Appearance:
        """How a run looks: toggles of both styles cancel each other (17.7.3), what the run says itself counts."""
        if not character:
            return direct.over(paragraph.look).over(self._defaults)
        if character not in self._characters:
            self._characters[character] = self._inherited(character)
        style = self._characters[character]
        both = replace(
            style.over(paragraph.look),
            bold=bool(style.bold) != bool(paragraph.look.bold),
            italic=bool(style.italic) != bool(paragraph.look.italic),
            hidden=bool(style.hidden) != bool(paragraph.look.hidden),
        )
        return direct.over(both).over(self._defaults)

    def _resolved(self, identifier: str) -> ParagraphStyle:
        chain = list(self._chain(identifier))
        names = tuple(name for style in chain for name in _names(style))
        level, numbering = 0, None
        for style in reversed(chain):
            properties = style.find(f"{W}pPr")
            outline = number(value(properties, "outlineLvl"))
            if outline is not None:
                level = outline + 1 if 0 <= outline < _LEVELS else 0
            listed = None if properties is None else properties.find(f"{W}numPr")
            if listed is not None:
                own = value(listed, "numId")
                kept = numbering[0] if numbering else ""
                numbering = (own or kept, number(value(listed, "ilvl")) or 0)
        return ParagraphStyle(names, level or _level_of(names), numbering, self._inherited(identifier))

    def _inherited(self, identifier: str) -> Appearance:
        look = PLAIN
        for style in self._chain(identifier):
            look = look.over(appearance(style.find(f"{W}rPr")))
        return look

    def _chain(self, identifier: str) -> Iterator[_Element]:
        """The style and what it is based on, which in a broken file may come back to itself."""
        for _step in range(_LONGEST_CHAIN):
            style = self._by_id.get(identifier)
            if style is None:
                return
            yield style
            identifier = value(style, "basedOn")


def appearance(properties: _Element | None) -> Appearance:
    """What `w:rPr` says itself."""
    if properties is None or not len(properties):
        return PLAIN
    fonts = properties.find(f"{W}rFonts")
    font = "" if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""
    return Appearance(
        toggle(properties, "b"),
        toggle(properties, "i"),
        toggle(properties, "vanish"),
        number(value(properties, "sz")) or 0,
        font,
    )


def _names(style: _Element) -> tuple[str, ...]:
    return tuple(
        name.strip().casefold() for name in (value(style, "name"), *value(style, "aliases").split(",")) if name.strip()
    )


def _level_of(names: tuple[str, ...]) -> int:
    """The level of one of Word's own headings that was changed to have none in the outline."""
    for name in names:
        level = number(name.removeprefix(_HEADING)) if name.startswith(_HEADING) else None
        if level:
            return level
    return 0
