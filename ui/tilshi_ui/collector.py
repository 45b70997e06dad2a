"""Python's cyclic garbage collector, on the leash of the window's thread.

Left alone it runs in whichever thread allocates: in the middle of a keystroke, where it is felt, or beside it, where it
would destroy Qt objects in a thread that is not theirs.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 1_000
_WORTH_IT: Final = 20_000
"""New objects that make a collection worth its time."""
_LARGE: Final = 150_000
"""So many come with a large release, or with some smaller ones; those before may be as large."""
_THOROUGH: Final = 15
"""Every so many collections look at old objects too."""


class Collector(QObject):
    """Collects once a second at most, between events; give it the application as parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._count = 0
        self._since = 0
        gc.disable()
        gc.freeze()  # what the start has made stays for good and need not be looked at again
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects if it is worth it."""
        new = gc.get_count()[0]
        if new < _WORTH_IT:
            return
        self._count += 1
        self._since += new
        thorough = self._since > _LARGE or self._count % _THOROUGH == 0
        gc.collect(2 if thorough else 1)
        if thorough:
            self._since = 0

    def close(self) -> None:
        """Python collects by itself again."""
        self._timer.stop()
        gc.enable()
        gc.unfreeze()
