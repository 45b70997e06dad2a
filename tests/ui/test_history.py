"""Earlier wordings of a segment, versions side by side, restoring; a source that goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.releases import BODY, HEADLINE, LEAD, three_parts
from tilshi.release import Capacity, Publication, State
from tilshi.release.digests import version_digest
from tilshi.release.operations import approve, record_publication, write_target
from tilshi_ui.dialogs.sourceupdate import SourceUpdateDialog
from tilshi_ui.history.dialog import CompareDialog
from tilshi_ui.history.versions import versions
from tilshi_ui.window.main import MainWindow

FIRST, SECOND, THIRD = "Мысалия: аурухана ашылды", "Мысалия: емхана ашылды", "Мысалия: емхана қайта ашылды"


@pytest.fixture
def saved(working: MainWindow, tmp_path: Path) -> MainWindow:
    """A draft saved with three headlines one after another, at the third."""
    document = document_of(working)
    for wording in (FIRST, SECOND, THIRD):
        document.apply(write_target(document.release, "s1", "kk", wording))
        working.desk.save_to(tmp_path / "draft.tilshi")
        keeping = working.desk._keeping
        assert keeping is not None
        assert keeping.wait()
    return working


def test_the_history_of_a_segment_lists_its_wordings(saved: MainWindow, qtbot: QtBot) -> None:
    saved.menus.actions["show_history"].trigger()
    panel = saved.work.history
    qtbot.waitUntil(lambda: len(panel.shown) == 3, timeout=10_000)

    assert [entry.text.string for entry in panel.shown] == [THIRD, SECOND, FIRST]
    assert [entry.is_now for entry in panel.shown] == [True, False, False]
    panel.list.setCurrentRow(2)
    assert [piece.text for piece in panel.text.pieces if piece.change >= 0] == ["аурухана", "емхана қайта"]
    panel.restore.click()
    assert document_of(saved).release.text("s1", "kk").string == FIRST
    document_of(saved).undo()
    assert document_of(saved).release.text("s1", "kk").string == THIRD


def test_an_approved_wording_is_in_the_history(opened: Opener, qtbot: QtBot) -> None:
    release = three_parts()
    release = approve(
        release, "s1", "kk", State.FINAL, Capacity.APPROVER, "Jane Example", "2026-03-06T10:00:00Z"
    ).apply(release)
    window = opened(release)
    document = document_of(window)
    document.apply(write_target(document.release, "s1", "kk", SECOND))
    window.menus.actions["show_history"].trigger()
    panel = window.work.history
    qtbot.waitUntil(lambda: len(panel.shown) == 2)
    panel.list.setCurrentRow(1)

    assert panel.shown[1].words.startswith("Approved: ")
    panel.restore.click()
    assert document.release.segment("s1").target("kk").state is State.FINAL


def test_versions_are_compared_and_restored(saved: MainWindow, qtbot: QtBot) -> None:
    saved.menus.actions["compare_versions"].trigger()
    dialog = saved.findChild(CompareDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.older.count() == 3, timeout=10_000)
    dialog.older.setCurrentIndex(2)
    dialog.older.activated.emit(2)
    qtbot.waitUntil(lambda: dialog.table.current is not None and dialog.table.current.old.string == FIRST)

    assert dialog.note.text() == "1 segment differs."
    pair = dialog.table.current
    assert pair is not None
    assert (pair.place, pair.new.string) == ("Headline", THIRD)
    dialog.restore_segment.click()
    assert document_of(saved).release.text("s1", "kk").string == FIRST
    document_of(saved).undo()
    dialog.restore_all.click()
    assert document_of(saved).release.text("s1", "kk").string == FIRST
    document_of(saved).undo()
    assert document_of(saved).release.text("s1", "kk").string == THIRD
    dialog.close()


def test_published_and_approved_versions_are_marked(opened: Opener) -> None:
    release = three_parts()
    for segment in ("s1", "s2", "s3"):
        release = write_target(release, segment, "kk", FIRST).apply(release)
        release = approve(release, segment, "kk", State.FINAL, Capacity.APPROVER, "", "2026-03-06T10:00:00Z").apply(
            release
        )
    out = Publication("en", version_digest(release, "en"))
    window = opened(record_publication(release, out).apply(release))

    [version] = versions(document_of(window), None)
    assert version.words == "Now — published: English — approved: Қазақша"


def test_a_saved_wording_stands_in_where_nothing_was_approved(saved: MainWindow, qtbot: QtBot) -> None:
    saved.menus.actions["view_review"].trigger()
    card = saved.work.review
    assert card is not None
    qtbot.waitUntil(lambda: card.reviewed is not None and bool(card.reviewed.difference.changes), timeout=10_000)

    assert card.reviewed is not None
    assert card.reviewed.difference.old == SECOND


def test_a_new_version_of_the_source_is_shown_and_taken_over(
    working: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    seen: list[list[str]] = []

    def accept(dialog: SourceUpdateDialog) -> int:
        seen.append([pair.place for pair in dialog.table.pairs.pairs])
        assert dialog.grab().width() > 0
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SourceUpdateDialog, "exec", accept)
    path = tmp_path / "newer.txt"
    path.write_text(f"{HEADLINE.replace('hospital', 'city hospital')}\n\n{LEAD}\n\n{BODY}\n", encoding="utf-8")
    before = document_of(working).release
    working.reviewing.source.update_from(path)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)

    assert seen == [["Headline\nChanged\ntranslations behind"]]
    document = document_of(working)
    assert document.release.segment("s1").target("kk").basis_text.string == HEADLINE
    working.work.refresh_now()
    assert working.work.top.behind.isVisible()
    assert working.work.top.behind.text() == "1 behind"
    document.place.go("s3")
    working.work.top.behind.click()
    assert document.place.segment == "s1"
    document.undo()
    assert document.release == before
    working.work.refresh_now()
    assert not working.work.top.behind.isVisible()


def test_the_same_source_changes_nothing(working: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "same.txt"
    path.write_text(f"{HEADLINE}\n\n{LEAD}\n\n{BODY}\n", encoding="utf-8")
    working.reviewing.source.update_from(path)
    qtbot.waitUntil(lambda: working.messages.text == "The source in the file is the same as here.", timeout=20_000)

    working.reviewing.source.update_from(tmp_path / "none.txt")
    qtbot.waitUntil(lambda: "none.txt" in working.messages.text, timeout=20_000)
