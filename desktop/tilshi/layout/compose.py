"""From a release, a template and an organisation to the document that every writer receives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from tilshi.layout.blocks import Block, Document, Field, ItemList, Metadata, Paragraph, Run
from tilshi.layout.contacts import card_lines, cards, contact, grouped
from tilshi.layout.edition import Edition, Line
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


def compose(release: Release, template: Template, profile: Profile = NEUTRAL, language: str = "") -> Document:
    """The release laid out in `language` (its source language if empty).

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
    known = () if any(role.is_contact for role in stated) else cards(edition)
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
        return own_form(edition.profile.boilerplate.text, edition.language)
    return edition.wording(part.fixed) if part.required else ""


def _blocks(edition: Edition, lines: Sequence[Line], styles: dict[str, Style]) -> Iterator[Block]:
    headed: set[Role] = set()
    for kind, group in groupby(lines, key=lambda line: _kind(line.role)):
        members = list(group)
        if kind is Role.CONTACT_NAME:
            yield from (contact(edition, card, styles) for card in grouped(members))
        elif kind is Role.TABLE_ROW:
            yield from tables(members, edition.language, styles, edition.template.table)
        elif kind is Role.LIST_ITEM:
            items = tuple(_paragraphs(edition, members, styles))
            yield ItemList(edition.language, items, edition.template.list_marker)
        else:
            if members[0].role not in headed:
                headed.add(members[0].role)
                yield from _heading(edition, members[0], styles)
            yield from _paragraphs(edition, members, styles)


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
