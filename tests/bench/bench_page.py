"""The live page: how long after a keystroke the new page is on the screen, and how long the editor is held meanwhile.

Wall time, because that is what the hand feels: the wait for a pause, the page set anew, its picture made and painted.
"""

import os
import time
from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from tests.bench.measure import Sample, report_limit
from tests.screen import Screen
from tilshi import resources
from tilshi.drafts import open_draft
from tilshi.settings import Theme as Mode
from tilshi_ui.background import Pools
from tilshi_ui.preferences import Preferences
from tilshi_ui.preview.paper import Paper
from tilshi_ui.theme import Theme
from tilshi_ui.window.main import MainWindow

PAGE_LIMIT: Final = 0.100
HELD_LIMIT: Final = 0.050
"""The longest that no event is handled: three frames."""

KEYS: Final = 60


class Pulse(QObject):
    """Feels how long events wait."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(2)

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now

    def begin(self) -> None:
        """Forgets what was."""
        self.longest, self._last = 0.0, time.perf_counter()


def main() -> bool:
    """The sample release of one page, in the layout view."""
    with TemporaryDirectory() as home, Screen() if Screen.is_possible() else nullcontext() as screen:
        os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home} | (screen.environment if screen else {})
        return _measure(Path(home))


def _measure(home: Path) -> bool:
    application = QApplication(["bench"])
    pools = Pools()
    window = MainWindow(Theme(application, Mode.LIGHT), Preferences(home / "settings.json"), pools)
    window.resize(1440, 900)
    window.show()
    window.desk.show_release(open_draft(resources.path("samples", "press-release.tilshi")).release)
    window.view_layout()
    assert window.work.preview is not None
    paper = window.work.preview.paper
    _rest(application, 4.0)
    pulse = Pulse()
    waits, held = [], []
    for _ in range(KEYS):
        pulse.begin()
        waits.append(_one(application, window, paper))
        held.append(pulse.longest)
        _rest(application, 0.15)
    assert window.desk.document is not None
    window.desk.document.abandon()
    window.close()
    pools.finish()
    kept = report_limit("From a keystroke to the new page", Sample("live page", tuple(waits)), PAGE_LIMIT, at_p95=True)
    return report_limit("The editor held", Sample("longest wait", tuple(held)), HELD_LIMIT, at_p95=True) and kept


def _one(application: QApplication, window: MainWindow, paper: Paper) -> float:
    """Types a letter and waits until the page that is seen shows it."""
    before = paper.shown
    begun = time.perf_counter()
    window.work.rows.writer.insert("а")
    while (paper.shown is before or not paper.is_current) and time.perf_counter() - begun < 5:
        application.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - begun


def _rest(application: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.002)
