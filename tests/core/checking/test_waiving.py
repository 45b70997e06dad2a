"""Findings that are let stand: with a reason, for the text as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.checking.engine import check
from tilshi.checking.findings import Finding, Severity, Side, message
from tilshi.checking.waiving import NoReason, fingerprint, lapsed, unwaived, waived, waiver_for
from tilshi.release import Block, Release, Role, Segment, Target, Text, UnknownSegment
from tilshi.release import operations as op

WHEN = "2026-03-06T09:00:00Z"


def release(*pairs: tuple[str, str]) -> Release:
    segments = tuple(
        Segment(f"s{number}", Text(source), (("kk", Target(Text(target))),))
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Release("r", "en", ("kk",), blocks=(Block("p1", Role.BODY, segments),))


TWO = release(("31 people", "13 адам"), ("a b", "ә - б"))


def waive(draft: Release, rule: str, reason: str = "agreed with the desk") -> Release:
    found = next(finding for finding in check(draft, "kk") if finding.rule == rule)
    return waiver_for(draft, found, reason, "Jane Example", WHEN).apply(draft)


def rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_waived_finding_is_told_from_the_others() -> None:
    draft = waive(TWO, "num.value", "  the count\nwas corrected ")
    findings = check(draft, "kk")
    assert rules(unwaived(draft, findings)) == ["dash.style"]
    [(finding, waiver)] = waived(draft, findings)
    assert finding.rule == "num.value"
    assert (waiver.reason, waiver.by, waiver.at) == ("the count was corrected", "Jane Example", WHEN)
    assert lapsed(draft, "kk", findings) == ()


@pytest.mark.parametrize("reason", ["", "  ", "\n\t"])
def test_a_waiver_needs_a_reason(reason: str) -> None:
    with pytest.raises(NoReason, match="why"):
        waive(TWO, "num.value", reason)


def test_waiving_is_undone_like_any_edit() -> None:
    edit = waiver_for(TWO, check(TWO, "kk")[0], "agreed", "", WHEN)
    assert edit.inverse().apply(edit.apply(TWO)) == TWO


def test_a_waiver_lapses_when_the_text_changes() -> None:
    draft = waive(TWO, "num.value")
    later = op.write_target(draft, "s1", "kk", "13 адам!").apply(draft)
    findings = check(later, "kk")
    assert rules(unwaived(later, findings)) == ["num.value", "dash.style"]
    assert lapsed(later, "kk", findings) == draft.waivers


def test_a_rule_over_pairs_is_bound_to_the_source_too() -> None:
    draft = waive(waive(TWO, "num.value"), "dash.style")
    for segment in ("s1", "s2"):
        text = draft.text(segment, "en").string
        draft = op.write_source(draft, segment, f"{text}!").apply(draft)
    assert rules(unwaived(draft, check(draft, "kk"))) == ["num.value"]


def test_another_edit_leaves_a_waiver_alone() -> None:
    draft = waive(TWO, "num.value")
    later = op.write_target(draft, "s2", "kk", "ә – б").apply(draft)
    assert unwaived(later, check(later, "kk")) == ()


def test_two_findings_of_one_rule_are_waived_one_by_one() -> None:
    draft = release(("31 and 52", "13 және 25"))
    first, second = check(draft, "kk")
    assert first.rule == second.rule == "num.value"
    waived_one = waiver_for(draft, first, "agreed", "", WHEN).apply(draft)
    assert unwaived(waived_one, check(waived_one, "kk")) == (second,)


def test_a_finding_of_a_segment_that_has_gone_is_no_waived_one() -> None:
    draft = waive(TWO, "num.value")
    findings = check(draft, "kk")
    emptied = draft.with_blocks(())
    assert unwaived(emptied, findings) == findings
    assert lapsed(emptied, "kk", findings) == draft.waivers
    with pytest.raises(UnknownSegment):
        fingerprint(emptied, findings[0])


def test_a_finding_about_the_whole_release_is_bound_to_what_it_says() -> None:
    whole = Finding("contact.office", Severity.WARNING, "kk", "", Side.TARGET, 0, 0, message("{a}", a="1"))
    draft = waiver_for(TWO, whole, "agreed", "", WHEN).apply(TWO)
    assert unwaived(draft, [whole, replace(whole, message=message("{a}", a="2"))]) == (
        replace(whole, message=message("{a}", a="2")),
    )


@given(st.text(max_size=8), st.text(max_size=8), st.text(max_size=8), st.text(max_size=8))
def test_fingerprints_differ_where_texts_differ(source: str, target: str, other: str, another: str) -> None:
    spot = Finding("num.value", Severity.ERROR, "kk", "s1", Side.TARGET, 0, 0, message("x"))
    one, two = (fingerprint(release(pair), spot) for pair in ((source, target), (other, another)))
    assert (one == two) == ((source, target) == (other, another))
