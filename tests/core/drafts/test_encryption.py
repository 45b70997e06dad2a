"""The encrypted container: opened by its slots only, and refused after any change of any byte."""

from base64 import b64encode
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.drafts.test_document import SAMPLE
from tilshi.drafts import is_draft, open_draft, parse_draft
from tilshi.drafts.container import KeyNeeded, OtherKey, is_sealed
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.encryption import payload as payloads
from tilshi.drafts.encryption.header import Damaged, Kind, new_slot, split, write_header
from tilshi.drafts.encryption.primitives import Cost, Unauthentic, digest, random_key
from tilshi.drafts.encryption.recoverykey import NotARecoveryKey, new_recovery_key, secret_in, written
from tilshi.drafts.encryption.sealed import SealedContainer, header_in, new_container
from tilshi.drafts.encryption.unlocking import WrongKey, passphrase_bytes, unlock, unlock_with_secret
from tilshi.drafts.parsing import NewerVersion
from tilshi.drafts.serialising import document_of
from tilshi.files.errors import FileError
from tilshi.release import Release

PATH = Path("draft.tilshi")
CHEAP = Cost(memory=64, passes=1, lanes=1)
"""The least that is taken; what is tested is not how long a guess takes."""
PASSPHRASE = "Жасырын сөз тіркесі"


@pytest.fixture
def container() -> SealedContainer:
    return new_container().with_slot(Kind.PASSPHRASE, passphrase_bytes(PASSPHRASE), cost=CHEAP)


def opened(data: bytes, entered: str = PASSPHRASE) -> bytes:
    """The document, as somebody opens it who knows nothing but the file and the passphrase."""
    return unlock(header_in(data, PATH)[0], entered, PATH).unseal(data, PATH)


def test_a_sealed_draft_is_opened_with_its_passphrase(container: SealedContainer) -> None:
    data = container.seal(document_of(SAMPLE))
    unlocked = unlock(header_in(data, PATH)[0], PASSPHRASE, PATH)
    assert parse_draft(PATH, data, unlocked) == SAMPLE


def test_without_a_key_it_is_locked_and_not_damaged(container: SealedContainer, tmp_path: Path) -> None:
    path = tmp_path / "draft.tilshi"
    path.write_bytes(container.seal(document_of(SAMPLE)))
    with pytest.raises(KeyNeeded, match="encrypted"):
        open_draft(path)
    assert is_draft(path.read_bytes())


def test_another_passphrase_does_not_open_it(container: SealedContainer) -> None:
    with pytest.raises(WrongKey, match="does not open"):
        unlock(container.header, "another", PATH)


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    container = new_container().with_slot(Kind.PASSPHRASE, passphrase_bytes("Йод, qué"), cost=CHEAP)
    assert unlock(container.header, "Йод, qué", PATH) == container


@pytest.mark.parametrize("size", [0, 1, payloads.CHUNK - 1, payloads.CHUNK, payloads.CHUNK + 1, 3 * payloads.CHUNK])
def test_content_of_any_length_comes_back(container: SealedContainer, size: int) -> None:
    content = bytes(at % 251 for at in range(size))
    assert container.unseal(container.seal(content), PATH) == content
    assert container.unseal(container.seal_record(content), PATH) == content


@given(content=st.binary(max_size=300))
def test_any_content_comes_back_and_no_two_are_sealed_alike(content: bytes) -> None:
    container = new_container()
    one, other = container.seal(content), container.seal(content)
    assert container.unseal(one, PATH) == content
    assert one != other


def test_nothing_of_the_text_can_be_read(container: SealedContainer) -> None:
    text = b"CANARY of Port-Example " * 20
    for sealed in (container.seal(text), container.seal_record(text)):
        assert b"CANARY" not in sealed
        assert b64encode(b"CANARY")[:6] not in sealed


def test_every_change_of_a_byte_is_refused_with_one_error(container: SealedContainer) -> None:
    document = document_of(Release("R", "en", ("kk",)))
    data = container.seal(document)
    for at in range(len(data)):
        for flip in (0x01, 0x20, 0x80, data[at] ^ 0x41 or 0x42):
            refuse(container, data[:at] + bytes([data[at] ^ flip]) + data[at + 1 :])


