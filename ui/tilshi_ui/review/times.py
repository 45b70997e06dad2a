"""When something was done, in words."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDateTime, QLocale

from tilshi import i18n


def now() -> str:
    """ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def when(moment: datetime | str) -> str:
    """A moment in this place's time and the interface's language; what is no moment comes back as it is."""
    try:
        known = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    except ValueError:
        return str(moment)
    stamp = QDateTime.fromSecsSinceEpoch(int(known.timestamp()))
    # Not the locale's short form, which is 3/6/26 in English: nobody knows which of them is the month.
    return QLocale(i18n.language()).toString(stamp, "d MMM yyyy, HH:mm")
