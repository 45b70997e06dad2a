"""The engine: every rule over every segment, once; and nothing a rule does stops the others."""

from __future__ import annotations

import inspect
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import FAILED, check, recheck
from tilshi.checking.findings import Finding, Severity, Side, Spot, fixing, message
from tilshi.checking.house import house_style
from tilshi.checking.passages import Line, Passage
from tilshi.checking.rules import Entry, Frame, PairRule, ReleaseRule, Said, TextRule
from tilshi.release import Block, Mark, MarkKind, Release, Role, Segment, StaleEdit, State, Target, Text
from tilshi.release import operations as op


def release(*pairs: tuple[str, str], role: Role = Role.BODY) -> Release:
    """A release with one segment for each pair of source and Kazakh translation: s1, s2, …"""
    segments = tuple(
        Segment(f"s{number}", Text(source), (("kk", Target(Text(target), State.TRANSLATED)),))
        for number, (source, target) in enumerate(pairs, 1)
    )
    return Release("r", "en", ("kk",), blocks=(Block("p1", role, segments),))


def summary(findings: tuple[Finding, ...]) -> list[tuple[str, str, int, int]]:
    return [(finding.segment, finding.rule, finding.start, finding.end) for finding in findings]


PAIRS = (("31 people", "13 адам"), ("a  b", "ә - б"), ("c", ""))


def test_findings_come_in_reading_order_with_place_and_severity() -> None:
    findings = check(release(*PAIRS), "kk")
    assert summary(findings) == [
        ("s1", "num.value", 0, 2),
        ("s2", "dash.style", 2, 3),
        ("s3", "seg.empty", 0, 0),
    ]
    assert [finding.severity for finding in findings] == [Severity.ERROR, Severity.WARNING, Severity.ERROR]
    assert {(finding.language, finding.side) for finding in findings} == {("kk", Side.TARGET)}


def test_the_source_is_checked_for_itself() -> None:
    findings = check(release(*PAIRS), "en")
    assert [(finding.segment, finding.rule, finding.side) for finding in findings] == [
        ("s2", "sp.double", Side.SOURCE),
    ]


def test_a_language_the_release_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        check(release(*PAIRS), "fr")


def test_untranslatable_text_is_no_prose() -> None:
    text = Text("код Kомитет - 7", (Mark(4, 15, MarkKind.UNTRANSLATABLE),))
    segment = Segment("s1", Text("code"), (("kk", Target(text)),))
    assert check(Release("r", "en", ("kk",), blocks=(Block("p", Role.BODY, (segment,)),)), "kk") == ()


def _breaks(read: Passage) -> Iterator[Spot]:
    """Breaks down."""
    yield Spot(0, 1, message("seen before"))
    raise KeyError(read.text.string)


BROKEN = TextRule("test.broken", Severity.ERROR, "Breaks down", _breaks)


def test_a_rule_that_raises_is_a_finding_and_stops_nobody() -> None:
    findings = check(release(("31 people", "13 адам")), "kk", (BROKEN, *RULES))
    assert summary(findings) == [("s1", FAILED, 0, 0), ("s1", "num.value", 0, 2)]
    assert findings[0].severity is Severity.WARNING
    assert "test.broken" in str(findings[0].message)
    assert "адам" not in str(findings[0].message)


def test_only_changed_segments_are_read_again() -> None:
    asked: list[str] = []

    def listening(source: Passage, target: Passage) -> Iterator[Spot]:
        """Notes what it is asked."""
        asked.append(f"{source.role}: {target.text.string}")
        yield Spot(0, 0, message("heard"))

    rules = (PairRule("test.listening", Severity.NOTE, "Notes what it is asked", listening),)
    before = release(*PAIRS)
    first = recheck(before, "kk", None, rules)
    assert asked == ["body: 13 адам", "body: ә - б", "body: "]
    asked.clear()
    after = op.write_target(before, "s2", "kk", "ә – б").apply(before)
    second = recheck(after, "kk", first, rules)
    assert asked == ["body: ә – б"]
    assert second.findings == check(after, "kk", rules)
    asked.clear()
    recheck(op.set_role(after, "p1", Role.QUOTE).apply(after), "kk", second, rules)
    assert asked == ["quote: 13 адам", "quote: ә – б", "quote: "]
    asked.clear()
    recheck(after, "kk", second, (*rules, BROKEN))
    assert len(asked) == 3


