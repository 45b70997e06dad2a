"""A new release from a template."""

from __future__ import annotations

import datetime as dt
from typing import Final

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from tilshi.files.errors import FileError
from tilshi.i18n import _, language
from tilshi.layout import profile, template
from tilshi.layout.blank import blank_release
from tilshi.release import Release
from tilshi_ui.controls.fields import DateField, ListField
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, template_name

_LANGUAGES: Final = ("kk", "ru", "en", "fr")


class NewReleaseDialog(PlainDialog):
    """After `exec`, `release` is the new one, or None."""

    def __init__(self, chosen: str = "press-release", parent: QWidget | None = None) -> None:
        super().__init__(_("New release"), parent)
        self.setMinimumWidth(460)
        self.release: Release | None = None
        self._messages = MessageBar()
        self.body.addWidget(self._messages)
        self._template = ListField()
        for name in template.available():
            self._template.addItem(template_name(name), name)
        self._template.setCurrentIndex(max(0, self._template.findData(chosen)))
        self.add_field(_("Kind"), self._template)
        self._profile = ListField()
        for name in profile.available():
            self._profile.addItem(_("No organisation") if name == profile.DEFAULT else name, name)
        self.add_field(_("Organisation"), self._profile)
        self._source = ListField()
        for code in _LANGUAGES:
            self._source.addItem(language_name(code), code)
        self._source.setCurrentIndex(max(0, self._source.findData(language())))
        self.add_field(_("Written in"), self._source)
        self._targets = {code: QCheckBox(language_name(code)) for code in _LANGUAGES}
        grid = QGridLayout()
        grid.setHorizontalSpacing(6 * STEP)
        for at, box in enumerate(self._targets.values()):
            grid.addWidget(box, 0, at)
        grid.setColumnStretch(len(self._targets), 1)
        self.add_field(_("Translated into"), grid)
        self._date = DateField(QDate.currentDate())
        self._date.setDisplayFormat("yyyy-MM-dd")
        self._date.setCalendarPopup(True)
        self.add_field(_("Date"), self._date)
        self._place = QLineEdit()
        self.add_field(_("Place"), self._place)
        self.add_button(_("&Cancel")).clicked.connect(self.reject)
        self.add_button(_("C&reate"), primary=True).clicked.connect(self._create)
        self._source.currentIndexChanged.connect(self._source_changed)
        self._source_changed()

    def _source_changed(self) -> None:
        """A release is not translated into the language it is written in."""
        source = self._source.currentData()
        for code, box in self._targets.items():
            box.setEnabled(code != source)
            box.setChecked(code != source and (box.isChecked() or code == "kk"))

    def _create(self) -> None:
        source = self._source.currentData()
        targets = (code for code, box in self._targets.items() if box.isChecked() and code != source)
        date: dt.date = self._date.date().toPython()  # type: ignore[assignment]  # the stubs say object
        try:
            self.release = blank_release(
                template.load(self._template.currentData()),
                profile.load_named(self._profile.currentData()),
                (source, *targets),
                date,
                self._place.text().strip(),
            )
        except FileError as error:
            self._messages.say(Severity.ERROR, str(error))
            return
        self.accept()
