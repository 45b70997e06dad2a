"""A rule over contact cards: their telephone numbers, their cities and their mail."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.passages import Line
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.i18n import N_
from tilshi.language.addresses import FICTITIOUS_COUNTRY, Address, AddressKind
from tilshi.language.cities import country_of_city
from tilshi.language.phones import countries_of
from tilshi.release import Role


def contact_office(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """A telephone number or mail domain that is not of the office's country.

    The city of the office stands after the name of the contact. Numbers of the code +999 are of no country, and so are
    domains such as .org.
    """
    for card in _cards(entries):
        named = next((office for _line, office in card if office), None)
        if named is None:
            continue
        country, city = named
        for line, _office in card:
            yield from _phones(line, country, city)
            yield from _mails(line, country, city)


def _phones(line: Line, country: str, city: str) -> Iterator[Spot]:
    for phone in _of_kind(line, AddressKind.PHONE):
        if phone.href.startswith(f"tel:+{FICTITIOUS_COUNTRY}"):
            continue
        countries = countries_of(phone.href.removeprefix("tel:"))
        if countries and country not in countries:
            said = message(N_("The office is in {city}, the number is of another country."), city=city)
            yield Spot(phone.start, phone.end, said, segment=line.segment)


def _mails(line: Line, country: str, city: str) -> Iterator[Spot]:
    for mail in _of_kind(line, AddressKind.EMAIL):
        domain = mail.href.rpartition(".")[2].upper()
        if len(domain) == 2 and domain not in _ANYWHERE and domain != _DOMAINS.get(country, country):
            said = message(N_("The office is in {city}, the mail domain is of another country."), city=city)
            yield Spot(mail.start, mail.end, said, segment=line.segment)


def _of_kind(line: Line, kind: AddressKind) -> Iterator[Address]:
    return (address for address in line.read.addresses if address.kind is kind)


_Office: TypeAlias = tuple[str, str]
"""Country and city."""


def _cards(entries: tuple[Entry, ...]) -> list[list[tuple[Line, _Office | None]]]:
    """The lines of each contact, with the office that a line names."""
    cards: list[list[tuple[Line, _Office | None]]] = []
    for line, (office,) in entries:
        if line.role is Role.CONTACT_NAME:
            cards.append([])
        if cards:
            cards[-1].append((line, office))
    return cards


def _contacts(line: Line, _frame: Frame) -> Said:
    """A line of a contact card, with its office."""
    if line.role.is_contact:
        yield "contacts", _office(line)


def _office(line: Line) -> _Office | None:
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
    _contacts,
    contact_office,
)
