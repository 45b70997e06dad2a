"""Runs the rules over an immutable snapshot of a release, over each segment once as long as it stays the same."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from itertools import chain, compress, count, repeat
from operator import attrgetter, is_not
from typing import TYPE_CHECKING, TypeAlias

from tilshi.checking.catalogue import RULES
from tilshi.checking.findings import Finding, Side
from tilshi.checking.gathering import Gathered, Revision, gathered
from tilshi.checking.house import HouseStyle, house_style
from tilshi.checking.passages import Line, Setting, line
from tilshi.checking.reporting import FAILED, Place
from tilshi.checking.rules import Frame, PairRule, ReleaseRule, Rule, TextRule
from tilshi.checking.sieve import sieve
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.terminology.glossary import Glossary

if TYPE_CHECKING:
    from tilshi.language.spelling import Speller

__all__ = ["FAILED", "Checked", "check", "recheck"]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the rules said of one segment, and the texts they read."""

    segment: Segment
    line: Line
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _BlockAnswer:
    """What the rules said of the segments of one block."""

    answers: tuple[_Answer, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings of one language in reading order, and what the next check need not do again."""

    language: str
    rules: tuple[Rule, ...]
    setting: Setting
    findings: tuple[Finding, ...]
    release: Release = field(repr=False)
    """The snapshot that was checked."""
    blocks: tuple[_BlockAnswer, ...] = field(repr=False)
    gathered: tuple[Gathered, ...] = field(repr=False)
    order: Mapping[str, int] = field(repr=False)
    """The place of each segment."""


def check(  # noqa: PLR0913, PLR0917  # what a text is, and what is known beside it
    release: Release,
    language: str,
    rules: tuple[Rule, ...] = RULES,
    house: HouseStyle | None = None,
    glossary: Glossary | None = None,
    speller: Speller | None = None,
) -> tuple[Finding, ...]:
    """All findings for one language of the release: the source language's own text, or a translation.

    `house` is what the organisation has settled for that language, by default what `house_style` says; without a
    `glossary` the rules about terms and names say nothing, without a `speller` for that language that about spelling.
    Rules that the release has switched off are not asked.

    Raises:
        ValueError: the release is not in that language.
    """
    return recheck(release, language, None, rules, house, glossary, speller).findings


def recheck(  # noqa: PLR0913, PLR0917  # as `check`, with what was found before
    release: Release,
    language: str,
    earlier: Checked | None,
    rules: tuple[Rule, ...] = RULES,
    house: HouseStyle | None = None,
    glossary: Glossary | None = None,
    speller: Speller | None = None,
) -> Checked:
    """As `check`, but asks only for segments that differ from those of an earlier answer."""
    if language not in release.languages:
        raise ValueError(language)
    rules = _switched_on(rules, release)
    setting = Setting(house or house_style(language), glossary, speller)
    wanted = (release.source_language, language, rules, setting)
    if earlier and (earlier.release.source_language, earlier.language, earlier.rules, earlier.setting) != wanted:
        earlier = None
    with nullcontext() if earlier else _uncollected():
        blocks, revision = _Reading(release, language, setting, rules).read(earlier)
        order = earlier.order if earlier and not revision.shifted else _order(release)
        frame = Frame(release.source_language, language, release.template, order=order)
        over_all = _over_all(rules, frame, revision, earlier)
    parts = chain(map(attrgetter("findings"), blocks), map(attrgetter("findings"), over_all))
    return Checked(language, rules, setting, tuple(chain.from_iterable(parts)), release, blocks, over_all, order)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Spares the collector of cyclic garbage: what a check makes stays, and looking through it takes a quarter more."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _switched_on(rules: tuple[Rule, ...], release: Release) -> tuple[Rule, ...]:
    """The rules that are asked about this release."""
    return tuple(rule for rule in rules if rule.id not in release.switched_off) if release.switched_off else rules


def _order(release: Release) -> Mapping[str, int]:
    return {segment.id: place for place, (_block, segment) in enumerate(release.segments())}


def _over_all(
    rules: tuple[Rule, ...], frame: Frame, revision: Revision, earlier: Checked | None
) -> tuple[Gathered, ...]:
    """What the rules over the release say."""
    masks = sieve(rules, frame.source_language, frame.language).masks
    asked = [rule for rule in rules if isinstance(rule, ReleaseRule)]
    before = earlier.gathered if earlier else repeat(None)
    return tuple(
        gathered(rule, frame, revision, known, masks[rule.id]) for rule, known in zip(asked, before, strict=False)
    )


@dataclass(slots=True)
class _Fresh:
    """A text that is read for the first time, and what has been found in it so far."""

    line: Line
    place: Place
    findings: list[Finding] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Pending:
    """A segment whose text is being read, as it stands there or in an earlier segment that is the same."""

    segment: Segment
    line: Line
    fresh: _Fresh

    def answer(self) -> _Answer:
        """What was said of the text, as said of this segment."""
        found = tuple(self.fresh.findings)
        if self.line is not self.fresh.line:
            found = tuple(replace(finding, segment=self.segment.id) for finding in found)
        return _Answer(self.segment, self.line, found)


_Content: TypeAlias = tuple[Role, Text, Text]
"""What the findings of a segment rest on: its role, its source, its text in the language."""


class _Reading:
    """Reads what is new in a release, in one language."""

    def __init__(self, release: Release, language: str, setting: Setting, rules: tuple[Rule, ...]) -> None:
        self._release = release
        self._language = language
        self._setting = setting
        self._is_source = language == release.source_language
        self._sieve = sieve(rules, release.source_language, language)
        self._rules = [
            (rule, self._sieve.masks[rule.id])
            for rule in rules
            if isinstance(rule, TextRule) or (isinstance(rule, PairRule) and (rule.alone or not self._is_source))
        ]
        self._fresh: dict[_Content, _Fresh] = {}

    def read(self, earlier: Checked | None) -> tuple[tuple[_BlockAnswer, ...], Revision]:
        """The answers for each block, and how the release has changed."""
        if earlier is None:
            blocks = self._answered(self._release.blocks, {})
            lines = _lines(blocks)
            return blocks, Revision(lambda: lines, lines)
        return self._in_place(earlier) or self._anew(earlier)

    def _in_place(self, earlier: Checked) -> tuple[tuple[_BlockAnswer, ...], Revision] | None:
        """The blocks that are others than before, where they hold the same segments: so it is at a keystroke."""
        before, now = earlier.release.blocks, self._release.blocks
        if len(before) != len(now):
            return None
        changed = list(compress(count(), map(is_not, now, before)))
        known = {answer.segment.id: answer for at in changed for answer in earlier.blocks[at].answers}
        for at in changed:
            if [answer.segment.id for answer in earlier.blocks[at].answers] != [part.id for part in now[at].segments]:
                return None
        blocks, written = list(earlier.blocks), []
        for at, block in zip(changed, self._answered([now[at] for at in changed], known), strict=True):
            blocks[at] = block
            written += [answer.line for answer in block.answers if answer.line is not known[answer.segment.id].line]
        answered = tuple(blocks)
        return answered, Revision(lambda: _lines(answered), written)

    def _anew(self, earlier: Checked) -> tuple[tuple[_BlockAnswer, ...], Revision]:
        """Every block, where segments have come, gone or moved; the answers for segments are kept."""
        known = {answer.segment.id: answer for block in earlier.blocks for answer in block.answers}
        blocks = self._answered(self._release.blocks, known)
        lines = _lines(blocks)
        written = [line for line in lines if line.segment not in known or known[line.segment].line is not line]
        now = {line.segment: None for line in lines}
        gone = tuple(segment for segment in known if segment not in now)
        moved = [segment for segment in known if segment in now] != [segment for segment in now if segment in known]
        return blocks, Revision(lambda: lines, written, gone, shifted=True, moved=moved)

    def _answered(self, blocks: Iterable[Block], known: Mapping[str, _Answer]) -> tuple[_BlockAnswer, ...]:
        """What is said of the segments of some blocks, of which `known` was said before."""
        read = [[self._read(block, part, known.get(part.id)) for part in block.segments] for block in blocks]
        self._ask(list(self._fresh.values()))
        return tuple(
            _together([part if isinstance(part, _Answer) else part.answer() for part in parts]) for parts in read
        )

    def _read(self, block: Block, segment: Segment, known: _Answer | None) -> _Answer | _Pending:
        if known and known.segment is segment and (known.line.role, known.line.block) == (block.role, block.id):
            return known
        target = Target(segment.source) if self._is_source else segment.target(self._language)
        content = (block.role, segment.source, target.text)
        if twin := self._fresh.get(content):
            # What is the same word for word need not be read twice: headings, table rows, whole boilerplates.
            same = replace(twin.line, segment=segment.id, block=block.id, approvals=target.approvals)
            return _Pending(segment, same, twin)
        before = known.line if known else None
        new = line(self._release, (block, segment), self._language, self._setting, before, self._sieve.bits)
        fresh = _Fresh(new, Place(self._language, segment.id, Side.SOURCE if self._is_source else Side.TARGET))
        self._fresh[content] = fresh
        return _Pending(segment, new, fresh)

    def _ask(self, fresh: Sequence[_Fresh]) -> None:
        """Asks one rule after the other about all texts: with what it needs at hand, it takes half the time."""
        for rule, mask in self._rules:
            for text in fresh:
                read = text.line
                if not read.hints & mask:
                    continue
                if isinstance(rule, TextRule):
                    text.findings += text.place.answers(rule, rule.check, read.read)
                else:
                    text.findings += text.place.answers(rule, rule.check, read.source, read.read)


def _together(answers: Sequence[_Answer]) -> _BlockAnswer:
    return _BlockAnswer(tuple(answers), tuple(finding for answer in answers for finding in answer.findings))


def _lines(blocks: Sequence[_BlockAnswer]) -> tuple[Line, ...]:
    return tuple(answer.line for block in blocks for answer in block.answers)
