"""The container of an encrypted draft, unlocked: with it everything of the draft is sealed and unsealed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from tilshi.drafts.container import Container, OtherKey, is_sealed
from tilshi.drafts.encryption.header import (
    Damaged,
    Header,
    Kind,
    Newer,
    Slot,
    commitment_of,
    new_slot,
    split,
    write_header,
)
from tilshi.drafts.encryption.payload import opened_payload, sealed_payload
from tilshi.drafts.encryption.primitives import Cost, Unauthentic, digest, random_key
from tilshi.drafts.parsing import NewerVersion
from tilshi.files.errors import FileError
from tilshi.i18n import _

MOST_FORMER = 3
"""So many earlier document keys are kept, for journals and generations that nobody has sealed anew since."""


@dataclass(frozen=True, slots=True)
class SealedContainer:
    """An unlocked encrypted draft; `keys` are the document key and the ones before it. Never shown, never logged."""

    header: Header
    keys: tuple[bytes, ...] = field(repr=False)

    @property
    def sealed(self) -> bool:
        """A key is needed."""
        return True

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The ways to open it."""
        return tuple(slot for slot in self.header.slots if slot.kind is not Kind.FORMER)

    def seal(self, document: bytes) -> bytes:
        """The document encrypted under a fresh key, with the slots that open it."""
        return _sealed(self.header, self.keys[0], document)

    def seal_record(self, document: bytes) -> bytes:
        """The document encrypted under a fresh key, without slots."""
        return _sealed(write_header((), self.keys[0]), self.keys[0], document)

    def unseal(self, data: bytes, path: Path) -> bytes:
        """The document; see Container.unseal.

        Raises:
            OtherKey: it is sealed with a key that is not among `keys`.
            FileError: it is damaged, cut off or was changed; or of a newer version.
        """
        if not is_sealed(data):
            return data
        header, payload = header_in(data, path)
        key = next((key for key in self.keys if commitment_of(key) == header.commitment), None)
        if key is None:
            raise OtherKey(path)
        if not header.is_by(key):
            raise damage(path)
        try:
            return opened_payload(key, digest(header.data), payload)
        except Unauthentic as error:
            raise damage(path) from error

    def is_current(self, data: bytes) -> bool:
        """Whether the bytes have the header of this container."""
        return data.startswith(self.header.data)

    def adopting(self, data: bytes) -> Container:
        """With the slots of these bytes, if they are sealed with the same document key."""
        try:
            header, _payload = split(data)
        except (Damaged, Newer):
            return self
        sound = header.commitment == self.header.commitment and header.is_by(self.keys[0])
        return replace(self, header=header) if sound and header.slots else self

    def with_slot(self, kind: Kind, secret: bytes, *, salt: bytes = b"", cost: Cost | None = None) -> SealedContainer:
        """With another way to open it; `salt` names the slot of a keyring, `cost` is of a passphrase."""
        return self._with((*self.header.slots, new_slot(kind, secret, self.keys[0], salt=salt, cost=cost)))

    def without(self, *slots: Slot) -> SealedContainer:
        """Without these ways to open it; whoever has used one may still have the document key: see `rotated`."""
        return self._with(tuple(slot for slot in self.header.slots if slot not in slots))

    def rotated(self) -> SealedContainer:
        """With a new document key, and no way to open it yet; what is under the present one can still be read."""
        key = random_key()
        keys = (key, *self.keys)[: 1 + MOST_FORMER]
        former = tuple(new_slot(Kind.FORMER, key, old, salt=commitment_of(old)) for old in keys[1:])
        return SealedContainer(write_header(former, key), keys)

    def _with(self, slots: tuple[Slot, ...]) -> SealedContainer:
        return replace(self, header=write_header(slots, self.keys[0]))


def new_container() -> SealedContainer:
    """A container with a document key of its own, and no way to open it yet."""
    key = random_key()
    return SealedContainer(write_header((), key), (key,))


def opened_container(header: Header, document_key: bytes, path: Path) -> SealedContainer:
    """The container that a slot of the header has opened.

    Raises:
        FileError: the header is not by whoever had that key: it was changed.
    """
    if commitment_of(document_key) != header.commitment or not header.is_by(document_key):
        raise damage(path)
    try:
        former = [slot.open(document_key) for slot in header.slots if slot.kind is Kind.FORMER]
    except Unauthentic as error:
        raise damage(path) from error
    return SealedContainer(header, (document_key, *former))


def header_in(data: bytes, path: Path) -> tuple[Header, bytes]:
    """The header of a sealed file, and its payload; needs no key.

    Raises:
        FileError: it is damaged, or of a newer version.
    """
    try:
        return split(data)
    except Damaged as error:
        raise damage(path) from error
    except Newer as error:
        reason = _("The draft was encrypted by a newer version of Tilshi (form {found}).").format(found=error.version)
        remedy = _("Update Tilshi to open it. The file was left as it is.")
        raise FileError(path, reason, remedy=remedy) from NewerVersion(reason)


def damage(path: Path) -> FileError:
    """The one error for whatever is not as it was sealed."""
    return FileError(
        path,
        _("The encrypted draft is damaged or cut off, or was changed by something other than Tilshi."),
        remedy=_("Look for an earlier copy of the draft."),
    )


def _sealed(header: Header, key: bytes, document: bytes) -> bytes:
    return header.data + sealed_payload(key, digest(header.data), document)
