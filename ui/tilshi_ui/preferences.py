"""The user's settings while the program runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from tilshi import settings
from tilshi.files.errors import FileError
from tilshi.settings import Settings


class Preferences:
    """Holds the settings and writes them when they change; `trouble` says why they could not be written, if so."""

    def __init__(self, path: Path) -> None:
        self._path = path
        loaded = settings.load(path)
        self._settings = loaded.settings
        self.set_aside = loaded.set_aside
        self.trouble = ""

    @property
    def now(self) -> Settings:
        """The settings as they are."""
        return self._settings

    def change(self, **fields: Any) -> None:
        """Other values for some fields of Settings."""
        self._store(replace(self._settings, **fields))

    def remember_file(self, path: Path) -> None:
        """The file is the most recent one."""
        self._store(self._settings.with_recent(path.resolve()))

    def remember_reason(self, reason: str) -> None:
        """The reason is the most recent one."""
        self._store(self._settings.with_reason(reason))

    def forget_file(self, name: str) -> None:
        """The file is no longer offered."""
        self.change(recent_files=tuple(other for other in self._settings.recent_files if other != name))

    def _store(self, changed: Settings) -> None:
        if changed == self._settings:
            return
        self._settings = changed
        try:
            settings.save(changed, self._path)
        except FileError as error:
            self.trouble = str(error)
        else:
            self.trouble = ""
