"""What a translation is compared with, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tilshi.i18n import N_, _
from tilshi.release import Approval, Capacity, Release, Segment, Text
from tilshi.release.operations import holds
from tilshi.release.reviewing import compared_with, newest_approval
from tilshi_ui.review.times import when

Earlier: TypeAlias = Callable[[str, str], tuple[Text, str] | None]
"""The wording a text (segment, language) had in an earlier save, and when that was; None where it had no other."""

_CAPACITIES = {
    Capacity.AUTHOR: N_("Author"),
    Capacity.TRANSLATOR: N_("Translator"),
    Capacity.REVIEWER: N_("Reviewer"),
    Capacity.APPROVER: N_("Approver"),
}


class Baseline(NamedTuple):
    """An earlier wording (None: there is none), and what it is, in words."""

    text: Text | None
    words: str


def capacity_name(capacity: Capacity) -> str:
    """What a capacity is called."""
    return _(_CAPACITIES[capacity])


def baseline_of(release: Release, segment: Segment, language: str, earlier: Earlier) -> Baseline:
    """The last approved wording; else the one of an earlier save; else none."""
    if language == release.source_language:
        found = earlier(segment.id, language)
        return Baseline(*_saved(found)) if found else Baseline(None, _("The source is not reviewed here."))
    text, approval = compared_with(segment, language), newest_approval(segment, language)
    if approval is not None:
        return Baseline(text, _approved(approval, holds=holds(approval, segment, language)))
    if text is not None:
        return Baseline(text, _("Not approved yet. Compared with the changes you have decided about."))
    if found := earlier(segment.id, language):
        return Baseline(*_saved(found))
    return Baseline(None, _("Not approved yet, and there is no earlier wording to compare with."))


def _saved(found: tuple[Text, str]) -> tuple[Text, str]:
    return found[0], _("Not approved yet. Compared with the wording of {time}.").format(time=found[1])


def _approved(approval: Approval, *, holds: bool) -> str:
    words = (
        _("Approved by {name} ({capacity}), {time}.")
        if holds
        else _("Changed since {name} ({capacity}) approved it, {time}.")
    )
    name = approval.by or _("somebody without a name")
    return words.format(name=name, capacity=capacity_name(approval.capacity), time=when(approval.at))
