"""What the probe looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from tilshi.i18n import _


class Kind(StrEnum):
    """The formats that can be looked through."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    EML = "eml"


class LeakKind(StrEnum):
    """What a file can give away."""

    NAME = "name"
    PATH = "path"
    COMMENT = "comment"
    CHANGE = "change"
    HIDDEN = "hidden"
    REVISION = "revision"
    THUMBNAIL = "thumbnail"
    TEMPLATE = "template"
    PICTURE = "picture"
    ATTACHMENT = "attachment"
    SCRIPT = "script"
    EARLIER = "earlier"
    PRIVATE = "private"
    UNREADABLE = "unreadable"


# Called when there is something to say, because the language can change while the program runs.
_MESSAGES: Final[Mapping[LeakKind, Callable[[str], str]]] = {
    LeakKind.NAME: lambda detail: _("The name “{name}” is in it.").format(name=detail),
    LeakKind.PATH: lambda detail: _("It holds a place on a computer: {path}").format(path=detail),
    LeakKind.COMMENT: lambda detail: _("It holds a comment ({what}).").format(what=detail),
    LeakKind.CHANGE: lambda detail: _("It holds tracked changes ({what}).").format(what=detail),
    LeakKind.HIDDEN: lambda detail: _("It holds hidden text ({what}).").format(what=detail),
    LeakKind.REVISION: lambda detail: _("It holds revision marks ({what}).").format(what=detail),
    LeakKind.THUMBNAIL: lambda detail: _("It holds a small picture of a page ({what}).").format(what=detail),
    LeakKind.TEMPLATE: lambda detail: _("It names the template it was made from ({what}).").format(what=detail),
    LeakKind.PICTURE: lambda detail: _("A picture holds data of the camera or program ({what}).").format(what=detail),
    LeakKind.ATTACHMENT: lambda detail: _("Another file is inside it ({what}).").format(what=detail),
    LeakKind.SCRIPT: lambda detail: _("It holds a program ({what}).").format(what=detail),
    LeakKind.EARLIER: lambda detail: _("It holds more than the finished file ({what}).").format(what=detail),
    LeakKind.PRIVATE: lambda detail: _("A program has kept data of its own in it ({what}).").format(what=detail),
    LeakKind.UNREADABLE: lambda detail: _("A part of it cannot be looked through ({what}).").format(what=detail),
}


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing found: what it is, where (a member, or an object of a PDF), and the name, path or mark itself."""

    kind: LeakKind
    where: str
    detail: str

    def __str__(self) -> str:
        return f"{self.where}: {_MESSAGES[self.kind](self.detail)}"


class Nature(Enum):
    """What may stand in a piece of text."""

    CONTENT = auto()
    """What the document says: names can be there on purpose."""
    PROPERTY = auto()
    """What only programs write: no name has any business there."""
    SYNTAX = auto()
    """The format's own words, or bytes that are no text: looked through for paths alone, words mean nothing there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text found in a file, decoded."""

    where: str
    text: str
    nature: Nature
