"""The logical structure of a tagged file (ISO 32000-1, 14.7 and 14.8): what is a heading, a list, a link.

Elements are made while the blocks are laid out, marked content is hung into them while pages are painted, and the whole
tree is written at the end. Reading order is the order of the tree.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tilshi.export.pdf.objects import PdfObjects, ref, text_string

_CELLS: Final = frozenset({"TH", "TD"})


class MarkedContent(NamedTuple):
    """A stretch of a page's content, by its number there."""

    page: int
    mcid: int


class ActiveObject(NamedTuple):
    """An annotation (a link's active area) by its page and the number of its object."""

    page: int
    identity: int


class Element:
    """A structure element.

    `kind` is a standard structure type; `language` is written where it differs from the parent's; `attributes` is
    the body of an attribute dictionary, ready to write; `alternative` is read instead of what the element shows.
    """

    __slots__ = ("alternative", "attributes", "kids", "kind", "language")

    def __init__(self, kind: str, language: str = "", attributes: str = "") -> None:
        self.alternative = ""
        self.kind = kind
        self.language = language
        self.attributes = attributes
        self.kids: list[Element | MarkedContent | ActiveObject] = []

    @property
    def is_hollow(self) -> bool:
        """Whether there is nothing in it to tell; a table's cell tells even when it is empty."""
        if self.kind in _CELLS:
            return False
        return all(isinstance(kid, Element) and kid.is_hollow for kid in self.kids)

    def child(self, kind: str, language: str = "", attributes: str = "") -> Element:
        """A new element at the end of this one."""
        element = Element(kind, language, attributes)
        self.kids.append(element)
        return element


class StructureTree:
    """The tree of one file; `write` puts it among the objects."""

    __slots__ = ("_annotated", "_marks", "root")

    def __init__(self, language: str) -> None:
        self.root = Element("Document", language)
        self._marks: list[list[Element]] = []
        self._annotated: list[Element] = []

    def mark(self, page: int, element: Element) -> int:
        """Hangs the next marked content of a page into an element; its number on that page."""
        while len(self._marks) <= page:
            self._marks.append([])
        numbers = self._marks[page]
        numbers.append(element)
        mcid = len(numbers) - 1
        element.kids.append(MarkedContent(page, mcid))
        return mcid

    def annotate(self, page: int, identity: int, element: Element, page_count: int) -> int:
        """Hangs an annotation into an element; its key in the parent tree."""
        self._annotated.append(element)
        key = page_count + len(self._annotated) - 1
        element.kids.append(ActiveObject(page, identity))
        return key

    def write(self, objects: PdfObjects, pages: list[int]) -> int:
        """Writes the tree; `pages` are the numbers of the page objects. The number of the tree's root."""
        root = objects.reserve()
        writing = _Writing(objects, pages, {})
        document = writing.write(self.root, root, "")
        rows = []
        for page in range(len(pages)):
            marks = self._marks[page] if page < len(self._marks) else []
            rows.append(f"{page}[{' '.join(ref(writing.numbers[element]) for element in marks)}]")
        for at, element in enumerate(self._annotated):
            rows.append(f"{len(pages) + at} {ref(writing.numbers[element])}")
        parents = objects.add(f"<</Nums[{' '.join(rows)}]>>")
        key = len(pages) + len(self._annotated)
        objects.put(
            root, f"<</Type/StructTreeRoot/K[{ref(document)}]/ParentTree {ref(parents)}/ParentTreeNextKey {key}>>"
        )
        return root


class _Writing(NamedTuple):
    """A walk through the tree; `numbers` are the objects of the elements."""

    objects: PdfObjects
    pages: list[int]
    numbers: dict[Element, int]

    def write(self, element: Element, parent: int, language: str) -> int:
        """Writes an element and all below it, in a parent that speaks ``language``; its number."""
        identity = self.objects.reserve()
        self.numbers[element] = identity
        spoken = element.language or language
        home = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        kids = [
            ref(self.write(kid, identity, spoken)) if isinstance(kid, Element) else _content(kid, self.pages, home)
            for kid in element.kids
            if not (isinstance(kid, Element) and kid.is_hollow)
        ]
        body = f"/S/{element.kind}/P {ref(parent)}"
        if home is not None:
            body += f"/Pg {ref(self.pages[home])}"
        if spoken != language:
            body += f"/Lang{text_string(spoken)}"
        if element.alternative:
            body += f"/Alt{text_string(element.alternative)}"
        if element.attributes:
            body += f"/A<<{element.attributes}>>"
        if kids:
            body += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]"
        self.objects.put(identity, f"<<{body}>>")
        return identity


def _content(kid: MarkedContent | ActiveObject, pages: list[int], home: int | None) -> str:
    """A reference to content; on the element's own page its number is enough."""
    if isinstance(kid, ActiveObject):
        return f"<</Type/OBJR/Pg {ref(pages[kid.page])}/Obj {ref(kid.identity)}>>"
    if kid.page == home:
        return str(kid.mcid)
    return f"<</Type/MCR/Pg {ref(pages[kid.page])}/MCID {kid.mcid}>>"
