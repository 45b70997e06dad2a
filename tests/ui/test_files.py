"""Opening, saving and closing: nothing is lost, and the status line tells the truth."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.releases import three_parts
from tilshi.drafts import open_draft, save_draft
from tilshi.exchange import xliff
from tilshi.release.operations import write_target
from tilshi_ui.dialogs.question import UnsavedQuestion
from tilshi_ui.keeping import Keeping
from tilshi_ui.window.main import MainWindow


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "examplia.tilshi"
    save_draft(three_parts(), path)
    return path


def open_and_wait(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open_path(path)


@pytest.fixture
def saved_draft(qtbot: QtBot, window: MainWindow, draft: Path) -> MainWindow:
    """The window with a draft that was just opened."""
    open_and_wait(qtbot, window, draft)
    return window


def answer(question: str) -> Callable[[], None]:
    """Presses the button `question` of the box that is about to come."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, UnsavedQuestion)
        next(button for button in box.findChildren(QPushButton) if button.text() == question).click()

    QTimer.singleShot(100, press)
    return press


def change(window: MainWindow, text: str = "жаңа") -> None:
    document = document_of(window)
    document.apply(write_target(document.release, "s3", "kk", text))


def saving(window: MainWindow) -> Keeping:
    """What keeps the open release."""
    assert window.desk._keeping is not None
    return window.desk._keeping


