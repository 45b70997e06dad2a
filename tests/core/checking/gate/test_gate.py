"""The gate: what may pass, what blocks, and what is let through with a reason."""

from __future__ import annotations

import datetime as dt
import inspect
from dataclasses import replace

import pytest

from tests.core.checking.gate.drafts import (
    NOW,
    RELIEF,
    WHEN,
    WHO,
    id_of,
    obstacles,
    only,
    ready,
    said,
    without,
    written,
)
from tilshi.checking.findings import Finding, Severity, Side, message
from tilshi.checking.gate.obstacles import Requirement, Version
from tilshi.checking.gate.passing import UnknownRequirement, blocking, gate, overridden, override, publish
from tilshi.checking.gate.requirements import REQUIREMENTS
from tilshi.checking.waiving import NoReason, waiver_for
from tilshi.layout import template
from tilshi.release import Role
from tilshi.release import operations as op
from tilshi.release.digests import version_digest


@pytest.mark.parametrize("language", ["en", "kk"])
def test_a_good_release_passes(language: str) -> None:
    assert said(ready(), language) == []


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=lambda each: each.id)
def test_a_requirement_says_in_its_first_line_what_it_is(requirement: Requirement) -> None:
    assert (inspect.getdoc(requirement.look) or "").splitlines()[0] == f"{requirement.title}."


def test_requirements_have_names_of_their_own() -> None:
    assert len({each.id for each in REQUIREMENTS}) == len(REQUIREMENTS)


def test_obstacles_lead_to_their_place_in_the_text() -> None:
    draft = written(ready(), Role.DATE, "жақында")
    [obstacle] = [each for each in obstacles(draft, findings=()) if each.requirement == "date"]
    assert (obstacle.segment, obstacle.side, obstacle.start, obstacle.end) == ("date", Side.TARGET, 0, 7)
    assert str(obstacle.message) == "This is no date of the calendar."


def test_a_language_the_release_is_not_in_and_a_moment_without_zone_are_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        obstacles(ready(), "fr", findings=())
    with pytest.raises(ValueError, match="kk"):
        obstacles(ready(), findings=(), now=dt.datetime(2026, 4, 21))  # noqa: DTZ001  # that is the mistake


def test_a_requirement_that_breaks_down_does_not_take_the_others_with_it() -> None:
    def broken(_version: Version) -> list[object]:
        raise ZeroDivisionError

    bad = Requirement("broken", Severity.ERROR, "x", broken)  # type: ignore[arg-type]  # it never answers
    found = gate(
        without(ready(), Role.HEADLINE),
        "kk",
        findings=(),
        now=NOW,
        template=template.load("press-release"),
        profile=RELIEF,
        requirements=(bad, *REQUIREMENTS),
    )
    assert [each.requirement for each in found] == ["broken", "parts"]
    assert "“broken”" in str(found[0].message)


def error(rule: str = "num.value") -> Finding:
    return Finding(rule, Severity.ERROR, "kk", "body", Side.TARGET, 0, 5, message("Wrong."))


def test_an_error_blocks_until_it_is_waived() -> None:
    draft = ready()
    assert only(draft, "findings") == []
    warning = replace(error(), severity=Severity.WARNING)
    assert [each.requirement for each in obstacles(draft, findings=[error(), warning])] == ["findings"]
    waived = waiver_for(draft, error(), "agreed", WHO, WHEN).apply(draft)
    assert obstacles(waived, findings=[error(), warning]) == ()


def test_warnings_and_notes_do_not_block() -> None:
    draft = written(ready(), Role.HEADLINE, "а" * 130)
    found = obstacles(draft, findings=())
    assert [(each.requirement, each.severity) for each in found] == [("headline", Severity.WARNING)]
    assert blocking(draft, found) == ()


def test_an_obstacle_is_let_through_with_a_reason() -> None:
    draft = written(ready(), Role.DATE, "жақында")
    [found] = obstacles(draft, findings=())
    assert blocking(draft, [found]) == (found,)
    passed = override(draft, "kk", "date", "  agreed with\nthe desk ", WHO, WHEN).apply(draft)
    assert blocking(passed, [found]) == ()
    granted = overridden(passed, "kk", "date")
    assert granted is not None
    assert (granted.reason, granted.by, granted.at) == ("agreed with the desk", WHO, WHEN)
    assert overridden(passed, "kk", "embargo") is None
    assert overridden(passed, "en", "date") is None


def test_an_override_needs_a_reason_and_a_requirement() -> None:
    with pytest.raises(NoReason, match="why"):
        override(ready(), "kk", "date", " ", WHO, WHEN)
    with pytest.raises(UnknownRequirement, match=r"“dates”; they are: parts, revision"):
        override(ready(), "kk", "dates", "agreed", WHO, WHEN)


@pytest.mark.parametrize("language", ["kk", "en"])
def test_an_override_lapses_when_the_text_changes(language: str) -> None:
    draft = ready()
    passed = override(draft, "kk", "date", "agreed", WHO, WHEN).apply(draft)
    later = written(passed, Role.BODY, "Changed.", language)
    assert overridden(passed, "kk", "date") is not None
    assert overridden(later, "kk", "date") is None
    back = written(later, Role.BODY, passed.text(id_of(Role.BODY), language).string, language)
    assert overridden(back, "kk", "date") is not None


def test_a_publication_is_recorded_with_the_digest_of_its_text() -> None:
    draft = ready()
    out = publish(draft, "kk", WHO, WHEN).apply(draft)
    [publication] = out.publications
    assert (publication.language, publication.by, publication.at) == ("kk", WHO, WHEN)
    assert publication.digest == version_digest(draft, "kk")
    assert said(out) == []


def test_what_was_published_and_changed_says_so() -> None:
    out = publish(ready(), "kk", WHO, WHEN).apply(ready())
    changed = written(out, Role.BODY, "Біздің топтар апта сайын су жеткізеді.")
    assert only(changed, "correction") == [("error", Role.CORRECTION)]
    assert only(changed, "correction", language="en") == []
    added = op.insert_block(changed, 0, Role.CORRECTION, "Corrected version").apply(changed)
    segment = added.blocks[0].segments[0].id
    assert only(added, "correction") == [("error", Role.CORRECTION)]
    translated = op.write_target(added, segment, "kk", "Түзетілген нұсқа").apply(added)
    assert only(translated, "correction") == []
    again = publish(translated, "kk", WHO, WHEN).apply(translated)
    assert only(again, "correction") == []
