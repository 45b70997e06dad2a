"""Rules over personal data, which may harm the people whom a release speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.prose import lowered
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.addresses import AddressKind
from tilshi.release import Role

_CONTACTS: Final = frozenset(
    {
        Role.CONTACT_INTRO,
        Role.CONTACT_NAME,
        Role.CONTACT_ROLE,
        Role.CONTACT_PHONE,
        Role.CONTACT_EMAIL,
        Role.WEBSITE,
        Role.FOOTAGE_INTRO,
        Role.FOOTAGE,
        Role.SOCIAL_INTRO,
        Role.SOCIAL_LINKS,
        Role.ACCREDITATION,
    }
)
_HINTS: Final = (
    *(
        "passport",
        "паспорт",
        "төлқұжат",
        "passeport",
        "born",
        "birth",
        "née ",
        "né le",
        "naissance",
        "родил",
        "рожд",
        "туған",
    ),
    *(
        "apt",
        "apart",
        "appart",
        "appt",
        "кв.",
        "квартир",
        "пәтер",
        "домашн",
        "home addr",
        "мекенжайы",
        "куәлі",
        "личности",
    ),
    *("identi", "personnelle", "иин", "жсн", "iin", "снилс", "ssn"),
)
_LONG_NUMBER: Final = Pattern(r"\d{6}|\d{4}[ -]\d{4}|[A-Z]{2}\d\d")
_DATE: Final = (
    r"(?:\d{1,2}(?:er)?[\s./-]+[\w.]{1,10}[\s./-]+(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|(?:19|20)\d\d\s(?:жылғы|жылы|ж\.)\s\d{1,2}\s\w+)"
)
_STREET: Final = (
    r"\b(?:ул\.|улиц|д\.|дом|пр\.|просп|мкр|микрорайон|көше|үй|даңғыл|ықшам|street|st\.|avenue|road|rue|building)"
    r"[^\n;]{0,40}?"
)
_FLAT: Final = r"(?:apt\.?|apartment|appt\.?|appartement|кв\.|квартира|пәтер)"
_KINDS: Final = {
    # Twelve digits that begin with a date of birth (ИИН of Kazakhstan), or a number that is named.
    "id": r"(?<![\d+/.,-])\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-6]\d{5}(?![\d/,-]|\.\d)"
    r"|\b(?:ИИН|ЖСН|IIN|СНИЛС|SSN)\b[^\d\n]{0,12}\d[\d\s-]{7,14}\d",
    "passport": r"\b(?:passport|паспорт\w*|төлқұжат\w*|passeport|жеке куәлі\w*|удостоверени\w+ личности|identity card"
    r"|carte d’identité)[^\d\n;]{0,24}\d[\d ]{5,10}\d",
    "account": r"(?-i:\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b)"
    r"|(?<![\d+])(?!(?:19|20)\d\d[ -](?:19|20))\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?!\d)",
    "birth": r"\b(?:date of birth|born(?: on)?|née? le|date de naissance|дата рождения|родил(?:ся|ась)|туған күні)"
    rf"\W{{1,4}}{_DATE}|{_DATE}\W{{1,3}}(?:(?:года|г\.)\s(?:рождения|р\.)|(?:күні\s)?туған\b(?!\s?күн))",
    "home": rf"{_STREET}[\s,]{_FLAT}\s?№?\s?\d{{1,3}}\b|{_STREET}\b\d{{1,3}}-пәтер(?!л)\w*"
    r"|\b(?:home address|домашний адрес|үй мекенжайы|adresse personnelle)\s?[:–-]",
}
_PERSONAL: Final = Pattern("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.IGNORECASE)
_PRIVATE: Final = Pattern(
    r"(?:private|personal|home|mobile|cell)\s(?:phone|number)|личн\w+ (?:номер|телефон)|домашн\w+ телефон|мобильн\w+"
    r"|моб\.|жеке (?:нөмір|телефон)|ұялы|үй телефон|portable|numéro (?:personnel|privé)|téléphone personnel",
    re.IGNORECASE,
)
_SAID: Final = {
    "id": N_("This looks like somebody’s personal number, which has no place in a release."),
    "passport": N_("This looks like the number of a passport or identity card, which has no place in a release."),
    "account": N_("This looks like the number of an account or a card, which has no place in a release."),
    "birth": N_("This looks like somebody’s date of birth, which has no place in a release."),
    "home": N_("This looks like somebody’s home address, which has no place in a release."),
}


def personal_data(read: Passage) -> Iterator[Spot]:
    """Personal data that does not belong in a release.

    Personal numbers, passports, accounts, dates of birth, home addresses, and telephone numbers outside the contacts.
    """
    text = read.text.string
    if _LONG_NUMBER.search(text) or any(hint in read.parsed(lowered) for hint in _HINTS):
        for found in _PERSONAL.finditer(text):
            kind = found.lastgroup or ""
            inside = any(address.start <= found.start() < address.end for address in read.addresses)
            if not inside and not (kind == "birth" and _is_history(found[0])):
                yield Spot(found.start(), found.end(), message(_SAID[kind]))
    if read.addresses and read.role not in _CONTACTS:
        yield from _telephones(read)


def _is_history(said: str) -> bool:
    return any(int(year) < 1910 for year in re.findall(r"(?<!\d)\d{4}(?!\d)", said))


def _telephones(read: Passage) -> Iterator[Spot]:
    """Telephone numbers in running text: an error where they are said to be private, else for a look."""
    for address in read.addresses:
        if address.kind is not AddressKind.PHONE:
            continue
        is_private = _PRIVATE.search(read.prose, max(0, address.start - 40), address.start) is not None
        said = message(N_("A telephone number stands outside the contacts: is it meant for the public?"))
        yield Spot(address.start, address.end, said, severity=Severity.ERROR if is_private else Severity.NOTE)


PERSONAL_DATA: Final = TextRule(
    "pii",
    Severity.ERROR,
    N_("Personal data that does not belong in a release"),
    personal_data,
    holding(
        rf"\ufffc|\d{{4}}|[A-Z]{{2}}\d\d|\bnée?$|\bhome$|(?<![^\W\d_])(?:{'|'.join(map(re.escape, _HINTS))})",
        re.IGNORECASE,
    ),
)
