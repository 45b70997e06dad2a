"""Quotations keep the words that were approved."""

from __future__ import annotations

import pytest

from tilshi.checking.engine import check, recheck
from tilshi.checking.findings import Finding, Severity, fixing
from tilshi.checking.verbatim import QUOTE_VERBATIM
from tilshi.release import Block, Capacity, Release, Role, Segment, State, Target, Text
from tilshi.release import operations as op

SOURCE = "“We need water, food and medicine today,” said Jane Example on Friday."
APPROVED = "«Бізге бүгін су, азық-түлік және дәрі керек», – деді жұма күні Джейн Экзампл."
RULES = (QUOTE_VERBATIM,)


def approved(text: str = APPROVED) -> Release:
    segment = Segment("s1", Text(SOURCE), (("kk", Target(Text(text), State.TRANSLATED)),))
    release = Release("r", "en", ("kk",), blocks=(Block("p1", Role.QUOTE, (segment,)),))
    at = "2026-03-06T09:00:00Z"
    return op.approve(release, "s1", "kk", State.REVIEWED, Capacity.REVIEWER, "Sam Dummy", at).apply(release)


def found(text: str, release: Release | None = None) -> tuple[Release, tuple[Finding, ...]]:
    before = release or approved()
    after = op.write_target(before, "s1", "kk", text).apply(before)
    return after, check(after, "kk", RULES)


@pytest.mark.parametrize(
    ("now", "marked"),
    [
        (APPROVED.replace("бүгін", "ертең"), "ертең"),
        (APPROVED.replace("су, азық-түлік және дәрі", "дәрі"), "дәрі"),
        (APPROVED.replace(" бүгін", ""), "су"),
        (APPROVED.replace("керек»", "өте керек»"), "өте"),
    ],
)
def test_other_words_are_marked_and_the_approved_ones_offered(now: str, marked: str) -> None:
    after, (finding,) = found(now)
    assert (finding.rule, finding.severity) == ("quote.verbatim", Severity.ERROR)
    assert now[finding.start : finding.end] == marked
    assert "Sam Dummy" in str(finding.message)
    assert fixing(after, finding, finding.fixes[0]).apply(after).text("s1", "kk").string == APPROVED


@pytest.mark.parametrize(
    "now",
    [
        APPROVED,
        APPROVED.replace("жұма күні ", ""),
        APPROVED.replace("«", "“").replace("»", "”"),
        APPROVED.replace("бүгін су", "бүгін  су"),
    ],
)
def test_what_stands_around_may_change_and_so_may_marks(now: str) -> None:
    assert found(now)[1] == ()


def test_a_quotation_that_is_gone_is_missed() -> None:
    now = "Джейн Экзампл су керек екенін айтты."
    (finding,) = found(now)[1]
    assert (finding.start, finding.end, finding.fixes) == (0, len(now), ())


def test_without_an_approval_nothing_is_verbatim() -> None:
    segment = Segment("s1", Text(SOURCE), (("kk", Target(Text(APPROVED))),))
    release = Release("r", "en", ("kk",), blocks=(Block("p1", Role.QUOTE, (segment,)),))
    assert found(APPROVED.replace("бүгін", "ертең"), release)[1] == ()


def test_the_newest_approval_counts() -> None:
    now = APPROVED.replace("бүгін", "ертең")
    after, _findings = found(now)
    at = "2026-03-07T09:00:00Z"
    again = op.approve(after, "s1", "kk", State.FINAL, Capacity.APPROVER, "Alex Placeholder", at).apply(after)
    assert check(again, "kk", RULES) == ()
    checked = recheck(after, "kk", None, RULES)
    assert recheck(again, "kk", checked, RULES).findings == ()
    assert found(APPROVED, again)[1][0].rule == "quote.verbatim"
