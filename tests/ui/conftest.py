"""The window of the tests: real, on the screen that the suite opened for itself."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.releases import three_parts
from tilshi.release import Release
from tilshi.settings import Theme as Mode
from tilshi_ui.background import Pools
from tilshi_ui.document import OpenDocument
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme import Theme
from tilshi_ui.window.main import MainWindow

Opener = Callable[[Release], MainWindow]


@pytest.fixture(autouse=True)
def _collect_garbage_in_this_thread() -> Iterator[None]:
    """As the program does: a worker that collects a pool of threads would wait for itself for ever."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _freeze_what_stays() -> None:
    gc.collect()
    gc.freeze()


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme; gone after the test."""
    made = Theme(qapp, Mode.LIGHT)
    yield made
    made.deleteLater()


@pytest.fixture
def pools() -> Iterator[Pools]:
    """Threads that have ended when the test has."""
    made = Pools()
    yield made
    made.finish()


@pytest.fixture
def window(
    qtbot: QtBot, theme: Theme, pools: Pools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The main window, shown, with nothing open, no work of an earlier one to recover, nothing remembered."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = MainWindow(theme, Preferences(tmp_path / "settings.json"), pools)
    qtbot.addWidget(made, before_close_func=_leave_without_question)
    made.resize(1280, 820)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    pools.finish()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> Opener:
    """Shows a release in the window and waits until its glossary is there."""

    def show(release: Release) -> MainWindow:
        with qtbot.waitSignal(window.glossary.loaded, timeout=20_000):
            window.desk.show_release(release)
        qtbot.waitUntil(window.work.rows.writer.hasFocus)
        return window

    return show


@pytest.fixture
def working(opened: Opener) -> MainWindow:
    """The window with a small release in English and Kazakh."""
    return opened(three_parts())


def document_of(window: MainWindow) -> OpenDocument:
    """The open document, which must be there."""
    assert window.desk.document is not None
    return window.desk.document


def _leave_without_question(window: MainWindow) -> None:
    if window.desk.document is not None:
        window.desk.document.abandon()
