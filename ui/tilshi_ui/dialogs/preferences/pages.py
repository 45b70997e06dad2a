"""The pages of the preferences: each control stands for one choice and changes it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from tilshi import i18n
from tilshi.i18n import N_, _
from tilshi.release import Capacity
from tilshi.settings import Feeding, Theme
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.keys.book import plain
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label, language_name

THEMES: Final = {Theme.SYSTEM: N_("As the system"), Theme.LIGHT: N_("Light"), Theme.DARK: N_("Dark")}
_CAPACITIES: Final = {
    Capacity.AUTHOR: N_("Author"),
    Capacity.TRANSLATOR: N_("Translator"),
    Capacity.REVIEWER: N_("Reviewer"),
    Capacity.APPROVER: N_("Approver"),
}
_FEEDINGS: Final = {
    Feeding.CONFIRMED: N_("What is confirmed"),
    Feeding.FINAL: N_("What is approved"),
    Feeding.NEVER: N_("Nothing"),
}
_ZOOMS: Final = (60, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_FIRST: Final = ("kk", "ru", "en", "fr")


class Changing(Protocol):
    """What the window does when a choice concerns it."""

    def use_theme(self, mode: Theme) -> None:
        """Other colours."""
        ...

    def speak(self, language: str) -> None:
        """Another language of the interface."""
        ...

    def use_zoom(self, percent: int) -> None:
        """Another size of the text."""
        ...


class Page(QWidget):
    """Fields with their captions above, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2 * STEP, 0, 0)
        self._column.setSpacing(3 * STEP)

    def add_field(self, caption: str, field: QWidget) -> None:
        """A field; its caption is its accessible name too."""
        text = PlainLabel(caption, "dim")
        text.setBuddy(field)
        field.setAccessibleName(caption)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        column.addWidget(text)
        column.addWidget(field)
        self._column.addLayout(column)

    def add_list(
        self, caption: str, choices: Iterable[tuple[object, str]], chosen: object, choose: Callable[[object], object]
    ) -> None:
        """One out of a list; `choose` is given its value."""
        field = ListField()
        for value, text in choices:
            field.addItem(label(text), value)
        field.setCurrentIndex(max(0, field.findData(chosen)))
        field.activated.connect(partial(_chosen, field, choose))
        self.add_field(caption, field)

    def add_switch(self, action: QAction) -> None:
        """A command that is on or off."""
        box = QCheckBox(action.text())
        box.setText(label(plain(action.text())))
        box.setChecked(action.isChecked())
        box.clicked.connect(action.trigger)
        self._column.addWidget(box)

    def end(self) -> None:
        """Nothing else comes."""
        self._column.addStretch(1)


def general(preferences: Preferences, window: Changing) -> Page:
    """Who the user is, and what the interface looks like."""
    now, page = preferences.now, Page()
    name = QLineEdit(now.user_name)
    name.setPlaceholderText(_("Signs notes, approvals and waivers"))
    name.editingFinished.connect(partial(_remember_name, name, preferences))
    page.add_field(_("Your name"), name)
    page.add_list(_("You work as"), _named(_CAPACITIES), now.capacity, partial(_remember, preferences, "capacity"))
    order = [code for code in _FIRST if code in i18n.languages()]
    codes = (*order, *sorted({*i18n.languages()} - {*order}))
    languages = [(code, language_name(code)) for code in codes]
    page.add_list(_("Language of the interface"), languages, i18n.language(), partial(_speak, window))
    page.add_list(_("Colours"), _named(THEMES), now.theme, partial(_use_theme, window))
    page.end()
    return page


def editor(preferences: Preferences, window: Changing, actions: Mapping[str, QAction]) -> Page:
    """Writing: the size of the text, and what helps while one types."""
    page = Page()
    zooms = sorted({*_ZOOMS, preferences.now.zoom})
    choices = [(percent, _("{n} %").format(n=percent)) for percent in zooms]
    page.add_list(_("Size of the text"), choices, preferences.now.zoom, partial(_use_zoom, window))
    _switches(page, actions, ("smart_typing", "complete_typing", "digit_row"))
    page.end()
    return page


def memory(preferences: Preferences, actions: Mapping[str, QAction]) -> Page:
    """What the translation memory remembers and does by itself."""
    page = Page()
    chosen = preferences.now.feeding
    page.add_list(_("Remember"), _named(_FEEDINGS), chosen, partial(_remember, preferences, "feeding"))
    _switches(page, actions, ("propagate", "insert_exact"))
    page.end()
    return page


def _switches(page: Page, actions: Mapping[str, QAction], names: Sequence[str]) -> None:
    for name in names:
        page.add_switch(actions[name])


def _named(choices: Mapping[Capacity, str] | Mapping[Feeding, str] | Mapping[Theme, str]) -> list[tuple[object, str]]:
    return [(value, _(text)) for value, text in choices.items()]


def _chosen(field: ListField, choose: Callable[[object], object], *_index: int) -> None:
    choose(field.currentData())


def _remember(preferences: Preferences, name: str, value: object) -> None:
    preferences.change(**{name: value})


def _remember_name(field: QLineEdit, preferences: Preferences) -> None:
    preferences.change(user_name=" ".join(field.text().split()))


def _speak(window: Changing, code: object) -> None:
    window.speak(str(code))


def _use_theme(window: Changing, mode: object) -> None:
    window.use_theme(Theme(str(mode)))


def _use_zoom(window: Changing, percent: object) -> None:
    assert isinstance(percent, int)
    window.use_zoom(percent)
