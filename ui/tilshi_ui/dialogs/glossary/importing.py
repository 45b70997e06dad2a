"""What a file of terms holds, how its columns are taken, and what it would do to the glossary: before it does it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import N_, _
from tilshi.language.names import ENDONYMS
from tilshi.terminology.concepts import Concept
from tilshi.terminology.glossary import Glossary, Layer
from tilshi.terminology.importing import Plan, plan
from tilshi.terminology.interchange import TBX, read_terms
from tilshi.terminology.shelf import WRITABLE
from tilshi.terminology.tables import Column, Field, Mapping, Sheet, propose, read_rows, read_sheet
from tilshi.terminology.wording import disagreement_message, layer_name
from tilshi_ui.background import Latest
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.dialogs.glossary.rows import Row, row_of
from tilshi_ui.dialogs.glossary.table import ConceptsModel, concepts_table
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name

if TYPE_CHECKING:
    from tilshi.terminology.tbx import ReadTermbase

_FIELDS: Final = {
    Field.IGNORED: N_("Nothing"),
    Field.TERM: N_("Preferred terms"),
    Field.ACRONYM: N_("Acronym"),
    Field.ADMITTED: N_("Admitted terms"),
    Field.FORBIDDEN: N_("Terms not to be used"),
    Field.STATUS: N_("Status"),
    Field.DEFINITION: N_("Definition"),
    Field.SUBJECT: N_("Subject"),
    Field.NOTE: N_("Note"),
    Field.SOURCE: N_("Source of the term"),
    Field.RELIABILITY: N_("Evidence"),
    Field.SEEN: N_("Form in which it was seen"),
    Field.PART_OF_SPEECH: N_("Part of speech"),
    Field.GRAMMAR: N_("Grammar"),
    Field.ID: N_("Number or id"),
}
_WARNINGS: Final = 6


class _Found(NamedTuple):
    """What reading the file has given: the table and how it is taken (none of TBX), the plan, or why there is none."""

    sheet: Sheet | None
    mapping: Mapping | None
    plan: Plan | None
    warnings: tuple[FileWarning, ...] = ()
    error: FileError | None = None


class ImportTermsDialog(PlainDialog):
    """After `exec`, `concepts` are those to be stored in `layer`."""

    def __init__(
        self,
        path: Path,
        glossary: Glossary,
        languages: tuple[str, str],
        pool: QThreadPool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Import terms"), parent)
        self.resize(900, 600)
        self.concepts: tuple[Concept, ...] = ()
        self._path = path
        self._glossary = glossary
        self._languages = languages
        self._found: _Found | None = None
        self._boxes: list[tuple[ListField, ListField]] = []
        self._reading = Latest(pool, self)
        self._reading.answered.connect(self._show)
        self.body.addWidget(PlainLabel(path.name, "strong"))
        self._columns = self._columns_table()
        self.body.addWidget(self._columns)
        self._messages = MessageBar()
        self.body.addWidget(self._messages)
        self._model = ConceptsModel(self)
        self._table = concepts_table(self._model)
        self._table.setAccessibleName(_("Concepts that would be taken over"))
        self.body.addWidget(self._table, 1)
        self._summary = PlainLabel(role="dim", wrap=True)
        self.body.addWidget(self._summary)
        self._store = ListField()
        for layer in reversed(WRITABLE):
            name = layer_name(layer)
            self._store.addItem(name[:1].upper() + name[1:], layer.value)
        self._store.currentIndexChanged.connect(self._read)
        self.add_field(_("Keep it in"), self._store)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self._accept = self.add_button(_("&Import"), primary=True)
        self._accept.clicked.connect(self._take)
        self._read()

    @property
    def layer(self) -> Layer:
        """Where it is to be kept."""
        return Layer(self._store.currentData())

    @property
    def summary(self) -> str:
        """What the import would do, in words."""
        return self._summary.text()

    @property
    def said(self) -> str:
        """What is to be known before."""
        return self._messages.text if self._messages.isVisibleTo(self) else ""

    def choose(self, column: int, field: Field, language: str = "") -> None:
        """Takes a column for something else, as the boxes do."""
        kind, spoken = self._boxes[column]
        kind.setCurrentIndex(kind.findData(field.value))
        spoken.setCurrentIndex(max(0, spoken.findData(language)))
        self._read()

    def _columns_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setHorizontalHeaderLabels((_("Column"), _("Holds"), _("Language"), _("For example")))
        table.setAccessibleName(_("What the columns hold"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(9 * STEP)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setMaximumHeight(190)
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 170), (1, 200), (2, 160)):
            table.horizontalHeader().resizeSection(column, width)
        table.hide()
        return table

    def _read(self) -> None:
        self._accept.setEnabled(False)
        found = self._found
        mapping = self._chosen() if found is not None and found.mapping is not None else None
        sheet = found.sheet if found is not None else None
        self._reading.ask(partial(_read, self._path, sheet, mapping, self._glossary, self.layer))

    def _chosen(self) -> Mapping | None:
        """The columns as the user takes them."""
        assert self._found is not None
        if self._found.mapping is None:
            return None
        return self._found.mapping.with_columns(
            [Column(Field(kind.currentData()), spoken.currentData() or "") for kind, spoken in self._boxes]
        )

    def _show(self, found: _Found) -> None:
        is_first = self._found is None
        self._found = found
        if is_first and found.sheet is not None and found.mapping is not None:
            self._show_columns(found.sheet, found.mapping)
        self._show_plan(found)
        if found.error is not None:
            self._messages.say(Severity.ERROR, str(found.error))
        elif found.plan is not None and (warnings := _warnings(found)):
            self._messages.say(Severity.WARNING, "\n".join(warnings))
        else:
            self._messages.hide()

    def _show_plan(self, found: _Found) -> None:
        rows: list[Row] = []
        text = ""
        if found.plan is not None:
            rows = [row_of(concept, self.layer, self._languages) for concept in found.plan.concepts]
            text = _("{added} new, {changed} changed, {unchanged} are there already").format(
                added=len(found.plan.added), changed=len(found.plan.changed), unchanged=len(found.plan.unchanged)
            )
        self._model.show_rows(rows, self._languages)
        self._summary.setText(text)
        self._accept.setEnabled(bool(rows))

    def _show_columns(self, sheet: Sheet, mapping: Mapping) -> None:
        first = 1 if mapping.has_header else 0
        self._columns.setRowCount(sheet.width)
        for at, column in enumerate(mapping.columns):
            name = sheet.rows[0][at] if mapping.has_header else str(at + 1)
            example = next((row[at] for row in sheet.rows[first:] if row[at]), "")
            for place, text in ((0, name), (3, " ".join(example.split())[:80])):
                item = QTableWidgetItem(text)
                item.setFlags(item.flags() & ~item.flags().ItemIsEditable)
                self._columns.setItem(at, place, item)
            self._boxes.append(self._choices(column, name))
            for place, box in enumerate(self._boxes[-1], 1):
                self._columns.setCellWidget(at, place, box)
        self._columns.show()

    def _choices(self, column: Column, name: str) -> tuple[ListField, ListField]:
        kind, spoken = ListField(), ListField()
        for field, text in _FIELDS.items():
            kind.addItem(_(text), field.value)
        kind.setCurrentIndex(kind.findData(column.field.value))
        kind.setAccessibleName(_("What “{column}” holds").format(column=name))
        spoken.addItem("—", "")
        for code in dict.fromkeys(("kk", "ru", "en", "fr", *filter(None, (column.language,)), *sorted(ENDONYMS))):
            spoken.addItem(language_name(code), code)
        spoken.setCurrentIndex(max(0, spoken.findData(column.language)))
        spoken.setAccessibleName(_("Language of “{column}”").format(column=name))
        for box in (kind, spoken):
            box.activated.connect(self._read)
        return kind, spoken

    def _take(self) -> None:
        if self._found is not None and self._found.plan is not None:
            self.concepts = self._found.plan.concepts
            self.accept()


def _read(path: Path, sheet: Sheet | None, mapping: Mapping | None, glossary: Glossary, layer: Layer) -> _Found:
    """Reads the file, or takes the table that was read before in another way."""
    try:
        if path.suffix.lower() in TBX:
            return _planned(None, None, read_terms(path), glossary, layer)
        sheet = sheet or read_sheet(path)
        mapping = mapping or propose(sheet)
        return _planned(sheet, mapping, read_rows(sheet, mapping), glossary, layer)
    except FileError as error:
        return _Found(sheet, mapping, None, error=error)


def _planned(
    sheet: Sheet | None, mapping: Mapping | None, read: ReadTermbase, glossary: Glossary, layer: Layer
) -> _Found:
    return _Found(sheet, mapping, plan(glossary, read.termbase, layer), read.warnings)


def _warnings(found: _Found) -> list[str]:
    """What is to be known before the import: the most important first, and how much more there is."""
    assert found.plan is not None
    renamed = _("Another concept has the id “{old}”; this one gets “{new}”.")
    said = [disagreement_message(clash) for clash in found.plan.disagreements]
    said += [str(warning) for warning in found.warnings]
    said += [renamed.format(old=old, new=new) for old, new in found.plan.renamed]
    rest = len(said) - _WARNINGS
    return [*said[:_WARNINGS], _("… and {n} more remarks").format(n=rest)] if rest > 0 else said
