"""A translation laid out to be read by somebody who is not at this desk: source and translation side by side.

It goes through the same writers as a release, so that the Word file can be written in and the PDF be read aloud.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tilshi import i18n
from tilshi.i18n import _, ngettext
from tilshi.language.names import endonym
from tilshi.layout.blocks import (
    Block,
    Document,
    Field,
    Metadata,
    Page,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
    TableStyle,
    Tag,
)
from tilshi.layout.edition import Edition
from tilshi.layout.names import role_name, state_name
from tilshi.layout.profile import NEUTRAL, Profile, own_form
from tilshi.layout.runs import runs
from tilshi.layout.template import Template
from tilshi.release.approvals import State
from tilshi.release.model import Release, Segment
from tilshi.release.operations import is_behind
from tilshi.release.roles import Role
from tilshi.release.text import Text

_NOON: Final = dt.time(12, tzinfo=dt.UTC)
_DIM: Final = "#5B6068"
_TITLE: Final = ParagraphStyle("Review title", size=15, leading=20, bold=True, space_after=4, keep_with_next=True)
_ABOUT: Final = ParagraphStyle("Review about", size=9, leading=12.5, colour=_DIM, space_after=8)
_TEXT: Final = ParagraphStyle("Review text", size=9, leading=13, space_after=0)
_SMALL: Final = ParagraphStyle("Review remark", size=8, leading=11, colour=_DIM, space_after=0)
_HEADER: Final = ParagraphStyle("Review header", size=8, leading=11, bold=True, space_after=0)
_FOOTER: Final = ParagraphStyle("Review footer", size=8, leading=11, colour=_DIM, space_after=0)


@dataclass(frozen=True, slots=True)
class Columns:
    """What stands beside the texts: the open notes, and what the checks found (sentences by segment id)."""

    notes: bool = True
    findings: Mapping[str, Sequence[str]] | None = None


def compose_review(
    release: Release, template: Template, language: str, profile: Profile = NEUTRAL, columns: Columns | None = None
) -> Document:
    """Every segment in a row: number, part, source, translation, state, and the columns that are asked for.

    Labels are in the language of the interface, each text in its own. Segments are numbered as in the window, from 1.

    Raises:
        ValueError: the release is not translated into that language.
    """
    if language not in release.target_languages:
        raise ValueError(language)
    edition = Edition(release, template, profile, language)
    table = _Sheet(edition, columns or Columns(), i18n.language())
    return Document(
        metadata=table.metadata(),
        page=Page(width=841.89, height=595.276, top=42, right=42, bottom=48, left=42),  # A4 on its side
        blocks=tuple(table.blocks()),
        footer=table.footer(),
    )


class _Sheet:
    """One review being laid out; `labels` is the language of what the program says."""

    def __init__(self, edition: Edition, columns: Columns, labels: str) -> None:
        self._edition = edition
        self._release = edition.release
        self._language = edition.language
        self._columns = columns
        self._labels = labels

    def metadata(self) -> Metadata:
        date = self._edition.date
        made = Metadata(self._title, self._labels, own_form(self._edition.profile.names, self._language))
        return replace(made, created=dt.datetime.combine(date, _NOON)) if date else made

    def blocks(self) -> Iterator[Block]:
        yield self._said(self._title, _TITLE, Tag.HEADING_1)
        yield self._said(self._about, _ABOUT)
        header = tuple(self._said(name, _HEADER) for name in self._names())
        rows = tuple(
            self._row(number, block.role, segment)
            for number, (block, segment) in enumerate(self._release.segments(), 1)
        )
        if rows:
            yield Table(self._labels, header, rows, TableStyle(space_after=0), named_rows=True)

    def footer(self) -> Paragraph:
        pages = (Run("1", self._labels, field=Field.PAGE), Run(" / ", self._labels))
        shown = (Run(f"{self._title}  ·  ", self._labels), *pages, Run("1", self._labels, field=Field.PAGES))
        return Paragraph("footer", Tag.PARAGRAPH, self._labels, shown, _FOOTER)

    @property
    def _title(self) -> str:
        headline = self._release.first(Role.HEADLINE)
        text = " ".join(segment.source.string for segment in headline.segments) if headline else ""
        name = " ".join(text.split()) or self._release.id
        return _("For review: {title} ({language})").format(title=name, language=endonym(self._language))

    @property
    def _about(self) -> str:
        segments = [segment for _block, segment in self._release.segments()]
        done = sum(segment.target(self._language).state is not State.INITIAL for segment in segments)
        approved = sum(segment.target(self._language).state is State.FINAL for segment in segments)
        counted = ngettext("{n} segment", "{n} segments", len(segments)).format(n=len(segments))
        progress = _("{done} translated, {approved} approved").format(done=done, approved=approved)
        return f"{endonym(self._release.source_language)} → {endonym(self._language)} · {counted} · {progress}"

    def _names(self) -> Iterator[str]:
        yield from (_("No."), _("Part"), endonym(self._release.source_language), endonym(self._language), _("State"))
        if self._columns.notes:
            yield _("Open notes")
        if self._columns.findings is not None:
            yield _("Findings")

    def _row(self, number: int, role: Role, segment: Segment) -> tuple[Paragraph, ...]:
        source = self._text(segment, segment.source, self._release.source_language)
        target = self._text(segment, segment.target(self._language).text, self._language)
        cells = [self._said(str(number), _SMALL), self._said(role_name(role), _SMALL), source, target]
        cells.append(self._said(self._state(segment), _SMALL))
        if self._columns.notes:
            cells.append(self._said(self._notes(segment), _SMALL))
        if self._columns.findings is not None:
            cells.append(self._said("\n".join(self._columns.findings.get(segment.id, ())), _SMALL))
        return tuple(cells)

    def _state(self, segment: Segment) -> str:
        state = state_name(segment.target(self._language))
        behind = is_behind(self._release, segment.id, self._language)
        return f"{state}; {_('the source has changed')}" if behind else state

    def _notes(self, segment: Segment) -> str:
        wanted = [note for note in segment.notes if not note.resolved and note.language in {"", self._language}]
        return "\n".join(f"{note.author}: {note.text}" if note.author else note.text for note in wanted)

    def _text(self, segment: Segment, text: Text, language: str) -> Paragraph:
        return Paragraph("review-text", Tag.PARAGRAPH, language, runs(text, language), _TEXT, (segment.id,))

    def _said(self, words: str, style: ParagraphStyle, tag: Tag = Tag.PARAGRAPH) -> Paragraph:
        shown = (Run(words, self._labels),) if words else ()
        return Paragraph("review", tag, self._labels, shown, style)
