"""An encrypted draft with everything that is derived from it: nothing plain, nothing lost, whatever happens between."""

import contextlib
import os
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.drafts.test_crash import Session, all_calls, folder
from tests.core.drafts.test_document import SAMPLE
from tests.core.drafts.test_encryption import CHEAP
from tests.core.test_secrets import Failing, Memory
from tilshi.drafts import DraftConflict, open_draft, save_draft
from tilshi.drafts.container import Container, KeyNeeded, OtherKey, Unsealing, is_sealed
from tilshi.drafts.copies import conflicted_copies
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.encryption.header import Kind
from tilshi.drafts.encryption.protecting import (
    Strength,
    change_passphrase,
    check_passphrase,
    forget,
    is_remembered,
    protect,
    remember,
    renew_recovery_key,
    rotate,
    set_passphrase,
    strength,
    unlock_from_keyring,
)
from tilshi.drafts.encryption.sealed import SealedContainer
from tilshi.drafts.encryption.unlocking import WrongKey, header_of, unlock
from tilshi.drafts.history import FOLDER, history, open_generation
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.recovery import Condition, discard, pending, recover, recover_new
from tilshi.drafts.saving import Origin
from tilshi.drafts.statefolder import folder_of
from tilshi.files.errors import FileError
from tilshi.release import Release
from tilshi.release.operations import write_source
from tilshi.secrets import Failure, Keyring, Unavailable, Unknown

CANARY = "CANARYtext"
__all__ = ["folder"]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "draft.tilshi"


@pytest.fixture
def container() -> SealedContainer:
    return protect("a long passphrase", cost=CHEAP).container


def text(number: int) -> Release:
    segment = next(segment.id for _block, segment in SAMPLE.segments())
    return write_source(SAMPLE, segment, f"{CANARY} {number}").apply(SAMPLE)


def plain_files(root: Path) -> list[str]:
    """Files in which something of the text can be read."""
    return [name for name, data in contents(root).items() if CANARY.encode() in data + unpacked(data)]


def unpacked(data: bytes) -> bytes:
    """What is compressed in the data of a plain generation; nothing in an encrypted one."""
    with contextlib.suppress(zlib.error):
        return zlib.decompress(data)
    return b""


def test_neither_journal_nor_history_holds_anything_plain(path: Path, state: Path, container: SealedContainer) -> None:
    keeper = Keeper(state, Origin(text(0), path), container)
    for number in range(1, 4):
        keeper.save(text(number), path)
        keeper.keep(text(number + 10))
    assert len(list(state.rglob("*"))) > 5
    assert plain_files(path.parent) == []
    keeper.close()
    found = recover(path, container, state)
    assert found.release == text(13)
    assert [open_generation(each, container) for each in history(path, container, state)] == [text(2), text(1)]


def test_without_a_key_recovery_says_locked_and_touches_nothing(
    path: Path, state: Path, container: SealedContainer
) -> None:
    keeper = Keeper(state, Origin(text(0), path), container)
    keeper.save(text(1), path)
    keeper.save(text(2), path)
    keeper.keep(text(3))
    keeper.close()
    before = contents(path.parent)
    with pytest.raises(KeyNeeded):
        recover(path, state=state)
    path.write_bytes(path.read_bytes()[:-5])
    with pytest.raises(KeyNeeded):
        recover(path, state=state)
    path.unlink()
    with pytest.raises(KeyNeeded):
        recover(path, state=state)
    [journal] = state.rglob("*.journal")
    journal.unlink()
    with pytest.raises(KeyNeeded):
        recover(path, state=state)
    assert {name: data for name, data in before.items() if (path.parent / name).exists()} == contents(path.parent)


def contents(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}


