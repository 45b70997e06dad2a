"""Work that may wait until the hand rests: done at most so often, and never forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

PATIENCE_MS: Final = 120
"""What nobody notices while typing."""

_AFTER_PAINT_MS: Final = 60


def after_paint(receiver: QObject, deed: Callable[[], object]) -> None:
    """Does `deed` when what is shown now has been painted, unless the receiver goes before.

    The time begins with a turn of the loop: where opening takes long, it would be over before the first paint.
    """
    QTimer.singleShot(0, receiver, lambda: QTimer.singleShot(_AFTER_PAINT_MS, receiver, deed))


class Throttle(QObject):
    """Does `deed` some time after it was asked for, once for all that was asked meanwhile."""

    def __init__(self, deed: Callable[[], object], parent: QObject, milliseconds: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._deed = deed
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(self._run)

    @property
    def is_waiting(self) -> bool:
        """Whether it is to be done and has not been."""
        return self._timer.isActive()

    def ask(self) -> None:
        """It is to be done soon."""
        if not self._timer.isActive():
            self._timer.start()

    def postpone(self) -> None:
        """It is to be done when this has not been called for a while."""
        self._timer.start()

    def stop(self) -> None:
        """It is not to be done after all."""
        self._timer.stop()

    def flush(self, *, anyway: bool = False) -> None:
        """It is done now if it was asked for, or `anyway`."""
        if self._timer.isActive() or anyway:
            self._timer.stop()
            self._run()

    def _run(self) -> None:
        self._deed()
