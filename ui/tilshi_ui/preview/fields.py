"""What the whole page depends on, as fields: the template, the day, the embargo, and who can be asked."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from tilshi.i18n import _
from tilshi.layout import template
from tilshi.layout.dating import date_of, set_date
from tilshi.release import Role, SetField
from tilshi.release.operations import insert_block
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label, template_name


class LayoutFields(QFrame):
    """Each field is one undoable edit; a line of the contacts leads to the part."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Inset")
        self._document: OpenDocument | None = None
        self._captions = {name: PlainLabel(role="small") for name in ("template", "date", "embargo", "contacts")}
        self.template, self.date, self.embargo = QComboBox(), QDateEdit(), QPushButton()
        self.contacts = QListWidget()
        self.date.setCalendarPopup(True)
        self.contacts.setObjectName("Outline")
        self.contacts.setFrameShape(QFrame.Shape.NoFrame)
        self.contacts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * STEP, 2 * STEP, 2 * STEP, 2 * STEP)
        column.setSpacing(STEP)
        for name in self._captions:
            column.addWidget(self._captions[name])
            column.addWidget(getattr(self, name))
        self.template.activated.connect(self._choose_template)
        self.date.editingFinished.connect(self._choose_date)
        self.embargo.clicked.connect(self._go_to_embargo)
        self.contacts.itemClicked.connect(self._go_to_contact)
        self.contacts.itemActivated.connect(self._go_to_contact)
        self.retranslate()

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        self._document = document
        self.refresh()

    def refresh(self) -> None:
        """The release is another."""
        if self._document is None:
            return
        release = self._document.release
        self._fill_templates(release.template)
        date = date_of(release)
        self.date.setEnabled(date is not None)
        if date is not None and not self.date.hasFocus():
            self.date.setDate(QDate(date.year, date.month, date.day))
        embargo = release.first(Role.EMBARGO)
        text = " ".join(segment.source.string for segment in embargo.segments) if embargo else ""
        self.embargo.setText(label(text or (_("Write the embargo") if embargo else _("Add an embargo"))))
        self._fill_contacts()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        words = {
            "template": _("Template"),
            "date": _("Date"),
            "embargo": _("Embargo"),
            "contacts": _("Contacts"),
        }
        for name, caption in self._captions.items():
            caption.setText(words[name])
            getattr(self, name).setAccessibleName(words[name])
        self.template.clear()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill_templates(self, current: str) -> None:
        if self.template.findData(current) < 0:
            self.template.clear()
            for name in dict.fromkeys((*template.available(), current)):
                self.template.addItem(template_name(name), name)
        self.template.setCurrentIndex(self.template.findData(current))

    def _fill_contacts(self) -> None:
        assert self._document is not None
        release, language = self._document.release, self._document.place.language
        self.contacts.clear()
        for block in release.blocks:
            if block.role is Role.CONTACT_NAME:
                for segment in block.segments:
                    text = release.text(segment.id, language).string or segment.source.string
                    item = QListWidgetItem(text)
                    item.setData(Qt.ItemDataRole.UserRole, segment.id)
                    self.contacts.addItem(item)
        rows = self.contacts.count()
        for widget in (self.contacts, self._captions["contacts"]):
            widget.setVisible(rows > 0)
        self.contacts.setFixedHeight(min(rows, 3) * (self.fontMetrics().height() + 10) + 4)

    def _choose_template(self) -> None:
        document, chosen = self._document, self.template.currentData()
        if document is not None and chosen != document.release.template:
            document.apply(SetField("template", document.release.template, chosen))

    def _choose_date(self) -> None:
        if self._document is None or not self.date.isEnabled():
            return
        shown = self.date.date()
        chosen = dt.date(shown.year(), shown.month(), shown.day())
        if chosen != date_of(self._document.release) and (edit := set_date(self._document.release, chosen)):
            self._document.apply(edit)

    def _go_to_embargo(self) -> None:
        document = self._document
        if document is None:
            return
        if document.release.first(Role.EMBARGO) is None:
            document.apply(insert_block(document.release, 0, Role.EMBARGO))
            document.place.speak(document.release.source_language)
        block = document.release.first(Role.EMBARGO)
        if block is not None and block.segments:
            document.place.go(block.segments[0].id)

    def _go_to_contact(self, item: QListWidgetItem) -> None:
        if self._document is not None:
            self._document.place.go(item.data(Qt.ItemDataRole.UserRole))
