"""The panel of findings: lists, one card for one place, fixing all of a kind, letting stand, switching kinds off."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import click, press, write
from tests.ui.releases import segment
from tests.ui.test_findings import GOOD, SOURCE, WRONG, faulty, rules_of, settle
from tilshi.checking.findings import Side
from tilshi.release import Block, Release, Role
from tilshi_ui.dialogs.fixall import FixAllDialog
from tilshi_ui.panels.findings.entries import Entry, Header, Scope
from tilshi_ui.window.main import MainWindow

LAW = "Examplia promotes international humanitarian law (IHL)."
LAW_WRONG = "Мысалия халықаралық гуманитарлық құқықты (ХГК) қолдайды."


@pytest.fixture
def checked(qtbot: QtBot, opened: Opener) -> MainWindow:
    window = opened(faulty())
    settle(qtbot, window)
    window.work.show_findings_page()
    return window


def listed(window: MainWindow) -> list[Entry]:
    window.work.findings.refresh()
    return [line for line in window.work.findings.model.lines if isinstance(line, Entry)]


def look_at(window: MainWindow, rule: str) -> Entry:
    """Makes the finding of a rule the current one of the list."""
    panel = window.work.findings
    panel.refresh()
    for row, line in enumerate(panel.model.lines):
        if isinstance(line, Entry) and rule in line.card.rules:
            panel.list.setCurrentIndex(panel.model.index(row))
            return line
    raise AssertionError(rule)


def test_scopes_list_what_they_say(checked: MainWindow) -> None:
    panel = checked.work.findings
    document_of(checked).place.go("s2")
    assert {entry.card.head.segment for entry in listed(checked)} == {"s2"}
    panel.show_scope(Scope.ALL)
    assert {entry.card.head.segment for entry in listed(checked)} >= {"s1", "s2"}
    panel.show_scope(Scope.KINDS)
    headers = [line for line in panel.model.lines if isinstance(line, Header)]
    assert headers[0].load.worst.rank == 0
    assert any(header.title == "Several spaces in a row" for header in headers)


def test_each_line_can_be_heard(checked: MainWindow) -> None:
    checked.work.findings.show_scope(Scope.ALL)
    entry = look_at(checked, "num.value")
    words = checked.work.findings.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Error, ")
    assert entry.place in words


def test_return_goes_to_the_place(checked: MainWindow) -> None:
    checked.work.findings.show_scope(Scope.ALL)
    look_at(checked, "sp.double")
    press(checked.work.findings.list, Qt.Key.Key_Return)
    writer = checked.work.rows.writer
    assert document_of(checked).place.segment == "s2"
    assert writer.stored[slice(*writer.selection)] == "  "
    assert writer.hasFocus()


def test_the_button_replaces_as_one_step_of_undo(checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    look_at(checked, "sp.double")
    click(checked.work.findings.detail.offers[0], QPoint(5, 5))
    assert checked.work.rows.writer.stored == WRONG.replace("  ", " ")
    document_of(checked).undo()
    assert checked.work.rows.writer.stored == WRONG


def test_a_fix_still_fits_after_typing_before_it(checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    look_at(checked, "sp.double")
    writer = checked.work.rows.writer
    writer.place_caret(0)
    write(writer, "Бұл ")
    checked.work.findings.detail.offers[0].click()
    assert writer.stored == "Бұл " + WRONG.replace("  ", " ")


def test_ignoring_asks_why_and_can_be_taken_back(qtbot: QtBot, checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    look_at(checked, "sp.double")
    panel = checked.work.findings
    press(panel.list, Qt.Key.Key_Delete)
    form = panel.detail.form
    assert form.isVisible()
    assert not form.accept.isEnabled()
    form.reason.setEditText("House style of the table")
    form.name.setText("Jane Example")
    press(form.reason, Qt.Key.Key_Return)
    settle(qtbot, checked)
    assert "sp.double" not in rules_of(checked, "s2")
    waiver = document_of(checked).release.waivers[0]
    assert (waiver.rule, waiver.reason, waiver.by) == ("sp.double", "House style of the table", "Jane Example")
    assert waiver.at.endswith("Z")
    panel.show_scope(Scope.IGNORED)
    assert look_at(checked, "sp.double").waiver == waiver
    panel.detail.take_back.click()
    settle(qtbot, checked)
    assert "sp.double" in rules_of(checked, "s2")
    panel.show_scope(Scope.SEGMENT)
    look_at(checked, "sp.double")
    panel.detail.ask_reason()
    assert not form.name.isVisible()
    assert [form.reason.itemText(at) for at in range(form.reason.count())] == ["House style of the table"]


def test_a_kind_is_switched_off_and_on_again(qtbot: QtBot, checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    checked.checks.look_at(next(card for card in checked.checks.cards("s2") if "sp.double" in card.rules))
    checked.findings.switch_off_kind()
    assert document_of(checked).release.switched_off in {("sp.double",), ("num.value",)}
    settle(qtbot, checked)
    off = document_of(checked).release.switched_off[0]
    assert off not in rules_of(checked, "s2")
    document_of(checked).undo()
    settle(qtbot, checked)
    assert off in rules_of(checked, "s2")


def test_all_of_a_kind_are_put_right_after_a_preview(qtbot: QtBot, opened: Opener) -> None:
    twice = "Бір  екі адам келді."
    parts = tuple(
        Block(f"b{at}", Role.BODY, (segment(f"s{at}", SOURCE, twice.replace("Бір", word)),))
        for at, word in enumerate(("Бір", "Осы  бір", "Сол"))
    )
    window = opened(Release("examplia", "en", ("kk",), blocks=parts))
    settle(qtbot, window)
    before = document_of(window).release
    seen: list[tuple[str, str]] = []

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FixAllDialog)
        model = dialog.model
        seen.extend((model.index(row, 1).data(), model.index(row, 2).data()) for row in range(model.rowCount()))
        dialog.table.selectRow(0)
        press(dialog.table, Qt.Key.Key_Space)
        press(dialog.table, Qt.Key.Key_Space)
        dialog.accept_button.click()

    QTimer.singleShot(200, accept)
    window.findings.fix_kind("sp.double")
    texts = [document_of(window).release.text(f"s{at}", "kk").string for at in range(3)]
    assert texts == ["Бір екі адам келді.", "Осы бір екі адам келді.", "Сол екі адам келді."]
    assert len(seen) == 4
    assert all("  " in old and "  " not in new[:8] for old, new in seen if "Осы" not in old)
    document_of(window).undo()
    assert document_of(window).release == before


def test_findings_about_the_same_characters_are_one_card(qtbot: QtBot, opened: Opener) -> None:
    window = opened(
        Release("examplia", "en", ("kk",), blocks=(Block("b", Role.BODY, (segment("s", LAW, LAW_WRONG),)),))
    )
    settle(qtbot, window)
    cards = [card for card in window.checks.cards("s") if "term.forbidden" in card.rules]
    assert len(cards) == 1
    assert cards[0].rules >= {"term.forbidden", "acr.intro"}
    window.findings.go(cards[0])
    assert window.checks.current == cards[0]
    marks = window.checks.marks("s", Side.SOURCE)
    assert cards[0].evidence in [(mark.start, mark.end) for mark in marks if mark.kind == "evidence"]


def test_the_tooltip_says_why_and_what_to_do_as_plain_text(checked: MainWindow) -> None:
    at = WRONG.index("110")
    text = checked.findings.tips.describe("s2", Side.TARGET, at)
    assert text.startswith("Error: ")
    assert checked.findings.tips.describe("s3", Side.TARGET, GOOD.index("100")) == ""


def test_painted_rows_know_the_character_under_the_mouse(checked: MainWindow) -> None:
    rows = checked.work.rows
    document_of(checked).place.go("s1")
    hits = {rows.text_at(QPoint(x, y)) for x in range(0, rows.viewport().width(), 3) for y in range(0, 400, 5)}
    found = {hit[2] for hit in hits if hit and hit[:2] == ("s2", Side.TARGET)}
    assert len(found) > len(WRONG) // 2
    assert max(found) < len(WRONG)
