"""`tilshi protect`, `unprotect`, `passphrase`, and every other command on an encrypted draft."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.checking.gate.drafts import ready
from tests.core.cli.conftest import Tilshi
from tests.core.drafts.test_encryption import CHEAP
from tilshi.cli.keys import DESCRIPTOR
from tilshi.drafts import open_draft, save_draft
from tilshi.drafts.container import is_sealed
from tilshi.drafts.encryption import header, primitives
from tilshi.drafts.recovery import recover

Hand = Callable[..., None]
OLD, NEW = "the old passphrase", "the new passphrase"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Guesses cost nothing, and nothing is kept outside."""
    monkeypatch.setattr(header, "Cost", lambda *numbers: primitives.Cost(*numbers) if numbers else CHEAP)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def hand(monkeypatch: pytest.MonkeyPatch) -> Hand:
    """Hands lines over where a passphrase is asked for."""

    def hand(*lines: str) -> None:
        reading, writing = os.pipe()
        os.write(writing, "".join(f"{line}\n" for line in lines).encode())
        os.close(writing)
        monkeypatch.setenv(DESCRIPTOR, str(reading))

    return hand


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return save_draft(ready(), tmp_path / "a.tilshi").path


def recovery_key(out: str) -> str:
    return out.splitlines()[-1]


def test_a_draft_is_encrypted_and_every_command_opens_it(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    shown, gate = tilshi("show", draft).out, tilshi("gate", draft).out
    hand(OLD, OLD)
    answer = tilshi("protect", draft)
    assert (answer.code, answer.err) == (0, "")
    assert is_sealed(draft.read_bytes())
    for entered in (OLD, recovery_key(answer.out)):
        hand(entered)
        assert tilshi("show", draft).out == shown
    hand(OLD)
    assert tilshi("gate", draft).out == gate
    hand("another")
    answer = tilshi("show", draft)
    assert (answer.code, answer.out) == (2, "")
    assert "does not open the draft" in answer.err


def test_inspecting_says_that_it_is_encrypted_and_needs_no_key(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    hand(OLD, OLD)
    tilshi("protect", draft)
    answer = tilshi("inspect", draft)
    assert answer.out == f"{draft}: draft: encrypted; opened by: passphrase, recovery key\n"
    draft.write_bytes(draft.read_bytes().replace(b"recovery", b"recovers"))
    answer = tilshi("inspect", draft)
    assert (answer.code, "damaged" in answer.err) == (2, True)


def test_without_a_terminal_nobody_waits(
    tilshi: Tilshi, draft: Path, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand(OLD, OLD)
    tilshi("protect", draft)
    monkeypatch.delenv(DESCRIPTOR)
    monkeypatch.setattr("tilshi.cli.keys._has_terminal", lambda: False)
    answer = tilshi("show", draft)
    assert (answer.code, DESCRIPTOR in answer.err) == (2, True)


def test_a_change_by_a_command_is_saved_encrypted(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    hand(OLD, OLD)
    tilshi("protect", draft)
    before = draft.read_bytes()
    hand(OLD)
    tilshi("gate", draft, "--override", "boilerplate", "--reason", "agreed by phone", "--by", "Jane Example")
    assert draft.read_bytes() != before
    assert is_sealed(draft.read_bytes())


def test_the_protection_is_taken_away(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    hand(OLD, OLD)
    tilshi("protect", draft)
    hand(OLD)
    assert tilshi("unprotect", draft).code == 0
    assert open_draft(draft).release == ready()
    assert recover(draft).release == ready()


def test_the_passphrase_is_changed(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    hand(OLD, OLD)
    key = recovery_key(tilshi("protect", draft).out)
    hand(OLD, NEW, NEW)
    assert tilshi("passphrase", draft).code == 0
    hand(OLD)
    assert tilshi("show", draft).code == 2
    hand(key, "a third passphrase", "a third passphrase")
    assert tilshi("passphrase", draft).code == 0
    hand("a third passphrase")
    assert tilshi("show", draft).code == 0


def test_everything_is_encrypted_anew(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    hand(OLD, OLD)
    first = recovery_key(tilshi("protect", draft).out)
    hand(OLD, NEW, NEW)
    second = recovery_key(tilshi("passphrase", draft, "--rotate").out)
    for entered, code in ((OLD, 2), (first, 2), (NEW, 0), (second, 0)):
        hand(entered)
        assert tilshi("show", draft).code == code
    hand(NEW)
    third = recovery_key(tilshi("passphrase", draft, "--recovery-key").out)
    for entered, code in ((second, 2), (third, 0), (NEW, 0)):
        hand(entered)
        assert tilshi("show", draft).code == code


@pytest.mark.parametrize(
    ("lines", "command", "said"),
    [
        (("short", "short"), "protect", "8 characters"),
        ((OLD, NEW), "protect", "differ"),
        ((OLD,), "unprotect", "not encrypted"),
        ((OLD, NEW, NEW), "passphrase", "not encrypted"),
        ((OLD, OLD), "protect --remember", "no keyring"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    tilshi: Tilshi, hand: Hand, lines: tuple[str, ...], command: str, said: str
) -> None:
    draft = save_draft(ready(), Path("a.tilshi")).path
    before = draft.read_bytes()
    hand(*lines)
    answer = tilshi(*command.split(), draft)
    assert (answer.code, draft.read_bytes()) == (2, before)
    assert said in answer.err


def test_a_draft_that_is_encrypted_or_none_at_all_is_not_protected(
    tilshi: Tilshi, draft: Path, hand: Hand, tmp_path: Path
) -> None:
    hand(OLD, OLD)
    tilshi("protect", draft)
    assert "encrypted already" in tilshi("protect", draft).err
    (tmp_path / "a.txt").write_text("A text", encoding="utf-8")
    assert "not a Tilshi draft" in tilshi("protect", tmp_path / "a.txt").err


def test_a_draft_that_is_open_is_left_alone(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    keeper = recover(draft).keeper()
    keeper.keep(ready(), always=True)
    hand(OLD, OLD)
    assert "open in a window" in tilshi("protect", draft).err
    keeper.close()


def test_an_encrypted_draft_does_not_go_into_the_memory(tilshi: Tilshi, draft: Path, hand: Hand) -> None:
    hand(OLD, OLD)
    tilshi("protect", draft)
    hand(OLD)
    answer = tilshi("memory", "import", draft, "--memory", "m.db")
    assert (answer.code, "memory is not" in answer.err) == (2, True)
