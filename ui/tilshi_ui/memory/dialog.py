"""The memory to look through: what is in it, bringing in and taking out, deleting."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QToolButton, QWidget

from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.memory.carrying import Carried, Progress, bring_in, take_out
from tilshi_ui.memory.live import LiveMemory
from tilshi_ui.memory.passages import Found, PassagesModel, passages_table
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from tilshi.memory.memory import Memory
    from tilshi.memory.units import Pair, Unit

_NEWEST = 200
"""Units that are shown where nothing is looked for."""


class _Contents(NamedTuple):
    pairs: dict[Pair, int]
    releases: int
    found: tuple[Found, ...]


class _Teller(QObject):
    """Carries progress from the thread that works to the one that shows it."""

    moved = Signal(int, int)


class MemoryDialog(PlainDialog):
    """All that is remembered, the newest first, or what was looked for."""

    def __init__(self, memory: LiveMemory, parent: QWidget | None = None) -> None:
        super().__init__(_("Translation memory"), parent)
        self.resize(940, 600)
        self._memory = memory
        self._asked = 0
        self._stop = threading.Event()
        self._teller = _Teller(self)
        self._teller.moved.connect(self._show_progress)
        self._model = PassagesModel(self)
        self._table = passages_table(self._model)
        self._table.setAccessibleName(_("What is remembered"))
        self._messages = MessageBar()
        self._statistics = PlainLabel(role="dim", wrap=True)
        self._fill_head()
        self.body.addWidget(self._messages)
        self.body.addWidget(self._table, 1)
        self.body.addLayout(self._progress_row())
        self.body.addWidget(self._statistics)
        self._delete = self.add_button(_("&Delete"), left=True)
        self._delete.clicked.connect(self.delete)
        self._import = self.add_button(_("&Import TMX…"))
        self._import.clicked.connect(self.import_file)
        self._export = self.add_button(_("E&xport TMX…"))
        self._export.clicked.connect(self.export_file)
        self.add_button(_("&Close")).clicked.connect(self.accept)
        self._waiting = Throttle(self.refresh, self)
        self._words.textChanged.connect(self._waiting.postpone)
        self._language.currentIndexChanged.connect(self._waiting.postpone)
        self._table.selectionModel().selectionChanged.connect(self._mark)
        memory.changed.connect(self._waiting.postpone)
        memory.failed.connect(self._say_error)
        self._mark()
        self.refresh()

    @property
    def rows(self) -> tuple[Found, ...]:
        """What is shown."""
        return self._model.rows

    @property
    def statistics(self) -> str:
        """What is said of the whole."""
        return self._statistics.text()

    @property
    def said(self) -> str:
        """What was said last."""
        return self._messages.text

    def refresh(self) -> None:
        """Reads the memory anew, in the background."""
        self._asked += 1
        words, language = self._words.text().strip(), self._language.currentData()
        self._memory.work(partial(_contents, words, language), partial(self._show, self._asked))

    def delete(self) -> None:
        """Takes the chosen units out; can be taken back."""
        units = [self._model.rows[index.row()].unit for index in self._table.selectionModel().selectedRows()]
        if not units:
            return
        self._memory.work(partial(_removed, units), self._tell_changed)
        text = ngettext("{n} entry was deleted.", "{n} entries were deleted.", len(units)).format(n=len(units))
        self._messages.say(Severity.NOTE, text, _("Bring it back"), partial(self._put, units))

    def import_file(self) -> None:
        """Asks for a TMX file and takes its units over."""
        filters = ";;".join((_("Translation memories ({patterns})").format(patterns="*.tmx"), _("All files (*)")))
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Import a translation memory"), "", filters)
        if chosen:
            self.import_path(Path(chosen))

    def import_path(self, path: Path) -> None:
        """Takes over the units of a TMX file, in the background."""
        self._carry(bring_in, path, partial(self._say_imported, path))

    def export_file(self) -> None:
        """Asks for a file and writes the memory into it."""
        chosen, _filter = QFileDialog.getSaveFileName(
            self, _("Export the translation memory"), "memory.tmx", "TMX (*.tmx)"
        )
        if chosen:
            path = Path(chosen)
            self.export_path(path if path.suffix else path.with_suffix(".tmx"))

    def export_path(self, path: Path) -> None:
        """Writes the whole memory as TMX, in the background."""
        self._carry(take_out, path, partial(self._say_exported, path))

    def cancel(self) -> None:
        """Stops what is under way."""
        self._stop.set()

    def done(self, result: int) -> None:
        """The dialog goes; long work is stopped."""
        self._stop.set()
        self._asked += 1
        super().done(result)

    # The pieces

    def _fill_head(self) -> None:
        self._words = QLineEdit()
        self._words.setPlaceholderText(_("Words in any form; “a phrase”; begin*"))
        self._words.setAccessibleName(_("Words to look for"))
        self._words.setClearButtonEnabled(True)
        for button in self._words.findChildren(QToolButton):
            button.setAccessibleName(_("Clear"))
        self._language = ListField()
        self._language.setAccessibleName(_("Language of the words"))
        for code in ("kk", "en", "ru", "fr"):
            self._language.addItem(language_name(code), code)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._words, 1)
        row.addWidget(self._language)
        self.body.addLayout(row)

    def _progress_row(self) -> QHBoxLayout:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far it is"))
        self._counted = PlainLabel(role="dim")
        self._cancel = QPushButton(_("S&top"))
        self._cancel.clicked.connect(self.cancel)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        for widget, stretch in ((self._bar, 1), (self._counted, 0), (self._cancel, 0)):
            row.addWidget(widget, stretch)
            widget.hide()
        return row

    def _carry(
        self,
        deed: Callable[[Path, Progress, threading.Event, Memory], Carried],
        path: Path,
        then: Callable[[Carried], None],
    ) -> None:
        self._stop = threading.Event()
        self._show_carrying(shown=True)
        self._memory.work(
            partial(deed, path, self._teller.moved.emit, self._stop), partial(self._finish, then), self._fail
        )

    def _finish(self, then: Callable[[Carried], None], carried: Carried) -> None:
        self._show_carrying(shown=False)
        then(carried)
        self._memory.changed.emit()

    def _fail(self, error: Exception) -> None:
        self._show_carrying(shown=False)
        if not isinstance(error, FileError):
            raise error
        self._say_error(error)

    def _show_carrying(self, *, shown: bool) -> None:
        for widget in (self._bar, self._counted, self._cancel):
            widget.setVisible(shown)
        for button in (self._import, self._export):
            button.setEnabled(not shown)
        self._bar.setRange(0, 0)
        self._counted.setText("")

    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._counted.setText(_("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}") if total else "")

    def _show(self, asked: int, contents: _Contents) -> None:
        if asked != self._asked:
            return
        self._model.show_rows(contents.found)
        parts = [_("{pair}: {n}").format(pair=_pair(pair), n=f"{n:,}") for pair, n in contents.pairs.items()]
        total = sum(contents.pairs.values())
        head = ngettext("{n} entry", "{n} entries", total).format(n=f"{total:,}")
        count = contents.releases
        where = ngettext("from {n} release or file", "from {n} releases and files", count).format(n=count)
        self._statistics.setText(" · ".join((head, where, *parts)) if total else _("Nothing is remembered yet."))
        self._mark()

    def _mark(self) -> None:
        self._delete.setEnabled(bool(self._table.selectionModel().selectedRows()))

    def _put(self, units: list[Unit]) -> None:
        self._memory.work(partial(_stored, units), self._tell_changed)

    def _tell_changed(self, _answer: object) -> None:
        self._memory.changed.emit()

    def _say_imported(self, path: Path, carried: Carried) -> None:
        text = _("{file}: {added} new, {known} known already").format(
            file=path.name, added=f"{carried.added:,}", known=f"{carried.known:,}"
        )
        self._say_carried(text, carried)

    def _say_exported(self, path: Path, carried: Carried) -> None:
        if carried.stopped:
            self._messages.say(Severity.NOTE, _("Nothing was written."))
            return
        number = carried.added
        text = ngettext("{file}: {n} entry", "{file}: {n} entries", number).format(file=path.name, n=f"{number:,}")
        self._say_carried(text, carried)

    def _say_carried(self, text: str, carried: Carried) -> None:
        severity = Severity.WARNING if carried.warnings else Severity.NOTE
        stopped = (_("It was stopped before the end."),) if carried.stopped else ()
        self._messages.say(severity, "\n".join((text, *stopped, *map(str, carried.warnings))))

    def _say_error(self, error: Exception) -> None:
        self._messages.say(Severity.ERROR, str(error))


def _pair(pair: Pair) -> str:
    return f"{language_name(pair.source)} → {language_name(pair.target)}"


def _contents(words: str, language: str, memory: Memory) -> _Contents:
    store = memory.store
    if words:
        passages = memory.search(words, language, most=_NEWEST)
        found = tuple(Found(each.unit, each.in_source, each.spans) for each in passages)
    else:
        newest = store.newest()
        units = {unit.id: unit for unit in store.units(range(newest, max(0, newest - _NEWEST), -1))}
        found = tuple(Found(unit) for unit in units.values())
    return _Contents(store.pairs(), len(store.releases()), found)


def _removed(units: list[Unit], memory: Memory) -> int:
    return memory.remove(units)


def _stored(units: list[Unit], memory: Memory) -> object:
    return memory.put(units)
