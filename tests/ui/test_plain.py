"""Text is text: a canary in every field of a release shows up as it is written, everywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.canary import CANARY, poisoned, rich, shows_markup
from tests.ui.conftest import Opener, document_of
from tilshi_ui.background import Pools
from tilshi_ui.controls.messages import Severity
from tilshi_ui.dialogs.choice import Choice
from tilshi_ui.dialogs.importing import ImportDialog
from tilshi_ui.dialogs.question import UnsavedQuestion
from tilshi_ui.panels.termcards import TermCard
from tilshi_ui.window.main import MainWindow
from tilshi_ui.wording import tooltip


def test_tooltips_show_markup_as_text() -> None:
    document = QTextDocument()
    document.setHtml(tooltip(f"{CANARY}\nsecond"))
    assert document.toPlainText() == f"{CANARY}\nsecond"
    assert list(rich_after(tooltip(CANARY))) == []
    assert list(rich_after(CANARY)) != []


def rich_after(tip: str) -> list[str]:
    return [tip] if shows_markup(tip) else []


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
