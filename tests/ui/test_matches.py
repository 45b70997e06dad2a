"""Matches of the memory: found in the background, shown with what differs, inserted in one step, remembered."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press
from tests.ui.releases import segment, three_parts
from tilshi.memory.units import Pair, Provenance, Unit
from tilshi.release import Block, Mark, MarkKind, Release, Role, State, Text
from tilshi.release.approvals import Capacity
from tilshi.release.operations import approve, write_target
from tilshi.settings import Feeding
from tilshi_ui.window.main import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SOURCE = "The hospital treated 1,500 patients on 6 March 2026."
KAZAKH = "Аурухана 2026 жылғы 6 наурызда 1 500 науқасты емдеді."


def unit(source: str, target: str) -> Unit:
    origin = Provenance("earlier", "Clinic reopens", source, "J. Example", "2026-03-06T10:00:00+00:00", "final")
    return Unit(Text(source), Text(target), "en", "kk", provenance=origin)


def remember(qtbot: QtBot, window: MainWindow, *units: Unit) -> None:
    done: list[object] = []
    window.memory.memory.work(lambda memory: memory.put(units), done.append)
    qtbot.waitUntil(lambda: bool(done))


def about(*texts: str) -> Release:
    parts = (Block(f"b{at}", Role.BODY, (segment(f"s{at}", text),)) for at, text in enumerate(texts))
    return Release("now", "en", ("kk",), blocks=tuple(parts))


def remembered(qtbot: QtBot, window: MainWindow) -> list[tuple[str, str]]:
    """What is in the memory, once all work with it is done."""
    qtbot.waitUntil(lambda: not window.memory.memory.is_working)
    found: list[list[Unit]] = []
    window.memory.memory.work(lambda memory: list(memory.store.all_units()), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return [(each.source.string, each.target.string) for each in found[0]]


def cards(qtbot: QtBot, window: MainWindow, number: int = 1) -> list[str]:
    qtbot.waitUntil(lambda: window.memory.panel.number >= number, timeout=10_000)
    return [card.title for card in window.memory.panel.cards]


@pytest.fixture
def offering(qtbot: QtBot, opened: Opener) -> MainWindow:
    """The window at a text that is like one in the memory."""
    window = opened(about("Nothing like it.", SOURCE.replace("1,500", "2,300").replace("6 March", "15 April")))
    remember(qtbot, window, unit(SOURCE, KAZAKH))
    document_of(window).place.go("s1")
    return window


def test_a_similar_text_is_offered_with_its_figures_adapted(qtbot: QtBot, offering: MainWindow) -> None:
    (title,) = cards(qtbot, offering)
    assert "similar, figures adapted" in title
    card = offering.memory.panel.card(1)
    assert card is not None
    assert {run.kind for run in card.source} == {"equal", "insert", "delete"}
    assert [run.words for run in card.target if run.kind == "adapted"] == ["2026 жылғы 15 сәуірде", "2\u00a0300"]
    assert card.origin == "Clinic reopens · J. Example · 6 March 2026"
    assert "Matches 1" in [offering.work.column.tabs.tabText(at) for at in range(3)]


def test_a_key_inserts_it_in_one_step(qtbot: QtBot, offering: MainWindow) -> None:
    cards(qtbot, offering)
    writer = offering.work.rows.writer
    writer.insert("басы")
    press(writer, Qt.Key.Key_1, CONTROL)
    assert writer.stored == "Аурухана 2026 жылғы 15 сәуірде 2\u00a0300 науқасты емдеді."
    assert writer.caret == len(writer.stored)
    assert document_of(offering).release.segment("s1").target("kk").state is State.INITIAL
    document_of(offering).undo()
    assert writer.stored == "басы"
    press(writer, Qt.Key.Key_2, CONTROL)
    assert writer.stored == "басы"


def test_what_was_offered_for_another_segment_is_gone_at_once(qtbot: QtBot, offering: MainWindow) -> None:
    cards(qtbot, offering)
    document_of(offering).place.go("s0")
    assert offering.memory.panel.number == 0
    press(offering.work.rows.writer, Qt.Key.Key_1, CONTROL)
    assert offering.work.rows.writer.stored == ""


def test_a_stale_answer_is_dropped(qtbot: QtBot, offering: MainWindow) -> None:
    place = document_of(offering).place
    offering.memory.memory.ask(document_of(offering).release, "s1", "kk")
    place.go("s0")
    qtbot.wait(400)
    assert offering.memory.panel.number == 0


def test_confirming_remembers(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Water is life.", "Another text."))
    window.work.rows.writer.insert("Су – тіршілік.")
    assert remembered(qtbot, window) == []
    press(window.work.rows.writer, Qt.Key.Key_Return, CONTROL)
    assert remembered(qtbot, window) == [("Water is life.", "Су – тіршілік.")]


@pytest.mark.parametrize("choice", [Feeding.REVIEWED, Feeding.FINAL, Feeding.NEVER])
def test_the_user_chooses_what_is_remembered(qtbot: QtBot, opened: Opener, choice: Feeding) -> None:
    window = opened(about("Water is life.", "Another text."))
    window._preferences.change(feeding=choice)
    document = document_of(window)
    window.work.rows.writer.insert("Су – тіршілік.")
    window.verbs.confirm()
    moment = "2026-03-06T10:00:00+00:00"
    document.apply(approve(document.release, "s0", "kk", State.REVIEWED, Capacity.REVIEWER, "A. Reader", moment))
    window.memory.feeder.finish()
    expected = [("Water is life.", "Су – тіршілік.")] if choice is Feeding.REVIEWED else []
    assert remembered(qtbot, window) == expected
    document.apply(approve(document.release, "s0", "kk", State.FINAL, Capacity.APPROVER, "A. Reader", moment))
    window.memory.feeder.finish()
    assert bool(remembered(qtbot, window)) == (choice is not Feeding.NEVER)


def test_what_must_not_be_remembered_is_not(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Water is life.", "Another text."))
    window.memory.memory.may_remember = False
    window.work.rows.writer.insert("Су – тіршілік.")
    window.verbs.confirm()
    assert remembered(qtbot, window) == []


def test_repetitions_are_filled_and_taken_back(opened: Opener) -> None:
    window = opened(about("Same.", "Other.", "same.", "Same."))
    document = document_of(window)
    document.place.go("s2")
    window.work.rows.writer.insert("Бірдей.")
    window.verbs.confirm()
    texts = [document.release.text(f"s{at}", "kk").string for at in range(4)]
    assert texts == ["Бірдей.", "", "Бірдей.", "Бірдей."]
    assert document.release.segment("s0").target("kk").state is State.TRANSLATED
    assert document.place.segment == "s1"  # what was filled is not unfinished any more
    assert window.messages.text == "2 repetitions were filled."
    window.memory.propagating.show_next()
    assert document.place.segment == "s0"
    window.memory.propagating.show_next()
    assert document.place.segment == "s3"
    window.memory.propagating.take_back()
    assert [document.release.text(f"s{at}", "kk").string for at in range(4)] == ["", "", "Бірдей.", ""]


def test_a_correction_goes_where_the_first_went(opened: Opener) -> None:
    window = opened(about("Same.", "Same.", "Same."))
    document = document_of(window)
    window.work.rows.writer.insert("Қате.")
    window.verbs.confirm()
    document.apply(write_target(document.release, "s2", "kk", "Өзгеше."))  # the user's own is left alone
    document.place.go("s0")
    window.work.rows.writer.selectAll()
    window.work.rows.writer.insert("Дұрыс.")
    window.verbs.confirm()
    assert [document.release.text(f"s{at}", "kk").string for at in range(3)] == ["Дұрыс.", "Дұрыс.", "Өзгеше."]


def test_filling_can_be_switched_off(opened: Opener) -> None:
    window = opened(about("Same.", "Same."))
    window.menus.actions["propagate"].trigger()
    window.work.rows.writer.insert("Бірдей.")
    window.verbs.confirm()
    assert document_of(window).release.text("s1", "kk").string == ""


def test_the_translation_of_a_repetition_is_offered(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Same.", "Same."))
    document = document_of(window)
    document.apply(write_target(document.release, "s0", "kk", "Бірдей."))
    document.place.go("s1")
    assert cards(qtbot, window) == ["Repetition in this release"]


def test_the_same_text_is_put_in_where_the_user_wants_that(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Nothing like it.", SOURCE))
    window.menus.actions["insert_exact"].trigger()
    bold = Text(KAZAKH, (Mark(0, 8, MarkKind.BOLD),))
    remember(qtbot, window, Unit(Text(SOURCE), bold, "en", "kk"))
    document = document_of(window)
    document.place.go("s1")
    qtbot.waitUntil(lambda: bool(document.release.text("s1", "kk")))
    assert document.release.text("s1", "kk") == bold
    document.undo()
    document.place.go("s0")
    document.place.go("s1")
    cards(qtbot, window)
    qtbot.wait(200)
    assert document.release.text("s1", "kk").string == ""  # once is enough


def test_a_memory_that_cannot_be_used_is_said_once(qtbot: QtBot, opened: Opener, window: MainWindow) -> None:
    from tilshi.memory.shelf import default_path

    default_path().parent.mkdir(parents=True)
    default_path().write_bytes(b"no database at all, but long enough to be looked at" * 40)
    opened(three_parts())
    document_of(window).place.go("s2")
    qtbot.waitUntil(lambda: default_path().name in window.messages.text, timeout=5_000)
    window.messages.hide()
    document_of(window).place.go("s3")
    qtbot.wait(300)
    assert not window.messages.isVisible()


def test_pairs_of_other_directions_are_not_offered(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Nothing.", SOURCE))
    remember(qtbot, window, Unit(Text(SOURCE), Text("Больница"), "en", "ru"))
    document_of(window).place.go("s1")
    qtbot.wait(500)
    assert window.memory.panel.number == 0
    assert Pair.of("en", "ru") != Pair.of("en", "kk")


def test_what_must_not_be_remembered_is_not_later_either(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about("Water is life.", "Another text."))
    document, memory = document_of(window), window.memory.memory
    memory.may_remember = False
    document.apply(write_target(document.release, "s0", "kk", "Су – тіршілік."))
    moment = "2026-03-06T10:00:00+00:00"
    document.apply(approve(document.release, "s0", "kk", State.FINAL, Capacity.APPROVER, "A. Reader", moment))
    memory.may_remember = True
    window.memory.feeder.show_document(None)
    assert remembered(qtbot, window) == []
