"""Short ways to ask one rule about one text."""

from __future__ import annotations

from tilshi.checking.findings import Spot
from tilshi.checking.passages import passage
from tilshi.checking.rules import PairRule, TextRule
from tilshi.release import Role, Text


def ask(rule: TextRule, text: str, language: str = "kk", role: Role = Role.BODY) -> list[str]:
    """What the rule marks in a text, in order."""
    read = passage(role, language, Text(text))
    return [text[spot.start : spot.end] for spot in rule.check(read)]


def repaired(rule: TextRule, text: str, language: str = "kk", role: Role = Role.BODY) -> str:
    """The text after the first fix of each finding."""
    for spot in sorted(rule.check(passage(role, language, Text(text))), key=lambda spot: -spot.start):
        fix = spot.fixes[0]
        text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text


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
