"""Short ways to ask one rule about one text."""

from __future__ import annotations

from collections.abc import Iterable

from tilshi.checking.findings import Spot
from tilshi.checking.house import house_style
from tilshi.checking.passages import Manuscript, Setting, line, passage
from tilshi.checking.rules import PairRule, ReleaseRule, TextRule
from tilshi.release import Block, Release, Role, Segment, Text


def ask(rule: TextRule, text: str, language: str = "kk", role: Role = Role.BODY) -> list[str]:
    """What the rule marks in a text, in order."""
    read = passage(role, language, Text(text))
    return [text[spot.start : spot.end] for spot in rule.check(read)]


def repaired(rule: TextRule, text: str, language: str = "kk", role: Role = Role.BODY) -> str:
    """The text after the first fix of each finding."""
    return mended(text, rule.check(passage(role, language, Text(text))))


def mended(text: str, spots: Iterable[Spot]) -> str:
    """The text after the first fix of each spot."""
    for spot in sorted(spots, key=lambda spot: (-spot.fixes[0].start, -spot.start)):
        fix = spot.fixes[0]
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


def manuscript(*texts: str | tuple[Role, str] | list[str], language: str = "kk") -> Manuscript:
    """A release whose paragraphs are these, bodies unless they say otherwise; a list is one of several segments."""
    blocks = []
    for number, text in enumerate(texts, 1):
        role, parts = (text[0], [text[1]]) if isinstance(text, tuple) else (Role.BODY, text)
        parts = [parts] if isinstance(parts, str) else parts
        ids = [f"s{number}"] if len(parts) == 1 else [f"s{number}.{part}" for part in range(1, len(parts) + 1)]
        blocks.append(
            Block(f"p{number}", role, tuple(Segment(id_, Text(part)) for id_, part in zip(ids, parts, strict=True)))
        )
    release = Release("r", language, blocks=tuple(blocks))
    setting = Setting(house_style(language))
    return Manuscript(release, language, tuple(line(release, part, language, setting) for part in release.segments()))


def ask_all(
    rule: ReleaseRule, *texts: str | tuple[Role, str] | list[str], language: str = "kk"
) -> list[tuple[str, str]]:
    """What the rule marks in a release, with the segments' ids: s1, s2, …"""
    read = manuscript(*texts, language=language)
    return [
        (spot.segment, read.release.text(spot.segment, language).string[spot.start : spot.end])
        for spot in rule.check(read)
    ]


def repaired_all(rule: ReleaseRule, *texts: str | tuple[Role, str] | list[str], language: str = "kk") -> list[str]:
    """The texts of the segments after the first fix of each finding."""
    read = manuscript(*texts, language=language)
    spots = list(rule.check(read))
    return [
        mended(line.read.text.string, (spot for spot in spots if spot.segment == line.segment)) for line in read.lines
    ]


def compare(
    rule: PairRule,
    source: str,
    target: str,
    language: str = "kk",
    *,
    role: Role = Role.BODY,
    source_language: str = "en",
) -> list[Spot]:
    """What the rule says of a translation."""
    return list(
        rule.check(passage(role, source_language, Text(source)), passage(role, language, Text(target))),
    )
