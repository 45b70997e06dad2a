"""The command that shows some rows only, and the bar it opens."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.filtering import RowFilter, fitting

if TYPE_CHECKING:
    from tilshi_ui.window.filterbar import FilterBar
    from tilshi_ui.window.workarea import WorkArea


class FilterVerbs(QObject):
    """Rows that fitted when the user asked stay until the user asks again: nothing vanishes while it is written."""

    def __init__(self, work: WorkArea, checks: LiveChecks, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._checks = checks
        self._document: OpenDocument | None = None
        self.bar: FilterBar | None = None
        checks.reported.connect(self._show_kinds)

    @property
    def is_on(self) -> bool:
        """Whether some rows are hidden."""
        return self.bar is not None and self.bar.isVisible() and bool(self.bar.wanted)

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none: all of it is shown."""
        if self._document is not None:
            self._document.place.language_changed.disconnect(self._ask_again)
        self._document = document
        if document is not None:
            document.place.language_changed.connect(self._ask_again)
        if self.bar is not None:
            self.bar.clear()
            self.bar.setVisible(False)

    def filter_rows(self) -> None:
        """Opens the bar that says which rows are shown."""
        if self._document is None:
            return
        if self.bar is None:
            from tilshi_ui.window.filterbar import FilterBar  # with the first wish

            self.bar = FilterBar()
            self._work.add_band(self.bar)
            self.bar.changed.connect(self.use)
            self.bar.left.connect(self.leave)
        self.bar.show_sides(translation=not self._document.writes_source)
        self._show_kinds()
        self.bar.ask()

    def leave(self) -> None:
        """Shows all rows again."""
        if self.bar is not None:
            self.bar.clear()
            self.bar.setVisible(False)
        self._work.rows.show_only(None)
        self._work.rows.writer.setFocus()

    def use(self, wanted: RowFilter) -> None:
        """Shows the rows that fit."""
        document = self._document
        if document is None or self.bar is None:
            return
        if not wanted:
            self._work.rows.show_only(None)
            self.bar.show_count(None, 0)
            return
        try:
            found = fitting(document.release, document.place.language, wanted, self._checks.findings)
        except re.error as error:
            self.bar.show_trouble(str(error))
            return
        self._work.rows.show_only(found)
        self.bar.show_count(len(found), len(document.release.places or {}))

    def _ask_again(self) -> None:
        if self.bar is not None and self._document is not None:
            self.bar.show_sides(translation=not self._document.writes_source)
            if self.is_on:
                self.use(self.bar.wanted)

    def _show_kinds(self) -> None:
        if self.bar is not None and self.bar.isVisible() and (report := self._checks.report):
            self.bar.show_kinds(report.kinds)
