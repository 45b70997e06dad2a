"""Deciding who can open a draft: protecting it, changing its passphrase, remembering it on a machine, new keys."""

from __future__ import annotations

import itertools
import math
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Final

from tilshi.drafts.encryption.header import SALT, Header, Kind
from tilshi.drafts.encryption.primitives import Cost, Unauthentic
from tilshi.drafts.encryption.recoverykey import new_recovery_key, secret_in
from tilshi.drafts.encryption.sealed import SealedContainer, new_container
from tilshi.drafts.encryption.unlocking import WrongKey, passphrase_bytes, unlock_with_secret
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.secrets import Answer, Found, Kept, Keyring, Unknown

SHORTEST: Final = 8
"""Code points of a passphrase (NIST SP 800-63B, 5.1.1.1)."""
_NAME: Final = "draft {name}"
_DISTANCE: Final = 1
_BITS: Final = (28, 45, 70)


class Strength(IntEnum):
    """How long a passphrase would resist somebody who has the file."""

    TOO_SHORT = 0
    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


@dataclass(frozen=True, slots=True)
class Protected:
    """A container that can be opened; `recovery_key` is to be printed now, and is kept nowhere."""

    container: SealedContainer
    recovery_key: str = ""

    def __repr__(self) -> str:
        return "Protected(…)"


def protect(passphrase: str, *, cost: Cost | None = None) -> Protected:
    """A container for a draft that was plain, which the passphrase and a recovery key open."""
    return _openable(new_container(), passphrase, cost)


def change_passphrase(
    container: SealedContainer, old: str, new: str, path: Path, *, cost: Cost | None = None
) -> SealedContainer:
    """With another passphrase in the place of the one that is known; those of other people stay.

    Raises:
        WrongKey: the old one opens nothing.
    """
    for slot in container.slots:
        if slot.kind is Kind.PASSPHRASE and _opens(container.header, slot.name, old):
            return container.without(slot).with_slot(Kind.PASSPHRASE, passphrase_bytes(new), cost=cost)
    raise WrongKey(path)


def set_passphrase(container: SealedContainer, new: str, *, cost: Cost | None = None) -> SealedContainer:
    """With one passphrase in the place of all others: for whoever has opened it with a recovery key."""
    old = (slot for slot in container.slots if slot.kind is Kind.PASSPHRASE)
    return container.without(*old).with_slot(Kind.PASSPHRASE, passphrase_bytes(new), cost=cost)


def renew_recovery_key(container: SealedContainer) -> Protected:
    """With a new recovery key in the place of the old one."""
    key = new_recovery_key()
    old = (slot for slot in container.slots if slot.kind is Kind.RECOVERY)
    return Protected(container.without(*old).with_slot(Kind.RECOVERY, secret_in(key)), key)


def rotate(container: SealedContainer, passphrase: str, *, cost: Cost | None = None) -> Protected:
    """With a new document key, opened by this passphrase and a new recovery key only.

    Everything must be sealed anew with it (Keeper.save does it). Whoever knew the old key, or a passphrase that opened
    it, can read what they have a copy of, and nothing that is saved from now on.
    """
    return _openable(container.rotated(), passphrase, cost)


def remember(container: SealedContainer, keyring: Keyring) -> tuple[SealedContainer, Answer]:
    """With a slot that the keyring of this user opens; the container as it was where the keyring is of no use."""
    secret, salt = secrets.token_hex(32), secrets.token_bytes(SALT)
    answer = keyring.store(_NAME.format(name=salt.hex()), secret)
    if not isinstance(answer, Kept):
        return container, answer
    return container.with_slot(Kind.KEYRING, bytes.fromhex(secret), salt=salt), answer


def unlock_from_keyring(header: Header, keyring: Keyring, path: Path) -> SealedContainer | Answer:
    """The container that the keyring of this user opens, or why it does not.

    Raises:
        FileError: the keyring has the key, but the header was changed.
    """
    answer: Answer = Unknown()
    for slot in header.slots:
        if slot.kind is not Kind.KEYRING:
            continue
        answer = keyring.fetch(_NAME.format(name=slot.name))
        if isinstance(answer, Found):
            try:
                return unlock_with_secret(header, slot, _bytes(answer.secret), path)
            except WrongKey:
                answer = Unknown()
    return answer


def forget(container: SealedContainer, keyring: Keyring) -> SealedContainer:
    """Without the slots that the keyring of this user opens; their secrets go out of the keyring."""
    mine = [
        slot
        for slot in container.slots
        if slot.kind is Kind.KEYRING and isinstance(keyring.fetch(_NAME.format(name=slot.name)), Found)
    ]
    for slot in mine:
        keyring.forget(_NAME.format(name=slot.name))
    return container.without(*mine)


def is_remembered(header: Header) -> bool:
    """Whether somebody's keyring opens it."""
    return any(slot.kind is Kind.KEYRING for slot in header.slots)


def check_passphrase(passphrase: str, path: Path) -> None:
    """Raises FileError where it is too short to protect anything."""
    if strength(passphrase) is Strength.TOO_SHORT:
        raise FileError(
            path,
            _("A passphrase needs {n} characters at least.").format(n=SHORTEST),
            remedy=_("Take four or five words that do not belong together."),
        )


def strength(passphrase: str) -> Strength:
    """A guess at how good it is: the bits of its letters, where repeated ones and rows such as `1234` hardly count."""
    if len(passphrase.strip()) < SHORTEST:
        return Strength.TOO_SHORT
    points = [ord(letter) for letter in passphrase.casefold()]
    steps = [abs(after - before) for before, after in itertools.pairwise(points)]
    counting = 1 + sum(step > _DISTANCE for step in steps)
    bits = min(counting, 2 * len(set(points))) * math.log2(_alphabet(passphrase)) * 0.75
    return Strength(1 + sum(bits >= limit for limit in _BITS))


def _alphabet(text: str) -> int:
    """Of how many letters one would have to guess."""
    tests: Iterable[tuple[bool, int]] = (
        (any(letter.islower() or letter.isalpha() for letter in text), 30),
        (any(letter.isupper() for letter in text), 20),
        (any(letter.isdigit() for letter in text), 10),
        (any(not letter.isalnum() for letter in text), 10),
    )
    return sum(size for present, size in tests if present)


def _openable(container: SealedContainer, passphrase: str, cost: Cost | None) -> Protected:
    return renew_recovery_key(set_passphrase(container, passphrase, cost=cost))


def _opens(header: Header, name: str, passphrase: str) -> bool:
    slot = next(slot for slot in header.slots if slot.name == name)
    try:
        slot.open(passphrase_bytes(passphrase))
    except Unauthentic:
        return False
    return True


def _bytes(secret: str) -> bytes:
    try:
        return bytes.fromhex(secret)
    except ValueError:
        return b""
