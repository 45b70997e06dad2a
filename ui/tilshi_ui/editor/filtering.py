"""Which rows are shown: a filter is a value, and a segment fits it or not."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from tilshi.checking.findings import Finding, Severity
from tilshi.release import Block, Release, Role, Segment, State
from tilshi.release.operations import is_behind

FindingsOf: TypeAlias = Callable[[str], tuple[Finding, ...]]
"""What was found in a segment."""


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What a row must have to be shown; all that is said must hold, and what is left out does not matter.

    `state` with `text` tells drafts (an initial state with a text) from what is untranslated. `severity` and `rule`
    are of one finding of the segment; `rule` may be a family, such as `spell`. `source` and `target` are words, or
    regular expressions if `regex`.
    """

    state: State | None = None
    has_text: bool | None = None
    role: Role | None = None
    has_finding: bool = False
    severity: Severity | None = None
    rule: str = ""
    behind: bool = False
    bookmarked: bool = False
    noted: bool = False
    source: str = ""
    target: str = ""
    regex: bool = False
    match_case: bool = False

    def __bool__(self) -> bool:
        return self != RowFilter(regex=self.regex, match_case=self.match_case)


def fitting(release: Release, language: str, wanted: RowFilter, findings: FindingsOf) -> list[str]:
    """The segments that fit, in reading order.

    Raises:
        re.error: `regex` is on and one of the patterns is none.
    """
    tests = _tests(release, language, wanted, findings)
    return [
        segment.id
        for block, segment in release.segments()
        if (wanted.role is None or block.role is wanted.role) and all(test(block, segment) for test in tests)
    ]


_Test: TypeAlias = Callable[[Block, Segment], bool]


def _tests(release: Release, language: str, wanted: RowFilter, findings: FindingsOf) -> list[_Test]:
    """The questions to ask of each segment, the cheap ones first."""
    of_source = language == release.source_language
    made: list[_Test] = []
    if wanted.state is not None and not of_source:
        made.append(lambda _block, segment: segment.target(language).state is wanted.state)
    if wanted.has_text is not None:
        made.append(lambda _block, segment: bool(_written(segment, language, of_source=of_source)) is wanted.has_text)
    if wanted.bookmarked:
        marked = frozenset(release.bookmarks)
        made.append(lambda _block, segment: segment.id in marked)
    if wanted.noted:
        made.append(lambda _block, segment: any(not note.resolved for note in segment.notes))
    if wanted.source:
        source = _finder(wanted.source, wanted)
        made.append(lambda _block, segment: source(segment.source.string))
    if wanted.target:
        target = _finder(wanted.target, wanted)
        made.append(lambda _block, segment: target(_written(segment, language, of_source=of_source)))
    if wanted.has_finding or wanted.severity is not None or wanted.rule:
        made.append(lambda _block, segment: any(_is_meant(finding, wanted) for finding in findings(segment.id)))
    if wanted.behind and not of_source:
        made.append(lambda _block, segment: is_behind(release, segment.id, language))
    return made


def _written(segment: Segment, language: str, *, of_source: bool) -> str:
    return segment.source.string if of_source else segment.target(language).text.string


def _finder(words: str, wanted: RowFilter) -> Callable[[str], bool]:
    if wanted.regex:
        pattern = re.compile(words, 0 if wanted.match_case else re.IGNORECASE)
        return lambda text: pattern.search(text) is not None
    if wanted.match_case:
        return lambda text: words in text
    folded = words.casefold()
    return lambda text: folded in text.casefold()


def _is_meant(finding: Finding, wanted: RowFilter) -> bool:
    right_rule = not wanted.rule or finding.rule == wanted.rule or finding.rule.startswith(f"{wanted.rule}.")
    return right_rule and (wanted.severity is None or finding.severity is wanted.severity)
