"""Whom readers of a release may ask."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localised:
    """One text in several languages, as pairs (BCP 47 tag, text): one a language, sorted by language."""

    forms: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if len(self.forms) > 1:
            object.__setattr__(self, "forms", tuple(sorted(dict(self.forms).items())))

    def in_language(self, language: str, fallback: str = "en") -> str:
        """The form for `language`, else for `fallback`, else the first there is, else an empty text."""
        forms = dict(self.forms)
        return forms.get(language) or forms.get(fallback) or next(iter(forms.values()), "")


NO_FORM = Localised()
"""A text in no language: empty."""


@dataclass(frozen=True, slots=True)
class ContactCard:
    """A contact, after vCard 4.0 (RFC 6350): FN, ORG, ROLE, TEL as E.164 (`+41227303443`), EMAIL, TZ.

    `hours` says when somebody answers, `time_zone` is the IANA name of the zone they are meant in.
    """

    id: str
    name: Localised
    office: Localised = NO_FORM
    role: Localised = NO_FORM
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    hours: Localised = NO_FORM
    time_zone: str = ""
