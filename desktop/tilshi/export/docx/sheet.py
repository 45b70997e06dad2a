"""Which Word style each look of a document becomes: names, ids, levels, and what follows what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from tilshi.export.content import paragraphs_of
from tilshi.layout.blocks import BoxStyle, Contact, Document, Paragraph, ParagraphStyle, Tag
from tilshi.release import Role


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a style holds: the paragraph's own, the frame it stands in, the colour of a rule below it."""

    style: ParagraphStyle
    box: BoxStyle | None = None
    rule_below: str = ""


@dataclass(frozen=True, slots=True)
class _Use:
    """What a style is for: parts of different roles have styles of their own, so that a reader can tell them apart."""

    look: Look
    role: str
    tag: Tag
    part: str = ""

    @property
    def key(self) -> tuple[Look, str]:
        """What makes it another style."""
        return self.look, self.role

    @property
    def role_name(self) -> str:
        """The role in words; empty for parts of a table, which stand in one, and for what is no part of a release."""
        return _friendly(self.role) if self.role in _ROLES else ""


@dataclass(frozen=True, slots=True)
class WordStyle:
    """A paragraph style of the finished file. `level` is the outline level, 1 to 9, or 0 for running text."""

    id: str
    name: str
    look: Look
    alias: str = ""
    level: int = 0
    next: str = ""

    @property
    def built_in(self) -> bool:
        """Whether it is one of Word's own, which every Word shows in its user's language."""
        return self.name.casefold() in _BUILT_IN


# Word's own names are matched without regard to case, and a custom style must not take one (17.7.4.9, 17.7.4.18).
_BUILT_IN: Final[Mapping[str, tuple[str, str]]] = {
    name.casefold(): (name, identifier)
    for name, identifier in (
        ("heading 1", "Heading1"),
        ("heading 2", "Heading2"),
        ("heading 3", "Heading3"),
        ("Quote", "Quote"),
        ("header", "Header"),
        ("footer", "Footer"),
        ("Title", "Title"),
        ("Subtitle", "Subtitle"),
        ("Body Text", "BodyText"),
        ("Date", "Date"),
        ("caption", "Caption"),
        ("List Bullet", "ListBullet"),
        ("List Paragraph", "ListParagraph"),
        ("Intense Quote", "IntenseQuote"),
        ("Signature", "Signature"),
    )
}
# Taken by styles of other types, or by the base of all.
_RESERVED: Final = {
    "normal",
    "hyperlink",
    "default paragraph font",
    "table normal",
    "no list",
    "release table",
    "release part",
}
_ROLES: Final = frozenset({role.value for role in Role} - {Role.TABLE_HEADER, Role.TABLE_ROW})
_HEADINGS: Final = (Tag.HEADING_1, Tag.HEADING_2, Tag.HEADING_3)


class StyleSheet:
    """The styles of one document, one for each look of each role, in the order they first appear."""

    __slots__ = ("_by_use", "_levels", "base", "styles")

    def __init__(self, document: Document) -> None:
        self.base: ParagraphStyle = _main_style(document)
        every = list(_uses(document))
        uses: dict[tuple[Look, str], _Use] = {}
        for use in every:
            uses.setdefault(use.key, use)
        # Readers jump from level to level, and a level left out looks to them like a lost heading.
        used = {use.tag for use in every}
        self._levels: dict[Tag, int] = {tag: n for n, tag in enumerate((tag for tag in _HEADINGS if tag in used), 1)}
        names = _Names()
        made = [names.style(use, self.level(use.tag), self._own_name(use)) for use in uses.values()]
        following = next((style.id for style in made if style.look == Look(self.base)), "Normal")
        self.styles: tuple[WordStyle, ...] = tuple(
            replace(style, next=following) if style.level else style for style in made
        )
        self._by_use: dict[tuple[Look, str], WordStyle] = dict(zip(uses, self.styles, strict=True))

    def style(self, look: Look, role: str) -> WordStyle:
        """The style of paragraphs of a role with a look."""
        return self._by_use[look, role]

    def level(self, tag: Tag) -> int:
        """The outline level of a structure type in this document: from 1 for headings, 0 for anything else."""
        return self._levels.get(tag, 0)

    def _own_name(self, use: _Use) -> str:
        """The name Word itself has for what a style is for, or an empty one."""
        if level := self.level(use.tag):
            return f"heading {level}"
        return "Quote" if use.tag is Tag.QUOTE else use.part


