"""The live page: follows the text, keeps its place, and leads to the segment under the mouse."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import click, write
from tests.ui.releases import many, three_parts
from tilshi import resources
from tilshi.drafts import open_draft
from tilshi.release import Release
from tilshi.release.operations import write_target
from tilshi_ui.preview.panel import PreviewPanel
from tilshi_ui.preview.typesetting import NotTypeset, picture, typeset
from tilshi_ui.window.main import MainWindow


def sample() -> Release:
    return open_draft(resources.path("samples", "press-release.tilshi")).release


@pytest.fixture
def laid_out(qtbot: QtBot, opened: Opener) -> MainWindow:
    """The sample in the Layout view, its page painted."""
    window = opened(sample())
    window.view_layout()
    wait_for_page(qtbot, panel_of(window))
    return window


def panel_of(window: MainWindow) -> PreviewPanel:
    assert window.work.preview is not None
    return window.work.preview


def wait_for_page(qtbot: QtBot, panel: PreviewPanel) -> None:
    qtbot.waitUntil(lambda: bool(panel.paper._pages and panel.paper._current), timeout=20_000)


def test_a_page_has_the_text_where_it_says(laid_out: MainWindow) -> None:
    document, paper = document_of(laid_out), panel_of(laid_out).paper
    image = paper.viewport().grab().toImage()
    segment = document.release.blocks[4].segments[0].id
    box = next(iter(paper._boxes_of(segment)))
    area = paper._on_screen(box).toRect()
    inside = {
        image.pixelColor(x, y).lightness()
        for x in range(area.left(), area.right(), 2)
        for y in range(area.top(), area.bottom())
        if image.rect().contains(x, y)
    }
    assert min(inside) < 100  # ink
    assert max(inside) > 250  # paper


def test_a_click_on_the_page_goes_to_its_segment(laid_out: MainWindow) -> None:
    document, paper = document_of(laid_out), panel_of(laid_out).paper
    segment = document.release.blocks[5].segments[0].id
    assert document.place.segment != segment
    box = next(iter(paper._boxes_of(segment)))
    click(paper.viewport(), paper._on_screen(box).center().toPoint())
    assert document.place.segment == segment
    assert paper._segment == segment
    click(paper.viewport(), QPoint(1, 1))
    assert document.place.segment == segment


def test_the_page_follows_the_text_and_keeps_its_place(qtbot: QtBot, laid_out: MainWindow) -> None:
    document, panel = document_of(laid_out), panel_of(laid_out)
    document.place.go(document.release.blocks[3].segments[0].id)
    bar = panel.paper.verticalScrollBar()
    bar.setValue(70)
    before = panel.paper._pages
    write(laid_out.work.rows.writer, "Жаңа ")
    qtbot.waitUntil(lambda: panel.paper._pages is not before, timeout=20_000)
    assert bar.value() == 70
    wait_for_page(qtbot, panel)
    assert panel.paper._pages is not None
    import pypdfium2

    pdf = pypdfium2.PdfDocument(panel.paper._pages.data)
    assert "Жаңа" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_the_page_is_of_the_language_being_worked_on(qtbot: QtBot, laid_out: MainWindow) -> None:
    document, panel = document_of(laid_out), panel_of(laid_out)
    for language in ("fr", "en"):
        before = panel.paper._pages
        document.place.speak(language)
        qtbot.waitUntil(lambda before=before: panel.paper._pages is not before, timeout=20_000)  # type: ignore[misc]
        assert panel.paper._pages == typeset(document.release, language)


def test_what_is_missing_leads_to_its_place(qtbot: QtBot, opened: Opener) -> None:
    window = opened(three_parts())
    window.view_layout()
    panel = panel_of(window)
    qtbot.waitUntil(panel.missing.isVisible, timeout=20_000)
    assert "Body is not translated" in panel.missing.lines
    row = panel.missing.lines.index("Body is not translated")
    panel.missing._list.itemClicked.emit(panel.missing._list.item(row))
    assert document_of(window).place.segment == "s3"


def test_only_pages_that_are_seen_are_painted(qtbot: QtBot, opened: Opener) -> None:
    window = opened(many(600))
    window.view_layout()
    panel = panel_of(window)
    wait_for_page(qtbot, panel)
    assert panel.paper._pages is not None
    assert panel.paper._pages.count > 5
    qtbot.wait(200)
    assert len(panel.paper._pictures) <= 3
    document_of(window).place.go("s599")
    qtbot.waitUntil(lambda: panel.paper._pages is not None and panel.paper._pages.count - 1 in panel.paper._pictures)


def test_zoom_of_the_page(qtbot: QtBot, laid_out: MainWindow) -> None:
    panel = panel_of(laid_out)
    fitting = panel.paper._scale()
    panel._larger.click()
    assert panel.paper._scale() > fitting
    panel._smaller.click()
    panel._smaller.click()
    assert panel.paper._scale() < fitting * 1.01
    panel._fit.click()
    assert panel.paper._scale() == pytest.approx(fitting)
    wait_for_page(qtbot, panel)


def test_switching_views_keeps_segment_and_caret(laid_out: MainWindow) -> None:
    document, rows = document_of(laid_out), laid_out.work.rows
    document.place.go(document.release.blocks[4].segments[0].id)
    rows.writer.place_caret(7)
    laid_out.view_translate()
    assert (rows.writer.caret, rows.source_cell.isVisible()) == (7, True)
    laid_out.view_layout()
    assert (rows.writer.caret, rows.source_cell.isVisible()) == (7, False)
    assert rows.writer.hasFocus()


def test_what_cannot_be_set_is_said(qtbot: QtBot, opened: Opener) -> None:
    signs = write_target(three_parts(), "s1", "kk", "Қала \U00012000")  # no font of ours has cuneiform
    window = opened(signs.apply(three_parts()))
    window.view_layout()
    panel = panel_of(window)
    qtbot.waitUntil(panel._problem.isVisible, timeout=20_000)
    assert "12000" in panel._problem.text()
    with pytest.raises(NotTypeset):
        typeset(document_of(window).release, "kk")


def test_a_picture_has_the_size_that_was_asked_for() -> None:
    pages = typeset(sample(), "kk")
    for scale in (0.5, 2.0):
        image = picture(pages.data, 0, scale)
        assert (image.width(), image.height()) == pytest.approx((pages.width * scale, pages.height * scale), abs=1)
