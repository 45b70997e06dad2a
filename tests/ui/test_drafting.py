"""The source written as running text in the real window, before there is any translation."""

import random

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import three_parts
from tilshi.layout import blank, profile, template
from tilshi.release import Block, Release, Role, Segment, Text
from tilshi_ui.window.main import MainWindow
from tilshi_ui.window.topbar import View

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KEY = Qt.Key


def empty() -> Release:
    return Release("new", "en", (), blocks=(Block("b1", Role.HEADLINE, (Segment("s1", Text()),)),))


def parts(window: MainWindow) -> list[tuple[Role, str]]:
    blocks = document_of(window).release.blocks
    return [(block.role, " / ".join(segment.source.string for segment in block.segments)) for block in blocks]


def test_a_release_is_written_from_the_headline_on(opened: Opener) -> None:
    window = opened(empty())
    writer = window.work.rows.writer
    assert window.work.view is View.DRAFT
    for text in ("Hospital reopens", "Port-Example – It reopened.", "It serves many.", "One ward"):
        write(writer, text)
        press(writer, KEY.Key_Return)
    assert parts(window) == [
        (Role.HEADLINE, "Hospital reopens"),
        (Role.LEAD, "Port-Example – It reopened."),
        (Role.BODY, "It serves many."),
        (Role.BODY, "One ward"),
        (Role.BODY, ""),
    ]
    press(writer, KEY.Key_Backspace)
    assert (len(parts(window)), writer.caret) == (4, len("One ward"))
    press(writer, KEY.Key_7, ALT | SHIFT)
    press(writer, KEY.Key_Return)
    assert parts(window)[3:] == [(Role.LIST_ITEM, "One ward"), (Role.LIST_ITEM, "")]
    press(writer, KEY.Key_Return)
    assert parts(window)[4] == (Role.BODY, "")
    while document_of(window).session.can_undo:
        press(writer, KEY.Key_Z, CONTROL)
    assert document_of(window).release == empty()


def test_a_paragraph_is_broken_and_joined(opened: Opener) -> None:
    window = opened(three_parts())
    document, writer = document_of(window), window.work.rows.writer
    press(writer, KEY.Key_F9, CONTROL)
    assert (window.work.view, document.place.language) == (View.DRAFT, "en")
    document.place.go("s3")
    writer.place_caret(8)
    press(writer, KEY.Key_Return)
    assert parts(window)[2:] == [(Role.BODY, "Medical"), (Role.BODY, "personnel must be protected.")]
    assert writer.caret == 0
    press(writer, KEY.Key_Backspace)
    assert parts(window) == [(block.role, block.segments[0].source.string) for block in document.release.blocks]
    assert (writer.stored, writer.caret) == ("Medical personnel must be protected.", 7)
    writer.place_caret(len(writer.stored))
    press(writer, KEY.Key_Delete)
    assert len(parts(window)) == 3
    press(writer, KEY.Key_Return, SHIFT)
    assert writer.stored.endswith("\n")
    while document.session.can_undo:
        document.undo()
    assert document.release == three_parts()
    assert document.place.language == "en"


def test_the_translation_comes_back_with_its_view(opened: Opener) -> None:
    window = opened(three_parts())
    document = document_of(window)
    document.place.speak("ru")
    window.editing.drafting.view_draft()
    window.view_translate()
    assert document.place.language == "ru"
    window.editing.drafting.view_draft()
    document.place.speak("kk")
    assert window.work.view is View.TRANSLATE
    assert not window.work.rows.writer.drafting


RELEASE = """PRESS RELEASE

Hospital of Port-Example reopens after repairs

Port-Example (ICRC) – The hospital of Port-Example, which serves 40,000 people, reopened on Friday.

The organisation helped to repair two wards and delivered medicines for 4,500 people.

“We are grateful to everybody who helped,” said Jane Example, the director of the hospital.

• two wards repaired
• 4,500 people treated
"""


def paste(window: MainWindow, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    data.setHtml("<b>other</b>")
    QApplication.clipboard().setMimeData(data)
    press(window.work.rows.writer, KEY.Key_V, CONTROL)


def test_a_pasted_release_becomes_parts(opened: Opener) -> None:
    window = opened(empty())
    paste(window, RELEASE)
    roles = [role for role, _text in parts(window)]
    assert roles == [
        Role.KICKER,
        Role.HEADLINE,
        Role.LEAD,
        Role.BODY,
        Role.QUOTE,
        Role.LIST_ITEM,
        Role.LIST_ITEM,
    ]
    assert parts(window)[-1][1] == "4,500 people treated"
    press(window.work.rows.writer, KEY.Key_Z, CONTROL)
    assert document_of(window).release == empty()


def test_what_is_pasted_into_a_release_makes_no_second_headline(opened: Opener) -> None:
    window = opened(empty())
    write(window.work.rows.writer, "There is one")
    paste(window, RELEASE)
    roles = [role for role, _text in parts(window)]
    assert roles.count(Role.HEADLINE) == 1
    assert parts(window)[0] == (Role.HEADLINE, "There is one")


@pytest.mark.parametrize("kind", ["press-release", "statement", "media-advisory"])
def test_a_template_waits_with_hints(opened: Opener, kind: str) -> None:
    import datetime as dt

    made = blank.blank_release(
        template.load(kind),
        profile.load_named(profile.available()[0]),
        ("en", "kk"),
        dt.date(2026, 1, 2),
        "Port-Example",
    )
    window = opened(made)
    assert window.work.view is View.DRAFT
    model = window.work.rows._model
    hints = {document_of(window).release.block_of(model.id(at)).role: model.row(at).hint for at in range(len(model))}
    assert hints[Role.HEADLINE].startswith("Headline")
    assert all(hints.values())
    paste(window, RELEASE)
    written = dict(parts(window))
    assert written[Role.HEADLINE] == "Hospital of Port-Example reopens after repairs"
    press(window.work.rows.writer, KEY.Key_Z, CONTROL)
    assert document_of(window).release == made


def test_large_text_is_large(opened: Opener) -> None:
    window = opened(three_parts())
    rows = window.work.rows
    usual = rows.writer.font().pointSizeF()
    window.editing.drafting.view_draft()
    assert rows.writer.font().pointSizeF() > 1.5 * usual
    for at in range(len(rows._model)):
        document_of(window).place.go(rows._model.id(at))
        assert rows._measures.measure(at) == 0
        assert rows.writer.height() >= rows.writer.content_height
    window.view_translate()
    assert rows.writer.font().pointSizeF() == usual


def test_random_drafting_is_taken_back_to_the_letter(opened: Opener) -> None:
    window = opened(three_parts())
    document, writer, chance = document_of(window), window.work.rows.writer, random.Random(11)
    window.editing.drafting.view_draft()
    keys = (KEY.Key_Return, KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Home, KEY.Key_End, KEY.Key_Left, KEY.Key_Up)
    for _ in range(300):
        if chance.random() < 0.4:
            write(writer, chance.choice(["word ", "a", "«b» ", "1"]))
        elif chance.random() < 0.1:
            press(writer, chance.choice([KEY.Key_1, KEY.Key_4, KEY.Key_7, KEY.Key_8]), ALT | SHIFT)
        elif chance.random() < 0.05:
            paste(window, "Two of them\n\nin a row.")
        else:
            press(writer, chance.choice(keys))
        assert writer.stored == document.release.text(document.place.segment, "en").string
    while document.session.can_undo:
        document.undo()
    assert document.release == three_parts()
