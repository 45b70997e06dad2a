"""Encrypted drafts in the window: asked for their key, locked, and never to be read where they should not be."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.core.drafts.test_encryption import CHEAP
from tests.core.drafts.test_protected import unpacked
from tests.core.test_secrets import Memory
from tests.ui.conftest import document_of
from tests.ui.hands import write
from tests.ui.releases import segment, three_parts
from tilshi import secrets
from tilshi.drafts import open_draft, save_draft
from tilshi.drafts.container import is_sealed
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.encryption import header, primitives
from tilshi.drafts.encryption.protecting import protect, remember
from tilshi.drafts.encryption.unlocking import WrongKey, header_of, unlock
from tilshi.release import Block, Release, Role
from tilshi.release.operations import write_target
from tilshi_ui.protection.dialogs import NewPassphraseDialog, RecoveryKeyDialog, UnlockDialog
from tilshi_ui.protection.idle import IdleWatch
from tilshi_ui.protection.lockpage import LockPage
from tilshi_ui.protection.ways import WaysDialog, Wish
from tilshi_ui.window.main import MainWindow

PASSPHRASE = "a passphrase of words"
D = TypeVar("D", bound=QWidget)


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess costs nothing."""
    monkeypatch.setattr(header, "Cost", lambda *numbers: primitives.Cost(*numbers) if numbers else CHEAP)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """An encrypted draft."""
    path = tmp_path / "examplia.tilshi"
    save_draft(three_parts(), path)
    container = protect(PASSPHRASE, cost=CHEAP).container
    save_draft(three_parts(), path, replace(open_draft(path), container=container))
    return path


