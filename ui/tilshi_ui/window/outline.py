"""The parts of the release, each with how far it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QProgressBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from tilshi.i18n import _, ngettext
from tilshi.release import Block, Target
from tilshi.release.operations import is_behind
from tilshi_ui.checking.report import NO_LOADS, Load, Report
from tilshi_ui.controls.badges import paint_behind, paint_note
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.controls.severities import paint_severity
from tilshi_ui.controls.states import paint_state
from tilshi_ui.document import OpenDocument
from tilshi_ui.tally import Tally
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import RADIUS_CONTROL, SMALL_POINTS, STEP
from tilshi_ui.wording import findings_counted, segments_done, state_name, tooltip

_DOT: Final = 10
_NUMBER: Final = 3 * STEP
"""Room for a number of findings, so that the shapes stand below one another."""
_SIDEWAYS: Final = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_ROW: Final = 7 * STEP
_Index = QModelIndex | QPersistentModelIndex
_TARGET: Final = Qt.ItemDataRole.UserRole
_LOAD: Final = Qt.ItemDataRole.UserRole + 1
_BADGES: Final = Qt.ItemDataRole.UserRole + 2

Wanted = Callable[[Block], bool]
"""Whether a part is to be listed."""


class Badges(NamedTuple):
    """What else there is to say of a part: open notes on it, and whether its source has gone on."""

    notes: int
    behind: bool


class _Part(NamedTuple):
    """A part that is listed: which one of the release, its id and its name."""

    at: int
    block: str
    name: str


class PartsModel(QAbstractListModel):
    """The parts with their names.

    The role `UserRole` holds how far a part is, as its least finished segment, the next one what the checks found in
    it, as a Load, the one after its Badges.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._parts: list[_Part] = []
        self.wanted: Wanted | None = None
        self.loads: Mapping[str, Load] = NO_LOADS
        self._rows: dict[str, int] = {}

    def show_document(self, document: OpenDocument | None) -> None:
        """Shows the parts of another release, or of this one after its structure changed."""
        self.beginResetModel()
        self._document = document
        parts = zip(document.release.blocks, document.part_names(), strict=True) if document else ()
        wanted = self.wanted
        self._parts = [
            _Part(at, block.id, name) for at, (block, name) in enumerate(parts) if wanted is None or wanted(block)
        ]
        self._rows = {part.block: row for row, part in enumerate(self._parts)}
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a part."""
        return 0 if parent.isValid() else len(self._parts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of a part."""
        if self._document is None or not index.isValid():
            return None
        row = index.row()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                said: object = self._parts[row].name
            case _ if role == _TARGET:
                said = self.target(row)
            case _ if role == _LOAD:
                said = self.loads.get(self._parts[row].block)
            case _ if role == _BADGES:
                said = self.badges(row)
            case Qt.ItemDataRole.ToolTipRole:
                said = tooltip(self._words(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                said = self._words(row)
            case _:
                said = None
        return said

    def badges(self, row: int) -> Badges:
        """Open notes on a part, and whether it is behind its source."""
        assert self._document is not None
        if self._parts[row].at >= len(self._document.release.blocks):
            return Badges(0, behind=False)
        release, language = self._document.release, self._document.place.language
        segments = self._block(row).segments
        notes = sum(not note.resolved for segment in segments for note in segment.notes)
        return Badges(notes, any(is_behind(release, segment.id, language) for segment in segments))

    def _words(self, row: int) -> str:
        """All that is said of a part."""
        target, load, badges = self.target(row), self.loads.get(self._parts[row].block), self.badges(row)
        words = (
            self._parts[row].name,
            state_name(target) if target else "",
            _("Behind the source") if badges.behind else "",
            findings_counted(load.number) if load else "",
            ngettext("{n} open note", "{n} open notes", badges.notes).format(n=badges.notes) if badges.notes else "",
        )
        return " · ".join(part for part in words if part)

    def target(self, row: int) -> Target | None:
        """The least finished translation of a part; None where the source is being written."""
        assert self._document is not None
        if self._document.writes_source or self._parts[row].at >= len(self._document.release.blocks):
            return None  # the source, or a part that is just going
        block, language = self._block(row), self._document.place.language
        targets = [segment.target(language) for segment in block.segments]
        return min(targets, key=lambda target: (target.state.rank, bool(target.text)), default=None)

    def row_of(self, segment: str) -> int:
        """The part of a segment; -1 where there is none."""
        if self._document is None or segment not in (self._document.release.places or {}):
            return -1
        return self._rows.get(self._document.release.block_of(segment).id, -1)

    def is_stale(self, segments: frozenset[str] | None) -> bool:
        """Whether parts are wanted now that are not listed, or the other way; looks at those of `segments`, or all."""
        if self._document is None or self.wanted is None:
            return False
        release = self._document.release
        known = release.places or {}
        blocks = release.blocks if segments is None else [release.block_of(each) for each in segments if each in known]
        return any(self.wanted(block) != (block.id in self._rows) for block in blocks)

    def first_segment(self, row: int) -> str:
        """Where a part begins; empty where it has no text."""
        segments = self._block(row).segments
        return segments[0].id if segments else ""

    def _block(self, row: int) -> Block:
        assert self._document is not None
        return self._document.release.blocks[self._parts[row].at]


class PartsDelegate(QStyledItemDelegate):
    """Paints a part: shape of its state, name, bold where the user is."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.current = -1
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802, ARG002
        """All rows are equally high, so that the list need not look at each."""
        return QSize(80, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One part."""
        tokens, area = self._theme.tokens, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = index.row() == self.current
        if here or index.row() == self.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), RADIUS_CONTROL, RADIUS_CONTROL)
        box = QRectF(area.left() + 2 * STEP, area.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
        if (target := index.data(_TARGET)) is not None:
            paint_state(painter, box, target, tokens)
        font = QFont(option.font)
        font.setBold(here)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        words = area.adjusted(2 * STEP + _DOT + 2 * STEP, 0, -STEP, 0)
        if (load := index.data(_LOAD)) is not None:
            words.setRight(self._paint_load(painter, area, load) - STEP)
        words.setRight(self._paint_badges(painter, words, index.data(_BADGES)))
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        painter.restore()

    def _paint_badges(self, painter: QPainter, area: QRect, badges: Badges) -> int:
        """Shapes for notes and for a source that has gone on, at the right end; where they begin."""
        shapes = [paint for paint, there in ((paint_note, badges.notes), (paint_behind, badges.behind)) if there]
        right = area.right()
        painter.save()
        for paint in shapes:
            box = QRectF(right - _DOT, area.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
            paint(painter, box, self._theme.tokens)
            right -= _DOT + STEP
        painter.restore()
        return right

    def _paint_load(self, painter: QPainter, area: QRect, load: Load) -> int:
        """Shape of the gravest finding and how many there are, at the right end; where that begins."""
        tokens, number = self._theme.tokens, str(load.number)
        painter.save()
        font = painter.font()
        font.setPointSizeF(SMALL_POINTS)
        painter.setFont(font)
        painter.setPen(QColor(tokens.dim))
        left = area.right() - STEP - max(painter.fontMetrics().horizontalAdvance(number), _NUMBER)
        painter.drawText(QRect(left, area.top(), area.right() - left, area.height()), _SIDEWAYS, number)
        left -= _DOT + STEP
        box = QRectF(left, area.center().y() - _DOT / 2 + 0.5, _DOT, _DOT)
        paint_severity(painter, box, load.worst, tokens)
        painter.restore()
        return left


class Outline(QFrame):
    """The list of parts, and the progress of the language that is being worked on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Card")
        self._document: OpenDocument | None = None
        self._tally: Tally | None = None
        self._found: int | None = None
        self._caption = PlainLabel(role="caption")
        self._list = QListView()
        self._list.setObjectName("Outline")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = PartsModel(self)
        self._delegate = PartsDelegate(theme, self._list)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.entered.connect(self._hover)
        self._list.viewport().installEventFilter(self)
        self._list.pressed.connect(self._go)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._list.activated.connect(self._go)
        self._progress_caption = PlainLabel(role="caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._words = PlainLabel(role="dim", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * STEP, 3 * STEP, 3 * STEP, 3 * STEP)
        column.setSpacing(2 * STEP)
        for widget in (self._caption, self._list, self._progress_caption, self._bar, self._words):
            column.addWidget(widget, 1 if widget is self._list else 0)
        theme.changed.connect(self._list.viewport().update)
        self.retranslate()

    @property
    def parts(self) -> QListView:
        """The list itself."""
        return self._list

    def show_document(self, document: OpenDocument | None, tally: Tally | None) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.place.segment_changed.disconnect(self._place_changed)
        self._document, self._tally = document, tally
        if document is not None:
            document.place.segment_changed.connect(self._place_changed)
        self._model.show_document(document)
        self._place_changed()
        self.refresh()

    def rebuild(self) -> None:
        """Parts came, went or moved."""
        self._model.show_document(self._document)
        self._place_changed()

    def show_only(self, wanted: Wanted | None) -> None:
        """Lists only the parts that are wanted, as long as they are; None: all."""
        self._model.wanted = wanted
        self.retranslate()

    def refresh(self, segments: frozenset[str] | None = None) -> None:
        """Another language, or the parts of these segments may be further now."""
        if self._model.is_stale(segments):
            self.rebuild()
        if segments is None:
            self._list.viewport().update()
        for row in {self._model.row_of(segment) for segment in segments or ()} - {-1}:
            self._list.update(self._model.index(row))
        if self._document is None or self._tally is None:
            return
        count = self._tally[self._document.place.language]
        source = self._document.writes_source
        for widget in (self._progress_caption, self._bar):
            widget.setVisible(not source)
        self._bar.setRange(0, max(1, count.total))
        self._bar.setValue(count.done)
        if source:
            words = self._tally.words(self._document.place.language)
            done = ngettext("{n} word", "{n} words", words).format(n=words)
        else:
            done = segments_done(count.done, count.total)
        found = findings_counted(self._found) if self._found is not None else ""
        self._words.setText(" · ".join(part for part in (done, found) if part))
        self._bar.setAccessibleName(self._words.text())

    def show_findings(self, report: Report | None) -> None:
        """Counts what the checks found by parts."""
        self._model.loads = report.parts if report else NO_LOADS
        self._found = len(report.findings) if report else None
        self.refresh()

    def retranslate(self) -> None:
        """Shows the words of the interface again."""
        self._caption.setText((_("Outline") if self._model.wanted is None else _("Waiting for you")).upper())
        self._progress_caption.setText(_("Progress").upper())
        self._list.setAccessibleName(_("Parts of the release"))
        self._model.show_document(self._document)
        self._place_changed()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The mouse may leave the list."""
        if event.type() is QEvent.Type.Leave:
            self._hover(QModelIndex())
        return super().eventFilter(watched, event)

    def _hover(self, index: QModelIndex) -> None:
        self._delegate.hovered = index.row()
        self._list.viewport().update()

    def _go(self, index: QModelIndex) -> None:
        if self._document is not None and (segment := self._model.first_segment(index.row())):
            self._document.place.go(segment)

    def _place_changed(self) -> None:
        row = self._model.row_of(self._document.place.segment) if self._document else -1
        self._delegate.current = row
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
        self._list.viewport().update()
