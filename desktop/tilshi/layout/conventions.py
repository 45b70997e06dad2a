"""What an organisation has settled for its texts, as its profile states it: `[house]`, and `[house.kk]` for a language.

A profile states only what differs; what it leaves out stays as the language has it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, Final

from tilshi.i18n import _
from tilshi.language.tags import primary
from tilshi.language.typography import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, Quotes
from tilshi.layout.fields import Fields

_LONGEST_SENTENCE: Final = 200
_LONGEST_LEAD: Final = 500
_LONGEST_HEADLINE: Final = 500


class Capitals(StrEnum):
    """How titles such as «президент» are written: all alike within a release, or always in one way."""

    CONSISTENT = "consistent"
    SMALL = "small"
    CAPITAL = "capital"


class RequiredApproval(StrEnum):
    """Who must have approved each segment before a version is final."""

    NOBODY = "nobody"
    ANYONE = "anyone"
    """Reviewed or final, whoever said so."""
    AUTHOR = "author"
    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    APPROVER = "approver"


class _Space(StrEnum):
    NONE = "none"
    NO_BREAK = "no-break"
    NARROW = "narrow-no-break"
    ORDINARY = "ordinary"


class _Dash(StrEnum):
    EN = "en"
    EM = "em"


_SPACES: Final = {
    _Space.NONE: "",
    _Space.NO_BREAK: NO_BREAK_SPACE,
    _Space.NARROW: NARROW_NO_BREAK_SPACE,
    _Space.ORDINARY: " ",
}
_DASHES: Final = {_Dash.EN: "–", _Dash.EM: "—"}


@dataclass(frozen=True, slots=True)
class Conventions:
    """The choices for one language; None where the organisation has made none.

    `percent_space` stands between a number and %. Limits of sentences and leads are words, that of headlines is code
    points.
    """

    quotes: Quotes | None = None
    inner_quotes: Quotes | None = None
    dash: str | None = None
    percent_space: str | None = None
    title_capitals: Capitals | None = None
    bound_dates: bool | None = None
    schemes: bool | None = None
    longest_sentence: int | None = None
    longest_lead: int | None = None
    longest_headline: int | None = None

    @property
    def chosen(self) -> dict[str, Any]:
        """The choices that were made, by name."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


UNSETTLED: Final = Conventions()
"""No choice made."""


@dataclass(frozen=True, slots=True)
class House:
    """The conventions of an organisation: for every language, and by language where those differ."""

    everywhere: Conventions = UNSETTLED
    languages: tuple[tuple[str, Conventions], ...] = ()
    required_approval: RequiredApproval = RequiredApproval.ANYONE

    def conventions(self, language: str) -> Conventions:
        """What holds in a language: its own choices, else those of its tag without region, else those for all."""
        settled = self.everywhere
        for tag in dict.fromkeys((primary(language), language)):
            settled = replace(settled, **dict(self.languages).get(tag, UNSETTLED).chosen)
        return settled


LANGUAGES_DEFAULT: Final = House()
"""Every choice as the language has it."""


def read_house(table: Fields | None) -> House:
    """The table `[house]` of a profile.

    Raises:
        FileError: it holds a mistake; file, key and remedy are named.
    """
    if table is None:
        return LANGUAGES_DEFAULT
    everywhere = _conventions(table)
    required = table.choice("required-approval", RequiredApproval, RequiredApproval.ANYONE)
    languages: list[tuple[str, Conventions]] = []
    for tag in table.language_tables():
        own = table.table(tag)
        if own is not None:
            languages.append((tag, _conventions(own)))
            own.close()
    table.close()
    return House(everywhere, tuple(languages), required)


def _conventions(table: Fields) -> Conventions:
    return Conventions(
        quotes=_quotes(table, "quotes"),
        inner_quotes=_quotes(table, "inner-quotes"),
        dash=_DASHES[table.choice("dash", _Dash)] if "dash" in table else None,
        percent_space=_SPACES[table.choice("percent-space", _Space)] if "percent-space" in table else None,
        title_capitals=table.choice("title-capitals", Capitals) if "title-capitals" in table else None,
        bound_dates=table.flag("bound-dates", default=False) if "bound-dates" in table else None,
        schemes=table.flag("schemes", default=False) if "schemes" in table else None,
        longest_sentence=_limit(table, "longest-sentence", _LONGEST_SENTENCE),
        longest_lead=_limit(table, "longest-lead", _LONGEST_LEAD),
        longest_headline=_limit(table, "longest-headline", _LONGEST_HEADLINE),
    )


def _quotes(table: Fields, key: str) -> Quotes | None:
    if key not in table:
        return None
    marks = table.texts(key)
    if len(marks) != 2 or not all(mark.strip() for mark in marks):
        raise table.error(
            key,
            _("An opening and a closing mark are expected here."),
            _("Write them as {form}.").format(form='["«", "»"]'),
        )
    return Quotes(*marks)


def _limit(table: Fields, key: str, most: int) -> int | None:
    return int(table.number(key, 1, 1, most)) if key in table else None
