"""Text is text: a canary in every field of a release shows up as it is written, everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as QtText
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tilshi.release import Block, Localised, Note, Release, Role, Segment, State, Target, Text
from tilshi.release.contact import ContactCard
from tilshi_ui.background import Pools
from tilshi_ui.controls.messages import Severity
from tilshi_ui.dialogs.choice import Choice
from tilshi_ui.dialogs.importing import ImportDialog
from tilshi_ui.dialogs.question import UnsavedQuestion
from tilshi_ui.panels.termcards import TermCard
from tilshi_ui.window.main import MainWindow
from tilshi_ui.wording import tooltip

CANARY = '<img src="canary.png"> &amp; <b>bold</b>'


def poisoned() -> Release:
    form = Localised((("en", CANARY),))
    card = ContactCard(CANARY, form, form, form, (CANARY,), (CANARY,))
    blocks = tuple(
        Block(
            f"{CANARY}{role}",
            role,
            (
                Segment(
                    f"{CANARY}{role}s",
                    Text(f"{CANARY} – {role}"),
                    (("kk", Target(Text(CANARY), State.TRANSLATED)), (CANARY, Target(Text(CANARY)))),
                    (Note(CANARY, CANARY, CANARY),),
                ),
            ),
        )
        for role in Role
    )
    return Release(CANARY, "en", ("kk", CANARY), CANARY, blocks, (card,))


def tooltips(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount(QModelIndex())):
        columns = model.columnCount(QModelIndex()) if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            yield str(model.data(model.index(row, column), Qt.ItemDataRole.ToolTipRole) or "")


def rich(widget: QWidget) -> Iterator[str]:
    """What in a widget and its children would be read as markup."""
    for child in (widget, *widget.findChildren(QWidget)):
        where = f"{type(child).__name__} {child.objectName()}"
        if isinstance(child, QTextEdit):
            yield where
        if isinstance(child, QLabel) and child.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{where}: {child.text()}"
        tips = [child.toolTip(), *(action.toolTip() for action in child.findChildren(QAction))]
        if isinstance(child, QAbstractItemView) and child.model() is not None:
            tips += tooltips(child.model())
        yield from (f"{where}: {tip}" for tip in tips if _shows_markup(tip))


def _shows_markup(tip: str) -> bool:
    if not QtText.mightBeRichText(tip):
        return False
    document = QTextDocument()
    document.setHtml(tip)
    return "img" in tip.casefold() and CANARY not in document.toPlainText()


def test_tooltips_show_markup_as_text() -> None:
    document = QTextDocument()
    document.setHtml(tooltip(f"{CANARY}\nsecond"))
    assert document.toPlainText() == f"{CANARY}\nsecond"
    assert list(rich_after(tooltip(CANARY))) == []
    assert list(rich_after(CANARY)) != []


def rich_after(tip: str) -> list[str]:
    return [tip] if _shows_markup(tip) else []


def test_the_window_shows_a_canary_as_it_is(qtbot: QtBot, opened: Opener) -> None:
    window = opened(poisoned())
    document = document_of(window)
    window.work.context.terms.show_cards((TermCard(CANARY, CANARY, CANARY, CANARY, CANARY, CANARY),))
    window.messages.say(Severity.ERROR, CANARY, CANARY)
    window.view_layout()
    assert window.work.preview is not None
    document.place.speak(CANARY)
    window.export()
    qtbot.wait(400)
    document.not_saved(CANARY)
    for top in QApplication.topLevelWidgets():
        assert list(rich(top)) == []
    assert window.work.rows.writer.stored == CANARY
    document.abandon()


@pytest.mark.parametrize("kind", ["question", "choice", "import"])
def test_dialogs_show_a_canary_as_it_is(qtbot: QtBot, pools: Pools, tmp_path: Path, kind: str) -> None:
    if kind == "question":
        dialog: QWidget = UnsavedQuestion(CANARY)
    elif kind == "choice":
        dialog = Choice(CANARY, [(CANARY, CANARY)])
    else:
        path = tmp_path / "<img src=x>.txt"
        path.write_text(f"{CANARY}\n\n{CANARY} and this is an English sentence about a hospital.\n")
        dialog = ImportDialog([path], pools.readers)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(300)
    assert list(rich(dialog)) == []


def test_the_walk_finds_what_it_looks_for(qtbot: QtBot, window: MainWindow) -> None:
    label = QLabel(CANARY, window)
    assert any("QLabel" in found for found in rich(window))
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert list(rich(window)) == []
    label.setToolTip(CANARY)
    assert list(rich(window)) != []
    qtbot.wait(1)