@pytest.mark.parametrize("harm", ["gone", "cut", "header"])
def test_a_lost_or_damaged_file_is_recovered_with_the_key(
    path: Path, state: Path, container: SealedContainer, harm: str
) -> None:
    keeper = Keeper(state, Origin(text(0), path), container)
    keeper.save(text(1), path)
    keeper.keep(text(2))
    keeper.close()
    data = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(data[:-7] if harm == "cut" else data[:30] + b"!" + data[31:])
    unlocked = unlock(header_of(path, state), "a long passphrase", path)
    found = recover(path, unlocked, state)
    assert found.release == text(2)
    assert found.report.condition is (Condition.MISSING if harm == "gone" else Condition.DAMAGED)


def test_the_history_alone_opens_with_its_own_header(path: Path, state: Path, container: SealedContainer) -> None:
    keeper = Keeper(state, Origin(text(0), path), container)
    keeper.save(text(1), path)
    keeper.save(text(2), path)
    keeper.discard()
    path.unlink()
    unlocked = unlock(header_of(path, state), "a long passphrase", path)
    assert recover(path, unlocked, state).release == text(1)


def test_work_in_no_file_yet_can_be_encrypted(state: Path, container: SealedContainer) -> None:
    keeper = Keeper(state, Origin(text(0)), container)
    keeper.keep(text(1))
    keeper.close()
    [found] = pending(state=state)
    assert [found.sealed, found.title, plain_files(state)] == [True, "", []]
    with pytest.raises(KeyNeeded):
        recover_new(found)
    assert recover_new(found, container).release == text(1)
    [opened] = pending(container, state)
    assert opened.edits == 1
    discard(found)
    assert pending(state=state) == ()


def test_protecting_seals_what_was_kept_before(path: Path, state: Path, container: SealedContainer) -> None:
    work = a_plain_past(path, state)
    assert len(plain_files(path.parent)) == 5
    saved = work.save(text(9), path, container=container)
    assert saved.warnings == ()
    assert plain_files(path.parent) == []
    assert open_draft(path, container).release == text(9)
    assert [open_generation(each, container) for each in history(path, container, state)][-1] == text(1)
    work.keep(text(10))
    assert plain_files(path.parent) == []
    [aside] = state.rglob("*.merged")
    aside.rename(aside.with_suffix(".journal"))
    path.unlink()
    work.discard()
    assert recover(path, container, state).release == text(5)


def a_plain_past(path: Path, state: Path) -> Keeper:
    """A plain draft with a history, a journal, and one that was merged and put aside."""
    keeper = Keeper(state, Origin(text(0), path), PLAIN)
    for number in range(1, 4):
        keeper.save(text(number), path)
    keeper.keep(text(5))
    keeper.close()
    [journal] = state.rglob("*.journal")
    journal.rename(journal.with_suffix(".merged"))
    work = recover(path, state=state).keeper(state)
    work.keep(text(6))
    return work


def test_taking_the_protection_away_leaves_nothing_that_needs_a_key(
    path: Path, state: Path, container: SealedContainer
) -> None:
    a_plain_past(path, state).save(text(7), path, container=container)
    work = recover(path, container, state).keeper(state)
    work.save(text(8), path, container=Unsealing(container))
    assert [file for file in path.parent.rglob("*") if file.is_file() and is_sealed(file.read_bytes())] == []
    work.close()
    assert recover(path, state=state).release == text(8)
    assert len(history(path, state=state)) == 4


def test_a_new_document_key_seals_everything_anew(path: Path, state: Path, container: SealedContainer) -> None:
    work = Keeper(state, Origin(text(0), path), container)
    work.save(text(1), path)
    work.save(text(2), path)
    rotated = rotate(container, "another passphrase", cost=CHEAP)
    work.save(text(3), path, container=rotated.container)
    work.keep(text(4))
    work.close()
    unlocked = unlock(header_of(path, state), rotated.recovery_key, path)
    assert recover(path, unlocked, state).release == text(4)
    assert len(history(path, unlocked, state)) == 2
    assert history(path, container, state) == ()
    with pytest.raises(OtherKey):
        recover(path, container, state)
    with pytest.raises(WrongKey):
        unlock(header_of(path, state), "a long passphrase", path)


