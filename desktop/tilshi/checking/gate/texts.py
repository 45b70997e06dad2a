"""Requirements over the headline and the lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, message
from tilshi.checking.gate.obstacles import Hindrance, Requirement, Version
from tilshi.i18n import N_
from tilshi.release import Role, Segment

_WORD: Final = re.compile(r"\w+(?:[-’'.,\u00a0\u202f]\w+)*")
_DASHES: Final = "-–—−"
_LOOKS_LIKE: Final = re.compile(
    rf"\s*(?P<place>[^\W\d_][^().:;«»“”\"]{{0,60}}?)\s*(?P<acronym>\([^()]{{1,40}}\))\s*(?P<dash>[{_DASHES}]?)"
)
_FORM: Final = re.compile(r"(?P<place>[^\W\d_][^():;«»“”\"]{0,60}?) (?:\([^()\s][^()]{0,40}\) )?[–—][ \u00a0]")


def headline(version: Version) -> Iterator[Hindrance]:
    """The headline is not longer than the house allows."""
    limit = version.house.longest_headline
    for block in version.blocks(Role.HEADLINE):
        for segment in block.segments:
            text = version.text(segment).string
            if len(text) > limit:
                said = message(
                    N_("The headline has {number} characters; at most {limit} are allowed."),
                    number=len(text),
                    limit=limit,
                )
                yield Hindrance(said, segment.id, limit, len(text))


def lead(version: Version) -> Iterator[Hindrance]:
    """The lead is not longer than the house allows."""
    limit = version.house.longest_lead
    for block in version.blocks(Role.LEAD):
        texts = [version.text(segment).string for segment in block.segments]
        number = sum(len(_WORD.findall(text)) for text in texts)
        if number > limit:
            said = message(N_("The lead has {number} words; {limit} or fewer read better."), number=number, limit=limit)
            yield Hindrance(said, block.segments[0].id, 0, len(texts[0]))


def dateline(version: Version) -> Iterator[Hindrance]:
    """The lead begins with a dateline in the house's form: the place, the organisation in brackets, a dash.

    Where the template does not demand one, only a dateline that is there, or that the source has, is looked at.
    """
    segment = _opening(version)
    if segment is None:
        return
    text = version.text(segment).string
    if not text.strip() or _is_well_formed(text, version):
        return
    found = _LOOKS_LIKE.match(text)
    in_source = version.is_translation and _FORM.match(segment.source.string) is not None
    # Without a dash it may as well be a name that is introduced with its acronym.
    if found and found["dash"]:
        said = message(N_("The dateline is not in the form “{form}”."), form=_form(version))
        yield Hindrance(said, segment.id, 0, found.end())
    elif version.edition.template.dateline or in_source:
        said = message(N_("The lead does not begin with a dateline in the form “{form}”."), form=_form(version))
        yield Hindrance(said, segment.id)


def _opening(version: Version) -> Segment | None:
    """The segment in which a dateline belongs: the first of the lead."""
    return next((segment for block in version.blocks(Role.LEAD) for segment in block.segments), None)


def _acronym(version: Version) -> str:
    return version.edition.organisation["acronym"]


def _form(version: Version) -> str:
    """The dateline as the template writes it, with a word for the place."""
    wording = version.edition.wording("dateline") or "{place} – "
    return wording.replace("{place}", "…").strip()


def _is_well_formed(text: str, version: Version) -> bool:
    found = _FORM.match(text)
    acronym = _acronym(version)
    return found is not None and (not acronym or re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", found[0]) is not None)


HEADLINE: Final = Requirement(
    "headline", Severity.WARNING, N_("The headline is not longer than the house allows"), headline
)
DATELINE: Final = Requirement(
    "dateline",
    Severity.ERROR,
    N_("The lead begins with a dateline in the house's form: the place, the organisation in brackets, a dash"),
    dateline,
)
LEAD: Final = Requirement("lead", Severity.NOTE, N_("The lead is not longer than the house allows"), lead)
