"""Typing and pointing: QTest with types, and with letters of every script."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def write(widget: QWidget, text: str) -> None:
    """Types each character of `text`; QTest's own keyClicks knows Latin letters only."""
    for character in text:
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, character, NONE)


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Presses a key and lets it go."""
    QTest.keyClick(widget, key, modifiers)


def drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    """Presses the left button at `start` and lets it go at `end`."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(widget, end)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, NONE, end)


def click(widget: QWidget, point: QPoint) -> None:
    """Presses the left button at `point` and lets it go."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, point)


def cell(table: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    """A cell of a table, which must be there."""
    found = table.item(row, column)
    assert found is not None
    return found
