"""The glossary to look through: filter as one types, edit, import, export."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from tilshi.files import atomic
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _, ngettext
from tilshi.terminology.concepts import Concept
from tilshi.terminology.glossary import Layer
from tilshi.terminology.interchange import READABLE, WRITABLE, write_terms
from tilshi.terminology.wording import layer_name
from tilshi_ui.background import Job, Latest
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.dialogs.glossary.rows import Row, rows_of
from tilshi_ui.dialogs.glossary.table import ConceptsModel, concepts_table
from tilshi_ui.panels.termcards import OWN
from tilshi_ui.terms import LiveGlossary, Wish
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tilshi.terminology.concepts import Termbase


class GlossaryDialog(PlainDialog):
    """All concepts of all layers; those of the user's own can be changed, the others covered by one's own version."""

    def __init__(
        self, glossary: LiveGlossary, languages: tuple[str, str], pool: QThreadPool, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Glossary"), parent)
        self.resize(980, 600)
        self._glossary = glossary
        self._pool = pool
        self._job: Job | None = None
        self._wanted = ""
        self._rows = Latest(pool, self)
        self._rows.answered.connect(self._show_rows)
        self._model = ConceptsModel(self)
        self._table = concepts_table(self._model)
        self._table.setSortingEnabled(True)
        self._table.horizontalHeader().setSortIndicator(-1, self._table.horizontalHeader().sortIndicatorOrder())
        self._messages = MessageBar()
        self._count = PlainLabel(role="dim")
        self._fill_head(languages)
        self.body.addWidget(self._messages)
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._count)
        self._fill_buttons()
        self._table.doubleClicked.connect(self.edit)
        self._table.selectionModel().currentChanged.connect(self._mark_buttons)
        self._model.modelReset.connect(self._mark_buttons)
        glossary.changed.connect(self.refresh)
        glossary.loaded.connect(self.refresh)
        glossary.failed.connect(self._say_error)
        self._filter.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Shows the glossary as it is now."""
        if (glossary := self._glossary.now) is None:
            self._count.setText(_("The glossary is still being loaded."))
            self._glossary.prepare(self.languages)
        else:
            self._rows.ask(partial(rows_of, glossary, self.languages))

    @property
    def languages(self) -> tuple[str, str]:
        """The two languages of the table."""
        return self._source.currentData(), self._target.currentData()

    @property
    def model(self) -> ConceptsModel:
        """What is shown."""
        return self._model

    def edit(self) -> None:
        """Opens the editor for the concept that is chosen."""
        if (row := self._current()) is not None:
            self._open(row.concept, row.layer)

    def new(self) -> None:
        """Opens the editor for a new concept."""
        self._open(None, Layer.PERSONAL)

    def remove(self) -> None:
        """Takes the chosen concept out of the user's own glossary; can be taken back."""
        row = self._current()
        if row is None or row.layer not in OWN:
            return
        self._glossary.change(Wish(row.layer, (), (row.concept.id,)))
        text = _("“{term}” was removed.").format(term=row.source or row.target or row.concept.id)
        self._messages.say(Severity.NOTE, text, _("Bring it back"), partial(self._put, row.layer, (row.concept,)))

    def import_file(self) -> None:
        """Asks for a file of terms and shows what is in it, before anything is taken over."""
        patterns = " ".join(f"*{suffix}" for suffix in READABLE)
        filters = ";;".join((_("Glossaries ({patterns})").format(patterns=patterns), _("All files (*)")))
        chosen, _filter = QFileDialog.getOpenFileName(self, _("Import terms"), "", filters)
        if chosen:
            self.import_path(Path(chosen))

    def import_path(self, path: Path) -> None:
        """Shows what is in a file of terms, to be taken over."""
        from tilshi_ui.dialogs.glossary.importing import ImportTermsDialog

        if (glossary := self._glossary.now) is None:
            return
        dialog = ImportTermsDialog(path, glossary, self.languages, self._pool, self)
        if dialog.exec() and dialog.concepts:
            self._put(dialog.layer, dialog.concepts)
            count = len(dialog.concepts)
            said = ngettext("{n} concept was taken over.", "{n} concepts were taken over.", count).format(n=count)
            self._messages.say(Severity.NOTE, said)
        dialog.deleteLater()

    def export_file(self) -> None:
        """Asks for a file and writes what the table shows of layers into it, with all languages."""
        names = {".tbx": "TBX", ".csv": "CSV", ".tsv": "TSV", ".xlsx": "XLSX", ".txt": "OmegaT"}
        filters = ";;".join(f"{names[suffix]} (*{suffix})" for suffix in WRITABLE)
        chosen, kind = QFileDialog.getSaveFileName(self, _("Export terms"), "glossary.tbx", filters)
        if chosen:
            path = Path(chosen)
            suffix = next((suffix for suffix in WRITABLE if f"*{suffix}" in kind), ".tbx")
            self.export_path(path if path.suffix else path.with_suffix(suffix))

    def export_path(self, path: Path) -> None:
        """Writes the layer that is shown, or all of them, in the background."""
        if (glossary := self._glossary.now) is None:
            return
        languages = self.languages if path.suffix.lower() == ".txt" else ()
        self._job = Job(self)
        self._job.done.connect(partial(self._say_exported, path))
        self._job.failed.connect(self._say_error)
        self._job.start(partial(_export, glossary.termbase(self._layer()), path, languages), self._pool)

    # The pieces

    def _fill_head(self, languages: tuple[str, str]) -> None:
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(_("Type to find a term in any language"))
        self._filter.setAccessibleName(_("Type to find a term in any language"))
        self._filter.setClearButtonEnabled(True)
        for button in self._filter.findChildren(QToolButton):
            button.setAccessibleName(_("Clear"))
        self._source, self._target = (self._language_box(code) for code in languages)
        self._source.setAccessibleName(_("First language"))
        self._target.setAccessibleName(_("Second language"))
        self._from = ListField()
        self._from.setAccessibleName(_("From"))
        self._from.addItem(_("All glossaries"), "")
        for layer in Layer:
            name = layer_name(layer)
            self._from.addItem(name[:1].upper() + name[1:], layer.value)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._filter, 1)
        for box in (self._source, self._target, self._from):
            row.addWidget(box)
        self.body.addLayout(row)
        self._filter.textChanged.connect(self._narrow)
        self._from.currentIndexChanged.connect(self._narrow)
        for box in (self._source, self._target):
            box.currentIndexChanged.connect(self.refresh)

    def _language_box(self, current: str) -> ListField:
        box = ListField()
        for code in dict.fromkeys(("en", "kk", "ru", "fr", current)):
            box.addItem(language_name(code), code)
        box.setCurrentIndex(box.findData(current))
        return box

    def _fill_buttons(self) -> None:
        self._remove = self.add_button(_("&Remove"), left=True)
        self._edit = self.add_button(_("&Edit…"), left=True)
        new = self.add_button(_("&New…"), left=True)
        deeds = ((new, self.new), (self._edit, self.edit), (self._remove, self.remove))
        for button, deed in deeds:
            button.clicked.connect(deed)
        for text, deed in ((_("&Import…"), self.import_file), (_("E&xport…"), self.export_file)):
            self.add_button(text).clicked.connect(deed)
        close: QPushButton = self.add_button(_("&Close"))
        close.clicked.connect(self.accept)
        self._mark_buttons()

    def _mark_buttons(self) -> None:
        row = self._current()
        self._edit.setEnabled(row is not None)
        self._remove.setEnabled(row is not None and row.layer in OWN)
        shown, total = self._model.rowCount(), len(self._model.rows)
        text = ngettext("{n} of {total} concept", "{n} of {total} concepts", total)
        self._count.setText(text.format(n=shown, total=total))

    def _show_rows(self, rows: Sequence[Row]) -> None:
        current = self._current()
        self._wanted = self._wanted or (current.concept.id if current else "")
        self._model.show_rows(rows, self.languages)
        if self._wanted and (at := self._model.place_of(self._wanted)) >= 0:
            self._table.selectRow(at)
        self._wanted = ""

    def _narrow(self) -> None:
        self._model.narrow(self._filter.text(), self._layer())
        if self._model.rowCount():
            self._table.selectRow(0)

    def _layer(self) -> Layer | None:
        return Layer(self._from.currentData()) if self._from.currentData() else None

    def _current(self) -> Row | None:
        index = self._table.currentIndex()
        return self._model.row(index.row()) if index.isValid() and index.row() < self._model.rowCount() else None

    def _open(self, concept: Concept | None, layer: Layer) -> None:
        from tilshi_ui.dialogs.glossary.concept import ConceptDialog

        dialog = ConceptDialog(concept, layer, self.languages, self)
        if dialog.exec() and dialog.concept is not None:
            self._wanted = dialog.concept.id
            self._put(dialog.layer, (dialog.concept,))
        dialog.deleteLater()

    def _put(self, layer: Layer, concepts: tuple[Concept, ...]) -> None:
        self._glossary.change(Wish(layer, concepts))

    def _say_exported(self, path: Path, warnings: tuple[FileWarning, ...]) -> None:
        said = _("Written: {file}").format(file=path.name)
        severity = Severity.WARNING if warnings else Severity.NOTE
        self._messages.say(severity, "\n".join((said, *(str(warning) for warning in warnings))))

    def _say_error(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self._messages.say(Severity.ERROR, str(error))


def _export(termbase: Termbase, path: Path, languages: Sequence[str]) -> tuple[FileWarning, ...]:
    """Whole, or not at all; what the format could not hold."""
    written = write_terms(termbase, path, languages)
    atomic.replace(path, written.data)
    return written.warnings
