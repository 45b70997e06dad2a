"""The part of the checks that runs in the pool: asks the engine, remembers what need not be asked again, gives way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from tilshi.checking.findings import Severity, Spot
from tilshi.release import Release, Role
from tilshi_ui.checking.report import Report, reported
from tilshi_ui.checking.spelling import Spelling

if TYPE_CHECKING:  # loaded in the pool, with all rules
    from tilshi.checking.engine import Checked
    from tilshi.checking.passages import Passage
    from tilshi.checking.rules import Rule
    from tilshi.layout.conventions import House
    from tilshi.terminology.glossary import Glossary

_REST: Final = 0.2
"""Seconds without a keystroke after which the hand is said to rest."""
_NAP: Final = 0.02


class _Stopped(BaseException):
    """Nobody wants the answer any more; no rule's failure, so the engine lets it pass."""


class Turn:
    """Whose turn it is, the window's or the checks'; the GUI thread may set its attributes at any time.

    `touched_at` is when a key was last pressed (seconds of `time.monotonic`). It is an object of its own, and knows
    nothing: the engine remembers the rules it was asked with, and with them whatever they hold.
    """

    def __init__(self) -> None:
        self.touched_at = 0.0
        self.stopped = False

    def give_way(self, _passage: Passage) -> tuple[Spot, ...]:
        """Python runs one thread at a time: while somebody types, that is the window's."""
        while not self.stopped and time.monotonic() - self.touched_at < _REST:
            time.sleep(_NAP)
        if self.stopped:
            raise _Stopped
        time.sleep(0)
        return ()


class Checker:
    """Checks one release over and over, in one thread at a time."""

    def __init__(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self.turn = Turn()
        self._earlier: dict[str, Checked] = {}
        self._reports: dict[str, Report] = {}
        self._rules: tuple[Rule, ...] = ()
        self._house_key: tuple[str, ...] = ()
        self._settled: House

    def report(self, release: Release, language: str, glossary: Glossary | None) -> Report | None:
        """What there is to say of a language; None where the check was stopped."""
        from tilshi.checking.engine import recheck  # with all rules, which no start needs
        from tilshi.checking.house import house_style
        from tilshi.checking.waiving import waived

        try:
            house = house_style(language, self._house(release))
            earlier = self._earlier.get(language)
            speller = self._spelling.speller(language, glossary)
            checked = recheck(release, language, earlier, self._all_rules(), house, glossary, speller)
        except _Stopped:
            return None
        self._earlier[language] = checked
        ignored = waived(release, checked.findings)
        let_stand = {finding for finding, _waiver in ignored}
        counting = [each for each in checked.findings if each not in let_stand] if ignored else checked.findings
        made = self._reports[language] = reported(release, language, counting, ignored, self._reports.get(language))
        return made

    def _house(self, release: Release) -> House:
        """What the organisation has settled; read again only where the release is of another kind or organisation."""
        from tilshi.files.errors import FileError
        from tilshi.layout.conventions import LANGUAGES_DEFAULT
        from tilshi.workflow import layout_of

        kicker = release.first(Role.KICKER)
        key = release.template, *(segment.source.string for segment in (kicker.segments if kicker else ()))
        if self._house_key != key:
            self._house_key = key
            try:
                self._settled = layout_of(release).profile.house
            except FileError:
                self._settled = LANGUAGES_DEFAULT  # whoever needs the layout for more than this says what is wrong
        return self._settled

    def _all_rules(self) -> tuple[Rule, ...]:
        """The rules, after one that finds nothing and is asked about every text: it lets the window have its turn."""
        if not self._rules:
            from tilshi.checking.catalogue import RULES
            from tilshi.checking.rules import TextRule

            self._rules = (TextRule("check.turn", Severity.NOTE, "", self.turn.give_way), *RULES)
        return self._rules
