"""A rule over contact cards: their telephone numbers, their cities and their mail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.passages import Line, Manuscript
from tilshi.checking.rules import ReleaseRule
from tilshi.i18n import N_
from tilshi.language.addresses import FICTITIOUS_COUNTRY, Address, AddressKind
from tilshi.language.cities import country_of_city
from tilshi.language.phones import countries_of
from tilshi.release import Role


def contact_office(manuscript: Manuscript) -> Iterator[Spot]:
    """A telephone number or mail domain that is not of the office's country.

    The city of the office stands after the name of the contact. Numbers of the code +999 are of no country, and so are
    domains such as .org.
    """
    for card in _cards(manuscript):
        named = next(filter(None, (_office(line) for line in card.lines)), None)
        if named is None:
            continue
        country, city = named
        for line, phone in card.of_kind(AddressKind.PHONE):
            if phone.href.startswith(f"tel:+{FICTITIOUS_COUNTRY}"):
                continue
            countries = countries_of(phone.href.removeprefix("tel:"))
            if countries and country not in countries:
                said = message(N_("The office is in {city}, the number is of another country."), city=city)
                yield Spot(phone.start, phone.end, said, segment=line.segment)
        for line, mail in card.of_kind(AddressKind.EMAIL):
            domain = mail.href.rpartition(".")[2].upper()
            if len(domain) == 2 and domain not in _ANYWHERE and domain != _DOMAINS.get(country, country):
                said = message(N_("The office is in {city}, the mail domain is of another country."), city=city)
                yield Spot(mail.start, mail.end, said, segment=line.segment)


@dataclass(slots=True)
class _Card:
    """The lines of one contact."""

    lines: list[Line] = field(default_factory=list)

    def of_kind(self, kind: AddressKind) -> Iterator[tuple[Line, Address]]:
        """Its addresses of a kind, with their lines."""
        return ((line, address) for line in self.lines for address in line.read.addresses if address.kind is kind)


def _cards(manuscript: Manuscript) -> list[_Card]:
    cards: list[_Card] = []
    for line in manuscript.lines:
        if line.role is Role.CONTACT_NAME:
            cards.append(_Card())
        if line.role.is_contact and cards:
            cards[-1].lines.append(line)
    return cards


def _office(line: Line) -> tuple[str, str] | None:
    """Country and city of an office: after the first comma, since people are named after cities."""
    if line.role not in {Role.CONTACT_NAME, Role.CONTACT_ROLE}:
        return None
    text = line.read.prose
    start = text.find(",") + 1 if line.role is Role.CONTACT_NAME else 0
    found = country_of_city(text[start:]) if start or line.role is Role.CONTACT_ROLE else None
    return (found[0], text[start + found[1] : start + found[2]]) if found else None


_ANYWHERE: Final = frozenset({"AI", "CH", "CO", "EU", "IO", "ME", "TV"})
"""Domains of countries in which organisations of all the world are."""

_DOMAINS: Final = {"GB": "UK"}

CONTACT_OFFICE: Final = ReleaseRule(
    "contact.office",
    Severity.WARNING,
    N_("A telephone number or mail domain that is not of the office's country"),
    contact_office,
)