def test_work_of_another_machine_under_the_former_key_comes_along(
    path: Path, state: Path, tmp_path: Path, container: SealedContainer
) -> None:
    here = Keeper(state, Origin(text(0), path), container)
    here.save(text(1), path)
    here.keep(text(2))
    here.close()
    there = recover(path, container, tmp_path / "there").keeper(tmp_path / "there")
    new = rotate(container, "another passphrase", cost=CHEAP).container
    there.save(text(1), path, container=new)
    unlocked = unlock(header_of(path, state), "another passphrase", path)
    assert recover(path, unlocked, state).release == text(2)


def test_journals_under_an_unknown_key_are_kept_and_told(path: Path, state: Path, container: SealedContainer) -> None:
    work = Keeper(state, Origin(text(0), path), container)
    work.save(text(1), path)
    work.keep(text(2))
    work.close()
    stranger = protect("another", cost=CHEAP).container
    path.write_bytes(stranger.seal(PLAIN.unseal(open_document(path, container), path)))
    found = recover(path, stranger, state)
    assert [found.release, found.report.locked, found.report.is_quiet] == [text(1), 1, False]
    found.keeper(state).keep(text(3))
    assert len(list(state.rglob("*.journal"))) == 2


def open_document(path: Path, container: Container) -> bytes:
    return container.unseal(path.read_bytes(), path)


def test_a_passphrase_changed_elsewhere_stays_changed_after_a_save_here(
    path: Path, state: Path, container: SealedContainer
) -> None:
    here = Keeper(state, Origin(text(0), path), container)
    here.save(text(1), path)
    there = open_draft(path, container)
    changed = change_passphrase(container, "a long passphrase", "the new one", path, cost=CHEAP)
    save_draft(there.release, path, replace(there, container=changed))
    here.save(text(2), path)
    unlocked = unlock(header_of(path, state), "the new one", path)
    assert recover(path, unlocked, state).release == text(2)
    assert unlocked.slots == changed.slots
    assert all(changed.is_current(file.read_bytes()) for file in (folder_of(state, path) / FOLDER).iterdir())
    with pytest.raises(WrongKey):
        unlock(header_of(path, state), "a long passphrase", path)


def test_a_draft_that_somebody_encrypts_meanwhile_is_not_overwritten(
    path: Path, state: Path, container: SealedContainer
) -> None:
    here = Keeper(state, Origin(text(0), path), PLAIN)
    here.save(text(1), path)
    save_draft(text(1), path, replace(open_draft(path), container=container))
    sealed = path.read_bytes()
    with pytest.raises(DraftConflict, match="encrypted the draft"):
        here.save(text(2), path)
    assert path.read_bytes() == sealed
    here.keep(text(2))
    here.close()
    assert recover(path, container, state).release == text(2)


def test_conflicted_copies_are_found_with_the_key(path: Path, container: SealedContainer) -> None:
    for file in (path, path.with_name("draft (1).tilshi")):
        file.write_bytes(container.seal(open_document(saved_plain(file), PLAIN)))
    assert [copy.path.name for copy in conflicted_copies(path, container)] == ["draft (1).tilshi"]


def saved_plain(path: Path) -> Path:
    save_draft(text(1), path)
    return path


def test_a_known_passphrase_is_changed_and_those_of_others_stay(container: SealedContainer, path: Path) -> None:
    two = container.with_slot(Kind.PASSPHRASE, b"of a colleague", cost=CHEAP)
    changed = change_passphrase(two, "a long passphrase", "the new one", path, cost=CHEAP)
    assert unlock(changed.header, "the new one", path) == changed
    assert unlock(changed.header, "of a colleague", path) == changed
    for gone in ("a long passphrase", "nobody's"):
        with pytest.raises(WrongKey):
            change_passphrase(changed, gone, "x", path)
    alone = set_passphrase(changed, "whose key was printed", cost=CHEAP)
    assert [slot.kind for slot in alone.slots] == [Kind.RECOVERY, Kind.PASSPHRASE]


