"""What still blocks publication: the list that leads to each place, letting through, and the final export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from tests.core.checking.gate.drafts import ready, without, written
from tests.ui.conftest import Opener, document_of
from tilshi.checking.gate.passing import overridden
from tilshi.release import Note, Role
from tilshi.release.operations import add_note, write_target
from tilshi_ui.dialogs.export import ExportDialog
from tilshi_ui.dialogs.gate import GateDialog
from tilshi_ui.window.main import MainWindow


@pytest.fixture
def draft(opened: Opener, qtbot: QtBot) -> MainWindow:
    """A window with a release whose Kazakh date is none."""
    window = opened(written(without(ready(), Role.EMBARGO), Role.DATE, "жақында"))
    qtbot.waitUntil(lambda: window.glossary.is_loaded, timeout=20_000)
    return window


@pytest.fixture
def dialog(draft: MainWindow, qtbot: QtBot) -> GateDialog:
    """The list for that release."""
    draft.gate.show_gate()
    shown = draft.gate._dialog
    assert shown is not None
    qtbot.waitUntil(lambda: shown.list.topLevelItemCount() == 2, timeout=20_000)
    return shown


def rows(dialog: GateDialog) -> list[list[str]]:
    """The obstacles of the first language, in words."""
    top = dialog.list.topLevelItem(0)
    assert top is not None
    items = [top.child(number) for number in range(top.childCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def item(dialog: GateDialog, requirement: str) -> QTreeWidgetItem:
    """The first obstacle of a requirement."""
    top = dialog.list.topLevelItem(0)
    assert top is not None
    items = [found for number in range(top.childCount()) if (found := top.child(number)) is not None]
    return next(found for found in items if found.data(0, 256).requirement == requirement)


def test_obstacles_are_listed_by_language(dialog: GateDialog) -> None:
    assert ["Error", "Date", "This is no date of the calendar."] in rows(dialog)
    headings = [dialog.list.topLevelItem(number) for number in range(2)]
    assert [heading.text(0).split(":")[0] for heading in headings if heading] == ["Қазақша", "English"]


def test_an_obstacle_leads_to_its_place(dialog: GateDialog, draft: MainWindow) -> None:
    document_of(draft).place.go("body")
    dialog.list.setCurrentItem(item(dialog, "date"))
    dialog.list.activated.emit(dialog.list.currentIndex())
    assert document_of(draft).place.segment == "date"
    assert draft.work.rows.writer.textCursor().selectedText() == "жақында"


def test_an_error_is_let_through_with_a_reason(dialog: GateDialog, draft: MainWindow, qtbot: QtBot) -> None:
    assert not dialog.grant.isEnabled()
    dialog.list.setCurrentItem(item(dialog, "date"))
    assert not dialog.grant.isEnabled()
    dialog.reason.setText("  ")
    assert not dialog.grant.isEnabled()
    dialog.reason.setText("to be announced")
    dialog.signer.setText("Jane Example")
    dialog.grant.click()
    granted = overridden(document_of(draft).release, "kk", "date")
    assert granted is not None
    assert (granted.reason, granted.by) == ("to be announced", "Jane Example")
    qtbot.waitUntil(lambda: "Let through" in [row[0] for row in rows(dialog)], timeout=10_000)
    assert not dialog.grant.isEnabled()
    draft.verbs.undo()
    assert overridden(document_of(draft).release, "kk", "date") is None
    qtbot.waitUntil(lambda: "Let through" not in [row[0] for row in rows(dialog)], timeout=10_000)


def test_a_requirement_is_let_through_as_a_whole(draft: MainWindow, dialog: GateDialog, qtbot: QtBot) -> None:
    document = document_of(draft)
    for name in ("body", "lead"):
        document.apply(add_note(document.release, name, Note(name, "Is it so?", language="kk")))
    qtbot.waitUntil(
        lambda: (
            [
                each.data(0, 256).requirement
                for each in dialog.list.findItems("Error", Qt.MatchFlag.MatchRecursive)
                if each.data(0, 256).requirement == "remarks"
            ]
            == ["remarks"] * 2
        ),
        timeout=10_000,
    )
    dialog.list.setCurrentItem(item(dialog, "remarks"))
    assert dialog.grant.text() == "&Let all 2 of this kind through"
    dialog.list.setCurrentItem(item(dialog, "date"))
    assert dialog.grant.text() == "&Let it through"


def test_the_list_follows_the_release(dialog: GateDialog, draft: MainWindow, qtbot: QtBot) -> None:
    document = document_of(draft)
    document.apply(write_target(document.release, "date", "kk", "2026 жылғы 21 сәуір"))
    qtbot.waitUntil(lambda: "This is no date of the calendar." not in [row[2] for row in rows(dialog)], timeout=10_000)


def export(window: MainWindow, folder: Path) -> ExportDialog:
    window.export()
    dialog = window._export
    assert dialog is not None
    dialog._folder.setText(str(folder))
    for (code, name), box in dialog._boxes.items():
        box.setChecked((code, name) == ("kk", "txt"))
    dialog._final.setChecked(True)
    dialog._start.click()
    return dialog


def test_a_final_export_is_refused_and_the_list_shown(draft: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = export(draft, tmp_path)
    qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)
    assert dialog._note.text() == "Not exported: Қазақша may not be published yet."
    assert list(tmp_path.glob("*.txt")) == []
    assert draft.gate._dialog is not None
    assert draft.gate._dialog.isVisible()
    assert document_of(draft).release.publications == ()
    gate = draft.gate._dialog
    qtbot.waitUntil(lambda: gate.list.topLevelItemCount() == 2, timeout=20_000)


def test_a_final_export_is_recorded(opened: Opener, qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(without(without(ready(), Role.EMBARGO), Role.BOILERPLATE))
    dialog = export(window, tmp_path)
    qtbot.waitUntil(lambda: dialog._job is None, timeout=20_000)
    assert [path.name for path in tmp_path.glob("*.txt")] == ["example_kk.txt"]
    assert [each.language for each in document_of(window).release.publications] == ["kk"]
