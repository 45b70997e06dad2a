"""A window and a bare editor side by side, for the benchmark of the window."""

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from tests.bench.measure import cpu
from tilshi.release import Block, Release, Role, Segment, State, Target, Text
from tilshi.release.operations import set_state
from tilshi.settings import Theme as Mode
from tilshi_ui.background import Pools
from tilshi_ui.collector import Collector
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme import Theme
from tilshi_ui.window.main import MainWindow

WORDS = "жаңа сөз "


class Desk:
    """What is measured: `open` gives CPU seconds, the keys are timed from outside."""

    def __init__(self, application: QApplication, home: Path) -> None:
        self._application = application
        self._pools = Pools()
        self._collector = Collector(application)
        self.window = MainWindow(Theme(application, Mode.LIGHT), Preferences(home / "settings.json"), self._pools)
        self.window.resize(1440, 900)
        self.window.show()
        self._bare = QPlainTextEdit()
        self._bare.resize(360, 300)
        self._bare.show()
        self._typed = 0
        self.rest()

    def open(self, count: int, source: str, target: str) -> float:
        """Shows a release of so many segments; until it is painted."""
        release = _release(count, source, target)
        self.abandon()
        self.rest()
        seconds = cpu(lambda: self._show(release))
        self.rest(0.6)
        assert self.window.desk.document is not None
        self.window.desk.document.place.go(f"s{count // 2}")
        self.window.work.rows.writer.place_caret(len(target))
        self._bare.setPlainText(target)
        self._bare.moveCursor(QTextCursor.MoveOperation.End)
        self.rest()
        return seconds

    def type_in_rows(self) -> None:
        """One key in the live row, until it is painted."""
        self._type(self.window.work.rows.writer)

    def type_in_bare(self) -> None:
        """The same key in an editor that does nothing else."""
        self._type(self._bare)

    def leave_unfinished(self, number: int) -> None:
        """That segment is the only one to be translated still."""
        document = self.window.desk.document
        assert document is not None
        document.apply(set_state(document.release, f"s{number}", "kk", State.INITIAL))
        self.rest()

    def find_next(self, after: int, expected: int) -> float:
        """CPU seconds to find the next unfinished segment."""
        document = self.window.desk.document
        assert document is not None
        found: list[str] = []
        seconds = cpu(lambda: found.append(document.next_unfinished(f"s{after}", self.window.work.rows)))
        assert found == [f"s{expected}"]
        return seconds

    def rest(self, seconds: float = 0.25) -> None:
        """Lets everything happen that waits for the hand to rest."""
        end = monotonic() + seconds
        while monotonic() < end:
            self._process()
        self._pools.readers.waitForDone()
        self._process()

    def abandon(self) -> None:
        """What was typed is not to be kept."""
        if self.window.desk.document is not None:
            self.window.desk.document.abandon()

    def close(self) -> None:
        """Ends all."""
        self.abandon()
        self.window.close()
        self._bare.close()
        self._pools.finish()
        self._collector.close()

    def _process(self) -> None:
        """What the loop of the program does in a turn; outside of one, what is to be deleted later never would be."""
        self._application.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _show(self, release: Release) -> None:
        self.window.desk.show_release(release)
        for _ in range(3):
            self._application.processEvents()

    def _type(self, editor: QWidget) -> None:
        letter = WORDS[self._typed % len(WORDS)]
        self._typed += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            self._application.sendEvent(editor, event)
        self._application.processEvents()


def _release(count: int, source: str, target: str) -> Release:
    parts = (
        Block(f"b{at}", Role.BODY, (Segment(f"s{at}", Text(f"{at} {source}"), (("kk", _translated(target)),)),))
        for at in range(count)
    )
    return Release("bench", "en", ("kk",), blocks=tuple(parts))


def _translated(text: str) -> Target:
    return Target(Text(text), State.TRANSLATED)
