"""Characters that are easily lost come from the keyboard through save and opening into every kind of file."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.hands import write
from tilshi.drafts import open_draft
from tilshi.exchange import xliff
from tilshi.export.docx.reading import read_text as read_word
from tilshi.export.html.reading import read_text as read_html
from tilshi.export.mail import read_mail
from tilshi.publishing import Order, write_all
from tilshi.release import Release
from tilshi_ui.window.main import MainWindow

TYPED = {
    "no-break space": "12\u00a0km",
    "narrow no-break space": "ab\u202fcd",
    "non-breaking hyphen": "ab\u2011cd",
    "soft hyphen": "ab\u00adcd",
    "decomposed": "cafe\u0301 и\u0306од",
}
WORDS = " | ".join(TYPED.values())


@pytest.fixture
def saved(qtbot: QtBot, working: MainWindow, tmp_path: Path) -> Release:
    """What was typed, saved by the window and opened again."""
    document = document_of(working)
    document.place.go("s3")
    QApplication.processEvents()
    write(working.work.rows.writer, WORDS)
    assert document.release.segment("s3").target("kk").text.string == WORDS
    path = tmp_path / "examplia.tilshi"
    working.desk.save_to(path)
    qtbot.waitUntil(lambda: not document.modified and path.exists(), timeout=10_000)
    return open_draft(path).release


def test_they_come_back_from_the_file(saved: Release) -> None:
    assert saved.segment("s3").target("kk").text.string == WORDS


def test_they_are_in_every_kind_of_file(saved: Release, tmp_path: Path) -> None:
    formats = ("docx", "eml", "html", "pdf", "txt")
    summary = write_all(Order(saved, (("kk", formats),), tmp_path / "out", watermark=False))
    assert summary.failed == ()
    data = {path.suffix: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert WORDS in data[".txt"].decode()
    assert WORDS in read_html(data[".html"])
    assert WORDS in read_word(data[".docx"])
    parts = read_mail(data[".eml"])
    assert WORDS in parts["text/plain"].decode()
    assert WORDS in read_html(parts["text/html"])
    shown = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data[".pdf"]))
    assert WORDS in shown


def test_other_tools_get_them_too(saved: Release, tmp_path: Path) -> None:
    path = tmp_path / "examplia.xlf"
    path.write_bytes(xliff.write(saved, "kk"))
    release = xliff.read(path, path.read_bytes()).release
    assert WORDS in {segment.target("kk").text.string for _block, segment in release.segments()}
