"""The dialog of the glossary: a hundred thousand concepts, edited, removed and brought back, imported and exported."""

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.canary import CANARY, rich
from tests.ui.conftest import Opener
from tests.ui.hands import press
from tests.ui.releases import three_parts
from tests.ui.test_reach import nameless
from tilshi.terminology import shelf
from tilshi.terminology.concepts import Concept, Scope, Status, Term
from tilshi.terminology.glossary import Layer
from tilshi.terminology.interchange import read_terms
from tilshi.terminology.tables import Field
from tilshi_ui.background import Pools
from tilshi_ui.dialogs.glossary.concept import ConceptDialog
from tilshi_ui.dialogs.glossary.dialog import GlossaryDialog
from tilshi_ui.dialogs.glossary.importing import ImportTermsDialog
from tilshi_ui.dialogs.glossary.rows import row_of
from tilshi_ui.dialogs.glossary.table import ConceptsModel
from tilshi_ui.terms import LiveGlossary, Wish

PAIR = ("en", "kk")


def concept(number: int, *extra: Term) -> Concept:
    return Concept(f"c{number}", (Term(f"example {number}", "en"), Term(f"мысал {number}", "kk"), *extra))


@pytest.fixture
def live(qtbot: QtBot, pools: Pools, tmp_path: Path) -> Iterator[LiveGlossary]:
    made = LiveGlossary(pools.readers, None, tmp_path / "glossaries")
    with qtbot.waitSignal(made.loaded):
        made.prepare(PAIR)
    yield made
    pools.finish()


@pytest.fixture
def dialog(qtbot: QtBot, live: LiveGlossary, pools: Pools) -> GlossaryDialog:
    made = GlossaryDialog(live, PAIR, pools.readers)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() > 100)
    return made


def stored(live: LiveGlossary, layer: Layer = Layer.PERSONAL) -> tuple[Concept, ...]:
    return shelf.load(live._folder).glossary.termbase(layer).concepts


def test_filtering_finds_terms_of_any_language(qtbot: QtBot, dialog: GlossaryDialog) -> None:
    dialog._filter.setText("гуманитарлық law")
    sources = [dialog.model.row(at).source for at in range(dialog.model.rowCount())]
    assert any(source.startswith("international humanitarian law") for source in sources)
    assert all("law" in dialog.model.row(at).found_by for at in range(dialog.model.rowCount()))
    dialog._from.setCurrentIndex(dialog._from.findData(Layer.NAMES.value))
    assert {dialog.model.row(at).layer for at in range(dialog.model.rowCount())} <= {Layer.NAMES}
    qtbot.waitUntil(lambda: str(dialog.model.rowCount()) in dialog._count.text())


def test_a_hundred_thousand_concepts_are_filtered_as_one_types(qtbot: QtBot) -> None:
    rows = [row_of(concept(number), Layer.PERSONAL, PAIR) for number in range(100_000)]
    owner = QObject()
    model = ConceptsModel(owner)
    model.show_rows(rows, PAIR)
    spent = []
    for words in ("e", "ex", "exa", "example 9", "мысал 99", "example 99999", "nothing"):
        begun = time.process_time()
        model.narrow(words, None)
        spent.append(time.process_time() - begun)
    assert model.rowCount() == 0
    assert statistics.median(spent) < 0.05
    qtbot.wait(1)


def test_what_is_removed_can_be_brought_back(qtbot: QtBot, live: LiveGlossary, dialog: GlossaryDialog) -> None:
    with qtbot.waitSignal(live.changed):
        live.change(Wish(Layer.PERSONAL, (concept(1),)))
    dialog._filter.setText("мысал 1")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    dialog._table.selectRow(0)
    assert dialog._remove.isEnabled()
    with qtbot.waitSignal(live.changed):
        dialog._remove.click()
    assert stored(live) == ()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 0)
    with qtbot.waitSignal(live.changed):
        dialog._messages._action.click()
    assert stored(live) == (concept(1),)
    assert live.now is not None
    assert [hit.concept.id for hit in live.now.find("мысал 1-ге", "kk")] == ["c1"]


def test_what_ships_cannot_be_removed(dialog: GlossaryDialog) -> None:
    dialog._filter.setText("international humanitarian law")
    dialog._table.selectRow(0)
    assert (dialog._edit.isEnabled(), dialog._remove.isEnabled()) == (True, False)


def test_a_concept_is_edited_with_its_grammar(qtbot: QtBot) -> None:
    old = Concept("c1", (Term("example", "en"), Term("мысал", "kk")), note="first\nsecond")
    dialog = ConceptDialog(old, Layer.PERSONAL, PAIR)
    qtbot.addWidget(dialog)
    dialog.show()
    assert nameless(dialog) == []
    dialog._list.setCurrentRow(1)
    dialog._choices["harmony"].setCurrentIndex(1)
    dialog._choices["linking_vowel"].setCurrentIndex(2)
    dialog._choices["harmony"].activated.emit(1)
    dialog._fields["base"].setText("мыс")
    dialog._fields["base"].textEdited.emit("мыс")
    dialog._add()
    assert dialog._choices["language"].currentData() == "kk"
    for name, text in (("text", "үлгі"), ("reason", "means something else")):
        dialog._fields[name].setText(text)
    dialog._choose("status", Status.DEPRECATED)
    dialog._choose("scope", Scope.ALWAYS)
    dialog._choices["status"].activated.emit(2)
    dialog._take()
    assert dialog.concept is not None
    term, wrong = dialog.concept.terms[1:]
    assert (term.grammar.harmony, term.grammar.linking_vowel, term.grammar.base) == ("front", False, "мыс")
    assert (wrong.text, wrong.status, wrong.scope) == ("үлгі", Status.DEPRECATED, Scope.ALWAYS)
    assert wrong.reason == "means something else"
    assert (dialog.concept.id, dialog.concept.note) == ("c1", "first\nsecond")


