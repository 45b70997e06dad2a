"""Every dialog of the program is shown with a canary in every field of its data; none takes it for markup."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import tilshi_ui
from tests.core.contacts.people import forms
from tests.core.drafts.test_encryption import CHEAP
from tests.ui.canary import CANARY, poisoned, rich
from tests.ui.conftest import Opener, document_of
from tests.ui.tour import tour
from tilshi.checking.findings import Finding, Fix, Severity, Side, message
from tilshi.contacts.store import BookStore
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.encryption.protecting import protect
from tilshi.drafts.recovery import Unsaved
from tilshi.exchange.updating import update_source
from tilshi.memory.shelf import open_memory
from tilshi.memory.units import Unit
from tilshi.release import ContactCard, Role, Text
from tilshi.release.operations import write_source
from tilshi.terminology.concepts import Concept, Term
from tilshi.terminology.glossary import Layer
from tilshi_ui.background import Pools
from tilshi_ui.checking.repair import Repair
from tilshi_ui.dialogs.addterm import AddTermDialog, Selected
from tilshi_ui.dialogs.fixall import FixAllDialog
from tilshi_ui.dialogs.glossary.concept import ConceptDialog
from tilshi_ui.dialogs.glossary.importing import ImportTermsDialog
from tilshi_ui.dialogs.importing import ImportDialog
from tilshi_ui.dialogs.question import UnsavedQuestion
from tilshi_ui.dialogs.sourceupdate import SourceUpdateDialog
from tilshi_ui.panels.findings.entries import Places
from tilshi_ui.protection.dialogs import NewPassphraseDialog, RecoveryKeyDialog, UnlockDialog
from tilshi_ui.protection.lockpage import LockPage
from tilshi_ui.protection.ways import WaysDialog
from tilshi_ui.signing.unlocking import PasswordDialog
from tilshi_ui.signing.verifying import VerifyDialog
from tilshi_ui.start import unsaved
from tilshi_ui.window.main import MainWindow

PAIR = ("en", "kk")
NAME = "<img src=x>.txt"

Maker = Callable[[MainWindow, Path], QWidget]


def import_dialog(window: MainWindow, folder: Path) -> QWidget:
    path = folder / NAME
    path.write_text(f"{CANARY}\n\n{CANARY} and this is an English sentence about a hospital.\n", "utf-8")
    return ImportDialog([path], window._pools.readers)


def import_terms(window: MainWindow, folder: Path) -> QWidget:
    path = folder / NAME.replace("txt", "csv")
    path.write_text(f'en,kk,note\n"{CANARY}","{CANARY}","{CANARY}"\n', "utf-8")
    assert window.glossary.now is not None
    return ImportTermsDialog(path, window.glossary.now, PAIR, window._pools.readers)


def source_update(window: MainWindow, _folder: Path) -> QWidget:
    release = document_of(window).release
    newer = write_source(release, f"{CANARY}{Role.BODY}s", f"{CANARY} is new").apply(release)
    update = update_source(release, newer)
    assert update.edit is not None
    return SourceUpdateDialog(update, release, update.edit.apply(release), window.work.theme)


def fix_all(window: MainWindow, _folder: Path) -> QWidget:
    segment, said = f"{CANARY}{Role.BODY}s", message("{what}", what=CANARY)
    fix = Fix(0, 4, CANARY)
    finding = Finding(CANARY, Severity.ERROR, "kk", segment, Side.TARGET, 0, 4, said, (fix,))
    document = document_of(window)
    offered = (Repair(finding, fix, True),)
    return FixAllDialog(CANARY, offered, document.release, "kk", Places(document), window.work.theme, window)


def concept(_window: MainWindow, _folder: Path) -> QWidget:
    terms = (Term(CANARY, "en", note=CANARY), Term(CANARY, "kk", seen=CANARY))
    return ConceptDialog(Concept("c1", terms, CANARY, CANARY, CANARY), Layer.PERSONAL, PAIR)


def add_term(window: MainWindow, _folder: Path) -> QWidget:
    assert window.glossary.now is not None
    return AddTermDialog(Selected(CANARY, CANARY, *PAIR), window.glossary.now)


def verification(window: MainWindow, folder: Path) -> QWidget:
    dialog = VerifyDialog(window._pools.readers, window)
    path = folder / NAME.replace("txt", "pdf")
    path.write_bytes(CANARY.encode())
    dialog.verify(path)
    return dialog


def lock_page(window: MainWindow, _folder: Path) -> QWidget:
    page = LockPage(window._pools.readers)
    page.ask(CANARY, lambda _secret: PLAIN)
    return page


MADE: dict[str, Maker] = {
    "AddTermDialog": add_term,
    "ConceptDialog": concept,
    "FixAllDialog": fix_all,
    "ImportDialog": import_dialog,
    "ImportTermsDialog": import_terms,
    "LockPage": lock_page,
    "NewPassphraseDialog": lambda _window, _folder: NewPassphraseDialog(CANARY, CANARY, skip=CANARY),
    "PasswordDialog": lambda window, _folder: PasswordDialog(Path(NAME), CANARY, window),
    "RecoveryKeyDialog": lambda _window, _folder: RecoveryKeyDialog("AAAA-BBBB", CANARY),
    "SourceUpdateDialog": source_update,
    "UnlockDialog": lambda window, _folder: UnlockDialog(CANARY, lambda _secret: PLAIN, window._pools.readers),
    "UnsavedQuestion": lambda _window, _folder: UnsavedQuestion(CANARY),
    "VerifyDialog": verification,
    "WaysDialog": lambda _window, _folder: WaysDialog(protect(CANARY, cost=CHEAP).container.slots, 15),
}


@pytest.mark.parametrize("kind", MADE)
def test_a_dialog_shows_a_canary_as_it_is(qtbot: QtBot, opened: Opener, tmp_path: Path, kind: str) -> None:
    window = opened(poisoned())
    dialog = MADE[kind](window, tmp_path)
    qtbot.addWidget(dialog)
    assert type(dialog).__name__ == kind
    dialog.show()
    qtbot.wait(250)
    assert list(rich(dialog)) == []
    document_of(window).abandon()
    dialog.hide()


def test_nothing_that_a_command_opens_takes_a_canary_for_markup(
    qtbot: QtBot, window: MainWindow, opened: Opener
) -> None:
    form = forms(en=CANARY)
    card = ContactCard("c", form, form, form, ("+999555010010",), ("press@example.org",), form, "Asia/Almaty")
    BookStore().put(card)
    with open_memory() as memory:
        memory.put([Unit(Text(CANARY), Text(CANARY), *PAIR)])
    opened(poisoned())
    document_of(window).place.go(f"{CANARY}{Role.BODY}s")
    qtbot.wait(600)  # the checks, the memory and the history have answered
    found: set[str] = set()
    seen = tour(window, lambda widget: found.update(rich(widget)))
    for top in QApplication.topLevelWidgets():
        found.update(rich(top))
    document_of(window).abandon()
    assert found == set()
    # All that there is was looked at: here, or made above.
    assert dialogs_in_the_code() - MADE.keys() - seen == set()


def test_what_was_not_saved_is_offered_with_its_canary_as_it_is(
    qtbot: QtBot, pools: Pools, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = (Unsaved(None, CANARY, 1.0, 1, tmp_path), Unsaved(Path(CANARY), CANARY, 1.0, 1, tmp_path))
    monkeypatch.setattr(unsaved, "pending", lambda: found)
    offered = unsaved.UnsavedList(pools.readers)
    qtbot.addWidget(offered)
    offered.refresh()
    qtbot.waitUntil(lambda: len(offered.titles) == 2)
    assert offered.titles[0].startswith(CANARY)
    assert list(rich(offered)) == []


def dialogs_in_the_code() -> set[str]:
    """The names of all classes that are dialogs, but for those that others are made of."""
    bases: dict[str, set[str]] = {}
    for path in Path(*tilshi_ui.__path__).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = {base.id for base in node.bases if isinstance(base, ast.Name)}
    dialogs, before = {"QDialog"}, 0
    while len(dialogs) != before:
        before = len(dialogs)
        dialogs |= {name for name, of in bases.items() if of & dialogs}
    return dialogs - {"QDialog", "PlainDialog"}


def test_no_code_of_the_window_asks_for_markup() -> None:
    """Names of Qt that show HTML or Markdown, or guess whether a text is some."""
    forbidden = {"setHtml", "insertHtml", "setMarkdown", "QTextBrowser", "QTextEdit", "QMessageBox", "QErrorMessage"}
    forbidden |= {"RichText", "AutoText", "MarkdownText", "QWhatsThis", "setDefaultStyleSheet"}
    found = {
        (path.name, name)
        for path in Path(*tilshi_ui.__path__).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (name := node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else "")
        in forbidden
    }
    assert found == set()
