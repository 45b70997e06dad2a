"""What was found in a file, as reports show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tilshi.checking.findings import Finding, Severity, Side
from tilshi.i18n import _, ngettext
from tilshi.release import Release, Waiver

_AROUND: Final = 24
"""Code points of context that are shown on either side of a finding."""


@dataclass(frozen=True, slots=True)
class Result:
    """The findings of one file: those that count, those that were waived, and waivers that cover nothing any more."""

    file: str
    release: Release
    languages: tuple[str, ...]
    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    lapsed: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words around a finding; `found` is what it is about, `fix` what would replace it (None: nothing would)."""

    before: str
    found: str
    after: str
    fix: str | None
    language: str


def excerpt(release: Release, finding: Finding) -> Excerpt | None:
    """The words around a finding; None where it is about no segment."""
    if not finding.segment:
        return None
    language = release.source_language if finding.side is Side.SOURCE else finding.language
    text = release.text(finding.segment, language).string
    return Excerpt(
        text[max(finding.start - _AROUND, 0) : finding.start],
        text[finding.start : finding.end],
        text[finding.end : finding.end + _AROUND],
        finding.fixes[0].replacement if finding.fixes else None,
        language,
    )


def unit(release: Release, finding: Finding) -> str:
    """The part of the release a finding is in; empty for one about the release as a whole."""
    return release.block_of(finding.segment).id if finding.segment else ""


def severity_name(severity: Severity) -> str:
    """The severity in the language of the interface."""
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}[severity]


def summary(results: list[Result]) -> str:
    """How many findings of each severity there are, and how many were waived."""
    findings = [finding for result in results for finding in result.findings]
    errors, warnings, notes = (sum(each.severity is severity for each in findings) for severity in Severity)
    parts = [
        ngettext("{number} error", "{number} errors", errors).format(number=errors),
        ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings),
        ngettext("{number} note", "{number} notes", notes).format(number=notes),
    ]
    if waived := sum(len(result.waived) for result in results):
        parts.append(ngettext("{number} waived", "{number} waived", waived).format(number=waived))
    return ", ".join(parts)
