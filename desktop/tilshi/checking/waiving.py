"""Findings that somebody has decided to let stand: with a reason, and only for the text that was there then."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from tilshi.checking.catalogue import RULES
from tilshi.checking.findings import Finding, Side
from tilshi.checking.rules import Scope
from tilshi.i18n import _
from tilshi.release import Edit, Release, UnknownSegment, Waiver
from tilshi.release import operations as op
from tilshi.release.digests import text_digest

_ONE_TEXT: Final = frozenset(rule.id for rule in RULES if rule.scope is Scope.TEXT)
"""Rules that read one text; all others may have looked at the source and its translation together."""


class NoReason(ValueError):
    """A finding is let stand, or an obstacle overridden, without saying why."""


def fingerprint(release: Release, finding: Finding) -> str:
    """What the finding is about, as SHA-256 in hexadecimal: its rule, language, segment, span, and the text it read.

    A rule over one text is bound to that text alone, any other to the source and the translation. A finding about the
    release as a whole is bound to what it says.

    Raises:
        UnknownSegment: the segment is no longer there.
    """
    about = "\x1f".join(_identity(release, finding))
    return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()


def waiver_for(release: Release, finding: Finding, reason: str, by: str, at: str) -> Edit:
    """The edit that lets a finding stand; `by` is who decides, `at` when (ISO 8601 in UTC).

    Raises:
        NoReason: the reason is empty.
        UnknownSegment: the segment is no longer there.
    """
    return op.waive(release, Waiver(*_key(release, finding), stated(reason), by, at))


def stated(reason: str) -> str:
    """A reason as it is kept, on one line.

    Raises:
        NoReason: there is none.
    """
    if words := " ".join(reason.split()):
        return words
    raise NoReason(_("Say why: the reason is kept with the release."))


def unwaived(release: Release, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that nobody has let stand, in their order."""
    findings = tuple(findings)
    covered = {finding for finding, _waiver in waived(release, findings)}
    return tuple(finding for finding in findings if finding not in covered)


def waived(release: Release, findings: Iterable[Finding]) -> tuple[tuple[Finding, Waiver], ...]:
    """The findings that were let stand, each with its waiver, in the order of the findings."""
    known = {(each.rule, each.language, each.segment, each.digest): each for each in release.waivers}
    candidates = {key[:3] for key in known}
    pairs: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        if (finding.rule, finding.language, finding.segment) not in candidates:
            continue
        # A finding of a moment ago may be about a segment that has gone since.
        with contextlib.suppress(UnknownSegment):
            if waiver := known.get(_key(release, finding)):
                pairs.append((finding, waiver))
    return tuple(pairs)


def lapsed(release: Release, language: str, findings: Iterable[Finding]) -> tuple[Waiver, ...]:
    """Waivers for a language that cover none of its findings any more: the text has changed, or was put right.

    `findings` are all that were found in that language.
    """
    used = {waiver for _finding, waiver in waived(release, findings)}
    return tuple(waiver for waiver in release.waivers if waiver.language == language and waiver not in used)


_Key = tuple[str, str, str, str]


def _key(release: Release, finding: Finding) -> _Key:
    """As the first four fields of a waiver."""
    return finding.rule, finding.language, finding.segment, fingerprint(release, finding)


def _identity(release: Release, finding: Finding) -> Iterator[str]:
    yield from (finding.rule, finding.language, finding.segment, finding.side.value)
    yield f"{finding.start}:{finding.end}"
    if not finding.segment:
        yield from (finding.message.key, *(f"{name}={value}" for name, value in finding.message.values))
        return
    segment = release.segment(finding.segment)
    of_source = finding.side is Side.SOURCE or finding.language == release.source_language
    if of_source or finding.rule not in _ONE_TEXT:
        yield text_digest(segment.source)
    if finding.language != release.source_language and (not of_source or finding.rule not in _ONE_TEXT):
        yield text_digest(segment.target(finding.language).text)
