"""Texts on the screen: what Qt cannot hold is shown and kept, and what is typed arrives code point for code point."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.hands import press, write
from tilshi.release import Mark, MarkKind, Text
from tilshi_ui.editor.cell import Cell
from tilshi_ui.editor.display import accepted, names_of_hidden, shown
from tilshi_ui.editor.formats import Highlight, formats_of
from tilshi_ui.editor.heights import Heights
from tilshi_ui.editor.offsets import from_utf16, to_utf16
from tilshi_ui.editor.textshape import TextShape
from tilshi_ui.editor.writing import LONGEST, Writer
from tilshi_ui.theme import LIGHT

HOSTILE = "\x00\u202e\u2066\ufeff\ud800\U000e0041\u2029\u2028\r\ufdd0\u200b"
EXACT = "1\u00a0200\u202fkm, Port\u2011Example, co\u00adoperation, и\u0306, 😀, «қ»"

texts = st.text(st.characters(codec=None), max_size=60)


@given(texts)
def test_shown_text_keeps_every_position(text: str) -> None:
    visible = shown(text)
    assert len(visible) == len(text)
    assert to_utf16(visible, len(visible)) == to_utf16(text, len(text))
    assert shown(visible) == visible
    assert visible.count("\n") == text.count("\n")


@given(texts)
def test_accepted_text_can_be_stored(text: str) -> None:
    stored = accepted(text)
    stored.encode("utf-8")
    assert not set(stored) & {"\x00", "\r", "\u2028", "\u2029", "\ufdd0"}
    assert accepted(stored) == stored


@given(texts, st.data())
def test_utf16_and_code_points_agree(text: str, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(text)))
    position = to_utf16(text, index)
    assert position == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
    assert from_utf16(text, position) == index


def test_what_hides_is_named() -> None:
    assert names_of_hidden("a\u202eb\u202e\u200b") == ("U+202E RIGHT-TO-LEFT OVERRIDE", "U+200B ZERO WIDTH SPACE")
    assert names_of_hidden(EXACT) == ()


@given(st.lists(st.integers(1, 200), max_size=40), st.data())
def test_heights_know_where_rows_are(heights: list[int], data: st.DataObject) -> None:
    tree = Heights(heights)
    for _ in range(data.draw(st.integers(0, 5)) if heights else 0):
        at = data.draw(st.integers(0, len(heights) - 1))
        tree[at] = heights[at] = data.draw(st.integers(1, 300))
    assert tree.total == sum(heights)
    assert [tree.top(at) for at in range(len(heights) + 1)] == [sum(heights[:at]) for at in range(len(heights) + 1)]
    for y in range(-1, sum(heights) + 2, 7):
        expected = next((at for at in range(len(heights)) if sum(heights[: at + 1]) > y), len(heights) - 1)
        assert tree.at(y) == expected


@pytest.fixture
def desk(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


@pytest.fixture
def writer(desk: QWidget) -> Writer:
    made = Writer(desk)
    made.resize(300, 400)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize("text", [HOSTILE, f"a{HOSTILE}\n{HOSTILE}", EXACT, "", "\n\n", "😀\n😀"])
def test_a_cell_holds_any_text(desk: QWidget, text: str) -> None:
    cell = Cell(desk)
    cell.show_text(Text(text), formats_of(Text(text), (), LIGHT))
    assert cell.stored == text
    for index in range(len(text) + 1):
        cell.place_caret(index)
        assert cell.caret == index
    cell.selectAll()
    assert cell.selection == (0, len(text))


def test_copying_gives_the_stored_text(desk: QWidget) -> None:
    cell = Cell(desk)
    text = "«\u202e»\u00a0\x07" + EXACT
    cell.show_text(Text(text), ())
    cell.selectAll()
    cell.copy()
    assert QApplication.clipboard().text() == text


@pytest.mark.parametrize(
    "pasted", [EXACT, "a\x00b\ud800c", "one\r\ntwo\u2029three", "<img src=x>", "\u202eabc", "\ufeffa"]
)
def test_pasting_gives_plain_text(writer: Writer, pasted: str) -> None:
    writer.show_text(Text("<>"), ())
    writer.place_caret(1)
    said: list[tuple[int, int, str]] = []
    writer.wrote.connect(lambda *splice: said.append(splice))
    data = QMimeData()
    data.setText(pasted)
    data.setHtml("<b>other</b>")
    writer.insertFromMimeData(data)
    arrived = accepted(data.text())
    assert writer.stored == f"<{arrived}>"
    assert said == [(1, 1, arrived)]
    assert writer.caret == 1 + len(arrived)


def test_too_long_a_text_is_refused(writer: Writer) -> None:
    writer.show_text(Text("kept"), ())
    refused: list[int] = []
    writer.too_long.connect(refused.append)
    data = QMimeData()
    data.setText("x" * LONGEST)
    writer.insertFromMimeData(data)
    assert (writer.stored, refused) == ("kept", [LONGEST])


def test_typing_says_what_it_did_to_the_stored_text(writer: Writer) -> None:
    writer.show_text(Text("a\u202eaa😀"), ())
    said: list[tuple[int, int, str]] = []
    writer.wrote.connect(lambda *splice: said.append(splice))
    writer.place_caret(3)
    write(writer, "a")
    assert said == [(3, 3, "a")]  # not the place of an equal letter beside it
    writer.place_caret(6)
    press(writer, Qt.Key.Key_Backspace)
    assert said[1:] == [(5, 6, "")]
    press(writer, Qt.Key.Key_Return)
    assert said[2:] == [(5, 5, "\n")]
    assert writer.stored == "a\u202eaaa\n"


def test_a_line_break_is_a_line_feed(qtbot: QtBot, writer: Writer) -> None:
    writer.show_text(Text("ab"), ())
    writer.place_caret(1)
    press(writer, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    write(writer, "c")
    assert writer.stored == "a\ncb"
    qtbot.waitUntil(lambda: writer.document().blockCount() == 2)
    assert writer.caret == 3


def test_arrows_leave_the_text_at_its_ends(writer: Writer) -> None:
    writer.show_text(Text("one\ntwo"), ())
    left: list[int] = []
    writer.left.connect(left.append)
    writer.place_caret(0)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
        press(writer, key)
    assert left == [1, -1]


SAMPLES = (
    "Короткий текст",
    "Халықаралық гуманитарлық құқықты қолдауға бағытталған Астанадағы ресми сапары аяқталды. " * 4,
    "one\n\nthree words here and a lot more of them to wrap",
    "averyveryverylongwordwithoutanyplacetobreakitwhatsoeverwhichmustbebrokenanywhere " * 2,
    EXACT * 5,
    f"a{HOSTILE}b " * 9,
    "العربية עברית mixed 中文 text",
    "trailing spaces        ",
    "",
)


@pytest.mark.parametrize("points", [11.5, 8.0, 23.0])
@pytest.mark.parametrize("width", [60, 217, 640])
@pytest.mark.parametrize("string", SAMPLES)
def test_a_painted_row_is_as_high_as_the_live_one(desk: QWidget, string: str, width: int, points: float) -> None:
    marks = (Mark(0, max(1, len(string) // 2), MarkKind.BOLD),) if string else ()
    text = Text(string, marks)
    font = QFont("Noto Sans")
    font.setPointSizeF(points)
    shape = TextShape(font)
    cell = Cell(desk)
    cell.dress(font, LIGHT)
    cell.resize(width, 4000)
    cell.show()
    cell.show_text(text, formats_of(text, (Highlight(0, 1),) if string else (), LIGHT))
    assert shape.height(text, width) == math.ceil(cell.content_height)
