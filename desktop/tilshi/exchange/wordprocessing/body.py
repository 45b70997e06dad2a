"""The walk through a story: paragraphs, tables, controls and text boxes, in the order one reads them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from tilshi.exchange.imported import TrackedChanges
from tilshi.exchange.wordprocessing import changes
from tilshi.exchange.wordprocessing.drafting import Draft, Paragraph, Remark, trimmed
from tilshi.exchange.wordprocessing.drawings import Image, alternative
from tilshi.exchange.wordprocessing.fields import Fields
from tilshi.exchange.wordprocessing.inline import InlineReader
from tilshi.exchange.wordprocessing.numbering import Marker, Numbering
from tilshi.exchange.wordprocessing.rows import arranges_text, row
from tilshi.exchange.wordprocessing.styles import ParagraphStyle, Styles
from tilshi.exchange.wordprocessing.tallies import Met, Tallies, in_paragraph
from tilshi.exchange.wordprocessing.vocabulary import MC, number, toggle, value
from tilshi.files.word import W
from tilshi.release import Mark, Text

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADER: Final = "tblHeader"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a story leans on."""

    styles: Styles
    numbering: Numbering
    comments: dict[str, Remark]
    changes: TrackedChanges
    tallies: Tallies


class BodyReader:
    """Reads the stories of one document; `paragraphs` grows in reading order."""

    def __init__(self, sources: Sources, inline: InlineReader) -> None:
        self.paragraphs: list[Paragraph] = []
        self.placed: set[str] = set()
        self._sources = sources
        self._inline = inline
        self._count = 0
        self._waiting: list[Remark] = []
        self._draft: Draft | None = None

    def read(self, story: _Element) -> None:
        """All of a story, after what was read before."""
        begun = sum(1 for mark in story.iter(f"{W}fldChar") if mark.get(f"{W}fldCharType") == "begin")
        ended = sum(1 for mark in story.iter(f"{W}fldChar") if mark.get(f"{W}fldCharType") == "end")
        self._inline.fields = Fields(broken=begun != ended)
        self._blocks(story)
        self._finish_last()

    def _blocks(self, container: _Element) -> None:
        for child in container:
            tag = child.tag
            if tag == f"{W}p":
                self._paragraph(child)
            elif tag == f"{W}tbl":
                self._finish_last()
                self._table(child)
            elif tag == f"{W}altChunk":
                self._sources.tallies.add(Met.OTHER_DOCUMENT, self._place())
            elif tag == f"{MC}AlternateContent":
                if (branch := alternative(child)) is not None:
                    self._blocks(branch)
            elif tag == f"{W}sdt":
                self._control(child)
            elif tag in changes.INSERTIONS | changes.DELETIONS:
                if changes.is_kept(str(tag), self._sources.changes):
                    self._blocks(child)
            elif len(child) and not tag.endswith("Pr"):
                self._blocks(child)

    def _control(self, element: _Element) -> None:
        if toggle(element.find(f"{W}sdtPr"), "showingPlcHdr"):
            self._sources.tallies.add(Met.PLACEHOLDER, self._place())
            return
        for content in element.iterchildren(f"{W}sdtContent"):
            self._blocks(content)

    def _place(self) -> str:
        return in_paragraph(self._count + 1)

    # Paragraphs

    def _paragraph(self, element: _Element) -> None:
        properties = _properties(element, self._sources.changes)
        style = self._style(properties)
        draft = self._draft or Draft()
        self._draft = None
        self._inline.place = self._place()
        before = draft.length
        aside = self._inline.read(element, draft, style)
        mark = changes.joins_next(element.find(f"{W}pPr"), self._sources.changes)
        self._count_mark(element)
        if mark is not None:
            if self._sources.changes is TrackedChanges.SHOW and draft.length > before:
                made = changes.revision(mark)
                draft.remarks.append(Remark(made.said("¶"), made.author, made.date, draft.length, draft.length))
            self._draft = draft
            self._held = (properties, style)
        else:
            self._finish(draft, properties, style)
        for box in aside.boxes:
            self._box(box)
        for image in aside.images:
            self._picture(image)

    _held: tuple[_Element | None, ParagraphStyle] = (None, ParagraphStyle())

    def _finish_last(self) -> None:
        """A paragraph whose mark was taken away at the end of a story, a cell or before a table ends there."""
        if self._draft is not None:
            draft, self._draft = self._draft, None
            self._finish(draft, *self._held)

    def _count_mark(self, element: _Element) -> None:
        for kind, tag in ((Met.INSERTION, "ins"), (Met.DELETION, "del")):
            if element.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None:
                self._sources.tallies.add(kind, self._place())

    def _finish(self, draft: Draft, properties: _Element | None, style: ParagraphStyle) -> None:
        draft.close()
        text, remarks = trimmed(draft.text(), (*draft.remarks, *self._comments(draft)))
        marker = self._marker(properties, style) if text or not draft.pieces else None
        if not text:
            self._waiting += remarks
            return
        listed = marker is not None
        if marker and marker.text:
            text, remarks = _prefixed(text, remarks, f"{marker.text} ")
        self._count += 1
        own = (*(replace(each, start=0, end=0) for each in self._waiting), *remarks)
        self._waiting.clear()
        level = number(value(properties, "outlineLvl"))
        style = style if level is None or level not in range(9) else replace(style, level=level + 1)
        self._tally(style, listed=listed)
        self.paragraphs.append(
            Paragraph(text, self._count, style, listed=listed, bold=draft.all_bold(), size=draft.size(), remarks=own)
        )

    def _tally(self, style: ParagraphStyle, *, listed: bool) -> None:
        if style.level:
            self._sources.tallies.add(Met.HEADING, in_paragraph(self._count))
        elif listed:
            self._sources.tallies.add(Met.LIST_ITEM, in_paragraph(self._count))

    def _style(self, properties: _Element | None) -> ParagraphStyle:
        return self._sources.styles.paragraph(value(properties, "pStyle"))

    def _marker(self, properties: _Element | None, style: ParagraphStyle) -> Marker | None:
        listed = None if properties is None else properties.find(f"{W}numPr")
        name, level = style.numbering or ("", 0)
        if listed is not None:
            name = value(listed, "numId") or name
            stated = number(value(listed, "ilvl"))
            level = level if stated is None else stated
        return self._sources.numbering.marker(name, level) if name else None

    def _comments(self, draft: Draft) -> Iterator[Remark]:
        for identifier in dict.fromkeys((*draft.spans, *draft.references)):
            remark = self._sources.comments.get(identifier)
            if remark is None or identifier in self.placed:
                continue
            self.placed.add(identifier)
            self._sources.tallies.add(Met.COMMENT, self._place())
            start, end = draft.spans.get(identifier, (0, 0))
            yield replace(remark, start=start, end=end)

    # What is read after a paragraph

    def _box(self, content: _Element) -> None:
        held, self._draft = self._draft, None
        held_properties = self._held
        fields = self._inline.fields
        count = self._count
        self.read(content)
        if self._count > count:
            self._sources.tallies.add(Met.TEXT_BOX, in_paragraph(count + 1))
        self._inline.fields = fields
        self._draft, self._held = held, held_properties

    def _picture(self, image: Image) -> None:
        if not image.description or not image.relation:
            self._sources.tallies.add(Met.BARE_PICTURE, self._place())
            return
        self._count += 1
        self._sources.tallies.add(Met.PICTURE, self._place())
        text = Text(" ".join(image.description.split()))
        self.paragraphs.append(Paragraph(text, self._count, ParagraphStyle(), picture=image.relation))

    # Tables

    def _table(self, table: _Element) -> None:
        place = self._place()
        rows = [self._cells(each) for each in _rows(table) if self._is_kept(each)]
        rows = [cells for cells in rows if any(cells)]
        if not rows:
            return
        if arranges_text(rows):
            self._sources.tallies.add(Met.LAYOUT_TABLE, place)
            self.paragraphs += [paragraph for cells in rows for cell in cells for paragraph in cell]
            return
        self._sources.tallies.add(Met.TABLE, place)
        headers = self._headers(table)
        for at, cells in enumerate(rows):
            made, bars = row(cells, header=at < headers)
            self.paragraphs.append(made)
            if bars:
                self._sources.tallies.add(Met.BAR, in_paragraph(made.number), bars)

    def _headers(self, table: _Element) -> int:
        """How many rows at the top say that they are repeated as headings (17.4.78)."""
        count = 0
        for each in _rows(table):
            if not toggle(each.find(f"{W}trPr"), _HEADER):
                break
            count += 1
        return count

    def _is_kept(self, element: _Element) -> bool:
        properties = element.find(f"{W}trPr")
        if properties is None:
            return True
        kinds = {f"{W}ins": Met.INSERTION, f"{W}del": Met.DELETION}
        kept = True
        for change in properties.iterchildren(*kinds):
            self._sources.tallies.add(kinds[str(change.tag)], self._place())
            kept = kept and changes.is_kept(str(change.tag), self._sources.changes)
        return kept

    def _cells(self, element: _Element) -> list[list[Paragraph]]:
        cells: list[list[Paragraph]] = []
        for cell in _unwrapped(element, f"{W}tc"):
            outer, self.paragraphs = self.paragraphs, []
            self._blocks(cell)
            self._finish_last()
            cells.append(self.paragraphs)
            self.paragraphs = outer
            # A cell over several columns is followed by empty ones, so that the columns stay in line.
            span = number(value(cell.find(f"{W}tcPr"), "gridSpan")) or 1
            cells += [[] for _column in range(min(span, 64) - 1)]
        return cells


def _properties(element: _Element, mode: TrackedChanges) -> _Element | None:
    """`w:pPr`, as it was before where changes are rejected."""
    properties = element.find(f"{W}pPr")
    if properties is not None and mode is TrackedChanges.REJECT:
        before = properties.find(f"{W}pPrChange/{W}pPr")
        return properties if before is None else before
    return properties


def _rows(table: _Element) -> Iterator[_Element]:
    yield from _unwrapped(table, f"{W}tr")


def _unwrapped(parent: _Element, wanted: str) -> Iterator[_Element]:
    """Rows or cells, also those within controls and custom XML."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif len(child) and child.tag not in {f"{W}tr", f"{W}tc"} and not str(child.tag).endswith("Pr"):
            yield from _unwrapped(child, wanted)


def _prefixed(text: Text, remarks: tuple[Remark, ...], prefix: str) -> tuple[Text, tuple[Remark, ...]]:
    shift = len(prefix)
    moved = (replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in text.marks)
    whole = Text(prefix + text.string, tuple[Mark, ...](moved))
    return whole, tuple(each.moved(shift, len(whole)) if each.end else each for each in remarks)
