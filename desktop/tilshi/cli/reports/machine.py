"""The report for programs."""

from __future__ import annotations

from typing import Any

from tilshi.checking.findings import Finding
from tilshi.cli.reports.results import Result, unit
from tilshi.release import Waiver


def report(results: list[Result], *, waived: bool) -> dict[str, Any]:
    """`findings`, and where wanted `waived` and `lapsed`; offsets are code points of the text on that side."""
    found: dict[str, Any] = {
        "findings": [_finding(result, finding) for result in results for finding in result.findings]
    }
    if waived:
        found["waived"] = [
            _finding(result, finding) | _waiver(waiver) for result in results for finding, waiver in result.waived
        ]
        found["lapsed"] = [
            {"file": result.file, "rule": waiver.rule, "language": waiver.language, "segment": waiver.segment}
            | _waiver(waiver)
            for result in results
            for waiver in result.lapsed
        ]
    return found


def _finding(result: Result, finding: Finding) -> dict[str, Any]:
    return {
        "file": result.file,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "language": finding.language,
        "unit": unit(result.release, finding),
        "segment": finding.segment,
        "side": finding.side.value,
        "start": finding.start,
        "end": finding.end,
        "message": str(finding.message),
        "fixes": [
            {"start": fix.start, "end": fix.end, "replacement": fix.replacement, "safe": fix.safe}
            for fix in finding.fixes
        ],
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {"reason": waiver.reason, "by": waiver.by, "at": waiver.at}
