"""Plays a script of keys to the window, dialogs included; a script is a generator of acts."""

import os
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import write

PICTURES = "TILSHI_SCREENSHOTS"
"""Names the folder that gets a picture of every step; without it none is taken."""
_PAUSE_MS = 10
_PATIENCE_S = 20.0


class Act(NamedTuple):
    """What is done, and what must be true before the script goes on; `what` says it where a test fails."""

    what: str
    do: Callable[[], object] = lambda: None
    until: Callable[[], object] = lambda: True


Script: TypeAlias = Iterator[Act]


def focused() -> QWidget:
    """What has the keys: an open menu, else the widget with the focus, else the window."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None, "nothing has the keyboard"
    return found


def keys(*sequences: str, until: Callable[[], object] = lambda: True) -> Act:
    """Presses keys one after the other, as “Ctrl+Shift+P”, wherever the focus is by then."""
    return Act(" ".join(sequences), partial(_press_all, sequences), until)


def typed(text: str, until: Callable[[], object] = lambda: True) -> Act:
    """Writes a text letter by letter, wherever the focus is."""
    return Act(f"types “{text}”", lambda: write(focused(), text), until)


def seen(what: str, until: Callable[[], object]) -> Act:
    """Waits until something is so."""
    return Act(what, until=until)


def _press_all(sequences: tuple[str, ...]) -> None:
    for sequence in sequences:
        QTest.keySequence(focused(), QKeySequence(sequence))


class Player(QObject):
    """Does one act after the other from timers of their own, so that a dialog that waits for an answer gets one."""

    def __init__(self, script: Script, window: QWidget) -> None:
        super().__init__(window)
        self._script = script
        self._window = window
        self._act = Act("begins")
        self._until = 0.0
        self.is_done = False
        self.error: BaseException | None = None
        self._go_on()

    def _go_on(self) -> None:
        if self.is_done:
            return
        if QApplication.activeWindow() is None:  # as a window manager does, which the screen of the tests has not
            (QApplication.activeModalWidget() or self._window).activateWindow()
        try:
            if not self._act.until():
                assert time.monotonic() < self._until, f"{self._act.what}: waited in vain; {_whereabouts()}"
                QTimer.singleShot(_PAUSE_MS, self, self._go_on)
                return
            self._act = next(self._script)
        except StopIteration:
            self.is_done = True
        except BaseException as error:  # noqa: BLE001 - the test raises it when all dialogs are closed
            self._give_up(error)
        else:
            self._until = time.monotonic() + _PATIENCE_S
            QTimer.singleShot(_PAUSE_MS, self, self._go_on)  # first: the act may wait for an answer
            self._do()

    def _do(self) -> None:
        try:
            self._act.do()
        except BaseException as error:  # noqa: BLE001 - as above
            self._give_up(error)

    def _give_up(self, error: BaseException) -> None:
        self.is_done, self.error = True, error
        while (dialog := QApplication.activePopupWidget() or QApplication.activeModalWidget()) is not None:
            dialog.close()


def play(qtbot: QtBot, script: Script, window: QWidget) -> None:
    """Plays a script to its end; raises what it raises."""
    player = Player(script, window)
    qtbot.waitUntil(lambda: player.is_done, timeout=180_000)
    if player.error is not None:
        raise player.error


def _whereabouts() -> str:
    focus, window = QApplication.focusWidget(), QApplication.activeWindow()
    shown = f"{type(focus).__name__} “{focus.accessibleName()}”" if focus else "nothing"
    return f"the keys go to {shown} in {type(window).__name__}"


class Album:
    """Pictures of the whole screen, numbered as they are taken."""

    def __init__(self, name: str) -> None:
        folder = os.environ.get(PICTURES)
        self._folder = Path(folder) / name if folder else None
        self._number = 0

    def picture(self, name: str) -> Script:
        """One picture, when what was asked for has been painted."""
        self._number += 1
        if self._folder is not None:
            yield Act("pause", until=_pause(0.4))
            yield Act(f"picture of {name}", partial(self._take, f"{self._number:02}-{name}.png"))

    def _take(self, name: str) -> None:
        assert self._folder is not None
        self._folder.mkdir(parents=True, exist_ok=True)
        window = QApplication.activeWindow()
        while window is not None and (parent := window.parentWidget()) is not None:
            window = parent.window()
        assert window is not None
        place = window.frameGeometry()
        shot = QApplication.primaryScreen().grabWindow(0, place.x(), place.y(), place.width(), place.height())
        assert shot.save(str(self._folder / name))


def _pause(seconds: float) -> Callable[[], bool]:
    start: list[float] = []

    def is_over() -> bool:
        start.append(time.monotonic())
        return start[-1] - start[0] >= seconds

    return is_over