def test_every_truncation_and_every_addition_is_refused(container: SealedContainer) -> None:
    data = container.seal(document_of(Release("R", "en", ("kk",))))
    for length in range(len(data)):
        refuse(container, data[:length])
    for more in (b"\x00", b"\n", data):
        refuse(container, data + more)


def refuse(container: SealedContainer, data: bytes) -> None:
    """Neither who has the key nor who enters the passphrase gets anything out of it."""
    with pytest.raises(FileError) as refusal:
        parse_draft(PATH, data, container)
    if is_sealed(data):
        assert "damaged" in str(refusal.value)
        assert not isinstance(refusal.value, KeyNeeded | OtherKey)
        with pytest.raises(FileError):
            opened(data)


def test_a_header_that_was_changed_and_made_to_fit_is_refused(container: SealedContainer) -> None:
    """What an attacker without the key can do: everything but the code."""
    data = container.seal(b"content")
    lines = data.split(b"\n")
    for at, line in enumerate(lines[1:3], 1):
        changed = line[:30] + (b"A" if line[30:31] != b"A" else b"B") + line[31:]
        signed = b"\n".join((*lines[:at], changed, *lines[at + 1 :]))
        for forged in (signed, with_checksum(signed)):
            with pytest.raises(FileError):
                opened(forged)
            with pytest.raises(FileError):
                container.unseal(forged, PATH)


def with_checksum(data: bytes) -> bytes:
    at = data.index(b"\n", data.index(b"\n--- ") + 5)
    signed = data[:at].rpartition(b" ")[0]
    return signed + b" " + b64encode(digest(signed)).rstrip(b"=") + data[at:]


def test_chunks_can_neither_be_exchanged_nor_left_out(container: SealedContainer) -> None:
    data = container.seal(b"".join(bytes([at]) * payloads.CHUNK for at in range(3)))
    header, body = data[: len(container.header.data)], data[len(container.header.data) :]
    salt, rest = body[:32], body[32:]
    size = payloads.CHUNK + 16
    one, two, three = rest[:size], rest[size : 2 * size], rest[2 * size :]
    for chunks in (
        (two, one, three),
        (one, three),
        (one, two),
        (one, one, three),
        (three,),
        (one, two, three, three),
        (),
    ):
        with pytest.raises(FileError, match="damaged"):
            container.unseal(b"".join((header, salt, *chunks)), PATH)


def test_an_empty_last_chunk_is_not_taken_for_an_end() -> None:
    key = random_key()
    sealed = payloads.sealed_payload(key, b"", b"x" * payloads.CHUNK)
    with pytest.raises(Unauthentic):
        payloads.opened_payload(key, b"", sealed + b"\x00" * 16)


def test_the_payload_of_one_file_does_not_fit_the_header_of_another(container: SealedContainer) -> None:
    other = container.with_slot(Kind.RECOVERY, b"secret")
    one, two = container.seal(b"one"), other.seal(b"two")
    with pytest.raises(FileError, match="damaged"):
        container.unseal(one[: len(container.header.data)] + two[len(other.header.data) :], PATH)


@pytest.mark.parametrize(
    "cost", ["9999999 3 4", "262145 3 4", "65536 11 4", "65536 3 17", "31 1 4", "65536 0 4", "1 1 1"]
)
def test_a_cost_out_of_bounds_is_refused_before_it_is_paid(container: SealedContainer, cost: str) -> None:
    lines = container.seal(b"content").split(b"\n")
    lines[1] = b" ".join((*lines[1].split(b" ")[:3], cost.encode()))
    with pytest.raises(Damaged):
        split(with_checksum(b"\n".join(lines)))


def test_so_many_passphrases_that_trying_them_takes_long_are_refused() -> None:
    key = random_key()
    slots = tuple(new_slot(Kind.PASSPHRASE, b"p", key, cost=CHEAP) for _ in range(5))
    with pytest.raises(Damaged):
        split(write_header(slots, key).data)
    with pytest.raises(Damaged):
        split(write_header(tuple(new_slot(Kind.KEYRING, b"p", key) for _ in range(33)), key).data)


