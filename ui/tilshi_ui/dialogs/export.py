"""Which languages in which formats, where to, and what is still missing; then the files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QThreadPool, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from tilshi.files.errors import FileError
from tilshi.i18n import N_, _, ngettext
from tilshi.release import Release
from tilshi.workflow import (
    FORMATS,
    Cancelled,
    NotFinal,
    Step,
    blocking_in,
    export_release,
    file_name,
    lacking,
    layout_of,
)
from tilshi_ui.background import Job
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.preferences import Preferences
from tilshi_ui.preview.missing import message
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, tooltip

if TYPE_CHECKING:
    from tilshi.checking.findings import Finding
    from tilshi.layout.missing import MissingPart
    from tilshi.terminology.glossary import Glossary
    from tilshi.workflow import Layout

_NAMES: Final = {"pdf": N_("PDF"), "docx": N_("Word"), "txt": N_("Text")}


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported: formats by language, and where to; `cancelled` is set to call it off.

    A `final` version has to pass the gate, for which the `glossary` is asked.
    """

    release: Release
    formats: dict[str, tuple[str, ...]]
    folder: Path
    final: bool = False
    glossary: Glossary | None = None
    cancelled: threading.Event = field(default_factory=threading.Event)

    @property
    def files(self) -> list[Path]:
        """All files it makes."""
        return [
            self.folder / file_name(self.release, code, name) for code, names in self.formats.items() for name in names
        ]