def test_a_concept_without_terms_is_not_saved(qtbot: QtBot) -> None:
    dialog = ConceptDialog(None, Layer.BUNDLED, PAIR)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._take()
    assert dialog.concept is None
    assert dialog._trouble.text()
    assert dialog.layer is Layer.PERSONAL


def importing(qtbot: QtBot, live: LiveGlossary, pools: Pools, path: Path) -> ImportTermsDialog:
    assert live.now is not None
    dialog = ImportTermsDialog(path, live.now, PAIR, pools.readers)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog._found is not None)
    return dialog


def test_columns_are_mapped_and_shown_before_anything_is_taken(
    qtbot: QtBot, live: LiveGlossary, pools: Pools, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Word,Сөз,Extra\nlighthouse,шамшырақ,nonsense\nharbour,айлақ,more\n", encoding="utf-8")
    dialog = importing(qtbot, live, pools, path)
    dialog.choose(0, Field.TERM, "en")
    dialog.choose(1, Field.TERM, "kk")
    dialog.choose(2, Field.NOTE)
    qtbot.waitUntil(lambda: dialog._accept.isEnabled() and dialog._model.row(0).concept.note != "")
    assert dialog.summary.startswith("2 new")
    assert dialog._model.row(0).target in {"шамшырақ", "айлақ"}
    assert nameless(dialog) == []
    dialog._accept.click()
    assert [each.note for each in dialog.concepts] == ["nonsense", "more"]


def test_contradictions_are_said_before_an_import(
    qtbot: QtBot, live: LiveGlossary, pools: Pools, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("en,kk\ninternational humanitarian law,гуманитарлық заңнама\n", encoding="utf-8")
    dialog = importing(qtbot, live, pools, path)
    qtbot.waitUntil(lambda: dialog._model.rowCount() == 1)
    assert "гуманитарлық заңнама" in dialog.said


def test_a_broken_file_is_refused_with_its_line(qtbot: QtBot, live: LiveGlossary, pools: Pools, tmp_path: Path) -> None:
    path = tmp_path / "broken.tbx"
    path.write_text("<tbx><text><body>\n<conceptEntry></body></text></tbx>", encoding="utf-8")
    dialog = importing(qtbot, live, pools, path)
    qtbot.waitUntil(lambda: "broken.tbx" in dialog.said)
    assert not dialog._accept.isEnabled()


@pytest.mark.parametrize("suffix", [".tbx", ".csv", ".xlsx", ".txt"])
def test_what_is_shown_is_exported(
    qtbot: QtBot, live: LiveGlossary, dialog: GlossaryDialog, tmp_path: Path, suffix: str
) -> None:
    with qtbot.waitSignal(live.changed):
        live.change(Wish(Layer.ORGANISATION, (concept(7), concept(8))))
    dialog._from.setCurrentIndex(dialog._from.findData(Layer.ORGANISATION.value))
    path = tmp_path / f"out{suffix}"
    dialog.export_path(path)
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: path.name in dialog._messages.text)
    terms = {term.text for _concept, term in read_terms(path, languages=PAIR).termbase.terms()}
    assert terms == {"example 7", "мысал 7", "example 8", "мысал 8"}


def test_the_dialogs_show_a_canary_as_it_is(qtbot: QtBot, live: LiveGlossary, dialog: GlossaryDialog) -> None:
    poisoned = Concept("c1", (Term(CANARY, "en", note=CANARY), Term(CANARY, "kk", seen=CANARY)), CANARY, CANARY, CANARY)
    with qtbot.waitSignal(live.changed):
        live.change(Wish(Layer.PERSONAL, (poisoned,)))
    dialog._filter.setText("canary")
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert nameless(dialog) == []
    assert list(rich(dialog)) == []
    editor = ConceptDialog(poisoned, Layer.PERSONAL, PAIR)
    qtbot.addWidget(editor)
    editor.show()
    assert list(rich(editor)) == []
    assert editor._fields["text"].text() == CANARY


def test_a_glossary_that_cannot_be_written_is_told(qtbot: QtBot, live: LiveGlossary, dialog: GlossaryDialog) -> None:
    assert live._folder is not None
    live._folder.parent.mkdir(exist_ok=True)
    live._folder.write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(live.failed):
        live.change(Wish(Layer.PERSONAL, (concept(1),)))
    assert dialog._messages.isVisible()
    assert live.now is not None
    assert live.now.concept("c1") is None


def test_the_window_opens_it(qtbot: QtBot, opened: Opener) -> None:
    window = opened(three_parts())
    seen: list[str] = []

    def look() -> None:
        found = QApplication.activeModalWidget()
        if isinstance(found, GlossaryDialog):
            seen.append(" ".join(found.languages))
            found.accept()

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(20)
    press(
        window.work.rows.writer, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(lambda: bool(seen))
    timer.stop()
    assert seen == ["en kk"]
