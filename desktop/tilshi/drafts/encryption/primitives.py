"""The few primitives of the container, all out of `cryptography`, each with the one setting that is used here."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.constant_time import bytes_eq
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY: Final = 32
"""Bytes of every key, salt of a payload, digest and code here."""
NONCE: Final = 12
TAG: Final = 16


class Unauthentic(Exception):
    """The bytes are not what was sealed with this key."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a passphrase costs: Argon2id (RFC 9106) with `memory` in KiB, `passes` over it, `lanes`."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_bearable(self) -> bool:
        """Whether it may be paid; asked before derivation, since anybody can write any cost into a file."""
        return 8 * self.lanes <= self.memory <= 256 * 1024 and 1 <= self.passes <= 10 and 1 <= self.lanes <= 16


def random_key() -> bytes:
    """A new key that nobody can guess."""
    return secrets.token_bytes(KEY)


def derived(key: bytes, salt: bytes, purpose: str) -> bytes:
    """A key for one purpose: HKDF-SHA256 (RFC 5869)."""
    return HKDF(SHA256(), KEY, salt, f"tilshi draft, {purpose}".encode()).derive(key)


def stretched(passphrase: bytes, salt: bytes, cost: Cost) -> bytes:
    """A key out of a passphrase; takes the time and memory of `cost`."""
    assert cost.is_bearable, "the cost is looked at before it is paid"
    return Argon2id(salt=salt, length=KEY, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory).derive(
        passphrase
    )


def digest(*parts: bytes) -> bytes:
    """SHA-256 of the parts together."""
    state = Hash(SHA256())
    for part in parts:
        state.update(part)
    return state.finalize()


def code(key: bytes, data: bytes) -> bytes:
    """The authentication code of the data: HMAC-SHA256, which two keys cannot share."""
    state = HMAC(key, SHA256())
    state.update(data)
    return state.finalize()


def same(one: bytes, other: bytes) -> bool:
    """Whether the two are equal, in a time that says nothing about where they differ."""
    return bytes_eq(one, other)


def wrapped(key: bytes, content: bytes, about: bytes) -> bytes:
    """A key under another key, bound to what is said about it; AES-256-GCM with a random nonce in front."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, content, about)


def unwrapped(key: bytes, content: bytes, about: bytes) -> bytes:
    """What `wrapped` was given; raises Unauthentic."""
    try:
        return AESGCM(key).decrypt(content[:NONCE], content[NONCE:], about)
    except (InvalidTag, ValueError) as error:
        raise Unauthentic from error
