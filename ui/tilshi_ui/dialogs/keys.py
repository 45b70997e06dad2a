"""The keyboard shortcuts: to be looked up, taken from another program, changed, and printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tilshi import i18n
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.keys import profiles
from tilshi_ui.keys.book import Entry, KeyBook
from tilshi_ui.keys.capture import CaptureField
from tilshi_ui.keys.keymap import Trouble, trouble
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label

_NAME: Final = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """The table of all commands with what changes their keys; a page of the preferences and the body of a dialog."""

    def __init__(self, book: KeyBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.profile = ListField()
        self.filter = QLineEdit()
        self.table = QTableWidget(0, 2)
        self.capture = CaptureField()
        self.note = PlainLabel(wrap=True)
        self._give, self._add, self._none, self._reset = (QPushButton() for _ in range(4))
        self._reset_all, self._print = QPushButton(), QPushButton()
        self._arrange()
        self._fill_profiles()
        self._connect()
        self.fill()

    def fill(self) -> None:
        """Shows the commands whose name or keys have what the filter says."""
        chosen = self.command
        wanted = self.filter.text().casefold()
        self.table.setRowCount(0)
        for name, menu, title in self._book.entries():
            keys = self._book.shown(name)
            if wanted and wanted not in f"{menu} {title} {keys}".casefold():
                continue
            row = self.table.rowCount()
            self.table.insertRow(row)
            item = QTableWidgetItem(f"{menu}: {title}" if menu else title)
            item.setData(_NAME, name)
            self.table.setItem(row, 0, item)
            mark = " •" if name in self._book.own else ""
            self.table.setItem(row, 1, QTableWidgetItem(f"{keys}{mark}"))
            if name == chosen:
                self.table.selectRow(row)
        if not self.table.selectedItems() and self.table.rowCount():
            self.table.selectRow(0)
        self._judge()

    @property
    def command(self) -> str:
        """The name of the command that is chosen in the table; empty where none is."""
        return self._name(self.table.currentRow())

    def choose(self, command: str) -> None:
        """Chooses a command in the table."""
        for row in range(self.table.rowCount()):
            if self._name(row) == command:
                self.table.setCurrentCell(row, 0)

    def print_sheet(self) -> None:
        """Asks for a file and puts the keys there, on one page."""
        name = f"{self._book.profile.title or _('Tilshi')} – {_('Keyboard shortcuts')}.pdf"
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Keyboard shortcuts on one page"), str(Path.home() / name), _("PDF (*.pdf)")
        )
        if chosen:
            self.write_sheet(Path(chosen))

    def write_sheet(self, path: Path) -> None:
        """The keys on one page, as a PDF."""
        from tilshi.export.errors import ExportError  # with the fonts, which only a sheet needs
        from tilshi.files.atomic import replace
        from tilshi_ui.keys.sheet import Line, sheet

        entries = sorted(self._book.entries(), key=_by_menu(self._book))
        lines = [Line(menu, title, keys) for name, menu, title in entries if (keys := self._book.shown(name))]
        heading = self._book.profile.title
        title = _("Keyboard shortcuts") if not heading else _("Keyboard shortcuts, as in {name}").format(name=heading)
        try:
            replace(path, sheet(title, i18n.language(), lines, dt.datetime.now(dt.UTC)))
        except (FileError, ExportError) as error:
            self.note.setText(str(error))
        else:
            self.note.setText(_("{file} was written.").format(file=path.name))

    # The pieces

    def _name(self, row: int) -> str:
        item = self.table.item(row, 0)
        return str(item.data(_NAME)) if item is not None else ""

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(2 * STEP)
        top.addWidget(self.profile)
        top.addWidget(self.filter, 1)
        top.addWidget(self._print)
        change = QHBoxLayout()
        change.setSpacing(2 * STEP)
        change.addWidget(self.capture, 1)
        for button in (self._give, self._add, self._none, self._reset, self._reset_all):
            button.setAutoDefault(False)
            change.addWidget(button)
        self._print.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(change)
        column.addWidget(self.note)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._word()

    def _word(self) -> None:
        self.table.setHorizontalHeaderLabels([_("Command"), _("Keys")])
        self.table.setAccessibleName(_("Keyboard shortcuts"))
        self.profile.setAccessibleName(_("Keys as in another program"))
        for field, text in ((self.filter, _("Type to find")), (self.capture, _("Press the new keys here"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        texts = (_("Set"), _("Add"), _("No keys"), _("Reset"), _("Reset all"), _("Save as PDF…"))
        buttons = (self._give, self._add, self._none, self._reset, self._reset_all, self._print)
        for button, text in zip(buttons, texts, strict=True):
            button.setText(text)

    def _fill_profiles(self) -> None:
        self.profile.addItem(_("Tilshi"), "")
        for name in profiles.names():
            self.profile.addItem(label(profiles.load(name).title), name)
        self.profile.setCurrentIndex(max(0, self.profile.findData(self._book.profile.name)))

    def _connect(self) -> None:
        self.profile.activated.connect(self._use_profile)
        self.filter.textChanged.connect(self.fill)
        self.table.currentCellChanged.connect(self._forget_keys)
        self.capture.captured.connect(self._judge)
        self._give.clicked.connect(partial(self._change, add=False))
        self._add.clicked.connect(partial(self._change, add=True))
        self._none.clicked.connect(self._take_away)
        self._reset.clicked.connect(self._reset_one)
        self._reset_all.clicked.connect(self._reset_every)
        self._print.clicked.connect(self.print_sheet)
        self._book.changed.connect(self.fill)

    def _use_profile(self) -> None:
        self._book.use_profile(str(self.profile.currentData()))

    def _forget_keys(self) -> None:
        self.capture.clear_keys()
        self._judge()

    def _change(self, *, add: bool) -> None:
        command, keys = self.command, self.capture.keys
        if command and keys and trouble(keys) is None:
            self.capture.clear_keys()
            self._book.give(command, (*self._book.keys[command], keys) if add else (keys,))

    def _take_away(self) -> None:
        if command := self.command:
            self._book.give(command, ())

    def _reset_one(self) -> None:
        if command := self.command:
            self._book.reset(command)

    def _reset_every(self) -> None:
        self._book.reset_all()

    def _judge(self) -> None:
        """Says what is wrong with the keys that were pressed, or who has them."""
        keys, command = self.capture.keys, self.command
        wrong = trouble(keys)
        for button in (self._give, self._add):
            button.setEnabled(bool(command) and wrong is None)
        self._reset.setEnabled(command in self._book.own)
        self._reset_all.setEnabled(bool(self._book.own))
        self._none.setEnabled(bool(self._book.keys.get(command)))
        text = _reason(wrong)
        if wrong is None and (users := self._book.users(keys, command)):
            titles = {entry.name: entry.title for entry in self._book.entries()}
            text = _("{keys} is taken from “{command}”.").format(
                keys=self.capture.text(), command="”, “".join(titles[user] for user in users)
            )
        self.note.setText(text or _("On a Cyrillic keyboard layout a command answers to the place of its key."))


class KeysDialog(PlainDialog):
    """The page as a dialog of its own."""

    def __init__(self, book: KeyBook, parent: QWidget | None = None) -> None:
        super().__init__(_("Keyboard shortcuts"), parent)
        self.setMinimumSize(720, 560)
        self.page = KeysPage(book)
        self.body.addWidget(self.page)
        close = self.add_button(_("&Close"), primary=True)
        close.clicked.connect(self.accept)
        self.page.filter.setFocus()


def _by_menu(book: KeyBook) -> Callable[[Entry], int]:
    """Commands in the order of the menus; those that are in none with the others of theirs."""
    menus = [*dict.fromkeys(entry.menu for entry in book.entries())]
    return lambda entry: menus.index(entry.menu)


def _reason(wrong: Trouble | None) -> str:
    match wrong:
        case Trouble.ALT_GR:
            return _("Ctrl and Alt together are AltGr, with which letters are written. Choose other keys.")
        case Trouble.SYSTEM:
            return _("The system takes these keys for itself. Choose others.")
        case Trouble.WRITING:
            return _("Texts answer to these keys everywhere. Choose others.")
        case Trouble.LETTER:
            return _("Without Ctrl or Alt this key writes or moves. Choose others.")
        case _:
            return ""
