"""The commands about publishing: what still blocks it, and what is let through."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QWidget

from tilshi.checking.findings import Side
from tilshi.i18n import _
from tilshi.release import Change, Compound
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.throttle import Throttle
from tilshi_ui.window.workarea import WorkArea

if TYPE_CHECKING:
    from tilshi.checking.gate.obstacles import Obstacle
    from tilshi_ui.dialogs.gate import GateDialog

_PATIENCE_MS: Final = 600
"""So long the release stays as it is before it is looked at again."""


class GateVerbs(QObject):
    """Shows what keeps versions from being published, and keeps in the release what was decided about it.

    `said` carries what the user should know and need not confirm.
    """

    said = Signal(str)

    def __init__(
        self,
        window: QWidget,
        work: WorkArea,
        glossary: LiveGlossary,
        preferences: Preferences,
        pool: QThreadPool,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._work = work
        self._glossary = glossary
        self._preferences = preferences
        self._pool = pool
        self._document: OpenDocument | None = None
        self._dialog: GateDialog | None = None
        self._looking = Throttle(self._look, self, _PATIENCE_MS)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release is open."""
        if self._document is not None:
            self._document.changed.disconnect(self._forget)
        self._document = document
        if document is not None:
            document.changed.connect(self._forget)
        elif self._dialog is not None:
            self._dialog.close()

    def show_gate(self) -> None:
        """What still blocks publication, in each language."""
        from tilshi_ui.dialogs.gate import GateDialog  # dialogs are loaded when they are opened

        if self._document is None:
            return
        if self._dialog is None:
            self._dialog = GateDialog(self._preferences, self._pool, self._window)
            self._dialog.chosen.connect(self._go)
            self._dialog.let_through.connect(self._let_through)
        self._look()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def publish(self, languages: tuple[str, ...]) -> None:
        """Keeps in the release that these versions went out as they are now."""
        from tilshi.checking.gate.passing import publish  # loaded long since, with the gate

        document = self._document
        if document is None:
            return
        release, edits = document.release, []
        for code in languages:
            edit = publish(release, code, self._preferences.now.user_name, _now())
            release = edit.apply(release)
            edits.append(edit)
        document.apply(Compound(tuple(edits)))
        self.said.emit(_("The release keeps that it was published. Save it."))

    def _forget(self, _change: Change) -> None:
        """The release has changed: what is shown is looked at again."""
        if self._dialog is not None and self._dialog.isVisible():
            self._looking.postpone()

    def _look(self) -> None:
        if self._document is not None and self._dialog is not None:
            self._dialog.offer(self._document.release, self._document.place.language, self._glossary.now)

    def _go(self, obstacle: Obstacle) -> None:
        """Leads to the place of an obstacle, and selects its characters."""
        document = self._document
        if document is None or not document.number(obstacle.segment):
            return
        document.place.speak(obstacle.language)
        document.place.go(obstacle.segment)
        rows = self._work.rows
        written = document.writes_source or obstacle.side is Side.TARGET
        cell = rows.writer if written or not rows.source_cell.isVisible() else rows.source_cell
        if obstacle.end > obstacle.start:
            cell.select(obstacle.start, obstacle.end)
        rows.reveal()

    def _let_through(self, obstacle: Obstacle, reason: str, name: str) -> None:
        from tilshi.checking.gate.passing import override

        document = self._document
        if document is not None:
            document.apply(override(document.release, obstacle.language, obstacle.requirement, reason, name, _now()))
            self._look()


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
