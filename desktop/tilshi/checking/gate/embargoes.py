"""The moment an embargo names."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from dataclasses import dataclass
from typing import Final

from tilshi.language.dates import find_dates, find_times
from tilshi.language.zones import zones

_EARLIEST: Final = dt.timezone(dt.timedelta(hours=14))
_LATEST: Final = dt.timezone(dt.timedelta(hours=-12))
"""The first and the last zone of the earth to reach an hour."""

_OFFSET: Final = re.compile(r"UTC([+-])(\d\d):(\d\d)")
_HOURS: Final = {
    "UTC": 0,
    "CET": 1,
    "CEST": 2,
    "BST": 1,
    "EST": -5,
    "EDT": -4,
    "EET": 2,
    "EEST": 3,
    "MSK": 3,
    "ALMT": 5,
}
_CITIES: Final = {
    "Geneva": "Europe/Zurich",
    "Astana": "Asia/Almaty",
    "Almaty": "Asia/Almaty",
    "Bishkek": "Asia/Bishkek",
    "Tashkent": "Asia/Tashkent",
    "Dushanbe": "Asia/Dushanbe",
    "Kyiv": "Europe/Kyiv",
    "London": "Europe/London",
    "Paris": "Europe/Paris",
    "New York": "America/New_York",
    "Nairobi": "Africa/Nairobi",
    "Amman": "Asia/Amman",
    "Beirut": "Asia/Beirut",
}
"""Names as `language.zones` gives them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the hour and its zone where they are said; `start` to `end` is what was read, in code points."""

    day: dt.date
    hour: dt.time | None
    zone: dt.tzinfo | None
    start: int
    end: int

    @property
    def first(self) -> dt.datetime:
        """The first instant it can mean."""
        return dt.datetime.combine(self.day, self.hour or dt.time(), self.zone or _EARLIEST)

    @property
    def last(self) -> dt.datetime:
        """The last instant it can mean: without an hour the end of the day, without a zone that in the far west."""
        last = dt.datetime.combine(self.day, self.hour or dt.time(), self.zone or _LATEST)
        return last if self.hour else last + dt.timedelta(days=1)

    @property
    def days(self) -> frozenset[dt.date]:
        """The days on which it can be somewhere on the earth."""
        return frozenset({self.day, self.first.astimezone(_LATEST).date(), self.last.astimezone(_EARLIEST).date()})


def moment(text: str, language: str) -> Moment | None:
    """The moment a text names, None where it names no day; where it names several, the last one."""
    days = [span for span in find_dates(text, language) if span.date]
    if not days or days[-1].date is None:
        return None
    hours = find_times(text)
    named = [found for found in zones(text) if hours]
    read = [(days[-1].start, days[-1].end), *((begin, stop) for begin, stop, _hour in hours[-1:])]
    read += [(zone.start, zone.end) for zone in named]
    start, end = min(begin for begin, _stop in read), max(stop for _begin, stop in read)
    hour = hours[-1][2] if hours else None
    return Moment(days[-1].date, hour, _zone(named[-1].name) if named else None, start, end)


def _zone(name: str) -> dt.tzinfo | None:
    """The zone of that name as `language.zones` gives it; None where we do not know what it is."""
    if found := _OFFSET.fullmatch(name):
        offset = dt.timedelta(hours=int(found[2]), minutes=int(found[3]))
        return dt.timezone(offset if found[1] == "+" else -offset)
    if name in _HOURS:
        return dt.timezone(dt.timedelta(hours=_HOURS[name]))
    try:
        return zoneinfo.ZoneInfo(_CITIES[name])
    except (KeyError, zoneinfo.ZoneInfoNotFoundError):
        return None
