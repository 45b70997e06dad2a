"""Short ways to ask a rule that knows a glossary."""

from __future__ import annotations

from collections.abc import Iterable

from tilshi.checking.findings import Spot
from tilshi.checking.house import house_style
from tilshi.checking.passages import Line, Manuscript, passage
from tilshi.checking.rules import PairRule, ReleaseRule, TextRule
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.terminology.glossary import Glossary

Parts = Iterable[tuple[str, str] | tuple[str, str, Role]]


class Asker:
    """Asks one rule with one glossary, from English (for English: from French) into `language`."""

    def __init__(self, rule: TextRule | PairRule | ReleaseRule, glossary: Glossary, language: str = "kk") -> None:
        self._rule = rule
        self._glossary = glossary
        self._language = language
        self._source_language = "fr" if language == "en" else "en"

    def spots(self, source: str, target: str, role: Role = Role.BODY) -> list[Spot]:
        """What the rule says of a translation, or a text rule of the second text."""
        read = passage(role, self._language, Text(target), None, self._glossary)
        if isinstance(self._rule, TextRule):
            return list(self._rule.check(read))
        assert isinstance(self._rule, PairRule)
        return list(self._rule.check(passage(role, self._source_language, Text(source), None, self._glossary), read))

    def own(self, text: str, role: Role = Role.BODY) -> list[str]:
        """What a rule over pairs marks in a text of its own."""
        assert isinstance(self._rule, PairRule)
        read = passage(role, self._language, Text(text), None, self._glossary)
        return [text[spot.start : spot.end] for spot in self._rule.check(read, read)]

    def marked(self, source: str, target: str, role: Role = Role.BODY) -> list[str]:
        """The words of the translation that the rule marks."""
        return [target[spot.start : spot.end] for spot in self.spots(source, target, role)]

    def repaired(self, source: str, target: str, role: Role = Role.BODY) -> str:
        """The translation after the first fix of each spot."""
        return repaired(target, self.spots(source, target, role))

    def all_spots(
        self, *parts: tuple[str, str] | tuple[str, str, Role], own: bool = False
    ) -> list[tuple[str, str, Spot]]:
        """What a rule over releases says: the text it marks, that text after the first fix, and the spot.

        A part is a source, a translation, and its role if it is no body. `own`: the release is in this language alone.
        """
        assert isinstance(self._rule, ReleaseRule)
        script = self._manuscript(list(parts), own=own)
        texts = {line.segment: line.read.text.string for line in script.lines}
        return [
            (texts[spot.segment][spot.start : spot.end], repaired(texts[spot.segment], [spot]), spot)
            for spot in self._rule.check(script)
        ]

    def all_marked(self, *parts: tuple[str, str] | tuple[str, str, Role], own: bool = False) -> list[tuple[str, str]]:
        """The segments (s0, s1, …) and words that a rule over releases marks."""
        return [(spot.segment, text) for text, _fixed, spot in self.all_spots(*parts, own=own)]

    def _manuscript(self, parts: list[tuple[str, str] | tuple[str, str, Role]], *, own: bool) -> Manuscript:
        lines: list[Line] = []
        blocks: list[Block] = []
        for number, (source, target, *rest) in enumerate(parts):
            role = rest[0] if rest else Role.BODY
            read = passage(role, self._language, Text(target), house_style(self._language), self._glossary)
            theirs = read if own else passage(role, self._source_language, Text(source), None, self._glossary)
            lines.append(Line(f"s{number}", role, theirs, read))
            segment = Segment(f"s{number}", theirs.text, () if own else ((self._language, Target(read.text)),))
            blocks.append(Block(f"p{number}", role, (segment,)))
        language = self._language if own else self._source_language
        release = Release("invented", language, () if own else (self._language,), blocks=tuple(blocks))
        return Manuscript(release, self._language, tuple(lines))


def repaired(text: str, spots: Iterable[Spot]) -> str:
    """The text after the first fix of each spot that has one."""
    for spot in sorted(spots, key=lambda spot: -spot.start):
        for fix in spot.fixes[:1]:
            text = text[: fix.start] + fix.replacement + text[fix.end :]
    return text
