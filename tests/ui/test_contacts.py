"""The address book in the window, with a real file behind it; signatures of PDFs that are dropped."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.core.contacts.people import ARMAN, JANE, forms
from tests.core.export import examplia
from tests.core.export.certificates import PASSWORD, authority, press_office
from tests.ui.conftest import document_of
from tilshi import secrets
from tilshi.contacts import BookStore
from tilshi.contacts.vcard_reading import read_vcards
from tilshi.contacts.vcard_writing import write_vcards
from tilshi.export.pdf.writer import write_pdf
from tilshi.export.signature.identity import load_identity
from tilshi.export.signature.signing import sign_pdf
from tilshi.export.signature.verifying import verify_file
from tilshi_ui.contacts.dialog import ContactsDialog
from tilshi_ui.signing import unlocking
from tilshi_ui.signing.unlocking import PasswordDialog
from tilshi_ui.signing.verifying import VerifyDialog
from tilshi_ui.window.main import MainWindow


def opened_book(qtbot: QtBot, window: MainWindow) -> ContactsDialog:
    window.menus.actions["open_contacts"].trigger()
    dialog = window.findChildren(ContactsDialog)[-1]
    rest(qtbot, dialog)
    return dialog


def rest(qtbot: QtBot, dialog: ContactsDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_busy)


def button(dialog: ContactsDialog, text: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == text)


@pytest.fixture
def book(qtbot: QtBot, working: MainWindow) -> ContactsDialog:
    """The address book with two people, beside a small release."""
    BookStore().put(JANE)
    BookStore().put(ARMAN)
    return opened_book(qtbot, working)


def test_a_card_is_written_and_kept_as_it_is_typed(qtbot: QtBot, working: MainWindow) -> None:
    dialog = opened_book(qtbot, working)
    assert BookStore().load().cards == ()
    button(dialog, "New").click()
    editor = dialog.editor
    QTest.keyClicks(editor.text("name", "en"), "Jane Example")
    QTest.keyClicks(editor.phones, "+999 555 010 010")
    rest(qtbot, dialog)
    (card,) = BookStore().load().cards
    assert (card.name, card.phones) == (forms(en="Jane Example"), ("+999555010010",))
    QTest.keyClicks(editor.emails, "press@")
    rest(qtbot, dialog)
    assert "“press@” is not an e-mail address" in editor.said
    assert BookStore().load().cards == (card,)
    QTest.keyClicks(editor.emails, "example.org")
    editor.zone.setCurrentText("Asia/Almaty")
    editor.text("hours", "kk").insert("9:00–18:00")
    rest(qtbot, dialog)
    (card,) = BookStore().load().cards
    assert (editor.said, card.emails, card.time_zone) == ("", ("press@example.org",), "Asia/Almaty")
    assert card.hours == forms(kk="9:00–18:00")
    dialog.accept()


def test_people_are_found_marked_deleted_and_brought_back(qtbot: QtBot, book: ContactsDialog) -> None:
    assert [book._list.item(row).text() for row in range(2)] == ["Arman Example", "Jane Example, Port-Example"]
    book._search.insert("жейн")
    assert book._list.count() == 1
    book._list.setCurrentRow(0)
    assert book.editor.card == JANE
    book.delete()
    rest(qtbot, book)
    assert (book.said, BookStore().load().cards) == ("1 contact was deleted.", (ARMAN,))
    book._messages._act()
    rest(qtbot, book)
    assert set(BookStore().load().cards) == {JANE, ARMAN}
    book.accept()


def test_contacts_go_into_the_release_and_out_again(qtbot: QtBot, working: MainWindow, book: ContactsDialog) -> None:
    document = document_of(working)
    before = document.release
    book._list.selectAll()
    button(book, "Use in this release").click()
    assert {card.name for card in document.release.contacts} == {JANE.name, ARMAN.name}
    assert "In this release: " in book._state.text()
    book._list.setCurrentRow(1, book._list.selectionModel().SelectionFlag.ClearAndSelect)
    assert book._out.isVisible()
    book._out.click()
    assert [card.name for card in document.release.contacts] == [ARMAN.name]
    document.undo()
    document.undo()
    assert document.release == before
    qtbot.waitUntil(lambda: not book._out.isVisible())
    book.accept()


def test_contacts_are_carried_in_and_out_as_vcard(qtbot: QtBot, working: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "people.vcf"
    file.write_bytes(write_vcards((JANE, ARMAN)).replace(b"EMAIL", b"PHOTO:x\r\nEMAIL"))
    dialog = opened_book(qtbot, working)
    dialog.import_path(file)
    rest(qtbot, dialog)
    assert dialog.said.startswith("people.vcf: 2 contacts were added. line 1: The picture of the contact was left out.")
    out = tmp_path / "out.vcf"
    dialog.export_path(out)
    rest(qtbot, dialog)
    assert dialog.said == "out.vcf: 2 contacts"
    assert {card.name for card in read_vcards(out).cards} == {JANE.name, ARMAN.name}
    dialog.import_path(tmp_path / "absent.vcf")
    rest(qtbot, dialog)
    assert dialog.said == "absent.vcf: There is no such file."
    dialog.accept()


def test_every_field_has_a_name_and_is_reached_by_tab(book: ContactsDialog) -> None:
    assert book.editor.text("role", "kk").accessibleName() == "Role, Қазақша"
    assert book.editor.emails.accessibleName() == "E-mail addresses, one a line"
    book.editor.phones.setFocus()
    QTest.keyClick(book.editor.phones, Qt.Key.Key_Tab)
    assert book.focusWidget() is book.editor.emails
    book.accept()


# Signatures


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a key file, a certificate, and a signed PDF; nothing is trusted yet, and there is no keyring."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    absent = secrets.Unavailable(secrets.Failure.ABSENT)
    for name in ("fetch", "store"):
        monkeypatch.setattr(secrets.Keyring, name, lambda *_arguments: absent)
    (tmp_path / "key.p12").write_bytes(press_office().p12)
    (tmp_path / "root.pem").write_bytes(authority().pem)
    identity = load_identity(tmp_path / "key.p12", PASSWORD)
    signed = sign_pdf(write_pdf(examplia.release("en")).data, identity, Path("signed.pdf"))
    (tmp_path / "signed.pdf").write_bytes(signed)
    (tmp_path / "longer.pdf").write_bytes(signed + b"more")
    return tmp_path


def drop(window: MainWindow, path: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keyboard = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(QPoint(50, 50)), Qt.DropAction.CopyAction, content, buttons, keyboard)
    window.dropEvent(event)


def test_a_signed_file_is_dropped_and_its_signature_judged(qtbot: QtBot, window: MainWindow, keys: Path) -> None:
    drop(window, keys / "signed.pdf")
    dialog = window.signatures.dialog
    assert isinstance(dialog, VerifyDialog)
    qtbot.waitUntil(lambda: "Do not rely on this file." in dialog.said, timeout=20_000)
    assert "no certificate is trusted yet" in dialog.said
    dialog.trust(keys / "root.pem")
    qtbot.waitUntil(lambda: dialog.said.startswith("✓ The signature is good.\nSigned by Examplia Press Office"))
    drop(window, keys / "longer.pdf")
    qtbot.waitUntil(lambda: "does not cover the entire file" in dialog.said)
    assert dialog.said.startswith("✗")
    dialog.verify(keys / "key.p12")
    qtbot.waitUntil(lambda: "This is not a PDF." in dialog.said)
    dialog.accept()


def test_an_export_is_signed(qtbot: QtBot, working: MainWindow, keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(dialog: PasswordDialog) -> int:
        asked.append(dialog.findChildren(type(dialog.password))[0].accessibleName())
        dialog.password.setText(PASSWORD if len(asked) > 1 else "guess")
        return PasswordDialog.DialogCode.Accepted

    monkeypatch.setattr(unlocking.PasswordDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_arguments: (str(keys / "key.p12"), ""))
    working.menus.actions["export"].trigger()
    dialog = working._export
    assert dialog is not None
    folder = keys / "out"
    folder.mkdir()
    dialog._folder.setText(str(folder))
    for (language, format_), box in dialog._boxes.items():
        box.setChecked((language, format_) == ("kk", "pdf"))
    dialog._signing.box.setChecked(True)
    assert working._preferences.now.signing_key == str(keys / "key.p12")
    dialog._start.click()
    qtbot.waitUntil(lambda: len(list(folder.glob("*.pdf"))) == 1, timeout=30_000)
    assert asked == ["Password", "Password"]
    (made,) = folder.glob("*.pdf")
    assert verify_file(made, [keys / "root.pem"]).is_good
    qtbot.waitUntil(lambda: dialog._job is None)
    dialog.reject()
