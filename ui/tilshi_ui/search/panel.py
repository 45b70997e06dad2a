"""The panel of find and replace, below the rows: it never covers what it finds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, QThreadPool, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from tilshi.i18n import _, ngettext
from tilshi.release import Compound, Release
from tilshi.searching.query import Query
from tilshi.searching.replacing import Swap, replacing, swaps
from tilshi.searching.search import Hit
from tilshi_ui.background import Job
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.document import OpenDocument
from tilshi_ui.panels.findings.entries import Places
from tilshi_ui.search.field import HistoryField
from tilshi_ui.search.hitlist import HitList, HitsModel
from tilshi_ui.search.options import Options, Scope
from tilshi_ui.search.service import SearchService, Spot
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import tooltip


class SearchPanel(QFrame):
    """Fields, options and the list of all places.

    `went` carries the Hit to be shown, `closed` comes when the panel has gone, `said` carries news.
    """

    went = Signal(object)
    closed = Signal()
    said = Signal(str)

    def __init__(self, theme: Theme, service: SearchService, pool: QThreadPool) -> None:
        super().__init__()
        self.setObjectName("Inset")
        self._service = service
        self._pool = pool
        self._document: OpenDocument | None = None
        self._places: Places | None = None
        self._job: Job | None = None
        self._scope_chosen = False
        self._start: Spot | None = None
        self.wanted = HistoryField()
        self.replacement = HistoryField()
        self.options = Options()
        self.count = PlainLabel(role="dim")
        self.trouble = PlainLabel(wrap=True)
        self.model = HitsModel(self)
        self.list = HitList(theme, self.model)
        self._buttons = {name: QPushButton() for name in ("previous", "next", "all", "close", "one", "every")}
        self._replacing = QWidget()
        self._planning = Throttle(self._plan, self)
        self._arrange()
        self._connect()
        self.retranslate()

    # What the window asks for

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        if self._document is not None:
            self._document.place.language_changed.disconnect(self._look)
        self._document = document
        self._places = Places(document) if document is not None else None
        if document is not None:
            document.place.language_changed.connect(self._look)

    def open(self, selected: str, *, replacing: bool) -> None:
        """Comes to the front, with what is selected in the text as what is looked for."""
        self._replacing.setVisible(replacing)
        if not self._scope_chosen:
            self._choose_scope(Scope.WRITTEN if replacing else Scope.BOTH)
        if selected and "\n" not in selected:
            self.wanted.setText(selected)
        self._start = None
        self.show()
        self.wanted.setFocus()
        self.wanted.selectAll()
        self._look()
        self._plan()

    def close_panel(self) -> None:
        """Goes, and takes its marks along."""
        self.hide()
        self._service.look_for(None)
        self.closed.emit()

    def go_next(self) -> None:
        """To the next place, round the end."""
        self._step(1)

    def go_previous(self) -> None:
        """To the place before, round the beginning."""
        self._step(-1)

    # Replacing

    def replace_one(self) -> None:
        """Puts the replacement in the place of the current hit, and goes to the next one."""
        self.replacement.remember()
        service, at = self._service, self._service.at
        swap = self.model.swap(at) if at >= 0 and service.release is not None else None
        if swap is None or self._document is None:
            self.go_next()
            return
        service.go_on_from(service.spot(swap.hit, len(swap.after)))
        self._document.apply(replacing(self._document.release, [swap]))

    def replace_all(self) -> None:
        """Puts the replacement in the place of all hits that are checked, as one step."""
        self.replacement.remember()
        service, document = self._service, self._document
        release, query = service.release, service.query
        if document is None or release is None or query is None or not service.hits.complete or self._job is not None:
            return
        touched = dict(self.model.checked_by_user)
        self._job = Job(self)
        self._job.done.connect(self._apply)
        self._job.failed.connect(self._give_up)
        work = partial(_planned, release, query, service.hits.found, self.replacement.text(), touched)
        self._job.start(work, self._pool)

    def _apply(self, answer: tuple[Release, Compound, int, int]) -> None:
        self._job = None
        release, edit, done, left = answer
        if self._document is None or self._document.release is not release:
            self.said.emit(_("The text changed meanwhile. Nothing was replaced; try again."))
            return
        if done:
            self._document.apply(edit)
        text = ngettext("{n} place was replaced.", "{n} places were replaced.", done).format(n=done)
        if left:
            rest = ngettext("{n} was left as it is.", "{n} were left as they are.", left).format(n=left)
            text = f"{text} {rest}"
        self.said.emit(text)

    def _give_up(self, error: Exception) -> None:
        self._job = None
        self.said.emit(str(error))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        for field, text in ((self.wanted, _("Find")), (self.replacement, _("Replace with"))):
            field.setPlaceholderText(text)
            field.setAccessibleName(text)
        texts = {
            "previous": (_("Previous"), _("The place before (Shift+Enter)")),
            "next": (_("Next"), _("The next place (Enter)")),
            "all": (_("List"), _("All places, with what would become of each")),
            "close": (_("Close"), _("Close (Esc)")),
            "one": (_("Replace"), _("Replace this one and go to the next (Enter in the field)")),
            "every": (_("Replace all"), _("Replace all that are ticked in the list (Ctrl+Enter in the field)")),
        }
        for name, (text, tip) in texts.items():
            self._buttons[name].setText(text)
            self._buttons[name].setToolTip(tooltip(tip))
        self.list.setAccessibleName(_("All places"))
        self._show_count()

    # The pieces

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * STEP)
        grid.setVerticalSpacing(2 * STEP)
        grid.addWidget(self.wanted, 0, 0)
        grid.addWidget(self.count, 0, 1)
        for at, name in enumerate(("previous", "next", "all", "close"), 2):
            grid.addWidget(self._buttons[name], 0, at)
        line = QHBoxLayout(self._replacing)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * STEP)
        line.addWidget(self.replacement, 1)
        line.addWidget(self._buttons["one"])
        line.addWidget(self._buttons["every"])
        grid.addWidget(self._replacing, 1, 0, 1, 6)
        grid.setColumnStretch(0, 1)
        self._buttons["all"].setCheckable(True)
        for button in self._buttons.values():
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        column.addLayout(grid)
        column.addWidget(self.options)
        column.addWidget(self.trouble)
        column.addWidget(self.list)
        self.list.hide()
        self.trouble.hide()

    def _connect(self) -> None:
        self.wanted.textChanged.connect(self._look)
        self.wanted.taken.connect(self.go_next)
        self.wanted.back.connect(self.go_previous)
        self.replacement.textChanged.connect(self._planning.postpone)
        self.replacement.taken.connect(self.replace_one)
        self.replacement.back.connect(self.go_previous)
        self.replacement.all_taken.connect(self.replace_all)
        self.options.changed.connect(self._look)
        self.options.scope.activated.connect(self._note_scope)
        deeds = {
            "previous": self.go_previous,
            "next": self.go_next,
            "close": self.close_panel,
            "one": self.replace_one,
            "every": self.replace_all,
        }
        for name, deed in deeds.items():
            self._buttons[name].clicked.connect(deed)
        self._buttons["all"].toggled.connect(self.list.setVisible)
        self.list.taken.connect(self._take)
        self._service.changed.connect(self._show_hits)
        self._service.moved.connect(self._show_current)

    def _choose_scope(self, scope: Scope) -> None:
        self.options.scope.setCurrentIndex(list(Scope).index(scope))

    def _note_scope(self) -> None:
        self._scope_chosen = True

    def _look(self) -> None:
        if self._document is None or self.isHidden():
            return
        place, release = self._document.place, self._document.release
        query = self.options.query(self.wanted.text(), release.source_language, place.language)
        hit = self._service.current
        if self._start is None or (hit is not None and hit.segment != place.segment):
            self._start = self._service.here(place.segment)  # and from there on, however much more is typed
        self._service.look_for(query, self._start)
        self._show_count()

    def _plan(self) -> None:
        query = self._service.query if not self._replacing.isHidden() else None
        self.model.plan(query, self.replacement.text())
        self._show_count()
        self.list.show_current(self._service.at)

    def _show_hits(self) -> None:
        self.model.show_hits(self._service.hits, self._service.release, self._places)
        self._plan()
        if (hit := self._service.current) is not None and self.isVisible():
            self.went.emit(hit)

    def _show_current(self) -> None:
        self._start = self._service.spot(self._service.current) if self._service.current else None
        self._show_count()
        self.list.show_current(self._service.at)
        if (hit := self._service.current) is not None:
            self.went.emit(hit)

    def _show_count(self) -> None:
        hits, trouble = self._service.hits, self._service.trouble or self.model.trouble
        number = len(hits.found)
        self._buttons["one"].setEnabled(bool(number))
        self._buttons["every"].setEnabled(bool(number) and hits.complete)
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        if not self.wanted.text():
            self.count.setText("")
        elif self._service.is_searching:
            self.count.setText(_("Searching…"))
        elif not number:
            self.count.setText("" if trouble else _("Not found"))
        elif not hits.complete:
            self.count.setText(_("More than {n}").format(n=number))
        elif self._service.at < 0:
            self.count.setText(ngettext("{n} place", "{n} places", number).format(n=number))
        else:
            self.count.setText(_("{n} of {total}").format(n=self._service.at + 1, total=number))

    def _step(self, by: int) -> None:
        service, number = self._service, len(self._service.hits.found)
        self.wanted.remember()
        if not number:
            return
        at, hit, document = service.at, service.current, self._document
        if hit is not None and document is not None and document.place.segment != hit.segment:
            # The user went elsewhere meanwhile: on from there.
            following = service.after(service.here(document.place.segment))
            service.go(following if by > 0 else (following - 1) % number)
            return
        service.go((at + by) % number if at >= 0 else 0 if by > 0 else number - 1)

    def _take(self, row: int) -> None:
        self._service.go(row)


def _planned(
    release: Release, query: Query, hits: tuple[Hit, ...], replacement: str, touched: dict[int, bool]
) -> tuple[Release, Compound, int, int]:
    """The edit for all hits that are to be replaced; how many those are, and how many others there are."""
    chosen: list[Swap] = []
    for at, swap in enumerate(swaps(release, query, hits, replacement)):
        if touched.get(at, swap.sure):
            chosen.append(swap)
    return release, replacing(release, chosen), len(chosen), len(hits) - len(chosen)
