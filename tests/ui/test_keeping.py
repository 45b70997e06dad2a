"""What one writes outlasts the program: journal, recovery and honest words about both."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.releases import three_parts
from tilshi.drafts import open_draft, save_draft
from tilshi.drafts.recovery import pending, recover
from tilshi.release.operations import write_target
from tilshi_ui.window.main import MainWindow


@pytest.fixture
def draft(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Path:
    """A draft that is open in the window."""
    path = tmp_path / "examplia.tilshi"
    save_draft(three_parts(), path)
    open_and_wait(qtbot, window, path)
    return path


def open_and_wait(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open_path(path)


def change(window: MainWindow, text: str, segment: str = "s3") -> None:
    document = document_of(window)
    document.apply(write_target(document.release, segment, "kk", text))


def says(qtbot: QtBot, window: MainWindow, text: str) -> None:
    qtbot.waitUntil(lambda: window.work.status.file_text.startswith(text), timeout=10_000)


def killed(window: MainWindow) -> None:
    """The program ends without a word: the thread is stopped, the journal's lock goes as it goes with a process."""
    keeping = window.desk._keeping
    assert keeping is not None
    assert keeping._writer is not None
    keeping._writer.close()
    keeping._writer = None


def text_of(window: MainWindow, segment: str = "s3") -> str:
    return document_of(window).release.segment(segment).target("kk").text.string


def test_an_edit_is_in_the_journal_a_moment_later(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    change(window, "жаңа")
    says(qtbot, window, "Changes not saved yet")
    says(qtbot, window, "Kept in the journal")
    assert recover_elsewhere(draft) == ""
    killed(window)
    assert recover_elsewhere(draft) == "жаңа"


def recover_elsewhere(draft: Path) -> str:
    """What another process, which knows nothing of ours, finds."""
    return recover(draft).release.segment("s3").target("kk").text.string


def test_what_was_not_saved_is_there_again_without_a_question(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    change(window, "жаңа")
    says(qtbot, window, "Kept in the journal")
    killed(window)
    document_of(window).abandon()
    open_and_wait(qtbot, window, draft)
    assert text_of(window) == "жаңа"
    assert window.work.status.file_text == "Recovered; not saved in examplia.tilshi yet"
    assert "Recovered: 1 change" in window.messages.text
    assert document_of(window).unsaved
    assert window.desk.save_now()
    assert open_draft(draft).release.segment("s3").target("kk").text.string == "жаңа"
    assert pending() == ()


def test_a_new_release_that_was_in_no_file_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    window.desk.show_release(three_parts(), is_work=True)
    says(qtbot, window, "In no file yet; kept in the journal")
    change(window, "жаңа")
    qtbot.waitUntil(lambda: document_of(window).is_kept, timeout=5_000)
    killed(window)
    document_of(window).abandon()
    window.desk.close_release()
    assert window._start is not None
    offered = window._start._unsaved
    qtbot.waitUntil(lambda: len(offered.titles) == 1)
    assert offered.isVisible()
    assert "in no file yet" in offered.titles[0]
    offered._choose(offered._list.item(0))
    assert text_of(window) == "жаңа"
    assert document_of(window).path is None
    assert document_of(window).unsaved


@pytest.mark.usefixtures("draft")
def test_a_journal_that_cannot_be_written_is_said_in_capitals(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.write_text("a file where the folder should be")
    change(window, "жаңа")
    says(qtbot, window, "NOT SAVED: ")
    state.unlink()
    says(qtbot, window, "Kept in the journal")


def test_what_somebody_else_saved_meanwhile_is_taken_in(window: MainWindow, draft: Path) -> None:
    theirs = open_draft(draft)
    save_draft(write_target(theirs.release, "s1", "kk", "олардікі").apply(theirs.release), draft, theirs)
    change(window, "біздікі")
    assert window.desk.save_now()
    assert (text_of(window, "s1"), text_of(window)) == ("олардікі", "біздікі")
    assert open_draft(draft).release == document_of(window).release
    assert not document_of(window).unsaved
    assert "brought together" in window.messages.text
    change(window, "тағы")
    assert window.desk.save_now()
    assert open_draft(draft).release == document_of(window).release


def test_what_the_user_does_not_want_is_not_offered_again(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    change(window, "жаңа")
    says(qtbot, window, "Kept in the journal")
    document_of(window).abandon()
    window.desk.close_release()
    assert pending() == ()
    assert recover_elsewhere(draft) == ""


def test_edits_made_while_a_save_is_under_way_stay_unsaved(window: MainWindow, draft: Path) -> None:
    change(window, "бір")
    window.desk.save()
    change(window, "екі")
    keeping = window.desk._keeping
    assert keeping is not None
    assert keeping.wait()
    assert open_draft(draft).release.segment("s3").target("kk").text.string == "бір"
    assert document_of(window).unsaved
    assert window.desk.save_now()
    assert not document_of(window).unsaved


def test_a_conflicted_copy_is_offered_and_brought_together(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "examplia.tilshi"
    save_draft(three_parts(), path)
    theirs = write_target(three_parts(), "s1", "kk", "олардікі").apply(three_parts())
    save_draft(theirs, tmp_path / "examplia (conflicted copy 2026-03-01 101500).tilshi")
    open_and_wait(qtbot, window, path)
    assert "conflicted copy" in window.messages.text
    window.messages._action.click()
    assert "Brought together" in window.messages.text
    assert document_of(window).release.segment("s3") == three_parts().segment("s3")
