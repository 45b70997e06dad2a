"""Commands that lead to places of the release, and those that show more or less of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from tilshi.i18n import _
from tilshi.release.operations import toggle_bookmark
from tilshi_ui.document import OpenDocument
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.preferences import Preferences
from tilshi_ui.wording import label, language_name


class PlaceVerbs(QObject):
    """Bookmarks, the source that may be edited, other languages beside it; `said` is what the user should know."""

    said = Signal(str)

    def __init__(self, window: QWidget, rows: RowsView, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._rows = rows
        self._preferences = preferences
        self.document: OpenDocument | None = None
        rows.show_references(preferences.now.reference_languages)

    def go_to(self) -> None:
        """Goes to a segment by number, part or words."""
        from tilshi_ui.dialogs.goto import GoToDialog  # dialogs are loaded when they are opened

        if self.document is None:
            return
        dialog = GoToDialog(self.document, self._window)
        if dialog.exec() and dialog.chosen:
            self.document.place.go(dialog.chosen)
        dialog.deleteLater()
        self._rows.writer.setFocus()

    def toggle_bookmark(self) -> None:
        """Marks the segment to come back to, or takes the mark off."""
        if self.document is not None and self.document.place.segment:
            self.document.apply(toggle_bookmark(self.document.release, self.document.place.segment))

    def next_bookmark(self) -> None:
        """Goes to the next bookmark, round the end."""
        self._go_to_bookmark(1)

    def previous_bookmark(self) -> None:
        """Goes to the bookmark before, round the beginning."""
        self._go_to_bookmark(-1)

    def edit_source(self) -> None:
        """Lets the source beside the translation be written, or no longer."""
        if self.document is None:
            return
        if self.document.writes_source:
            self._rows.writer.setFocus()
            return
        opened = not self._rows.source_cell.isReadOnly()
        self._rows.open_source(writable=not opened)
        if not opened:
            self.said.emit(_("You are editing the source now; Escape or F2 ends it. Translations of it are kept."))

    def fill_references(self, menu: QMenu) -> None:
        """The other languages of the release, to be shown under the source."""
        if self.document is None:
            return
        chosen = self._preferences.now.reference_languages
        for code in self.document.release.target_languages:
            action = menu.addAction(label(language_name(code)))
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code in chosen)
            action.triggered.connect(self._choose_reference)
        if menu.isEmpty():
            menu.addAction(_("No other language")).setEnabled(False)

    def _choose_reference(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        others = tuple(code for code in self._preferences.now.reference_languages if code != action.data())
        chosen = (*others, action.data()) if action.isChecked() else others
        self._preferences.change(reference_languages=chosen)
        self._rows.show_references(chosen)

    def _go_to_bookmark(self, way: int) -> None:
        document = self.document
        if document is None:
            return
        numbers = {document.number(name): name for name in document.release.bookmarks if self._rows.shows(name)}
        numbers.pop(0, None)
        here = document.number(document.place.segment)
        order = sorted(numbers, reverse=way < 0)
        if not order:
            self.said.emit(_("There is no bookmark."))
            return
        following = next((number for number in order if (number - here) * way > 0), order[0])
        document.place.go(numbers[following])
        self._rows.writer.setFocus()
