"""What is open, the languages it is translated into, the views, and the way out."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from tilshi.i18n import _, ngettext
from tilshi_ui.controls.labels import ElidedLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.tally import Tally
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import label, language_name, subtitle, tooltip

_TITLE: Final = 40 * STEP
"""So much of the title is always shown, in pixels."""


class View(StrEnum):
    """The ways to look at a release."""

    DRAFT = "draft"
    TRANSLATE = "translate"
    REVIEW = "review"
    LAYOUT = "layout"


class Detail(Enum):
    """How much a language's button says."""

    NAME = 1
    CODE = 2
    CODE_ALONE = 3


class TopBar(QWidget):
    """`view_chosen` carries a View, `export_chosen` nothing; languages go straight to the document's place.

    `behind_chosen` comes when the user wants to go to what is behind its source.
    """

    view_chosen = Signal(str)
    export_chosen = Signal()
    language_wanted = Signal()
    behind_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._tally: Tally | None = None
        self._title = ElidedLabel(role="title")
        self._subtitle = ElidedLabel(role="dim")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._subtitle)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(2 * STEP)
        self._languages: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._add = QPushButton("+")
        self._add.clicked.connect(self.language_wanted)
        self.behind = QPushButton()
        self.behind.setFlat(True)
        self.behind.clicked.connect(self.behind_chosen)
        self.behind.hide()
        self._views = {view: self._view_button(view) for view in View}
        self._views[View.TRANSLATE].setChecked(True)
        self._export = QPushButton()
        self._export.setProperty("role", "primary")
        self._export.clicked.connect(self.export_chosen)
        self._title.setMinimumWidth(_TITLE)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, 2 * STEP, 4 * STEP, 2 * STEP)
        row.setSpacing(2 * STEP)
        row.addLayout(names, 1)
        row.addLayout(self._chips)
        row.addWidget(self._add)
        row.addWidget(self.behind)
        row.addSpacing(4 * STEP)
        for button in self._views.values():
            row.addWidget(button)
        row.addSpacing(4 * STEP)
        row.addWidget(self._export)
        self.retranslate()

    def show_document(self, document: OpenDocument, tally: Tally) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.place.language_changed.disconnect(self._mark_language)
        self._document, self._tally = document, tally
        document.place.language_changed.connect(self._mark_language)
        self.refresh()

    def refresh(self) -> None:
        """Title, languages or counts are others."""
        if self._document is None or self._tally is None:
            return
        release = self._document.release
        self._title.setText(self._document.title or _("Untitled release"))
        self._subtitle.setText(subtitle(release))
        if tuple(self._languages) != release.languages:
            self._make_chips(release.languages)
        self._show_behind(release.target_languages)
        self._fit()
        self._mark_language(self._document.place.language)

    def show_view(self, view: View) -> None:
        """Marks the view in use."""
        self._views[view].setChecked(True)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._views[View.DRAFT].setText(_("Draft"))
        self._views[View.DRAFT].setToolTip(tooltip(_("The source as running text (Ctrl+F9)")))
        self._views[View.TRANSLATE].setText(_("Translate"))
        self._views[View.TRANSLATE].setToolTip(tooltip(_("Source and translation side by side (F9)")))
        self._views[View.REVIEW].setText(_("Review"))
        self._views[View.REVIEW].setToolTip(tooltip(_("What waits for you, with what differs (F10)")))
        self._views[View.LAYOUT].setText(_("Layout"))
        self._views[View.LAYOUT].setToolTip(tooltip(_("The finished pages beside the text (F11)")))
        self._add.setAccessibleName(_("Add a language"))
        self._add.setToolTip(tooltip(_("Add a language to translate into")))
        self._export.setText(_("Export…"))
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """There may be more or less room for the languages."""
        super().resizeEvent(event)
        if self._document is not None:
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _view_button(self, view: View) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setProperty("role", "choice")
        button.setAutoExclusive(True)
        button.setObjectName(view.value)
        button.clicked.connect(self._choose_view)
        return button

    def _choose_view(self) -> None:
        self.view_chosen.emit(self.sender().objectName())

    def _make_chips(self, languages: tuple[str, ...]) -> None:
        for chip in self._languages.values():
            self._group.removeButton(chip)
            self._chips.removeWidget(chip)
            chip.deleteLater()
        self._languages = {}
        for code in languages:
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("role", "choice")
            chip.setObjectName(code)
            chip.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            chip.clicked.connect(self._choose_language)
            self._group.addButton(chip)
            self._chips.addWidget(chip)
            chip.show()  # at once, so that the layout counts it
            self._languages[code] = chip

    def _fit(self) -> None:
        """Shows the languages in as many words as there is room for."""
        for words in (Detail.NAME, Detail.CODE, Detail.CODE_ALONE):
            for code, chip in self._languages.items():
                self._show_count(code, chip, words)
            self._chips.invalidate()  # what the layout above would find out only later
            if self._row.minimumSize().width() <= self.width():
                break

    def _show_behind(self, languages: tuple[str, ...]) -> None:
        """How many translations are behind their source: in all, and by language in the tooltip."""
        assert self._tally is not None
        counts = [(language_name(code), number) for code in languages if (number := self._tally.behind(code))]
        total = sum(number for _name, number in counts)
        self.behind.setVisible(total > 0)
        words = ngettext("{n} behind", "{n} behind", total).format(n=total)
        self.behind.setText(label(words))
        each = [_("{language}: {n} behind the source").format(language=name, n=number) for name, number in counts]
        self.behind.setToolTip(tooltip("\n".join((*each, _("Goes to the next one.")))))
        self.behind.setAccessibleName(", ".join(each))

    def _show_count(self, code: str, chip: QPushButton, detail: Detail) -> None:
        assert self._document is not None
        assert self._tally is not None
        name = language_name(code)
        short = name if detail is Detail.NAME else code
        percent = self._tally[code].percent
        whole = _("{language} {percent}%").format(language=name, percent=percent)
        if code == self._document.release.source_language:
            chip.setText(label(short))
            chip.setAccessibleName(name)
            chip.setToolTip(tooltip(_("Write the source text in {language}").format(language=name)))
            return
        counted = _("{language} {percent}%").format(language=short, percent=percent)
        chip.setText(label(short if detail is Detail.CODE_ALONE else counted))
        chip.setAccessibleName(whole)
        chip.setToolTip(tooltip("\n".join((_("Translate into {language}").format(language=name), whole))))

    def _choose_language(self) -> None:
        if self._document is not None:
            self._document.place.speak(self.sender().objectName())

    def _mark_language(self, language: str) -> None:
        if chip := self._languages.get(language):
            chip.setChecked(True)
