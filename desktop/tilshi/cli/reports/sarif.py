"""The report for code hosts and their tools: SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format).

A finding lies in a segment, not on a line of the file: its place is a logical location (3.33), its span and fixes are
properties (3.8) in code points.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import FAILED
from tilshi.checking.findings import Finding, Severity
from tilshi.checking.waiving import fingerprint
from tilshi.cli.reports.results import Result, unit
from tilshi.i18n import N_, _
from tilshi.release import Waiver

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FAILED_TITLE: Final = N_("A check that broke down")


def report(results: list[Result], *, waived: bool) -> dict[str, Any]:
    """One run over all files; waived findings are results that are suppressed (3.27.23), where they are wanted."""
    known = {rule.id: (rule.title, rule.severity) for rule in RULES} | {FAILED: (_FAILED_TITLE, Severity.WARNING)}
    places = {rule: place for place, rule in enumerate(known)}
    found = [_result(result, finding, places) for result in results for finding in result.findings]
    if waived:
        found += [
            _result(result, finding, places) | {"suppressions": [_suppression(waiver)]}
            for result in results
            for finding, waiver in result.waived
        ]
    driver = {
        "name": "Tilshi",
        "version": metadata.version("tilshi"),
        "rules": [_rule(rule, title, severity) for rule, (title, severity) in known.items()],
    }
    run = {
        "tool": {"driver": driver},
        "artifacts": [{"location": {"uri": _uri(result.file)}} for result in results],
        "columnKind": "unicodeCodePoints",
        "results": found,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(rule: str, title: str, severity: Severity) -> dict[str, Any]:
    return {
        "id": rule,
        "shortDescription": {"text": _(title)},
        "defaultConfiguration": {"level": severity.value},
    }


def _result(result: Result, finding: Finding, places: dict[str, int]) -> dict[str, Any]:
    place = {"index": places[finding.rule]} if finding.rule in places else {}
    return {
        "ruleId": finding.rule,
        "rule": {"id": finding.rule, **place},
        "level": finding.severity.value,
        "message": {"text": str(finding.message)},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": {"uri": _uri(result.file)}},
                "logicalLocations": [_logical(result, finding)],
            }
        ],
        "partialFingerprints": {"tilshi/v1": fingerprint(result.release, finding)},
        "properties": {
            "language": finding.language,
            "side": finding.side.value,
            "start": finding.start,
            "end": finding.end,
            "replacements": [
                {"start": fix.start, "end": fix.end, "text": fix.replacement, "safe": fix.safe} for fix in finding.fixes
            ],
        },
    }


def _logical(result: Result, finding: Finding) -> dict[str, Any]:
    path = [finding.language, unit(result.release, finding), finding.segment]
    return {"name": finding.segment or finding.language, "fullyQualifiedName": "/".join(part for part in path if part)}


def _suppression(waiver: Waiver) -> dict[str, Any]:
    return {"kind": "external", "status": "accepted", "justification": waiver.reason}


def _uri(file: str) -> str:
    """A relative reference or a file URI (3.4.3), with / and percent signs as RFC 3986 wants them."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
