"""Some rows only: what fits a filter is shown, and one moves among that."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import press, write
from tests.ui.releases import many, segment, three_parts
from tilshi.checking.findings import Finding, Severity, Side, message
from tilshi.release import Block, Note, Release, Role, State
from tilshi.release.operations import add_note, insert_block, set_state, toggle_bookmark, write_source
from tilshi_ui.editor.filtering import RowFilter, fitting
from tilshi_ui.window.filterbar import FilterBar
from tilshi_ui.window.main import MainWindow

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def varied() -> Release:
    parts = [
        Block("b1", Role.HEADLINE, (segment("s1", "Alpha 12", "Альфа", State.FINAL),)),
        Block("b2", Role.BODY, (segment("s2", "beta", "Бета", State.TRANSLATED),)),
        Block("b3", Role.BODY, (segment("s3", "gamma 7", "Гам", State.INITIAL), segment("s4", "alpha"))),
    ]
    release = Release("v", "en", ("kk",), blocks=tuple(parts))
    release = write_source(release, "s2", "beta and more").apply(release)
    release = add_note(release, "s4", Note("n", "Why?")).apply(release)
    return toggle_bookmark(release, "s3").apply(release)


def no_findings(_segment: str) -> tuple[Finding, ...]:
    return ()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (RowFilter(), ["s1", "s2", "s3", "s4"]),
        (RowFilter(state=State.INITIAL, has_text=True), ["s3"]),
        (RowFilter(state=State.INITIAL, has_text=False), ["s4"]),
        (RowFilter(state=State.FINAL), ["s1"]),
        (RowFilter(role=Role.BODY), ["s2", "s3", "s4"]),
        (RowFilter(behind=True), ["s2"]),
        (RowFilter(bookmarked=True), ["s3"]),
        (RowFilter(noted=True), ["s4"]),
        (RowFilter(source="ALPHA"), ["s1", "s4"]),
        (RowFilter(source="Alpha", match_case=True), ["s1"]),
        (RowFilter(source=r"\d+", regex=True), ["s1", "s3"]),
        (RowFilter(target="ета"), ["s2"]),
        (RowFilter(source="a", role=Role.BODY, state=State.INITIAL), ["s3", "s4"]),
        (RowFilter(has_finding=True), []),
    ],
)
def test_what_fits(wanted: RowFilter, expected: list[str]) -> None:
    assert fitting(varied(), "kk", wanted, no_findings) == expected


def test_findings_are_told_by_severity_and_kind() -> None:
    found = {"s1": (Finding("numbers.missing", Severity.ERROR, "s1", "kk", Side.TARGET, 0, 1, message("Look."), ()),)}

    def findings(name: str) -> tuple[Finding, ...]:
        return found.get(name, ())

    for wanted in (RowFilter(has_finding=True), RowFilter(severity=Severity.ERROR), RowFilter(rule="numbers")):
        assert fitting(varied(), "kk", wanted, findings) == ["s1"]
    assert fitting(varied(), "kk", RowFilter(severity=Severity.NOTE), findings) == []


def bar_of(window: MainWindow) -> FilterBar:
    press(window.work.rows.writer, Qt.Key.Key_L, CONTROL)
    bar = window.editing.filtering.bar
    assert bar is not None
    return bar


def shown(window: MainWindow) -> list[str]:
    model = window.work.rows._model
    return [model.id(at) for at in range(len(model))]


def test_the_bar_hides_rows_and_escape_brings_them_back(qtbot: QtBot, opened: Opener) -> None:
    window = opened(varied())
    document, writer = document_of(window), window.work.rows.writer
    bar = bar_of(window)
    assert bar._target.hasFocus()
    write(bar._target, "а")
    qtbot.waitUntil(lambda: shown(window) == ["s1", "s2", "s3"])
    assert bar._count.text() == "3 of 4 rows"
    bar._state.setCurrentIndex(2)
    assert shown(window) == ["s3"]
    assert document.place.segment == "s3"
    press(writer, Qt.Key.Key_Down, ALT)
    assert document.place.segment == "s3"
    press(bar._target, Qt.Key.Key_Escape)
    assert shown(window) == ["s1", "s2", "s3", "s4"]
    assert not bar.isVisible()
    assert writer.hasFocus()
    assert not window.editing.filtering.is_on


def test_a_broken_pattern_is_told(qtbot: QtBot, opened: Opener) -> None:
    window = opened(varied())
    bar = bar_of(window)
    bar._regex.setChecked(True)
    bar._source.setText("(")
    qtbot.waitUntil(lambda: "No such pattern" in bar._count.text())
    assert shown(window) == ["s1", "s2", "s3", "s4"]


def test_one_moves_among_what_fits(qtbot: QtBot, opened: Opener) -> None:
    window = opened(many(200))
    document, writer = document_of(window), window.work.rows.writer
    for name in ("s50", "s111"):
        document.apply(set_state(document.release, name, "kk", State.INITIAL))
    document.apply(set_state(document.release, "s60", "kk", State.INITIAL))
    bar = bar_of(window)
    bar._source.setText("1.")
    qtbot.waitUntil(lambda: len(shown(window)) == 20)
    document.place.go("s101")
    writer.setFocus()
    press(writer, Qt.Key.Key_Return, CONTROL)
    assert document.place.segment == "s111"
    press(writer, Qt.Key.Key_Return, CONTROL)
    assert "Every segment" in window.messages.text
    document.place.go("s60")
    assert "s60" in shown(window)


def test_what_is_written_does_not_vanish(qtbot: QtBot, opened: Opener) -> None:
    window = opened(three_parts())
    document, writer = document_of(window), window.work.rows.writer
    bar = bar_of(window)
    bar._state.setCurrentIndex(1)
    assert shown(window) == ["s3"]
    write(writer, "жаңа сөз")
    assert shown(window) == ["s3"]
    document.apply(insert_block(document.release, 1, Role.QUOTE))
    assert shown(window) == ["p1", "s3"]
    document.undo()
    press(bar._source, Qt.Key.Key_Return)
    assert shown(window) == []
    qtbot.wait(10)
    assert not writer.isVisible()
