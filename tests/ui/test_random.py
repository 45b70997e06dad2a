"""Five hundred commands in any order through the real window; undo takes all of them back to the letter."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tilshi.drafts import serialising
from tilshi.release import Mark, MarkKind, Release, Role, Text
from tilshi.release.operations import write_source
from tilshi_ui.editor.filtering import RowFilter
from tilshi_ui.window.main import MainWindow

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key
KEYS = (
    (KEY.Key_Backspace, Qt.KeyboardModifier.NoModifier),
    (KEY.Key_Backspace, CONTROL),
    (KEY.Key_Delete, Qt.KeyboardModifier.NoModifier),
    (KEY.Key_Left, SHIFT | CONTROL),
    (KEY.Key_Home, Qt.KeyboardModifier.NoModifier),
    (KEY.Key_End, SHIFT),
    (KEY.Key_Return, Qt.KeyboardModifier.NoModifier),
    (KEY.Key_Return, CONTROL),
    (KEY.Key_Return, CONTROL | SHIFT),
    (KEY.Key_Down, ALT),
    (KEY.Key_Up, ALT),
    (KEY.Key_Insert, CONTROL),
    (KEY.Key_T, CONTROL),
    (KEY.Key_J, CONTROL),
    (KEY.Key_B, CONTROL),
    (KEY.Key_I, CONTROL),
    (KEY.Key_L, CONTROL | SHIFT),
    (KEY.Key_Comma, CONTROL),
    (KEY.Key_F2, CONTROL),
    (KEY.Key_F2, SHIFT),
    (KEY.Key_F9, Qt.KeyboardModifier.NoModifier),
    (KEY.Key_F9, CONTROL),
    (KEY.Key_4, ALT | SHIFT),
    (KEY.Key_7, ALT | SHIFT),
    (KEY.Key_Up, ALT | SHIFT),
    (KEY.Key_Down, ALT | SHIFT),
    (KEY.Key_Z, CONTROL),
    (KEY.Key_Y, CONTROL),
)
TEXTS = ("а", "сөз ", "«x» ", "12 ", "\u00a0", "😀", "A. B")


def marked() -> Release:
    release = three_parts()
    text = release.segment("s2").source
    marks = (Mark(14, 18, MarkKind.UNTRANSLATABLE), Mark(22, 34, MarkKind.LINK, "https://example.org"))
    return write_source(release, "s2", Text(text.string, marks)).apply(release)


def commands(window: MainWindow, chance: random.Random) -> list[Callable[[], object]]:
    document, verbs, rows = document_of(window), window.verbs, window.work.rows

    def paste(text: str) -> None:
        data = QMimeData()
        data.setText(text)
        rows.writer.insertFromMimeData(data)

    def write_in_source() -> None:
        rows.open_source(writable=True)
        write(rows.source_cell if not rows.source_cell.isReadOnly() else rows.writer, "new ")

    def filter_rows(wanted: RowFilter) -> None:
        window.editing.filtering.filter_rows()
        window.editing.filtering.use(wanted)
        rows.writer.setFocus()

    return [
        *(lambda key=key: press(rows.writer, *key) for key in KEYS),
        *(lambda text=text: write(rows.writer, text) for text in TEXTS),
        lambda: verbs.insert("халықаралық құқық"),
        lambda: paste("one\x00 two"),
        lambda: paste("First of them.\n\nSecond of them."),
        write_in_source,
        window.editing.parts.join_part,
        window.editing.parts.split_part,
        lambda: verbs.add_part(chance.choice(list(Role))),
        lambda: verbs.remove_part() if len(document.release.blocks) > 2 else None,
        lambda: verbs.make(chance.choice(list(Role))),
        lambda: verbs.add_target_language("fr"),
        lambda: verbs.remove_language() if len(document.release.target_languages) > 1 else None,
        lambda: document.place.speak(chance.choice(document.release.languages)),
        lambda: filter_rows(RowFilter(target=chance.choice(["а", "o"]))),
        window.editing.filtering.leave,
    ]


@pytest.mark.parametrize("seed", [2, 3])
def test_five_hundred_commands_are_taken_back(opened: Opener, seed: int) -> None:
    window = opened(marked())
    document, rows, chance = document_of(window), window.work.rows, random.Random(seed)
    before = serialising.document_of(document.release)
    possible = commands(window, chance)
    for _ in range(500):
        chance.choice(possible)()
        place = document.place
        if rows.shows(place.segment):
            assert rows.writer.stored == document.release.text(place.segment, place.language).string
    while document.session.can_undo:
        press(rows.writer, KEY.Key_Z, CONTROL)
    assert document.release == marked()
    assert serialising.document_of(document.release) == before
