"""What people paste: rich text, megabytes, characters that hide; it arrives as plain text, is seen, and stays quick."""

import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tilshi.drafts.schema import MAX_TEXT
from tilshi.release import Block, Release, Role, Segment, State, Target, Text
from tilshi_ui.editor.cell import LONG, WINDOW
from tilshi_ui.editor.display import accepted
from tilshi_ui.editor.writing import LONGEST
from tilshi_ui.window.main import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key
MEGABYTE = ("Ауруханалар мен медициналық қызметкерлер қорғалуға тиіс. " * 20_000)[:1_048_576]


def paste(window: MainWindow, text: str) -> str:
    """What Qt hands over, which has lost half of a pair already, and a mark at the beginning."""
    data = QMimeData()
    data.setText(text)
    data.setHtml("<img src='file:///etc/hostname'><b>other</b>")
    window.work.rows.writer.insertFromMimeData(data)
    return accepted(data.text())


def written(window: MainWindow) -> str:
    place = document_of(window).place
    return document_of(window).release.text(place.segment, place.language).string


def test_a_draft_holds_what_can_be_written() -> None:
    assert LONGEST == MAX_TEXT


def test_a_megabyte_in_one_paragraph_stays_quick(working: MainWindow) -> None:
    document, rows = document_of(working), working.work.rows
    document.place.go("s3")
    started = time.process_time()
    paste(working, MEGABYTE)
    QApplication.processEvents()
    assert time.process_time() - started < 3  # a third of a second where nothing else runs
    assert written(working) == rows.writer.stored == MEGABYTE
    assert rows.writer.caret == len(MEGABYTE)
    assert len(rows.writer.toPlainText()) <= 2 * WINDOW
    write(rows.writer, " соңы")
    assert written(working) == MEGABYTE + " соңы"
    rows.writer.place_caret(500_000)
    write(rows.writer, "ОРТА")
    assert written(working) == MEGABYTE[:500_000] + "ОРТА" + MEGABYTE[500_000:] + " соңы"
    assert rows.writer.caret == 500_004
    press(rows.writer, KEY.Key_Home, CONTROL)
    press(rows.writer, KEY.Key_A, CONTROL)
    assert rows.writer.selection == (0, len(written(working)))
    press(rows.writer, KEY.Key_Delete)
    assert written(working) == ""
    while document.session.can_undo:
        press(rows.writer, KEY.Key_Z, CONTROL)
    assert document.release == three_parts()


def test_one_walks_through_a_long_text(opened: Opener) -> None:
    long = " ".join(f"word{number}" for number in range(9_000))
    segment = Segment("s", Text("source"), (("kk", Target(Text(long), State.TRANSLATED)),))
    other = Segment("t", Text("other"))
    window = opened(Release("r", "en", ("kk",), blocks=(Block("b", Role.BODY, (segment, other)),)))
    writer = window.work.rows.writer
    assert len(long) > 4 * LONG
    seen = []
    for _ in range(60):
        for _ in range(12):
            press(writer, KEY.Key_Down)
        QApplication.processEvents()
        seen.append(writer.caret)
        if document_of(window).place.segment == "t":
            break
    assert seen[:20] == sorted(seen[:20])
    assert max(seen) > LONG  # further than was laid out at first
    assert (writer.stored, written(window)) == (long, long)
    for index in (0, 7, 5_000, LONG, 40_000, len(long)):
        writer.place_caret(index)
        assert writer.caret == index
    rows = window.work.rows
    assert rows.text_at(rows.viewport().rect().center() + QPoint(40, 0)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a\x00b\x1bc",
        "x\ud800y\udfffz",
        "\u202eevil\u202c \u2066isolated\u2069",
        "e" + "\u0301" * 5_000,
        "\ufeffstart\u200bzero\u2028line",
        "<script>alert(1)</script> &amp; <b>no</b>",
        "😀" * 3_000,
        "\U000e0041\U000e0042 tags",
    ],
)
@pytest.mark.parametrize("drafting", [False, True])
def test_treacherous_text_is_taken_and_shown(working: MainWindow, text: str, *, drafting: bool) -> None:
    document, rows = document_of(working), working.work.rows
    if drafting:
        working.editing.drafting.view_draft()
    document.place.go("s3")
    press(rows.writer, KEY.Key_A, CONTROL)
    arrived = paste(working, text)
    QApplication.processEvents()
    assert "\n" in arrived or written(working) == arrived
    assert written(working)
    assert not set(rows.writer.toPlainText()) & set("\x00\x1b\u202e\u2066\u200b\ufeff")
    document.place.go("s1")
    working.grab()
    while document.session.can_undo:
        document.undo()
    assert document.release == three_parts()