def save_to(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(saving(window).saved):
        window.desk.save_to(path)


def test_a_draft_opens_and_is_saved_back(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_and_wait(qtbot, window, draft)
    assert document_of(window).release == three_parts()
    assert window.work.status.file_text == "Saved in examplia.tilshi"
    change(window)
    qtbot.waitUntil(lambda: window.work.status.file_text == "Changes not saved yet")
    qtbot.waitUntil(window.isWindowModified)
    assert window.desk.save_now()
    assert window.work.status.file_text == "Saved 0 s ago"
    qtbot.waitUntil(lambda: not window.isWindowModified())
    assert open_draft(draft).release == document_of(window).release
    assert str(draft) in window._preferences.now.recent_files


def test_an_xliff_file_becomes_a_draft(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    source = tmp_path / "examplia.xlf"
    source.write_bytes(xliff.write(three_parts(), "kk"))
    before = source.read_bytes()
    open_and_wait(qtbot, window, source)
    assert window.work.status.file_text == "Not saved yet"
    change(window)
    save_to(qtbot, window, tmp_path / "examplia.tilshi")
    assert source.read_bytes() == before
    assert open_draft(tmp_path / "examplia.tilshi").release == document_of(window).release


def test_other_tools_get_xliff(window: MainWindow, tmp_path: Path) -> None:
    window.desk.show_release(three_parts())
    path = tmp_path / "examplia_kk.xlf"
    window.desk.write_xliff(path)
    assert "examplia_kk.xlf was written" in window.messages.text
    written = xliff.read(path).release
    assert [segment.target("kk") for _block, segment in written.segments()] == [
        segment.target("kk") for _block, segment in three_parts().segments()
    ]
    (tmp_path / "file").write_text("")
    window.desk.write_xliff(tmp_path / "file" / "no.xlf")
    assert "no.xlf" in window.messages.text
    document_of(window).place.speak("en")
    window.desk.save_xliff()
    assert "Choose the language" in window.messages.text


@pytest.mark.parametrize("content", [b"", b"{", b"<xliff", b"\x00\x01\x02", b'{"tilshi-draft": 999}'])
def test_a_bad_file_leaves_the_open_work_alone(qtbot: QtBot, opened: Opener, tmp_path: Path, content: bytes) -> None:
    window = opened(three_parts())
    bad = tmp_path / "bad.tilshi"
    bad.write_bytes(content)
    window.desk.open_path(bad)
    qtbot.waitUntil(lambda: "bad.tilshi" in window.messages.text, timeout=10_000)
    assert window.messages.isVisible()
    assert document_of(window).release == three_parts()
    assert bad.read_bytes() == content


def test_a_missing_file_is_named_and_forgotten(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    missing = tmp_path / "gone.tilshi"
    window._preferences.remember_file(missing)
    window.desk.open_path(missing)
    qtbot.waitUntil(lambda: "gone.tilshi" in window.messages.text)
    assert window._preferences.now.recent_files == ()


def test_somebody_elses_version_is_never_overwritten(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_and_wait(qtbot, window, draft)
    theirs = open_draft(draft)
    save_draft(write_target(theirs.release, "s3", "kk", "олардікі").apply(theirs.release), draft, theirs)
    after_theirs = draft.read_bytes()
    change(window)
    assert not window.desk.save_now()
    assert draft.read_bytes() == after_theirs
    assert window.work.status.file_text.startswith("Not saved: Somebody else")
    with qtbot.waitSignal(saving(window).saved):
        window.messages._action.click()
    copies = [path for path in draft.parent.glob("*.tilshi") if path != draft]
    assert [open_draft(path).release for path in copies] == [document_of(window).release]
    assert draft.read_bytes() == after_theirs


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_full_disk_is_told(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_and_wait(qtbot, window, draft)
    change(window)
    draft.parent.chmod(0o500)
    assert not window.desk.save_now()
    assert window.work.status.file_text.startswith("Not saved: ")
    draft.parent.chmod(0o700)


def test_saving_into_a_folder_that_is_none_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.desk.show_release(three_parts())
    (tmp_path / "file").write_text("here")
    with qtbot.waitSignal(saving(window).failed):
        window.desk.save_to(tmp_path / "file" / "draft.tilshi")
    assert window.work.status.file_text.startswith("Not saved: ")
    assert "draft.tilshi" in window.messages.text
    assert document_of(window).release == three_parts()


@pytest.mark.parametrize(
    ("button", "closed", "kept"), [("&Save", True, "жаңа"), ("&Don’t save", True, ""), ("&Cancel", False, "")]
)
def test_closing_asks_once_about_changes(saved_draft: MainWindow, button: str, closed: bool, kept: str) -> None:
    path = document_of(saved_draft).path
    assert path is not None
    change(saved_draft)
    answer(button)
    assert saved_draft.close() is closed
    assert open_draft(path).release.segment("s3").target("kk").text.string == kept


def test_nothing_is_asked_without_changes(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_and_wait(qtbot, window, draft)
    change(window)
    document_of(window).undo()
    window.desk.close_release()
    assert window.desk.document is None
    assert window.close()


def test_an_import_that_is_in_no_file_is_work(window: MainWindow) -> None:
    window.desk.show_release(three_parts(), is_work=True)
    answer("&Cancel")
    assert not window.close()
    window.desk.show_release(three_parts())
    assert window.close()


def test_what_is_written_while_a_file_opens_is_asked_about(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    window.desk.show_release(three_parts())
    other = document_of(window)
    window.desk.open_path(draft)
    change(window)
    answer("&Cancel")
    qtbot.waitUntil(lambda: window.desk._job is None)
    assert document_of(window) is other
    assert other.release.segment("s3").target("kk").text.string == "жаңа"


def test_the_last_of_two_files_is_opened(qtbot: QtBot, window: MainWindow, draft: Path, tmp_path: Path) -> None:
    second = tmp_path / "second.tilshi"
    save_draft(three_parts(), second)
    window.desk.open_path(draft)
    with qtbot.waitSignal(window.desk.opened):
        window.desk.open_path(second)
    qtbot.wait(200)
    assert document_of(window).path == second


def dropped(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    centre = QPointF(window.rect().center())
    event = QDropEvent(
        centre, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(event)


def test_a_file_can_be_dropped_on_the_window(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    with qtbot.waitSignal(window.desk.opened):
        dropped(window, draft)
    assert document_of(window).path == draft


def test_the_title_names_the_file_as_it_is(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "a[*]b.tilshi"
    save_draft(three_parts(), path)
    open_and_wait(qtbot, window, path)
    assert window.windowTitle() == "a[**]b.tilshi[*] — Tilshi"
    assert not window.isWindowModified()