def when_asked(kind: type[D], act: Callable[[D], None]) -> None:
    """Does something in the dialog of that kind as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def enter(dialog: UnlockDialog, text: str = PASSPHRASE) -> None:
    write(dialog.entry.field, text)
    dialog.entry.button.click()


def open_locked(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    when_asked(UnlockDialog, enter)
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open_path(path)


def choose_passphrase(dialog: NewPassphraseDialog) -> None:
    write(dialog.field, PASSPHRASE)
    write(dialog.again, PASSPHRASE)
    dialog.take.click()


def accept_key(keys: list[str]) -> Callable[[RecoveryKeyDialog], None]:
    def accept(dialog: RecoveryKeyDialog) -> None:
        assert not dialog.done_button.isEnabled()
        dialog.reject()
        assert dialog.isVisible(), "what is shown once does not go by mistake"
        keys.append(dialog.shown.accessibleName())
        dialog.sure.setChecked(True)
        dialog.done_button.click()

    return accept


def change(window: MainWindow, text: str) -> None:
    document = document_of(window)
    document.apply(write_target(document.release, "s3", "kk", text))


def saved(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not document_of(window).modified and document_of(window).path is not None, timeout=10_000)


def test_an_encrypted_draft_is_opened_with_its_passphrase(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_locked(qtbot, window, draft)
    assert document_of(window).release == three_parts()
    assert window.work.status.file_text == "Saved in examplia.tilshi · Encrypted"
    assert not window.memory.memory.may_remember
    change(window, "жаңа")
    assert window.desk.save_now()
    assert is_sealed(draft.read_bytes())


def test_a_wrong_passphrase_is_told_and_asked_for_again(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    troubles: list[str] = []

    def try_twice(dialog: UnlockDialog) -> None:
        enter(dialog, "another")
        qtbot.waitUntil(dialog.entry.trouble.isVisible, timeout=5_000)
        troubles.append(dialog.entry.trouble.text())
        dialog.entry.field.clear()
        enter(dialog)

    when_asked(UnlockDialog, try_twice)
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open_path(draft)
    assert len(troubles) == 1
    assert troubles[0].startswith("This passphrase or recovery key does not open the draft.")


def test_who_has_no_key_gets_nothing_and_what_was_open_stays(qtbot: QtBot, working: MainWindow, draft: Path) -> None:
    before = document_of(working)
    asked: list[str] = []

    def cancel(dialog: UnlockDialog) -> None:
        asked.append(dialog.windowTitle())
        dialog.reject()

    when_asked(UnlockDialog, cancel)
    working.desk.open_path(draft)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    qtbot.wait(50)
    assert document_of(working) is before


def test_a_keyring_opens_it_without_a_question(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = Memory()
    monkeypatch.setattr(secrets, "_system_backend", lambda: backend)
    container, _answer = remember(protect(PASSPHRASE, cost=CHEAP).container, secrets.Keyring())
    path = tmp_path / "a.tilshi"
    save_draft(three_parts(), path)
    save_draft(three_parts(), path, replace(open_draft(path), container=container))
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open_path(path)
    assert document_of(window).sealed


def test_an_open_draft_is_encrypted_with_all_that_was_kept_of_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "a.tilshi"
    save_draft(three_parts(), path)
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        window.desk.open_path(path)
    change(window, "CANARY one")
    assert window.desk.save_now()
    change(window, "CANARY two")
    keys: list[str] = []
    when_asked(NewPassphraseDialog, choose_passphrase)
    when_asked(RecoveryKeyDialog, accept_key(keys))
    window.protection.encrypt()
    qtbot.waitUntil(lambda: bool(keys), timeout=10_000)
    saved(qtbot, window)
    change(window, "CANARY three")
    qtbot.waitUntil(lambda: document_of(window).is_kept, timeout=10_000)
    assert readable(tmp_path) == []
    assert open_draft(path, unlock(header_of(path), keys[0], path)).release.segment("s3").target("kk").text.string == (
        "CANARY two"
    )
    assert window.work.status.file_text.endswith("Encrypted")


def readable(root: Path) -> list[Path]:
    """Files in which the text can be read, compressed or not."""
    found = [file for file in root.rglob("*") if file.is_file()]
    return [file for file in found if b"CANARY" in (data := file.read_bytes()) + unpacked(data)]


def test_a_locked_draft_shows_nothing_and_loses_nothing(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_locked(qtbot, window, draft)
    document_of(window).place.speak("ru")
    document_of(window).place.go("s2")
    change(window, "CANARY not saved")
    window.protection.lock_draft()
    assert window.desk.document is None
    assert window.windowTitle() == "Locked — Tilshi"
    [page] = [page for page in window.findChildren(LockPage) if page.isVisible()]
    assert not window.work.isVisible()
    assert readable(draft.parent) == []
    write(page.entry.field, PASSPHRASE)
    with qtbot.waitSignal(window.desk.opened, timeout=10_000):
        page.entry.button.click()
    document = document_of(window)
    assert document.release.segment("s3").target("kk").text.string == "CANARY not saved"
    assert (document.place.language, document.place.segment) == ("ru", "s2")
    assert window.work.isVisible()
    assert not page.isVisible()


def test_a_locked_draft_can_be_left(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_locked(qtbot, window, draft)
    window.protection.lock_draft()
    [page] = window.findChildren(LockPage)
    page.left.emit()
    assert not page.isVisible()
    assert window.windowTitle() == "Tilshi"


def test_a_plain_draft_is_not_locked(working: MainWindow) -> None:
    working.protection.lock_draft()
    assert working.desk.document is not None
    assert working.memory.memory.may_remember


def test_it_locks_itself_when_nobody_is_there(
    qtbot: QtBot, window: MainWindow, draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_locked(qtbot, window, draft)
    watch = window.protection.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    assert watch.is_watching
    watch.look()
    assert is_open(window)
    monkeypatch.setattr(watch, "_last_wall", watch._last_wall - 11 * 60)
    watch.look()
    assert not is_open(window)
    assert not watch.is_watching


def is_open(window: MainWindow) -> bool:
    return window.desk.document is not None


def test_keys_and_pointer_say_that_somebody_is_there(qtbot: QtBot, window: MainWindow, draft: Path) -> None:
    open_locked(qtbot, window, draft)
    watch = window.protection.findChild(IdleWatch)
    assert isinstance(watch, IdleWatch)
    handle = window.windowHandle()
    watch._listen_to(handle)
    watch._last = watch._last_wall = 0.0
    QApplication.sendEvent(handle, QEvent(QEvent.Type.User))
    assert watch._last == 0.0
    QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier))
    assert watch._last > 0


def under_embargo() -> Release:
    release = three_parts()
    embargo = Block("e", Role.EMBARGO, (segment("se", "Embargo: CANARY"),))
    return release.with_blocks((embargo, *release.blocks))


def test_a_release_under_embargo_is_offered_to_be_encrypted(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "embargo.tilshi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    window.desk.show_release(under_embargo())
    keys: list[str] = []
    when_asked(NewPassphraseDialog, choose_passphrase)
    when_asked(RecoveryKeyDialog, accept_key(keys))
    window.desk.save()
    qtbot.waitUntil(lambda: bool(keys), timeout=10_000)
    assert is_sealed(path.read_bytes())
    assert readable(tmp_path) == []
    assert document_of(window).sealed


def test_it_may_be_saved_readable_all_the_same(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "embargo.tilshi"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(path), ""))
    window.desk.show_release(under_embargo())
    when_asked(NewPassphraseDialog, lambda dialog: dialog._skip())
    window.desk.save()
    saved(qtbot, window)
    assert open_draft(path).release == under_embargo()


def test_a_passphrase_must_be_entered_twice_and_long_enough(qtbot: QtBot) -> None:
    dialog = NewPassphraseDialog("Encrypt", "Why")
    qtbot.addWidget(dialog)
    for first, second, expected in (
        ("", "", False),
        ("short", "short", False),
        (PASSPHRASE, "", False),
        (PASSPHRASE, "a passphrase of worms", False),
        (PASSPHRASE, PASSPHRASE, True),
    ):
        dialog.field.setText(first)
        dialog.again.setText(second)
        assert dialog.take.isEnabled() == expected
    assert dialog.hint.text() == "Strong"
    assert dialog.field.echoMode() is dialog.field.EchoMode.Password


@pytest.mark.parametrize("wish", [Wish.PASSPHRASE, Wish.ROTATE, Wish.RECOVERY_KEY, Wish.REMOVE, Wish.REMEMBER])
def test_what_opens_a_draft_is_changed(qtbot: QtBot, window: MainWindow, draft: Path, wish: Wish) -> None:
    open_locked(qtbot, window, draft)
    before = draft.read_bytes()
    keys: list[str] = []
    when_asked(WaysDialog, lambda dialog: dialog.buttons[wish].click())
    if wish in {Wish.PASSPHRASE, Wish.ROTATE}:
        when_asked(NewPassphraseDialog, enter_new)
    if wish in {Wish.ROTATE, Wish.RECOVERY_KEY}:
        when_asked(RecoveryKeyDialog, accept_key(keys))
    window.protection.encrypt()
    if wish is Wish.REMEMBER:
        qtbot.waitUntil(lambda: "asked for each time" in window.messages.text, timeout=10_000)
        assert draft.read_bytes() == before
        return
    qtbot.waitUntil(lambda: draft.read_bytes() != before, timeout=10_000)
    if wish is Wish.REMOVE:
        assert open_draft(draft, PLAIN).release == three_parts()
        qtbot.waitUntil(lambda: not document_of(window).sealed, timeout=10_000)
        return
    if wish in {Wish.ROTATE, Wish.RECOVERY_KEY}:
        qtbot.waitUntil(lambda: bool(keys), timeout=10_000)
        unlock(header_of(draft), keys[0], draft)
    if wish in {Wish.PASSPHRASE, Wish.ROTATE}:
        unlock(header_of(draft), "the new passphrase", draft)
        with pytest.raises(WrongKey):
            unlock(header_of(draft), PASSPHRASE, draft)


def enter_new(dialog: NewPassphraseDialog) -> None:
    for field in (dialog.field, dialog.again):
        write(field, "the new passphrase")
    dialog.take.click()


def test_no_text_of_a_draft_and_no_secret_lies_about(
    qtbot: QtBot, window: MainWindow, draft: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Settings, state, cache, temporary files and output after a day with an encrypted draft."""
    before = {*Path(tempfile.gettempdir()).glob("*")}
    open_locked(qtbot, window, draft)
    for number in range(3):
        change(window, f"CANARY {number}")
        assert window.desk.save_now()
    window.verbs.confirm()
    change(window, "CANARY not saved")
    window.protection.lock_draft()
    assert readable(tmp_path) == []
    assert readable(Path.home()) == []
    for place in (tmp_path, Path.home()):
        assert [file for file in place.rglob("*") if file.is_file() and PASSPHRASE.encode() in file.read_bytes()] == []
    fresh = {*Path(tempfile.gettempdir()).glob("*")} - before
    assert [file for path in fresh if path.is_dir() for file in readable(path)] == []
    said = capfd.readouterr()
    assert "CANARY" not in said.out + said.err
