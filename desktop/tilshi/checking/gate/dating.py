"""Requirements over the date of a release and its embargo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Severity, message
from tilshi.checking.gate.embargoes import Moment, moment
from tilshi.checking.gate.obstacles import Hindrance, Requirement, Version, first_segment
from tilshi.i18n import N_
from tilshi.language.calendars import calendar
from tilshi.language.dates import find_dates, format_date
from tilshi.layout.edition import Edition
from tilshi.release import Block, Role


def date(version: Version) -> Iterator[Hindrance]:
    """The release says a date that there is, the same in each language."""
    if calendar(version.language) is None:
        return
    for block in version.blocks(Role.DATE):
        shown = version.shown(block)
        if not shown:
            continue  # a part that is missing is another requirement's
        days = [span for span in find_dates(shown, version.language) if span.date]
        if not days:
            yield Hindrance(message(N_("This is no date of the calendar.")), first_segment(block), 0, len(shown))
            continue
        expected = _day_in_source(version, block)
        if expected and days[0].date != expected:
            said = message(
                N_("The date is not that of the source, {expected}."), expected=format_date(expected, version.language)
            )
            yield Hindrance(said, first_segment(block), days[0].start, days[0].end)


def embargo(version: Version) -> Iterator[Hindrance]:
    """An embargo names its end, the same in each language, on the day of the release and not in the past."""
    if calendar(version.language) is None:
        return
    for block in version.blocks(Role.EMBARGO):
        shown = version.shown(block)
        if not shown or shown.strip() == version.edition.wording("immediate"):
            continue
        until = moment(shown, version.language)
        if until is None:
            said = message(N_("The embargo does not say on which day it ends."))
            yield Hindrance(said, first_segment(block), 0, len(shown))
        else:
            yield from _checked(version, block, until)


def _checked(version: Version, block: Block, until: Moment) -> Iterator[Hindrance]:
    place = (first_segment(block), until.start, until.end)
    if until.hour is None:
        said = message(N_("The embargo does not say at what hour it ends."))
        yield Hindrance(said, *place, severity=Severity.WARNING)
    if until.last < version.now:
        yield Hindrance(message(N_("The embargo is over: its end lies in the past.")), *place)
    day = version.edition.date
    if day and day not in until.days:
        said = message(
            N_("The embargo ends on another day than that of the release, {day}."),
            day=format_date(day, version.language),
        )
        yield Hindrance(said, *place)
    if version.is_translation and (theirs := _in_source(version, block)) and not _agree(until, theirs):
        yield Hindrance(message(N_("The embargo ends at another moment than in the source.")), *place)


def _agree(one: Moment, other: Moment) -> bool:
    """Whether both can be the same moment; 10:00 GMT and 15:00 in Astana are."""
    if one.zone and other.zone and one.hour and other.hour:
        return one.first == other.first
    return one.day == other.day and (one.hour == other.hour or not (one.hour and other.hour))


def _in_source(version: Version, block: Block) -> Moment | None:
    text = " ".join(segment.source.string for segment in block.segments)
    return moment(text, version.release.source_language)


def _day_in_source(version: Version, block: Block) -> dt.date | None:
    source = version.release.source_language
    line = Edition(version.release, version.edition.template, version.edition.profile, source).line(block)
    days = find_dates(line.text.string, source) if line else ()
    return next((span.date for span in days if span.date), None)


DATE: Final = Requirement(
    "date", Severity.ERROR, N_("The release says a date that there is, the same in each language"), date
)
EMBARGO: Final = Requirement(
    "embargo",
    Severity.ERROR,
    N_("An embargo names its end, the same in each language, on the day of the release and not in the past"),
    embargo,
)
