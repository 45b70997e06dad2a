"""What a file was recognised as, to be corrected before it becomes a release."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHeaderView, QPushButton, QWidget

from tilshi.exchange.imported import NOTHING_TO_REPORT
from tilshi.exchange.importing import import_files
from tilshi.exchange.kinds import WORD_SUFFIXES
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.language.names import ENDONYMS
from tilshi.release import Release
from tilshi.release.operations import set_template
from tilshi_ui.background import Job
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.dialogs.parts import PartsModel, parts_table
from tilshi_ui.dialogs.wordreport import WordReport
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import TEMPLATES, language_name, template_name

if TYPE_CHECKING:
    from tilshi.exchange.imported import Imported

SUFFIXES: Final = (".txt", *sorted(WORD_SUFFIXES), ".xlf", ".xliff")
_TEXTS: Final = (".txt", *sorted(WORD_SUFFIXES))
"""What one can give a translation, and a language."""

_FIRST: Final = ("kk", "ru", "en", "fr")


class ImportDialog(PlainDialog):
    """A text or Word file, one with its translation, or XLIFF; `release` is what the user accepted, or None."""

    def __init__(self, paths: list[Path], pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(_("Import"), parent)
        self.resize(920, 640)
        self.release: Release | None = None
        self._pool = pool
        self._paths = paths
        self._given: dict[Path, str] = {}
        self._job: Job | None = None
        self._files = QGridLayout()
        self._files.setHorizontalSpacing(3 * STEP)
        self._files.setVerticalSpacing(2 * STEP)
        self._files.setColumnStretch(1, 1)
        self.body.addLayout(self._files)
        self._messages = MessageBar()
        self.body.addWidget(self._messages)
        self._report = WordReport()
        self._report.chosen.connect(self._read)
        self.body.addWidget(self._report)
        self._model = PartsModel(self)
        self._table = parts_table(self._model)
        self.body.addWidget(self._table, 1)
        self._template = ListField()
        for name in TEMPLATES:
            self._template.addItem(template_name(name), name)
        self.add_field(_("Kind of release"), self._template)
        self._add = self.add_button(_("Add its &translation…"), left=True)
        self._add.clicked.connect(self._add_file)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self._accept = self.add_button(_("&Import"), primary=True)
        self._accept.clicked.connect(self._take)
        self._table.setFocus()
        self._read()

    # Files and their languages

    def _read(self) -> None:
        self._accept.setEnabled(False)
        codes = [self._given.get(path) for path in self._paths[:2]]
        work = partial(
            import_files,
            tuple(self._paths),
            language=codes[0],
            translation=[*codes, None][1],
            changes=self._report.changes,
        )
        self._job = Job(self)
        self._job.done.connect(self._show_imported)
        self._job.failed.connect(self._say_failure)
        self._job.start(work, self._pool)

    def _show_imported(self, imported: Imported) -> None:
        release = imported.release
        self._model.show_release(release, imported.confidence)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(0, 170)
        self._template.setCurrentIndex(max(0, self._template.findData(release.template)))
        self._show_files(release.languages)
        self._report.show_report(imported.report)
        self._messages.hide()
        if imported.warnings:
            self._messages.say(Severity.WARNING, "\n".join(str(warning) for warning in imported.warnings))
        self._accept.setEnabled(True)

    def _say_failure(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self._model.show_release(Release("", "en"), {})
        self._report.show_report(NOTHING_TO_REPORT)
        self._show_files(())
        self._messages.say(Severity.ERROR, str(error))

    def _show_files(self, languages: tuple[str, ...]) -> None:
        while self._files.count():
            item = self._files.takeAt(0)
            if item is not None and (widget := item.widget()):
                widget.deleteLater()
        aligned = len(self._paths) > 1
        names = (_("Source"), _("Translation"))
        for row, path in enumerate(self._paths):
            self._files.addWidget(PlainLabel(names[min(row, 1)] if aligned else _("File"), "dim"), row, 0)
            self._files.addWidget(PlainLabel(path.name, "strong"), row, 1)
            self._files.addWidget(self._language_box(row, languages[row] if row < len(languages) else ""), row, 2)
        if aligned:
            swap = QPushButton(_("S&wap"))
            swap.setAutoDefault(False)
            swap.clicked.connect(self._swap)
            self._files.addWidget(swap, 0, 3)
        self._add.setVisible(not aligned and self._paths[0].suffix.lower() in _TEXTS)

    def _language_box(self, row: int, current: str) -> ListField:
        box = ListField()
        box.setAccessibleName(_("Language of {file}").format(file=self._paths[row].name))
        if not current:
            box.addItem(_("Which language?"), "")
        codes = (*_FIRST, *sorted({*ENDONYMS, *([current] if current else [])} - {*_FIRST}))
        for code in codes:
            box.addItem(language_name(code), code)
        box.setCurrentIndex(box.findData(current))
        # An XLIFF file says itself in which languages it is.
        box.setEnabled(self._paths[row].suffix.lower() in _TEXTS)
        box.activated.connect(partial(self._choose_language, row, box))
        return box

    def _choose_language(self, row: int, box: ListField, _index: int) -> None:
        if code := box.currentData():
            self._given[self._paths[row]] = code
            self._read()

    def _add_file(self) -> None:
        patterns = _("Texts ({patterns})").format(patterns=" ".join(f"*{suffix}" for suffix in _TEXTS))
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Translation"), str(self._paths[0].parent), patterns)
        if chosen:
            self._paths = [self._paths[0], Path(chosen)]
            self._read()

    def _swap(self) -> None:
        self._paths = [*reversed(self._paths)]
        self._read()

    def _take(self) -> None:
        release = self._model.release
        template = self._template.currentData()
        self.release = set_template(release, template).apply(release)
        self.accept()
