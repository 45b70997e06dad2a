"""A press release that may go out, and ways to spoil it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tilshi.checking.engine import check
from tilshi.checking.findings import Finding
from tilshi.checking.gate.obstacles import Obstacle
from tilshi.checking.gate.passing import gate
from tilshi.checking.house import house_style
from tilshi.layout import template
from tilshi.layout.profile import Boilerplate, Profile
from tilshi.release import Block, Capacity, Localised, Release, Role, Segment, State, Target, Text
from tilshi.release import operations as op

NOW = dt.datetime(2026, 4, 21, 8, 0, tzinfo=dt.UTC)
WHEN = "2026-04-21T08:00:00Z"
WHO = "Jane Example"

RELIEF = Profile(
    name="relief",
    names=Localised((("en", "Example Relief"), ("kk", "Мысал көмек ұйымы"))),
    acronyms=Localised((("en", "ER"), ("kk", "МКҰ"))),
    boilerplate=Boilerplate(
        Localised((("en", "ER helps people in need."), ("kk", "МКҰ мұқтаж жандарға көмектеседі."))), "2026-01"
    ),
)

PARTS: tuple[tuple[Role, str, str], ...] = (
    (
        Role.EMBARGO,
        "EMBARGOED until 10:00 GMT, 21 April 2026",
        "ЭМБАРГО: 2026 жылғы 21 сәуір, Гринвич уақыты бойынша сағат 10:00-ге дейін жариялауға болмайды",
    ),
    (Role.KICKER, "ER Press Release", "МКҰ Баспасөз хабарламасы"),
    (Role.DATE, "21 April 2026", "2026 жылғы 21 сәуір"),
    (Role.HEADLINE, "Examplia: hospitals need water", "Мысалия: ауруханаларға су керек"),
    (
        Role.LEAD,
        "Port-Example (ER) – Two hospitals have had no water since Monday.",
        "Порт-Мысал (МКҰ) – Дүйсенбіден бері екі ауруханада су жоқ.",
    ),
    (Role.BODY, "Our teams bring water every day.", "Біздің топтар күн сайын су жеткізеді."),
    (
        Role.QUOTE,
        "“People are waiting for water,” said Jane Example, who leads our work in Examplia.",
        "«Адамдар су күтіп отыр», – деді Мысалиядағы жұмысымызды басқаратын Джейн Экзампл.",
    ),
    (Role.BOILERPLATE, "ER helps people in need.", "МКҰ мұқтаж жандарға көмектеседі."),
    (
        Role.CONTACT_INTRO,
        "For further information, please contact:",
        "Қосымша ақпарат алу үшін төмендегі байланыс деректері арқылы хабарласыңыз:",
    ),
    (Role.CONTACT_NAME, "Jane Example, Press office", "Джейн Экзампл, Баспасөз қызметі"),
    (Role.CONTACT_EMAIL, "Email: press@example.org", "Эл. пошта: press@example.org"),
)


def id_of(role: Role) -> str:
    """The id of the part of that role in `ready`, and of its segment."""
    return role.value


def ready() -> Release:
    """A release in English and Kazakh whose Kazakh version may go out."""
    blocks = tuple(
        Block(id_of(role), role, (Segment(id_of(role), Text(english), (("kk", Target(Text(kazakh))),)),))
        for role, english, kazakh in PARTS
    )
    release = Release("example", "en", ("kk",), blocks=blocks)
    for role, _english, _kazakh in PARTS:
        release = approve(release, role)
    return release


def approve(release: Release, role: Role, capacity: Capacity = Capacity.REVIEWER) -> Release:
    """The release with the part of that role approved in Kazakh."""
    return op.approve(release, id_of(role), "kk", State.REVIEWED, capacity, WHO, WHEN).apply(release)


def written(release: Release, role: Role, text: str, language: str = "kk") -> Release:
    """The release with another text in a part, approved anew."""
    if language == release.source_language:
        return op.write_source(release, id_of(role), text).apply(release)
    release = op.write_target(release, id_of(role), language, text).apply(release)
    return approve(release, role) if text else release


def without(release: Release, role: Role) -> Release:
    """The release without the part of that role."""
    return op.remove_block(release, id_of(role)).apply(release)


def obstacles(
    release: Release,
    language: str = "kk",
    profile: Profile = RELIEF,
    findings: Iterable[Finding] | None = None,
    now: dt.datetime = NOW,
) -> tuple[Obstacle, ...]:
    """What the gate says, with the findings of the rules."""
    if findings is None:
        findings = check(release, language, house=house_style(language, profile.house))
    return gate(
        release, language, findings=findings, now=now, template=template.load(release.template), profile=profile
    )


def said(release: Release, language: str = "kk", **options: Any) -> list[tuple[str, str, str]]:
    """Requirement, severity and segment (or the missing part) of each obstacle."""
    found = obstacles(release, language, **options)
    return [(each.requirement, each.severity.value, each.segment or (each.role or "")) for each in found]


def only(release: Release, requirement: str, **options: Any) -> list[tuple[str, str]]:
    """Severity and place of the obstacles of one requirement, without looking for findings."""
    found = said(release, findings=(), **options)
    return [(severity, place) for name, severity, place in found if name == requirement]


def house(**choices: Any) -> Profile:
    """The organisation with other choices of its house."""
    return replace(RELIEF, house=replace(RELIEF.house, **choices))