def test_a_later_version_of_the_form_is_named_and_left_alone(container: SealedContainer) -> None:
    data = container.seal(b"content").replace(b"tilshi-encrypted 1\n", b"tilshi-encrypted 2\n", 1)
    with pytest.raises(FileError, match="damaged"):
        container.unseal(data, PATH)
    with pytest.raises(FileError, match="newer version") as refusal:
        container.unseal(with_checksum(data), PATH)
    assert isinstance(refusal.value.__cause__, NewerVersion)


def test_each_slot_opens_it_and_a_removed_one_does_not(container: SealedContainer) -> None:
    key = new_recovery_key()
    full = container.with_slot(Kind.RECOVERY, secret_in(key)).with_slot(Kind.KEYRING, b"k" * 32)
    assert [slot.kind for slot in full.slots] == [Kind.PASSPHRASE, Kind.RECOVERY, Kind.KEYRING]
    for entered in (PASSPHRASE, key, key.lower().replace("-", " ")):
        assert unlock(full.header, entered, PATH) == full
    assert unlock_with_secret(full.header, full.slots[2], b"k" * 32, PATH) == full
    with pytest.raises(WrongKey):
        unlock_with_secret(full.header, full.slots[2], b"x" * 32, PATH)
    less = full.without(full.slots[1])
    with pytest.raises(WrongKey):
        unlock(less.header, key, PATH)
    assert less.unseal(full.seal(b"content"), PATH) == b"content"


def test_a_new_document_key_reads_what_the_former_one_sealed_and_not_the_other_way_round(
    container: SealedContainer,
) -> None:
    old = container.seal(b"old")
    rotated = container.rotated().with_slot(Kind.PASSPHRASE, b"new", cost=CHEAP)
    new = rotated.seal(b"new")
    again = unlock(header_in(new, PATH)[0], "new", PATH)
    assert again.unseal(old, PATH) == b"old"
    assert again.unseal(new, PATH) == b"new"
    assert not again.is_current(old)
    with pytest.raises(OtherKey):
        container.unseal(new, PATH)


def test_of_many_former_keys_the_last_ones_are_kept(container: SealedContainer) -> None:
    sealed = []
    for number in range(6):
        sealed.append(container.seal(bytes([number])))
        container = container.rotated()
    assert [len(container.keys), container.unseal(sealed[3], PATH)] == [4, b"\x03"]
    with pytest.raises(OtherKey):
        container.unseal(sealed[2], PATH)


def test_slots_that_somebody_else_has_changed_are_taken_over(container: SealedContainer) -> None:
    theirs = container.with_slot(Kind.RECOVERY, b"theirs")
    assert container.adopting(theirs.seal(b"content")) == theirs
    for unknown in (b"plain", new_container().seal(b"another"), theirs.seal(b"c").replace(b"recovery", b"keyrings")):
        assert container.adopting(unknown) == container
    assert PLAIN.adopting(theirs.seal(b"content")) == PLAIN


def test_a_key_is_never_shown(container: SealedContainer) -> None:
    assert repr(container.keys[0]) not in repr(container)
    assert "keys" not in repr(container)


@given(secret=st.binary(min_size=20, max_size=20))
def test_a_recovery_key_comes_back_as_it_was_printed(secret: bytes) -> None:
    assert secret_in(written(secret)) == secret


def test_a_recovery_key_may_be_typed_as_hands_type() -> None:
    secret = bytes(range(20))
    printed = written(secret)
    assert printed.count("-") == 8
    cyrillic = printed.translate(str.maketrans("ABCEHKMPTX", "АВСЕНКМРТХ"))
    for typed in (printed.lower(), printed.replace("-", ""), f" {printed}\n", printed.replace("0", "o"), cyrillic):
        assert secret_in(typed) == secret


@settings(max_examples=50)
@given(at=st.integers(0, 43), letter=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ!"))
def test_a_mistake_in_a_recovery_key_is_noticed(at: int, letter: str) -> None:
    printed = written(bytes(range(20)))
    if printed[at] not in {letter, "-"}:
        with pytest.raises(NotARecoveryKey):
            secret_in(printed[:at] + letter + printed[at + 1 :])
