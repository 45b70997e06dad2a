"""Telephone numbers: stored as E.164, shown with the spaces of their country."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_INTERNATIONAL: Final = re.compile(r"(?:\+|00)[\d ()./\u00a0\u202f\u2011-]{6,24}\d")
_DIGITS: Final = range(7, 16)
"""How many digits a number has, country code included: 15 at most (ITU-T E.164, 6.2.1)."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number: `e164` (`+41227303443`), as it is `shown`, and whether its country issues such numbers."""

    e164: str
    shown: str
    valid: bool

    @property
    def uri(self) -> str:
        """The link that dials it (RFC 3966)."""
        return f"tel:{self.e164}"


@lru_cache(maxsize=1024)
def read_phone(text: str, region: str = "") -> Phone | None:
    """The telephone number that is all of the text, or None; `region` (ISO 3166) reads numbers without country code.

    A number whose country code nobody has, such as +999 in examples, is carried as it was typed and is not valid.
    """
    typed = " ".join(text.split())
    # Here, because the numbering plans of the world are not needed before the first telephone number.
    import phonenumbers

    try:
        number = phonenumbers.parse(_with_plus(typed), region or None)
    except phonenumbers.NumberParseException:
        return _unassigned(typed)
    if not phonenumbers.is_possible_number(number):
        return _unassigned(typed)
    return Phone(
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL),
        phonenumbers.is_valid_number(number),
    )


def dialled(text: str) -> str:
    """The E.164 form of an international number, by its digits alone; empty where the text is none.

    This is what a link needs, at no cost; whether the number exists is for `read_phone` to say.
    """
    typed = " ".join(text.split())
    digits = re.sub(r"\(0\)|\D", "", _with_plus(typed))
    return f"+{digits}" if _INTERNATIONAL.fullmatch(typed) and len(digits) in _DIGITS else ""


@lru_cache(maxsize=1024)
def countries_of(e164: str) -> frozenset[str]:
    """The countries (ISO 3166-1 alpha-2) that a number may be of: the one that gives it out, else all of its code."""
    # Here, because the numbering plans of the world are not needed before the first telephone number.
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return frozenset()
    region = phonenumbers.region_code_for_number(number)
    codes = (region,) if region else phonenumbers.region_codes_for_country_code(number.country_code or 0)
    return frozenset(code for code in codes if len(code) == 2 and code != "ZZ")


def show_phone(e164: str) -> str:
    """A stored number with the spaces of its country; with groups of three where no country has it."""
    phone = read_phone(e164)
    if phone is None or phone.shown == e164:
        return re.sub(r"(?<=\d)(?=(?:\d{3})+$)", " ", e164)
    return phone.shown


def _with_plus(typed: str) -> str:
    return f"+{typed[2:]}" if typed.startswith("00") else typed


def _unassigned(typed: str) -> Phone | None:
    number = dialled(typed)
    return Phone(number, typed, valid=False) if number else None
