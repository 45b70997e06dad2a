"""Cards as vCards (RFC 6350 and, for older programs, RFC 2426), as UTF-8 and the same bytes for the same cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, Final

from tilshi.release.contact import ContactCard, Localised

HOURS: Final = "x-hours"
"""Ours: vCard knows no hours at which somebody answers. Other programs find them in the note."""


class VCardVersion(StrEnum):
    """The versions of vCard that are written."""

    OLD = "3.0"
    NEW = "4.0"


def write_vcards(cards: Iterable[ContactCard], version: VCardVersion = VCardVersion.NEW, language: str = "en") -> bytes:
    """All cards in one file. The form in `language` is the first of each text: the one that most programs show.

    In version 4.0 the forms of one text in several languages belong together by `ALTID` (RFC 6350, 5.4).
    """
    return "".join(_written(card, version, language) for card in cards).encode("utf-8")


def _written(card: ContactCard, version: VCardVersion, language: str) -> str:
    import vobject  # 150 ms with the calendars it brings, and only vCards need it

    made = vobject.vCard()
    _add(made, "version", version.value)
    _add_name(made, card.name.in_language(language))
    is_new = version is VCardVersion.NEW
    _add_forms(made, "fn", card.name, language, alternatives=is_new)
    _add_forms(made, "org", card.office, language, alternatives=is_new)
    _add_forms(made, "role", card.role, language, alternatives=is_new)
    for number in card.phones:
        if is_new:
            _add(made, "tel", f"tel:{number}", VALUE=["uri"], TYPE=["work", "voice"])
        else:
            _add(made, "tel", number, TYPE=["WORK", "VOICE"])
    for address in card.emails:
        _add(made, "email", address, TYPE=["work"] if is_new else ["INTERNET"])
    _add_forms(made, HOURS, card.hours, language, alternatives=is_new)
    _add_forms(made, "note", card.hours, language, alternatives=is_new)
    if card.time_zone:
        _add(made, "tz", card.time_zone, **({} if is_new else {"VALUE": ["text"]}))
    text: str = made.serialize(validate=False)
    return text


def _add_name(made: Any, name: str) -> None:
    """`N`, which version 3.0 wants: the last word is the family's name, as far as one can tell."""
    from vobject.vcard import Name  # as above

    given, _space, family = name.rpartition(" ")
    made.add("n").value = Name(family=family, given=given)


def _add_forms(made: Any, name: str, forms: Localised, language: str, *, alternatives: bool) -> None:
    pairs = sorted(forms.forms, key=lambda form: (form[0] != language, form[0]))
    for code, text in pairs:
        parameters = {"LANGUAGE": [code]}
        if alternatives and len(pairs) > 1:
            parameters["ALTID"] = ["1"]
        _add(made, name, [text] if name == "org" else text, **parameters)


def _add(made: Any, name: str, value: str | Sequence[str], **parameters: list[str]) -> None:
    line = made.add(name)
    line.value = value
    line.params.update(parameters)