class ExportDialog(PlainDialog):
    """Stays beside the window; what is exported is the release as it is when the button is pressed.

    `gate_wanted` comes when the user wants to see what blocks publication, `published` carries the languages of final
    versions that were written. `_stepped` brings the count of finished files from the thread that makes them.
    """

    gate_wanted = Signal()
    published = Signal(tuple)
    _stepped = Signal(int)

    def __init__(self, preferences: Preferences, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(_("Export"), parent)
        self.setMinimumWidth(560)
        self._preferences = preferences
        self._pool = pool
        self._release: Release | None = None
        self._glossary: Glossary | None = None
        self._boxes: dict[tuple[str, str], QCheckBox] = {}
        self._remarks: dict[str, PlainLabel] = {}
        self._job: Job | None = None
        self._looking: Job | None = None
        self._order: Order | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(5 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnStretch(len(FORMATS) + 1, 1)
        self.body.addLayout(self._grid)
        self._folder = QLineEdit(preferences.now.export_folder)
        choose = QPushButton(_("C&hoose…"))
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._folder, 1)
        row.addWidget(choose)
        self._folder.setAccessibleName(_("Folder"))
        self.add_field(_("Folder"), row)
        self._final = QCheckBox(_("&Final: only what may be published"))
        self._final.toggled.connect(self._review)
        self.body.addWidget(self._final)
        self._note = self.add_text("", dim=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._bar.hide()
        self.body.addWidget(self._bar)
        self.body.addStretch(1)
        blocked = self.add_button(_("What still &blocks…"), left=True)
        blocked.clicked.connect(self.gate_wanted)
        self._show_folder = self.add_button(_("S&how in folder"), left=True)
        self._show_folder.hide()
        self._show_folder.clicked.connect(self._open_folder)
        self._close = self.add_button(_("&Close"))
        self._close.clicked.connect(self._stop_or_close)
        self._start = self.add_button(_("&Export"), primary=True)
        self._start.clicked.connect(self._begin)
        self._folder.textChanged.connect(self._review)
        self._stepped.connect(self._bar.setValue)

    def offer(self, release: Release, language: str, glossary: Glossary | None = None) -> None:
        """Offers a release for export, `language` first."""
        self._release = release
        self._glossary = glossary
        self._fill_grid(release, language)
        if not self._folder.text():
            self._folder.setText(str(Path.home()))
        self._show_folder.hide()
        self._review()
        self._look(release)

    # What is offered

    def _fill_grid(self, release: Release, language: str) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None and (widget := item.widget()):
                widget.deleteLater()
        self._boxes, self._remarks = {}, {}
        wanted = self._preferences.now.export_formats
        for column, name in enumerate(FORMATS, 1):
            self._grid.addWidget(PlainLabel(_(_NAMES[name]), "dim"), 0, column)
        for row, code in enumerate(release.languages, 1):
            self._grid.addWidget(PlainLabel(language_name(code), "strong" if code == language else ""), row, 0)
            for column, name in enumerate(FORMATS, 1):
                box = QCheckBox()
                box.setAccessibleName(f"{language_name(code)}, {_(_NAMES[name])}")
                box.setChecked(code == language and name in wanted)
                box.toggled.connect(self._review)
                self._boxes[code, name] = box
                self._grid.addWidget(box, row, column)
            self._remarks[code] = PlainLabel("", "small")
            self._grid.addWidget(self._remarks[code], row, len(FORMATS) + 1)

    def _look(self, release: Release) -> None:
        """Finds out what is missing in each language."""
        self._looking = Job(self)
        self._looking.done.connect(self._show_missing)
        self._looking.failed.connect(self._say_failure)
        self._looking.start(partial(_missing, release), self._pool)

    def _show_missing(self, missing: dict[str, tuple[MissingPart, ...]]) -> None:
        for code, parts in missing.items():
            if (label := self._remarks.get(code)) is None:
                continue
            count = len(parts)
            label.setText(
                ngettext("{n} thing missing", "{n} things missing", count).format(n=count) if count else _("Complete")
            )
            label.setToolTip(tooltip("\n".join(message(part) for part in parts)))

    def _planned(self) -> Order | None:
        if self._release is None or not self._folder.text().strip():
            return None
        formats = {
            code: tuple(name for name in FORMATS if self._boxes[code, name].isChecked())
            for code in self._release.languages
        }
        chosen = {code: names for code, names in formats.items() if names}
        folder = Path(self._folder.text().strip()).expanduser()
        return Order(self._release, chosen, folder, self._final.isChecked(), self._glossary) if chosen else None

    def _review(self) -> None:
        """Says what would happen."""
        order = self._planned()
        self._start.setEnabled(order is not None and self._job is None)
        if order is None:
            self._note.setText(_("Choose at least one language and format, and a folder."))
            return
        count = len(order.files)
        words = ngettext("{n} file will be written.", "{n} files will be written.", count).format(n=count)
        if there := [path.name for path in order.files if path.exists()]:
            words += " " + _("These are there and will be replaced: {names}.").format(names=", ".join(there))
        self._note.setText(words)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    # The export

    def _begin(self) -> None:
        order = self._planned()
        if order is None or self._job is not None:
            return
        self._order = order
        names = tuple(name for name in FORMATS if any(name in chosen for chosen in order.formats.values()))
        self._preferences.change(export_formats=names, export_folder=str(order.folder))
        self._bar.setRange(0, len(order.files))
        self._bar.setValue(0)
        self._bar.show()
        self._show_folder.hide()
        self._start.setEnabled(False)
        self._close.setText(_("&Cancel"))
        self._note.setText(_("Exporting…"))
        self._job = Job(self)
        self._job.done.connect(self._say_done)
        self._job.failed.connect(self._say_failure)
        self._job.start(partial(_export, order, self._stepped.emit), self._pool)

    def _stop_or_close(self) -> None:
        if self._job is not None and self._order is not None:
            self._order.cancelled.set()
        else:
            self.reject()

    def reject(self) -> None:
        """Escape calls a running export off; else it closes the dialog."""
        if self._job is not None and self._order is not None:
            self._order.cancelled.set()
        else:
            super().reject()

    def _say_done(self, paths: list[Path]) -> None:
        self._rest()
        self._bar.setValue(self._bar.maximum())
        names = ", ".join(path.name for path in paths)
        words = ngettext("{n} file was written: {names}", "{n} files were written: {names}", len(paths))
        self._note.setText(words.format(n=len(paths), names=names))
        self._show_folder.show()
        if self._order is not None and self._order.final:
            self.published.emit(tuple(self._order.formats))

    def _say_failure(self, error: Exception) -> None:
        self._rest()
        self._bar.hide()
        if isinstance(error, Cancelled):
            self._note.setText(_("Called off. Files that were finished before are in the folder."))
        elif isinstance(error, NotFinal):
            name = language_name(error.language)
            self._note.setText(_("Not exported: {language} may not be published yet.").format(language=name))
            self.gate_wanted.emit()
        elif isinstance(error, FileError):
            self._note.setText(_("Not exported: {reason}").format(reason=error))
        else:
            raise error

    def _rest(self) -> None:
        self._job = None
        self._close.setText(_("&Close"))
        self._start.setEnabled(True)

    def _open_folder(self) -> None:
        if self._order is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._order.folder)))


def _missing(release: Release) -> dict[str, tuple[MissingPart, ...]]:
    layout = layout_of(release)
    return {code: lacking(release, code, layout) for code in release.languages}


def _export(order: Order, stepped: Callable[[int], None]) -> list[Path]:
    """Makes the files, one language after the other; runs in the pool."""
    layout = layout_of(order.release)
    written: list[Path] = []
    findings = {code: _findings(order, code, layout) for code in order.formats} if order.final else {}
    for code, found in findings.items():
        # All of them are asked before the first file is written.
        if blocked := blocking_in(order.release, code, layout, found):
            raise NotFinal(code, blocked)
    for code, names in order.formats.items():
        written += export_release(
            order.release,
            code,
            names,
            order.folder,
            layout=layout,
            progress=partial(_tell, stepped, len(written)),
            cancelled=order.cancelled.is_set,
            final=findings.get(code),
        )
    return written


def _findings(order: Order, language: str, layout: Layout) -> tuple[Finding, ...]:
    from tilshi.checking.engine import check  # with all rules, which drafts do without
    from tilshi.checking.house import house_style

    house = house_style(language, layout.profile.house)
    return check(order.release, language, house=house, glossary=order.glossary)


def _tell(stepped: Callable[[int], None], before: int, step: Step) -> None:
    stepped(before + step.done)
