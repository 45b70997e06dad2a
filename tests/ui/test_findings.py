"""Findings in the window: underlined where they are, moved along while one types, visited and put right by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import segment
from tilshi.checking.findings import Side
from tilshi.release import Block, Release, Role, State
from tilshi_ui.window.main import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SOURCE = "More than 100 people came to Port-Example."
WRONG = "Порт-Мысалға 110-нан  астам адам келді."
GOOD = "Порт-Мысалға 100-ден астам адам келді."


def faulty() -> Release:
    """A right number, a wrong one with two spaces behind it, and a headline that ends with a stop."""
    parts = (
        Block("b1", Role.HEADLINE, (segment("s1", "Examplia: hospital reopens", "Мысалия: аурухана ашылды."),)),
        Block("b2", Role.BODY, (segment("s2", SOURCE, WRONG, State.TRANSLATED),)),
        Block("b3", Role.BODY, (segment("s3", SOURCE.replace("came", "went"), GOOD.replace("келді", "барды")),)),
    )
    return Release("examplia", "en", ("kk",), blocks=parts)


def rules_of(window: MainWindow, name: str) -> set[str]:
    return {finding.rule for finding in window.checks.findings(name)}


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until the checks have answered about the release as it is."""

    def is_answered() -> bool:
        report = window.checks.report
        return report is not None and report.release is document_of(window).release and not window.checks.is_running

    qtbot.waitUntil(is_answered, timeout=20_000)


@pytest.fixture
def checked(qtbot: QtBot, opened: Opener) -> MainWindow:
    window = opened(faulty())
    settle(qtbot, window)
    return window


def underlined(window: MainWindow, style: QTextCharFormat.UnderlineStyle) -> list[str]:
    """What is underlined in that way in the live editor."""
    writer = window.work.rows.writer
    ranges = writer.document().firstBlock().layout().formats()
    text = writer.stored
    return [text[span.start : span.start + span.length] for span in ranges if span.format.underlineStyle() == style]


def test_what_is_wrong_is_found(checked: MainWindow) -> None:
    assert rules_of(checked, "s2") >= {"num.value", "sp.double"}
    assert "pt.end" in rules_of(checked, "s1")
    assert "num.value" not in rules_of(checked, "s3")


def test_f8_goes_through_the_release_and_selects_the_characters(checked: MainWindow) -> None:
    writer, place = checked.work.rows.writer, document_of(checked).place
    seen = []
    for _ in range(6):
        press(writer, Qt.Key.Key_F8)
        start, end = writer.selection
        seen.append((place.segment, writer.stored[start:end]))
    assert ("s2", "110") in {(name, text.removesuffix("-нан")) for name, text in seen}
    assert {name for name, _text in seen} >= {"s1", "s2"}
    press(writer, Qt.Key.Key_F8, SHIFT)
    assert (place.segment, writer.stored[slice(*writer.selection)]) == seen[-2]


def test_errors_are_waved_and_notes_dotted(checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    styles = QTextCharFormat.UnderlineStyle
    assert any("110" in text for text in underlined(checked, styles.WaveUnderline))
    assert "  " in underlined(checked, styles.DotLine)


def test_marks_move_along_while_one_types(checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    writer = checked.work.rows.writer
    writer.place_caret(0)
    write(writer, "Бұл ")
    assert not checked.checks.report or checked.checks.report.release is not document_of(checked).release
    assert any("110" in text for text in underlined(checked, QTextCharFormat.UnderlineStyle.WaveUnderline))
    found = next(each for each in checked.checks.findings("s2") if each.rule == "sp.double")
    assert writer.stored[found.start : found.end] == "  "


def test_alt_enter_puts_right_and_undo_takes_it_back(qtbot: QtBot, checked: MainWindow) -> None:
    document_of(checked).place.go("s2")
    writer = checked.work.rows.writer
    writer.place_caret(WRONG.index("  ") + 1)
    press(writer, Qt.Key.Key_Return, ALT)
    assert WRONG.replace("  ", " ") == writer.stored
    settle(qtbot, checked)
    assert "sp.double" not in rules_of(checked, "s2")
    press(writer, Qt.Key.Key_Z, CONTROL)
    assert writer.stored == WRONG


def test_another_language_has_findings_of_its_own(qtbot: QtBot, checked: MainWindow) -> None:
    document_of(checked).place.speak("en")
    assert checked.checks.report is None
    settle(qtbot, checked)
    assert all(finding.side is Side.SOURCE for name in ("s1", "s2") for finding in checked.checks.findings(name))


def test_outline_and_status_line_count(checked: MainWindow) -> None:
    report = checked.checks.report
    assert report is not None
    assert report.parts["b2"].number == len(checked.checks.findings("s2"))
    assert "1 error" in checked.work.status.findings_text
