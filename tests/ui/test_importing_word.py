"""A Word file in the window: what was met in it, and what becomes of its tracked changes."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.core.exchange.foreign import packed, word_parts
from tilshi.exchange.imported import TrackedChanges
from tilshi_ui.background import Pools
from tilshi_ui.dialogs.importing import SUFFIXES, ImportDialog

BODY = (
    '<w:p><w:r><w:t xml:space="preserve">Water </w:t></w:r>'
    "<w:del><w:r><w:delText>for some</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>for all</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
)


def test_tracked_changes_are_decided_in_the_dialog(qtbot: QtBot, pools: Pools, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(packed(word_parts(BODY)))
    dialog = ImportDialog([path], pools.readers)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(dialog._model.release.blocks), timeout=10_000)
    assert dialog._model.release.blocks[0].segments[0].source.string == "Water for all"
    assert "Left out: Hidden text: 1 (paragraph 1)" in dialog._report.text.splitlines()
    box = dialog._report._changes
    assert box.isVisible()
    box.setCurrentIndex(box.findData(TrackedChanges.REJECT))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(
        lambda: dialog._model.release.blocks[0].segments[0].source.string == "Water for some", timeout=10_000
    )
    dialog._accept.click()
    assert dialog.release is not None


def test_word_files_are_among_those_that_can_be_chosen() -> None:
    assert {".docx", ".docm", ".dotx", ".txt"} <= set(SUFFIXES)