def test_what_was_parsed_of_a_text_is_kept_with_it() -> None:
    asked: list[str] = []

    def words(read: Passage) -> list[str]:
        asked.append(read.text.string)
        return read.prose.split()

    def counts(source: Passage, target: Passage) -> Iterator[Spot]:
        """Counts."""
        yield Spot(0, len(source.parsed(words)), message("source"))
        yield Spot(0, len(target.parsed(words)), message("target"))

    def all_words(line: Line, _frame: Frame) -> Said:
        yield "words", len(line.read.parsed(words))

    def count_again(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
        """Counts again."""
        yield Spot(0, sum(number for entry in entries for number in entry.facts), message("all"))

    rules = (
        PairRule("test.counts", Severity.NOTE, "Counts", counts),
        ReleaseRule("test.all", Severity.NOTE, "Counts again", all_words, count_again),
    )
    before = release(*PAIRS[:2])
    first = recheck(before, "kk", None, rules)
    assert asked == ["31 people", "13 адам", "a  b", "ә - б"]
    asked.clear()
    after = op.write_target(before, "s2", "kk", "ә – б – в").apply(before)
    assert [finding.end for finding in recheck(after, "kk", first, rules).findings] == [2, 2, 2, 5, 7]
    assert asked == ["ә – б – в"]


def test_rules_know_the_style_of_the_house() -> None:
    asked: list[int] = []

    def listening(read: Passage) -> Iterator[Spot]:
        """Notes the limit."""
        asked.append(read.house.longest_sentence)
        yield Spot(0, 0, message("heard"), severity=Severity.ERROR)

    rules = (TextRule("test.listening", Severity.NOTE, "Notes the limit", listening),)
    before = release(("a", "ә"))
    first = recheck(before, "kk", None, rules)
    assert [finding.severity for finding in first.findings] == [Severity.ERROR]
    stricter = replace(house_style("kk"), longest_sentence=20)
    recheck(before, "kk", first, rules, stricter)
    recheck(before, "kk", first, rules)
    assert asked == [30, 20]


def test_a_rule_over_the_release_names_its_segments() -> None:
    def lines(_line: Line, frame: Frame) -> Said:
        yield "lines", frame.language

    def first_and_none(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
        """Looks at everything."""
        yield Spot(0, 2, message("first"), segment=entries[0].line.segment)
        yield Spot(0, 0, message("none"))

    def breaks(_entries: tuple[Entry, ...], frame: Frame) -> Iterator[Spot]:
        """Breaks down."""
        raise ZeroDivisionError(frame.language)

    def breaks_once(line: Line, frame: Frame) -> Said:
        if line.segment == "s2":
            raise ZeroDivisionError(frame.language)
        yield "lines", frame.language

    rules = (
        ReleaseRule("test.whole", Severity.NOTE, "Looks at everything", lines, first_and_none),
        ReleaseRule("test.broken", Severity.NOTE, "Breaks down", lines, breaks),
        ReleaseRule("test.once", Severity.NOTE, "Looks at everything", breaks_once, first_and_none),
    )
    assert summary(check(release(*PAIRS), "kk", rules)) == [
        ("", "test.whole", 0, 0),
        ("s1", "test.whole", 0, 2),
        ("", FAILED, 0, 0),
        ("", "test.once", 0, 0),
        ("s1", "test.once", 0, 2),
        ("s2", FAILED, 0, 0),
    ]


def test_a_fix_is_an_edit_of_the_side_that_was_checked() -> None:
    before = release(("a  b", "ә - б"))
    (source,), (target,) = check(before, "en"), check(before, "kk")
    after = fixing(before, source, source.fixes[0]).apply(before)
    after = fixing(after, target, target.fixes[0]).apply(after)
    assert (after.text("s1", "en").string, after.text("s1", "kk").string) == ("a b", "ә – б")


def test_a_fix_for_a_text_that_shrank_is_stale() -> None:
    before = release(("ab", "ә - б"))
    (finding,) = check(before, "kk")
    shorter = op.write_target(before, "s1", "kk", "ә").apply(before)
    with pytest.raises(StaleEdit):
        fixing(shorter, finding, finding.fixes[0])


def test_every_rule_is_documented_under_its_title() -> None:
    for rule in RULES:
        asked = rule.judge if isinstance(rule, ReleaseRule) else rule.check
        first, *_rest = inspect.cleandoc(asked.__doc__ or "").splitlines()
        assert first == f"{rule.title}."
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_every_safe_fix_removes_its_finding() -> None:
    text = "Kомитет  -  бес елдің бірі, 10:00-16:30"
    before = release(("10:00–16:30", text))
    while findings := [f for f in check(before, "kk") if f.fixes and f.fixes[0].safe]:
        before = fixing(before, findings[0], findings[0].fixes[0]).apply(before)
    assert before.text("s1", "kk").string == "Комитет – бес елдің бірі, 10:00–16:30"
    assert check(before, "kk") == ()


@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk"])
def test_clean_releases_are_silent(shared: Path, language: str) -> None:
    alarms = []
    for path in sorted((shared / "samples").glob("R*.json")):
        if ".planted" not in path.name:
            parts = json.loads(path.read_text(encoding="utf-8"))["segments"]
            alarms += [(path.name, *found) for found in summary(check(_sample(parts, language), language))]
    assert alarms == []


def test_planted_numbers_are_found(shared: Path) -> None:
    planted = json.loads((shared / "samples" / "planted.json").read_text(encoding="utf-8"))["errors"]
    for error in planted:
        if error["category"] not in {
            "number_mismatch",
            "unit_mismatch",
            "homoglyph",
            "hyphen_for_dash",
            "double_space",
        }:
            continue
        name = error["file"].replace(".json", ".planted.json")
        parts = json.loads((shared / "samples" / name).read_text(encoding="utf-8"))["segments"]
        assert any(
            finding.segment == error["segment"] and finding.start < error["end"] and error["start"] < finding.end
            for finding in check(_sample(parts, error["lang"]), error["lang"])
        ), error


def _sample(parts: list[dict[str, str]], language: str) -> Release:
    targets = () if language == "en" else (language,)
    blocks = tuple(
        Block(
            part["id"],
            Role(part["role"]),
            (Segment(part["id"], Text(part["en"]), tuple((code, Target(Text(part[code]))) for code in targets)),),
        )
        for part in parts
    )
    return Release("sample", "en", targets, blocks=blocks)
