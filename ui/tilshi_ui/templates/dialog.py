"""The templates: which there are, what they say, and their page beside it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.layout import own, template
from tilshi.layout.editing import Editing
from tilshi.layout.legibility import pale_colours
from tilshi.layout.portable import SUFFIX, export_template, import_template
from tilshi.release import Release
from tilshi_ui.background import Pools
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.preview.paper import Paper
from tilshi_ui.templates.form import TemplateForm
from tilshi_ui.templates.trial import Trial, Tried
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import template_name

_NAME: Final = Qt.ItemDataRole.UserRole
_REST_MS: Final = 500
"""A template is kept when the hand rests so long."""
_LIST_WIDTH: Final = 220
_FORM_WIDTH: Final = 380


class TemplatesDialog(PlainDialog):
    """Stays beside the window. `wanted` carries the template that the release is to have, `renamed` old and new name.

    An own template is kept as it is changed, once nothing is wrong in it; every change can be taken back.
    """

    wanted = Signal(str)
    renamed = Signal(str, str)

    def __init__(self, theme: Theme, pools: Pools, parent: QWidget | None = None) -> None:
        super().__init__(_("Templates"), parent)
        self.resize(1180, 640)
        self._release: Release | None = None
        self._language = ""
        self._name = ""
        self._editing = Editing({})
        self._is_sound = False
        self._messages = MessageBar()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Templates"))
        self.name = QLineEdit()
        self.name.setAccessibleName(_("Name"))
        self.form = TemplateForm()
        self.paper = Paper(theme, pools.press)
        self._state = PlainLabel(role="dim", wrap=True)
        self._problem = PlainLabel(role="strong", wrap=True)
        self._trial = Trial(pools.press, self)
        self._waiting = Throttle(self.keep, self, _REST_MS)
        self.body.addWidget(self._messages)
        self.body.addLayout(self._panes(), 1)
        self._add_buttons()
        self._connect()

    @property
    def said(self) -> str:
        """What was said last, and what is wrong."""
        return f"{self._messages.text} {self._problem.text()}".strip()

    @property
    def chosen(self) -> str:
        """The name of the template that is shown."""
        return self._name

    @property
    def values(self) -> dict[str, Any]:
        """What it states now."""
        return dict(self._editing.values)

    def show_release(self, release: Release, language: str, *, usable: bool) -> None:
        """The release on the page; `usable` if it may take another template."""
        self._release, self._language = release, language
        self._use.setVisible(usable)
        self._fill(self._name or release.template)

    def choose(self, name: str) -> None:
        """Shows a template."""
        self._waiting.flush()
        try:
            values = own.values_of(name)
        except FileError as error:
            self._say(error)
            return
        self._name, self._editing, self._is_sound = name, Editing(values), False
        self._show_values()

    def duplicate(self) -> None:
        """Makes an own template out of the one that is shown."""
        self._waiting.flush()
        name = own.free_name(_("{name} (own)").format(name=template_name(self._name)))
        self._do(partial(own.duplicate, self._name, name), name)

    def rename(self) -> None:
        """The name that was typed."""
        new = self.name.text().strip()
        if not own.is_own(self._name) or new == self._name:
            return
        self._waiting.flush()
        old = self._name
        if self._do(partial(own.rename, old, new), new):
            self.renamed.emit(old, new)

    def delete(self) -> None:
        """Deletes the own template that is shown; it can be brought back."""
        self._waiting.stop()
        name = self._name
        try:
            values = own.delete(name)
        except FileError as error:
            self._say(error)
            return
        self._name = ""
        self._fill(values.get("extends", ""))
        text = _("{name} is deleted.").format(name=name)
        self._messages.say(Severity.NOTE, text, _("Undo"), partial(self._do, partial(own.write, name, values), name))

    def change(self, changes: tuple[tuple[tuple[str, ...], Any], ...]) -> None:
        """Other values, by their keys."""
        if own.is_own(self._name):
            self._use_editing(self._editing.change(*changes))

    def undo(self) -> None:
        """Takes the last change back."""
        self._use_editing(self._editing.undo())

    def redo(self) -> None:
        """Does again what was taken back."""
        self._use_editing(self._editing.redo())

    def keep(self) -> None:
        """Writes what is typed, if nothing is wrong in it."""
        self._waiting.stop()
        if self._is_sound and self._editing.before + self._editing.after and own.is_own(self._name):
            try:
                own.write(self._name, self._editing.values)
            except FileError as error:
                self._say(error)

    def export_file(self, path: Path | None = None) -> None:
        """Writes the template to one file."""
        self._waiting.flush()
        chosen = path or self._asked_path(saving=True)
        if chosen is None:
            return
        try:
            export_template(self._name, chosen)
        except FileError as error:
            self._say(error)
        else:
            self._messages.say(Severity.NOTE, _("Written: {file}").format(file=chosen.name))

    def import_file(self, path: Path | None = None) -> None:
        """Brings a template in."""
        chosen = path or self._asked_path(saving=False)
        if chosen is None:
            return
        try:
            carried = import_template(chosen)
        except FileError as error:
            self._say(error)
        else:
            self._fill(carried.template)
            self._messages.say(Severity.NOTE, _("“{name}” is here now.").format(name=carried.template))

    def done(self, result: int) -> None:
        """What was changed is kept before the dialog goes."""
        if self._waiting.is_waiting:
            self._is_sound = True  # `write` looks itself
            self.keep()
        super().done(result)

    # The pieces

    def _panes(self) -> QHBoxLayout:
        left, middle = QWidget(), QWidget()
        left.setFixedWidth(_LIST_WIDTH)
        middle.setFixedWidth(_FORM_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        self._duplicate, self._delete = QPushButton(_("&Duplicate")), QPushButton(_("D&elete"))
        row = QHBoxLayout()
        for button in (self._duplicate, self._delete):
            button.setAutoDefault(False)
            row.addWidget(button)
        column.addLayout(row)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        for widget in (self.name, self._state, self._problem):
            column.addWidget(widget)
        column.addWidget(self.form, 1)
        panes = QHBoxLayout()
        panes.setSpacing(4 * STEP)
        panes.addWidget(left)
        panes.addWidget(middle)
        panes.addWidget(self.paper, 1)
        return panes

    def _add_buttons(self) -> None:
        # Each goes before the one before it.
        self._export = self.add_button(_("E&xport…"), left=True)
        self._import = self.add_button(_("&Import…"), left=True)
        self._redo = self.add_button(_("&Redo"), left=True)
        self._undo = self.add_button(_("&Undo"), left=True)
        self.add_button(_("&Close")).clicked.connect(self.accept)
        self._use = self.add_button(_("U&se in this release"), primary=True)
        self._use.setAutoDefault(False)
        self._use.setDefault(False)

    def _connect(self) -> None:
        for button, deed in (
            (self._undo, self.undo),
            (self._redo, self.redo),
            (self._duplicate, self.duplicate),
            (self._delete, self.delete),
        ):
            button.clicked.connect(deed)
        self._import.clicked.connect(partial(self.import_file, None))
        self._export.clicked.connect(partial(self.export_file, None))
        self._use.clicked.connect(self._want)
        for keys, deed in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        self.list.currentItemChanged.connect(self._choose_item)
        self.name.editingFinished.connect(self.rename)
        self.form.changed.connect(self.change)
        self._trial.tried.connect(self._show_tried)
        self._trial.refused.connect(self._say_refused)

    def _fill(self, name: str) -> None:
        """The list again, with a template chosen."""
        names = template.available()
        mine = own.own()
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.list.clear()
        for each in (*mine, *(each for each in names if each not in mine)):
            item = QListWidgetItem(each if each in mine else template_name(each))
            item.setData(_NAME, each)
            self.list.addItem(item)
        found = [row for row in range(self.list.count()) if self.list.item(row).data(_NAME) == name]
        self.list.setCurrentRow(found[0] if found else 0)
        self.list.blockSignals(False)  # noqa: FBT003
        self._choose_item(self.list.currentItem())

    def _choose_item(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is not None:
            self.choose(item.data(_NAME))

    def _use_editing(self, editing: Editing) -> None:
        if editing is not self._editing:
            self._editing, self._is_sound = editing, False
            self._try()

    def _show_values(self) -> None:
        mine = own.is_own(self._name)
        self.name.setText(self._name if mine else template_name(self._name))
        self.name.setEnabled(mine)
        self._delete.setEnabled(mine)
        self._state.setText(
            _("Every change is kept at once.")
            if mine
            else _("This template belongs to the program and stays as it is. Duplicate it and change the copy.")
        )
        self._try()

    def _try(self) -> None:
        self._undo.setEnabled(bool(self._editing.before))
        self._redo.setEnabled(bool(self._editing.after))
        if self._release is not None:
            self._trial.ask(self._name, self._editing.values, self._release, self._language)

    def _show_tried(self, result: Tried) -> None:
        if result.template.name != self._name:
            return
        self._is_sound = True
        self.form.show_template(result.template, editable=own.is_own(self._name))
        self._warn([str(pale) for pale in pale_colours(result.template)] or [result.problem])
        if result.pages is not None:
            self.paper.show_pages(result.pages)
        if self._editing.before or self._editing.after:
            self._waiting.postpone()

    def _say_refused(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self._warn([f"{error.place}: {error.reason} {error.remedy}".strip()])

    def _warn(self, lines: list[str]) -> None:
        text = "\n".join(f"⚠ {line}" for line in lines if line)
        self._problem.setText(text)
        self._problem.setVisible(bool(text))

    def _do(self, deed: partial[Path], name: str) -> bool:
        try:
            deed()
        except FileError as error:
            self._say(error)
            self._show_values()
            return False
        self._fill(name)
        return True

    def _say(self, error: FileError) -> None:
        self._messages.say(Severity.ERROR, str(error))

    def _want(self) -> None:
        self._waiting.flush()
        self.wanted.emit(self._name)

    def _asked_path(self, *, saving: bool) -> Path | None:
        kinds = f"{_('Templates')} (*{SUFFIX})"
        if saving:
            name, _kind = QFileDialog.getSaveFileName(self, _("Export"), f"{self._name}{SUFFIX}", kinds)
        else:
            name, _kind = QFileDialog.getOpenFileName(self, _("Import"), "", kinds)
        if not name:
            return None
        path = Path(name)
        return path.with_name(path.name + SUFFIX) if saving and path.suffix != SUFFIX else path
