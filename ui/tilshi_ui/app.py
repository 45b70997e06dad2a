"""Where the program is put together: everything is built once here and passed down."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tilshi import i18n, settings
from tilshi.i18n import _
from tilshi_ui.background import Pools
from tilshi_ui.collector import Collector
from tilshi_ui.controls.messages import Severity
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme import Theme
from tilshi_ui.window.main import MainWindow

_AFTER_PAINT_MS: Final = 50


def main(argv: list[str]) -> int:
    """Opens the window, with the file that `argv` names if it does; the exit code, when the window is closed."""
    application = QApplication.instance() or QApplication([argv[0] if argv else "tilshi"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Tilshi")
    application.setDesktopFileName("tilshi")
    preferences = Preferences(settings.default_path())
    i18n.use_language(preferences.now.interface_language or i18n.system_language())
    pools = Pools()
    window = MainWindow(Theme(application, preferences.now.theme), preferences, pools)
    collector = Collector(application)
    guard = Guard(window)
    sys.excepthook = guard.report
    window.show()
    QTimer.singleShot(_AFTER_PAINT_MS, window, partial(_complete, application, window))
    if argv[1:]:
        window.desk.open_path(Path(argv[1]))
    else:
        QTimer.singleShot(0, window, window.show_start)
    code = application.exec()
    sys.excepthook = sys.__excepthook__
    pools.finish()
    collector.close()
    return code


def _complete(application: QApplication, window: MainWindow) -> None:
    """What nobody can need before the window has been painted."""
    from tilshi_ui.keys.physical import PhysicalKeys
    from tilshi_ui.qttexts import QtTexts
    from tilshi_ui.theme.icon import application_icon

    PhysicalKeys(application)
    window.language_changed.connect(QtTexts(application).follow)
    application.setWindowIcon(application_icon())


class Guard:
    """Says plainly that something of ours went wrong; the release stays open and can be saved."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def report(self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
        """An exception that nobody expected. What is printed has no text of the user's: places and kinds only."""
        if issubclass(kind, KeyboardInterrupt):
            self._window.close()
            return
        import traceback  # with half a dozen modules that a start does not need

        for frame in traceback.extract_tb(trace):
            print(f"  {frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
        print(kind.__name__, file=sys.stderr)
        last = traceback.extract_tb(trace)[-1] if trace else None
        place = f"{kind.__name__}, {Path(last.filename).name}:{last.lineno}" if last else kind.__name__
        text = _("Something went wrong in Tilshi ({place}). Your text is still here; save it to be safe.")
        self._window.messages.say(Severity.ERROR, text.format(place=place), _("Save"), self._window.desk.save)
