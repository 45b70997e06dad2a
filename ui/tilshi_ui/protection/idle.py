"""Noticing that nobody is there: no key, no pointer in any of our windows for a while."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

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
        self._window: QWindow | None = None

    @property
    def is_watching(self) -> bool:
        """Whether it waits for nobody to be there."""
        return self._timer.isActive()

    def start(self, minutes: float) -> None:
        """Waits from now on; 0: never."""
        self.stop()
        self._limit = minutes * 60
        if minutes:
            application = _application()
            application.focusWindowChanged.connect(self._listen_to)
            self._listen_to(application.focusWindow())
            self._note()
            self._timer.start()

    def stop(self) -> None:
        """There is nothing to wait for."""
        if self._timer.isActive():
            self._timer.stop()
            _application().focusWindowChanged.disconnect(self._listen_to)
            self._listen_to(None)

    def look(self) -> None:
        """Tells if it has been long enough."""
        # The one clock stands still while the computer sleeps, the other can be set: whichever says so is believed.
        if max(time.monotonic() - self._last, time.time() - self._last_wall) >= self._limit:
            self.stop()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Somebody is there."""
        if event.type() in _SIGNS:
            self._note()
        return False

    def _note(self) -> None:
        self._last, self._last_wall = time.monotonic(), time.time()

    def _listen_to(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            self._note()
            window.installEventFilter(self)


def _application() -> QGuiApplication:
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application
