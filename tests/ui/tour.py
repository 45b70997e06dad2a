"""Goes through every command of the window, and closes without a choice whatever one opens, after a look at it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from tilshi_ui.window.main import MainWindow

PATIENCE = 0.12
"""Seconds for which something is left open, so that what it asks for in the background can come."""
STAYS = frozenset({"quit", "close_release"})

Look = Callable[[QWidget], None]


class Closer(QObject):
    """While a dialog waits for an answer, nobody else runs: this looks at it and takes it away."""

    def __init__(self, window: MainWindow, look: Look) -> None:
        super().__init__(window)
        self.seen: set[str] = set()
        self._window = window
        self._look = look
        self._since: dict[QWidget, float] = {}
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self.close_what_is_open)
        self._timer.start()

    def close_what_is_open(self) -> None:
        """Whatever stands in front of the window, once it has stood there for a while."""
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        others = [front] if front else _dialogs()
        for widget in others:
            if time.monotonic() - self._since.setdefault(widget, time.monotonic()) > PATIENCE:
                del self._since[widget]
                self._take_away(widget)

    def _take_away(self, widget: QWidget) -> None:
        self.seen.add(type(widget).__name__)
        if not isinstance(widget, QFileDialog):  # Qt's own, which shows names of files and nothing of ours
            self._look(widget)
        if isinstance(widget, QDialog):
            widget.reject()
        else:
            widget.close()


def _dialogs() -> list[QWidget]:
    tops = QApplication.topLevelWidgets()
    return [widget for widget in tops if isinstance(widget, QDialog) and widget.isVisible()]


def tour(window: MainWindow, look: Look, *, without: Iterable[str] = ()) -> set[str]:
    """Calls every command that can be called now, `look`ing at whatever it opens and at the window afterwards.

    The release is put back after each. The kinds of what was opened are the answer.
    """
    closer = Closer(window, look)
    for name, action in window.menus.actions.items():
        if name in STAYS or name in without or not action.isEnabled():
            continue
        action.trigger()
        _settle()
        look(window)
        document = window.desk.document
        while document is not None and document.session.can_undo:
            document.undo()
    closer.deleteLater()
    return closer.seen


def _settle() -> None:
    """Until nothing stands before the window any more."""
    end = time.monotonic() + 10
    QApplication.processEvents()
    while (_dialogs() or QApplication.activePopupWidget()) and time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)
    assert not _dialogs()
