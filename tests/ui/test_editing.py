"""Reading and writing in the rows of the real window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import click, drag, press, write
from tests.ui.releases import BODY, HEADLINE, LEAD, many, three_parts
from tilshi.release import Block, Mark, MarkKind, Release, Role, Segment, State, Target, Text
from tilshi.release.operations import set_state, write_target
from tilshi_ui.editor.cellmenu import cell_menu
from tilshi_ui.window.main import MainWindow

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def kazakh(window: MainWindow, segment: str) -> Target:
    return document_of(window).release.segment(segment).target("kk")


def test_typing_goes_through_the_session_word_by_word(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    before = document.release
    document.place.go("s3")
    write(writer, "бір екі үш")
    assert kazakh(working, "s3").text.string == "бір екі үш"
    seen = []
    while document.session.can_undo:
        press(writer, Qt.Key.Key_Z, CONTROL)
        seen.append((writer.stored, writer.caret))
    assert seen == [("бір екі ", 8), ("бір ", 4), ("", 0)]
    assert document.release == before
    for _ in range(3):
        press(writer, Qt.Key.Key_Y, CONTROL)
    assert (writer.stored, writer.caret) == ("бір екі үш", 10)
    press(writer, Qt.Key.Key_Z, CONTROL)
    press(writer, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert writer.stored == "бір екі үш"


def test_moving_the_caret_ends_a_step_of_undo(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s3")
    write(writer, "ab")
    press(writer, Qt.Key.Key_Left)
    press(writer, Qt.Key.Key_Right)
    write(writer, "cd")
    document.undo()
    assert (writer.stored, writer.caret) == ("ab", 2)


def test_undo_goes_where_it_was_done(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s3")
    write(writer, "abc")
    document.place.speak("ru")
    document.place.go("s1")
    write(writer, "xyz")
    document.place.speak("kk")
    document.undo()
    assert (document.place.language, document.place.segment, writer.caret) == ("ru", "s1", 0)
    document.undo()
    assert (document.place.language, document.place.segment, writer.stored) == ("kk", "s3", "")


def test_confirming_goes_to_the_next_unfinished(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s2")
    press(writer, Qt.Key.Key_Return, CONTROL)
    assert kazakh(working, "s2").state is State.TRANSLATED
    assert document.place.segment == "s3"
    press(writer, Qt.Key.Key_Return, CONTROL)
    assert "no translation" in working.messages.text
    write(writer, "мәтін")
    press(writer, Qt.Key.Key_Return, CONTROL)
    assert document.place.segment == "s3"
    assert "Every segment" in working.messages.text
    press(writer, Qt.Key.Key_Return, CONTROL | SHIFT)
    assert kazakh(working, "s3").state is State.INITIAL


def test_writing_in_a_reviewed_text_makes_it_translated_again(working: MainWindow) -> None:
    document = document_of(working)
    document.apply(set_state(document.release, "s1", "kk", State.FINAL))
    document.place.go("s1")
    write(working.work.rows.writer, "x")
    assert kazakh(working, "s1").state is State.TRANSLATED


def test_moving_between_segments(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s1")
    for key, modifier, expected in (
        (Qt.Key.Key_Down, ALT, "s2"),
        (Qt.Key.Key_Down, CONTROL, "s3"),
        (Qt.Key.Key_Up, CONTROL, "s2"),
        (Qt.Key.Key_Up, ALT, "s1"),
        (Qt.Key.Key_Up, ALT, "s1"),
    ):
        press(writer, key, modifier)
        assert document.place.segment == expected
    writer.place_caret(len(writer.stored))
    press(writer, Qt.Key.Key_Down)
    assert (document.place.segment, writer.caret) == ("s2", 0)
    press(writer, Qt.Key.Key_Up)
    assert (document.place.segment, writer.caret) == ("s1", len(writer.stored))


def test_copying_the_source_and_signs_of_no_break(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s3")
    press(writer, Qt.Key.Key_Insert, CONTROL)
    assert kazakh(working, "s3").text.string == BODY
    writer.place_caret(7)
    press(writer, Qt.Key.Key_Space, CONTROL | SHIFT)
    assert kazakh(working, "s3").text.string == "Medical\u00a0" + BODY[7:]
    document.undo()
    assert kazakh(working, "s3").text.string == BODY


def test_marks_stay_with_their_letters(opened: Opener) -> None:
    marked = Text("one two", (Mark(4, 7, MarkKind.BOLD),))
    segment = Segment("s", Text("source"), (("kk", Target(marked, State.TRANSLATED)),))
    window = opened(Release("r", "en", ("kk",), blocks=(Block("b", Role.BODY, (segment,)),)))
    writer = window.work.rows.writer
    writer.place_caret(0)
    write(writer, "ab ")
    assert kazakh(window, "s").text == Text("ab one two", (Mark(7, 10, MarkKind.BOLD),))


def test_the_source_can_be_written_too(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s1")
    document.place.speak("en")
    assert writer.stored == HEADLINE
    writer.place_caret(len(HEADLINE))
    write(writer, "!")
    assert document.release.segment("s1").source.string == HEADLINE + "!"
    assert not working.work.rows.source_cell.isVisible()
    document.place.speak("kk")
    assert working.work.rows.source_cell.isVisible()
    assert working.work.rows.source_cell.stored == HEADLINE + "!"


def test_the_source_can_be_selected(working: MainWindow) -> None:
    document_of(working).place.go("s2")
    source = working.work.rows.source_cell
    source.setFocus()
    press(source, Qt.Key.Key_A, CONTROL)
    press(source, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == LEAD
    write(source, "x")
    assert source.stored == LEAD


def test_a_click_goes_to_its_letter_and_drags_a_selection(opened: Opener) -> None:
    window = opened(many(8))
    rows, document = window.work.rows, document_of(window)
    document.place.go("s0")
    corner = rows.writer.pos() + QPoint(2, 6 + 3 * (rows.writer.height() + 32))
    click(rows.viewport(), corner)
    assert document.place.segment == "s3"
    assert (rows.writer.caret, rows.writer.hasFocus()) == (0, True)
    document.place.go("s0")
    drag(rows.viewport(), corner, corner + QPoint(90, 0))
    assert document.place.segment == "s3"
    start, end = rows.writer.selection
    assert start == 0
    assert 5 < end < 20


def test_a_click_beside_a_row_does_nothing(opened: Opener) -> None:
    window = opened(many(2))
    click(window.work.rows.viewport(), window.work.rows.viewport().rect().bottomLeft() + QPoint(50, -5))
    assert document_of(window).place.segment == "s0"


def test_a_change_from_elsewhere_is_shown(working: MainWindow) -> None:
    document = document_of(working)
    document.place.go("s2")
    document.apply(write_target(document.release, "s2", "kk", "басқа мәтін"))
    assert working.work.rows.writer.stored == "басқа мәтін"


def test_terms_are_marked_and_inserted(working: MainWindow) -> None:
    document, writer = document_of(working), working.work.rows.writer
    document.place.go("s2")
    shown = [card.translation for card in working.work.context.terms.cards]
    assert "халықаралық гуманитарлық құқық" in shown
    number = shown.index("халықаралық гуманитарлық құқық") + 1
    document.place.go("s2")
    writer.selectAll()
    press(writer, getattr(Qt.Key, f"Key_{number}"), ALT)
    assert writer.stored == "Халықаралық гуманитарлық құқық"
    text = document.release.segment("s2").source
    found = {text.string[span.start : span.end] for span in working.glossary.highlights(text, "en")}
    assert "international humanitarian law" in found


def test_twenty_thousand_rows_are_there_at_once(opened: Opener) -> None:
    window = opened(many(20_000))
    rows, document = window.work.rows, document_of(window)
    document.place.go("s19999")
    assert rows.viewport().rect().contains(rows.writer.geometry())
    write(rows.writer, "x")
    assert document.release.segment("s19999").target("kk").text.string.startswith("x")
    press(rows.writer, Qt.Key.Key_Up, ALT)
    assert document.place.segment == "s19998"


def test_scrolling_up_does_not_move_what_is_seen(opened: Opener) -> None:
    window = opened(many(300, BODY * 7))
    rows, document = window.work.rows, document_of(window)
    document.place.go("s250")
    bar = rows.verticalScrollBar()
    for _ in range(20):
        before = rows.writer.y()
        bar.setValue(bar.value() - 37)
        assert rows.writer.y() == before + 37
        if not rows.viewport().rect().intersects(rows.writer.geometry()):
            break


def test_zoom_changes_the_text_and_is_remembered(working: MainWindow) -> None:
    writer = working.work.rows.writer
    size = writer.font().pointSizeF()
    press(writer, Qt.Key.Key_Plus, CONTROL)
    assert writer.font().pointSizeF() > size
    press(writer, Qt.Key.Key_0, CONTROL)
    assert writer.font().pointSizeF() == size
    working.work.rows.set_zoom(1000)
    assert working.work.rows.zoom == 300


def test_the_menu_of_a_cell_has_no_undo_of_its_own(working: MainWindow) -> None:
    writer = working.work.rows.writer
    writer.selectAll()
    entries = {action.text(): action.isEnabled() for action in cell_menu(writer).actions() if action.text()}
    assert list(entries) == ["Cu&t", "&Copy", "&Paste", "Select &all"]
    assert entries["Cu&t"]
    source = working.work.rows.source_cell
    source.selectAll()
    entries = {action.text(): action.isEnabled() for action in cell_menu(source).actions() if action.text()}
    assert (entries["&Copy"], entries["Cu&t"], entries["&Paste"]) == (True, False, False)


def test_what_cannot_be_seen_is_named(qtbot: QtBot, working: MainWindow) -> None:
    document, hidden = document_of(working), working.work.context._hidden
    document.place.go("s3")
    assert not hidden.isVisible()
    document.apply(write_target(document.release, "s3", "kk", "a\u202eb"))
    qtbot.waitUntil(hidden.isVisible)
    assert hidden.text().endswith("U+202E RIGHT-TO-LEFT OVERRIDE")
    document.undo()
    qtbot.waitUntil(lambda: not hidden.isVisible())


def test_parts_come_move_and_go(working: MainWindow) -> None:
    document, verbs = document_of(working), working.verbs
    before = document.release
    document.place.go("s1")
    verbs.add_part(Role.QUOTE)
    assert [block.role for block in document.release.blocks] == [Role.HEADLINE, Role.QUOTE, Role.LEAD, Role.BODY]
    assert document.place.language == "en"
    verbs.move_part_down()
    assert [block.role for block in document.release.blocks] == [Role.HEADLINE, Role.LEAD, Role.QUOTE, Role.BODY]
    verbs.make(Role.BACKGROUND)
    assert document.release.blocks[2].role is Role.BACKGROUND
    verbs.remove_part()
    assert document.release == before
    assert document.place.segment == "s3"
    while document.session.can_undo:
        document.undo()
    assert document.release == three_parts()


def test_languages_come_and_go(working: MainWindow) -> None:
    document, verbs = document_of(working), working.verbs
    verbs.add_target_language("fr")
    assert (document.release.target_languages, document.place.language) == (("kk", "ru", "fr"), "fr")
    verbs.remove_language()
    assert document.release.target_languages == ("kk", "ru")
    assert document.place.language in document.release.languages
    document.place.speak("en")
    verbs.remove_language()
    assert "cannot be removed" in working.messages.text
