"""The live page with its tools, and what is missing on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QThreadPool, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import _, ngettext
from tilshi_ui.background import Background
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.preview.missing import MissingList
from tilshi_ui.preview.paper import Paper
from tilshi_ui.preview.thumbnails import Thumbnails
from tilshi_ui.preview.typesetting import Layouts, NotTypeset, TypesetPages, typeset
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import tooltip

if TYPE_CHECKING:
    from tilshi_ui.preview.printing import Printing

_PATIENCE_MS: Final = 15
"""How long after the last keystroke the page follows."""


class PreviewPanel(QWidget):
    """The pages of the language being worked on, as long as the panel is shown."""

    failed = Signal(str)

    def __init__(self, theme: Theme, press: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._background: Background | None = None
        self._press = press
        self._following = Throttle(self._ask, self, _PATIENCE_MS)
        self._paper = Paper(theme, self._press)
        self._pages = PlainLabel(role="dim")
        self._size = PlainLabel(role="dim")
        self._smaller, self._larger, self._fit = QPushButton("−"), QPushButton("+"), QPushButton()
        self._whole, self._natural, self._print = QPushButton(), QPushButton(), QPushButton()
        self._mark = QPushButton()
        self._mark.setCheckable(True)
        self._mark.setChecked(True)
        self._shown: TypesetPages | None = None
        self._layouts = Layouts()
        self._printing: Printing | None = None
        self._overflow = PlainLabel(role="strong", wrap=True)
        self._overflow.hide()
        self._thumbnails = Thumbnails(press)
        self._problem = PlainLabel(role="strong", wrap=True)
        self._problem.hide()
        self._missing = MissingList()
        self._arrange()
        self._connect()
        self.retranslate()

    @property
    def paper(self) -> Paper:
        """The pages."""
        return self._paper

    @property
    def missing(self) -> MissingList:
        """What is missing on them."""
        return self._missing

    def show_document(self, document: OpenDocument) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.changed.disconnect(self._release_changed)
            self._document.place.language_changed.disconnect(self._language_changed)
            self._document.place.segment_changed.disconnect(self._segment_changed)
        self._document = document
        document.changed.connect(self._release_changed)
        document.place.language_changed.connect(self._language_changed)
        document.place.segment_changed.connect(self._segment_changed)
        if self._background is not None:
            self._background.deleteLater()
        self._background = Background(document.session, self._work(), self._press, self)
        self._background.answered.connect(self._show_pages)
        self._background.failed.connect(self._say_problem)
        self._paper.clear()
        self._ask()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._smaller.setAccessibleName(_("Smaller page"))
        self._larger.setAccessibleName(_("Larger page"))
        self._fit.setText(_("Width"))
        self._fit.setToolTip(tooltip(_("The page as wide as the view")))
        self._whole.setText(_("Page"))
        self._whole.setToolTip(tooltip(_("The whole page in the view")))
        self._natural.setText("100%")
        self._natural.setToolTip(tooltip(_("As large as on paper")))
        self._mark.setText(_("Watermark"))
        self._mark.setToolTip(tooltip(_("Show the mark that an export of a draft bears")))
        self._print.setText(_("Print…"))
        self._paper.setAccessibleName(_("Pages"))

    def print_pages(self) -> None:
        """Asks for a printer and sends it the pages as they are shown."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # hardly anybody prints

        from tilshi_ui.preview.printing import Printing

        if self._shown is None or self._printing is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self._shown.count)
        if dialog.exec():
            self._printing = Printing(self._shown, printer, self._press, self)
            self._printing.finished.connect(self._end_printing)
            self._printing.start()
        dialog.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """From now on the page follows."""
        super().showEvent(event)
        self._ask()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
            self._ask()
        super().changeEvent(event)

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(STEP)
        tools.addWidget(self._pages)
        tools.addStretch(1)
        zooms = (self._smaller, self._size, self._larger, self._fit, self._whole, self._natural)
        for widget in (*zooms, self._mark, self._print):
            tools.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * STEP)
        column.addLayout(tools)
        column.addWidget(self._problem)
        column.addWidget(self._overflow)
        column.addWidget(self._paper, 1)
        column.addWidget(self._thumbnails)
        column.addWidget(self._missing)

    def _connect(self) -> None:
        self._smaller.clicked.connect(partial(self._paper.zoom_by, -1))
        self._larger.clicked.connect(partial(self._paper.zoom_by, 1))
        self._fit.clicked.connect(self._paper.fit_width)
        self._whole.clicked.connect(self._paper.fit_page)
        self._natural.clicked.connect(self._paper.use_natural_size)
        self._mark.toggled.connect(self._language_changed)
        self._print.clicked.connect(self.print_pages)
        self._thumbnails.chosen.connect(self._paper.go_to_page)
        self._paper.turned.connect(self._thumbnails.mark)
        self._paper.turned.connect(self._show_number)
        self._paper.zoomed.connect(self._show_size)
        self._paper.segment_clicked.connect(self._go)
        self._missing.chosen.connect(self._go)

    def _work(self) -> partial[TypesetPages]:
        assert self._document is not None
        marked = self._mark.isChecked()
        return partial(typeset, language=self._document.place.language, marked=marked, layouts=self._layouts)

    def _ask(self) -> None:
        if self._background is not None and self.isVisible():
            self._background.ask()

    def _show_pages(self, pages: TypesetPages) -> None:
        self._problem.hide()
        self._shown = pages
        self._paper.show_pages(pages)
        self._thumbnails.show_pages(pages)
        hints = _hints(pages)
        self._overflow.setText("\n".join(hints))
        self._overflow.setVisible(bool(hints))
        self._missing.show_parts(pages.missing)
        self._segment_changed()

    def _say_problem(self, error: Exception) -> None:
        if not isinstance(error, NotTypeset):
            raise error
        self._problem.setText(_("The page cannot be shown: {reason}").format(reason=error))
        self._problem.show()

    def _end_printing(self, whole: bool) -> None:  # noqa: FBT001 - a slot
        self._printing = None
        if not whole:
            self._problem.setText(_("The printer did not take the pages."))
            self._problem.show()

    def _release_changed(self) -> None:
        if self.isVisible():
            self._following.postpone()

    def _language_changed(self) -> None:
        if self._background is not None:
            self._background.use(self._work())
            self._ask()

    def _segment_changed(self) -> None:
        if self._document is not None:
            self._paper.frame_segment(self._document.place.segment, reveal=True)

    def _go(self, segment: str) -> None:
        if self._document is not None:
            self._document.place.go(segment)

    def _show_number(self, page: int, pages: int) -> None:
        self._pages.setText(_("Page {n} of {total}").format(n=page, total=pages) if pages else "")

    def _show_size(self, percent: int) -> None:
        self._size.setText(_("{n}%").format(n=percent))


def _hints(pages: TypesetPages) -> list[str]:
    """What there is to say about the pages as a whole."""
    hints = list(pages.remarks)
    if 0 < pages.wanted < pages.count:
        many = ngettext(
            "{n} pages; the template wants {wanted}.", "{n} pages; the template wants {wanted}.", pages.count
        )
        hints.insert(0, many.format(n=pages.count, wanted=pages.wanted))
    return hints
