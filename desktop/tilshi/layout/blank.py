"""A new release: the parts its template wants, with everything in place that is known before a word is written."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from tilshi.language.dates import format_date
from tilshi.layout.edition import Edition
from tilshi.layout.profile import Profile, own_form
from tilshi.layout.template import Part, Template
from tilshi.layout.wording import filled
from tilshi.release.approvals import State
from tilshi.release.model import Block, Release, Segment, Target
from tilshi.release.roles import Role
from tilshi.release.text import Text

_WANTED = frozenset({Role.CONTACT_PHONE, Role.CONTACT_EMAIL})
"""Parts that no template requires one by one, but every release has."""


def blank_release(
    template: Template, profile: Profile, languages: tuple[str, ...], date: dt.date, place: str = ""
) -> Release:
    """A release to be written in `languages[0]` and translated into the others.

    Kicker, date, labels and fixed sentences are there in each language that has them; a `place` begins the lead with
    its dateline. The organisation's cards are not copied: the page shows them while the release has none of its own.

    Raises:
        ValueError: no language is named, or one twice.
    """
    if not languages or len(set(languages)) < len(languages):
        raise ValueError(f"languages must be named, each once, not {languages}")
    empty = Release(template.name, languages[0], languages[1:], template.name)
    editions = {language: Edition(empty, template, profile, language) for language in languages}
    blocks = []
    for number, (part, kind) in enumerate(_wanted(template, profile), 1):
        texts = {
            language: format_date(date, language) if part.role is Role.DATE else _known(part, kind, edition)
            for language, edition in editions.items()
        }
        if part.role is Role.LEAD and place:
            texts[languages[0]] = filled(editions[languages[0]].wording("dateline"), place=place)
        blocks.append(_block(f"p{number}", part.role, texts, languages))
    return empty.with_blocks(tuple(blocks))


def _wanted(template: Template, profile: Profile) -> Iterator[tuple[Part, str]]:
    """The parts to begin with, one for each label where a part has several."""
    for part in template.parts:
        if part.role.is_contact and profile.contacts:
            continue
        if part.required or part.role in _WANTED or (part.role is Role.WEBSITE and profile.website.forms):
            yield from ((part, kind) for kind in part.kinds or ("",))


def _known(part: Part, kind: str, edition: Edition) -> str:
    wording = edition.wording(kind or part.fixed)
    if part.role is Role.WEBSITE:
        sites = edition.profile.website
        address = own_form(sites, edition.language) or own_form(sites, "en")
        return filled(wording, url=address) if address else ""
    if "{" in wording:
        return ""
    # A label is followed by what it announces.
    return f"{wording} " if wording and (kind or part.role in _WANTED) else wording


def _block(name: str, role: Role, texts: dict[str, str], languages: tuple[str, ...]) -> Block:
    targets = tuple(
        (language, Target(Text(texts[language]), State.TRANSLATED)) for language in languages[1:] if texts[language]
    )
    return Block(name, role, (Segment(name, Text(texts[languages[0]]), targets),))
