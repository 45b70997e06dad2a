"""Changes of the session as a Qt signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from tilshi.release import Change, Session


class Bridge(QObject):
    """Repeats what the session tells its listeners; `changed` carries the Change."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._end = session.subscribe(self._tell)

    def close(self) -> None:
        """Listens no longer."""
        self._end()

    def _tell(self, change: Change) -> None:
        self.changed.emit(change)
