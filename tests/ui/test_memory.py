"""The concordance and the dialog of the memory, with a real memory behind them."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tests.ui.test_matches import about, remember, remembered, unit
from tilshi_ui.memory.concordance import ConcordanceDialog
from tilshi_ui.memory.dialog import MemoryDialog
from tilshi_ui.window.main import MainWindow

WATER = unit("Water is life.", "Су – тіршілік көзі.")
HOSPITAL = unit("The hospital has water.", "Ауруханада су бар.")


@pytest.fixture
def filled(qtbot: QtBot, opened: Opener) -> MainWindow:
    """The window, and two units in the memory."""
    window = opened(three_parts())
    remember(qtbot, window, WATER, HOSPITAL)
    return window


def concordance(window: MainWindow) -> ConcordanceDialog:
    (dialog,) = window.findChildren(ConcordanceDialog)
    return dialog


def test_selected_words_are_found_in_any_form(qtbot: QtBot, filled: MainWindow) -> None:
    writer = filled.work.rows.writer
    writer.selectAll()
    writer.insert("ауруханаға")
    writer.selectAll()
    press(writer, Qt.Key.Key_F3)
    dialog = concordance(filled)
    qtbot.waitUntil(lambda: len(dialog.rows) == 1)
    (found,) = dialog.rows
    assert (found.unit.target.string, found.in_source, found.spans) == (HOSPITAL.target.string, False, ((0, 10),))
    dialog.close()


def test_both_languages_and_inserting(qtbot: QtBot, filled: MainWindow) -> None:
    document_of(filled).place.go("s3")
    filled.memory.concordance()
    dialog = concordance(filled)
    dialog.look_for("water", "en", ("en", "kk"))
    qtbot.waitUntil(lambda: len(dialog.rows) == 2)
    at = next(at for at, each in enumerate(dialog.rows) if each.unit.source == WATER.source)
    dialog._table.selectRow(at)
    dialog.insert()
    assert filled.work.rows.writer.stored == WATER.target.string
    document_of(filled).undo()
    assert filled.work.rows.writer.stored == ""
    dialog.close()


def test_only_the_last_search_counts(qtbot: QtBot, filled: MainWindow) -> None:
    filled.memory.concordance()
    dialog = concordance(filled)
    for words in ("w", "wa", "hospital"):
        dialog.look_for(words, "en", ("en",))
    qtbot.waitUntil(lambda: [each.unit.source for each in dialog.rows] == [HOSPITAL.source])
    dialog.look_for("nowhere", "en", ("en",))
    qtbot.waitUntil(lambda: not dialog.rows)
    dialog.close()


@pytest.fixture
def dialog(qtbot: QtBot, filled: MainWindow) -> MemoryDialog:
    """The dialog of the memory, shown."""
    made = MemoryDialog(filled.memory.memory, filled)
    made.show()
    qtbot.waitUntil(lambda: len(made.rows) == 2)
    return made


def test_statistics(dialog: MemoryDialog) -> None:
    assert dialog.statistics.startswith("2 entries · from 1 release or file · English → Қазақша: 2")


def test_deleting_can_be_taken_back(qtbot: QtBot, dialog: MemoryDialog, filled: MainWindow) -> None:
    dialog._table.selectRow(0)
    gone = dialog.rows[0].unit
    dialog.delete()
    qtbot.waitUntil(lambda: len(dialog.rows) == 1)
    assert gone.source.string not in [source for source, _target in remembered(qtbot, filled)]
    dialog._messages._action.click()
    qtbot.waitUntil(lambda: len(dialog.rows) == 2)


def test_searching(qtbot: QtBot, dialog: MemoryDialog) -> None:
    write(dialog._words, "аурухана")
    qtbot.waitUntil(lambda: [each.unit.source for each in dialog.rows] == [HOSPITAL.source])
    dialog._words.clear()
    qtbot.waitUntil(lambda: len(dialog.rows) == 2)


def test_out_and_in_again(qtbot: QtBot, dialog: MemoryDialog, filled: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    dialog.export_path(path)
    qtbot.waitUntil(lambda: dialog.said == "memory.tmx: 2 entries")
    before = sorted(remembered(qtbot, filled))
    dialog._table.selectAll()
    dialog.delete()
    qtbot.waitUntil(lambda: not dialog.rows)
    dialog.import_path(path)
    qtbot.waitUntil(lambda: dialog.said == "memory.tmx: 2 new, 0 known already")
    assert sorted(remembered(qtbot, filled)) == before


def test_stopping_before_the_first_lot_stores_nothing(
    qtbot: QtBot, dialog: MemoryDialog, filled: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "other.tmx"
    dialog.export_path(path)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: "other.tmx" in dialog.said)
    dialog._table.selectAll()
    dialog.delete()
    qtbot.waitUntil(lambda: not dialog.rows)
    dialog.import_path(path)
    dialog.cancel()
    qtbot.waitUntil(lambda: "stopped" in dialog.said)
    assert remembered(qtbot, filled) == []
    assert not dialog._bar.isVisible()


def test_a_file_that_is_none_is_refused_with_a_reason(qtbot: QtBot, dialog: MemoryDialog, tmp_path: Path) -> None:
    path = tmp_path / "broken.tmx"
    path.write_bytes(b"<tmx><body>")
    dialog.import_path(path)
    qtbot.waitUntil(lambda: "broken.tmx" in dialog.said)
    assert dialog._import.isEnabled()


def test_what_was_confirmed_is_found_at_once(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Unheard-of words.", "More."))
    window.work.rows.writer.insert("Естілмеген сөздер.")
    window.verbs.confirm()
    window.memory.concordance()
    shown = concordance(window)
    shown.look_for("сөз", "kk", ("kk",))
    qtbot.waitUntil(lambda: len(shown.rows) == 1)
    shown.close()