def masthead_look(document: Document, masthead: Paragraph) -> Look:
    """The look of the letterhead: its style, over a rule in the accent colour."""
    return Look(masthead.style, rule_below=document.accent)


def _uses(document: Document) -> Iterator[_Use]:
    """What styles are needed for, in the order of the page, repeated as often as it is."""
    for block in document.blocks:
        box = block.style if isinstance(block, Contact) else None
        for paragraph in paragraphs_of(block):
            yield _Use(Look(paragraph.style, box), paragraph.role, paragraph.tag)
    if head := document.masthead:
        yield _Use(masthead_look(document, head), head.role, Tag.PARAGRAPH, "header")
    if foot := document.footer:
        yield _Use(Look(foot.style), foot.role, Tag.PARAGRAPH, "footer")


def _main_style(document: Document) -> ParagraphStyle:
    """The style most of the running text is set in; it is what `Normal` looks like."""
    amounts: Counter[ParagraphStyle] = Counter()
    for block in document.blocks:
        if isinstance(block, Paragraph) and block.tag is Tag.PARAGRAPH:
            amounts[block.style] += len(block.text)
    return amounts.most_common(1)[0][0] if amounts else ParagraphStyle("Normal")


class _Names:
    """Gives out names and ids, each once."""

    __slots__ = ("_ids", "_names")

    def __init__(self) -> None:
        self._names: set[str] = set(_RESERVED)
        self._ids: set[str] = {
            "normal",
            "hyperlink",
            "defaultparagraphfont",
            "tablenormal",
            "nolist",
            "releasetable",
            "releasepart",
        }

    def style(self, use: _Use, level: int, own_name: str) -> WordStyle:
        """The style for a use: Word's own where it or its name calls for one that is still free."""
        wanted, look = _friendly(use.look.style.name), use.look
        for candidate in (own_name, wanted):
            if (own := _BUILT_IN.get(candidate.casefold())) and self._free(own[0]):
                alias = self._aliases(own[0], wanted, use.role_name)
                return WordStyle(self._claim_id(own[1]), self._claim(own[0]), look, alias=alias, level=level)
        name = self._claim(wanted)
        alias = self._aliases(wanted, use.role_name)
        return WordStyle(self._claim_id(_identifier(name)), name, look, alias=alias, level=level)

    def _aliases(self, name: str, *others: str) -> str:
        """What else a style is called, parted by commas: what the name does not say; the role comes last."""
        said = {name.casefold(): ""} | {other.casefold(): other for other in others if other}
        return ",".join(self._claim(other) for key, other in said.items() if key != name.casefold())

    def _free(self, name: str) -> bool:
        return name.casefold() not in self._names

    def _claim(self, name: str) -> str:
        return _first_free(name, self._names, " ")

    def _claim_id(self, identifier: str) -> str:
        return _first_free(identifier, self._ids, "")


def _first_free(name: str, taken: set[str], gap: str) -> str:
    numbered = name
    number = 1
    while numbered.casefold() in taken or (number > 1 and numbered.casefold() in _BUILT_IN):
        number += 1
        numbered = f"{name}{gap}{number}"
    taken.add(numbered.casefold())
    return numbered


# A key of a template, such as `list-item`: people read words.
_KEY: Final = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def _friendly(name: str) -> str:
    """A name people like and Word accepts: commas and semicolons part aliases, braces and backslashes are refused."""
    words = re.sub(r"[-_]", " ", name) if _KEY.fullmatch(name) else name
    cleaned = " ".join(re.sub(r"[,;{}\\]", " ", words).split())[:200]
    return cleaned[:1].upper() + cleaned[1:] if cleaned else "Text"


def _identifier(name: str) -> str:
    """An id of Latin letters and digits, as Word makes them; names in other scripts get a plain one."""
    return re.sub(r"[^A-Za-z0-9]", "", name.title()) or "Style"
