"""The tools beside the live page: sizes, small pages, the mark of a draft, what is too long, and paper."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QDate
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.releases import many, three_parts
from tilshi import resources
from tilshi.drafts import open_draft
from tilshi.release import Publication, Role, State
from tilshi.release.digests import version_digest
from tilshi_ui.background import Pools
from tilshi_ui.preview.panel import PreviewPanel, _hints
from tilshi_ui.preview.printing import Printing
from tilshi_ui.preview.typesetting import is_draft, typeset
from tilshi_ui.window.main import MainWindow


@pytest.fixture
def shown(window: MainWindow) -> MainWindow:
    window.desk.show_release(many(90))
    return window


@pytest.fixture
def panel(qtbot: QtBot, shown: MainWindow) -> PreviewPanel:
    shown.view_layout()
    made = shown.work.preview
    assert made is not None
    qtbot.waitUntil(lambda: made._shown is not None, timeout=20_000)
    return made


def test_small_pages_lead_to_the_large_ones(qtbot: QtBot, panel: PreviewPanel) -> None:
    assert panel._shown is not None
    assert panel._thumbnails.count() == panel._shown.count > 1
    qtbot.waitUntil(lambda: not panel._thumbnails.item(1).icon().isNull(), timeout=20_000)
    panel._thumbnails.itemClicked.emit(panel._thumbnails.item(1))
    assert panel.paper._page_rect(1).top() < panel.paper.viewport().height() // 3


def test_the_page_is_as_wide_or_as_high_as_the_view_or_as_large_as_paper(panel: PreviewPanel) -> None:
    view = panel.paper.viewport()
    panel._whole.click()
    assert panel.paper._page_rect(0).height() <= view.height()
    panel._natural.click()
    assert panel._size.text() == "100%"
    panel._fit.click()
    assert panel.paper._page_rect(0).width() == pytest.approx(view.width(), abs=64)


def test_too_many_pages_are_said(panel: PreviewPanel) -> None:
    assert panel._shown is not None
    assert panel._overflow.isVisible()
    assert panel._overflow.text().startswith(f"{panel._shown.count} pages; the template wants 2.")
    assert _hints(replace(panel._shown, wanted=0, remarks=())) == []


def test_a_draft_bears_its_mark_until_it_is_not_wanted(qtbot: QtBot, panel: PreviewPanel) -> None:
    assert panel._shown is not None
    marked = panel._shown.data
    panel._mark.click()
    qtbot.waitUntil(lambda: panel._shown is not None and panel._shown.data != marked, timeout=20_000)
    assert panel._shown.data == typeset(many(90), "kk", marked=False).data
    assert len(panel._shown.data) < len(marked)


def test_what_was_published_as_it_is_is_no_draft() -> None:
    release = three_parts()
    assert is_draft(release, "kk")
    published = replace(release, publications=(Publication("kk", version_digest(release, "kk"), "", ""),))
    assert not is_draft(published, "kk")
    assert is_draft(published, "ru")


def test_what_is_approved_in_all_parts_is_no_draft() -> None:
    release = three_parts()
    for _block, segment in release.segments():
        release = release.with_segment(segment.with_target("kk", replace(segment.target("kk"), state=State.FINAL)))
    assert not is_draft(release, "kk")


def test_pages_go_to_the_printer(qtbot: QtBot, panel: PreviewPanel, pools: Pools, tmp_path: Path) -> None:
    pages = typeset(many(90), "kk")
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printing = Printing(pages, printer, pools.press, panel)
    with qtbot.waitSignal(printing.finished, timeout=60_000) as caught:
        printing.start()
    assert caught.args == [True]
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    try:
        assert len(printed) == pages.count
    finally:
        printed.close()


def test_the_fields_of_the_page_are_edits(window: MainWindow) -> None:
    release = open_draft(resources.path("samples", "press-release.tilshi")).release
    window.desk.show_release(release)
    window.view_layout()
    fields, document = window.work.fields, window.desk.document
    assert fields is not None
    assert document is not None
    assert fields.isVisible()
    fields.date.setDate(QDate(2026, 3, 6))
    fields.date.editingFinished.emit()
    date = document.release.first(Role.DATE)
    assert date is not None
    assert document.release.text(date.segments[0].id, "kk").string == "2026 жылғы 6 наурыз"
    fields.template.setCurrentIndex(fields.template.findData("statement"))
    fields.template.activated.emit(fields.template.currentIndex())
    assert document.release.template == "statement"
    fields.embargo.click()
    assert document.release.block_of(document.place.segment).role is Role.EMBARGO
    for _step in range(3):
        window.verbs.undo()
    assert document.release == release
    window.view_translate()
    assert not fields.isVisible()
