"""From a release, a template and an organisation to the document that every writer receives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import Final

from tilshi.layout.blocks import Block, Document, Field, Figure, ItemList, Metadata, Paragraph, Picture, Run
from tilshi.layout.contacts import card_lines, cards, contact, grouped
from tilshi.layout.edition import Edition, Line
from tilshi.layout.lists import lists
from tilshi.layout.profile import NEUTRAL, Profile, own_form
from tilshi.layout.runs import runs
from tilshi.layout.styles import Style
from tilshi.layout.tables import tables
from tilshi.layout.template import Part, Template
from tilshi.release.model import Release
from tilshi.release.roles import Role
from tilshi.release.text import Text

_LABEL: Final = re.compile(r"[^:：.!?\n]{1,32}[ \u00a0\u202f]?[:：]")
_TABLE_ROLES: Final = frozenset({Role.TABLE_HEADER, Role.TABLE_ROW})
_NOON: Final = dt.time(12, tzinfo=dt.UTC)


def compose(
    release: Release, template: Template, profile: Profile = NEUTRAL, language: str = "", *, draft: bool = False
) -> Document:
    """The release laid out in `language` (its source language if empty); a `draft` bears a watermark that says so.

    Parts stand in the template's order, free ones in the release's. What is not translated is left out, never shown in
    the source language: `missing_parts` says what that is. Nothing else is read or written, so the same values give the
    same document.
    """
    edition = Edition(release, template, profile, language or release.source_language)
    styles = template.styles(profile.accent)
    lines = ordered(edition)
    palette = replace(template.palette, accent=profile.accent or template.palette.accent)
    return Document(
        metadata=_metadata(edition, lines),
        page=template.page,
        blocks=tuple(_blocks(edition, lines, styles)),
        masthead=_masthead(edition, styles),
        footer=_footer(edition, lines, styles),
        accent=palette.accent,
        link_colour=palette.link,
        logo=profile.logo_picture if template.masthead else None,
        logo_height=template.logo_height,
        watermark=edition.wording("draft") if draft else "",
        attach_contacts=profile.attach_contacts,
    )


def ordered(edition: Edition) -> list[Line]:
    """Every part that shows something, those the template supplies included, in the order of the page."""
    ranks = _ranks(edition.template.parts)
    at = 0
    placed: list[tuple[int, Line]] = []
    for block in edition.release.blocks:
        # A part the template does not know stays behind the one it follows.
        at = ranks.get(block.role, at)
        if line := edition.line(block):
            placed.append((at, line))
    shows_contact = any(line.role.is_contact for _rank, line in placed)
    placed += [(ranks[line.role], line) for line in _supplied(edition, shows_contact=shows_contact)]
    return [line for _rank, line in sorted(placed, key=lambda pair: pair[0])]


def supplied_roles(edition: Edition) -> set[Role]:
    """The parts that the template and the organisation supply because the release has none of them."""
    return {line.role for line in _supplied(edition, shows_contact=True)}


def _ranks(parts: Sequence[Part]) -> dict[Role, int]:
    """The place of each role; free parts that are neighbours share one."""
    ranks: dict[Role, int] = {}
    rank, free = 0, False
    for part in parts:
        rank += not (free and part.free)
        free = part.free
        ranks[part.role] = rank
    return ranks


def _supplied(edition: Edition, *, shows_contact: bool) -> Iterator[Line]:
    """What the release leaves to the template and the organisation: fixed sentences, contacts, boilerplate."""
    stated = {block.role for block in edition.release.blocks}
    known = cards(edition)
    for part in edition.template.parts:
        if part.role is Role.CONTACT_NAME:
            for card in known:
                yield from card_lines(edition, card)
        elif part.role not in stated and not part.role.is_contact:
            text = _supply(edition, part)
            alone = part.role is Role.CONTACT_INTRO and not (known or shows_contact)
            if text and "{" not in text and not alone:
                yield Line(part.role, Text(text), edition.language)


def _supply(edition: Edition, part: Part) -> str:
    if part.role is Role.BOILERPLATE:
        return edition.profile.boilerplate_text(edition.language, edition.template.boilerplate)
    return edition.wording(part.fixed) if part.required else ""


def _blocks(edition: Edition, lines: Sequence[Line], styles: dict[str, Style]) -> Iterator[Block]:
    headed: set[Role] = set()
    for kind, members in _grouped(lines):
        if kind is Role.CONTACT_NAME:
            yield from (contact(edition, card, styles) for card in grouped(members))
        elif kind is Role.TABLE_ROW:
            yield from _tables(edition, members, styles)
        elif kind is Role.PICTURE:
            yield from _figure(edition, members, styles)
        else:
            if members[0].role not in headed:
                headed.add(members[0].role)
                yield from _heading(edition, members[0], styles)
            if marker := _marker(edition, kind):
                for label, items in lists(members, marker):
                    yield ItemList(edition.language, tuple(_paragraphs(edition, items, styles)), label)
            else:
                yield from _paragraphs(edition, members, styles)


def _grouped(lines: Sequence[Line]) -> Iterator[tuple[Role, list[Line]]]:
    """The lines that make up one block together; a caption goes with the picture before it or the table after it."""
    groups = [(kind, list(group)) for kind, group in groupby(lines, key=lambda line: _kind(line.role))]
    at = 0
    while at < len(groups):
        kind, members = groups[at]
        after = groups[at + 1] if at + 1 < len(groups) else None
        if kind is Role.PICTURE and after and after[0] is Role.CAPTION:
            # Of several pictures in a row, the caption belongs to the last; the next caption stands alone.
            members.append(after[1].pop(0))
        elif kind is Role.CAPTION and after and after[0] is Role.TABLE_ROW and members:
            after[1].insert(0, members.pop())
        if members:
            yield kind, members
        at += 1


def _marker(edition: Edition, role: Role) -> str:
    """The label that makes parts of a role items of a list; empty where they are paragraphs."""
    part = edition.template.part(role)
    if part and part.marker:
        return part.marker
    return edition.template.list_marker if role is Role.LIST_ITEM else ""


def _caption(edition: Edition, line: Line, styles: dict[str, Style]) -> Paragraph:
    return next(_paragraphs(edition, [line], styles))


def _tables(edition: Edition, members: list[Line], styles: dict[str, Style]) -> Iterator[Block]:
    captions = [_caption(edition, line, styles) for line in members if line.role is Role.CAPTION]
    rows = [line for line in members if line.role is not Role.CAPTION]
    for table, caption in zip_longest(tables(rows, edition.language, styles, edition.template.table), captions):
        yield replace(table, caption=caption) if caption else table


def _figure(edition: Edition, members: list[Line], styles: dict[str, Style]) -> Iterator[Block]:
    """Each picture, with the caption that follows it; where there is no picture, the words alone."""
    for line, after in zip_longest(members, members[1:]):
        caption = _caption(edition, after, styles) if after and after.role is Role.CAPTION else None
        if line.role is Role.CAPTION:
            continue
        if picture := edition.release.picture(line.picture):
            shown, told = Picture(picture.name, picture.data), line.text.string.strip()
            yield Figure(line.language, shown, told, edition.template.figure, caption, line.segments)
        else:
            yield from _paragraphs(edition, [line], styles)
            yield from (caption,) if caption else ()


def _kind(role: Role) -> Role:
    """The role that stands for all parts which make up one block together."""
    if role.is_contact:
        return Role.CONTACT_NAME
    return Role.TABLE_ROW if role in _TABLE_ROLES else role


def _heading(edition: Edition, line: Line, styles: dict[str, Style]) -> Iterator[Paragraph]:
    part = edition.template.part(line.role)
    text = edition.wording(part.heading) if part else ""
    if text and not line.text.string.lstrip().casefold().startswith(text.casefold()):
        style = styles["label"]
        run = Run(text, edition.language)
        yield Paragraph("label", style.tag, edition.language, (run,), style.paragraph)


def _paragraphs(edition: Edition, lines: Sequence[Line], styles: dict[str, Style]) -> Iterator[Paragraph]:
    """The paragraphs of parts of one role in a row; the last may have a style of its own."""
    part = edition.template.part(lines[0].role)
    name = part.style_name if part else lines[0].role.value
    style = styles.get(name) or styles["body"]
    for line in lines[:-1]:
        yield _paragraph(line, style)
    yield _paragraph(lines[-1], styles.get(f"{name}-last") or style)


def _paragraph(line: Line, style: Style) -> Paragraph:
    bold_until = 0
    if line.role is Role.FACT and (label := _LABEL.match(line.text.string)):
        bold_until = label.end()
    shown = runs(line.text, line.language, bold_until=bold_until)
    return Paragraph(line.role.value, style.tag, line.language, shown, style.paragraph, line.segments)


def _masthead(edition: Edition, styles: dict[str, Style]) -> Paragraph | None:
    profile, language = edition.profile, edition.language
    text = own_form(profile.masthead, language) or own_form(profile.names, language)
    if not text or not edition.template.masthead:
        return None
    shown = text.upper() if edition.template.capitals else text
    style = styles["masthead"]
    return Paragraph("masthead", style.tag, language, (Run(shown, language),), style.paragraph)


def _footer(edition: Edition, lines: Sequence[Line], styles: dict[str, Style]) -> Paragraph:
    style, language = styles["footer"], edition.language
    kicker = _first(lines, Role.KICKER)
    pages = (
        Run("1", language, field=Field.PAGE),
        Run(" / ", language),
        Run("1", language, field=Field.PAGES),
    )
    shown = (Run(f"{kicker}  ·  ", language), *pages) if kicker else pages
    return Paragraph("footer", style.tag, language, shown, style.paragraph)


def _metadata(edition: Edition, lines: Sequence[Line]) -> Metadata:
    kicker, headline = _first(lines, Role.KICKER), _first(lines, Role.HEADLINE)
    metadata = Metadata(
        title=headline or kicker or edition.release.id,
        language=edition.language,
        author=own_form(edition.profile.names, edition.language),
        subject=kicker,
    )
    if edition.date is None:
        return metadata
    return replace(metadata, created=dt.datetime.combine(edition.date, _NOON))


def _first(lines: Sequence[Line], role: Role) -> str:
    return next(
        ("".join(run.text for run in runs(line.text, line.language)) for line in lines if line.role is role), ""
    ).replace("\n", " ")
