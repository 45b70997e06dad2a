"""The header of an encrypted draft: lines of text that say how it can be opened, and a code that nobody can forge.

    tilshi-encrypted 1
    passphrase <salt> <wrapped key> <KiB> <passes> <lanes>
    recovery <salt> <wrapped key>
    keyring <name> <wrapped key>
    former <commitment> <wrapped key>
    --- <commitment> <code> <checksum>

Bytes are in base64 without padding. The commitment names the document key without giving it away, and binds the file
to one key only; the code covers everything before it and needs the key; the checksum needs none, and tells a damaged
file from a wrong passphrase before anybody is asked for one.
"""

from __future__ import annotations

import binascii
import secrets
from base64 import b64decode, b64encode
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from tilshi.drafts.container import MAGIC
from tilshi.drafts.encryption.primitives import (
    KEY,
    NONCE,
    TAG,
    Cost,
    code,
    derived,
    digest,
    same,
    stretched,
    unwrapped,
    wrapped,
)

VERSION: Final = 1
LARGEST: Final = 16 * 1024
"""Bytes a header may have."""
MOST_SLOTS: Final = 32
MOST_PASSPHRASES: Final = 4
"""Each costs one derivation to try."""
SALT: Final = 16
_END: Final = b"\n--- "
_DIGITS: Final = 7


class Damaged(Exception):
    """The header is not one that was ever written."""


class Newer(Exception):
    """The header is of a later version of the form, and whole; `version` is which."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class Kind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  # the name of a kind of slot
    RECOVERY = "recovery"
    """A key that was printed."""
    KEYRING = "keyring"
    """A secret in the keyring of one user on one machine, under the slot's name."""
    FORMER = "former"
    """The present document key: what is in the slot is the one before it, for what was kept under that one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A wrapped document key; `salt` is random, and in a slot for a former key its commitment."""

    kind: Kind
    salt: bytes
    wrapped: bytes
    cost: Cost | None = None

    @property
    def name(self) -> str:
        """What tells it from others of its kind; under it a keyring keeps the secret."""
        return self.salt.hex()

    @property
    def line(self) -> str:
        """The slot in the header."""
        cost = [str(number) for number in (self.cost.memory, self.cost.passes, self.cost.lanes)] if self.cost else []
        return " ".join((self.kind, _written(self.salt), _written(self.wrapped), *cost))

    def open(self, secret: bytes) -> bytes:
        """The document key in it; raises Unauthentic where the secret is another one."""
        key = _slot_key(self.kind, secret, self.salt, self.cost)
        return unwrapped(key, self.wrapped, _about(self.kind, self.salt, self.cost))


def new_slot(kind: Kind, secret: bytes, document_key: bytes, *, salt: bytes = b"", cost: Cost | None = None) -> Slot:
    """A slot that the secret opens; `cost` is of a passphrase."""
    salt = salt or secrets.token_bytes(SALT)
    if kind is Kind.PASSPHRASE:
        cost = cost or Cost()
    key = _slot_key(kind, secret, salt, cost)
    return Slot(kind, salt, wrapped(key, document_key, _about(kind, salt, cost)), cost)


@dataclass(frozen=True, slots=True)
class Header:
    """A header that was written; `data` are all its bytes."""

    slots: tuple[Slot, ...]
    commitment: bytes
    data: bytes

    def is_by(self, document_key: bytes) -> bool:
        """Whether whoever wrote it had the document key."""
        lines, _separator, end = self.data.rpartition(_END)
        expected = code(derived(document_key, b"", "header"), lines + _END + _written(self.commitment).encode())
        return same(_read(end.split(b" ")[1].decode(), KEY), expected)


def commitment_of(document_key: bytes) -> bytes:
    """What names a document key without giving it away; no two keys share one."""
    return derived(document_key, b"", "commitment")


def write_header(slots: tuple[Slot, ...], document_key: bytes) -> Header:
    """The header with these slots."""
    commitment = commitment_of(document_key)
    lines = "\n".join((f"{MAGIC.decode()}{VERSION}", *(slot.line for slot in slots))).encode()
    covered = lines + _END + _written(commitment).encode()
    signed = covered + b" " + _written(code(derived(document_key, b"", "header"), covered)).encode()
    data = signed + b" " + _written(digest(signed)).encode() + b"\n"
    return Header(slots, commitment, data)


def split(data: bytes) -> tuple[Header, bytes]:
    """The header at the beginning of a file, and what comes behind it.

    Raises:
        Damaged: it is not as it was written.
        Newer: it is, by a later version of the program.
    """
    end = data.find(_END, 0, LARGEST)
    stop = data.find(b"\n", end + len(_END), LARGEST)
    if end < 0 or stop < 0:
        raise Damaged
    signed, _space, checksum = data[:stop].rpartition(b" ")
    if checksum != _written(digest(signed)).encode():
        raise Damaged
    try:
        version, *lines = data[:end].decode("ascii").removeprefix(MAGIC.decode()).split("\n")
        if version != str(VERSION):
            raise Newer(_number(version))
        commitment, _code = (_read(word, KEY) for word in signed[end + len(_END) :].decode("ascii").split(" "))
        slots = tuple(_slot(line) for line in lines)
    except ValueError as error:
        raise Damaged from error
    if len(slots) > MOST_SLOTS or sum(slot.kind is Kind.PASSPHRASE for slot in slots) > MOST_PASSPHRASES:
        raise Damaged
    return Header(slots, commitment, data[: stop + 1]), data[stop + 1 :]


def _slot(line: str) -> Slot:
    """The slot of a line; raises ValueError."""
    word, salt, content, *numbers = line.split(" ")
    kind = Kind(word)
    if len(numbers) != (3 if kind is Kind.PASSPHRASE else 0):
        raise ValueError(line)
    cost = Cost(*map(_number, numbers)) if numbers else None
    if cost is not None and not cost.is_bearable:
        raise ValueError(line)
    return Slot(kind, _read(salt, KEY if kind is Kind.FORMER else SALT), _read(content, NONCE + KEY + TAG), cost)


def _slot_key(kind: Kind, secret: bytes, salt: bytes, cost: Cost | None) -> bytes:
    return stretched(secret, salt, cost) if cost else derived(secret, salt, f"{kind} slot")


def _about(kind: Kind, salt: bytes, cost: Cost | None) -> bytes:
    return Slot(kind, salt, b"", cost).line.encode()


def _written(data: bytes) -> str:
    return b64encode(data).rstrip(b"=").decode()


def _read(word: str, length: int) -> bytes:
    """The bytes of a word, which must be written as we write it; raises ValueError."""
    try:
        data = b64decode(word + "=" * (-len(word) % 4), validate=True)
    except binascii.Error as error:
        raise ValueError(word) from error
    if len(data) != length or _written(data) != word:
        raise ValueError(word)
    return data


def _number(word: str) -> int:
    """A number as we write it; raises ValueError."""
    if not (word.isascii() and word.isdigit()) or len(word) > _DIGITS or word != str(int(word)):
        raise ValueError(word)
    return int(word)
