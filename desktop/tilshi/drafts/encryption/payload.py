"""The encrypted content: chunks that can be neither changed, exchanged, left out nor cut off.

    salt (32 bytes) | chunk | chunk | …

The salt makes a fresh key of the document key, so that no nonce is ever used twice. Each chunk is 64 KiB of content in
AES-256-GCM; its nonce is a counter and a flag that marks the last one (STREAM: Hoang, Reyhanitabar, Rogaway, Vizár,
2015, as age uses it), its associated data the hash of the header.
"""

from __future__ import annotations

import secrets
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tilshi.drafts.encryption.primitives import KEY, TAG, Unauthentic, derived

CHUNK: Final = 64 * 1024
"""Bytes of content in every chunk but the last."""
_SEALED: Final = CHUNK + TAG


def sealed_payload(key: bytes, header_hash: bytes, content: bytes) -> bytes:
    """The content, encrypted under a key made for this time."""
    salt = secrets.token_bytes(KEY)
    cipher = _cipher(key, salt)
    count = max(1, -(-len(content) // CHUNK))
    chunks = (
        cipher.encrypt(_nonce(at, last=at == count - 1), content[at * CHUNK : (at + 1) * CHUNK], header_hash)
        for at in range(count)
    )
    return b"".join((salt, *chunks))


def opened_payload(key: bytes, header_hash: bytes, payload: bytes) -> bytes:
    """The content; raises Unauthentic where one bit of it is not as it was sealed, or where anything is missing."""
    salt, sealed = payload[:KEY], memoryview(payload)[KEY:]
    count = max(1, -(-len(sealed) // _SEALED))
    if len(sealed) < TAG or (count > 1 and len(sealed) - (count - 1) * _SEALED <= TAG):
        raise Unauthentic
    cipher = _cipher(key, salt)
    try:
        return b"".join(
            cipher.decrypt(_nonce(at, last=at == count - 1), sealed[at * _SEALED : (at + 1) * _SEALED], header_hash)
            for at in range(count)
        )
    except InvalidTag as error:
        raise Unauthentic from error


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(derived(key, salt, "payload"))


def _nonce(at: int, *, last: bool) -> bytes:
    return at.to_bytes(11, "big") + bytes([last])
