"""Paragraphs, runs and links of one story: the body, a header or a footer, each with references of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from tilshi.export.addresses import live_uri
from tilshi.export.docx.languages import is_right_to_left, word_language
from tilshi.export.docx.package import Relationships
from tilshi.export.docx.sheet import Look, StyleSheet
from tilshi.export.docx.styles import HYPERLINK
from tilshi.export.docx.wordml import Element, R, checked, flag, group, text_element, twips, w
from tilshi.export.errors import segment_place
from tilshi.layout.blocks import Field, Paragraph, Run

_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_PIECES: Final = re.compile("([\n\t])")
_INSTRUCTIONS: Final = {Field.PAGE: " PAGE ", Field.PAGES: " NUMPAGES "}


@dataclass(frozen=True, slots=True)
class Placement:
    """What a paragraph owes to its neighbours and not to its style: space in points (None: the style's), a list.

    `grows`: its line is as high as what stands in it, as for a picture.
    """

    before: float | None = None
    after: float | None = None
    keep_next: bool = False
    numbering: Element | None = None
    grows: bool = False

    def spacing(self) -> Element | None:
        """`w:spacing` with what differs; attributes that are left out come from the style."""
        if self.before is None and self.after is None and not self.grows:
            return None
        return w(
            "spacing",
            before=None if self.before is None else twips(self.before),
            after=None if self.after is None else twips(self.after),
            line=240 if self.grows else None,
            lineRule="auto" if self.grows else None,
        )


_AS_STYLED: Final = Placement()


@dataclass(slots=True)
class Story:
    """Where paragraphs are written to: the styles they name, the language that goes without saying, the references.

    `media` are the pictures the story shows, by their paths in the package.
    """

    sheet: StyleSheet
    language: str
    links: Relationships = field(default_factory=Relationships)
    media: dict[str, bytes] = field(default_factory=dict)

    def paragraph(
        self,
        paragraph: Paragraph,
        look: Look,
        placement: Placement = _AS_STYLED,
        content: Iterable[Element] | None = None,
    ) -> Element:
        """`w:p` in the style of `look`; `content` replaces the runs where they are wrapped already."""
        style = self.sheet.style(look, paragraph.role)
        level = self.sheet.level(paragraph.tag)
        properties = w(
            "pPr",
            w("pStyle", val=style.id),
            w("keepNext") if placement.keep_next and not look.style.keep_with_next else None,
            placement.numbering,
            w("bidi") if is_right_to_left(paragraph.language) else None,
            placement.spacing(),
            # Nine is body text (17.3.1.20).
            w("outlineLvl", val=level - 1 if level else 9) if level != style.level else None,
            group("rPr", self._language(paragraph.language)),
        )
        return w("p", properties, *(self.content(paragraph) if content is None else content))

    def content(self, paragraph: Paragraph) -> Iterator[Element]:
        """Runs, fields and links of a paragraph, in reading order."""
        for href, runs in groupby(paragraph.runs, key=lambda run: run.href):
            yield from self.stretch(paragraph, href, tuple(runs))

    def stretch(self, paragraph: Paragraph, href: str, runs: Iterable[Run]) -> Iterator[Element]:
        """Neighbouring runs with one address: a link, or plain runs where it is empty."""
        place = segment_place(paragraph.segments, paragraph.role)
        made = [element for run in runs if (element := self._run(run, paragraph, place)) is not None]
        if not href or not made:
            yield from made
            return
        link = w("hyperlink", *made, history=1)
        link.set(f"{{{R}}}id", self.links.add(_LINK, live_uri(checked(href, place), place), external=True))
        yield link

    def _run(self, run: Run, paragraph: Paragraph, place: str) -> Element | None:
        if not run.text and run.field is Field.NONE:
            return None
        element = w("r", self._run_properties(run, paragraph))
        element.extend(_text(checked(run.text, place)))
        if run.field is Field.NONE:
            return element
        return w("fldSimple", element, instr=_INSTRUCTIONS[run.field])

    def _run_properties(self, run: Run, paragraph: Paragraph) -> Element | None:
        style = paragraph.style
        bold = run.bold and not style.bold
        italic = run.italic and not style.italic
        return group(
            "rPr",
            w("rStyle", val=HYPERLINK) if run.href else None,
            *(flag(name, on=True) for name in ("b", "bCs") if bold),
            *(flag(name, on=True) for name in ("i", "iCs") if italic),
            w("rtl") if is_right_to_left(run.language) else None,
            self._language(run.language),
        )

    def _language(self, tag: str) -> Element | None:
        """`w:lang` where the language is not the document's; scripts from right to left have a slot of their own."""
        language = word_language(tag)
        if language == self.language:
            return None
        return w("lang", bidi=language) if is_right_to_left(tag) else w("lang", val=language)


def _text(text: str) -> Iterator[Element]:
    for piece in _PIECES.split(text):
        if piece == "\n":
            yield w("br")
        elif piece == "\t":
            yield w("tab")
        elif piece:
            yield text_element(piece)
