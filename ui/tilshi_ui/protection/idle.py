"""Noticing that nobody is there: no key, no pointer in any of our windows for a while."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TICK_MS: Final = 5_000
_SIGNS: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """`idle` comes once when nothing was done for so long.

    It listens to the windows of the system only, which get an event for each thing a person does, and not to every
    widget, which would cost each keystroke.
    """

    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._limit = 0.0
        self._note()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._listen_to)
        self._listen_to(application.focusWindow())

    @property
    def is_watching(self) -> bool:
        """Whether it waits for nobody to be there."""
        return self._timer.isActive()

    def start(self, minutes: float) -> None:
        """Waits from now on; 0: never."""
        self._limit = minutes * 60
        self._note()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def stop(self) -> None:
        """There is nothing to wait for."""
        self._timer.stop()

    def look(self) -> None:
        """Tells if it has been long enough."""
        # The one clock stands still while the computer sleeps, the other can be set: whichever says so is believed.
        if max(time.monotonic() - self._last, time.time() - self._last_wall) >= self._limit:
            self._timer.stop()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Somebody is there."""
        if event.type() in _SIGNS:
            self._note()
        return False

    def _note(self) -> None:
        self._last, self._last_wall = time.monotonic(), time.time()

    def _listen_to(self, window: QWindow | None) -> None:
        if window is not None:
            self._note()
            window.removeEventFilter(self)
            window.installEventFilter(self)
