"""The fixed strings of a template: sentences and labels that are the same in every release of its kind."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tilshi.i18n import _
from tilshi.language.tags import primary
from tilshi.layout.fields import Fields
from tilshi.release.contact import NO_FORM, Localised

_PLACEHOLDERS: Final = frozenset({"acronym", "of", "the", "place", "time", "date", "url"})


class Reliability(StrEnum):
    """How sure a wording is: attested in a published text, or proposed and not yet reviewed by a native speaker."""

    ATTESTED = "attested"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class FixedString:
    """One fixed string in all languages.

    `forms` may name the organisation: `{acronym}` (ICRC), `{of}` (du CICR, ХҚКК-нің), `{the}` (the ICRC, le CICR);
    `plain` is for an organisation without an acronym. Languages missing in `proposed` are attested.
    """

    forms: Localised
    plain: Localised = NO_FORM
    proposed: tuple[str, ...] = ()

    def wording(self, language: str, organisation: Mapping[str, str]) -> str:
        """The text in the language, placeholders of the organisation filled in; empty where there is none.

        Never falls back to another language: that would be a wrong text, not a missing one.
        """
        for forms in (self.forms, self.plain):
            text = _own(forms, language)
            names = {field for _, field, _, _ in string.Formatter().parse(text) if field} & _ORGANISATION
            if text and all(organisation.get(name) for name in names):
                for name in names:
                    text = text.replace(f"{{{name}}}", organisation[name])
                return text
        return ""

    def reliability(self, language: str) -> Reliability:
        """Whether the wording in that language has been seen in print."""
        return Reliability.PROPOSED if primary(language) in self.proposed else Reliability.ATTESTED


_ORGANISATION: Final = frozenset({"acronym", "of", "the"})


def filled(wording: str, **values: str) -> str:
    """A wording with `{place}`, `{time}`, `{date}` and `{url}` filled in; braces of other names stay as they are."""
    for name, value in values.items():
        wording = wording.replace(f"{{{name}}}", value)
    return wording


def read_fixed(table: Fields) -> FixedString:
    """A fixed string as a template states it: a text for each language, `plain` forms and the list `proposed`.

    Raises:
        FileError: a language tag or a placeholder is not known.
    """
    proposed = table.texts("proposed")
    plain = table.table("plain")
    languages = [key for key in table.names if key not in {"proposed", "plain"}]
    own = Fields(table.path, {key: table.text(key) for key in languages}, table.place)
    fixed = FixedString(own.forms(), plain.forms() if plain else NO_FORM, proposed)
    table.close()
    for language, text in (*fixed.forms.forms, *fixed.plain.forms):
        _check_placeholders(table, language, text)
    return fixed


def _check_placeholders(table: Fields, language: str, text: str) -> None:
    remedy = _("Use one of: {names}.").format(names=", ".join(f"{{{name}}}" for name in sorted(_PLACEHOLDERS)))
    try:
        names = {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}
    except ValueError as error:
        raise table.error(language, _("A brace is open or closed alone."), remedy) from error
    for name in sorted(names - _PLACEHOLDERS):
        raise table.error(language, _("There is no placeholder {{{name}}}.").format(name=name), remedy)


def _own(forms: Localised, language: str) -> str:
    texts = dict(forms.forms)
    return texts.get(language) or texts.get(primary(language), "")
