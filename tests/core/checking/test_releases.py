"""Invented releases in four languages: silent in every direction, and every error planted in them is found."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tilshi.checking.bilingual import BILINGUAL
from tilshi.checking.engine import check
from tilshi.checking.findings import Finding, Severity, Side
from tilshi.release import Block, Release, Role, Segment, Target, Text

LANGUAGES = ("en", "fr", "ru", "kk")
FOLDER = Path(__file__).parent / "releases"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
WHOLE = {"neg.lost", "quote.count", "quote.speaker", "time.zone"}
"""Rules about something that is not there: any place in the segment will do."""


def stored(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return data


class Planted(NamedTuple):
    """An error: in a segment, `put` stands where `find` should."""

    name: str
    segment: str
    language: str
    find: str
    put: str
    rule: str


PLANTED = [Planted(name, **error) for name in NAMES for error in stored(name)["planted"]]


def release(name: str, source: str, target: str, error: Planted | None = None) -> Release:
    data = stored(name)
    blocks = []
    for part in data["segments"]:
        text = part[target]
        if error and part["id"] == error.segment:
            text = text.replace(error.find, error.put)
        segment = Segment(part["id"], Text(part[source]), ((target, Target(Text(text))),))
        blocks.append(Block(part["id"], Role(part["role"]), (segment,)))
    return Release(name, source, (target,), template=data["template"], blocks=tuple(blocks))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("source", "target"), [*permutations(LANGUAGES, 2)])
def test_right_translations_are_silent(name: str, source: str, target: str) -> None:
    found = check(release(name, source, target), target, BILINGUAL)
    assert [(finding.segment, finding.rule, str(finding.message)) for finding in found] == []


@pytest.mark.parametrize("error", PLANTED, ids=lambda error: f"{error.segment}-{error.language}-{error.rule}")
def test_planted_errors_are_found(error: Planted) -> None:
    source = "fr" if error.language == "en" else "en"
    broken = release(error.name, source, error.language, error)
    at = broken.text(error.segment, error.language).string.index(error.put)
    findings = check(broken, error.language, BILINGUAL)
    assert any(_fits(finding, error, at) for finding in findings), findings
    elsewhere = [finding for finding in findings if finding.segment != error.segment]
    assert [finding for finding in elsewhere if finding.severity is Severity.ERROR] == []


def _fits(finding: Finding, error: Planted, at: int) -> bool:
    if (finding.rule, finding.segment) != (error.rule, error.segment):
        return False
    overlaps = finding.start < max(at + len(error.put), at + 1) and finding.end >= at
    return error.rule in WHOLE or (finding.side is Side.TARGET and overlaps)
