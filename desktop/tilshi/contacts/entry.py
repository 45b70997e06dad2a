"""What may stand in a card: telephone numbers, addresses, time zones; each mistake named with its field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from tilshi.i18n import _
from tilshi.language.phones import Phone, read_phone
from tilshi.language.tags import is_well_formed
from tilshi.release.contact import ContactCard, Localised

LONGEST: Final = 1_000
"""The longest text of a field, in code points."""
MOST: Final = 50
"""How many numbers, addresses or languages a card has at most."""

_EMAIL: Final = re.compile(r"[^\s@<>\"(),:;\\\[\]]+@[^\s@<>\"(),:;\\\[\].]+(?:\.[^\s@<>\"(),:;\\\[\].]+)+")
_ZONE: Final = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*")
_FICTITIOUS: Final = "+999"
"""A country code that the ITU keeps unassigned: examples and tests use it."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a card: the `field`, the index `at` in a field of several, and a sentence for the user."""

    field: str
    message: str
    at: int = 0


def telephone(typed: str, region: str = "") -> Phone | None:
    """The number that was typed, if it can be rung; `region` (ISO 3166) reads one without country code.

    A fictitious number (+999) is taken as it is.
    """
    phone = read_phone(typed, region)
    return phone if phone and (phone.valid or phone.e164.startswith(_FICTITIOUS)) else None


def is_email(address: str) -> bool:
    """Whether a text has the form of a mailbox (RFC 5321, without quoted names)."""
    return len(address) <= 254 and _EMAIL.fullmatch(address) is not None


@cache
def time_zones() -> tuple[str, ...]:
    """The names of all time zones (IANA), sorted; none where the system does not know them."""
    import zoneinfo  # reads a folder of hundreds of files

    return tuple(sorted(name for name in zoneinfo.available_timezones() if "/" in name or name == "UTC"))


def is_time_zone(name: str) -> bool:
    """Whether a name is one of a time zone; where the system knows none, whether it could be one."""
    known = time_zones()
    return name in known if known else _ZONE.fullmatch(name) is not None


def faults(card: ContactCard) -> tuple[Fault, ...]:
    """Everything that is wrong in a card; nothing where it may be kept."""
    return tuple(_faults(card))


def _faults(card: ContactCard) -> Iterator[Fault]:
    if not any(text.strip() for _language, text in card.name.forms):
        yield Fault("name", _("A contact needs a name."))
    for field, forms in (("name", card.name), ("office", card.office), ("role", card.role), ("hours", card.hours)):
        yield from _text_faults(field, forms)
    for at, number in enumerate(card.phones):
        if telephone(number) is None:
            said = _("“{value}” is not a telephone number; write it with the country code, such as {example}.")
            yield Fault("phones", said.format(value=number[:40], example="+41 22 730 34 43"), at)
    for at, address in enumerate(card.emails):
        if not is_email(address):
            said = _("“{value}” is not an e-mail address; write it as {example}.")
            yield Fault("emails", said.format(value=address[:60], example="name@example.org"), at)
    for field, values in (("phones", card.phones), ("emails", card.emails), ("name", card.name.forms)):
        if len(values) > MOST:
            yield Fault(field, _("There are more than {number} here.").format(number=MOST))
    if card.time_zone and not is_time_zone(card.time_zone):
        said = _("“{value}” is not a time zone; write it as {example}.")
        yield Fault("time_zone", said.format(value=card.time_zone[:40], example="Asia/Almaty"))


def _text_faults(field: str, forms: Localised) -> Iterator[Fault]:
    for at, (language, text) in enumerate(forms.forms):
        if not is_well_formed(language):
            yield Fault(field, _("“{code}” is no code of a language.").format(code=language[:20]), at)
        if len(text) > LONGEST:
            yield Fault(field, _("The text is longer than {number} characters.").format(number=LONGEST), at)
        elif _CONTROL.search(text):
            yield Fault(field, _("The text holds a character that no text may hold."), at)
