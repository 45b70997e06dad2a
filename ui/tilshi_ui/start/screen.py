"""The start screen: begin a release, open one, bring one in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tilshi import resources
from tilshi.i18n import N_, _
from tilshi_ui.background import Job
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.start.templatecard import PICTURE, TemplateCard
from tilshi_ui.start.unsaved import UnsavedList
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import TEMPLATES, template_name, tooltip

if TYPE_CHECKING:
    from tilshi_ui.preferences import Preferences

_FILE: Final = Qt.ItemDataRole.UserRole
_REMARKS: Final = {
    "press-release": N_("News for all media, with a quotation and a contact"),
    "statement": N_("The position of the organisation, in its own words"),
    "joint-statement": N_("Several organisations say the same, and sign it"),
    "media-advisory": N_("An event to come: what, when, where and who"),
    "news-note": N_("Background and figures for a story"),
    "operational-update": N_("What was done in the field, by section"),
}


class StartScreen(QScrollArea):
    """`template_chosen` carries a template, `file_chosen` a path, `recovery_wanted` an Unsaved; the others nothing."""

    template_chosen = Signal(str)
    file_chosen = Signal(str)
    open_wanted = Signal()
    import_wanted = Signal()
    sample_wanted = Signal()
    recovery_wanted = Signal(object)

    def __init__(self, theme: Theme, preferences: Preferences, press: QThreadPool) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self._press = press
        self._jobs: list[Job] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._title = PlainLabel("Tilshi", "display")
        self._line = PlainLabel(role="dim", wrap=True)
        self._open, self._import, self._sample = QPushButton(), QPushButton(), QPushButton()
        self._open.clicked.connect(self.open_wanted)
        self._import.clicked.connect(self.import_wanted)
        self._sample.clicked.connect(self.sample_wanted)
        self._new_caption = PlainLabel(role="caption")
        self._recent_caption = PlainLabel(role="caption")
        self._cards = [TemplateCard(theme, name) for name in TEMPLATES]
        for card in self._cards:
            card.clicked.connect(partial(self.template_chosen.emit, card.name))
        self._unsaved = UnsavedList(press)
        self._unsaved.chosen.connect(self.recovery_wanted)
        self._recent = QListWidget()
        self._recent.setObjectName("Outline")
        self._recent.setFrameShape(QFrame.Shape.NoFrame)
        self._recent.itemActivated.connect(self._choose_file)
        self._recent.itemClicked.connect(self._choose_file)
        self.setWidget(self._arranged())
        self.retranslate()
        self._draw_pages()

    @property
    def cards(self) -> list[TemplateCard]:
        """The kinds of release."""
        return self._cards

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._line.setText(_("Write, translate, check and lay out press releases. Everything stays on this computer."))
        self._open.setText(_("&Open…"))
        self._import.setText(_("&Import Word or text…"))
        self._sample.setText(_("Open the &sample"))
        self._sample.setToolTip(tooltip(_("A release in four languages, to look around in")))
        self._new_caption.setText(_("New release").upper())
        self._recent_caption.setText(_("Recent").upper())
        self._recent.setAccessibleName(_("Recent files"))
        for card in self._cards:
            card.describe(template_name(card.name), _(_REMARKS[card.name]))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """The recent files, and the unsaved work, may be others than last time."""
        super().showEvent(event)
        self._unsaved.refresh()
        self._recent.clear()
        for name in self._preferences.now.recent_files:
            path = Path(name)
            item = QListWidgetItem(f"{path.name}\n{path.parent}")
            item.setData(_FILE, name)
            item.setToolTip(tooltip(name))
            self._recent.addItem(item)
        shown = self._recent.count() > 0
        self._recent.setVisible(shown)
        self._recent_caption.setVisible(shown)
        self._recent.setCurrentRow(0)
        (self._recent if shown else self._cards[0]).setFocus()  # the keys have somewhere to begin

    def _arranged(self) -> QWidget:
        page = QWidget()
        page.setObjectName("Page")
        grid = QGridLayout()
        grid.setSpacing(3 * STEP)
        for at, card in enumerate(self._cards):
            grid.addWidget(card, at // 2, at % 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(2 * STEP)
        for button in (self._open, self._import, self._sample):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(3 * STEP)
        left.addWidget(self._new_caption)
        left.addLayout(grid)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(3 * STEP)
        right.addWidget(self._unsaved)
        right.addWidget(self._recent_caption)
        right.addWidget(self._recent, 1)
        right.addStretch(0)
        body = QHBoxLayout()
        body.setSpacing(8 * STEP)
        body.addLayout(left, 5)
        body.addLayout(right, 3)
        column = QVBoxLayout(page)
        column.setContentsMargins(12 * STEP, 8 * STEP, 12 * STEP, 8 * STEP)
        column.setSpacing(3 * STEP)
        for label in (self._title, self._line):
            column.addWidget(label)
        column.addLayout(buttons)
        column.addSpacing(4 * STEP)
        column.addLayout(body, 1)
        return page

    def _choose_file(self, item: QListWidgetItem) -> None:
        self.file_chosen.emit(item.data(_FILE))

    def _draw_pages(self) -> None:
        """Pictures of real pages, made after the screen has been shown."""
        ratio = self.devicePixelRatioF()
        for card in self._cards:
            job = Job(self)
            job.done.connect(card.show_picture)
            self._jobs.append(job)
            job.start(partial(_page_of, card.name, PICTURE.width() * ratio), self._press)


def _page_of(template: str, width: float) -> QImage:
    """The first page of a sample release, `width` pixels wide."""
    from tilshi.drafts import open_draft
    from tilshi_ui.preview.typesetting import picture, typeset

    release = open_draft(resources.path("samples", f"{template}.tilshi")).release
    pages = typeset(release, "en")
    return picture(pages.data, 0, width / pages.width)