def test_a_new_recovery_key_takes_the_place_of_the_old_one(path: Path) -> None:
    first = protect("a long passphrase", cost=CHEAP)
    second = renew_recovery_key(first.container)
    assert unlock(second.container.header, second.recovery_key, path) == second.container
    with pytest.raises(WrongKey):
        unlock(second.container.header, first.recovery_key, path)
    assert second.recovery_key not in repr(second)


def test_a_keyring_opens_the_draft_until_it_is_told_to_forget(container: SealedContainer, path: Path) -> None:
    keyring = Keyring(backend=Memory())
    kept, _answer = remember(container, keyring)
    assert is_remembered(kept.header)
    assert unlock_from_keyring(kept.header, keyring, path) == kept
    assert unlock_from_keyring(kept.header, Keyring(backend=Memory()), path) == Unknown()
    forgotten = forget(kept, keyring)
    assert forgotten.slots == container.slots
    assert unlock_from_keyring(kept.header, keyring, path) == Unknown()


def test_a_keyring_that_fails_leaves_the_draft_as_it_was(container: SealedContainer, path: Path) -> None:
    broken = Keyring(backend=Failing(OSError()))
    assert remember(container, broken) == (container, Unavailable(Failure.BROKEN))
    kept, _answer = remember(container, Keyring(backend=Memory()))
    assert unlock_from_keyring(kept.header, broken, path) == Unavailable(Failure.BROKEN)


@pytest.mark.parametrize(
    ("passphrase", "expected"),
    [
        ("", Strength.TOO_SHORT),
        ("1234567", Strength.TOO_SHORT),
        ("        ", Strength.TOO_SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("12345678", Strength.WEAK),
        ("abcdefghijkl", Strength.WEAK),
        ("sh7Kq2px", Strength.FAIR),
        ("толқын кеме сағат", Strength.GOOD),
        ("lantern seven oblique harvest mile", Strength.STRONG),
    ],
)
def test_the_strength_of_a_passphrase_is_guessed(passphrase: str, expected: Strength) -> None:
    assert expected == strength(passphrase)


def test_a_passphrase_that_protects_nothing_is_refused(path: Path) -> None:
    check_passphrase("long enough", path)
    with pytest.raises(FileError, match="8 characters"):
        check_passphrase("short", path)


posix = pytest.mark.skipif(os.name != "posix", reason="faults are put under the calls of POSIX")


@posix
@pytest.mark.parametrize("fault", ["kill", "torn", "ENOSPC"])
def test_no_fault_loses_anything_of_an_encrypted_draft(folder: Path, fault: str, container: SealedContainer) -> None:
    all_calls(folder, fault, container=container)


@posix
def test_no_power_cut_loses_anything_of_an_encrypted_draft(folder: Path, container: SealedContainer) -> None:
    all_calls(folder, "kill", power=True, container=container)


@posix
@pytest.mark.parametrize("fault", ["kill", "killed", "EIO"])
def test_no_fault_while_the_key_changes_loses_anything(folder: Path, fault: str, container: SealedContainer) -> None:
    """A plain draft is protected, gets a new key, and is made plain again; whoever recovers has the last key."""
    rotated = rotate(container, "", cost=CHEAP).container

    def day(session: Session) -> None:
        work = session.open()
        session.edit(work)
        session.save(work)
        session.edit(work)
        session.container = rotated  # it reads all that was written under any of the three
        for after in (container, rotated, Unsealing(rotated)):
            session.edit(work)
            try:
                work.save(session.sent[-1], session.draft, container=after)
            except FileError:
                continue
            session.acknowledged = len(session.sent) - 1

    all_calls(folder, fault, step=3, day=day)
