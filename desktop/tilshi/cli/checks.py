"""`tilshi check`: what the rules find, for people and for programs."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from tilshi.checking.engine import check
from tilshi.checking.findings import Finding, Severity, Side
from tilshi.cli.console import Console
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Release
from tilshi.terminology.shelf import load
from tilshi.terminology.spelling import Spellers
from tilshi.terminology.user_words import UserWords, default_folder

if TYPE_CHECKING:
    from tilshi.language.spelling import Speller

_AROUND = 24
"""Code points of context that are shown on either side of a finding."""


def run(arguments: Namespace, console: Console) -> int:
    """Reports all findings; 1 where one is as grave as `--fail-on` says."""
    release = opened(arguments.file, console, text_language(arguments.file, arguments.language)).release
    languages = languages_of(release, arguments.file, arguments.language or release.languages)
    loaded = load()
    for error in loaded.errors:
        console.refused(error)
    glossary = loaded.glossary
    spellers = Spellers(glossary, UserWords(default_folder()))
    findings = [
        finding
        for language in languages
        for finding in check(release, language, glossary=glossary, speller=_speller(spellers, language, console))
    ]
    if arguments.format == "json":
        console.say_json({"findings": [_as_json(release, finding) for finding in findings]})
    else:
        _report(release, arguments.file, findings, console)
    limit = Severity(arguments.fail_on).rank
    return int(any(finding.severity.rank <= limit for finding in findings))


def _speller(spellers: Spellers, language: str, console: Console) -> Speller | None:
    """The speller for a language; none, with a message, where the user's own words cannot be read."""
    try:
        return spellers.of(language)
    except FileError as error:
        console.refused(error)
        return None


def _as_json(release: Release, finding: Finding) -> dict[str, Any]:
    """A finding for programs; offsets are code points of the segment's text on that side."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "language": finding.language,
        "unit": release.block_of(finding.segment).id if finding.segment else "",
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


def _report(release: Release, file: str, findings: list[Finding], console: Console) -> None:
    for finding in findings:
        console.say(f"{file}: {finding.segment} [{finding.language}] {_name(finding.severity)}: {finding.message}")
        if excerpt := _excerpt(release, finding):
            console.say(f"    {excerpt}  ({finding.rule})")
    console.say(_summary(findings))


def _name(severity: Severity) -> str:
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.NOTE: _("note")}[severity]


def _excerpt(release: Release, finding: Finding) -> str:
    """The words around a finding on one line, its own in brackets, with what would replace them."""
    if not finding.segment:
        return ""
    source = finding.side is Side.SOURCE
    text = release.text(finding.segment, release.source_language if source else finding.language).string
    before = text[max(finding.start - _AROUND, 0) : finding.start]
    after = text[finding.end : finding.end + _AROUND]
    marked = f"{before}[{text[finding.start : finding.end]}]{after}"
    fix = finding.fixes[0] if finding.fixes else None
    arrow = f" → [{fix.replacement}]" if fix else ""
    return " ".join(f"{marked}{arrow}".split())


def _summary(findings: list[Finding]) -> str:
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    errors, warnings, notes = counts.values()
    return ", ".join(
        (
            ngettext("{number} error", "{number} errors", errors).format(number=errors),
            ngettext("{number} warning", "{number} warnings", warnings).format(number=warnings),
            ngettext("{number} note", "{number} notes", notes).format(number=notes),
        )
    )
