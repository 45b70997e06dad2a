"""From a release as plain text to its parts with their roles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tilshi.exchange.plaintext import evidence, order, reading
from tilshi.exchange.plaintext.paragraphs import lay_out
from tilshi.release import Mark, Note, Role, Text


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a release: its text, its role, how sure the role is (0 to 1), the line it began in.

    Files with more than text give its inline `marks`, remarks on it, and the id of the `picture` it shows.
    """

    text: str
    role: Role
    confidence: float
    line: int
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    picture: str = ""

    @property
    def content(self) -> Text:
        """The text with its marks."""
        return Text(self.text, self.marks)


@dataclass(frozen=True, slots=True)
class Recognised:
    """The parts of a text, the template its kicker names, the width its lines were broken at (0: they were not)."""

    parts: tuple[Part, ...]
    template: str
    width: int
    end_marks: tuple[int, ...]


def recognise_parts(text: str) -> Recognised:
    """The parts of a release, by the words of their language and by their place among the others.

    Bullets are the template's business and are taken off; a mark of the end (`– Ends –`) is the template's too and is
    left out, its line reported. Nothing else of the text is changed.
    """
    layout = lay_out(text)
    marks = [paragraph for paragraph in layout.paragraphs if reading.is_end_mark(paragraph.text)]
    kept = [paragraph for paragraph in layout.paragraphs if not reading.is_end_mark(paragraph.text)]
    texts = [paragraph.text for paragraph in kept]
    template = evidence.template_of(texts)
    parts = tuple(
        Part(_without_markup(paragraph.text, choice.role), choice.role, choice.confidence, paragraph.line)
        for paragraph, choice in zip(kept, roles_of(texts, template), strict=True)
    )
    return Recognised(parts, template, layout.width, tuple(mark.line for mark in marks))


def roles_of(texts: Sequence[str], template: str) -> tuple[order.Choice, ...]:
    """The roles of the paragraphs of a release of a certain kind, none of them empty."""
    return order.choose([evidence.candidates(evidence.Passage(text, at, template)) for at, text in enumerate(texts)])


def _without_markup(text: str, role: Role) -> str:
    if role is Role.LIST_ITEM:
        return text[reading.bullet(text) :]
    if role in {Role.TABLE_HEADER, Role.TABLE_ROW} and text.startswith("|"):
        return " | ".join(reading.cells(text))
    return text
