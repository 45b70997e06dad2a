"""What of a template can be changed, as fields; every change is told as a key and its new value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from tilshi.i18n import N_, _
from tilshi.layout import fonts
from tilshi.layout.blocks import Alignment
from tilshi.layout.editing import aligned, moved, part_values, reworded, shown_form
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.templates.partlist import PartList
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, role_name

if TYPE_CHECKING:
    from tilshi.layout.template import Template

_FAMILIES: Final = {"text": N_("Font of the text"), "heading": N_("Font of headings")}
_COLOURS: Final = {
    "text": N_("Colour of the text"),
    "dim": N_("Colour of side matters"),
    "accent": N_("Accent colour"),
    "link": N_("Colour of links"),
}
_MARGINS: Final = {"top": N_("Top"), "right": N_("Right"), "bottom": N_("Bottom"), "left": N_("Left")}
_SHEETS: Final = ("A4", "Letter")
_A4_WIDTH: Final = 600
"""Points; A4 is narrower, Letter wider."""
_MM: Final = 72 / 25.4
"""Points a millimetre."""
_LANGUAGES: Final = ("en", "fr", "ru", "kk")


class TemplateForm(QTabWidget):
    """`changed` carries pairs: a key of the template's file (a tuple of names), and the value it is to have."""

    changed = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self._is_filling = False
        self.families = {name: ListField() for name in _FAMILIES}
        self.colours = {name: QLineEdit() for name in _COLOURS}
        self.swatches = {name: QPushButton(_("Choose…")) for name in _COLOURS}
        self.sheet = ListField()
        self.margins = {name: QDoubleSpinBox() for name in _MARGINS}
        self.justified = QCheckBox(_("Both edges of the text are straight"))
        self.hyphenated = QCheckBox(_("Words may be divided at the ends of lines"))
        self.parts = PartList()
        self.up, self.down = QPushButton(_("Mo&ve up")), QPushButton(_("Move d&own"))
        self.language = ListField()
        self.words = QTableWidget(0, 2)
        self._pages = self._look_page(), self._parts_page(), self._words_page()
        for page, title in zip(self._pages, (_("Look"), _("Order of parts"), _("Fixed strings")), strict=True):
            self.addTab(page, title)
        self._connect()

    def show_template(self, template: Template, *, editable: bool) -> None:
        """Shows what a template has; what one is just typing in stays as it is typed."""
        self._template, self._is_filling = template, True
        families = dict(template.families)
        for name, field in self.families.items():
            field.setCurrentText(families.get(name, ""))
        for name, line in self.colours.items():
            if not line.hasFocus():
                line.setText(getattr(template.palette, name))
        self.sheet.setCurrentText(_SHEETS[template.page.width > _A4_WIDTH])
        for name, spin in self.margins.items():
            if not spin.hasFocus():
                spin.setValue(getattr(template.page, name) / _MM)
        body = template.styles()["body"].paragraph
        self.justified.setChecked(body.alignment is Alignment.JUSTIFY)
        self.hyphenated.setChecked(body.hyphenate)
        self._fill_parts(template)
        self._fill_words()
        for page in self._pages:
            page.setEnabled(editable)
        self._is_filling = False

    def move_part(self, step: int) -> None:
        """Moves the marked part up (-1) or down (1)."""
        at = self.parts.currentRow()
        if self._template is None or at < 0 or not 0 <= at + step < self.parts.count():
            return
        order = moved(self._template.parts, at, step)
        self.parts.insertItem(at + step, self.parts.takeItem(at))
        self.parts.setCurrentRow(at + step)
        self._tell(("parts",), [part_values(part) for part in order])

    def choose_colour(self, name: str) -> None:
        """Asks for a colour."""
        chosen = QColorDialog.getColor(QColor(self.colours[name].text()), self)
        if chosen.isValid():
            self.colours[name].setText(chosen.name().upper())
            self._tell(("colours", name), chosen.name().upper())

    def _look_page(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        for name, family in self.families.items():
            family.addItems(list(fonts.families()))
            self._add_row(grid, _(_FAMILIES[name]), family)
        for name, line in self.colours.items():
            self._add_row(grid, _(_COLOURS[name]), line, self.swatches[name])
            self.swatches[name].setAccessibleName(_(_COLOURS[name]))
            self.swatches[name].setAutoDefault(False)
        self.sheet.addItems(list(_SHEETS))
        self._add_row(grid, _("Paper"), self.sheet)
        for name, spin in self.margins.items():
            spin.setRange(6.4, 76.0 if name in {"left", "right"} else 101.0)
            spin.setDecimals(1)
            spin.setSuffix(_(" mm"))
            self._add_row(grid, _("Margin: {side}").format(side=_(_MARGINS[name])), spin)
        grid.addWidget(self.justified, grid.rowCount(), 0, 1, 3)
        grid.addWidget(self.hyphenated, grid.rowCount(), 0, 1, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        grid.setColumnStretch(1, 1)
        return page

    def _add_row(self, grid: QGridLayout, caption: str, field: QWidget, button: QWidget | None = None) -> None:
        row = grid.rowCount()
        label = PlainLabel(caption, "dim")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        grid.addWidget(label, row, 0)
        grid.addWidget(field, row, 1)
        if button is not None:
            grid.addWidget(button, row, 2)

    def _parts_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        self.parts.setAccessibleName(_("Order of parts"))
        row = QHBoxLayout()
        for button in (self.up, self.down):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(PlainLabel(_("Alt+Shift+Up and Alt+Shift+Down move the marked part."), "dim", wrap=True))
        column.addWidget(self.parts, 1)
        column.addLayout(row)
        return page

    def _words_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        for code in _LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.language.setAccessibleName(_("Language"))
        self.words.setAccessibleName(_("Fixed strings"))
        self.words.setHorizontalHeaderLabels([_("Name"), _("Text")])
        self.words.horizontalHeader().setStretchLastSection(True)
        self.words.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.words.verticalHeader().hide()
        self.words.setTabKeyNavigation(False)
        column.addWidget(self.language)
        column.addWidget(self.words, 1)
        return page

    def _connect(self) -> None:
        for name, family in self.families.items():
            family.currentTextChanged.connect(partial(self._tell, ("families", name)))
        for name, line in self.colours.items():
            line.textEdited.connect(partial(self._tell, ("colours", name)))
            self.swatches[name].clicked.connect(partial(self.choose_colour, name))
        self.sheet.currentTextChanged.connect(partial(self._tell, ("page", "format")))
        for name, spin in self.margins.items():
            spin.valueChanged.connect(partial(self._tell_length, ("page", name)))
        self.justified.toggled.connect(self._tell_alignment)
        self.hyphenated.toggled.connect(partial(self._tell, ("styles", "body", "hyphenate")))
        self.up.clicked.connect(partial(self.move_part, -1))
        self.down.clicked.connect(partial(self.move_part, 1))
        self.parts.move_wanted.connect(self.move_part)
        self.language.currentIndexChanged.connect(self._show_language)
        self.words.itemChanged.connect(self._tell_words)

    def _fill_parts(self, template: Template) -> None:
        names = [role_name(part.role) for part in template.parts]
        if names != [self.parts.item(row).text() for row in range(self.parts.count())]:
            row = self.parts.currentRow()
            self.parts.clear()
            self.parts.addItems(names)
            self.parts.setCurrentRow(max(0, min(row, len(names) - 1)))

    def _fill_words(self) -> None:
        fixed = self._template.fixed if self._template else ()
        code = self.language.currentData()
        self.words.setRowCount(len(fixed))
        for row, (name, string) in enumerate(fixed):
            for column, text in enumerate((name, shown_form(string, code))):
                cell = self.words.item(row, column)
                if cell is None:
                    cell = QTableWidgetItem()
                    self.words.setItem(row, column, cell)
                if cell.text() != text:
                    cell.setText(text)
                if column == 0:
                    cell.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _show_language(self) -> None:
        self._is_filling = True
        self._fill_words()
        self._is_filling = False

    def _tell(self, key: tuple[str, ...], value: object) -> None:
        if not self._is_filling:
            self.changed.emit(((key, value),))

    def _tell_length(self, key: tuple[str, ...], millimetres: float) -> None:
        self._tell(key, round(millimetres * _MM, 2))

    def _tell_alignment(self, justified: bool) -> None:  # noqa: FBT001 - a slot
        if self._template is not None and not self._is_filling:
            self.changed.emit(aligned(self._template, Alignment.JUSTIFY if justified else Alignment.START))

    def _tell_words(self, cell: QTableWidgetItem) -> None:
        if self._template is None or self._is_filling or cell.column() != 1:
            return
        name, string = self._template.fixed[cell.row()]
        self._tell(("fixed", name), reworded(string, self.language.currentData(), cell.text()))
