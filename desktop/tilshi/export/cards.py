"""Contacts as data beside their text: the vCards that a PDF carries, and what a QR code holds."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tilshi.export.errors import ExportError
from tilshi.i18n import _
from tilshi.layout.blocks import Contact, ContactCode, Document
from tilshi.release.contact import ContactCard, Localised

MODULE: Final = 72 / 25.4 * 0.4
"""The side of a module of a code in points: 0.4 mm, which telephones read from paper (ISO/IEC 18004, annex J)."""
QUIET: Final = 4
"""The modules that stay white on each side (ISO/IEC 18004, 6.3.8)."""


class Attachment(NamedTuple):
    """A file inside another: its name in ASCII, what it is for people, and its bytes."""

    name: str
    description: str
    data: bytes


class Code(NamedTuple):
    """A QR code: the rows of its modules, dark ones true, without the quiet zone."""

    rows: tuple[tuple[bool, ...], ...]

    @property
    def side(self) -> float:
        """How wide and high it is shown, the quiet zone included, in points."""
        return (len(self.rows) + 2 * QUIET) * MODULE


def attachments(document: Document) -> tuple[Attachment, ...]:
    """The vCards that the document carries, in its language alone: what it shows, and nothing besides."""
    if not document.attach_contacts:
        return ()
    from tilshi.contacts.vcard_writing import VCardVersion, write_vcards  # loads 150 ms of libraries

    found: list[Attachment] = []
    for contact in _contacts(document):
        data = write_vcards((_card(contact),), VCardVersion.OLD, contact.language)
        found.append(Attachment(f"contact-{len(found) + 1}.vcf", contact.name, data))
    return tuple(found)


def code_of(contact: Contact) -> Code | None:
    """The QR code of a contact, if it is to have one.

    Raises:
        ExportError: it holds more than a code can.
    """
    if contact.code is ContactCode.NONE or not contact.name:
        return None
    import segno  # only codes need it

    try:
        made = segno.make(_text(contact), error="m", micro=False, encoding="utf-8")
    except segno.DataOverflowError as error:
        raise ExportError(
            _("The contact {name} is too long for a QR code.").format(name=contact.name),
            remedy=_("Shorten it, or export without the code."),
        ) from error
    return Code(tuple(tuple(bool(module) for module in row) for row in made.matrix))


def code_picture(code: Code, scale: int = 8) -> bytes:
    """The code as PNG, each module `scale` pixels wide, with its quiet zone."""
    import io

    from PIL import Image  # only Word files need it

    side = len(code.rows) + 2 * QUIET
    image = Image.new("1", (side, side), 1)
    for y, row in enumerate(code.rows, QUIET):
        for x, dark in enumerate(row, QUIET):
            if dark:
                image.putpixel((x, y), 0)
    stream = io.BytesIO()
    image.resize((side * scale, side * scale), Image.Resampling.NEAREST).save(stream, "PNG")
    return stream.getvalue()


def _text(contact: Contact) -> str:
    """What the code holds: short, for a code of many modules is hard to read."""
    from segno.helpers import make_mecard_data, make_vcard_data  # as above

    plain = re.sub(r"[;,:\\]", " ", contact.name)
    given, _space, family = plain.rpartition(" ")
    if contact.code is ContactCode.MECARD:
        name = f"{family},{given}" if given else family
        return str(make_mecard_data(name, email=list(contact.emails[:1]), phone=list(contact.phones[:1])))
    return str(
        make_vcard_data(
            f"{family};{given}",
            contact.name,
            email=list(contact.emails[:1]),
            phone=list(contact.phones[:2]),
            org=contact.office or None,
            title=contact.role or None,
        )
    )


def _card(contact: Contact) -> ContactCard:
    name, office, role, hours = (
        Localised(((contact.language, text),)) if text else Localised()
        for text in (contact.name, contact.office, contact.role, contact.hours)
    )
    return ContactCard("", name, office, role, contact.phones, contact.emails, hours)


def _contacts(document: Document) -> tuple[Contact, ...]:
    return tuple(block for block in document.blocks if isinstance(block, Contact) and block.name)
