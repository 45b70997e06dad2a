"""The wordings one text had, through saves and approvals."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from tilshi.i18n import _
from tilshi.release import Approval, State, Target, Text
from tilshi_ui.document import OpenDocument
from tilshi_ui.review.baseline import capacity_name
from tilshi_ui.review.times import when
from tilshi_ui.wording import state_name

if TYPE_CHECKING:
    from tilshi.drafts.chronicle import Chronicle


class Entry(NamedTuple):
    """A wording, when it was kept and by whom and as what, in words; `is_now`: it is what stands there."""

    at: datetime
    words: str
    text: Text
    is_now: bool


def entries(document: OpenDocument, chronicle: Chronicle | None, segment: str, language: str) -> list[Entry]:
    """The wordings of a text, newest first, without the one that stands there now unless somebody approved it."""
    if segment not in (document.release.places or {}):
        return []
    now = document.release.text(segment, language)
    found: list[Entry] = []
    for wording in chronicle.wordings(segment, language) if chronicle else ():
        words = _saved(wording.at, wording.by, wording.text, wording.state)
        found.append(Entry(wording.at, words, wording.text, wording.text == now))
    filed = document.filed
    if segment in (filed.places or {}) and language in filed.languages and (text := filed.text(segment, language)):
        words = _("Last save") if document.path else _("When it was opened")
        found.append(Entry(datetime.now(UTC), words, text, text == now))
    approvals = document.release.segment(segment).target(language).approvals
    found += [Entry(_moment(each.at), _approved(each), each.text, each.text == now) for each in approvals]
    found.sort(key=lambda entry: entry.at, reverse=True)
    return [entry for at, entry in enumerate(found) if entry.text and not _repeats(found[:at], entry)]


def _repeats(newer: list[Entry], entry: Entry) -> bool:
    return any((each.text, each.words) == (entry.text, entry.words) for each in newer)


def _saved(at: datetime, by: str, text: Text, state: State | None) -> str:
    parts = (when(at), by, state_name(Target(text, state)) if state else "")
    return " · ".join(part for part in parts if part)


def _approved(approval: Approval) -> str:
    parts = (when(approval.at), approval.by, capacity_name(approval.capacity))
    who = " · ".join(part for part in parts if part)
    return _("Approved: {who}").format(who=who)


def _moment(at: str) -> datetime:
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
