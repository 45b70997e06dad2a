"""The user's own templates in the window: made, changed beside their page, taken back, handed on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.releases import three_parts
from tilshi.layout import own, places, template
from tilshi_ui.templates.dialog import TemplatesDialog
from tilshi_ui.window.main import MainWindow


@pytest.fixture
def dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[TemplatesDialog]:
    monkeypatch.setattr(places, "user_folder", lambda kind: tmp_path / "own" / kind)
    window.desk.show_release(three_parts())
    window.templates.edit_templates()
    made = window.templates.dialog
    assert made is not None
    _settle(qtbot, made)
    yield made
    made.close()


def _settle(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    """Until the page of the values that are shown is there, and they are kept."""
    trial = dialog._trial
    qtbot.waitUntil(
        lambda: not trial._soon.is_waiting and trial._job is None and not dialog._waiting.is_waiting, timeout=20_000
    )


def test_the_programs_own_are_shown_and_not_changed(dialog: TemplatesDialog) -> None:
    assert dialog.chosen == "press-release"
    assert dialog.paper.shown is not None
    assert not dialog.name.isEnabled()
    assert not dialog.form.colours["accent"].isEnabled()
    dialog.change(((("colours", "accent"), "#005544"),))
    assert "colours" not in dialog.values
    assert own.own() == ()


def test_a_copy_is_changed_beside_its_page_and_kept(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    dialog.duplicate()
    _settle(qtbot, dialog)
    name = dialog.chosen
    assert own.own() == (name,)
    assert dialog.paper.shown is not None
    before = dialog.paper.shown.data
    dialog.form.families["heading"].setCurrentText("Noto Serif")
    _settle(qtbot, dialog)
    assert dialog.paper.shown.data != before
    dialog.form.colours["accent"].clear()
    QTest.keyClicks(dialog.form.colours["accent"], "#005544")
    dialog.form.margins["left"].setValue(30)
    _settle(qtbot, dialog)
    kept = template.load(name)
    assert dict(kept.families)["heading"] == "Noto Serif"
    assert kept.palette.accent == "#005544"
    assert kept.page.left == pytest.approx(85.04)


def test_changes_are_taken_back_one_by_one(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    dialog.duplicate()
    _settle(qtbot, dialog)
    dialog.form.sheet.setCurrentText("Letter")
    dialog.form.justified.setChecked(True)
    _settle(qtbot, dialog)
    assert template.load(dialog.chosen).page.width == 612
    dialog.undo()
    _settle(qtbot, dialog)
    assert not dialog.form.justified.isChecked()
    dialog.undo()
    _settle(qtbot, dialog)
    assert dialog.form.sheet.currentText() == "A4"
    dialog.redo()
    _settle(qtbot, dialog)
    assert template.load(dialog.chosen).page.width == 612


def test_mistakes_and_pale_colours_are_named(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    dialog.duplicate()
    _settle(qtbot, dialog)
    dialog.change(((("colours", "accent"), "red"),))
    _settle(qtbot, dialog)
    assert "colours.accent" in dialog.said
    assert template.load(dialog.chosen).palette.accent != "red"
    dialog.change(((("colours", "accent"), "#FFCC00"),))
    _settle(qtbot, dialog)
    assert "too pale" in dialog.said
    assert template.load(dialog.chosen).palette.accent == "#FFCC00"


def test_parts_are_moved_with_the_keys(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    dialog.duplicate()
    _settle(qtbot, dialog)
    before = [part.role for part in template.load(dialog.chosen).parts]
    dialog.form.setCurrentIndex(1)
    dialog.form.parts.setCurrentRow(2)
    dialog.form.parts.setFocus()
    QTest.keyClick(
        dialog.form.parts, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    )
    _settle(qtbot, dialog)
    after = [part.role for part in template.load(dialog.chosen).parts]
    assert after == [before[0], before[2], before[1], *before[3:]]
    assert dialog.form.parts.currentRow() == 1


def test_fixed_strings_by_language(qtbot: QtBot, dialog: TemplatesDialog) -> None:
    dialog.duplicate()
    _settle(qtbot, dialog)
    form = dialog.form
    form.language.setCurrentIndex(form.language.findData("fr"))
    names = [item.text() for row in range(form.words.rowCount()) if (item := form.words.item(row, 0))]
    wording = form.words.item(names.index("contact-intro"), 1)
    assert wording is not None
    wording.setText("Contacts presse :")
    _settle(qtbot, dialog)
    kept = template.load(dialog.chosen)
    assert kept.wording("contact-intro", "fr", {}) == "Contacts presse :"
    assert kept.wording("contact-intro", "en", {}) == template.load("press-release").wording("contact-intro", "en", {})


def test_renamed_deleted_and_brought_back(qtbot: QtBot, window: MainWindow, dialog: TemplatesDialog) -> None:
    dialog.duplicate()
    dialog._want()
    document = window.desk.document
    assert document is not None
    assert document.release.template == dialog.chosen
    dialog.name.setText("Ours")
    dialog.rename()
    assert own.own() == ("Ours",)
    assert document.release.template == "Ours"
    dialog.delete()
    assert own.own() == ()
    dialog._messages._act()
    assert own.own() == ("Ours",)
    _settle(qtbot, dialog)


def test_out_and_in_again(qtbot: QtBot, dialog: TemplatesDialog, tmp_path: Path) -> None:
    dialog.duplicate()
    _settle(qtbot, dialog)
    name, file = dialog.chosen, tmp_path / "ours.tilshi-template"
    dialog.export_file(file)
    dialog.delete()
    dialog.import_file(file)
    assert own.own() == (name,)
    file.write_bytes(b"no archive")
    dialog.import_file(file)
    assert "ours.tilshi-template" in dialog.said
    _settle(qtbot, dialog)
