"""Who did something and when, as drafts keep it."""

from __future__ import annotations

import datetime as dt

from tilshi.settings import default_path, load


def user_name(named: str) -> str:
    """Whom the command names, else whom the settings name; maybe nobody."""
    return named or load(default_path()).settings.user_name


def timestamp() -> str:
    """Now, as ISO 8601 in UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
