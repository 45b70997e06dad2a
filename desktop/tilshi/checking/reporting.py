"""Asking a rule: what it says becomes findings, and so does that it broke down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, ParamSpec

from tilshi.checking.findings import Finding, Severity, Side, Spot, message
from tilshi.checking.rules import Rule
from tilshi.i18n import N_

FAILED: Final = "check.failed"
"""The rule of findings about rules that broke down."""

_Asked = ParamSpec("_Asked")


@dataclass(frozen=True, slots=True)
class Place:
    """What a rule is asked about; `segment` is empty for the release as a whole."""

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
            return (self.breakdown(rule, error),)
        return [self._finding(rule.id, rule.severity, spot) for spot in spots] if spots else ()

    def breakdown(self, rule: Rule, error: Exception) -> Finding:
        """That a rule broke down here; nothing of the text is told."""
        broken = N_("The check “{rule}” broke down here and says nothing ({error}).")
        spot = Spot(0, 0, message(broken, rule=rule.id, error=type(error).__name__))
        return self._finding(FAILED, Severity.WARNING, spot)

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
