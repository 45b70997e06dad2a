"""Mistakes with terms, names and acronyms, planted in releases that are silent without them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.core.checking.termed import FAMILIES, LANGUAGES, MISTAKES, VISIT, Parts, Planted, release
from tilshi.checking.engine import check
from tilshi.checking.findings import Finding, Severity, Side, fixing
from tilshi.checking.terminological import TERMINOLOGICAL
from tilshi.drafts import open_draft
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.release import operations as op
from tilshi.terminology.glossary import Glossary

TRANSLATIONS = LANGUAGES[1:]
SAMPLES = sorted((Path(__file__).resolve().parents[3] / "assets" / "samples").glob("*.tilshi"))


def findings(of: Release, language: str, glossary: Glossary) -> tuple[Finding, ...]:
    return check(of, language, TERMINOLOGICAL, glossary=glossary)


def told(found: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.segment, finding.rule, str(finding.message)) for finding in found]


@pytest.mark.parametrize("parts", [FAMILIES, VISIT], ids=["families", "visit"])
@pytest.mark.parametrize("language", TRANSLATIONS)
def test_right_translations_are_silent(parts: Parts, language: str, glossary: Glossary) -> None:
    assert told(findings(release(parts), language, glossary)) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_of_the_program_are_silent(path: Path, glossary: Glossary) -> None:
    sample = open_draft(path).release
    assert [told(findings(sample, language, glossary)) for language in sample.languages] == [[]] * 4


def planted(error: Planted) -> tuple[Release, str, int]:
    """The release with the mistake, the right text of its segment, and where the mistake begins."""
    right = release(error.parts)
    segment = f"s{error.number}"
    text = right.text(segment, error.language).string
    at = text.index(error.right)
    wrong = text[:at] + error.wrong + text[at + len(error.right) :]
    return op.write_target(right, segment, error.language, wrong).apply(right), text, at


@pytest.mark.parametrize("error", MISTAKES, ids=lambda error: f"{error.rule}-{error.language}-{error.wrong}")
def test_a_planted_mistake_is_found_where_it_is(error: Planted, glossary: Glossary) -> None:
    broken, _text, at = planted(error)
    found = findings(broken, error.language, glossary)
    here = [finding for finding in found if finding.rule == error.rule and finding.segment == f"s{error.number}"]
    spans = [(finding.start, finding.end) for finding in here if finding.side is Side.TARGET]
    assert any(start <= at + len(error.wrong) and at <= end for start, end in spans), told(found)
    rules = {error.rule, "term.forbidden" if error.rule == "acr.intro" else error.rule}
    assert {finding.rule for finding in found} <= rules


REPAIRED = [error for error in MISTAKES if error.rule != "name.missing"]


@pytest.mark.parametrize("error", REPAIRED, ids=lambda error: f"{error.rule}-{error.language}-{error.wrong}")
def test_the_fix_has_the_form_of_the_mistake(error: Planted, glossary: Glossary) -> None:
    broken, text, at = planted(error)
    segment = f"s{error.number}"
    finding = next(
        finding
        for finding in findings(broken, error.language, glossary)
        if finding.rule == error.rule and finding.segment == segment and finding.end > at
    )
    mended = fixing(broken, finding, finding.fixes[0]).apply(broken)
    assert mended.text(segment, error.language).string == text.replace(*INSTEAD.get(error.wrong, ("", "")))


INSTEAD = {
    # French articles are the writer's.
    "L’ICRC": ("Le CICR", "L’CICR"),
}
"""Where the words around have to change too: the right ones, and those of the fix."""


def test_every_rule_of_names_and_terms_is_proved_on_a_release() -> None:
    proved = {error.rule for error in MISTAKES}
    assert proved == {
        "acr.intro",
        "acr.suffix",
        "acr.two",
        "name.missing",
        "name.mixed",
        "name.register",
        "term.forbidden",
        "term.missing",
    }


def test_without_a_glossary_only_what_needs_none_speaks(glossary: Glossary) -> None:
    broken, _text, _at = planted(next(error for error in MISTAKES if error.rule == "term.forbidden"))
    assert findings(broken, "kk", glossary) != ()
    assert check(broken, "kk", TERMINOLOGICAL) == ()


def test_findings_bring_their_evidence(glossary: Glossary) -> None:
    error = next(error for error in MISTAKES if error.wrong == "мигранттар")
    broken, _text, _at = planted(error)
    (finding,) = findings(broken, "kk", glossary)
    assert finding.evidence is not None
    assert broken.text(finding.segment, "en").string[slice(*finding.evidence)] == "refugees"


def test_errors_of_a_real_release_are_found(shared: Path, glossary: Glossary) -> None:
    parts = json.loads((shared / "samples" / "seed_aligned.json").read_text(encoding="utf-8"))["segments"]
    issues = json.loads((shared / "samples" / "seed_issues.json").read_text(encoding="utf-8"))["issues"]
    blocks = tuple(
        Block(
            part["id"],
            Role(part["role"]),
            (Segment(part["id"], Text(part["en"]), (("kk", Target(Text(part["kk"]))),)),),
        )
        for part in parts
    )
    found = findings(Release("seed", "en", ("kk",), blocks=blocks), "kk", glossary)
    places = {(finding.segment, finding.start, finding.end) for finding in found}
    for issue in issues:
        if issue["category"] in {"name_spelling", "wrong_acronym"}:
            assert (issue["segment"], issue["start"], issue["end"]) in places
    # All that is marked is among what a careful reader marks.
    listed = [(issue["segment"], issue["start"], issue["end"]) for issue in issues if issue["severity"] != "ok"]
    for segment, start, end in places:
        assert any(segment == other and start < last and first < end for other, first, last in listed)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_clean_releases_raise_no_alarm(shared: Path, language: str, glossary: Glossary) -> None:
    for path in sorted((shared / "samples").glob("R*.json")):
        if ".planted" in path.name:
            continue
        parts = json.loads(path.read_text(encoding="utf-8"))["segments"]
        blocks = tuple(
            Block(
                part["id"],
                Role(part["role"]),
                (Segment(part["id"], Text(part["en"]), ((language, Target(Text(part[language]))),)),),
            )
            for part in parts
        )
        assert told(findings(Release("R", "en", (language,), blocks=blocks), language, glossary)) == []


def test_only_certain_mistakes_are_errors() -> None:
    grave = {rule.id for rule in TERMINOLOGICAL if rule.severity is Severity.ERROR}
    assert grave == {"term.forbidden", "name.register", "acr.intro"}
