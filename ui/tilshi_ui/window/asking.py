"""Commands that ask something first: which part, which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi.language.names import ENDONYMS
from tilshi.release import Role
from tilshi_ui.wording import language_name, role_name

if TYPE_CHECKING:
    from tilshi_ui.document import OpenDocument
    from tilshi_ui.window.verbs import Verbs

_FIRST = ("kk", "ru", "en", "fr")
"""The languages that press offices of the region need most."""


class Asking(QObject):
    """Each method shows one dialog and hands the answer on."""

    def __init__(self, window: QWidget, verbs: Verbs) -> None:
        super().__init__(window)
        self._window = window
        self._verbs = verbs

    def insert_part(self) -> None:
        """Adds a part of a kind to be chosen."""
        role = self._ask_role(_("Add a part"), Role.BODY)
        if role is not None:
            self._verbs.add_part(role)

    def change_role(self) -> None:
        """Makes the current part one of another kind."""
        document = self._opened()
        if document.place.segment:
            role = self._ask_role(_("Kind of this part"), document.release.block_of(document.place.segment).role)
            if role is not None:
                self._verbs.make(role)

    def add_language(self) -> None:
        """Adds a language to translate into."""
        present = self._opened().release.languages
        codes = [code for code in (*_FIRST, *sorted({*ENDONYMS} - {*_FIRST})) if code not in present]
        chosen = self._ask(_("Add a language"), [(code, f"{language_name(code)} ({code})") for code in codes])
        if isinstance(chosen, str):
            self._verbs.add_target_language(chosen)

    def _ask_role(self, title: str, current: Role) -> Role | None:
        chosen = self._ask(title, [(role.value, role_name(role)) for role in Role], current.value)
        return Role(chosen) if isinstance(chosen, str) else None

    def _ask(self, title: str, entries: list[tuple[str, str]], current: str = "") -> object:
        from tilshi_ui.dialogs.choice import Choice  # dialogs are loaded when they are opened

        dialog = Choice(title, entries, current, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _opened(self) -> OpenDocument:
        assert self._verbs.document is not None, "commands that need a release are disabled without one"
        return self._verbs.document
