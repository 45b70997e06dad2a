"""Rules that a release has switched off."""

from __future__ import annotations

from tilshi.checking.engine import check, recheck
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.release import operations as op


def release() -> Release:
    segments = (
        Segment("s1", Text("31 people"), (("kk", Target(Text("13 адам"))),)),
        Segment("s2", Text("a b"), (("kk", Target(Text("ә - б"))),)),
    )
    return Release("r", "en", ("kk",), blocks=(Block("p1", Role.BODY, segments),))


def rules(draft: Release) -> list[str]:
    return [finding.rule for finding in check(draft, "kk")]


def test_a_rule_that_is_switched_off_is_not_asked() -> None:
    draft = release()
    assert rules(draft) == ["num.value", "dash.style"]
    quiet = op.switch_rule(draft, "dash.style", on=False).apply(draft)
    assert rules(quiet) == ["num.value"]
    assert rules(op.switch_rule(quiet, "dash.style", on=True).apply(quiet)) == ["num.value", "dash.style"]


def test_what_was_found_before_is_forgotten_when_a_rule_is_switched() -> None:
    draft = release()
    earlier = recheck(draft, "kk", None)
    quiet = op.switch_rule(draft, "num.value", on=False).apply(draft)
    later = recheck(quiet, "kk", earlier)
    assert [finding.rule for finding in later.findings] == ["dash.style"]
    assert [finding.rule for finding in recheck(draft, "kk", later).findings] == ["num.value", "dash.style"]


def test_an_unknown_name_switches_nothing_off() -> None:
    draft = op.switch_rule(release(), "no.such", on=False).apply(release())
    assert rules(draft) == ["num.value", "dash.style"]
