"""Find and replace from the keyboard, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tilshi.checking.findings import Side
from tilshi.release import Block, Note, Release, Role, Segment, State, Target, Text
from tilshi.searching.query import Method
from tilshi_ui.search.options import Scope
from tilshi_ui.search.panel import SearchPanel
from tilshi_ui.window.main import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def states() -> Release:
    """Three segments in which a state is spoken of."""
    texts = (
        ("The state must act.", "Мемлекет әрекет етуге тиіс."),
        ("Its hospitals wait.", "Аурухана мемлекетке сенеді."),
        ("States agree; states sign.", "Мемлекеттер келіседі, мемлекеттердің қолы бар."),
    )
    note = Note("n1", "Which state?", "Jane Example")
    blocks = tuple(
        Block(
            f"b{at}",
            Role.BODY,
            (
                Segment(
                    f"s{at}",
                    Text(source),
                    (("kk", Target(Text(kazakh), State.TRANSLATED)),),
                    (note,) if at == 2 else (),
                ),
            ),
        )
        for at, (source, kazakh) in enumerate(texts, 1)
    )
    return Release("examplia", "en", ("kk", "ru"), blocks=blocks)


@pytest.fixture
def searching(opened: Opener) -> MainWindow:
    return opened(states())


def panel_of(window: MainWindow) -> SearchPanel:
    assert window.search.panel is not None
    return window.search.panel


def find(qtbot: QtBot, window: MainWindow, text: str, *, replacing: bool = False) -> SearchPanel:
    """Opens the panel by key and types."""
    press(window.work.rows.writer, Key.Key_H if replacing else Key.Key_F, Modifier.ControlModifier)
    panel = panel_of(window)
    qtbot.waitUntil(panel.wanted.hasFocus)
    write(panel.wanted, text)
    qtbot.waitUntil(lambda: panel._service.query is not None and panel._service.query.wanted == text)
    settle(qtbot, panel)
    return panel


def settle(qtbot: QtBot, panel: SearchPanel) -> None:
    """Waits until what is asked for has been answered."""
    service = panel._service
    qtbot.waitUntil(lambda: service._latest._job is None and service._latest._next is None)
    qtbot.waitUntil(lambda: not service._again.is_waiting and panel._job is None)
    qtbot.waitUntil(lambda: service._latest._job is None)


def kazakh(window: MainWindow) -> list[str]:
    return [segment.target("kk").text.string for _block, segment in document_of(window).release.segments()]


def test_typing_finds_and_return_goes_on(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "мемлекет")
    assert panel.count.text() == "1 of 4"
    assert searching.work.rows.writer.selection == (0, 8)
    assert panel.wanted.hasFocus()
    seen = []
    for _ in range(4):
        press(panel.wanted, Key.Key_Return)
        seen.append((document_of(searching).place.segment, searching.work.rows.writer.selection, panel.count.text()))
    assert seen == [
        ("s2", (9, 17), "2 of 4"),
        ("s3", (0, 8), "3 of 4"),
        ("s3", (22, 30), "4 of 4"),
        ("s1", (0, 8), "1 of 4"),
    ]
    press(panel.wanted, Key.Key_Return, Modifier.ShiftModifier)
    assert panel.count.text() == "4 of 4"
    assert [span.kind for span in searching.work.rows._model.row(0).target.spans if span.kind == "hit"] == ["hit"]


def test_hits_in_the_source_are_selected_there(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "sign")
    assert (document_of(searching).place.segment, panel.count.text()) == ("s3", "1 of 1")
    assert searching.work.rows.source_cell.selection == (21, 25)
    assert document_of(searching).place.language == "kk"


def test_escape_leaves_the_caret_at_the_hit_and_takes_the_marks_away(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "келіседі")
    press(panel.wanted, Key.Key_Escape)
    writer = searching.work.rows.writer
    qtbot.waitUntil(writer.hasFocus)
    assert writer.selection == (12, 20)
    assert panel.isHidden()
    assert panel._service.marks("s3", Side.TARGET) == ()
    press(writer, Key.Key_F4)
    settle(qtbot, panel)
    assert panel.count.text() == "1 of 1"


def test_what_is_selected_is_looked_for(qtbot: QtBot, searching: MainWindow) -> None:
    searching.work.rows.writer.select(0, 8)
    press(searching.work.rows.writer, Key.Key_F, Modifier.ControlModifier)
    assert panel_of(searching).wanted.text() == "Мемлекет"
    settle(qtbot, panel_of(searching))
    assert panel_of(searching).wanted.selectedText() == "Мемлекет"


def test_a_word_is_replaced_in_all_its_forms_as_one_step(qtbot: QtBot, searching: MainWindow) -> None:
    before = document_of(searching).release
    panel = find(qtbot, searching, "мемлекет", replacing=True)
    panel.options.method.setCurrentIndex(list(Method).index(Method.LEMMA))
    settle(qtbot, panel)
    press(panel.wanted, Key.Key_Tab)
    for _ in range(6):
        if QApplication.focusWidget() is not panel.replacement:
            press(QApplication.focusWidget() or panel, Key.Key_Tab)
    assert panel.replacement.hasFocus()
    write(panel.replacement, "қала")
    press(panel.replacement, Key.Key_Return, Modifier.ControlModifier)
    settle(qtbot, panel)
    assert kazakh(searching) == [
        "Қала әрекет етуге тиіс.",
        "Аурухана қалаға сенеді.",
        "Қалалар келіседі, қалалардың қолы бар.",
    ]
    assert "4 places were replaced." in searching.messages.text
    document_of(searching).undo()
    assert document_of(searching).release == before


def test_one_after_another_is_replaced(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "мемлекет", replacing=True)
    write(panel.replacement, "ел")
    qtbot.waitUntil(lambda: panel.model.columnCount() == 3 and not panel._planning.is_waiting)
    press(panel.replacement, Key.Key_Return)
    settle(qtbot, panel)
    assert kazakh(searching)[0] == "Ел әрекет етуге тиіс."
    assert (document_of(searching).place.segment, panel.count.text()) == ("s2", "1 of 3")
    press(panel.replacement, Key.Key_Return)
    settle(qtbot, panel)
    assert kazakh(searching)[1] == "Аурухана елке сенеді."
    assert document_of(searching).place.segment == "s3"


def test_a_replacement_that_holds_what_is_sought_is_not_replaced_again(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "тиіс", replacing=True)
    write(panel.replacement, "тиіс, тиіс")
    qtbot.waitUntil(lambda: not panel._planning.is_waiting)
    for _ in range(2):
        press(panel.replacement, Key.Key_Return)
        settle(qtbot, panel)
    assert kazakh(searching)[0].count("тиіс") == 3


def test_what_is_not_ticked_stays(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "мемлекет", replacing=True)
    panel._buttons["all"].click()
    write(panel.replacement, "ел")
    qtbot.waitUntil(lambda: panel.model.columnCount() == 3 and not panel._planning.is_waiting)
    assert panel.list.isVisible()
    panel.list.setFocus()
    panel.list.show_current(1)
    press(panel.list, Key.Key_Space)
    press(panel.list, Key.Key_Return)
    assert document_of(searching).place.segment == "s2"
    assert panel.model.index(1, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    assert panel.model.index(0, 2).data() == "Ел әрекет етуге тиіс."
    panel.replace_all()
    settle(qtbot, panel)
    assert kazakh(searching)[1] == "Аурухана мемлекетке сенеді."
    assert searching.messages.text == "3 places were replaced. 1 was left as it is."


def test_a_pattern_is_explained_where_it_is_none(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "(мем", replacing=True)
    assert panel.count.text() == "Not found"
    panel.options.method.setCurrentIndex(list(Method).index(Method.PATTERN))
    settle(qtbot, panel)
    assert "no regular expression" in panel.trouble.text()
    assert panel.trouble.isVisible()
    write(panel.wanted, ")")
    write(panel.replacement, "$2")
    qtbot.waitUntil(lambda: "cannot be understood" in panel.trouble.text())
    assert not panel.options.alike.isEnabled()


def test_everything_can_be_searched(qtbot: QtBot, searching: MainWindow) -> None:
    document_of(searching).place.speak("ru")
    panel = find(qtbot, searching, "state")
    assert panel.count.text() == "1 of 3"
    for scope, count in ((Scope.EVERYTHING, 4), (Scope.NOTES, 1), (Scope.SOURCE, 3), (Scope.WRITTEN, 0)):
        panel.options.scope.setCurrentIndex(list(Scope).index(scope))
        settle(qtbot, panel)
        assert len(panel._service.hits.found) == count
    panel.options.scope.setCurrentIndex(list(Scope).index(Scope.EVERYTHING))
    panel.wanted.setText("аурухана")
    settle(qtbot, panel)
    assert (document_of(searching).place.language, document_of(searching).place.segment) == ("kk", "s2")


def test_the_list_follows_what_is_written(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "тиіс")
    assert panel.count.text() == "1 of 1"
    searching.work.rows.writer.setFocus()
    searching.work.rows.writer.place_caret(0)
    searching.work.rows.writer.insert("тиіс ")
    qtbot.waitUntil(lambda: len(panel._service.hits.found) == 2)
    assert panel.model.rowCount() == 2


def test_earlier_searches_come_back(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "ел")
    for text in ("аурухана", "тиіс"):
        panel.wanted.setText(text)
        press(panel.wanted, Key.Key_Return)
    press(panel.wanted, Key.Key_Up)
    press(panel.wanted, Key.Key_Up)
    assert panel.wanted.text() == "аурухана"
    press(panel.wanted, Key.Key_Down)
    assert panel.wanted.text() == "тиіс"


def test_the_panel_lives_through_other_releases(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "мемлекет")
    document_of(searching).abandon()
    searching.desk.close_release()
    assert not panel._service.hits.found
    searching.desk.show_release(states())
    settle(qtbot, panel)
    assert len(panel._service.hits.found) == 4
    searching.speak("ru")
    searching.speak("en")


def test_typing_on_starts_from_where_one_was(qtbot: QtBot, searching: MainWindow) -> None:
    panel = find(qtbot, searching, "қол")
    assert document_of(searching).place.segment == "s3"
    panel.wanted.setText("")
    settle(qtbot, panel)
    write(panel.wanted, "мемлекет")
    settle(qtbot, panel)
    assert document_of(searching).place.segment == "s1"
