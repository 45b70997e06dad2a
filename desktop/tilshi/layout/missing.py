"""What a release still lacks in a language before its page is whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tilshi.i18n import _
from tilshi.language.addresses import spans
from tilshi.layout.compose import supplied_roles
from tilshi.layout.edition import ADDRESSED, Edition
from tilshi.layout.profile import NEUTRAL, Profile
from tilshi.layout.template import Part, Template
from tilshi.release.model import Block, Release
from tilshi.release.roles import Role


class Lack(StrEnum):
    """Why something is missing on the page."""

    ABSENT = "absent"
    """The template requires the part, and the release has none (or too few)."""
    UNTRANSLATED = "untranslated"
    """The part is there, but not in this language."""


@dataclass(frozen=True, slots=True)
class MissingPart:
    """One thing missing; `segments` are the ids to be translated, `kind` the label that is wanted (`when`).

    `alternatives` are further roles, any of which would do.
    """

    role: Role
    lack: Lack
    required: bool = True
    segments: tuple[str, ...] = ()
    kind: str = ""
    alternatives: tuple[Role, ...] = ()

    def message(self) -> str:
        """One line for the user, in the interface language; roles by their names in files."""
        if self.role is Role.PICTURE and self.lack is Lack.ABSENT:
            return _("A picture has no alternative text; say in a sentence what it shows.")
        if self.lack is Lack.UNTRANSLATED:
            return _("The part “{role}” is not translated.").format(role=self.role.value)
        if self.alternatives:
            roles = ", ".join(role.value for role in (self.role, *self.alternatives))
            return _("One of these parts is needed: {roles}.").format(roles=roles)
        if self.kind:
            return _("The part “{role}” with the label “{kind}” is missing.").format(
                role=self.role.value, kind=self.kind
            )
        return _("The part “{role}” is missing.").format(role=self.role.value)


def missing_parts(
    release: Release, template: Template, language: str, profile: Profile = NEUTRAL
) -> tuple[MissingPart, ...]:
    """Everything that keeps the page in `language` from being whole: untranslated parts, then absent or empty ones.

    What the template, the organisation or the source can supply for certain (fixed sentences, dates, addresses, contact
    cards) is not missing.
    """
    edition = Edition(release, template, profile, language)
    return (*_untranslated(edition), *_absent(edition))


def _untranslated(edition: Edition) -> Iterator[MissingPart]:
    # A page with a picture nobody can read of is not whole.
    required = {part.role for part in edition.template.parts if part.required} | {Role.PICTURE}
    for block in edition.release.blocks:
        line = edition.line(block)
        shown = line.segments if line and line.text.string else ()
        blank = tuple(
            segment.id for segment in block.segments if segment.id not in shown and segment.source.string.strip()
        )
        if blank:
            yield MissingPart(block.role, Lack.UNTRANSLATED, block.role in required, blank)
        elif block.role is Role.PICTURE and line and not line.text.string:
            yield MissingPart(block.role, Lack.ABSENT, segments=line.segments)


def _absent(edition: Edition) -> Iterator[MissingPart]:
    counts: dict[Role, int] = dict.fromkeys(supplied_roles(edition), 1)
    for block in edition.release.blocks:
        counts[block.role] = counts.get(block.role, 0) + _has_content(edition, block)
    for part in edition.template.parts:
        if (part.required and not counts.get(part.role)) or (
            part.per and counts.get(part.role, 0) < counts.get(part.per, 0)
        ):
            yield MissingPart(part.role, Lack.ABSENT)
        if part.kinds and counts.get(part.role):
            yield from _absent_kinds(edition, part)
    for group in edition.template.one_of:
        if not any(counts.get(role) for role in group):
            yield MissingPart(group[0], Lack.ABSENT, alternatives=group[1:])


def _has_content(edition: Edition, block: Block) -> bool:
    """Whether more than white space is in the part, or more than its label where it is one of an address."""
    line = edition.line(block)
    texts = [segment.source.string for segment in block.segments] + ([line.text.string] if line else [])
    if kind := ADDRESSED.get(block.role):
        return any(address.kind is kind for text in texts for address in spans(text))
    return any(text.strip() for text in texts)


def _absent_kinds(edition: Edition, part: Part) -> Iterator[MissingPart]:
    """Labels that no such part begins with, in the source: what is there must be labelled before it is translated."""
    source = Edition(edition.release, edition.template, edition.profile, edition.release.source_language)
    texts = [
        source.text(block.segments[0]).string.strip().casefold()
        for block in edition.release.blocks
        if block.role is part.role and block.segments
    ]
    for kind in part.kinds:
        label = source.wording(kind).casefold()
        if label and not any(text.startswith(label) and text != label for text in texts):
            yield MissingPart(part.role, Lack.ABSENT, kind=kind)
