"""Drawings of both kinds, DrawingML and VML: the text boxes and pictures in them, each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tilshi.exchange.wordprocessing.vocabulary import DECORATIVE, MC, WP, A, R, V
from tilshi.files.word import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_ALTERNATIVES: Final = f"{MC}AlternateContent"
_BOX: Final = f"{W}txbxContent"
_DIAGRAMS: Final = ("/chart", "/diagram", "/chartex", "/ink")
# What a Choice may ask for and still be read here (ECMA-376-3, 10.2.1): text boxes, groups, canvases, Word's own news.
_UNDERSTOOD: Final = (
    "http://schemas.microsoft.com/office/word/",
    "http://schemas.microsoft.com/office/drawing/",
    "http://schemas.openxmlformats.org/",
)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: the relation that leads to its data, what it is called, and its alternative text."""

    relation: str
    name: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a drawing holds: `boxes` are `w:txbxContent`; `diagrams` counts charts and the like."""

    boxes: tuple[_Element, ...] = ()
    images: tuple[Image, ...] = ()
    diagrams: int = 0


def alternative(element: _Element) -> _Element | None:
    """The one branch of `mc:AlternateContent` that is read: the first that is understood, else the fallback."""
    for choice in element.iterchildren(f"{MC}Choice"):
        names = [choice.nsmap.get(prefix, "") for prefix in (choice.get("Requires") or "").split()]
        if names and all(name.startswith(_UNDERSTOOD) for name in names):
            return choice
    return element.find(f"{MC}Fallback")


def drawing(element: _Element) -> Drawing:
    """What is in `w:drawing` or `w:pict`."""
    boxes, images, diagrams = [], [], 0
    name = description = ""
    decorative = False
    for inner in _within(element):
        tag = inner.tag
        if tag == _BOX:
            boxes.append(inner)
        elif tag == f"{WP}docPr":
            name, description = inner.get("name", ""), inner.get("descr") or inner.get("title") or ""
        elif tag == DECORATIVE:
            decorative = inner.get("val") in {"1", "true"}
        elif tag == f"{A}blip":
            images.append(Image(inner.get(f"{R}embed", ""), name, description))
        elif tag == f"{V}shape":
            name, description = inner.get("id", ""), inner.get("alt", "")
        elif tag == f"{V}imagedata":
            images.append(Image(inner.get(f"{R}id", ""), name, description))
        elif tag == f"{A}graphicData":
            diagrams += any(part in inner.get("uri", "") for part in _DIAGRAMS)
    return Drawing(tuple(boxes), () if decorative else tuple(images), diagrams)


def _within(element: _Element) -> Iterator[_Element]:
    """All elements within, one branch of alternatives only, and nothing of what is in a text box."""
    for child in element:
        if child.tag == _ALTERNATIVES:
            if (branch := alternative(child)) is not None:
                yield from _within(branch)
            continue
        yield child
        if child.tag != _BOX:
            yield from _within(child)
