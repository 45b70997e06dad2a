"""The report for people: two lines a finding, as compilers write."""

from __future__ import annotations

from collections.abc import Iterator

from tilshi.checking.findings import Finding
from tilshi.cli.reports.results import Result, excerpt, severity_name, summary
from tilshi.i18n import _


def report(results: list[Result], *, waived: bool) -> str:
    """All findings, and how many there are; with the waived ones and their reasons where that is wanted."""
    lines = [line for result in results for line in _lines(result, waived=waived)]
    return "\n".join([*lines, summary(results)])


def _lines(result: Result, *, waived: bool) -> Iterator[str]:
    for finding in result.findings:
        yield f"{_where(result, finding)} {severity_name(finding.severity)}: {finding.message}"
        if words := _words(result, finding):
            yield f"    {words}  ({finding.rule})"
    for finding, waiver in result.waived if waived else ():
        yield f"{_where(result, finding)} {_('waived')}: {finding.message}  ({finding.rule})"
        yield f"    {_signed(waiver.reason, waiver.by, waiver.at)}"
    for waiver in result.lapsed if waived else ():
        lapsed = _("This waiver covers nothing any more: the text has changed.")
        yield f"{result.file}: {waiver.segment} [{waiver.language}] {lapsed}  ({waiver.rule})"
        yield f"    {_signed(waiver.reason, waiver.by, waiver.at)}"


def _where(result: Result, finding: Finding) -> str:
    return f"{result.file}: {finding.segment} [{finding.language}]"


def _words(result: Result, finding: Finding) -> str:
    """The words around a finding on one line, its own in brackets, with what would replace them."""
    found = excerpt(result.release, finding)
    if found is None:
        return ""
    arrow = "" if found.fix is None else f" → [{found.fix}]"
    return " ".join(f"{found.before}[{found.found}]{found.after}{arrow}".split())


def _signed(reason: str, by: str, at: str) -> str:
    who = ", ".join(part for part in (by, at) if part)
    return f"{reason} ({who})" if who else reason
