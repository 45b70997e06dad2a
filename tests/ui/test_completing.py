"""Completion of terms and names: offered in the form that was begun, taken by Return or Tab, never in the way."""

import statistics
import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import NONE, press, write
from tests.ui.releases import three_parts
from tests.ui.test_terms import LAW, about_law
from tilshi.memory.matches import Match, MatchKind
from tilshi.memory.units import Unit
from tilshi.release import Text
from tilshi.release.operations import write_target
from tilshi_ui.memory.live import Offer
from tilshi_ui.terminology.completing import Completing
from tilshi_ui.window.main import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def offering(window: MainWindow) -> Completing:
    return window.terms.completing


def begin(qtbot: QtBot, window: MainWindow, text: str) -> list[str]:
    write(window.work.rows.writer, text)
    qtbot.waitUntil(lambda: offering(window).is_offering)
    return [offer.form for offer in offering(window).offers]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_term_is_completed_in_one_step(qtbot: QtBot, opened: Opener, key: Qt.Key) -> None:
    window = opened(about_law(""))
    writer = window.work.rows.writer
    offers = begin(qtbot, window, "Олар халықаралық гум")
    assert offers[0] == LAW  # what the source speaks of comes first
    press(writer, key)
    assert writer.stored == f"Олар {LAW}"
    assert writer.hasFocus()
    document_of(window).undo()
    assert writer.stored == "Олар халықаралық гум"


def test_a_form_that_was_begun_is_offered(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    assert f"{LAW}қа" in begin(qtbot, window, "халықаралық гуманитарлық құқыққ")


def test_names_are_offered(qtbot: QtBot, opened: Opener) -> None:
    assert "Қазақстан" in begin(qtbot, opened(about_law("")), "Қазақс")


def test_arrows_choose_and_escape_dismisses(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    writer = window.work.rows.writer
    offers = begin(qtbot, window, "хал")
    press(writer, Qt.Key.Key_Escape)
    assert not offering(window).is_offering
    press(writer, Qt.Key.Key_Space, CONTROL)
    qtbot.waitUntil(lambda: offering(window).is_offering)
    press(writer, Qt.Key.Key_Down)
    press(writer, Qt.Key.Key_Down)
    press(writer, Qt.Key.Key_Up)
    press(writer, Qt.Key.Key_Return)
    assert writer.stored == offers[1]


def test_keys_are_left_alone_where_nothing_is_offered(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    writer = window.work.rows.writer
    write(writer, "ха")
    qtbot.wait(200)
    assert not offering(window).is_offering
    write(writer, "лжж")
    qtbot.wait(200)
    assert not offering(window).is_offering
    press(writer, Qt.Key.Key_Return)
    assert writer.stored == "халжж\n"
    press(writer, Qt.Key.Key_Tab, NONE)
    assert not writer.hasFocus()


def test_a_space_or_a_move_ends_the_offer(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    writer = window.work.rows.writer
    begin(qtbot, window, "хал")
    write(writer, " ")
    assert not offering(window).is_offering
    begin(qtbot, window, "хал")
    press(writer, Qt.Key.Key_Left)
    assert not offering(window).is_offering


def test_typing_does_not_wait_for_the_glossary(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    completing, spent = offering(window), []
    for letter in "халықаралық гуманитарлық құқыққа қатысты":
        write(window.work.rows.writer, letter)
        begun = time.process_time()
        completing._wrote(0, 0, letter)
        spent.append(time.process_time() - begun)
        qtbot.wait(5)
    assert statistics.median(spent) < 0.002


def test_earlier_words_of_the_release_are_offered(qtbot: QtBot, opened: Opener) -> None:
    window = opened(three_parts())
    document = document_of(window)
    document.apply(write_target(document.release, "s1", "kk", "Ерекшелендірілген аурухана"))
    window.memory.recalling._read()
    qtbot.waitUntil(lambda: bool(offering(window).recalls))
    document.place.go("s3")
    assert "ерекшелендірілген" in begin(qtbot, window, "Ол ерекше")


def test_words_of_a_match_come_first(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    qtbot.wait(600)  # the memory has answered that it has nothing
    window.memory.recalling.near(offer_of("Халықтық дәрігер келді"))
    offers = begin(qtbot, window, "халықт")
    assert offers[0] == "халықтық"
    assert "халықтық дәрігер" in offers


def test_nothing_by_itself_where_the_user_does_not_want_it(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law(""))
    window.menus.actions["complete_typing"].trigger()
    writer = window.work.rows.writer
    write(writer, "халықар")
    qtbot.wait(250)
    assert not offering(window).is_offering
    press(writer, Qt.Key.Key_Space, CONTROL)
    qtbot.waitUntil(lambda: offering(window).is_offering)


def offer_of(target: str) -> Offer:
    unit = Unit(Text("Something."), Text(target), "en", "kk")
    return Offer("s1", "kk", (Match(90, MatchKind.FUZZY, unit, "Something"),))
