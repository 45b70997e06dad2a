"""Contact cards: from the parts of a release, or from the address book."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tilshi.language.addresses import spans
from tilshi.language.phones import show_phone
from tilshi.language.utcoffset import utc_offset
from tilshi.layout.blocks import Contact, Paragraph
from tilshi.layout.edition import Edition, Line
from tilshi.layout.profile import own_form
from tilshi.layout.runs import runs
from tilshi.layout.styles import Style
from tilshi.release.contact import ContactCard
from tilshi.release.roles import Role
from tilshi.release.text import Text

_NAME: Final = re.compile(r"[^,،，\n]+")
_TEL: Final = "tel:"
_MAILTO: Final = "mailto:"


def grouped(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each card: a name begins a new one where the last has a name or an address already."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or (line.role is Role.CONTACT_NAME and any(_is_more_than_a_role(old) for old in groups[-1])):
            groups.append([])
        groups[-1].append(line)
    return groups


def contact(edition: Edition, lines: Sequence[Line], styles: dict[str, Style]) -> Contact:
    """A card with its lines, and the name, numbers and addresses in them."""
    paragraphs = tuple(_paragraph(line, styles) for line in lines)
    hrefs = [run.href for paragraph in paragraphs for run in paragraph.runs if run.href]
    named = _said(lines, Role.CONTACT_NAME)
    name = named[: _name_end(named)].strip()
    return Contact(
        edition.language,
        paragraphs,
        edition.template.contact_box,
        name=name,
        phones=tuple(dict.fromkeys(href.removeprefix(_TEL) for href in hrefs if href.startswith(_TEL))),
        emails=tuple(dict.fromkeys(href.removeprefix(_MAILTO) for href in hrefs if href.startswith(_MAILTO))),
        office=named[_name_end(named) :].strip(" ,،，"),
        role=_said(lines, Role.CONTACT_ROLE),
        hours=_said(lines, Role.CONTACT_HOURS),
        code=edition.profile.contact_code,
        told=f"{edition.wording('contact-code') or 'QR'}: {name}",
    )


def _said(lines: Sequence[Line], role: Role) -> str:
    return next((line.text.string for line in lines if line.role is role), "")


def card_lines(edition: Edition, card: ContactCard) -> list[Line]:
    """The lines of a card out of the address book, in the language of the edition."""
    language = edition.language
    name, office = card.name.in_language(language), own_form(card.office, language)
    texts = [
        (Role.CONTACT_NAME, f"{name}, {office}" if office else name),
        (Role.CONTACT_ROLE, own_form(card.role, language)),
        *((Role.CONTACT_PHONE, _labelled(edition, "phone", show_phone(number))) for number in card.phones),
        *((Role.CONTACT_EMAIL, _labelled(edition, "email", address)) for address in card.emails),
        (Role.CONTACT_HOURS, _hours(edition, card) if edition.template.part(Role.CONTACT_HOURS) else ""),
    ]
    return [Line(role, Text(text), language) for role, text in texts if text]


def _hours(edition: Edition, card: ContactCard) -> str:
    """When somebody answers, with the distance of the zone from UTC on the day of the release: 9:00–18:00 (UTC+5)."""
    hours = own_form(card.hours, edition.language)
    offset = utc_offset(card.time_zone, edition.date) if hours else ""
    return f"{hours} ({offset})" if offset else hours


def cards(edition: Edition) -> tuple[ContactCard, ...]:
    """The cards of the release; where it names nobody at all, neither in cards nor in parts, those of the organisation.

    Cards stand behind the parts; who is told in parts already, by a number or an address, is not told again.
    """
    release = edition.release
    parts = [block for block in release.blocks if block.role.is_contact]
    if not parts:
        return release.contacts or edition.profile.contacts
    texts = (segment.source.string for block in parts for segment in block.segments)
    told = {address.href.lower() for text in texts for address in spans(text)}
    return tuple(card for card in release.contacts if told.isdisjoint(_hrefs(card)))


def _hrefs(card: ContactCard) -> set[str]:
    return {f"{_TEL}{number}" for number in card.phones} | {f"{_MAILTO}{address}".lower() for address in card.emails}


def _labelled(edition: Edition, label: str, value: str) -> str:
    return " ".join(filter(None, (edition.wording(label), value)))


def _is_more_than_a_role(line: Line) -> bool:
    return line.role is not Role.CONTACT_ROLE


def _paragraph(line: Line, styles: dict[str, Style]) -> Paragraph:
    style = styles.get(line.role.value) or styles["body"]
    bold_until = _name_end(line.text.string) if line.role is Role.CONTACT_NAME else 0
    shown = runs(line.text, line.language, bold_until=bold_until)
    return Paragraph(line.role.value, style.tag, line.language, shown, style.paragraph, line.segments)


def _name_end(text: str) -> int:
    """Where the name ends and the office begins: at the first comma."""
    found = _NAME.match(text)
    return found.end() if found else 0
