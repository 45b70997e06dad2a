"""One card as fields: a row a language, then what is the same in all of them; mistakes are said below the field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from tilshi.contacts import Fault, faults, telephone
from tilshi.contacts.entry import time_zones
from tilshi.i18n import N_, _
from tilshi.language.phones import show_phone
from tilshi.release import ContactCard, Localised
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name

_COLUMNS: Final = {"name": N_("Name"), "office": N_("Office"), "role": N_("Role"), "hours": N_("Hours")}
_LINES: Final = 2
"""How many numbers and addresses are seen at once."""


class CardEditor(QWidget):
    """Shows a card and makes another of what is typed; `edited` comes with every change by the user."""

    edited = Signal()

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: ContactCard | None = None
        self._languages = tuple(languages)
        self._texts: dict[tuple[str, str], QLineEdit] = {}
        self._faults = {name: PlainLabel(role="small", wrap=True) for name in ("name", "phones", "emails", "time_zone")}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self.phones = self._several()
        self.emails = self._several()
        self.zone = ListField()
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(ListField.InsertPolicy.NoInsert)
        self.zone.addItems(["", *time_zones()])
        self.zone.currentTextChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(self._grid)
        column.addWidget(self._faults["name"])
        addresses = QHBoxLayout()
        addresses.setSpacing(3 * STEP)
        addresses.addLayout(self._captioned(_("Telephone numbers, one a line"), "phones", self.phones), 1)
        addresses.addLayout(self._captioned(_("E-mail addresses, one a line"), "emails", self.emails), 1)
        column.addLayout(addresses)
        column.addLayout(self._captioned(_("Time zone of the hours"), "time_zone", self.zone))
        column.addStretch(1)
        self._fill_grid()
        self.show_card(None)

    @property
    def card(self) -> ContactCard | None:
        """The card as it is typed; numbers that can be rung are stored as E.164."""
        if self._card is None:
            return None
        return replace(
            self._card,
            name=self._forms("name"),
            office=self._forms("office"),
            role=self._forms("role"),
            hours=self._forms("hours"),
            phones=tuple(_stored(line) for line in _lines(self.phones)),
            emails=tuple(_lines(self.emails)),
            time_zone=self.zone.currentText().strip(),
        )

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong in what is typed."""
        return faults(self.card) if self.card else ()

    @property
    def said(self) -> str:
        """What is said about mistakes."""
        return " ".join(label.text() for label in self._faults.values() if label.text())

    def text(self, name: str, language: str) -> QLineEdit:
        """The field of a text in a language."""
        return self._texts[name, language]

    def show_card(self, card: ContactCard | None) -> None:
        """Shows a card, or empty fields that cannot be written in."""
        self._card = None  # what is filled in is no edit
        for language in _languages_of(card):
            if language not in self._languages:
                self._languages = (*self._languages, language)
                self._fill_grid()
        for (name, language), field in self._texts.items():
            forms: Localised = getattr(card, name) if card else Localised()
            field.setText(dict(forms.forms).get(language, ""))
            field.setCursorPosition(0)
        self.phones.setPlainText("\n".join(map(show_phone, card.phones)) if card else "")
        self.emails.setPlainText("\n".join(card.emails) if card else "")
        self.zone.setCurrentText(card.time_zone if card else "")
        self._card = card
        self.setEnabled(card is not None)
        self._say_faults()

    def focus_name(self) -> None:
        """Writing begins with the name."""
        self._texts["name", self._languages[0]].setFocus()

    def _captioned(self, caption: str, name: str, field: QWidget) -> QVBoxLayout:
        label = PlainLabel(caption, "dim")
        label.setBuddy(field)
        field.setAccessibleName(caption)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        for widget in (label, field, self._faults[name]):
            column.addWidget(widget)
        column.addStretch(1)
        return column

    def _several(self) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName("Field")
        field.setTabChangesFocus(True)
        field.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        height = (
            _LINES * field.fontMetrics().lineSpacing()
            + 2 * (STEP + field.frameWidth())
            + int(2 * field.document().documentMargin())
        )
        field.setFixedHeight(height)
        field.textChanged.connect(self._tell)
        return field

    def _fill_grid(self) -> None:
        for at, caption in enumerate(_COLUMNS.values(), 1):
            if self._grid.itemAtPosition(0, at) is None:
                self._grid.addWidget(PlainLabel(_(caption), "dim"), 0, at)
                self._grid.setColumnStretch(at, 3 if at == 1 else 2)
        for row, language in enumerate(self._languages, 1):
            if self._grid.itemAtPosition(row, 0) is not None:
                continue
            self._grid.addWidget(PlainLabel(language_name(language), "dim"), row, 0)
            for at, (name, caption) in enumerate(_COLUMNS.items(), 1):
                field = QLineEdit()
                field.setAccessibleName(f"{_(caption)}, {language_name(language)}")
                field.textChanged.connect(self._tell)
                self._texts[name, language] = field
                self._grid.addWidget(field, row, at)

    def _tell(self, *_changed: object) -> None:
        if self._card is not None:
            self._say_faults()
            self.edited.emit()

    def _say_faults(self) -> None:
        found = self.faults
        for name, label in self._faults.items():
            mine = [fault.message for fault in found if name in {fault.field, _shown_at(fault.field)}]
            label.setText(" ".join(f"⚠ {message}" for message in mine))
            label.setVisible(bool(mine))

    def _forms(self, name: str) -> Localised:
        texts = ((language, self._texts[name, language].text().strip()) for language in self._languages)
        return Localised(tuple((language, text) for language, text in texts if text))


def _shown_at(field: str) -> str:
    """Texts in languages stand in one table and are told of below it."""
    return "name" if field in _COLUMNS else field


def _languages_of(card: ContactCard | None) -> Iterator[str]:
    for name in _COLUMNS if card else ():
        yield from (language for language, _text in getattr(card, name).forms)


def _lines(field: QPlainTextEdit) -> Iterable[str]:
    return [line.strip() for line in field.toPlainText().split("\n") if line.strip()]


def _stored(typed: str) -> str:
    phone = telephone(typed)
    return phone.e164 if phone else typed
