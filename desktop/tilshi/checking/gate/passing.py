"""Whether a version may be final: every requirement asked, and what was let through with a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from tilshi.checking.findings import Finding, Severity, Side, message
from tilshi.checking.gate.obstacles import Hindrance, Obstacle, Requirement, Version
from tilshi.checking.gate.requirements import REQUIREMENTS
from tilshi.checking.waiving import stated, unwaived
from tilshi.i18n import N_, _
from tilshi.layout.edition import Edition
from tilshi.layout.profile import Profile
from tilshi.layout.template import Template
from tilshi.release import Edit, Override, Publication, Release, Text
from tilshi.release import operations as op
from tilshi.release.digests import text_digest, version_digest


class UnknownRequirement(ValueError):
    """There is no requirement of that name."""


def gate(  # noqa: PLR0913  # the release, and what it is held to
    release: Release,
    language: str,
    *,
    findings: Iterable[Finding],
    now: dt.datetime,
    template: Template,
    profile: Profile,
    requirements: Sequence[Requirement] = REQUIREMENTS,
) -> tuple[Obstacle, ...]:
    """Everything that speaks against publishing a version, overridden or not; errors keep it from being final.

    `findings` are those of `check` in that language, waived ones among them; `now` needs a time zone.

    Raises:
        ValueError: the release is not in that language, or `now` has no time zone.
    """
    if language not in release.languages or now.tzinfo is None:
        raise ValueError(language, now)
    version = Version(Edition(release, template, profile, language), unwaived(release, findings), now)
    return tuple(obstacle for requirement in requirements for obstacle in _asked(requirement, version))


def blocking(release: Release, obstacles: Iterable[Obstacle]) -> tuple[Obstacle, ...]:
    """The obstacles that keep a version from being final: errors that nobody has overridden."""
    return tuple(
        obstacle
        for obstacle in obstacles
        if obstacle.severity is Severity.ERROR and overridden(release, obstacle.language, obstacle.requirement) is None
    )


def overridden(release: Release, language: str, requirement: str) -> Override | None:
    """The word by which a requirement was let through; None where there is none for the texts as they are now."""
    known = [each for each in release.overrides if (each.language, each.requirement) == (language, requirement)]
    return next((each for each in known if each.digest == seal(release, language)), None)


def override(release: Release, language: str, requirement: str, reason: str, by: str, at: str) -> Edit:  # noqa: PLR0913, PLR0917  # who, why, when
    """The edit that lets a requirement through for the texts as they are now; `at` is ISO 8601 in UTC.

    Raises:
        NoReason: the reason is empty.
        UnknownRequirement: there is none of that name.
    """
    names = [each.id for each in REQUIREMENTS]
    if requirement not in names:
        told = _("There is no requirement “{name}”; they are: {names}.")
        raise UnknownRequirement(told.format(name=requirement, names=", ".join(names)))
    granted = Override(language, requirement, seal(release, language), stated(reason), by, at)
    return op.override(release, granted)


def publish(release: Release, language: str, by: str, at: str) -> Edit:
    """The edit that records that a version went out as it is now."""
    return op.record_publication(release, Publication(language, version_digest(release, language), by, at))


def seal(release: Release, language: str) -> str:
    """The digest an override is bound to: of the version, and of the source it was made from."""
    own = version_digest(release, language)
    if language == release.source_language:
        return own
    return text_digest(Text(f"{own} {version_digest(release, release.source_language)}"))


def _asked(requirement: Requirement, version: Version) -> Iterator[Obstacle]:
    """What a requirement answers, or that it broke down: whatever it does, the others are asked."""
    try:
        hindrances = list(requirement.look(version))
    except Exception as error:  # noqa: BLE001  # as with rules, it may break in any way
        broken = N_("The check “{rule}” broke down here and says nothing ({error}).")
        hindrances = [Hindrance(message(broken, rule=requirement.id, error=type(error).__name__))]
    usual = Side.TARGET if version.is_translation else Side.SOURCE
    for each in hindrances:
        yield Obstacle(
            requirement.id,
            each.severity or requirement.severity,
            version.language,
            each.message,
            each.segment,
            each.side or usual,
            each.start,
            each.end,
            each.role,
        )
