"""What Tilshi says in TMX beyond the standard, as properties, and what other programs say of a context."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from tilshi.release import MarkKind

PREFIX: Final = "x-tilshi-"
RELEASE: Final = f"{PREFIX}release"
TITLE: Final = f"{PREFIX}title"
SEGMENT: Final = f"{PREFIX}segment"
ROLE: Final = f"{PREFIX}role"
STATE: Final = f"{PREFIX}state"
PREVIOUS: Final = f"{PREFIX}previous"
FOLLOWING: Final = f"{PREFIX}following"

CONTEXT_BEFORE: Final = frozenset({"x-context-pre", "prev"})
"""Properties with the text before: memoQ's (in a `seg` of its own), OmegaT's."""
CONTEXT_AFTER: Final = frozenset({"x-context-post", "next"})

UNTRANSLATABLE: Final = "x-untranslatable"
"""The type of a `hi` around what must not be translated."""

TAGS: Final = {"b": MarkKind.BOLD, "strong": MarkKind.BOLD, "i": MarkKind.ITALIC, "em": MarkKind.ITALIC}
TYPES: Final = {
    "bold": MarkKind.BOLD,
    "italic": MarkKind.ITALIC,
    "link": MarkKind.LINK,
    "x-link": MarkKind.LINK,
    UNTRANSLATABLE: MarkKind.UNTRANSLATABLE,
    "x-protected": MarkKind.UNTRANSLATABLE,
}

_DATE: Final = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")


def iso(date: str) -> str:
    """A date of TMX (`20260421T101500Z`, ISO 8601 without separators, in UTC) with separators; empty if it is none."""
    found = _DATE.fullmatch(date)
    if not found:
        return ""
    try:
        moment = dt.datetime(*(int(part) for part in found.groups()), tzinfo=dt.UTC)  # type: ignore[misc,arg-type]
    except ValueError:
        return ""
    return moment.isoformat(timespec="seconds")


def compact(date: str) -> str:
    """A date of ours as TMX has it; empty if it is none."""
    try:
        moment = dt.datetime.fromisoformat(date)
    except ValueError:
        return ""
    return moment.astimezone(dt.UTC).strftime("%Y%m%dT%H%M%SZ")
