"""Dialogs: import that can be corrected, export of languages by formats, a new release, the list to choose from."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tilshi import resources
from tilshi.drafts import open_draft
from tilshi.release import Release, Role
from tilshi_ui.background import Pools
from tilshi_ui.controls.fields import ListField
from tilshi_ui.dialogs.choice import Choice
from tilshi_ui.dialogs.export import ExportDialog
from tilshi_ui.dialogs.importing import ImportDialog
from tilshi_ui.dialogs.newrelease import NewReleaseDialog
from tilshi_ui.preferences import Preferences
from tilshi_ui.window.main import MainWindow

ENGLISH = """ICRC Press Release

14 May 2026

Examplia: hospital in Port-Example reopens

Port-Example (ICRC) – The hospital in Port-Example received its first patients again on Thursday.

Medical personnel must be respected and protected in all circumstances, and the wounded must be cared for.
"""
FRENCH = """Communiqué de presse du CICR

14 mai 2026

Exemplie : l’hôpital de Port-Exemple rouvre

Port-Exemple (CICR) – L’hôpital de Port-Exemple accueille de nouveau des patients depuis jeudi.

Le personnel sanitaire doit être respecté et protégé en toutes circonstances, et les blessés doivent être soignés.
"""


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "examplia-en.txt", tmp_path / "examplia-fr.txt"
    for path, text in zip(paths, (ENGLISH, FRENCH), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


@pytest.fixture
def importing(qtbot: QtBot, pools: Pools, texts: tuple[Path, Path]) -> ImportDialog:
    dialog = ImportDialog([texts[0]], pools.readers)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog._accept.isEnabled, timeout=10_000)
    return dialog


def test_an_import_shows_what_it_recognised_and_takes_corrections(importing: ImportDialog) -> None:
    roles = [block.role for block in importing._model.release.blocks]
    assert roles == [Role.KICKER, Role.DATE, Role.HEADLINE, Role.LEAD, Role.BODY]
    cell = importing._model.index(4, 0)
    assert importing._model.setData(cell, Role.BACKGROUND.value)
    assert cell.data() == "Background"
    importing._template.setCurrentIndex(importing._template.findData("news-note"))
    importing._accept.click()
    assert importing.release is not None
    assert importing.release.blocks[4].role is Role.BACKGROUND
    assert (importing.release.source_language, importing.release.template) == ("en", "news-note")


def test_a_role_is_changed_in_the_table(qtbot: QtBot, importing: ImportDialog) -> None:
    table = importing._table
    cell = importing._model.index(2, 0)
    table.setCurrentIndex(cell)  # which opens the list
    box = table.viewport().findChild(ListField)
    assert isinstance(box, ListField)
    box.setCurrentIndex(box.findData(Role.SUBHEADLINE.value))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: importing._model.release.blocks[2].role is Role.SUBHEADLINE)


def test_a_text_and_its_translation_are_aligned_and_can_be_swapped(
    qtbot: QtBot, pools: Pools, texts: tuple[Path, Path]
) -> None:
    dialog = ImportDialog([*reversed(texts)], pools.readers)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog._accept.isEnabled, timeout=10_000)
    assert dialog._model.release.languages == ("fr", "en")
    dialog._swap()
    qtbot.waitUntil(lambda: dialog._model.release.languages == ("en", "fr"), timeout=10_000)
    assert dialog._model.release.blocks[2].segments[0].target("fr").text.string.startswith("Exemplie")
    assert dialog._model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) == "Français"


def test_the_language_can_be_corrected(qtbot: QtBot, importing: ImportDialog) -> None:
    box = next(box for box in importing.findChildren(ListField) if "Language" in box.accessibleName())
    assert box.currentData() == "en"
    box.setCurrentIndex(box.findData("ru"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: importing._model.release.source_language == "ru", timeout=10_000)


@pytest.mark.parametrize("content", [b"", b"\x00\x00\x00", b"12 34 56 78"])
def test_a_file_that_cannot_be_imported_is_named(qtbot: QtBot, pools: Pools, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    dialog = ImportDialog([path], pools.readers)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "bad.txt" in dialog._messages.text, timeout=10_000)
    assert not dialog._accept.isEnabled()
    assert dialog.release is None


def exported(window: MainWindow, release: Release, language: str, folder: Path) -> ExportDialog:
    window.desk.show_release(release)
    assert window.desk.document is not None
    window.desk.document.place.speak(language)
    window._preferences.change(export_folder=str(folder))
    window.export()
    assert window._export is not None
    return window._export


def test_export_makes_what_was_chosen(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    release = open_draft(resources.path("samples", "press-release.tilshi")).release
    dialog = exported(window, release, "kk", tmp_path / "out")
    for box in dialog._boxes.values():
        box.setChecked(False)
    assert not dialog._start.isEnabled()
    for key in (("kk", "pdf"), ("kk", "docx"), ("fr", "txt")):
        dialog._boxes[key].setChecked(True)
    assert dialog._note.text() == "3 files will be written."
    qtbot.waitUntil(lambda: dialog._remarks["kk"].text() == "Complete", timeout=20_000)
    dialog._start.click()
    assert dialog._close.text() == "&Cancel"
    qtbot.waitUntil(dialog._show_folder.isVisible, timeout=60_000)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == sorted(f"{release.id}_{rest}" for rest in ("kk.pdf", "kk.docx", "fr.txt"))
    assert dialog._bar.value() == dialog._bar.maximum() == 3
    dialog._review()
    assert "will be replaced" in dialog._note.text()
    assert window._preferences.now.export_formats == ("pdf", "docx", "txt")
    dialog.reject()


def test_an_export_can_be_called_off(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    release = open_draft(resources.path("samples", "press-release.tilshi")).release
    dialog = exported(window, release, "kk", tmp_path / "out")
    for box in dialog._boxes.values():
        box.setChecked(True)
    dialog._start.click()
    dialog._close.click()
    qtbot.waitUntil(lambda: dialog._job is None, timeout=60_000)
    assert dialog._note.text().startswith("Called off")
    assert dialog._start.isEnabled()


def test_a_failed_export_says_why_and_leaves_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    dialog = exported(window, three_parts(), "kk", tmp_path / "file")
    dialog._start.click()
    qtbot.waitUntil(lambda: dialog._note.text().startswith("Not exported"), timeout=60_000)
    assert (tmp_path / "file").read_text() == "here"


def test_missing_parts_are_counted_before_the_export(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = exported(window, three_parts(), "kk", tmp_path)
    qtbot.waitUntil(lambda: "missing" in dialog._remarks["ru"].text(), timeout=20_000)
    assert "Headline is not translated" in dialog._remarks["ru"].toolTip()


def test_a_new_release_has_the_parts_of_its_template(qtbot: QtBot) -> None:
    dialog = NewReleaseDialog("statement")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._source.setCurrentIndex(dialog._source.findData("ru"))
    dialog._targets["kk"].setChecked(True)
    dialog._targets["fr"].setChecked(True)
    assert not dialog._targets["ru"].isEnabled()
    dialog._place.setText("Порт-Мысал")
    dialog._create()
    assert dialog.release is not None
    assert dialog.release.languages == ("ru", "kk", "fr")
    assert dialog.release.template == "statement"
    assert {Role.HEADLINE, Role.LEAD, Role.DATE} <= {block.role for block in dialog.release.blocks}


def test_a_list_narrows_while_one_types(qtbot: QtBot) -> None:
    dialog = Choice("Go to", [(number, f"{number} Part") for number in range(1, 30)], 3)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog._filter)
    assert dialog._list.currentRow() == 2
    write(dialog._filter, "2")
    press(dialog._filter, Qt.Key.Key_Down)
    press(dialog._filter, Qt.Key.Key_Return)
    assert dialog.chosen == 12


def test_a_list_without_a_match_takes_nothing(qtbot: QtBot) -> None:
    dialog = Choice("Go to", [("a", "Alpha")])
    qtbot.addWidget(dialog)
    dialog.show()
    write(dialog._filter, "zzz")
    press(dialog._filter, Qt.Key.Key_Return)
    assert dialog.chosen is None
    assert not next(button for button in dialog.findChildren(QPushButton) if button.isDefault()).isEnabled()


def test_preferences_survive_what_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    preferences = Preferences(blocked / "settings.json")
    preferences.change(zoom=120)
    assert preferences.now.zoom == 120
    assert "settings.json" in preferences.trouble
