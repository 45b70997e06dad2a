"""Terms in the window: found in any form, explained, put in in the form that fits, chosen by number."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Opener, document_of
from tests.ui.hands import click, press
from tests.ui.releases import segment
from tilshi.release import Block, Release, Role, Text
from tilshi_ui.editor.writing import TERM_MIME
from tilshi_ui.panels.termcards import TermCard
from tilshi_ui.terminology.cases import FormsMenu
from tilshi_ui.terminology.spot import spot_at
from tilshi_ui.window.main import MainWindow

ALT = Qt.KeyboardModifier.AltModifier
SOURCE = "Examplia promotes international humanitarian law (IHL)."
LAW = "халықаралық гуманитарлық құқық"


def about_law(kazakh: str) -> Release:
    return Release("examplia", "en", ("kk",), blocks=(Block("b1", Role.BODY, (segment("s1", SOURCE, kazakh),)),))


def number_of(window: MainWindow, translation: str) -> int:
    return [card.translation for card in window.work.context.cards].index(translation) + 1


def alt(window: MainWindow, number: int) -> None:
    press(window.work.rows.writer, Qt.Key(Qt.Key.Key_0 + number), ALT)


def card_of(window: MainWindow, translation: str) -> TermCard:
    card = window.work.context.card(number_of(window, translation))
    assert card is not None
    return card


def test_inflected_terms_are_found_on_both_sides(opened: Opener) -> None:
    text = Text("Мысалия халықаралық гуманитарлық құқықты насихаттайды, ХГК туралы айтады.")
    window = opened(about_law(text.string))
    spans = window.glossary.highlights(text, "kk", (SOURCE, "en"))
    found = [(text.string[span.start : span.end], span.kind) for span in spans]
    assert ("халықаралық гуманитарлық құқықты", "term") in found
    assert ("ХГК", "forbidden") in found
    english = [SOURCE[span.start : span.end] for span in window.glossary.highlights(Text(SOURCE), "en")]
    assert english == ["international humanitarian law", "IHL"]


def test_what_is_wrong_for_a_concept_is_marked_where_the_source_speaks_of_it(opened: Opener) -> None:
    window = opened(about_law(""))
    text = Text("МГП туралы")
    kinds = [span.kind for span in window.glossary.highlights(text, "kk", (SOURCE, "en"))]
    assert kinds == ["forbidden"]


def test_wrong_forms_are_named_once_and_not_all(opened: Opener) -> None:
    window = opened(about_law(""))
    cards = window.work.context.cards
    assert [card.translation for card in cards][:2] == [LAW, "ХГҚ"]
    assert [card.source for card in cards][:2] == ["international humanitarian law", "IHL"]
    assert [bool(card.avoid) for card in cards] == [True, *[False] * (len(cards) - 1)]
    assert len(cards[0].avoid) < 80
    assert "халықаралық ізгілік құқығы" in cards[0].evidence
    assert "attested" in cards[0].evidence
    assert "Source: " in cards[0].evidence


def test_a_term_takes_the_case_that_the_next_word_asks_for(opened: Opener) -> None:
    window = opened(about_law("Олар  сақтау туралы айтты."))
    writer = window.work.rows.writer
    writer.place_caret(5)
    alt(window, number_of(window, LAW))
    assert writer.stored == "Олар халықаралық гуманитарлық құқықты сақтау туралы айтты."
    document_of(window).undo()
    assert writer.stored == "Олар  сақтау туралы айтты."


def test_a_form_under_the_caret_keeps_its_features(opened: Opener) -> None:
    window = opened(about_law("Олар МГП-ға келісті."))
    writer = window.work.rows.writer
    writer.place_caret(7)
    alt(window, number_of(window, "ХГҚ"))
    assert writer.stored == "Олар ХГҚ-ға келісті."
    writer.place_caret(0)


def test_missing_spaces_are_put_in(opened: Opener) -> None:
    window = opened(about_law("Олар (туралы"))
    writer = window.work.rows.writer
    writer.place_caret(4)
    alt(window, number_of(window, "ХГҚ"))
    assert writer.stored == "Олар ХГҚ (туралы"
    writer.place_caret(10)
    alt(window, number_of(window, LAW))
    assert writer.stored == "Олар ХГҚ (халықаралық гуманитарлық құқық туралы"


def test_the_same_key_again_offers_the_seven_cases(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law("Олар  айтты."))
    document, writer = document_of(window), window.work.rows.writer
    writer.place_caret(5)
    number = number_of(window, LAW)
    alt(window, number)
    alt(window, number)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FormsMenu)
    assert len(menu.actions()) == 7
    press(menu, Qt.Key.Key_3)
    assert writer.stored == "Олар халықаралық гуманитарлық құқыққа айтты."
    document.undo()
    assert writer.stored == "Олар  айтты."
    document.redo()
    assert writer.stored == "Олар халықаралық гуманитарлық құқыққа айтты."
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_escape_leaves_the_form_as_it_is(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law("Олар ХГҚ-ны біледі."))
    writer = window.work.rows.writer
    writer.place_caret(8)
    window.terms.choose_form()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FormsMenu)
    press(menu, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert writer.stored == "Олар ХГҚ-ны біледі."
    window.terms.choose_form()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, FormsMenu)
    press(menu, Qt.Key.Key_2)
    assert writer.stored == "Олар ХГҚ-ның біледі."


def test_forms_on_a_card_are_clicked(qtbot: QtBot, opened: Opener) -> None:
    window = opened(about_law("Олар  сақтайды."))
    writer, terms = window.work.rows.writer, window.work.context.terms
    writer.place_caret(5)
    number = number_of(window, LAW)
    qtbot.waitUntil(lambda: len(card_of(window, LAW).forms) == 7)
    assert card_of(window, LAW).forms[0].endswith("құқықты")
    area = terms.visualRect(terms.model().index(number - 1, 0))
    points = [QPoint(x, y) for y in range(area.top(), area.bottom(), 3) for x in range(area.left(), area.right(), 4)]
    forms = {terms._delegate.form_at(area, card_of(window, LAW), point): point for point in points}
    second = card_of(window, LAW).forms[1]
    assert second in forms
    click(terms.viewport(), forms[second])
    assert writer.stored == f"Олар {second} сақтайды."


def test_a_card_is_dropped_in_the_form_that_fits(opened: Opener) -> None:
    window = opened(about_law("Олар  сақтау туралы айтты."))
    writer, terms = window.work.rows.writer, window.work.context.terms
    data = terms.model().mimeData([terms.model().index(number_of(window, LAW) - 1, 0)])
    assert (data.text(), data.hasFormat(TERM_MIME)) == (LAW, True)
    writer.place_caret(5)
    point = QPointF(writer.cursorRect().center())
    writer.place_caret(0)
    drop(window, data, point)
    assert writer.stored == "Олар халықаралық гуманитарлық құқықты сақтау туралы айтты."


def drop(window: MainWindow, data: QMimeData, point: QPointF) -> None:
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(point, copy, data, left, Qt.KeyboardModifier.NoModifier)
    window.work.rows.writer.dropEvent(event)


def test_return_in_the_panel_writes_the_term(opened: Opener) -> None:
    window = opened(about_law(""))
    terms = window.work.context.terms
    terms.setCurrentIndex(terms.model().index(0, 0))
    press(terms, Qt.Key.Key_Return)
    assert window.work.rows.writer.stored == LAW[:1].upper() + LAW[1:]


def test_a_selection_is_replaced_without_the_spaces_around_it() -> None:
    spot = spot_at("бір екі үш", (3, 8), (), "c")
    assert (spot.start, spot.end, spot.replaced, spot.lead, spot.trail) == (4, 7, "екі", "", "")


def test_a_clause_has_one_form_only(qtbot: QtBot, opened: Opener) -> None:
    source = segment("s1", "“Hospitals are protected,” she said.")
    window = opened(Release("examplia", "en", ("kk",), blocks=(Block("b1", Role.QUOTE, (source,)),)))
    number = number_of(window, "деп мәлімдеді")
    qtbot.waitUntil(lambda: any(card.forms for card in window.work.context.cards))
    card = window.work.context.card(number)
    assert card is not None
    assert len(card.forms) == 1


def test_a_term_under_the_mouse_is_explained(opened: Opener) -> None:
    window = opened(about_law("Олар МГП-ға келісті."))
    tips, rows = window.terms.tips, window.work.rows
    wrong = tips.text_at(rows.writer, 6)
    assert wrong.startswith("МГП")
    assert "Not to be used" in wrong
    assert "International" not in tips.text_at(rows.writer, 0)
    assert "Preferred" in tips.text_at(rows.source_cell, SOURCE.index("humanitarian"))
