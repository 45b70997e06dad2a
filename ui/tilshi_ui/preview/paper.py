"""The pages on the desk: pictures that are made only for what is seen, in a view that keeps its place."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from tilshi_ui.background import Job
from tilshi_ui.preview.typesetting import POINTS_PER_INCH, TypesetPages, picture
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP

if TYPE_CHECKING:
    from tilshi.export.pdf.writer import BlockBox

_GAP: Final = 4 * STEP
_SHADOW: Final = 2
_REACH: Final = 2
"""How far around a segment its frame stands, in points."""
_ZOOMS: Final = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Of the natural size; between them the page is as large as the view."""


class Paper(QAbstractScrollArea):
    """`segment_clicked` carries the segment under a click, `turned` the page in the middle (from 1) and their number.

    `zoomed` carries the size in percent.
    """

    segment_clicked = Signal(str)
    turned = Signal(int, int)
    zoomed = Signal(int)

    def __init__(self, theme: Theme, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pool = pool
        self._pages: TypesetPages | None = None
        self._pictures: dict[int, QImage] = {}
        self._current: set[int] = set()
        self._job: Job | None = None
        self._making = (-1, 0.0)
        self._zoom = 0.0
        self._whole = False
        self._segment = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.verticalScrollBar().setSingleStep(12 * STEP)
        theme.changed.connect(self.viewport().update)

    @property
    def shown(self) -> TypesetPages | None:
        """The pages that are shown, whether or not their pictures are made."""
        return self._pages

    @property
    def is_current(self) -> bool:
        """Whether all that is seen is as the pages are."""
        return all(page in self._current for page in self._seen())

    def show_pages(self, pages: TypesetPages) -> None:
        """Shows other pages in the place of these; old pictures stay until the new ones are made."""
        self._pages = pages
        self._current.clear()
        self._pictures = {page: image for page, image in self._pictures.items() if page < pages.count}
        self._arrange()

    def clear(self) -> None:
        """Shows no page."""
        self._pages = None
        self._pictures.clear()
        self._current.clear()
        self._arrange()

    def frame_segment(self, segment: str, *, reveal: bool) -> None:
        """Frames a segment on the page, and scrolls to it if it cannot be seen."""
        self._segment = segment
        boxes = list(self._boxes_of(segment))
        if reveal and boxes:
            self._reveal(self._on_screen(boxes[0]))
        self.viewport().update()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller, in steps."""
        now = self._scale() / self._natural()
        larger = [zoom for zoom in _ZOOMS if zoom > now * 1.01]
        smaller = [zoom for zoom in _ZOOMS if zoom < now * 0.99]
        chosen = larger[:1] if steps > 0 else smaller[-1:]
        if chosen:
            self._use_zoom(chosen[0])

    def fit_width(self) -> None:
        """As wide as the view."""
        self._use_zoom(0.0)

    def fit_page(self) -> None:
        """A whole page in the view."""
        self._use_zoom(0.0, whole=True)

    def use_natural_size(self) -> None:
        """As large as on paper."""
        self._use_zoom(1.0)

    def go_to_page(self, page: int) -> None:
        """Brings a page (from 0) to the top of the view."""
        if self._pages is not None and 0 <= page < self._pages.count:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._page_rect(page).top() - _GAP)

    # Geometry: pages stand below each other, in the middle

    def _natural(self) -> float:
        """Pixels a point at 100 %."""
        return self.logicalDpiX() / POINTS_PER_INCH

    def _scale(self) -> float:
        """Pixels a point."""
        if self._zoom or self._pages is None:
            return self._natural() * (self._zoom or 1.0)
        view = self.viewport().size()
        wide = (view.width() - 2 * _GAP) / self._pages.width
        high = (view.height() - 2 * _GAP) / self._pages.height
        return max(min(wide, high) if self._whole else wide, 0.1)

    def _page_rect(self, page: int) -> QRect:
        assert self._pages is not None
        width, height = (round(length * self._scale()) for length in (self._pages.width, self._pages.height))
        left = max(_GAP, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        top = _GAP + page * (height + _GAP) - self.verticalScrollBar().value()
        return QRect(left, top, width, height)

    def _seen(self) -> list[int]:
        if self._pages is None:
            return []
        view = self.viewport().rect()
        return [page for page in range(self._pages.count) if self._page_rect(page).intersects(view)]

    def _arrange(self) -> None:
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        if self._pages is None:
            for bar in bars:
                bar.setRange(0, 0)
        else:
            view = self.viewport().size()
            height = _GAP + self._pages.count * (self._page_rect(0).height() + _GAP)
            width = self._page_rect(0).width() + 2 * _GAP
            bars[0].setRange(0, max(0, width - view.width()))
            bars[1].setRange(0, max(0, height - view.height()))
            bars[0].setPageStep(view.width())
            bars[1].setPageStep(view.height())
        self._announce()
        self._make_pictures()
        self.viewport().update()

    def _use_zoom(self, zoom: float, *, whole: bool = False) -> None:
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum() + bar.pageStep())
        self._zoom, self._whole = zoom, whole
        self._current.clear()
        self._arrange()
        bar.setValue(round(place * (bar.maximum() + bar.pageStep())))
        self.zoomed.emit(round(self._scale() / self._natural() * 100))

    def _announce(self) -> None:
        if self._pages is None:
            self.turned.emit(0, 0)
            return
        middle = self.viewport().rect().center().y()
        pages = range(self._pages.count)
        page = min(pages, key=lambda page: abs(self._page_rect(page).center().y() - middle), default=0)
        self.turned.emit(page + 1, self._pages.count)

    # Pictures

    def _make_pictures(self) -> None:
        """Makes the picture of a page that is seen and has none of this release and size; one at a time."""
        if self._job is not None or self._pages is None:
            return
        wanted = next((page for page in self._seen() if page not in self._current), None)
        if wanted is None:
            return
        scale = self._scale() * self.devicePixelRatioF()
        data = self._pages.data
        self._making = (wanted, scale)
        self._job = Job(self)
        self._job.done.connect(self._take_picture)
        self._job.failed.connect(self._give_up)
        self._job.start(lambda: picture(data, wanted, scale), self._pool)
        self._making_data = data

    def _take_picture(self, image: QImage) -> None:
        self._job = None
        page, scale = self._making
        if self._pages is not None and page < self._pages.count:
            self._pictures[page] = image
            fresh = self._making_data is self._pages.data
            if fresh and math.isclose(scale, self._scale() * self.devicePixelRatioF()):
                self._current.add(page)
            self.viewport().update()
        self._make_pictures()

    def _give_up(self, error: Exception) -> None:
        self._job = None
        raise error

    # Segments

    def _boxes_of(self, segment: str) -> Iterable[BlockBox]:
        boxes = self._pages.boxes if self._pages else ()
        return (box for box in boxes if segment in box.segments)

    def _on_screen(self, box: BlockBox) -> QRectF:
        page, scale = self._page_rect(box.page), self._scale()
        corner = QPointF(page.left() + box.x0 * scale, page.top() + box.y0 * scale)
        return QRectF(corner.x(), corner.y(), (box.x1 - box.x0) * scale, (box.y1 - box.y0) * scale)

    def _reveal(self, area: QRectF) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height()
        if area.top() < _GAP:
            bar.setValue(bar.value() + round(area.top()) - 4 * _GAP)
        elif area.bottom() > view - _GAP:
            bar.setValue(bar.value() + round(min(area.bottom() - view + 4 * _GAP, area.top() - _GAP)))

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """The pages that are seen, and the frame round the current segment."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        for page in self._seen():
            area = self._page_rect(page)
            painter.fillRect(area.translated(_SHADOW, _SHADOW), QColor(tokens.page_shadow))
            painter.fillRect(area, Qt.GlobalColor.white)
            if image := self._pictures.get(page):
                _draw(painter, area, image)
        pen = QPen(QColor("#2F6FDE"))  # on paper, which is white in both themes
        pen.setWidthF(1.5)
        painter.setPen(pen)
        reach = _REACH * self._scale()
        for box in self._boxes_of(self._segment):
            painter.drawRoundedRect(self._on_screen(box).adjusted(-reach, -reach, reach, reach), STEP, STEP)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """The page may have to be as wide as the view again."""
        super().resizeEvent(event)
        if not self._zoom:
            self._current.clear()
            self.zoomed.emit(round(self._scale() / self._natural() * 100))
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802, ARG002
        """Other pages may come into view."""
        self._announce()
        self._make_pictures()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scrolls, or with Ctrl changes the size."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Goes to the segment that was clicked."""
        if self._pages is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        hit = [box for box in self._pages.boxes if self._on_screen(box).contains(event.position()) and box.segments]
        if hit:
            smallest = min(hit, key=lambda box: (box.y1 - box.y0) * (box.x1 - box.x0))
            self.segment_clicked.emit(smallest.segments[0])


def _draw(painter: QPainter, area: QRect, image: QImage) -> None:
    """To the pixel where the picture was made for this size, stretched while a better one is being made."""
    ratio = painter.device().devicePixelRatio()
    if abs(image.width() - area.width() * ratio) <= 2 * ratio:
        image.setDevicePixelRatio(ratio)
        painter.drawImage(area.topLeft(), image)
    else:
        painter.drawImage(area, image)
