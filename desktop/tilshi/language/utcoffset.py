"""Time zones as a reader far away understands them."""

from __future__ import annotations

import datetime as dt


def utc_offset(zone: str, day: dt.date | None) -> str:
    """The distance of a zone (its IANA name) from UTC at noon of a day: `UTC+5`, `UTC−3:30`.

    Without a day, or where the system does not know the zone, it is empty: summer time may be in force or not.
    """
    if not zone or day is None:
        return ""
    import zoneinfo  # few pages say hours

    try:
        known = zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    offset = dt.datetime.combine(day, dt.time(12), known).utcoffset() or dt.timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}:{rest:02}" if rest else f"UTC{sign}{hours}"
