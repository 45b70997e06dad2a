"""Runs the rules over an immutable snapshot of a release, over each segment once as long as it stays the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, ParamSpec

from tilshi.checking.catalogue import RULES
from tilshi.checking.findings import Finding, Severity, Side, Spot, message
from tilshi.checking.house import HouseStyle, house_style
from tilshi.checking.passages import Line, Manuscript, Setting, line
from tilshi.checking.rules import PairRule, ReleaseRule, Rule, TextRule
from tilshi.i18n import N_
from tilshi.release import Release, Role, Segment
from tilshi.terminology.glossary import Glossary

FAILED: Final = "check.failed"
"""The rule of findings about rules that broke down."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the rules said of one segment, and the texts they read."""

    segment: Segment
    role: Role
    line: Line
    findings: tuple[Finding, ...]


_Answers = Mapping[str, _Answer]
_NONE: Final[_Answers] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of one language in reading order, and what the next check need not do again."""

    language: str
    rules: tuple[Rule, ...]
    setting: Setting
    findings: tuple[Finding, ...]
    answers: _Answers = field(repr=False)


def check(
    release: Release,
    language: str,
    rules: tuple[Rule, ...] = RULES,
    house: HouseStyle | None = None,
    glossary: Glossary | None = None,
) -> tuple[Finding, ...]:
    """All findings for one language of the release: the source language's own text, or a translation.

    `house` is what the organisation has settled for that language, by default what `house_style` says; without a
    `glossary` the rules about terms and names say nothing.

    Raises:
        ValueError: the release is not in that language.
    """
    return recheck(release, language, None, rules, house, glossary).findings


def recheck(  # noqa: PLR0913, PLR0917  # as `check`, with what was found before
    release: Release,
    language: str,
    earlier: Checked | None,
    rules: tuple[Rule, ...] = RULES,
    house: HouseStyle | None = None,
    glossary: Glossary | None = None,
) -> Checked:
    """As `check`, but asks only for segments that differ from those of an earlier answer."""
    if language not in release.languages:
        raise ValueError(language)
    setting = Setting(house or house_style(language), glossary)
    reusable = _reusable(earlier, language, rules, setting)
    answers: dict[str, _Answer] = {}
    findings: list[Finding] = []
    for block, segment in release.segments():
        known = reusable.get(segment.id)
        if known is None or known.segment is not segment or known.role is not block.role:
            read = line(release, (block, segment), language, setting, known.line if known else None)
            known = _Answer(segment, block.role, read, tuple(_segment_findings(release, language, read, rules)))
        answers[segment.id] = known
        findings.extend(known.findings)
    manuscript = Manuscript(release, language, tuple(answer.line for answer in answers.values()))
    findings.extend(_release_findings(manuscript, rules))
    return Checked(language, rules, setting, tuple(findings), answers)


def _reusable(earlier: Checked | None, language: str, rules: tuple[Rule, ...], setting: Setting) -> _Answers:
    if earlier is None or (earlier.language, earlier.rules, earlier.setting) != (language, rules, setting):
        return _NONE
    return earlier.answers


def _segment_findings(release: Release, language: str, line: Line, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    own = language == release.source_language
    place = _Place(language, line.segment, Side.SOURCE if own else Side.TARGET)
    for rule in rules:
        if isinstance(rule, TextRule):
            yield from place.answers(rule, rule.check, line.read)
        elif isinstance(rule, PairRule) and (rule.alone or not own):
            yield from place.answers(rule, rule.check, line.source, line.read)


def _release_findings(manuscript: Manuscript, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    language = manuscript.language
    own = language == manuscript.release.source_language
    place = _Place(language, "", Side.SOURCE if own else Side.TARGET)
    for rule in rules:
        if isinstance(rule, ReleaseRule):
            yield from place.answers(rule, rule.check, manuscript)


_Asked = ParamSpec("_Asked")


@dataclass(frozen=True, slots=True)
class _Place:
    """What a rule was asked about."""

    language: str
    segment: str
    side: Side

    def answers(
        self, rule: Rule, ask: Callable[_Asked, Iterable[Spot]], *asked: _Asked.args, **named: _Asked.kwargs
    ) -> Sequence[Finding]:
        """What the rule says, or that it broke down: whatever it does, the others go on."""
        try:
            # Nearly always nothing: only what is found costs more than asking.
            spots = list(ask(*asked, **named))
        except Exception as error:  # noqa: BLE001  # a rule may break in any way
            broken = N_("The check “{rule}” broke down here and says nothing ({error}).")
            spot = Spot(0, 0, message(broken, rule=rule.id, error=type(error).__name__))
            return (self._finding(FAILED, Severity.WARNING, spot),)
        return [self._finding(rule.id, rule.severity, spot) for spot in spots] if spots else ()

    def _finding(self, rule: str, severity: Severity, spot: Spot) -> Finding:
        return Finding(
            rule,
            spot.severity or severity,
            self.language,
            spot.segment or self.segment,
            spot.side or self.side,
            spot.start,
            spot.end,
            spot.message,
            spot.fixes,
            spot.evidence,
        )
