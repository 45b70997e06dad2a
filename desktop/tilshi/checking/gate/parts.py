"""Requirements over the parts a release consists of: those the template demands, boilerplate, contacts, pictures."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Message, Severity, message
from tilshi.checking.gate.obstacles import Hindrance, Requirement, Version, first_segment
from tilshi.i18n import N_
from tilshi.language.addresses import AddressKind, spans
from tilshi.language.tags import primary
from tilshi.layout.contacts import card_lines, cards, grouped
from tilshi.layout.edition import Line
from tilshi.layout.missing import Lack, MissingPart, missing_parts
from tilshi.layout.profile import own_form
from tilshi.release import Role


def parts(version: Version) -> Iterator[Hindrance]:
    """Every part the template demands is there, and every part is translated."""
    edition = version.edition
    for part in missing_parts(edition.release, edition.template, edition.language, edition.profile):
        segment = part.segments[0] if part.segments else ""
        yield Hindrance(_lack(part), segment, role=None if segment else part.role)


def boilerplate(version: Version) -> Iterator[Hindrance]:
    """What the organisation says of itself is its own wording in this language, unedited."""
    stated = version.edition.profile.boilerplate
    right = own_form(stated.text, version.language)
    blocks = list(version.blocks(Role.BOILERPLATE))
    if not right or not blocks:
        return
    written = _plain(" ".join(version.shown(block) for block in blocks))
    if not written or written == _plain(right):
        return
    segment = first_segment(blocks[0])
    for language, form in stated.text.forms:
        if primary(language) != primary(version.language) and written == _plain(form):
            yield Hindrance(message(N_("The boilerplate is that in another language, {code}."), code=language), segment)
            return
    if stated.version:
        said = message(N_("The boilerplate is not the version “{version}” of the profile."), version=stated.version)
    else:
        said = message(N_("The boilerplate is not that of the profile."))
    yield Hindrance(said, segment)


def contacts(version: Version) -> Iterator[Hindrance]:
    """Every contact has a name, and a telephone number or an e-mail address."""
    lines = [
        line for block in version.release.blocks if block.role.is_contact and (line := version.edition.line(block))
    ]
    groups = grouped(lines) + [card_lines(version.edition, card) for card in cards(version.edition)]
    if not groups and version.edition.template.part(Role.CONTACT_NAME):
        yield Hindrance(message(N_("Nobody is named whom readers may ask.")), role=Role.CONTACT_NAME)
    for group in groups:
        yield from _incomplete(group)


def pictures(version: Version) -> Iterator[Hindrance]:
    """Every picture is there and has an alternative text in this language."""
    for block in version.release.blocks:
        if not block.picture and block.role is not Role.PICTURE:
            continue
        if version.release.picture(block.picture) is None:
            yield Hindrance(message(N_("The picture itself is missing.")), first_segment(block))
        if not any(version.text(segment).string.strip() for segment in block.segments):
            said = message(N_("The picture has no alternative text for those who cannot see it."))
            yield Hindrance(said, first_segment(block), role=None if block.segments else block.role)


def _incomplete(group: list[Line]) -> Iterator[Hindrance]:
    place = next((segment for line in group for segment in line.segments), "")
    role = None if place else Role.CONTACT_NAME
    if not any(line.role is Role.CONTACT_NAME and line.text.string.strip() for line in group):
        yield Hindrance(message(N_("This contact has no name.")), place, role=role)
    kinds = {address.kind for line in group for address in spans(line.text.string)}
    if not kinds & {AddressKind.PHONE, AddressKind.EMAIL}:
        yield Hindrance(
            message(N_("This contact has neither a telephone number nor an e-mail address.")), place, role=role
        )


def _lack(part: MissingPart) -> Message:
    """As `MissingPart.message`, in words that can be shown in another language later."""
    if part.lack is Lack.UNTRANSLATED:
        return message(N_("The part “{role}” is not translated."), role=part.role.value)
    if part.alternatives:
        roles = ", ".join(role.value for role in (part.role, *part.alternatives))
        return message(N_("One of these parts is needed: {roles}."), roles=roles)
    if part.kind:
        return message(
            N_("The part “{role}” with the label “{kind}” is missing."), role=part.role.value, kind=part.kind
        )
    return message(N_("The part “{role}” is missing."), role=part.role.value)


def _plain(text: str) -> str:
    """Without what a reader does not see: kinds of spaces and of composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).split())


PARTS: Final = Requirement(
    "parts", Severity.ERROR, N_("Every part the template demands is there, and every part is translated"), parts
)
BOILERPLATE: Final = Requirement(
    "boilerplate",
    Severity.ERROR,
    N_("What the organisation says of itself is its own wording in this language, unedited"),
    boilerplate,
)
CONTACTS: Final = Requirement(
    "contacts", Severity.ERROR, N_("Every contact has a name, and a telephone number or an e-mail address"), contacts
)
PICTURES: Final = Requirement(
    "pictures", Severity.ERROR, N_("Every picture is there and has an alternative text in this language"), pictures
)
